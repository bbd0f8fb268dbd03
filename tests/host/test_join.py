"""The desktop game in a room: the same lot and rules, nothing lost, nothing twice."""

import json
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the extra “host” is not installed")

from starlette.responses import PlainTextResponse

from game.host.shown import told_half
from game.journal import load
from game.model.content import Pack
from game.screens.debrief.screen import Debrief
from game.screens.kit.answers import Quit
from game.screens.kit.node import outline
from game.screens.room.mine import Mine
from game.shell.address import Address
from game.shell.errand import POLL
from tests.host.guests import Guest
from tests.host.rooms import LITE, Opens, Room

pytestmark = LITE


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits seconds for the next look at the room."""
    monkeypatch.setattr("game.shell.errand.POLL", dict.fromkeys(POLL, 0.02))
    monkeypatch.setattr("game.shell.errand.SLOW", 0.02)


Comes = Callable[..., Guest]


@pytest.fixture
def comes(pack: Pack, rooms: Opens, tmp_path: Path) -> Iterator[Comes]:
    """Somebody comes to a room, at the same computer each time. All have gone before the rooms end."""
    there: list[Guest] = []

    def come(room: Room, **more: bool) -> Guest:
        there.append(Guest(pack, tmp_path / "here", room.host.address, **more))
        return there[-1]

    yield come
    for one in there:
        one.kill()


@pytest.fixture
def guest(comes: Comes, room: Room) -> Guest:
    """Somebody who plays in a running room."""
    one = comes(room)
    one.join()
    return one


def held(room: Room) -> str:
    """The only play of the room, as it stands there."""
    (one,) = room.host.store.all_held()
    return room.host.store.text(one.id)


def without_time(text: str) -> list[dict[str, Any]]:
    return [{name: value for name, value in json.loads(line).items() if name != "ms"} for line in text.splitlines()]


def here(guest: Guest) -> list[str]:
    drawer = guest.desk.drawer
    assert drawer is not None
    return sorted(path.suffix for path in drawer.folder.iterdir())


def words(guest: Guest) -> str:
    return outline(guest.desk.screens[-1].tree(guest.desk.frame))


def test_what_is_played_on_the_desk_is_what_the_room_holds(guest: Guest, room: Room) -> None:
    guest.play(40)
    guest.until_told()
    assert without_time(held(room)) == without_time(guest.session.text())
    assert len(guest.session.lines) == 41


def test_it_gets_the_arm_of_its_place_as_a_browser_would(guest: Guest, room: Room) -> None:
    assert guest.session.header.setup == room.host.arms.deal(1, 1).setup("taste")
    room.student()
    assert [(one.place, one.take) for one in room.host.store.all_held()] == [(1, 1), (2, 1)]


def test_looking_at_a_room_takes_no_place(comes: Comes, room: Room, tmp_path: Path) -> None:
    guest = comes(room)
    guest.until_card("Joining")
    assert room.host.store.counts().joined == 0 and not (tmp_path / "here").exists()
    assert "seen and" not in words(guest) and "delete it, at any time" in words(guest)


def test_it_waits_for_the_start_pauses_and_ends_with_the_room(comes: Comes, rooms: Opens) -> None:
    room = rooms(go=False)
    guest = comes(room)
    guest.until_card("Joining")
    guest.press("begin")
    guest.until_card("Waits")
    assert "It begins when everybody is" in words(guest) and guest.desk.play is None
    room.desk.start()
    guest.until(lambda: guest.desk.play)
    guest.play(20)
    room.desk.pause()
    guest.until_card("Waits")
    before = len(guest.session.lines)
    guest.play(1)
    assert len(guest.session.lines) == before and "pauses" in words(guest)
    room.desk.start()
    guest.until(lambda: guest.card != "Waits")
    guest.play(1)
    assert len(guest.session.lines) == before + 1
    guest.until_told()
    room.desk.stop()
    guest.until_card("Waits")
    assert "has ended where it was" in words(guest)
    guest.press("debrief")
    debrief = guest.desk.screens[-1]
    assert isinstance(debrief, Debrief)
    kept = next(page for page in debrief.pages if page.id == "kept")
    assert "has every line" in kept.lead[0] and "sent none of it" not in kept.lead[0]
    assert without_time(held(room)) == without_time(guest.session.text())


def test_the_debrief_opens_when_the_room_says_so(guest: Guest, room: Room) -> None:
    guest.play()
    guest.until_told()
    guest.order("debrief")
    assert guest.card == "Notice" and "opens for the whole room at once" in words(guest)
    guest.press("close")
    room.do("debrief")
    guest.until(lambda: guest.desk.errand and guest.desk.errand.news.stand and guest.desk.errand.news.stand.debrief)
    guest.desk.tick(0)
    guest.order("debrief")
    assert guest.card == "Debrief"
    room.desk.stop()
    guest.until(lambda: any(type(one).__name__ == "Waits" for one in guest.desk.screens), 20)
    assert guest.card == "Debrief", "a card comes below what is being read"


def test_a_killed_game_goes_on_in_the_same_play_and_place(comes: Comes, guest: Guest, room: Room) -> None:
    guest.play(20)
    guest.kill()
    again = comes(room)
    again.until(lambda: again.desk.play)
    assert without_time(again.session.text()) == without_time(guest.session.text())
    again.until_told()
    assert len(room.host.store.all_held()) == 1 and without_time(held(room)) == without_time(again.session.text())


def test_a_killed_host_gets_what_was_played_meanwhile(guest: Guest, rooms: Opens, room: Room) -> None:
    guest.play(10)
    guest.until_told()
    room.stop()
    guest.play(15)
    guest.until(lambda: guest.desk.slip.line)
    assert "No connection" in guest.desk.slip.line and any("No connection" in one for one in said(guest))
    guest.desk.apply(Quit())
    assert guest.card == "Unsent" and not guest.desk.done
    guest.press("close")
    guest.order("room_title")
    assert guest.card == "Unsent" and not guest.desk.done and "To the title" in words(guest)
    guest.press("close")
    back = rooms()
    moved(guest, back)
    guest.until(lambda: not guest.desk.slip.line)
    guest.until_told()
    assert without_time(held(back)) == without_time(guest.session.text())


def test_from_its_card_one_leaves_the_room_for_the_title_and_finds_the_play_again(comes: Comes, room: Room) -> None:
    guest = comes(room)
    guest.join()
    guest.play(20)
    guest.until_told()
    guest.desk.to_title()
    assert guest.card == "Waits"
    guest.press("title")
    assert guest.desk.done and guest.desk.elsewhere == ""
    guest.kill()
    again = comes(room)
    again.until(lambda: again.desk.play or again.card == "Waits")
    assert room.host.store.counts().joined == 1 and len(again.session.lines) == 21


THERE_AND_BACK = """
import sys
from pathlib import Path
from game.screens.kit.answers import Key, Typed
from game.shell.app import Start, run

address, folder = sys.argv[1], Path(sys.argv[2])

def on(desk, key):
    assert desk.screens[-1].tree(desk.frame).find(key), key
    desk.touch(key)

def drawn(desk):
    desk.dirty = True
    top = type(desk.screens[-1]).__name__
    if top == "Title" and desk.title.known:
        print("title", type(desk).__name__, flush=True)
        if drawn.been:
            desk.done = True
            return
        on(desk, "plays")
        on(desk, "join")
        desk.feed(Typed("no address!"))
        desk.feed(Key("enter"))
        print(desk.screens[-1].lines[0], flush=True)
        on(desk, "close")
        for _ in "no address!":
            desk.feed(Key("backspace"))
        desk.feed(Typed(address))
        desk.feed(Key("enter"))
    elif top == "Joining":
        drawn.been = True
        print("room", type(desk).__name__, flush=True)
        on(desk, "title")

drawn.been = False
(folder / "s.json").write_text('{"asked": true, "still": true}')
run(Start(size=(640, 360), plays=folder / "plays"), settings_file=folder / "s.json", after_frame=drawn)
"""


def test_the_title_leads_to_a_room_and_back_in_the_same_window(room: Room, tmp_path: Path) -> None:
    told = [sys.executable, "-W", "error", "-c", THERE_AND_BACK, room.host.address, str(tmp_path)]
    env = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data"), "HOME": str(tmp_path)}
    done = subprocess.run(told, capture_output=True, text=True, timeout=60, check=False, env=env)
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if not line.startswith("pygame-ce")]
    assert lines == [
        "title Desk", "“noaddress!” is no address of a room. One is, for example, 192.168.0.5:8080.",
        "room Joined", "title Desk",
    ]  # fmt: skip
    assert room.host.store.counts().joined == 0


def said(guest: Guest) -> list[str]:
    return [spot.label for spot in guest.desk.heard().spots]


def moved(guest: Guest, room: Room) -> None:
    """A test's host cannot have its port again at once."""
    assert guest.desk.errand is not None
    guest.desk.errand._line.address = Address.of(room.host.address)


@pytest.mark.long
def test_nothing_is_lost_whoever_is_killed_and_whenever(
    comes: Comes, guest: Guest, rooms: Opens, room: Room
) -> None:
    """A hundred times the host or the game ends without a word; at last all that was played lies there, once."""
    chance, killed = random.Random(7), Counter[str]()
    played = [line.digest for line in guest.session.lines]
    while killed.total() < 100:
        guest.play(chance.randrange(4))
        guest.wait(chance.random() * 0.05)
        played = [line.digest for line in guest.session.lines]
        who = chance.choice(("host", "game", "both"))
        killed[who] += 1
        if who != "game":
            room.stop()
            guest.play(chance.randrange(3))
            played = [line.digest for line in guest.session.lines]
            room = rooms()
            moved(guest, room)
        if who != "host":
            guest.kill()
            guest = comes(room)
            guest.until_plays()
            assert [line.digest for line in guest.session.lines] == played, "what was seen is there"
        if guest.session.view().phase == "over":
            break
    guest.until_told()
    assert without_time(held(room)) == without_time(guest.session.text()) and len(room.host.store.all_held()) == 1
    assert [line["digest"] for line in without_time(held(room))[1:]] == played
    assert killed.total() >= 30, killed


def test_what_went_on_in_a_browser_goes_on_here(guest: Guest, room: Room) -> None:
    guest.play(5)
    guest.until_told()
    (one,) = room.host.store.all_held()
    browser = room.browser()
    browser.post("/back", {"code": room.host.keys.code(one.id)})
    for _ in range(6):
        browser.on()
    guest.until(lambda: len(guest.session.lines) == 12)
    assert guest.card == "Notice" and "went on elsewhere" in words(guest)
    guest.press("close")
    guest.play(3)
    guest.until_told()
    assert guest.session.path and without_time(guest.session.path.read_text("utf-8")) == without_time(held(room))


def test_what_comes_after_the_end_of_the_room_does_not_count_here_either(
    comes: Comes, guest: Guest, rooms: Opens, room: Room, tmp_path: Path
) -> None:
    guest.play(10)
    guest.until_told()
    kept = held(room)
    room.stop()
    guest.play(5)
    guest.kill()
    back = rooms()
    back.desk.stop()
    again = comes(back)
    again.until_card("Waits")
    again.press("debrief")
    assert without_time(held(back)) == without_time(kept)
    (file,) = (tmp_path / "here").glob("*.jsonl")
    assert len(load(file).lines) == 11


def test_withdrawing_deletes_there_and_here(guest: Guest, room: Room) -> None:
    guest.play(30)
    guest.until_told()
    guest.order("room_mine")
    assert isinstance(guest.desk.screens[-1], Mine) and "31 steps" in words(guest)
    guest.press("withdraw")
    guest.until(lambda: "from the room’s files" in words(guest))
    counts = room.host.store.counts()
    assert (counts.joined, counts.withdrawn) == (0, 1) and here(guest) == []


def test_withdrawing_without_a_line_is_told_at_the_next_start(
    comes: Comes, guest: Guest, rooms: Opens, room: Room
) -> None:
    room.stop()
    guest.play(5)
    guest.order("room_withdraw")
    assert "as soon as it can" in words(guest) and here(guest) == [".seat"]
    guest.kill()
    back = rooms()
    again = comes(back)
    again.until_card("Withdrawn")
    again.until(lambda: here(again) == [])
    assert back.host.store.counts().joined == 0


def test_a_play_withdrawn_in_a_browser_is_gone_here(guest: Guest, room: Room) -> None:
    guest.play(5)
    guest.until_told()
    (one,) = room.host.store.all_held()
    room.host.store.withdraw(one.id)
    guest.until_card("Stopped")
    assert "does not hold your play any more" in words(guest) and here(guest) == []


def test_what_a_player_must_know_is_read_before_the_first_choice(
    comes: Comes, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.host.api.Api._told", lambda _self, _held: ("One in ten may be seen.",))
    guest = comes(room)
    guest.until_card("Joining")
    guest.press("begin")
    guest.until_card("Waits")
    assert "One in ten may be seen" in words(guest) and guest.desk.play is None
    guest.press("go_on")
    guest.play(5)
    guest.until_told()
    guest.order("room_mine")
    assert "One in ten may be seen" in words(guest)
    guest.kill()
    again = comes(room)
    again.until(lambda: again.desk.play)


def test_rows_leave_the_room_only_if_one_agrees(comes: Comes, rooms: Opens) -> None:
    room = rooms(mode="rows")
    guest = comes(room)
    guest.until_card("Joining")
    assert "Your row does not leave the room" in words(guest)
    guest.press("shares")
    guest.press("begin")
    guest.until(lambda: guest.desk.play)
    assert [one.shares for one in room.host.store.all_held()] == [True]
    guest.order("room_mine")
    guest.press("shares")
    guest.until(lambda: [one.shares for one in room.host.store.all_held()] == [False])
    assert "Your row does not leave the room" in words(guest)


def test_whoever_sits_here_next_does_not_get_the_play_of_whoever_sat_here_before(
    comes: Comes, guest: Guest, room: Room
) -> None:
    guest.play(8)
    guest.kill()
    second = comes(room, shared=True)
    second.join()
    assert len(second.session.lines) == 1 and room.host.store.counts().joined == 2
    second.kill()
    again = comes(room, shared=True)
    again.until_card("Joining")
    first = next(one for one in room.host.store.all_held() if one.place == 1)
    again.order("open", words="gogo gogo")
    assert "No play on this computer" in words(again)
    again.press("close")
    again.order("open", words=room.host.keys.code(first.id).upper())
    again.until(lambda: again.desk.play)
    assert len(again.session.lines) == 9 and room.host.store.counts().joined == 2


def test_another_version_of_the_game_is_sent_to_the_browser(
    comes: Comes, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.host.api.__version__", "9.8.7")
    guest = comes(room)
    guest.until(lambda: "9.8.7" in words(guest))
    assert "in a browser" in words(guest) and room.host.address in words(guest)


def test_what_the_host_does_not_take_stops_the_sending_and_names_the_cure(
    guest: Guest, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    guest.play(3)
    guest.until_told()
    monkeypatch.setattr("game.shell.errand._told", lambda step: made(step).but(digest="0" * 32))
    from game.shell.errand import Did  # noqa: PLC0415

    def made(step: Any) -> Did:
        return Did(act=step.act, ms=0, digest=step.digest)

    guest.play(2)
    guest.until_card("Stopped")
    (one,) = room.host.store.all_held()
    assert one.steps == 4 and room.host.keys.code(one.id) in words(guest)


def test_what_answers_but_is_no_host_is_named(
    comes: Comes, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.host.api._json", lambda _said: PlainTextResponse("<h1>Sign in to this network</h1>"))
    guest = comes(room)
    guest.until(lambda: "no host of this game" in words(guest))


def test_in_a_room_with_halves_each_is_told_theirs_before_the_first_choice_and_all_of_it_afterwards(
    pack: Pack, rooms: Opens, tmp_path: Path
) -> None:
    room = rooms(tower=True)
    guest = Guest(pack, tmp_path / "here", room.host.address)
    guest.until_card("Joining")
    assert "Of half of the players, drawn by lot" in words(guest)
    guest.press("begin")
    guest.until_card("Waits")
    (one,) = room.host.store.all_held()
    assert told_half(room.host.tower.half(one)) in words(guest)
    guest.press("go_on")
    guest.play()
    guest.until_told()
    room.desk.stop()
    guest.until(lambda: guest.desk._room().debrief)
    guest.order("debrief")
    debrief = guest.desk.screens[-1]
    assert isinstance(debrief, Debrief) and debrief.pages[1].id == "projector"
