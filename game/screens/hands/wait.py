"""A red light and an empty road: stand and let it take its seconds, step off, or go back to the bridge."""

import math
import zlib

from game.language import N_, _, ngettext
from game.model.record import Option
from game.model.view import View
from game.screens.casting import YOU
from game.screens.hands.hand import Hand
from game.screens.kit.answers import LEFT, RIGHT, Answer, Input, Key, Pointer
from game.screens.kit.canvas import HEIGHT, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node
from game.screens.paint import plan, scene, things
from game.screens.paint.scene import Figure
from game.screens.street import Street
from game.screens.walk import MEET

SHORTEST, LONGEST = 6, 8  # seconds of red
A_WORD, MOST = 0.25, 16.0  # seconds more for each word of the scene: reading is not waiting; and no more than this
OFF = 74.0  # how far down the road one has stepped off for good
PACE = 120.0
BRIDGE, ROOM = 260.0, 100.0  # how far off the bridge is, and what a rank of nearness adds
STAND = plan.CROSSING_X - 30.0


class Wait(Hand):
    """The light takes real seconds; untimed, Enter waits at once. Standing still is a choice, as is stepping off."""

    how = N_("Stand and wait. → steps off, ← goes back.")

    def __init__(self, view: View, ground: Street) -> None:
        """However it was come to, it stands at the crossing."""
        super().__init__(view, ground)
        walker = ground.outing.walker
        walker.arrive("")
        if ground.outing.strode and abs(walker.x - STAND) < 2 * MEET and not ground.still:
            walker.send(STAND)
        else:
            walker.x = STAND
        drawn = SHORTEST + zlib.crc32(self.shown.moment.encode()) % (LONGEST - SHORTEST + 1)
        said = [option.text for option in self.shown.options] + [self.shown.scene] * (not self.shown.wordless)
        read = sum(len(text.split()) for text in said)
        self.red = min(MOST, drawn + A_WORD * read)
        self.left = self.red
        self.down = 0.0  # how far one has stepped onto the road
        self.stepping = False
        self.going = False
        self._untimed = False
        self._held: set[str] = set()
        extra = ground.scene
        self.settle_camera(STAND - 600.0)
        extra.cars = False
        if self.shown.thing:
            extra.things = [(self.shown.thing, things.at_crossing(self.shown.thing), False)]
        extra.alone = True
        extra.signal, extra.signal_left = "red", self.left
        self._stand()

    @property
    def noise(self) -> str:  # type: ignore[override]
        """The feet, or the signal as long as it is red."""
        walks = self.stepping or self.ground.outing.walker.moving
        return "steps_stone" if walks else "signal" if self.left > 0 else ""

    def _bridge_x(self) -> float:
        bridge = self.prop("bridge")
        return STAND - BRIDGE - ROOM * (bridge.near if bridge else 0)

    def _stand(self) -> None:
        walker = self.ground.outing.walker
        walks = self.stepping or walker.moving
        pose = "walk" if walks else "stand"
        self.ground.scene.you = Figure(
            "you", walker.x, plan.FEET + self.down, walker.facing, pose, self.age if walks else self.ground.outing.time,
            YOU,
        )

    def busy(self) -> bool:
        """While a foot is on the road."""
        return self.stepping or self.down > 0

    def spot(self, option: Option) -> tuple[float, float]:
        """By the light, on the stripes, on the bridge."""
        cam = self.ground.scene.cam or 0.0
        if option.prop == "bridge":
            return self._bridge_x() - cam, plan.FEET - 110.0
        if option.prop == "road":
            return plan.CROSSING_X + 210.0 - cam, 636.0
        return plan.SIGNAL_X + 96.0 - cam, 424.0

    def grab(self, option: Option) -> Box:
        """The stripes, the light, the bridge."""
        cam = self.ground.scene.cam or 0.0
        if option.prop == "road":
            return Box(plan.CROSSING_X - 114 - cam, 576, 280, 76)
        if option.prop == "bridge":
            return Box(self._bridge_x() - 80 - cam, plan.FEET - 110, 160, 116)
        return Box(plan.SIGNAL_X - 24 - cam, 340, 52, 190)

    def go(self, key: str) -> Answer | None:
        """From the list: wait on, step off, walk back."""
        prop = self.option(key).prop
        walker = self.ground.outing.walker
        if prop == "road":
            self.stepping = True
        elif prop == "bridge":
            walker.send(self._bridge_x())
            self.going = True
        elif self._untimed:
            return self.choose(key)
        else:
            self.stepping = False
            walker.send(STAND)
            self.said = _("You wait.")
        return None

    def tick(self, seconds: float) -> Answer | None:
        """The light, the feet."""
        super().tick(seconds)
        walker = self.ground.outing.walker
        walker.x = max(walker.x, self._bridge_x())
        went = walker.tick(seconds)
        self.down = min(OFF, max(0.0, self.down + (PACE if self.stepping else -PACE) * seconds))
        self._stand()
        road, bridge = self.prop("road"), self.prop("bridge")
        if road and self.down >= OFF:
            answer = self.choose(road.id)
            self.stepping = False
            return answer
        if bridge and abs(walker.x - self._bridge_x()) < 12:
            walker.stop()
            answer = self.choose(bridge.id)
            walker.x += 60 if answer is None else 0
            return answer
        still = went == 0 and not self.stepping and self.down == 0
        if still and not self._untimed:
            self.left = max(0.0, self.left - seconds)
        self.ground.scene.signal_left = self.left
        kerb = self.prop("kerb")
        if self.left == 0 and kerb:
            self.ground.scene.signal = "green"
            return self.choose(kerb.id) or self.choose(kerb.id)
        return None

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Down or right steps off, left goes back; Tab lists what is near."""
        self._untimed = frame.untimed
        self.touch(event)
        walker = self.ground.outing.walker
        if isinstance(event, Key) and event.name in LEFT | RIGHT | {"down", "s"}:
            (self._held.add if event.down else self._held.discard)(event.name)
            self.focus, self.said = "", ""
            back = bool(self._held & LEFT)
            self.stepping = bool(self._held & (RIGHT | {"down", "s"})) and not back
            walker.hold(-1 if back and self.down == 0 else 0)
            return None
        if isinstance(event, Key) and event.down and event.name in ("enter", "space") and not self.focus:
            kerb = self.prop("kerb")
            if self._untimed and kerb and self.ready(event):
                return self.choose(kerb.id)
            self.said = _("The light is red.")
            return None
        if isinstance(event, Pointer) and event.kind == "down" and self.tree(frame).at(event.x, event.y) is None:
            if event.y + self.lift(frame) > plan.ROAD:
                self.stepping = True
            else:
                walker.send(min(STAND, max(self._bridge_x(), event.x + (self.ground.scene.cam or 0.0))))
            return None
        return super().on(event, frame) if self.ready(event) else None

    def beside(self, frame: Frame) -> list[Node]:
        """The light in words, for whoever does not see it."""
        seconds = math.ceil(self.left)
        left = ngettext("{count} seconds", "{count} seconds", seconds).format(count=seconds)
        left = _("it takes its minutes") if frame.untimed else left
        return [Node("text", _("The light is red"), value=left, box=Box(40, HEIGHT - 20, 0, 0), news="quiet")]

    def draw_things(self, canvas: Canvas, frame: Frame) -> None:
        """The foot of the bridge; and what is put forward glows."""
        bridge = self.prop("bridge")
        if bridge:
            x = self._bridge_x() - (self.ground.scene.cam or 0.0)
            scene.prop(canvas, "bridge", x, plan.FEET - 2, 124, self.shown.world, bridge.lit, self.shown.light)
        for option in self.options:
            if option.lit and option.prop != "bridge":
                box = self.grab(option)
                beat = 0 if frame.still else round(14 * math.sin(frame.time * 3))
                canvas.rect(box, (255, 226, 140, 60 + beat), 10)
                canvas.rect(box, "#F6D978", 10, line=3)
