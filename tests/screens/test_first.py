"""The first start asks three things, once; whoever walks on has answered."""

from pathlib import Path

import pytest

from game.model.content import Pack
from game.screens.first import First
from game.screens.kit.answers import Key, Pointer
from game.screens.kit.frame import Frame
from game.screens.plays import Plays
from game.screens.saved import TEXT_SIZES, Saved, Settings
from game.shell.desk import Desk
from game.shell.library import Folder
from tests.screens.test_layout import SIZES, ZOOMS, Shot, faults


def desk(pack: Pack, tmp_path: Path) -> Desk:
    made = Desk(Settings(), clock=lambda: 0.0)
    made.ready(Folder(tmp_path, pack=pack))
    made.screens.append(First(made.settings))
    return made


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_card_is_whole_legible_and_within_reach_of_tab(size: tuple[int, int], zoom: float) -> None:
    screen = First(Settings(text=round(zoom * 100)))
    assert faults(Shot("first", (screen,)), Frame(size=size, zoom=zoom)) == []


@pytest.mark.parametrize("zoom", ZOOMS)
def test_you_the_arrow_and_what_is_asked_are_seen_side_by_side(zoom: float) -> None:
    frame = Frame(zoom=zoom)
    card = First(Settings(text=round(zoom * 100))).tree(frame).box
    assert card.x > 252 + 40, "you stand at the left"
    assert card.right <= 1280 and card.bottom <= 720


def test_one_press_of_the_arrow_walks_out_and_a_second_later_the_play_has_begun(pack: Pack, tmp_path: Path) -> None:
    made = desk(pack, tmp_path)
    made.feed(Key("right"))
    assert not any(isinstance(one, First) for one in made.screens) and made.title.walked >= 0
    for _ in range(30):
        made.tick(1 / 30)
    assert made.play is not None


@pytest.mark.parametrize("event", [Key("escape"), Key("enter"), Pointer("down", 200, 500)], ids=str)
def test_one_key_or_a_click_beside_it_puts_it_away(pack: Pack, tmp_path: Path, event: Key | Pointer) -> None:
    made = desk(pack, tmp_path)
    made.feed(event)
    assert not any(isinstance(one, First) for one in made.screens)


def test_each_choice_shows_at_once_and_the_card_stays_for_the_next(pack: Pack, tmp_path: Path) -> None:
    made = desk(pack, tmp_path)
    for key in [f"text.{size}" for size in TEXT_SIZES] + ["mute", "untimed"]:
        before = made.screens[-1].tree(made.frame).box
        made.touch(key)
        assert isinstance(made.screens[-1], First)
        found = made.screens[-1].tree(made.frame).find(key)
        assert found is not None and found.selected
        if key == "text.200":
            assert made.screens[-1].tree(made.frame).box.h > before.h
    assert (made.settings.text, made.settings.muted, made.settings.untimed) == (200, True, True)


def test_with_the_keys_alone_a_choice_is_two_presses_away(pack: Pack, tmp_path: Path) -> None:
    made = desk(pack, tmp_path)
    for name in ("tab", "tab", "enter"):
        made.feed(Key(name))
    assert made.settings.text == TEXT_SIZES[1] and isinstance(made.screens[-1], First)


def test_a_play_begun_untimed_there_says_so_in_its_record(pack: Pack, tmp_path: Path) -> None:
    made = desk(pack, tmp_path)
    made.touch("untimed")
    made.feed(Key("right"))
    for _ in range(30):
        made.tick(1 / 30)
    assert made.play is not None and made.frame.untimed


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_list_of_plays_is_whole_legible_and_within_reach_of_tab(
    pack: Pack, size: tuple[int, int], zoom: float
) -> None:
    offers = Folder(Path("nowhere"), pack=pack).offers()
    saved = (Saved("a", "The whole town", 3, 12), Saved("b", "A taste", done=True), Saved("c", "?", trouble="Torn."))
    assert faults(Shot("plays", (Plays(saved, offers),)), Frame(size=size, zoom=zoom)) == []
