"""How often luck alone gives a class as uneven as this one: exact, by counting all that luck could have done.

Nothing is assumed about how values are spread; only what was decided by lot is drawn again. Where there is too much to
count it is drawn, with a fixed seed and the count of draws said.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import comb, lcm
from random import Random

from game.debrief.stats import sign_test
from game.seminar.intervals import beta_below

DRAWS = 20_000
FEWEST, TOSSED, DEALT = 400, 10_000_000, 4_000_000  # draws of a very large class; students tossed for, dealt
MANY = 1_000  # changes that are still summed one by one
HALVED = 34  # students whose signs can be tossed in two halves, whatever their numbers are
MOST = 2_000_000  # sums times students that are still counted one by one
SEED = 1791


@dataclass(frozen=True, slots=True)
class Luck:
    """A two-sided p, and whether it was counted out or drawn (`draws` is 0 where it is exact)."""

    p: float
    draws: int = 0


def mcnemar(only_first: int, only_second: int) -> float:
    """Return the exact two-sided p that students changed one way as often as the other by luck.

    Source: McNemar 1947, Psychometrika 12, 153-157; exact by the binomial, which is the sign test.
    """
    changed = only_first + only_second
    if changed > MANY:  # the same sum, as a share of the beta distribution
        return min(1.0, 2 * beta_below(0.5, changed - min(only_first, only_second), min(only_first, only_second) + 1))
    return sign_test(only_first, only_second)


def sign_flip(differences: Sequence[Fraction]) -> Luck:
    """Return how often the mean of one difference a student is as far from 0 as here, if each sign were a coin's.

    Raises ValueError for no differences. Source: Fisher 1935, The Design of Experiments, section 21.
    """
    if not differences:
        raise ValueError("expected one difference at least")
    whole = [abs(one) for one in _whole(differences)]
    seen = abs(sum(_whole(differences)))
    if (sum(whole) or 1) * len(whole) > MOST and len(whole) <= HALVED:
        return Luck(_in_halves(whole, seen))
    if (sum(whole) or 1) * len(whole) > MOST:
        chance = Random(SEED)  # noqa: S311  (luck to be counted, not to be hidden)
        sizes = [(size, many) for size, many in Counter(whole).items() if size]
        far = 0
        draws = max(FEWEST, min(DRAWS, TOSSED // len(whole)))
        for _ in range(draws):  # of as many coins as there are students with one size, how many fell on one side
            far += abs(sum(size * (2 * chance.getrandbits(many).bit_count() - many) for size, many in sizes)) >= seen
        return Luck((far + 1) / (draws + 1), draws)
    return Luck(sum(ways for total, ways in _tossed(whole).items() if abs(total) >= seen) / 2 ** len(whole))


def _tossed(whole: Sequence[int]) -> Counter[int]:
    """Sum -> in how many ways signs make it."""
    sums = Counter({0: 1})
    for size in whole:
        after: Counter[int] = Counter()
        for total, ways in sums.items():
            after[total + size] += ways
            after[total - size] += ways
        sums = after
    return sums


def _in_halves(whole: Sequence[int], seen: int) -> float:
    """The same share where sums hardly ever coincide: each sum of the one half is laid beside the sorted other half.

    Source: Horowitz and Sahni 1974, Journal of the ACM 21, 277-292 (the halving).
    """
    if not seen:
        return 1.0
    one, other = _tossed(whole[::2]), _tossed(whole[1::2])
    totals = sorted(other)
    above = list(accumulate((other[total] for total in reversed(totals)), initial=0))  # ways of so many largest sums
    far = sum(ways * above[len(totals) - bisect_left(totals, seen - total)] for total, ways in one.items())
    return float(Fraction(2 * far, 2 ** len(whole)))  # as many lie as far on the other side


def rerandomised(blocks: Sequence[tuple[Sequence[Fraction], Sequence[Fraction]]]) -> Luck:
    """Return how often two arms' means are as far apart as here, if the arms were dealt again within each block.

    A block is (values in the first arm, values in the second), as they were assigned together; a block with one arm
    empty tells nothing and changes nothing. Raises ValueError where an arm is empty in all blocks.
    Source: Fisher 1935, The Design of Experiments, section 21; restricted as assigned: Edgington 1980, chapter 6.
    """
    firsts, seconds = (sum(len(block[arm]) for block in blocks) for arm in (0, 1))
    if not (firsts and seconds):
        raise ValueError("expected students in both arms")
    everything = [one for block in blocks for arm in block for one in arm]
    whole = iter(_whole(everything))
    dealt = [([next(whole) for _ in first], [next(whole) for _ in second]) for first, second in blocks]
    total = sum(sum(first) + sum(second) for first, second in dealt)

    def apart(first: int) -> int:
        """The difference of the two means, times both sizes."""
        return abs(first * seconds - (total - first) * firsts)

    seen = apart(sum(sum(first) for first, _ in dealt))
    spread = sum(abs(one) for first, second in dealt for one in (*first, *second))
    if (spread or 1) * len(everything) * max(len(first) + 1 for first, _ in dealt) > MOST:
        return _drawn(dealt, apart, seen)
    sums = Counter({0: 1})
    for first, second in dealt:
        ways = _choices([*first, *second], len(first))
        after: Counter[int] = Counter()
        for one, count in sums.items():
            for other, more in ways.items():
                after[one + other] += count * more
        sums = after
    return Luck(sum(count for one, count in sums.items() if apart(one) >= seen) / sums.total())


def _drawn(dealt: list[tuple[list[int], list[int]]], apart: Callable[[int], int], seen: int) -> Luck:
    chance = Random(SEED)  # noqa: S311  (luck to be counted, not to be hidden)
    far, students = 0, sum(len(one) + len(other) for one, other in dealt)
    draws = max(FEWEST, min(DRAWS, DEALT // students))
    for _ in range(draws):
        first = sum(sum(chance.sample([*one, *other], len(one))) for one, other in dealt)
        far += apart(first) >= seen
    return Luck((far + 1) / (draws + 1), draws)


def _choices(values: Sequence[int], size: int) -> Counter[int]:
    """Sum -> in how many ways `size` of the values make it."""
    by_size: list[Counter[int]] = [Counter({0: 1}), *(Counter() for _ in range(size))]
    for value in values:
        for taken in range(size, 0, -1):
            for total, ways in by_size[taken - 1].items():
                by_size[taken][total + value] += ways
    assert by_size[size].total() == comb(len(values), size)
    return by_size[size]


def _whole(values: Sequence[Fraction]) -> list[int]:
    """The same values in whole numbers of their common part."""
    part = lcm(*(one.denominator for one in values))
    return [one.numerator * (part // one.denominator) for one in values]
