"""A room whose projector could show one half: told at once which half did what, as the experiment that it was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import sqrt
from statistics import fmean, variance
from typing import Final

from game.debrief.stats import often
from game.model.projected import Half
from game.seminar.chance import Luck, rerandomised
from game.seminar.drawn import Row, differences, shares
from game.seminar.hide import LEAST, about, hide
from game.seminar.intervals import LEVEL, t_quantile
from game.seminar.measures import kept_all
from game.seminar.picture import Picture, hundred, more, plus, share_row, unsaid
from game.seminar.room import Room
from game.seminar.student import Student
from game.seminar.summary import CAUGHT, MANY, Mean, alike, summary

LABELS: Final = {"shown": "may be shown", "unshown": "nothing is shown"}
Dealt = tuple[Half, str]  # the half, and among whom it was dealt


@dataclass(frozen=True, slots=True)
class Halves:
    """The two halves, and what lies between them: `apart` with its interval, what luck does, what would be missed.

    Only where both have eight there is more than a difference. `shown` and `unshown` are None where they are hidden.
    """

    shown: Mean | None = None
    unshown: Mean | None = None
    apart: float = 0.0
    low: float = 0.0
    high: float = 0.0
    luck: Luck | None = None
    misses: float = 0.0

    @property
    def far(self) -> bool:
        """Whether luck alone seldom parts two such halves so far: once in ten at most."""
        return self.luck is not None and self.luck.p <= 1 - LEVEL + 1e-12


def dealt(students: Sequence[Student], halves: Mapping[str, Dealt]) -> list[Student]:
    """The students with their halves, by their keys; whoever is not in the table has none."""
    return [replace(one, half=found[0], lot=found[1]) if (found := halves.get(one.key)) else one for one in students]


def halves(students: Sequence[Student]) -> Halves:
    """Lay the halves side by side. Everybody who was dealt to one counts there, to the end of the play or not."""
    numbers = [(one, number) for one in students if one.half and (number := kept_all(one)) is not None]
    first, second = ([number for one, number in numbers if one.half == half] for half in LABELS)
    if min(len(first), len(second)) < LEAST or alike(first) or alike(second):
        return Halves()
    arms = summary(first, tested=False), summary(second, tested=False)
    if min(len(first), len(second)) < MANY:
        counted = [replace(arm, verdict="counts") for arm in arms]
        return Halves(counted[0], counted[1], counted[0].value - counted[1].value)
    apart, low, high, misses = between([float(n) for n in first], [float(n) for n in second])
    blocks: dict[str, tuple[list[Fraction], list[Fraction]]] = {}
    for one, number in numbers:
        blocks.setdefault(one.lot, ([], []))[one.half != "shown"].append(number)
    return Halves(*arms, apart, low, high, rerandomised(list(blocks.values())), misses)


def between(first: Sequence[float], second: Sequence[float], level: float = LEVEL) -> tuple[float, float, float, float]:
    """Return the difference of two arms' means, its interval, and the difference that is found four times in five.

    The arms may be spread differently. Where they were dealt by lot from the people who are there, and not drawn from
    a crowd, the interval is a little too wide, never too narrow on average (Neyman 1923). At least two a side, not all
    alike. Source: Welch 1947, Biometrika 34, 28-35.
    """
    parts = [variance(values) / len(values) for values in (first, second)]
    spread = sqrt(sum(parts))
    freedom = sum(parts) ** 2 / sum(part**2 / (len(v) - 1) for part, v in zip(parts, (first, second), strict=True))
    one_in = t_quantile(0.5 + level / 2, freedom)
    apart = fmean(first) - fmean(second)
    return apart, apart - one_in * spread, apart + one_in * spread, (one_in + t_quantile(CAUGHT, freedom)) * spread


def projector(room: Room) -> Picture | None:
    """What it did to half of the room that it could be seen. None where there were no halves."""
    told = [one for one in room.students if one.half]
    if not told:
        return None
    found = halves(told)
    if found.shown is None or found.unshown is None:
        none = f"The half that may be shown, and the other: {unsaid()}"
        return Picture("projector", "The projector", none, lead=(WHAT,))
    headline = (
        f"The half that could appear on the projector did {more(found.apart)} of what the board asks than the other."
    )
    number = found.luck is not None
    if not found.far:
        headline += " Luck alone may do that." if number else " That is a count, no more."
    rows = [share_row(LABELS["shown"], found.shown), share_row(LABELS["unshown"], found.unshown)]
    said = f"{plus(found.apart)} ({hundred(found.low)} to {hundred(found.high)})"
    row = (
        Row("may be shown, less the other half", found.apart, said, found.low, found.high)
        if number else Row("may be shown, less the other half", found.apart, f"{plus(found.apart)}, counted only")
    )  # fmt: skip
    return Picture(
        "projector", "The projector", headline,
        (shares("Of 100 temptations in all: as the board asks", rows),
         differences("The one half less the other", [row])),
        (WHAT,
         f"Made of {about(found.shown.n + found.unshown.n, room.n)}, each with one number: the share of all their "
         "temptations, whatever the rules were then.",
         _luck(found), *_left(told)),
        (), CANNOT, "Nobody’s name was there. What, then, was watched?", tests=int(number),
    )  # fmt: skip


WHAT: Final = (
    "Half of the room, drawn by lot, was told that one in ten of its choices may appear on the projector. The other "
    "half was told that nothing of its own does."
)
CANNOT: Final = (
    "All saw the projector, and who sat beside whom is not known: what one half did may have moved the other.",
    "It was a mild watch, without a name. More of what the board asks is not better.",
)


def _luck(found: Halves) -> str:
    if found.luck is None:
        return "Five to seven students in a half are enough to count, not to conclude: no interval, no test."
    drawn = f" ({found.luck.draws:,} deals drawn)" if found.luck.draws else ""
    return (
        f"Dealt again as they were dealt, within each block and order, two such halves are as far apart "
        f"{often(found.luck.p)}{drawn}. A true difference smaller than {hundred(found.misses)} in 100 is missed by a "
        "room like this more often than once in five: no difference found is not no difference."
    )


def _left(told: Sequence[Student]) -> tuple[str, ...]:
    """Who left early, by half; nothing where a count of it would have to be hidden: others stand elsewhere."""
    cells = {
        f"{label}, {state}": sum(one.half == half and one.done is done for one in told)
        for half, label in LABELS.items()
        for done, state in ((True, "to the end"), (False, "left early"))
    }
    if not hide(cells).whole:
        return ("How many left early in each half is kept back.",)
    return ("; ".join(f"{name}: {count:,}" for name, count in cells.items()).capitalize() + ".",)
