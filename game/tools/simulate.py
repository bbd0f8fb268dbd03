"""`simulate`: classes by lot whose truth is known: how often each interval holds it, and how often luck alone speaks.

Shares of two, and of two arms, are counted out exactly. Means, their tosses and deals are drawn: so many classes, with
the same dice every time. What theory and the statistics texts promise stands beside.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import comb, sqrt
from random import Random

from game.rules.fate import fate
from game.seminar.chance import mcnemar, rerandomised, sign_flip
from game.seminar.intervals import LEVEL, clopper_pearson, mean, newcombe, wilson
from game.tools import simulate_halves

SIZES = (10, 20, 30)
EFFECTS = (0.0, 0.2, 0.4)
PAIRS = 8  # of `lesson`
DEALS = 5  # one deal for so many tosses: it takes longer
ALARM = 0.1
CELL = 13
Interval = Callable[[int, int], tuple[float, float]]
INTERVALS: tuple[tuple[str, Interval], ...] = (("Wilson", wilson), ("Clopper-Pearson", clopper_pearson))


def simulate(classes: int) -> int:
    """Print the table."""
    print("\n".join(lines(classes)))
    return 0


def lines(classes: int) -> Iterator[str]:
    """The table, line by line."""
    yield f"simulate: {classes:,} classes a figure, by lot; what each interval should hold: {100 * LEVEL:.0f} in 100"
    yield "students differ: each keeps a rule unposted with a chance of its own, from 2 to 6 in 10; 8 pairs each"
    yield _row("students", [str(n) for n in SIZES])
    yield "\nthe mean difference, and its t interval: holds the truth (promised: 90)"
    lots = {(n, effect): [_class(n, effect, at) for at in range(classes)] for n in SIZES for effect in EFFECTS}
    for effect in EFFECTS:
        yield _row(f"true difference {100 * effect:.0f} in 100", [
            _share(sum(_holds(lot, effect) for lot in lots[n, effect]), classes) for n in SIZES
        ])  # fmt: skip
    yield "half of it, in hundredths (theory 3: about 18 with 8 students, 12 with 20)"
    yield _row("true difference 20 in 100", [_half(lots[n, 0.2]) for n in SIZES])
    yield "\nthe exact sign-flip: luck at most once in ten (promised where nothing moves anybody: 10 at most)"
    for effect in EFFECTS:
        hits = [sum(sign_flip(_numbers(lot)).p <= ALARM for lot in lots[n, effect]) for n in SIZES]
        yield _row(f"true difference {100 * effect:.0f} in 100", [_share(hit, classes) for hit in hits])
    some = max(1, classes // DEALS)
    yield f"\ntwo orders that do not matter, {some:,} classes"
    dealt = {n: [_orders(lot) for lot in lots[n, 0.2][:some]] for n in SIZES}
    yield _row("dealt again: alarm (10 at most)", [_share(sum(p <= ALARM for p, _ in dealt[n]), some) for n in SIZES])
    yield _row("farther apart than half the interval", [_share(sum(far for _, far in dealt[n]), some) for n in SIZES])
    for name, cells in simulate_halves.lines(some, SIZES):
        yield _row(name, cells) if cells else name
    yield "\nshares: holds the truth, counted out (Wilson: 90 on average; Clopper-Pearson: 90 at least)"
    for truth in (0.1, 0.3, 0.5):
        for name, interval in INTERVALS:
            cells = [f"{100 * held(interval, n, truth):.1f}" for n in SIZES]
            yield _row(f"{name}, true share {100 * truth:.0f} in 100", cells)
    for name, interval in INTERVALS:
        worst = [[held(interval, n, at / 200) for at in range(10, 191)] for n in SIZES]
        yield _row(f"{name}, from 5 to 95: lowest", [f"{100 * min(w):.1f}" for w in worst])
        yield _row(f"{name}, from 5 to 95: mean", [f"{100 * sum(w) / len(w):.1f}" for w in worst])
    yield "\ntwo arms, half of the class each: Newcombe holds the truth, counted out (90 on average)"
    for one, other in ((0.5, 0.5), (0.7, 0.3), (0.9, 0.5)):
        cells = [f"{100 * held_arms(n // 2, one, other):.1f}" for n in SIZES]
        yield _row(f"{100 * one:.0f} against {100 * other:.0f} in 100", cells)
    yield "\none pair, McNemar exact: alarm where as many change one way as the other, counted out (10 at most)"
    for change in (0.2, 0.5, 1.0):
        cells = [f"{100 * alarm_pair(n, change):.1f}" for n in SIZES]
        yield _row(f"{100 * change:.0f} in 100 change", cells)


Lot = list[tuple[int, int]]  # pairs kept posted only, pairs kept hidden only


def _class(n: int, effect: float, at: int) -> Lot:
    """So many students by lot. Each keeps hidden rules with a chance of its own and posted ones with `effect` more."""
    dice = Random(fate(1, "simulate", n, f"{effect}", at))  # noqa: S311  (dice, and the same ones every time)
    lot = []
    for _ in range(n):
        base = dice.uniform(0.2, 0.6)
        pairs = [(dice.random() < base + effect, dice.random() < base) for _ in range(PAIRS)]
        lot.append((sum(a and not b for a, b in pairs), sum(b and not a for a, b in pairs)))
    return lot


def _numbers(lot: Lot) -> list[Fraction]:
    return [Fraction(first - second, PAIRS) for first, second in lot]


def _holds(lot: Lot, truth: float) -> bool:
    _, low, high = mean([float(number) for number in _numbers(lot)])
    return low <= truth <= high


def _half(lots: Sequence[Lot]) -> str:
    halves = [(high - low) / 2 for _, low, high in (mean([float(n) for n in _numbers(lot)]) for lot in lots)]
    return f"{100 * sum(halves) / len(halves):.1f}"


def _orders(lot: Lot) -> tuple[float, bool]:
    """Luck of two orders that do nothing; whether they are farther apart than half the interval."""
    numbers = _numbers(lot)
    first, second = numbers[::2], numbers[1::2]
    _, low, high = mean([float(number) for number in numbers])
    apart = abs(float(sum(first)) / len(first) - float(sum(second)) / len(second))
    return rerandomised([(first, second)]).p, apart > (high - low) / 2


def held(interval: Interval, n: int, truth: float) -> float:
    """How often the interval for a share of n holds the truth: all counts, by their chance."""
    within = [k for k in range(n + 1) for low, high in [interval(k, n)] if low <= truth <= high]
    return sum(_chance(k, n, truth) for k in within)


def held_arms(n: int, one: float, other: float) -> float:
    """The same for the difference of two arms of n."""
    return sum(
        _chance(a, n, one) * _chance(b, n, other)
        for a in range(n + 1)
        for b in range(n + 1)
        for low, high in [newcombe(a, n, b, n)]
        if low <= one - other <= high
    )


def alarm_pair(n: int, change: float) -> float:
    """How often McNemar's test passes where so many change, one way as often as the other."""
    return sum(
        _chance(changed, n, change) * comb(changed, up) / 2.0**changed
        for changed in range(n + 1)
        for up in range(changed + 1)
        if mcnemar(up, changed - up) <= ALARM
    )


def _chance(k: int, n: int, share: float) -> float:
    return comb(n, k) * share**k * (1 - share) ** (n - k)


def _share(hits: int, of: int) -> str:
    share = hits / of
    return f"{100 * share:.1f} ±{200 * sqrt(share * (1 - share) / of):.1f}"


def _row(name: str, cells: list[str]) -> str:
    return f"  {name:<42}{''.join(f'{cell:>{CELL}}' for cell in cells)}".rstrip()
