"""`simulate`: its figures are those of the statistics texts, and a broken interval would show."""

import re

import pytest
from scipy import stats

from game.content import levels, load
from game.seminar import intervals
from game.seminar.intervals import clopper_pearson, wilson
from game.seminar.measures import measures
from game.tools import rooms_by_lot, simulate, simulated
from game.tools.peopled import TESTED, town
from game.tools.simulated import HOLDS, SELDOM, SURELY, Cell, Promise, row

PACK = load(levels())


def figures(lines, name: str) -> list[float]:
    line = next(li for li in lines if li.strip().startswith(name))
    return [float(cell) for cell in re.findall(r"(\d+\.\d)(?: ±\S+)?\*?(?=\s|$)", line)]


def test_an_exact_interval_holds_the_truth_ninety_times_in_a_hundred_at_least() -> None:
    lines = list(simulate._shares())
    assert all(cell >= 90 for cell in figures(lines, "Clopper-Pearson, from 5 to 95: lowest"))
    assert all(89 <= cell <= 92 for cell in figures(lines, "Wilson, from 5 to 95: mean"))


def test_luck_passes_no_exact_test_more_than_once_in_ten() -> None:
    for change in (0.1, 0.2, 0.5, 1.0):
        for n in simulate.SIZES:
            assert simulated.alarm_pair(n, change) <= 0.1


def test_what_is_printed_only_with_five_on_either_side_is_no_more_than_what_is_printed_at_all() -> None:
    """Counted by scipy: of twenty with a true share of one in ten, 4 in 100 classes have five, and all of these err."""
    there, held = simulated.printed(wilson, 20, 0.1)
    assert there == pytest.approx(stats.binom.sf(4, 20, 0.1) - stats.binom.sf(15, 20, 0.1))
    assert held == 0
    shown, then = simulated.alarm_printed(20, 0.5)  # only five in each of four cells can be printed
    assert (shown, then) == (pytest.approx(stats.multinomial.pmf([5, 5, 5, 5], 20, [0.25] * 4)), 0)
    assert simulated.held_arms(15, 0.5, 0.5, shown=True)[0] == pytest.approx(
        (stats.binom.cdf(10, 15, 0.5) - stats.binom.cdf(4, 15, 0.5)) ** 2
    )


def test_every_number_and_every_test_of_a_class_has_a_row() -> None:
    people = town(PACK, 60, moved=True)
    told = [line.split()[0] for line in simulate._numbers(people, 4) if re.match(r"  \w", line)]
    assert told == list(measures(PACK))
    assert set(TESTED) < set(told)
    tested = list(simulate._tests(town(PACK, 60, moved=False), people, 4))
    assert all(any(line.strip().startswith(f"{name} (") for line in tested) for name in TESTED)


def test_a_row_that_misses_its_promise_has_a_star_and_says_why() -> None:
    short = [Cell(0.9), Cell(0.8), Cell(0.85, 0.01)]
    line, why = row("a", short, HOLDS, "because")
    assert line.count("*") == 2 and why.strip() == "* because"
    assert "nobody has said why" in "".join(row("a", short, SURELY))
    assert len(list(row("a", [Cell(0.11, 0.01), Cell(0.1), None], SELDOM))) == 1  # within its own uncertainty
    assert len(list(row("a", [Cell(0.11)], SELDOM))) == 2
    assert len(list(row("a", [Cell(0.2)]))) == 1  # nothing was promised
    assert Promise("most", 0.69).says == "69 at most"


def test_an_interval_that_promises_too_much_would_have_a_star(monkeypatch: pytest.MonkeyPatch) -> None:
    """The mean's, if it took a normal for a t: of ten students it holds 86 times."""
    monkeypatch.setattr(intervals, "t_quantile", lambda share, _: stats.norm.ppf(share))
    lots = [simulate._class(10, 0.2, at) for at in range(1500)]
    cell = Cell.of(sum(simulate._holds(lot, 0.2) for lot in lots), len(lots))
    assert HOLDS.broken(cell)


def test_what_is_counted_out_is_scipys() -> None:
    for n in simulate.SIZES:
        held = sum(
            stats.binom.pmf(k, n, 0.3)
            for k in range(n + 1)
            for low, high in [stats.binomtest(k, n).proportion_ci(0.9, "wilson")]
            if low <= 0.3 <= high
        )
        assert simulated.held(wilson, n, 0.3) == pytest.approx(held)


def test_an_interval_that_promises_too_much_would_show() -> None:
    """Wald's, which the class never uses."""

    def wald(hits: int, n: int) -> tuple[float, float]:
        reach = 1.645 * (hits / n * (1 - hits / n) / n) ** 0.5
        return hits / n - reach, hits / n + reach

    assert simulated.held(wald, 10, 0.1) < 0.7
    assert simulated.held(clopper_pearson, 10, 0.1) > 0.9


@pytest.mark.long
def test_every_promise_is_kept_but_those_that_are_explained_and_it_is_the_same_every_time() -> None:
    lines = list(simulate.lines(300))
    told = {simulate.EDGE, simulate.SKEWED, simulate.LOPSIDED, simulate.WHOLE, rooms_by_lot.FEW}
    why = [line.removeprefix("    * ") for line in lines if line.startswith("    *")]
    assert len(why) > 3 and set(why) <= told
    for effect in ("0", "20", "40"):
        assert all(86 <= cell <= 94 for cell in figures(lines, f"t interval, true {effect} in"))
    few = list(simulate.lines(40, 200))
    assert list(simulate.lines(40, 200)) == few
