"""The learning check of one play: which eight cases come before it and which after, and the five trays."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.language import N_, _
from game.model.check import Case, Kind, Lot
from game.model.said import Sorted, When
from game.rules.fate import fate, shuffled


@dataclass(frozen=True, slots=True)
class Tray:
    """One of the five. `label` and `gloss` give nothing away; `idea` is its name after the debrief."""

    kind: Kind
    marked: tuple[str, str, str]  # the three as they are looked up; the last is a heading in docs/concepts.md

    @property
    def label(self) -> str:
        return _(self.marked[0])

    @property
    def gloss(self) -> str:
        return _(self.marked[1])

    @property
    def idea(self) -> str:
        return _(self.marked[2]) if self.marked[2] else ""


TRAYS = (
    Tray("watched", (
        N_("Might be watched, cannot tell"),
        N_("Somebody may look at any time. Nobody can know when, so one acts as if."),
        N_("The inspection house (Bentham)"),
    )),
    Tray("norm", (
        N_("Nobody watches: it is their own rule"),
        N_("They know that nobody looks. A rule from outside has become theirs."),
        N_("Panopticism and discipline (Foucault)"),
    )),
    Tray("sorting", (
        N_("Put in a drawer by data"),
        N_("Figures make classes of people; the class decides what one gets."),
        N_("Social sorting (Lyon)"),
    )),
    Tray("nudge", (
        N_("The way the options are laid out"),
        N_("What lies ready or comes first tips the choice. All of it stays open, at the same price."),
        N_("Nudge and sludge"),
    )),
    Tray("none", (N_("None of these"), N_("Something else, or nothing much."), "")),
)  # fmt: skip
BY_KIND = {tray.kind: tray for tray in TRAYS}
LOTS: tuple[Lot, Lot] = ("a", "b")


@dataclass(frozen=True, slots=True)
class Dealt:
    """What the seed dealt. The trays stand the same way both times, “none of these” last."""

    trays: tuple[Tray, ...]
    before: tuple[Case, ...]
    after: tuple[Case, ...]
    first: Lot  # the lot that comes before the play

    def of(self, when: When) -> tuple[Case, ...]:
        """The cases of that time, in their order."""
        return self.before if when == "before" else self.after

    def lying(self, when: When, sorted_: Sorted) -> tuple[tuple[Case, Kind], ...]:
        """Which of them were sorted, and where to; ids that are not among them are left out."""
        put = sorted_.of(when)
        return tuple((case, put[case.id]) for case in self.of(when) if case.id in put)

    def done(self, when: When, sorted_: Sorted) -> bool:
        """Whether all of them are sorted."""
        return len(self.lying(when, sorted_)) == len(self.of(when))


def dealt(cases: Mapping[str, Case], seed: int) -> Dealt | None:
    """Deal the cases: the lot that comes first, their order, the order of the trays. None where there are no cases.

    The lot is drawn apart from the order of the regimes, so that over many plays each lot comes as often before and
    after, in either order.
    """
    if not cases:
        return None
    first: Lot = LOTS[fate(seed, "check", "lot") % 2]
    lots = {
        lot: tuple(cases[id_] for id_ in shuffled(seed, (c.id for c in cases.values() if c.lot == lot), "check", lot))
        for lot in LOTS
    }
    kinds = shuffled(seed, (t.kind for t in TRAYS if t.kind != "none"), "check", "trays")
    trays = tuple(tray for kind in (*kinds, "none") for tray in TRAYS if tray.kind == kind)
    return Dealt(trays, lots[first], lots["b" if first == "a" else "a"], first)
