"""Tables that leave the room, or stay in it: rows only where they were asked for, sums that say nothing of anybody."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.seminar import pool, rows
from game.seminar.hide import LEAST
from game.seminar.measures import measures, some
from game.seminar.room import room
from tests.conftest import ROOT
from tests.seminar.conftest import made, room_of

DOC = (ROOT / "docs" / "class-data.md").read_text(encoding="utf-8")


def told(part: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)`", DOC.split(f"## {part}")[1].split("\n## ")[0], flags=re.MULTILINE)


def test_every_column_and_every_number_is_in_the_dictionary_and_nothing_else(pack):
    assert told("Columns of class.csv") == list(rows.COLUMNS)
    assert told("Kinds") == list(rows.KINDS)
    assert told("Numbers of a student") == list(measures(pack))


def test_rows_hold_every_number_and_no_id_of_a_play(pack):
    students = room_of(pack, 9)
    text = rows.rows(students, pack)
    read = list(csv.DictReader(io.StringIO(text)))
    assert {row["student"] for row in read} == {str(at) for at in range(1, 10)}
    assert not any(one.key in text for one in students)
    numbers = [row for row in read if row["kind"] == "number" and row["what"] == "vh"]
    assert sorted(float(row["value"]) for row in numbers) == pytest.approx(
        sorted(map(float, some(measures(pack)["vh"], students)))
    )
    assert {row["kind"] for row in read} == set(rows.KINDS)


def test_a_spreadsheet_calculates_nothing(pack):
    evil = made(pack, 1, campaign="=1+1", file="@SUM(A1)")
    text = rows.rows([evil], pack)
    assert "'=1+1" in text and "'@SUM" in text
    assert not re.search(r"(^|,)[=@+]", text.replace("-", ""), flags=re.MULTILINE)


def test_a_table_of_sums_says_nothing_under_five_and_nothing_of_all_alike(pack):
    students = [made(pack, at, bet=3 if at < 20 else None, order="visible-first" if at else "hidden-first",
                     pegs=at % 10 if at < 19 else None) for at in range(24)]  # fmt: skip
    one = pool.table(room(students, pack), pack)
    assert "bet" not in one.sums  # all alike, and four did not answer
    assert one.sums["pegs"].n == 19
    assert not any(name.endswith("-first") for name in one.sums)  # one began with the hidden rules
    half = [made(pack, at, pegs=at % 10 if at > 5 else None) for at in range(24)]  # three of each order did not answer
    parts = pool.table(room(half, pack), pack).sums
    assert parts["pegs"].n == 18 and "pegs.visible-first" not in parts and "vh.visible-first" in parts
    few = [made(pack, at, pegs=at % 10 if at < 21 else None) for at in range(24)]
    assert "pegs" not in pool.table(room(few, pack), pack).sums  # three did not answer
    for share in one.shares.values():
        assert share.hits >= LEAST and share.n - share.hits >= LEAST
    with pytest.raises(ValueError, match="five"):
        pool.table(room(students[:4], pack), pack)


def test_no_key_or_row_of_anybody_is_in_it(pack):
    students = room_of(pack, 12)
    text = pool.to_json(pool.table(room(students, pack), pack))
    assert not any(one.key in text for one in students)
    assert set(json.loads(text)) == {"format", "kind", "id", "levels", "campaign", "untimed", "n", "sums", "shares"}
    assert pool.to_csv(pool.table(room(students, pack), pack)).startswith("campaign,what,n,sum")


def test_the_same_class_is_not_laid_beside_itself(pack, tmp_path):
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_text(pool.to_json(pool.table(room(room_of(pack, 9), pack), pack)), encoding="utf-8")
    tables, left = pool.read([tmp_path / "a.json", tmp_path / "b.json"])
    assert len(tables) == 1 and left == [("b.json", "is a class that is there already")]


@pytest.mark.parametrize(
    "change",
    [
        {"n": 4}, {"format": 2}, {"campaign": "=1+1"}, {"id": "x"}, {"more": 1}, {"n": 10**9},
        {"sums": {"vh": {"n": 9, "total": 9.0, "squares": 1.0}}},
        {"sums": {"vh": {"n": 3, "total": 0.0, "squares": 1.0}}},
        {"sums": {"<b>": {"n": 9, "total": 0.0, "squares": 1.0}}}, {"shares": {"a": {"hits": 9, "n": 10}}},
        {"sums": {"vh": {"n": 9, "total": float("nan"), "squares": 1.0}}}, {"shares": {"a": {"hits": 20, "n": 10}}},
    ],
    ids=str,
)  # fmt: skip
def test_a_forged_table_is_left_out(pack, tmp_path, change):
    made_ = json.loads(pool.to_json(pool.table(room(room_of(pack, 9), pack), pack))) | change
    (tmp_path / "x.json").write_text(json.dumps(made_), encoding="utf-8")
    assert pool.read([tmp_path / "x.json"])[0] == []


@given(st.binary(max_size=200))
def test_anything_at_all_is_left_out_with_a_word(tmp_path_factory, raw):
    path = tmp_path_factory.mktemp("pool") / "x.json"
    for text in (raw, b"[" * 50_000):
        path.write_bytes(text)
        tables, left = pool.read([path])
        assert tables == [] and left[0][1]
