"""The inside of the Lantern at night: glass all round, the great lens, and in it the windows of the street."""

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pygame

from game.screens import art
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.palette import rgba
from game.screens.paint import people
from game.screens.paint.brush import Brush

Point = tuple[float, float]
LENS: Point = (640.0, 322.0)
RADIUS, RIM = 286.0, 26.0
COLUMNS = 4
PANE_W, PANE_H = 66.0, 78.0
CLOSE = 3.8  # how near the lens brings a window
NEAR: Point = (640.0, 234.0)  # where the window that is looked at stands then
SILL = 640.0  # the edge of the board before the chair
SECONDS = 90
FLOOR = 700.0
_BRASS, _BRASS_DARK, _BRASS_LIGHT = "#B98A2E", "#6B4E12", "#E3B54A"
_IRON, _NIGHT = "#10132A", ("#0F1330", "#2B3566")
CLOTH = (("#E39A4C", "#B56A34"), ("#D9795F", "#A9513F"), ("#E3B969", "#B98A45"), ("#C9A07A", "#98704F"))  # lit curtains
_SHADOW = (44, 32, 62)  # somebody before a lamp
_HAIR = ("short", "bun", "long", "curly", "cap", "hat", "scarf")
_COATS = ("coat", "apron", "cardigan", "jacket", "dress")
_SIZES = ("small", "middle", "tall")


@dataclass(frozen=True)
class Lit:
    """One window as it is now. `state`: "" (not looked at), "be" or "stamp"."""

    id: str
    state: str = ""
    poses: tuple[str, ...] = ("stand",)


def pane(index: int) -> Box:
    """Where the window of that number lies in the house front."""
    column, row = index % COLUMNS, index // COLUMNS
    return Box(LENS[0] + (column - 1.5) * 100 - PANE_W / 2, 148 + row * 112, PANE_W, PANE_H)


def room(canvas: Canvas) -> None:
    """Glass and iron, the night and the sea behind, the low wall, the floor; it is kept ready for each window size."""
    canvas.surface.blit(_room(canvas.surface.get_size(), canvas.scale, canvas.origin), (0, 0))


@lru_cache(maxsize=2)
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


def lens(canvas: Canvas, windows: Sequence[Lit], looked: int | None, near: float) -> None:
    """What is seen through it: the house front, or one window of it, as near (0..1) as it has come."""
    side = canvas.length(2 * RADIUS)
    key = (side, tuple(windows), looked if near else None, round(near, 2))
    drawn = _LENS.get(key)
    if drawn is None:
        drawn = pygame.Surface((side, side), pygame.SRCALPHA)
        corner = (LENS[0] - RADIUS, LENS[1] - RADIUS)
        flat = Canvas(drawn, canvas.scale, (-corner[0] * canvas.scale, -corner[1] * canvas.scale))
        flat.gradient((*corner, 2 * RADIUS, 2 * RADIUS), "#171D42", "#3A3F74")
        _front(_brought(flat, looked, near), windows, looked, near)
        _glass(flat)
        mask = pygame.Surface((side, side), pygame.SRCALPHA)
        pygame.draw.aacircle(mask, (255, 255, 255, 255), (side // 2, side // 2), side // 2 - 1)
        drawn.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        _LENS.clear()
        _LENS[key] = drawn
    canvas.blit(drawn, (LENS[0] - RADIUS, LENS[1] - RADIUS))


_LENS: dict[object, pygame.Surface] = {}  # the last one drawn


def _brought(canvas: Canvas, looked: int | None, near: float) -> Canvas:
    """A canvas on which the window that is looked at comes nearer."""
    if looked is None or not near:
        return canvas
    zoom = 1 + (CLOSE - 1) * near
    cx, cy = pane(looked).centre
    x, y = cx + (NEAR[0] - cx) * near, cy + (NEAR[1] - cy) * near
    scale = canvas.scale * zoom
    at = canvas.px(x, y)
    return Canvas(canvas.surface, scale, (at[0] - cx * scale, at[1] - cy * scale))


def _front(canvas: Canvas, windows: Sequence[Lit], looked: int | None, near: float) -> None:
    canvas.rect((300, 190, 150, 420), "#2C2F5C")
    canvas.rect((830, 230, 150, 380), "#302C56")
    canvas.polygon([(404, 118), (440, 66), (840, 66), (876, 118)], "#3B2E4E")
    canvas.rect((470, 34, 34, 60), "#4A3A55")
    canvas.rect((776, 44, 30, 50), "#4A3A55")
    canvas.rect((412, 118, 456, 500), "#6B5477")
    canvas.rect((820, 118, 48, 500), "#5B4769")
    canvas.rect((400, 112, 480, 10), "#857095")
    for row in range(3):
        canvas.rect((412, 252 + row * 112, 456, 4), "#7A6488")
    for number in range(46):
        luck = zlib.crc32(f"brick {number}".encode())
        canvas.rect((418 + luck % 420, 130 + luck // 420 % 370, 16, 6), "#7D678A55")
    canvas.rect((412, 494, 456, 10), "#857095")
    canvas.rect((430, 516, 150, 80), "#3A3457")
    canvas.rect((612, 512, 56, 100), "#2A2545")
    canvas.rect((700, 516, 150, 80), "#3A3457")
    canvas.circle((640, 524), 40, "#FFD98A22")
    canvas.circle((640, 524), 6, "#FFE9B0")
    canvas.rect((300, 590, 700, 60), "#242748")
    order = sorted(range(len(windows)), key=lambda index: index == looked)
    for index in order:
        _window(canvas, pane(index), windows[index], CLOTH[index * 5 % 7 % 4], near if index == looked else 0.0)


def _window(canvas: Canvas, box: Box, one: Lit, cloth: tuple[str, str], near: float) -> None:
    dark = one.state == "be" and not near
    if not dark:
        canvas.rect(box.grown(7), "#FFD98A1E", 4)
    canvas.rect(box.grown(4), "#B7A3B4")
    canvas.rect((box.x - 7, box.bottom + 3, box.w + 14, 4.5), "#C9B6C4")
    if dark:
        canvas.gradient(box, "#1D2347", "#2B3264")
        canvas.polygon([(box.x + 8, box.bottom), (box.x + 30, box.y), (box.x + 42, box.y), (box.x + 20, box.bottom)],
                       "#FFFFFF10")
    else:
        canvas.gradient(box, "#FFEBB8", "#F3BE6C")
        with canvas.clip(box):
            if near:
                _inside(canvas, box, one)
            _curtains(canvas, box, cloth, near)
    canvas.rect((box.centre[0] - 1.1, box.y, 2.2, box.h), "#5A4658")
    canvas.rect((box.x, box.y + box.h * 0.3, box.w, 2.2), "#5A4658")
    if one.state == "stamp":
        _stamped(canvas, box.centre)


def _curtains(canvas: Canvas, box: Box, cloth: tuple[str, str], near: float) -> None:
    """Drawn but for a crack of light, until one looks."""
    wide = box.w * (0.46 - 0.33 * near)
    for x in (box.x, box.right - wide):
        canvas.rect((x, box.y, wide, box.h), cloth[0])
        for fold in range(4):
            canvas.rect((x + wide * (fold + 0.3) / 4, box.y, wide / 10, box.h), (*rgba(cloth[1])[:3], 110))
    canvas.rect((box.x, box.y, box.w, 4), cloth[1])


def _inside(canvas: Canvas, box: Box, one: Lit) -> None:
    """A lamp, a wallpaper, and somebody before it; a second one beside, if there is one."""
    for step in range(6):
        canvas.rect((box.x + 5 + step * 11, box.y, 3, box.h), "#E9A9552A")
    lamp = (box.centre[0], box.y + 13)
    canvas.rect((lamp[0] - 0.4, box.y, 0.8, 10), "#6B4A3A")
    canvas.circle(lamp, 13, "#FFF6D844")
    canvas.polygon([(lamp[0] - 3, lamp[1] - 3), (lamp[0] + 3, lamp[1] - 3), (lamp[0] + 8, lamp[1] + 3),
                    (lamp[0] - 8, lamp[1] + 3)], "#C8553D")
    canvas.rect((box.x, box.bottom - 9, box.w, 9), "#B5733F")
    canvas.rect((box.x, box.bottom - 9, box.w, 1.4), "#8F5530")
    apart = 13.0 if len(one.poses) > 1 else 0.0
    for number, pose in enumerate(one.poses[:2]):
        side = 2 * number - 1
        low = pose in ("lie", "sit")
        x, y = box.centre[0] + side * apart + (6 if pose == "lie" else 0), box.bottom + (-4 if low else 3)
        _shade(canvas, f"{one.id} {number}", pose, x, y, -side if apart else 1, 0.52 if pose == "lie" else 0.56)


def _shade(canvas: Canvas, who: str, pose: str, x: float, y: float, facing: int, size: float) -> None:
    """Somebody as a dark shape; who it is, nobody could say."""
    luck = zlib.crc32(who.encode())
    look = {
        "hair": _HAIR[luck % len(_HAIR)], "coat": _COATS[luck // 7 % len(_COATS)],
        "height": _SIZES[luck // 41 % len(_SIZES)], "carries": "",
    }
    sheet = pygame.Surface((canvas.length(140 * size), canvas.length(160 * size)), pygame.SRCALPHA)
    foot = 70 * size, 150 * size
    brush = Brush(Canvas(sheet, canvas.scale, (0, 0)), art.palette("print", "noon"))
    people.figure(brush, look, *foot, facing, pose, 0.9, size, shadow=False)
    sheet.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
    sheet.fill((*_SHADOW, 0), special_flags=pygame.BLEND_RGBA_ADD)
    canvas.blit(sheet, (x - foot[0], y - foot[1]))


def _stamped(canvas: Canvas, at: Point) -> None:
    x, y = at
    canvas.circle(at, 24, "#D2402B", line=4)
    canvas.circle(at, 17, "#D2402B", line=1.6)
    canvas.polygon([(x - 5, y + 10), (x - 3, y - 4), (x + 3, y - 4), (x + 5, y + 10)], "#D2402B")
    canvas.rect((x - 4.5, y - 9, 9, 4), "#D2402B", 1)
    canvas.rect((x - 20, y - 1, 40, 2.6), "#D2402B")


def _glass(canvas: Canvas) -> None:
    """The lens itself: darker to its edge, with the rings in which such lenses are cut."""
    for step in range(6):
        canvas.circle(LENS, RADIUS - step * 5, (10, 12, 34, 66 - step * 9), line=6)
    for part in (0.93, 0.8):
        canvas.circle(LENS, RADIUS * part, "#FFFFFF12", line=2)
    arc = [(LENS[0] + 258 * math.cos(math.radians(a)), LENS[1] + 258 * math.sin(math.radians(a)))
           for a in range(198, 246, 4)]
    for (ax, ay), (bx, by) in pairwise(arc):
        canvas.polygon([(ax, ay), (bx, by), (bx + 4, by + 5), (ax + 4, ay + 5)], "#FFFFFF2C")


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
