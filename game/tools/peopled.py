"""A town of made-up students whose truth is known, to draw classes from: every number that a class prints is in it."""

from dataclasses import dataclass
from fractions import Fraction
from random import Random

from game.debrief.reading import CONDITIONS
from game.model.content import Pack
from game.model.record import Order
from game.rules.fate import fate
from game.seminar.measures import Number, measures
from game.seminar.student import FIVE, TEN, TOKENS, Push, Student

PEOPLE = 2_000
ORDERS: tuple[Order, ...] = ("visible-first", "hidden-first")
TESTED = ("vh", "se", "id", "hs", "ic", "uh", "pushed", "overbet", "gap_p", "gap_d", "gap_h")
"""The numbers that the page of a class lays a test beside."""
DOORS = 3


@dataclass(frozen=True, slots=True)
class Town:
    """For each number of a student what everybody in town has; None where somebody has too little for it."""

    numbers: dict[str, list[Number]]

    def truth(self, name: str) -> float:
        """The mean over all who have the number."""
        here = [float(number) for number in self.numbers[name] if number is not None]
        return sum(here) / len(here)

    def centred(self, name: str) -> list[Number]:
        """The same numbers moved so that their mean is nothing, to the eighth: finer ones would take hours to toss."""
        middle = Fraction(round(8 * self.truth(name)), 8)
        return [None if number is None else number - middle for number in self.numbers[name]]


def town(pack: Pack, many: int = PEOPLE, *, moved: bool) -> Town:
    """People by lot; `moved`: by the board, by company and by pushes. Else nothing of all that does anything."""
    dice = Random(fate(1, "simulate", "town", str(moved)))  # noqa: S311  (dice, and the same ones every time)
    people = [_person(pack, dice, at, moved=moved) for at in range(many)]
    return Town({name: [measure(one) for one in people] for name, measure in measures(pack).items()})


def _person(pack: Pack, dice: Random, at: int, *, moved: bool) -> Student:
    base = dice.uniform(0.2, 0.6)
    more = dice.gauss(0.2, 0.15) if moved else 0.0
    chance = dict(zip(CONDITIONS, (0.0, 1.0, 0.8, 0.3, 0.0, -0.2), strict=True))
    kept = {c: {f: dice.random() < base + chance[c] * more for f in pack.families} for c in CONDITIONS}
    liking = {c: dice.gauss(4.3, 1.1) for c in TOKENS}
    asked = sum(dice.random() < 0.5 for _ in range(6))
    return Student(
        key=f"{at:016x}", levels=pack.digest[:8], campaign=next(iter(pack.campaigns)), order=dice.choice(ORDERS),
        file=dice.choice(tuple(pack.files)), untimed=False, done=True, last="H", close="", kept=kept,
        looked=frozenset(dice.sample(tuple(pack.families), len(pack.families) // 4)),
        pushes=tuple(_pushes(pack, dice, 0.15 if moved else 0.0)),
        doors={regime.id: (_of(dice, DOORS, 0.75), DOORS) for regime in pack.regimes.values() if regime.doors},
        tokens={c: (_token(dice, liking[c] + 0.5 * moved), _token(dice, liking[c])) for c in TOKENS},
        chalk=(_of(dice, 9, 0.45), 9, _of(dice, 3, 0.6), 3), before=(asked, 6 - asked),
        after=(_of(dice, 6, 0.6 if moved else 0.5), 2), bet=_of(dice, len(pack.families), dice.random() ** 2),
        suspected=None, tested=None, pegs=_of(dice, TEN, dice.uniform(0.2, 0.7)),
    )  # fmt: skip


def _pushes(pack: Pack, dice: Random, more: float) -> list[Push]:
    """One in each family, as the seed draws it: toward x or toward z."""
    out = []
    for family in pack.families.values():
        arm = dice.choice("xz")
        took = dice.random() < 0.45 + (more if arm == "x" else -more) / 2
        out.append(Push(family.id, family.nudge, arm, took))
    return out


def _of(dice: Random, n: int, share: float) -> int:
    return sum(dice.random() < share for _ in range(n))


def _token(dice: Random, liking: float) -> int:
    return max(1, min(FIVE, round(liking + dice.gauss(0, 0.6))))
