"""A page laid out: what is read first at the left, the evidence at the right; at larger text one below the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from game.debrief.cards import Card
from game.debrief.critics import against, sources
from game.debrief.names import FINDINGS
from game.debrief.page import Page
from game.debrief.report import VERDICTS
from game.debrief.sorted_words import ASK
from game.debrief.sorted_words import kept as kept_cases
from game.language import _, ngettext
from game.model.finding import Finding
from game.model.said import Said
from game.screens.debrief import evidence, objection
from game.screens.debrief.cases import Cases, cases
from game.screens.debrief.charts import chart, titled
from game.screens.debrief.look import GREY, INK, PAL, VERMILION, Live, boxed, chip, paragraphs, seen
from game.screens.debrief.others import Taking, others
from game.screens.debrief.readings import readings
from game.screens.debrief.strip import Run
from game.screens.debrief.strip import place as strip_place
from game.screens.debrief.tables import beside as narrow
from game.screens.debrief.tables import figures, folded, table
from game.screens.debrief.till import Striking, till
from game.screens.debrief.twin import Pairing, twin
from game.screens.kit.canvas import WIDTH, Box
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, row, space, words
from game.screens.kit.node import Node, Press
from game.screens.kit.widgets import button, silent

SOFT = "#F3EACF"
PANEL = 380.0
UNFOLDED = 6  # more days than these are folded


@dataclass(frozen=True)
class Hands:
    """What pressing things answers."""

    open: Callable[[int], Press]  # a moment, by its line
    rest: Callable[[str], Press]  # what a finding rests on
    toggle: Callable[[str], Press]  # figures on and off
    list: Callable[[int], Press]  # a long table
    leave: Sequence[tuple[str, str, Press]]  # label, key, answer: what can be done with the play at the end
    live: Live
    take: Callable[[str], Press]  # an act out of the life, or back into it
    see: Callable[[tuple[int, ...]], Press]  # these moments, by their lines
    said: Said  # what the player holds against the findings
    object: Callable[[str], Press]  # argue against a finding
    take_back: Callable[[str], Press]  # what was said against it
    run: Run  # over the strip of the days
    striking: Striking  # lines of the receipt
    chosen: str = ""  # the finding whose moments stand in the panel
    without: str = ""  # the act that is taken out
    cases: Cases | None = None  # of the learning check
    pairing: Pairing | None = None  # two lives side by side


def first(frame: Frame, page: Page, width: float, hands: Hands, notes: Sequence[str]) -> Node:
    """The first page: one sentence, one picture, one count, one question. Made to be read from the last row."""
    head = words(frame, page.headline, "serif_medium", 34, INK, width, role="heading", leading=1.22)
    beside = frame.zoom < 1.2
    left = width - 400 - 36 if beside else width
    right = 400.0 if beside else width
    picture: list[Node] = [chart(frame, one, left, hands.open, hands.live, large=True) for one in page.charts]
    count = [words(frame, line, "serif_semibold", 30 if at == 0 else 18, INK, right, leading=1.25)
             for at, line in enumerate(page.lead)]  # fmt: skip
    asked = [_ask(frame, page, right, large=True)] if page.ask else []
    if page.cannot and beside:
        asked.append(evidence.cannot(frame, page.cannot, right))
    hint = words(frame, _("Choose a domino: its two moments open, as they were."), "sans", 15, GREY, left)
    if picture:
        picture.append(hint)
    side = column([*count, *asked], gap=16)
    top = row([column(picture, gap=12), space(36, 0), side], align="top") if beside else column(
        [*count, *picture, *asked], gap=18)  # fmt: skip
    told = [words(frame, note, "sans_italic", 16, VERMILION, width) for note in notes]
    below = [_finding(frame, one, page, width, hands) for one in page.findings]
    if page.cannot and not beside:
        below.append(evidence.cannot(frame, page.cannot, width))
    return column([head, *told, space(0, 4), top, space(0, 6), *below], gap=16)


def upper(
    frame: Frame, page: Page, width: float, hands: Hands, opened: frozenset[str], notes: Sequence[str] = ()
) -> Node:
    """Headline, lead and the first picture: what is to be in sight when the page is opened."""
    parts: list[Node] = [words(frame, page.headline, "serif_medium", 30, INK, width, role="heading", leading=1.25)]
    parts += [words(frame, note, "sans_italic", 16, VERMILION, width) for note in notes]
    early, late = _split(page)
    if early:
        parts.append(paragraphs(frame, early, 17, GREY, width))
    parts += [_figure(frame, page, at, width, hands, opened) for at in range(min(1, len(page.charts)))]
    if late:
        parts.append(paragraphs(frame, late, 17, INK, width))
    if page.strip is not None:
        key = f"figures.{page.id}"
        parts.append(strip_place(frame, page.strip, width, hands.run))
        parts.append(button(frame, PAL, figures(shown=key in opened), key, hands.toggle(key), kind="link", size=15))
        parts += [table(frame, page.strip.table, width)] if key in opened else []
    return column(parts, gap=14)


def lower(frame: Frame, page: Page, width: float, hands: Hands, opened: frozenset[str]) -> Node:
    """Further pictures, findings, tables, what to ask, what can be done."""
    parts = [_figure(frame, page, at, width, hands, opened) for at in range(1, len(page.charts))]
    parts += [readings(frame, page.twice, width)] if page.twice else []
    ask = [_ask(frame, page, width)] if page.ask else []
    if page.id == "talk":
        parts, ask = ask + parts, []
    if hands.leave:
        parts.append(_leave(frame, width, hands.leave))
    parts += [_finding(frame, one, page, width, hands) for one in page.findings]
    tables = _tables(frame, page, width, hands, opened)
    if tables:
        parts.append(flow(tables, width, gap=36, gap_y=18))
    lies = kept_cases(hands.cases.dealt, hands.cases.sorted) if hands.cases else None
    parts += [table(frame, lies, width)] if lies else []
    for at, one in enumerate(page.long):
        label = ngettext("{table}: {n} rows", "{table}: {n} rows", len(one.rows))
        label = label.format(table=one.caption, n=len(one.rows))
        parts.append(button(frame, PAL, label, f"long.{at}", hands.list(at)))
    return column(parts + ask, gap=16)


def _figure(frame: Frame, page: Page, at: int, width: float, hands: Hands, opened: frozenset[str]) -> Node:
    """A picture under its title, and the same in figures when asked for."""
    one, key = page.charts[at], f"figures.{page.id}.{at}"
    width = min(width, WIDTH - 80 if frame.zoom > 1.2 else 860)
    parts = [
        titled(frame, one, chart(frame, one, width, hands.open, hands.live), width),
        button(frame, PAL, figures(shown=key in opened), key, hands.toggle(key), kind="link", size=15),
    ]
    if key in opened:
        parts.append(table(frame, one.table, width))
    return column(parts, gap=8)


def _split(page: Page) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is said before the picture and what after it: the picture shall be in sight."""
    if not page.charts:
        return page.lead, ()
    room, early = 240, 0
    for line in page.lead:
        room -= len(line)
        if room < 0 and early:
            break
        early += 1
    return page.lead[:early], page.lead[early:]


def _tables(frame: Frame, page: Page, width: float, hands: Hands, opened: frozenset[str]) -> list[Node]:
    """Tables; the rows of the days and of the pushes are moments, and open as such. Many days are folded."""
    made: list[Node] = []
    at = 0
    fold = page.strip is not None and len(page.tables) > UNFOLDED
    moments = page.moments if page.id in ("days", "nudges") else ()
    for one in page.tables:
        mine = moments[at : at + len(one.rows)]
        at += len(one.rows)
        opens = [c.n for c in mine] if len(mine) == len(one.rows) else []
        most = (width - 36) / 2 if page.id == "days" and frame.zoom < 1.2 else width
        key = f"fold.{page.id}.{len(made)}"
        if fold and key not in opened:
            made.append(folded(frame, one.caption, key, hands.toggle(key), width))
            continue
        shown = narrow(frame, one, most, opens, hands.open)
        head = [folded(frame, _("Fold this day"), key, hands.toggle(key), width)] if fold else []
        made.append(column([*head, shown]) if head else shown)
    return made


def _finding(frame: Frame, one: Finding, page: Page, width: float, hands: Hands) -> Node:
    """A claim: name and verdict, what it says, what is to be said against it, what it rests on, where it comes from."""
    room = width - 40
    verdict = chip(frame, _(VERDICTS[one.verdict]), full=one.verdict == "shifted", dashed=one.verdict == "too_few")
    rests = [c for c in page.moments if c.n in set(one.evidence)]
    head: list[Node] = [words(frame, _(FINDINGS[one.id]), "sans_semibold", 17, INK, role="heading"), verdict]
    if rests:
        label = ngettext("rests on {n} moment", "rests on {n} moments", len(rests)).format(n=len(rests))
        if hands.chosen == one.id:
            label = _("these are the moments in the evidence")
        head.append(button(frame, PAL, label, f"rest.{one.id}", hands.rest(one.id), kind="link", size=15))
    parts = [
        flow(head, room, gap=14, gap_y=2),
        seen(words(frame, one.statement, "serif", 18, INK, min(room, frame.em(700)), leading=1.4)),
        seen(words(frame, one.caveat, "sans", 15, GREY, min(room, frame.em(640)), leading=1.35)),
        seen(words(frame, against(one), "sans", 15, GREY, min(room, frame.em(640)), leading=1.35)),
        seen(words(frame, sources(one), "sans_italic", 14, GREY, min(room, frame.em(640)))),
        objection.under(frame, one, hands.said, min(room, frame.em(700)), hands.object, hands.take_back),
    ]
    bar = VERMILION if hands.chosen == one.id else ""
    return boxed(column(parts, gap=7, pad=(20, 14)), "#FFFDF6", width, bar=bar)


def _ask(frame: Frame, page: Page, width: float, *, large: bool = False) -> Node:
    """One question in large letters, or a numbered list of them."""
    room = width - 44
    if len(page.ask) == 1:
        size = 22 if large else 19
        text: Node = words(frame, page.ask[0], "serif", size, INK, min(room, frame.em(size) * 36), leading=1.35)
    else:
        across = 2 if width / 2 > frame.em(360) else 1
        each = room / across - 20 * (across - 1)
        made = []
        for at, one in enumerate(page.ask):
            number = words(frame, str(at + 1), "serif_semibold", 20, VERMILION, frame.em(34))
            made.append(seen(row([number, words(frame, one, "serif", 18, INK, each - frame.em(34), leading=1.35)],
                                 align="top")))  # fmt: skip
        per = -(-len(made) // across)
        columns = [column(made[start : start + per], gap=12) for start in range(0, len(made), per)]
        text = row(columns, gap=40, align="top")
    head = [words(frame, _("To ask"), "condensed", 15, VERMILION)]
    return boxed(column([*head, text], gap=6, pad=(22, 16)), SOFT, width)


def _leave(frame: Frame, width: float, acts: Sequence[tuple[str, str, Press]]) -> Node:
    made = [button(frame, PAL, label, key, answer, size=17) for label, key, answer in acts]
    head = silent(words(frame, _("It is yours"), "sans_semibold", 16, INK))
    return boxed(column([head, flow(made, width - 44, gap=14, gap_y=12)], gap=10, pad=(22, 16)), SOFT, width)


def panel(
    frame: Frame, page: Page, moments: Sequence[Card], chosen: str, width: float, hands: Hands, across: int = 1
) -> Node | None:  # fmt: skip
    """The evidence, and what the page cannot show. None if there is neither."""
    pad = 20.0
    room = width - 2 * pad
    parts: list[Node] = []
    if moments and page.findings:
        total = len(page.moments)
        note = ngettext("{n} of {all} moments", "{n} of {all} moments", total).format(n=len(moments), all=total)
        note = note if chosen else _("the moments that the counts here rest on")
        parts.append(evidence.heading(frame, _("The evidence"), room, note))
        listing = evidence.cards(frame, moments, room, hands.open, across)
        listing.role, listing.label = "list", _("The evidence")
        parts.append(listing)
        if len(moments) < total:
            parts.append(button(frame, PAL, _("All {n} moments").format(n=total), "rest.all", hands.rest("all"),
                                size=15))  # fmt: skip
        elif chosen:
            parts.append(button(frame, PAL, _("A few of them"), "rest.few", hands.rest(""), size=15))
    if page.cannot:
        parts.append(evidence.cannot(frame, page.cannot, room))
    if not parts:
        return None
    body = column(parts, gap=14, pad=(pad, 16))
    body.box = Box(body.box.x, body.box.y, width, body.box.h)
    return body


def page(
    frame: Frame, one: Page, notes: Sequence[str], moments: Sequence[Card], chosen: str, opened: frozenset[str],
    hands: Hands, *, beside: bool,
) -> tuple[Node, Node | None]:  # fmt: skip
    """Return the page and its panel. Without `beside` (larger text) the panel is the foot of the page."""
    margin = 40.0
    whole = WIDTH - 2 * margin
    if one.id == "first":
        body = first(frame, one, whole, hands, notes)
        return _sheet(body, margin), None
    if one.id == "check" and hands.cases is not None:
        asked_ = _ask(frame, replace(one, ask=(_(ASK),)), whole)
        return _sheet(cases(frame, one, hands.cases, whole, asked_), margin), None
    if one.life is not None:
        hand = Taking(hands.without, hands.take, hands.see, hands.toggle, opened, hands.live)
        body, acts = others(frame, one, one.life, hand, lambda wide: _ask(frame, one, wide))
        return _sheet(body, margin), acts
    if one.twins is not None and hands.pairing is not None:
        body, side_ = twin(frame, one, one.twins, hands.pairing, lambda wide: _ask(frame, one, wide),
                           lambda wide: [_finding(frame, each, one, wide, hands) for each in one.findings])  # fmt: skip
        return _sheet(body, margin), side_
    if one.receipt is not None:
        return _sheet(till(frame, one, one.receipt, hands.striking,
                           (lambda wide: _leave(frame, wide, hands.leave)) if hands.leave else None), margin), None
    rests = bool(moments and one.findings)
    if beside and rests:
        wide = whole - PANEL - 36
        body = column([upper(frame, one, wide, hands, opened, notes), lower(frame, one, wide, hands, opened)], gap=16)
        return _sheet(body, margin), panel(frame, one, moments, chosen, PANEL, hands)
    side = panel(frame, one, moments, chosen, PANEL if beside else whole, hands, across=2)
    if side is not None:
        side.draw = evidence.panel_ground
    if side is not None and beside:
        asked = [_ask(frame, one, PANEL)] if one.ask else []
        edge = column([*asked, side], gap=18)
        top = row([upper(frame, one, whole - PANEL - 36, hands, opened, notes), space(36, 0), edge], align="top")
        return _sheet(column([top, lower(frame, replace(one, ask=()), whole, hands, opened)], gap=16), margin), None
    parts = [upper(frame, one, whole, hands, opened, notes), lower(frame, one, whole, hands, opened)]
    return _sheet(column([*parts, *([side] if side is not None else [])], gap=18), margin), None


def _sheet(body: Node, margin: float) -> Node:
    made = column([body], pad=(margin, 26))
    made.box = Box(made.box.x, made.box.y, made.box.w - 28, made.box.h + 10)
    return made
