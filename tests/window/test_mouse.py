"""A real window, with the mouse alone."""

import pytest

from game.model.content import Pack
from tests.window.driver import Display, Home
from tests.window.journeys import a_day_and_back, to_the_debrief
from tests.window.player import Mouse

HIDDEN_FIRST = 3  # the seed draws the order


@pytest.mark.long
def test_a_day_is_lived_left_and_taken_up_at_the_same_moment(screen: Display, home: Home, pack: Pack) -> None:
    a_day_and_back(Mouse, screen, home, pack, HIDDEN_FIRST)


@pytest.mark.long
def test_a_whole_play_leads_to_the_debrief(screen: Display, home: Home, pack: Pack) -> None:
    to_the_debrief(Mouse, screen, home, pack, HIDDEN_FIRST)
