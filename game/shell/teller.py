"""Between the desk and whoever reads it aloud: a few times a second it hears what is new, and passes it on."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.screens.voice import Heard, Line, news
from game.shell.speech import Speech
from game.shell.touch import Way

if TYPE_CHECKING:
    from game.shell.access import Access
    from game.shell.desk import Desk

EAR = 0.2  # seconds at least from one listening to the next: nobody hears thirty steps a second
Voice = Callable[[Sequence[Line]], None]


class Teller:
    """Costs nothing until somebody listens: `voice` does from the start, `access` once a screen reader has come."""

    def __init__(self, voice: Voice | None = None, access: "Access | None" = None) -> None:
        """Either can be missing."""
        self._voice, self._access = voice, access
        self._now = Heard()
        self._drawn, self._left = True, 0.0

    @property
    def wanted(self) -> bool:
        """Whether anybody listens."""
        return self._voice is not None or (self._access is not None and self._access.active)

    def tick(self, desk: "Desk", seconds: float, *, drawn: bool) -> None:
        """Once a frame: do what a screen reader has asked for; where something was drawn, say what is new of it."""
        self._drawn = self._drawn or drawn
        if not self.wanted:
            self._now = Heard()  # who comes later, or again, begins with everything
            return
        if isinstance(self._voice, Speech):
            self._voice.go_on()
        if not desk.aloud:
            desk.aloud = desk.dirty = True
        for key, way, given in self._access.asked(self._now) if self._access else ():
            desk.touch(key, way, given)
            self._drawn = True
        self._left -= seconds
        if self._drawn and self._left <= 0:
            self._drawn, self._left = False, EAR
            before, self._now = self._now, desk.heard()
            self._tell(news(before, self._now), desk.size)

    def again(self, desk: "Desk") -> None:
        """Say all that is there once more."""
        if self.wanted:
            self._now = desk.heard()
            self._tell(news(Heard(), self._now), desk.size)

    def _tell(self, lines: Sequence[Line], size: tuple[int, int]) -> None:
        if self._voice and lines:
            self._voice(lines)
        if self._access:
            self._access.show(self._now, lines, size)

    def close(self) -> None:
        """Nobody is read to any more."""
        if isinstance(self._voice, Speech):
            self._voice.hush()

    def focused(self, *, now: bool) -> None:
        """The window has the keys, or has lost them."""
        if self._access:
            self._access.focused(now=now)


Asked = tuple[str, Way, str]  # the key of a thing, what is to be done with it, and what to set it to


def voice(name: str) -> Voice | None:
    """The voice of that name: "print", "speak", or "" for none."""
    return printed if name == "print" else Speech.found() if name == "speak" else None


def printed(lines: Sequence[Line]) -> None:
    """The voice for looking into: writes on the console what it would say, a line each."""
    for line in lines:
        sys.stderr.write(f"[{line.why}] {line.text}\n")
    sys.stderr.flush()
