"""What all moments by hand share: the words at the foot, things with their tags, and how one is chosen."""

import math
from collections.abc import Callable
from functools import partial

from game.language import _
from game.model.acts import Act
from game.model.record import Option
from game.model.view import View
from game.screens import again, hud
from game.screens.hands.tags import arranged, settle, tail
from game.screens.kit.answers import Answer, Do, Input, Key, Pointer
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import words
from game.screens.kit.node import Mood, Node, render
from game.screens.kit.palette import Palette, palette
from game.screens.kit.screen import IDLE, Screen
from game.screens.kit.widgets import silent
from game.screens.paint import plan
from game.screens.street import Street
from game.screens.strip import cheer, inside, lie_on, plated, scene, tag
from game.telling.prices import price

DWELL = 0.6  # seconds of standing still that mean it
PATIENCE = 5.0  # seconds before one who does nothing is told how
GRACE = 0.35  # seconds in which a key meant for the street does nothing
STILL = 2  # pictures a second with reduced movement: a light counts its seconds down
SKIPS = ("free.", "nudge.")
WHOLE = Box(0, 0, WIDTH, HEIGHT)


class Hand(Screen):
    """A moment chosen with the body. Answers Do(choose). `pick` is the fast path for tests and the demo."""

    overlay = True
    label_width = 220.0
    low = plan.FEET + 10.0  # nothing above this may lie under the words
    how = ""  # what is said to one who does nothing for a while

    def __init__(self, view: View, ground: Street) -> None:
        """`view.moment` must be given; `ground` is the street it stands on, with the player's feet."""
        super().__init__()
        assert view.moment is not None
        self.view = view
        self.shown = view.moment
        self.ground = ground
        self.pal: Palette = palette(view.moment.world)
        self.pressed: dict[str, int] = {}
        self.focus = ""
        self.said = ""
        self.asked = ""  # what waits for a second press, by the player's own setting
        self.touched = False
        self.cam = ground.outing.cam  # where the camera is to come to rest
        ground.scene.lift = self.lift

    @property
    def moving(self) -> bool:  # type: ignore[override]
        """While the body moves; a clock or a ring needs fewer pictures."""
        return self.age < GRACE or self.ground.outing.walker.moving or self.gliding or self.busy()

    @property
    def noise(self) -> str:  # type: ignore[override]
        """The feet."""
        return "steps_stone" if self.ground.outing.walker.moving else ""

    @property
    def gliding(self) -> bool:
        """Whether the camera is still on its way."""
        cam = self.ground.scene.cam
        return cam is not None and cam != self.cam

    def busy(self) -> bool:
        """Whether a hand or a foot of this moment moves."""
        return False

    def tick(self, seconds: float) -> Answer | None:
        """Let time pass."""
        if self.age < PATIENCE <= self.age + seconds and not self.touched:
            self.said = _(self.how)
        super().tick(seconds)
        if self.gliding:
            self.glide(seconds)
        self.drift(seconds, STILL if self.ground.still else IDLE)
        return None

    def settle_camera(self, cam: float) -> None:
        """Let the camera come to rest at `cam`: softly from where it is, or at once if that is out of sight."""
        self.cam = min(max(0.0, cam), plan.ROW_WIDTH - WIDTH)
        now = self.ground.outing.cam
        self.ground.scene.cam = now if abs(now - self.cam) < WIDTH / 2 and not self.ground.still else self.cam
        self.ground.outing.cam = self.ground.scene.cam

    def glide(self, seconds: float) -> None:
        """Move the camera on."""
        cam = self.ground.scene.cam or 0.0
        off = (self.cam - cam) * min(1.0, 4.5 * seconds)
        self.ground.scene.cam = self.cam if abs(self.cam - cam) < 1.5 else cam + off
        self.ground.outing.cam = self.ground.scene.cam
        self.dirty = True

    def take(self, view: View) -> bool:
        """Stay while the same moment is open."""
        if view.phase != "moment" or view.moment is None or view.moment.moment != self.shown.moment:
            return False
        self.view, self.shown, self.dirty = view, view.moment, True
        return True

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be chosen, as it was shown."""
        return self.shown.options

    def option(self, key: str) -> Option:
        """The option of that id. KeyError for another."""
        return {one.id: one for one in self.options}[key]

    def prop(self, *names: str) -> Option | None:
        """The first option that one of these things stands for."""
        return next((one for one in self.options if one.prop in names), None)

    def pick(self, key: str) -> Answer:
        """Choose at once, whatever the hands would have had to do. KeyError for an unknown option."""
        return Do(Act(do="choose", what=self.option(key).id))

    def choose(self, key: str) -> Answer | None:
        """Choose, unless it is closed or asks to be done once more."""
        option = self.option(key)
        if option.closed:
            self.said = option.closed
            return None
        done = self.pressed.get(key, 0)
        if done < option.friction:
            self.pressed[key] = done + 1
            self.said = _("Once more, to be sure.")
            return None
        return self.pick(key)

    def sure_of(self, key: str, *, sure: bool, then: Callable[[str], Answer | None]) -> Answer | None:
        """`then`, at the second press of the same thing where the player has asked to be asked."""
        if sure and self.asked != key and not self.option(key).closed:
            self.asked, self.dirty = key, True
            return None
        self.asked = ""
        return then(key)

    def spot(self, option: Option) -> tuple[float, float]:
        """Where on the screen the thing of an option stands: its middle and the foot of its tag."""
        raise NotImplementedError

    def grab(self, option: Option) -> Box:
        """What of it can be clicked."""
        x, top = self.spot(option)
        return Box(x - 54, top, 108, 110)

    def go(self, key: str) -> Answer | None:
        """What pressing a thing in the list of what is near does. By default it is chosen."""
        return self.choose(key)

    def lift(self, frame: Frame) -> float:
        """How far everything moves up, so that large text hides nothing."""
        return max(0.0, self.low - self._foot(frame).box.y)

    def tree(self, frame: Frame) -> Node:
        """The words, then what is near with its price, the nearest first."""
        foot = self._foot(frame)
        beside = self.beside(frame)
        said = [self._cheer(frame)] if self.shown.aside and self.pal.name == "phone" else []
        skip = [self._skip(frame)] if self.shown.moment.startswith(SKIPS) else []
        written = [one.box for one in (foot, *said, *skip, *beside) if one.role != "button" or one in skip]
        children = [*said, *beside, foot, self._near(frame, tuple(written)), *skip]
        if self.asked:
            signs = {one.key: one.children[0].box for one in children[-1 - len(skip)].children}
            children.append(again.at_tag(frame, signs, f"option.{self.asked}", written, foot.box))
        if self.said:
            note = plated(words(frame, self.said, "sans", 16, self.pal.ink, role="alert"), self.pal)
            children.append(inside(note.place(foot.box.x, foot.box.y - note.box.h - 8)))
        return Node("window", children=children, box=WHOLE, palette=self.pal)

    def _foot(self, frame: Frame) -> Node:
        """The words; where the scene speaks for itself, only a voice says them."""
        if self.shown.wordless:
            return Node("text", self.shown.scene, box=Box(40, HEIGHT - 20, 0, 0))
        return scene(frame, self.pal, self.shown)

    def _near(self, frame: Frame, keep: tuple[Box, ...]) -> Node:
        """What can be chosen, each with its tag, the nearest first."""
        lift, held = self.lift(frame), self.carried()
        options = sorted(self.options, key=lambda one: one.near)
        spots = [(x, top - lift) for x, top in map(self.spot, options)]
        loose = next((index for index, one in enumerate(options) if one.id == held), -1)

        def make(part: float) -> tuple[list[Node], list[Box]]:
            signs = [tag(frame, self.pal, option, self.label_width * part) for option in options]
            return signs, [Box(x - sign.box.w / 2, top - 12 - sign.box.h, sign.box.w, sign.box.h)
                           for sign, (x, top) in zip(signs, spots, strict=True)]

        signs, places = arranged(make, lambda wishes: self._settle(wishes, loose, frame, keep), self._ceiling(frame),
                                 self._foot(frame).box.y - 6, keep)
        for sign, place in zip(signs, places, strict=True):
            sign.place(place.x, place.y)

        def draw(canvas: Canvas, _node: Node, _mood: Mood) -> None:
            for place, spot in zip(places, spots, strict=True):
                # What lies under the text (a crossing does) gets no point: it would stand in a word.
                if not any(one.holds(*spot) for one in keep):
                    tail(canvas, place, spot, self.pal)

        things = [self._thing(option, sign, lift, sure=frame.sure) for option, sign in zip(options, signs, strict=True)]
        return Node("list", _("What is near"), box=WHOLE, children=things, draw=draw)

    def _settle(self, wishes: list[Box], loose: int, frame: Frame, keep: tuple[Box, ...]) -> list[Box]:
        """Where the tags go: off what the moment turns on too, where there is room for that."""
        top, whole = self._ceiling(frame), self.turns_on_box()
        if whole is not None:
            places = settle(wishes, loose, top, (*keep, whole.moved(0, -self.lift(frame))))
            if not any(lie_on(a, b) for n, a in enumerate(places) for b in (*keep, *places[n + 1 :])):
                return places
        return settle(wishes, loose, top, keep)

    def turns_on_box(self) -> Box | None:
        """Where the thing is seen that the moment turns on; None where there is none."""
        return None

    def carried(self) -> str:
        """The option whose thing moves with the hand, or an empty string."""
        return ""

    def beside(self, frame: Frame) -> list[Node]:
        """More to be seen, before the words."""
        return []

    def _ceiling(self, frame: Frame) -> float:
        return hud.nodes(self.view, frame).box.bottom + 8

    def _cheer(self, frame: Frame) -> Node:
        node = cheer(frame, self.pal, self.shown.aside)
        return node.place((WIDTH - node.box.w) / 2, self._ceiling(frame))

    def _thing(self, option: Option, sign: Node, lift: float, *, sure: bool) -> Node:
        def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
            if mood:
                canvas.rect(sign.box.grown(3), self.pal.focus, 8, line=2)

        return Node(
            "button", option.text, key=f"option.{option.id}", value=price(option),
            hint=self.hint(option), disabled=option.closed, ring=False,
            answer=partial(self.sure_of, option.id, sure=sure, then=self.go), selected=option.preselected,
            children=[silent(sign)], box=self.grab(option).moved(0, -lift), draw=draw, palette=self.pal,
        )

    def hint(self, option: Option) -> str:
        """How near it is, in words."""
        return _("nearest") if option.near == 0 else _("marked") if option.lit else ""

    def _skip(self, frame: Frame) -> Node:
        text = words(frame, _("Pass this by"), "sans", 15, self.pal.soft)
        node = silent(plated(text, self.pal, (12, 5)))
        node.place(WIDTH - 20 - node.box.w, self._ceiling(frame))
        return Node("button", _("Pass this by"), key="skip", answer=Do(Act(do="skip")), box=node.box, children=[node],
                    palette=self.pal, shortcut="n")

    def touch(self, event: Input) -> None:
        """Somebody knows how: no more need be said."""
        if not (isinstance(event, Pointer) and event.kind == "move"):
            self.said = "" if self.said == _(self.how) else self.said
            self.touched = True

    def ready(self, event: Input) -> bool:
        """Whether a key counts yet: not the one still held from the street."""
        return not (isinstance(event, Key) and event.name in ("enter", "space") and 0 < self.age < GRACE)

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """Things first, then words."""
        lift = self.lift(frame)
        raised = canvas.moved(0, -lift) if lift else canvas
        self.draw_things(raised, frame)
        render(canvas, self.tree(frame), self.focus)

    def draw_things(self, canvas: Canvas, frame: Frame) -> None:
        """Whatever lies between the street and the words."""


def ring(canvas: Canvas, x: float, y: float, part: float, colour: str) -> None:
    """A ring that fills while one stands still."""
    canvas.circle((x, y), 19, "#FFFFFFD0")
    steps = max(2, round(28 * part))
    points = [(x + 14 * math.sin(part * math.tau * k / steps), y - 14 * math.cos(part * math.tau * k / steps))
              for k in range(steps + 1)]
    canvas.circle((x, y), 14, "#00000022", line=4)
    canvas.line(points, colour, 5)
