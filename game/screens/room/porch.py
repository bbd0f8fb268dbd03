"""What lies beneath the cards of a room: the street at dawn with its name, and nothing to begin by oneself."""

from collections.abc import Sequence
from dataclasses import replace

from game.language import _
from game.screens.captions import free
from game.screens.first import First
from game.screens.hints import PLACES as OTHERS
from game.screens.kit.answers import Answer
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node, render
from game.screens.kit.palette import DAYLIGHT
from game.screens.kit.screen import Screen
from game.screens.saved import Settings
from game.screens.title import DARK, Title

PLACES = ((0.5, 648.0), (1.0, 648.0), (0.0, 648.0), *OTHERS)
"""Where the slip may lie (side, lower edge), the best first: in a row in which captions seldom stand."""


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
        """At the first free place, in smaller letters if it must be; where there is none, the menu says it."""
        self.dirty = False
        if not self.line:
            return
        for zoom in dict.fromkeys((frame.zoom, min(frame.zoom, 1.0))):
            found = free(self.tree(replace(frame, zoom=zoom)).children[0], seen, frame, PLACES)
            if found is not None:
                render(canvas, found[0])
                return
