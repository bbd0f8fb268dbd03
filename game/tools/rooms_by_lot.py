"""Several rooms whose truth is known, laid together: the last part of `simulate`."""

from collections.abc import Iterator
from random import Random

from game.rules.fate import fate
from game.seminar.rooms import Part, Sum, another, evened, laid, parts, these, unlike
from game.seminar.summary import ALARM
from game.tools.peopled import Town
from game.tools.simulated import HOLDS, SELDOM, Cell, row, text

ROOMS = (3, 5, 10)
SMALL, LARGE = 8, 25  # students of a room
FEW = "of so few rooms nobody can tell well how far rooms differ: read it as a sketch"


def lines(people: Town, classes: int) -> Iterator[str]:
    """The table, line by line; so many sets of rooms for each figure."""
    yield f"\nseveral rooms of {SMALL} to {LARGE} laid together, {classes:,} sets of rooms a figure"
    yield text("rooms", [str(k) for k in ROOMS])
    numbers = [float(number) for number in people.numbers["vh"] if number is not None]
    truth = people.truth("vh")
    for apart in (0.0, 0.1, 0.25):
        held: dict[str, list[Cell | None]] = {"these": [], "another": [], "unlike": []}
        for k in ROOMS:
            found = [_means(numbers, truth, k, apart, at) for at in range(classes)]
            for at, name in enumerate(held):
                held[name].append(Cell.of(sum(one[at] for one in found), classes))
        yield f"rooms differ by {100 * apart:.0f} in 100 (standard deviation)" if apart else "rooms do not differ"
        yield from row(f"mean of these rooms ({HOLDS.says})", held["these"], HOLDS)
        yield from row(f"another room like these ({HOLDS.says})", held["another"], HOLDS, FEW)
        if apart:
            yield from row("Welch's test finds that they differ", held["unlike"])
        else:
            yield from row(f"Welch's test says that they differ ({SELDOM.says})", held["unlike"], SELDOM,
                           "small rooms with values in eighths: a little more often than once in ten")  # fmt: skip
    cells = [[Cell.of(sum(one[at] for one in found), classes) for found in
              ([_counts(k, lot) for lot in range(classes)] for k in ROOMS)] for at in (0, 1)]  # fmt: skip
    yield "shares from 3 to 7 in 10, each room its own; a push that moves each room by 20 in 100"
    yield from row(f"share of these rooms ({HOLDS.says})", cells[0], HOLDS)
    yield from row(f"x less z in these rooms ({HOLDS.says})", cells[1], HOLDS)


def _means(numbers: list[float], truth: float, k: int, apart: float, at: int) -> tuple[bool, bool, bool]:
    """Whether each interval holds what it is about, and whether the test says that rooms differ."""
    dice = Random(fate(1, "simulate", "rooms", k, f"{apart}", at))  # noqa: S311  (dice, and the same ones every time)
    rooms, truths = [], []
    for _ in range(k):
        shift, n = dice.gauss(0, apart), dice.randint(SMALL, LARGE)
        values = [value + shift for value in dice.choices(numbers, k=n)]
        rooms.append(Sum(n, sum(values), sum(value * value for value in values)))
        truths.append(truth + shift)
    here = sum(room.n * one for room, one in zip(rooms, truths, strict=True)) / sum(room.n for room in rooms)
    _, low, high = these(rooms)
    other, luck = another(evened(rooms)), unlike(parts(rooms))
    assert other is not None
    return low <= here <= high, other[0][1] <= truth <= other[0][2], luck is not None and luck <= ALARM


def _counts(k: int, at: int) -> tuple[bool, bool]:
    """Whether the interval of a share of these rooms holds it, and that of a push within them."""
    dice = Random(fate(1, "simulate", "counts", k, at))  # noqa: S311  (dice, and the same ones every time)
    rooms, pushes, arms, truth = [], [], [], 0.0
    for _ in range(k):
        share, n, m = dice.uniform(0.3, 0.7), dice.randint(15, 30), dice.randint(15, 30)
        x, z = (sum(dice.random() < chance for _ in range(many))
                for chance, many in ((share + 0.1, n), (share - 0.1, m)))  # fmt: skip
        one, other = Sum(n, x, x), Sum(m, z, z)
        rooms.append(one)
        truth += n * (share + 0.1)
        pushes.append(Part(one.mean - other.mean, one.variance / n + other.variance / m, n + m - 2))
        arms.append(n * m / (n + m))
    _, low, high = these(rooms)
    _, below, above = laid(pushes, [arm / sum(arms) for arm in arms])
    return low <= truth / sum(room.n for room in rooms) <= high, below <= 0.2 <= above
