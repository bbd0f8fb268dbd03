"""The first start: three questions on a small card over the street, put once. Whoever walks on has answered.

Why these three: they cannot be guessed, and all else waits. What is too small cannot be read, the settings included;
sound may begin in a room where it must not; and the first choice of the game, half a minute away, is a red light that
takes real seconds, which is kept in the record of the play from its first line on.
"""

from game.language import _
from game.screens.above import Above
from game.screens.kit.answers import Answer, Input, Key, Pop
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, scroller, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import DAYLIGHT
from game.screens.kit.widgets import button, edge
from game.screens.leaf import Leaf
from game.screens.preferences import Pick, setting_row, text_sizes
from game.screens.saved import Settings

EDGE, RIM = 20.0, 18.0


class First(Above, Leaf):
    """Its choices show at once, on itself and on the street. →, a click beside it or Escape puts it away for good."""

    palette = DAYLIGHT
    pauses = False
    own = ("tab", "backtab", "up", "down", "pageup", "pagedown", "escape")

    def __init__(self, settings: Settings) -> None:
        """`settings` as they are now."""
        super().__init__(_("Three things, once"))
        self.settings = settings
        self.focus = ""

    def settle(self, settings: Settings) -> None:
        """One of them has been chosen."""
        self.settings, self.dirty = settings, True

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """How large, how loud, how fast."""
        now = self.settings
        return [
            setting_row(frame, self, wide, _("Text"), "", text_sizes(now)),
            setting_row(frame, self, wide, _("Sound"), "", [
                Pick(_("On"), "sound", {"muted": False}, not now.muted),
                Pick(_("Off"), "mute", {"muted": True}, now.muted),
            ]),
            setting_row(frame, self, wide, _("A red light takes"), "", [
                Pick(_("Its real seconds"), "timed", {"untimed": False}, not now.untimed),
                Pick(_("No time of mine"), "untimed", {"untimed": True}, now.untimed),
            ]),
            words(frame, _("This and more is in the settings, at any time."), "sans", 15, self.palette.soft, wide),
        ]

    def tree(self, frame: Frame) -> Node:
        """At the right, over the houses: the name, you and the arrow stay in sight."""
        pal = self.palette
        wide = min(WIDTH - 2 * EDGE - 2 * RIM - 8, 500 * (0.3 + 0.7 * frame.zoom))
        title = words(frame, self.title, "serif_semibold", 22, pal.ink, wide, role="heading")
        inner = column([title, *self.body(frame, wide)], gap=10, pad=(RIM, 4))
        inner.box = inner.box._replace(w=wide + 2 * RIM)
        out = button(frame, pal, _("And out"), "close", Pop(), kind="big", shortcut="escape", width=wide)
        high = min(inner.box.h, HEIGHT - 2 * EDGE - 3 * RIM - out.box.h)
        tall = high + out.box.h + 3 * RIM
        box = Box(WIDTH - EDGE - wide - 2 * RIM, max(EDGE, (HEIGHT - tall) * 0.4), wide + 2 * RIM, tall)
        pane = scroller(inner, "leaf", Box(box.x, box.y + RIM, box.w, high), self.scrolls.get("leaf", 0.0))
        pane.palette = pal
        out.place(box.x + RIM, box.bottom - RIM - out.box.h)

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.shadow(node.box, "#2B344066", 10, 4)
            canvas.rect(node.box, pal.paper, 10)
            edge(canvas, node.box, pal, 10)

        return Node("window", self.title, children=[pane, out], box=box, draw=draw, palette=pal)

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """As every leaf; Escape is its own."""
        if event == Key("escape"):
            return Pop()
        return super().on(event, frame)
