"""A desktop game in a room with halves is told what a browser is told: before its first step, and afterwards."""

from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra “host” is not installed")

from game.host.shown import HALVES, terms
from game.model.content import Pack
from game.screens.kit.answers import Order
from tests.host.guests import Guest
from tests.host.rooms import LITE, Opens, Room
from tests.host.test_join import often, words

__all__ = ["often"]
pytestmark = LITE


@pytest.fixture
def tower(rooms: Opens) -> Room:
    return rooms(tower=True)


def test_it_is_told_its_half_before_its_first_step(tower: Room, pack: Pack, tmp_path: Path) -> None:
    guest = Guest(pack, tmp_path / "here", tower.host.address)
    guest.until_card("Joining")
    assert terms() in words(guest)
    guest.press("begin")
    guest.until_card("Waits")
    half = HALVES[tower.host.arms.deal(1, 1).half]
    assert half in words(guest) and guest.desk.play is None
    guest.press("go_on")
    guest.until(lambda: guest.desk.play is not None)
    guest.desk.apply(Order("room_mine"))
    assert half in words(guest)


def test_it_is_told_afterwards_what_was_shown(tower: Room, pack: Pack, tmp_path: Path) -> None:
    guest = Guest(pack, tmp_path / "here", tower.host.address)
    guest.until_card("Joining")
    guest.press("begin")
    guest.until_card("Waits")
    guest.press("go_on")
    guest.until(lambda: guest.desk.play is not None)
    guest.play(12)
    guest.until_told()
    tower.do("stop")
    guest.until_card("Waits")
    guest.until(lambda: "were shown in all" in words(guest))
    assert not [said for said in HALVES.values() if said in words(guest)]


def test_in_a_room_without_halves_it_begins_at_once(rooms: Opens, pack: Pack, tmp_path: Path) -> None:
    guest = Guest(pack, tmp_path / "here", rooms().host.address)
    guest.join()
    assert guest.desk.play is not None
