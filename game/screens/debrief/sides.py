"""A pushed moment twice, side by side: the screen as it was, and the same screen with its push off."""

from collections.abc import Mapping, Sequence

from game.debrief.cards import Card, price
from game.debrief.nudges import marks, taken_away
from game.language import _, told
from game.model.record import Option, Shown
from game.screens.debrief.ground import fitting, picture
from game.screens.debrief.look import CARD, GREY, INK, PAPER, VERMILION, boxed, paragraphs
from game.screens.debrief.moment import Moment
from game.screens.kit.canvas import WIDTH
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, space, words
from game.screens.kit.node import Node
from game.screens.kit.widgets import silent

GAP = 28.0


class Sides(Moment):
    """The moments of a page that is about pushes. One without a push stands alone, as everywhere."""

    def _beside(self, frame: Frame) -> Node:
        return self._twice(frame) or super()._beside(frame)

    def _below(self, frame: Frame) -> Node:
        return self._twice(frame) or super()._below(frame)

    def _twice(self, frame: Frame) -> Node | None:
        """Both screens, what differs in a few sentences, both lists. None where nothing pushed."""
        one = self.card
        if one.screen is None or one.without is None:
            return None
        wide = WIDTH - 80.0
        each = (wide - GAP) / 2
        size = min(fitting(frame, shown, one.chosen, each) for shown in (one.screen, one.without))
        pictures = row([self._side(frame, _("As it was"), one.screen, each, size), space(GAP, 0),
                        self._side(frame, _("With the push off"), one.without, each, size)], align="top")  # fmt: skip
        lists = row([self._options(frame, one.screen, each), space(GAP, 0),
                     self._options(frame, one.without, each)], align="top")  # fmt: skip
        differs = boxed(self._told(frame, wide - 40), PAPER, wide)
        return column([pictures, differs, lists], gap=16, pad=(34, 18))

    def _side(self, frame: Frame, title: str, shown: Shown, width: float, size: float) -> Node:
        """One of the two; both are drawn at the same size of text, or that would be a push as well."""
        head = words(frame, title, "serif_semibold", 20, INK, width, role="heading")
        drawn = picture(frame, shown, self.card.chosen, width, self.looks, size)
        drawn.label = title
        return column([head, drawn], gap=8)

    def _told(self, frame: Frame, room: float) -> Node:
        """What the push did, and what was true behind it: beside each other where that can be read."""
        one, beside = self.card, frame.zoom < 1.2
        each = (room - GAP) / 2 if beside else room
        parts = [
            column([words(frame, title, "condensed", 15, VERMILION, each, role="heading"),
                    paragraphs(frame, [" ".join(lines)], 16, INK, each)], gap=4)
            for title, lines in ((_("What the push did to the screen"), taken_away(one)),
                                 (_("What was true behind it"), one.truths)) if lines
        ]  # fmt: skip
        spread = row([parts[0], space(GAP, 0), *parts[1:]], align="top") if beside else column(parts, gap=12)
        return column([spread], pad=(20, 12))

    def _options(self, frame: Frame, shown: Shown, width: float) -> Node:
        """What stood there in words, in its order: small pictures are not for everybody."""
        made: list[Node] = [_line(frame, at, one, self.card.chosen, width) for at, one in enumerate(shown.options, 1)]
        if shown.aside:
            made.insert(0, words(frame, told(shown.aside), "serif_italic", 16, GREY, width))
        listing = column(made, gap=6)
        listing.role = "list"
        return listing


def _line(frame: Frame, at: int, option: Option, chosen: str, width: float) -> Node:
    taken = option.id == chosen
    room, text = width - 30, told(option.text)
    notes, cost = ", ".join(marks(option, chosen)), price(option)
    parts = [words(frame, f"{at}. {text}", "sans_semibold" if taken else "sans", 16, INK, room)]
    if cost:
        parts.append(words(frame, cost, "mono", 14, GREY, room))
    if notes:
        parts.append(words(frame, notes, "condensed", 15, VERMILION, room))
    made = column(parts, gap=1, pad=(16, 7))
    said = ". ".join(filter(None, (text, cost, notes)))
    spoken = Node("listitem", said, children=[silent(made)], box=made.box)
    return boxed(spoken, CARD if taken else PAPER, width, bar=INK if taken else "")


def moments(
    cards: Sequence[Card], n: int, looks: Mapping[str, object], *, twice: bool = False
) -> Moment | None:
    """The screen that begins with the moment of line `n` among `cards`; None if it is not one of them.

    With `twice`, a pushed moment stands beside itself without the push.
    """
    at = next((index for index, one in enumerate(cards) if one.n == n), None)
    return None if at is None else (Sides if twice else Moment)(cards, at, looks)
