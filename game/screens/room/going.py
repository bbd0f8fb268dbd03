"""Where a room elsewhere is: its address is typed as it stands on the projector."""

from game.language import N_, _
from game.screens.kit.answers import Answer, Order
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node
from game.screens.kit.widgets import button
from game.screens.writing import Writing

LONGEST = 200  # characters: no address is longer
SAID = (
    N_("Whoever leads a class can hold a room open, in which everybody plays at the same time. Type the address that "
       "stands on the projector; it looks like 192.168.0.5:8080."),
    N_("The room’s computer keeps what you do there. It says what, and until when, before anything is kept."),
)  # fmt: skip


class Going(Writing):
    """Answers Order(join); Escape leads back to one's own plays."""

    def __init__(self) -> None:
        """Nothing is written yet."""
        super().__init__(N_("A class’s room"), SAID)

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """What it is, and where the address is written."""
        paper = self.paper(frame, wide, _("Address"), face="mono_semibold", size=22, high=10)
        return [*super().body(frame, wide), paper]

    def buttons(self, frame: Frame) -> list[Node]:
        """Going there stands first."""
        pal = self.palette
        return [
            button(frame, pal, _("Go there"), "there", self.kept, kind="big"),
            button(frame, pal, _("Go back"), "close", self.close, shortcut="escape"),
        ]

    def cleaned(self, text: str) -> str:
        """No address has a gap."""
        return "".join(one for one in text if one.isprintable() and not one.isspace())[:LONGEST]

    def kept(self) -> Answer | None:
        """Nowhere is no address."""
        return Order("join", {"address": self.draft}) if self.draft else None
