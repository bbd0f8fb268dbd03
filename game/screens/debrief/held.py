"""A play's code on the whole screen, to be held up to a phone or a camera: black on white in every contrast."""

from collections.abc import Sequence

from game.language import _
from game.screens.debrief.look import PAL
from game.screens.kit.answers import Answer, Input, Key, Pop
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.code import code
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, scroller, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import button

SIDE = 696.0  # of the code, its quiet edge included
EDGE = 24.0


class Held(Screen):
    """The code at the left, its letters and what they hold at the right. Answers what `save` answers, and Pop."""

    covers = True
    hushed = True

    def __init__(self, letters: str, squares: Sequence[Sequence[bool]], says: Sequence[str], save: Press) -> None:
        """`letters` in groups with dashes; `squares` is the same to be scanned; `says`, what is in it, marked."""
        super().__init__()
        self.letters, self.squares, self.says, self.save = letters, tuple(map(tuple, squares)), tuple(says), save
        self.focus = "close"

    def tree(self, frame: Frame) -> Node:
        """Picture and words."""
        left = SIDE + 2 * EDGE
        wide = WIDTH - left - 2 * EDGE
        picture = code(self.squares, _("The same letters, to be scanned"), SIDE, key="picture")
        picture.place(EDGE, (HEIGHT - SIDE) / 2)
        inner = column([
            words(frame, _("A code for the class"), "serif_semibold", 26, PAL.ink, wide - 12, role="heading"),
            self._written(frame, wide - 12),
            *(words(frame, _(line), "sans", 16, PAL.ink, wide - 12, leading=1.35) for line in self.says),
        ], gap=10)  # fmt: skip
        foot = flow([
            button(frame, PAL, _("Back"), "close", Pop(), kind="big", shortcut="escape"),
            button(frame, PAL, _("Save it as a file"), "save", self.save),
        ], wide, gap=12)  # fmt: skip
        foot.place(left, HEIGHT - EDGE - foot.box.h)
        pane = scroller(inner, "leaf", Box(left, EDGE, wide, foot.box.y - 2 * EDGE), self.scrolls.get("leaf", 0.0))

        def draw(canvas: Canvas, _node: Node, _mood: Mood) -> None:
            canvas.rect((0, 0, WIDTH, HEIGHT), "#FFFFFF")

        return Node("window", _("A code for the class"), children=[picture, pane, foot], box=Box(0, 0, WIDTH, HEIGHT),
                    draw=draw, palette=PAL)  # fmt: skip

    def _written(self, frame: Frame, wide: float) -> Node:
        """The letters as they are copied; a voice spells them, group by group."""
        made = words(frame, self.letters.replace("-", " "), "mono_semibold", 20, PAL.ink, wide,
                     leading=1.5, key="letters", readable=True)  # fmt: skip
        made.label = ", ".join(" ".join(group) for group in self.letters.split("-"))
        return made

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Left and right are Tab here as well; Backspace goes back."""
        if event == Key("backspace"):
            return Pop()
        return super().on(event, frame)
