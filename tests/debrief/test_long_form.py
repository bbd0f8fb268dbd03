"""The play as a table: its rows are the record's, and the dictionary says what they are."""

import csv
import io
import re

import pytest

from game.debrief.long_form import COLUMNS, harmless, table
from tests.conftest import ROOT
from tests.debrief.factory import Maker

PLAYS = [("dice", "lesson", "visible-first", 3), ("fox", "taste", "hidden-first", 4)]
HOSTILE = (
    '=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(A1)", "\t=1", "  =1", "＝1", '";=1', "a,b\r\n=c", "\u202e=1",
    "<script>alert(1)</script>", "x" * 10_000,
)  # fmt: skip


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def dictionary():
    """Column -> (type, range, meaning, empty when), as docs/data.md has it."""
    text = (ROOT / "docs" / "data.md").read_text(encoding="utf-8").split("## Dictionary")[1]
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:3] == "| `"]
    return {line[0].strip("`"): line[1:] for line in lines}


@pytest.fixture(scope="module", params=PLAYS, ids=lambda p: "-".join(p[:3]))
def lived_once(lived, request):
    return lived(*request.param)


@pytest.fixture(scope="module")
def told(lived_once, pack):
    return rows(table(lived_once, pack))


def test_there_is_one_row_for_every_moment_and_it_says_what_the_record_says(lived_once, told):
    setup, shown = lived_once.header.setup, {line.n: line.shown for line in lived_once.lines}
    chosen = [(line.n, e) for line in lived_once.lines for e in line.events if e.did == "chose"]
    assert [int(r["line"]) for r in told] == [n for n, _ in chosen]
    for (n, event), row in zip(chosen, told, strict=True):
        assert (row["campaign"], row["order"], row["file"]) == (setup.campaign, setup.order, setup.file)
        assert (row["moment"], row["choice"], row["family"], row["coat"]) == (
            event.what, event.choice, event.family, event.coat,
        )  # fmt: skip
        for name in ("keeps", "watched"):
            truth = getattr(event, name)
            assert row[name] == ("" if truth is None else str(int(truth)))
        taken = next(o for o in shown[n].options if o.id == event.choice)
        assert row["options"].split("|") == [o.id for o in shown[n].options]
        assert (int(row["minutes"]), int(row["coins"])) == (taken.minutes, taken.coins)
        assert row["mark_posted"] == str(int(bool(taken.mark)))
        assert row["preselected"] == "|".join(o.id for o in shown[n].options if o.preselected)
        assert int(row["day"]) == shown[n].day
        assert (row["kind"] == "matched") == bool(event.family) == bool(row["mood"])


def test_the_regime_is_the_one_that_ran(told):
    known = {(r["condition"], r["regime"]) for r in told}
    assert {("U0", "before"), ("P", "notice_board"), ("H", "lumen")} <= known
    assert len(known) == len({condition for condition, _ in known})


def test_the_diarys_reasons_stand_with_the_moments_they_were_given_for(lived_once, told):
    given = {
        (event.condition, moment): kind
        for line in lived_once.lines for event in line.events
        if event.did == "answered" and event.what == "diary"
        for moment, kind in zip(event.values[::2], event.truth, strict=True)
    }  # fmt: skip
    assert given or lived_once.header.setup.campaign == "taste"  # which keeps no diary
    assert {(r["condition"], r["moment"]): r["reason"] for r in told if r["reason"]} == given


def test_the_dictionary_has_every_column_in_its_order_and_says_all_of_it():
    known = dictionary()
    assert list(known) == list(COLUMNS)
    assert all(len(cells) == 4 and all(cells) for cells in known.values())


def test_no_value_is_outside_the_range_of_the_dictionary_and_none_is_missing_without_a_word(told):
    for name, (kind, given, _, empty) in dictionary().items():
        values = [row[name] for row in told]
        words = set(re.findall("`([^`]+)`", given))
        for value in values:
            if not value:
                assert empty != "never", name
            elif words:
                assert value in words, name
            elif kind.startswith("whole number") or kind == "0 or 1":
                assert re.fullmatch("-?[0-9]+", value), name
            elif kind.startswith("decimal"):
                assert re.fullmatch(r"[0-9]+\.[0-9]{3}", value), name
            if value and given == "0 to 1":
                assert value in "01", name
            if value and given.endswith("and up"):
                assert float(value) >= float(given.split()[0]), name


def test_seconds_are_thousandths_of_the_step_and_nothing_of_the_clock_is_in_the_file(pack):
    maker = Maker()
    maker.dawn("P")
    maker.matched("fall", True)
    record = maker.record()
    record = record.but(lines=(record.lines[0], record.lines[1].but(ms=61_007)))
    text = table(record, pack)
    assert rows(text)[0]["seconds"] == "61.007"
    assert "09:10" not in text


def test_the_file_keeps_to_rfc_4180(lived_once, pack):
    text = table(lived_once, pack)
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert len({len(cells) for cells in csv.reader(io.StringIO(text, newline=""), strict=True)}) == 1


@pytest.mark.parametrize("words", HOSTILE, ids=lambda w: repr(w[:12]))
def test_hostile_words_of_the_diary_stay_one_cell_that_nothing_calculates(pack, words):
    maker = Maker()
    maker.dawn("U0")
    maker.matched("fall", True)
    maker.answer("diary", ["U0.fall", f"own:{words}"], ["own"])
    (row,) = rows(table(maker.record(), pack))
    cell = row["reason_own"]
    assert row["reason"] == "own" and len(cell) <= 510
    assert not re.search(r"(^|;)\s*[=+\-@＝＋－＠\t]", cell)
    assert not re.search("[\r\n\t\u202e]", cell)


def test_own_words_with_an_equals_sign_are_still_a_diary(pack):
    maker = Maker()
    maker.dawn("U0")
    maker.matched("fall", True)
    maker.answer("diary", ["U0.fall", "own:kind = kind=stamp"], ["own"])
    assert rows(table(maker.record(), pack))[0]["reason_own"] == "kind = kind=stamp"


def test_words_that_harm_nobody_stay_as_they_are():
    for words in ("I liked the goose.", "2 + 2 = 4", "“Why?” – because", "don’t"):
        assert harmless(words) == words


def test_hostile_ids_of_a_foreign_record_are_harmless_too(pack):
    maker = Maker(campaign="=cmd|'/c calc'!A0", file="@x")
    maker.dawn("+zz")
    maker.line(maker.lines[0].act, maker.lines[0].events[0].but(did="chose", what="-1", choice='=1"'))
    (row,) = rows(table(maker.record(), pack))
    assert all(row[name].startswith("'") for name in ("campaign", "file", "condition", "moment", "choice"))
    assert (row["options"], row["minutes"], row["regime"]) == ("", "", "")
