"""A play of one condition: its debrief says what there is, and nothing about what cannot be compared."""

import pytest

from game.debrief.alone import ASK, WHERE, lived_alone
from game.debrief.pages import debrief
from game.debrief.reading import CONDITIONS, read
from game.debrief.report import render

CHAPTERS = (
    "before", "market_day", "notice_board", "honour_roll", "dark_glass", "call_floor", "board_down", "the_square",
    "lumen", "second_app", "lumen_off", "five_stars",
)
EMPTY = ("nothing to say", "to compare here", "There is no pair", "No day under", "No pushes", "not finished")


@pytest.fixture(scope="module", params=CHAPTERS)
def whole(pack, lived, request):
    return debrief(lived("dice", request.param), pack)


def test_every_chapter_is_tried_here(pack):
    assert set(CHAPTERS) == set(pack.chapters)
    assert set(WHERE) == set(ASK) == set(CONDITIONS)


def test_a_chapter_by_itself_says_nothing_of_what_it_cannot_compare(whole):
    assert whole.notes == ()
    assert all(f.verdict != "too_few" for p in whole.pages for f in p.findings)
    said = render(whole)
    assert [words for words in EMPTY if words in said] == []


def test_no_page_of_a_chapter_is_without_matter(whole):
    others = {"talk", "unseen", "receipt", "check"}
    assert [p.id for p in whole.pages if not (p.charts or p.tables or p.id in others)] == []
    for page in whole.pages:
        assert all(table.rows for table in page.tables), page.id
        assert all(chart.table.rows for chart in page.charts), page.id
        for table in page.tables if page.id == "rules" else ():
            assert all(any(column) for column in zip(*table.rows, strict=True)), table.caption


def test_the_day_comes_first_under_its_name_then_the_other_systems(whole, pack):
    setup = whole.record.header.setup
    ids = [p.id for p in whole.pages]
    assert ids[:2] == ["alone", "others"] and ids[-4:] == ["kept", "check", "talk", "receipt"]
    assert [p.group for p in whole.pages] == sorted(p.group for p in whole.pages)
    assert whole.pages[0].title == pack.chapters[setup.campaign].name
    assert ("rules" in ids) == (pack.chapters[setup.campaign].condition in ("P", "D", "H"))
    assert ("unseen" in ids) == (pack.chapters[setup.campaign].condition == "H")


def test_the_count_in_the_headline_is_the_count_of_the_record(whole):
    kept = sum(bool(t.event.keeps) for t in read(whole.record).matched)
    says = {0: "you never did", 1: "once you did", 2: "twice you did", 3: "three times you did", 4: "each time you did"}
    assert whole.pages[0].headline.startswith("Four temptations ") and says[kept] in whole.pages[0].headline
    assert len(whole.pages[0].moments) == 4


def test_a_question_about_the_twin_is_asked_only_where_there_is_one(whole):
    twin = any(p.id == "twin" for p in whole.pages)
    talk = next(p for p in whole.pages if p.id == "talk")
    assert any("twin" in ask for ask in talk.ask) == twin
    assert talk.headline.split()[0].lower() in ("six", "seven", "eight", "nine", "ten")


def test_a_play_of_several_conditions_keeps_all_its_pages(pack, lived):
    record = lived("dice", "taste")
    assert lived_alone(read(record)) == ""
    assert len(debrief(record, pack).pages) == 14
