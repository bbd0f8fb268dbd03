"""A leaf of paper over whatever is shown: a title, some lines, some buttons. The small pages are made of it."""

from collections.abc import Sequence

from game.language import _
from game.screens.kit.answers import Answer, Pop
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, scroller, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import PRINT, Palette
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import button, panel

VEIL = "#17182F66"  # over what lies behind it


def leaf(
    frame: Frame, pal: Palette, parts: Sequence[Node], foot: Sequence[Node], offset: float = 0.0, width: float = 760,
    veil: str = VEIL,
) -> Node:
    """`parts` below each other on a panel in the middle of the screen; what is too tall scrolls, `foot` stays."""
    inner = column(parts, gap=12, pad=(36, 4))
    below = flow(foot, width - 72, gap=12)
    rim = 24.0
    room = HEIGHT - 32 - 3 * rim - below.box.h
    high = min(inner.box.h, room)
    tall = high + below.box.h + 3 * rim
    box = Box((WIDTH - width) / 2, (HEIGHT - tall) / 2, width, tall)
    inner.box = Box(inner.box.x, inner.box.y, width - 8, inner.box.h)
    pane = scroller(inner, "leaf", Box(box.x, box.y + rim, width - 8, high), offset)
    pane.palette = pal
    below.place(box.x + 36, box.bottom - rim - below.box.h)

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        canvas.rect((0, 0, WIDTH, HEIGHT), veil)
        panel(canvas, node.box, pal)

    return Node("window", children=[pane, below], box=box, draw=draw, palette=pal)


def text_width(frame: Frame) -> float:
    """The measure of a leaf: 45 to 75 characters at every text size."""
    return min(1120.0, 620 * (0.45 + 0.55 * frame.zoom))


class Leaf(Screen):
    """A leaf with a title, lines and buttons; Escape puts it away."""

    overlay = True
    pauses = True
    palette = PRINT
    veil = VEIL

    def __init__(self, title: str = "", lines: Sequence[str] = ()) -> None:
        """`title` and `lines` are all there is to read; each is looked up when it is shown."""
        super().__init__()
        self.title = title
        self.lines = tuple(lines)
        self.focus = "close"

    def buttons(self, frame: Frame) -> list[Node]:
        """What stands at the foot."""
        return [button(frame, self.palette, _("Close"), "close", self.close, kind="big", shortcut="escape")]

    def close(self) -> Answer | None:
        """What putting it away answers."""
        return Pop()

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """What stands between title and buttons."""
        return [words(frame, _(line), "sans", 18, self.palette.ink, wide, leading=1.4) for line in self.lines]

    def tree(self, frame: Frame) -> Node:
        """Title, body and buttons."""
        wide = text_width(frame)
        pal = self.palette
        parts = [words(frame, _(self.title), "serif_semibold", 28, pal.ink, wide, role="heading")] if self.title else []
        parts += self.body(frame, wide)
        return leaf(frame, pal, parts, self.buttons(frame), self.scrolls.get("leaf", 0.0), wide + 72, self.veil)
