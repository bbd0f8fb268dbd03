"""The few exact tests that the debrief needs, in plain Python: small counts, no approximation where none is needed."""

from functools import lru_cache
from math import ceil, comb, floor, sqrt

from game.debrief.words import amount
from game.language import _, ngettext

SHIFT_AT = 0.10
"""A pattern is called shifted when luck alone makes one as uneven at most this often."""
Z90 = 1.6448536269514722
"""The normal quantile for a two-sided 90 per cent interval, to match `SHIFT_AT`."""


def sign_test(first: int, second: int) -> float:
    """Return the exact two-sided p of a split `first` to `second`; pairs without a difference are left out.

    Raises ValueError for a negative count. With no split pair the answer is 1.
    Source: Dixon and Mood 1946, Journal of the American Statistical Association 41, 557-566.
    """
    if first < 0 or second < 0:
        raise ValueError("counts cannot be negative")
    split = first + second
    tail = sum(comb(split, k) for k in range(min(first, second) + 1))
    return min(1.0, 2 * tail / (1 << split))  # whole numbers: a large class has more ways than a float holds


def at_least(hits: int, tries: int, chance: float) -> float:
    """Return how probable `hits` or more in `tries` are when each comes off with probability `chance`.

    The upper tail of the binomial distribution. Raises ValueError for impossible counts or chances.
    """
    if not 0 <= hits <= tries or not 0 <= chance <= 1:
        raise ValueError("expected 0 <= hits <= tries and a chance between 0 and 1")
    return min(1.0, sum(comb(tries, k) * chance**k * (1 - chance) ** (tries - k) for k in range(hits, tries + 1)))


def wilson(kept: int, n: int, z: float = Z90) -> tuple[float, float]:
    """Return the interval (low, high) for a share of `kept` in `n`; (0, 1) when there is nothing to go by.

    Raises ValueError for impossible counts.
    Source: Wilson 1927, Journal of the American Statistical Association 22, 209-212.
    """
    if not 0 <= kept <= n:
        raise ValueError("expected 0 <= kept <= n")
    if n == 0:
        return 0.0, 1.0
    share = kept / n
    middle = share + z * z / (2 * n)
    reach = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    whole = 1 + z * z / n
    low = 0.0 if kept == 0 else max(0.0, (middle - reach) / whole)
    high = 1.0 if kept == n else min(1.0, (middle + reach) / whole)
    return low, high


def no_surprise(low: float, high: float, n: int) -> tuple[int, int]:
    """Return an interval of shares as whole moments of `n`, rounded outwards: the ends that are said in words.

    Rounded inwards it would be short of both readings of the words. Rounded outwards, and with `wilson`, a second lot
    of as many moments falls within it 85 times in 100 or more (up to 12 moments; beta-binomial, Jeffreys' prior).
    """
    nearly = 1e-9  # a share that is a whole moment stays that moment
    return max(0, floor(low * n + nearly)), min(n, ceil(high * n - nearly))


def _ways(hits: int, first: int, second: int) -> dict[int, int]:
    """For fixed margins: count in the first arm -> ways it can come about."""
    low, high = max(0, hits - second), min(hits, first)
    return {k: comb(first, k) * comb(second, hits - k) for k in range(low, high + 1)}


def fisher(hits_first: int, first: int, hits_second: int, second: int) -> float:
    """Return the exact two-sided p that two arms with `hits` of so many each differ by luck.

    All tables with the same margins that are no likelier than this one are summed; in whole numbers, so that
    ties are ties. Raises ValueError for impossible counts.
    Source: Fisher 1935, Journal of the Royal Statistical Society 98, 39-82.
    """
    if not (0 <= hits_first <= first and 0 <= hits_second <= second):
        raise ValueError("expected 0 <= hits <= size in both arms")
    ways = _ways(hits_first + hits_second, first, second)
    seen = ways[hits_first]
    return sum(w for w in ways.values() if w <= seen) / sum(ways.values())


def fisher_reach(hits: int, first: int, second: int) -> float:
    """Return the smallest p that `fisher` could give with these margins: what the most uneven table would get."""
    low, high = max(0, hits - second), min(hits, first)
    return min(fisher(k, first, hits - k, second) for k in (low, high))


@lru_cache(maxsize=64)
def _passing(n: int, m: int) -> tuple[tuple[int, int], ...]:
    """The pairs of counts that Fisher's test would call shifted."""
    return tuple((a, b) for a in range(n + 1) for b in range(m + 1) if fisher(a, n, b, m) <= SHIFT_AT)


def found(n: int, m: int, before: float, after: float) -> float:
    """Return how often Fisher's test at `SHIFT_AT` finds a change of the share from `before` to `after`."""
    return sum(
        comb(n, a) * before**a * (1 - before) ** (n - a) * comb(m, b) * after**b * (1 - after) ** (m - b)
        for a, b in _passing(n, m)
    )


def luck(p: float) -> str:
    """Say an exact p in plain words, without the letter p. At p = 1 what came out is the likeliest of all splits."""
    if p >= 1:
        return _("By luck alone no split is likelier.")
    return _("Luck alone gives a split this uneven {often}.").format(often=often(p))


def often(share: float) -> str:
    """Say a share as a frequency: "about 4 times in 10", "every time".

    Rare things are counted in a hundred, then in a thousand, so that the figure never reads 0.
    """
    if share >= 1:
        return _("every time")
    if share >= 0.95:  # ten times in ten it is not
        return _("nearly every time")
    for whole in (10, 100, 1000):
        times = round(share * whole)
        if share >= 0.95 / whole and times:
            return ngettext("about {n} time in {whole}", "about {n} times in {whole}", times).format(
                n=amount(times), whole=amount(whole))  # fmt: skip
    return _("less than once in {whole}").format(whole=amount(1000))


@lru_cache(maxsize=64)
def sign_size(pairs: int, split: float = 0.5) -> float:
    """Return how often a sign test over `pairs` comes out shifted when each pair splits with chance `split`, evenly."""
    total = 0.0
    for m in range(pairs + 1):
        weight = comb(pairs, m) * split**m * (1 - split) ** (pairs - m)
        total += weight * sum(comb(m, b) for b in range(m + 1) if shifted(b, m - b)) / 2**m
    return total


@lru_cache(maxsize=1024)
def shifted(first: int, second: int) -> bool:
    """Return whether a split passes the bar: five split pairs at least, and `sign_test` at most `SHIFT_AT`."""
    return first + second >= 5 and sign_test(first, second) <= SHIFT_AT


def power(pairs: int, before: float, after: float) -> float:
    """Return how often a true change from `before` to `after` is found, over independent pairs.

    A pair is kept only in the second state with chance (1-before)*after, only in the first with before*(1-after).
    """
    up, down = (1 - before) * after, before * (1 - after)
    same = 1 - up - down
    return sum(
        comb(pairs, b) * comb(pairs - b, c) * up**b * down**c * same ** (pairs - b - c)
        for b in range(pairs + 1)
        for c in range(pairs + 1 - b)
        if shifted(b, c)
    )


SIGNS = ("VH", "SE", "ID", "HS", "IC")


@lru_cache(maxsize=64)
def luck_shifts_any(pairs: int, *, kept: float = 0.5, tests: tuple[str, ...] = SIGNS) -> float:
    """Return how often at least one of some sign tests over `pairs` families is shifted where nothing moves anybody.

    Whoever that is keeps every rule with chance `kept` in every condition; as it stands, a fair coin. The tests share
    their moments (VH: P and H; SE: P and U0; ID: D and U0; HS: H and U0; IC: UV and U0), so they are not independent.
    Given the number of families kept in U0, D and UV are independent of each other and of the pair (P, H), whose four
    cells are counted out. `tests` are those that could be made, of `SIGNS`. Exact; no simulation.
    """
    quiet, alone = 0.0, sum(test in tests for test in ("ID", "IC"))
    for base in range(pairs + 1):
        free = pairs - base
        weight = comb(pairs, base) * kept**base * (1 - kept) ** free
        quiet += weight * _quiet_against(base, free, kept) ** alone * _quiet_pair(base, free, kept, tests)
    return max(0.0, 1 - quiet)


def _quiet_against(base: int, free: int, kept: float) -> float:
    """Chance that one more condition is not shifted against a base with `base` kept and `free` not."""
    return sum(
        comb(free, b) * kept**b * (1 - kept) ** (free - b) * comb(base, c) * (1 - kept) ** c * kept ** (base - c)
        for b in range(free + 1)
        for c in range(base + 1)
        if not shifted(b, c)
    )


def _quiet_pair(base: int, free: int, kept: float, tests: tuple[str, ...]) -> float:
    """Chance that two more conditions are shifted neither against the base nor against each other, as far as tested."""
    if not {"VH", "SE", "HS"} & set(tests):
        return 1.0
    total = 0.0
    for both, one, other, chance in _cells(free, kept):
        for both2, one2, other2, chance2 in _cells(base, kept):
            lost_one, lost_other = base - both2 - one2, base - both2 - other2
            splits = (
                ("SE", both + one, lost_one), ("HS", both + other, lost_other), ("VH", one + one2, other + other2)
            )  # fmt: skip
            if not any(test in tests and shifted(up, down) for test, up, down in splits):
                total += chance * chance2
    return total


def _cells(n: int, kept: float) -> list[tuple[int, int, int, float]]:
    """All (kept in both, only in the first, only in the second, how probable) over `n` families."""
    return [
        (
            a, b, c,
            comb(n, a) * comb(n - a, b) * comb(n - a - b, c)
            * kept ** (2 * a + b + c) * (1 - kept) ** (2 * (n - a) - b - c),
        )
        for a in range(n + 1)
        for b in range(n + 1 - a)
        for c in range(n + 1 - a - b)
    ]  # fmt: skip


def needed_above_guessing(rules: int, bar: float = 0.05) -> int:
    """Return the fewest hits among `rules` three-way guesses that guessing alone reaches at most `bar` of the time."""
    return next((k for k in range(ceil(rules / 3), rules + 1) if at_least(k, rules, 1 / 3) <= bar), rules + 1)
