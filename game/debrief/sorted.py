"""What the sorted cases show: telling apart, leaning, and the two times beside each other. Words and figures."""

from dataclasses import dataclass
from functools import lru_cache
from math import comb

from game.debrief.apart import Pair, a_prime, faultless, kappa, leaning, unbiased_hits
from game.debrief.cases import BY_KIND, TRAYS, Dealt
from game.debrief.charts import Table
from game.debrief.stats import SHIFT_AT, at_least, fisher, fisher_reach, often, wilson
from game.debrief.words import capital, count, spelt, times
from game.model.finding import Verdict
from game.model.said import Sorted, When

BLIND = 1 / len(TRAYS)
"""The chance of a tray that is drawn blind to be the right one."""
EIGHT, REST = 8, 6  # cases each time, and those of them in which nobody might be watched, as `check` wants them
FEWEST = 4  # cases each time, below which nothing is compared
TIMES: tuple[When, When] = ("before", "after")
WHEN: dict[When, str] = {"before": "before the play", "after": "after the play"}


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


@dataclass(frozen=True, slots=True)
class Block:
    """A few sentences under a title; `verdict` where something is tested."""

    title: str
    lines: tuple[str, ...]
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A case as it was sorted, and why it belongs where it does."""

    where: str
    text: str
    put: str
    belongs: str
    right: bool
    why: str
    idea: str
    when: When


def score(dealt: Dealt, sorted_: Sorted, when: When) -> Score:
    """Count one time; cases that were not sorted are left out."""
    return Score(tuple((case.kind, put) for case, put in dealt.lying(when, sorted_)))


def blocks(dealt: Dealt, sorted_: Sorted) -> tuple[Block, ...]:
    """All there is to say, in the order in which it is read: telling apart, leaning, then and now."""
    scores = {when: score(dealt, sorted_, when) for when in TIMES}
    there = {when: one for when, one in scores.items() if one.n}
    out = []
    if there:
        out.append(Block("Telling apart", tuple(line for when, one in there.items() for line in _apart(one, when))))
        out.append(Block("Leaning", tuple(line for when, one in there.items() for line in _leaning(one, when))))
    if len(there) == len(TIMES):
        out += [_compare(scores["before"], scores["after"]), _lean_compare(scores["before"], scores["after"])]
    return tuple(out)


def _apart(one: Score, when: When) -> list[str]:
    low, high = wilson(one.right, one.n)
    k, prime = kappa(one.pairs), a_prime(*one.something)
    hits, at_work, false, nothing = one.something
    said = [
        f"{capital(WHEN[when])}: {one.right} of {one.n} in the tray where they belong. Over many such cases that could "
        f"be anything from {low * 100:.0f} to {high * 100:.0f} per cent (Wilson, 90 per cent). Trays drawn blind get "
        f"{one.n * BLIND:.1f} of {one.n} on average, and {_or_more(one.right, one.n)}."
        + (f" Kappa {_two(k)} (0 is luck, 1 is every case)." if k is not None else "")
    ]
    if prime is not None:
        said.append(f"Something at work was found in {hits} of {at_work} cases, and in {false} of {nothing} that had "
                    f"nothing of the kind. A′ {_two(prime)} (.50 is luck, 1 is each time).")  # fmt: skip
    return said


def _leaning(one: Score, when: When) -> list[str]:
    right, there, over, absent = one.watched
    said, missed, lean, best = right + over, there - right, leaning(*one.watched), faultless(there, absent)
    figure = "" if lean is None or best is None else (
        f" Criterion c {_two(lean)}; sorted without a fault these would have {_two(best)}, and less is readier to say "
        "it."
    )  # fmt: skip
    return [
        f"{capital(WHEN[when])}: “might be watched” was said {times(said)} and was there {times(there)}; said "
        f"{times(over)} where it was not, missed {times(missed)}.{figure} Drawn blind, it is said "
        f"{one.n * BLIND:.1f} times on average, and {_or_more(said, one.n)}."
    ]


def _or_more(k: int, n: int) -> str:
    chance = often(at_least(k, n, BLIND))
    return f"{k} or more {chance}" if k else f"none {often((1 - BLIND) ** n)}"


def verdict(first: int, n: int, second: int, m: int) -> Verdict:
    """Return what may be said of `first` of `n` and then `second` of `m`."""
    if min(n, m) < FEWEST:
        return "too_few"
    if fisher_reach(first + second, n, m) > SHIFT_AT:
        return "counts_only"
    return "shifted" if fisher(first, n, second, m) <= SHIFT_AT else "not_shifted"


def _compare(before: Score, after: Score) -> Block:
    a, n, b, m = before.right, before.n, after.right, after.n
    said = verdict(a, n, b, m)
    lines = [f"In the right tray: {a} of {n}, then {b} of {m}."]
    if said != "too_few":
        lines.append(_luck(a, n, b, m))
        least = needed(a, n, m)
        if said != "shifted":
            way = f"{least} of {m} would have been the least to pass" if least else f"even {m} of {m} would not pass"
            seldom = often(found(n, m, 0.5, 0.875))
            lines.append(f"From {a} of {n}, {way}. No shift to be seen is not the same as nothing learnt: somebody "
                         f"who rises from half to seven in eight is found only {seldom}.")  # fmt: skip
    return Block("Then and now: telling apart", tuple(lines), said)


def _lean_compare(before: Score, after: Score) -> Block:
    (_, _, a, n), (_, _, b, m) = before.watched, after.watched
    said = verdict(a, n, b, m)
    lines = [f"“Might be watched” where it was not: {a} of {n}, then {b} of {m}."]
    if said != "too_few":
        lines.append(_luck(a, n, b, m))
        lines.append(WHY)
    return Block("Then and now: leaning", tuple(lines), said)


def _luck(a: int, n: int, b: int, m: int) -> str:
    if fisher_reach(a + b, n, m) > SHIFT_AT:
        return "With so few of them no split could pass; these are counts and no more."
    if a * m == b * n:
        return "The same share both times."
    return f"Luck alone makes two lots differ as much as this {often(fisher(a, n, b, m))}."


def needed(a: int, n: int, m: int) -> int:
    """The least of `m` that would pass after `a` of `n`, upwards; 0 if not even all of them would."""
    return next((b for b in range(m + 1) if b * n > a * m and fisher(a, n, b, m) <= SHIFT_AT), 0)


@lru_cache(maxsize=8)
def false_alarms(n: int, m: int) -> float:
    """Return how often luck alone passes at the most: over all shares that could be the same both times."""
    return max(found(n, m, share / 100, share / 100) for share in range(101))


def found(n: int, m: int, before: float, after: float) -> float:
    """Return how often Fisher's test at `SHIFT_AT` finds a change of the share from `before` to `after`."""
    return sum(
        comb(n, a) * before**a * (1 - before) ** (n - a) * comb(m, b) * after**b * (1 - after) ** (m - b)
        for a, b in _passing(n, m)
    )


@lru_cache(maxsize=64)
def _passing(n: int, m: int) -> tuple[tuple[int, int], ...]:
    """The pairs of counts that would be called shifted."""
    return tuple((a, b) for a in range(n + 1) for b in range(m + 1) if fisher(a, n, b, m) <= SHIFT_AT)


def cannot() -> tuple[str, ...]:
    """What this cannot show, with its figures."""
    return (
        "Eight cases are few. The two lots are alike and not the same: which came first was drawn by the seed, no case "
        "can be paired with itself, and a test for pairs (McNemar’s) would be out of place. Fisher’s exact test stands "
        "in; it takes sixteen answers of one person for independent, which they hardly are.",
        f"Two comparisons are made. Where nothing has changed, luck calls the first of them shifted at most "
        f"{often(false_alarms(EIGHT, EIGHT))}, the second at most {often(false_alarms(REST, REST))}.",
        "Sorting cases is not noticing them. Nothing here says what you would see in your own street.",
    )


def tables(dealt: Dealt, sorted_: Sorted) -> tuple[Table, ...]:
    """The trays of each time: where it belonged, where it was put, and the unbiased hit rate."""
    out = []
    for when in TIMES:
        one = score(dealt, sorted_, when)
        if not one.n:
            continue
        rows = []
        for tray in dealt.trays:
            there, said, right = one.of(tray.kind)
            hu = unbiased_hits(one.pairs, tray.kind)
            rows.append((tray.label, str(there), str(said), str(right), "–" if hu is None else _two(hu)))
        head = ("tray", "belong", "you put", "right", "Hu")
        out.append(Table(f"{capital(WHEN[when])} (Hu: right ÷ belong × right ÷ put; Wagner 1993)", head, tuple(rows)))
    return tuple(out)


def answers(dealt: Dealt, sorted_: Sorted) -> tuple[Answer, ...]:
    """Every case that was sorted, explained: those after the play first, since they are fresh."""
    return tuple(
        Answer(case.where, case.text, BY_KIND[put].label, BY_KIND[case.kind].label, put == case.kind, case.why,
               BY_KIND[case.kind].idea, when)
        for when in reversed(TIMES)
        for case, put in dealt.lying(when, sorted_)
    )  # fmt: skip


def headline(dealt: Dealt, sorted_: Sorted) -> str:
    """What was sorted, in a sentence."""
    one, two = (score(dealt, sorted_, when) for when in TIMES)
    if one.n and two.n:
        return f"{one.right} of {one.n} where they belong before the play, {two.right} of {two.n} after it."
    there = one if one.n else two
    return f"{capital(spelt(there.right))} of {spelt(there.n)} where they belong." if there.n else HEADLINE


HEADLINE = "Eight cases from elsewhere, and five trays."
WHY = (
    "A game about misinformation was first reported to sharpen the eye (Basol 2020), then to leave more suspicion and no "
    "better eye (Graham 2023; Modirrousta-Galian and Higham 2023). That is why this is counted by itself."
)
ASK = "Which of these cases would you argue about, and what would you have to know to settle it?"
MORE = "The ideas behind the trays, two minutes each, with those who object: docs/concepts.md."


def so_far(dealt: Dealt, sorted_: Sorted) -> tuple[str, ...]:
    """What there is to say before the answers are shown. It gives none of them away."""
    had, have = (len(dealt.lying(when, sorted_)) for when in TIMES)
    told = (
        f"You sorted {spelt(had)} others before the play." if had
        else "You sorted none before the play, so there will be nothing to lay them beside."
    )  # fmt: skip
    here = [f"{capital(spelt(have))} of these {'is' if have == 1 else 'are'} sorted so far."] if have else []
    return (
        "Does one see better now what is at work somewhere else, or does one only say it more often? The two are "
        "counted apart. You need not do it; nothing on the other pages hangs on it.",
        " ".join([told, *here]),
    )


def kept(dealt: Dealt, sorted_: Sorted) -> Table | None:
    """What lies beside the record of it, line for line; None if nothing does."""
    rows = tuple(
        (WHEN[when], f"{case.where}: {case.text}", BY_KIND[put].label)
        for when in TIMES
        for case, put in dealt.lying(when, sorted_)
    )
    return Table(f"Beside the record: {count(len(rows), 'case')} you sorted", ("when", "case", "tray"), rows) if rows \
        else None  # fmt: skip


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


def _two(value: float) -> str:
    """Two places, as statistics has it: no 0 before the point, a true minus."""
    if round(abs(value), 2) >= 1:
        return f"{value:.0f}".replace("-", "−")
    return f"{round(value, 2) + 0.0:.2f}".replace("0.", ".", 1).replace("-", "−")
