"""`simulate`: classes whose truth is known: how often each interval holds it, and how often luck alone speaks.

Shares of two, and of two arms, are counted out exactly. Means, their tosses and deals are drawn: so many classes, with
the same dice every time. What theory and the statistics texts promise stands beside; what misses it has a star.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import sqrt
from random import Random

from game.content import levels, load
from game.rules.fate import fate
from game.seminar.chance import rerandomised, sign_flip
from game.seminar.intervals import clopper_pearson, mean, mean_of_two, wilson
from game.seminar.measures import Number
from game.seminar.summary import ALARM, ARM, MANY, SHARE, alike, missed
from game.tools import rooms_by_lot, simulate_halves
from game.tools.peopled import PEOPLE, TESTED, Town, town
from game.tools.simulated import (
    HOLDS,
    MISSES,
    SELDOM,
    SURELY,
    Cell,
    Interval,
    Promise,
    alarm_pair,
    alarm_printed,
    held,
    held_arms,
    printed,
    row,
    text,
)

SIZES = (10, 20, 30)
EFFECTS = (0.0, 0.2, 0.4)
PAIRS = 8  # of `lesson`
DEALS = 2  # one deal, or one set of rooms, for so many tosses: they take longer
INTERVALS: tuple[tuple[str, Interval], ...] = (("Wilson", wilson), ("Clopper-Pearson", clopper_pearson))
EDGE = "printed only with five on either side: near 0 and 100 what is printed is what luck has made larger"
SKEWED = "nearly all give the most there is; the few who give less are missing from many a small class"
LOPSIDED = "bets are lopsided, and a coin for each sign asks whether they lie as far above as below"
WHOLE = "counts are whole: no interval holds 90 at each share, only on average"
Lot = list[Fraction]


def simulate(classes: int) -> int:
    """Print the table. Raises BadLevels."""
    told = []
    for line in lines(classes):
        print(line, flush=True)
        told.append(line)
    print(f"\n{sum(line.startswith('    *') for line in told)} rows miss what is promised; why stands under each.")
    return 0


def lines(classes: int, people: int = PEOPLE) -> Iterator[str]:
    """The table, line by line. Raises BadLevels."""
    yield f"simulate: {classes:,} classes a figure, by lot, with twice their standard error; else counted out"
    yield "in times of 100. In brackets what is promised; * misses it by more than three standard errors"
    yield text("students", [str(n) for n in SIZES])
    yield from _means(classes)
    yield from _orders(classes)
    yield from simulate_halves.lines(max(1, classes // DEALS), SIZES)
    pack = load(levels())
    moved, still = (town(pack, people, moved=moves) for moves in (True, False))
    yield from _numbers(moved, classes)
    yield from _tests(still, moved, classes)
    yield from _shares()
    yield from _arms()
    yield from _pairs()
    yield from rooms_by_lot.lines(moved, max(1, classes // DEALS))


def _means(classes: int) -> Iterator[str]:
    """One comparison of pairs, closely: students keep a rule unposted with a chance of their own."""
    yield "\nposted less hidden, 8 pairs each; each keeps a rule unposted with a chance of 2 to 6 in 10"
    lots = {(n, effect): [_class(n, effect, at) for at in range(classes)] for n in SIZES for effect in EFFECTS}
    for effect in EFFECTS:
        cells = [Cell.of(sum(_holds(lot, effect) for lot in lots[n, effect]), classes) for n in SIZES]
        yield from row(f"t interval, true {100 * effect:.0f} in 100 ({HOLDS.says})", cells, HOLDS)
    halves = [sum(_half(lot) for lot in lots[n, 0.2]) / classes for n in SIZES]
    yield text("half of it (theory 3: 18 with 8 students, 12 with 20)", [f"{100 * half:.1f}" for half in halves])
    for effect in EFFECTS:
        cells = [Cell.of(sum(sign_flip(lot).p <= ALARM for lot in lots[n, effect]), classes) for n in SIZES]
        name = f"signs tossed, true {100 * effect:.0f} in 100"
        yield from row(f"{name} ({SELDOM.says})", cells, SELDOM) if not effect else row(f"{name}: found", cells)
    found: list[Cell | None] = []
    for n in SIZES:  # what a class of so many says that it misses, by the spread that such classes have
        far = missed(n, sqrt(sum(_spread(lot) for lot in lots[n, 0.2]) / classes))
        some = [_class(n, far, at) for at in range(classes)]
        found.append(Cell.of(sum(sign_flip(lot).p <= ALARM for lot in some), classes))
    yield from row(f"as far as it says it misses: found ({MISSES.says})", found, MISSES)


def _class(n: int, effect: float, at: int) -> Lot:
    """So many students by lot. Each keeps hidden rules with a chance of its own and posted ones with `effect` more."""
    dice = Random(fate(1, "simulate", n, f"{effect}", at))  # noqa: S311  (dice, and the same ones every time)
    return [_difference(dice, effect) for _ in range(n)]


def _difference(dice: Random, effect: float) -> Fraction:
    base = dice.uniform(0.2, 0.6)
    return Fraction(sum((dice.random() < base + effect) - (dice.random() < base) for _ in range(PAIRS)), PAIRS)


def _holds(lot: Lot, truth: float) -> bool:
    _, low, high = mean([float(number) for number in lot])
    return low <= truth <= high


def _half(lot: Lot) -> float:
    _, low, high = mean([float(number) for number in lot])
    return (high - low) / 2


def _spread(lot: Lot) -> float:
    middle = sum(lot) / len(lot)
    return float(sum((one - middle) ** 2 for one in lot)) / (len(lot) - 1)


def _orders(classes: int) -> Iterator[str]:
    """The two orders: each by itself, both together, and the test that says whether the order mattered."""
    some = max(1, classes // DEALS)
    for apart in (0.0, 0.3):
        truth = (0.2 + apart / 2, 0.2 - apart / 2)
        lots = {n: [_halves(n, truth, at) for at in range(classes)] for n in SIZES}
        says = f"two orders, {100 * apart:.0f} in 100 apart" if apart else "two orders that do not matter"
        yield f"\n{says}; two in five begin with the hidden rules"
        cells = [Cell.of(sum(_even_holds(lot) for lot in lots[n]), classes) for n in SIZES]
        yield from row(f"each order counting half ({HOLDS.says})", cells, HOLDS)
        for which, name in enumerate(("posted rules first", "hidden rules first")):
            many = [len(lots[n][0][which]) for n in SIZES]
            cells = [Cell.of(sum(_holds(lot[which], truth[which]) for lot in lots[n]), classes) if size >= MANY else
                     None for n, size in zip(SIZES, many, strict=True)]  # fmt: skip
            yield from row(f"{name}, by itself ({HOLDS.says})", cells, HOLDS)
        dealt = [Cell.of(sum(rerandomised([lot]).p <= ALARM for lot in lots[n][:some]), some) for n in SIZES]
        name = "orders dealt again"
        yield from row(f"{name}: found", dealt) if apart else row(f"{name} ({SELDOM.says})", dealt, SELDOM)
        far = [Cell.of(sum(_far(lot) for lot in lots[n]), classes) for n in SIZES]
        yield from row("farther apart than half the interval", far)


def _halves(n: int, truth: tuple[float, float], at: int) -> tuple[Lot, Lot]:
    dice = Random(fate(1, "simulate", "orders", n, f"{truth}", at))  # noqa: S311  (dice, and the same ones every time)
    first, second = ([_difference(dice, effect) for _ in range(many)]
                     for effect, many in zip(truth, (n - 2 * n // 5, 2 * n // 5), strict=True))  # fmt: skip
    return first, second


def _even_holds(lot: tuple[Lot, Lot]) -> bool:
    first, second = ([float(number) for number in half] for half in lot)
    _, low, high = mean_of_two(first, second)
    return low <= 0.2 <= high


def _far(lot: tuple[Lot, Lot]) -> bool:
    """The rule that was given up: the orders are farther apart than half the interval of the whole."""
    one, other = (float(sum(half)) / len(half) for half in lot)
    return abs(one - other) > _half([*lot[0], *lot[1]])


def _numbers(people: Town, classes: int) -> Iterator[str]:
    """Every number that a class prints, of a town in which people are moved."""
    yield f"\nevery number of a student (class-data.md), of made-up people: t interval, where printed ({HOLDS.says})"
    drawn = _drawn(classes)
    for name, numbers in people.numbers.items():
        truth, cells = people.truth(name), []
        for n in SIZES:
            lots = [lot for picks in drawn[n] if _says(lot := _lot(numbers, picks))]
            cells.append(Cell.of(sum(_holds(lot, truth) for lot in lots), len(lots)))
        yield from row(name, cells, HOLDS, SKEWED)


def _drawn(classes: int) -> dict[int, list[list[float]]]:
    """Who is in which class of how many, as places in town: shares of all the people there."""
    dice = Random(fate(1, "simulate", "drawn"))  # noqa: S311  (dice, and the same ones every time)
    return {n: [[dice.random() for _ in range(n)] for _ in range(classes)] for n in SIZES}


def _lot(numbers: Sequence[Number], picks: Sequence[float]) -> Lot:
    people = len(numbers)
    return [number for pick in picks if (number := numbers[int(pick * people)]) is not None]


def _says(lot: Lot) -> bool:
    return len(lot) >= MANY and not alike(lot)


def _tests(still: Town, moved: Town, classes: int) -> Iterator[str]:
    """Every test that a page makes, where nothing moves anybody; and all of them on one page."""
    yield "\nevery test of the page where nothing does anything: signs tossed"
    drawn = _drawn(classes)
    passed = {(name, n): [False] * classes for name in TESTED for n in SIZES}
    for name in TESTED:
        numbers, cells = still.centred(name) if name == "overbet" else still.numbers[name], []
        for n in SIZES:
            lots = [(at, lot) for at, picks in enumerate(drawn[n]) if _says(lot := _lot(numbers, picks))]
            for at, lot in lots:
                passed[name, n][at] = sign_flip(lot).p <= ALARM
            cells.append(Cell.of(sum(passed[name, n]), len(lots)))
        yield from row(f"{name} ({SELDOM.says})", cells, SELDOM, LOPSIDED if name == "overbet" else "")
    limit = 1 - (1 - ALARM) ** len(TESTED)
    any_ = [Cell.of(sum(any(passed[name, n][at] for name in TESTED) for at in range(classes)), classes) for n in SIZES]
    yield from row(f"at least one of the {len(TESTED)} ({100 * limit:.0f} at most)", any_, Promise("most", limit))
    yield "the same where people are moved: found"
    for name in TESTED:
        found = []
        for n in SIZES:
            few = drawn[n][: max(1, classes // DEALS)]
            some = [lot for picks in few if _says(lot := _lot(moved.numbers[name], picks))]
            found.append(Cell.of(sum(sign_flip(lot).p <= ALARM for lot in some), len(some)))
        yield from row(f"{name}, truly {moved.truth(name):+.2f}", found)


def _shares() -> Iterator[str]:
    yield "\na share, counted out"
    for name, interval in INTERVALS:
        for truth in (0.1, 0.3, 0.5):
            cells: list[Cell | None] = [Cell(held(interval, n, truth)) for n in SIZES]
            yield from row(f"{name}, true share {100 * truth:.0f} in 100", cells, SURELY if name != "Wilson" else None)
        every = [[held(interval, n, at / 200) for at in range(10, 191)] for n in SIZES]
        low, middle = [Cell(min(one)) for one in every], [Cell(sum(one) / len(one)) for one in every]
        if name == "Wilson":
            yield from row("Wilson, from 5 to 95: lowest", low)
            yield from row(f"Wilson, from 5 to 95: mean ({HOLDS.says})", middle, HOLDS)
        else:
            yield from row(f"{name}, from 5 to 95: lowest ({SURELY.says})", low, SURELY)
    yield f"a share as the page prints it: {SHARE} students, five on either side; Wilson"
    for truth in (0.1, 0.2, 0.3, 0.5, 0.8):
        shown = [printed(wilson, n, truth) if n >= SHARE else None for n in SIZES]
        there, then = ([Cell(one[at]) if one else None for one in shown] for at in (0, 1))
        yield from row(f"true share {100 * truth:.0f} in 100: printed", there)
        yield from row(f"  and then holds the truth ({HOLDS.says})", then, HOLDS, EDGE if truth != 0.5 else WHOLE)


def _arms() -> Iterator[str]:
    yield "\ntwo arms of a push, half of the class each: Newcombe, counted out"
    grid = [at / 20 for at in range(1, 20)]
    middle: list[Cell | None] = []
    for n in SIZES:
        every = [held_arms(n // 2, one, other)[1] for one in grid for other in grid]
        middle.append(Cell(sum(every) / len(every)))
    yield from row(f"shares from 5 to 95: mean ({HOLDS.says})", middle, HOLDS)
    for one, other in ((0.5, 0.5), (0.7, 0.3), (0.9, 0.5)):
        name = f"{100 * one:.0f} against {100 * other:.0f} in 100"
        yield from row(name, [Cell(held_arms(n // 2, one, other)[1]) for n in SIZES])
        shown = [held_arms(n // 2, one, other, shown=True) if n // 2 >= ARM else None for n in SIZES]
        there, then = ([Cell(s[at]) if s else None for s in shown] for at in (0, 1))
        yield from row(f"  printed ({ARM} an arm, five on either side)", there)
        yield from row(f"  and then holds the truth ({HOLDS.says})", then, HOLDS, EDGE if one != other else WHOLE)


def _pairs() -> Iterator[str]:
    yield "\njar against curtain: McNemar exact, as many change one way as the other, counted out"
    for change in (0.2, 0.5, 1.0):
        alarms = [Cell(alarm_pair(n, change)) for n in SIZES]
        yield from row(f"{100 * change:.0f} in 100 change ({SELDOM.says})", alarms, SELDOM)
    for change in (0.35, 0.5, 0.65):
        shown = [alarm_printed(n, change) for n in SIZES]
        yield from row(f"{100 * change:.0f} in 100 change: printed", [Cell(one[0]) for one in shown])
        cells = [Cell(one[1]) if one[0] > 1e-12 else None for one in shown]
        yield from row(f"  and then passes ({SELDOM.says})", cells, SELDOM)
