"""With a gamepad alone: a whole play, the debrief, and every page at the edge."""

from pathlib import Path

import pygame
import pytest

from game.screens.debrief.screen import Debrief
from game.screens.kit.answers import Key, Order, Push
from game.screens.plays import Menu, Plays
from game.screens.preferences import Preferences
from game.screens.street import Street
from game.shell.pad import Pad
from tests.shell.padded import A, B, BACK, DOWN, LB, LEFT_X, LEFT_Y, RB, START, Player, X, Y, axis, button


@pytest.mark.parametrize("order", ["visible-first", "hidden-first"])
def test_a_taste_is_played_whole_by_gamepad_into_the_debrief(tmp_path: Path, order: str) -> None:
    pygame.font.init()
    player = Player(tmp_path)
    player.desk.apply(Order("new", {"campaign": "taste", "seed": 3, "order": order}))
    player.play()
    assert player.view.matched_done == player.view.matched_all == 16
    player.use("close")
    screen = player.top
    assert isinstance(screen, Debrief)
