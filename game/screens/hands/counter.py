"""Things on a table to take and carry across. What lay in the hand already counts."""

from game.language import N_, _
from game.model.record import Option
from game.model.view import View
from game.screens.hands.table import Table
from game.screens.kit.answers import Answer, Pointer
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import Mood, Node
from game.screens.paint.brush import Brush
from game.screens.street import Street

TRAY = Box(986.0, 470.0, 220.0, 92.0)


class Counter(Table):
    """Take a thing and carry it to the tray: by dragging, or with two presses."""

    how = N_("Take one of them, and put it on the tray.")

    def __init__(self, view: View, ground: Street) -> None:
        """What is preselected lies in the hand."""
        super().__init__(view, ground)
        self.dragging = False

    def arrived(self, then: str) -> Answer | None:
        """Take what lies here, or put down what one has."""
        if then.startswith("take:"):
            self.held = then.removeprefix("take:")
            self.move(TRAY.centre[0], "put")
            return None
        if then.startswith("grasp:"):
            self.held = then.removeprefix("grasp:")
            return None
        return self.put() if then == "put" else None

    def put(self) -> Answer | None:
        """What is held is put on the tray."""
        return self.choose(self.held) if self.held else None

    def use(self) -> Answer | None:
        """Take what lies under the hand; with something in it, carry it across."""
        here = self.near()
        if here:
            self.held = here
            return None
        if not self.held:
            self.said = _("Nothing under your hand. Arrows move it.")
            return None
        if abs(self.x - TRAY.centre[0]) < 100:
            return self.put()
        self.move(TRAY.centre[0], "put")
        return None

    def go(self, key: str) -> Answer | None:
        """From the list: fetch it and carry it across."""
        if self.option(key).closed:
            self.said = self.option(key).closed
        elif key == self.held:
            self.move(TRAY.centre[0], "put")
        else:
            self.move(self.place(self.option(key)), f"take:{key}")
        return None

    def pointed(self, event: Pointer, frame: Frame) -> Answer | None:
        """Press on a thing to take it, let go over the tray to put it; or two clicks."""
        if event.kind == "down":
            y = event.y + self.lift(frame)
            hit = self._under(event.x, y) or self._tagged(event, frame)
            if hit:
                self.said, self.focus = "", ""
                if hit.id == self.held:
                    self.dragging = True
                elif hit.closed:
                    self.said = hit.closed
                else:
                    self.held, self.x, self.dragging = hit.id, event.x, True
                return None
            if TRAY.grown(40, 60).holds(event.x, y) and self.held:
                self.x, self.dragging = TRAY.centre[0], True  # it is put where the button is let go
                return None
        if event.kind == "up":
            dragged, self.dragging = self.dragging, False
            if dragged and self.held and TRAY.grown(40, 90).holds(event.x, event.y + self.lift(frame)):
                return self.put()
            return None
        return super().pointed(event, frame)

    def _under(self, x: float, y: float) -> Option | None:
        """The thing at a point. What is in the hand is under the mouse wherever it goes, so it comes last."""
        there = [one for one in self.options if self.grab(one).holds(x, y)]
        return min(there, key=lambda one: one.id == self.held, default=None)

    def _tagged(self, event: Pointer, frame: Frame) -> Option | None:
        """The thing whose tag is pressed."""
        node = self.tree(frame).at(event.x, event.y)
        return next((one for one in self.options if node and node.key == f"option.{one.id}"), None)

    def hint(self, option: Option) -> str:
        """What is in the hand says so."""
        return _("already in your hand") if option.id == self.held else super().hint(option)

    def beside(self, frame: Frame) -> list[Node]:
        """The tray can be pressed."""
        held = self.option(self.held).text if self.held else ""

        def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
            if mood:
                canvas.rect(node.box, self.pal.focus, 12, line=2)

        return [
            Node("button", _("Put it here") if held else _("The tray, empty"), key="tray", value=held, ring=False,
                 box=TRAY.moved(0, -self.lift(frame)), answer=(lambda: self.go(self.held)) if held else None,
                 draw=draw, palette=self.pal)
        ]

    def draw_table(self, brush: Brush, frame: Frame) -> None:
        """The tray, and a ring of light on it while something is in the hand."""
        lift = 60 if self.held else 0
        brush.rect(TRAY.x + 4, TRAY.y + 8, TRAY.w, TRAY.h, "shadow", 50, 16)
        brush.rect(TRAY.x, TRAY.y, TRAY.w, TRAY.h, "brass", radius=16)
        brush.rect(TRAY.x + 7, TRAY.y + 6, TRAY.w - 14, TRAY.h - 14, "paper", radius=12)
        brush.rect(TRAY.x + 16, TRAY.y + 13, TRAY.w - 32, TRAY.h - 28, "accent_2", 40 + lift, 9)
        if self.held:
            x, y = TRAY.centre
            hop = 0.0 if frame.still else 5 * abs((frame.time * 1.6) % 2 - 1)
            brush.polygon([(x - 20, y - 14 + hop), (x + 20, y - 14 + hop), (x, y + 12 + hop)], "ink", 170)
