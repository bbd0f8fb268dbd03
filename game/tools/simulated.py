"""Classes by lot and classes counted out: what `simulate` prints, and what each figure ought to be."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import comb, sqrt
from typing import Literal

from game.seminar.chance import mcnemar
from game.seminar.hide import both_sides, hide
from game.seminar.intervals import newcombe
from game.seminar.summary import ALARM, CAUGHT

SURE = 3.0  # standard errors by which a figure must miss what is promised before it is said to
SLACK = 0.005  # what is promised on average and counted out may be short by so much
WIDE, CELL = 50, 13
Interval = Callable[[int, int], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Cell:
    """How often something came: a share, and the standard error of having drawn it; none where it was counted out."""

    share: float
    error: float = 0.0

    @classmethod
    def of(cls, hits: int, n: int) -> "Cell | None":
        """So many of so many classes; None where there is no class to go by."""
        return cls(hits / n, sqrt(hits / n * (1 - hits / n) / n)) if n else None


@dataclass(frozen=True, slots=True)
class Promise:
    """What a row is to keep: 90 in 100 at least, about as many, or 10 in 100 at most."""

    kind: Literal["least", "about", "most"]
    share: float

    def broken(self, cell: Cell) -> bool:
        """Whether a figure misses it by more than its own uncertainty."""
        reach = SURE * cell.error
        if self.kind == "most":
            return cell.share - reach > self.share + 1e-9
        slack = SLACK if self.kind == "about" and not cell.error else 1e-9
        return cell.share + reach < self.share - slack

    @property
    def says(self) -> str:
        """In words."""
        return f"{100 * self.share:.0f}{BOUND[self.kind]}"


BOUND = {"least": " at least", "about": "", "most": " at most"}
HOLDS, SURELY, SELDOM = Promise("about", 0.9), Promise("least", 0.9), Promise("most", ALARM)
MISSES = Promise("most", CAUGHT)


def row(name: str, cells: Sequence[Cell | None], promise: Promise | None = None, why: str = "") -> Iterator[str]:
    """A row; where it misses its promise each cell that does has a star, and the reason stands under it."""
    broken = [promise is not None and cell is not None and promise.broken(cell) for cell in cells]
    yield text(name, [_says(cell, star) for cell, star in zip(cells, broken, strict=True)])
    if any(broken):
        yield f"    * {why or 'misses what is promised, and nobody has said why'}"


def _says(cell: Cell | None, star: bool) -> str:  # noqa: FBT001  (a cell and its star, by place)
    if cell is None:
        return "–"
    error = f" ±{200 * cell.error:.1f}" if cell.error else ""
    return f"{100 * cell.share:.1f}{error}{'*' if star else ''}"


def text(name: str, cells: Sequence[str]) -> str:
    """A row of words."""
    return f"  {name:<{WIDE}}{''.join(f'{cell:>{CELL}}' for cell in cells)}".rstrip()


def held(interval: Interval, n: int, truth: float) -> float:
    """How often the interval for a share of n holds the truth: all counts, by their chance."""
    return sum(binomial(k, n, truth) for k, (low, high) in enumerate(_every(interval, n)) if low <= truth <= high)


def printed(interval: Interval, n: int, truth: float) -> tuple[float, float]:
    """How often a share is printed at all (five on either side), and how often it then holds the truth."""
    shown = [k for k in range(n + 1) if both_sides(k, n)]
    there = sum(binomial(k, n, truth) for k in shown)
    spans = _every(interval, n)
    kept = sum(binomial(k, n, truth) for k in shown if spans[k][0] <= truth <= spans[k][1])
    return there, kept / there if there else 0.0


@lru_cache(maxsize=64)
def _every(interval: Interval, n: int) -> tuple[tuple[float, float], ...]:
    return tuple(interval(k, n) for k in range(n + 1))


@lru_cache(maxsize=16)
def _arms(n: int) -> tuple[tuple[tuple[float, float], ...], ...]:
    return tuple(tuple(newcombe(a, n, b, n) for b in range(n + 1)) for a in range(n + 1))


def held_arms(n: int, one: float, other: float, *, shown: bool = False) -> tuple[float, float]:
    """How often a difference of two arms of n is printed, and how often it then holds the truth.

    With `shown` it is printed where there are five on either side in both arms, else always.
    """
    there = kept = 0.0
    first, second = ([binomial(k, n, share) for k in range(n + 1)] for share in (one, other))
    for a, spans in enumerate(_arms(n)):
        for b, (low, high) in enumerate(spans):
            if shown and not (both_sides(a, n) and both_sides(b, n)):
                continue
            there += first[a] * second[b]
            kept += first[a] * second[b] * (low <= one - other <= high)
    return there, kept / there if there else 0.0


def alarm_pair(n: int, change: float) -> float:
    """How often McNemar's test passes where so many change, one way as often as the other."""
    return sum(
        binomial(changed, n, change) * comb(changed, up) / 2.0**changed
        for changed in range(n + 1)
        for up in range(changed + 1)
        if mcnemar(up, changed - up) <= ALARM
    )


def alarm_printed(n: int, change: float) -> tuple[float, float]:
    """How often McNemar's counts are printed (none of four cells kept back), and how often the test then passes.

    Those who do not change are for it or against it in equal parts.
    """
    there = passed = 0.0
    for changed in range(n + 1):
        stay = n - changed
        for up in range(changed + 1):
            for yes in range(stay + 1):
                if not hide({"yes": yes, "no": stay - yes, "up": up, "down": changed - up}).whole:
                    continue
                chance = binomial(changed, n, change) * comb(changed, up) * comb(stay, yes) / 2.0**n
                there += chance
                passed += chance * (mcnemar(up, changed - up) <= ALARM)
    return there, passed / there if there else 0.0


def binomial(k: int, n: int, share: float) -> float:
    """The chance of k in n."""
    return comb(n, k) * share**k * (1 - share) ** (n - k)
