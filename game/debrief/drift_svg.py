"""The days' distances from the list, on paper: bands by condition, a course for kind rules and one for harmful ones."""

from itertools import pairwise
from textwrap import wrap

from game.debrief.drift import Course, Courses
from game.debrief.pen import GREY, INK, SOFT, TEAL, TINTS, VERMILION, WIDE, box, line, lines, pip, text
from game.language import _

LEFT, TOP, HIGH, HEAD = 122.0, 36.0, 132.0, 10.0
BROKEN = ' stroke-dasharray="7 5"'


def drift(chart: Courses) -> tuple[str, float]:
    """Return the drawing and its height."""
    unit = (WIDE - LEFT - 4) / max(1, len(chart.days))
    foot = TOP + HEAD + HIGH
    out = []
    for condition, label, first, many in chart.bands:
        x = LEFT + unit * first
        out.append(box(x, 0, unit * many, foot + 10, TINTS.get(condition, SOFT)))
        out.append(lines(x + 6, 16, label, max(7, int(unit * many / 8.6)), "l", step=15))
    out.append(lines(0, TOP + HEAD + 5, chart.done, 12, "s"))
    out.append(lines(0, foot - 11, chart.the_list, 12, "s"))
    out.append(line(LEFT, foot, LEFT + unit * len(chart.days), foot, INK, 3))
    out.append(line(LEFT, TOP + HEAD, LEFT + unit * len(chart.days), TOP + HEAD, GREY, 1, BROKEN))
    columns = {one.day: LEFT + unit * (i + 0.5) for i, one in enumerate(chart.days)}
    out += [_course(course, columns, foot) for course in chart.courses]
    day = _("day {n}") if unit > 62 else "{n}"
    out += [text(columns[one.day], foot + 28, day.format(n=one.day), "s", "middle") for one in chart.days]
    y, x = foot + 48, LEFT
    for course in chart.courses:
        colour = TEAL if course.full else VERMILION
        out.append(line(x, y - 5, x + 36, y - 5, colour, 2.5, "" if course.full else BROKEN))
        out += [pip(x + 18, y - 5, 6, full=course.full, colour=colour), text(x + 44, y, course.label, "s")]
        x += 300
    out.append(lines(LEFT, y + 24, chart.note, 76, "s"))
    return "".join(out), y + 14 + 18 * len(wrap(chart.note, 76))


def _course(course: Course, columns: dict[int, float], foot: float) -> str:
    """Marks and the lines that join them. The courses stand a little apart, so that neither hides the other."""
    colour, aside = (TEAL, -7.0) if course.full else (VERMILION, 7.0)
    at = [(columns[p.day] + aside, foot - HIGH * p.share) for p in course.points]
    joins = [line(*a, *b, colour, 2.5, "" if course.full else BROKEN) for a, b in pairwise(at)]
    return "".join([*joins, *(pip(x, y, 6, full=course.full, colour=colour) for x, y in at)])
