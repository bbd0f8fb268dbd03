"""The names of the figures at the head: under the mouse, all of them on H, and by themselves for the first steps.

They lie over whatever else is on the screen, so the desk keeps and draws them, not the screen with the head.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.language import N_, _, language
from game.screens.kit.answers import Input, Key, Pointer
from game.screens.kit.canvas import WIDTH, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import flow, row, words
from game.screens.kit.node import Node, render
from game.screens.kit.palette import palette
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import key_cap, silent
from game.screens.passing.purse import Purse
from game.screens.passing.threshold import Threshold
from game.telling.figures import figures

if TYPE_CHECKING:
    from game.model.view import View

KEY = "h"
STAY = 6.0  # seconds the names stay; where nothing is timed, until H is pressed again
LOWEST = 240.0  # no head reaches further down, at any text size
AGAIN = N_("shows these names again")


class Names:
    """Which names are to be seen now."""

    def __init__(self) -> None:
        """None."""
        self.left = 0.0
        self.over = ""  # the key of the plate under the mouse
        self.dirty = False
        self._last: tuple[View, object, Node] | None = None  # the legend that was drawn last, and what it was made from
        self.purse, self.threshold = Purse(), Threshold()

    def tick(self, seconds: float) -> None:
        """They go by themselves."""
        self.dirty = self.dirty or self.purse.moving or self.threshold.moving
        self.purse.tick(seconds)
        self.threshold.tick(seconds)
        if self.left > 0:
            self.left = max(0.0, self.left - seconds)
            self.dirty = self.dirty or self.left == 0

    def heed(self, event: Input, seen: Sequence[Screen], frame: Frame) -> None:
        """H and the mouse. They take nothing away from the screens: whoever else wants the key has it too."""
        under, view = _head(seen)
        if view is None or under is None:
            self.left, self.over = 0.0, ""
        elif event == Key(KEY):
            self.left = 0.0 if self.left else math.inf if frame.untimed else STAY
            self.dirty = True
        elif isinstance(event, Pointer) and (self.over or event.y < LOWEST):
            over = _plate(event, under, view, seen, frame)
            self.dirty = self.dirty or over != self.over
            self.over = over

    def paint(self, canvas: Canvas, seen: Sequence[Screen], frame: Frame) -> None:
        """Draw what is to be seen of them; and what is still seen of a place that was left."""
        self.dirty = False
        self._name(canvas, seen, frame)
        self.threshold.paint(canvas, still=frame.still)

    def _name(self, canvas: Canvas, seen: Sequence[Screen], frame: Frame) -> None:
        under, view = _head(seen)
        self.purse.know(view, still=frame.still)
        if view is None or under is None:
            return
        self.purse.paint(canvas, under, view, seen, frame)
        if self.left > 0 or under.unnamed:
            render(canvas, self._legend(view, frame, again=under.unnamed))
        elif self.over:
            found = label(view, frame, self.over)
            if found:
                render(canvas, found)

    def _legend(self, view: "View", frame: Frame, *, again: bool) -> Node:
        """All names; made anew only for another View or window, not for every picture of a street that breathes."""
        made_for = (frame.size, frame.zoom, again, language())
        if self._last is None or self._last[0] is not view or self._last[1] != made_for:
            self._last = (view, made_for, legend(view, frame, again=again))
        return self._last[2]


def _head(seen: Sequence[Screen]) -> "tuple[Screen, View] | tuple[None, None]":
    """The topmost screen that has a head, and what is shown there; none below a leaf or a thing held up."""
    if seen and not (seen[-1].pauses or seen[-1].held_up):
        for screen in reversed(seen):
            if screen.headed:
                return screen, screen.view
    return None, None


def _plate(event: Pointer, under: Screen, view: "View", seen: Sequence[Screen], frame: Frame) -> str:
    """The key of the plate that the mouse is on, if no sheet lies over it; else an empty string."""
    from game.screens import hud  # noqa: PLC0415  (the screens of a play are read after the first frame)

    plates = [node for node in hud.nodes(view, frame).walk() if node.key.startswith("figure.")]
    found = next((node.key for node in plates if node.box.holds(event.x, event.y)), "")
    above = seen[seen.index(under) + 1 :] if found else ()
    covers = (screen.tree(frame).box for screen in above if screen.kind != "hands")
    return "" if any(box.holds(event.x, event.y) for box in covers) else found


def legend(view: "View", frame: Frame, *, again: bool = False) -> Node:
    """All names side by side below the head; with `again` also how they come back."""
    from game.screens import hud, strip  # noqa: PLC0415  (as above)

    pal = palette(view.world)
    parts = [
        row([hud.emblem(frame, pal, one), words(frame, one.said, "sans_semibold", 15, pal.ink)], gap=8)
        for one in figures(view)
    ]
    if again:
        parts.append(row([key_cap(frame, pal, frame.key(KEY)), words(frame, _(AGAIN), "sans", 15, pal.ink)], gap=8))
    plates = [silent(strip.plated(one, pal, (12, 5))) for one in parts]
    listing = flow(plates, WIDTH - 2 * hud.EDGE, gap=8, gap_y=6)
    listing.palette = pal
    return listing.place(hud.EDGE, hud.nodes(view, frame).box.bottom + 10)


def label(view: "View", frame: Frame, key: str) -> Node | None:
    """One name, below its plate; None where there is no such plate (any more)."""
    from game.screens import hud, strip  # noqa: PLC0415  (as above)

    plate = hud.nodes(view, frame).find(key)
    if plate is None:
        return None
    pal = palette(view.world)
    found = silent(strip.plated(words(frame, plate.label, "sans_semibold", 15, pal.ink), pal, (12, 5)))
    return strip.inside(found.place(plate.box.x, plate.box.bottom + 8))
