"""One choice on a sheet, in the manner of print, of the phone, and of plain daylight."""

from typing import TYPE_CHECKING

from game.language import _
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, space, words
from game.screens.kit.node import Node
from game.screens.kit.palette import Palette, faint
from game.screens.kit.widgets import silent, tick
from game.telling.prices import amounts, figures, marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.model.record import Option

GAP = 20.0  # between two columns
LETTER = 20.0  # size of a letter that a room votes by
DARK = "#20263A"
MARKER = "#F3DE9A"  # a line gone over with a marker


def _widest(frame: Frame, texts: "Iterable[str]", face: str) -> float:
    return max((frame.measure(text, face, frame.em(15))[0] for text in texts if text), default=0.0)


def ledger(frame: Frame, options: "tuple[Option, ...]", room: float) -> tuple[list[tuple[str, ...]], list[float]]:
    """What stands in the columns of figures, row by row, and how wide they are.

    Minutes, coins and ties have a column each; where that would make the words wrap more, they stand in one.
    """
    table = [amounts(option) for option in options]
    used = [n for n in range(3) if any(line[n] for line in table)]
    if not used:
        return [() for _option in options], []
    apart = [_widest(frame, (line[n] for line in table), "mono") for n in used]
    together = _widest(frame, (text for line in table for text in line), "mono")
    rows = [tuple(line[n] for n in used) for line in table]

    def tall(wide: float, lines: list[int]) -> float:
        body, small = frame.em(18), frame.em(15)
        return sum(
            max(frame.measure(option.text, "sans", body, wide)[1], frame.tall("mono", small, count))
            for option, count in zip(options, lines, strict=True)
        )

    stacked = [len(figures(option)) for option in options]
    if tall(room - sum(apart) - GAP * len(apart), [1] * len(options)) <= tall(room - together - GAP, stacked):
        return [row if any(row) else (*row[:-1], "–") for row in rows], apart
    return [("\n".join(figures(option)),) for option in options], [together]


def print_row(frame: Frame, pal: Palette, options: "tuple[Option, ...]", index: int, inner: float) -> Node:
    """A line of the ledger: number, words, exact price, what is posted."""
    option = options[index]
    return _row(frame, pal, options, index, inner, [("condensed", marked(option), bool(option.mark))])


def plain_row(frame: Frame, pal: Palette, options: "tuple[Option, ...]", index: int, inner: float) -> Node:
    """The same without what is posted, for nothing is."""
    return _row(frame, pal, options, index, inner, [])


def _row(
    frame: Frame, pal: Palette, options: "tuple[Option, ...]", index: int, inner: float,
    marks: list[tuple[str, str, bool]],
) -> Node:
    option = options[index]
    mark_wide = _widest(frame, (marked(one) for one in options), "condensed") if marks else 0.0
    number_wide = frame.em(36 if frame.letters else 26)
    room = inner - 28 - number_wide - (GAP + mark_wide if marks else 0)
    table, columns = ledger(frame, options, room)
    room -= sum(columns) + GAP * len(columns)
    lines = [_ink(frame, option.text, "sans", 18, pal, room, closed=bool(option.closed))]
    if option.preselected:
        lines.append(_small(frame, _("already chosen"), pal, room))
    if option.closed:
        lines.append(_small(frame, option.closed, pal, room))
    letter = frame.letter(option.id)
    number = lettered(frame, letter, number_wide) if letter else _number(frame, pal, index + 1, number_wide)
    cells = [number, column(lines)]
    for amount, wide in zip(table[index], columns, strict=True):
        cells += [space(GAP, 0), _ink(frame, amount, "mono", 15, pal, wide, align="right")]
    for face, text, strong in marks:
        cells += [space(GAP, 0), _mark(frame, text, face, pal, mark_wide, strong=strong)]
    inside = silent(row(cells, pad=(14, 5)))
    box = Box(0, 0, inner, max(inside.box.h, frame.em(34)))
    inside.place(0, (box.h - inside.box.h) / 2)

    def draw(canvas: Canvas, node: Node, mood: str) -> None:
        fill = pal.strong if mood else MARKER if option.lit else pal.panel
        if pal.name == "daylight" and not mood and not option.lit:
            canvas.rect(Box(node.box.x, node.box.bottom, node.box.w, 1), pal.panel)
        else:
            canvas.rect(node.box, fill, pal.radius)
        if option.preselected:
            canvas.rect(Box(node.box.x, node.box.y, 6, node.box.h), pal.accent)
            canvas.rect(node.box, pal.accent, pal.radius, line=2)
        for cell in node.children[0].walk():
            cell.selected = bool(mood)

    return Node(
        "button", option.text, key=f"option.{option.id}", disabled=option.closed, selected=option.preselected,
        children=[inside], box=box, draw=draw, ring=pal.name == "daylight", palette=pal,
    )


def _ink(
    frame: Frame, text: str, face: str, size: float, pal: Palette, width: float, align: str = "left",
    *, closed: bool = False,
) -> Node:
    """Text that turns light when its row is dark."""
    node = words(frame, text, face, size, pal.ink, width, align)

    def draw(canvas: Canvas, me: Node, _mood: str) -> None:
        ink = pal.on_strong if me.selected else pal.soft if closed else pal.ink
        canvas.text((me.box.x, me.box.y), text, face, frame.em(size), ink, width, align)

    node.draw = draw
    return node


def _small(frame: Frame, text: str, pal: Palette, width: float) -> Node:
    node = words(frame, text, "sans_italic", 15, pal.soft, width)

    def draw(canvas: Canvas, me: Node, _mood: str) -> None:
        ink = pal.on_strong if me.selected else pal.soft
        canvas.text((me.box.x, me.box.y), text, "sans_italic", frame.em(15), ink, width)

    node.draw = draw
    return node


def _number(frame: Frame, pal: Palette, number: int, width: float) -> Node:
    node = words(frame, str(number), "sans_semibold", 18, pal.letters, width)

    def draw(canvas: Canvas, me: Node, _mood: str) -> None:
        ink = pal.mark if me.selected else pal.letters
        canvas.text((me.box.x, me.box.y), str(number), "sans_semibold", frame.em(18), ink)

    node.draw = draw
    return node


def _mark(frame: Frame, text: str, face: str, pal: Palette, width: float, *, strong: bool) -> Node:
    node = words(frame, text, face, 15, pal.bad, width, "right")

    def draw(canvas: Canvas, me: Node, _mood: str) -> None:
        ink = (pal.mark if strong else "#B9BBC6") if me.selected else pal.bad if strong else pal.soft
        canvas.text((me.box.x, me.box.y), text, face, frame.em(15), ink, width, "right")

    node.draw = draw
    return node


def lettered(frame: Frame, letter: str, width: float) -> Node:
    """What a choice is called where a room votes on it: a dark plate with a letter, to be read from the last row."""
    size = frame.em(LETTER)
    wide = min(width - 4, size * 1.3)
    high = frame.measure(letter, "sans_semibold", size)[1]
    def draw(canvas: Canvas, me: Node, _mood: str) -> None:
        plate = Box(me.box.x, me.box.y, wide, me.box.h)
        canvas.rect(plate, DARK, 5)
        canvas.rect(plate, "#FFFFFF", 5, line=1.5)
        canvas.text((plate.centre[0], plate.y), letter, "sans_semibold", size, "#FFFFFF", None, "centre")

    return Node("group", box=Box(0, 0, width, high), draw=draw)


def called(frame: Frame, node: Node, choice: str) -> Node:
    """A thing that is chosen, with its letter at its left edge where a room votes."""
    if letter := frame.letter(choice):
        mark = lettered(frame, letter, frame.em(LETTER) * 1.3 + 4)
        node.children.append(mark.place(node.box.x + 10, node.box.centre[1] - mark.box.h / 2))
    return node


def _called(frame: Frame, letter: str, inside: Node, inner: float) -> Node:
    """A choice of the app with its letter at the left, its words still in the middle."""
    mark = lettered(frame, letter, frame.em(LETTER) * 1.3 + 4)
    high = max(inside.box.h, mark.box.h + 10)
    inside.shift((inner - inside.box.w) / 2, (high - inside.box.h) / 2)
    mark.place(14, (high - mark.box.h) / 2)
    return Node("group", children=[inside, mark], box=Box(0, 0, inner, high))


def app_option(frame: Frame, pal: Palette, option: "Option", inner: float, *, pushed: bool) -> Node:
    """A choice on the phone. One is large and warm if the app puts it forward; what takes extra steps is grey."""
    warm = option.preselected or option.lit
    grey = bool(option.friction) and not warm
    quiet = pushed and not warm
    size = 20 if warm else 15 if grey else 18
    face = "sans_semibold" if warm else "sans"
    pale = faint(pal, frame.zoom)
    ink = pal.on_accent if warm else pale if grey else pal.accent if quiet else pal.ink
    letter = frame.letter(option.id)
    room = inner - 48 - (frame.em(2 * LETTER) if letter else 0)
    tail = [text for text in figures(option) if text != "–"]
    under = _("already chosen for you") if option.preselected else ""
    under = " · ".join(filter(None, [under, *tail]))
    lines = [words(frame, option.text, face, size, ink, room, "centre")]
    if under:
        lines.append(words(frame, under, "sans", 14, pal.on_accent if warm else pale if grey else pal.soft,
                           room, "centre"))
    if option.closed:
        lines.append(words(frame, option.closed, "sans_italic", 14, pal.soft, room, "centre"))
    inside = silent(column(lines, pad=(24, 18 if warm else 6 if quiet else 12)))
    if letter:
        inside = _called(frame, letter, inside, inner)
    radius = 26 if warm else 22

    def draw(canvas: Canvas, node: Node, _mood: str) -> None:
        round_off = min(radius, node.box.h / 2)
        if warm:
            canvas.shadow(node.box, "#5B4FD640", round_off, 4, soft=4)
            canvas.gradient(node.box, "#6A5EE6", "#5246CC", round_off)
        elif not quiet:
            canvas.rect(node.box, pal.panel, round_off)
        if option.preselected:
            centre = (node.box.right - 30, node.box.centre[1])
            canvas.circle(centre, 12, pal.second)
            tick(canvas, centre, 12, "#17182F")

    return Node(
        "button", option.text, key=f"option.{option.id}", disabled=option.closed, selected=option.preselected,
        children=[inside], box=inside.box, draw=draw, palette=pal,
    )
