"""One set of counts read twice: two columns of the same type and the same width; at larger text one below the other."""

from game.debrief.two_readings import DRAWN, Column
from game.screens.debrief.look import GREY, INK, PAPER, boxed, seen
from game.screens.kit.canvas import Box
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, space, words
from game.screens.kit.node import Node

GAP = 18.0
ROOM = 300.0  # narrower than this a column is not read


def readings(frame: Frame, both: tuple[Column, ...], width: float) -> Node:
    """Return the two readings. Paragraph stands beside paragraph, since they are about the same count."""
    side = (width - GAP) / 2 >= frame.em(ROOM)
    each = (width - GAP) / 2 if side else width
    made = [_parts(frame, one, each - 36) for one in both]
    if side:
        for pair in zip(*made, strict=True):
            high = max(node.box.h for node in pair)
            for node in pair:
                node.box = Box(node.box.x, node.box.y, node.box.w, high)
    columns = [boxed(column(parts, gap=9, pad=(18, 14)), PAPER, each) for parts in made]
    told = seen(words(frame, DRAWN, "sans", 15, GREY, min(width, frame.em(700))))
    body = row([columns[0], space(GAP, 0), columns[1]], align="top") if side else column(columns, gap=GAP)
    return column([told, body], gap=10)


def _parts(frame: Frame, one: Column, room: float) -> list[Node]:
    made = [words(frame, one.title, "serif_semibold", 20, INK, room, role="heading")]
    made += [words(frame, text, "serif", 17, INK, room, leading=1.35) for text in one.says]
    made.append(words(frame, "What it cannot show", "sans_semibold", 15, INK, room, role="heading"))
    made.append(words(frame, one.cannot, "sans", 15, GREY, room, leading=1.35))
    made.append(words(frame, one.source, "sans_italic", 14, GREY, room))
    return [seen(node) for node in made]
