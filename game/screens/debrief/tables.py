"""Tables of words and figures: columns as wide as they need to be; where they do not fit, one line below another."""

from collections.abc import Callable, Sequence

from game.debrief.charts import Table
from game.language import _, pgettext
from game.screens.debrief.look import CARD, GREY, INK, PAL, SAND, seen
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.widgets import button, silent

GAP, PAD = 18.0, 10.0
SIZE = 15.0


def table(
    frame: Frame, what: Table, width: float, opens: Sequence[int] = (), open_: Callable[[int], Press] | None = None
) -> Node:
    """Return `what` as a node, no wider than `width`. With `opens` (a line a row) and `open_` rows can be pressed."""
    columns = widths(frame, what, width - 2 * PAD)
    wide = width
    if columns and sum(columns) + GAP * (len(columns) - 1) + 2 * PAD < width * 0.62:
        wide = max(sum(columns) + GAP * (len(columns) - 1) + 2 * PAD, min(width, frame.em(260)))
    caption = [seen(words(frame, what.caption, "sans_semibold", 16, INK, wide, role="heading"))] if what.caption else []
    body: list[Node] = []
    if columns and any(what.head):
        body.append(_head(frame, what.head, columns, wide))
    for index, cells in enumerate(what.rows):
        answer = open_(opens[index]) if open_ and index < len(opens) else None
        key = f"row.{opens[index]}" if answer is not None else ""
        body.append(_row(frame, what.head, cells, columns, wide, key, answer, odd=bool(index % 2)))
    whole = column([*caption, column(body)], gap=6)
    return Node("list", what.caption, children=[whole], box=Box(0, 0, wide, whole.box.h))


def beside(
    frame: Frame, what: Table, width: float, opens: Sequence[int] = (), open_: Callable[[int], Press] | None = None
) -> Node:
    """The same, a long narrow table in parts side by side."""
    narrow = table(frame, what, width, opens, open_)
    parts = min(3, int((width + GAP * 2) // (narrow.box.w + GAP * 2)))
    if parts < 2 or len(what.rows) < 12 or opens:
        return narrow
    each = -(-len(what.rows) // parts)
    made = [
        table(frame, Table("", what.head, what.rows[start : start + each]), width)
        for start in range(0, len(what.rows), each)
    ]
    caption = seen(words(frame, what.caption, "sans_semibold", 16, INK, width, role="heading"))
    return column([caption, row(made, gap=GAP * 2, align="top")], gap=6)


def folded(frame: Frame, caption: str, key: str, answer: Press, width: float) -> Node:
    """A table of which only the caption shows, until it is pressed."""
    return seen(button(frame, PAL, caption, key, answer, kind="link", size=16, most=width))


def figures(*, shown: bool) -> str:
    """The label of what folds a picture's table out, and in again."""
    return _("Without the figures") if shown else _("The same in figures")


def widths(frame: Frame, what: Table, room: float) -> tuple[float, ...]:
    """How wide each column is, in logical units; empty if not even the longest words find room side by side."""
    size = frame.em(SIZE)
    lines = [what.head, *what.rows] if what.rows else [what.head]
    count = len(what.head)
    natural, least = [0.0] * count, [0.0] * count
    for line in lines:
        face = "condensed" if line is what.head else "sans"
        for at, cell in enumerate(line[:count]):
            natural[at] = max(natural[at], frame.measure(cell, face, size)[0] + 2)
            longest = max(frame.measure(word, face, size)[0] for word in cell.split(" "))
            least[at] = max(least[at], longest + 2)
    room -= GAP * (count - 1)
    if sum(natural) <= room:
        return tuple(natural)
    whole, least = least, [min(small, frame.em(190)) for small in least]
    if sum(least) > room or room / count < frame.em(64):
        return ()
    wanted = [min(wide, room * 0.62) - small for wide, small in zip(natural, least, strict=True)]
    wanted = [max(0.0, one) for one in wanted]
    share = min(1.0, (room - sum(least)) / (sum(wanted) or 1.0))
    made = tuple(small + more * share for small, more in zip(least, wanted, strict=True))
    return made if all(wide >= word - 2 for wide, word in zip(made, whole, strict=True)) else ()


def _cells(frame: Frame, cells: Sequence[str], columns: Sequence[float], face: str, ink: str) -> list[Node]:
    made, x = [], PAD
    for cell, wide in zip(cells, columns, strict=False):
        made.append(words(frame, cell, face, SIZE, ink, wide).place(x, 6))
        x += wide + GAP
    return made


def _head(frame: Frame, head: Sequence[str], columns: Sequence[float], width: float) -> Node:
    cells = _cells(frame, head, columns, "condensed", GREY)
    high = max(cell.box.h for cell in cells) + 10

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        canvas.rect(node.box, SAND)

    made = Node("text", ", ".join(filter(None, head)), children=[silent(c) for c in cells],
                box=Box(0, 0, width, high), draw=draw)  # fmt: skip
    return _culled(made)


def _row(
    frame: Frame, head: Sequence[str], cells: Sequence[str], columns: Sequence[float], width: float, key: str,
    answer: Press, *, odd: bool,
) -> Node:  # fmt: skip
    if columns:
        made = _cells(frame, cells, columns, "sans", INK)
        high = max(cell.box.h for cell in made) + 12
    else:
        made, y = [], 8.0
        for at, cell in enumerate(cells):
            if not cell:
                continue
            name = head[at] if at < len(head) else ""
            line = cell if at == 0 or not name else pgettext("a cell", "{head}: {cell}").format(head=name, cell=cell)
            face = "sans_semibold" if at == 0 else "sans"
            made.append(words(frame, line, face, SIZE, INK if at < 2 else GREY, width - 2 * PAD).place(PAD, y))
            y += made[-1].box.h
        high = y + 8

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        canvas.rect(node.box, "#FFFFFF" if mood else CARD if odd else "#FFFDF6")
        canvas.rect(Box(node.box.x, node.box.bottom - 1, node.box.w, 1), SAND)

    label = ", ".join(filter(None, cells))
    made_row = Node("button" if key else "listitem", label, key=key, answer=answer, children=[silent(c) for c in made],
               box=Box(0, 0, width, high), draw=draw, palette=PAL)  # fmt: skip
    return _culled(made_row)


def _culled(node: Node) -> Node:
    for each in node.walk():
        seen(each)
    return node
