"""Marks that come down on a page with weight: large and fast, one after the other, and the page gives a little."""

from game.screens.kit.canvas import Canvas
from game.screens.kit.node import Node, render
from game.screens.paint import pace

FIRST, APART = 0.26, 0.24  # seconds until the first is let go, and from one to the next
FALL, GIVE = 0.14, 0.07  # seconds that it falls, and that the page gives way under it
HELD = 1.7  # how much larger than it is it seems while it is held over the page
DENT = 2.5
KEY = "mark."


class Stamps:
    """How far `count` marks have come down, by the age of the page they come down on."""

    def __init__(self, count: int) -> None:
        """None of them is down."""
        self.count = count
        self.lasts = FIRST + APART * (count - 1) + FALL + GIVE if count else 0.0

    def fallen(self, number: int, age: float) -> float:
        """How far one of them has come: 0 is not to be seen yet, 1 is down."""
        return pace.share(age, FIRST + APART * number, FIRST + APART * number + FALL)

    def down(self, age: float) -> int:
        """How many have touched the page."""
        return sum(self.fallen(number, age) >= 1 for number in range(self.count))

    def paint(self, canvas: Canvas, root: Node, age: float, focus: str) -> None:
        """Draw the page, on it the marks that are down, and over it one that falls."""
        landed = [age - FIRST - APART * number - FALL for number in range(self.count)]
        dent = max((1 - since / GIVE for since in landed if 0 <= since < GIVE), default=0.0)
        root.shift(0, DENT * dent)
        marks = [node for node in root.walk() if node.key.startswith(KEY)]
        falling = [(mark, self.fallen(number, age)) for number, mark in enumerate(marks)]
        kept = {id(mark): (mark.draw, mark.children) for mark, q in falling if q < 1}
        for mark, q in falling:
            if q < 1:
                mark.draw, mark.children = None, []
        render(canvas, root, focus)
        for mark, q in falling:
            if 0 < q < 1:
                mark.draw, mark.children = kept[id(mark)]
                render(_larger(canvas, mark.box.centre, 1 + HELD * (1 - pace.into(q))), mark)


def _larger(canvas: Canvas, middle: tuple[float, float], size: float) -> Canvas:
    """A canvas on which everything is larger, but for where that point is."""
    at, scale = canvas.px(*middle), canvas.scale * size
    return canvas.like(canvas.surface, scale, (at[0] - middle[0] * scale, at[1] - middle[1] * scale))
