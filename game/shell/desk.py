"""The desk: a stack of screens over one play. Screens answer; the desk does what they answer. It needs no window."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.language import language, told
from game.screens.captions import Captions
from game.screens.kit.answers import Answer, Do, Input, Key, Order, Pointer, Pop, Push, Quit, Reset
from game.screens.kit.canvas import Canvas
from game.screens.kit.palette import palette
from game.screens.kit.screen import Screen
from game.screens.names import Names
from game.screens.plays import Plays
from game.screens.saved import Settings
from game.screens.title import Title
from game.screens.voice import Heard, hear
from game.shell import pile, wording
from game.shell.ear import Ear
from game.shell.hold import BY_HAND, Hold
from game.shell.needs import Library, Play
from game.shell.orders import carry_out, join
from game.shell.tongue import Tongue
from game.shell.touch import Way, touched

if TYPE_CHECKING:
    import pygame

    from game.model.acts import Act
    from game.model.view import View


class Desk(Hold):
    """Holds the screens and the play. Feed it inputs and seconds; paint it where you like."""

    def __init__(
        self, settings: Settings, *, keep: Callable[[Settings], None] | None = None,
        clock: Callable[[], float] = time.monotonic, tongue: Tongue | None = None,
    ) -> None:
        """`keep` is told of changed settings; `clock` gives seconds and is asked only for the time spent."""
        super().__init__()
        self.tongue = tongue or Tongue()
        self.settings, self.shared = settings, settings.shared
        self.library: Library | None = None
        self.play: Play | None = None
        self.title = Title()
        self.screens: list[Screen] = [self.title]
        self.time = 0.0
        self.size = settings.size
        self.done, self.dirty = False, True
        self.trouble, self.language = "", language()  # the language that all of it is in
        self.aloud = False  # somebody is read to: they have their own pace
        self.looks: Mapping[str, object] = {}
        self.names, self.captions, self.ear = Names(), Captions(), Ear()
        self.view: View | None = None  # what the player of a running play may know now
        self.touched = False  # whether a key or a button has been pressed
        self._keep = keep
        self._clock = clock
        self._since = clock()
        self._waiting: Order | None = None
        self.title.settle(settings)

    @property
    def moving(self) -> bool:
        """Whether something on the screen moves."""
        return any(screen.moving for screen in self.running())

    @property
    def lively(self) -> bool:
        """Whether it moves fast enough to want every frame."""
        return any(screen.lively for screen in self.running())

    @property
    def left_alone(self) -> bool:
        """Whether nobody seems to be there, and nothing moves that wants to be seen."""
        return not self.moving and all(screen.left_alone for screen in self.running())

    def ready(self, library: Library) -> None:
        """The plays and the level files have been read."""
        self.library, self.looks = library, library.looks()
        self.tongue.knows(library.texts())
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
            saved = [one for one in saved if one.play in self.mine] if self.shared else saved
            for screen in (self.title, *self.screens):
                if isinstance(screen, Title | Plays):
                    screen.shared = self.shared
                    screen.know(saved, offers)
            self.dirty = True

    def feed(self, event: Input) -> None:
        """A key, the mouse or typed text for the topmost screen."""
        pressed = (isinstance(event, Key) and event.down) or (isinstance(event, Pointer) and event.kind == "down")
        self.touched = self.touched or pressed
        for screen in self._seen():
            screen.touched = screen.age
        top = self.screens[-1]
        if event == Key("m") and not top.writing:
            self._set({"muted": not self.settings.muted})
            return
        if len(self.screens) > 1 and top.lets_by(event, self.frame):
            top = self.screens[-2]
            if pressed:
                self.screens.pop()
                self.dirty = True
        self.names.heed(event, self._seen(), self.frame)
        answer = self.meant(event, top) or pile.way_out(event, self._seen(), self.frame) or top.on(event, self.frame)
        if answer is None and event == Key("escape") and top.kind in BY_HAND:
            answer = Order("menu")
        if answer is not None:
            self.apply(answer)

    def heard(self) -> Heard:
        """What there is to be heard of all this."""
        return hear([*([self.hints] if self.hints.now else []), *self.running()], self.frame)

    def touch(self, key: str, way: Way = "press", given: str = "") -> None:
        """What a screen reader asks of a thing: touched where the keys and the mouse touch it. Unknown: nothing."""
        self.touched = self.touched or way != "focus"
        if self.paused:
            self.unpause()  # whoever is read to need not look for the window
        answer = touched(self.screens, self.frame, key, way, given, self.feed)
        self.dirty = True
        if answer is not None:
            self.apply(answer)

    def tick(self, seconds: float) -> None:
        """Let time pass on every screen that is seen."""
        self.time += seconds
        self.names.tick(seconds)
        self.teach(seconds)
        wording.follow(self)
        for screen in self.running():
            before = screen.moving
            answer = screen.tick(seconds)
            self.dirty = self.dirty or (before and not screen.moving)
            if answer is not None:
                self.apply(answer)
                return

    def paint(self, surface: "pygame.Surface", make: type[Canvas] = Canvas) -> Canvas:
        """Draw all that is seen; return the canvas of that kind on which it was drawn."""
        self.size = surface.get_size()
        frame = self.frame
        canvas = frame.canvas(surface, make)
        bars = not canvas.area((0, 0, 1280, 720)).contains(surface.get_rect())
        if bars or not self._seen()[0].covers:
            surface.fill(palette("print").ink)
        for screen in self._seen():
            with canvas.clip((0, 0, 1280, 720)):
                screen.paint(canvas, frame)
            screen.dirty = False
        self.names.paint(canvas, self._seen(), frame)
        self.captions.paint(canvas, self._seen(), frame)
        self.hints.draw_on(canvas, self._seen(), frame)
        self.dirty = False
        return canvas

    @property
    def stale(self) -> bool:
        """Whether what is on the window is no longer true."""
        return self.dirty or self.names.dirty or self.captions.dirty or any(
            screen.dirty for screen in (self.hints, *self._seen())
        )

    def apply(self, answer: Answer) -> None:
        """Do what a screen answered."""
        self.dirty = True
        if isinstance(answer, Do):
            self.do(answer.act)
        elif isinstance(answer, Push):
            self.screens.append(answer.screen)
        elif isinstance(answer, Pop):
            self._since = self._clock() if self.screens[-1].timeless else self._since
            self.screens = self.screens[:-1] or self.screens
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
        before = self.view
        spent = round((self._clock() - self._since) * 1000)
        self._since = self._clock()
        try:
            self.play.do(act, spent)
        except Illegal as error:
            self.notice(told(str(error)))
            return
        except CannotWrite as error:
            self._show(before, act)
            self.notice(str(error), unsaved=True)
            return
        self._show(before, act)

    def begin(self, play: Play) -> None:
        """Take up a play where it stands."""
        from game.model.acts import Act  # noqa: PLC0415  (as above)

        self.play, self.view = play, None
        self._since = self._clock()
        self.screens = []
        if play.view().phase == "title":
            self.do(Act(do="begin"))
        else:
            self._show()

    def _show(self, before: "View | None" = None, act: "Act | None" = None) -> None:
        """The screens that fit where the play stands; if an act led there, the ear is told."""
        from game.screens import stage  # noqa: PLC0415  (as above)

        assert self.play is not None
        self.view = wording.seen(self.play)
        if act:
            self.ear.act(before, self.view, act)
            self.remember(before, act)
        self.names.threshold.leave(before, self.view, still=self.frame.still)
        self.screens = stage.over(before, self.view, self.screens, self.looks, still=self.frame.still or self.aloud)
        self.reckon()
        self.dirty = True

    def _order(self, order: Order) -> None:
        name, args = order.name, order.args
        if name == "set":
            self._set(args)
            return
        if name == "title":
            self.to_title()
            return
        if name == "menu":
            self.menu()
            return
        if name == "go_on":
            self.unpause()
            return
        if name == "join":
            join(self, args["address"])
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
            self.notice(str(error), unsaved=True)
        except (BadRecord, Differs, KeyError, OSError) as error:
            self.notice(str(error))

    def _set(self, args: dict[str, Any]) -> None:
        before, self.settings = self.settings, replace(self.settings, **args)
        if self.settings.language != before.language:
            self.tongue.speak(self.settings.language)
        if self.settings.shared and not self.shared:
            self.shared = True  # and until the next start: nobody turns it off to see what others did
            self.refresh()
        if self._keep:
            self._keep(self.settings)
        for screen in self.screens:
            screen.settle(self.settings)


    def leave(self) -> None:
        """The window closes. Everything is on disk already."""
