"""The small statistics of a class, against scipy on thousands of tables."""

from fractions import Fraction
from itertools import combinations, product
from random import Random

import pytest
from scipy import stats

from game.seminar import intervals
from game.seminar.chance import mcnemar, rerandomised, sign_flip

TABLES = 250


def test_intervals_for_a_share_are_scipys() -> None:
    chance = Random(1)
    for _ in range(TABLES):
        n = chance.randint(1, 80)
        hits, level = chance.randint(0, n), chance.choice([0.8, 0.9, 0.95, 0.99])
        asked = stats.binomtest(hits, n)
        for mine, name in ((intervals.clopper_pearson, "exact"), (intervals.wilson, "wilson")):
            assert mine(hits, n, level) == pytest.approx(tuple(asked.proportion_ci(level, name)), abs=1e-9), (hits, n)


def test_an_exact_interval_of_a_large_class_is_scipys_too() -> None:
    asked = stats.binomtest(1234, 3000).proportion_ci(0.9, "exact")
    assert intervals.clopper_pearson(1234, 3000) == pytest.approx(tuple(asked), abs=1e-9)


def test_quantiles_of_t_are_scipys() -> None:
    chance = Random(2)
    for _ in range(TABLES):
        share, freedom = chance.uniform(0.001, 0.999), chance.randint(1, 400)
        assert intervals.t_quantile(share, freedom) == pytest.approx(stats.t.ppf(share, freedom), rel=1e-8, abs=1e-9)


def test_the_interval_of_a_mean_is_scipys() -> None:
    chance = Random(3)
    for _ in range(300):
        values = [chance.gauss(0, 1) for _ in range(chance.randint(2, 40))]
        low, high = stats.t.interval(0.9, len(values) - 1, stats.tmean(values), stats.sem(values))
        assert intervals.mean(values)[1:] == pytest.approx((low, high))


def test_too_little_says_so() -> None:
    assert intervals.mean([0.5]) == (0.5, float("-inf"), float("inf"))
    assert intervals.wilson(0, 0) == (0.0, 1.0)
    assert intervals.newcombe(0, 0, 3, 5) == (-1.0, 1.0)
    for wrong in (lambda: intervals.mean([]), lambda: intervals.clopper_pearson(4, 3), lambda: sign_flip([])):
        with pytest.raises(ValueError, match="expected"):
            wrong()


def test_the_difference_of_two_arms_is_newcombes_own_example() -> None:
    """56 of 70 against 48 of 80: 0.0524 to 0.3339 at 95 per cent (Newcombe 1998, table II, example a, method 10)."""
    assert intervals.newcombe(56, 70, 48, 80, 0.95) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_an_exact_sign_flip_counts_every_assignment() -> None:
    chance = Random(4)
    for _ in range(150):
        found = [Fraction(chance.randint(-8, 8), chance.choice([4, 6, 8])) for _ in range(chance.randint(1, 9))]
        every = [
            abs(sum(s * one for s, one in zip(signs, found, strict=True)))
            for signs in product((1, -1), repeat=len(found))
        ]
        assert sign_flip(found).p == pytest.approx(sum(one >= abs(sum(found)) for one in every) / len(every))


def test_dealing_the_arms_again_counts_every_deal_within_its_blocks() -> None:
    chance = Random(5)
    tried = 0
    while tried < 100:
        blocks = [
            tuple([Fraction(chance.randint(0, 4), 4) for _ in range(chance.randint(0, 2))] for _ in range(2))
            for _ in range(3)
        ]
        sizes = [sum(len(block[arm]) for block in blocks) for arm in (0, 1)]
        if not all(sizes):
            continue
        tried += 1
        deals = []
        for first, second in blocks:
            both = [*first, *second]
            deals.append(
                [
                    (sum(both[i] for i in some), sum(both) - sum(both[i] for i in some))
                    for some in combinations(range(len(both)), len(first))
                ]
            )
        apart = [
            abs(sum(a for a, _ in deal) / sizes[0] - sum(b for _, b in deal) / sizes[1]) for deal in product(*deals)
        ]
        seen = abs(sum(sum(a) for a, _ in blocks) / sizes[0] - sum(sum(b) for _, b in blocks) / sizes[1])
        assert rerandomised(blocks).p == pytest.approx(sum(one >= seen for one in apart) / len(apart))


def test_what_is_too_much_to_count_is_drawn_and_says_so() -> None:
    chance = Random(6)
    many = [Fraction(chance.randint(-5, 9), chance.choice([5, 6, 7, 8, 9, 11])) for _ in range(300)]
    drawn = sign_flip(many)
    assert drawn.draws > 0
    assert drawn == sign_flip(many)  # the same every time
    assert drawn.p == pytest.approx(stats.ttest_1samp([float(one) for one in many], 0).pvalue, abs=0.01)


def test_mcnemar_is_the_sign_test_of_those_who_changed() -> None:
    for first, second in product(range(12), repeat=2):
        expected = stats.binomtest(first, first + second).pvalue if first + second else 1.0
        assert mcnemar(first, second) == pytest.approx(expected)


def test_mcnemar_of_a_very_large_class_is_still_exact() -> None:
    for first, second in ((500, 501), (2400, 2600), (900, 1200), (0, 1500)):
        assert mcnemar(first, second) == pytest.approx(stats.binomtest(first, first + second).pvalue, rel=1e-6)


def test_a_very_large_class_is_drawn_in_a_moment_and_near_enough() -> None:
    chance = Random(7)
    many = [Fraction(chance.randint(-8, 9), 8) for _ in range(10_000)]
    drawn = sign_flip(many)
    assert drawn.draws == 1000
    assert drawn.p == pytest.approx(stats.ttest_1samp([float(one) for one in many], 0).pvalue, abs=0.03)
