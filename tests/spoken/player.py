"""Somebody who plays by ear: hears what is said, and presses things by their names. It has neither eyes nor keys."""

from dataclasses import dataclass

SOON = 1.0  # seconds in which something comes of a press
LONG = 20  # seconds for a walk from one end of the Row to the other
ON = ("Go out", "Go on", "Sleep", "Turn the page", "Step outside", "Walk on", "No, walk on", "Step back")
ROW, LANE, NEAR = "On the Row", "In the lane", "What is near"
SIGNS = (", on the left", ", on the right", ", ahead")


@dataclass(frozen=True)
class Thing:
    """Something that can be pressed, as it is heard. `within` is the name of the list it is in; None: in no list."""

    label: str
    more: str
    within: str | None
    slider: bool
    at: object


class Listener:
    """What is heard, and what is done about it. Where the words come from is another's business."""

    told: list[str]

    def things(self) -> list[Thing]:
        """What can be pressed now, in reading order."""
        raise NotImplementedError

    def press(self, thing: Thing, *, more: bool = False) -> None:
        """Press it, or with `more` move it one step on; then hear for a moment what comes of it."""
        raise NotImplementedError

    def listen(self, seconds: float) -> None:
        """Let time pass."""
        raise NotImplementedError

    def named(self, *names: str) -> Thing | None:
        """The first thing whose name begins like that, by the order of the names."""
        things = self.things()
        return next((one for name in names for one in things if one.label.startswith(name)), None)

    def inside(self, name: str) -> list[Thing]:
        """What can be pressed in the list of that name."""
        return [one for one in self.things() if one.within == name and not one.slider]

    def lately(self, words: str) -> bool:
        """Whether this was among the last things said."""
        return any(words in one for one in self.told[-3:])

    def live(self, until: str, most: int = 400) -> None:
        """Play by ear until something of that name can be pressed, or was said; things are taken by turns."""
        for turn in range(most):
            if self.named(until) or self.lately(until):
                return
            self._turn(turn)
        raise AssertionError(f"no way to “{until}”; the last words were {self.told[-12:]}")

    def _turn(self, turn: int) -> None:
        if near := self.inside(NEAR):
            self._by_hand(near[turn % len(near)])
        elif self._outside():
            self._on_the_street()
        elif on := self.named(*ON):
            self.press(on)
        elif choices := self.inside("") or self.inside("five slots"):
            self.press(choices[turn % len(choices)])
            self._done()
        else:
            self._answer()

    def _outside(self) -> bool:
        return bool(self.inside(ROW) or self.inside(LANE))

    def _by_hand(self, chosen: Thing) -> None:
        """Gone up to, or taken in the hand and put down; what asks to be sure is told once more."""
        self.press(chosen)
        for _ in range(LONG):
            put = self.named("Put it here")
            here = next((one for one in self.inside(NEAR) if one.label == chosen.label), None)
            if put:
                self.press(put)
            elif here is None:
                return
            elif self.lately("Once more"):
                self.press(here)
            else:
                self.listen(SOON)

    def _on_the_street(self) -> None:
        """To what was told to wait, or is here; where nothing waits, home."""
        things = self.things()
        signs = [one for one in things if one.label.endswith(SIGNS)]
        here = [one for one in things if one.within is None and "here" in one.more]
        home = self.named("End the day")
        goal = next((home if one.label.startswith("Home") else one for one in [*signs, *here]), None)
        assert goal is not None, f"nothing is told that one could walk to: {[one.label for one in things]}"
        self.press(goal)
        for _ in range(LONG):
            if home and self.lately("Hours of the day are left"):
                self.press(home)
            if not self._outside():
                return
            self.listen(SOON)

    def _answer(self) -> None:
        """Something asks that is neither a page nor a list: a scale is moved, a window is looked through."""
        slider = next((one for one in self.things() if one.slider), None)
        if slider:
            self.press(slider, more=True)
        elif look := self.named("Stamp it", "Stand up", "Window 1"):
            self.press(look)
            return
        self._done()

    def _done(self) -> None:
        if done := self.named("Done", "Leave it"):
            self.press(done)
