"""The page of the learning check: first the way to the cases; once they are done with, what they show, and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from game.debrief.cases import Dealt
from game.debrief.page import Page
from game.debrief.report import VERDICTS
from game.debrief.sorted_words import MORE, Answer, Block, answers, blocks, cannot, headline, so_far, tables, usual
from game.language import _, told
from game.model.said import Sorted
from game.screens.debrief import evidence
from game.screens.debrief.look import CARD, GREY, INK, PAL, SAND, TEAL, VERMILION, boxed, chip, paragraphs, seen
from game.screens.debrief.tables import table
from game.screens.kit.canvas import Box
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, row, space, words
from game.screens.kit.node import Node, Press
from game.screens.kit.widgets import button
from game.screens.trays import tray_row

GAP = 20.0


@dataclass(frozen=True)
class Cases:
    """What was dealt and sorted, and what can be done about it."""

    dealt: Dealt
    sorted: Sorted
    sort: Press
    show: Press


def cases(frame: Frame, page: Page, what: Cases, width: float, ask: Node) -> Node:
    """The page. `ask` is its question, laid out as on every other."""
    if not what.sorted.shown:
        return _before(frame, page, what, width)
    two = frame.zoom < 1.2
    each = (width - GAP) / 2 if two else width
    head = words(frame, headline(what.dealt, what.sorted), "serif_medium", 30, INK, width, role="heading", leading=1.25)
    shown = [_block(frame, one, each) for one in blocks(what.dealt, what.sorted)]
    every = answers(what.dealt, what.sorted)
    last = usual(what.dealt, what.sorted)
    figures = flow([table(frame, one, each) for one in tables(what.dealt, what.sorted)], width, gap=GAP, gap_y=18)
    known = [table(frame, last, width)] if last.rows else []
    limits = boxed(column([evidence.cannot(frame, cannot(), each - 40)], pad=(20, 14)), CARD, each)
    more = words(frame, _(MORE), "sans_italic", 15, GREY, min(width, frame.em(700)))

    def listing(title: str, *, right: bool) -> list[Node]:
        cards = [_answer(frame, one, each) for one in every if one.right == right]
        over = words(frame, title, "sans_semibold", 18, INK, width, role="heading")
        return [over, _pairs(cards, two=two)] if cards else []

    return column([
        head, *listing(_("Where you and the key differ, and why"), right=False), _pairs([*shown, limits], two=two),
        figures, *known, *listing(_("Where you and the key agree, and why"), right=True), more, ask,
    ], gap=18)  # fmt: skip


def _pairs(made: Sequence[Node], *, two: bool) -> Node:
    """Below each other, or in two columns about as long; read down the first, then down the second."""
    if not two or len(made) < 2:
        return column(made, gap=14)
    half, at = sum(one.box.h for one in made) / 2, 0
    high = 0.0
    while at < len(made) - 1 and high + made[at].box.h / 2 < half:
        high += made[at].box.h
        at += 1
    return row([column(made[:at], gap=14), space(GAP, 0), column(made[at:], gap=14)], align="top")


def _before(frame: Frame, page: Page, what: Cases, width: float) -> Node:
    """The offer."""
    have = len(what.dealt.lying("after", what.sorted))
    every = have == len(what.dealt.after)
    label = _("Look through them again") if every else _("Go on sorting") if have else _("Sort them")
    acts = [button(frame, PAL, label, "cases.sort", what.sort, kind="plain" if every else "big")]
    note: list[Node] = []
    if have or what.sorted.before:
        show = _("Show the answers") if every else _("Enough: show the answers")
        acts.append(button(frame, PAL, show, "cases.show", what.show, kind="big" if every else "plain"))  # fmt: skip
        note.append(words(frame, _("Once the answers are shown, no card moves any more."), "sans", 15, GREY, width))
    lying = Counter(kind for _case, kind in what.dealt.lying("after", what.sorted))
    return column([
        words(frame, page.headline, "serif_medium", 30, INK, width, role="heading", leading=1.25),
        paragraphs(frame, so_far(what.dealt, what.sorted), 18, INK, width),
        flow(acts, width, gap=14, gap_y=10), *note, space(0, 8),
        tray_row(frame, what.dealt.trays, lying, width),
    ], gap=16)  # fmt: skip


def _block(frame: Frame, one: Block, width: float) -> Node:
    room = width - 40
    title = words(frame, one.title, "sans_semibold", 18, INK, role="heading")
    head = [title]
    if one.verdict is not None:
        full, dashed = one.verdict == "shifted", one.verdict == "too_few"
        head.append(chip(frame, _(VERDICTS[one.verdict]), full=full, dashed=dashed))
    parts = [flow(head, room, gap=14, gap_y=4), paragraphs(frame, one.lines, 16, INK, room)]
    return boxed(column(parts, gap=8, pad=(20, 14)), "#FFFDF6", width)


def _answer(frame: Frame, one: Answer, width: float) -> Node:
    """One case. Told apart or not is said in words and by the bar, not by colour alone."""
    room = width - 44
    same = _("You and the key: {tray}.") if one.right else _("You: {put}. The key: {tray}.")
    same = same.format(put=one.put, tray=one.belongs)
    where, before = told(one.where), one.when == "before"
    head = _("{where} · before the play") if before else _("{where} · after the play")
    label = _("{where}, before the play") if before else _("{where}, after the play")
    parts = [
        words(frame, head.format(where=where), "condensed", 15, GREY, room),
        words(frame, told(one.text), "serif", 17, INK, room, leading=1.35),
        words(frame, same, "sans_semibold", 16, TEAL if one.right else VERMILION, room),
        words(frame, told(one.why), "sans", 16, INK, room, leading=1.35),
        *([words(frame, one.idea, "sans_italic", 14, GREY, room)] if one.idea else []),
    ]
    inner = column([seen(part) for part in parts], gap=5, pad=(22, 12))
    made = boxed(inner, CARD if one.right else SAND, width, bar=TEAL if one.right else VERMILION)
    spoken = Node("listitem", label.format(where=where), children=[made], box=made.box)
    spoken.box = Box(made.box.x, made.box.y, width, made.box.h)
    return spoken
