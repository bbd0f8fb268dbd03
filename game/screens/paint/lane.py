"""The lane behind the Row: yards, back doors, washing, cats. The same doors at the same x, and no lens."""

import math

import pygame

from game.language import N_, _
from game.language.spoken import when_changed
from game.screens import art
from game.screens.kit.canvas import Canvas
from game.screens.kit.store import kept
from game.screens.paint import light as hours
from game.screens.paint import plan
from game.screens.paint.brush import Brush
from game.screens.paint.life import CLOTHS
from game.screens.paint.row import TILE, TOP, chance

STEP = 300
BOTTOM = 720
ROPES = tuple((k * 390 + 30, k * 390 + 262, 236 + (k * 31) % 40) for k in range(11))
LAMPS = (560.0, 910.0, 1268.0, 1640.0, 1960.0, 2240.0, 2520.0)  # between the doors and the mouths
STUFF = ("crates", "ashcan", "tubs", "ladder", "bin", "planter", "bicycle")


def _draw(brush: Brush, left: float, right: float, light: str) -> None:
    for k in range(int(left // STEP) - 1, int(right // STEP) + 1):
        name = ("back_a", "back_c", "back_b")[(k + k // 3) % 3]
        h = art.size(f"lane/{name}")[1]
        x = k * STEP + 6 + 30 * chance("shift", k)
        brush.put(f"lane/{name}", x, plan.GROUND - h)
        for index, (wx, wy, ww, wh) in enumerate(art.data(f"lane/{name}", "windows")):
            if chance("backlit", k, index) < {"noon": 0.15, "dawn": 0.4, "dusk": 0.7}[light]:
                brush.stretch("street/lit_0", x + wx, plan.GROUND - h + wy, ww, wh)
    for k in range(int(left // 110) - 1, int(right // 110) + 1):
        if not any(abs(k * 110 + 55 - x) < 90 for x in plan.ALLEYS):
            brush.put("lane/yard", k * 110, plan.GROUND - 122)
    for x in plan.ALLEY_AT:
        if x - 60 < right and x + 120 > left:
            brush.put("houses/alley", x, plan.GROUND - 190)
    brush.rect(left - 10, plan.GROUND, right - left + 20, plan.ROAD - plan.GROUND, "lane.light")
    for row in range(4):
        for k in range(int(left // 26) - 1, int(right // 26) + 2):
            x = k * 26 + (row % 2) * 13
            brush.rect(x, plan.GROUND + 4 + row * 17, 22, 13, "lane" if (k * 3 + row) % 4 else "lane.dark", radius=4)
    brush.rect(left - 10, plan.ROAD, right - left + 20, BOTTOM - plan.ROAD, "lane")
    brush.rect(left - 10, plan.ROAD, right - left + 20, 6, "lane.deep")
    for k in range(int(left // 64) - 1, int(right // 64) + 1):
        for row in range(3):
            brush.rect(k * 64 + (row % 2) * 32, plan.ROAD + 16 + row * 46, 56, 34, "lane.dark", radius=8)
    for name, x in plan.SPOT_X.items():
        if x - 80 < right and x + 80 > left and plan.LANE_ENDS[0] < x < plan.LANE_ENDS[1]:
            brush.put("lane/door", x - 35, plan.GROUND - 114)  # bolted: the way in is on the Row
            brush.sign((x - 22, plan.GROUND - 97, 44, 13), _(plan.SIGNS.get(name, N_("SQUARE"))), "paper")
    for k in range(int(left // 190) - 1, int(right // 190) + 2):
        x = k * 190 + 60 * chance("at", k)
        if all(abs(x - d) > 70 for d in plan.SPOT_X.values()) and all(abs(x - a) > 60 for a in plan.ALLEYS):
            name = STUFF[int(chance("stuff", k) * 6.999)]
            folder = "lane" if name in ("ashcan", "tubs", "ladder") else "street"
            hours.rooted(brush, f"{folder}/{name}", x, plan.GROUND + 18)
    _lamps(brush, left, right, light)
    _ends(brush, left, right)


def _lamps(brush: Brush, left: float, right: float, light: str) -> None:
    """Lanterns on the wall, and what they lay on the cobbles in the evening."""
    for x in LAMPS:
        if not left - 200 < x < right + 200:
            continue
        if light == "dusk":
            y = plan.GROUND - 92.0
            brush.polygon([(x - 8, y), (x + 8, y), (x + 120, plan.ROAD + 60), (x - 120, plan.ROAD + 60)], "beam", 26)
            brush.polygon([(x - 6, y), (x + 6, y), (x + 70, plan.ROAD + 30), (x - 70, plan.ROAD + 30)], "beam", 36)
            for radius, alpha in ((44, 40), (24, 80)):
                brush.circle(x, y, radius, "lamp", alpha)
        brush.put("lane/lamp", x - 24, plan.GROUND - 118)


def _ends(brush: Brush, left: float, right: float) -> None:
    """The flanks of two warehouses, and what they say."""
    w, h = art.size("lane/flank")
    for end, way in zip(plan.LANE_ENDS, (-1, 1), strict=True):
        k = 0
        while (x := end + way * w * k if way > 0 else end - w * (k + 1)) < right + w and x > left - 2 * w:
            brush.put("lane/flank", x, BOTTOM - h, flip=way > 0)
            k += 1
        middle = end + way * 192.0
        if left - 200 < middle < right + 200:
            brush.rect(middle - 84, BOTTOM - h + 258, 168, 40, "sign", radius=3)
            brush.sign((middle - 84, BOTTOM - h + 258, 168, 40), _("NO WAY THROUGH"))
        if left - 80 < end < right + 80:
            brush.shade_ellipse(end - way * 40, plan.GROUND + 16, 40, 4)
            brush.stand("street/crates", end - way * 40, plan.GROUND + 18)


@kept
def tile(number: int, world: str, light: str, scale: float) -> pygame.Surface:
    """The lane from TOP to BOTTOM, from x = number * TILE on, at real resolution."""
    left = number * TILE
    a, b = round(left * scale), round((left + TILE) * scale)
    sheet = pygame.Surface((b - a, round((BOTTOM - TOP) * scale)), pygame.SRCALPHA)
    _draw(Brush(Canvas(sheet, scale, (-a, -TOP * scale)), art.palette(world, light)), left, left + TILE, light)
    return sheet.convert_alpha() if pygame.display.get_surface() else sheet


when_changed(tile.cache_clear)


def lane(brush: Brush, cam: float, world: str, light: str, t: float) -> None:
    """Backs of houses and cobbles as seen from `cam`, washing and cats."""
    canvas, scale = brush.canvas, brush.scale
    for number in range(max(0, int(cam // TILE)), int((cam + 1280) // TILE) + 1):
        at = round(canvas.origin[0]) + round(number * TILE * scale) - round(cam * scale)
        canvas.surface.blit(tile(number, world, light, scale), (at, round(canvas.origin[1] + TOP * scale)))
    for left, right, y in ROPES:
        if right < cam or left > cam + 1280 or left < plan.LANE_ENDS[0] or right > plan.LANE_ENDS[1]:
            continue
        sag = [(left + (right - left) * k / 10, y + 14 * math.sin(math.pi * k / 10)) for k in range(11)]
        brush.line(sag, "ink", 1.4)
        for k in range(6):
            x = left + (right - left) * (k + 0.7) / 6.4
            hang = y + 14 * math.sin(math.pi * (x - left) / (right - left))
            sway, h = 4 * math.sin(t * 1.4 + x * 0.04), 30 + 9 * ((k + left) % 2)
            ends = [(x - 10, hang), (x + 10, hang), (x + 10 + sway, hang + h), (x - 10 + sway, hang + h)]
            brush.polygon(ends, CLOTHS[(k * 2 + left) % len(CLOTHS)])
    for k in range(6):
        home = k * 760 + 400
        if home + 320 > plan.LANE_ENDS[1]:
            continue
        if k % 2:
            brush.stand("street/cat_sit", home, plan.GROUND - 120, 0.8)
        else:
            way = (t * 26 + k * 97) % 640
            walked = way if way < 320 else 640 - way
            brush.stand(f"street/cat_{int(t * 5) % 2}", home + walked, plan.GROUND + 44, 0.8, flip=way >= 320)
