"""The sheet with a dilemma in words, in three worlds. It is drawn from what was shown alone, so it can be drawn again.

Print says its price to the unit; the phone makes one choice large and warm; daylight puts nothing round it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.language import _
from game.model.acts import Act
from game.model.record import Shown
from game.model.view import View
from game.screens import again
from game.screens.kit.answers import Answer, Do, Input, Key
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, scroller, words
from game.screens.kit.node import Node, Press, render
from game.screens.kit.palette import Palette, palette
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import button, panel
from game.screens.options import app_option, plain_row, print_row
from game.screens.week import curve_of
from game.telling.prices import DETOURS, price

SLIDE = 0.18  # seconds for the sheet to come up
GRACE = 0.25  # seconds in which a key meant for the street does not choose
LOWEST = 708.0
HIGHEST = 16.0
HEAD = 104.0  # a tall sheet draws itself together, or gets wider, rather than cover the head of the screen
WIDEST, LARGE, EDGE = 960.0, 1.6, 18.0


@dataclass(frozen=True)
class Detour:
    """An extra page on the way to a choice: which option, which page of how many."""

    option: str
    page: int
    of: int


def sheet_width(frame: Frame, pal: Palette) -> float:
    """How wide the sheet of a world is at this text size."""
    if pal.name == "phone":
        return min(960.0, 482 * (0.35 + 0.65 * frame.zoom) + 40 * (frame.zoom > 1.5))
    return min(1200.0, 1000 * (0.6 + 0.4 * frame.zoom))


def build(
    shown: Shown,
    frame: Frame,
    answer: Callable[[str], Press] | None = None,
    detour: Detour | None = None,
    offset: float = 0.0,
    chosen: str = "",
    week: str = "",
    asked: str = "",
) -> Node:
    """The sheet as a laid-out tree, standing at the bottom of the screen.

    `answer` gives what an option answers when pressed; without it the sheet is a picture (the debrief's), and
    `chosen` is marked as what was chosen then; `asked` waits for
    a second press. `week` (up, level, down) adds the phone's curve without units.
    """
    pal = palette(shown.world)
    wide = sheet_width(frame, pal)
    content = _content(shown, frame, wide, answer, detour, chosen, week, asked)
    large = frame.zoom > LARGE
    room = LOWEST - (92 * frame.zoom if large else HEAD)
    for broad in (WIDEST, (WIDTH - 2 * EDGE) * large):
        if content.box.h > room and wide < broad:
            wide, content = broad, _content(shown, frame, broad, answer, detour, chosen, week, asked)
    # A head as large as that is no head if half of it is seen: such a sheet keeps below it, or covers all of it.
    high = LOWEST - HIGHEST if large and content.box.h > room else min(content.box.h, LOWEST - HIGHEST)
    box = Box((WIDTH - wide) / 2, LOWEST - high, wide, high)
    pane = scroller(content, "sheet", box, offset)
    pane.palette = pal

    def draw(canvas: Canvas, node: Node, _mood: str) -> None:
        panel(canvas, node.box, pal)

    return Node("window", "", children=[pane], box=box, draw=draw, palette=pal)


def _content(
    shown: Shown, frame: Frame, wide: float, answer: Callable[[str], Press] | None, detour: Detour | None, chosen: str,
    week: str, asked: str,
) -> Node:
    """All that stands on a sheet of that width, drawn together if it is tall."""
    pal = palette(shown.world)
    phone = pal.name == "phone"
    pad = 24.0
    inner = wide - 2 * pad
    if detour:
        parts = _detour_parts(frame, pal, shown, detour, inner, answer)
    else:
        parts = _head(shown, frame, pal, inner)
        options = [_option(frame, pal, shown, n, inner, answer, chosen) for n in range(len(shown.options))]
        options = [again.on_row(frame, one) if one.key == f"option.{asked}" else one for one in options]
        listing = column(options, gap=10 if phone else 4)
        listing.role = "list"
        parts.append(listing)
        if week and phone and sum(part.box.h for part in parts) < 400:
            parts.append(curve_of(frame, pal, week, inner))
    content = column(parts, gap=14 if phone else 8, pad=(pad, 18))
    return content if content.box.h <= LOWEST - HEAD else column(parts, gap=6, pad=(pad, 10))


def _head(shown: Shown, frame: Frame, pal: Palette, inner: float) -> list[Node]:
    parts: list[Node] = []
    if pal.name == "phone":
        if shown.aside:
            parts.append(_greeting(frame, shown.voice, shown.aside, inner))
        parts.append(words(frame, shown.scene, "sans", 20, pal.ink, inner, role="heading", key="scene", readable=True))
        return parts
    face = "serif_medium" if pal.name == "print" else "serif"
    parts.append(words(frame, shown.scene, face, 21, pal.ink, inner, role="heading", key="scene", readable=True))
    if shown.aside:
        parts.append(words(frame, shown.aside, "serif_italic", 17, pal.soft, inner))
    return parts


def _greeting(frame: Frame, voice: str, line: str, inner: float) -> Node:
    """The app's own voice under its name: mint, round, with a small sun."""
    disc = frame.em(22)
    wide = inner - 60 - 2 * disc
    name = [words(frame, voice, "serif_semibold", 22, "#173F36", wide)] if voice else []
    text = column([*name, words(frame, line, "sans_semibold", 18, "#173F36", wide)])
    bubble = column([text], pad=(0, 14))
    text.shift(28 + 2 * disc, 0)
    bubble.box = Box(bubble.box.x, bubble.box.y, inner, max(bubble.box.h, 2 * disc + 24))
    text.place(text.box.x, bubble.box.y + (bubble.box.h - text.box.h) / 2)

    def draw(canvas: Canvas, node: Node, _mood: str) -> None:
        canvas.gradient(node.box, "#8FE8CC", "#74D8B8", 24)
        centre = (node.box.x + 16 + disc, node.box.centre[1])
        canvas.circle(centre, disc, "#FFFFFF88")
        canvas.circle(centre, disc * 0.62, "#FFF3C4")
        canvas.circle(centre, disc * 0.4, "#FFC76B")

    bubble.draw = draw
    return bubble


def _option(
    frame: Frame,
    pal: Palette,
    shown: Shown,
    index: int,
    inner: float,
    answer: Callable[[str], Press] | None,
    chosen: str,
) -> Node:
    option = shown.options[index]
    pushed = any(one.preselected or one.lit for one in shown.options)
    if pal.name == "phone":
        node = app_option(frame, pal, option, inner, pushed=pushed)
    elif pal.name == "print":
        node = print_row(frame, pal, shown.options, index, inner)
    else:
        node = plain_row(frame, pal, shown.options, index, inner)
    node.value = price(option)
    if option.lit and not option.preselected:
        node.hint = _("marked")
    node.shortcut = str(index + 1)
    node.answer = answer(option.id) if answer else None
    if chosen == option.id:
        node.hint = _("what you chose")
        node.children.append(_seal(node.box, pal))
    return node


def _seal(box: Box, pal: Palette) -> Node:
    def draw(canvas: Canvas, node: Node, _mood: str) -> None:
        canvas.rect(node.box, pal.accent, min(pal.radius, node.box.h / 2), line=3)

    return Node("group", box=box.grown(2), draw=draw)




def _detour_parts(
    frame: Frame, pal: Palette, shown: Shown, detour: Detour, inner: float,
    answer: Callable[[str], Press] | None,
) -> list[Node]:
    title, line, count = (
        _(text).format(page=detour.page, of=detour.of) for text in DETOURS.get(pal.name, DETOURS["daylight"])
    )
    text = next(option.text for option in shown.options if option.id == detour.option)
    kind = "small" if pal.name == "phone" else "plain"
    parts = [
        words(frame, title, "sans_semibold" if pal.name == "phone" else "serif_medium", 21, pal.ink, inner,
              role="heading", key="scene", readable=True),
        words(frame, line, "sans", 18, pal.soft, inner),
        words(frame, _("“{text}”").format(text=text), "serif_italic", 18, pal.ink, inner),
    ]
    if count:
        parts.append(words(frame, count, "sans", 15, pal.soft, inner))
    if answer:
        back = button(frame, pal, _("Go back"), "back", answer(""), kind="big" if pal.name == "phone" else "plain",
                      width=inner if pal.name == "phone" else None, shortcut="escape")
        go_on = button(frame, pal, _("Go on"), "go_on", answer(detour.option), kind=kind,
                       width=inner if pal.name == "phone" else None)
        parts += [back, go_on]
    return parts


class Sheet(Screen):
    """A moment in words. Answers Do(choose)."""

    overlay = True

    def __init__(self, view: View) -> None:
        """`view.moment` must be given."""
        super().__init__()
        assert view.moment is not None
        self.shown = view.moment
        self.detour: Detour | None = None
        self.asked = ""  # the option that waits for a second press, by the player's own setting
        self.week = (view.standing.arrow if view.standing else "") or "level"
        self.scrolls["sheet"] = 0.0
        self.focus = next((f"option.{one.id}" for one in self.shown.options if one.preselected), "scene")

    @property
    def moving(self) -> bool:  # type: ignore[override]
        """Only while it comes up."""
        return self.age < SLIDE

    def take(self, view: View) -> bool:
        """Stay while the same moment is open; looking at something may have changed what it shows."""
        if view.phase != "moment" or view.moment is None or view.moment.moment != self.shown.moment:
            return False
        self.shown, self.dirty = view.moment, True
        return True

    def tree(self, frame: Frame) -> Node:
        """The sheet."""
        answer = partial(self._answer, sure=frame.sure)
        return build(self.shown, frame, answer, self.detour, self.scrolls.get("sheet", 0.0), week=self.week,
                     asked=self.asked)  # fmt: skip

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """Draw it, on its way up at first."""
        root = self.tree(frame)
        left = 0.0 if frame.still or self.age >= SLIDE else (1 - self.age / SLIDE) ** 2
        render(canvas, root.shift(0, left * min(root.box.h, HEIGHT / 3)), self.focus)

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """As every screen, but a key held from the street does not choose at once."""
        if isinstance(event, Key) and event.name in ("enter", "space") and 0 < self.age < GRACE:
            return None
        return super().on(event, frame)

    def _answer(self, option: str, *, sure: bool) -> Press:
        return lambda: self._press(option, sure=sure)

    def _press(self, option: str, *, sure: bool) -> Answer | None:
        if sure and option and not self.detour and self.asked != option:
            self.asked, self.dirty = option, True
            return None
        self.asked = ""
        if not option:
            self.detour, self.focus = None, "scene"
            return None
        friction = next(one.friction for one in self.shown.options if one.id == option)
        page = self.detour.page if self.detour and self.detour.option == option else 0
        if page < friction:
            self.detour, self.focus = Detour(option, page + 1, friction), "scene"
            return None
        return Do(Act(do="choose", what=option))
