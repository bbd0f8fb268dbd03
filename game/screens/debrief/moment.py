"""The screen as it was: what was shown, in its order, what was chosen, and what was true behind it."""

from collections.abc import Mapping, Sequence

from game.debrief.cards import Card, price
from game.debrief.nudges import marks
from game.language import N_, _, told
from game.model.record import Option
from game.screens.debrief.ground import picture
from game.screens.debrief.look import BAR, CARD, DARK, GREY, INK, PAL, QUIET, VERMILION, boxed, pip
from game.screens.debrief.panes import Paned
from game.screens.kit.answers import Answer, Pop
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, scroller, space, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.widgets import button, silent

HAND = {
    "walk": N_("You met it on foot, without a sheet"),
    "wait": N_("You met it by waiting, without a sheet"),
    "counter": N_("You met it at the counter, without a sheet"),
    "line": N_("You met it on the line, without a sheet"),
}


class Moment(Paned):
    """One card of several, with the one before and the one after. Escape goes back to the page."""

    def __init__(self, cards: Sequence[Card], at: int = 0, looks: Mapping[str, object] | None = None) -> None:
        """`cards` (at least one) in the order of turning; `at` is where to begin; `looks`: people by id."""
        super().__init__()
        self.looks = looks or {}
        self.cards = tuple(cards)
        self.at = min(max(0, at), len(self.cards) - 1)
        self.bare = False
        self.focus = "close"

    @property
    def card(self) -> Card:
        """The moment that is shown."""
        return self.cards[self.at]

    def turn(self, by: int) -> Answer | None:
        """Go to the moment before (-1) or after (1)."""
        self.at = min(max(0, self.at + by), len(self.cards) - 1)
        self.bare, self.dirty, self.scrolls = False, True, {}
        if not 0 <= self.at + by < len(self.cards):
            self.focus = "close"
        return None

    def strip(self) -> Answer | None:
        """Show the same screen without its push, or with it again."""
        self.bare, self.dirty = not self.bare, True
        return None

    def tree(self, frame: Frame) -> Node:
        """The bar above; the picture; what was true behind it."""
        bar = self._bar(frame)
        room = Box(0, bar.box.h, WIDTH, HEIGHT - bar.box.h)
        body = self._beside(frame) if frame.zoom < 1.2 else self._below(frame)
        pane = scroller(body, "moment", room, self.scrolls.get("moment", 0.0))
        pane.palette = QUIET

        def draw(canvas: Canvas, _node: Node, _mood: Mood) -> None:
            canvas.rect((0, 0, WIDTH, HEIGHT), CARD)

        return Node("window", _("The screen as it was"), children=[bar, pane], box=Box(0, 0, WIDTH, HEIGHT), draw=draw)

    def _bar(self, frame: Frame) -> Node:
        one = self.card
        when = " · ".join(filter(None, (_("Day {n}").format(n=one.day), one.clock, one.when)))
        where = _("{when}  ({n} of {all})").format(when=when, n=self.at + 1, all=len(self.cards))
        acts = [
            self._way(frame, _("← Before"), "before", -1, shortcut="left"),
            self._way(frame, _("After →"), "after", 1, shortcut="right"),
            button(frame, DARK, _("Close"), "close", Pop(), shortcut="escape", size=16),
        ]
        keys = row(acts, gap=12)
        room = WIDTH - 56 - keys.box.w - 20
        title = words(frame, _("The screen as it was").upper(), "condensed", 18, PAL.on_strong, room, role="heading")
        place = words(frame, where, "mono", 15, PAL.mark, room)
        said = column([title, place], gap=2)
        high = max(keys.box.h, said.box.h) + 20
        said.place(28, (high - said.box.h) / 2)
        keys.place(WIDTH - 28 - keys.box.w, (high - keys.box.h) / 2)

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect(node.box, BAR)

        return Node("group", children=[said, keys], box=Box(0, 0, WIDTH, high), draw=draw)

    def _way(self, frame: Frame, label: str, key: str, by: int, *, shortcut: str) -> Node:
        """The button to the neighbour; an empty place where there is none."""
        made = button(frame, DARK, label, key, lambda: self.turn(by), shortcut=shortcut, size=16)
        return made if 0 <= self.at + by < len(self.cards) else space(made.box.w, made.box.h)

    def _beside(self, frame: Frame) -> Node:
        left = 800.0
        above = column([self._picture(frame, left), self._did(frame, left)], gap=16)
        return row([above, space(32, 0), self._truth(frame, WIDTH - 40 - 28 - 32 - left)], pad=(34, 20), align="top")

    def _below(self, frame: Frame) -> Node:
        wide = WIDTH - 80.0
        parts = [self._did(frame, wide), self._picture(frame, wide), self._truth(frame, wide)]
        return column(parts, gap=18, pad=(34, 20))

    def _picture(self, frame: Frame, width: float) -> Node:
        one = self.card
        shown = one.without if self.bare and one.without else one.screen
        if shown is None:
            text = _("This record does not hold the screen of this moment.")
            return boxed(column([words(frame, text, "sans", 17, GREY, width - 40)], pad=20), "#FFFFFF", width)
        return picture(frame, shown, "" if self.bare else one.chosen, width, self.looks)

    def _did(self, frame: Frame, width: float) -> Node:
        one = self.card
        mark = space(frame.em(30), frame.em(28))
        mark.draw = lambda canvas, node, _mood: pip(canvas, node.box.centre, frame.em(10), kept=one.kept)
        did = words(frame, one.did, "serif_semibold", 24, INK, width - frame.em(40))
        head = words(frame, _("What you did"), "condensed", 15, VERMILION, role="heading")
        side = {True: _("as the board asks"), False: _("otherwise"),
                None: _("a moment that is not compared")}[one.kept]  # fmt: skip
        parts: list[Node] = [head, row([mark, did], gap=8), words(frame, side, "sans", 15, GREY, width)]
        shown = one.screen
        if shown is not None and shown.mode in HAND:
            met = _("{met}; what there was to do is listed here in the order in which it stood, the nearest first.")
            met = met.format(met=_(HAND[shown.mode]))
            parts.append(words(frame, met, "sans", 15, GREY, min(width, frame.em(620))))
        return column(parts, gap=4)

    def _truth(self, frame: Frame, width: float) -> Node:
        one = self.card
        room = width - 40
        over = _("What was true behind it").upper()
        parts: list[Node] = [words(frame, over, "condensed", 15, VERMILION, role="heading")]
        first, rest = one.truths[:1], one.truths[1:]
        parts += [words(frame, line, "serif_semibold", 19, INK, room) for line in first]
        parts += [words(frame, line, "sans", 16, INK, room) for line in rest]
        if not one.truths:
            parts.append(words(frame, _("Nothing was hidden here."), "sans", 16, INK, room))
        if one.without is not None:
            label = _("With the push again") if self.bare else _("The same without the push")
            parts.append(button(frame, PAL, label, "bare", self.strip, shortcut="t", size=15))
        parts.append(words(frame, _("What stood there, in its order"), "sans_semibold", 15, INK, role="heading"))
        parts += [_option(frame, option, room, taken=option.id == one.chosen) for option in one.options]
        return boxed(column(parts, gap=8, pad=(20, 18)), "#FFFFFF", width, shadow=True)


def _option(frame: Frame, option: Option, width: float, *, taken: bool) -> Node:
    """An option in words: what it said, what it cost, how it was put forward."""
    room = width - 26
    text = told(option.text)
    parts = [words(frame, text, "sans_semibold" if taken else "sans", 16, INK, room)]
    cost = price(option)
    if cost:
        parts.append(words(frame, cost, "mono", 14, GREY, room))
    note = ", ".join(marks(option, option.id if taken else ""))
    if note:
        parts.append(words(frame, note, "condensed", 14, VERMILION, room))
    made = column(parts, gap=1, pad=(14, 6))
    spoken = Node("listitem", ". ".join(filter(None, (text, cost, note))), children=[silent(made)], box=made.box)
    return boxed(spoken, CARD, width, bar=INK if taken else "")
