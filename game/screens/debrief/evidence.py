"""The evidence: the very moments that a page rests on, as small cards; and what the page cannot show."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from game.debrief.cards import Card
from game.language import _
from game.screens.debrief.look import (
    CARD,
    GREY,
    INK,
    PAL,
    TEAL,
    VERMILION,
    paragraphs,
    seen,
    visible,
    watch_words,
)  # fmt: skip
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.widgets import silent

Open = Callable[[int], Press]


def heading(frame: Frame, text: str, width: float, note: str = "") -> Node:
    """The head of a part of the panel."""
    parts = [seen(words(frame, text.upper(), "condensed", 15, VERMILION, width, role="heading"))]
    if note:
        parts.append(seen(words(frame, note, "sans", 14, GREY, width)))
    return column(parts, gap=2)


def clipped(frame: Frame, text: str, face: str, size: float, width: float, lines: int) -> str:
    """`text` up to the last whole word that fits in so many lines, with an ellipsis if anything is left out."""
    points = frame.em(size)
    most = frame.tall(face, points, lines) + frame.tall(face, points, 1) * 0.5
    if frame.measure(text, face, points, width)[1] <= most:
        return text
    cut = text.split(" ")
    while cut and frame.measure(" ".join(cut).rstrip(",;: ") + " …", face, points, width)[1] > most:
        cut.pop()
    return " ".join(cut).rstrip(",;: ") + " …"


def lines_of(frame: Frame, texts: Iterable[str], face: str, size: float, width: float) -> int:
    """How many lines the longest of `texts` takes, so that room is kept for any of them and none has to be cut."""
    return _lines(replace(frame, time=0.0), tuple(texts), face, size, width)


@lru_cache(maxsize=64)
def _lines(frame: Frame, texts: tuple[str, ...], face: str, size: float, width: float) -> int:
    points = frame.em(size)
    high = max((frame.measure(text, face, points, width)[1] for text in texts), default=0.0)
    one, two = (frame.tall(face, points, lines) for lines in (1, 2))
    return 1 + max(0, round((high - one) / (two - one)))


def card(frame: Frame, one: Card, width: float, answer: Press, *, scene: int = 2) -> Node:
    """One moment: when, what stood there, what was done, who looked. The left edge says what was done by its shape."""
    room = width - 34
    when = " · ".join(filter(None, (_("Day {n}").format(n=one.day), one.clock, one.when)))
    watch = watch_words(one)
    side = {True: _("as the board asks"), False: _("otherwise"), None: _("not compared")}[one.kept]
    parts = [words(frame, when, "mono", 14, GREY, room)]
    if scene:
        stood = clipped(frame, one.scene or one.title, "sans", 15, room, scene)
        parts.append(words(frame, stood, "sans", 15, INK, room))
    parts.append(words(frame, one.did, "serif_semibold", 17, INK, room))
    ink = TEAL if one.kept else GREY if one.kept is None else VERMILION
    parts.append(words(frame, " · ".join(filter(None, (side, watch))), "condensed", 14, ink, room))
    inner = silent(column(parts, gap=3, pad=(20, 9)))
    inner.box = Box(inner.box.x, inner.box.y, width, inner.box.h)

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        box = node.box
        canvas.rect(box, "#FFFFFF" if mood else CARD, 4)
        if one.kept is False:
            canvas.rect(Box(box.x, box.y, 3, box.h), ink)
            canvas.rect(Box(box.x + 6, box.y, 2, box.h), ink)
        else:
            canvas.rect(Box(box.x, box.y, 6, box.h), ink)
        if mood:
            canvas.rect(box, PAL.focus, 4, line=3)

    made = Node(
        "button", one.title, key=f"card.{one.n}", value=f"{when}. {one.did}", hint=f"{side}, {watch}".strip(", "),
        answer=answer, children=[inner], box=inner.box, draw=draw, ring=False, palette=PAL,
    )
    for each in made.walk():
        seen(each)
    return made


def cards(frame: Frame, moments: Sequence[Card], width: float, open_: Open, across: int = 1) -> Node:
    """Cards below each other, or in so many columns."""
    gap = 12.0
    each = (width - gap * (across - 1)) / across
    made = [card(frame, one, each, open_(one.n)) for one in moments]
    rows: list[Node] = []
    for start in range(0, len(made), across):
        line = made[start : start + across]
        high = max(one.box.h for one in line)
        for at, one in enumerate(line):
            one.box = Box(one.box.x, one.box.y, each, high)
            one.place(at * (each + gap), 0)
        rows.append(Node("group", children=list(line), box=Box(0, 0, width, high)))
    return column(rows, gap=gap)


def cannot(frame: Frame, texts: Sequence[str], width: float) -> Node:
    """What this cannot show."""
    head = seen(words(frame, _("What this cannot show"), "sans_semibold", 16, INK, width, role="heading"))
    return column([head, paragraphs(frame, texts, 15, GREY, width)], gap=6)


def panel_ground(canvas: Canvas, node: Node, _mood: Mood) -> None:
    """The white sheet under the evidence."""
    if visible(canvas, node.box.grown(6)):
        canvas.shadow(node.box, "#D8CDAE", PAL.radius, 5)
        canvas.rect(node.box, "#FFFFFF", PAL.radius)
