"""Before this: what was just read, once more. It can be opened on every sheet, strip and page, and changes nothing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.language import N_, _, told
from game.screens.kit.answers import Answer, Input, Key, Pop
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Node
from game.screens.leaf import Leaf

if TYPE_CHECKING:
    from game.journal.past import Passed
    from game.model.view import View


class Before(Leaf):
    """The last texts of a play, the latest first. Answers Pop."""

    def __init__(self, passed: "Sequence[Passed]") -> None:
        """`passed` the latest first."""
        super().__init__(N_("Before this"))
        self.passed = tuple(passed)

    def take(self, _view: "View") -> bool:
        """It lies there until it is put away."""
        return True

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """One after the other: when, what was read, what was taken, what came of it."""
        if not self.passed:
            return [words(frame, _("Nothing yet."), "sans", 18, self.palette.soft, wide)]
        return [self._one(frame, wide, number, one) for number, one in enumerate(self.passed)]

    def _one(self, frame: Frame, wide: float, number: int, one: "Passed") -> Node:
        pal = self.palette
        when = _("{weekday}, day {day}, {clock}").format(weekday=told(one.weekday), day=one.day, clock=one.clock)
        parts = [words(frame, when, "condensed", 14, pal.letters, wide, key=f"past.{number}", readable=True)]
        if one.title:
            parts.append(words(frame, told(one.title), "serif_semibold", 19, pal.ink, wide))
        parts += [words(frame, told(line), "serif", 18, pal.ink, wide, leading=1.35) for line in one.lines]
        if one.did:
            did = _("You: {what}").format(what=told(one.did))
            parts.append(words(frame, did, "sans_semibold", 17, pal.ink, wide))
        if one.then:
            parts.append(words(frame, told(one.then), "serif_italic", 18, pal.ink, wide, leading=1.35))
        return column(parts, gap=3, pad=(0, 6))

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Backspace puts it away as it brought it."""
        return Pop() if event == Key("backspace") else super().on(event, frame)
