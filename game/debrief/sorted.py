"""What the sorted cases come to: counts of each time, what may be said of both, and how often luck would say it."""

from dataclasses import dataclass
from functools import lru_cache

from game.debrief.apart import Pair
from game.debrief.cases import TRAYS, Dealt
from game.debrief.stats import SHIFT_AT, fisher, fisher_reach, found
from game.language import N_
from game.model.finding import Verdict
from game.model.said import Sorted, When

BLIND = 1 / len(TRAYS)
"""The chance of a tray that is drawn blind to be the right one."""
EIGHT, REST = 8, 6  # cases each time, and those of them in which nobody might be watched, as `check` wants them
FEWEST = 4  # cases each time, below which nothing is compared
TIMES: tuple[When, When] = ("before", "after")
WHEN: dict[When, str] = {"before": N_("before the play"), "after": N_("after the play")}
"""Looked up where they are shown."""


@dataclass(frozen=True, slots=True)
class Score:
    """One time. `watched` is said; it is `over` where it was not there, and `missed` where it was."""

    pairs: tuple[Pair, ...]

    @property
    def n(self) -> int:
        return len(self.pairs)

    @property
    def right(self) -> int:
        return sum(t == p for t, p in self.pairs)

    def of(self, tray: str) -> tuple[int, int, int]:
        """How often a tray belonged, was said, and was right."""
        return (sum(t == tray for t, _ in self.pairs), sum(p == tray for _, p in self.pairs),
                sum(t == p == tray for t, p in self.pairs))  # fmt: skip

    @property
    def watched(self) -> tuple[int, int, int, int]:
        """Hits, where there; false alarms, where not."""
        there, said, right = self.of("watched")
        return right, there, said - right, self.n - there

    @property
    def something(self) -> tuple[int, int, int, int]:
        """The same for any of the four against none of these."""
        at_work = [p for t, p in self.pairs if t != "none"]
        nothing = [p for t, p in self.pairs if t == "none"]
        return (sum(p != "none" for p in at_work), len(at_work), sum(p != "none" for p in nothing), len(nothing))


def score(dealt: Dealt, sorted_: Sorted, when: When) -> Score:
    """Count one time; cases that were not sorted are left out."""
    return Score(tuple((case.kind, put) for case, put in dealt.lying(when, sorted_)))


def verdict(first: int, n: int, second: int, m: int, whole: int = EIGHT) -> Verdict:
    """Return what may be said of `first` of `n` and then `second` of `m`, where `whole` cases were dealt each time.

    Cases that were left out were left out by somebody's choice, so that a lot sorted in part is only counted.
    """
    if min(n, m) < FEWEST:
        return "too_few"
    if min(n, m) < whole or fisher_reach(first + second, n, m) > SHIFT_AT:
        return "counts_only"
    return "shifted" if fisher(first, n, second, m) <= SHIFT_AT else "not_shifted"


def needed(a: int, n: int, m: int) -> int:
    """The least of `m` that would pass after `a` of `n`, upwards; 0 if not even all of them would."""
    return next((b for b in range(m + 1) if b * n > a * m and fisher(a, n, b, m) <= SHIFT_AT), 0)


@lru_cache(maxsize=8)
def false_alarms(n: int, m: int) -> float:
    """Return how often luck alone passes at the most: over all shares that could be the same both times."""
    return max(found(n, m, share / 100, share / 100) for share in range(101))


def marks(dealt: Dealt | None, sorted_: Sorted) -> dict[str, str | int]:
    """The cells of the table that are about the cases; those of a time that was left out are missing."""
    out: dict[str, str | int] = {}
    for when in TIMES if dealt else ():
        assert dealt is not None
        one = score(dealt, sorted_, when)
        if one.n:
            out["check_lot"] = dealt.first
            out[f"check_{when}"] = "|".join(f"{case.id}:{put}" for case, put in dealt.lying(when, sorted_))
            out[f"check_{when}_right"] = one.right
            out[f"check_{when}_said"] = one.of("watched")[1]
            out[f"check_{when}_over"] = one.watched[2]
    return out
