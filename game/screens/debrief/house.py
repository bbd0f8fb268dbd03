"""The inspection house from above: who was looked into is joined to the tower by a beam; each cell has its mark."""

from collections.abc import Callable

from game.debrief.charts import Plan
from game.debrief.house import DARK, LAMP, LIT, NIGHT, TOWER, WALL, Cell, Point, cells
from game.language import _
from game.screens.debrief.look import GREY, INK, PAL, PAPER, seen
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, row, space, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.widgets import silent


def house(frame: Frame, what: Plan, width: float, open_: Callable[[int], Press]) -> Node:
    """The plan at the left, its caption and key at the right. Each cell can be pressed; it says what it was."""
    size = min(150.0 if frame.zoom < 1.2 else 190.0, width * 0.25)
    every = cells(what.rings)
    caption = Box(0, 2 * size + 8, width, frame.em(15) * 1.3)

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        middle = node.box.x + size, node.box.y + size
        canvas.circle(middle, size, NIGHT)
        for cell in every:
            if cell.beam:
                canvas.polygon(_shift(cell.beam, middle, size), LIT)

    tower = seen(Node("group", box=Box(0, 0, 2 * size, 2 * size), draw=_tower))
    made = [_cell(frame, what, cell, size, caption, open_(cell.dot.n)) for cell in every]
    plan = seen(Node("group", children=[*made, tower], box=Box(0, 0, 2 * size, 2 * size), draw=draw))
    told = _told(frame, what, width - 2 * size - 36)
    told.place(2 * size + 36, max(0.0, size - told.box.h / 2))
    tall = max(caption.y, told.box.bottom + 8)
    plan.place(0, (tall - 8 - 2 * size) / 2)
    return Node("group", children=[plan, told], box=Box(0, 0, width, max(tall, plan.box.bottom + 8 + caption.h)))


def _shift(points: tuple[Point, ...], middle: Point, size: float) -> list[Point]:
    return [(middle[0] + size * x, middle[1] + size * y) for x, y in points]


def _tower(canvas: Canvas, node: Node, _mood: Mood) -> None:
    size = node.box.w / 2 * TOWER
    canvas.circle(node.box.centre, size, LAMP)
    canvas.circle(node.box.centre, size, INK, line=2)
    canvas.circle(node.box.centre, size * 0.42, LIT)
    canvas.circle(node.box.centre, size * 0.42, INK, line=2)


def _cell(frame: Frame, what: Plan, cell: Cell, size: float, caption: Box, answer: Press) -> Node:
    one = cell.dot
    did = what.above if one.kept else what.below
    truth = _("looked into") if one.looked else _("nobody looked")
    said = f"{cell.band.label} · {one.label}: {did} · {truth}"
    side = cell.side * size
    box = Box(size * (1 + cell.at[0]) - side / 2, size * (1 + cell.at[1]) - side / 2, side, side)
    fill, ink = (LIT, INK) if one.looked else (DARK, PAPER)

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        at = node.box.centre
        middle = at[0] - size * cell.at[0], at[1] - size * cell.at[1]
        canvas.polygon(_shift(cell.walls(-2 / size if mood else 0), middle, size), PAL.focus if mood else WALL)
        canvas.polygon(_shift(cell.walls((2.5 if mood else 1.6) / size), middle, size), fill)
        canvas.circle(at, min(10.0, side * 0.3), ink, line=0 if one.kept else 2.5)
        if mood:
            wide = canvas.measure(said, "sans_semibold", frame.em(15))[0]
            where = middle[0] - size, middle[1] - size + caption.y
            canvas.text(where, said, "sans_semibold", frame.em(15) * min(1.0, caption.w / wide), INK)

    return seen(Node(
        "button", one.label, key=f"cell.{one.n}", value=f"{cell.band.label}, {did}", hint=truth, answer=answer,
        box=box, draw=draw, ring=False, palette=PAL,
    ))  # fmt: skip


def _told(frame: Frame, what: Plan, width: float) -> Node:
    """The caption in the player's own numbers, and what the marks mean."""
    first, *rest = what.notes
    parts = [words(frame, first, "serif", 20, INK, width, leading=1.35)]
    parts += [words(frame, note, "sans", 16, INK, width, leading=1.35) for note in rest]
    disc, patch = frame.em(18), Box(0, 0, frame.em(20), frame.em(15))

    def key(text: str, paint: Callable[[Canvas, Box], None]) -> Node:
        mark = space(patch.w, disc)
        mark.draw = lambda canvas, node, _mood: paint(canvas, node.box)
        return row([mark, words(frame, text, "sans", 14, GREY)], gap=6)

    def room(fill: str) -> Callable[[Canvas, Box], None]:
        def paint(canvas: Canvas, box: Box) -> None:
            canvas.rect(Box(box.x, box.centre[1] - patch.h / 2, patch.w, patch.h), fill)
            canvas.rect(Box(box.x, box.centre[1] - patch.h / 2, patch.w, patch.h), INK, line=1.5)

        return paint

    marks = [
        key(what.above, lambda canvas, box: canvas.circle(box.centre, frame.em(7), INK)),
        key(what.below, lambda canvas, box: canvas.circle(box.centre, frame.em(7), INK, line=2.5)),
        key(_("a beam: looked into"), room(LIT)), key(_("dark: nobody looked"), room(DARK)),
    ]  # fmt: skip
    rings = _("inner ring: {when}"), _("outer ring: {when}")
    names = [ring.format(when=band.label) for ring, band in zip(rings, what.rings, strict=False)]
    if len(names) > 1:
        marks += [words(frame, name, "sans", 14, GREY) for name in names]
    marks.append(words(frame, _("clockwise from the top, as lived"), "sans", 14, GREY))
    marks.append(words(frame, _("a cell opens its moment"), "sans_italic", 14, GREY))
    return column([*map(seen, parts), silent(flow(marks, width, gap=18, gap_y=3))], gap=10)
