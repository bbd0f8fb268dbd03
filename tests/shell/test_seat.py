"""Where a room is, and what lies on this computer of one that was joined."""

import socket
import time
from datetime import date
from pathlib import Path

import pytest

from game.model.content import Pack
from game.shell.address import Address, NoAddress
from game.shell.seat import Drawer, Seat, tidy
from tests.host.guests import Guest


def test_a_host_that_is_silent_holds_no_picture_up(pack: Pack, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        guest = Guest(pack, tmp_path / "here", f"http://127.0.0.1:{silent.getsockname()[1]}")
        began = time.monotonic()
        for _ in range(30):
            guest.desk.tick(1 / 30)
        assert time.monotonic() - began < 0.5 and guest.card == "Looking"
        guest.kill()


def test_a_room_s_day_deletes_what_lies_here(tmp_path: Path) -> None:
    drawer = Drawer(tmp_path)
    old, new = Seat("a" * 64, "2027-02-01", play="b" * 16), Seat("c" * 64, "2027-02-02")
    for seat in (old, new):
        drawer.keep(seat)
    drawer.record(old).write_text("{}")
    drawer.clear(date(2027, 2, 1))
    assert [path.name for path in tmp_path.iterdir()] == ["c" * 32 + "-new.seat"]
    assert drawer.seat("c" * 64, "") == new


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"lot": 3}', '{"until": "soon"}', '{"play": "../../x"}', "\0"])
def test_a_seat_that_makes_no_sense_is_none(tmp_path: Path, kept: str) -> None:
    drawer = Drawer(tmp_path)
    (tmp_path / ("a" * 32 + "-new.seat")).write_text(kept)
    drawer.clear()
    assert drawer.seat("a" * 64, "2027-02-02") == Seat("a" * 64, "2027-02-02")


@pytest.mark.parametrize(("typed", "meant"), [
    ("http://192.168.0.5:8080/", "http://192.168.0.5:8080"),
    ("192.168.0.5:8080", "http://192.168.0.5:8080"),
    (" http://[fe80::1]:8080 ", "http://[fe80::1]:8080"),
    ("https://room.example", "https://room.example"),
    ("lab-3.local", "http://lab-3.local"),
])  # fmt: skip
def test_an_address_is_read_as_it_is_typed(typed: str, meant: str) -> None:
    assert str(Address.of(typed)) == meant


@pytest.mark.parametrize("typed", [
    "", "http://", "ftp://a", "http://a:b", "http://a:99999", "http://u@a", "http://a/play", "http://a?x", "file:///etc",
    "http://a b", "http://a\r\nx: y",
])  # fmt: skip
def test_what_is_no_address_is_none(typed: str) -> None:
    with pytest.raises(NoAddress):
        Address.of(typed)


def test_any_start_of_the_game_keeps_a_room_s_word(tmp_path: Path) -> None:
    drawer = Drawer(tmp_path)
    drawer.keep(Seat("a" * 64, "2020-01-01", play="b" * 16))
    tidy(tmp_path)
    tidy(tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []
