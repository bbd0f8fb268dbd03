"""The debrief is there at once, also after the longest play."""

import pygame
import pytest

from game.shell.bench.children import answer, idling, remembered
from game.shell.bench.here import debrief

pytestmark = pytest.mark.long


def test_the_debrief_of_a_full_play_opens_within_a_second_and_turns_within_a_tenth() -> None:
    """The best of three: what else the computer does is not the debrief's."""
    pygame.display.init()
    pygame.font.init()
    runs = [debrief() for _ in range(3)]
    assert min(first for first, _, _ in runs) < 1.0
    assert min(turn for _, turn, _ in runs) < 100.0


def test_ten_whole_plays_in_one_process_take_no_more_memory_than_three() -> None:
    first, most, growth = remembered()
    if not first:
        pytest.skip("this system does not say how much memory a process has")
    assert first <= 160
    assert growth <= 8
    assert most <= 190, "the most at any instant of ten plays"


@pytest.mark.parametrize("place", ["title", "street", "sheet", "debrief"])
def test_where_nobody_is_there_the_window_takes_hardly_any_of_a_core(place: str) -> None:
    """The best of three: what else the computer does costs it caches."""
    assert min(idling(place) for _ in range(3)) <= 0.012


def test_a_key_is_seen_in_the_next_picture() -> None:
    assert answer()[0] == 1
