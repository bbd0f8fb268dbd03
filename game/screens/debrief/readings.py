"""One set of counts read twice: each count across, under it two columns of the same type and width.

At larger text, where two columns are not read, each count stands with both readings below it, named.
"""

from game.debrief.two_readings import DRAWN, Twice
from game.language import _
from game.screens.debrief.look import GREY, INK, PAPER, SAND, boxed, seen
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, space, words
from game.screens.kit.node import Mood, Node

GAP, PAD = 28.0, 20.0
ROOM = 260.0  # narrower than this a column is not read


def readings(frame: Frame, both: Twice, width: float) -> Node:
    """Return the two readings."""
    inner = width - 2 * PAD
    side = (inner - GAP) / 2 >= frame.em(ROOM)
    each = (inner - GAP) / 2 if side else inner
    titles = [one.title for one in both.columns]
    made: list[Node] = []
    if side:
        heads = [words(frame, title, "serif_semibold", 21, INK, each, role="heading") for title in titles]
        made.append(_pair(heads, each))
    told = zip(both.figures, *(one.says for one in both.columns), strict=True)
    for figure, *says in (*told, (_("What each cannot show"), *(one.cannot for one in both.columns))):
        made.append(_rule(seen(words(frame, figure, "sans_semibold", 16, INK, inner)), inner))
        cells = [_cell(frame, title, text, each, named=not side) for title, text in zip(titles, says, strict=True)]
        made.append(_pair(cells, each) if side else column(cells, gap=8))
    sources = [seen(words(frame, one.source, "sans_italic", 14, GREY, each)) for one in both.columns]
    made.append(_pair(sources, each) if side else column(sources, gap=4))
    drawn = seen(words(frame, _(DRAWN), "sans", 15, GREY, min(width, frame.em(700))))
    return column([drawn, boxed(column(made, gap=9, pad=(PAD, 16)), PAPER, width)], gap=10)


def _pair(cells: list[Node], each: float) -> Node:
    first, second = cells
    return row([first, space(each - first.box.w + GAP, 0), second], align="top")


def _cell(frame: Frame, title: str, text: str, width: float, *, named: bool) -> Node:
    said = seen(words(frame, text, "serif", 17, INK, width, leading=1.35))
    said.label = text if named else f"{title}. {text}"  # heard alone, a column would not say whose it is
    head = [seen(words(frame, title, "serif_semibold", 17, INK, width, role="heading"))] if named else []
    return column([*head, said], gap=2)


def _rule(head: Node, width: float) -> Node:
    """A count under a thin line."""
    inner = column([head], pad=(0, 8))
    inner.box = inner.box._replace(w=width)

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        canvas.line([(node.box.x, node.box.y + 1), (node.box.x + width, node.box.y + 1)], SAND, 2)

    inner.draw = draw
    return seen(inner)
