"""The posted list as a norm: each figure is found again in another way, and both readings are given the same room."""

import re
from itertools import product
from xml.etree import ElementTree as ET

import pytest

from game import rules
from game.debrief import norm, norm_page
from game.debrief.alone import lived_alone
from game.debrief.charts import Drift
from game.debrief.names import Names
from game.debrief.pages import debrief
from game.debrief.reading import OWN, read
from game.debrief.report import render
from game.debrief.stats import wilson
from game.debrief.svg import svg
from game.debrief.two_readings import DISCIPLINE, DRAWN, GROWTH, two_readings, waiting
from game.model.acts import Act, Event
from game.model.record import Setup
from game.rules.legal import due
from game.rules.moment import moment_of
from tests.debrief.factory import FAMILIES, Maker, bits, play
from tests.debrief.test_report import Page

PLAYS = [
    ("dice", "lesson", "visible-first", 7),
    ("saint", "lesson", "hidden-first", 7),
    ("fox", "full", "hidden-first", 3),
    ("dice", "full", "visible-first", 5),
    ("fox", "taste", "visible-first", 4),
]


@pytest.fixture(scope="module", params=PLAYS, ids=lambda p: "-".join(map(str, p)))
def record(lived, request):
    return lived(*request.param)


def the_page(record, pack):
    return next(p for p in debrief(record, pack).pages if p.id == "norm")


def label(id_):
    return id_


def lived_again(pack, record):
    """(day, keeping, most - own, most - least) of every matched moment, by the rules and not by the reading."""
    tariff = {r.act: r.points for r in pack.tariffs[pack.regimes["notice_board"].tariff].rules}
    state = rules.start(pack, record.header.setup)
    for line in record.lines:
        if line.act.do == "choose":
            moment = moment_of(pack, state, due(state))
            if moment.kind == "matched":
                by = {c.id: sum(tariff.get(act, 0) for act in c.acts) for c in moment.choices}
                best, worst = max(by.values()), min(by.values())
                yield state.day + 1, moment.keeping, best - by[line.act.what], best - worst
        state, _ = rules.step(pack, state, line.act)


def test_the_distance_of_a_day_is_what_the_list_would_have_given_less_what_it_gave(pack, record):
    chart = norm.distance(read(record), Names(pack))
    told = {(c.full, p.day): (p.part, p.whole) for c in chart.courses for p in c.points}
    found = {}
    for day, keeping, left, whole in lived_again(pack, record):
        if keeping in ("kind", "harmful"):
            key = (keeping == "kind", day)
            a, b = found.get(key, (0, 0))
            found[key] = (a + left, b + whole)
    assert told == found
    assert all(0 <= p.share <= 1 for c in chart.courses for p in c.points)


def test_what_the_board_gave_for_its_temptations_is_the_best_less_the_distance(pack, lived):
    """Under posted rules the points were given in fact: distance and points given are the same sum, taken twice."""
    tariff = {r.act: r.points for r in pack.tariffs[pack.regimes["notice_board"].tariff].rules}
    best = {f.id: max(sum(tariff.get(a, 0) for a in r.acts) for r in f.choices) for f in pack.families.values()}
    for bot in ("dice", "saint", "mule"):
        record = lived(bot, "lesson", "visible-first", 7)
        reading = read(record)
        chart = norm.distance(reading, Names(pack))
        left = sum(p.part for c in chart.courses for p in c.points if p.day == 2)
        posted = [t for t in reading.matched if t.event.condition == "P" and t.event.keeping != "neutral"]
        lines = {t.n for t in posted}
        given = sum(t.event.amount for t in reading.of("scored") if t.event.what == "notice_board" and t.n in lines)
        assert given == sum(best[t.event.family] for t in posted) - left


def test_somebody_who_keeps_every_rule_is_at_the_list_and_one_who_keeps_none_is_as_far_as_can_be(pack, lived):
    courses = norm.distance(read(lived("saint", "lesson", "visible-first", 7)), Names(pack)).courses
    assert {p.share for c in courses for p in c.points} == {0.0}
    fox = lived("fox", "lesson", "visible-first", 7)
    by = {d.event.amount: d.lived in ("P", "D") for d in read(fox).of("dawned")}
    for course in norm.distance(read(fox), Names(pack)).courses:
        assert [p.share for p in course.points] == [0.0 if by[p.day] else 1.0 for p in course.points]


def test_each_point_rests_on_the_moments_of_its_day_and_kind_and_no_others(pack, record):
    reading = read(record)
    chart = norm.distance(reading, Names(pack))
    for course in chart.courses:
        for point in course.points:
            mine = {t.n for t in reading.matched
                    if t.day == point.day and t.event.keeping == ("kind" if course.full else "harmful")}  # fmt: skip
            assert set(point.lines) == mine
    starts = [p.n for c in chart.courses for p in c.points]
    assert len(starts) == len(set(starts))


def test_a_record_of_other_levels_or_of_one_day_has_no_distance(pack):
    assert norm.distance(read(play({"U0": bits("1011"), "P": bits("1111")})), Names(pack)) is None
    maker = Maker()
    maker.header = maker.header.but(digest=pack.digest)
    maker.dawn("P")
    maker.matched("fall", True)
    assert norm.distance(read(maker.record()), Names(pack)) is None


def test_before_under_watch_and_after_are_counted_apart_for_kind_and_harmful(record):
    bars = norm.apart_bars(read(record)).bars
    raw = [e for line in record.lines for e in line.events if e.did == "chose" and e.family]
    for keeping, (condition, name) in product(("kind", "harmful"), norm.WATCHED.items()):
        mine = [e.keeps for e in raw if e.condition == condition and e.keeping == keeping]
        bar = next((b for b in bars if b.label == f"{keeping}: {name}"), None)
        assert (bar is None) == (not mine)
        if bar:
            assert (bar.part, bar.whole, bar.figure) == (sum(mine), len(mine), f"{sum(mine)} of {len(mine)}")
            assert (bar.low, bar.high) == wilson(sum(mine), len(mine))


def test_the_headline_counts_all_temptations_of_each_condition(pack, record):
    said = the_page(record, pack).headline
    where = {"U0": "before it", "P": "while it hung", "D": "under dark glass", "UV": "after it"}
    for condition, words in where.items():
        met = [e.keeps for line in record.lines for e in line.events
               if e.did == "chose" and e.family and e.condition == condition]  # fmt: skip
        assert (f"{sum(met)} of {len(met)} {words}" in said) == bool(met)


def test_reasons_are_those_of_the_diary_and_their_rest_is_told(pack):
    maker = Maker()
    maker.dawn("U0")
    for family in FAMILIES[:6]:
        maker.matched(family, True)
    maker.diary(["external", "external", "introjected", "identified", "amotivation", "blank"])
    maker.dawn("UV")
    for family in FAMILIES[:6]:
        maker.matched(family, False)
    maker.diary(["identified", "intrinsic", "identified", "external", "own", "blank"])
    reading = read(maker.record())
    before, after = norm.reasons(reading)
    assert (before.own, before.given, before.blank, before.own_words) == (1, 4, 1, 0)
    assert (after.own, after.given, after.blank, after.own_words) == (3, 4, 1, 1)
    bars = norm.reason_bars((before, after), label).bars
    assert [(b.label, b.figure) for b in bars] == [("U0", "1 of 4"), ("UV", "3 of 4")]
    assert norm.reason_table((before, after), label).rows == (
        ("U0", "2", "1", "1", "0", "1", "0", "1"), ("UV", "1", "0", "2", "1", "0", "1", "1"),
    )  # fmt: skip


def test_the_diary_is_laid_out_line_by_line_with_what_was_done(pack, record):
    whole = debrief(record, pack)
    answered = [e for line in record.lines for e in line.events if e.did == "answered" and e.what == "diary"]
    told = [t for e in answered for t in zip(e.values[::2], e.truth, strict=True)]
    page = next(p for p in whole.pages if p.id == "norm")
    rows = [row for t in page.tables if t.caption.startswith("The diary") for row in t.rows]
    assert len(rows) == len(told)
    chosen = {e.what: line.n for line in record.lines for e in line.events if e.did == "chose"}
    for row, (moment, kind) in zip(rows, told, strict=True):
        assert row[2] == whole.cards[chosen[moment]].did
        assert row[3] == norm_page.ENDINGS.get(kind, row[3])
    own = sum(kind in OWN for _, kind in told)
    assert own == sum(r.own for r in norm.reasons(read(record)))


def test_fewer_than_four_reasons_make_no_bar():
    maker = Maker()
    maker.dawn("U0")
    maker.diary(["external", "identified", "intrinsic"])
    assert norm.reason_bars(norm.reasons(read(maker.record())), label) is None


def test_looks_are_the_steps_of_looking_by_day(pack, lived):
    for play_ in (*PLAYS, ("climber", "lesson", "visible-first", 7), ("dice", "full", "hidden-first", 11)):
        record = lived(*play_)
        day, by = 0, {}
        for line in record.lines:
            for event in line.events:
                day = event.amount if event.did == "dawned" else day
            if line.act.do == "look":
                what = "board" if line.act.what.startswith(("board", "line:")) else line.act.what
                by[day, what] = by.get((day, what), 0) + 1
        reading = read(record)
        told = {}
        for row in norm.looks_table(reading, Names(pack)).rows:
            for what, cell in zip(("phone", "board", "lantern"), row[1:], strict=True):
                if cell not in ("–", "0"):
                    told[int(row[0].split(",")[0]), what] = int(cell)
        assert told == by
        assert len(norm.own_looks(reading)) == sum(n for (_, what), n in by.items() if what == "phone")


def test_a_chart_of_distances_says_itself_and_stays_in_its_frame(pack, record):
    chart = norm.distance(read(record), Names(pack))
    root = ET.fromstring(svg(chart, "k"))
    _, _, wide, high = map(float, root.get("viewBox").split())
    for node in root.iter():
        for name, limit in (("x", wide), ("cx", wide), ("x2", wide), ("y", high), ("cy", high)):
            assert -1 <= float(node.get(name, 0)) <= limit + 1
    assert root.findall(".//{*}desc")[0].text == chart.says and chart.says.endswith(".")
    marks = sum(len(c.points) for c in chart.courses) + len(chart.courses)
    assert len(root.findall(".//{*}circle")) == marks
    for course, row_at in zip(chart.courses, (1, 2), strict=True):
        for point in course.points:
            row = next(r for r in chart.table.rows if r[0].startswith(f"{point.day}, "))
            assert row[row_at] == f"{point.part} of {point.whole}"
            assert f"{point.part} of {point.whole} on day {point.day}" in chart.says


def test_kind_and_harmful_are_told_by_fill_and_dash_and_not_by_colour_alone(pack, lived):
    picture = svg(norm.distance(read(lived(*PLAYS[0])), Names(pack)), "k")
    fills = re.findall(r'<circle [^>]*r="6" fill="([^"]+)" stroke="([^"]+)"', picture)
    assert {fill == stroke for fill, stroke in fills} == {True, False}
    joined = re.findall(r'<line [^>]*stroke="([^"]+)" stroke-width="2.5"([^>]*)/>', picture)
    assert {(ink, "dasharray" in more) for ink, more in joined} == {("#2E7071", False), ("#B93422", True)}


# -- growth and discipline ------------------------------------------------------------------------------------------


def played(before, posted, after, diary=(), looks=0, seed=7):
    """A play of eight families with a diary on both sides, and so many looks at the phone."""
    maker = Maker()
    maker.header = maker.header.but(setup=Setup(campaign="lesson", seed=seed, order="visible-first", file="middle"))
    for at, (condition, kept) in enumerate((("U0", before), ("P", posted), ("UV", after), ("H", ""))):
        maker.dawn(condition)
        for family, keeps in zip(FAMILIES, bits(kept), strict=False):
            maker.matched(family, keeps)
        if diary and condition in ("U0", "UV"):
            maker.diary(diary[at // 2])
    for _ in range(looks):
        maker.line(Act(do="look", what="phone"), Event(did="looked", what="phone"))
    return read(maker.record())


KEPT = ("00000000", "11111111", "11001101", "00110010", "11110000", "01100101")
DIARIES = ((), (["external"] * 4, ["identified"] * 4), (["intrinsic"] * 4, ["external"] * 4), (["external"] * 5,) * 2)


def every_case():
    for before, posted, after in product(KEPT, KEPT, KEPT):
        for diary, looks in ((DIARIES[0], 0), (DIARIES[1], 3), (DIARIES[2], 1), (DIARIES[3], 0)):
            yield played(before, posted, after, diary, looks)


def test_both_readings_have_the_same_number_of_words_to_say_about_the_same_counts():
    """Paragraph by paragraph they differ by an eighth at most, and as wholes by a twenty-fifth."""
    seen = set()
    for reading in every_case():
        both = two_readings(reading)
        one, other = both.columns
        assert len(one.says) == len(other.says) == len(both.figures)
        for a, b in zip((*one.says, one.cannot), (*other.says, other.cannot), strict=True):
            assert a != b and abs(len(a) - len(b)) <= max(len(a), len(b)) / 8, (a, b)
        whole = [sum(map(len, (*c.says, c.cannot))) for c in both.columns]
        assert abs(whole[0] - whole[1]) <= max(whole) / 25
        seen |= {*one.says, *other.says}
    assert len(seen) >= 2 * 13  # all that can be said was said


def test_neither_reading_stands_first_by_right():
    first = [two_readings(played("1" * 8, "1" * 8, "1" * 8, seed=seed)).columns[0].title for seed in range(400)]
    assert {*first} == {GROWTH, DISCIPLINE}
    assert 160 <= first.count(GROWTH) <= 240
    assert "drawn by the seed" in DRAWN


def test_the_figures_above_the_readings_are_those_of_the_record():
    for before, posted, after in product(KEPT, KEPT, KEPT):
        figures = two_readings(played(before, posted, after, DIARIES[1], 2)).figures
        keeping = ["kind", "kind", "harmful", "neutral", "kind", "harmful", "harmful", "kind"]
        k = sum(a == "1" for a, how in zip(after, keeping, strict=True) if how == "kind")
        h = sum(a == "1" for a, how in zip(after, keeping, strict=True) if how == "harmful")
        assert figures == (
            f"With the board down you did {after.count('1')} of 8 as it had asked; while it hung, "
            f"{posted.count('1')} of 8; before it went up, {before.count('1')} of 8.",
            f"Of that, where keeping was kind: {k} of 4; where it did harm: {h} of 3.",
            "Of your reasons 4 of 4 were your own after the board, 0 of 4 before it.",
            "With a phone to see it on, you went to look twice.",
        )


def test_a_difference_of_less_than_a_quarter_is_read_as_none():
    near = two_readings(played("11110000", "11110000", "11111000"))
    far = two_readings(played("11110000", "11110000", "11111100"))
    assert all("about where it was" in c.says[0] for c in near.columns)
    assert not any("about where it was" in c.says[0] for c in far.columns)


def test_one_moment_or_one_reason_is_read_as_none_even_where_it_is_a_quarter():
    three, four = ["identified"] * 3 + ["introjected"], ["identified"] * 4
    one = two_readings(played("11110000", "11110000", "10000000", (three, four)))
    assert [figure.startswith(("Of that", "Of your reasons")) for figure in one.figures[1:3]] == [True, True]
    assert "kind: 1 of 4; where it did harm: 0 of 3" in one.figures[1] and "4 of 4" in one.figures[2]
    for column in one.columns:
        assert column.says[1].startswith("Little lies between the two.")
        assert column.says[2].startswith("There is hardly a move in them.")


def test_who_went_along_only_while_it_hung_is_not_told_that_nothing_took_hold():
    both = two_readings(played("0" * 8, "1" * 8, "0" * 8))
    assert all(c.says[0].startswith("You went along while it hung, and then went back.") for c in both.columns)


@pytest.mark.parametrize("n", [0, 1, 3])
def test_with_fewer_than_four_pairs_after_the_watch_nothing_is_read_and_it_is_said_why(pack, n):
    record = play({"U0": bits("1010"), "P": bits("1111"), "UV": bits("111"[:n])})
    assert two_readings(read(record)) is None
    page = the_page(record, pack)
    assert page.twice is None and waiting(read(record)) in page.lead
    assert (f"{n} pair" in page.lead[-1]) == bool(n)


def test_the_report_has_both_readings_word_for_word_and_in_one_type(pack, record):
    whole = debrief(record, pack)
    both = next(p for p in whole.pages if p.id == "norm").twice
    html = render(whole)
    text = " ".join(" ".join(Page(html).text).split())
    if both is None:
        assert 'class="twice"' not in html
        return
    for column in both.columns:
        for words in (*column.says, column.cannot):
            assert f"{column.title}. {words}" in text
    part = html.split('class="twice"')[1].split("</section>")[0]
    assert part.count('<p class="says">') == 2 * len(both.figures) + 2
    assert all(figure in text for figure in both.figures)


def test_the_report_links_each_point_to_each_of_its_moments(pack, record):
    whole = debrief(record, pack)
    chart = next(c for p in whole.pages if p.id == "norm" for c in p.charts if isinstance(c, Drift))
    part = render(whole).split("What each point rests on")[1].split("</details>")[0]
    linked = [[int(n) for n in re.findall(r'href="#m(\d+)"', row)] for row in part.split("</li>")[:-1]]
    assert linked == [list(p.lines) for c in chart.courses for p in c.points]


def test_a_play_without_a_posted_list_has_a_page_that_says_so(pack):
    page = the_page(play({"U0": bits("1010"), "H": bits("1111")}), pack)
    assert page.charts == page.tables == () and page.headline.startswith("No list was posted")


@pytest.mark.parametrize("cut", range(0, 360, 24))
def test_a_play_cut_anywhere_has_its_page_unless_one_condition_was_all(pack, lived, cut):
    whole = lived(*PLAYS[0])
    part = whole.but(lines=whole.lines[:cut], torn=True)
    pages = {p.id: p for p in debrief(part, pack).pages}
    assert ("norm" in pages) == (not lived_alone(read(part)))
    if "norm" in pages:
        page = pages["norm"]
        assert page.headline.endswith(".")
        assert all(t.rows for t in page.tables) and all(c.table.rows for c in page.charts)
