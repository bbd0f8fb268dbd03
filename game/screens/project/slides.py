"""The debrief of a room: one finding at a time, its headline large, its picture below."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.debrief.charts import Bars, Chart, Lanes
from game.debrief.names import FINDINGS, VERDICTS
from game.debrief.page import Page
from game.debrief.pages import debrief
from game.language import N_, _
from game.model.content import Pack
from game.model.record import Record
from game.model.vote import Votes
from game.screens.debrief.charts import chart, titled
from game.screens.debrief.look import GREY, INK, PAL, chip
from game.screens.kit.answers import Answer, Input, Key, Order
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, words
from game.screens.kit.node import Mood, Node, render
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import button
from game.screens.project.stop import larger

WIDE = 1160.0
HEADS = (44, 38, 33, 29, 26)  # sizes of a headline; the first that leaves room for the rest
BODY, SMALL = 30.0, 25.0
PICTURES = (2.4, 2.1, 1.8, 1.55, 1.3, 1.15, 1.0, 0.85)  # how much larger than on its page a picture is, likewise
MANY = 8  # bars on one slide
HOLDS = ("sorting_gap",)  # what is true of whoever chose: the rules were run again
OF_ROOM = N_("Counted from what most votes chose: the room’s, and no person’s.")
RULES = N_("The rules, run again: this holds whoever chose.")
FEET = {"first": OF_ROOM, "watch": OF_ROOM, "norm": OF_ROOM, "twin": RULES}
"""By page; looked up where it is shown."""


@dataclass(frozen=True)
class Slide:
    """What is seen at once."""

    kicker: str
    headline: str
    line: str = ""
    verdict: str = ""
    picture: Chart | None = None
    foot: str = ""
    asks: bool = False


def slides(pages: Sequence[Page], *, ask: bool = True) -> tuple[Slide, ...]:
    """The slides of these pages: each headline with its picture, its findings, and what it asks, if no plan does."""
    made: list[Slide] = []
    for page in pages:
        foot = FEET.get(page.id, "")
        foot = page.cannot[0] if page.id == "room" and page.cannot else _(foot) if foot else ""
        first = page.lead[0] if page.lead else ""
        made.append(Slide(page.title, page.headline, first, picture=_picture(page),
                          foot=foot))  # fmt: skip
        if page.id == "room":
            made += [Slide(page.title, line, foot=foot) for line in page.lead[1:]]
            every = (part for one in page.charts[1:] for part in parts(one))
            made += [Slide(page.title, one.title, picture=one, foot=foot) for one in every]
        for one in page.findings:
            holds = _(RULES) if one.id in HOLDS else _(OF_ROOM)
            made.append(Slide(_(FINDINGS[one.id]), one.statement, one.caveat, _(VERDICTS[one.verdict]), foot=holds))
        if ask or page.id == "room":
            made += [Slide(page.title, one, asks=True) for one in page.ask[:1]]
    return tuple(made)


def parts(one: Chart) -> tuple[Chart, ...]:
    """A picture of many bars as several, so that each can be read from the last row; pairs stay together."""
    if not isinstance(one, Bars) or len(one.bars) <= MANY:
        return (one,)
    return tuple(replace(one, bars=one.bars[at : at + MANY]) for at in range(0, len(one.bars), MANY))


FIRST = ("first", "room", "watch", "norm", "twin", "liked")


def room_slides(record: Record, pack: Pack, votes: Votes | None, wanted: Sequence[str]) -> tuple[Slide, ...]:
    """The slides of the debrief of a play, for these pages; without any, for those that a room talks about."""
    there = {page.id: page for page in debrief(record, pack, votes).pages}
    return slides([there[one] for one in wanted or FIRST if one in there], ask=not wanted)


def _picture(page: Page) -> Chart | None:
    """The first picture; two lives side by side need their own page, which stands behind "Everything"."""
    return next((one for one in page.charts[:1] if not isinstance(one, Lanes)), None)


class Slides(Screen):
    """Right and Enter go on, left goes back, Escape and "Everything" open the whole debrief.

    Answers Order("go_on_plan") after the last, Order("debrief") with `whole`.
    """

    hushed = True
    overlay = False
    of_plan = True

    def __init__(self, made: Sequence[Slide]) -> None:
        """`made` must not be empty."""
        super().__init__()
        self.slides = tuple(made)
        self.at = 0
        self.focus = "on"

    def take(self, _view: object) -> bool:
        """It stays."""
        return True

    @property
    def slide(self) -> Slide:
        """What is seen now."""
        return self.slides[self.at]

    def go(self, by: int) -> Answer | None:
        """To another slide; past the last, on in the plan."""
        self.dirty, self.focus, self.age = True, "on", 0.0
        if self.at + by >= len(self.slides):
            return Order("go_on_plan")
        self.at = max(0, self.at + by)
        return None

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Arrows turn slides; the rest as on every screen."""
        if isinstance(event, Key) and event.down:
            if event.name in ("right", "pagedown", "space"):
                return self.go(1)
            if event.name in ("left", "pageup", "backspace"):
                return self.go(-1)
            if event.name == "escape":
                return Order("debrief", {"whole": True})
        return super().on(event, frame)

    def tree(self, frame: Frame) -> Node:
        """The headline, what is below it, and the ways on."""
        flat, one = larger(frame), self.slide
        on = button(flat, PAL, _("Go on"), "on", lambda: self.go(1), kind="big", size=20)
        on.place(WIDTH - 60 - on.box.w, HEIGHT - 28 - on.box.h)
        whole = button(flat, PAL, _("Everything"), "whole", Order("debrief", {"whole": True}), size=18)
        whole.place(on.box.x - 14 - whole.box.w, on.box.y + (on.box.h - whole.box.h) / 2)
        ways = [whole, on]
        if self.at:
            back = button(flat, PAL, _("Back"), "back", lambda: self.go(-1), size=18)
            ways.insert(0, back.place(whole.box.x - 14 - back.box.w, whole.box.y))
        far = words(flat, _("{at} of {all}").format(at=self.at + 1, all=len(self.slides)), "sans", 20, GREY)
        far.place(ways[0].box.x - 24 - far.box.w, on.box.y + (on.box.h - far.box.h) / 2)
        foot = words(flat, one.foot, "sans_italic", 20, GREY, far.box.x - 100)
        foot.place(60, HEIGHT - 28 - max(foot.box.h, (on.box.h + foot.box.h) / 2))
        body = self._fitting(flat, min(on.box.y, foot.box.y) - 28 - 34)
        body.place(60, 34 if one.picture else max(34.0, (on.box.y - body.box.h) / 2 - 20))

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect(node.box, PAL.paper)
            canvas.rect(Box(0, 0, WIDTH, 8), PAL.accent)

        return Node("window", one.kicker, children=[body, foot, far, *ways], box=Box(0, 0, WIDTH, HEIGHT),
                    draw=draw, palette=PAL)  # fmt: skip

    def _fitting(self, frame: Frame, room: float) -> Node:
        """All of it, as large as the screen allows; a picture that finds no room is left for the whole debrief."""
        pictures = (*PICTURES, 0.0) if self.slide.picture else (0.0,)
        made = Node("group")
        for picture in pictures:
            for size in HEADS if not picture else HEADS[:3]:
                made = self._parts(frame, size, picture)
                if made.box.h <= room:
                    return made
        return made

    def _parts(self, frame: Frame, size: float, picture: float) -> Node:
        one = self.slide
        face = "serif_semibold" if one.asks else "serif_medium"
        head: list[Node] = [words(frame, one.kicker, "condensed", 22, PAL.letters)]
        if one.verdict:
            head.append(chip(replace(frame, zoom=1.4), one.verdict))
        parts: list[Node] = [row(head, gap=20)]
        parts.append(words(frame, one.headline, face, size, INK, WIDE, role="heading", leading=1.22))
        if one.line:
            body, ink = (SMALL, GREY) if one.verdict else (min(BODY, size), INK)
            parts.append(words(frame, one.line, "sans", body, ink, WIDE))
        if one.picture and picture:
            near = replace(frame, size=(round(frame.size[0] * picture), round(frame.size[1] * picture)))
            still = chart(near, one.picture, WIDE / picture, lambda _n: None, lambda: 1.0)
            if one.picture.title != one.headline:
                still = titled(near, one.picture, still, WIDE / picture)
            parts.append(magnified(still, one.picture.says, picture))
        return column(parts, gap=16)


def magnified(node: Node, says: str, by: float) -> Node:
    """A picture so much larger, with its words for a voice; nothing in it can be pressed."""

    def draw(canvas: Canvas, me: Node, _mood: Mood) -> None:
        still = node.place(me.box.x / by, me.box.y / by)
        render(canvas.like(canvas.surface, canvas.scale * by), still)

    return Node("image", says, box=Box(0, 0, node.box.w * by, node.box.h * by), draw=draw)
