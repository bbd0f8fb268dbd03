"""A desktop game that has joined a room on this machine: a real thread, real HTTP, no window."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

from game.bots.bots import Bot, keeps_table
from game.journal import Session
from game.model.content import Pack
from game.screens.kit.answers import Answer, Order
from game.screens.saved import Settings
from game.shell.joined import Joined
from game.shell.library import Folder

FRAME = 1 / 30


class Guest:
    """One player at one computer. `folder` is what lies on its disk."""

    def __init__(self, pack: Pack, folder: Path, address: str, *, shared: bool = False) -> None:
        self.desk = Joined(Settings(still=True, muted=True, asked=True, shared=shared), address=address)
        self.desk.ready(Folder(folder, pack=pack))

    @property
    def card(self) -> str:
        """What lies on top, by the name of its kind."""
        return type(self.desk.screens[-1]).__name__

    @property
    def session(self) -> Session:
        assert self.desk.play is not None
        return cast("Session", self.desk.play)

    def until(self, comes: Callable[[], object], seconds: float = 20) -> None:
        """Let time pass until it comes."""
        end = time.monotonic() + seconds
        while not comes():
            assert time.monotonic() < end, f"it does not come; there lies {self.card}, {self.desk.errand.news}"  # type: ignore[union-attr]
            self.desk.tick(FRAME)
            time.sleep(0.005)

    def wait(self, seconds: float) -> None:
        """Let so much time pass."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.desk.tick(FRAME)
            time.sleep(0.005)

    def until_card(self, name: str) -> None:
        self.until(lambda: self.card == name)

    def until_plays(self) -> None:
        self.until(lambda: self.desk.play)

    def until_told(self) -> None:
        """All that was done is on the host's disk."""
        self.until(lambda: self.desk.errand and not self.desk.errand.news.waiting)

    def press(self, key: str) -> None:
        node = self.desk.screens[-1].tree(self.desk.frame).find(key)
        assert node is not None, key
        answer: Answer | None = node.press()
        if answer is not None:
            self.desk.apply(answer)

    def join(self) -> None:
        """From the first card into the play, in a room that plays."""
        self.until_card("Joining")
        self.press("begin")
        self.until(lambda: self.desk.play)

    def play(self, steps: int = 600) -> None:
        """So many steps, or to the end."""
        bot = Bot("fox", 7, keeps_table(self.session.pack))
        for _ in range(steps):
            if self.session.view().phase == "over":
                return
            self.desk.do(bot.choose(self.session.view(), self.session.legal()))

    def order(self, name: str, **args: object) -> None:
        self.desk.apply(Order(name, args))

    def kill(self) -> None:
        """End without a last word."""
        errand = self.desk.errand
        assert errand is not None
        with errand._turned:
            errand._done = True
            errand._turned.notify_all()
        errand._thread.join(10)
