"""Where phones vote: a code to scan and the address to type, as large as the screen allows."""

from typing import Protocol

from game.language import _, ngettext
from game.screens.kit.answers import Answer, Input, Key, Pop
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.code import code
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import DEBRIEF
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import button
from game.screens.project.stop import larger

CALLS = "f7"  # shows it, and puts it away
CODE = 590.0
LEFT, WIDE = 60.0, 550.0
SIZES = (46, 40, 34, 28, 23, 19)  # of the address; the first at which it stands on one line


class Address(Protocol):
    """Where phones find the vote, and how many have."""

    address: str
    others: tuple[str, ...]
    picture: tuple[tuple[bool, ...], ...]

    def heard(self) -> tuple[int, int]: ...


class Joining(Screen):
    """Enter goes on; it can be shown again at any time."""

    overlay = True
    pauses = True
    covers = True
    timeless = True
    hushed = True

    def __init__(self, phones: Address) -> None:
        """`phones` are looked at while the page is shown."""
        super().__init__()
        self.phones = phones
        self.here = phones.heard()[1]
        self.focus = "on"

    def take(self, _view: object) -> bool:
        """It stays until it is passed."""
        return True

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """What showed it puts it away, too."""
        if isinstance(event, Key) and event.down and event.name in ("escape", CALLS):
            return Pop()
        return super().on(event, frame)

    def tick(self, seconds: float) -> Answer | None:
        """Somebody may have come."""
        if (here := self.phones.heard()[1]) != self.here:
            self.here, self.dirty = here, True
        return super().tick(seconds)

    def tree(self, frame: Frame) -> Node:
        """What to do at the left, the code at the right."""
        pal, flat = DEBRIEF, larger(frame)
        on = button(flat, pal, _("Go on"), "on", Pop(), kind="big", size=20)
        on.place(LEFT, HEIGHT - 36 - on.box.h)
        size = next((size for size in SIZES if flat.measure(self.phones.address, "sans_semibold", size)[0] <= WIDE),
                    SIZES[-1])  # fmt: skip
        here = ngettext("{count} phone is here.", "{count} phones are here.", self.here).format(count=self.here)
        parts = [
            words(flat, _("Vote with a phone"), "serif_semibold", 44, pal.ink, WIDE, role="heading"),
            words(flat, _("Scan, or type:"), "sans", 28, pal.ink, WIDE),
            words(flat, self.phones.address, "sans_semibold", size, pal.letters, WIDE, key="address"),
            words(flat, _("Then tap a letter whenever there is something to choose. No name, no account; the sums are "
                          "shown once a vote is closed. Nobody has to vote, and a hand counts as well."),
                  "sans", 23, pal.ink, WIDE, leading=1.35),
            words(flat, here, "sans_semibold", 28, pal.ink, WIDE, key="here"),
        ]  # fmt: skip
        if self.phones.others:
            other = _("If that does not open: {addresses}").format(addresses="  ".join(self.phones.others[:2]))
            parts.append(words(flat, other, "sans", 18, pal.soft, WIDE))
        inner = column(parts, gap=20)
        inner.place(LEFT, max(36.0, (on.box.y - inner.box.h) / 2))
        picture = code(self.phones.picture, _("A code to scan; it holds the address beside it."), CODE)
        picture.place(WIDTH - 46 - CODE, (HEIGHT - CODE) / 2)

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect(node.box, pal.paper)
            canvas.rect(Box(0, 0, WIDTH, 8), pal.accent)

        return Node("window", _("Vote with a phone"), children=[inner, picture, on], box=Box(0, 0, WIDTH, HEIGHT),
                    draw=draw, palette=pal)  # fmt: skip

