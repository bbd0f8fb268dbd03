"""A page that is turned in a book: for a quarter of a second the one before it is seen going over."""

from collections.abc import Callable

import pygame

from game.screens.kit.canvas import HEIGHT, WIDTH, Canvas
from game.screens.paint import pace

TURNS = 0.26  # seconds
BACK = 110.0  # how much of the back of a page is seen while it goes over
PAPER, SHADE, EDGE = "#FBF5E4", "#E4DAC0", "#CFC3A2"


class Turned:
    """Keeps the last picture of a page that lies open, so that it can be seen once more when it is turned."""

    def __init__(self) -> None:
        """No page has been drawn yet."""
        self._at = 0
        self._rest: pygame.Surface | None = None
        self._old: pygame.Surface | None = None
        self._on = True

    def paint(self, canvas: Canvas, at: int, age: float, draw: Callable[[], None], top: float, *, still: bool) -> None:
        """Draw page `at`, opened `age` seconds ago, by `draw`; over it, below `top`, what is left of the one before."""
        if at != self._at:
            fits = self._rest is not None and self._rest.get_size() == canvas.surface.get_size()
            self._old, self._on, self._at = self._rest if fits and not still else None, at > self._at, at
        draw()
        if self._old is None or age >= TURNS or still:
            self._old = None
            self._rest = canvas.surface.copy()
            return
        with canvas.clip((0, top, WIDTH, HEIGHT - top)):
            over(canvas, self._old, age / TURNS, on=self._on)


def over(canvas: Canvas, old: pygame.Surface, p: float, *, on: bool) -> None:
    """Lay the old page over what is there, as far as it has not gone over yet: leftwards, or (not `on`) rightwards."""
    q = pace.ease(min(1.0, max(0.0, p)))
    fold = WIDTH * (1 - q) if on else WIDTH * q
    area = canvas.area((0, 0, fold, HEIGHT) if on else (fold, 0, WIDTH - fold, HEIGHT))
    canvas.surface.blit(old, area, area)
    wide = BACK * min(1.0, 3 * q, 3 * (1 - q))
    way = -1 if on else 1  # the back of the page lies over the old one
    for start, end, ink in ((0.0, 0.16, SHADE), (0.16, 0.9, PAPER), (0.9, 1.0, EDGE)):
        x = fold + way * wide * (end if on else start)
        canvas.rect((x, 0, wide * (end - start) + 1, HEIGHT), ink)
    beyond = fold + way * wide
    canvas.rect((beyond - 14 if on else beyond, 0, 14, HEIGHT), "#20263A22")
    canvas.rect((fold if on else fold - 18, 0, 18, HEIGHT), "#20263A2E")
