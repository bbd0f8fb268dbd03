"""The days of a play as a row of squares: gone ones struck out by hand, today ringed, a little train on the last."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from game.language import _
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import row, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import Palette
from game.screens.kit.widgets import silent
from game.telling.days import train_day

if TYPE_CHECKING:
    from game.model.view import View

SQUARE, GAP = 32.0, 6.0
RING = 4.0  # how far the ring stands off its square


def calendar(view: "View", frame: Frame, pal: Palette, wide: float) -> Node:
    """The row, at most `wide`: squares grow with the text as far as all of them fit."""
    count = max(1, view.days)
    side = min(frame.em(SQUARE), (wide - 2 * RING - GAP * (count - 1)) / count)
    squares = [
        _square(frame, pal, side, day, view.day, last=view.train and day == count) for day in range(1, count + 1)
    ]
    inner = silent(row(squares, gap=GAP, pad=(RING, RING)))
    said = _("Day {day} of {days}").format(day=view.day, days=view.days)
    return Node("text", said, key="days", value=train_day(view), children=[inner], box=inner.box)


def _square(frame: Frame, pal: Palette, side: float, day: int, today: int, *, last: bool) -> Node:
    box = Box(0, 0, side, side)
    number = words(frame, str(day), "sans_semibold" if pal.name == "phone" else "mono_semibold", 14, pal.ink)
    number.place((side - number.box.w) / 2, (side - number.box.h) / 2)
    gone = day < today

    def ground(canvas: Canvas, node: Node, _mood: Mood) -> None:
        radius = side * 0.3 if pal.name == "phone" else 3
        canvas.rect(node.box, pal.panel, radius)
        if pal.name != "phone":
            canvas.rect(node.box, pal.soft, radius, line=1)
        if last:
            _train(canvas, node.box, pal)

    def over(canvas: Canvas, node: Node, _mood: Mood) -> None:
        if gone:
            _ribbon(canvas, stroke(node.box, day), side * 0.042, pal.letters)
        elif day == today:
            _ribbon(canvas, _ring(node.box, day), side * 0.045, pal.letters)

    top = Node("group", box=box, draw=over)
    return Node("group", box=box, draw=ground, children=[top] if last else [number, top])


def stroke(box: Box, day: int) -> list[tuple[float, float]]:
    """From below left to above right, never twice the same: a hand did it."""
    lean, bend = 0.07 * math.sin(day * 2.3), 0.09 * math.sin(day * 4.1 + 1)
    points = []
    for k in range(9):
        part = k / 8
        x = 0.1 + 0.8 * part + lean * (1 - 2 * part)
        y = 0.88 - 0.78 * part + bend * math.sin(math.pi * part) + 0.015 * math.sin(day + 5 * k)
        points.append((box.x + box.w * x, box.y + box.h * y))
    return points


def _ring(box: Box, day: int) -> list[tuple[float, float]]:
    """Once round, a little too far, and not quite where it began."""
    points = []
    for k in range(33):
        part = k / 32
        angle = -2.2 + 0.3 * math.sin(day) + part * (math.tau + 0.5)
        reach = 1 + 0.09 * part - 0.05 + 0.02 * math.sin(3 * angle + day)
        points.append((box.centre[0] + (box.w / 2 + RING - 2) * reach * math.cos(angle),
                       box.centre[1] + (box.h / 2 + RING - 3) * reach * math.sin(angle)))
    return points


def _ribbon(canvas: Canvas, points: Sequence[tuple[float, float]], half: float, colour: str) -> None:
    """A line as a pen leaves it: thin where it is set down and taken up."""
    sides = []
    for k, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(0, k - 1)], points[min(len(points) - 1, k + 1)]
        long = math.hypot(bx - ax, by - ay) or 1.0
        thick = max(0.6, half * (0.55 + 0.75 * math.sin(math.pi * k / (len(points) - 1))))
        off_x, off_y = -(by - ay) / long * thick, (bx - ax) / long * thick
        sides.append(((x + off_x, y + off_y), (x - off_x, y - off_y)))
    for (a, b), (c, d) in pairwise(sides):
        canvas.polygon([a, c, d, b], colour)


def _train(canvas: Canvas, box: Box, pal: Palette) -> None:
    """A small engine, on its way to the right."""
    s = box.w

    def part(x: float, y: float, w: float, h: float, colour: str, radius: float = 0) -> None:
        canvas.rect(Box(box.x + s * x, box.y + s * y, s * w, s * h), colour, s * radius)

    part(0.16, 0.28, 0.3, 0.42, pal.ink, 0.03)
    part(0.13, 0.24, 0.36, 0.07, pal.ink)
    part(0.22, 0.36, 0.17, 0.13, pal.panel)
    part(0.44, 0.44, 0.38, 0.26, pal.ink, 0.06)
    part(0.65, 0.27, 0.1, 0.18, pal.ink)
    part(0.62, 0.25, 0.16, 0.05, pal.ink)
    part(0.12, 0.68, 0.74, 0.06, pal.letters)
    for x in (0.29, 0.53, 0.72):
        canvas.circle((box.x + s * x, box.y + s * 0.76), s * 0.085, pal.ink)
