"""How far each day lay from the posted list, as a chart: a course for kind rules, one for harmful ones."""

from dataclasses import dataclass
from itertools import groupby

from game.debrief.words import figure, listed
from game.language import _, ngettext, pgettext


@dataclass(frozen=True, slots=True)
class Point:
    """One day of a course: `part` of `whole` points were left, in the moments on these lines of the record."""

    day: int
    part: int
    whole: int
    lines: tuple[int, ...]

    @property
    def share(self) -> float:
        """The distance: 0 is all that the list asks, 1 is none of it."""
        return self.part / self.whole

    @property
    def n(self) -> int:
        """The first of its moments, by which it is found."""
        return self.lines[0]


@dataclass(frozen=True, slots=True)
class Course:
    """The points of one kind of rule, in the order lived. `full` courses have full marks and unbroken lines."""

    label: str
    full: bool
    points: tuple[Point, ...]

    def on(self, day: int) -> Point | None:
        """Its point on that day, if it has one."""
        return next((p for p in self.points if p.day == day), None)


@dataclass(frozen=True, slots=True)
class OneDay:
    day: int
    condition: str
    label: str


@dataclass(frozen=True, slots=True)
class Courses:
    """Distances by day. `far` and `near` name the two ends of the scale."""

    title: str
    far: str
    near: str
    note: str
    days: tuple[OneDay, ...]
    courses: tuple[Course, ...]

    @property
    def done(self) -> str:
        """What stands at the far end."""
        return _("{far} done").format(far=self.far)

    @property
    def the_list(self) -> str:
        """What stands at the near end."""
        return _("{near}: the list").format(near=self.near)

    @property
    def bands(self) -> tuple[tuple[str, str, int, int], ...]:
        """Condition, label, first column and how many, for each stretch of days under one condition."""
        out, first = [], 0
        for (condition, label), days in groupby(self.days, key=lambda d: (d.condition, d.label)):
            many = len(list(days))
            out.append((condition, label, first, many))
            first += many
        return tuple(out)

    def told(self, course: Course, point: Point) -> str:
        """A point in words."""
        label = next(d.label for d in self.days if d.day == point.day)
        return ngettext("Day {day}, {when}, {rules}: {part} of {whole} point left",
                        "Day {day}, {when}, {rules}: {part} of {whole} points left", point.whole).format(
            day=point.day, when=label, rules=course.label, part=point.part, whole=figure(point.whole),
        )  # fmt: skip

    @property
    def says(self) -> str:
        parts = []
        for course in self.courses:
            days = [_("{part} of {whole} on day {day}").format(part=p.part, whole=p.whole, day=p.day)
                    for p in course.points]  # fmt: skip
            says = _("Points of the list left, {rules}: {days}.")
            parts.append(says.format(rules=course.label, days=listed(days)))
        return " ".join(parts)

    @property
    def figures(self) -> tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Caption, head and rows: the charts make a table of them."""
        rows = []
        for one in self.days:
            cells = [_("{part} of {whole}").format(part=p.part, whole=p.whole) if (p := course.on(one.day)) else "–"
                     for course in self.courses]  # fmt: skip
            rows.append((f"{one.day}, {one.label}", *cells))
        points = _("points left, {rules}")
        head = (pgettext("head of a table", "day"), *(points.format(rules=c.label) for c in self.courses))
        return self.title, head, tuple(rows)
