"""What leaves the game, in a real browser: axe-core finds nothing, and paper has the number of sheets it should."""

import pytest

from game.content import docs
from game.debrief.pages import debrief
from game.debrief.report import render
from game.debrief.worksheet import worksheet
from game.model.said import Said
from game.tools.guide import PAGES, page
from tests.debrief.browser import complaints, sheets
from tests.debrief.test_sound_pages import ALL, BOTS, ORDERS, all_sorted

pytestmark = pytest.mark.long

LOOKED_OVER = ("report", "chapter", "worksheet", "guide")
PRINTED = [(bot, "lesson", ORDERS[at % 2], 20 + at) for at, bot in enumerate(BOTS)]
PRINTED += [("fox", "taste", "hidden-first", 4), ("dice", "full", "visible-first", 5)]


def made(name, pack, lived):
    if name == "guide":
        return page({one: (docs() / f"{one}.md").read_text(encoding="utf-8") for one, _ in PAGES})
    if name == "chapter":
        return render(debrief(lived("fox", "call_floor", "visible-first", 2), pack))
    record = lived("climber", "lesson", "hidden-first", 8)
    return worksheet(record, pack) if name == "worksheet" else render(debrief(record, pack), ALL)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", LOOKED_OVER)
def test_axe_finds_nothing_at_any_width_by_day_and_in_the_dark(pack, lived, tmp_path, name, dark):
    assert complaints(made(name, pack, lived), tmp_path, dark=dark) == []


def test_it_would_find_something(tmp_path):
    bad = '<!doctype html><html lang="en"><title>x</title><body><main><h1>x</h1><img src="data:,"></main></body></html>'
    assert any("image-alt" in one for one in complaints(bad, tmp_path, dark=False))
    pale = '<p style="color:#999;background:#fff">these are words</p><p style="width:999px">and these</p>'
    pale = bad.replace('<img src="data:,">', pale)
    found = complaints(pale, tmp_path, dark=True)
    assert any("color-contrast" in one for one in found) and any("320: is" in one for one in found)


@pytest.mark.parametrize("play", PRINTED, ids=lambda p: "-".join(map(str, p)))
def test_a_debrief_is_printed_on_two_to_four_sheets_and_the_worksheet_on_one(pack, lived, tmp_path, play):
    record = lived(*play)
    assert 2 <= sheets(render(debrief(record, pack)), tmp_path) <= 4
    assert sheets(worksheet(record, pack), tmp_path) == 1


def test_sorted_cases_make_neither_of_the_two_longer(pack, lived, tmp_path):
    record = lived("dice", "full", "visible-first", 5)
    said = all_sorted(pack, record)
    assert sheets(render(debrief(record, pack), said), tmp_path) == 4
    record = lived("climber", "lesson", "hidden-first", 8)
    assert sheets(worksheet(record, pack, all_sorted(pack, record)), tmp_path) == 1


def test_a_few_objections_leave_it_at_four_sheets_and_a_long_one_to_each_finding_makes_five(pack, lived, tmp_path):
    whole = debrief(lived("dice", "full", "visible-first", 5), pack)
    few = Said(objections=dict.fromkeys(("approval", "nudge_effect"), "No. " * 100))
    assert sheets(render(whole, few), tmp_path) == 4
    assert sheets(render(whole, ALL), tmp_path) == 5


def test_a_chapter_by_itself_is_printed_on_no_more_than_two_sheets(pack, lived, tmp_path):
    assert sheets(render(debrief(lived("fox", "call_floor", "visible-first", 2), pack)), tmp_path) <= 2


def test_the_guide_begins_each_idea_on_a_sheet_of_its_own(pack, lived, tmp_path):
    guide = made("guide", pack, lived)
    ideas = guide.count('<h3 id="concepts-')  # the first of them stands on the sheet of their heading
    short = guide[: guide.index('<h2 id="concepts"')] + "</main></body></html>"
    assert ideas == 6 and sheets(guide, tmp_path) == sheets(short, tmp_path) + ideas
