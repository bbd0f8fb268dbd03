"""Telling apart and leaning: held against other ways to the same figure, with numpy and scipy."""

import itertools

import numpy as np
import pytest
from scipy import stats

from game.debrief.apart import a_prime, faultless, kappa, leaning, unbiased_hits
from game.debrief.sorted import BLIND, EIGHT, REST, false_alarms, found, needed, verdict
from game.debrief.stats import at_least, fisher, wilson
from game.model.check import Kind

KINDS: tuple[Kind, ...] = ("watched", "norm", "sorting", "nudge", "none")
TRUE: tuple[Kind, ...] = ("watched", "watched", "norm", "sorting", "sorting", "nudge", "none", "none")
COUNTS = [(h, 2, f, 6) for h in range(3) for f in range(7)] + [(h, 6, f, 2) for h in range(7) for f in range(3)]


def sorts(many: int = 60) -> list[list[tuple[str, str]]]:
    """Lots sorted by chance, one without a fault, one all into a single tray."""
    draw = np.random.default_rng(11)
    by_chance = [list(zip(TRUE, draw.choice(KINDS, len(TRUE)).tolist(), strict=True)) for _ in range(many)]
    return [*by_chance, [(t, t) for t in TRUE], [(t, "watched") for t in TRUE]]


def matrix(pairs: list[tuple[str, str]]) -> np.ndarray:
    table = np.zeros((len(KINDS), len(KINDS)))
    for there, put in pairs:
        table[KINDS.index(there), KINDS.index(put)] += 1
    return table


@pytest.mark.parametrize("pairs", sorts())
def test_kappa_is_agreement_beyond_the_product_of_the_margins(pairs: list[tuple[str, str]]) -> None:
    table = matrix(pairs)
    luck = stats.contingency.expected_freq(table[np.ix_(table.any(axis=1), table.any(axis=0))])
    rows = [k for k in range(5) if table[k].any()]
    columns = [k for k in range(5) if table[:, k].any()]
    by_luck = sum(luck[rows.index(k), columns.index(k)] for k in range(5) if k in rows and k in columns)
    assert kappa(pairs) == pytest.approx((np.trace(table) - by_luck) / (len(pairs) - by_luck))


@pytest.mark.parametrize("pairs", sorts())
def test_unbiased_hits_are_the_two_conditional_shares_multiplied(pairs: list[tuple[str, str]]) -> None:
    table = matrix(pairs)
    for at, kind in enumerate(KINDS):
        said = table[:, at].sum()
        expected = table[at, at] / table[at].sum() * table[at, at] / said if said else 0
        assert unbiased_hits(pairs, kind) == pytest.approx(expected)


def test_saying_one_word_of_everything_tells_nothing_apart_and_leans_all_the_way() -> None:
    pairs = [(there, "watched") for there in TRUE]
    assert kappa(pairs) == 0
    assert unbiased_hits(pairs, "watched") == pytest.approx(2 / 8)
    assert a_prime(2, 2, 6, 6) == 0.5
    most = leaning(2, 2, 6, 6)
    assert most is not None and all(most <= (leaning(*counts) or 0) for counts in COUNTS if counts[1] == 2)


def test_without_a_fault_everything_is_told_apart() -> None:
    pairs = [(there, there) for there in TRUE]
    assert kappa(pairs) == 1
    assert {unbiased_hits(pairs, kind) for kind in KINDS} == {1.0}
    assert a_prime(2, 2, 0, 6) == a_prime(6, 6, 0, 2) == 1
    assert faultless(2, 6) == leaning(2, 2, 0, 6)


@pytest.mark.parametrize("counts", COUNTS)
def test_a_prime_is_the_mean_of_the_least_and_the_largest_area_under_the_point(
    counts: tuple[int, int, int, int]
) -> None:
    """Pollack and Norman's own picture: proper curves through the point lie between two pairs of straight lines."""
    hits, there, false, absent = counts
    h, f = sorted((hits / there, false / absent), reverse=True)
    expected = 0.5
    if h > f:
        least = np.trapezoid([0, h, 1], [0, f, 1])  # straight to the point, and straight on
        from_origin = 1 - f / h / 2  # the line from (0, 0) through the point up to the top edge, then along it
        to_corner = (h - f * (1 - h) / (1 - f) + 1) / 2  # up the left edge, then the line through the point to (1, 1)
        expected = least + (from_origin - least + to_corner - least) / 2
    flip = hits / there < false / absent
    assert a_prime(*counts) == pytest.approx(1 - expected if flip else expected)


@pytest.mark.parametrize("counts", COUNTS)
def test_the_criterion_is_the_mean_of_two_normal_quantiles_turned_round(counts: tuple[int, int, int, int]) -> None:
    hits, there, false, absent = counts
    z = stats.norm.ppf([(hits + 0.5) / (there + 1), (false + 0.5) / (absent + 1)])
    assert leaning(*counts) == pytest.approx(-z.mean(), abs=1e-6)


def test_what_cannot_be_measured_is_none_and_impossible_counts_are_refused() -> None:
    assert kappa([]) is None and kappa([("none", "none")]) is None
    assert unbiased_hits([("none", "nudge")], "norm") is None
    assert a_prime(0, 0, 1, 2) is None and leaning(1, 1, 0, 0) is None
    for measure in (a_prime, leaning):
        with pytest.raises(ValueError, match="expected"):
            measure(3, 2, 0, 1)


@pytest.mark.parametrize(("right", "n"), [(k, n) for n in (1, 5, 8) for k in range(n + 1)])
def test_luck_and_intervals_are_those_of_the_binomial(right: int, n: int) -> None:
    assert at_least(right, n, BLIND) == pytest.approx(stats.binom.sf(right - 1, n, 0.2))
    kept = stats.binomtest(right, n).proportion_ci(0.9, "wilson")
    assert wilson(right, n) == pytest.approx((kept.low, kept.high), abs=1e-9)


def test_then_and_now_are_compared_as_fisher_does_and_passed_as_scipy_would() -> None:
    for a, b in itertools.product(range(9), repeat=2):
        p = stats.fisher_exact([[a, 8 - a], [b, 8 - b]]).pvalue
        assert fisher(a, 8, b, 8) == pytest.approx(p)
        assert (verdict(a, 8, b, 8) == "shifted") == (p <= 0.1)


def test_a_change_too_large_to_be_luck_is_shifted_and_too_few_cases_are_said_to_be() -> None:
    assert verdict(1, 8, 8, 8) == "shifted"
    assert verdict(4, 8, 6, 8) == "not_shifted"
    assert verdict(0, 6, 1, 6) == "counts_only"
    assert verdict(0, 3, 8, 8) == "too_few"


def test_the_least_that_would_pass_passes_and_one_less_does_not() -> None:
    for a in range(9):
        least = needed(a, 8, 8)
        if least:
            assert fisher(a, 8, least, 8) <= 0.1 < fisher(a, 8, least - 1, 8)
        else:
            assert fisher(a, 8, 8, 8) > 0.1


def test_luck_passes_as_seldom_and_a_change_as_often_as_counting_all_outcomes_says() -> None:
    def by_scipy(n: int, m: int, before: float, after: float) -> float:
        first, then = stats.binom.pmf(range(n + 1), n, before), stats.binom.pmf(range(m + 1), m, after)
        return sum(
            first[a] * then[b] for a in range(n + 1) for b in range(m + 1)
            if stats.fisher_exact([[a, n - a], [b, m - b]]).pvalue <= 0.1
        )  # fmt: skip

    assert found(8, 8, 0.5, 0.875) == pytest.approx(by_scipy(8, 8, 0.5, 0.875))
    for many in (EIGHT, REST):
        worst = max(by_scipy(many, many, share, share) for share in np.linspace(0, 1, 21))
        assert worst <= false_alarms(many, many) + 1e-9 <= 0.1
