"""A screen: draws what it was given, turns keys and clicks into answers, and changes nothing but itself."""

from typing import TYPE_CHECKING

from game.screens.kit.answers import Answer, Do, Input, Key, Order, Pointer, Pop, Push, Quit, Reset, Typed
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node, render

if TYPE_CHECKING:
    from game.model.view import View
    from game.screens.saved import Settings

__all__ = [
    "Answer", "Do", "Frame", "Input", "Key", "Order", "Pointer", "Pop", "Push", "Quit", "Reset", "Screen", "Typed",
]

IDLE = 8  # pictures a second while nothing but breath and smoke moves ...
AWAY, RESTING = 20.0, 2  # ... and once nobody has touched anything for so many seconds
FORWARD, BACK = {"tab", "down", "right"}, {"backtab", "up", "left"}


class Screen:
    """The base of all screens. Subclasses give `tree`; most need nothing more."""

    kind = ""  # its name in the stage's table
    overlay = False  # True: the screen below is drawn first
    pauses = False  # True: time stands still for the screens below
    held_up = False  # True: it is held up close, and nothing is written over it
    covers = False  # True: it fills the whole sheet, so that nothing has to be wiped away before it
    headed = False  # True: the figures of its `view` stand at its head
    passing = False  # True: it goes once what it asked for is done
    timeless = False  # True: the time that it takes is nobody's, and counts for no choice
    of_plan = False  # True: a part of a lesson's plan, from which the plan can be opened
    shares = False  # True: what lies below it can be used beside it
    view: "View"
    noise = ""  # the sound that it makes now for as long as it lasts, by name
    strikes: tuple[str, int] = ("", 0)  # a sound that it makes by itself, and how often it has
    hushed = False  # True: nothing lies under it, neither sea nor tune
    writing = False  # True: letters are text now, not keys
    moving = False  # True: draw again and again, not only when something was pressed
    rate = 0.0  # pictures a second that it drifts at, as it last did

    def __init__(self) -> None:
        """Start without focus, unscrolled."""
        self.focus = ""
        self.dirty = True
        self.age = 0.0
        self.touched = 0.0  # its age when a key, the mouse or the player last did something
        self.scrolls: dict[str, float] = {}
        self._down_on = ""  # what the button of the mouse went down on

    @property
    def lively(self) -> bool:
        """Whether what moves wants 60 frames a second, not 30. What only drifts is not moving at all: see `drift`."""
        return self.moving

    @property
    def unnamed(self) -> bool:
        """Whether the figures at its head are new, so that they are to be named without being asked."""
        return False

    def tree(self, frame: Frame) -> Node:
        """The screen as a laid-out tree. Pure: the same for the same screen and frame."""
        raise NotImplementedError

    def take(self, _view: "View") -> bool:
        """A new View: return True to go on with it, False to be replaced."""
        return False

    def lets_by(self, _event: Input, _frame: Frame) -> bool:
        """Whether this is meant for the screen below. What is pressed there puts this one away."""
        return False

    def settle(self, _settings: "Settings") -> None:
        """The player changed a setting."""
        self.dirty = True

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """Draw the screen."""
        render(canvas, self.tree(frame), self.focus)

    def tick(self, seconds: float) -> Answer | None:
        """Let time pass."""
        self.age += seconds
        return None

    @property
    def left_alone(self) -> bool:
        """Whether nobody seems to be there: a street may then breathe more slowly, and cost next to nothing."""
        return self.age - self.touched > AWAY

    def drift(self, seconds: float, rate: float = IDLE) -> None:
        """Be drawn anew that often, counted in the time that has just passed; 0 is never."""
        self.rate = rate
        self.dirty = self.dirty or int(self.age * rate) != int((self.age - seconds) * rate)

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Tab, arrows, Enter, Space, shortcuts, wheel and mouse over the tree; Escape opens the menu of a play."""
        if isinstance(event, Typed):
            return None
        root = self.tree(frame)
        if isinstance(event, Pointer):
            return self._point(event, root)
        if not event.down:
            return None
        self.dirty = True
        stops = root.focusables()
        held = next((node for node in stops if node.key == self.focus), None)
        if held and held.adjust and event.name in ("left", "right"):
            return held.adjust(1 if event.name == "right" else -1)
        for node in root.walk():
            if node.shortcut == event.name:
                self.focus = node.key or self.focus
                return node.press()
        if event.name in FORWARD | BACK:
            self.step(1 if event.name in FORWARD else -1, root)
        elif event.name in ("pageup", "pagedown"):
            self._turn(root, -200 if event.name == "pageup" else 200)
        elif event.name in ("enter", "space") and held:
            return held.press()
        elif event.name in ("enter", "space"):
            self.step(1, root)
        elif event.name == "escape":
            return Order("menu")
        return None

    def step(self, by: int, root: Node) -> None:
        """Move the focus on (1) or back (-1), round at the ends, and scroll it into sight."""
        stops = root.focusables()
        if not stops:
            return
        keys = [node.key for node in stops]
        index = keys.index(self.focus) + by if self.focus in keys else (0 if by > 0 else -1)
        self.focus = keys[index % len(keys)]
        self._reveal(root)

    def turn_to(self, key: str, frame: Frame) -> None:
        """Put the focus on a thing, and scroll it into sight."""
        self.focus, self.dirty = key, True
        self._reveal(self.tree(frame))

    def _reveal(self, root: Node) -> None:
        for pane in root.walk():
            if pane.window and pane.key and pane.reach:
                target = pane.find(self.focus)
                if target is None or target is pane:
                    continue
                above = pane.window.y + 8 - target.box.y
                below = target.box.bottom + 8 - pane.window.bottom
                # Of what is taller than its pane, the beginning is to be seen.
                move = -above if above > 0 else max(0.0, min(below, -above))
                self.scrolls[pane.key] = min(max(0.0, pane.offset + move), pane.reach)

    def _turn(self, root: Node, by: float) -> None:
        for pane in root.walk():
            if pane.window and pane.key and pane.reach:
                self.scrolls[pane.key] = min(max(0.0, pane.offset + by), pane.reach)
                self.dirty = True
                return

    def _point(self, event: Pointer, root: Node) -> Answer | None:
        if event.kind == "wheel":
            self._turn(root, -40 * event.turn)
            return None
        under = root.at(event.x, event.y)
        if under and under.key != self.focus:
            self.focus, self.dirty = under.key, True
        if event.kind == "down":
            self._down_on = under.key if under else ""
            self.dirty = self.dirty or bool(under)
        elif event.kind == "up":
            # Taken on letting go over the same thing: whoever has pressed the wrong one can draw the hand away.
            pressed, self._down_on = self._down_on, ""
            if under and under.key == pressed:
                self.dirty = True
                return under.press()
        return None
