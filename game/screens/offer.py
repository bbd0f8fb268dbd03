"""A small card over the first street: eight cases to sort, if one likes. Whoever walks on has declined."""

from collections.abc import Callable

from game.language import N_, _
from game.screens.above import Above
from game.screens.kit.answers import Answer, Pop, Push
from game.screens.kit.canvas import HEIGHT, WIDTH, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import DAYLIGHT
from game.screens.kit.widgets import button
from game.screens.sorting import Sorting

EDGE, SIDE = 20.0, 48.0
LINE = N_("Before you walk, if you like: eight small cases, five trays, two minutes. The street waits.")
HALF = N_("Some of the eight small cases are sorted. You can go on with them now; later it is too late.")


class Offer(Above):
    """Takes its own keys and what is pressed on it; everything else is meant for the street, and puts it away."""

    overlay = True
    own = ("tab", "backtab", "c")

    def __init__(self, sorting: Callable[[], Sorting], *, begun: bool = False) -> None:
        """`sorting` makes the screen with the cases; `begun`: some of them are sorted."""
        super().__init__()
        self.sorting, self.begun = sorting, begun
        self.over = False  # taken up: it goes as soon as it would be seen again

    def tree(self, frame: Frame) -> Node:
        """In the corner over the road, where nothing else stands."""
        wide = min(456.0, 340 * (0.4 + 0.6 * frame.zoom))
        room = wide - 32
        text = words(frame, _(HALF if self.begun else LINE), "sans", 15, DAYLIGHT.ink, room, leading=1.25)
        acts = flow([
            button(frame, DAYLIGHT, _("Go on with them") if self.begun else _("Sort them"), "sort", self._take_up,
                   shortcut="c", size=15),
            button(frame, DAYLIGHT, _("No, walk on"), "no", Pop(), size=15),
        ], room, gap=10, gap_y=6)  # fmt: skip
        made = column([text, acts], gap=8, pad=(16, 10))
        made.place(WIDTH - SIDE - made.box.w, HEIGHT - EDGE - made.box.h)

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.shadow(node.box, "#2B344066", 8, 3)
            canvas.rect(node.box, "#FFFFFF", 8)

        made.draw = draw
        return Node("window", _("If you like"), children=[made], box=made.box, palette=DAYLIGHT)

    def _take_up(self) -> Answer | None:
        self.over = True
        return Push(self.sorting())

    def tick(self, seconds: float) -> Answer | None:
        """Back from the cases: away with it."""
        super().tick(seconds)
        return Pop() if self.over else None

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """Nothing once it is past."""
        if not self.over:
            super().paint(canvas, frame)

