"""The marks of one life, each on its own scale: steps side by side, a pointer at the end, ticks at the beginning."""

from game.debrief.charts import Ladder
from game.debrief.rungs import Rung
from game.debrief.svg import OWN, STEPS
from game.screens.debrief.look import GREY, INK, SAND, VERMILION, Live, seen
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.widgets import silent

TIP, HIGH = 12.0, 22.0
EDGE = "#CDBF98"


def ladder(frame: Frame, what: Ladder, width: float, live: Live) -> Node:
    """A row a system: its name, its scale, its mark in its own words."""
    left, right = _sides(frame, what, width)
    rows = [_rung(frame, rung, left, width - left - right - 32, right, live) for rung in what.rungs]
    note = silent(words(frame, what.note, "sans", 14, GREY, width))
    return column([*rows, note], gap=frame.em(6))


def _sides(frame: Frame, what: Ladder, width: float) -> tuple[float, float]:
    """How wide names and marks are: as wide as the longest, within reason."""
    names = max((frame.measure(r.label, "sans_semibold", frame.em(16))[0] for r in what.rungs), default=0) + 4
    marks = max((frame.measure(r.said, "serif_semibold", frame.em(17))[0] for r in what.rungs), default=0) + 4
    return min(width * 0.24, max(names, frame.em(130))), min(width * 0.26, max(marks, frame.em(208)))


def _rung(frame: Frame, rung: Rung, left: float, width: float, right: float, live: Live) -> Node:
    name = column([
        words(frame, rung.label, "sans_semibold", 16, INK, left), words(frame, rung.note, "sans", 14, GREY, left),
    ])  # fmt: skip
    parts = [words(frame, rung.said, "serif_semibold", 17, INK, right)]
    under = rung.change or rung.doors
    if under:
        ink = VERMILION if rung.change.startswith(("+", "−")) else GREY
        parts.append(words(frame, under, "sans", 14, ink, right))
    high = max(HIGH, frame.em(14) * 1.5)
    scale = Node("group", box=Box(0, 0, width, TIP + high + 6))

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        bar = Box(node.box.x, node.box.y + TIP, node.box.w, high)
        own = _steps(canvas, rung, bar)
        came = bar.x + bar.w * rung.was
        for y in (bar.y - 7, bar.bottom + 1):
            canvas.rect(Box(came - 1, y, 2, 6), INK)
        at = bar.x + bar.w * (rung.was + (rung.at - rung.was) * live())
        canvas.line([(at, bar.y), (at, bar.bottom)], VERMILION, 2.5)
        if own:
            canvas.rect(own, INK, line=2)
        canvas.polygon([(at, bar.y), (at + 7, bar.y - TIP), (at - 7, bar.y - TIP)], VERMILION)
        _names(canvas, frame, rung, bar)

    scale.draw = draw
    line = silent(row([name, scale, column(parts)], gap=16))
    spoken = ", ".join(filter(None, (rung.said, rung.change, rung.doors, rung.note)))
    for each in line.walk():
        seen(each)
    return Node("listitem", rung.label, value=spoken, children=[line], box=line.box)


def _steps(canvas: Canvas, rung: Rung, bar: Box) -> Box | None:
    """The steps in two tints by turns; return the one that the mark stands on."""
    if not rung.steps:
        canvas.rect(bar, SAND)
    own: Box | None = None
    for index, (name, start, end) in enumerate(rung.steps):
        place = Box(bar.x + bar.w * start, bar.y, bar.w * (end - start), bar.h)
        mine = name == rung.own
        canvas.rect(place, OWN if mine else STEPS[index % 2])
        canvas.rect(place, EDGE, line=1)
        own = place if mine else own
    return own


def _names(canvas: Canvas, frame: Frame, rung: Rung, bar: Box) -> None:
    """The names of the steps, each only where it fits whole."""
    size = frame.em(14)
    for name, start, end in rung.steps:
        place = Box(bar.x + bar.w * start, bar.y, bar.w * (end - start), bar.h)
        wide = canvas.measure(name, "condensed", size)[0]
        if wide + 6 < place.w:
            top = place.y + (bar.h - size * 1.3) / 2
            # The mark, before this or after an act is taken out, may stand there: it does not go through the word.
            ground = OWN if name == rung.own else STEPS[rung.steps.index((name, start, end)) % 2]
            canvas.rect((place.centre[0] - wide / 2 - 2, bar.y + 3, wide + 4, bar.h - 6), ground)
            canvas.text((place.x, top), name, "condensed", size, INK, place.w, "centre")
