"""The window has lost the focus: everything stands still until it is touched again."""

from typing import TYPE_CHECKING

from game.language import _
from game.screens.kit.answers import Answer, Input, Key, Order, Pointer
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import DAYLIGHT
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import silent

if TYPE_CHECKING:
    from game.model.view import View

AGAIN = Order("go_on")


class Paused(Screen):
    """A veil and a word. Any key or click answers Order(go_on)."""

    overlay = True
    pauses = True
    hushed = True

    def __init__(self) -> None:
        """Nothing to choose."""
        super().__init__()
        self.focus = "go_on"

    def take(self, _view: "View") -> bool:
        """It stays until somebody is there."""
        return True

    def tree(self, frame: Frame) -> Node:
        """The word, and how it goes away."""
        pal = DAYLIGHT
        wide = 470 * (0.5 + 0.5 * frame.zoom)
        said = column([
            words(frame, _("Paused"), "serif_semibold", 34, pal.ink, wide, "centre", role="heading"),
            words(frame, _("Nothing goes on without you. Any key, or a click."), "sans", 17, pal.ink, wide, "centre"),
        ], gap=4, pad=(36, 22))  # fmt: skip
        box = said.place((WIDTH - said.box.w) / 2, (HEIGHT - said.box.h) / 2).box
        made = Node("button", _("Go on"), key="go_on", answer=AGAIN, children=[silent(column([]))],
                    box=Box(0, 0, WIDTH, HEIGHT), ring=False, palette=pal)  # fmt: skip

        def draw(canvas: Canvas, _node: Node, _mood: Mood) -> None:
            canvas.rect((0, 0, WIDTH, HEIGHT), "#17182F8C")
            canvas.shadow(box, "#17182F66", 8, 4)
            canvas.rect(box, "#FFFFFF", 8)

        return Node("window", _("Paused"), children=[made, said], box=box, draw=draw, palette=pal)

    def on(self, event: Input, _frame: Frame) -> Answer | None:
        """The first touch is for this, and for nothing below it."""
        touched = (isinstance(event, Key) and event.down) or (isinstance(event, Pointer) and event.kind == "down")
        return AGAIN if touched else None
