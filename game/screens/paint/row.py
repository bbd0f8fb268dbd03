"""The Row itself: houses, pavement and street furniture, drawn once into tiles and then only moved."""

from functools import lru_cache

import pygame

from game.language import _
from game.language.spoken import when_changed
from game.screens import art
from game.screens.kit.canvas import Canvas
from game.screens.kit.store import kept
from game.screens.paint import light as hours
from game.screens.paint import plan
from game.screens.paint.brush import Brush, swift

TILE = 320
TOP, BOTTOM = 120, plan.ROAD
LIT = {"noon": 0.22, "dawn": 0.5, "dusk": 0.8}
SHOPS = tuple((name, x) for name, x in plan.HOUSES if name in plan.DOORS and name not in ("no_7", "library", "park"))
GAPS = (*plan.GAPS, *((x + 6.0, x + 54.0) for x in plan.ALLEY_AT), (672.0, 772.0))  # where a low sun comes through


@lru_cache(maxsize=4096)
def chance(*purpose: object) -> float:
    """A number in 0..1 fixed by what it is for, so that the same window is lit in every picture."""
    value = 2166136261
    for char in repr(purpose):
        value = ((value ^ ord(char)) * 16777619) & 0xFFFFFFFF
    return (value ^ (value >> 15)) % 9973 / 9973


def lives(house: str, index: int) -> bool:
    """Whether this window's light comes and goes, so that it is drawn anew in every picture."""
    return chance("lives", house, index) < 0.3


def lit_at(house: str, index: int, light: str, when: int) -> int:
    """Which of the five lit windows to show there, or -1 for a dark one."""
    if chance("lit", house, index, when) >= LIT[light]:
        return -1
    draw = chance("who", house, index, when)
    return 0 if draw < 0.45 else 1 + int((draw - 0.45) / 0.55 * 3.999)


def house_top(name: str) -> float:
    """The y at which a house's drawing begins."""
    return plan.GROUND - art.size(f"houses/{name}")[1]


def windows(name: str, x: float) -> list[tuple[int, float, float, float, float]]:
    """Index and box on the Row of each window of a house."""
    top = house_top(name)
    return [(k, x + w[0], top + w[1], w[2], w[3]) for k, w in enumerate(art.data(f"houses/{name}", "windows"))]


def _house(brush: Brush, name: str, x: float, light: str, sign: str) -> None:
    drawing = f"houses/{name}"
    top = house_top(name)
    warm = (("shop_glass", brush.palette["shop_lit"]),) if light == "dusk" else ()
    brush.put(drawing, x, top, extra=warm)
    for index, wx, wy, ww, wh in windows(name, x):
        if not lives(name, index):
            kind = lit_at(name, index, light, 0)
            if kind >= 0:
                brush.stretch(f"street/lit_{kind if wh > ww else 0}", wx, wy, ww, wh)
    for box in art.data(drawing, "sign"):
        brush.sign((x + box[0], top + box[1], box[2], box[3]), sign)


def _pavement(brush: Brush, left: float, right: float) -> None:
    brush.rect(left, plan.GROUND, right - left, plan.KERB - plan.GROUND, "pavement")
    brush.rect(left, plan.GROUND, right - left, 3, "pavement.dark")
    for row, step in ((plan.GROUND + 3, 64), (plan.GROUND + 30, 80)):
        first = int(left // step) * step
        for joint in range(first, int(right) + step, step):
            tall = 27 if row < plan.GROUND + 10 else 34
            off = 0 if row < plan.GROUND + 10 else 31
            brush.line([(joint + off, row), (joint + off - tall * 0.26, row + tall)], "pavement.dark", 1)
    brush.rect(left, plan.GROUND + 30, right - left, 1, "pavement.dark")
    brush.rect(left, plan.KERB, right - left, plan.ROAD - plan.KERB, "kerb")
    brush.rect(left, plan.KERB, right - left, 2, "kerb.light")


def _quay(brush: Brush, left: float, right: float) -> None:
    brush.rect(left, 482, right - left, 20, "stone")
    brush.rect(left, 480, right - left, 4, "stone.light")
    for x in range(int(left) + 8, int(right) - 20, 44):
        brush.rect(x, 490, 18, 2, "stone.dark")


def _light_cone(brush: Brush, x: float) -> None:
    brush.polygon([(x + 24, 372), (x + 36, 372), (x + 104, 562), (x - 48, 562)], "beam", 34)
    brush.polygon([(x + 26, 372), (x + 34, 372), (x + 78, 562), (x - 20, 562)], "beam", 30)


def _things(brush: Brush, world: str, light: str, left: float, right: float) -> None:
    def near(x: float) -> bool:
        return left - 150 < x < right + 150

    for hung, x in plan.HANGING.items():
        if not near(x):
            continue
        tops = {"cafe": 316, "pawnshop": 330, "ferry_office": 350, "bakery": 306}
        brush.put(f"street/hang_{hung}", x - (20 if hung != "pawnshop" else 42), tops[hung], 0.8)
    for name, middle, foot, mirrored in plan.THINGS:
        if not near(middle):
            continue
        hours.rooted(brush, f"street/{name}", middle, foot, flip=mirrored, under=0.0 if name == "railing" else 0.46)
    w, h = art.size("street/barrier")
    for end in filter(near, plan.ENDS):
        hours.rooted(brush, "street/barrier", end, 558, under=0.5)
        brush.sign((end - w / 2 + 6, 558 - h + 11, w - 12, 24), _("FOOTWAY ENDS"))
    if not near(plan.BOARD_X):
        pass
    elif world == "phone":
        brush.stand("street/flowerbed", plan.BOARD_X, 524)
    else:
        hours.rooted(brush, "street/board", plan.BOARD_X, 524)
    for post in filter(near, plan.LAMPS):
        hours.rooted(brush, "street/lamp", post - 14 + art.size("street/lamp")[0] / 2, 322 + art.size("street/lamp")[1])
        if light == "noon":
            brush.put("street/lamp_off", post - 14, 322)
    brush.shade_ellipse(plan.SIGNAL_X, 532, 10, 3)
    brush.put("street/signal", plan.SIGNAL_X - 18, 354)


@kept
def tile(number: int, world: str, light: str, scale: float) -> pygame.Surface:
    """The Row from TOP to BOTTOM, from x = number * TILE on, at real resolution."""
    left = number * TILE
    a, b = round(left * scale), round((left + TILE) * scale)
    sheet = pygame.Surface((b - a, round((BOTTOM - TOP) * scale)), pygame.SRCALPHA)
    brush = Brush(Canvas(sheet, scale, (-a, -TOP * scale)), art.palette(world, light))
    right = left + TILE
    for start, end in plan.GAPS:
        if start < right and end > left:
            _quay(brush, start, end)
    for garden in plan.GARDENS:
        if garden - 20 < right and garden + 120 > left:
            brush.put("houses/garden", garden, plan.GROUND - 260)
    for alley in plan.ALLEY_AT:
        if alley < right and alley + 60 > left:
            brush.put("houses/alley", alley, plan.GROUND - 190)
    for name, x in plan.HOUSES:
        if x - 30 < right and x + art.size(f"houses/{name}")[0] + 30 > left:
            _house(brush, name, x, light, _(plan.SIGNS.get(name, "")))
    _pavement(brush, left - 20, right + 20)
    hours.between(brush, GAPS, plan.GROUND, plan.KERB)
    hours.from_windows(brush, ((x + 26, x + art.size(f"houses/{name}")[0] - 26) for name, x in SHOPS), plan.GROUND)
    if light == "dusk":
        for x in plan.LAMPS:
            _light_cone(brush, x)
    _things(brush, world, light, left, right)
    return swift(sheet)


when_changed(tile.cache_clear)


def row(brush: Brush, cam: float, world: str, light: str) -> None:
    """Houses and pavement as seen from `cam`; the road below them."""
    scale = brush.scale
    for number in range(max(0, int(cam // TILE)), int((cam + 1280) // TILE) + 1):
        if number * TILE < plan.ROW_WIDTH:
            x = round(number * TILE * scale) - round(cam * scale)
            origin = brush.canvas.origin
            brush.canvas.surface.blit(
                tile(number, world, light, scale), (round(origin[0]) + x, round(origin[1] + TOP * scale))
            )
    brush.canvas.rect((0, plan.ROAD, 1280, 720 - plan.ROAD), brush.ink("road"))
    brush.canvas.rect((0, plan.ROAD, 1280, 5), brush.ink("road.deep"))
    brush.canvas.rect((0, plan.ROAD + 5, 1280, 4), brush.ink("road.dark"))
    _worn(brush.shifted(-cam), cam)


def _worn(brush: Brush, cam: float) -> None:
    """What a road has: grates along the kerb, lids, and places where it was opened and mended."""
    for k in range(int(cam // 420), int((cam + 1280) // 420) + 1):
        x = k * 420 + 60 + 90 * chance("grate", k)
        brush.put("street/grate", x, plan.ROAD + 9)
        x = k * 420 + 190 + 140 * chance("lid", k)
        if abs(x - plan.CROSSING_X) > 190:
            if k % 2:
                brush.stretch("street/lid", x, 648 + 20 * chance("down", k), 52, 17)
            else:
                brush.put("street/patch", x, 614 + 24 * chance("y", k), (0.7, 1.0)[k // 2 % 2])


def warm(scale: float, world: str, light: str, cam: float) -> bool:
    """Draw one tile that is not ready yet, nearest first; false when all are. For idle moments."""
    middle = int((cam + 640) // TILE)
    count = -(-plan.ROW_WIDTH // TILE)
    for number in sorted(range(count), key=lambda n: abs(n - middle)):
        if not tile.ready(number, world, light, scale):
            tile(number, world, light, scale)
            return True
    return False
