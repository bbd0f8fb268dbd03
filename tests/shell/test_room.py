"""A projector: what one press sets, and that it can be read from eight metres. The pointer, large."""

import math

import pygame
import pytest

from game.screens.kit.answers import Order, Push
from game.screens.preferences import Preferences
from game.screens.saved import PROJECTOR, Settings
from game.shell.app import Start, _wishes
from game.shell.desk import Desk
from game.shell.pointer import Arrow, large

PICTURE, AWAY = 2.0, 8.0  # metres: how wide the picture is, and how far away the last row
UNITS = 1280
SMALLEST, BODY = 14, 18  # logical units at 100 per cent; tests of the layout hold nothing smaller that is to be read


def degrees(points: float, text: int) -> float:
    """The visual angle of a letter's size as seen from the last row."""
    metres = points * text / 100 * PICTURE / UNITS
    return math.degrees(2 * math.atan(metres / 2 / AWAY))


def test_from_eight_metres_the_smallest_words_are_three_tenths_of_a_degree_high() -> None:
    text = PROJECTOR["text"]
    assert isinstance(text, int)
    assert degrees(SMALLEST, text) >= 0.3 and degrees(BODY, text) >= 0.4
    assert degrees(SMALLEST, 160) < 0.3, "a size less would not do"


def test_one_press_sets_all_of_it_and_another_takes_it_back() -> None:
    desk = Desk(Settings(), clock=lambda: 0.0)
    desk.apply(Push(Preferences(desk.settings)))
    desk.touch("room")
    assert {name: getattr(desk.settings, name) for name in PROJECTOR} == PROJECTOR
    assert desk.frame.zoom == 2.0 and desk.frame.stark
    root = desk.screens[-1].tree(desk.frame)
    assert (found := root.find("room")) and found.selected
    desk.touch("reader")
    assert desk.settings == Settings()


def test_the_command_line_can_ask_for_it() -> None:
    wished = _wishes(Settings(), Start(projector=True))
    assert {name: getattr(wished, name) for name in PROJECTOR} == PROJECTOR
    assert _wishes(Settings(), Start(projector=True, text=160)).text == 160


def test_a_change_shows_in_the_frame_at_once_and_is_kept() -> None:
    kept: list[Settings] = []
    desk = Desk(Settings(), keep=kept.append, clock=lambda: 0.0)
    desk.apply(Order("set", {"face": "plain", "leading": 150, "contrast": "high"}))
    assert desk.frame.lettering.face == "plain" and desk.frame.lettering.leading == 1.5 and desk.frame.stark
    assert kept[-1] == desk.settings


@pytest.mark.parametrize("tall", [32, 45, 90])
def test_the_large_pointer_points_with_its_tip_and_has_a_light_rim(tall: int) -> None:
    cursor = large(tall)
    (x, y), surface = cursor.data
    assert surface.get_height() >= tall and (x, y) < (tall // 4, tall // 4)
    inks = {tuple(surface.get_at((i, j))) for i in range(tall) for j in range(tall)}
    assert {(0, 0, 0, 255), (255, 255, 255, 255)} <= inks


def test_the_pointer_is_set_only_when_something_about_it_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(pygame.mouse, "set_cursor", told.append)
    arrow = Arrow()
    for wish in (("usual", 720), ("usual", 900), ("large", 720), ("large", 720), ("large", 1440), ("usual", 9)):
        arrow.follow(*wish)
    assert len(told) == 3
