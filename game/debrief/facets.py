"""A card for each system: who sees the rules, how one gets in, what it shows, what it cannot be asked."""

from dataclasses import dataclass

from game.debrief.charts import Ladder, Table
from game.debrief.ladder import door_words, ladder, lost, moved, without_one
from game.debrief.names import Names, plain
from game.debrief.others import Kind, Others, System, said
from game.debrief.words import capital, count, listed, signed, spelt, times
from game.model.content import FileRule, Regime, Rule

NOBODY = "nobody could tell you"

ENTRY = {
    "none": "there is nothing to get into",
    "compulsory": "everybody is in it",
    "opt_in": "one has to ask for it",
    "opted_in_by_default": "one is in it, and would have to find the way out",
}


@dataclass(frozen=True, slots=True)
class Facets:
    """A system on a card."""

    id: str
    title: str
    said: str
    doors: str
    most: str  # the act that made most difference, in a sentence
    lines: tuple[int, ...]  # the moments in which it was done
    lived: str
    rows: tuple[tuple[str, str], ...]
    rules: Table


@dataclass(frozen=True, slots=True)
class Life:
    """All that the page of the other systems is drawn from."""

    every: Others
    names: Names

    def marks(self, without: str = "") -> Ladder:
        """All marks, or as they would stand had one act never been done."""
        return ladder(self.every, self.names, without)

    def moved(self, act: str) -> tuple[str, ...]:
        """What taking out an act does, in words."""
        return moved(self.every, self.names, act)

    @property
    def acts(self) -> tuple[tuple[str, str], ...]:
        """What can be taken out: act, and its name with how often it was done."""
        return tuple((kind.act, lost(kind, self.names)) for kind in self.every.counted)

    @property
    def cards(self) -> tuple[Facets, ...]:
        """A card for each system."""
        return tuple(_facets(self.every, system, self.names) for system in self.every.systems)

    @property
    def table(self) -> Table:
        """Every act and every system, to stand on paper."""
        return without_one(self.every, self.names)


def small_the(regime: Regime) -> str:
    """A system's name in the middle of a sentence: of two small words the first is small."""
    return regime.name[:1].lower() + regime.name[1:] if regime.name.startswith(("The ", "A ")) else regime.name


def _facets(every: Others, system: System, names: Names) -> Facets:
    regime = system.regime
    most = every.kind(system.most) if system.most else None
    return Facets(
        id=regime.id,
        title=capital(regime.name),
        said=capital(said(regime, system.points)),
        doors=capital(door_words(regime, system.points, names)),
        most=_most(system, most, names),
        lines=most.lines if most else (),
        lived=_lived(system),
        rows=_rows(every, system, names),
        rules=_rules(every, system),
    )


def _most(system: System, most: Kind | None, names: Names) -> str:
    if most is None:
        return "Nothing that you did is on its list."
    what = f"Weighs most: {lost(most, names)}, {signed(system.worth(most.act))}"
    return f"{what}." if most.lines else f"{what}; done in a place, where no screen is kept."


def _lived(system: System) -> str:
    if system.lived is None:
        return "In the play itself you were never in it."
    where = said(system.regime, system.lived)
    if not system.days:
        return f"In the play itself it found nothing to count, and ended at {where}."
    return f"In the play itself it counted on {count(len(system.days), 'day')}, and ended at {where}."


def _rows(every: Others, system: System, names: Names) -> tuple[tuple[str, str], ...]:
    regime = system.regime
    listed_: tuple[Rule | FileRule, ...] = (*(rule for _, rule in system.lines), *regime.file)
    reported = sum(r.origin == "reported" for r in listed_)
    own = f"{reported or 'none'} reported, {len(listed_) - reported} invented" if listed_ else "none of its own"
    if system.goes_by:
        own = f"none of its own: it goes by {small_the(names.pack.regimes[system.goes_by])}"
    rows = [
        ("Who sees the rules", "everybody, they are posted" if regime.posted else "nobody, they are not posted"),
        ("How one gets in", ENTRY[regime.entry]),
        ("What it shows", _shows(regime)),
        ("Who sees the mark", _sees(regime)),
        ("Does it explain", "yes, it gives reasons" if regime.explains else "no"),
        ("An appeal costs", regime.appeal or NOBODY),
        ("A mark lasts", regime.lasts.removeprefix("a mark lasts ") or NOBODY),
        ("What it reads", listed([plain(d) for d in regime.data]) or "nothing that is written down"),
        ("Its rules", own),
        ("It has a rule for", f"{len(system.acts) or 'none'} of your {len(every.kinds)} kinds of act"),
    ]
    if regime.sources:
        rows.append(("After", "; ".join(regime.sources)))
    if regime.mirror:
        rows.append(("Its cousin at home", regime.mirror))
    return tuple(rows)


def _shows(regime: Regime) -> str:
    if regime.shows == "word":
        return f"one word of {spelt(len(regime.grades))}"
    return {"points_and_grade": "points and a grade", "arrow": "an arrow", "nothing": "nothing"}[regime.shows]


def _sees(regime: Regime) -> str:
    who = "everybody" if regime.others_see else "you alone" if regime.shows != "nothing" else "not even you"
    return f"{who}; other offices, too" if regime.shared and not regime.others_see else who


def _rules(every: Others, system: System) -> Table:
    """Its rules with how often each was met; then what it makes of the paper."""
    done = {k.act: k.times for k in every.kinds}
    rows = [(r.text, signed(r.points), times(done[r.act]) if r.act in done else "–", f"{r.origin}: {r.source}")
            for _, r in system.lines]  # fmt: skip
    rows += [(r.text, signed(r.points), "in your file" if r.has in every.paper else "–", f"{r.origin}: {r.source}")
             for r in system.regime.file]  # fmt: skip
    caption = f"What {small_the(system.regime)} counts"
    return Table(caption, ("rule", "points", "you", "where it is from"), tuple(rows))
