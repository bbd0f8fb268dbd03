"""Which of the plays that were read are laid together, and which stand aside."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from game.model.content import Pack
from game.seminar.hide import LEAST
from game.seminar.student import Student


@dataclass(frozen=True, slots=True)
class Room:
    """The plays of one campaign, by one set of level files, all of them timed or all untimed.

    `aside` has what is not laid together with these, and why; what is under five there is not said at all.
    """

    students: tuple[Student, ...]
    campaign: str
    untimed: bool = False
    apart: tuple[Student, ...] = ()  # the same, of those who waited untimed, where they are five or more
    aside: tuple[tuple[str, int], ...] = field(default=())

    @property
    def n(self) -> int:
        return len(self.students)


def room(students: Sequence[Student], pack: Pack) -> Room:
    """Choose the campaign most played and the level files most used; timed plays, or untimed if only those suffice."""
    if not students:
        return Room((), "")
    campaign = _most([one.campaign for one in students], tuple({**pack.campaigns, **pack.alone}))
    same = [one for one in students if one.campaign == campaign]
    levels = _most([one.levels for one in same], (pack.digest[:8],))
    rest = [one for one in same if one.levels == levels]
    timed, untimed = ([one for one in rest if one.untimed is waits] for waits in (False, True))
    swap = len(timed) < LEAST <= len(untimed)
    shown, other = (untimed, timed) if swap else (timed, untimed)
    aside = (
        ("of other campaigns", len(students) - len(same)),
        ("made with other level files", len(same) - len(rest)),
        ("with timed waiting" if swap else "with untimed waiting", len(other)),
    )
    return Room(
        tuple(shown), campaign, swap, tuple(other) if len(other) >= LEAST else (),
        tuple((why, many) for why, many in aside if many >= LEAST),
    )  # fmt: skip


def _most(words: list[str], first: tuple[str, ...]) -> str:
    """The commonest; of equals what comes first in `first`, then in the alphabet."""
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], first.index(word) if word in first else len(first), word))
