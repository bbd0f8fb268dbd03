"""A real window, with the keyboard alone."""

import pytest

from game.model.content import Pack
from tests.window.driver import Display, Home
from tests.window.journeys import a_day_and_back, to_the_debrief
from tests.window.player import Keyboard

VISIBLE_FIRST = 2  # the seed draws the order


@pytest.mark.long
def test_a_day_is_lived_left_and_taken_up_at_the_same_moment(screen: Display, home: Home, pack: Pack) -> None:
    a_day_and_back(Keyboard, screen, home, pack, VISIBLE_FIRST)


@pytest.mark.long
def test_a_whole_play_leads_to_the_debrief(screen: Display, home: Home, pack: Pack) -> None:
    to_the_debrief(Keyboard, screen, home, pack, VISIBLE_FIRST)
