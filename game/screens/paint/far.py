"""Behind the houses: sky, hills, sea and the Lantern. Each moves a little less than what stands before it."""

import math

import pygame

from game.screens import art
from game.screens.kit.canvas import Canvas
from game.screens.kit.store import kept
from game.screens.paint import light as hours
from game.screens.paint.brush import Brush, swift

HORIZON = 380
LANTERN_X, LANTERN_TOP = 853.0, 32.0  # its middle on the screen at the left end of the Row
HILLS_BY, SEA_BY, LANTERN_BY = 0.06, 0.2, 0.15
SUN = hours.SUN


def disc(colours: art.Palette) -> str:
    """The drawing of what stands in the sky: under the app there is a moon at dusk."""
    return "far/moon" if colours.name == "phone.dusk" else "far/sun"


@kept
def _sky(world: str, light: str, w: int, h: int, at: tuple[float, float]) -> pygame.Surface:
    colours = art.palette(world, light)
    top, low = colours["sky_top"], colours["sky_low"]
    strip = pygame.Surface((1, h))
    middle = colours["sky_mid"] if "sky_mid" in colours else art.mix(top, low, 0.5)
    for y in range(h):
        part = 2 * min(1.0, y / h)
        strip.set_at((0, y), art.mix(top, middle, part) if part < 1 else art.mix(middle, low, part - 1))
    sheet = pygame.transform.scale(strip, (w, h))
    scale = w / 1280
    brush = Brush(Canvas(sheet, scale, (0, 0)), colours)
    if light in hours.AWAY:
        hours.low_sun(brush, at, 0.5 if (world, light) == ("phone", "dusk") else 1.0)
    brush.put(disc(colours), at[0] - 65, at[1] - 65)
    if light == "dusk":
        for k in range(26 if world == "phone" else 8):
            sx, sy = (k * k * 137 + k * 389 + 90) % 1280, (k * k * 59 + k * 83 + 14) % 200
            brush.circle(sx, sy, 1.2 + (k % 3) * 0.4, "sun", 170 - sy // 2)
    return sheet.convert() if pygame.display.get_surface() else sheet


@kept
def _hills(world: str, light: str, scale: float) -> pygame.Surface:
    sheet = pygame.Surface((round(1500 * scale), round(150 * scale)), pygame.SRCALPHA)
    brush = Brush(Canvas(sheet, scale, (0, 0)), art.palette(world, light))
    brush.stretch("far/hills", -20, 10, 860, 150)
    brush.stretch("far/hills", 800, 0, 720, 160, flip=True)
    if light == "dawn":
        hours.mist(brush, 1500, 74)
    return swift(sheet)


def sky(brush: Brush, world: str, light: str, t: float, sun: tuple[float, float] | None = None) -> None:
    """Sky, sun or moon (at `sun`, or where the hour has it), and three clouds that drift."""
    canvas = brush.canvas
    w, h = round(1280 * canvas.scale), round(500 * canvas.scale)
    canvas.blit(_sky(world, light, w, h, sun or SUN[light]), (0, 0))
    for name, x, y, size, pace in (("1", 90, 150, 0.9, 3.0), ("2", 560, 96, 1.0, 4.2), ("1", 1120, 60, 0.62, 2.2)):
        at = (x + t * pace + 260) % 1560 - 260
        brush.put(f"far/cloud_{name}", at, y, size)


def distance(
    brush: Brush, world: str, light: str, cam: float, t: float, sun: tuple[float, float] | None = None
) -> None:
    """Hills, sea and boats."""
    brush.canvas.blit(_hills(world, light, brush.scale), (-cam * HILLS_BY, HORIZON - 140))
    brush.canvas.rect((0, HORIZON, 1280, 52), brush.ink("sea"))
    brush.canvas.rect((0, HORIZON + 52, 1280, 72), brush.ink("sea_deep"))
    foam = brush.ink("foam")
    for k in range(26):
        gleam = (k * 197 - cam * SEA_BY + 6 * math.sin(t * 0.7 + k)) % 1400 - 60
        y = HORIZON + 12 + (k * 37) % 92
        w = 16 + (k * 13) % 26
        brush.canvas.rect((gleam, y, w, 1.6 if y < HORIZON + 52 else 2.4), foam)
    if light in hours.AWAY:
        hours.glitter(brush, (sun or SUN[light])[0], HORIZON, math.sin(t * 0.9))
    for name, x, y, size in (("sail", 330, 432, 0.6), ("trawler", 620, 470, 0.8), ("sail", 1040, 410, 0.34)):
        at = (x - cam * SEA_BY + t * (1.4 if name == "sail" else 2.0) + 200) % 1700 - 200
        tall = art.size(f"far/{name}")[1]
        brush.put(f"far/{name}", at, y - tall * size + 1.6 * math.sin(t * 1.3 + x), size)


def lantern_x(cam: float) -> float:
    """Where the middle of the Lantern stands on the screen."""
    return LANTERN_X - cam * LANTERN_BY


def lantern(brush: Brush, state: str, light: str, cam: float, t: float) -> None:
    """The lighthouse. Its glass: plain, lit (with rays by day, a turning beam at dusk), dark, out."""
    x: float = lantern_x(cam)
    middle = LANTERN_TOP + 82
    if state == "lit":
        if light != "dusk":
            for k in range(24):
                angle = k * math.tau / 24 + 0.06
                near, far = 56, 86 - 8 * (k % 2) + 3 * math.sin(t * 1.5 + k)
                c, s = math.cos(angle), math.sin(angle)
                ends = [(x + near * c, middle + near * s), (x + far * c, middle + far * s)]
                brush.line(ends, "lamp", 1.6)
        else:
            for side in (1, -1):
                turn = math.cos(t * 0.5) * side
                reach, spread = 1300 * turn, 60 + 120 * (1 - abs(turn))
                if abs(turn) > 0.08:
                    brush.polygon(
                        [(x, middle - 8), (x + reach, middle - spread), (x + reach, middle + spread), (x, middle + 8)],
                        "beam", 40,
                    )
    brush.put("far/lantern", x - 110, LANTERN_TOP)
    kind = state if state in ("plain", "lit", "dark", "out") else "plain"
    brush.put(f"far/glass_{kind}", x - 30, LANTERN_TOP + 58)
    if kind == "lit":
        brush.circle(x, middle, 44, "beam", 50)
    elif kind == "plain" and light == "dawn":
        _glint(brush, x - 15, middle - 10, 0.75 + 0.25 * math.sin(t * 0.8))


def _glint(brush: Brush, x: float, y: float, size: float) -> None:
    """The first sun in a pane: a star of four points."""
    brush.circle(x, y, 15 * size, "sun", 90)
    for long, wide in ((27 * size, 2.6), (2.6, 19 * size)):
        brush.polygon([(x - long, y), (x, y - wide), (x + long, y), (x, y + wide)], "white", 235)
