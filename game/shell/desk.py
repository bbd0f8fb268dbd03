"""The desk: a stack of screens over one play. Screens answer; the desk does what they answer. It needs no window."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.screens.kit.answers import Answer, Do, Input, Key, Order, Pointer, Pop, Push, Quit, Reset
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.palette import palette
from game.screens.kit.screen import Screen
from game.screens.names import Names
from game.screens.plays import Menu, Notice, Plays
from game.screens.saved import Settings
from game.screens.title import Title
from game.shell.needs import Library, Play
from game.shell.orders import carry_out

if TYPE_CHECKING:
    import pygame

    from game.model.acts import Act

BY_HAND = ("street", "hands")  # screens that read the keys themselves and leave Escape to the desk


class Desk:
    """Holds the screens and the play. Feed it inputs and seconds; paint it where you like."""

    def __init__(
        self, settings: Settings, *, keep: Callable[[Settings], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`keep` is told of changed settings; `clock` gives seconds and is asked only for the time spent."""
        self.settings = settings
        self.library: Library | None = None
        self.play: Play | None = None
        self.title = Title()
        self.screens: list[Screen] = [self.title]
        self.time = 0.0
        self.size = settings.size
        self.done = False
        self.dirty = True
        self.trouble = ""
        self.looks: Mapping[str, object] = {}
        self.names = Names()
        self._keep = keep
        self._clock = clock
        self._since = clock()
        self._waiting: Order | None = None
        self.title.settle(settings)

    @property
    def frame(self) -> Frame:
        """What the screens are told about the window."""
        wish = self.settings
        return Frame(self.size, wish.zoom, self.time, wish.still, wish.untimed)

    @property
    def moving(self) -> bool:
        """Whether something on the screen moves."""
        return any(screen.moving for screen in self._running())

    @property
    def lively(self) -> bool:
        """Whether it moves fast enough to want every frame."""
        return any(screen.lively for screen in self._running())

    @property
    def left_alone(self) -> bool:
        """Whether nobody seems to be there, and nothing moves that wants to be seen."""
        return not self.moving and all(screen.left_alone for screen in self._running())

    def ready(self, library: Library) -> None:
        """The plays and the level files have been read."""
        self.library, self.looks = library, library.looks()
        self.refresh()
        if self._waiting:
            order, self._waiting = self._waiting, None
            self.apply(order)

    def failed(self, message: str) -> None:
        """They could not be read: say so instead of starting a play."""
        self.trouble = message
        self.title.arrive()
        self.title.know((), ())
        self.notice(message)

    def refresh(self) -> None:
        """Tell the title, and the list of plays if it is open, what there is."""
        if self.library:
            saved, offers = self.library.saved(), self.library.offers()
            for screen in (self.title, *self.screens):
                if isinstance(screen, Title | Plays):
                    screen.know(saved, offers)
            self.dirty = True

    def feed(self, event: Input) -> None:
        """A key, the mouse or typed text for the topmost screen."""
        for screen in self._seen():
            screen.touched = screen.age
        top = self.screens[-1]
        if len(self.screens) > 1 and top.lets_by(event, self.frame):
            top = self.screens[-2]
            if (isinstance(event, Key) and event.down) or (isinstance(event, Pointer) and event.kind == "down"):
                self.screens.pop()
                self.dirty = True
        self.names.heed(event, self._seen(), self.frame)
        answer = self._way_out(event) or top.on(event, self.frame)
        if answer is None and event == Key("escape") and top.kind in BY_HAND:
            answer = Order("menu")
        if answer is not None:
            self.apply(answer)

    def _way_out(self, event: Input) -> Answer | None:
        """The mark that opens the menu lies on the lowest screen; it can be clicked whatever lies above that."""
        if not isinstance(event, Pointer) or event.kind != "down":
            return None
        top, *below = reversed(self._seen())
        if top.pauses or top.tree(self.frame).at(event.x, event.y):
            return None
        marks = (screen.tree(self.frame).find("menu") for screen in below)
        mark = next((one for one in marks if one and one.box.holds(event.x, event.y)), None)
        return mark.press() if mark else None

    def tick(self, seconds: float) -> None:
        """Let time pass on every screen that is seen."""
        self.time += seconds
        self.names.tick(seconds)
        for screen in self._running():
            before = screen.moving
            answer = screen.tick(seconds)
            if before and not screen.moving:
                self.dirty = True
            if answer is not None:
                self.apply(answer)
                return

    def paint(self, surface: "pygame.Surface") -> None:
        """Draw all that is seen."""
        self.size = surface.get_size()
        frame = self.frame
        canvas = Canvas(surface, zoom=frame.zoom)
        bars = not canvas.area((0, 0, 1280, 720)).contains(surface.get_rect())
        if bars or not self._seen()[0].covers:
            surface.fill(palette("print").ink)
        for screen in self._seen():
            with canvas.clip((0, 0, 1280, 720)):
                screen.paint(canvas, frame)
            screen.dirty = False
        self.names.paint(canvas, self._seen(), frame)
        self.dirty = False

    @property
    def stale(self) -> bool:
        """Whether what is on the window is no longer true."""
        return self.dirty or self.names.dirty or any(screen.dirty for screen in self._seen())

    def apply(self, answer: Answer) -> None:
        """Do what a screen answered."""
        self.dirty = True
        if isinstance(answer, Do):
            self.do(answer.act)
        elif isinstance(answer, Push):
            self.screens.append(answer.screen)
        elif isinstance(answer, Pop):
            if len(self.screens) > 1:
                self.screens.pop()
        elif isinstance(answer, Reset):
            self.screens = [answer.screen]
        elif isinstance(answer, Quit):
            self.done = True
        else:
            self._order(answer)

    def do(self, act: "Act") -> None:
        """One act for the rules; then the screens that fit what came of it."""
        from game.journal import CannotWrite  # noqa: PLC0415  (the rules are read after the first frame)
        from game.rules import Illegal  # noqa: PLC0415

        assert self.play is not None
        spent = round((self._clock() - self._since) * 1000)
        self._since = self._clock()
        try:
            self.play.do(act, spent)
        except Illegal as error:
            self.notice(str(error))
            return
        except CannotWrite as error:
            self._show()
            self._unsaved(str(error))
            return
        self._show()

    def begin(self, play: Play) -> None:
        """Take up a play where it stands."""
        from game.model.acts import Act  # noqa: PLC0415  (as above)

        self.play = play
        self._since = self._clock()
        self.screens = []
        if play.view().phase == "title":
            self.do(Act(do="begin"))
        else:
            self._show()

    def _show(self) -> None:
        from game.screens import stage  # noqa: PLC0415  (as above)

        assert self.play is not None
        self.screens = stage.layers(self.play.view(), self.screens, self.looks)
        self.dirty = True

    def _seen(self) -> list[Screen]:
        low = len(self.screens) - 1
        while low > 0 and self.screens[low].overlay:
            low -= 1
        return self.screens[max(0, low) :]

    def _running(self) -> list[Screen]:
        """What is seen and not paused by something above it."""
        seen = self._seen()
        low = max((index for index, screen in enumerate(seen) if screen.pauses), default=0)
        return seen[low:]

    def _order(self, order: Order) -> None:
        name, args = order.name, order.args
        if name == "set":
            self._set(args)
            return
        if name == "title":
            self.to_title()
            return
        if name == "menu":
            if self.play:
                self.screens.append(Menu(self.settings, self.play.view()))
            return
        if self.library is None:
            if self.trouble:
                self.notice(self.trouble)
            else:
                self._waiting = order
            return
        from game.journal import BadRecord, CannotWrite, Differs  # noqa: PLC0415  (as above)

        try:
            carry_out(self, self.library, name, args)
        except CannotWrite as error:
            self._unsaved(str(error))
        except (BadRecord, Differs, KeyError, OSError) as error:
            self.notice(str(error))

    def _set(self, args: dict[str, Any]) -> None:
        self.settings = replace(self.settings, **args)
        if self._keep:
            self._keep(self.settings)
        for screen in self.screens:
            screen.settle(self.settings)

    def put_away(self, *, also: int = 0) -> None:
        """Take away the screen that asked for what has just been done, and so many screens below it."""
        if self.screens[-1].passing:
            self.screens.pop()
        for _ in range(also):
            self.screens.pop()
        self.screens = self.screens or [self.title]
        self.dirty = True

    def to_title(self) -> None:
        """Leave the play, if there is one, and stand before the title."""
        self.play = None
        self.screens = [self.title]
        self.title.arrive()
        self.refresh()

    def notice(self, message: str) -> None:
        """Say something to the player."""
        self.screens.append(Notice(message))
        self.dirty = True

    def _unsaved(self, message: str) -> None:
        self.screens.append(Notice(message, title="This play is not being saved", unsaved=True))
        self.dirty = True
