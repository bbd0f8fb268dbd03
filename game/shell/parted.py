"""A window of two parts: the picture, and below it a ribbon at the full width."""

from game.screens.kit.answers import Pointer
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, fit
from game.screens.project.ribbon import HIGH

Size = tuple[int, int]


def parts(window: Size) -> tuple[float, Size]:
    """How many pixels a logical unit has in both parts, and the size of the upper one; all in a window of that size."""
    wide, tall = window
    scale = min(wide / WIDTH, tall / (HEIGHT + HIGH))
    return scale, (wide, tall - round(HIGH * scale))


def spread(box: Box, window: Size, *, below: bool) -> Box:
    """A box of the picture, or of the ribbon, as the undivided window counts: there a screen reader looks for it."""
    at, (scale, picture) = fit(*window), parts(window)
    inner = scale if below else fit(*picture)
    left, top = (0.0, picture[1]) if below else (
        (picture[0] - WIDTH * inner) / 2, (picture[1] - HEIGHT * inner) / 2)  # fmt: skip
    x = (left + box.x * inner - (window[0] - WIDTH * at) / 2) / at
    y = (top + box.y * inner - (window[1] - HEIGHT * at) / 2) / at
    return Box(x, y, box.w * inner / at, box.h * inner / at)


def split(event: Pointer, window: Size) -> tuple[Pointer, Pointer]:
    """Where a point of the undivided window lies, as the ribbon counts and as the picture does."""
    at, (scale, picture) = fit(*window), parts(window)
    x = (window[0] - WIDTH * at) / 2 + event.x * at
    y = (window[1] - HEIGHT * at) / 2 + event.y * at
    inner = fit(*picture)
    left, top = (picture[0] - WIDTH * inner) / 2, (picture[1] - HEIGHT * inner) / 2
    below = Pointer(event.kind, x / scale, (y - picture[1]) / scale, event.turn)
    return below, Pointer(event.kind, (x - left) / inner, (y - top) / inner, event.turn)
