"""The worksheet: three moments by rule, empty lines, one sheet of paper."""

import re
from html import unescape

import pytest

from game.debrief.everything import QUESTIONS
from game.debrief.pairs import Pairs
from game.debrief.reading import read
from game.debrief.worksheet import telling, worksheet
from tests.debrief.factory import Maker, bits, play
from tests.debrief.test_report import Page

PLAYS = [
    ("dice", "lesson", "visible-first", 3),
    ("saint", "lesson", "hidden-first", 4),
    ("climber", "taste", "visible-first", 5),
    ("fox", "taste", "hidden-first", 6),
]
WIDE, TALL, SIDE = 56, 76, 13  # letters on a line of half the sheet, lines on the sheet, lines before a side is cut


@pytest.fixture(scope="module", params=PLAYS, ids=lambda p: "-".join(p[:3]))
def record(lived, request):
    return lived(*request.param)


def sides(html):
    """How many lines of print each moment has at the most; two columns stand beside each other."""
    for part in html.split('<section class="telling">')[1:]:
        columns = part.split('<div class="thoughts">')[0].split("<article>")[1:]
        wide = WIDE * (3 - len(columns))
        yield max(sum(-(-len(plain(p)) // wide) for p in re.findall("<p.*?</p>", one)) for one in columns)


def plain(html):
    return unescape(re.sub("<[^>]+>", "", html))


def test_there_are_three_moments_each_with_what_was_shown_chosen_and_true_and_room_to_write(pack, record):
    html = worksheet(record, pack)
    parts = html.split('<section class="telling">')[1:]
    assert len(parts) == 3
    for part in parts:
        for label in ("Shown:", "To choose from:", "You:", "True:", "What I thought then", "What I think now"):
            assert label in part
        assert part.split('class="asked"')[0].count('class="rule"') == 6


def test_it_is_no_more_than_one_page_of_text(pack, record):
    lines = list(sides(worksheet(record, pack)))
    assert all(many <= SIDE for many in lines)  # so nothing is cut
    assert sum(lines) + 3 * (2 + 6) + 4 + 6 <= TALL  # titles and ruled lines, the head, the questions


def test_it_ends_with_three_of_the_twelve_questions_and_lines_under_each(pack, record):
    asked = worksheet(record, pack).split('class="asked"')[1]
    told = re.findall("<li><p>(.*?)</p>(.*?)</li>", asked)
    assert len(told) == 3 and all(q in QUESTIONS and "rule" in lines for q, lines in told)


def test_it_is_whole_self_contained_and_has_no_mark_of_the_play(pack, record):
    html = worksheet(record, pack)
    page = Page(html)
    assert page.open == [] and page.links == []
    assert not [(t, k) for t, k, _ in page.attrs if k in ("src", "action", "data") or k.startswith("on")]
    assert not re.search(r"@import|url\(|<script|<link", html)
    assert not re.search(r"\b(score|shifted|grade|in all)\b", " ".join(page.text).lower())
    levels = page.headings
    assert levels[0] == 1 and set(levels[1:]) == {2}


def test_first_come_the_temptations_that_split_between_the_towns(pack, lived):
    reading = read(lived(*PLAYS[0]))
    split = {p[0].n for p in Pairs.of(reading, "P", "H").pairs if p[0].event.keeps != p[1].event.keeps}
    chosen = telling(reading, pack)
    many = min(3, len(split))
    assert many and all(one.met[0].n in split and len(one.met) == 2 for one in chosen[:many])


def test_a_grave_one_stands_first_and_an_absurd_one_second(pack):
    maker = Maker()
    coats = {mood: [(f.id, c.id) for f in pack.families.values() for c in f.coats if c.mood == mood]
             for mood in ("grave", "absurd")}  # fmt: skip
    first, second = coats["absurd"][0], next(c for c in coats["grave"] if c[0] != coats["absurd"][0][0])
    for condition, keeps in (("P", True), ("H", False)):
        maker.dawn(condition)
        for family, coat in (first, second):
            given = maker.lines[maker.matched("fall", keeps) - 1]
            event = given.events[0].but(family=family, coat=coat, what=f"{condition}.{family}")
            maker.lines[-1] = given.but(events=(event,))
    assert [one.met[0].event.family for one in telling(read(maker.record()), pack)] == [second[0], first[0]]


def test_without_a_split_the_dark_glass_speaks_and_then_the_rest_of_the_play(pack):
    same = {"U0": bits("0000"), "P": bits("1111"), "D": bits("1100"), "H": bits("1111")}
    chosen = telling(read(play(same, seen=bits("1010"))), pack)
    sides = [(one.met[0].event.keeps, one.met[0].event.watched) for one in chosen]
    assert sides == [(True, False), (False, True), (False, False)]
    alone = telling(read(play({"U0": bits("01010101")})), pack)
    assert len({one.met[0].event.family for one in alone}) == 3
    lines = [one.met[0].n for one in alone]
    assert lines == sorted(lines) and lines[-1] - lines[0] == 7


def test_a_play_that_has_hardly_begun_has_a_sheet(pack):
    html = worksheet(Maker().record(), pack)
    assert Page(html).open == [] and "hardly begun" in html


def test_hostile_words_from_diary_and_record_are_words_on_one_page(pack):
    maker = Maker()
    for condition, keeps in (("P", True), ("H", False)):
        maker.dawn(condition)
        for family in ("fall", "basket", "tin"):
            maker.matched(family, keeps)
            was = maker.lines[-1]
            shown = was.shown.but(scene="<img src=x onerror=y>" * 500, aside="\u202e<b>" * 900)
            maker.lines[-1] = was.but(shown=shown)
        words = "own:</p><script>alert(1)</script>" + "x" * 10_000
        maker.answer("diary", [f"{condition}.fall", words], ["own"])
    html = worksheet(maker.record(), pack)
    assert "<script" not in html and "<img" not in html and "\u202e" not in html
    assert "&lt;/p&gt;&lt;script&gt;" in html
    assert Page(html).open == [] and html.count('class="telling"') == 3
    assert all(many < 2 * SIDE for many in sides(html))
    assert "max-height:48mm;overflow:hidden" in html  # 13 lines: the rest is cut, and pushes nothing to a second page
