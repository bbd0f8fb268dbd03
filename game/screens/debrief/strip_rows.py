"""The rows of the strip, drawn: bands and days, dots and ticks, the lane, standing, doors, trust."""

from dataclasses import dataclass

from game.debrief.pen import TINTS
from game.debrief.strip import ABOVE, BELOW, DayOf, Strip
from game.language import _
from game.screens.debrief.doors import door_mark
from game.screens.debrief.look import GREY, INK, PAPER, SAND, TEAL, VERMILION, hollow, visible
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame

EDGE = "#CDBF98"
CURSOR = "#DFA02E66"
SMALL, TEXT = 13.0, 14.0
HEIGHT_OF_TRUST = 40.0


@dataclass(frozen=True)
class Stave:
    """What of the strip is in sight, and how wide its columns are."""

    strip: Strip
    unit: float
    first: int
    shown: int
    left: float
    cursor: int  # the column under the cursor

    def x(self, at: float) -> float:
        """Where a column begins, from the left edge of the strip."""
        return self.left + self.unit * (at - self.first)


@dataclass(frozen=True)
class Rows:
    """How far down each row begins."""

    day: float
    upper: float
    line: float
    lower: float
    lane: float
    standing: float
    doors: float
    trust: float
    end: float


def rows(frame: Frame, what: Strip) -> Rows:
    """Measure the rows at this text size."""
    text = frame.em(TEXT) * 1.35
    step = max(22.0, text + 2, frame.em(20))
    day = frame.em(SMALL) * 1.4 + 4
    upper = day + text + 2
    line = upper + step + 4
    lane = line + step + 8
    standing = lane + frame.em(26)
    doors = standing + text + 48
    most = max((len(d.doors) for d in what.days), default=0)
    trust = doors + most * door_tall(frame) + 8
    return Rows(day, upper, line, line + 4, lane, standing, doors, trust, trust + HEIGHT_OF_TRUST + text)


def door_tall(frame: Frame) -> float:
    """How tall the line of a door is."""
    return max(24.0, frame.em(TEXT) * 1.35 + 3)


def tall(frame: Frame, what: Strip) -> float:
    """How tall the strip is."""
    return rows(frame, what).end


def paint(canvas: Canvas, frame: Frame, stave: Stave, box: Box) -> None:
    """Draw what is in sight of the strip into `box`."""
    if not visible(canvas, box):
        return
    at = rows(frame, stave.strip)
    _gutter(canvas, frame, stave, at, box)
    inside = Box(box.x + stave.left, box.y, stave.unit * stave.shown, box.h)
    with canvas.clip(inside):
        _ground(canvas, frame, stave, at, box)
        _marks(canvas, frame, stave, at, box)
        _lane(canvas, frame, stave, at, box)
        _trust(canvas, frame, stave, at, box)
        _standing(canvas, frame, stave, at, box)
        _doors(canvas, frame, stave, at, box)


def _gutter(canvas: Canvas, frame: Frame, stave: Stave, at: Rows, box: Box) -> None:
    size = frame.em(TEXT)
    step = at.line - at.upper
    for y, text, ink in (
        (0.0, _(ABOVE), TEAL), (at.lower + step / 2, _(BELOW), VERMILION),
        (at.lane + frame.em(8), _("back lane"), GREY), ((at.standing + at.doors) / 2, _("standing"), GREY),
        (at.trust + HEIGHT_OF_TRUST / 2, _("trust"), GREY),
        *(((at.doors + at.trust) / 2 - 4, _("doors"), GREY),) * (at.trust - at.doors > size * 1.4),
    ):  # fmt: skip
        room = stave.left - 10
        high = canvas.measure(text, "condensed", size, room, 1.05)[1]
        top = at.line - 4 - high if not y else y - high / 2  # the first stands on the line
        canvas.text((box.x, box.y + top), text, "condensed", size, ink, room, "right", 1.05)


def _ground(canvas: Canvas, frame: Frame, stave: Stave, at: Rows, box: Box) -> None:
    """Bands, with their names where they begin in sight; days, with their numbers."""
    edge = box.x + stave.left
    right = edge + stave.unit * stave.shown
    size = frame.em(SMALL)
    for condition, label, first, many in stave.strip.bands:
        x = box.x + stave.x(first)
        canvas.rect(Box(x, box.y, stave.unit * many, at.end), TINTS.get(condition, SAND))
        start, stop = max(x, edge), min(x + stave.unit * many, right)
        name = label.upper()
        if canvas.measure(name, "condensed", size)[0] + 10 <= stop - start:
            canvas.text((start + 6, box.y + 3), name, "condensed", size, INK)
    for day in stave.strip.days:
        x = box.x + stave.x(day.first)
        canvas.rect(Box(x, box.y + at.day, 1.5, at.end - at.day), PAPER)
        start, stop = max(x, edge), min(x + stave.unit * day.many, right)
        for name in (_("day {n}").format(n=day.day), str(day.day)):
            if canvas.measure(name, "sans", frame.em(TEXT))[0] + 8 <= stop - start:
                canvas.text((start + 6, box.y + at.day), name, "sans", frame.em(TEXT), GREY)
                break
    canvas.rect(Box(box.x + stave.x(stave.cursor), box.y + at.day, stave.unit, at.end - at.day), CURSOR)
    canvas.line([(edge, box.y + at.line), (right, box.y + at.line)], INK, 1.5)


def _marks(canvas: Canvas, frame: Frame, stave: Stave, at: Rows, box: Box) -> None:
    step = at.line - at.upper
    radius = max(4.0, min(9.0 * frame.zoom, stave.unit * 0.38, step * 0.42))
    for index in range(stave.first, min(stave.first + stave.shown, len(stave.strip.marks))):
        one = stave.strip.marks[index]
        x = box.x + stave.x(index + 0.5)
        if one.kept is None:
            high = frame.em(5)
            canvas.line([(x, box.y + at.line - high), (x, box.y + at.line + high)], GREY, 2)
        elif one.kept:
            hollow(canvas, (x, box.y + at.upper + step / 2 - 2), radius, TEAL, one.mark)
        else:
            hollow(canvas, (x, box.y + at.lower + step / 2), radius, VERMILION, one.mark)


def _lane(canvas: Canvas, frame: Frame, stave: Stave, at: Rows, box: Box) -> None:
    """An arch for each way by the back lane, between its moments; more than one way carries its number."""
    wide, size = frame.em(8), frame.em(SMALL)
    for place in dict.fromkeys(stave.strip.detours):
        many = stave.strip.detours.count(place)
        x = box.x + max(stave.x(place), stave.left + wide) if place == stave.first else box.x + stave.x(place)
        y = box.y + at.lane
        canvas.line(
            [(x - wide / 2, y + wide * 1.6), (x - wide / 2, y + wide / 2), (x - wide / 4, y + wide / 8),
             (x + wide / 4, y + wide / 8), (x + wide / 2, y + wide / 2), (x + wide / 2, y + wide * 1.6)],
            INK, 2,
        )  # fmt: skip
        if many > 1:
            canvas.text((x + wide / 2 + 3, y), str(many), "mono", size, INK)


def _end(stave: Stave, day: DayOf) -> float:
    """The middle of a day's last column."""
    return stave.x(day.first + max(day.many, 1) - 0.5)


def _standing(canvas: Canvas, frame: Frame, stave: Stave, at: Rows, box: Box) -> None:
    """Where the regime had it at the end of each day; a line joins only days on one scale."""
    last: tuple[float, float] | None = None
    scale = ""
    size = frame.em(TEXT)
    for day in stave.strip.days:
        if day.height is None:
            last = None
            continue
        x, y = box.x + _end(stave, day), box.y + at.doors - 12 - 30 * day.height
        if last and scale == day.scale:
            canvas.line([last, (x, y)], INK, 2.5)
        canvas.circle((x, y), 5, INK)
        said = str(day.points)
        wide = canvas.measure(said, "mono", size)[0]
        canvas.text((x + 5 - wide, y - 8 - size * 1.3), said, "mono", size, INK)
        last, scale = (x, y), day.scale


def _doors(canvas: Canvas, frame: Frame, stave: Stave, at: Rows, box: Box) -> None:
    """The doors that were judged that day, the last of them under its last moment."""
    free = box.x + stave.left + 2
    for day in stave.strip.days:
        if not day.doors or not 0 <= day.first + max(day.many, 1) - 1 - stave.first < stave.shown:
            continue  # its last moment is rolled out of sight, and its doors with it
        end = box.x + _end(stave, day) + stave.unit / 2
        x = max(free, end - frame.em(128))
        room = max(end - x, frame.em(54))  # what the day before left of it
        free = x + room
        for place, door in enumerate(day.doors):
            y = box.y + at.doors + place * door_tall(frame)
            door_mark(canvas, frame, door, Box(x, y, room - 4, door_tall(frame)), INK)


def _trust(canvas: Canvas, frame: Frame, stave: Stave, at: Rows, box: Box) -> None:
    """The town's trust as a thin line of steps, between nought and a hundred."""
    trust = stave.strip.trust
    top, base = box.y + at.trust, box.y + at.trust + HEIGHT_OF_TRUST
    right = box.x + stave.x(min(len(stave.strip.marks), stave.first + stave.shown))
    left = box.x + stave.left
    for y in (top, base):
        canvas.rect(Box(left, y, right - left, 1), EDGE)
    if not trust:
        return
    points: list[tuple[float, float]] = []
    for place, value in trust:
        x, y = box.x + stave.x(place), base - HEIGHT_OF_TRUST * value / 100
        points += [(x, points[-1][1]), (x, y)] if points else [(x, y)]
    points.append((box.x + stave.x(len(stave.strip.marks)), points[-1][1]))
    canvas.line(points, INK, 1.5)
    size = frame.em(SMALL)
    for day in stave.strip.days:
        if day.trust is not None and day.many:
            x = box.x + stave.x(day.first + day.many) - 4
            wide = canvas.measure(str(day.trust), "mono", size)[0]
            if day.many * stave.unit > wide + 8:
                canvas.text((x - wide, base + 1), str(day.trust), "mono", size, INK)
