"""The strip on paper: a stave for so many days as are legible side by side, each an SVG with its own words."""

from itertools import pairwise, repeat

from game.debrief.pen import GREY, INK, PAPER, SOFT, TEAL, TINTS, VERMILION, WIDE
from game.debrief.pen import box as _box
from game.debrief.pen import line as _line
from game.debrief.pen import pip as _pip
from game.debrief.pen import text as _text
from game.debrief.strip import BELOW, DayOf, Mark, Strip
from game.debrief.words import commas, markup
from game.language import _, pgettext

LEFT = 78.0
ACROSS = 60  # columns on a stave
HEAD, UPPER, MIDDLE, LOWER, LANE = 40.0, 58.0, 76.0, 94.0, 116.0
GRAPH, STANDING, DOORS, TRUST, FOOT = 140.0, 182.0, 194.0, 250.0, 292.0


def staves(strip: Strip) -> tuple[tuple[DayOf, ...], ...]:
    """The days in groups; a day is never cut."""
    out: list[list[DayOf]] = []
    wide = 0
    for day in strip.days:
        if not out or (wide and wide + day.many > ACROSS):
            out.append([])
            wide = 0
        out[-1].append(day)
        wide += day.many
    return tuple(map(tuple, out))


def strip_svg(strip: Strip, key: str) -> str:
    """Return the strip as SVG elements below each other."""
    made = staves(strip)
    many = max((sum(d.many for d in days) for days in made), default=1)
    unit = min(26.0, (WIDE - LEFT - 4) / max(1, many))
    return "".join(_stave(strip, days, unit, f"{key}-{at}", last=at == len(made) - 1) for at, days in enumerate(made))


def _stave(strip: Strip, days: tuple[DayOf, ...], unit: float, key: str, *, last: bool) -> str:
    start, end = days[0].first, days[-1].first + days[-1].many
    part = Strip(strip.marks, days, tuple(t for t in strip.trust if start <= t[0] <= end), strip.detours)
    if len(days) == 1:
        title = _("{title}: day {day}").format(title=strip.title, day=days[0].day)
    else:
        title = _("{title}: days {first} to {last}").format(
            title=strip.title, first=days[0].day, last=days[-1].day)  # fmt: skip
    mine = strip.marks[start:end]
    desc = " ".join(map(_told, part.table.rows, repeat(part.table.head)))
    out = [_ground(part, unit, start), *_marks(mine, unit), _standing(days, unit, start), _doors(days, unit, start)]
    out.append(_trust(strip, days, start, end, unit))
    out.append(_lane(strip, start, end, unit, last=last))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {FOOT:g}" role="img" class="stave" '
        f'aria-labelledby="{key}-t {key}-d"><title id="{key}-t">{markup(title)}</title>'
        f'<desc id="{key}-d">{markup(desc)}</desc>{"".join(out)}</svg>'
    )


def _told(row: tuple[str, ...], head: tuple[str, ...]) -> str:
    """A day of the table in a line."""
    cell = pgettext("a cell with its head", "{head} {cell}")
    cells = commas([cell.format(head=name, cell=it) for name, it in zip(head[1:], row[1:], strict=True)])
    return _("Day {day}: {cells}.").format(day=row[0], cells=cells)


def _ground(part: Strip, unit: float, start: int) -> str:
    """Bands with their names, days with their numbers, and what each row is."""
    out = []
    for condition, label, first, many in part.bands:
        x = LEFT + unit * (first - start)
        out.append(_box(x, 0, unit * many, FOOT - 4, TINTS.get(condition, SOFT)))
        if many * unit > len(label) * 6.4 + 8:
            out.append(_text(x + 5, 14, label, "l"))
    for day in part.days:
        x = LEFT + unit * (day.first - start)
        out.append(_line(x, 20, x, FOOT - 4, "#FFFFFF", 1.5))
        named = _("day {n}").format(n=day.day) if unit * day.many > 40 else str(day.day)
        out.append(_text(x + 4, 31, named, "d", fill=GREY))
    wide = unit * sum(d.many for d in part.days)
    out.append(_line(LEFT, MIDDLE, LEFT + wide, MIDDLE, INK, 1.2))
    for y, label in (
        (UPPER + 4, _("as asked")), (LOWER + 4, _(BELOW)), (LANE + 4, _("back lane")),
        (STANDING - 12, pgettext("a row of the strip", "standing")),
        (DOORS + 22, pgettext("a row of the strip", "doors")), (TRUST + 20, _("trust of 100")),
    ):  # fmt: skip
        out.append(_text(LEFT - 6, y, label, "d", "end", GREY))
    return "".join(out)


def _marks(marks: tuple[Mark, ...], unit: float) -> list[str]:
    radius, out = max(3.5, min(7.0, unit * 0.4)), []
    for at, m in enumerate(marks):
        x = LEFT + unit * (at + 0.5)
        if m.kept is None:
            out.append(_line(x, MIDDLE - 4, x, MIDDLE + 4, GREY, 1.6))
            continue
        colour, y = (TEAL, UPPER) if m.kept else (VERMILION, LOWER)
        out.append(_pip(x, y, radius, full=m.mark == "looked", colour=colour))
        if m.mark == "counted":
            out.append(f'<circle cx="{x:g}" cy="{y:g}" r="{radius * 0.4:.2g}" fill="{colour}"/>')
    return out


def _end(day: DayOf, start: int, unit: float) -> float:
    return LEFT + unit * (day.first - start + max(day.many, 1) - 0.5)


def _standing(days: tuple[DayOf, ...], unit: float, start: int) -> str:
    out, at = [], []
    for day in days:
        if day.height is None:
            continue
        at.append((_end(day, start, unit), STANDING - 6 - 22 * day.height, day))
    out += [_line(a[0], a[1], b[0], b[1], INK, 2) for a, b in pairwise(at) if a[2].scale == b[2].scale]
    for x, y, day in at:
        out.append(f'<circle cx="{x:g}" cy="{y:g}" r="4" fill="{INK}"/>')
        out.append(_text(x + 4, y - 8, str(day.points), "d", "end"))
    return "".join(out)


def _doors(days: tuple[DayOf, ...], unit: float, start: int) -> str:
    out = []
    for day in days:
        right = _end(day, start, unit) + unit / 2
        for row, door in enumerate(day.doors):
            y = DOORS + 17 * row
            x = max(LEFT + 8, right - 100)
            out.append(_box(x, y, 9, 13, PAPER if door.open else INK, f' stroke="{INK}" stroke-width="1.5"'))
            if door.open:
                out.append(f'<path d="M{x:g} {y:g} l-6 3 v13 l6 -3 z" fill="{INK}"/>')
            else:
                out += [_line(x - 4, y + 14, x + 13, y - 1, c, w) for c, w in ((PAPER, 4.0), (INK, 1.6))]
            stands = _("{door} open") if door.open else _("{door} shut")
            out.append(_text(x + 16, y + 11, stands.format(door=door.label), "d"))
    return "".join(out)


def _until(strip: Strip, day: DayOf | None) -> tuple[tuple[int, int], ...]:
    """The changes of trust up to the end of a day. Those of the next dawn, after as many moments, are not its."""
    if day is None:
        return ()
    within = [i for i, (at, _stood) in enumerate(strip.trust) if at <= day.first + day.many]
    own = [i for i in within if strip.trust[i][1] == day.trust]
    return strip.trust[: (own or within or [-1])[-1] + 1]


def _trust(strip: Strip, days: tuple[DayOf, ...], start: int, end: int, unit: float) -> str:
    """A thin line of steps, from what it was when the stave begins to what it is on its last evening."""
    base, tall = TRUST + 32, 32.0
    if not strip.trust:
        return ""
    before = _until(strip, next((d for d in reversed(strip.days) if d.day < days[0].day), None))
    value = before[-1][1] if before else strip.trust[0][1]
    points = [(LEFT, base - tall * value / 100)]
    first = value
    for at, new in _until(strip, days[-1])[len(before) :]:
        x = LEFT + unit * max(0, at - start)
        points += [(x, points[-1][1]), (x, base - tall * new / 100)]
        value = new
    points.append((LEFT + unit * (end - start), points[-1][1]))
    path = " ".join(f"{x:g},{y:.4g}" for x, y in points)
    return (
        "".join(_line(LEFT, y, LEFT + unit * (end - start), y, "#CDBF98", 0.8) for y in (base, base - tall))
        + f'<polyline points="{path}" fill="none" stroke="{INK}" stroke-width="1.4"/>'
        + _text(LEFT + 4, points[0][1] - 4, str(first), "d")
        + _text(points[-1][0] - 4, points[-1][1] - 4, str(value), "d", "end")
    )


def _lane(strip: Strip, start: int, end: int, unit: float, *, last: bool) -> str:
    """A small arch for each way by the back lane, between the moments that it lay between."""
    out, many = [], dict.fromkeys(strip.detours, 0)
    for at in strip.detours:
        many[at] += 1
    for at, n in many.items():
        if start <= at < end or (last and at == end):
            x = LEFT + max(5.0, unit * (at - start))
            out.append(arch(x, LANE, n))
    return "".join(out)


def arch(x: float, y: float, many: int) -> str:
    """The mark of the lane; more than one way carries its number."""
    drawn = f'<path d="M{x - 4:g} {y + 4:g} v-4 a4 4 0 0 1 8 0 v4" fill="none" stroke="{INK}" stroke-width="1.6"/>'
    return drawn + (_text(x, y + 15, str(many), "d", "middle", GREY) if many > 1 else "")
