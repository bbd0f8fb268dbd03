"""Somebody who has nothing but a gamepad, and a window that is none: SDL's events, made by hand."""

from collections.abc import Callable
from pathlib import Path

import pygame

from game.model.record import Option
from game.model.view import View
from game.screens.chair import Chair
from game.screens.hands.hand import Hand
from game.screens.hands.walk import Walk
from game.screens.kit.screen import Screen
from game.screens.saved import Settings
from game.screens.street import Street
from game.shell.controls import Controls
from game.shell.desk import Desk
from game.shell.library import Folder

STEP = 1 / 30
SIZE = (1280, 720)
A, B, X, Y = (pygame.CONTROLLER_BUTTON_A, pygame.CONTROLLER_BUTTON_B, pygame.CONTROLLER_BUTTON_X,
              pygame.CONTROLLER_BUTTON_Y)  # fmt: skip
START, BACK = pygame.CONTROLLER_BUTTON_START, pygame.CONTROLLER_BUTTON_BACK
LB, RB = pygame.CONTROLLER_BUTTON_LEFTSHOULDER, pygame.CONTROLLER_BUTTON_RIGHTSHOULDER
UP, DOWN = pygame.CONTROLLER_BUTTON_DPAD_UP, pygame.CONTROLLER_BUTTON_DPAD_DOWN
LEFT, RIGHT = pygame.CONTROLLER_BUTTON_DPAD_LEFT, pygame.CONTROLLER_BUTTON_DPAD_RIGHT
TRIGGER = pygame.CONTROLLER_AXIS_TRIGGERRIGHT
LEFT_X, LEFT_Y = pygame.CONTROLLER_AXIS_LEFTX, pygame.CONTROLLER_AXIS_LEFTY


def button(number: int, *, down: bool = True) -> pygame.Event:
    """The event of a button."""
    kind = pygame.CONTROLLERBUTTONDOWN if down else pygame.CONTROLLERBUTTONUP
    return pygame.event.Event(kind, button=number, instance_id=0)


def axis(number: int, value: float) -> pygame.Event:
    """The event of a stick or a trigger, -1 to 1."""
    return pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis=number, value=round(value * 32767), instance_id=0)


class Player:
    """Plays by gamepad alone. It reads the screens' trees for where the focus is, as eyes would."""

    def __init__(self, folder: Path, settings: Settings | None = None) -> None:
        """A game that has just been started, its plays in `folder`."""
        self.desk = Desk(settings or Settings(untimed=True), clock=lambda: 0.0)
        self.desk.ready(Folder(folder))
        self.controls = Controls()
        self.met: set[str] = set()  # kinds of things that ask, and of moments by hand

    @property
    def top(self) -> Screen:
        """What has the keys."""
        return self.desk.screens[-1]

    @property
    def view(self) -> View:
        """Where the play stands."""
        assert self.desk.play is not None
        return self.desk.play.view()

    def give(self, event: pygame.Event) -> None:
        """As the loop does."""
        for one in self.controls.take(event, SIZE, self.desk):
            self.desk.feed(one)

    def wait(self, seconds: float = STEP) -> None:
        """Let time pass, as the loop does."""
        for _ in range(max(1, round(seconds / STEP))):
            for one in self.controls.tick(STEP, self.desk):
                self.desk.feed(one)
            self.desk.tick(STEP)

    def press(self, *numbers: int) -> None:
        """Press and let go, one after the other."""
        for number in numbers:
            self.give(button(number))
            self.wait()
            self.give(button(number, down=False))
            self.wait()

    def pull(self) -> None:
        """The right trigger: on to the next thing."""
        self.give(axis(TRIGGER, 1.0))
        self.wait()
        self.give(axis(TRIGGER, 0.0))
        self.wait()

    def to(self, key: str) -> None:
        """On until the focus is there."""
        for _ in range(400):
            if self.top.focus == key:
                return
            self.pull()
        raise AssertionError(f"the trigger does not reach {key} on {type(self.top).__name__}")

    def use(self, key: str) -> None:
        """There, and A."""
        self.to(key)
        self.press(A)

    def until(self, done: Callable[[], bool], seconds: float = 20.0) -> bool:
        """Wait for something; whether it came."""
        for _ in range(round(seconds / 0.2)):
            if done():
                return True
            self.wait(0.2)
        return done()

    def play(self, most: int = 900) -> None:
        """From wherever the play stands to its end."""
        for turn in range(most):
            if self.view.phase == "over":
                return
            self._turn(turn)
        raise AssertionError(f"stuck in {self.view.phase}")

    def _turn(self, turn: int) -> None:
        seen, top = self.view, self.top
        self.met |= {seen.ask.kind} if seen.ask else {seen.moment.mode} if seen.moment else set()
        if not top.kind:
            self.press(B)  # a card that is offered, a board, a phone
        elif isinstance(top, Street):
            self._walk(seen)
        elif isinstance(top, Hand):
            self._by_hand(top, turn)
        elif seen.phase == "moment" and seen.moment is not None:
            self.wait(0.4)
            sure = top.tree(self.desk.frame).find("go_on")
            self.use("go_on" if sure else f"option.{_open(seen.moment.options, turn).id}")
        elif seen.phase == "place":
            self.press(B)
        elif seen.phase == "ask":
            self._answer(top)
        else:
            self.use("on")

    def _walk(self, seen: View) -> None:
        before = self.view
        if seen.due:
            self.use("due")
        else:
            self.use("home")
            self.until(lambda: self.view is not before or not self.top.moving, 15)
            if self.view is before:
                self.press(A)  # hours are left: once more
        self.until(lambda: self.view is not before)

    def _by_hand(self, top: Hand, turn: int) -> None:
        before = self.view
        self.wait(0.6)
        option = _open(top.options, turn)
        for _ in range(4):  # what asks to be sure is told again
            if self.top is not top:
                return
            self.use(f"option.{option.id}")
            self.until(lambda: self.view is not before, 8.0 if isinstance(top, Walk) else 4.0)

    def _answer(self, top: Screen) -> None:
        before = self.view
        stops = [one.key for one in top.tree(self.desk.frame).focusables()]
        if isinstance(top, Chair):
            for key in ("window.1", "stamp", "window.4", "be", "done", "turn"):
                self.use(key)
                self.wait(0.6)
            return
        thing = next((one for one in stops if one.startswith(("take.", "end.", "pick.", "slot."))), "")
        slides = next((one for one in top.tree(self.desk.frame).walk() if one.adjust), None)
        if thing:
            self.use(thing)
        elif slides:
            self.to(slides.key)
            self.press(RIGHT)
        else:
            self.use(next((one for one in stops if one.startswith(("peg.", "more"))), "leave"))
        if self.view is before and not thing.startswith(("take.", "end.")):
            self.use("done" if top.tree(self.desk.frame).find("done") else "leave")


def _open(options: tuple[Option, ...], turn: int) -> Option:
    """What is open, by turns."""
    able = [one for one in options if not one.closed]
    return able[turn % len(able)]
