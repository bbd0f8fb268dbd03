"""A card for each system: who sees the rules, how one gets in, what it shows, what it cannot be asked."""

from dataclasses import dataclass

from game.debrief.charts import Ladder, Table
from game.debrief.ladder import door_words, ladder, lost, moved, without_one
from game.debrief.names import Names, plain
from game.debrief.others import Kind, Others, System, said
from game.debrief.words import capital, figure, listed, signed, spelt, times
from game.language import N_, _, ngettext, pgettext, told
from game.model.content import FileRule, Regime, Rule

NOBODY = N_("nobody could tell you")

ENTRY = {
    "none": N_("there is nothing to get into"),
    "compulsory": N_("everybody is in it"),
    "opt_in": N_("one has to ask for it"),
    "opted_in_by_default": N_("one is in it, and would have to find the way out"),
}
DATA = N_("conduct"), N_("purchases"), N_("friends"), N_("bills"), N_("degree"), N_("file")
"""What can be read: the ids are the words."""
SHOWS = {"points_and_grade": N_("points and a grade"), "arrow": N_("an arrow"), "nothing": N_("nothing")}


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
    name = told(regime.name)
    return name[:1].lower() + name[1:] if name.startswith(("The ", "A ")) else name


def from_where(rule: Rule | FileRule) -> str:
    """Whether a rule is reported of a real system or was invented, and after what."""
    says = _("reported: {source}") if rule.origin == "reported" else _("invented: {source}")
    return says.format(source=told(rule.source))


def _facets(every: Others, system: System, names: Names) -> Facets:
    regime = system.regime
    most = every.kind(system.most) if system.most else None
    return Facets(
        id=regime.id,
        title=capital(told(regime.name)),
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
        return _("Nothing that you did is on its list.")
    says = _("Weighs most: {act}, {points}.")
    if not most.lines:
        says = _("Weighs most: {act}, {points}; done in a place, where no screen is kept.")
    return says.format(act=lost(most, names), points=signed(system.worth(most.act)))


def _lived(system: System) -> str:
    if system.lived is None:
        return _("In the play itself you were never in it.")
    where = said(system.regime, system.lived)
    if not system.days:
        return _("In the play itself it found nothing to count, and ended at {mark}.").format(mark=where)
    return ngettext(
        "In the play itself it counted on {n} day, and ended at {mark}.",
        "In the play itself it counted on {n} days, and ended at {mark}.", len(system.days),
    ).format(n=figure(len(system.days)), mark=where)  # fmt: skip


def _rows(every: Others, system: System, names: Names) -> tuple[tuple[str, str], ...]:
    regime = system.regime
    listed_: tuple[Rule | FileRule, ...] = (*(rule for _why, rule in system.lines), *regime.file)
    reported = sum(r.origin == "reported" for r in listed_)
    own = _("{reported} reported, {invented} invented") if reported else _("none reported, {invented} invented")
    own = own.format(reported=reported, invented=len(listed_) - reported) if listed_ else _("none of its own")
    if system.goes_by:
        own = _("none of its own: it goes by {system}").format(system=small_the(names.pack.regimes[system.goes_by]))
    known = _("{n} of your {all} kinds of act") if system.acts else _("none of your {all} kinds of act")
    lasts = told(regime.lasts).removeprefix("a mark lasts ")
    rows = [
        (_("Who sees the rules"), _("everybody, they are posted") if regime.posted else
         _("nobody, they are not posted")),
        (_("How one gets in"), _(ENTRY[regime.entry])),
        (_("What it shows"), _shows(regime)),
        (_("Who sees the mark"), _sees(regime)),
        (_("Does it explain"), _("yes, it gives reasons") if regime.explains else _("no")),
        (_("An appeal costs"), told(regime.appeal) or _(NOBODY)),
        (_("A mark lasts"), lasts or _(NOBODY)),
        (_("What it reads"), listed([_(plain(d)) for d in regime.data]) or _("nothing that is written down")),
        (_("Its rules"), own),
        (_("It has a rule for"), known.format(n=len(system.acts), all=len(every.kinds))),
    ]  # fmt: skip
    if regime.sources:
        rows.append((_("After"), "; ".join(map(told, regime.sources))))
    if regime.mirror:
        rows.append((_("Its cousin at home"), told(regime.mirror)))
    return tuple(rows)


def _shows(regime: Regime) -> str:
    if regime.shows == "word":
        return _("one word of {n}").format(n=spelt(len(regime.grades)))
    return _(SHOWS[regime.shows])


def _sees(regime: Regime) -> str:
    if regime.others_see:
        return _("everybody")
    if regime.shows != "nothing":
        return _("you alone; other offices, too") if regime.shared else _("you alone")
    return _("not even you; other offices, too") if regime.shared else _("not even you")


def _rules(every: Others, system: System) -> Table:
    """Its rules with how often each was met; then what it makes of the paper."""
    done = {k.act: k.times for k in every.kinds}
    rows = [(told(r.text), signed(r.points), times(done[r.act]) if r.act in done else "–", from_where(r))
            for _why, r in system.lines]  # fmt: skip
    rows += [(told(r.text), signed(r.points), _("in your file") if r.has in every.paper else "–", from_where(r))
             for r in system.regime.file]  # fmt: skip
    caption = _("What {system} counts").format(system=small_the(system.regime))
    head = (pgettext("head of a table", "rule"), pgettext("head of a table", "points"),
            pgettext("head of a table", "you"), _("where it is from"))  # fmt: skip
    return Table(caption, head, tuple(rows))
