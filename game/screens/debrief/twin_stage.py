"""The two lives on their course, what moves the cursor, and what it stands on. Filled anew for every drawing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.debrief.course import Course, Side, Stop
from game.debrief.names import plain
from game.debrief.twins import Beside
from game.debrief.words import listed
from game.language import N_, _
from game.screens.debrief.evidence import lines_of
from game.screens.debrief.lanes import INKS, LEGEND, Lanes, lanes
from game.screens.debrief.look import GREY, INK, PAL, seen
from game.screens.kit.canvas import Box
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, words
from game.screens.kit.node import Node
from game.screens.kit.widgets import button, silent

if TYPE_CHECKING:
    from game.screens.debrief.twin import Pairing

PLACE, NOW, COURSE = "twin", "now", "course"
WIDE, GAP = 700.0, 24.0  # from this width on the two stand side by side
APART = "≠ "
WHO = N_("You"), N_("Your twin")


def place(frame: Frame, one: Beside, width: float, hand: "Pairing") -> Node:
    """Where the two lives stand on their page, as tall as they will be."""
    return Node("group", key=PLACE, box=Box(0, 0, width, stage(frame, one, width, hand).box.h))


def now_place(frame: Frame, one: Beside, width: float, hand: "Pairing") -> Node:
    """Where it stands what the cursor is at."""
    return Node("group", key=NOW, box=Box(0, 0, width, now(frame, one, width, hand).box.h))


def fill(frame: Frame, within: Sequence[Node | None], one: Beside, hand: "Pairing") -> None:
    """Put the two lives into their places, as they are now; the rest of the page stays as it was laid out."""
    for key, made in ((PLACE, stage), (NOW, now)):
        for node in filter(None, within):
            here = node.find(key)
            if here is not None:
                here.children = [made(frame, one, here.box.w, hand).place(here.box.x, here.box.y)]


def stage(frame: Frame, one: Beside, width: float, hand: "Pairing") -> Node:
    """The picture, its legend, and the buttons below it."""
    own, other = one.run.own, one.run.other
    what = Lanes(one.course, (own, other), (_("your file"), one.name), hand.at, hand.still and not hand.running)
    picture = lanes(frame, what, width)
    stop = one.course.stops[hand.stop]
    moved = Node(
        "slider", one.lanes.title if one.lanes else _("Two lives"), key=COURSE, value=_said(stop), answer=hand.run,
        children=[picture],
        hint=_("left and right go from moment to moment, Page keys by days, space runs and stops"), box=picture.box,
        palette=PAL,
    )  # fmt: skip
    doors = listed(list(dict.fromkeys(plain(door.door) for door in own.doors)))
    told = _(LEGEND).format(doors=doors) if doors else _("No door was judged in this play.")
    legend = silent(words(frame, told, "sans", 14, GREY, width))
    return column([seen(moved), _keys(frame, one.course, width, hand), seen(legend)], gap=8)


def _said(stop: Stop) -> str:
    says = _("{who}: {did}; {standing}; {doors}; {purse}; the town’s trust {trust}")
    sides = (says.format(who=_(who), did=side.did, standing=side.standing, doors=side.doors, purse=side.purse,
                         trust=side.trust) for who, side in zip(WHO, stop.sides, strict=True))  # fmt: skip
    return f"{stop.when}. {'. '.join(sides)}"


def _keys(frame: Frame, course: Course, width: float, hand: "Pairing") -> Node:
    """Run and stop; to the parting before and the next."""
    last = hand.stop == len(course.stops) - 1
    halt, on, again = _("Stop"), _("Run on"), _("From the start")
    label = halt if hand.running else again if last else on
    widest = max(frame.measure(text, "sans", frame.em(16))[0] for text in (halt, on, again)) + 44
    made = [button(frame, PAL, label, "course.run", hand.run, size=16, width=widest)]
    before, after = course.before(hand.stop), course.after(hand.stop)
    none = _("there is none")
    made.append(button(frame, PAL, _("← Parting"), "course.before", hand.go(before or 0), size=16,
                       hint="" if before is not None else none))  # fmt: skip
    made.append(button(frame, PAL, _("Parting →"), "course.after",
                       hand.go(len(course.stops) - 1 if after is None else after), size=16,
                       hint="" if after is not None else none))  # fmt: skip
    made.append(button(frame, PAL, _("← Moment"), "course.back", hand.go(hand.stop - 1), size=16))
    made.append(button(frame, PAL, _("Moment →"), "course.on", hand.go(hand.stop + 1), size=16))
    return flow(made, width, gap=12, gap_y=10)


def now(frame: Frame, one: Beside, width: float, hand: "Pairing") -> Node:
    """What either life is at. As tall for every stop, so that nothing below it moves."""
    stop = one.course.stops[hand.stop]
    across = 2 if width > WIDE else 1
    each = (width - GAP * (across - 1)) / across
    parts: list[Node] = [words(frame, stop.when, "mono", 14, GREY, width)]
    lines = lines_of(frame, (any_.when for any_ in one.course.stops), "mono", 14, width)
    y = top = frame.tall("mono", frame.em(14), lines) + 6
    for at, side in enumerate(stop.sides):
        made, high = _side(frame, _(WHO[at]), side, stop, one.course, each, INKS[at])
        parts.append(made.place(at * (each + GAP) if across > 1 else 0, top if across > 1 else y))
        y = max(y, top + high) if across > 1 else y + high + 8
    return Node("group", _("Under the cursor"), children=parts, box=Box(0, 0, width, y))


def _told(who: str, side: Side) -> tuple[str, ...]:
    """What is told of one of the two at a stop, line by line."""
    says = _("{purse} · trust {trust}").format(purse=side.purse, trust=side.trust)
    return who, side.did, side.standing, side.doors, says


def _side(
    frame: Frame, who: str, side: Side, stop: Stop, course: Course, width: float, ink: str
) -> tuple[Node, float]:
    """One life at the stop. What is not as in the other has a mark before it."""
    kinds = {key.partition(":")[0] for key in stop.differs}
    other = stop.twin if side is stop.own else stop.own
    slots = (
        ("condensed", 15, ink, False),
        ("serif_semibold", 17, INK, side.did != other.did),
        ("sans", 15, INK, side.standing != other.standing),
        ("sans", 15, INK, side.doors != other.doors),
        ("sans", 15, INK, bool(kinds & {"coins", "trust"})),
    )
    told, every = _told(who, side), [_told(who, any_) for any_stop in course.stops for any_ in any_stop.sides]
    y, made = 0.0, []
    for slot, (face, size, colour, apart) in enumerate(slots):
        line = f"{APART}{told[slot]}" if apart else told[slot]
        most = lines_of(frame, (f"{APART}{one[slot]}" for one in every), face, size, width)
        made.append(words(frame, line, face, size, colour, width).place(0, y))
        y += frame.tall(face, frame.em(size), most) + 2
    return Node("group", children=made, box=Box(0, 0, width, y)), y


