"""The same life under other systems: every act of the record, judged by each system in the pack at once.

Nothing is guessed and no rule is written here: the record is lived again step by step, the acts are taken from the
choices as the rules have them, and each system's lines in force are laid over all of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from game import rules
from game.debrief.twin import CannotReplay
from game.debrief.words import amount, figure
from game.language import _, ngettext, told
from game.model.acts import Act
from game.model.content import Pack, Regime, Rule
from game.model.record import Record
from game.model.state import State
from game.rules.legal import due
from game.rules.moment import moment_of
from game.rules.regime import balance, doors_open, grade, lines_in_force, opening_balance, points_for, shown_of

Lines = tuple[tuple[str, Rule], ...]
Points = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Doing:
    """Something that was done once. `n` is the line of the record; `moment` is "" in a place and on the pavement."""

    n: int
    day: int
    acts: tuple[str, ...]
    moment: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of act: how often it was done, and where one can see it done (lines of moments)."""

    act: str
    times: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class System:
    """One way of rating, with what it makes of all that was done."""

    regime: Regime
    lines: Lines  # its rules about acts, those pasted over it included
    goes_by: str  # the regime whose lines these are, where it has none of its own
    opening: int  # its start, and what it makes of the starting file
    acts: Points  # act -> points in all, in the order in which they were first done; only acts it has a rule for
    lived: int | None  # where it stood when the play ended; None: it never counted
    days: tuple[int, ...]  # the days on which it counted something

    @property
    def points(self) -> int:
        return self.opening + sum(points for _act, points in self.acts)

    @property
    def most(self) -> str:
        """The act that made most difference; "" if none made any."""
        weighed = [(abs(points), act) for act, points in self.acts if points]
        return max(weighed, key=lambda one: one[0])[1] if weighed else ""

    def worth(self, act: str) -> int:
        """What it made of all of one kind of act."""
        return dict(self.acts).get(act, 0)

    def knows(self, act: str) -> bool:
        """Say whether it has a rule for this act."""
        return act in dict(self.acts)


@dataclass(frozen=True, slots=True)
class Others:
    """All systems over one life."""

    systems: tuple[System, ...]
    kinds: tuple[Kind, ...]  # what was done, in order of the first time
    paper: tuple[str, ...]  # what is in the starting file

    def kind(self, act: str) -> Kind:
        """All the times that this was done."""
        return next(kind for kind in self.kinds if kind.act == act)

    @property
    def counted(self) -> tuple[Kind, ...]:
        """What some system counts; what moves the marks most comes first."""
        moved = {k.act: sum(abs(s.worth(k.act)) for s in self.systems) for k in self.kinds}
        known = [k for k in self.kinds if any(s.knows(k.act) for s in self.systems)]
        return tuple(sorted(known, key=lambda k: -moved[k.act]))

    @property
    def uncounted(self) -> tuple[Kind, ...]:
        """What no system has a rule for."""
        return tuple(k for k in self.kinds if not any(s.knows(k.act) for s in self.systems))


def said(regime: Regime, points: int) -> str:
    """A mark as the system itself says it; what it keeps to itself is said all the same."""
    shown = shown_of(regime, points)
    if shown is None:
        mark = grade(regime, points)
        return told(mark) if mark else ngettext("{n} point", "{n} points", points).format(n=amount(points))
    if shown.arrow:
        return {"up": _("arrow up"), "level": _("arrow level"), "down": _("arrow down")}[shown.arrow]
    return told(shown.word) or ", ".join(filter(None, (figure(shown.points or 0), told(shown.grade))))


def doors(regime: Regime, points: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The doors that it would open with so many points, and those that it would shut."""
    judged = doors_open(regime, points)
    return tuple(door for door, is_open in judged if is_open), tuple(door for door, is_open in judged if not is_open)


def doings(pack: Pack, record: Record) -> tuple[tuple[Doing, ...], State]:
    """Live the record again: everything that was done, with its acts, and the state at its end.

    Raises CannotReplay if the record was made with other levels.
    """
    if record.header.digest != pack.digest:
        raise CannotReplay(_("This play belongs to other level files: its acts cannot be judged by these."))
    state, done = rules.start(pack, record.header.setup), []
    for line in record.lines:
        acts, moment = _acts(pack, state, line.act)
        if acts:
            done.append(Doing(line.n, state.day + 1, acts, moment))
        try:
            state = rules.step(pack, state, line.act)[0]
        except rules.Illegal as no:
            says = _("Line {n} of this record does not follow from the one before it.")
            raise CannotReplay(says.format(n=line.n)) from no
    return tuple(done), state


def _acts(pack: Pack, state: State, act: Act) -> tuple[tuple[str, ...], str]:
    """The acts that this step carries, and the moment that it was chosen in."""
    if act.do == "choose":
        moment = moment_of(pack, state, due(state))
        return next(c.acts for c in moment.choices if c.id == act.what), moment.id
    if act.do == "use":
        return next(a.acts for a in pack.places[state.place].activities if a.id == act.what), ""
    if act.do == "roam":
        return (pack.roams[act.what].act,), ""
    return (), ""


def weigh(lines: Lines, done: Iterable[Doing]) -> Points:
    """What these rules make of all that was done: act -> points in all."""
    known = {rule.act for _why, rule in lines}
    total: dict[str, int] = {}
    for doing in done:
        for act in doing.acts:
            if act in known:
                total.setdefault(act, 0)
        for act, points in points_for(lines, doing.acts):
            total[act] += points
    return tuple(total.items())


def rating(pack: Pack) -> tuple[Regime, ...]:
    """The systems of a pack that rate anything: those of the day in the order of the conditions, then the others."""
    at = [condition.regime for condition in pack.conditions.values()]
    day = [r for r in pack.regimes.values() if not r.side and r.tariff]
    day.sort(key=lambda r: at.index(r.id) if r.id in at else len(at))
    return (*day, *(r for r in pack.regimes.values() if r.side))


def others(pack: Pack, record: Record) -> Others:
    """Judge a life by every system in the pack. Raises CannotReplay."""
    done, end = doings(pack, record)
    before = rules.start(pack, record.header.setup)
    systems = tuple(_system(pack, regime, done, before, end, record) for regime in rating(pack))
    kinds: dict[str, list[Doing]] = {}
    for doing in done:
        for act in doing.acts:
            kinds.setdefault(act, []).append(doing)
    return Others(
        systems,
        tuple(Kind(act, len(of), tuple(d.n for d in of if d.moment)) for act, of in kinds.items()),
        pack.files[record.header.setup.file].has,
    )


def _system(
    pack: Pack, regime: Regime, done: tuple[Doing, ...], before: State, end: State, record: Record
) -> System:
    source = regime
    while not (lines := _lines(pack, source)) and source.carries_on:
        source = pack.regimes[source.carries_on]
    counted = {line.n for line in record.lines for e in line.events if e.did == "scored" and e.what == regime.id}
    known = regime.id in dict(end.balances)
    return System(
        regime=regime,
        lines=lines,
        goes_by=source.id if source is not regime and lines else "",
        opening=opening_balance(pack, before, source if lines else regime),
        acts=weigh(lines, done),
        lived=balance(end, regime) if known else None,
        days=tuple(sorted({d.day for d in done if d.n in counted})),
    )


def _lines(pack: Pack, regime: Regime) -> Lines:
    """All its rules about acts, as on the morning after the last paste."""
    return lines_in_force(pack, regime, max((pasted.morning for pasted in regime.pasted), default=1))
