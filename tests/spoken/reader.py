"""Somebody who plays by ear: hears what a screen reader would say, and presses things by their names. Nothing else."""

from dataclasses import dataclass, field
from pathlib import Path

from game.screens.saved import Settings
from game.screens.voice import Heard, Line, Spot, news
from game.shell.desk import Desk
from game.shell.library import Folder

STEP = 1 / 30
EAR = 0.2  # seconds from one listening to the next, as in the window
SOON = 1.0  # seconds in which something comes of a press
LONG = 20.0  # seconds for a walk from one end of the Row to the other


@dataclass
class Reader:
    """A desk that is listened to. `told` is every line that was said since the beginning."""

    desk: Desk
    now: Heard = field(default_factory=Heard)
    told: list[Line] = field(default_factory=list)

    @classmethod
    def before_the_title(cls, folder: Path, *, aloud: bool = True) -> "Reader":
        """A game that has just been started."""
        desk = Desk(Settings(), clock=lambda: 0.0)
        desk.aloud = aloud
        desk.ready(Folder(folder))
        made = cls(desk)
        made.listen()
        return made

    def listen(self, seconds: float = 0.0) -> list[Line]:
        """Let time pass and hear what is new."""
        said: list[Line] = []
        for _ in range(max(1, round(seconds / EAR))):
            for _ in range(round(EAR / STEP) if seconds else 0):
                self.desk.tick(STEP)
            before, self.now = self.now, self.desk.heard()
            said += news(before, self.now)
        self.told += said
        return said

    def things(self) -> list[Spot]:
        """What can be pressed now, in reading order."""
        return [one for one in self.now.spots if one.press and one.key]

    def named(self, *names: str) -> Spot | None:
        """The first thing whose name begins like that."""
        return next((one for name in names for one in self.things() if one.label.startswith(name)), None)

    def press(self, spot: Spot) -> list[Line]:
        """Press it, and hear what comes of it."""
        self.desk.touch(spot.key)
        return self.listen(SOON)

    def inside(self, name: str) -> list[Spot]:
        """What can be pressed in the list of that name."""
        lists = [one for one in self.now.spots if one.role == "list" and one.label == name]
        return [one for one in self.things() if any(one.parent == each.path for each in lists)]


ON = ("Go out", "Go on", "Sleep", "Turn the page", "Step outside", "Walk on", "No, walk on", "Step back")
ROW, LANE, NEAR = "On the Row", "In the lane", "What is near"


def live(reader: Reader, most: int = 600) -> None:
    """Play a campaign by ear, from its first street to the page that leads to the debrief, taking things by turns."""
    for turn in range(most):
        if reader.named("To the debrief"):
            return
        _turn(reader, turn)
    raise AssertionError(f"no end; the last words were {[one.text for one in reader.told[-12:]]}")


def _turn(reader: Reader, turn: int) -> None:
    """One thing, as somebody would do it who hears this."""
    if near := reader.inside(NEAR):
        _by_hand(reader, near[turn % len(near)])
    elif reader.inside(ROW) or reader.inside(LANE):
        _on_the_street(reader)
    elif on := reader.named(*ON):
        reader.press(on)
    elif choices := reader.inside(""):
        reader.press(choices[turn % len(choices)])
        _and_done(reader)
    else:
        _answer(reader)


def _by_hand(reader: Reader, spot: Spot) -> None:
    """What is near is gone up to, or taken in the hand and put down; what asks to be sure is told once more."""
    reader.press(spot)
    for _ in range(round(LONG / SOON)):
        put = reader.named("Put it here")
        here = next((one for one in reader.inside(NEAR) if one.label == spot.label), None)
        if put:
            reader.press(put)
        elif here is None:
            return
        elif any("Once more" in one.text for one in reader.told[-3:]):
            reader.press(here)
        else:
            reader.listen(SOON)


def _on_the_street(reader: Reader) -> None:
    """To what was told to wait; where nothing waits, home."""
    before = reader.now.screens
    signs = [one for one in reader.things() if one.label.endswith((", on the left", ", on the right", ", ahead"))]
    here = [one for one in reader.things() if one.hint == "here"]
    home = reader.named("End the day")
    goal = next((home if one.label.startswith("Home") else one for one in [*signs, *here]), None)
    assert goal is not None, [one.label for one in reader.things()]
    reader.press(goal)
    for _ in range(round(LONG / SOON)):
        if any(one.text.startswith("Hours of the day are left") for one in reader.told[-3:]) and home:
            reader.press(home)
        if reader.now.screens != before:
            return
        reader.listen(SOON)


def _answer(reader: Reader) -> None:
    """Something asks that is neither page nor list: a scale is moved, a window is looked through."""
    slider = next((one for one in reader.now.spots if one.adjust and one.key), None)
    if slider:
        reader.desk.touch(slider.key, "more")
        reader.listen(SOON)
    elif look := reader.named("Stamp it", "Stand up", "Window 1"):
        reader.press(look)
        return
    _and_done(reader)


def _and_done(reader: Reader) -> None:
    done = reader.named("Done", "Leave it")
    if done:
        reader.press(done)
