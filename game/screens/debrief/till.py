"""The receipt: narrow paper, torn at both ends. Its lines are pressed to strike them; a copy has what is left."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from textwrap import wrap

import pygame

from game.debrief.page import Page
from game.debrief.slip import FOOT, HEAD, THANKS, WIDE, Entry, Receipt, across
from game.language import _, ngettext
from game.screens.debrief.look import GREY, INK, PAL, VERMILION, boxed, paragraphs, seen, visible
from game.screens.kit.canvas import WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, row, space, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.widgets import button

SIZE = 16.0
BOLD = WIDE - 1  # characters in a line that stands in the middle
PAPER, SHADE = "#FFFFFF", "#D8CDAE"
TEETH = (5, 1, 7, 2, 6, 0, 4, 7, 1, 5, 2, 7, 3, 0, 6, 2, 7, 1, 4, 6, 0, 5)  # how deep each tear goes
GROUND = "#FBF5E4"


@dataclass(frozen=True)
class Striking:
    """Which lines are struck, which was last looked at, and what pressing answers."""

    struck: frozenset[str]
    line: str
    strike: Callable[[str], Press]
    see: Callable[[tuple[int, ...]], Press]
    save: Callable[[str], Press]  # "png" or "txt"


@dataclass(frozen=True)
class Line:
    """A piece of the roll: where it stands and how tall it is."""

    kind: str  # name | head | rule | entry | total | foot | thanks
    text: str
    entry: Entry | None
    y: float
    tall: float


def roll(entries: Collection[Entry], size: float) -> tuple[tuple[Line, ...], float]:
    """All that is printed, from the top, and how long the paper is."""
    high = size * 1.5
    y, out = size * 1.9, []

    def put(kind: str, text: str = "", entry: Entry | None = None, lines: float = 1.0) -> None:
        nonlocal y
        out.append(Line(kind, text, entry, y, high * lines))
        y += high * lines

    for at, text in enumerate(HEAD):
        told = "\n".join(wrap(_(text), BOLD))
        put("head" if at else "name", told, lines=1.0 + told.count("\n") * 0.87)
    put("rule")
    for entry in entries:
        lines = entry.dotted.count("\n") * 0.87 + (1.2 if not entry.quip else 1.2 + 0.8 * len(entry.quips))
        put("entry", entry.dotted, entry, lines)
    put("rule")
    for at, (label, figure) in enumerate(FOOT):
        told = across(_(label), _(figure))
        put("foot" if at else "total", told, lines=1.0 + told.count("\n") * 0.87)
    put("gap", lines=0.5)
    told = "\n".join(wrap(_(THANKS), BOLD))
    put("thanks", told, lines=1.0 + told.count("\n") * 0.87)
    return tuple(out), y + size * 1.9


def broad(measure: Callable[[str, str, float], tuple[float, float]], size: float) -> float:
    """How wide the paper is."""
    return measure("x" * WIDE, "mono", size)[0] + size * 3


def paper(canvas: Canvas, box: Box) -> None:
    """A strip off a roll: straight at the sides, torn above and below."""
    step = box.w / (len(TEETH) - 1)
    above = [(box.x + step * at, box.y + depth) for at, depth in enumerate(TEETH)]
    below = [(box.x + step * at, box.bottom - depth) for at, depth in enumerate(reversed(TEETH))]
    for by, ink in ((5.0, SHADE), (0.0, PAPER)):
        edge = [(x + by, y + by) for x, y in (*above, *reversed(below))]
        canvas.polygon(edge, ink)
    canvas.rect(Box(box.x, box.y + 8, box.w, box.h - 16), PAPER)


def print_line(canvas: Canvas, line: Line, box: Box, size: float, *, struck: bool = False) -> None:
    """One line in the till's own hand. What is struck stays legible here; a copy leaves it out."""
    edge, room = box.x + size * 1.5, box.w - size * 3
    y = box.y + line.y
    if line.kind == "rule":
        x = edge
        while x < edge + room:
            canvas.rect(Box(x, y + line.tall / 2, min(7.0, edge + room - x), 1.5), INK)
            x += 12
        return
    if line.kind in ("name", "head", "thanks"):
        face = "mono_semibold" if line.kind == "name" else "mono"
        for at, text in enumerate(line.text.split("\n")):
            canvas.text((edge, y + at * size * 1.3), text, face, size, INK, room, "centre")
        return
    if line.kind == "gap":
        return
    ink = GREY if struck else INK
    face = "mono_semibold" if line.kind == "total" else "mono"
    for text in line.text.split("\n"):  # the paper has lines of its own, whatever is set for other text
        canvas.text((edge, y), text, face, size, ink)
        y += size * 1.3
    for quip in line.entry.quips if line.entry else ():
        canvas.text((edge + size * 1.2, y), quip, "mono", size * 0.9, GREY)
        y += size * 1.2
    if struck:
        middle = box.y + line.y + size * 0.68
        stroke = [(edge - 5, middle + 2), (edge + room * 0.5, middle - 1), (edge + room + 5, middle + 1)]
        canvas.line(stroke, VERMILION, 2.5)


def picture(receipt: Receipt, struck: Collection[str], scale: float = 2.0) -> pygame.Surface:
    """The receipt without what is struck, as a picture to be saved."""
    blank = Canvas(pygame.Surface((1, 1)), scale=scale, origin=(0, 0))
    lines, high = roll(receipt.kept(struck), SIZE)
    wide = broad(blank.measure, SIZE)
    margin = 26.0
    surface = pygame.Surface((round((wide + 2 * margin) * scale), round((high + 2 * margin) * scale)), 0, 24)
    canvas = Canvas(surface, scale=scale, origin=(0, 0))
    surface.fill(GROUND)
    box = Box(margin, margin, wide, high)
    paper(canvas, box)
    for line in lines:
        print_line(canvas, line, box, SIZE)
    return surface


def till(
    frame: Frame, page: Page, receipt: Receipt, hand: Striking, leave: Callable[[float], Node] | None
) -> Node:  # fmt: skip
    """The page: the roll at the left, what a line rests on and what can be done at the right."""
    whole = WIDTH - 80.0
    made = _roll(frame, receipt, hand)
    right = whole - made.box.w - 40
    below = right < frame.em(300)
    right = whole if below else right
    side = column([
        words(frame, page.headline, "serif_medium", 30, INK, right, role="heading", leading=1.25),
        paragraphs(frame, page.lead, 17, GREY, right),
        words(frame, _("Press a line to strike it, and again to keep it. A copy has only what is kept."), "sans", 17,
              INK, right, leading=1.35),
        _rests(frame, page, receipt, hand, right),
        flow([button(frame, PAL, _("Save it as a picture"), "save.png", hand.save("png"), size=17),
              button(frame, PAL, _("Save it as text"), "save.txt", hand.save("txt"), size=17)], right, gap=14,
             gap_y=10),
        *([leave(min(right, frame.em(440)))] if leave else []),
    ], gap=16)  # fmt: skip
    return column([side, made], gap=24) if below else row([made, space(40, 0), side], align="top")


def _roll(frame: Frame, receipt: Receipt, hand: Striking) -> Node:
    size = frame.em(SIZE)
    lines, high = roll(receipt.entries, size)
    box = Box(0, 0, broad(frame.measure, size), high)

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        if visible(canvas, node.box.grown(8)):
            paper(canvas, node.box)

    children = []
    for line in lines:
        place = Box(size * 0.8, line.y - 2, box.w - size * 1.6, line.tall)
        children.append(_line(line, place, box, size, hand))
    return Node("list", _("The receipt"), children=children, box=box, draw=draw)


def _line(line: Line, place: Box, whole: Box, size: float, hand: Striking) -> Node:
    entry = line.entry
    struck = entry is not None and entry.id in hand.struck

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        home = Box(node.box.x - place.x, node.box.y - place.y, whole.w, whole.h)
        if mood:
            canvas.rect(node.box, GROUND, 3)
            canvas.rect(node.box, PAL.focus, 3, line=2)
        print_line(canvas, line, home, size, struck=struck)

    if entry is None:
        text = " ".join(line.text.replace(".", " ").split()) if line.kind in ("total", "foot") else line.text
        return seen(Node("text" if text else "group", text, box=place, draw=draw))
    return seen(Node(
        "button", f"{entry.label}: {entry.figure}", key=f"line.{entry.id}", value=entry.quip,
        hint=_("struck; press to keep it") if struck else _("kept; press to strike it"),
        answer=hand.strike(entry.id), box=place, draw=draw, ring=False, palette=PAL,
    ))  # fmt: skip


def _rests(frame: Frame, page: Page, receipt: Receipt, hand: Striking, width: float) -> Node:
    """What the line last looked at rests on, and the way to its moments."""
    one = next((e for e in receipt.entries if e.id == hand.line), receipt.entries[0])
    room = width - 40
    parts: list[Node] = [
        words(frame, f"{one.label}: {one.figure}", "sans_semibold", 16, INK, room, role="heading"),
        words(frame, one.rests, "sans", 15, GREY, room),
    ]
    mine = tuple(card.n for card in page.moments if card.n in set(one.evidence))
    if mine:
        what = ngettext("See {n} moment as it was", "See {n} moments as they were", len(mine)).format(n=len(mine))
        parts.append(button(frame, PAL, what, "see.line", hand.see(mine), kind="link", size=15, most=room))
    return boxed(column(parts, gap=6, pad=(20, 14)), "#F3EACF", width)
