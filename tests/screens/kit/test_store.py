"""Pictures held ready take a bounded number of bytes, all of them together."""

import ast

import pygame
import pytest

from game.screens.kit.store import STORE, WINDOWS, Store, kept, weight
from tests.conftest import ROOT

SIDE = 100
BYTES = weight(pygame.Surface((SIDE, SIDE), pygame.SRCALPHA))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store with room for four pictures."""
    monkeypatch.setattr(Store, "room", 4 * BYTES)
    monkeypatch.setattr("game.screens.kit.store.STORE", made := Store())
    return made


def picture() -> pygame.Surface:
    return pygame.Surface((SIDE, SIDE), pygame.SRCALPHA)


def test_it_never_holds_more_than_there_is_room_for(small: Store) -> None:
    for number in range(50):
        small.keep(number, picture())
        assert small.bytes <= 4 * BYTES
    assert [number for number in range(50) if number in small] == [46, 47, 48, 49]


def test_what_is_used_stays_and_what_is_not_goes_first(small: Store) -> None:
    for number in range(4):
        small.keep(number, picture())
    small.find(0)
    small.keep(4, picture())
    assert 0 in small and 1 not in small


def test_a_picture_larger_than_the_room_is_still_drawn(small: Store) -> None:
    huge = pygame.Surface((SIDE * 9, SIDE), pygame.SRCALPHA)
    small.keep("huge", huge)
    assert small.find("huge") is huge


def test_a_picture_is_made_once_and_made_again_only_when_it_has_gone(small: Store) -> None:
    made: list[int] = []

    @kept
    def draw(number: int) -> pygame.Surface:
        made.append(number)
        return picture()

    assert not draw.ready(1)
    assert draw(1) is draw(1) and draw.ready(1)
    for number in range(2, 6):
        draw(number)
    draw(1)
    assert made == [1, 2, 3, 4, 5, 1]


def test_what_one_function_made_can_be_let_go_of_alone(small: Store) -> None:
    one, other = kept(lambda _n: picture()), kept(lambda _n: picture())
    one(1), one(2), other(1)
    one.cache_clear()
    assert not one.ready(1) and not one.ready(2) and other.ready(1)
    assert small.bytes == BYTES


def test_two_functions_never_answer_for_each_other(small: Store) -> None:
    one, two = picture(), picture()
    assert kept(lambda _n: one)(1) is one
    assert kept(lambda _n: two)(1) is two


def test_a_larger_window_may_hold_more(monkeypatch: pytest.MonkeyPatch) -> None:
    before = STORE.room
    big = pygame.Surface((2560, 1440))
    monkeypatch.setattr(pygame.display, "get_init", lambda: True)
    monkeypatch.setattr(pygame.display, "get_surface", lambda: big)
    assert STORE.room == 4 * 1280 * 720 * 4 * WINDOWS >= before


def test_no_picture_is_held_by_a_store_of_its_own() -> None:
    """An `lru_cache` counts things, not bytes: twenty sizes of one window would fill the memory."""
    wrong = []
    for path in sorted((ROOT / "game" / "screens").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.returns and "Surface" in ast.unparse(node.returns):
                wrong += [f"{path.name}: {node.name}" for one in node.decorator_list if "cache" in ast.unparse(one)]
    assert wrong == []


def test_emptied_it_holds_nothing_and_counts_nothing() -> None:
    held = Store()
    held.keep(1, (picture(), 3, 4))
    assert held.bytes == BYTES
    held.empty()
    assert held.bytes == 0 and 1 not in held
