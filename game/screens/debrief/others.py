"""The same life under other systems: the ladder of marks, the acts that can be taken out, a card for each system."""

from collections.abc import Callable
from dataclasses import dataclass

from game.debrief.facets import Facets, Life
from game.debrief.page import Page
from game.debrief.words import figure
from game.language import _, ngettext
from game.screens.debrief import evidence
from game.screens.debrief.charts import chart, titled
from game.screens.debrief.look import CARD, GREY, INK, PAL, VERMILION, Live, boxed, paragraphs, seen
from game.screens.debrief.tables import figures, table
from game.screens.kit.canvas import WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, space, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.widgets import button, silent

PANEL = 330.0
FIGURES = "figures.others.0"
CHOSEN = "#FBEFD0"


@dataclass(frozen=True)
class Taking:
    """What pressing things on this page answers, and which act is taken out of the life."""

    without: str
    take: Callable[[str], Press]  # an act out of the life, or back into it
    see: Callable[[tuple[int, ...]], Press]  # moments, by their lines
    toggle: Callable[[str], Press]  # figures and rules, on and off
    opened: frozenset[str]
    live: Live


def others(
    frame: Frame, page: Page, life: Life, hand: Taking, ask: Callable[[float], Node]
) -> tuple[Node, Node | None]:
    """Return the page and its panel; at larger text the acts stand below the ladder, and there is no panel."""
    beside = frame.zoom < 1.2
    whole = WIDTH - 80.0
    wide = whole - PANEL - 36 if beside else whole
    marks = life.marks(hand.without)
    shown = FIGURES in hand.opened
    top: list[Node] = [
        words(frame, page.headline, "serif_medium", 30, INK, wide, role="heading", leading=1.25),
        paragraphs(frame, page.lead[:1], 17, GREY, wide),
        titled(frame, marks, chart(frame, marks, wide, lambda _n: None, hand.live), wide),
        button(frame, PAL, figures(shown=shown), FIGURES, hand.toggle(FIGURES), kind="link", size=15),
    ]
    if shown:
        top.append(table(frame, marks.table, wide))
    acts = _acts(frame, life, hand, PANEL if beside else whole)
    rest = [
        *([paragraphs(frame, page.lead[1:], 17, INK, wide)] if page.lead[1:] else []),
        evidence.cannot(frame, page.cannot, wide),
        ask(wide),
        _cards(frame, life, hand, wide),
    ]
    if beside:
        return column([*top, *rest], gap=16), acts
    acts.draw = evidence.panel_ground
    return column([*top, acts, *rest], gap=16), None


def _acts(frame: Frame, life: Life, hand: Taking, width: float) -> Node:
    """Every act that some system counts. Pressing one takes it out of the life; under it stands what that does."""
    room = width - 40
    parts: list[Node] = [
        evidence.heading(frame, _("Take one act out"), room,
                         _("choose it once and the marks move, twice and it is back")),
    ]
    across = 2 if room / 2 > frame.em(340) else 1
    each = (room - 20 * (across - 1)) / across
    per = -(-len(life.acts) // across)
    lanes = [
        column([_choice(frame, life, act, label, each, hand) for act, label in life.acts[start : start + per]], gap=4)
        for start in range(0, len(life.acts), per or 1)
    ]
    parts.append(row(lanes, gap=20, align="top"))
    body = column(parts, gap=12, pad=(20, 16))
    body.box = Box(body.box.x, body.box.y, width, body.box.h)
    return body


def _choice(frame: Frame, life: Life, act: str, label: str, width: float, hand: Taking) -> Node:
    """An act; where it is taken out, what that does, and the way to the moments in which it was done."""
    out = act == hand.without
    made = [_act(frame, act, label, width, hand, out=out)]
    if out:
        lines = life.every.kind(act).lines
        told = [words(frame, line, "sans", 15, INK, width - 24) for line in life.moved(act)]
        if lines:
            told.append(_see(frame, lines, f"see.{act}", hand, width - 24))
        made.append(column([column(told, gap=2)], pad=(16, 4)))
    return column(made, gap=4)


def _see(frame: Frame, lines: tuple[int, ...], key: str, hand: Taking, room: float) -> Node:
    what = ngettext("See {n} moment as it was", "See {n} moments as they were", len(lines)).format(n=len(lines))
    return button(frame, PAL, what, key, hand.see(lines), kind="link", size=15, most=room)


def _act(frame: Frame, act: str, label: str, width: float, hand: Taking, *, out: bool) -> Node:
    """A line that can be pressed. One that is taken out says so."""
    text = silent(words(frame, label, "sans_semibold" if out else "sans", 16, GREY if out else INK, width - 28))
    box = Box(0, 0, width, text.box.h + 12)
    text.place(14, 6)

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        canvas.rect(node.box, CHOSEN if out else "#FFFFFF" if mood else CARD, 4)
        canvas.rect(Box(node.box.x, node.box.y, 5, node.box.h), VERMILION if out else "#CDBF98")
        if mood:
            canvas.rect(node.box, PAL.focus, 4, line=3)

    made = Node(
        "button", label, key=f"act.{act}", hint=_("taken out of the life") if out else "", answer=hand.take(act),
        selected=out, children=[text], box=box, draw=draw, ring=False, palette=PAL,
    )  # fmt: skip
    for each in made.walk():
        seen(each)
    return made


def _cards(frame: Frame, life: Life, hand: Taking, width: float) -> Node:
    """A card a system, two beside each other where they are wide enough to be read."""
    across = 2 if width / 2 > frame.em(330) else 1
    each = (width - 20 * (across - 1)) / across
    made = [_card(frame, one, each, hand) for one in life.cards]
    lanes = [column(made[start::across], gap=20) for start in range(across)]
    return row(lanes, gap=20, align="top")


def _card(frame: Frame, one: Facets, width: float, hand: Taking) -> Node:
    room = width - 40
    parts: list[Node] = [
        words(frame, one.title, "serif_semibold", 21, INK, room, role="heading"),
        words(frame, ". ".join(filter(None, (one.said, one.doors))), "sans_semibold", 16, VERMILION, room),
        words(frame, one.most, "sans", 16, INK, room),
    ]
    if one.lines:
        parts.append(_see(frame, one.lines, f"most.{one.id}", hand, room))
    parts.append(words(frame, one.lived, "sans", 15, GREY, room))
    parts += [_facet(frame, name, value, room) for name, value in one.rows]
    key = f"rules.{one.id}"
    if one.rules.rows:
        label = ngettext("{table}: {n} rule", "{table}: {n} rules", len(one.rules.rows))
        label = label.format(table=one.rules.caption, n=figure(len(one.rules.rows)))
        label = _("Close the list") if key in hand.opened else label
        parts.append(button(frame, PAL, label, key, hand.toggle(key), kind="link", size=15, most=room))
        if key in hand.opened:
            parts.append(table(frame, one.rules, room))
    body = column(parts, gap=6, pad=(20, 16))
    for each in body.walk():
        seen(each)
    return boxed(body, "#FFFDF6", width, shadow=True)


def _facet(frame: Frame, name: str, value: str, width: float) -> Node:
    """A facet: what is asked at the left, what can be said at the right; below each other where that is narrow."""
    left = frame.em(128)
    right = width - left - 10
    if right < frame.em(150):
        return column([words(frame, name, "condensed", 15, GREY, width), words(frame, value, "sans", 15, INK, width)])
    label = words(frame, name, "condensed", 15, GREY, left)
    return row([label, space(10), words(frame, value, "sans", 15, INK, right)], align="top")
