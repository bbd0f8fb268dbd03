"""How the desk is held: what keys mean before any screen is asked, what is paused, and what lies on top of what."""

from typing import TYPE_CHECKING, Self

from game.screens.hints import ACTS, WALKED, Hints
from game.screens.kit.answers import Answer, Input, Key, Order, Pop
from game.screens.kit.frame import Frame
from game.screens.kit.screen import Screen
from game.screens.paused import Paused
from game.screens.plays import Menu, Notice
from game.screens.saved import Settings
from game.shell import pile
from game.shell.two_words import two_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.model.acts import Act
    from game.model.view import View
    from game.screens.title import Title
    from game.shell.needs import Library, Play

BY_HAND = ("street", "hands")  # screens that read the keys themselves and leave Escape to the desk
READ = ("page", "then")  # screens with one way on, which may be turned by holding a key once their words are known


class Hold:
    """The part of a desk that is about hands, not about plays."""

    settings: Settings
    library: "Library | None"
    play: "Play | None"
    view: "View | None"
    title: "Title"
    screens: list[Screen]
    time: float
    size: tuple[int, int]
    dirty: bool
    aloud: bool
    touched: bool
    _clock: "Callable[[], float]"
    _since: float

    def __init__(self) -> None:
        """Held by a keyboard, with nothing read."""
        self.by_pad = False
        self.hints = Hints()
        self.known: set[str] = set()  # what was read since the game was started
        self._left_at: float | None = None
        self.shared = False  # whether several people use this computer, at this start or since then
        self.mine: set[str] = set()  # the plays of who is here
        self.elsewhere: str | None = None  # where one goes when done: a room's address, "" the title, None nowhere

    @property
    def frame(self) -> Frame:
        """What the screens are told about the window."""
        now = self.settings
        return Frame(self.size, now.zoom, self.time, now.still, self.untimed, keys=now.keys, pad=self.by_pad,
                     sure=now.sure, learnt=now.learnt, lettering=now.lettering, stark=now.stark)  # fmt: skip

    @property
    def untimed(self) -> bool:
        """Whether waiting costs no seconds: by the player's wish, or because the words are heard, not seen."""
        return self.settings.untimed or self.aloud

    @property
    def on_foot(self) -> bool:
        """Whether the arrows walk now, or move a hand."""
        return self.screens[-1].kind in BY_HAND

    def hold_by(self, *, pad: bool) -> None:
        """A gamepad was touched, or the keyboard or the mouse: hints name what is in the hand."""
        if self.by_pad != pad:
            self.by_pad, self.dirty = pad, True
            for screen in self.screens:
                screen.dirty = True

    def meant(self, event: Input, top: Screen) -> Answer | None:
        """What some keys mean wherever they are pressed in a play; None if the screen is to be asked."""
        if not isinstance(event, Key) or not event.down or top.writing:
            return None
        if event.name == "f10":
            if isinstance(top, Menu):
                return Pop()
            return Order("menu") if self.play and top.kind else top.on(Key("enter"), self.frame)
        if self.play is None or not top.kind or top.kind in ("title", "over"):
            return None
        if event.name == "backspace" or (event.name == "pageup" and not scrolled(top, self.frame)):
            return Order("before")
        return None

    # What was read

    def turn_what_was_read(self) -> None:
        """A key is held down: turn the page if all of it has been read before. Nothing else is ever turned."""
        if self.screens[-1].kind in READ and self.view and text_of(self.view) in self.known:
            from game.model.acts import Act  # noqa: PLC0415  (the rules are read after the first frame)

            self.do(Act(do="on"))

    def remember(self, before: "View | None", act: "Act | None") -> None:
        """An act has been done: its page has been read, and perhaps a hint has done its work."""
        if before and act and act.do == "on":
            self.known.add(text_of(before))
        by_hand = before is not None and before.moment is not None and before.moment.mode != "sheet"
        if act and act.do in ACTS and not by_hand:
            self.learn(ACTS[act.do])

    def reckon(self) -> None:
        """On the page of an evening: how much is still to come."""
        top = self.screens[-1]
        if isinstance(top, Screen) and top.kind == "page" and self.library and self.play:
            top.left = self.library.minutes_left(self.play)  # type: ignore[attr-defined]

    def learn(self, what: str) -> None:
        """A hint is over with, for good."""
        self.hints.gone(what)
        if what and what not in self.settings.learnt:
            self._set({"learnt": (*self.settings.learnt, what)})

    def teach(self, seconds: float) -> None:
        """Let the hints follow what is on the screen."""
        top = self.screens[-1]
        self.learn(self.hints.follow(seconds, top, self.settings.learnt))
        if "walk" not in self.settings.learnt and top.kind == "street" and steps(top) > WALKED:
            self.learn("walk")

    def after(self, other: "Hold") -> Self:
        """Take the place of another desk in its window, before the same person."""
        self.size, self.touched, self.shared, self.mine = other.size, other.touched, other.shared, other.mine
        return self

    # The window has lost the focus

    @property
    def paused(self) -> bool:
        """Whether everything stands still."""
        return isinstance(self.screens[-1], Paused)

    def pause(self) -> None:
        """Nobody is there: a play stands still until the first touch, and the time until then is nobody's."""
        if self.play and not self.paused and not self.screens[-1].pauses:
            self._left_at = self._clock()
            self.screens.append(Paused())
            self.dirty = True

    def unpause(self) -> None:
        """Somebody is there again."""
        if self.paused:
            self.screens.pop()
        if self._left_at is not None:
            self._since += self._clock() - self._left_at
            self._left_at = None
        self.dirty = True

    # What lies on top of what

    def _seen(self) -> list[Screen]:
        return pile.seen(self.screens)

    def running(self) -> list[Screen]:
        """What is seen and not paused by something above it."""
        return pile.running(self._seen())

    def put_away(self, *, also: int = 0) -> None:
        """Take away the screen that asked for what has just been done, and so many screens below it."""
        if self.screens[-1].passing:
            self.screens.pop()
        for _ in range(also):
            self.screens.pop()
        self.screens = self.screens or [self.title]
        self.dirty = True

    def to_title(self, *, anew: bool = False) -> None:
        """Leave the play, if there is one, and stand before the title; `anew`: as whoever is next on this computer."""
        self.mine = set() if anew else self.mine
        self.play = self.view = None
        self.screens = [self.title]
        self.title.arrive()
        self.refresh()

    def notice(self, message: str, *, unsaved: bool = False) -> None:
        """Say something to the player; `unsaved`: that the play is not being saved any more."""
        self.screens.append(Notice(message, unsaved=unsaved))
        self.dirty = True

    def menu(self) -> None:
        """Lay the menu over the play."""
        if self.play:
            left = self.library.minutes_left(self.play) if self.library else None
            pair = two_words(self.library.name_of(self.play)) if self.shared and self.library else ""
            self.screens.append(Menu(self.settings, self.view, left, pair))
            self.learn("menu")

    def refresh(self) -> None:
        """Tell the screens what there is."""
        raise NotImplementedError

    def do(self, act: "Act") -> None:
        """One act for the rules."""
        raise NotImplementedError

    def _set(self, args: dict[str, object]) -> None:
        raise NotImplementedError


def text_of(view: "View") -> str:
    """The words of a page or of what came of a choice."""
    return "\n".join((view.page.title, *view.page.lines)) if view.page else view.then


def scrolled(top: Screen, frame: Frame) -> bool:
    """Whether some of its text lies above what is seen: then Page up is for that."""
    return any(node.window and node.reach and node.offset > 0 for node in top.tree(frame).walk())


def steps(street: Screen) -> float:
    """How far one has walked on it."""
    return float(street.outing.walker.walked)  # type: ignore[attr-defined]
