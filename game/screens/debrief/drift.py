"""How far each day lay from the list: a course for kind rules, one for harmful ones. Each point opens its moments."""

from collections.abc import Callable
from itertools import pairwise

from game.debrief.charts import Drift
from game.debrief.drift import Course, Point
from game.debrief.pen import TINTS
from game.language import _, ngettext
from game.screens.debrief.look import GREY, INK, PAL, SAND, TEAL, VERMILION, hollow
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, row, space, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.widgets import silent

RADIUS, HIGH, APART, EDGE = 7.0, 132.0, 8.0, 14.0
At = tuple[float, float]


def drift(frame: Frame, what: Drift, width: float, open_: Callable[[int], Press]) -> Node:
    """The bands, the foot that is the list, both courses; below them the days, and the point with the focus told."""
    ends = [silent(words(frame, text, "condensed", 14, GREY, frame.em(96)))
            for text in (what.done, what.the_list)]  # fmt: skip
    gutter = max(one.box.w for one in ends) + 12
    unit = (width - gutter) / max(1, len(what.days))
    names = [silent(words(frame, label.upper(), "condensed", 13, INK, max(unit * many - 12, 20)))
             for _condition, label, _first, many in what.bands]  # fmt: skip
    head = max(one.box.h for one in names) + EDGE + 8
    foot = head + HIGH
    columns = {one.day: gutter + unit * (i + 0.5) for i, one in enumerate(what.days)}
    marked = [(course, _places(course, columns, foot)) for course in what.courses]

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        x, y = node.box.x, node.box.y
        for condition, _label, first, many in what.bands:
            canvas.rect(Box(x + gutter + unit * first, y, unit * many, foot + EDGE), TINTS.get(condition, SAND))
        _dashed(canvas, (x + gutter, y + head), (x + width, y + head), GREY, 1)
        canvas.line([(x + gutter, y + foot), (x + width, y + foot)], INK, 3)
        for course, places in marked:
            at = [(x + px, y + py) for px, py in places]
            for a, b in pairwise(at):
                if course.full:
                    canvas.line([a, b], TEAL, 2.5)
                else:
                    _dashed(canvas, a, b, VERMILION, 2.5)

    children: list[Node] = [ends[0].place(0, head - ends[0].box.h / 2), ends[1].place(0, foot - ends[1].box.h + 8)]
    for (_condition, _label, first, _many), name in zip(what.bands, names, strict=True):
        children.append(name.place(gutter + unit * first + 6, 6))
    below = foot + EDGE + 4
    named = [_("day {n}").format(n=one.day) for one in what.days]
    roomy = unit > max([frame.em(46), *(frame.measure(day, "sans", frame.em(14))[0] + 6 for day in named)])
    for one, day in zip(what.days, named, strict=True):
        said = silent(words(frame, day if roomy else str(one.day), "sans", 14, GREY))
        children.append(said.place(columns[one.day] - said.box.w / 2, below))
    caption = Box(0, below + frame.em(14) * 1.5, width, frame.em(15) * 1.3)
    for course, places in marked:
        for point, at in zip(course.points, places, strict=True):
            children.append(_point(frame, what, course, point, at, caption, open_(point.n)))
    stage = Node("group", children=children, box=Box(0, 0, width, caption.bottom), draw=draw)
    return column([stage, _legend(frame, what, width)], gap=4)


def _places(course: Course, columns: dict[int, float], foot: float) -> list[At]:
    """Where the points stand. The courses keep a little apart, so that neither hides the other."""
    aside = -APART if course.full else APART
    return [(columns[p.day] + aside, foot - HIGH * p.share) for p in course.points]


def _point(
    frame: Frame, what: Drift, course: Course, point: Point, at: At, caption: Box, answer: Press
) -> Node:
    said = what.told(course, point)
    ink = TEAL if course.full else VERMILION
    box = Box(at[0] - APART, at[1] - RADIUS - 3, 2 * APART, 2 * RADIUS + 6)

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        hollow(canvas, node.box.centre, RADIUS, ink, "looked" if course.full else "")
        if mood:
            canvas.circle(node.box.centre, RADIUS + 4, PAL.focus, line=2)
            where = node.box.x + caption.x - box.x, node.box.y + caption.y - box.y
            size = frame.em(15) * min(1.0, caption.w / canvas.measure(said, "sans_semibold", frame.em(15))[0])
            canvas.text(where, said, "sans_semibold", size, INK)

    many = ngettext("{n} moment", "{n} moments", len(point.lines)).format(n=len(point.lines))
    return Node(
        "button", said, key=f"point.{point.n}", value=many, answer=answer,
        box=box, draw=draw, ring=False, palette=PAL,
    )


def _dashed(canvas: Canvas, a: At, b: At, ink: str, width: float) -> None:
    far = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5
    steps = max(1, round(far / 12))
    for i in range(steps):
        start, end = i / steps, (i + 0.58) / steps
        canvas.line([(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for t in (start, end)], ink, width)


def _legend(frame: Frame, what: Drift, width: float) -> Node:
    """What the marks and the scale are."""

    def entry(course: Course) -> Node:
        mark = space(frame.em(34), frame.em(16))

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            middle = node.box.centre
            ends = (node.box.x, middle[1]), (node.box.right, middle[1])
            if course.full:
                canvas.line(list(ends), TEAL, 2.5)
            else:
                _dashed(canvas, *ends, VERMILION, 2.5)
            hollow(canvas, middle, frame.em(6), TEAL if course.full else VERMILION, "looked" if course.full else "")

        mark.draw = draw
        return row([mark, words(frame, course.label, "sans", 14, GREY)], gap=6)

    hint = words(frame, _("a point opens its moments"), "sans_italic", 14, GREY)
    parts = [*map(entry, what.courses), hint, words(frame, what.note, "sans", 14, GREY, width)]
    return silent(flow(parts, width, gap=20, gap_y=2))
