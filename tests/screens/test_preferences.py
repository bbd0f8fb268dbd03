"""The settings page: whole and within reach at every size, and every setting in it."""

import pytest

from game.screens.kit.answers import Order
from game.screens.kit.frame import Frame
from game.screens.preferences import Preferences
from game.screens.saved import CAPTIONS, Settings
from tests.screens.test_layout import SIZES, ZOOMS, Shot, faults


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_settings_are_whole_legible_and_within_reach_of_tab(size: tuple[int, int], zoom: float) -> None:
    screen = Preferences(Settings(text=round(zoom * 100)))
    assert faults(Shot("settings", (screen,)), Frame(size=size, zoom=zoom)) == []


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
