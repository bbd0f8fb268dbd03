"""Several rooms in sum, from what each room hands on: how many, the sum, the sum of squares. No row is needed.

Three questions are kept apart: what is true in each room; what is true of all that sat in these rooms; and what may be
expected of another room like them, for which the room is the unit and not the student.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt

from game.seminar.intervals import LEVEL, beta_below, t_quantile

ROUNDED = 1e-9
FEWEST = 3  # rooms from which on another room can be spoken of
Span = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Sum:
    """One number a student in one room: `n` students, their sum and sum of squares."""

    n: int
    total: float
    squares: float

    @property
    def mean(self) -> float:
        return self.total / self.n

    @property
    def variance(self) -> float:
        """Between students of the room; 0 for one student, and where it is nothing but the sums' rounding."""
        found = (self.squares - self.total * self.total / self.n) / max(1, self.n - 1)
        return found if found > ROUNDED else 0.0


@dataclass(frozen=True, slots=True)
class Part:
    """A room's figure, the variance of its error, and on how many degrees of freedom that is known."""

    value: float
    error: float
    freedom: int


def parts(rooms: Sequence[Sum]) -> list[Part]:
    """Rooms' means, each with the error that it shows itself."""
    return [Part(room.mean, room.variance / room.n, room.n - 1) for room in rooms]


def evened(rooms: Sequence[Sum]) -> list[Part]:
    """The same, with students taken to differ as far in every room: one small room cannot say how far."""
    freedom = sum(room.n - 1 for room in rooms)
    within = sum((room.n - 1) * room.variance for room in rooms) / max(1, freedom)
    return [Part(room.mean, within / room.n, room.n - 1) for room in rooms]


def alone(room: Sum, level: float = LEVEL) -> Span:
    """Return a room's mean with its t interval: (mean, low, high). Source: Student 1908, Biometrika 6, 1-25."""
    if room.n < 2:
        return room.mean, -inf, inf
    reach = t_quantile(0.5 + level / 2, room.n - 1) * sqrt(room.variance / room.n)
    return room.mean, room.mean - reach, room.mean + reach


def these(rooms: Sequence[Sum], level: float = LEVEL) -> Span:
    """Return the mean over all students of these rooms, each counting once; `laid` with what rooms weigh by their size.

    For a share, which is a mean of noughts and ones, it is the same.
    """
    n = sum(room.n for room in rooms)
    return laid(parts(rooms), [room.n / n for room in rooms], level)


def laid(rooms: Sequence[Part], weights: Sequence[float], level: float = LEVEL) -> Span:
    """Return a weighed sum of rooms' figures, with an interval from how students differ within each room.

    That rooms differ does not widen it, for it is about these rooms and no others. Rooms' own Wilson or Newcombe
    intervals laid together (Zou and Donner 2008) would hold less than they promise with many rooms: 87 of 90 with ten.
    Source: Cochran 1977, Sampling Techniques, 5.3 (strata); Satterthwaite 1946, Biometrics Bulletin 2, 110-114.
    """
    middle = sum(weight * room.value for room, weight in zip(rooms, weights, strict=True))
    errors = [weight * weight * room.error for room, weight in zip(rooms, weights, strict=True)]
    if not sum(errors):
        return middle, middle, middle
    freedom = sum(errors) ** 2 / sum(e * e / max(1, room.freedom) for e, room in zip(errors, rooms, strict=True))
    reach = t_quantile(0.5 + level / 2, freedom) * sqrt(sum(errors))
    return middle, middle - reach, middle + reach


def unlike(rooms: Sequence[Part]) -> float | None:
    """Return how often luck alone makes rooms as uneven as these; None where it cannot be asked.

    Rooms may differ in how far their students differ. Source: Welch 1951, Biometrika 38, 330-336.
    """
    k = len(rooms)
    if k < 2 or any(room.freedom < 1 or room.error <= 0 for room in rooms):
        return None
    weights = [1 / room.error for room in rooms]
    between = _weighed([room.value for room in rooms], weights)[1] / (k - 1)
    whole = sum(weights)
    uneven = sum((1 - w / whole) ** 2 / room.freedom for w, room in zip(weights, rooms, strict=True))
    return f_above(between / (1 + 2 * (k - 2) * uneven / (k * k - 1)), k - 1, (k * k - 1) / (3 * uneven))


def f_above(ratio: float, one: float, other: float) -> float:
    """Return the share of an F distribution above `ratio` (Abramowitz and Stegun 1964, 26.6.2)."""
    return 1.0 if ratio <= 0 else beta_below(other / (other + one * ratio), other / 2, one / 2)


def another(rooms: Sequence[Part], level: float = LEVEL) -> tuple[Span, float] | None:
    """Return the mean over rooms like these with its interval, and how far rooms truly differ (a standard deviation).

    The room is the unit. How far rooms differ is Paule and Mandel's figure, the interval Hartung and Knapp's (2001,
    Statistics in Medicine 20, 3875-3889), and never narrower than if rooms did not differ (Röver and others 2015, BMC
    Medical Research Methodology 15, 99). None for fewer rooms than three, or where no student differs.
    """
    if len(rooms) < FEWEST or any(room.error <= 0 for room in rooms):
        return None
    errors, values = [room.error for room in rooms], [room.value for room in rooms]
    tau2 = paule_mandel(values, errors)
    weights = [1 / (error + tau2) for error in errors]
    middle, between = _weighed(values, weights)
    scale = max(1.0, between / (len(rooms) - 1))
    reach = t_quantile(0.5 + level / 2, len(rooms) - 1) * sqrt(scale / sum(weights))
    return (middle, middle - reach, middle + reach), sqrt(tau2)


def paule_mandel(means: Sequence[float], errors: Sequence[float]) -> float:
    """Return how far the truths behind these means differ (a variance), their errors (variances) being known.

    Source: Paule and Mandel 1982, Journal of Research of the National Bureau of Standards 87, 377-385.
    """

    def left(tau2: float) -> float:
        return _weighed(means, [1 / (error + tau2) for error in errors])[1] - (len(means) - 1)

    if left(0.0) <= 0:
        return 0.0
    low, high = 0.0, max(errors)
    while left(high) > 0:
        low, high = high, 2 * high
    for _ in range(80):
        low, high = ((low + high) / 2, high) if left((low + high) / 2) > 0 else (low, (low + high) / 2)
    return (low + high) / 2


def _weighed(means: Sequence[float], weights: Sequence[float]) -> tuple[float, float]:
    """The weighed mean, and the weighed sum of squares about it."""
    middle = sum(w * mean for w, mean in zip(weights, means, strict=True)) / sum(weights)
    return middle, sum(w * (mean - middle) ** 2 for w, mean in zip(weights, means, strict=True))
