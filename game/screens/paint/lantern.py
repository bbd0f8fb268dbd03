"""The inside of the Lantern at night: glass all round, the great lens in its brass, a stamp, and a kettle."""

import math
import zlib

import pygame

from game.screens.kit.canvas import HEIGHT, WIDTH, Canvas
from game.screens.kit.store import kept

Point = tuple[float, float]
LENS: Point = (640.0, 322.0)
RADIUS, RIM = 286.0, 26.0
SILL = 640.0  # the edge of the board before the chair
SECONDS = 90
FLOOR = 700.0
_BRASS, _BRASS_DARK, _BRASS_LIGHT = "#B98A2E", "#6B4E12", "#E3B54A"
_IRON, _NIGHT = "#10132A", ("#0F1330", "#2B3566")


def room(canvas: Canvas) -> None:
    """Glass and iron, the night and the sea behind, the low wall, the floor; it is kept ready for each window size."""
    canvas.surface.blit(_room(canvas.surface.get_size(), canvas.scale, canvas.origin), (0, 0))


@kept
def _room(size: tuple[int, int], scale: float, origin: Point) -> pygame.Surface:
    kept = pygame.Surface(size)
    _paint_room(Canvas(kept, scale, origin))
    return kept


def _paint_room(canvas: Canvas) -> None:
    canvas.gradient((0, 0, WIDTH, 470), *_NIGHT)
    for number in range(70):
        luck = zlib.crc32(f"star {number}".encode())
        canvas.circle((luck % 1280, luck // 1280 % 430), 1.0 + luck % 3 * 0.4, (255, 246, 214, 70 + luck % 130))
    canvas.circle((1050, 104), 62, "#FFF3C41C")
    canvas.circle((1050, 104), 44, "#F6E7BC")
    canvas.circle((1034, 94), 8, "#E4D2A0")
    canvas.circle((1062, 118), 5, "#E4D2A0")
    canvas.gradient((0, 470, WIDTH, 90), "#1B2450", "#141A3C")
    for number in range(26):
        luck = zlib.crc32(f"wave {number}".encode())
        canvas.rect((luck % 1240, 478 + luck // 1240 % 76, 20 + luck % 40, 2), (205, 214, 255, 26))
    for y in range(478, 556, 11):
        canvas.rect((1050 - 20 + y % 3 * 7, y, 26 + y % 5 * 8, 3), "#F6E7BC66")
    for bar in range(-4, 12):  # the bars of a lantern room run aslant, so that none hides a ship
        x = 160.0 * bar
        canvas.line([(x, 560), (x + 330, 0)], _IRON, 7)
        canvas.line([(x + 330, 560), (x, 0)], _IRON, 7)
    canvas.rect((0, 0, WIDTH, 14), _IRON)
    canvas.rect((0, 270, WIDTH, 6), _IRON)
    canvas.gradient((0, 556, WIDTH, 90), "#353048", "#2A2640")
    canvas.rect((0, 552, WIDTH, 8), "#4B4460")
    for x in range(20, WIDTH, 92):
        canvas.rect((x, 566, 3, 74), "#00000033")
        canvas.circle((x + 46, 575), 3, "#5B5474")
    canvas.gradient((0, SILL, WIDTH, HEIGHT - SILL), "#5B3F2B", "#452E1F")
    for y in (662, 690):
        canvas.rect((0, y, WIDTH, 2), "#2A1B1166")
    canvas.rect((0, SILL - 6, WIDTH, 8), "#7A5638")
    _stand(canvas)


def _stand(canvas: Canvas) -> None:
    """What the lens turns on."""
    x = LENS[0]
    canvas.polygon([(x - 70, 580), (x + 70, 580), (x + 120, SILL), (x - 120, SILL)], _IRON)
    for side in (-1, 1):
        arm = [(x + side * 318, 312), (x + side * 330, 330), (x + side * 210, 596), (x + side * 60, 622)]
        canvas.line(arm, _IRON, 15)
        canvas.line(arm, "#272C4E", 5)


def rim(canvas: Canvas, left: float | None) -> None:
    """The brass round the lens, and on it ninety marks, one a second; without a clock they are only engraved."""
    canvas.circle(LENS, RADIUS + RIM + 4, _IRON)
    canvas.circle(LENS, RADIUS + RIM, _BRASS_DARK)
    canvas.circle(LENS, RADIUS + RIM - 3, _BRASS)
    canvas.circle(LENS, RADIUS + 4, _BRASS_DARK)
    for mark in range(SECONDS):
        angle = math.radians(-90 + 360 * (mark + 0.5) / SECONDS)
        on = left is not None and SECONDS - mark <= math.ceil(left)
        ink = "#FFF6D8" if on else "#8F6714" if left is None else _BRASS_DARK
        ends = [(LENS[0] + r * math.cos(angle), LENS[1] + r * math.sin(angle)) for r in (RADIUS + 8, RADIUS + 19)]
        canvas.line(ends, ink, 3)


def kettle(canvas: Canvas, x: float, base: float, boil: float, t: float) -> None:
    """A kettle on a spirit stove; `boil` 0..1 is how near it is to singing."""
    canvas.rect((x - 40, base - 20, 80, 20), "#3B3B52", 3)
    canvas.rect((x - 52, base - 26, 104, 7), "#55556E", 3)
    for step in (-14, 0, 14):
        high = 11 + 3 * math.sin(t * 9 + step)
        canvas.polygon([(x + step - 4, base - 26), (x + step + 4, base - 26), (x + step, base - 26 - high)], "#7FC4E8")
    canvas.circle((x, base - 86), 40, "#2B2A3A", line=5)
    canvas.polygon([(x - 46, base - 32), (x + 46, base - 32), (x + 36, base - 88), (x - 36, base - 88)], "#8FA3A6")
    canvas.polygon([(x + 12, base - 32), (x + 46, base - 32), (x + 36, base - 88), (x + 16, base - 88)], "#74898D")
    canvas.polygon([(x - 42, base - 52), (x - 74, base - 84), (x - 64, base - 90), (x - 36, base - 72)], "#8FA3A6")
    canvas.rect((x - 30, base - 95, 60, 8), "#A9BABC", 4)
    canvas.circle((x, base - 99), 5, "#20263A")
    for step in range(round(7 * boil)):
        rise = (t * 0.5 + step / 7) % 1.0
        at = (x - 76 - 16 * rise + 5 * math.sin(t * 3 + step), base - 92 - 90 * rise)
        canvas.circle(at, 5 + 13 * rise, (232, 238, 250, round(90 * (1 - rise))))


def tools(canvas: Canvas) -> None:
    """On the board before the chair: the stamp and its pad."""
    canvas.rect((378, 672, 92, 22), "#2B2A3A", 4)
    canvas.rect((384, 668, 80, 16), "#8C2A20", 3)
    canvas.rect((404, 652, 40, 18), "#3A2718", 3)
    canvas.rect((417, 630, 14, 24), "#C98B4A", 4)
    canvas.circle((424, 628), 11, "#C98B4A")
