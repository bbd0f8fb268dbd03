"""The small statistics agree with a large library, and keep the promises that the wording makes."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.debrief import stats

few = st.integers(0, 40)


@pytest.fixture(scope="module")
def scipy_stats():
    return pytest.importorskip("scipy.stats", reason="scipy is the yardstick here and is not installed")


def test_sign_test_agrees_with_scipy_on_every_split_up_to_forty(scipy_stats):
    for first in range(41):
        for second in range(41 - first):
            expected = scipy_stats.binomtest(first, first + second, 0.5).pvalue if first + second else 1.0
            assert stats.sign_test(first, second) == pytest.approx(expected, rel=1e-9)


def test_fisher_agrees_with_scipy_on_two_thousand_random_tables(scipy_stats):
    draw = random.Random(11)
    for _ in range(2000):
        first, second = draw.randint(1, 30), draw.randint(1, 30)
        a, c = draw.randint(0, first), draw.randint(0, second)
        expected = scipy_stats.fisher_exact([[a, first - a], [c, second - c]])[1]
        assert stats.fisher(a, first, c, second) == pytest.approx(expected, rel=1e-9), (a, first, c, second)


def test_wilson_agrees_with_scipy_on_two_thousand_random_shares(scipy_stats):
    draw = random.Random(12)
    for _ in range(2000):
        n = draw.randint(1, 90)
        kept = draw.randint(0, n)
        expected = scipy_stats.binomtest(kept, n).proportion_ci(confidence_level=0.9, method="wilson")
        assert stats.wilson(kept, n) == pytest.approx((expected.low, expected.high), abs=1e-9)


def test_upper_tail_agrees_with_scipy(scipy_stats):
    draw = random.Random(13)
    for _ in range(1000):
        n = draw.randint(0, 40)
        hits, chance = draw.randint(0, n), draw.random()
        expected = scipy_stats.binom.sf(hits - 1, n, chance)
        assert stats.at_least(hits, n, chance) == pytest.approx(expected, rel=1e-7, abs=1e-12)


@given(few, few)
def test_sign_test_does_not_care_which_side_is_which(first, second):
    assert stats.sign_test(first, second) == stats.sign_test(second, first)
    assert 0 < stats.sign_test(first, second) <= 1


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_fisher_does_not_care_which_arm_is_which(a, not_a, c, not_c):
    one = stats.fisher(a, a + not_a, c, c + not_c)
    assert one == stats.fisher(c, c + not_c, a, a + not_a)
    assert stats.fisher_reach(a + c, a + not_a, c + not_c) <= one <= 1


@given(st.integers(0, 60), st.integers(1, 60))
def test_wilson_holds_the_share_and_stays_within_bounds(kept, n):
    kept = min(kept, n)
    low, high = stats.wilson(kept, n)
    assert 0 <= low <= kept / n <= high <= 1
    assert low < high


def test_impossible_counts_are_refused():
    for call in (
        lambda: stats.sign_test(-1, 3),
        lambda: stats.wilson(4, 3),
        lambda: stats.fisher(5, 4, 0, 4),
        lambda: stats.at_least(3, 2, 0.5),
        lambda: stats.at_least(1, 2, 1.5),
    ):
        with pytest.raises(ValueError):
            call()


def test_nothing_to_go_by_leaves_the_interval_open_and_the_test_silent():
    assert stats.wilson(0, 0) == (0.0, 1.0)
    assert stats.sign_test(0, 0) == 1.0


def test_shifted_needs_five_to_nothing_at_least():
    assert [stats.shifted(n, 0) for n in range(7)] == [False, False, False, False, False, True, True]
    assert (stats.shifted(7, 1), stats.shifted(6, 1), stats.shifted(5, 1)) == (True, False, False)


def test_the_sentence_on_luck_is_the_one_that_was_promised():
    assert stats.luck(stats.sign_test(4, 1)) == "Luck alone gives a split this uneven about 4 times in 10."


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (1.0, "every time"), (0.97, "nearly every time"), (0.7, "about 7 times in 10"), (0.1, "about 1 time in 10"),
        (0.0625, "about 6 times in 100"), (0.0078, "about 8 times in 1,000"), (1e-6, "less than once in 1,000"),
    ],
)  # fmt: skip
def test_a_share_is_said_as_a_frequency(share, words):
    assert stats.often(share) == words


@given(st.floats(1e-9, 1))
def test_a_frequency_never_reads_zero(share):
    assert " 0 " not in stats.often(share)


def test_true_jumps_are_caught_as_rarely_as_the_caveat_says():
    caught = [round(100 * stats.power(pairs, 0.5, 0.9)) for pairs in (8, 12, 16)]
    assert caught == [21, 48, 67]


def test_false_alarms_of_one_test_stay_under_four_in_a_hundred_for_a_player_who_is_indifferent():
    assert all(stats.sign_size(pairs, 0.5) <= 0.04 + 1e-3 for pairs in range(8, 17))


@pytest.mark.parametrize("interlude", [True, False])
def test_luck_over_all_sign_tests_agrees_with_tossing_coins(interlude):
    draw, plays, alarms = random.Random(5), 20_000, 0
    for _ in range(plays):
        lived = {c: [draw.random() < 0.5 for _ in range(8)] for c in ("U0", "P", "D", "H", "UV")}
        tests = [("P", "H"), ("P", "U0"), ("D", "U0"), ("H", "U0")] + ([("UV", "U0")] if interlude else [])
        alarms += any(
            stats.shifted(
                sum(a and not b for a, b in zip(lived[x], lived[y], strict=True)),
                sum(b and not a for a, b in zip(lived[x], lived[y], strict=True)),
            )
            for x, y in tests
        )
    made = stats.SIGNS if interlude else stats.SIGNS[:-1]
    assert stats.luck_shifts_any(8, tests=made) == pytest.approx(alarms / plays, abs=0.006)


def test_above_guessing_starts_at_six_of_nine_and_eight_of_twelve():
    assert [stats.needed_above_guessing(k) for k in (9, 12)] == [6, 8]


@settings(max_examples=60)
@given(st.integers(6, 30))
def test_above_guessing_is_the_first_count_that_guessing_seldom_reaches(rules):
    need = stats.needed_above_guessing(rules)
    assert stats.at_least(need, rules, 1 / 3) <= 0.05 < stats.at_least(need - 1, rules, 1 / 3)
