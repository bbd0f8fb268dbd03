"""Marks for doors and for steps that were shut. They are told apart by their shape."""

from game.debrief.charts import LaneDoor
from game.language import _
from game.screens.debrief.look import INK
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame


def leaf(canvas: Canvas, box: Box, ink: str, *, is_open: bool) -> None:
    """Open: an empty frame with the leaf swung out. Shut: a full leaf with a bar across it."""
    high = box.h - 7
    wide = min(high * 0.58, box.w * 0.56)
    swing = wide * 0.62
    hole = Box(box.x + swing, box.y + 3, wide, high)
    if is_open:
        canvas.rect(hole, "#FFFFFF")
        canvas.rect(hole, ink, line=2)
        edge = hole.x - swing
        canvas.polygon([(hole.x, hole.y), (edge, hole.y + 3), (edge, hole.bottom + 3), (hole.x, hole.bottom)], ink)
        return
    canvas.rect(hole, ink)
    for thick, tone in ((5.0, "#FFFDF6"), (2.0, INK)):
        canvas.line([(hole.x - 5, hole.bottom + 1), (hole.right + 5, hole.y - 1)], tone, thick)


def door_mark(canvas: Canvas, frame: Frame, door: LaneDoor, box: Box, ink: str) -> None:
    """A door with a word for it."""
    x, y, width, high = box
    wide = (high - 7) * 0.58
    swing = wide * 0.7
    leaf(canvas, Box(x, y, wide / 0.56, high), ink, is_open=door.open)
    size = frame.em(14)
    word = (_("{door} open") if door.open else _("{door} shut")).format(door=door.label)
    left = swing + wide + 9
    room = width - left - 6
    if canvas.measure(word, "sans", size)[0] > room:
        word = door.label
    fits = size * min(1.0, room / canvas.measure(word, "sans", size)[0])
    canvas.text((x + left, y + (high - size * 1.3) / 2), word, "sans", fits, INK)


def barred(canvas: Canvas, at: tuple[float, float], ink: str) -> None:
    """A step that was shut: a ring with a bar across it."""
    canvas.circle(at, 9, "#FFFFFF")
    canvas.circle(at, 9, ink, line=2.5)
    canvas.line([(at[0] - 6, at[1] + 6), (at[0] + 6, at[1] - 6)], ink, 3)
