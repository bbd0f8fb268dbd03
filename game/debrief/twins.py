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
from game.debrief.words import capital, count, listed, spelt
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
            return "The same file: the same life, to the coin."
        if not run.liveable:
            return (f"The twin could not live your life: {len(run.blocked)} of {count(run.moments, 'choice')} were "
                    "shut.")  # fmt: skip
        yours = sum(not door.open for door in run.parted)  # a parted door is told of the twin
        sides = ((yours, "you"), (len(run.parted) - yours, "your twin"))
        open_to = [f"{spelt(n)} door{'' if n == 1 else 's'} opened to {who} alone" for n, who in sides if n]
        doors = f"{capital(listed(open_to))}." if open_to else "No door apart."
        return f"The same {count(run.moments, 'choice')}. {doors}"


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
        return tuple((file.name, frozenset(file.has)) for file in self.pack.files.values())

    @property
    def parts(self) -> tuple[Part, ...]:
        """All that a file can hold, in the order of the pack, in the words of the first rule about it."""
        known = dict.fromkeys(part for file in self.pack.files.values() for part in file.has)
        out = []
        by_day = sorted(self.pack.regimes.values(), key=lambda regime: regime.side)
        for part in known:
            texts = [rule.text for regime in by_day for rule in regime.file if rule.has == part]
            out.append(Part(part, texts[0] if texts else capital(plain(part)), len(texts)))
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
        made = File(id=MADE, name="A file of your making", has=held, text=self._text(held))
        return self.pack.but(files={**self.pack.files, MADE: made}), MADE

    def text(self, has: Has) -> str:
        """What a file says: the pack's own words, or what was put together."""
        pack, file = self._with(has)
        return pack.files[file].text

    def _text(self, held: tuple[str, ...]) -> str:
        words = [part.label[:1].lower() + part.label[1:] for part in self.parts if part.id in held]
        return f"Put together here: {listed(words)}. Nothing else." if words else "Put together here: nothing on paper."

    def _lay(self, has: Has) -> Beside:
        run, (pack, file) = self._runs[has], self._with(has)
        parted = partings(pack, self.names, run, tuple(sorted(self.cards)))
        names = Names(pack)
        return Beside(
            has=has,
            name=pack.files[file].name,
            text=pack.files[file].text,
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
            first = f"day {one.parted[0].day}, {one.parted[0].clock}: {one.parted[0].says}" if one.parted else "never"
            rows.append((file.name, _doors(one.run), _standing(self.pack, one), _shut_words(one.run), first))
        return Table("Every other file", ("file", "doors", "standing at the end", "steps shut", "first parting"),
                     tuple(rows))  # fmt: skip


def _doors(run: TwinResult) -> str:
    if not run.other.tried:
        return "none judged"
    apart = f"{len(run.parted)} apart" if run.parted else "none apart"
    return f"{run.other.opened} of {run.other.tried} open (yours: {run.own.opened}), {apart}"


def _standing(pack: Pack, one: Beside) -> str:
    """Each regime's last word on either, as it counted."""
    last = {day.regime: day.points for day in one.run.other.days if day.points is not None}
    mine = {day.regime: day.points for day in one.run.own.days if day.points is not None}
    said = [f"{small_the(pack.regimes[r])} {last[r]} (yours: {mine[r]})" for r in last if r in mine]
    return capital("; ".join(said)) or "not rated"


def _shut_words(run: TwinResult) -> str:
    if not run.liveable:
        return f"{len(run.blocked)} of {run.moments}: could not live your life"
    return str(len(run.blocked) + len(run.missed)) if run.blocked or run.missed else "none"


def _shut(parted: tuple[Parting, ...]) -> Table:
    """What was shut to the twin, and what it did instead."""
    rows = tuple((f"day {p.day}, {p.clock}", p.says, p.rules[0].text, p.rules[0].where)
                 for p in parted if p.kind in ("blocked", "missed") and p.rules)  # fmt: skip
    return Table("What was shut to the twin", ("when", "what", "why not", "where that stands"), rows)
