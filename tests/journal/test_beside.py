"""What the player said to the debrief lies beside the record, and never in it."""

import json
import os
import unicodedata
from pathlib import Path

import pytest

from game.journal import Session, Shelf, load
from game.journal import session as writer
from game.journal.beside import path_beside, read_said, write_said
from game.model.content import Pack
from game.model.said import LONGEST, Said, plain, tidy
from tests.rules.lives import setup_of

HOSTILE = (
    "<script>alert(1)</script>",
    "</p></article><img src=x onerror=alert(1)>",
    "\u202eevil\u202c \u2066turned\u2069 \u200f\u061cround",
    "=HYPERLINK(\"http://x\",\"y\")",
    "+cmd|' /C calc'!A0",
    "a" * 10_000,
    "ab\x00c\x1b[31md\x7f\ufeff",
    "half \ud800 a character",
    "Z" + "\u0301" * 400,
    "one\ntwo\r\nthree\u2028four\tfive",
    '{"n": 1}\n{"n": 2}',
)


@pytest.fixture
def record(pack: Pack, tmp_path: Path) -> Path:
    path = tmp_path / "plays" / "abcd.jsonl"
    Session.new(pack, setup_of(3, "taste"), path, game="test", play="abcd")
    return path


def test_where_nothing_was_said_there_is_nothing_to_read(record: Path) -> None:
    assert read_said(record) == Said() and not path_beside(record).exists()


def test_an_objection_is_kept_changed_and_taken_back_and_the_record_stays_as_it_was(record: Path) -> None:
    before = record.read_bytes()
    for why in ("I was asleep.", "I was very much asleep.", ""):
        write_said(record, read_said(record).object_to("nudge_effect", why))
        assert read_said(record).objections == {"nudge_effect": why}
    write_said(record, read_said(record).object_to("nudge_effect", None))
    assert not path_beside(record).exists()
    assert record.read_bytes() == before and load(record).lines == ()


def test_that_keeping_was_asked_about_outlives_every_objection(record: Path) -> None:
    write_said(record, Said(asked=True).object_to("approval", "no"))
    write_said(record, read_said(record).object_to("approval", None))
    assert read_said(record) == Said(asked=True)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_kept_as_one_harmless_line(record: Path, text: str) -> None:
    write_said(record, Said().object_to("approval", text))
    kept = read_said(record).objections["approval"]
    assert kept == tidy(text) == tidy(kept) and len(kept) <= LONGEST
    assert not [c for c in kept if unicodedata.category(c)[0] == "C"] and kept.isprintable()
    path_beside(record).read_bytes().decode("utf-8")


def test_words_in_any_language_are_kept_as_they_are() -> None:
    hebrew, persian = "\u05dc\u05d0 \u05e0\u05db\u05d5\u05df", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    for text in ("Nein, gar nicht.", "\u041d\u0435\u0442", "\u4e0d\u5bf9", hebrew, persian, "\u00e9 e\u0301"):
        assert tidy(text) == text


def test_a_space_at_the_end_stays_while_one_still_writes() -> None:
    assert plain("I was ") == "I was " and tidy("  I   was ") == "I was"


@pytest.mark.parametrize("found", [
    b"", b"\xff\xfe", b"[]", b"{", b'"said"', b'{"objections": []}',
    b'{"objections": {"UP": "x", "a/b": "y", "ok": 3}}', b"[" * 100_000, b" " * (1 << 21),
])  # fmt: skip
def test_a_file_by_another_hand_does_no_harm(record: Path, found: bytes) -> None:
    path_beside(record).write_bytes(found)
    assert read_said(record) == Said()
    write_said(record, read_said(record).object_to("approval", "still"))
    assert read_said(record).objections == {"approval": "still"}


def test_what_another_hand_wrote_comes_out_as_harmless_as_what_is_typed(record: Path) -> None:
    path_beside(record).write_text(json.dumps({"objections": {"approval": "a\u202eb" * 9000}, "asked": 1}))
    said = read_said(record)
    assert said.objections["approval"] == ("ab" * 9000)[:LONGEST] and said.asked is False


def test_a_name_that_is_no_finding_is_refused() -> None:
    with pytest.raises(KeyError):
        Said().object_to("../../etc", "x")


def test_it_is_written_whole_or_not_at_all(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_said(record, Said().object_to("approval", "first"))

    def full(*_: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(os, "fsync", full)
    assert writer.os is os
    with pytest.raises(OSError, match="no room"):
        write_said(record, Said().object_to("approval", "second"))
    assert read_said(record).objections == {"approval": "first"}
    assert sorted(path.name for path in record.parent.iterdir()) == ["abcd.jsonl", "abcd.said.json"]


def test_nothing_is_written_beside_a_play_that_is_gone(record: Path) -> None:
    record.unlink()
    with pytest.raises(FileNotFoundError):
        write_said(record, Said(asked=True))
    assert list(record.parent.iterdir()) == []


def test_deleting_a_play_takes_what_lies_beside_it_and_nothing_of_another(pack: Pack, record: Path) -> None:
    other = record.with_name("abce.jsonl")
    Session.new(pack, setup_of(4, "taste"), other, game="test", play="abce")
    for one in (record, other):
        write_said(one, Said(asked=True))
    record.with_name("abcd.said.json.part").write_text("half")
    Shelf(record.parent).delete(record)
    assert sorted(path.name for path in record.parent.iterdir()) == ["abce.jsonl", "abce.said.json"]


def test_a_play_with_words_beside_it_is_one_play_on_the_shelf(record: Path) -> None:
    write_said(record, Said(asked=True))
    assert [card.play for card in Shelf(record.parent).cards()] == ["abcd"]


@pytest.mark.parametrize("too", [True, False])
def test_wiping_takes_the_copies_in_a_folder_only_when_told_to(record: Path, tmp_path: Path, too: bool) -> None:
    shelf, away = Shelf(record.parent), tmp_path / "away"
    away.mkdir()
    write_said(record, Said(asked=True))
    for one in (record, path_beside(record)):
        shelf.export(one, away)
    (away / "abcd.html").write_text("pages")
    (away / "letter.txt").write_text("mine")
    assert len(shelf.copies(record, away)) == 3
    assert shelf.wipe(record, away if too else None) == (3 if too else 0)
    assert list(record.parent.iterdir()) == []
    left = {path.name for path in away.iterdir()}
    assert left == ({"letter.txt"} if too else {"letter.txt", "abcd.html", "abcd.jsonl", "abcd.said.json"})
