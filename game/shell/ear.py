"""The ear: from what the screens show to what is to be heard. It knows no device, and hears no more than is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.shell import cues
from game.shell.cues import Cue

if TYPE_CHECKING:
    from game.model.acts import Act
    from game.model.view import View
    from game.screens.kit.screen import Screen

CALLS = 19.0  # seconds between two calls of the gulls, while there are gulls


@dataclass(frozen=True)
class Score:
    """What sounds at one instant, by name; "" is nothing.

    `cues` begin now. `low`: make room for words; `aloud`: for a voice that reads them.
    """

    bed: str = ""
    music: str = ""
    noise: str = ""
    low: bool = False
    cues: tuple[Cue, ...] = ()
    aloud: bool = False


class Ear:
    """Told of every act, and asked what there is to hear."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._cues: list[Cue] = []
        self._music = ""
        self._gull = CALLS / 2
        self._beats: dict[int, int] = {}

    def act(self, before: "View | None", now: "View", act: "Act") -> None:
        """An act of the player, and what could be seen before and after it."""
        self._cues += cues.heard(before, now, act)
        self._music = cues.music(before, now, self._music)

    def listen(self, view: "View | None", screens: "Sequence[Screen]", seconds: float) -> Score:
        """What is to be heard, `seconds` after the last time. `screens`: those that are seen and not paused."""
        if view is None:
            self._music = cues.music(None, None)
        elif view.phase not in ("morning", *cues.ENDINGS) or self._music != f"theme_{view.world}":
            self._music = ""
        self._strike(screens)
        self._call(view, seconds)
        made, self._cues = tuple(self._cues), []
        if any(screen.hushed for screen in screens):
            return Score(low=True, cues=made)
        noise = next((one.noise for one in reversed(screens) if one.noise), "")
        return Score(cues.bed(view), self._music, noise, cues.reading(view), made)

    def _strike(self, screens: "Sequence[Screen]") -> None:
        """What a screen does by itself, each time it does it."""
        now = {}
        for screen in screens:
            name, times = screen.strikes
            if name:
                if times > self._beats.get(id(screen), 0):
                    self._cues.append(Cue(name))
                now[id(screen)] = times
        self._beats = now

    def _call(self, view: "View | None", seconds: float) -> None:
        self._gull -= seconds if cues.gulls(view) else 0.0
        if self._gull <= 0:
            self._gull = CALLS
            self._cues.append(Cue("gull"))
