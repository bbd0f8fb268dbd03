"""What can be heard, in words: small, at the edge, and never over other words.

As with the names of the figures, the desk keeps and draws them, for they belong to no screen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node, render
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import silent

STAY = 3.2  # seconds that a caption stays
MOST = 2  # so many sounds stand in one
EDGE = 14.0
LINES = (HEIGHT - EDGE, 660.0, 560.0, 610.0, 335.0, 515.0, 470.0, 425.0, 380.0)  # its lower edge, the best first
SIDES = (0.0, 1.0, 0.5)  # left, right, the middle
PLACES = tuple((side, low) for low in LINES for side in SIDES)
SMALLER = (1.6, 1.3, 1.0)  # rather than not at all, where words twice as large leave it no room
WHOLE = 0.9  # what is wider and taller than this share of the screen is ground, not a thing on it


class Captions:
    """What was heard a moment ago."""

    def __init__(self) -> None:
        """Nothing."""
        self.heard: list[tuple[str, float]] = []
        self.dirty = False
        self._place = PLACES[0]  # where the last one stood: it does not jump about while there is room

    @property
    def text(self) -> str:
        """What is to be read now."""
        return " · ".join(text for text, _ in self.heard[-MOST:])

    def say(self, text: str) -> None:
        """Something is heard."""
        before = [one for one in self.heard if one[0] != text]
        self.heard = [*before[1 - MOST :], (text, STAY)]
        self.dirty = True

    def hush(self) -> None:
        """Nothing is to be read."""
        self.dirty = self.dirty or bool(self.heard)
        self.heard = []

    def tick(self, seconds: float) -> None:
        """They go by themselves."""
        if self.heard:
            left = [(text, stay - seconds) for text, stay in self.heard if stay > seconds]
            self.dirty = self.dirty or len(left) < len(self.heard)
            self.heard = left

    def paint(self, canvas: Canvas, seen: Sequence[Screen], frame: Frame) -> None:
        """Draw them where there is room."""
        self.dirty = False
        if not self.heard:
            return
        for text in dict.fromkeys((self.text, self.heard[-1][0])):
            if found := placed(text, seen, frame, self._place):
                node, self._place = found
                render(canvas, node)
                return


def placed(
    text: str, seen: Sequence[Screen], frame: Frame, first: tuple[float, float] = PLACES[0]
) -> tuple[Node, tuple[float, float]] | None:
    """The caption at a free place of the edge, and which; None where none is free. `first` is tried before."""
    sizes = dict.fromkeys((frame.zoom, *(one for one in SMALLER if one < frame.zoom)))
    tries = (free(_caption(replace(frame, zoom=zoom), text), seen, frame, (first, *PLACES)) for zoom in sizes)
    return next(filter(None, tries), None)


def _caption(frame: Frame, text: str) -> Node:
    inner = silent(column([words(frame, text, "sans", 14, "#FFFFFF")], pad=(10, 3)))

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        canvas.rect(node.box, "#17182FE6", 4)

    return Node("text", text, children=[inner], box=inner.box, draw=draw)


def free(
    node: Node, seen: Sequence[Screen], frame: Frame, places: Sequence[tuple[float, float]]
) -> tuple[Node, tuple[float, float]] | None:
    """`node` at the first of these places (side, lower edge) where nothing is written or can be pressed; else None."""
    taken = [box for screen in seen for box in _taken(screen.tree(frame), Box(0, 0, WIDTH, HEIGHT))]
    for side, low in places:
        node.place(side_x(side, node.box.w), low - node.box.h)
        if not any(_touch(node.box.grown(3), box) for box in taken):
            return node, (side, low)
    return None


def side_x(side: float, wide: float) -> float:
    """The left edge of what is so wide, at the left (0), the right (1) or between."""
    return EDGE + side * (WIDTH - 2 * EDGE - wide)


def _taken(node: Node, within: Box) -> Iterator[Box]:
    """Where something is written or can be pressed, as far as it can be seen."""
    if node.window:
        within = _shared(within, node.window)
    box = _shared(node.box, within)
    ground = box.w > WHOLE * WIDTH and box.h > WHOLE * HEIGHT
    if box.w and box.h and (node.draw or node.focusable) and not ground:
        yield box
    for child in node.children:
        yield from _taken(child, within)


def _touch(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def _shared(a: Box, b: Box) -> Box:
    left, top = max(a.x, b.x), max(a.y, b.y)
    return Box(left, top, max(0.0, min(a.right, b.right) - left), max(0.0, min(a.bottom, b.bottom) - top))
