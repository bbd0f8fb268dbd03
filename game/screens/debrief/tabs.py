"""The dark bar: the first four pages, then everything else under one tab with a row of its own."""

from collections.abc import Callable, Sequence

from game.debrief.page import Page
from game.language import _
from game.screens.debrief.look import BAR, PAL
from game.screens.kit.canvas import WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import flow, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.widgets import silent

PLAIN = "#D5D2C8"


def bar(frame: Frame, pages: Sequence[Page], at: int, turn: Callable[[int], Press], leave: Press) -> Node:
    """The tabs, across the top. `turn` gives what a tab answers; `leave` is the answer of the way out."""
    mark = words(frame, _("Debrief").upper(), "condensed", 21, PAL.on_strong)
    away = _tab(frame, _("Back"), "back", leave, selected=False, role="button")
    first = [index for index, one in enumerate(pages) if not one.group]
    rest = [index for index, one in enumerate(pages) if one.group]
    tabs = [_tab(frame, pages[i].title, f"tab.{pages[i].id}", turn(i), selected=i == at) for i in first]
    within = at in rest
    if rest and not within:
        tabs.append(_tab(frame, _("Everything"), f"tab.{pages[rest[0]].id}", turn(rest[0]), selected=False))
    elif rest:
        tabs.append(_tab(frame, _("Everything"), "everything", None, selected=True, role="text"))
    room = WIDTH - 28 - mark.box.w - 22 - away.box.w - 28
    upper = flow(tabs, room, gap=4, gap_y=0)
    high = max(upper.box.h, frame.em(21) * 1.3) + 16
    mark.place(28, (high - mark.box.h) / 2)
    upper.place(28 + mark.box.w + 22, (high - upper.box.h) / 2)
    away.place(WIDTH - 24 - away.box.w, (high - away.box.h) / 2)
    children = [silent(mark), upper, away]
    second = 0.0
    if within:
        lower = flow([
            _tab(frame, pages[i].title, f"tab.{pages[i].id}", turn(i), selected=i == at, size=16) for i in rest
        ], WIDTH - 48, gap=4, gap_y=0)  # fmt: skip
        second = lower.box.h + 8
        children.insert(2, lower.place(24, high + 4))

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        canvas.rect(Box(0, 0, WIDTH, high), BAR)
        if second:
            canvas.rect(Box(0, high, WIDTH, second), "#333A52")

    return Node("group", _("Pages"), children=children, box=Box(0, 0, WIDTH, high + second), draw=draw, palette=PAL)


def _tab(
    frame: Frame, label: str, key: str, answer: Press, *, selected: bool, size: float = 17, role: str = "tab"
) -> Node:
    face = "sans_semibold" if selected else "sans"
    ink = PAL.mark if selected else PLAIN
    text = silent(words(frame, label, face, size, ink))
    box = Box(0, 0, text.box.w + 22, text.box.h + 18)
    text.place(11, 8)

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        x, y, wide, high = node.box
        if selected:
            canvas.rect(Box(x + 9, y + high - 6, wide - 18, 4), PAL.mark)
        if mood:
            canvas.rect(node.box.grown(-2), PAL.on_strong, 4, line=2)

    return Node(
        "button" if role == "button" else "text" if role == "text" else "tab", label, key=key if answer else "",
        answer=answer, selected=selected, children=[text], box=box, draw=draw, ring=False, palette=PAL,
    )
