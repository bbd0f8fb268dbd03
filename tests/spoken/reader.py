"""A listener at the desk itself: no window, no screen reader, and time that is told."""

from pathlib import Path

from game.screens.saved import Settings
from game.screens.voice import Heard, Line, news
from game.shell.desk import Desk
from game.shell.library import Folder
from tests.spoken.player import SOON, Listener, Thing

STEP = 1 / 30
EAR = 0.2  # seconds from one listening to the next, as in the window


class Reader(Listener):
    """Hears every line that a voice would say; `lines` are all of them since the beginning."""

    def __init__(self, folder: Path) -> None:
        """A game that has just been started, its plays in `folder`."""
        self.desk = Desk(Settings(), clock=lambda: 0.0)
        self.desk.aloud = True
        self.desk.ready(Folder(folder))
        self.now = Heard()
        self.lines: list[Line] = []
        self.told = []
        self.heard()

    def heard(self) -> None:
        """Take in what is new."""
        before, self.now = self.now, self.desk.heard()
        said = news(before, self.now)
        self.lines += said
        self.told += [one.text for one in said]

    def listen(self, seconds: float) -> None:
        """Let time pass and hear what comes."""
        for _ in range(max(1, round(seconds / EAR))):
            for _ in range(round(EAR / STEP)):
                self.desk.tick(STEP)
            self.heard()

    def things(self) -> list[Thing]:
        """What a screen reader would offer to press."""
        lists = {one.path: one.label for one in self.now.spots if one.role == "list"}
        return [
            Thing(one.label, one.more, lists.get(one.parent), one.adjust, one.key)
            for one in self.now.spots if one.key and (one.press or one.adjust)
        ]

    def press(self, thing: Thing, *, more: bool = False) -> None:
        """As AccessKit asks for it."""
        self.desk.touch(str(thing.at), "more" if more else "press")
        self.listen(SOON)
