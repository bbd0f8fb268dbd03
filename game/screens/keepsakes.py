"""The things that ask, as drawings: the box and its parcels, pegs, a wall for chalk, slots, a dial, an open book."""

import math
from collections.abc import Callable

from game.language import _
from game.screens.kit.canvas import Box, Canvas, Colour
from game.screens.kit.node import Mood, Node, Painter
from game.screens.kit.palette import blend

WOOD, WOOD_DARK, WOOD_LIGHT = "#9A6B43", "#6F4A2D", "#B98A5E"
CARD, CARD_DARK, CARD_LIGHT = "#C59A66", "#A67C4B", "#D9B486"
BRASS, BRASS_DARK = "#D9A93F", "#8F6714"
WRAPPERS = ("#C8553D", "#588B8B", "#E0A458", "#7B6D8D", "#6A8D5B", "#B97A95", "#4F759B", "#A98B5D")
TABLE = 600.0  # the edge of the table


def drawn(thing: Callable[..., None], *how: object, **more: object) -> Painter:
    """A node's painter from one of these drawings."""

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        thing(canvas, node.box, *how, **more)

    return draw


def lit(thing: Callable[..., None], *how: object, **more: object) -> Painter:
    """The same for a drawing that looks otherwise under the focus."""

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        thing(canvas, node.box, *how, lit=bool(mood), **more)

    return draw


def shelf(canvas: Canvas, box: Box) -> None:
    """A board on two brackets; `box.bottom` is its top."""
    canvas.rect((box.x, box.bottom, box.w, 12), WOOD)
    canvas.rect((box.x, box.bottom + 9, box.w, 3), WOOD_DARK)
    for x in (box.x + 30, box.right - 44):
        canvas.polygon([(x, box.bottom + 12), (x + 14, box.bottom + 12), (x, box.bottom + 34)], WOOD_DARK)


def parcel(canvas: Canvas, box: Box, name: str, *, string: bool = True) -> None:
    """Something in wrapping paper; its name decides colour and form, so that it looks the same wherever it lies."""
    number = sum(ord(letter) * (index + 3) for index, letter in enumerate(name))
    ink = WRAPPERS[number % len(WRAPPERS)]
    dark = blend(ink, "#20263A", 0.25)
    if number % 3 == 0:
        r = min(box.w, box.h) / 2
        canvas.circle((box.centre[0], box.bottom - r), r, ink)
        canvas.circle((box.centre[0] - r * 0.3, box.bottom - r * 1.3), r * 0.22, blend(ink, "#FFFFFF", 0.35))
        canvas.polygon([(box.centre[0] - r * 0.3, box.bottom - 1.9 * r), (box.centre[0], box.y - 4),
                        (box.centre[0] + r * 0.3, box.bottom - 1.9 * r)], dark)
        return
    body = box if number % 3 == 1 else Box(box.x + box.w * 0.14, box.y - box.h * 0.12, box.w * 0.72, box.h * 1.12)
    canvas.rect(body, ink, 4)
    canvas.polygon([(body.right - body.w * 0.22, body.y), (body.right, body.y), (body.right, body.bottom),
                    (body.right - body.w * 0.22, body.bottom)], dark)
    if string:
        canvas.rect((body.centre[0] - 2, body.y, 4, body.h), "#F6EBD2")
        canvas.rect((body.x, body.centre[1] - 2, body.w, 4), "#F6EBD2")
        for side in (-1, 1):
            canvas.circle((body.centre[0] + side * 8, body.y - 5), 7, "#F6EBD2", line=3)


def crate(canvas: Canvas, box: Box) -> None:
    """The cardboard box, open; things stand in it behind its front."""
    canvas.rect(box, CARD, 3)
    canvas.rect((box.x, box.y, box.w, 10), CARD_DARK)
    for side, x in ((-1, box.x), (1, box.right)):
        canvas.polygon([(x, box.y), (x + side * 62, box.y + 46), (x + side * 46, box.y + 62), (x, box.y + 20)],
                       CARD_LIGHT)
    canvas.rect((box.centre[0] - 34, box.y, 68, box.h), "#D8C08C66")
    canvas.picture().text((box.centre[0], box.centre[1] - 4), _("No. 7"), "condensed", 26, "#523620", align="centre")


def tag(canvas: Canvas, box: Box, *, lit: bool, ink: Colour = "#FBF5E4") -> None:
    """A luggage tag to write on."""
    canvas.shadow(box, "#20263A44", 8, 4 if lit else 2)
    canvas.rect(box, ink, 8)
    canvas.circle((box.centre[0], box.y + 10), 5, WOOD_DARK)
    canvas.line([(box.centre[0], box.y + 8), (box.centre[0] + 10, box.y - 16)], "#6F4A2D", 2)


def peg(canvas: Canvas, box: Box, *, hung: bool, lit: bool) -> None:
    """One peg of a row, with or without a tag on it."""
    x, y = box.centre[0], box.y + 18
    if hung:
        body = Box(x - 17, y + 8, 34, 52)
        canvas.shadow(body, "#20263A44", 5, 3)
        canvas.rect(body, "#FBF5E4", 5)
        canvas.circle((x, y + 40), 9, "#20263A", line=2)
        canvas.circle((x, y + 40), 4, "#20263A")
        canvas.line([(x, y + 12), (x, y)], "#B8341F", 3)
    canvas.circle((x, y), 9, WOOD_LIGHT if lit else BRASS)
    canvas.circle((x, y), 4, WOOD_DARK)


def plank(canvas: Canvas, box: Box) -> None:
    """The board that the pegs are in."""
    canvas.shadow(box, "#20263A44", 4, 6)
    canvas.rect(box, WOOD, 4)
    canvas.rect((box.x, box.y, box.w, 4), WOOD_LIGHT, 2)
    for part in (0.3, 0.66):
        canvas.rect((box.x + 14, box.y + box.h * part, box.w - 28, 2), "#6F4A2D55")


def door(canvas: Canvas, box: Box) -> None:
    """The door of the Lantern in its stone: boards, two hinges, a ring to pull, and a tin of tags on the step."""
    canvas.rect(box.grown(26, 0), "#8C8373")
    for side in (box.x - 26, box.right):
        for row in range(7):
            canvas.rect((side, box.y + row * box.h / 7, 26, 2), "#6F6759")
    canvas.gradient(box, "#58766E", "#456059")
    for step in range(1, 9):
        canvas.rect((box.x + box.w * step / 9 - 1, box.y, 3, box.h), "#3B514C")
        canvas.rect((box.x + box.w * step / 9 + 2, box.y, 2, box.h), "#6C8A82")
    for part in (0.1, 0.83):
        y = box.y + box.h * part
        canvas.rect((box.x, y, box.w * 0.86, 16), "#2B3440", 3)
        canvas.circle((box.x + box.w * 0.86, y + 8), 14, "#2B3440")
        canvas.circle((box.x + box.w * 0.86, y + 8), 6, "#4A5563")
        for step in range(10):
            canvas.circle((box.x + 30 + step * box.w * 0.8 / 10, y + 8), 3, "#6B7683")
    x, y = box.right - 62, box.y + box.h * 0.66
    canvas.rect((x - 18, y - 26, 36, 76), "#2B3440", 5)
    canvas.circle((x, y - 8), 5, "#6B7683")
    canvas.circle((x, y + 12), 19, "#B98E2E", line=5)
    canvas.circle((x, y + 41), 4, "#0E1116")
    tin = Box(box.centre[0] - 74, box.bottom - 58, 148, 62)
    for index, lean in enumerate((-50, -30, -8, 14, 34, 50)):
        body = Box(tin.centre[0] + lean - 15, tin.y - 22 - index % 3 * 6, 30, 60)
        canvas.rect(body, "#FBF5E4" if index % 2 else "#EFE5CB", 5)
        canvas.circle((body.centre[0], body.y + 9), 3.5, WOOD_DARK)
    canvas.shadow(tin, "#20263A44", 5, 4)
    canvas.rect(tin, "#7FA095", 6)
    canvas.rect((tin.x, tin.y, tin.w, 8), "#A9C2B9", 4)
    canvas.rect((tin.x, tin.y + 26, tin.w, 18), "#D2553F")


def cork(canvas: Canvas, box: Box) -> None:
    """A board of cork in a frame, for slips to be pinned on."""
    canvas.shadow(box.grown(14), "#20263A44", 4, 6)
    canvas.rect(box.grown(14), WOOD_DARK, 5)
    canvas.rect(box.grown(10), WOOD_LIGHT, 3)
    canvas.rect(box, "#C79F6B")
    for index in range(int(box.w * box.h / 2600)):  # crumbs, the same ones always
        x, y = box.x + (index * 137.5) % box.w, box.y + (index * 71.3) % box.h
        canvas.circle((x, y), 1.6, "#B08753" if index % 3 else "#DDBB8B")


def slip(canvas: Canvas, box: Box, *, held: bool) -> None:
    """A slip of paper, pinned up; the one that is meant is pinned with red."""
    canvas.shadow(box, "#20263A44", 2, 4)
    canvas.rect(box, "#F3DE9A" if held else "#FFFBEF", 2)
    canvas.circle((box.x + 16, box.y + 14), 6, "#B8341F" if held else BRASS_DARK)
    canvas.circle((box.x + 14.5, box.y + 12.5), 2, "#FFFFFFAA")


def slot(canvas: Canvas, box: Box, *, taken: bool, lit: bool) -> None:
    """A slot in the lid of a jar, with the token in it or without."""
    canvas.rect(box, "#2B3440" if not lit else "#44505E", 8)
    canvas.rect(Box(box.x, box.y, box.w, 3), "#6B7683", 2)
    inside = Box(box.centre[0] - 30, box.centre[1] - 5, 60, 10)
    canvas.rect(inside, "#0E1116", 5)
    if taken:
        with canvas.clip((box.x, box.y - 40, box.w, inside.centre[1] - box.y + 40)):
            token(canvas, (box.centre[0], inside.centre[1] - 6), 24)


def token(canvas: Canvas, at: tuple[float, float], size: float) -> None:
    """The brass token."""
    canvas.circle((at[0] + 2, at[1] + 3), size, "#20263A55")
    canvas.circle(at, size, BRASS_DARK)
    canvas.circle(at, size * 0.92, BRASS)
    canvas.circle(at, size * 0.7, BRASS_DARK, line=1.5)
    canvas.polygon([(at[0] - size * 0.2, at[1] + size * 0.42), (at[0] - size * 0.12, at[1] - size * 0.2),
                    (at[0] + size * 0.12, at[1] - size * 0.2), (at[0] + size * 0.2, at[1] + size * 0.42)], BRASS_DARK)
    canvas.rect((at[0] - size * 0.18, at[1] - size * 0.42, size * 0.36, size * 0.18), BRASS_DARK, 1)


def waiting_token(canvas: Canvas, box: Box) -> None:
    """The token on the table, before it is dropped."""
    token(canvas, box.centre, box.w / 2)


def jar(canvas: Canvas, box: Box) -> None:
    """The glass below the slots, with a label nobody has written on."""
    canvas.rect((box.x + 14, box.bottom - 8, box.w - 10, 16), "#20263A2E", 8)
    canvas.rect((box.x + 34, box.y, box.w - 68, 44), "#FFFFFF3A")
    body = Box(box.x, box.y + 30, box.w, box.h - 30)
    canvas.rect(body, "#FFFFFF3A", 34)
    for index, (x, y) in enumerate((
        (0.12, 0.93), (0.24, 0.9), (0.36, 0.94), (0.48, 0.91), (0.6, 0.94), (0.73, 0.91), (0.86, 0.93),
        (0.3, 0.83), (0.54, 0.84), (0.66, 0.85), (0.43, 0.8),
    )):
        token(canvas, (box.x + box.w * x, box.y + box.h * y), 18 - index % 2 * 2)
    canvas.rect(body, "#FFFFFF99", 34, line=3)
    label = Box(box.centre[0] - 70, body.y + body.h * 0.24, 140, 74)
    canvas.rect(label, "#FFFBEFE6", 6)
    canvas.rect(label.grown(-6), "#B8341F", 4, line=2)
    for part in (0.42, 0.64):
        canvas.rect((label.x + 26, label.y + label.h * part, label.w - 52, 2), "#20263A44")
    canvas.rect((box.x + 20, body.y + 30, 9, body.h - 90), "#FFFFFF77", 5)
    canvas.rect((box.right - 26, body.y + 40, 5, body.h * 0.4), "#FFFFFF55", 3)


def strongbox(canvas: Canvas, box: Box) -> None:
    """A wooden box with a lock below the slots: nobody sees what lies in it."""
    canvas.shadow(box, "#20101044", 8, 6)
    canvas.rect(box, WOOD_LIGHT, 8)
    for part in (0.36, 0.68):
        canvas.rect((box.x, box.y + box.h * part, box.w, 3), "#6F4A2D66")
    for x in (box.x + 22, box.right - 40):
        canvas.rect((x, box.y, 18, box.h), "#4A4650", 2)
        for part in (0.14, 0.5, 0.86):
            canvas.circle((x + 9, box.y + box.h * part), 3.5, "#8A8590")
    lock = Box(box.centre[0] - 30, box.centre[1] - 34, 60, 72)
    canvas.circle((box.centre[0], lock.y), 22, "#4A4650", line=8)
    canvas.rect(lock, BRASS, 8)
    canvas.circle((box.centre[0], lock.centre[1] - 4), 7, "#4A3408")
    canvas.polygon([(box.centre[0], lock.centre[1] - 6), (box.centre[0] + 6, lock.bottom - 16),
                    (box.centre[0] - 6, lock.bottom - 16)], "#4A3408")


def dial(canvas: Canvas, at: tuple[float, float], size: float, value: int | None, top: int, *, lit: bool) -> None:
    """A ship's dial on its stand, from 0 to `top`; untouched it shows no hand."""
    foot = at[1] + size * 0.8
    canvas.polygon([(at[0] - size * 0.42, foot), (at[0] + size * 0.42, foot), (at[0] + size * 0.62, TABLE + 26),
                    (at[0] - size * 0.62, TABLE + 26)], WOOD_DARK)
    canvas.rect((at[0] - size * 0.8, TABLE + 16, size * 1.6, 22), WOOD_LIGHT, 5)
    canvas.rect((at[0] - size * 0.8, TABLE + 32, size * 1.6, 6), WOOD_DARK, 3)
    canvas.circle((at[0] + 5, at[1] + 7), size, "#20263A44")
    canvas.circle(at, size, BRASS_DARK)
    canvas.circle(at, size - 3, BRASS)
    canvas.circle(at, size - 12, BRASS_DARK)
    canvas.circle(at, size - 15, "#FBF5E4")
    canvas.circle(at, size * 0.5, "#F1E6C8")
    for step in range(top + 1):
        x, y = around(at, size * 0.66, step, top)
        points = min(18 * canvas.zoom, 30.0)
        canvas.text((x, y - points * 0.67), str(step), "mono_semibold", points, "#20263A", align="centre")
        inner, outer = around(at, size * 0.8, step, top), around(at, size * 0.88, step, top)
        canvas.line([inner, outer], "#20263A", 4 if step in (0, top) else 2)
    if value is not None:
        canvas.line([around(at, -size * 0.16, value, top), around(at, size * 0.52, value, top)], "#B8341F", 6)
    canvas.circle(at, 14, BRASS if lit else BRASS_DARK)
    canvas.circle(at, 5, "#FBF5E4")


def around(at: tuple[float, float], size: float, step: int, top: int) -> tuple[float, float]:
    """Where on a dial a step lies, so far from its middle."""
    angle = math.radians(-220 + 260 * (step / top if top else 0))
    return at[0] + size * math.cos(angle), at[1] + size * math.sin(angle)


def book(canvas: Canvas, box: Box, spine: float = 0.5) -> None:
    """An open diary; `spine` is where its two pages meet."""
    canvas.shadow(box.grown(8), "#20263A55", 6, 8)
    canvas.rect(box.grown(8), "#7A3226", 8)
    canvas.rect(box, "#FFFBEF", 4)
    middle = box.x + box.w * spine
    for step in range(6):
        canvas.rect((middle - 12 + step * 4, box.y, 4, box.h), (32, 38, 58, (6, 12, 22, 22, 12, 6)[step]))
    canvas.polygon([(middle + 90, box.bottom - 4), (middle + 90, box.bottom + 40), (middle + 104, box.bottom + 28),
                    (middle + 118, box.bottom + 40), (middle + 118, box.bottom - 4)], "#B8341F")


def ruled(canvas: Canvas, left: float, right: float, top: float, bottom: float) -> None:
    """The empty lines of a page."""
    for step in range(1, int((bottom - top) / 40) + 1):
        canvas.rect((left, top + step * 40, right - left, 1), "#2A305022")


def chalk_wall(canvas: Canvas, box: Box) -> None:
    """The wall by the stove, painted dark to be chalked on."""
    canvas.rect(box.grown(10), WOOD_DARK, 4)
    canvas.rect(box, "#2E3A3C", 2)
    canvas.rect((box.x + 40, box.y + 60, box.w - 120, 46), "#FFFFFF06", 20)
    canvas.rect((box.x + 120, box.bottom - 110, box.w - 300, 60), "#FFFFFF05", 24)
    canvas.rect((box.x, box.bottom + 10, box.w, 8), WOOD)
    for x, wide in ((60, 38), (110, 24), (150, 30)):
        canvas.rect((box.x + x, box.bottom + 4, wide, 7), "#F4F1E6", 3)


def chalk_mark(canvas: Canvas, box: Box, way: str, *, on: bool, lit: bool) -> None:
    """A chalked arrow up, arrow down or dash; ringed when it is the one."""
    ink: Colour = "#F4F1E6" if on else "#F4F1E688" if lit else "#A9B4B2"
    x, y = box.centre
    if on:
        canvas.circle((x, y), 19, "#F3DE9A", line=3)
    if way == "uncounted":
        canvas.line([(x - 9, y), (x + 9, y)], ink, 3)
        return
    up = -1 if way == "raises" else 1
    canvas.line([(x, y - up * 10), (x, y + up * 10)], ink, 3)
    canvas.line([(x - 7, y + up * 3), (x, y + up * 10), (x + 7, y + up * 3)], ink, 3)
