"""The window and its loop. The street is drawn before the rules and the level files are read."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.language import _
from game.screens import art
from game.screens.first import First
from game.screens.kit.answers import Key, Order
from game.screens.saved import PROJECTOR, TEXT_SIZES, Settings
from game.shell import memory
from game.shell import settings as kept
from game.shell.access import HIDDEN_FIRST, Access
from game.shell.controls import Controls
from game.shell.desk import Desk
from game.shell.desks import desk_for
from game.shell.hearing import Hearing
from game.shell.loading import Loading
from game.shell.pointer import Arrow
from game.shell.sound import Sound
from game.shell.teller import Teller, voice
from game.shell.tongue import Tongue, language_folders

if TYPE_CHECKING:
    from game.shell.needs import Phones

SMALLEST = (480, 270)
ALONE, CALM, LIVELY = 10, 30, 60  # times a second, at most, that the loop goes round
SLEEPY = 20  # times a second that a touch is looked for then
SELDOM = 2  # times a second that time passes while nobody is there and nothing drifts
SETTLES = 1.0  # seconds in which a window that has just changed may lose the focus without anybody having left
LONGEST_STEP = 0.1  # seconds; a window that was held still does not leap ahead
NOT_CE = (
    "good-standing: this is pygame, but the game needs pygame-ce (both answer to the same name).\n"
    "  Mend it with:  python -m pip uninstall -y pygame pygame-ce  and then  python -m pip install pygame-ce\n"
)
NO_SCREEN = (
    "good-standing: there is no screen to open a window on ({why}).\n"
    "  Start it in a desktop session, or use `good-standing demo --out DIR`, which needs none.\n"
)


@dataclass(frozen=True)
class Start:
    """What the command line asks for. None and "" leave it to the player."""

    size: tuple[int, int] | None = None
    text: int | None = None
    campaign: str = ""
    seed: int | None = None
    order: str = ""
    untimed: bool | None = None
    muted: bool | None = None
    plays: Path | None = None
    voice: str = ""
    shared: bool | None = None
    language: str | None = None
    languages: Path | None = None
    projector: bool = False
    ask: bool = False  # put the questions of the first start, if this is the first
    join: str = ""  # the address of a room elsewhere
    room: str = ""  # a room plays: the id of a plan, "-" for none, "?" to be asked
    phones: "Phones | None" = None  # that may vote there


def run(start: Start, *, settings_file: Path | None = None, after_frame: Callable[[Desk], None] | None = None) -> int:
    """Open the window and stay until the player leaves. Returns the exit code.

    `after_frame` is called after every frame that was drawn, for measuring.
    """
    if not getattr(pygame, "IS_CE", False):
        sys.stderr.write(NOT_CE)
        return 1
    path = settings_file or kept.settings_file()
    settings = _wishes(kept.read(path), start)
    tongue = Tongue(language_folders(start.languages))
    tongue.speak(settings.language)
    if (window := Window.open(settings)) is None:
        return 1
    needs = {"keep": partial(kept.write, path), "tongue": tongue}
    desk = desk_for(start.room, start.phones, start.join)(settings, **needs)
    if start.campaign:
        desk.apply(Order("new", {"campaign": start.campaign, "seed": start.seed, "order": start.order}))
    elif start.ask and not settings.asked:
        desk.screens.append(First(settings))
        desk.apply(Order("set", {"asked": True}))
    hearing = Hearing(desk, Sound(art.folder() / "sounds"))
    teller, controls = Teller(voice(start.voice), window.access), Controls()
    try:
        _loop(desk, window, hearing, teller, controls, start, after_frame)
        while (there := desk.elsewhere) is not None:
            desk.leave()
            start = replace(start, join=there, campaign="", room="", phones=None)
            desk = hearing.desk = desk_for("", None, there)(desk.settings, **needs).after(desk)
            _loop(desk, window, hearing, teller, controls, start, after_frame)
    finally:
        for close in (desk.leave, teller.close, hearing.sound.close):
            close()
        if not desk.settings.full and not start.room:
            kept.write(path, replace(desk.settings, size=window.size))
        pygame.quit()
    return 0


def _wishes(settings: Settings, start: Start) -> Settings:
    if start.size:
        settings = replace(settings, size=start.size, full=False)
    settings = replace(settings, **(PROJECTOR if start.projector else {}))
    if start.text in TEXT_SIZES:
        settings = replace(settings, text=start.text)
    for name in ("untimed", "muted", "shared", "language"):
        if (wish := getattr(start, name)) is not None:
            settings = replace(settings, **{name: wish})
    return settings


class Window:
    """The window itself: opened, resized, made full."""

    def __init__(
        self, surface: pygame.Surface, *, full: bool, size: tuple[int, int], access: Access | None = None
    ) -> None:
        self.surface, self.full, self.size, self.access = surface, full, size, access
        self.had_focus = False  # some windows never get the keys, and must not stand still for that
        self.changed = -SETTLES  # when it was last made full, or small again: the focus goes and comes by itself

    @classmethod
    def open(cls, settings: Settings) -> "Window | None":
        """Open it, or say why there is none."""
        os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
        os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "good-standing")
        if sys.platform.startswith("linux"):
            # Through OpenGL a picture that is drawn in software costs a hundred megabytes more and, without a graphics
            # card, three milliseconds more; the system's own way costs neither.
            os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        try:
            pygame.display.init()
            pygame.font.init()
            pygame.display.set_caption(_("Good Standing"))
            if HIDDEN_FIRST and Access.there():
                pygame.display.set_mode(settings.size, pygame.HIDDEN)
            access = Access.open() if HIDDEN_FIRST else None
            surface = cls._mode(settings.size, full=settings.full)
        except pygame.error as error:
            sys.stderr.write(NO_SCREEN.format(why=error))
            return None
        if pygame.display.get_driver() in ("offscreen", "evdev") and not os.environ.get("SDL_VIDEODRIVER"):
            sys.stderr.write(NO_SCREEN.format(why="no display was found"))
            return None
        access = access or Access.open()
        full, size = settings.full, settings.size
        return cls(surface, full=full, size=size if full else surface.get_size(), access=access)

    @staticmethod
    def _mode(size: tuple[int, int], *, full: bool) -> pygame.Surface:
        if full:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        wide, tall = max(SMALLEST[0], size[0]), max(SMALLEST[1], size[1])
        return pygame.display.set_mode((wide, tall), pygame.RESIZABLE)

    def fit(self, settings: Settings) -> bool:
        """Follow the setting for full screen; True if the window changed."""
        if settings.full == self.full:
            return False
        self.full, self.changed = settings.full, time.monotonic()
        self.surface = self._mode(self.size, full=self.full)
        return True

    def resized(self) -> None:
        """The player pulled at its edge."""
        self.surface = pygame.display.get_surface() or self.surface
        wide, tall = self.surface.get_size()
        if not self.full:
            self.size = (wide, tall)


def _loop(
    desk: Desk, window: Window, hearing: Hearing, teller: Teller, controls: Controls, start: Start,
    after_frame: Callable[[Desk], None] | None,
) -> None:
    clock, arrow = pygame.time.Clock(), Arrow()
    loading: Loading | None = None
    handed, passed = False, 0.0
    while not desk.done:
        began = time.monotonic()
        _events(desk, window, teller, controls)
        if window.fit(desk.settings):
            desk.dirty = True
        arrow.follow(desk.settings.pointer, window.surface.get_height())
        hidden = not pygame.display.get_active()
        since = min(LONGEST_STEP, clock.get_time() / 1000)
        for given in controls.tick(since, desk):
            desk.feed(given)
        passed = 0.0 if hidden else passed + since
        if hidden or (handed and not teller.wanted and _sleeps(desk, passed)):
            _rest(clock, began, ALONE)
            continue
        desk.tick(passed)
        if handed and not controls.pad.started:
            controls.pad.start()
        if handed:  # reading the level files goes before all sound
            hearing.tick(passed)
        drawn = desk.stale or desk.moving
        if drawn:
            desk.paint(window.surface)
            pygame.display.flip()
            if after_frame:
                after_frame(desk)
            if loading is None:
                loading = Loading(kept.joined_folder() if start.join else start.plays or kept.plays_folder())
                loading.start()
        teller.tick(desk, passed, drawn=drawn)
        passed = 0.0
        if loading and loading.done and not handed:
            handed = True
            memory.settled()
            if loading.library:
                desk.ready(loading.library)
            else:
                desk.failed(loading.message)
        _rest(clock, began, LIVELY if desk.lively else ALONE if desk.left_alone else CALM)


def _sleeps(desk: Desk, passed: float) -> bool:
    """Whether nobody is there and the next picture is not due yet: then only the keys are looked at."""
    if desk.stale or not desk.left_alone:
        return False
    return passed < 1 / max(SELDOM, *(screen.rate for screen in desk.running()))


def _rest(clock: pygame.time.Clock, began: float, rate: int) -> None:
    """Wait until the next turn is due; a touch ends the wait, within a frame of the fastest while anybody is there."""
    least = 1 / (LIVELY if rate > ALONE else SLEEPY)  # looking for a touch is not for nothing
    while (left := began + 1 / rate - time.monotonic()) > 0:
        time.sleep(min(left, least))
        if pygame.event.peek():
            break
    clock.tick()


def _events(desk: Desk, window: Window, teller: Teller, controls: Controls) -> None:
    for event in pygame.event.get():
        if event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
            teller.focused(now=event.type == pygame.WINDOWFOCUSGAINED)
            window.had_focus = window.had_focus or event.type == pygame.WINDOWFOCUSGAINED
        if event.type == pygame.QUIT:
            desk.done = True
        elif event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
            window.resized()
            desk.size, desk.dirty = window.surface.get_size(), True
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWFOCUSGAINED):
            desk.dirty = True
        elif event.type == pygame.WINDOWFOCUSLOST:
            for given in controls.let_go():
                desk.feed(given)
            if window.had_focus and time.monotonic() - window.changed > SETTLES:
                desk.pause()
        else:
            for given in controls.take(event, window.surface.get_size(), desk):
                if given == Key("f11") and not desk.screens[-1].writing:
                    desk.apply(Order("set", {"full": not desk.settings.full}))
                elif given == Key("f2") and not desk.screens[-1].writing:
                    teller.again(desk)
                else:
                    desk.feed(given)
