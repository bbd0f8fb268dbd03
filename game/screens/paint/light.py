"""The light of the hour: where the sun stands, long shadows at dawn and dusk, lamps and windows, mist, glitter.

Light belongs to the hour and colours to the world: everything here takes its colours from the palette it is given.
The sun stands behind the houses, low on the left at dawn and low on the right at dusk, so that what stands on the
ground throws its outline towards whoever looks, and away from the sun.
"""

from collections.abc import Iterable

import pygame

from game.screens import art
from game.screens.kit.canvas import Canvas
from game.screens.kit.store import kept
from game.screens.paint.brush import Brush

SUN: dict[str, tuple[float, float]] = {"dawn": (330.0, 164.0), "noon": (960.0, 108.0), "dusk": (1010.0, 170.0)}
AWAY = {"dawn": 1, "dusk": -1}  # which way shadows fall; at noon they lie under what throws them
SQUASH, LEAN = 0.42, 1.25  # how long a shadow lies for each pixel of height, and how far aside it falls
SHADE, MOONSHADE = 44, 26  # how dark it is, of 255
HAZE, HAZY = 520.0, 150  # how far the haze round a low sun reaches, and how dense it is beside the sun, of 255


def hour(palette: art.Palette) -> str:
    """The hour of a palette: dawn, noon, dusk or lamplit."""
    return palette.name.partition(".")[2]


def shade(palette: art.Palette) -> int:
    """How dark a long shadow is: a moon throws less of one."""
    return MOONSHADE if palette.name == "phone.dusk" else SHADE


@kept
def _thrown(drawn: pygame.Surface, colour: art.Colour, dark: int, way: int) -> pygame.Surface:
    """What a drawing throws on the ground: its outline laid down, upside down, and leaning `way`."""
    w, h = drawn.get_size()
    low = max(1, round(h * SQUASH))
    flat = pygame.mask.from_surface(drawn, 90).to_surface(setcolor=(*colour, dark), unsetcolor=(*colour, 0))
    flat = pygame.transform.flip(pygame.transform.smoothscale(flat, (w, low)), False, True)
    sheet = pygame.Surface((w + round(low * LEAN), low), pygame.SRCALPHA)
    for row in range(low):
        sheet.blit(flat, (round((row if way > 0 else low - 1 - row) * LEAN), row), (0, row, w, 1))
    return sheet


def throw(brush: Brush, drawn: pygame.Surface, x: float, foot: float) -> None:
    """The long shadow of a drawing that stands on `foot` with its left edge at x; none at noon and under lamps."""
    way = AWAY.get(hour(brush.palette))
    if way is None:
        return
    sheet = _thrown(drawn, brush.palette["shadow"], shade(brush.palette), way)
    left = x if way > 0 else x - (sheet.get_width() - drawn.get_width()) / brush.scale
    brush.blit(sheet, left, foot - 2)


def rooted(brush: Brush, name: str, x: float, foot: float, *, flip: bool = False, under: float = 0.46) -> None:
    """A drawing that stands on the ground with its middle at x, and its shadow; `under` of its width lies below it."""
    w, h = art.size(name)
    brush.shade_ellipse(x, foot, w * under, 4)
    if hour(brush.palette) in AWAY:
        wide, tall = max(1, round(w * brush.scale)), max(1, round(h * brush.scale))
        drawn = art.image(name, brush.palette, wide, tall)
        throw(brush, pygame.transform.flip(drawn, True, False) if flip else drawn, x - w / 2, foot)
    brush.stand(name, x, foot, flip=flip)


def between(brush: Brush, gaps: Iterable[tuple[float, float]], top: float, bottom: float) -> None:
    """What of a low sun comes through between the houses and lies on the ground."""
    way = AWAY.get(hour(brush.palette))
    if way is None:
        return
    strong = 34 if brush.palette.name == "phone.dusk" else 84
    token = "sun" if hour(brush.palette) == "dawn" else "beam"
    lean = (bottom - top) * LEAN * way
    for left, right in gaps:
        brush.polygon([(left, top), (right, top), (right + lean, bottom), (left + lean, bottom)], token, strong)


def from_windows(brush: Brush, boxes: Iterable[tuple[float, float]], top: float) -> None:
    """What lit shop windows lay on the pavement at dusk: left and right of each, and where the pavement begins."""
    if hour(brush.palette) != "dusk":
        return
    for left, right in boxes:
        brush.polygon([(left, top), (right, top), (right + 26, top + 40), (left - 26, top + 40)], "shop_lit", 46)
        brush.polygon([(left, top), (right, top), (right + 12, top + 18), (left - 12, top + 18)], "shop_lit", 42)


@kept
def _haze(colour: art.Colour, radius: int, dense: int) -> pygame.Surface:
    small = max(8, radius // 3)  # it has no edges: a third of the size is enough
    sheet = pygame.Surface((2 * small, 2 * small), pygame.SRCALPHA)
    sheet.fill((*colour, 0))
    for r in range(small, 0, -1):
        pygame.draw.circle(sheet, (*colour, round(dense * (1 - r / small) ** 1.8)), (small, small), r)
    return pygame.transform.smoothscale(sheet, (2 * radius, 2 * radius))


def low_sun(brush: Brush, at: tuple[float, float], strength: float = 1.0) -> None:
    """The haze round a sun that is low."""
    sheet = _haze(brush.palette["sun"], round(HAZE * brush.scale), round(HAZY * strength))
    brush.blit(sheet, at[0] - HAZE, at[1] - HAZE)


def mist(brush: Brush, wide: float, y: float) -> None:
    """Bars of mist over the water, early."""
    for k in range(7):
        x = (k * 397.0) % wide - 60
        long = 300.0 + (k * 83) % 220
        brush.rect(x, y + (k * 23) % 58, long, 9.0 + k % 3 * 3, "cloud", 104, radius=6)


def glitter(brush: Brush, x: float, top: float, t_shift: float) -> None:
    """The path that a low sun lays over the water, to whoever looks."""
    for k in range(11):
        wide = 16.0 + (k * 29) % 34 + 3 * k
        sway = ((k * 37) % 23 - 11) + 2.4 * ((k % 3) - 1) * t_shift
        brush.rect(x - wide / 2 + sway, top + 5 + k * 10.4, wide, 2.6, "sun", 150 - 6 * k, radius=1.3)


@kept
def _indoors(
    where: str, tone: str, size: tuple[int, int], scale: float, panes: tuple[tuple[float, ...], ...],
    lamps: tuple[tuple[float, ...], ...],
) -> pygame.Surface:
    sheet = pygame.Surface(size, pygame.SRCALPHA)
    brush = Brush(Canvas(sheet, scale, (0, 0)), art.palette(*tone.split(".")))
    now = hour(brush.palette)
    if now in ("dusk", art.LAMPLIT):
        for x, y, *_ in lamps:
            brush.polygon([(x - 22, y), (x + 22, y), (x + 270, 720), (x - 270, 720)], "beam", 30)
            brush.polygon([(x - 16, y), (x + 16, y), (x + 150, 720), (x - 150, 720)], "beam", 34)
            for radius, alpha in ((104, 34), (62, 56), (32, 110)):
                brush.circle(x, y, radius, "lamp", alpha)
        return sheet
    way = AWAY.get(now, 0)
    for x, y, w, h in panes:
        reach, drop = (0.62 * (720 - y), 720.0) if way else (26.0, min(720.0, y + h + 250))
        inset = w * 0.06
        for k in range(2):  # two leaves, with the bar between them
            a, b = x + inset + k * (w / 2), x + w / 2 - inset * 0.4 + k * (w / 2 - inset * 0.6)
            if way:
                ends = [(a, y + h), (b, y + h), (b + reach + 40, drop), (a + reach - 10, drop)]
                brush.polygon([(a, y), (b, y), *ends[1:], ends[0]], "beam", 50)
            else:
                brush.polygon([(a, y + h + 40), (b, y + h + 40), (b + reach, drop), (a - 8, drop)], "white", 28)
    return sheet


def indoors(brush: Brush, where: str, *, sun: bool = True) -> None:
    """The hour in a room: shafts through its windows at dawn, a pale patch at noon, its lamps in the evening.

    A room says of itself where they are: `data-panes="x,y,w,h ..."` and `data-lamps="x,y ..."`. Without `sun` only the
    lamps.
    """
    if not sun and hour(brush.palette) in ("dawn", "noon"):
        return
    drawing = f"rooms/{where}"
    panes, lamps = art.data(drawing, "panes"), art.data(drawing, "lamps")
    canvas = brush.canvas
    size = (round(1280 * canvas.scale), round(720 * canvas.scale))
    if hour(brush.palette) == art.LAMPLIT:
        canvas.rect((0, 0, 1280, 720), brush.ink("shadow", 34))
    canvas.blit(_indoors(where, brush.palette.name, size, canvas.scale, panes, lamps), (0, 0))
