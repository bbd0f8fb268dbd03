"""A close look at a table, with things on it and a hand that moves over them."""

from game.model.record import Option
from game.model.view import View
from game.screens import art
from game.screens.hands.hand import Hand
from game.screens.kit.answers import GO, LEFT, RIGHT, Answer, Input, Key, Pointer
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.paint import rooms, scene, things
from game.screens.paint.brush import Brush
from game.screens.paint.scene import Figure
from game.screens.street import Street

SLAB = 446.0  # the far edge of the table
EDGE = 566.0  # its near edge
FOOT = 540.0  # where things stand
TALL = 104.0
START = 560.0  # where the hand begins
FIRST, GAP = 150.0, 115.0
THING_X, THING_FOOT, THING_BOX = 502.0, 472.0, (118.0, 112.0)  # at the back of the table, between two tags
BEHIND_FOOT = 470.0  # what stands on the floor is cut off by the table
FAST = 620.0
NEAR = 74.0
DOWN_TIME = 0.12


class Table(Hand):
    """A close look at a table. The hand moves with the arrows or the mouse."""

    label_width = 200.0
    low = EDGE + 8.0
    room = "market"

    def __init__(self, view: View, ground: Street) -> None:
        """The room behind is the moment's own, where it has one."""
        super().__init__(view, ground)
        where = self.shown.where
        ground.scene.room = where if where in rooms.ROOMS else self.room
        if self.shown.who not in ("", "nobody", "mother"):
            ground.scene.figures = [Figure(ground.outing.look(self.shown.who), self.keeper_x(), 510.0, -1, "stand")]
        self.x = START
        self.goal: float | None = None
        self.then = ""  # what to do at the goal: take:<id> | put
        self.held = next((one.id for one in self.options if one.preselected and not one.closed), "")
        self._keys: set[str] = set()

    def keeper_x(self) -> float:
        """Where somebody stands behind the table."""
        return 1180.0

    def place(self, option: Option) -> float:
        """Where a thing lies: the nearest first, to the right and to the left of the hand by turns."""
        side = 1 if option.near % 2 == 0 else -1
        return START + side * (FIRST + GAP * option.near - (30 if side > 0 and option.near else 0))

    def spot(self, option: Option) -> tuple[float, float]:
        """Above the thing, where it lies or in the hand."""
        held = option.id == self.held
        return (self.x if held else self.place(option)), FOOT - TALL - (22 if held else 0)

    def turns_on_box(self) -> Box | None:
        """At the back of the table, as large as there is room for it."""
        if not self.shown.thing:
            return None
        w, h = self._thing_size()
        if self.behind:
            return Box(THING_X - w / 2, BEHIND_FOOT - h, w, SLAB - BEHIND_FOOT + h)
        return Box(THING_X - w / 2, THING_FOOT - h, w, h)

    def _thing_size(self) -> tuple[float, float]:
        w, h = art.size(f"things/{self.shown.thing}")
        size = 2.2 if self.behind else min(things.ROOM, THING_BOX[0] / w, THING_BOX[1] / h)
        return w * size, h * size

    @property
    def behind(self) -> bool:
        """Whether it stands on the floor, behind the table."""
        return self.shown.thing in things.FLOORED

    def carried(self) -> str:
        """What is in the hand goes where it goes."""
        return self.held

    def grab(self, option: Option) -> Box:
        """The thing."""
        x = self.x if option.id == self.held else self.place(option)
        return Box(x - 56, FOOT - TALL, 112, TALL + 10)

    def near(self) -> str:
        """The thing under the hand that is not in it, or an empty string."""
        lying = [one for one in self.options if one.id != self.held]
        at = min(lying, key=lambda one: abs(self.place(one) - self.x), default=None)
        return at.id if at and abs(self.place(at) - self.x) <= NEAR else ""

    def move(self, x: float, then: str) -> None:
        """Send the hand somewhere, and say what it does there."""
        self.goal, self.then = x, then

    def busy(self) -> bool:
        """While the hand moves."""
        return self.goal is not None or bool(self._keys)

    def arrived(self, then: str) -> Answer | None:
        """The hand is where it was sent."""
        raise NotImplementedError

    def tick(self, seconds: float) -> Answer | None:
        """Move the hand."""
        super().tick(seconds)
        if self.goal is None:
            way = (1 if self._keys & RIGHT else 0) - (1 if self._keys & LEFT else 0)
            self.x = min(1200.0, max(80.0, self.x + way * FAST * seconds))
            return None
        step = FAST * 1.5 * seconds
        if abs(self.goal - self.x) > step:
            self.x += step if self.goal > self.x else -step
            return None
        self.x, self.goal = self.goal, None
        then, self.then = self.then, ""
        return self.arrived(then)

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Arrows and mouse move the hand; Enter and click use what lies under it."""
        self.touch(event)
        if isinstance(event, Key) and event.name in LEFT | RIGHT:
            (self._keys.add if event.down else self._keys.discard)(event.name)
            self.focus, self.goal, self.said = "", None, ""
            return None
        if isinstance(event, Key) and event.down and event.name in GO and not self.focus:
            return self.use() if self.ready(event) else None
        if isinstance(event, Pointer):
            return self.pointed(event, frame)
        return super().on(event, frame) if self.ready(event) else None

    def use(self) -> Answer | None:
        """Enter: take, or put."""
        raise NotImplementedError

    def pointed(self, event: Pointer, frame: Frame) -> Answer | None:
        """The mouse: the hand goes with it."""
        if event.kind == "move" and self.goal is None and event.y > SLAB - 160:
            self.x = min(1200.0, max(80.0, event.x))
            self.dirty = True
            self.focus = ""
            return None
        if event.kind == "down":
            self.said = ""
        return self._point(event, self.tree(frame)) if event.kind in ("down", "up") else None

    @property
    def hour(self) -> str:
        """The light on the table is the room's."""
        return rooms.hour(self.ground.scene.room, self.shown.light)

    def draw_things(self, canvas: Canvas, frame: Frame) -> None:
        """The table, what lies on it, the hand."""
        brush = Brush(canvas, art.palette(self.shown.world, self.hour))
        still = 0.0 if frame.still else frame.time
        if self.behind:
            things.thing(brush, self.shown.thing, THING_X, BEHIND_FOOT, still, 2.2)
        brush.polygon([(0, SLAB), (1280, SLAB), (1280, EDGE), (0, EDGE)], "wood.light")
        brush.rect(0, SLAB, 1280, 5, "wood")
        for k in range(9):
            far, close = k * 170 - 40.0, k * 180 - 90.0
            brush.polygon([(far, SLAB + 5), (far + 4, SLAB + 5), (close + 6, EDGE), (close, EDGE)], "wood", 70)
        brush.rect(0, EDGE, 1280, 1000 - EDGE, "wood.dark")
        brush.rect(0, EDGE, 1280, 8, "wood")
        if self.shown.thing and not self.behind:
            size = self._thing_size()[0] / art.size(f"things/{self.shown.thing}")[0]
            things.thing(brush, self.shown.thing, THING_X, THING_FOOT, still, size)
        self.draw_table(brush, frame)
        for option in sorted(self.options, key=lambda one: one.id == self.held):
            self.draw_thing(canvas, option)
        self.draw_hand(brush)

    def draw_table(self, brush: Brush, frame: Frame) -> None:
        """What else lies there."""

    def draw_thing(self, canvas: Canvas, option: Option) -> None:
        """One thing, lying or held."""
        held = option.id == self.held
        x, foot = (self.x, FOOT - 22) if held else (self.place(option), FOOT)
        scene.prop(canvas, option.prop or "box", x, foot, TALL, self.shown.world, option.lit, self.hour)

    def draw_hand(self, brush: Brush) -> None:
        """A sleeve from below and a hand, open or closed."""
        x, y = self.x, FOOT + 8.0
        brush.polygon([(x - 20, y + 34), (x + 24, y + 34), (x + 74, 720), (x - 2, 720)], "you_coat")
        brush.polygon([(x + 8, y + 34), (x + 24, y + 34), (x + 74, 720), (x + 44, 720)], "you_coat.dark")
        brush.rect(x - 23, y + 28, 50, 13, "white", radius=6)
        brush.rect(x - 18, y - 6, 38, 40, "skin_1", radius=15)
        if self.held:
            for k in range(4):
                brush.rect(x - 22 + 11 * k, y - 16, 10, 26, "skin_1", radius=5)
                brush.rect(x - 22 + 11 * k, y + 2, 10, 2, "skin_1.dark")
        else:
            for k, tall in enumerate((26, 34, 32, 24)):
                brush.rect(x - 19 + 10 * k, y - tall, 9, tall + 10, "skin_1", radius=4.5)
        brush.rect(x + 14, y - 2, 12, 26, "skin_1.dark", radius=6)
