"""What lies beneath the cards of a room: the street at dawn with its name, and nothing to begin by oneself."""

from collections.abc import Sequence

from game.language import _
from game.screens.captions import PLACES, free
from game.screens.first import First
from game.screens.kit.answers import Answer
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node, render
from game.screens.kit.palette import DAYLIGHT
from game.screens.kit.screen import Screen
from game.screens.saved import Settings
from game.screens.title import DARK, Title

EDGE = 14.0


class Porch(Title):
    """The title without its hint and its edge: what begins here begins for a whole room."""

    def tree(self, frame: Frame) -> Node:
        """The name alone."""
        name = words(frame, _("Good Standing"), "serif_bold", 74 / frame.zoom, DAYLIGHT.ink, leading=1.15,
                     role="heading")  # fmt: skip
        line = words(frame, _("a street, some rules, and you"), "serif_italic", 20 / frame.zoom ** 0.7, DARK)
        name.place(58, 14)
        line.place(62, name.box.bottom - 2)
        return Node("window", _("Good Standing"), children=[name, line], box=Box(0, 0, WIDTH, HEIGHT), palette=DAYLIGHT)

    def walk(self) -> Answer | None:
        """Nobody sets off alone."""
        return None

    def _rise(self, _frame: Frame) -> float:
        return 0.0


class Two(First):
    """The questions of the first start that matter in a room: nobody's waiting takes seconds there."""

    def __init__(self, settings: Settings) -> None:
        """`settings` as they are now."""
        super().__init__(settings)
        self.title = _("Two things, once")

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """How large, how loud."""
        text, sound, _red_light, more = super().body(frame, wide)
        return [text, sound, more]


class Slip(Screen):
    """A line where nothing else is written, while the room cannot be reached. It is heard as well, and takes no key."""

    def __init__(self) -> None:
        """Nothing to say."""
        super().__init__()
        self.line = ""
        self.dirty = False

    def say(self, line: str) -> None:
        """Say this from now on; "" is nothing."""
        self.dirty = self.dirty or line != self.line
        self.line = line

    def tree(self, frame: Frame) -> Node:
        """The line on its slip of paper."""
        text = words(frame, self.line, "sans", 14, "#FFFFFF")
        inner = column([text], pad=(10, 4))

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect(node.box, "#17182FE6", 4)

        inner.draw = draw
        return Node("alert", children=[inner], key="slip", box=inner.box)

    def draw_on(self, canvas: Canvas, seen: Sequence[Screen], frame: Frame) -> None:
        """At the first free place of the edge; where none is free, over the middle of the lower edge."""
        self.dirty = False
        if not self.line:
            return
        inner = self.tree(frame).children[0]
        found = free(inner, seen, frame, PLACES)
        if found is None:
            inner.place((WIDTH - inner.box.w) / 2, HEIGHT - EDGE - inner.box.h)
        render(canvas, inner)
