"""What is seen through the great lens: a house front with twelve windows, and each of them brought near."""

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pygame

from game.screens import art
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.palette import rgba
from game.screens.paint import pace, people
from game.screens.paint.brush import Brush
from game.screens.paint.lantern import LENS, RADIUS, Point

COLUMNS = 4
PANE_W, PANE_H = 66.0, 78.0
CLOSE = 3.8  # how near the lens brings a window
LANDS = 0.7  # how near the window still is when the stamp touches it
NEAR: Point = (640.0, 234.0)  # where the window that is looked at stands then
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
    figures: tuple[str, ...] = ("stand",)
    outside: bool = False


def pane(index: int) -> Box:
    """Where the window of that number lies in the house front."""
    column, row = index % COLUMNS, index // COLUMNS
    return Box(LENS[0] + (column - 1.5) * 100 - PANE_W / 2, 148 + row * 112, PANE_W, PANE_H)


def lens(canvas: Canvas, windows: Sequence[Lit], looked: int | None, near: float) -> None:
    """What is seen through it: the house front, or one window of it, as near (0..1) as it has come."""
    side = canvas.length(2 * RADIUS)
    stamps = looked is not None and windows[looked].state == "stamp" and 0 < near < 1  # it turns back from that one
    if stamps and looked is not None and near > LANDS:
        windows = [replace(one, state="") if one is windows[looked] else one for one in windows]
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
    if stamps and looked is not None:
        _stamper(canvas, pane(looked).centre, near)


def _stamper(canvas: Canvas, at: Point, near: float) -> None:
    """The stamp comes down on the window with weight, and is taken away again."""
    size = 1 + (CLOSE - 1) * near
    x, y = at[0] + (NEAR[0] - at[0]) * near, at[1] + (NEAR[1] - at[1]) * near
    fallen = pace.into(pace.share(1 - near, 0.0, 1 - LANDS))
    y -= 340 * (1 - fallen) + 420 * pace.into(pace.share(LANDS - near, 0.14, 0.6))
    for wide, top, tall, ink in ((26, -8, 10, "#8C2A20"), (30, -17, 10, "#3A2718"), (8, -52, 38, "#C98B4A")):
        canvas.rect((x - wide * size, y + top * size, 2 * wide * size, tall * size), ink, 3)
    canvas.circle((x, y - 54 * size), 15 * size, "#C98B4A")
    canvas.circle((x - 4 * size, y - 59 * size), 5 * size, "#E3B07A")


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
    """Somebody under a lamp, of a room or of the street; a second one beside, if there is one."""
    (_street if one.outside else _parlour)(canvas, box)
    apart = 13.0 if len(one.figures) > 1 else 0.0
    for number, pose in enumerate(one.figures[:2]):
        side = 2 * number - 1
        x = box.centre[0] + (-3 if pose == "lie" else side * apart)
        y = box.bottom + {"lie": -3, "sit": -4}.get(pose, 3)
        size = {"lie": 0.42, "sit": 0.5}.get(pose, 0.55)
        _shade(canvas, f"{one.id} {number}", pose, x, y, -side if apart else 1, size)


def _parlour(canvas: Canvas, box: Box) -> None:
    for step in range(6):
        canvas.rect((box.x + 5 + step * 11, box.y, 3, box.h), "#E9A9552A")
    lamp = (box.centre[0], box.y + 13)
    canvas.rect((lamp[0] - 0.4, box.y, 0.8, 10), "#6B4A3A")
    canvas.circle(lamp, 13, "#FFF6D844")
    canvas.polygon([(lamp[0] - 3, lamp[1] - 3), (lamp[0] + 3, lamp[1] - 3), (lamp[0] + 8, lamp[1] + 3),
                    (lamp[0] - 8, lamp[1] + 3)], "#C8553D")
    canvas.rect((box.x, box.bottom - 9, box.w, 9), "#B5733F")
    canvas.rect((box.x, box.bottom - 9, box.w, 1.4), "#8F5530")


def _street(canvas: Canvas, box: Box) -> None:
    canvas.gradient(box, "#E9B98A", "#F6DFA6")
    for x, high in ((0, 36), (14, 44), (30, 33), (46, 41)):
        canvas.rect((box.x + x, box.bottom - 9 - high, 18, high), "#C98F7A88")
    for radius in (24, 15):
        canvas.circle((box.right - 17, box.y + 16), radius, "#FFF6D838")
    canvas.rect((box.right - 18, box.y + 16, 1.8, box.h), "#5A4658")
    canvas.circle((box.right - 17, box.y + 15), 3.4, "#FFF6D8")
    canvas.rect((box.x, box.bottom - 9, box.w, 9), "#8C7B86")
    canvas.rect((box.x, box.bottom - 9, box.w, 1.4), "#B5A4AC")


def _shade(canvas: Canvas, who: str, pose: str, x: float, y: float, facing: int, size: float) -> None:
    """Somebody as a dark shape; who it is, nobody could say."""
    luck = zlib.crc32(who.encode())
    look = {
        "hair": _HAIR[luck % len(_HAIR)], "coat": _COATS[luck // 7 % len(_COATS)],
        "height": "middle" if pose == "sit" else _SIZES[luck // 41 % len(_SIZES)], "carries": "",
    }
    sheet = pygame.Surface((canvas.length(140 * size), canvas.length(160 * size)), pygame.SRCALPHA)
    foot = 70 * size, 150 * size
    brush = Brush(Canvas(sheet, canvas.scale, (0, 0)), art.palette("print", "noon"))
    people.figure(brush, look, *foot, facing, pose, 0.9, size, shadow=False)
    sheet.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
    sheet.fill((*_SHADOW, 0), special_flags=pygame.BLEND_RGBA_ADD)
    canvas.blit(sheet, (x - foot[0], y - foot[1]))
    if pose == "sit":
        _stool(canvas, x - facing * 4 * size, y, size)


def _stool(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.rect((x - 14 * size, y - 28 * size, 28 * size, 5 * size), _SHADOW)
    for leg in (-11, 8):
        canvas.rect((x + leg * size, y - 24 * size, 3.4 * size, 26 * size), _SHADOW)


def _stamped(canvas: Canvas, at: Point) -> None:
    x, y = at
    canvas.circle(at, 26, "#FBF5E4")
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
