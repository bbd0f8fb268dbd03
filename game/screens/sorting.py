"""Cases sorted into five trays on the kitchen table: one card at a time, back and forth, left at any moment.

It looks the same before the play and after it, or the look would be a difference between the two.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from game.debrief.cases import Tray
from game.language import N_, _, pgettext, told
from game.model.check import Case, Kind
from game.screens.kit.answers import Answer, Input, Key, Pop
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, row, scroller, space, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import DAYLIGHT
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import button, silent
from game.screens.trays import (
    DEEP,
    EDGE,
    GAP,
    INK,
    PAL,
    ROOMY,
    SHALLOW,
    burnt,
    drop,
    odds_and_ends,
    paper,
    pip,
    tray_row,
    wood,
)

SMALLER = (20.0, 18.0, 16.0)  # the size of a case's letters where it would not all be seen above the trays
SLIDE = 0.22  # seconds in which a card goes into its tray
ASKED = N_("What is at work here? A tray may hold several cards, or none.")

Put = Callable[[str, Kind], Answer | None]


class Sorting(Screen):
    """`put` is told each card and its tray at once, so nothing is lost; `done` is what the last button answers."""

    passing = True

    def __init__(
        self, cases: Sequence[Case], trays: Sequence[Tray], lying: Mapping[str, Kind], put: Put,
        done: Callable[[], Answer | None], ends: tuple[str, str],
    ) -> None:  # fmt: skip
        """`lying`: what was sorted before; `ends`: the last page's sentence and its button's label, as N_ has them."""
        super().__init__()
        self.cases, self.trays = tuple(cases), tuple(trays)
        self.lying = {case.id: lying[case.id] for case in cases if case.id in lying}
        self.put, self.done, self.ends = put, done, ends
        self.at = self._next(0)
        self._flew: Kind | None = None
        self._since = SLIDE

    @property
    def moving(self) -> bool:  # type: ignore[override]
        """While a card is on its way."""
        return self._since < SLIDE

    def tick(self, seconds: float) -> Answer | None:
        """Let the card go on."""
        self._since += seconds
        return super().tick(seconds)

    def _next(self, start: int) -> int:
        """The first card from `start` on that lies in no tray, round at the end; past the last if all do."""
        order = [*range(start, len(self.cases)), *range(start)]
        return next((at for at in order if self.cases[at].id not in self.lying), len(self.cases))

    def tree(self, frame: Frame) -> Node:
        """The cards in a row at the head, the card in the middle, the trays at its foot."""
        head = self._head(frame)
        top = head.box.bottom + 14
        if self.at >= len(self.cases):
            middle = self._last(frame).place(0, top)
            middle.shift((WIDTH - middle.box.w) / 2, max(0.0, (HEIGHT - top - middle.box.h) / 2 - 30))
            return self._whole([head, middle])
        card = self._card(frame)
        asked = burnt(frame, _(ASKED), 16)
        top = asked.place((WIDTH - asked.box.w) / 2, top).box.bottom + 10
        room = HEIGHT - EDGE - top - card.box.h - GAP
        trays = self._trays(frame, glossed=True)
        note: list[Node] = []
        if trays.box.h > room:
            trays = self._trays(frame, glossed=False)
            note = [self._note(frame)]
            if trays.box.h + note[0].box.h + 8 > room:
                trays = self._trays(frame, glossed=False, deep=SHALLOW)
        foot = column([trays, *note], gap=8, align="centre")
        foot.place((WIDTH - trays.box.w) / 2, HEIGHT - EDGE - foot.box.h)
        spare = max(0.0, foot.box.y - GAP - top - card.box.h)
        left = foot.box.y - GAP - top
        card = next((made for size in SMALLER if card.box.h > left and (made := self._card(frame, size)).box.h <= left),
                    card)
        if card.box.h > left:  # at twice the size it is read through a window
            card = scroller(card, "card", Box((WIDTH - card.box.w) / 2, top, card.box.w, left),
                            self.scrolls.get("card", 0.0))
        else:
            card.place((WIDTH - card.box.w) / 2, top + spare / 2)
        asked.shift(0, spare / 2)
        return self._whole([head, asked, card, foot])

    def _whole(self, parts: list[Node]) -> Node:
        free = min((part.box.x for part in parts[1:-1]), default=0.0)

        def draw(canvas: Canvas, _node: Node, _mood: Mood) -> None:
            wood(canvas)
            if free > ROOMY:
                odds_and_ends(canvas)

        return Node("window", _("Cases and trays"), children=parts, box=Box(0, 0, WIDTH, HEIGHT), draw=draw,
                    palette=PAL)

    def _head(self, frame: Frame) -> Node:
        """One small card for each case, to go to; the way back, on, and out."""
        pal = PAL
        many = len(self.cases)
        back = button(frame, pal, _("Back"), "back", lambda: self._go(self.at - 1), hint=_("Page up"),
                      shortcut="pageup", size=15)  # fmt: skip
        on = button(frame, pal, pgettext("to the next card", "On"), "forth", lambda: self._go(self.at + 1),
                    hint=_("Page down"), shortcut="pagedown", size=15)  # fmt: skip
        back = back if self.at else space(back.box.w, back.box.h)
        on = on if self.at < many else space(on.box.w, on.box.h)
        pips = row([self._pip(frame, at) for at in range(many)], gap=4)
        out = button(frame, pal, _("Leave it there"), "leave", Pop(), shortcut="escape", size=15)
        left = row([back, pips, on], gap=10)
        high = max(left.box.h, out.box.h)
        left.place(EDGE, EDGE + (high - left.box.h) / 2)
        out.place(WIDTH - EDGE - out.box.w, EDGE + (high - out.box.h) / 2)
        return Node("group", children=[left, out], box=Box(EDGE, EDGE, WIDTH - 2 * EDGE, high))

    def _pip(self, frame: Frame, at: int) -> Node:
        here, lies = at == self.at, self.cases[at].id in self.lying
        size = frame.em(22)
        number = silent(words(frame, str(at + 1), "mono_semibold", 14, INK))
        box = Box(0, 0, size + 6, size + 12)
        number.place((box.w - number.box.w) / 2, (box.h - number.box.h) / 2)
        return Node("button", _("Case {number}").format(number=at + 1), key=f"case.{at}",
                    value=_("sorted") if lies else _("not sorted yet"),
                    selected=here, answer=lambda: self._go(at), children=[number], box=box, palette=PAL,
                    tabstop=False, draw=lambda canvas, node, _mood: pip(canvas, node.box, here=here, lies=lies))

    def _go(self, at: int) -> Answer | None:
        """To a card; past the last of them to the one that still waits, or to the last page."""
        if at >= 0:
            self.at = at if at < len(self.cases) else self._next(0)
            self.focus, self.dirty = "", True
        return None

    def _card(self, frame: Frame, most: float = 22.0) -> Node:
        """The case, on a card of its own."""
        case = self.cases[self.at]
        wide = min(1160.0, 760 * (0.45 + 0.55 * frame.zoom))
        head = _("{at} of {all} · {where}").format(at=self.at + 1, all=len(self.cases), where=told(case.where))
        where = words(frame, head, "condensed", 16, DAYLIGHT.letters, wide - 64)
        size = min(most, 36 / frame.zoom)  # what is large already need not be twice as large
        text = words(frame, told(case.text), "serif", size, INK, wide - 64, leading=1.38, key="case", readable=True)
        return paper(column([where, text], gap=6, pad=(32, 20)))

    def _trays(self, frame: Frame, *, glossed: bool, deep: float = DEEP) -> Node:
        here = self.lying.get(self.cases[self.at].id)
        return tray_row(frame, self.trays, Counter(self.lying.values()), WIDTH - 2 * EDGE, here=here, glossed=glossed,
                        deep=deep, answer=lambda kind: lambda: self._into(kind))  # fmt: skip

    def _note(self, frame: Frame) -> Node:
        """What the tray under the hand means, where there is no room in it."""
        gloss = next((tray.gloss for tray in self.trays if self.focus == f"tray.{tray.kind}"), " ")
        text = burnt(frame, gloss, 14, WIDTH - 2 * EDGE)
        text.box = text.box._replace(h=max(text.box.h, frame.em(14) * 1.3))
        return silent(text)

    def _into(self, kind: Kind) -> Answer | None:
        case = self.cases[self.at]
        self.lying[case.id] = kind
        self._flew, self._since = kind, 0.0
        self.at, self.focus, self.dirty = self._next((self.at + 1) % len(self.cases)), "", True
        return self.put(case.id, kind)

    def _last(self, frame: Frame) -> Node:
        """All are sorted: what now."""
        said, label = (_(text) for text in self.ends)
        wide = min(1000.0, 560 * (0.45 + 0.55 * frame.zoom))
        head = words(frame, _("All sorted"), "serif_semibold", 28, INK, wide, role="heading")
        text = words(frame, said, "sans", 18, INK, wide, leading=1.35)
        acts = [
            button(frame, DAYLIGHT, label, "done", self.done, kind="big"),
            button(frame, DAYLIGHT, _("Look through them again"), "again", lambda: self._go(0)),
        ]
        return paper(column([head, text, flow(acts, wide, gap=12)], gap=12, pad=(32, 24)))

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Numbers put the card into a tray; arrows go from tray to tray; Page keys from card to card."""
        if isinstance(event, Key) and event.down:
            trays = [f"tray.{tray.kind}" for tray in self.trays]
            if event.name in ("left", "right") and self.at < len(self.cases):
                by = 1 if event.name == "right" else -1
                index = trays.index(self.focus) + by if self.focus in trays else (0 if by > 0 else -1)
                self.focus, self.dirty = trays[index % len(trays)], True
                return None
            if event.name == "backspace":
                return self._go(self.at - 1)
            if event.name in ("up", "down") and self._long(frame):
                self._turn(self.tree(frame), 60 if event.name == "down" else -60)
                return None
        return super().on(event, frame)

    def _long(self, frame: Frame) -> bool:
        """Whether the card is read through a window."""
        return any(node.reach for node in self.tree(frame).walk())

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """The table, and a card on its way."""
        super().paint(canvas, frame)
        if self._flew is None or not self.moving or frame.still:
            return
        goal = self.tree(frame).find(f"tray.{self._flew}")
        if goal is not None:
            drop(canvas, goal.box, self._since / SLIDE)

