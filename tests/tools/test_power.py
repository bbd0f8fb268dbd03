"""`power`: the figures the design reckoned with, worked out again, and players and plays that agree with them."""

import re
from functools import partial
from math import comb

import pytest

from game.debrief.stats import at_least, luck_shifts_any, sign_size
from game.model.content import Pack
from game.tools import power as p
from game.tools.leaning import Leaning, lived, many
from tests.conftest import ROOT

HUNDREDTHS = {
    "keeps 6 in 10 whatever there is to see, and still comes out a third": partial(p.third_by_luck, 0.6),
    "keeps 5 in 10 whatever there is to see, and one comparison": partial(p.false_alarm, 0.5),
    "keeps 6 in 10: one says": partial(p.false_alarm, 0.6),
    "keeps 9 in 10: one says": partial(p.false_alarm, 0.9),
    "keeps 5 in 10: at least one": partial(p.any_false_alarm, 0.5),
    "keeps 6 in 10: at least one": partial(p.any_false_alarm, 0.6),
    "keeps 2 in 3: at least one": partial(p.any_false_alarm, 2 / 3),
    "keeps 9 in 10: at least one": partial(p.any_false_alarm, 0.9),
    "keeps 5 in 10 unwatched and 9 in 10 watched": lambda n: p.found(n, 0.5, 0.9),
    "takes 5 in 10 whatever is pushed, and still": lambda n: p.arms(n, 0.5, 0.5, partial(p.half_apart, n)),
    "takes 5 in 10 whatever is pushed, and the comparison": lambda n: p.arms(n, 0.5, 0.5, partial(p.arms_shifted, n)),
    "takes 5 in 10 pushed away and 9 in 10 pushed toward": lambda n: p.arms(n, 0.9, 0.5, partial(p.arms_shifted, n)),
}


def hundredths(chance: float) -> int:
    return round(100 * chance)


def test_by_luck_a_third_apart_is_as_frequent_as_the_design_says() -> None:
    assert {n: str(hundredths(p.third_by_luck(0.6, n))) for n in p.PLANNED_THIRD} == p.PLANNED_THIRD


def test_a_true_change_is_found_as_often_as_the_design_says() -> None:
    assert {n: str(hundredths(p.found(n, 0.5, 0.9))) for n in p.PLANNED_FOUND} == p.PLANNED_FOUND


def test_nudges_half_apart_by_luck_are_as_frequent_as_the_design_says() -> None:
    assert {n: str(hundredths(p.arms(n, 0.5, 0.5, partial(p.half_apart, n)))) for n in (8,)} == p.PLANNED_HALF


def test_one_comparison_stays_under_four_in_a_hundred_where_it_is_said_to() -> None:
    """For somebody who keeps 6 in 10 always; for a fair coin up to 15 pairs, and with 16 by a hair no more."""
    assert all(p.false_alarm(0.6, n) < 0.04 for n in range(4, 17))
    assert all(p.false_alarm(kept / 100, n) < 0.04 for n in range(4, 16) for kept in range(101))
    assert round(p.false_alarm(0.5, 16), 4) == 0.0403
    assert 0.09 < max(sign_size(n, 1.0) for n in range(8, 17)) < 0.10


def test_one_of_five_says_shifted_more_often_than_the_design_says_for_a_coin_and_as_often_for_two_in_three() -> None:
    assert [round(100 * p.any_false_alarm(kept, 8), 1) for kept in (0.5, 0.6, 2 / 3)] == [7.4, 6.7, 5.5]
    assert round(100 * luck_shifts_any(8, tests=("VH", "SE", "ID", "HS")), 1) == 6.1
    for n in (8, 12):
        every = [p.any_false_alarm(kept / 20, n) for kept in range(21)]
        assert max(every) == every[10], "the debrief says the largest"
        assert every[0] == every[20] == pytest.approx(0, abs=1e-12)


def test_fewer_than_eight_pairs_or_moments_an_arm_never_say_shifted() -> None:
    for n in range(1, 8):
        assert p.found(n, 0.0, 1.0) == p.any_false_alarm(0.5, n) == p.arms(n, 0, 1, partial(p.arms_shifted, n)) == 0
    assert p.found(8, 0.0, 1.0) == p.arms(8, 0, 1, partial(p.arms_shifted, 8)) == 1


def test_the_page_on_figures_has_these_in_whole_hundredths() -> None:
    page = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
    for begins, chance in HUNDREDTHS.items():
        (line,) = (line for line in page.splitlines() if line.startswith(f"| {begins}"))
        cells = [int(cell) for cell in line.strip("| ").split("|")[1:]]
        assert cells == [hundredths(chance(n)) for n in (4, 8, 12, 16)], begins
    assert [hundredths(at_least(k, n, 1 / 3)) for k, n in ((6, 9), (8, 12))] == [4, 2]


def test_the_exact_figures_agree_with_a_library() -> None:
    library = pytest.importorskip("scipy.stats", reason="scipy is the yardstick here and is not installed")
    for n in (4, 6, 8, 12, 16):
        splits = library.multinomial(n, [0.24, 0.24, 0.52])
        every = ((b, c) for b in range(n + 1) for c in range(n + 1 - b))
        apart = sum(splits.pmf([b, c, n - b - c]) for b, c in every if 3 * abs(b - c) >= n)
        assert p.third_by_luck(0.6, n) == pytest.approx(apart, rel=1e-9)
    for n in (4, 8, 12, 16):
        one, other = (library.binom(n, chance).pmf(range(n + 1)) for chance in (0.9, 0.5))
        true = sum(
            one[a] * other[b]
            for a in range(n + 1)
            for b in range(n + 1)
            if n >= 8 and library.fisher_exact([[a, n - a], [b, n - b]])[1] <= 0.10
        )
        assert p.arms(n, 0.9, 0.5, partial(p.arms_shifted, n)) == pytest.approx(true, rel=1e-9)
    assert sum(comb(16, k) for k in range(12, 17)) * 2 / 2**16 == pytest.approx(
        p.arms(8, 0.5, 0.5, partial(p.half_apart, 8))
    )


def test_two_thousand_players_stand_where_the_exact_figures_put_them() -> None:
    """Five leanings, five numbers of pairs, four sizes of arm: not one figure further off than chance would put it."""
    said = "\n".join(p.by_lot(2000))
    assert " !" not in said
    assert len(re.findall(r"\d+\.\d ±\d+\.\d", said)) == 9 * 5 + 3 * 4
    assert said == "\n".join(p.by_lot(2000)), "the same every time"


def test_every_comparison_of_a_thousand_players_is_found_as_often_as_its_two_conditions_say() -> None:
    for of in (p.COIN, p.MOVED, Leaning("kept 2 in 10, watched 7 in 10", 0.2, 0.7)):
        hits = p.cohort(of, 12, 1000)
        for id_, (one, other) in p.COMPARED.items():
            chance = p.found(12, of.chance(other), of.chance(one))
            assert abs(hits[id_] / 1000 - chance) <= 2 * p.error(chance, 1000) + 0.002, (of.name, id_)


def test_a_count_where_chance_would_not_put_it_is_marked() -> None:
    assert p.counted(100, 2000, 0.05) == "5.0 ±1.0"
    assert p.counted(150, 2000, 0.05).endswith(" !") and p.counted(50, 2000, 0.05).endswith(" !")
    assert p.counted(1, 2000, 0.0).endswith("±0.0") and p.counted(9, 2000, 0.0).endswith(" !")


def test_whoever_keeps_rules_only_when_watched_is_found_by_each_comparison_and_no_other_is_fooled(pack: Pack) -> None:
    for number in range(4):
        said = lived(pack, Leaning("only watched", 0.0, 1.0), "lesson", number).said
        for id_ in ("visible_hidden_difference", "surveillance_effect", "illusion_dividend"):
            assert said[id_] == (8, "shifted")
        for id_ in ("hidden_difference", "internalisation_conduct"):
            assert said[id_] == (8, "not_shifted")


def test_a_player_keeps_as_it_leans_whatever_the_town_does(pack: Pack) -> None:
    plays = [lived(pack, p.MOVED, "lesson", number) for number in range(40)]
    for condition in ("U0", "P", "D", "UV", "H"):
        done, met = (sum(play.kept[condition][i] for play in plays) for i in (0, 1))
        chance = p.MOVED.chance(condition)
        assert met == 320
        assert abs(done / met - chance) <= 2 * p.error(chance, met), condition


@pytest.mark.long
def test_who_plays_makes_no_difference(pack: Pack) -> None:
    tasks = [(p.COIN, "taste", number) for number in range(11)]
    assert many(tasks, 2) == many(tasks, 1) == [lived(pack, *task) for task in tasks]


def test_it_prints_luck_and_plays(capsys: pytest.CaptureFixture[str]) -> None:
    assert p.power(20) == 0
    said = capsys.readouterr().out
    assert said.startswith("power: ")
    assert "\nReal plays, 1 a column" in said
    assert re.search(r"pairs, at most +4 +8 +12\n", said)
