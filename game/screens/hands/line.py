"""A call in progress: hold the line, pull the plug, or write down a number. Time is slow, and nothing is forced."""

from game.language import N_, _
from game.model.record import Option
from game.model.view import View
from game.screens.hands.table import NEAR, Table
from game.screens.kit.answers import Answer, Input
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, space, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.widgets import silent
from game.screens.paint.brush import Brush
from game.screens.street import Street
from game.screens.strip import EDGE, plated

FULL = 14.0  # seconds until the bar is full
STAY = 12.0  # seconds more on the line that mean one stays
WINDOW = 328.0  # the middle of the window, where the clock hides nobody's figures
DOES = {"plug": N_("ends the call"), "headset": N_("stays on the line"), "notepad": N_("writes it down")}
BEGAN, TARGET, END = 184, 240, 330  # seconds of the call: when it is taken up, the target, the bar's end


class Call(Table):
    """The headset, the plug and the notepad lie by the hand. Staying on the line is a choice too."""

    room = "call_floor"
    how = N_("Move your hand with the arrows; Enter does it. Or stay on the line.")

    def __init__(self, view: View, ground: Street) -> None:
        """The call is already some minutes old."""
        super().__init__(view, ground)
        ground.scene.figures = []
        self.held = ""
        self.spent = 0.0
        self._untimed = self._sure = False

    def place(self, option: Option) -> float:
        """As on any table, but there is no tray to keep clear of."""
        return super().place(option) + 60

    @property
    def part(self) -> float:
        """How full the bar is."""
        began = BEGAN / END
        return began + (1 - began) * min(1.0, self.spent / FULL)

    def clock(self) -> str:
        """How long the call has lasted, as a clock says it."""
        now = round(self.part * END)
        return f"{now // 60}:{now % 60:02d}"

    def arrived(self, then: str) -> Answer | None:
        """The hand is there."""
        return self.choose(then)

    def go(self, key: str) -> Answer | None:
        """The hand goes there and does it."""
        self.move(self.place(self.option(key)), key)
        return None

    def use(self) -> Answer | None:
        """Do what lies under the hand."""
        here = self.near()
        if here:
            return self.sure_of(here, sure=self._sure, then=self.choose)
        self.said = _("The line is open. Arrows move your hand.")
        return None

    def tick(self, seconds: float) -> Answer | None:
        """The call goes on; whoever stays on long enough has stayed."""
        answer = super().tick(seconds)
        if answer or self._untimed:
            return answer
        self.spent += seconds
        headset = self.prop("headset")
        if headset and self.spent >= FULL + STAY:
            return self.choose(headset.id) or self.choose(headset.id)
        return None

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """As on any table."""
        self._untimed, self._sure = frame.untimed, frame.sure
        return super().on(event, frame)

    def hint(self, option: Option) -> str:
        """What each thing does to the line."""
        does = _(DOES.get(option.prop, ""))
        return _("{does} · in reach").format(does=does) if abs(self.place(option) - self.x) <= NEAR else does

    def beside(self, frame: Frame) -> list[Node]:
        """The bar with its mark."""
        pal = self.pal
        bar = space(280, 18)

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            box = Box(node.box.x, node.box.y + 4, node.box.w, 10)
            canvas.rect(box, "#20263A2E", 5)
            over = self.part > TARGET / END
            canvas.rect(Box(box.x, box.y, box.w * self.part, box.h), pal.bad if over else pal.second, 5)
            mark = box.x + box.w * TARGET / END
            canvas.rect(Box(mark - 1.5, box.y - 5, 3, box.h + 10), pal.ink)
            canvas.polygon([(mark - 6, box.y - 9), (mark + 6, box.y - 9), (mark, box.y - 2)], pal.ink)

        bar.draw = draw
        said = words(frame, _("{clock} · target 4:00").format(clock=self.clock()), "mono", 15, pal.ink)
        inner = silent(plated(row([column([said, bar], gap=2)]), pal, (16, 8)))
        below = self._cheer(frame).box.h + 8 if self._app() else 0
        inner.place(max(EDGE, WINDOW - inner.box.w / 2), self._ceiling(frame) + below)
        value = _("{clock}, target 4:00").format(clock=self.clock())
        return [Node("text", _("Length of the call"), value=value, box=inner.box, children=[inner], news="quiet")]

    def _cheer(self, frame: Frame) -> Node:
        """What the app says goes before the window, off the wall where figures are read."""
        node = super()._cheer(frame)
        return node.place(max(EDGE, WINDOW - node.box.w / 2), node.box.y)

    def _app(self) -> bool:
        return bool(self.shown.aside) and self.pal.name == "phone"

    def draw_table(self, brush: Brush, frame: Frame) -> None:
        """The cord from the plug, and rings of sound over the headset."""
        plug, headset = self.prop("plug"), self.prop("headset")
        if plug and headset:
            a, b = self.place(plug), self.place(headset)
            points = [(a + (b - a) * k / 10, 552 + 22 * (1 - (k / 5 - 1) ** 2)) for k in range(11)]
            brush.line(points, "iron", 4)
        if headset and not frame.still:
            for k in range(3):
                part = (frame.time * 0.7 + k / 3) % 1
                brush.circle(self.place(headset), 486, 40 + 60 * part, "paper", int(110 * (1 - part)), 3)
