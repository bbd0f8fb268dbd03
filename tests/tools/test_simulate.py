"""`simulate`: its figures are those of the statistics texts, and a broken interval would show."""

import re

import pytest
from scipy import stats

from game.seminar.intervals import clopper_pearson, wilson
from game.tools import simulate


@pytest.fixture(scope="module")
def table() -> str:
    return "\n".join(simulate.lines(60))


def figures(table: str, part: str, row: str) -> list[float]:
    line = next(li for li in table.split(part)[1].splitlines() if li.strip().startswith(row))
    return [float(cell) for cell in re.findall(r"(\d+\.\d)(?: ±\S+)?(?=\s|$)", line)]


def test_an_exact_interval_holds_the_truth_ninety_times_in_a_hundred_at_least(table: str) -> None:
    assert all(cell >= 90 for cell in figures(table, "shares:", "Clopper-Pearson, from 5 to 95: lowest"))
    assert all(89 <= cell <= 92 for cell in figures(table, "shares:", "Wilson, from 5 to 95: mean"))


def test_luck_passes_no_exact_test_more_than_once_in_ten(table: str) -> None:
    for change in ("20 in 100", "50 in 100", "100 in 100"):
        assert all(cell <= 10 for cell in figures(table, "McNemar exact", change))
    assert all(cell <= 10 + 12 for cell in figures(table, "sign-flip", "true difference 0 "))  # of 60 classes


@pytest.mark.long
def test_it_is_the_same_every_time(table: str) -> None:
    assert "\n".join(simulate.lines(60)) == table


def test_what_is_counted_out_is_scipys() -> None:
    for n in simulate.SIZES:
        held = sum(
            stats.binom.pmf(k, n, 0.3)
            for k in range(n + 1)
            for low, high in [stats.binomtest(k, n).proportion_ci(0.9, "wilson")]
            if low <= 0.3 <= high
        )
        assert simulate.held(wilson, n, 0.3) == pytest.approx(held)


def test_an_interval_that_promises_too_much_would_show() -> None:
    """Wald's, which the class never uses."""

    def wald(hits: int, n: int) -> tuple[float, float]:
        reach = 1.645 * (hits / n * (1 - hits / n) / n) ** 0.5
        return hits / n - reach, hits / n + reach

    assert simulate.held(wald, 10, 0.1) < 0.7
    assert simulate.held(clopper_pearson, 10, 0.1) > 0.9


@pytest.mark.long
def test_the_mean_of_a_class_is_held_as_promised() -> None:
    table = "\n".join(simulate.lines(1000))
    for effect in ("0", "20", "40"):
        cells = figures(table, "the mean difference", f"true difference {effect} ")
        assert all(87 <= cell <= 93 for cell in cells), cells
