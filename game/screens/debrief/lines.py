"""A long list, opened: every line that was kept."""

from game.debrief.charts import Table
from game.language import _
from game.screens.debrief.look import CARD, INK, PAL, QUIET
from game.screens.debrief.tables import table
from game.screens.kit.answers import Answer, Input, Key, Pop
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import row, scroller, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import button

LINE, LEAF = 60.0, 520.0


class Lines(Screen):
    """A table that scrolls. Arrows go by a few lines, Page keys by a screen, Home and End to the ends."""

    def __init__(self, what: Table) -> None:
        super().__init__()
        self.what = what
        self.focus = "close"
        self._made: tuple[tuple[object, ...], Node] | None = None

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Scrolling first, the rest as on every screen."""
        by = {"down": LINE, "up": -LINE, "pagedown": LEAF, "pageup": -LEAF, "space": LEAF, "home": -1e9, "end": 1e9}
        if isinstance(event, Key) and event.down and event.name in by:
            pane = self.tree(frame).find("lines")
            if pane is not None:
                self.scrolls["lines"] = min(max(0.0, pane.offset + by[event.name]), pane.reach)
                self.dirty = True
            return None
        return super().on(event, frame)

    def tree(self, frame: Frame) -> Node:
        """The way back, then the table."""
        close = button(frame, PAL, _("Close"), "close", Pop(), shortcut="escape", size=16)
        title = words(frame, self.what.caption, "serif_medium", 28, INK, role="heading")
        head = row([close, title], gap=24).place(40, 18)
        top = head.box.bottom + 14
        key = (frame.size, frame.zoom)
        if self._made is None or self._made[0] != key:
            self._made = (key, table(frame, Table("", self.what.head, self.what.rows), WIDTH - 96))
        pane = scroller(self._made[1], "lines", Box(40, top, WIDTH - 80, HEIGHT - top - 12),
                        self.scrolls.get("lines", 0.0))  # fmt: skip
        pane.palette = QUIET

        def draw(canvas: Canvas, _node: Node, _mood: Mood) -> None:
            canvas.rect((0, 0, WIDTH, HEIGHT), CARD)

        return Node("window", self.what.caption, children=[head, pane], box=Box(0, 0, WIDTH, HEIGHT), draw=draw)
