"""The Row and the lane behind it, on foot. Also the ground that moments, places and pages stand on.

Walking is the screen's own; the rules hear only of doors reached, things used, and what was met.
"""

from collections.abc import Mapping

from game.language import N_, _
from game.model.acts import Act
from game.model.view import View
from game.screens import hud, picture, signs
from game.screens.around import STRIDE, Thing, things, within
from game.screens.board import Board, Handset
from game.screens.clear import Clear
from game.screens.kit.answers import GO, LEFT, RIGHT, Answer, Do, Input, Key, Pointer, Push, Typed
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node, render
from game.screens.kit.screen import AWAY, IDLE, RESTING, Screen
from game.screens.outing import Outing, due_at, due_key
from game.screens.paint import pace, plan, scene
from game.screens.passing.hour import Hour
from game.screens.walk import MEET, under_lens

CONE = 15  # pictures a second while a lens in sight throws its cone
AT_REST = 0.5  # seconds of standing still before what lies out of sight is made ready
HINT = 2.6  # seconds a hint stands
GAZE = 1.7  # seconds of looking up
NAMED = 3  # steps until the figures at the head need their names no more
EARLY = 120  # minutes of daylight with which a day is not ended by one key
SURE = N_("Hours of the day are left. Once more, to end it.")
NO_PHONE = N_("There is nothing in your pocket but the key.")
NOTHING = N_("Nothing here to use. Doors open with ↑; Tab shows what there is.")


class Street(Screen):
    """Phase "street" is walked here; in any other phase it is only what stands behind. Answers acts of the street."""

    headed = True

    def __init__(self, view: View, looks: Mapping[str, object] | None = None) -> None:
        """`looks`: people by id, as the painter takes them."""
        super().__init__()
        self.view = view
        self.outing = Outing.begin(view, looks or {})
        self.scene, self.clear, self.hour = picture.Extra(), Clear(), Hour()
        self.target = ""  # where the feet were sent, by key
        self.hint, self.hint_left, self.gaze, self.since = "", 0.0, 0.0, 0.0  # `gaze` is what is left of looking up
        self._open, self._asked = "", False
        self._held: set[str] = set()
        self.still = False  # movement is reduced, as it was when this was last drawn
        self._scale = self._rested = 0.0  # of the canvas this was last drawn on; how long the feet have stood

    @property
    def moving(self) -> bool:  # type: ignore[override]
        """While feet, eyes, a car in sight or a consequence move; the rest of its life needs fewer pictures."""
        if self.lively or not self.walking or self.still or self.left_alone:
            return self.lively
        return self.outing.sees(x for x, *_car in self.outing.traffic.seen())

    @property
    def lively(self) -> bool:
        """While the picture itself moves; a car that goes by is content with half as many pictures."""
        if self.hour.turns(self.outing.time):
            return True
        if self.view.phase == "then":
            return self.clear.moving or (bool(self.view.seen) and self.since < picture.SEEN_FOR)
        pans = self.walking and abs(self.outing.cam - self.outing.wanted()) > 1
        return pans or self.outing.walker.moving or self.gaze > 0 or self.clear.moving

    @property
    def covers(self) -> bool:  # type: ignore[override]
        return self.walking and self.gaze <= 0 and not self.clear.moving and not self.clear.lift  # else it is tilted

    @property
    def unnamed(self) -> bool:
        """The first steps of the first day."""
        first = self.view.day == 1 and self.view.matched_done == 0
        return first and self.walking and self.outing.walker.walked < NAMED * STRIDE

    @property
    def walking(self) -> bool:
        """Whether the player may walk now."""
        return self.view.phase == "street"

    def take(self, view: View) -> bool:
        """It stays through the whole play."""
        if view.phase != self.view.phase or view.day != self.view.day:
            self.since, self.target, self.hint, self.gaze, self._asked, self.noise = 0.0, "", "", 0.0, False, ""
            self.scene = self.scene if view.phase == "then" else picture.Extra()
            self._held, self.focus = set(), ""
        self.view, self.dirty = view, True
        self.outing.know(view)
        return True

    def things(self) -> tuple[Thing, ...]:
        """What can be walked to now, from left to right."""
        return things(self.view, self.outing.walker, self.outing.ahead, self.outing.moods)

    def near(self) -> tuple[Thing, ...]:
        """What is within reach now, the likeliest first."""
        return within(self.things(), self.outing.walker)

    def goto(self, key: str) -> Answer | None:
        """Send the feet to a thing, to use it there; answer at once if they stand there already. Unknown: KeyError."""
        thing = self._find(key)
        if thing.kind not in ("due", "person") and abs(thing.x - self.outing.walker.x) <= thing.reach:
            return self.use(thing)
        self.target = key
        self._send(thing)
        return None

    def reach(self, key: str) -> Answer | None:
        """The fast path: be there now, and use it. For tests and the demo, where nobody watches the feet."""
        walker = self.outing.walker
        if key != "due":
            if walker.lane:
                walker.x = walker.ground.mouths[0]
                walker.out_of_lane()
            walker.x = self._find(key).x
        self.outing.snap()
        return self.use(self._find(key), sure=True)

    def use(self, thing: Thing, *, sure: bool = False) -> Answer | None:
        """Use a thing where one stands. With much of the day left, going home is asked for twice."""
        walker = self.outing.walker
        self.target = ""
        walker.stop()
        early = thing.kind == "home" and self.view.minutes_left > EARLY and not (sure or self._asked)
        if thing.closed or early:
            self._asked = early  # until the feet move on
            self._say(thing.closed or _(SURE))
            return None
        if thing.kind == "mouth":
            if not walker.into_lane():
                walker.out_of_lane()
                if due_at(self.view) is None:
                    self.outing.ahead.surface(walker)
            self.focus = ""
            return self._meeting(walker.x)
        if (act := thing.act) is None:
            return None
        if act.do == "visit":
            act = act.but(how=walker.way)
            walker.arrive(act.what)
        elif act.do == "home":
            walker.arrive("no_7")
        elif act.do == "meet":
            self.outing.strode = abs(thing.x - walker.x) <= MEET
            self.outing.ahead.key = ""
        elif act.do == "roam":
            seen = self.view.watch == "plain" and under_lens(walker.ground, walker.x, self.outing.time)
            act = act.but(how="lens" if seen else "clear")
        elif act.do == "look":
            self._open = act.what
        return Do(act)

    def look(self, what: str) -> Answer | None:
        """Look at the "lantern" or, where there is one, at the "phone"."""
        if what == "phone" and (self.view.boxed or self.view.world != "phone"):
            self._say(_("It still lies in its box.") if self.view.boxed else _(NO_PHONE))
            return None
        if what == "lantern":
            self.gaze = GAZE
        else:
            self._open = what
        self.outing.walker.stop()
        return Do(Act(do="look", what=what))

    def tick(self, seconds: float) -> Answer | None:
        """Feet, cars, what stands ahead."""
        super().tick(seconds)
        self.drift(seconds, self._rate())
        self.since += seconds
        self.gaze = max(0.0, self.gaze - seconds)
        self.hint_left = max(0.0, self.hint_left - seconds)
        if self.hint and self.hint_left == 0:
            self.hint, self.dirty = "", True
        self.clear.tick(seconds, self.outing)
        if not self.walking:
            self.outing.time += seconds
            return None
        what, self._open = self._open, ""
        if what in ("board", "phone"):
            return Push(Board(self.view) if what == "board" else Handset(self.view))
        stood, spoke = (walker := self.outing.walker).x, self.outing.speaking
        went = self.outing.tick(seconds, self.view)
        self.noise = "steps_stone" if went else ""
        self._rest(seconds, still=went == 0)
        self.dirty = self.dirty or went != 0 or spoke != self.outing.speaking
        self._asked = self._asked and went == 0
        self.outing.ahead.follow(due_key(self.view), walker, (went > 0) - (went < 0), due_at(self.view))
        if met := self._meeting(stood):
            return met
        return self._arrived() if self.target and not walker.moving else None

    def _rate(self) -> int:
        """Pictures a second while one stands. A cone is no decoration: it turns with reduced movement too."""
        if self.view.watch == "plain" and not self.outing.walker.lane and self.outing.sees(plan.LENSES):
            return RESTING if self.age - self.touched > 3 * AWAY else CONE  # some stand still to learn its swing
        return 0 if self.still else RESTING if self.left_alone else IDLE

    def _rest(self, seconds: float, *, still: bool) -> None:
        """While one stands, the rest of the street is drawn in advance: no step has to wait for a house."""
        self._rested = self._rested + seconds if still else 0.0
        street = self.view.world, self.view.light, self.outing.cam, self._scale
        if self._rested > AT_REST and self._scale and not scene.warm(*street):
            self._rested = -AWAY  # all is ready: look again in a while

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Keys and mouse on the street; behind something else it answers nothing."""
        passing = isinstance(event, Pointer) and event.kind != "down"
        if not self.walking or passing or isinstance(event, Typed):
            return None
        self.still = frame.still
        self.dirty = True
        if isinstance(event, Pointer):
            return self._pointed(event, frame)
        if event.name in LEFT | RIGHT:
            (self._held.add if event.down else self._held.discard)(event.name)
            self.target, self.focus = "", ""
            self.outing.walker.hold((1 if self._held & RIGHT else 0) - (1 if self._held & LEFT else 0))
            return None
        return self._pressed(event, frame) if event.down else None

    def _pressed(self, event: Key, frame: Frame) -> Answer | None:
        name = event.name
        if name in ("tab", "backtab"):
            start = "due" if self.view.due else next((thing.key for thing in self.near()), "")
            if start and not self.focus and self.tree(frame).find(start):
                self.focus = start  # the first Tab stands at what waits, or is here; then it goes round the Row
            else:
                self.step(1 if name == "tab" else -1, self.tree(frame))
            return None
        if name in ("l", "p"):
            return self.look("lantern" if name == "l" else "phone")
        if name in GO and self.focus and name != "up":
            return held.press() if (held := self.tree(frame).find(self.focus)) else None
        here = self.near()
        if name in GO and here:
            return self.use(here[0])
        if name == "e" and len(here) > 1:
            return self.use(here[1])
        if name in ("down", "s") and self.outing.walker.lane:
            return self.use(here[0]) if here else None
        if name in GO:
            self._say(_(NOTHING))
        return None

    def _pointed(self, event: Pointer, frame: Frame) -> Answer | None:
        under = self.tree(frame).at(event.x, event.y)
        if under:
            return under.press()
        self.target, self.focus = "", ""
        self.outing.walker.send(self.outing.cam + event.x)
        return None

    def _find(self, key: str) -> Thing:
        return {one.key: one for one in self.things()}[key]

    def _send(self, thing: Thing) -> None:
        walker, ahead = self.outing.walker, self.outing.ahead
        if thing.kind == "due":
            ahead.follow(due_key(self.view), walker, walker.facing, due_at(self.view))
        to = thing.x if thing.kind != "due" or ahead.x is None else ahead.x
        walker.send(to - 60 if thing.kind == "person" and to > walker.x else to)

    def _arrived(self) -> Answer | None:
        key, self.target = self.target, ""
        found = next((one for one in self.things() if one.key == key and one.kind != "person"), None)
        return self.use(found) if found and abs(found.x - self.outing.walker.x) <= found.reach else None

    def _meeting(self, before: float) -> Answer | None:
        if self.view.due and self.outing.ahead.met(self.outing.walker, before):
            self.outing.walker.stop()
            self.outing.ahead.key, self.outing.strode = "", True
            return Do(Act(do="meet"))
        return None

    def _say(self, line: str) -> None:
        self.hint, self.hint_left, self.dirty = line, HINT, True

    def tree(self, frame: Frame) -> Node:
        """The head of the screen; while one walks, also all that can be walked to."""
        head = hud.nodes(self.view, frame)
        if not self.walking:
            return Node("window", self.view.errand, children=[head], box=signs.WHOLE)
        return signs.tree(self, frame, head)

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """The street, a room, or what came of a choice; then the words on it."""
        self.still, self._scale = frame.still, canvas.scale
        self.scene.behind |= self.clear.want(self.view, self.outing, frame)
        tilt = -self.scene.lift(frame) if self.scene.lift else -self.clear.lift
        if self.gaze > 0 and not frame.still:
            tilt = 150 * pace.ease(min(1.0, self.gaze / 0.4, (GAZE - self.gaze) / 0.4))
        raised = picture.tilted(canvas, self.view, tilt) if tilt else canvas
        self.hour.draw(raised, self.view, self.outing, self.scene, self.since, still=frame.still)
        if self.view.phase in ("street", "moment", "then", "place"):
            render(canvas, self.tree(frame), self.focus)
