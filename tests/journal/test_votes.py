"""The votes lie beside the record: read forgivingly, whatever is in them, and wiped with it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.journal.shelf import Shelf
from game.journal.votes import LARGEST, path_votes, read_votes, write_votes
from game.model.vote import VOTES, Vote, Votes

GOOD = {"n": 7, "counts": {"stay": 12, "call": 3}, "blank": 2, "took": "stay", "how": "most"}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "abc.jsonl"
    path.write_text("a record\n", encoding="utf-8")
    return path


def lay(record: Path, found: Any) -> Votes | None:
    path_votes(record).write_text(json.dumps(found), encoding="utf-8")
    return read_votes(record)


def test_what_is_written_is_read_again_and_the_record_stays_as_it_is(record: Path) -> None:
    votes = Votes(votes=(Vote(n=3, counts={"a": 4, "b": 4}, blank=1, took="b", how="coin"),))
    write_votes(record, votes)
    assert read_votes(record) == votes
    assert record.read_text(encoding="utf-8") == "a record\n"


def test_where_no_room_has_voted_there_are_no_votes(record: Path) -> None:
    assert read_votes(record) is None


@pytest.mark.parametrize("found", [None, 3, [], "votes", {"votes": {}}, {"votes": None}, {}])
def test_a_file_that_is_something_else_is_no_vote(record: Path, found: Any) -> None:
    assert lay(record, found) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"n": 0}, {"n": 10**9}, {"n": "7"}, {"n": True}, {"counts": {"stay": -1}}, {"counts": {"stay": 10**6}},
        {"counts": {"stay": 1.5}}, {"counts": []}, {"counts": {f"c{n}": 1 for n in range(13)}, "took": "c1"},
        {"counts": {"<script>": 3}, "took": "<script>"}, {"counts": {"=cmd": 3}, "took": "=cmd"},
        {"counts": {"\u202estay": 3}, "took": "\u202estay"}, {"took": "walk"}, {"took": ""}, {"how": "bribe"},
        {"blank": -2}, {"blank": "many"}, {"more": 1},
    ],
)  # fmt: skip
def test_a_vote_that_cannot_be_one_is_left_out_and_the_rest_is_kept(record: Path, changed: dict[str, Any]) -> None:
    other = {**GOOD, "n": 9}
    found = lay(record, {"format": 1, "votes": [{**GOOD, **changed}, other]})
    assert found == Votes(votes=(Vote.model_validate(other),))


@given(ANYTHING)
def test_whatever_lies_there_never_stops_anything(found: Any) -> None:
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "abc.jsonl"
        record.write_text("\n", encoding="utf-8")
        for laid in (found, {"votes": found}, {"votes": [found]}, {"votes": [{**GOOD, "counts": found}]}):
            read = lay(record, laid)
            assert read is None or all(vote.took in vote.counts for vote in read.votes)


def test_a_file_that_is_too_large_too_deep_or_no_text_is_not_read(record: Path) -> None:
    path_votes(record).write_text(" " * (LARGEST + 1), encoding="utf-8")
    assert read_votes(record) is None
    path_votes(record).write_text("[" * 200_000, encoding="utf-8")
    assert read_votes(record) is None
    path_votes(record).write_bytes(b"\xff\xfe\x00")
    assert read_votes(record) is None


def test_no_more_votes_are_read_than_a_play_can_have(record: Path) -> None:
    found = lay(record, {"votes": [{**GOOD, "n": n} for n in range(1, VOTES + 500)]})
    assert found is not None
    assert len(found.votes) == VOTES


def test_the_votes_are_wiped_with_their_record_and_so_are_copies(tmp_path: Path, record: Path) -> None:
    write_votes(record, Votes())
    away = tmp_path / "copies"
    away.mkdir()
    (away / path_votes(record).name).write_text("{}", encoding="utf-8")
    assert Shelf(tmp_path).wipe(record, away) == 1
    assert not path_votes(record).exists()
    assert list(away.iterdir()) == []


def test_nothing_is_written_beside_a_record_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_votes(tmp_path / "gone.jsonl", Votes())
    assert list(tmp_path.iterdir()) == []
