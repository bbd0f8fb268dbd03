"""The settings page: whole and within reach at every size, and every setting in it."""

from dataclasses import fields

import pygame
import pytest

from game.screens.kit.answers import Order, Push
from game.screens.kit.frame import Frame
from game.screens.preferences import Preferences
from game.screens.saved import CAPTIONS, Settings
from game.shell.desk import Desk
from tests.screens.ruler import EASIER
from tests.screens.test_layout import SIZES, ZOOMS, Shot, faults


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_settings_are_whole_legible_and_within_reach_of_tab(size: tuple[int, int], zoom: float) -> None:
    screen = Preferences(Settings(text=round(zoom * 100)))
    assert faults(Shot("settings", (screen,)), Frame(size=size, zoom=zoom)) == []


@pytest.mark.parametrize("frame", EASIER, ids=lambda one: f"{one.size[0]}-{one.zoom:g}")
def test_the_settings_are_whole_in_other_letters_and_high_contrast_too(frame: Frame) -> None:
    screen = Preferences(Settings(text=round(frame.zoom * 100), contrast="high"))
    assert faults(Shot("settings", (screen,)), frame) == []


def test_every_field_that_is_the_players_has_a_row_and_every_button_sets_what_it_shows() -> None:
    elsewhere = {"size", "asked", "language", "keys", "learnt"}
    changed: set[str] = set()
    for node in Preferences(Settings()).tree(Frame()).walk():
        answer = node.press()
        if isinstance(answer, Order) and answer.name == "set":
            changed |= set(answer.args)
            now = Settings(**answer.args)
            again = Preferences(now).tree(Frame(zoom=now.zoom)).find(node.key)
            assert again is not None and again.selected, node.key
    changed |= {"volumes"}
    assert changed == {one.name for one in fields(Settings)} - elsewhere


def test_after_a_change_what_was_pressed_is_still_in_sight() -> None:
    desk = Desk(Settings(), clock=lambda: 0.0)
    desk.apply(Push(Preferences(desk.settings)))
    surface = pygame.Surface((960, 540))
    for key in ("contrast.high", "room", "untimed", "reader", "text.200", "full"):
        desk.touch(key)
        desk.paint(surface)
        root = desk.screens[-1].tree(desk.frame)
        held = root.find(key)
        pane = next(node.window for node in root.walk() if node.window)
        assert held is not None and pane is not None
        assert pane.y - 2 <= held.box.y and held.box.bottom <= pane.bottom + 2, key


def test_sound_has_a_switch_three_sliders_and_a_choice_of_captions() -> None:
    root = Preferences(Settings()).tree(Frame())
    sliders = [node for node in root.walk() if node.role == "slider"]
    assert [(one.label, one.value) for one in sliders] == [("Effects", "8"), ("Wind, hum and sea", "8"), ("Music", "8")]
    pressed = [node.press() for node in root.walk() if node.key.startswith(("captions.", "sound", "mute"))]
    wished = [Order("set", {"captions": one}) for one in CAPTIONS]
    assert pressed == [Order("set", {"muted": False}), Order("set", {"muted": True}), *wished]


def test_a_slider_at_its_end_asks_for_nothing_more() -> None:
    root = Preferences(Settings(volumes=(10, 0, 5))).tree(Frame())
    louder, softer = root.find("volume.0"), root.find("volume.1")
    assert louder and louder.adjust and louder.adjust(1) is None
    assert softer and softer.adjust and softer.adjust(-1) is None
