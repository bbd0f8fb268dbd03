"""A class in one number: the mean of one number a student, with what it can carry (theory 3)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from typing import Final, Literal

from game.seminar.chance import Luck, rerandomised, sign_flip
from game.seminar.hide import LEAST
from game.seminar.intervals import mean, t_quantile
from game.seminar.student import Student

MANY: Final = 8
ARM: Final = 15
SHARE: Final = 20
CAUGHT: Final = 0.8
Verdict = Literal["hidden", "alike", "counts", "number"]


NO_LUCK: Final = Luck(1.0)


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean over students. Only a `number` has an interval and a p; `hidden` and `alike` have nothing to print."""

    verdict: Verdict
    n: int
    value: float = 0.0
    low: float = 0.0
    high: float = 0.0
    luck: Luck = NO_LUCK
    misses: float = 0.0  # what lies closer to nothing than this is missed more often than once in five

    @property
    def half(self) -> float:
        """Half the width of the interval."""
        return (self.high - self.low) / 2

    @property
    def far(self) -> bool:
        """Whether luck alone seldom brings a mean so far from nothing: once in ten at most."""
        return self.verdict == "number" and self.luck.p <= 0.1


def summary(values: Sequence[Fraction], *, tested: bool = True) -> Mean:
    """Return what may be said of one number a student.

    Under 5 students nothing; where all are alike nothing either, for what is said of all is said of each; under 8
    counts only; from 8 on the mean with its t interval (90 per cent) and, if it is
    `tested` against nothing, the exact sign-flip.
    """
    n = len(values)
    if n < LEAST:
        return Mean("hidden", n)
    numbers = [float(value) for value in values]
    if len(set(values)) == 1:
        return Mean("alike", n)
    value, low, high = mean(numbers)
    if n < MANY:
        return Mean("counts", n, value)
    if not tested:
        return Mean("number", n, value, low, high)
    spread = (high - low) / 2 / t_quantile(0.95, n - 1) * sqrt(n)
    return Mean("number", n, value, low, high, sign_flip(values), missed(n, spread))


def missed(n: int, spread: float) -> float:
    """The difference that a class of this size finds four times in five (two-sided, at one in ten), by its spread."""
    return (t_quantile(0.95, n - 1) + t_quantile(CAUGHT, n - 1)) * spread / sqrt(n)


@dataclass(frozen=True, slots=True)
class Orders:
    """Those who met the posted rules first, and those who met the hidden ones first. None where one arm is too small.

    `pool`: whether the two may be put together. Where it cannot be told, they are, and that is said.
    """

    visible: Mean | None
    hidden: Mean | None
    luck: Luck | None
    pool: bool


def orders(students: Sequence[Student], measure: Callable[[Student], Fraction | None], whole: Mean) -> Orders:
    """Lay the two orders side by side: dealt again as they were dealt, each play by itself, so in one block."""
    arms: dict[str, list[Fraction]] = {"visible-first": [], "hidden-first": []}
    for each in students:
        number = measure(each)
        if number is not None:
            arms[each.order].append(number)
    first, second = arms["visible-first"], arms["hidden-first"]
    if min(len(first), len(second)) < LEAST or whole.verdict in ("hidden", "alike"):
        return Orders(None, None, None, pool=True)
    one, other = summary(first, tested=False), summary(second, tested=False)
    if "alike" in (one.verdict, other.verdict):
        return Orders(None, None, None, pool=True)
    pool = whole.verdict != "number" or abs(one.value - other.value) <= whole.half
    return Orders(one, other, rerandomised([(first, second)]), pool)
