"""Calm paper: the colours and small parts that all pages of the debrief share."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from math import cos, radians, sin

from game.debrief.cards import Card
from game.language import _
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import DEBRIEF
from game.screens.kit.widgets import silent

PAL = DEBRIEF
QUIET = replace(PAL, panel="#EDE3C8", accent="#A79B7C")
"""The same for panes: a scroll bar is no headline."""
DARK = replace(PAL, focus=PAL.mark)
"""The same for what stands on the dark bar: there the ring is light."""

INK, PAPER, CARD, SAND, GREY = PAL.ink, "#FFFDF6", PAL.paper, "#EDE3C8", PAL.soft
TEAL, VERMILION, OCHRE, BAR = "#2E7071", "#B8341F", PAL.second, PAL.strong

Live = Callable[[], float]
"""How far a picture has come while it unfolds, 0 to 1; asked at every drawing."""


def visible(canvas: Canvas, box: Box) -> bool:
    """Whether any of `box` would be seen: what is scrolled out of sight need not be drawn."""
    return canvas.surface.get_clip().colliderect(canvas.area(box))


def seen(node: Node) -> Node:
    """Give up drawing this node while it is out of sight."""
    draw = node.draw
    if draw is not None:
        def only_if(canvas: Canvas, me: Node, mood: Mood) -> None:
            if visible(canvas, me.box.grown(4)):
                draw(canvas, me, mood)

        node.draw = only_if
    return node


def paragraphs(frame: Frame, texts: Iterable[str], size: float, ink: str, width: float, face: str = "sans") -> Node:
    """Paragraphs below each other, in lines that can still be read."""
    most = min(width, frame.em(size) * 40)
    made = [seen(words(frame, text, face, size, ink, most, leading=1.4)) for text in texts]
    return column(made, gap=frame.em(size) * 0.5)


def boxed(child: Node, fill: str, width: float, *, bar: str = "", shadow: bool = False) -> Node:
    """`child` on a ground that is `width` wide, with a `bar` of colour at its left edge."""
    outer = Node("group", children=[child], box=Box(child.box.x, child.box.y, width, child.box.h), palette=PAL)

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        if not visible(canvas, node.box.grown(8)):
            return
        if shadow:
            canvas.shadow(node.box, PAL.shadow, PAL.radius, 5)
        canvas.rect(node.box, fill, PAL.radius)
        if bar:
            canvas.rect(Box(node.box.x, node.box.y, 5, node.box.h), bar)

    outer.draw = draw
    return outer


def chip(frame: Frame, text: str, *, full: bool = False, dashed: bool = False) -> Node:
    """A word in a frame: the verdict of a finding. Filled, plain or dashed, so that it reads without colour."""
    inner = silent(column([words(frame, text, "condensed", 15, PAL.on_strong if full else INK)], pad=(10, 3)))

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        box = node.box
        if full:
            canvas.rect(box, INK, 3)
        elif dashed:
            x = box.x
            while x < box.right:
                wide = min(6.0, box.right - x)
                canvas.rect(Box(x, box.y, wide, 1.5), INK)
                canvas.rect(Box(x, box.bottom - 1.5, wide, 1.5), INK)
                x += 10
            canvas.rect(Box(box.x, box.y, 1.5, box.h), INK)
            canvas.rect(Box(box.right - 1.5, box.y, 1.5, box.h), INK)
        else:
            canvas.rect(box, INK, 3, line=1.5)

    return Node("text", text, children=[inner], box=inner.box, draw=draw)


def pip(canvas: Canvas, at: tuple[float, float], radius: float, *, kept: bool | None) -> None:
    """What was done: a full disc as the board asks, an open ring otherwise, a dash where it was not met."""
    if kept is None:
        canvas.line([(at[0] - radius, at[1]), (at[0] + radius, at[1])], GREY, 3)
    elif kept:
        canvas.circle(at, radius, TEAL)
    else:
        canvas.circle(at, radius, VERMILION, line=max(3.0, radius * 0.26))


def hollow(canvas: Canvas, at: tuple[float, float], radius: float, colour: str, mark: str) -> None:
    """A dot of the watch: `mark` "looked" is full, "counted" a ring with a core, "" an open ring."""
    if mark == "looked":
        canvas.circle(at, radius, colour)
        return
    canvas.circle(at, radius, PAPER)
    canvas.circle(at, radius, colour, line=2)
    if mark == "counted":
        canvas.circle(at, radius * 0.36, colour)


def turned(
    box: Box, degrees: float, about: tuple[float, float], radius: float = 0, corners: str = "1111"
) -> list[tuple[float, float]]:
    """The outline of a box turned about a point. `corners`: which are round, from the top left clockwise."""
    cx, cy = about
    points: list[tuple[float, float]] = []
    for corner, (x, y, start) in enumerate((
        (box.x, box.y, 180), (box.right, box.y, 270), (box.right, box.bottom, 0), (box.x, box.bottom, 90),
    )):
        if not radius or corners[corner] == "0":
            points.append((x, y))
            continue
        ox = x + radius * (1 if x == box.x else -1)
        oy = y + radius * (1 if y == box.y else -1)
        points += [
            (ox + radius * cos(radians(start + step * 15)), oy + radius * sin(radians(start + step * 15)))
            for step in range(7)
        ]
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return [(cx + (x - cx) * c - (y - cy) * s, cy + (x - cx) * s + (y - cy) * c) for x, y in points]


def watch_words(card: Card) -> str:
    """Who was looking, in two words."""
    if card.looked is None:
        return ""
    if card.condition == "H":
        return _("counted, unseen")
    return _("looked at") if card.looked else _("nobody looking")


def text_columns(frame: Frame) -> bool:
    """Whether the evidence stands beside the page; at larger text it stands below."""
    return frame.zoom < 1.2
