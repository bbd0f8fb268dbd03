"""The week as the phone shows it: a curve that says nothing, beautifully. It has no scale and no units."""

import math

from game.language import _
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, space, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import Palette
from game.screens.kit.widgets import silent
from game.telling.week import looks

RISE = {"up": -0.5, "down": 0.5}
SIDE = 20.0


def curve_of(frame: Frame, pal: Palette, way: str, inner: float) -> Node:
    """A panel `inner` wide; `way` is "up", "down" or something else."""
    seems = looks(way)
    curve = space(inner - 2 * SIDE, 64)
    rise = RISE.get(way, 0.0)

    def draw_curve(canvas: Canvas, node: Node, _mood: Mood) -> None:
        points = []
        for step in range(41):
            part = step / 40
            swing = 0.32 * math.sin(part * 7 + 0.6) * (1 - 0.5 * part) + rise * (part - 0.5)
            points.append((node.box.x + part * node.box.w, node.box.centre[1] + swing * node.box.h))
        canvas.line(points, pal.accent, 3)

    curve.draw = draw_curve
    title = words(frame, _("This week"), "sans_semibold", 16, pal.ink)
    foot = words(frame, _("no scale · no units · {looks}").format(looks=seems), "sans", 14, pal.soft)
    inside = silent(column([title, curve, foot], pad=(SIDE, 12)))

    def draw_ground(canvas: Canvas, node: Node, _mood: Mood) -> None:
        canvas.rect(node.box, pal.panel, 24)

    box = Box(0, 0, inner, inside.box.h)
    return Node("image", _("This week, a curve: {looks}").format(looks=seems), children=[inside], box=box,
                draw=draw_ground)
