"""Ask again before it counts: the player's own setting, kept apart in look and word from what a regime asks twice.

White with a dark rim in every world, and it says whose wish it is. What a nudge asks for stands as it did.
"""

from collections.abc import Mapping, Sequence

from game.language import _
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.widgets import silent
from game.screens.strip import inside, lie_on

INK, GROUND = "#20263A", "#FFFFFF"


def plate(frame: Frame) -> Node:
    """The words, on a ground of their own."""
    said = _("Again, to take it. You asked to be asked.")
    inner = silent(column([words(frame, said, "sans_semibold", 14, INK)], pad=(10, 3)))

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        canvas.rect(node.box, GROUND, 4)
        canvas.rect(node.box, INK, 4, line=2)

    return Node("alert", said, children=[inner], box=inner.box, draw=draw)


def on_row(frame: Frame, node: Node) -> Node:
    """`node`, a row of a sheet, taller by the plate at its foot."""
    made = plate(frame).place(node.box.x + 14, node.box.bottom)
    node.children.append(made)
    node.box = Box(node.box.x, node.box.y, node.box.w, node.box.h + made.box.h + 6)
    return node


def at_tag(frame: Frame, tags: Mapping[str, Box], key: str, written: Sequence[Box], foot: Box) -> Node:
    """The plate above or below the tag of that key, where it lies on nothing; else over the words at the foot."""
    made, tag = plate(frame), tags[key]
    taken = [*written, *(box for other, box in tags.items() if other != key)]
    for y in (tag.y - made.box.h - 4, tag.bottom + 4):
        inside(made.place(tag.centre[0] - made.box.w / 2, y))
        if made.box.y == y and not any(lie_on(made.box, box) for box in taken):
            return made
    return inside(made.place(foot.right - made.box.w, foot.y - made.box.h - 8))
