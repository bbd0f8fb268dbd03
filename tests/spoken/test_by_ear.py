"""A whole play without sight: by what is said and by the names of things, in both orders, to the debrief and in it."""

from pathlib import Path

import pygame
import pytest

from game.screens.kit.answers import Key, Order
from game.screens.voice import Heard
from game.shell.desk import Desk
from tests.spoken.reader import Reader

ORDERS = ("visible-first", "hidden-first")
Lived = dict[str, tuple[Reader, list[Heard]]]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """A taste lived by ear in each order, and all that there was to be heard on the way."""
    pygame.font.init()
    found: Lived = {}
    for order in ORDERS:
        reader = Reader(tmp_path_factory.mktemp(order))
        kept: list[Heard] = []
        hear = reader.heard

        def heard(hear=hear, kept=kept, reader=reader) -> None:  # type: ignore[no-untyped-def]
            hear()
            kept.append(reader.now)

        reader.heard = heard  # type: ignore[method-assign]
        reader.desk.apply(Order("new", {"campaign": "taste", "seed": 3, "order": order}))
        reader.listen(1)
        reader.live("To the debrief")
        found[order] = (reader, kept)
    return found


@pytest.mark.parametrize("order", ORDERS)
def test_a_taste_is_played_whole_by_ear(lived: Lived, order: str) -> None:
    reader, _ = lived[order]
    assert reader.desk.play is not None
    seen = reader.desk.play.view()
    assert (seen.phase, seen.matched_done) == ("over", seen.matched_all)


def test_it_begins_at_the_title_with_a_name_too(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    begin = reader.named("A taste")
    assert begin is not None
    reader.press(begin)
    assert "On the Row. 32 things" in reader.told


@pytest.mark.parametrize("order", ORDERS)
def test_everything_that_can_be_done_has_a_name_and_every_picture_words(lived: Lived, order: str) -> None:
    for heard in lived[order][1]:
        for one in heard.spots:
            if one.acts or one.stop or one.role in ("image", "slider", "entry", "tab"):
                assert one.label, one


@pytest.mark.parametrize("order", ORDERS)
def test_what_comes_of_a_choice_and_what_it_cost_is_said_without_asking(lived: Lived, order: str) -> None:
    """Every alert, every changed figure, every sign of what waits: each was a line when it came."""
    reader, kept = lived[order]
    told = set(reader.told)
    for heard in kept:
        for one in heard.spots:
            if one.role == "alert" or one.key.startswith(("figure.", "way.")):
                assert one.said in told, one


@pytest.mark.parametrize("order", ORDERS)
def test_no_two_things_on_a_screen_share_a_path_and_all_hang_together(lived: Lived, order: str) -> None:
    for heard in lived[order][1]:
        paths = [one.path for one in heard.spots]
        assert len(set(paths)) == len(paths)
        assert all(one.parent in paths or not one.parent for one in heard.spots)


@pytest.mark.parametrize("order", ORDERS)
def test_nothing_that_counts_by_itself_chatters(lived: Lived, order: str) -> None:
    """While one listens and does nothing, the light and the kettle do not count aloud."""
    _, kept = lived[order]
    assert not [line for line in lived[order][0].lines if line.why == "news" and "seconds" in line.text]
    assert len(lived[order][0].lines) < 1200 and len(kept) > 100


@pytest.mark.parametrize("order", ORDERS)
def test_the_debrief_can_be_read_and_left_by_ear(lived: Lived, order: str) -> None:
    reader, _ = lived[order]
    desk, way = reader.desk, reader.named("To the debrief")
    assert way is not None
    reader.press(way)
    everything = reader.named("Everything")
    tabs = [one for one in reader.now.spots if one.role == "tab"]
    assert everything is not None
    reader.press(everything)
    tabs += [one for one in reader.now.spots if one.role == "tab" and one.key not in {tab.key for tab in tabs}]
    assert len(tabs) > 8
    for tab in tabs:
        desk.touch(tab.key)
        reader.heard()
        pictures = [one for one in reader.now.spots if one.role == "image"]
        assert all(one.label for one in reader.now.spots if one.acts or one.stop or one.role == "image")
        assert all(len(one.said.split()) > 5 for one in pictures), pictures
        assert sum(len(one.said.split()) for one in reader.now.spots) > 60, tab.label
    back = reader.named("Back")
    assert back is not None
    reader.press(back)
    assert not any(one.role == "tab" for one in reader.now.spots) and reader.things()


def test_who_listens_has_their_own_pace(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    assert reader.desk.frame.untimed and not reader.desk.settings.untimed
    begin = reader.named("A taste")
    assert begin is not None
    reader.press(begin)
    assert reader.desk.play is not None
    assert getattr(reader.desk.play, "header").setup.untimed  # noqa: B009


def test_what_lies_below_a_page_can_be_read_but_not_pressed(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    begin = reader.named("A taste")
    assert begin is not None
    reader.press(begin)
    reader.desk.touch("no")
    door = next(one for one in reader.things() if one.label == "Bakery")
    reader.desk.touch("menu")
    reader.heard()
    assert not [one for one in reader.things() if one.label == "Bakery"]
    before = list(reader.desk.screens)
    reader.desk.touch(str(door.at))
    assert reader.desk.screens == before


def test_a_thing_that_is_not_there_any_more_is_not_pressed(tmp_path: Path) -> None:
    desk = Desk(Reader(tmp_path).desk.settings, clock=lambda: 0.0)
    desk.touch("option.gone")
    desk.feed(Key("tab"))
    assert not desk.done and len(desk.screens) == 1
