"""The whole play as a strip. A cursor, which is the focus, runs over its columns; beside it stands what it stands on.

A long play is wider than the page: columns out of sight have no width, and the strip follows the cursor.
"""

from collections.abc import Callable
from dataclasses import dataclass

from game.debrief.strip import ABOVE, BELOW, Mark, Strip
from game.language import _
from game.screens.debrief.evidence import lines_of
from game.screens.debrief.look import CARD, GREY, INK, PAL, TEAL, VERMILION, boxed, hollow, seen
from game.screens.debrief.strip_rows import Stave, paint, rows, tall
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, row, space, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.widgets import button, silent

NARROW, BROAD = 15.0, 34.0  # how wide a column is at least, and at most
ASIDE = 3  # so many columns stay in sight on both sides of the cursor
PLACE = "strip"
BESIDE = 380.0


@dataclass(frozen=True)
class Run:
    """Where the cursor stands (a line of the record), the first column in sight, and what pressing answers."""

    at: int
    first: float
    open: Callable[[int], Press]
    roll: Callable[[int], Press]  # by so many columns


def gutter(frame: Frame) -> float:
    """The room at the left, in which the rows have their names."""
    names = (_(ABOVE).rpartition(" ")[0], _(BELOW), _("back lane"), _("standing"), _("trust"))
    return max(frame.measure(name, "condensed", frame.em(14))[0] for name in names) + 12


def fits(frame: Frame, what: Strip, width: float) -> tuple[float, int]:
    """How wide a column is, and how many of them are in sight."""
    room = width - gutter(frame)
    least = frame.em(NARROW)
    many = max(1, len(what.marks))
    if many * least > room:
        shown = max(1, int(room // least))
        return room / shown, shown
    return min(frame.em(BROAD), room / many), many


def follow(what: Strip, at: int, first: float, shown: int, aside: int = ASIDE) -> int:
    """The first column in sight when the cursor is to be, with so many on both sides of it; as it was, if it was."""
    index = next((i for i, m in enumerate(what.marks) if m.n == at), 0)
    edge = min(aside, shown // 3)
    low, high = index - shown + 1 + edge, index - edge
    return int(max(0, min(max(first, low), high, len(what.marks) - shown)))


def place(frame: Frame, what: Strip, width: float, run: Run) -> Node:
    """Where the strip stands on its page, as tall as it will be. It is filled anew for every drawing: see `fill`."""
    made = _both(frame, what, width, run)
    return Node("group", key=PLACE, box=Box(0, 0, width, made.box.h))


def fill(frame: Frame, page: Node, what: Strip, run: Run) -> None:
    """Put the strip into its place, the cursor where it is now; the rest of a long page stays as it was laid out."""
    here = page.find(PLACE)
    if here is not None:
        here.children = [_both(frame, what, here.box.w, run).place(here.box.x, here.box.y)]


def width_of(frame: Frame, whole: float) -> float:
    """How wide the strip is: what it stands on is told beside it, or above it at larger text."""
    return whole - BESIDE - 36 if frame.zoom < 1.2 else whole


def _both(frame: Frame, what: Strip, width: float, run: Run) -> Node:
    wide = width_of(frame, width)
    head = seen(words(frame, what.title, "sans_semibold", 16, INK, wide))
    picture = column([silent(head), strip(frame, what, wide, run)], gap=8)
    if wide < width:
        both = row([picture, space(36, 0), stands_on(frame, what, BESIDE, run)], align="top")
    else:
        both = column([stands_on(frame, what, width, run), picture], gap=14)
    return Node("group", what.title, value=what.says, children=[both], box=both.box)


def strip(frame: Frame, what: Strip, width: float, run: Run) -> Node:
    """The strip itself, `width` wide, with its two buttons if it has to be rolled, and its legend."""
    left = gutter(frame)
    unit, shown = fits(frame, what, width)
    first = int(max(0, min(run.first, len(what.marks) - shown)))
    index = next((i for i, m in enumerate(what.marks) if m.n == run.at), 0)
    stave = Stave(what, unit, first, shown, left, index)
    high = tall(frame, what)

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        paint(canvas, frame, stave, node.box)

    pressed = rows(frame, what).standing
    columns = [_column(one, at, stave, pressed, run) for at, one in enumerate(what.marks)]
    picture = Node("list", _("Moments"), children=columns, box=Box(0, 0, left + unit * shown, high), draw=draw)
    parts: list[Node] = [picture]
    if shown < len(what.marks):
        parts.append(_rollers(frame, what, first, shown, width, run))
    parts.append(_legend(frame, what, width))
    return seen(column(parts, gap=8))


def _column(one: Mark, at: int, stave: Stave, pressed: float, run: Run) -> Node:
    """A moment: pressing it opens it. Out of sight it keeps its place in the tree, and has no width."""
    x = stave.left + stave.unit * min(max(0, at - stave.first), stave.shown)
    inside = stave.first <= at < stave.first + stave.shown

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        if mood and inside:
            canvas.rect(node.box, PAL.focus, 3, line=2)

    return Node(
        "button", one.title, key=f"col.{one.n}", value=f"{one.stood}. {one.chose}, {one.took}",
        hint=", ".join(filter(None, (one.side, one.truth))), answer=run.open(one.n), selected=one.n == run.at,
        box=Box(x, 0, stave.unit if inside else 0.0, pressed), draw=draw, ring=False, palette=PAL,
    )  # fmt: skip


def _rollers(frame: Frame, what: Strip, first: int, shown: int, width: float, run: Run) -> Node:
    """Earlier and later, with where one is between them."""
    days = [what.marks[at].day for at in (first, min(first + shown, len(what.marks)) - 1)]
    said = _("days {first} to {last} of {all}") if days[0] != days[1] else _("day {first}")
    said = said.format(first=days[0], last=days[1], all=what.days[-1].day)
    by = max(1, shown - 2 * ASIDE)
    acts: list[Node] = []
    if first > 0:
        acts.append(button(frame, PAL, _("← Earlier"), "roll.back", run.roll(-by), size=15))
    acts.append(column([words(frame, said, "mono", 14, GREY)], pad=(4, 6)))
    if first + shown < len(what.marks):
        acts.append(button(frame, PAL, _("Later →"), "roll.on", run.roll(by), size=15))
    return flow(acts, width, gap=14)


def _legend(frame: Frame, what: Strip, width: float) -> Node:
    entries = [("looked", _("somebody looking, in fact")), ("", _("nobody looking"))]
    if any(m.mark == "counted" for m in what.marks):
        entries.append(("counted", _("nobody in sight; the phone counted")))

    def entry(mark: str, text: str) -> Node:
        ring = space(frame.em(16), frame.em(16))
        ring.draw = lambda canvas, node, _mood: hollow(canvas, node.box.centre, frame.em(6), INK, mark)
        return row([ring, words(frame, text, "sans", 14, GREY)], gap=6)

    rest = _("ticks: moments compared with nothing · arches: ways by the back lane · each regime on its own scale")
    told = [*(entry(*one) for one in entries), words(frame, rest, "sans", 14, GREY, min(width, frame.em(620)))]
    return silent(flow(told, width, gap=20, gap_y=2))


def _told(one: Mark, number: int, many: int) -> tuple[str, ...]:
    """What is told of a moment, line by line."""
    return (
        _("{n} of {all} · {stood}").format(n=number, all=many, stood=one.stood), one.title,
        one.shown or _("No words stood here."), one.chose,
        " · ".join(filter(None, (one.side, one.truth, one.took))),
    )  # fmt: skip


def stands_on(frame: Frame, what: Strip, width: float, run: Run) -> Node:
    """What the cursor stands on. As tall for every moment, so that nothing below it moves."""
    one = next((m for m in what.marks if m.n == run.at), what.marks[0])
    act = button(frame, PAL, _("Open it as it was"), "stands.open", run.open(one.n), size=16)
    broad = width > 2 * BESIDE
    room = width - 40 - (act.box.w + 24 if broad else 0)
    ink = GREY if one.kept is None else TEAL if one.kept else VERMILION
    every = [_told(mark, at, len(what.marks)) for at, mark in enumerate(what.marks, 1)]
    slots: tuple[tuple[str, float, str], ...] = (
        ("mono", 14, GREY), ("sans_semibold", 17, INK), ("sans", 16, INK), ("serif_semibold", 18, INK),
        ("condensed", 15, ink),
    )  # fmt: skip
    y, parts = 14.0, []
    for slot, (face, size, colour) in enumerate(slots):
        text = every[what.marks.index(one)][slot]
        lines = lines_of(frame, [told[slot] for told in every], face, size, room)
        made = words(frame, text, face, size, colour, room, role="heading" if size == 17 else "text")
        parts.append(made.place(20, y))
        y += frame.tall(face, frame.em(size), lines) + 5
    if broad:
        act.place(width - 20 - act.box.w, 14)
    else:
        act.place(20, y + 4)
        hint = words(frame, _("← → moment by moment, Page keys by days"), "sans_italic", 14, GREY, room)
        parts.append(silent(hint.place(20, act.box.bottom + 8)))
        y = hint.box.bottom
    body = Node("group", _("Under the cursor"), children=[*parts, act], box=Box(0, 0, width, y + 12))
    return boxed(body, CARD if broad else "#FFFFFF", width, shadow=True)
