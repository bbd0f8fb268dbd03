"""Two lives side by side, day by day: where each stood, which doors were opened to it, and where the two part.

The course is drawn whole. What the cursor has not come to is drawn thinner and paler; the words are as dark everywhere.
"""

from dataclasses import dataclass

from game.debrief.course import Course
from game.debrief.relive import Life
from game.language import N_, _
from game.screens import art
from game.screens.debrief.doors import barred, leaf
from game.screens.debrief.look import CARD, GREY, INK, PAPER, SAND, TEAL, VERMILION, Live
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.widgets import silent
from game.screens.paint import people
from game.screens.paint.brush import Brush

TWIN = {"skin": 1, "hair": "cap", "hair_tone": 1, "coat": "coat", "tone": 6, "height": "middle", "carries": "bag"}
INKS = (TEAL, VERMILION)
PALE = ("#A9C4C1", "#E0B4A9")
PARTED = "#F6DFA6"
UNRATED = N_("not rated")
SMALL = 14.0
CURVE, WALK, DEEP = 38.0, 46.0, 27.0
SAME, NEVER = N_("one life so far"), N_("one life, to the letter")
GROUND, WHOLE, DITCH, EDGE = CARD, "#EDE3C8", "#C9BE9F", "#CDBF98"
LEGEND = N_(
    "Doors, from the left: {doors}. A leaf swung out is open, a barred one shut; shaded: not so for the other."
)


@dataclass(frozen=True)
class Lanes:
    """What is drawn: the course, whose lives they are, and where the cursor is (asked at every drawing)."""

    course: Course
    lives: tuple[Life, Life]
    names: tuple[str, str]  # of the files
    at: Live  # in days, as `Stop.at`
    still: bool


@dataclass(frozen=True)
class Rule:
    """The measures of the picture, from its left and top: curve, pavement, seam, pavement, curve."""

    who: float
    unit: float
    head: float
    curve: float
    seam: float
    drop: float  # how far the second pavement goes down at each parting

    def x(self, at: float) -> float:
        """From days to the right."""
        return self.who + self.unit * at

    @property
    def middle(self) -> float:
        """The first pavement."""
        return self.head + self.curve + WALK

    def base(self, side: int, parted: int) -> float:
        """A pavement, after so many partings."""
        return self.middle + side * (self.seam + WALK + self.drop * parted)

    @property
    def high(self) -> float:
        """How tall it is in all."""
        return self.base(1, 0) + DEEP + self.curve + 4


def measures(frame: Frame, course: Course, width: float) -> Rule:
    """Divide the room: names at the left, days of one width, two lanes and the seam between them."""
    who = max(frame.em(96), min(width * 0.16, frame.em(130)))
    text = frame.em(SMALL) * 1.35
    doors = sum(parting.kind != "file" for _at, parting in course.marks)
    return Rule(who, (width - who - 4) / max(1, course.days), text + 11, text + CURVE, max(24.0, text + 8),
                min(9.0, DEEP / max(1, doors)))  # fmt: skip


def stop_at(course: Course, at: float) -> int:
    """The last stop that the cursor has come to."""
    return max((i for i, stop in enumerate(course.stops) if stop.at <= at + 1e-9), default=0)


def lanes(frame: Frame, what: Lanes, width: float) -> Node:
    """The picture: both lanes, the seam between them, the cursor over all."""
    rule = measures(frame, what.course, width)
    heads = [
        silent(column([
            words(frame, who, "serif_semibold", 20, INKS[side], rule.who - 8),
            words(frame, what.names[side], "sans", SMALL, GREY, rule.who - 8),
        ])) for side, who in enumerate((_("You"), _("Your twin")))
    ]  # fmt: skip
    heads[0].place(0, max(rule.head, rule.middle - heads[0].box.h - 2))
    heads[1].place(0, rule.middle + rule.seam)

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        here = _Drawing(canvas, frame, what, rule, node.box)
        here.days()
        here.seam()
        here.dashes()
        for side in (0, 1):
            here.walk(side)
            here.curve(side)
        here.cursor()
        here.numbers()
        here.walkers()

    high = max(rule.high, heads[1].box.bottom)
    return Node("group", children=heads, box=Box(0, 0, width, high), draw=draw)


class _Drawing:
    """One drawing of the picture."""

    def __init__(self, canvas: Canvas, frame: Frame, what: Lanes, rule: Rule, box: Box) -> None:
        self.canvas, self.frame, self.what, self.rule, self.box = canvas, frame, what, rule, box
        self.at = what.at()
        self.size = frame.em(SMALL)
        self.left, self.right = box.x + rule.who, box.x + rule.x(what.course.days)
        stops = what.course.stops
        self.cuts = [stops[at].at for at, parting in what.course.marks if parting.kind != "file"]
        """Where the ground between the two gives way: at every parting but those that only read the file."""

    def x(self, at: float) -> float:
        return self.box.x + self.rule.x(at)

    def base(self, side: int, at: float) -> float:
        return self.box.y + self.rule.base(side, sum(cut <= at + 1e-9 for cut in self.cuts))

    def ink(self, side: int, at: float) -> str:
        return INKS[side] if at <= self.at + 1e-9 else PALE[side]

    def days(self) -> None:
        """The numbers of the days above, and a fine line before each."""
        for day in range(self.what.course.days):
            x = self.x(day)
            if day:
                self.canvas.line([(x, self.box.y + self.rule.head - 4), (x, self.box.bottom)], SAND, 1)
            text = _("day {n}").format(n=day + 1)
            named = self.canvas.measure(text, "sans", self.size)[0] + 6 <= self.rule.unit
            text = text if named else str(day + 1)
            self.canvas.text((x, self.box.y), text, "sans", self.size, GREY, self.rule.unit, "centre")

    def seam(self) -> None:
        """The ground between the two pavements: whole as long as the lives are one, a ditch that deepens after."""
        marks, stops = self.what.course.marks, self.what.course.stops
        top = self.box.y + self.rule.middle
        high = self.rule.seam
        first = self.x(stops[marks[0][0]].at) if marks else self.right
        steps, at = [(first, top + high)], 0.0
        for at in self.cuts:
            steps += [(self.x(at), steps[-1][1]), (self.x(at) + 6, steps[-1][1] + self.rule.drop)]
        steps.append((self.right, steps[-1][1]))
        if marks:
            self.canvas.polygon([(first, top), (self.right, top), *reversed(steps)], DITCH)
        tooth = high / 4
        jag = [(first + (5 if i % 2 else -3), top + tooth * i) for i in range(5)]
        self.canvas.polygon([(self.left, top), *jag, (self.left, top + high)], WHOLE)
        told = _(SAME) if marks else _(NEVER)
        if self.canvas.measure(told, "serif_italic", self.size)[0] + 20 < first - self.left:
            self.canvas.rect(Box(self.left, top, first - self.left - 4, high), WHOLE)
            self.canvas.text((self.left, top + (high - self.size * 1.3) / 2), told, "serif_italic", self.size, INK,
                             first - self.left - 8, "centre")  # fmt: skip

    def walk(self, side: int) -> None:
        """The pavement with the doors that were judged, and the steps that were shut."""
        course, life = self.what.course, self.what.lives[side]
        line, before = [(self.left, self.base(side, 0))], 0.0
        for at in self.cuts if side else ():
            line += [(self.x(at), self.base(side, before)), (self.x(at) + 6, self.base(side, at))]
            before = at
        line.append((self.right, self.base(side, course.days)))
        self.canvas.line(line, EDGE, 3)
        apart = {tuple(key.split(":")[1:]) for _at, p in course.marks for key in p.touches if key[:4] == "door"}
        for day in dict.fromkeys(d.day for d in life.doors):
            judged = [d for d in life.doors if d.day == day]
            each = min(27.0, (self.rule.unit - 6) / len(judged))
            x, base = self.x(day) - each * len(judged) - 3, self.base(side, day - 0.5)
            for number, door in enumerate(judged):
                place = Box(x + each * number, base - 34, each, 34)
                if (door.regime, door.door) in apart:
                    self.canvas.rect(Box(place.x, place.y - 2, place.w, place.h + 2), PARTED, 2)
                leaf(self.canvas, place, self.ink(side, day - 0.9), is_open=door.open)
        for at, parting in course.marks if side else ():
            if parting.kind in ("blocked", "missed"):
                place_at = course.stops[at].at
                barred(self.canvas, (self.x(place_at) + 12, self.base(1, place_at) - 12), self.ink(1, place_at))

    def curve(self, side: int) -> None:
        """The standing, stop by stop; a line joins only what is on one scale. Figures stand at the ends of the days."""
        course, size = self.what.course, self.size
        floor = self.box.y + self.rule.head + self.rule.curve - 6
        if side:
            floor = self.box.y + self.rule.high - 8
        last: tuple[float, float, str] | None = None
        for i, stop in enumerate(course.stops):
            one = stop.sides[side]
            night = i + 1 == len(course.stops) or course.stops[i + 1].day != stop.day
            if one.points is None or one.height is None:
                last = None
                if night:
                    wide = self.canvas.measure(_(UNRATED), "sans_italic", size)[0] + 4 <= self.rule.unit
                    text = _(UNRATED) if wide else "–"
                    long = self.canvas.measure(text, "sans_italic", size)[0] + 4
                    middle = self.x(stop.day - 0.5)
                    self.canvas.rect(Box(middle - long / 2, floor - size * 1.2, long, size * 1.3), GROUND)
                    self.canvas.text((self.x(stop.day - 1), floor - size * 1.2), text, "sans_italic", size, GREY,
                                     self.rule.unit, "centre")  # fmt: skip
                continue
            x, y = self.x(stop.at), floor - (CURVE - 12) * one.height
            ink = self.ink(side, stop.at)
            if last and last[2] == one.scale:
                self.canvas.line([last[:2], (x, y)], ink, 3 if stop.at <= self.at else 1.5)
            if night:
                self.canvas.circle((x, y), 5, ink)
                text = str(one.points)
                wide_ = self.canvas.measure(text, "mono", size)[0]
                place = Box(x - wide_ - 3, y - 8 - size * 1.25, wide_, size * 1.25)
                self.canvas.rect(place, GROUND)
                self.canvas.text((place.x, place.y), text, "mono", size, INK)
            last = (x, y, one.scale)

    def dashes(self) -> None:
        """A dashed line through both lanes at each parting."""
        for at, _parting in self.what.course.marks:
            x = self.x(self.what.course.stops[at].at)
            y = self.box.y + self.rule.head
            while y < self.box.bottom:
                self.canvas.line([(x, y), (x, min(y + 5, self.box.bottom))], INK, 1)
                y += 10

    def numbers(self) -> None:
        """The number of each parting, in the seam: full where the cursor has been."""
        size, radius = self.size, self.size * 0.72
        y = self.box.y + self.rule.middle + self.rule.seam / 2
        taken = self.left - 99
        for number, (at, _parting) in enumerate(self.what.course.marks, 1):
            true = self.x(self.what.course.stops[at].at)
            x = min(max(true, taken + 2 * radius + 2), self.right - radius)
            gone = self.what.course.stops[at].at <= self.at + 1e-9
            disc = Box(x - radius, y - radius, 2 * radius, 2 * radius)
            self.canvas.rect(disc, INK if gone else PAPER, radius)
            self.canvas.rect(disc, INK, radius, line=1.5)
            self.canvas.text((x - radius, y - size * 0.65), str(number), "condensed", size, PAPER if gone else INK,
                             2 * radius, "centre")  # fmt: skip
            taken = x

    def cursor(self) -> None:
        """A line through both, and a handle above."""
        x = self.x(self.at)
        top = self.box.y + self.rule.head - 2
        self.canvas.line([(x, top), (x, self.box.bottom)], INK, 2)
        self.canvas.polygon([(x - 6, top - 7), (x + 6, top - 7), (x, top + 2)], INK)

    def walkers(self) -> None:
        """The two of them."""
        x, brush = self.x(self.at), Brush(self.canvas, art.palette("daylight", "noon"))
        pose = "stand" if self.what.still else "walk"
        for side in (0, 1):
            people.figure(brush, TWIN if side else "you", x, self.base(side, self.at), 1, pose, self.at * 3, 0.42)
