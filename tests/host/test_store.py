"""What is acknowledged lies on the disk; what is deleted is gone from it."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.host.store import Clash, Step, Store
from game.host.wish import CannotKeep
from tests.conftest import ROOT
from tests.host.rooms import Stores


def header(place: int, take: int) -> str:
    return f"header {place} {take}"


@pytest.fixture
def store(stores: Stores) -> Store:
    return stores.opens()


@pytest.fixture
def lite(tmp_path: Path) -> Iterator[Store]:
    """One in a file, whatever else the tests run on."""
    store = Store.at(tmp_path)
    yield store
    store.close()


def test_lines_come_back_as_they_were_kept_also_after_closing(stores: Stores) -> None:
    store = stores.opens()
    store.join("a", "code", header)
    store.add([Step("a", 1, "one"), Step("a", 2, "two")])
    store.close()
    again = stores.opens()
    assert again.text("a") == "header 1 1\none\ntwo\n"
    assert again.held("a").steps == 2


def test_the_same_step_twice_is_kept_once_and_its_whole_batch_is_refused(store: Store) -> None:
    store.join("a", "code a", header)
    store.join("b", "code b", header)
    store.add([Step("a", 1, "one")])
    with pytest.raises(Clash):
        store.add([Step("b", 1, "first of b"), Step("a", 1, "another one")])
    assert store.text("a") == "header 1 1\none\n"
    assert store.text("b") == "header 2 1\n"
    assert store.held("b").steps == 0


def test_a_step_of_a_play_that_was_withdrawn_is_refused(store: Store) -> None:
    store.join("a", "code", header)
    assert store.withdraw("a")
    with pytest.raises(Clash):
        store.add([Step("a", 1, "one")])


def test_joining_twice_with_one_page_takes_one_place(store: Store) -> None:
    store.join("a", "code", header)
    store.join("a", "code", header)
    assert store.counts().joined == 1


def test_a_place_that_was_withdrawn_is_given_again_with_the_next_take(store: Store) -> None:
    for play in "abc":
        store.join(play, play, header)
    store.withdraw("b")
    store.join("d", "d", header)
    store.join("e", "e", header)
    assert [(one.id, one.place, one.take) for one in store.all_held()] == [
        ("a", 1, 1), ("d", 2, 2), ("c", 3, 1), ("e", 4, 1)
    ]  # fmt: skip


def test_a_place_whose_player_is_silent_is_given_again_but_not_one_that_is_done(store: Store) -> None:
    for play in "ab":
        store.join(play, play, header)
    store.add([Step("a", 1, "all", done=True)])
    store.join("c", "c", header, lapsed=["a", "b"])
    assert (store.held("c").place, store.held("c").take) == (2, 2)


def test_what_is_withdrawn_is_in_no_file_any_more(store: Store, stores: Stores) -> None:
    store.join("playidabcdef0123", "code", header)
    store.join("another", "code 2", header)
    store.add([Step("playidabcdef0123", 1, "a very particular sentence"), Step("another", 1, "something else")])
    assert "a very particular sentence" in stores.kept()
    store.withdraw("playidabcdef0123")
    left = stores.kept()
    assert "a very particular sentence" not in left and "playidabcdef0123" not in left
    assert "something else" in left


def test_a_room_that_is_deleted_leaves_no_word_in_its_files(store: Store, stores: Stores) -> None:
    store.set(seed="secret seed")
    store.join("playidabcdef0123", "code", header)
    store.add([Step("playidabcdef0123", 1, "a very particular sentence")])
    store.empty(state="deleted")
    left = stores.kept()
    assert not [word for word in ("particular", "playidabcdef0123", "secret seed") if word in left]
    assert store.room() == {"state": "deleted"}
    store.close()


def test_writes_reach_the_disk_before_they_are_answered(lite: Store) -> None:
    """What SQLite promises with a log written ahead and full sync: a commit survives a power cut."""
    write = lite._write
    assert write.rows("PRAGMA synchronous") == [(2,)] and write.rows("PRAGMA journal_mode") == [("wal",)]
    assert write.rows("PRAGMA secure_delete") == [(1,)] and write.rows("PRAGMA foreign_keys") == [(1,)]


def test_a_killed_writer_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    """It says a number after each commit and is killed in the middle of things; all it said is there, unbroken."""
    program = (
        "import sys\nfrom pathlib import Path\nfrom game.host.store import Step, Store\n"
        "store = Store.at(Path(sys.argv[1]))\nstore.join('a', 'a', lambda p, t: 'header')\n"
        "n = store.held('a').steps\n"
        "while True:\n    n += 1\n    store.add([Step('a', n, f'line {n} ' + 'x' * 900)])\n    print(n, flush=True)\n"
    )
    for turn in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
        ) as writer:
            assert writer.stdout
            said = [writer.stdout.readline() for _ in range(20 + 7 * turn)]
            writer.kill()
            said += writer.stdout.read().splitlines()
        last = max(int(one) for one in said if one.strip())
        store = Store.at(tmp_path)
        lines = store.text("a").splitlines()[1:]
        store.close()
        assert len(lines) in (last, last + 1)  # one may have been kept and not said
        assert [line.split()[1] for line in lines] == [str(n) for n in range(1, len(lines) + 1)]


def test_a_damaged_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "room.sqlite").write_bytes(b"no database at all, " * 100)
    with pytest.raises(CannotKeep, match="not a database"):
        Store.at(tmp_path)


def test_the_folder_is_the_owners_alone(lite: Store, tmp_path: Path) -> None:
    assert (tmp_path / "room.sqlite").stat().st_mode & 0o077 == 0


def test_the_tables_have_no_column_for_a_clock_an_address_or_a_device(lite: Store, tmp_path: Path) -> None:
    lite.close()
    with sqlite3.connect(tmp_path / "room.sqlite") as db:
        columns = {
            row[1]
            for table in ("room", "plays", "lines", "gone", "choices")
            for row in db.execute(f"PRAGMA table_info({table})")
        }
    db.close()
    assert columns == {
        "name", "value", "id", "code", "place", "take", "shares", "steps", "done", "header", "play", "n", "text",
        "what", "took", "state",
    }  # fmt: skip
