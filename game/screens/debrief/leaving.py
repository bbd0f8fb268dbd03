"""Leaving the debrief for the first time: keep it here, save it elsewhere, or wipe it. Asked once a play."""

from collections.abc import Callable, Sequence

from game.language import N_, _
from game.screens.debrief.look import PAL
from game.screens.kit.answers import Answer, Order, Pop, Push
from game.screens.kit.frame import Frame
from game.screens.kit.layout import words
from game.screens.kit.node import Node
from game.screens.kit.widgets import button
from game.screens.leaf import Leaf
from game.screens.plays import Ask

WIPE = N_(
    "The record of this play is wiped from this computer: every line, every choice, what you wrote about it, and "
    "these pages with it. Nobody can bring it back."
)
COPIES = N_("The copies that you saved in the folder good-standing go too, unless you keep them.")
WHERE = N_("They go into the folder good-standing in your home folder:")


class Listed(Leaf):
    """A leaf with lines, some of them files."""

    palette = PAL

    def __init__(self, title: str, lines: Sequence[str], files: Sequence[str], last: Sequence[str] = ()) -> None:
        """`lines`, then the `files` in a list, then the `last` lines."""
        super().__init__(title, lines)
        self.files, self.last = tuple(filter(None, files)), tuple(last)

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """Lines and files below each other."""
        pal = self.palette
        items = []
        for one in self.files:
            made = words(frame, f"– {one}", "sans", 16, pal.ink, wide, leading=1.35)
            made.role = "listitem"
            items.append(made)
        last = [words(frame, line, "sans", 16, pal.soft, wide, leading=1.35) for line in self.last]
        return [*super().body(frame, wide), *items, *last]


class Saving(Listed):
    """Exactly what is saved, before it is."""

    passing = True

    def __init__(self, files: Sequence[str], last: Sequence[str], save: Callable[[], Answer]) -> None:
        """`save` makes the order."""
        super().__init__(_("What is saved"), (_(WHERE),), files, last)
        self.save = save
        self.focus = "yes"

    def buttons(self, frame: Frame) -> list[Node]:
        """Saving, and not."""
        return [
            button(frame, self.palette, _("Save them"), "yes", self.save, kind="big"),
            button(frame, self.palette, _("Not now"), "close", self.close, shortcut="escape"),
        ]


class Leaving(Listed):
    """The question at the door. Escape is the same as keeping it: nothing is lost by a key pressed too often."""

    passing = True

    def __init__(
        self, play: str, files: Sequence[str], last: Sequence[str], saving: Callable[[], Saving],
        wiping: Callable[[], Ask],
    ) -> None:  # fmt: skip
        """`saving` and `wiping` make the leaves behind those two."""
        lines = (_("It is yours: keep it here, save it elsewhere, or wipe it. On this computer there is now:"),)
        super().__init__(_("Before you go"), lines, files, last)
        self.play, self.saving, self.wiping = play, saving, wiping

    def buttons(self, frame: Frame) -> list[Node]:
        """The three, and the way back."""
        pal = self.palette
        return [
            button(frame, pal, _("Keep it here"), "close", self.close, kind="big", shortcut="escape"),
            button(frame, pal, _("Save it elsewhere"), "save", lambda: Push(self.saving())),
            button(frame, pal, _("Wipe it"), "wipe", lambda: Push(self.wiping())),
            button(frame, pal, _("Back to the pages"), "back", Pop()),
        ]

    def close(self) -> Answer | None:
        """Kept, and not asked about again."""
        return Order("settled", {"play": self.play})


class Wiping(Ask):
    """Are you sure; and where there are copies, whether they go too."""

    def __init__(self, play: str, *, copies: bool) -> None:
        """`copies`: some were saved."""
        super().__init__(f"{_(WIPE)} {_(COPIES)}" if copies else _(WIPE),
                         _("Wipe it, copies too") if copies else _("Wipe it"),
                         lambda: Order("wipe", {"play": play}))  # fmt: skip
        self.play, self.copies = play, copies

    def buttons(self, frame: Frame) -> list[Node]:
        """As every question, with a third answer."""
        made = super().buttons(frame)
        if self.copies:
            made.append(button(frame, self.palette, _("Wipe it, keep the copies"), "spare",
                               Order("wipe", {"play": self.play, "copies": "stay"})))  # fmt: skip
        return made
