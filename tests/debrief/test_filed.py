"""Where one was put, by which data, and which doors: counted again from the end of the life itself."""

import pytest

from game.debrief.filed import PAPER, categories, doors, doors_said, stood, table
from game.debrief.names import Names
from game.debrief.others import others
from game.debrief.pages import debrief
from game.debrief.reading import read
from game.debrief.report import render
from tests.debrief.factory import bits, play

PLAYS = [
    ("dice", "lesson", "visible-first", 7, "debt_friends"),
    ("saint", "lesson", "hidden-first", 7, "lane"),
    ("fox", "full", "hidden-first", 3, "hill"),
    ("dice", "full", "visible-first", 5, "lane"),
    ("fox", "taste", "visible-first", 4, "middle"),
    ("dice", "five_stars", "visible-first", 4, "lane"),
    ("dice", "before", "visible-first", 4, "lane"),
]


@pytest.fixture(scope="module", params=PLAYS, ids=lambda p: "-".join(map(str, p[:4])))
def record(lived, request):
    return lived(*request.param)


def test_what_each_system_made_of_a_life_is_where_the_life_ended_in_its_books(pack, record):
    ended = {s.regime.id: s.lived for s in others(pack, record).systems if s.lived is not None}
    assert stood(read(record)) == ended


def test_a_row_is_its_opening_its_acts_and_its_paper_and_they_add_up(pack, record):
    reading, names = read(record), Names(pack)
    has = pack.files[record.header.setup.file].has
    for row, (id_, points) in zip(categories(reading, names).rows, stood(reading).items(), strict=True):
        regime = pack.regimes[id_]
        acts = [e.amount for line in record.lines for e in line.events if e.did == "scored" and e.what == id_]
        assert row[2].startswith(f"{len(acts)} act" if acts else "nothing")
        if row[3].startswith("as "):
            assert regime.carries_on in stood(reading)
            continue
        paper = [r for r in regime.file if r.has in has]
        assert points == regime.start + sum(acts) + sum(r.points for r in paper)
        assert all(PAPER[r.has] in row[3] for r in paper)
        assert paper or row[3] in ("read, nothing found", "reads none")


def test_every_mark_that_a_file_can_hold_has_its_word(pack):
    assert {has for file in pack.files.values() for has in file.has} == set(PAPER)


def test_the_doors_are_those_of_the_life_lived_again(pack, record):
    whole = debrief(record, pack)
    judged = {(d.regime, d.door): d.open for d in whole.twin.own.doors}
    told = {}
    for regime, row in zip(dict.fromkeys(r for r, _ in judged), doors(read(record), whole_names := Names(pack)).rows,
                           strict=True):  # fmt: skip
        assert row[3] == ("yes" if pack.regimes[regime].explains else "no")
        for cell, is_open in ((row[1], True), (row[2], False)):
            told |= {(regime, door): is_open for door in pack.doors if whole_names.door(door) in cell.split(", ")}
    assert told == judged


def test_the_sentence_on_the_doors_counts_them_with_and_without_a_reason(pack, record):
    reading = read(record)
    said = doors_said(reading, Names(pack))
    judged = [t.event for t in reading.of("judged")]
    if not judged:
        assert said == ""
        return
    assert said.startswith(f"Of {len(judged)} door")
    for word, is_open in (("opened", True), ("shut", False)):
        mine = [e for e in judged if bool(e.amount) == is_open]
        why = sum(pack.regimes[e.why].explains for e in mine)
        assert (f"{len(mine)} {word} ({why or 'none'} with a reason)" if mine else f"none {word}") in said


def test_it_stands_on_the_twins_page_or_on_the_day_of_a_chapter_and_once(pack, record):
    whole = debrief(record, pack)
    made = [t for p in whole.pages for t in p.tables if t.paper]
    wanted = categories(read(record), Names(pack))
    assert [t.rows for t in made] == ([wanted.rows] if wanted.rows else [])
    assert all(t.caption.endswith(doors_said(read(record), Names(pack))) for t in made)
    html = render(whole)
    assert html.count('class="table printed"') == len(made)
    for t in made:
        assert len({len(row) for row in (t.head, *t.rows)}) == 1


def test_a_record_of_other_levels_has_its_doors_and_no_categories(pack, lived):
    foreign = lived(*PLAYS[0])
    foreign = foreign.but(header=foreign.header.but(digest="0" * 64))
    whole = debrief(foreign, pack)
    (only,) = [t for p in whole.pages for t in p.tables if t.paper]
    assert only.caption.startswith("Doors tried. Of 9 doors") and len(only.rows) == 3
    assert [p.id for p in whole.pages if only in p.tables] == ["twin"]


def test_a_play_in_which_nothing_rated_has_no_table(pack):
    reading = read(play({"U0": bits("1010"), "UV": bits("1111")}))
    assert categories(reading, Names(pack)).rows == doors(reading, Names(pack)).rows == ()
    assert table.__doc__ and doors_said(reading, Names(pack)) == ""
