"""A moment on foot: things stand at a distance, and one walks up to what one chooses. Going on is a choice too."""

import math

from game.language import N_
from game.model.record import Option
from game.model.view import View
from game.screens import art
from game.screens.around import FIRST_X, LAST_X, place_of
from game.screens.casting import ACTOR, NOBODY
from game.screens.hands.hand import DWELL, Hand, ring
from game.screens.kit.answers import GO, LEFT, RIGHT, Answer, Input, Key, Pointer
from game.screens.kit.canvas import WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.paint import plan, things
from game.screens.paint.scene import Figure
from game.screens.picture import BACK_ROW
from game.screens.street import Street
from game.screens.walk import MEET, REACH

FIRST, GAP = 150.0, 170.0
FARTHEST, STRAY = 580.0, 600.0  # the picture stands still: nothing lies beyond its edge, and nobody walks off it
ON = "way_on"
PEOPLE = ("person", "neighbour")
BEFORE = 44.0  # how far from somebody one stands; within REACH, or nothing would be chosen
LYING = ".fall"
MARGIN = 110.0  # how far from the edge of the picture what one can walk up to stands


class Walk(Hand):
    """Walk up to a thing and stand there, or press Enter there. Past the way on, one has gone on."""

    how = N_("Walk up to one of them and stand there.")

    def __init__(self, view: View, ground: Street) -> None:
        """The things are set out round where one comes to stand; whom it is about stays where they were seen."""
        super().__init__(view, ground)
        walker = ground.outing.walker
        walker.stop()
        self.side = walker.facing
        self.ways = any(one.prop == ON for one in self.options)
        self.start = self._start()
        if ground.outing.strode and not ground.still:
            walker.send(self.start)  # still in one's stride, a few steps further
        else:
            walker.x = self.start
        self.stood = 0.0
        self.stirred = False
        self.sent = ""
        self._held: set[str] = set()
        self._untimed = False
        self.x = {one.id: self._place(one) for one in self.options}
        self._set_out()
        self.settle_camera(self._view_from())

    def _start(self) -> float:
        """Where one comes to stand: so far past whom it is about as the seed has made them near."""
        about = self.about if self.ways or self.shown.thing in things.FIXED else None
        met = place_of(self.shown.where, self.shown.who, "walk")
        here = self.ground.outing.walker.x
        met = self.ground.outing.ahead.x if met is None and self.ground.outing.strode else met
        berth = things.FIXED.get(self.shown.thing)
        met = met if berth is None else berth - MEET  # who belongs to it stands at it
        if about is None or met is None or (berth is None and abs(met - here) > 2 * MEET):
            return min(max(here, FIRST_X), LAST_X)
        far = FIRST + GAP * about.near
        if not FIRST_X <= met + self.side * far <= LAST_X:
            self.side = -self.side
        return min(max(met + self.side * far, FIRST_X), LAST_X)

    @property
    def lying(self) -> bool:
        """Whether whom it is about lies on the ground."""
        return self.shown.moment.endswith(LYING)

    @property
    def about(self) -> Option | None:
        """The option that is whom it is about; or the thing in which they lie."""
        return self.prop("person") or (self.prop("crate") if self.lying else None)

    @property
    def itself(self) -> Option | None:
        """The option that is the very thing it turns on: a booth is gone up to, and not a door beside a booth."""
        prop = things.INSTEAD.get(self.shown.thing, "")
        return self.prop(prop) if prop else None

    def _place(self, option: Option) -> float:
        """The way on lies ahead by itself; all else behind one or on both sides, further with every rank."""
        if self.ways:
            side = self.side if option.prop == ON else -self.side
        else:
            side = self.side if option.near % 2 == 0 else -self.side
            side = -self.side if option is self.about and self.shown.thing in things.FIXED else side
        return self.start + side * min(FIRST + GAP * option.near, FARTHEST)

    def _view_from(self) -> float:
        """The left edge of the picture: with oneself in the middle, or so far aside that all of it is in sight."""
        ways, there = list(self.x.values()), [x for _, x, _ in self.ground.scene.things]
        for at in ([*ways, *there], ways):
            left, right = min(at) - MARGIN, max(at) + MARGIN
            if right - left <= WIDTH:
                return min(max(self.start - WIDTH / 2, right - WIDTH), left)
        return (left + right - WIDTH) / 2

    def turns_on_box(self) -> Box | None:
        """Where it stands, or is lain on."""
        if not self.ground.scene.things:
            return None
        name, x, _ = self.ground.scene.things[0]
        w, h = art.size(f"things/{name}")
        return Box(x - (self.ground.scene.cam or 0.0) - w / 2, things.top(name), w, h)

    def _set_out(self) -> None:
        extra = self.ground.scene
        extra.figures, extra.props = [], []
        lies = self.shown.thing and self.shown.thing not in things.IN_HAND
        extra.things = [self._turns_on()] if lies else []
        extra.clear = (self.start, *self.x.values(), *(x for _, x, _ in extra.things))
        if self.about is None and self.shown.who not in NOBODY:  # they stay where they were met
            x = self.start + self.side * MEET
            looks = self.ground.outing.look(self.shown.who)
            extra.figures.append(Figure(looks, x, BACK_ROW, -self.side, "talk", name=ACTOR))
        look = self.ground.outing.look
        for option in self.options:
            x = self.x[option.id]
            if option is self.itself:
                continue
            if option.prop in PEOPLE and self.shown.who not in ("", "nobody"):
                who = self.shown.who if option.prop == "person" else f"{self.shown.who}.neighbour"
                down = option.prop == "person" and self.lying
                facing = 1 if self.start > x else -1
                name = ACTOR if option.prop == "person" else ""
                extra.figures.append(Figure(look(who), x, BACK_ROW, facing, "lie" if down else "wave", name=name))
            else:
                extra.props.append((option.prop, x, BACK_ROW + 2, option.lit))
                if self.lying and option is self.about:
                    extra.figures.append(Figure(look(self.shown.who), x + 26, BACK_ROW, 1, "lie", name=ACTOR))

    def _turns_on(self) -> tuple[str, float, bool]:
        """What it turns on: where it is walked up to; at whom it is about; else in one's way, where it was met."""
        about = self.about
        if self.itself is not None:
            return self.shown.thing, self.x[self.itself.id], False
        if about is None:
            alone = self.shown.who in NOBODY
            return self.shown.thing, self.start + (self.side if alone else -self.side) * MEET, False
        x = self.x[about.id]
        return things.beside(self.shown.thing, x, 1 if self.start > x else -1, lies=self.lying)

    def spot(self, option: Option) -> tuple[float, float]:
        """Above the thing."""
        if option is self.itself and not self.lying:
            return self.x[option.id] - (self.ground.scene.cam or 0.0), things.top(self.shown.thing) - 8.0
        low = option.prop == "person" and self.lying
        return self.x[option.id] - (self.ground.scene.cam or 0.0), plan.FEET - (62.0 if low else 122.0)

    def go(self, key: str) -> Answer | None:
        """From the list one is walked there, and then it is chosen."""
        self.sent = key
        self.ground.outing.walker.send(self._before(self.option(key)))
        self.stirred = True
        return None

    def _before(self, option: Option) -> float:
        """Where one stands at an option: before somebody on their feet, not inside them."""
        x = self.x[option.id]
        lies = self.lying and option.prop == "person"
        if option.prop not in PEOPLE or lies or self.shown.who in ("", "nobody"):
            return x
        return x - math.copysign(BEFORE, x - self.start)

    def busy(self) -> bool:
        """While the ring fills."""
        return self.stood > 0

    def near(self) -> str:
        """The option one stands at, or an empty string."""
        x = self.ground.outing.walker.x
        at = min(self.options, key=lambda one: abs(self.x[one.id] - x))
        return at.id if abs(self.x[at.id] - x) <= REACH else ""

    def tick(self, seconds: float) -> Answer | None:
        """Walk; what one stands at for a moment is chosen."""
        super().tick(seconds)
        walker = self.ground.outing.walker
        walker.tick(seconds)
        walker.x = min(max(walker.x, self.start - STRAY), self.start + STRAY)
        way_on = next((one for one in self.options if one.prop == ON), None)
        if way_on and (walker.x - self.x[way_on.id]) * self.side > 0:
            walker.x = self.x[way_on.id]
            walker.stop()
            answer = self.choose(way_on.id)
            return answer or self._step_back(way_on)
        here = self.near()
        if walker.moving or not here or not self.stirred:
            self.stood = 0.0
            return None
        if self.sent == here:
            self.sent = ""
            return self.choose(here)
        if self._untimed:
            return None
        self.stood += seconds
        if self.stood >= DWELL * (1 + self.option(here).friction):
            self.stood, self.stirred = 0.0, False
            return self.choose(here) or (self.choose(here) if not self.option(here).closed else None)
        return None

    def _step_back(self, option: Option) -> Answer | None:
        self.ground.outing.walker.x = self.x[option.id] - self.side * (REACH + 8)
        return None

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Arrows walk, Enter takes what one stands at; a click goes there."""
        self._untimed = frame.untimed
        self.touch(event)
        walker = self.ground.outing.walker
        if isinstance(event, Key) and event.name in LEFT | RIGHT:
            (self._held.add if event.down else self._held.discard)(event.name)
            held = (1 if self._held & RIGHT else 0) - (1 if self._held & LEFT else 0)
            self.focus, self.sent = "", ""
            self.said = ""
            walker.hold(held)
            self.stirred = self.stirred or held != 0
            return None
        if isinstance(event, Key) and event.down and event.name in GO and (not self.focus or event.name in ("up", "w")):
            here = self.near()
            return self.sure_of(here, sure=frame.sure, then=self.choose) if here and self.ready(event) else None
        if isinstance(event, Pointer) and event.kind == "down" and self.tree(frame).at(event.x, event.y) is None:
            walker.send(event.x + (self.ground.scene.cam or 0.0))
            self.sent = ""
            self.stirred = True
            return None
        return super().on(event, frame) if self.ready(event) else None

    def draw_things(self, canvas: Canvas, frame: Frame) -> None:
        """The ring that fills."""
        if self.stood > 0 and self.near():
            part = self.stood / (DWELL * (1 + self.option(self.near()).friction))
            x = self.ground.outing.walker.x - (self.ground.scene.cam or 0.0)
            ring(canvas, x, plan.FEET + 26, min(1.0, part), self.pal.accent)
