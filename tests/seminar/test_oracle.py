"""Every small statistic of a class against statsmodels, scipy and numpy, on thousands of tables.

What statsmodels says is asked in the long proofs alone, for it takes a second to come in; scipy and numpy are asked in
both. test_intervals.py has the corners.
"""

from fractions import Fraction
from importlib import import_module
from itertools import product
from math import comb
from random import Random

import numpy as np
import pytest
from scipy import stats

from game.debrief import stats as debrief
from game.seminar import chance, intervals, rooms
from game.seminar.summary import summary

SIZES = [1, 2, 3, 5, 8, 13, 20, 30, 47, 80, 150, 300]
LONG = pytest.mark.long


def theirs_of(module):
    """A module of statsmodels."""
    return import_module(f"statsmodels.stats.{module}")


def every_table(sizes):
    """All (hits, n)."""
    return np.array([(hits, n) for n in sizes for hits in range(n + 1)]).T


@LONG
@pytest.mark.parametrize("level", [0.8, 0.9, 0.95])
def test_wilsons_interval_is_statsmodels_for_every_table(level):
    hits, n = every_table(SIZES)
    low, high = theirs_of("proportion").proportion_confint(hits, n, alpha=1 - level, method="wilson")
    mine = np.array([intervals.wilson(int(k), int(m), level) for k, m in zip(hits, n, strict=True)])
    np.testing.assert_allclose(mine, np.c_[low, high], atol=1e-12)


@LONG
@pytest.mark.parametrize("level", [0.8, 0.9, 0.95, 0.99])
def test_the_exact_interval_for_a_share_is_statsmodels_for_every_table(level):
    hits, n = every_table(SIZES)
    low, high = theirs_of("proportion").proportion_confint(hits, n, alpha=1 - level, method="beta")
    mine = np.array([intervals.clopper_pearson(int(k), int(m), level) for k, m in zip(hits, n, strict=True)])
    np.testing.assert_allclose(mine, np.c_[low, high], atol=1e-9)


@LONG
def test_newcombes_interval_for_two_arms_is_statsmodels():
    dice, asked = np.random.default_rng(1), theirs_of("proportion").confint_proportions_2indep
    for n, m in dice.integers(1, 90, (4000, 2)):
        a, b = dice.integers(0, n + 1), dice.integers(0, m + 1)
        low, high = asked(a, n, b, m, method="newcomb", compare="diff", alpha=0.1, correction=False)
        assert intervals.newcombe(int(a), int(n), int(b), int(m)) == pytest.approx((low, high), abs=1e-9), (a, n, b, m)


@LONG
def test_the_interval_of_a_mean_is_statsmodels():
    dice, describe = np.random.default_rng(2), theirs_of("weightstats").DescrStatsW
    for n in dice.integers(2, 80, 4000):
        values = dice.normal(size=n)
        level = dice.choice([0.8, 0.9, 0.95])
        assert intervals.mean(values.tolist(), level)[1:] == pytest.approx(describe(values).tconfint_mean(1 - level))


def welch(one, other):
    return stats.ttest_ind(one, other, equal_var=False).confidence_interval(0.9)


def welch_elsewhere(one, other):
    compare, describe = theirs_of("weightstats").CompareMeans, theirs_of("weightstats").DescrStatsW
    return compare(describe(one), describe(other)).tconfint_diff(0.1, usevar="unequal")


@pytest.mark.parametrize(("tables", "asked"), [(100, welch), pytest.param(4000, welch_elsewhere, marks=LONG)])
def test_the_interval_in_which_each_order_counts_half_is_welchs(tables, asked):
    dice = np.random.default_rng(3)
    for n, m in dice.integers(2, 40, (tables, 2)):
        one, other = dice.normal(0.2, 1, n), dice.normal(0.5, 2, m)
        low, high = asked(one, -other)
        value, *ends = intervals.mean_of_two(one.tolist(), other.tolist())
        assert (value, *ends) == pytest.approx(((one.mean() + other.mean()) / 2, low / 2, high / 2))


def test_quantiles_and_tails_are_scipys_all_over():
    shares, freedom = np.meshgrid(np.linspace(0.001, 0.999, 61), [1, 2, 3, 4.5, 7, 12, 29.3, 100, 399])
    mine = [intervals.t_quantile(s, f) for s, f in zip(shares.flat, freedom.flat, strict=True)]
    np.testing.assert_allclose(mine, stats.t.ppf(shares, freedom).ravel(), rtol=1e-8, atol=1e-9)
    ratios, one, other = (each.ravel() for each in np.meshgrid(np.linspace(0, 9, 30), [1, 2, 5, 19], [1.5, 8, 90, 4e3]))
    mine = [rooms.f_above(*all_) for all_ in zip(ratios, one, other, strict=True)]
    np.testing.assert_allclose(mine, stats.f.sf(ratios, one, other), rtol=1e-8, atol=1e-12)


@LONG
def test_mcnemars_test_is_statsmodels_for_every_split():
    asked = theirs_of("contingency_tables").mcnemar
    for first, second in product(range(70), repeat=2):
        theirs = asked([[3, first], [second, 4]], exact=True).pvalue if first + second else 1.0
        assert chance.mcnemar(first, second) == pytest.approx(theirs)


def test_the_sign_test_is_scipys_for_every_split():
    first, second = np.array([(a, b) for a in range(60) for b in range(60) if a + b]).T
    theirs = np.minimum(1, 2 * stats.binom.cdf(np.minimum(first, second), first + second, 0.5))
    mine = [debrief.sign_test(int(a), int(b)) for a, b in zip(first, second, strict=True)]
    np.testing.assert_allclose(mine, theirs, rtol=1e-9)


@pytest.mark.parametrize("tables", [400, pytest.param(10_000, marks=LONG)])
def test_tossed_signs_are_those_of_an_enumeration_by_numpy(tables):
    dice = np.random.default_rng(4)
    signs = {n: 1 - 2 * ((np.arange(2**n)[:, None] >> np.arange(n)) & 1) for n in range(1, 11)}
    for n in dice.integers(1, 11, tables):
        values = dice.integers(-8, 9, n)
        sums = np.abs(signs[n] @ values)
        mine = chance.sign_flip([Fraction(int(value), 8) for value in values])
        assert (mine.p, mine.draws) == (np.mean(sums >= abs(values.sum())), 0)


@pytest.mark.parametrize(("tables", "most"), [(30, 10), pytest.param(300, 16, marks=LONG)])
def test_numbers_that_hardly_ever_coincide_are_tossed_in_halves_and_still_exact(tables, most):
    dice = np.random.default_rng(10)
    for n in dice.integers(2, most + 1, tables):
        values = [Fraction(int(dice.integers(-900_000, 1_000_000)), int(dice.integers(1, 40))) for _ in range(n)]
        signs = 1 - 2 * ((np.arange(2**n)[:, None] >> np.arange(n)) & 1)
        whole = np.array(chance._whole(values), dtype=object)
        mine = chance.sign_flip(values)
        assert (mine.p, mine.draws) == (np.mean(np.abs(signs @ whole) >= abs(whole.sum())), 0)
    assert chance.sign_flip([Fraction(one, 10**6 + one) for one in range(1, chance.HALVED + 1)]).draws == 0


@pytest.mark.parametrize("tables", [200, pytest.param(3000, marks=LONG)])
def test_orders_dealt_again_are_those_of_an_enumeration_by_numpy(tables):
    dice = np.random.default_rng(5)
    for n, m in dice.integers(1, 6, (tables, 2)):
        values = dice.integers(-8, 9, n + m)
        deals = np.array([[(bits >> at) & 1 for at in range(n + m)] for bits in range(2 ** (n + m))
                          if bits.bit_count() == n])  # fmt: skip
        assert len(deals) == comb(n + m, n)
        apart = np.abs((deals @ values) * m - ((1 - deals) @ values) * n)
        seen = abs(values[:n].sum() * m - values[n:].sum() * n)
        first, second = ([Fraction(int(value), 8) for value in part] for part in (values[:n], values[n:]))
        assert chance.rerandomised([(first, second)]).p == pytest.approx(np.mean(apart >= seen))


def some_rooms(dice, k):
    """So many rooms with values: each its own number of students, its own mean and its own spread."""
    return [dice.normal(dice.normal(0, 0.3), dice.uniform(0.3, 1.2), dice.integers(5, 40)) for _ in range(k)]


def sums(values):
    return [rooms.Sum(len(one), float(one.sum()), float((one**2).sum())) for one in values]


@LONG
def test_whether_rooms_differ_is_welchs_test_as_statsmodels_has_it():
    dice, asked = np.random.default_rng(6), theirs_of("oneway").anova_oneway
    for k in dice.integers(2, 9, 2000):
        values = some_rooms(dice, k)
        assert rooms.unlike(rooms.parts(sums(values))) == pytest.approx(asked(values, use_var="unequal").pvalue)


def test_whether_two_rooms_differ_is_welchs_t_and_of_one_room_nothing_is_asked():
    dice = np.random.default_rng(6)
    for _ in range(50):
        values = some_rooms(dice, 2)
        expected = stats.ttest_ind(*values, equal_var=False).pvalue
        assert rooms.unlike(rooms.parts(sums(values))) == pytest.approx(expected)
    assert rooms.unlike(rooms.parts(sums(values[:1]))) is None
    assert rooms.another(rooms.evened(sums(values))) is None


@LONG
def test_what_is_said_of_another_room_is_statsmodels_meta_analysis():
    """Paule and Mandel's figure, Hartung and Knapp's interval; where theirs is narrower than the plain one, that."""
    dice, asked = np.random.default_rng(7), theirs_of("meta_analysis").combine_effects
    for k in dice.integers(3, 12, 2000):
        found = rooms.evened(sums(some_rooms(dice, k)))
        values, errors = (np.array([getattr(room, name) for room in found]) for name in ("value", "error"))
        theirs = asked(values, errors, method_re="iterated", use_t=True)
        (value, low, high), apart = rooms.another(found)
        assert apart**2 == pytest.approx(theirs.tau2, abs=1e-5)
        plain = 1 / np.sum(1 / (errors + theirs.tau2))
        reach = stats.t.ppf(0.95, k - 1) * np.sqrt(max(theirs.sd_eff_w_re_hksj**2, plain))
        assert (value, low, high) == pytest.approx((theirs.mean_effect_re, theirs.mean_effect_re - reach,
                                                    theirs.mean_effect_re + reach), abs=2e-5)  # fmt: skip


def test_one_room_is_its_own_t_interval_and_two_alike_are_two_strata():
    dice = np.random.default_rng(8)
    one, other = dice.normal(0, 1, 12), dice.normal(3, 1, 30)
    low, high = stats.ttest_1samp(one, 0).confidence_interval(0.9)
    assert rooms.alone(*sums([one])) == pytest.approx((one.mean(), low, high))
    value, low, high = rooms.these(sums([one, other]))
    assert value == pytest.approx(np.r_[one, other].mean())
    weights = np.array([12, 30]) / 42
    spread = np.sqrt(np.sum(weights**2 * np.array([one.var(ddof=1) / 12, other.var(ddof=1) / 30])))
    assert stats.norm.ppf(0.95) * spread < (high - low) / 2 < 1.1 * stats.norm.ppf(0.95) * spread


def test_what_a_class_says_that_it_finds_is_what_t_finds_four_times_in_five():
    """The difference that is missed once in five, against the power of a t test by its non-central distribution."""
    dice = Random(9)
    for n in (8, 12, 20, 30):
        values = [Fraction(dice.randint(-8, 8), 8) for _ in range(n)]
        found = summary(values)
        spread = np.std([float(value) for value in values], ddof=1)
        far, edge = found.misses / spread * np.sqrt(n), stats.t.ppf(0.95, n - 1)
        power = stats.nct.sf(edge, n - 1, far) + stats.nct.cdf(-edge, n - 1, far)
        assert 0.78 < power < 0.83
