"""Intervals for shares and means of a small class, in plain Python. The unit is always the student.

Never Wald, and no bootstrap: both promise more than they keep where few people were asked (Brown, Cai and DasGupta
2001, Statistical Science 16, 101-133; Agresti and Coull 1998, The American Statistician 52, 119-126).
"""

from collections.abc import Callable, Sequence
from math import comb, exp, inf, lgamma, log, sqrt
from statistics import NormalDist, fmean, stdev

from game.debrief.stats import wilson as _wilson

LEVEL = 0.9
"""How often an interval is to hold what is true."""
_FINE = 1e-12


def wilson(hits: int, n: int, level: float = LEVEL) -> tuple[float, float]:
    """Return the interval (low, high) for a share of `hits` in `n`; (0, 1) when there is nothing to go by.

    Right on average over shares, a little short for some. Raises ValueError for impossible counts.
    Source: Wilson 1927, Journal of the American Statistical Association 22, 209-212.
    """
    return _wilson(hits, n, NormalDist().inv_cdf(0.5 + level / 2))


def clopper_pearson(hits: int, n: int, level: float = LEVEL) -> tuple[float, float]:
    """Return the interval for a share that holds the truth at least `level` of the time, whatever the share is.

    Raises ValueError for impossible counts. Source: Clopper and Pearson 1934, Biometrika 26, 404-413.
    """
    if not 0 <= hits <= n or not 0 < level < 1:
        raise ValueError("expected 0 <= hits <= n and a level between 0 and 1")
    out = (1 - level) / 2
    low = 0.0 if hits == 0 else _root(lambda p: _upper(hits, n, p) - out)
    high = 1.0 if hits == n else _root(lambda p: out - _upper_not(hits, n, p))
    return low, high


def newcombe(hits: int, n: int, others: int, m: int, level: float = LEVEL) -> tuple[float, float]:
    """Return the interval for hits/n - others/m, two arms with different people; (-1, 1) where one of them is empty.

    Made from the two Wilson intervals. Source: Newcombe 1998, Statistics in Medicine 17, 873-890 (method 10).
    """
    if not (n and m):
        return -1.0, 1.0
    one, other = hits / n, others / m
    low, high = wilson(hits, n, level)
    low2, high2 = wilson(others, m, level)
    return (
        max(-1.0, one - other - sqrt((one - low) ** 2 + (high2 - other) ** 2)),
        min(1.0, one - other + sqrt((high - one) ** 2 + (other - low2) ** 2)),
    )


def mean(values: Sequence[float], level: float = LEVEL) -> tuple[float, float, float]:
    """Return the mean of one value a student with its t interval: (mean, low, high).

    With fewer than two values, or none that differ, the interval says so: it is as wide as can be, or has no width.
    Raises ValueError for no value. Source: Student 1908, Biometrika 6, 1-25.
    """
    if not values:
        raise ValueError("expected one value at least")
    middle = fmean(values)
    if len(values) < 2:
        return middle, -inf, inf
    reach = t_quantile(0.5 + level / 2, len(values) - 1) * stdev(values) / sqrt(len(values))
    return middle, middle - reach, middle + reach


def t_quantile(share: float, freedom: float) -> float:
    """Return the value below which a t distribution with that many degrees of freedom has `share` (0 to 1).

    Raises ValueError for impossible arguments.
    """
    if not 0 < share < 1 or freedom < 1:
        raise ValueError("expected a share between 0 and 1 and at least one degree of freedom")
    if share == 0.5:
        return 0.0
    if share < 0.5:
        return -t_quantile(1 - share, freedom)
    high = 1.0
    while t_below(high, freedom) < share:
        high *= 2
    return _root(lambda t: t_below(t, freedom) - share, 0.0, high)


def t_below(t: float, freedom: float) -> float:
    """Return the share of a t distribution below `t` (Abramowitz and Stegun 1964, 26.7.1)."""
    tail = 0.5 * beta_below(freedom / (freedom + t * t), freedom / 2, 0.5)
    return 1 - tail if t > 0 else tail


def beta_below(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function, by its continued fraction.

    Source: Abramowitz and Stegun 1964, 26.5.8, in the form of Lentz (1976, Applied Optics 15, 668-671).
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_below(1 - x, b, a)
    front = exp(a * log(x) + b * log(1 - x) + lgamma(a + b) - lgamma(a) - lgamma(b)) / a
    tiny = 1e-300
    f, c, d = 1.0, 1.0, 0.0
    for step in range(1000):
        half = step // 2
        if step == 0:
            numerator = 1.0
        elif step % 2 == 0:
            numerator = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        else:
            numerator = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        d = 1 / (1 + numerator * d or tiny)
        c = 1 + numerator / c or tiny
        f *= c * d
        if abs(1 - c * d) < 1e-15:
            break
    return front * (f - 1)


def _upper(hits: int, n: int, p: float) -> float:
    """The chance of `hits` or more in n."""
    return 1 - _upper_not(hits - 1, n, p)


def _upper_not(hits: int, n: int, p: float) -> float:
    """The chance of `hits` or fewer in n: summed term by term, for n is a class."""
    if n > 1000:
        return 1 - beta_below(p, hits + 1, n - hits) if hits < n else 1.0
    return min(1.0, sum(comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(hits + 1)))


def _root(rising: Callable[[float], float], low: float = 0.0, high: float = 1.0) -> float:
    """Where a rising function is zero, by halving."""
    while high - low > _FINE * max(1.0, high):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2
