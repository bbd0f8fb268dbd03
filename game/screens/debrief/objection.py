"""Arguing against a reading: the small button under a finding, and the leaf on which one writes why."""

from collections.abc import Callable

from game.language import N_, _
from game.model.finding import Finding
from game.model.said import LONGEST, Said, plain
from game.screens.debrief.look import GREY, INK, PAL, SAND, VERMILION, boxed, seen
from game.screens.kit.answers import Answer, Pop
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, words
from game.screens.kit.node import Node, Press
from game.screens.kit.widgets import button
from game.screens.writing import Writing

TITLE = N_("This is wrong about me")
HOW = N_(
    "Say why, if you like. It is kept beside the record on this computer, stands under the finding here and in print, "
    "and changes no figure."
)


def under(
    frame: Frame, finding: Finding, said: Said, width: float, write: Callable[[str], Press],
    take_back: Callable[[str], Press],
) -> Node:  # fmt: skip
    """What stands under a finding: the button, or the objection with what can be done about it."""
    key = f"object.{finding.id}"
    if finding.id not in said.objections:
        return button(frame, PAL, _(TITLE), key, write(finding.id), kind="link", size=15)
    why = said.objections[finding.id]
    text = _("You object: {why}").format(why=why) if why else _("You object, and give no reason.")
    acts = [
        button(frame, PAL, _("Change it"), key, write(finding.id), kind="link", size=15),
        button(frame, PAL, _("Take it back"), f"withdraw.{finding.id}", take_back(finding.id), kind="link", size=15),
    ]
    room = width - 32
    told = seen(words(frame, text, "serif", 17, INK, room, leading=1.3))
    return boxed(column([told, flow(acts, room, gap=12, gap_y=0)], gap=2, pad=(16, 8)), SAND, width, bar=VERMILION)


class Objecting(Writing):
    """The leaf on which one writes why."""

    palette = PAL

    def __init__(self, finding: Finding, said: Said, wrote: Callable[[str | None], Answer | None]) -> None:
        """`wrote` is told the words, or None if the objection is taken back, and makes the answer."""
        super().__init__(_(TITLE), draft=said.objections.get(finding.id, ""))
        self.finding, self.wrote = finding, wrote
        self.before = finding.id in said.objections

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """The claim, what becomes of the words, and the paper."""
        return [
            words(frame, self.finding.statement, "serif", 17, INK, wide, leading=1.35),
            words(frame, _(HOW), "sans", 15, GREY, wide, leading=1.35),
            self.paper(frame, wide, _("Why it is wrong"), face="serif", size=19, lines=3),
            words(frame, _("{n} of {most} characters").format(n=len(self.draft), most=LONGEST), "sans", 14, GREY, wide,
                  news="quiet"),
        ]

    def buttons(self, frame: Frame) -> list[Node]:
        """Keeping it stands first."""
        pal = self.palette
        made = [
            button(frame, pal, _("Keep it"), "keep", self.kept, kind="big"),
            button(frame, pal, _("Leave it as it was"), "close", self.close, shortcut="escape"),
        ]
        if self.before:
            made.append(button(frame, pal, _("Take it back"), "withdraw", lambda: self.wrote(None)))
        return made

    def cleaned(self, text: str) -> str:
        """As it would be kept, spaces aside."""
        return plain(text)

    def kept(self) -> Answer | None:
        """An empty paper is an objection without a reason."""
        return self.wrote(self.draft)

    def close(self) -> Answer | None:
        """Nothing has been said."""
        return Pop()
