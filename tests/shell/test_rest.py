"""Where nobody is there, next to nothing is done; where nobody can see, nothing is drawn."""

import gc
from collections.abc import Callable

import pygame
import pytest

from game.screens.kit.answers import Key
from game.screens.kit.screen import AWAY, RESTING
from game.screens.paint import plan
from game.screens.saved import Settings
from game.screens.street import CONE, Street
from game.shell import app, memory
from game.shell.controls import Controls
from game.shell.desk import Desk
from game.shell.hearing import Hearing
from game.shell.sound import Sound
from game.shell.teller import Teller
from tests.screens.views import posted


def alone() -> Desk:
    """A title before which nobody has stood for a while, and which has just been drawn."""
    desk = Desk(Settings(), clock=lambda: 0.0)
    while not desk.left_alone:
        desk.tick(0.1)
    desk.tick(1.0)
    desk.paint(pygame.Surface((1280, 720)))
    return desk


def test_alone_the_street_breathes_a_few_times_a_second_and_sleeps_in_between() -> None:
    desk, passed, drawn = alone(), 0.0, 0
    ticks = 0
    for _ in range(15 * 20):
        passed += 1 / 15
        if app._sleeps(desk, passed):
            continue
        ticks += 1
        desk.tick(passed)
        passed = 0.0
        if desk.stale:
            drawn += 1
            desk.paint(pygame.Surface((1280, 720)))
    assert RESTING * 20 * 0.7 <= drawn <= RESTING * 20
    assert ticks <= RESTING * 20


def test_a_key_wakes_it_at_once() -> None:
    desk = alone()
    assert app._sleeps(desk, 0.01)
    desk.feed(Key("tab"))
    assert not app._sleeps(desk, 0.01)


def test_nobody_sleeps_while_somebody_is_there() -> None:
    desk = Desk(Settings(), clock=lambda: 0.0)
    desk.tick(AWAY / 2)
    desk.paint(pygame.Surface((1280, 720)))
    assert not app._sleeps(desk, 0.01)


@pytest.fixture
def rounds(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool, int], tuple[int, float]]:
    """Let the loop go round so many times, with the window to be seen or not: pictures drawn, seconds passed."""

    def go(seen: bool, times: int) -> tuple[int, float]:
        surface = pygame.Surface((1280, 720))
        desk = Desk(Settings(), clock=lambda: 0.0)
        desk.touched = False
        left = [times]

        class Clock:
            def get_time(self) -> int:
                return 33

            def tick(self, _rate: int) -> None:
                left[0] -= 1
                desk.done = left[0] <= 0

        drawn: list[int] = []
        monkeypatch.setattr(pygame.time, "Clock", Clock)
        monkeypatch.setattr(pygame.display, "get_active", lambda: seen)
        monkeypatch.setattr(pygame.display, "flip", lambda: drawn.append(1))
        monkeypatch.setattr(pygame.event, "get", list)
        monkeypatch.setattr(app, "_rest", lambda clock, _began, rate: clock.tick(rate))
        monkeypatch.setattr(app, "Loading", lambda _folder: type("", (), {"start": int, "done": False})())
        window = app.Window(surface, full=False, size=(1280, 720))
        app._loop(desk, window, Hearing(desk, Sound(app.art.folder())), Teller(), Controls(), app.Start(), None)
        return len(drawn), desk.time

    return go


def test_a_window_that_cannot_be_seen_is_not_drawn_and_its_time_stands_still(
    rounds: Callable[[bool, int], tuple[int, float]],
) -> None:
    assert rounds(False, 60) == (0, 0.0)
    drawn, time = rounds(True, 60)
    assert drawn > 5 and time > 1


def test_level_files_that_stay_are_not_searched_for_garbage_again() -> None:
    before = gc.get_freeze_count()
    try:
        memory.settled()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()


def test_thrift_is_no_condition() -> None:
    """Wherever the allocator cannot be told, nothing happens, and nothing is raised."""
    memory.thrifty()
    memory.thrifty()


def test_a_lens_in_sight_turns_fast_for_whoever_may_be_watching_it_and_then_rests() -> None:
    street = Street(posted())
    street.outing.cam = plan.LENSES[0] - 640
    assert street._rate() == CONE
    street.age = AWAY + 1
    assert street._rate() == CONE, "some stand still to learn its swing"
    street.age = 3 * AWAY + 1
    assert street._rate() == RESTING
