"""Two lives side by side: where each stood at the end of every day, and which doors were open."""

from game.debrief.charts import Lane, LaneDoor, Lanes
from game.screens import art
from game.screens.debrief.look import GREY, INK, SAND, TEAL, VERMILION, Live
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, space, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.widgets import silent
from game.screens.paint import people
from game.screens.paint.brush import Brush

TWIN = {"skin": 1, "hair": "cap", "hair_tone": 1, "coat": "coat", "tone": 6, "height": "middle", "carries": "bag"}
PARTED = "#F6DFA6"
UNRATED = "not rated"


def lanes(frame: Frame, what: Lanes, width: float, live: Live) -> Node:
    """The lanes below each other, the days above each other, so that the eye can go straight down."""
    who = max(frame.em(104), min(width * 0.2, frame.em(130)))
    unit = (width - who - 8) / max(1, what.days)
    made = [_lane(frame, what, lane, index, width, who, unit, live) for index, lane in enumerate(what.lanes)]
    body = column(made, gap=14)
    above = frame.em(15) * 1.5 if what.parted else 0.0
    parts = [space(0, above), body, _foot(frame, what, width)]
    whole = column(parts, gap=8)
    if what.parted:
        whole.children.insert(0, _parting(frame, what, body, above, who, unit))
    return whole


def _parting(frame: Frame, what: Lanes, body: Node, above: float, who: float, unit: float) -> Node:
    """Where the lives part: a dashed line through both."""
    x = who + unit * ((what.parted or 1) - 1) - 2

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        y = node.box.y
        while y < node.box.bottom:
            canvas.line([(node.box.x, y), (node.box.x, min(y + 6, node.box.bottom))], INK, 1.5)
            y += 11
        text, size = "here the lives part", frame.em(15)
        wide = canvas.measure(text, "serif_italic", size)[0]
        late = (what.parted or 1) > what.days / 2
        canvas.text((node.box.x - wide - 6 if late else node.box.x + 6, node.box.y), text, "serif_italic", size, INK)

    return Node("group", box=Box(x, body.box.y - above - 8, 1, body.box.h + above + 8), draw=draw)


def _lane(
    frame: Frame, what: Lanes, lane: Lane, index: int, width: float, who: float, unit: float, live: Live
) -> Node:
    ink = TEAL if index == 0 else VERMILION
    title = words(frame, lane.who, "serif_semibold", 22, ink, who - 8)
    file = words(frame, lane.file, "sans", 15, GREY, who - 8)
    days = frame.em(15) * 1.4
    graph = 74.0 + frame.em(14)
    most = max((len([d for d in lane.doors if d.day == day]) for day in range(1, what.days + 1)), default=0)
    doors = (frame.em(15) * 1.35 + 4 + most * _door_high(frame)) if most else 0
    tall = max(days + graph + doors + 8, title.box.h + file.box.h + 124)
    name = silent(column([title, file], gap=2))

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        x, y = node.box.x, node.box.y
        if index:
            canvas.line([(x, y - 7), (x + width, y - 7)], SAND, 1.5)
        brush = Brush(canvas, art.palette("daylight", "noon"))
        people.figure(brush, "you" if index == 0 else TWIN, x + 44, y + name.box.h + 118, 1, "stand", 0.0, 0.9)
        left = x + who
        for day in range(1, what.days + 1):
            middle = left + unit * (day - 0.5)
            canvas.text((middle - unit / 2, y), f"day {day}", "sans", frame.em(15), GREY, unit, "centre")
        base = y + days + graph
        canvas.line([(left, base), (left + unit * what.days, base)], SAND, 2)
        _curve(canvas, frame, lane, left, base, unit, ink, live())
        _doors(canvas, frame, lane, left, base + 6, unit, what.days, ink)

    return Node("group", f"{lane.who}, {lane.file}", value=_said(lane), children=[name], box=Box(0, 0, width, tall),
                draw=draw)  # fmt: skip


def _said(lane: Lane) -> str:
    doors = [f"day {d.day} {d.label} {'open' if d.open else 'shut'}" for d in lane.doors]
    return ", ".join(doors) or "no door tried"


def _curve(
    canvas: Canvas, frame: Frame, lane: Lane, left: float, base: float, unit: float, ink: str, far: float
) -> None:
    """The standing at the end of each day; a line joins only days on one scale."""
    last: tuple[float, float] | None = None
    scale = ""
    for step in lane.steps:
        x = left + unit * (step.day - 0.5)
        if step.height is None or step.points is None:
            narrow = canvas.measure(UNRATED, "sans_italic", frame.em(14))[0] > unit
            canvas.text((x - unit / 2, base - frame.em(14) * 1.4 - 2), "–" if narrow else UNRATED, "sans_italic",
                        frame.em(14), GREY, unit, "centre")
            last = None
            continue
        y = base - 14 - 42 * step.height * (0.3 + 0.7 * far)
        if last and step.scale == scale:
            canvas.line([last, (x, y)], ink, 3)
        canvas.circle((x, y), 6, ink)
        canvas.text((x - unit / 2, y - 10 - frame.em(14) * 1.3), str(step.points), "mono", frame.em(14), INK, unit,
                    "centre")
        last, scale = (x, y), step.scale


def _door_high(frame: Frame) -> float:
    return max(26.0, frame.em(14) * 1.35 + 4)


def _doors(
    canvas: Canvas, frame: Frame, lane: Lane, left: float, top: float, unit: float, days: int, ink: str
) -> None:
    judged = list(dict.fromkeys(door.day for door in lane.doors))
    for place, day in enumerate(judged):
        mine = [door for door in lane.doors if door.day == day]
        x = left + unit * (day - 1) + 4
        # Where a day is narrow its doors reach into the days beside it that judge nothing.
        until = judged[place + 1] if place + 1 < len(judged) else days + 1
        room = max(unit, min(unit * (until - day), frame.em(130))) - 6
        size = frame.em(14)
        wide = canvas.measure(mine[0].regime, "condensed", size)[0]
        fits = size * min(1.0, room / wide)
        canvas.text((x, top), mine[0].regime, "condensed", fits, INK)
        y = top + frame.em(15) * 1.35 + 2
        for door in mine:
            _door(canvas, frame, door, x, y, room, ink)
            y += _door_high(frame)


def _door(canvas: Canvas, frame: Frame, door: LaneDoor, x: float, y: float, width: float, ink: str) -> None:
    """A door of this lane; shaded where it stood otherwise for the other."""
    high = _door_high(frame)
    if door.parts:
        canvas.rect(Box(x - 3, y, width, high - 1), PARTED, 3)
    door_mark(canvas, frame, door, Box(x, y, width, high), ink)


def door_mark(canvas: Canvas, frame: Frame, door: LaneDoor, box: Box, ink: str) -> None:
    """Open: an empty frame with the leaf swung out. Shut: a full leaf with a bar across it. And a word for it."""
    x, y, width, high = box
    wide = (high - 7) * 0.58
    swing = wide * 0.7
    hole = Box(x + swing, y + 3, wide, high - 7)
    if door.open:
        canvas.rect(hole, "#FFFFFF")
        canvas.rect(hole, ink, line=2)
        edge = hole.x - swing
        canvas.polygon([(hole.x, hole.y), (edge, hole.y + 3), (edge, hole.bottom + 3), (hole.x, hole.bottom)], ink)
    else:
        canvas.rect(hole, ink)
        for thick, tone in ((5.0, "#FFFDF6"), (2.0, INK)):
            canvas.line([(hole.x - 5, hole.bottom + 1), (hole.right + 5, hole.y - 1)], tone, thick)
    size = frame.em(14)
    word = f"{door.label} {'open' if door.open else 'shut'}"
    left = swing + wide + 9
    room = width - left - 6
    if canvas.measure(word, "sans", size)[0] > room:
        word = door.label
    fits = size * min(1.0, room / canvas.measure(word, "sans", size)[0])
    canvas.text((x + left, y + (high - size * 1.3) / 2), word, "sans", fits, INK)


def _foot(frame: Frame, what: Lanes, width: float) -> Node:
    """What the shapes mean."""
    text = (
        "A leaf swung out is an open door; a full leaf with a bar across it is shut. The figures are points, each "
        "regime on its own scale; a dash is a day that nobody rated."
    )
    if what.parted:
        text += " Shaded: the doors that stood otherwise for the other."
    return _note(frame, text, width)


def _note(frame: Frame, text: str, width: float) -> Node:
    """A note under a picture."""
    return silent(words(frame, text, "sans", 14, GREY, width))


