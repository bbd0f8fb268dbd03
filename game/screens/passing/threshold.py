"""Going in and out of a door: for a quarter of a second the place one has left is still seen, and then the new one."""

from typing import TYPE_CHECKING

import pygame

from game.screens.kit.canvas import Canvas
from game.screens.paint import pace
from game.screens.passing.masks import laid

if TYPE_CHECKING:
    from game.model.view import View

FADES = 0.22  # seconds
ON_FOOT = ("walk", "wait")  # these take place on the street, whatever is behind the door
OUT_OF_DOORS = ("", "row", "board", "square", "quay", "doorstep", "crossing")  # and a sheet that opens there


class Threshold:
    """The last picture of the place that was left, for as long as it is seen. It stops no key and no clock."""

    def __init__(self) -> None:
        """Nothing has been left."""
        self._on: pygame.Surface | None = None  # what was drawn on last
        self._old: pygame.Surface | None = None
        self._left = 0.0

    @property
    def moving(self) -> bool:
        """Whether two places are to be seen."""
        return self._old is not None

    def leave(self, before: "View | None", now: "View", *, still: bool) -> None:
        """Keep what is on the window, if another place comes now."""
        if before is None or still or self._on is None or ground(before) == ground(now):
            return
        try:
            self._old, self._left = self._on.copy(), FADES
        except pygame.error:  # the window has been made anew since
            self._old = None

    def tick(self, seconds: float) -> None:
        """Fade."""
        self._left -= seconds
        if self._left <= 0:
            self._old = None

    def paint(self, canvas: Canvas, *, still: bool) -> None:
        """Lay what is left of it over everything."""
        self._on = canvas.surface
        if self._old is not None and self._old.get_size() == self._on.get_size() and not still:
            laid(self._on, self._old, pace.ease(min(1.0, self._left / FADES)))


def ground(view: "View") -> str:
    """A name for what a View is seen against: the street, a room, a page, a thing on the table."""
    if view.place is not None:
        return view.place.id
    moment = view.moment if view.phase in ("moment", "then") else None
    if moment is not None and moment.mode not in ON_FOOT:
        return "" if moment.mode == "sheet" and moment.where in OUT_OF_DOORS else f"{moment.mode}.{moment.where}"
    if view.ask is not None:
        return f"ask.{view.ask.kind}"
    return f"page.{view.page.kind}" if view.page is not None else ""
