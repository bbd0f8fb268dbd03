"""Two players of flesh and blood: one has only a keyboard, one only a mouse. Both look at the record to see what came.

Where a thing lies on the screen, and how many times Tab has to be pressed, is read from the screen's own tree, built
here from the same View and fed with the same keys and clicks. What happens is decided by the window alone.
"""

import time
from collections.abc import Callable
from contextlib import suppress

import pygame

from game.model.record import Line, Option, Shown
from game.model.view import AskView, View
from game.screens import stage
from game.screens.debrief.screen import Debrief
from game.screens.hands.hand import Hand
from game.screens.hands.walk import Walk
from game.screens.kit.answers import Key, Pointer, Push
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node
from game.screens.kit.screen import Screen
from game.screens.outing import due_at
from game.screens.paint import plan
from game.screens.street import Street
from game.screens.walk import MEET
from tests.window.driver import Game, Reader, Silent, until

SETTLED = 0.45  # seconds until a screen has come up and takes keys
TRIES = 6
CLOSE = 700.0  # nearer than this one may stand beside it already
MIDDLE = 2000.0  # where somebody without a place of their own might be met
WHOLE_WAY = 12.0  # seconds from one end of the Row to the other
PLAIN = {"Tab": "tab", "Return": "enter", "Escape": "escape", "Right": "right", "Left": "left", "Down": "down"}
ROAD = 640.0  # a height at which a click is a walk and nothing else


class Player:
    """What both have in common: the rounds of a play."""

    def __init__(self, game: Game, reader: Reader | None = None) -> None:
        """Without a reader there is no play yet, only pages."""
        pygame.font.init()
        self.game, self.reader = game, reader
        self.screens: list[Screen] = []
        self.facing = 1
        self.x, self.day = 0.0, 0  # about where it stands, and since which morning it knows that

    @property
    def frame(self) -> Frame:
        """The window as the screens know it."""
        return Frame(self.game.size)

    @property
    def top(self) -> Screen:
        """The screen that has the keys."""
        return self.screens[-1]

    @property
    def now(self) -> View:
        """What the record says."""
        assert self.reader is not None
        return self.reader.now

    @property
    def lines(self) -> tuple[Line, ...]:
        """The record so far."""
        assert self.reader is not None
        return self.reader.lines

    @property
    def steps(self) -> int:
        """How many lines that are."""
        return len(self.lines)

    def show(self, screen: Screen) -> None:
        """A page that is no part of a play is open now."""
        self.screens = [screen]
        time.sleep(SETTLED)

    def know(self) -> View:
        """Build the screens of the newest View."""
        seen = self.now
        self.screens = stage.layers(seen, self.screens, {})
        if isinstance(self.top, Hand):
            for _ in range(20):
                self.top.tick(0.1)  # a camera glides, feet go the last few steps
        return seen

    def node(self, key: str) -> Node:
        """A thing of the topmost screen."""
        found = self.top.tree(self.frame).find(key)
        assert found is not None, f"{type(self.top).__name__} has no {key}"
        return found

    def go_on(self, done: Callable[[View], bool]) -> View:
        """Play until the View is as wanted."""
        while not done(self.now):
            self.turn()
        return self.now

    def turn(self) -> None:
        """One act, whatever is asked for; return once it is in the record."""
        seen, before = self.know(), self.steps
        time.sleep(SETTLED)
        for _ in range(TRIES):
            self.act(seen)
            try:
                until("a step", lambda: self.steps > before, 2.5)
            except Silent:
                continue
            return
        raise Silent(f"{type(self).__name__} does not get on from {seen.phase}, {seen.moment or seen.ask or seen.page}")

    def act(self, seen: View) -> None:
        """Try to do what the phase is for."""
        if seen.phase == "street":
            (self.walk if seen.due else self.go_home)()
        elif seen.phase == "moment":
            assert seen.moment is not None
            chosen = self.wish(seen.moment)
            (self.choose if seen.moment.mode == "sheet" else self.by_hand)(seen.moment, chosen)
        elif seen.phase == "ask":
            assert seen.ask is not None
            self.answer(seen.ask)
        elif seen.phase == "place":
            self.use("leave")
        else:
            before = self.steps
            self.use("on")
            time.sleep(0.2)
            if (seen.phase == "morning" or (seen.phase == "then" and seen.seen)) and self.steps == before:
                self.use("on")  # the first press brought the words, or passed the night

    def wish(self, shown: Shown) -> Option:
        """What it wants: whatever is open, by turns. On the first day it is in a hurry at the light."""
        opened = [one for one in shown.options if not one.closed and (one.prop != "kerb" or shown.day > 1)]
        return opened[self.steps % len(opened)]

    def on_the_way(self) -> bool:
        """Whether a walk has not come to anything yet."""
        return self.now.phase == "street" and bool(self.now.due)

    def open_menu(self) -> None:
        """From wherever one is in a play."""
        raise NotImplementedError

    def walk(self) -> None:
        """Towards what waits; back and forth where it stands too near to be come to. Anybody would find it so."""
        if self.now.day != self.day:
            self.x, self.day = plan.SPOT_X["no_7"], self.now.day
        due = due_at(self.now)
        off = 9999.0 if due is None else due - self.x
        way = 1 if off > 0 else -1
        legs = [(way, 1.2), (-way, 3.0)] if abs(off) < CLOSE else []
        for self.facing, seconds in (*legs, (way, WHOLE_WAY), (-way, WHOLE_WAY)):
            self.stride(self.facing, seconds)
            if not self.on_the_way():
                self._came(due)
                return

    def _came(self, due: float | None) -> None:
        """Let the street that is built here know how one has come to a moment."""
        street = self.top
        assert isinstance(street, Street)
        outing = street.outing
        outing.walker.facing, outing.strode = self.facing, True
        outing.ahead.x = MIDDLE if due is None else due
        outing.walker.x = outing.ahead.x - self.facing * MEET
        outing.cam = outing.wanted()
        self.x = self.x if due is None else due

    def stride(self, way: int, seconds: float) -> None:
        """Walk to the right (1) or to the left for so long, or until something comes of it."""
        raise NotImplementedError

    def go_home(self) -> None:
        raise NotImplementedError

    def use(self, key: str) -> None:
        raise NotImplementedError

    def choose(self, shown: Shown, option: Option) -> None:
        raise NotImplementedError

    def turn_to(self, page: str) -> None:
        """Open a page of the debrief."""
        raise NotImplementedError

    def by_hand(self, shown: Shown, option: Option) -> None:
        raise NotImplementedError

    def answer(self, ask: AskView) -> None:
        raise NotImplementedError


class Keyboard(Player):
    """Never touches the mouse."""

    def key(self, *names: str) -> None:
        """Press keys, here and there."""
        self.game.key(*names)
        for name in names:
            answer = self.top.on(Key(PLAIN.get(name, name)), self.frame)
            if isinstance(answer, Push):
                self.screens.append(answer.screen)

    def use(self, key: str) -> None:
        """Go there with Tab, and press Enter."""
        stops = [one.key for one in self.top.tree(self.frame).focusables()]
        assert key in stops, f"Tab does not reach {key}, only {stops}"
        for _ in stops:
            if self.top.focus == key:
                break
            self.key("Tab")
        assert self.top.focus == key, (self.top.focus, stops)
        self.key("Return")

    def open_menu(self) -> None:
        """One key."""
        self.game.key("Escape")

    def stride(self, way: int, seconds: float) -> None:
        """An arrow, held down."""
        with self.game.held("Right" if way > 0 else "Left"), suppress(Silent):
            until("somebody", lambda: not self.on_the_way(), seconds)

    def go_home(self) -> None:
        """The list of what there is has the end of the day in it. The feet need their time; an early end, a yes."""
        before = self.steps
        self.use("home")
        with suppress(Silent):
            until("the way home", lambda: self.steps > before, 9)
            return
        self.key("Return")

    def choose(self, shown: Shown, option: Option) -> None:
        """By its number; what asks twice is told twice."""
        if self.top.tree(self.frame).find("go_on"):
            self.use("go_on")
        else:
            self.key(str(1 + [one.id for one in shown.options].index(option.id)))
            time.sleep(0.3)
            if self.top.tree(self.frame).find("go_on"):
                self.use("go_on")

    def by_hand(self, shown: Shown, option: Option) -> None:
        """With the body where the arrows alone do it, else from the list of what is near."""
        if shown.mode == "wait" and option.prop == "road":
            self._hold("Down")
        elif shown.mode == "walk" and option.prop == "way_on":
            assert isinstance(self.top, Walk)
            self._hold("Right" if self.top.side > 0 else "Left")
        elif shown.mode == "wait" and option.prop == "kerb":
            before = self.steps
            until("the light", lambda: self.steps > before, 14)
        else:
            self.use(f"option.{option.id}")
            time.sleep(1.5 if shown.mode == "walk" else 0.5)

    def _hold(self, name: str) -> None:
        before = self.steps
        with self.game.held(name):
            until(f"what {name} does", lambda: self.steps > before, 5)

    def turn_to(self, page: str) -> None:
        """The arrows turn pages."""
        assert isinstance(self.top, Debrief)
        while self.top.page.id != page:
            assert self.top.at < len(self.top.pages) - 1
            self.key("Right")

    def answer(self, ask: AskView) -> None:
        """Everything is answered with something."""
        if ask.kind in ("unpack", "diary"):
            for _ in ask.items if ask.kind == "unpack" else ask.about:
                self.key("1")
                time.sleep(0.1)
            return
        if ask.kind == "chair":
            for key in ("2", "s", "5", "b"):
                self.key(key)
                time.sleep(SETTLED)
            self.use("done")
            self.use("turn")
            return
        if ask.kind == "chalk":
            while not self.top.focus.startswith("chalk."):
                self.key("Tab")
            self.key("Right")
        elif ask.kind == "pick":
            self.key("1")
        else:
            self.key("3")
        self.use("done")


class Mouse(Player):
    """Never touches the keyboard."""

    def at(self, key: str) -> tuple[float, float]:
        """Where a thing is, after turning the wheel until it can be seen."""
        for _ in range(60):
            root = self.top.tree(self.frame)
            pane = next((one for one in root.walk() if one.window and one.reach and one.find(key)), None)
            x, y = self.node(key).box.centre
            if pane is None or pane.window is None or pane.window.holds(x, y):
                return x, y
            self.game.point(*pane.window.centre)
            down = y > pane.window.centre[1]
            self.game.wheel(1 if down else -1)
            self.top.on(Pointer("wheel", *pane.window.centre, -1.0 if down else 1.0), self.frame)
        raise Silent(f"the wheel does not reach {key}")

    def click(self, x: float, y: float) -> None:
        """Click, here and there."""
        self.game.click(x, y)
        self.top.on(Pointer("move", x, y), self.frame)
        answer = self.top.on(Pointer("down", x, y), self.frame) or self.top.on(Pointer("up", x, y), self.frame)
        if isinstance(answer, Push):
            self.screens.append(answer.screen)

    def use(self, key: str) -> None:
        """Click on it."""
        self.click(*self.at(key))

    def open_menu(self) -> None:
        """The three bars beside the day."""
        found = (screen.tree(self.frame).find("menu") for screen in self.screens)
        self.game.click(*next(node for node in found if node).box.centre)

    def stride(self, way: int, seconds: float) -> None:
        """Clicks at the edge of what can be seen, one after the other."""
        ends = time.monotonic() + seconds
        while self.on_the_way() and time.monotonic() < ends:
            self.game.click(1240.0 if way > 0 else 40.0, ROAD)
            with suppress(Silent):
                until("somebody", lambda: not self.on_the_way(), 1.2)

    def go_home(self) -> None:
        """To the end of the street, from there to the door, and on the plate over one's head."""
        for _ in range(7):
            self.game.click(20, ROAD)
            time.sleep(2.2)
        home = plan.SPOT_X["no_7"]
        self.game.click(home, ROAD)
        time.sleep(4.5)
        street = self.top
        assert isinstance(street, Street)
        walker = street.outing.walker
        walker.x, walker.facing, self.facing = home, 1, 1
        street.outing.cam = street.outing.wanted()
        before = self.steps
        for _ in range(2):  # with hours of the day left it is asked for twice
            self.use("here.home")
            with suppress(Silent):
                until("the end of the day", lambda: self.steps > before, 1.5)
                return

    def choose(self, shown: Shown, option: Option) -> None:
        """On its line; what asks twice is told twice."""
        if not self.top.tree(self.frame).find("go_on"):
            self.use(f"option.{option.id}")
            time.sleep(0.3)
        if self.top.tree(self.frame).find("go_on"):
            self.use("go_on")

    def by_hand(self, shown: Shown, option: Option) -> None:
        """Things are carried, or clicked where they stand."""
        time.sleep(1.2)  # things stand still once the camera does
        x, y = self.node(f"option.{option.id}").box.centre
        if shown.mode == "counter":
            self.game.drag((x, y), self.node("tray").box.centre)
            return
        before, patience = self.steps, 14.0 if option.prop == "kerb" else 4.0
        # Where one scene follows another at once, feet and camera are where the last one left them: look along.
        for off in (0, *(side * far for far in range(60, 660, 60) for side in (-1, 1))):
            self.game.click(min(1230.0, max(50.0, x + off)), y)
            with suppress(Silent):
                until("what the click does", lambda: self.steps > before, patience)
                return
            patience = 2.0
        raise Silent(f"no click does anything in {shown.moment}")

    def turn_to(self, page: str) -> None:
        """A tab, or the one that leads to its row."""
        assert isinstance(self.top, Debrief)
        key = f"tab.{page}"
        if self.top.tree(self.frame).find(key) is None:
            self.use(next(f"tab.{one.id}" for one in self.top.pages if one.group))
        self.use(key)

    def answer(self, ask: AskView) -> None:
        """Everything is answered with something."""
        if ask.kind == "unpack":
            for item in ask.items:
                self.use(f"take.{item.id.split('/')[0]}")
                time.sleep(0.1)
            return
        if ask.kind == "diary":
            for _ in ask.about:
                self.use(f"end.{ask.items[0].id}")
                time.sleep(0.1)
            return
        if ask.kind == "chair":
            for key in ("window.1", "stamp", "window.4", "be", "done", "turn"):
                self.use(key)
                time.sleep(SETTLED)
            return
        first = ask.items[0].id if ask.items else ""
        thing = {"chalk": f"chalk.{first}.raises", "pick": f"pick.{first}", "pegs": "peg.3", "token": "slot.2"}
        self.use(thing.get(ask.kind, "more"))
        self.use("done")
