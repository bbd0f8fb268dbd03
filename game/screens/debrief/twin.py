"""The page of the twin: the file that it lives under, the two lives side by side, and the rules that part them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.debrief.page import Page
from game.debrief.twin_page import NOT_COMPARED, TRIED, TWINS, once, tables
from game.debrief.twins import Beside, Has, Twins
from game.language import _
from game.screens.debrief import evidence
from game.screens.debrief.look import GREY, INK, PAL, SAND, TEAL, Live, paragraphs, seen
from game.screens.debrief.tables import figures, table
from game.screens.debrief.twin_panel import chooser, list_of
from game.screens.debrief.twin_stage import now_place, place
from game.screens.kit.canvas import WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.widgets import button

PANEL = 380.0
FIGURES = "figures.twin.0"


@dataclass(frozen=True)
class Pairing:
    """Where the two lives are, and what pressing things on this page answers."""

    has: Has  # the file that is looked at
    stop: int
    at: Live  # in days
    still: bool
    running: bool
    far: Callable[[], tuple[int, int]]  # a twin that is being lived: the day it has come to, of how many
    take: Callable[[Has], Press]  # another file
    run: Press  # run on, or stop
    go: Callable[[int], Press]  # to a stop
    meet: Callable[[int], Press]  # the moment of a parting, by its number
    toggle: Callable[[str], Press]
    opened: frozenset[str]


def twin(
    frame: Frame, page: Page, twins: Twins, hand: Pairing, ask: Callable[[float], Node],
    found: Callable[[float], Sequence[Node]],
) -> tuple[Node, Node | None]:  # fmt: skip
    """Return the page and its panel; at larger text the panel's parts stand in the page."""
    beside = frame.zoom < 1.2
    whole = WIDTH - 80.0
    wide = whole - PANEL - 36 if beside else whole
    side = PANEL if beside else whole
    one = twins.beside(hand.has) if twins.ready(hand.has) else None
    top: list[Node] = [*_head(frame, one, wide), chooser(frame, twins, hand.has, wide, hand.take)]
    told: list[Node] = []
    if one is None:
        top.append(_living(frame, wide, hand))
    elif one.run.liveable and one.course.stops:
        top.append(place(frame, one, wide, hand))
        told = [now_place(frame, one, side - 40, hand), *list_of(frame, one, side - 40, hand)]
    else:
        top += [paragraphs(frame, (_(NOT_COMPARED),), 17, INK, wide), table(frame, one.shut, wide)]
    cannot = page.cannot if hand.has == twins.first else page.cannot[:1]  # why it is this file is said of one alone
    panel = _sheet([*told, evidence.cannot(frame, cannot, side - 40)], side)
    claims = list(found(wide))
    if claims and hand.has != twins.first:
        said = _("The finding is about the file that differs most: {file}.")
        said = said.format(file=twins.beside(twins.first).name)
        claims.insert(0, words(frame, said, "sans_semibold", 16, INK, wide))
    mine = [table(frame, each, wide) for each in page.tables if each.paper]  # where you were put, whoever the twin is
    rest = [*_rest(frame, twins, one, wide, hand), *mine, *claims, ask(wide)]
    if beside:
        return column([*top, *rest], gap=12), panel
    return column([*top, _ground(panel), *rest], gap=16), None


def _head(frame: Frame, one: Beside | None, width: float) -> list[Node]:
    said = one.headline if one else _("Your twin is living it again.")
    return [
        words(frame, said, "serif_medium", 30, INK, width, role="heading", leading=1.25),
        words(frame, _(TWINS) if one is None or one.run.liveable else _(TRIED), "sans", 16, GREY, width),
    ]


def _living(frame: Frame, width: float, hand: Pairing) -> Node:
    """How far a twin has come that is being lived just now."""
    day, days = hand.far()
    said = _("By the same rules, act by act: day {day} of {days}.").format(day=day, days=days)
    text = words(frame, said, "sans", 17, INK, width)
    bar = Node("group", box=Box(0, 0, width, 12))

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        now, most = hand.far()
        canvas.rect(node.box, SAND, 4)
        canvas.rect(Box(node.box.x, node.box.y, node.box.w * now / most, node.box.h), TEAL, 4)

    bar.draw = draw
    return column([text, bar], gap=10)


def _rest(frame: Frame, twins: Twins, one: Beside | None, width: float, hand: Pairing) -> list[Node]:
    """Yours on paper; the same in figures, when asked for; what stands below the two lives; every other file."""
    if one is None:
        return []
    yours = _("Yours: {file}").format(file=twins.text(twins.mine))
    made: list[Node] = [words(frame, yours, "sans_italic", 14, GREY, width)]
    if not one.run.liveable:
        listed = (once(one.run, twins.names), twins.table())
        return [*made, *(table(frame, each, width) for each in listed if each.rows)]
    if one.lanes is not None:
        shown = FIGURES in hand.opened
        made.append(button(frame, PAL, figures(shown=shown), FIGURES, hand.toggle(FIGURES), kind="link", size=15))
        made += [table(frame, one.lanes.table, width)] if shown else []
    return made + [table(frame, each, width) for each in (*tables(one, twins.names), twins.table())]


def _sheet(parts: Sequence[Node], width: float) -> Node:
    body = column(parts, gap=16, pad=(20, 16))
    body.box = Box(body.box.x, body.box.y, width, body.box.h)
    return body


def _ground(node: Node) -> Node:
    node.draw = evidence.panel_ground
    return seen(node)
