"""What a record says, sorted by kind. Everything later in the debrief reads this and not the lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from game.model.acts import Event
from game.model.record import Record, Shown

CONDITIONS = ("U0", "P", "D", "UV", "H", "UH")
CONTROLLED, OWN = ("external", "introjected"), ("identified", "intrinsic")


class Told(NamedTuple):
    """An event with where it stands: line number, day (0 before the first dawn), the condition lived through then."""

    n: int
    day: int
    lived: str
    event: Event
    shown: Shown | None

    @property
    def moment(self) -> str:
        """The id of the moment that was chosen in."""
        return self.event.what


@dataclass(frozen=True, slots=True)
class Reading:
    """A record, read once. Tuples are in the order of the play."""

    record: Record
    told: tuple[Told, ...]

    def of(self, did: str) -> tuple[Told, ...]:
        """All events of one kind."""
        return tuple(t for t in self.told if t.event.did == did)

    @property
    def chosen(self) -> tuple[Told, ...]:
        """Every moment in which something was chosen."""
        return self.of("chose")

    @property
    def matched(self) -> tuple[Told, ...]:
        """The matched moments: those that keep or do not keep their family's rule."""
        return tuple(t for t in self.chosen if t.event.keeps is not None and t.event.family)

    def grid(self, condition: str) -> dict[str, Told]:
        """Family -> its matched moment in that condition."""
        return {t.event.family: t for t in self.matched if t.event.condition == condition}

    @property
    def conditions(self) -> dict[str, str]:
        """Regime -> the condition in which it rated, as its evenings have it."""
        return {t.event.what: t.lived for t in self.of("balance") if t.lived}

    @property
    def families(self) -> tuple[str, ...]:
        """The families met, in order of the first meeting."""
        return tuple(dict.fromkeys(t.event.family for t in self.matched))

    def answers(self, kind: str) -> tuple[Told, ...]:
        """The answers to things of one kind: pegs, chalk, diary, jar, curtain, chair, or the rest as `other`."""
        return tuple(t for t in self.of("answered") if kind_of(t.event) == kind)

    def looks(self, prefix: str = "") -> tuple[Told, ...]:
        """The times the player looked at something whose name begins so."""
        return tuple(t for t in self.of("looked") if t.event.what.startswith(prefix))


def kind_of(event: Event) -> str:
    """Say what kind of thing was answered, from the shape of the answer and its truth."""
    values = [v for v in event.values if not v.startswith("own:")]  # what somebody wrote has any shape
    if any(v.endswith(("=stamp", "=be")) for v in values):
        return "chair"
    if any("=" in v for v in (*values, *event.truth)):
        return "chalk"
    if event.truth[1:] in (("public",), ("private",)):
        return "jar" if event.truth[1] == "public" else "curtain"
    if event.truth and len(event.truth) * 2 == len(event.values):
        return "diary"
    if len(event.truth) == 2 and all(t.isdigit() for t in event.truth):
        return "pegs"
    return "other"


def read(record: Record) -> Reading:
    """Sort a record's events. Takes any record, torn or foreign; what is not there is simply not found."""
    return Reading(record, tell((line.n, line.events, line.shown) for line in record.lines))


def tell(steps: Iterable[tuple[int, tuple[Event, ...], Shown | None]]) -> tuple[Told, ...]:
    """Say of every event where it stands; a step is its number, what happened, and what was shown."""
    told: list[Told] = []
    day, lived = 0, ""
    for n, events, shown in steps:
        for event in events:
            if event.did == "dawned":
                day, lived = event.amount, event.condition or lived
            told.append(Told(n, day, event.condition or lived, event, shown))
    return tuple(told)
