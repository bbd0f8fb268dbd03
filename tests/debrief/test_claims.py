"""What the debrief claims beside its findings: how often luck speaks, what came before, what a null is, whose rule."""

import random
from collections import Counter
from itertools import combinations

import pytest
from scipy import stats as scipy_stats

from game.debrief import stats
from game.debrief.bars import CAME_BEFORE
from game.debrief.findings import comparisons, findings
from game.debrief.names import Names
from game.debrief.nudges import scored
from game.debrief.pages import debrief
from game.debrief.partings import partings
from game.debrief.reading import read
from game.debrief.sorted import verdict
from game.debrief.sorted_words import IN_PART, _two, blocks
from game.debrief.twin import twin
from game.debrief.two_readings import two_readings
from tests.debrief.factory import Maker, bits, play
from tests.debrief.test_cases import deal, sort

__all__ = ["deal"]
BOTH = ("visible-first", "hidden-first")


def found(record):
    return {f.id: f for f in findings(record)}


@pytest.mark.parametrize("made", [s for k in (1, 2, 3) for s in combinations(stats.SIGNS, k)], ids="-".join)
def test_luck_is_worked_out_for_the_tests_that_were_made_and_no_others(made):
    """Against 4,000 lives of coins; one test alone against its own exact figure as well."""
    draw, sides = random.Random(11), {"VH": "PH", "SE": "PU", "ID": "DU", "HS": "HU", "IC": "VU"}
    hits, plays = 0, 4000
    for _ in range(plays):
        life = {state: draw.getrandbits(12) for state in "UPDHV"}
        hits += any(stats.shifted((life[a] & ~life[b]).bit_count(), (life[b] & ~life[a]).bit_count())
                    for a, b in (sides[test] for test in made))  # fmt: skip
    exact = stats.luck_shifts_any(12, tests=made)
    assert exact == pytest.approx(hits / plays, abs=0.013)
    if len(made) == 1:
        assert exact == pytest.approx(stats.sign_size(12), abs=1e-12)


def test_a_play_that_broke_off_is_not_charged_with_comparisons_it_never_made():
    """Two days of eight pairs have one sign test: 2 in 100 by luck, and not the 6 of four tests."""
    told = comparisons(findings(play({"U0": bits("10101010"), "P": bits("11111111")})))
    assert (told.able, told.luck) == (1, pytest.approx(stats.sign_size(8)))
    assert "the sign test over 8 pairs would say shifted about 2 times in 100" in told.says


def test_comparisons_without_a_sign_test_are_said_to_come_on_top(lived):
    told = comparisons(findings(lived("dice", "lesson")))
    assert (told.made > told.able, told.also) == (True, 1) and "One of another kind adds to that." in told.says
    told = comparisons(findings(lived("saint", "lesson")))
    assert (told.made > told.able, told.also) == (True, 0) and "of another kind" not in told.says


@pytest.mark.parametrize("order", BOTH)
def test_what_came_first_is_said_of_each_comparison_that_it_may_be_in(order):
    some = {c: bits("1010") for c in ("U0", "P", "D", "UV", "H")}
    told = found(play(some, order))
    board, app = CAME_BEFORE["P", "H"], CAME_BEFORE["H", "P"]
    first, other = (board, app) if order == "visible-first" else (app, board)
    later = {"visible-first": "hidden_difference", "hidden-first": "surveillance_effect"}[order]
    assert {id_ for id_, f in told.items() if first in f.caveat} == {"visible_hidden_difference", later}
    assert not [id_ for id_, f in told.items() if other in f.caveat]


@pytest.mark.parametrize("order", BOTH)
def test_each_later_story_reminds_of_what_was_done_before_as_every_comparison_says(pack, lived, order):
    met = {}
    for told in read(lived("dice", "lesson", order)).matched:
        coat = next(c for c in pack.families[told.event.family].coats if c.id == told.event.coat)
        before, lines = met.get(told.event.family), (coat.memory.kept, coat.memory.not_kept)
        assert [line in told.shown.scene for line in lines] == [before is True, before is False]
        met[told.event.family] = told.event.keeps
    for id_ in ("visible_hidden_difference", "surveillance_effect", "illusion_dividend", "hidden_difference"):
        assert "brought up what you had done before" in found(lived("dice", "lesson", order))[id_].caveat


@pytest.mark.parametrize("order", BOTH)
def test_a_temptation_wears_another_story_each_time_as_every_comparison_says(lived, order):
    record = lived("dice", "lesson", order)
    worn = Counter((t.event.family, t.event.coat) for t in read(record).matched)
    assert worn and set(worn.values()) == {1}
    for id_ in ("visible_hidden_difference", "surveillance_effect", "illusion_dividend", "hidden_difference"):
        assert "in another story" in found(record)[id_].caveat


def test_where_all_was_kept_or_nothing_it_is_said_that_there_was_no_room():
    top = found(play({"U0": bits("1" * 8), "P": bits("1" * 8)}))["surveillance_effect"]
    foot = found(play({"U0": bits("0" * 8), "P": bits("0" * 8)}))["surveillance_effect"]
    mixed = found(play({"U0": bits("10" * 4), "P": bits("10" * 4)}))["surveillance_effect"]
    assert "no room for more" in top.caveat and "no room for less" in foot.caveat
    assert "no room" not in mixed.caveat and "on both sides 4 times, on neither 4 times" in mixed.statement


def test_the_pushes_of_the_app_are_counted_and_not_taken_for_half_and_half():
    maker = Maker()
    for condition in ("U0", "H"):
        maker.dawn(condition)
        for family in ("fall", "crossing", "friend", "basket"):
            maker.matched(family, True, arm="toward" if condition == "H" else "")
    says = "4 of the app's moments were pushed toward what the board asks, 0 away"
    assert says in found(maker.record())["hidden_difference"].caveat


@pytest.mark.parametrize("campaign", ["taste", "lesson", "full"])
def test_how_many_pushes_carried_no_points_is_what_the_record_has(lived, campaign):
    reading = read(lived("dice", campaign))
    arms = Counter(t.event.arm for t in reading.chosen if t.event.arm in ("toward", "away", "x", "z"))
    free = arms["x"] + arms["z"]
    wanted = {"taste": "in all of them, unseen: none was free of points", "lesson": "Of 16, eight carried",
              "full": "Of 20, eight carried"}  # fmt: skip
    assert wanted[campaign] in scored(reading)
    assert free == {"taste": 0, "lesson": 8, "full": 8}[campaign]


def test_under_dark_glass_no_more_than_before_is_said_too(pack):
    record = play({"U0": bits("1010"), "D": bits("1010")}, seen=bits("1000"))
    lead = " ".join(next(p for p in debrief(record, pack).pages if p.id == "watch").lead)
    assert "In the moments that nobody looked at, you did it as often as before." in lead


@pytest.mark.parametrize(("x", "z"), [("xxxxzzzz", "xxxxzzzz"), ("xxxxxxzzzzzz", "xxxxxxxzzzzz")])
def test_arms_say_how_often_a_true_difference_is_missed_and_the_library_agrees(x, z):
    maker = Maker()
    maker.dawn("H")
    for arm, took in (("x", x), ("z", z)):
        for i, side in enumerate(took):
            maker.nudge(f"{arm}{i}", arm, side)
    finding, n = found(maker.record())["nudge_effect"], len(x)
    missed = sum(
        scipy_stats.binom.pmf(a, n, 0.5) * scipy_stats.binom.pmf(b, n, 0.9)
        for a in range(n + 1) for b in range(n + 1)
        if scipy_stats.fisher_exact([[a, n - a], [b, n - b]]).pvalue > 0.10
    )  # fmt: skip
    assert finding.verdict == "not_shifted"
    assert f"is missed about {round(10 * missed)} times in 10" in finding.caveat


def test_cases_that_were_left_out_by_choice_are_counted_and_not_judged(deal):
    assert verdict(0, 7, 7, 7) == "counts_only" and verdict(0, 8, 8, 8) == "shifted"
    assert verdict(6, 6, 0, 6, 6) == "shifted" and verdict(5, 5, 0, 5, 6) == "counts_only"
    whole, part = (blocks(deal, sort(deal, before, "rrrrrrrr")) for before in ("rrrrwwww", "rrrrwww-"))
    assert not [b for b in whole if IN_PART in b.lines]
    assert part[2].verdict == "counts_only" and IN_PART in part[2].lines


def test_a_diary_is_told_in_its_own_endings_and_that_it_came_later():
    maker = Maker()
    for condition in ("U0", "UV"):
        maker.dawn(condition)
        maker.diary(["external", "introjected", "identified", "intrinsic"])
    finding = found(maker.record())["internalisation_reasons"]
    assert "2 named gain, loss or feeling bad" in finding.statement
    assert "points" not in finding.statement and "praise" not in finding.statement
    assert "came later, about other moments" in finding.caveat


@pytest.mark.parametrize("number", range(12))
def test_without_the_rules_that_are_named_nothing_parts_two_lives(pack, lived, number):
    """The rules named beside a parting are what parts the lives: take just these away, and no figure differs."""
    draw = random.Random(number)
    record = lived(("dice", "fox", "sheep", "climber")[number % 4], ("taste", "lesson")[number // 4 % 2],
                   BOTH[number % 2], number)  # fmt: skip
    parts = sorted({rule.has for regime in pack.regimes.values() for rule in regime.file})
    made = pack.files["hill"].but(id="made_by_hand", middle=False, has=tuple(p for p in parts if draw.random() < 0.5))
    with_made = pack.but(files={**pack.files, "made_by_hand": made})
    parted = partings(with_made, Names(with_made), twin(with_made, record, "made_by_hand"), ())
    named = [(rule.where, rule.text) for one in parted for rule in one.rules]
    without = with_made.but(regimes={
        id_: regime.but(file=tuple(
            rule for rule in regime.file
            if not any(text == rule.text and f"/{id_}.yaml" in where for where, text in named)
        ))
        for id_, regime in pack.regimes.items()
    })  # fmt: skip
    left = partings(without, Names(without), twin(without, record, "made_by_hand"), ())
    assert not [one for one in left if one.kind in ("file", "door") or one.touches], (made.has, left)


@pytest.mark.parametrize(("after", "back"), [("11000000", True), ("11100000", False), ("11110000", False)])
def test_nobody_went_back_who_stayed_nearer_to_the_days_of_the_board(after, back):
    """2 of 8 before, 4 of 8 under it: whoever is at 3 after it did not go back, by the quarter that is asked for."""
    record = play({"U0": bits("11000000"), "P": bits("11110000"), "UV": bits(after)})
    both = two_readings(read(record))
    assert [("and then went back" in column.says[0]) for column in both.columns] == [back, back]


def test_reasons_none_of_which_was_ones_own_are_not_called_ones_own():
    maker = Maker()
    for condition in ("U0", "UV"):
        maker.dawn(condition)
        for family in ("fall", "crossing", "friend", "caller"):
            maker.matched(family, True)
        maker.diary(["external", "introjected", "external", "external"])
    both = two_readings(read(maker.record()))
    at = next(i for i, figure in enumerate(both.figures) if "Of your reasons" in figure)
    assert all(column.says[at].startswith("None was your own before, and none is now.") for column in both.columns)


@pytest.mark.parametrize(("value", "says"), [(1.2235, "1.22"), (-1.2235, "−1.22"), (1.0, "1"), (0.999, "1"),
                                             (0.5, ".50"), (-0.06, "−.06"), (-0.001, ".00"), (0.0, ".00")])  # fmt: skip
def test_a_criterion_beyond_one_keeps_its_places(value, says):
    assert _two(value) == says


def test_two_of_twelve_are_few_and_not_alike(deal):
    said = " ".join(line for block in blocks(deal, sort(deal, "wrrrrrrr", "rrrrrrrr")) for line in block.lines)
    assert "nearly alike" not in said and "so few, or so nearly all" in said


def test_a_bet_is_laid_beside_what_the_list_tells_apart_and_what_was_chosen_otherwise(pack):
    """Two ways of keeping a rule are one to the list; whoever bet that they acted otherwise was not wrong."""
    maker = Maker()
    for condition, kept in (("P", "1100"), ("H", "1101")):
        maker.dawn(condition)
        for family, keeps in zip(("fall", "crossing", "friend", "caller"), bits(kept), strict=True):
            maker.matched(family, keeps)
    last = maker.lines[-2]  # "friend" under the app: not kept, by another choice
    maker.lines[-2] = last.but(events=tuple(e.but(choice="dodge") for e in last.events))
    maker.answer("bet", ["2"])
    lead = debrief(maker.record(), pack).pages[0].lead
    assert lead == ("By the list, you did the same in 3 of 4.",
                    "In the other one you did what the board asks only where it was hidden.",
                    "You bet on 2 differences. By the list there is 1; choice by choice, 2.")  # fmt: skip


def test_a_play_that_met_nothing_in_both_towns_is_not_told_of_two(pack):
    first = debrief(play({"U0": bits("1010"), "P": bits("1111")}), pack).pages[0]
    assert first.headline == "This play met no temptation in both towns."


def test_a_chalk_mark_is_called_a_chalk_mark_and_no_belief(lived):
    finding = found(lived("dice", "lesson"))["rule_guess"]
    assert "you chalked" in finding.statement and "believed" not in finding.statement
    assert "need not have been believed" in finding.caveat
