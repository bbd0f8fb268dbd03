"""The debrief is there at once, also after the longest play."""

import pygame
import pytest

from game.shell.bench.here import debrief

pytestmark = pytest.mark.long


def test_the_debrief_of_a_full_play_opens_within_a_second_and_turns_within_a_tenth() -> None:
    """The best of three: what else the computer does is not the debrief's."""
    pygame.display.init()
    pygame.font.init()
    runs = [debrief() for _ in range(3)]
    assert min(first for first, _, _ in runs) < 1.0
    assert min(turn for _, turn, _ in runs) < 100.0
