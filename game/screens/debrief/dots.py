"""Every matched moment as a dot: above the line as the board asks, below it otherwise; full where somebody looked."""

from collections.abc import Callable

from game.debrief.charts import Dots
from game.debrief.dotted import Band, Dot
from game.debrief.pen import TINTS
from game.language import _
from game.screens.debrief.look import GREY, INK, PAL, SAND, TEAL, VERMILION, Live, hollow
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, row, space, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.widgets import silent


def dots(frame: Frame, what: Dots, width: float, open_: Callable[[int], Press], live: Live) -> Node:
    """Bands in the order lived. Each dot can be pressed; the one with the focus says what it was."""
    gutter = max(frame.measure(text.split(" ")[0], "condensed", frame.em(14))[0] for text in (what.above, what.below))
    gutter = max(gutter, frame.em(64)) + 12
    total = sum(len(band.dots) for band in what.bands) or 1
    unit = (width - gutter) / total
    radius = max(3.5, min(9.0, unit * 0.38))
    sides = [
        silent(words(frame, text, "condensed", 14, TEAL if text == what.above else VERMILION, gutter - 10))
        for text in (what.above, what.below)
    ]
    step = max(26.0, radius * 2 + 12, max(side.box.h for side in sides) - 2)
    names = [
        silent(words(frame, band.label.upper(), "condensed", 13, INK, max(unit * len(band.dots) - 12, 20)))
        for band in what.bands
    ]
    head = max(name.box.h for name in names) + 14
    tall = head + 2 * step + 18
    line = head + step + 4

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        x, y = node.box.x + gutter, node.box.y
        for band in what.bands:
            wide = unit * len(band.dots)
            canvas.rect(Box(x, y, wide, tall), TINTS.get(band.condition, SAND))
            x += wide
        canvas.line([(node.box.x + gutter, y + line), (x, y + line)], INK, 1.5)

    children: list[Node] = []
    for side, middle in zip(sides, (line - step / 2 - 4, line + step / 2 + 4), strict=True):
        children.append(side.place(0, middle - side.box.h / 2))
    x = gutter
    caption = Box(0, tall + 6, width, frame.em(15) * 1.3)
    for band, name in zip(what.bands, names, strict=True):
        children.append(name.place(x + 6, 6))
        for one in band.dots:
            at = Box(x, head if one.kept else line + 4, unit, step)
            children.append(_dot(frame, what, band, one, at, radius, caption, open_(one.n), live))
            x += unit
    stage = Node("group", children=children, box=Box(0, 0, width, tall + 6 + caption.h), draw=draw)
    return column([stage, _legend(frame, what, width)], gap=4)


def _dot(
    frame: Frame, what: Dots, band: Band, one: Dot, box: Box, radius: float, caption: Box, answer: Press, live: Live
) -> Node:
    mark = "looked" if one.looked else "counted" if band.condition == "H" else ""
    ink = TEAL if one.kept else VERMILION
    did = what.above if one.kept else what.below
    truth = {"looked": _("somebody looking"), "counted": _("counted, unseen"), "": _("nobody looking")}[mark]
    said = f"{band.label} · {one.label}: {did} · {truth}"
    down = caption.y - box.y
    left = caption.x - box.x

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        x, y = node.box.centre
        rise = (1 - live()) * (10 if one.kept else -10)
        hollow(canvas, (x, y + rise), radius, ink, mark)
        if mood:
            canvas.circle((x, y + rise), radius + 5, PAL.focus, line=2)
            where = node.box.x + left, node.box.y + down
            wide = canvas.measure(said, "sans_semibold", frame.em(15))[0]
            size = frame.em(15) * min(1.0, caption.w / wide)
            canvas.text(where, said, "sans_semibold", size, INK)

    return Node(
        "button", one.label, key=f"dot.{one.n}", value=f"{band.label}, {did}", hint=truth, answer=answer, box=box,
        draw=draw, ring=False, palette=PAL,
    )


def _legend(frame: Frame, what: Dots, width: float) -> Node:
    entries = [("looked", _("somebody looking, in fact")), ("", _("nobody looking"))]
    if any(band.condition == "H" for band in what.bands):
        entries.append(("counted", _("nobody in sight; the phone counted")))

    def entry(mark: str, text: str) -> Node:
        ring = space(frame.em(16), frame.em(16))
        ring.draw = lambda canvas, node, _mood: hollow(canvas, node.box.centre, frame.em(6), INK, mark)
        return row([ring, words(frame, text, "sans", 14, GREY)], gap=6)

    hint = words(frame, _("a dot opens its moment"), "sans_italic", 14, GREY)
    return silent(flow([*(entry(*one) for one in entries), hint], width, gap=20, gap_y=2))
