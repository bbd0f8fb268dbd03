"""A class in one number: the mean of one number a student, with what it can carry (theory 3)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from statistics import variance
from typing import Final, Literal

from game.seminar.chance import Luck, rerandomised, sign_flip
from game.seminar.hide import LEAST
from game.seminar.intervals import mean, mean_of_two, t_quantile
from game.seminar.student import Student

MANY: Final = 8
ARM: Final = 15
SHARE: Final = 20
CAUGHT: Final = 0.8
ALARM: Final = 0.1  # how often luck alone may pass a test
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
        return self.verdict == "number" and self.luck.p <= ALARM


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
    if alike(values):
        return Mean("alike", n)
    value, low, high = mean(numbers)
    if n < MANY:
        return Mean("counts", n, value)
    if not tested:
        return Mean("number", n, value, low, high)
    spread = (high - low) / 2 / t_quantile(0.95, n - 1) * sqrt(n)
    return Mean("number", n, value, low, high, sign_flip(values), missed(n, spread))


def alike(values: Sequence[Fraction]) -> bool:
    """Whether there is nothing but one number."""
    return all(value is values[0] or value == values[0] for value in values)


def missed(n: int, spread: float) -> float:
    """The difference that a class of this size finds four times in five (two-sided, at one in ten), by its spread."""
    return (t_quantile(0.95, n - 1) + t_quantile(CAUGHT, n - 1)) * spread / sqrt(n)


@dataclass(frozen=True, slots=True)
class Orders:
    """Those who met the posted rules first, and those who met the hidden ones first: shown whatever the test says.

    A test that chose which of the two is read would spoil what is read: chosen so, an interval holds less than it
    promises (Freeman 1989, Statistics in Medicine 8, 1421-1432, on the two stages of Grizzle 1965, Biometrics 21,
    467-480; Senn 2002, Cross-over Trials in Clinical Research, chapter 3). Where each order counts half, the mean is
    that of the two orders' own effects, whether the order matters or not, and however many began with which.
    """

    visible: Mean
    hidden: Mean
    even: Mean  # each order counting half
    luck: Luck
    misses: float  # an effect of the order under this is missed more often than once in five

    @property
    def apart(self) -> float:
        """How far the two orders' means are apart."""
        return abs(self.visible.value - self.hidden.value)

    @property
    def differ(self) -> bool:
        """Whether luck alone seldom brings the two orders so far apart: once in ten at most."""
        return self.luck.p <= ALARM


def orders(students: Sequence[Student], measure: Callable[[Student], Fraction | None]) -> Orders | None:
    """Lay the two orders side by side: dealt again as they were dealt, each play by itself, so in one block.

    None where one of them has fewer than five students with a number, or all alike.
    """
    arms: dict[str, list[Fraction]] = {"visible-first": [], "hidden-first": []}
    for each in students:
        number = measure(each)
        if number is not None:
            arms[each.order].append(number)
    first, second = arms["visible-first"], arms["hidden-first"]
    if min(len(first), len(second)) < LEAST or alike(first) or alike(second):
        return None
    one, other = ([float(number) for number in arm] for arm in (first, second))
    value, low, high = mean_of_two(one, other)
    spread = sqrt(variance(one) / len(one) + variance(other) / len(other))
    freedom = len(one) + len(other) - 2
    return Orders(
        summary(first, tested=False), summary(second, tested=False),
        Mean("number", len(one) + len(other), value, low, high), rerandomised([(first, second)]),
        (t_quantile(0.95, freedom) + t_quantile(CAUGHT, freedom)) * spread,
    )  # fmt: skip
