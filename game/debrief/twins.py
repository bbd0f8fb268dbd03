"""All the twins of one play: those under the pack's own files at once, any other once it has been lived.

A file is a set of parts (what is on paper: an address, a debt, friends, a degree). Any set of them can be lived under,
by the same rules; the play itself is never touched.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from game.debrief import plots
from game.debrief.cards import Card
from game.debrief.charts import Lanes, Table
from game.debrief.course import Course, course
from game.debrief.facets import small_the
from game.debrief.names import Names, plain
from game.debrief.partings import Parting, partings
from game.debrief.relive import Cue, Life, Living, cues_of
from game.debrief.twin import TwinResult, beside, farthest, live
from game.debrief.words import amount, capital, listed, small, spelt
from game.language import _, ngettext, pgettext, told
from game.model.content import File, Pack
from game.model.record import Record, Setup

MADE = "made_by_hand"
Has = frozenset[str]


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a file may hold, and how many systems of the pack have a rule for it."""

    id: str
    label: str
    rules: int


@dataclass(frozen=True)
class Beside:
    """One twin laid beside the player: all that is shown of it."""

    has: Has
    name: str
    text: str
    run: TwinResult
    parted: tuple[Parting, ...]
    lanes: Lanes | None
    shut: Table  # what the twin could not do
    lay: Callable[[], Course] = field(repr=False, compare=False)

    @cached_property
    def course(self) -> Course:
        """The two lives, stop by stop; laid out when it is asked for."""
        return self.lay()

    @property
    def same(self) -> bool:
        """Whether it is the player's own file."""
        return self.run.own.file == self.run.other.file

    @property
    def headline(self) -> str:
        """What there is to be said first."""
        run = self.run
        if self.same:
            return _("The same file: the same life, to the coin.")
        if not run.liveable:
            return ngettext(
                "The twin could not live your life: {shut} of {n} choice were shut.",
                "The twin could not live your life: {shut} of {n} choices were shut.", run.moments,
            ).format(shut=len(run.blocked), n=amount(run.moments))  # fmt: skip
        yours = sum(not door.open for door in run.parted)  # a parted door is told of the twin
        theirs = len(run.parted) - yours
        open_to = []
        if yours:
            alone = ngettext("{n} door opened to you alone", "{n} doors opened to you alone", yours)
            open_to.append(alone.format(n=spelt(yours)))
        if theirs:
            alone = ngettext("{n} door opened to your twin alone", "{n} doors opened to your twin alone", theirs)
            open_to.append(alone.format(n=spelt(theirs)))
        doors = _("No door apart.")
        if open_to:
            doors = pgettext("a sentence", "{what}.").format(what=capital(listed(open_to)))
        same = ngettext("The same {n} choice.", "The same {n} choices.", run.moments).format(n=amount(run.moments))
        return f"{same} {doors}"


class Twins:
    """The twins of one play, each lived once and then kept. `own` is the player's life, lived again to lay beside."""

    def __init__(self, pack: Pack, record: Record, names: Names, cards: Mapping[int, Card]) -> None:
        """Live the play again under its own and under every other file of the pack. Raises CannotReplay."""
        self.pack, self.names, self.cards = pack, names, dict(cards)
        self.setup: Setup = record.header.setup
        self.cues: tuple[Cue, ...] = cues_of(pack, record)
        self.own: Life = live(pack, self.setup, self.cues).life()
        others = [f for f in pack.files if f != self.setup.file] or [self.setup.file]
        runs = [beside(pack, self.own, live(pack, self.setup.but(file=other), self.cues)) for other in others]
        self.default: TwinResult = farthest(runs)
        self._runs: dict[Has, TwinResult] = {frozenset(pack.files[run.other.file].has): run for run in runs}
        self._lives: dict[Has, Living] = {}
        self._made: dict[Has, Beside] = {}

    @property
    def mine(self) -> Has:
        """What is in the player's own file."""
        return frozenset(self.pack.files[self.setup.file].has)

    @property
    def first(self) -> Has:
        """What is in the file that is shown when nothing has been chosen."""
        return frozenset(self.pack.files[self.default.other.file].has)

    @property
    def files(self) -> tuple[tuple[str, Has], ...]:
        """The pack's files, by name."""
        return tuple((told(file.name), frozenset(file.has)) for file in self.pack.files.values())

    @property
    def parts(self) -> tuple[Part, ...]:
        """All that a file can hold, in the order of the pack, in the words of the first rule about it."""
        known = dict.fromkeys(part for file in self.pack.files.values() for part in file.has)
        out = []
        by_day = sorted(self.pack.regimes.values(), key=lambda regime: regime.side)
        for part in known:
            texts = [rule.text for regime in by_day for rule in regime.file if rule.has == part]
            out.append(Part(part, told(texts[0]) if texts else capital(plain(part)), len(texts)))
        return tuple(out)

    def ready(self, has: Has) -> bool:
        """Whether this twin has been lived to the end."""
        return has in self._runs

    def live(self, has: Has, acts: int) -> bool:
        """Live this twin on by so many acts; say whether it is done. In portions, so that no picture has to wait."""
        if has in self._runs:
            return True
        if has not in self._lives:
            pack, file = self._with(has)
            self._lives[has] = Living(pack, self.setup.but(file=file), self.cues)
        living = self._lives[has]
        if not living.go(acts):
            return False
        self._runs[has] = beside(living.pack, self.own, living)
        del self._lives[has]
        return True

    def far(self, has: Has) -> tuple[int, int]:
        """(the day that this twin has come to, days in all)."""
        living = self._lives.get(has)
        return (living.state.day + 1 if living else 1), max(1, len(self.own.steps[-1].state.plan))

    def beside(self, has: Has) -> Beside:
        """The twin under these parts, laid beside the player; lived to the end first if it has not been."""
        if has not in self._made:
            while not self.live(has, 1000):
                pass
            self._made[has] = self._lay(has)
        return self._made[has]

    def _with(self, has: Has) -> tuple[Pack, str]:
        """The pack with such a file, and its id. One that the pack holds is taken from there."""
        for file in self.pack.files.values():
            if frozenset(file.has) == has:
                return self.pack, file.id
        held = tuple(part.id for part in self.parts if part.id in has)
        made = File(id=MADE, name=_("A file of your making"), has=held, text=self._text(held))
        return self.pack.but(files={**self.pack.files, MADE: made}), MADE

    def text(self, has: Has) -> str:
        """What a file says: the pack's own words, or what was put together."""
        pack, file = self._with(has)
        return told(pack.files[file].text)

    def _text(self, held: tuple[str, ...]) -> str:
        words = [small(part.label) for part in self.parts if part.id in held]
        if not words:
            return _("Put together here: nothing on paper.")
        return _("Put together here: {parts}. Nothing else.").format(parts=listed(words))

    def _lay(self, has: Has) -> Beside:
        run, (pack, file) = self._runs[has], self._with(has)
        parted = partings(pack, self.names, run, tuple(sorted(self.cards)))
        names = Names(pack)
        return Beside(
            has=has,
            name=told(pack.files[file].name),
            text=told(pack.files[file].text),
            run=run,
            parted=parted,
            lanes=plots.lanes(run, names.file, names.condition, names.door, names.regime),
            shut=_shut(parted),
            lay=lambda: course(pack, self.names, run.own, run.other, self.cards, parted),
        )

    def table(self) -> Table:
        """Every file of the pack beside the player's: what differs, and where it begins to."""
        rows = []
        for file in self.pack.files.values():
            if file.id == self.setup.file:
                continue
            one = self.beside(frozenset(file.has))
            first = pgettext("first parting", "never")
            if one.parted:
                first = pgettext("first parting", "{when}: {what}").format(
                    when=one.parted[0].when, what=one.parted[0].says)  # fmt: skip
            rows.append((told(file.name), _doors(one.run), _standing(self.pack, one), _shut_words(one.run), first))
        head = (pgettext("head of a table", "file"), pgettext("head of a table", "doors"), _("standing at the end"),
                _("steps shut"), _("first parting"))  # fmt: skip
        return Table(_("Every other file"), head, tuple(rows))


def _doors(run: TwinResult) -> str:
    if not run.other.tried:
        return pgettext("doors", "none judged")
    says = _("{open} of {n} open (yours: {own}), none apart")
    if run.parted:
        says = _("{open} of {n} open (yours: {own}), {apart} apart")
    return says.format(open=run.other.opened, n=run.other.tried, own=run.own.opened, apart=len(run.parted))


def _standing(pack: Pack, one: Beside) -> str:
    """Each regime's last word on either, as it counted."""
    last = {day.regime: day.points for day in one.run.other.days if day.points is not None}
    mine = {day.regime: day.points for day in one.run.own.days if day.points is not None}
    stood = _("{system} {points} (yours: {own})")
    said = [stood.format(system=small_the(pack.regimes[r]), points=last[r], own=mine[r]) for r in last if r in mine]
    return capital("; ".join(said)) or _("not rated")


def _shut_words(run: TwinResult) -> str:
    if not run.liveable:
        return _("{shut} of {n}: could not live your life").format(shut=len(run.blocked), n=run.moments)
    return str(len(run.blocked) + len(run.missed)) if run.blocked or run.missed else pgettext("steps shut", "none")


def _shut(parted: tuple[Parting, ...]) -> Table:
    """What was shut to the twin, and what it did instead."""
    rows = tuple((p.when, p.says, p.rules[0].text, p.rules[0].where)
                 for p in parted if p.kind in ("blocked", "missed") and p.rules)  # fmt: skip
    head = (pgettext("head of a table", "when"), pgettext("head of a table", "what"), _("why not"),
            _("where that stands"))  # fmt: skip
    return Table(_("What was shut to the twin"), head, rows)
