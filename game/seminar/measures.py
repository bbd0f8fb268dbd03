"""The numbers of one student: what every class figure is made from. A student who has too little for one has None."""

import hashlib
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Final

from game.debrief.reading import CONDITIONS
from game.model.content import Pack
from game.seminar.student import FIVE, TEN, Push, Student

FEW: Final = 4  # complete pairs, reasons, rules: with fewer a student has no number (theory 3)
APPROVES: Final = 4  # so many tokens of five, and more
SIDES: Final = {"vh": ("P", "H"), "se": ("P", "U0"), "id": ("D", "U0"), "hs": ("H", "U0"), "ic": ("UV", "U0"),
                "uh": ("UH", "U0")}  # fmt: skip
"""The comparisons of pairs, as the findings have them; the last is the day after the app."""

Number = Fraction | None
Measure = Callable[[Student], Number]


@lru_cache(maxsize=4096)
def part(some: int, of: int) -> Fraction:
    """A share in whole numbers; the same few come again and again."""
    return Fraction(some, of)


def difference(first: str, second: str, families: frozenset[str] | None = None, few: int = FEW) -> Measure:
    """The mean over pairs of what was kept under `first`, less the same under `second`; of some families, or of all."""

    def of(one: Student) -> Number:
        other = one.kept.get(second, {})
        pairs = [
            kept - other[family]
            for family, kept in one.kept.get(first, {}).items()
            if family in other and (families is None or family in families)
        ]
        return part(sum(pairs), len(pairs)) if len(pairs) >= few else None

    return of


def share(condition: str) -> Measure:
    """The share of temptations under a condition in which the student did what the board asks."""

    def of(one: Student) -> Number:
        met = one.kept.get(condition, {})
        return part(sum(met.values()), len(met)) if len(met) >= FEW else None

    return of


def kept_all(one: Student) -> Number:
    """The same over all temptations that the student met, whatever the rules were then."""
    met = [kept for condition in one.kept.values() for kept in condition.values()]
    return part(sum(met), len(met)) if len(met) >= FEW else None


def keeping(pack: Pack, kind: str) -> frozenset[str]:
    """The families whose rule it is kind, neutral or harmful to keep."""
    return frozenset(family.id for family in pack.families.values() if family.keeping == kind)


def extra_unseen(one: Student) -> Number:
    """Under dark glass: kept moments that nobody looked at, less those families kept before, of those moments."""
    unseen = [pair for family, pair in one.pairs("D", "U0").items() if family not in one.looked]
    return Fraction(sum(a - b for a, b in unseen), len(unseen)) if len(unseen) >= 3 else None


def own_reasons(one: Student) -> Number:
    """The balance of reasons after the board, less that before any rule (unweighted: Sheldon and others 2017)."""
    before, after = sum(one.before), sum(one.after)
    if min(before, after) < FEW:
        return None
    return Fraction(one.after[0] - one.after[1], after) - Fraction(one.before[0] - one.before[1], before)


def pushed(one: Student) -> Number:
    """The share of moments in which x was taken where x was put forward, less the same where z was."""
    arms = {arm: [push.took for push in one.pushes if push.arm == arm] for arm in ("x", "z")}
    if min(map(len, arms.values())) < 2:
        return None
    return Fraction(sum(arms["x"]), len(arms["x"])) - Fraction(sum(arms["z"]), len(arms["z"]))


def doors(one: Student) -> Number:
    """Doors opened, of those that were judged."""
    opened, tried = (sum(counts[at] for counts in one.doors.values()) for at in (0, 1))
    return part(opened, tried) if tried else None


def guessed(one: Student) -> Number:
    """Rules chalked right, of those asked that nobody had shown."""
    return Fraction(one.chalk[0], one.chalk[1]) if one.chalk and one.chalk[1] >= 6 else None


def believed(one: Student) -> Number:
    """Acts that never counted and were chalked as counting, of those acts."""
    return Fraction(one.chalk[2], one.chalk[3]) if one.chalk and one.chalk[3] else None


def apart(one: Student) -> Number:
    """In how many temptations the student did otherwise where the list was hidden."""
    pairs = one.pairs("P", "H").values()
    return Fraction(sum(a != b for a, b in pairs)) if len(pairs) >= FEW else None


def bet(one: Student) -> Number:
    """What was bet on that number; None where there is nothing to lay beside it."""
    return Fraction(one.bet) if one.bet is not None and apart(one) is not None else None


def overbet(one: Student) -> Number:
    """The bet less what was done."""
    said, done = bet(one), apart(one)
    return None if said is None or done is None else said - done


def looks_guessed(one: Student) -> Number:
    """The guess of how often somebody looked under dark glass, as a share."""
    return None if one.pegs is None else part(one.pegs, TEN)


def looks_guessed_over(one: Student) -> Number:
    """The same less the looks in fact."""
    met = len(one.kept.get("D", {}))
    return Fraction(one.pegs, TEN) - Fraction(len(one.looked), met) if one.pegs is not None and met else None


def token_gap(condition: str) -> Measure:
    """Tokens in the jar less those behind the curtain, of five."""

    def of(one: Student) -> Number:
        jar, curtain = one.tokens.get(condition, (None, None))
        return None if jar is None or curtain is None else part(jar - curtain, 1)

    return of


def tokens(condition: str, at: int) -> Measure:
    """Tokens in the jar (0) or behind the curtain (1), as a share of five."""

    def of(one: Student) -> Number:
        given = one.tokens.get(condition, (None, None))[at]
        return None if given is None else part(given, FIVE)

    return of


def measures(pack: Pack) -> dict[str, Measure]:
    """Every number of a student by its name, as tables have it; docs/class-data.md says what each is."""
    every: dict[str, Measure] = {name: difference(*sides) for name, sides in SIDES.items()}
    for kind in ("kind", "harmful"):
        every |= {f"{name}_{kind}": difference(*SIDES[name], keeping(pack, kind), 2) for name in ("vh", "se")}
    every |= {f"kept_{condition.lower()}": share(condition) for condition in CONDITIONS}
    every |= {"kept": kept_all, "unseen": extra_unseen, "reasons": own_reasons, "pushed": pushed, "doors": doors,
              "guessed": guessed, "believed": believed, "bet": bet, "apart": apart, "overbet": overbet,
              "pegs": looks_guessed, "pegs_over": looks_guessed_over}  # fmt: skip
    for condition in ("P", "D", "H"):
        every[f"jar_{condition.lower()}"] = tokens(condition, 0)
        every[f"curtain_{condition.lower()}"] = tokens(condition, 1)
        every[f"gap_{condition.lower()}"] = token_gap(condition)
    return every


def one_push(one: Student, kind: str) -> Push | None:
    """Of a student's pushes of one kind a single one, drawn by the play's key: so that a student counts once.

    The key has nothing to do with what was chosen. Pushes to nothing (arm none) are passed over.
    """
    some = [push for push in one.pushes if push.kind == kind and push.arm in ("x", "z")]
    return min(some, key=lambda push: hashlib.sha256(f"{one.key} {push.what}".encode()).digest(), default=None)


def some(measure: Measure, students: Iterable[Student]) -> list[Fraction]:
    """The numbers of those who have one."""
    return [number for number in map(measure, students) if number is not None]
