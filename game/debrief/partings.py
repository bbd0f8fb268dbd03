"""Where two lives part, and by which rule: every difference that is shown has one, named with its level file.

A difference is looked for after each line of the record, in what both states hold: standings, doors, coins, trust and
ties. A new one belongs to the rule that was applied in that very line; what follows from a step that the twin could not
take belongs to that step.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.debrief import parting_rules as by
from game.debrief.deeds import act_words, choice_words
from game.debrief.facets import small_the
from game.debrief.names import Names
from game.debrief.parting_rules import Ruled
from game.debrief.relive import Life, Lived
from game.debrief.twin import TwinResult
from game.debrief.words import capital, listed
from game.language import _, pgettext, told
from game.model.content import Pack
from game.model.state import State
from game.rules.legal import clock

Held = dict[str, int | bool]
"""What a life holds and the debrief shows: "points:lumen", "door:lumen:seat", "coins", "trust", "tie:joss"."""

STEPS = ("blocked", "missed", "met")
"""Partings by what was done; what differs later may follow from them."""


@dataclass(frozen=True, slots=True)
class Parting:
    """A place where the lives part. `n` is the line of the record, `opens` a line whose moment shows it, or 0."""

    n: int
    day: int
    clock: str
    kind: str  # file | door | blocked | missed | met | close
    says: str
    rules: tuple[Ruled, ...]
    touches: frozenset[str]  # what differs by it
    opens: int = 0
    why_open: str = ""  # why that moment

    @property
    def when(self) -> str:
        """Its day and hour."""
        return pgettext("a moment", "day {day}, {clock}").format(day=self.day, clock=self.clock)


@dataclass(frozen=True, slots=True)
class Pair:
    """Both lives after one line of the record, and what either did in it."""

    n: int
    own: State
    twin: State
    did: tuple[Lived, ...]
    twin_did: tuple[Lived, ...]


def held(state: State) -> Held:
    """What a state holds of what is shown."""
    out: Held = {f"points:{regime}": points for regime, points in state.balances}
    out |= {f"door:{regime}:{door}": is_open for regime, door, is_open in state.doors}
    out |= {f"tie:{who}": strength for who, strength in state.ties}
    return out | {"coins": state.coins - state.tick, "trust": state.trust}


def differing(own: State, twin: State) -> dict[str, int]:
    """What is not the same, with how far apart it is: the twin's less one's own; one that is not there counts as 0."""
    a, b = held(own), held(twin)
    return {key: int(b.get(key, 0)) - int(a.get(key, 0)) for key in a.keys() | b.keys() if a.get(key) != b.get(key)}


def _kept(state: State) -> tuple[object, ...]:
    """All that `held` is made from: most lines change none of it."""
    return state.balances, state.doors, state.ties, state.coins, state.tick, state.trust


def pairs(own: Life, other: Life) -> Iterator[Pair]:
    """Both lives, line by line of the record."""
    mine, theirs = _by_line(own.steps), _by_line(other.steps)
    if not own.steps or not other.steps:
        return
    at, twin_at = own.steps[0].state, other.steps[0].state
    for n in sorted(mine.keys() | theirs.keys()):
        did, twin_did = tuple(mine.get(n, ())), tuple(theirs.get(n, ()))
        at = did[-1].state if did else at
        twin_at = twin_did[-1].state if twin_did else twin_at
        yield Pair(n, at, twin_at, did, twin_did)


def _by_line(steps: tuple[Lived, ...]) -> dict[int, list[Lived]]:
    out: dict[int, list[Lived]] = {}
    for step in steps:
        out.setdefault(step.n, []).append(step)
    return out


def partings(pack: Pack, names: Names, run: TwinResult, moments: tuple[int, ...]) -> tuple[Parting, ...]:
    """Every place where the lives part, in the order lived. `moments` are the lines whose screens were kept.

    `pack` has to know both files. A difference without a rule is none of these: it is told by `unnamed`.
    """
    finder = _Finder(pack, names, run, moments)
    for pair in pairs(run.own, run.other):
        finder.look(pair)
    return tuple(finder.found)


def unnamed(pack: Pack, names: Names, run: TwinResult) -> tuple[tuple[int, str], ...]:
    """(line, what) of every difference that no rule is known for. There must be none."""
    finder = _Finder(pack, names, run, ())
    for pair in pairs(run.own, run.other):
        finder.look(pair)
    return tuple(finder.unnamed)


class _Finder:
    def __init__(self, pack: Pack, names: Names, run: TwinResult, moments: tuple[int, ...]) -> None:
        self.pack, self.names, self.run, self.moments = pack, names, run, moments
        self.found: list[Parting] = []
        self.unnamed: list[tuple[int, str]] = []
        self.before: dict[str, int] = {}
        self.known: set[str] = set()
        self.both: tuple[object, object] | None = None
        self.blocked = {one.n: one for one in run.blocked}
        self.missed = {one.n: one for one in run.missed}

    def look(self, pair: Pair) -> None:
        """See what has come to differ in this line, and by which rule."""
        both = (_kept(pair.own), _kept(pair.twin))
        now = self.before if both == self.both else differing(pair.own, pair.twin)
        new = {key for key, apart in now.items() if self.before.get(key) != apart}
        self._step(pair)
        self._opened(pair, new)
        self._judged(pair, new)
        self._rest(pair, new)
        self._closed(pair)
        if both != self.both:
            self.known |= held(pair.own).keys() & held(pair.twin).keys()
        self.before, self.both = now, both

    def _add(self, pair: Pair, kind: str, says: str, rules: list[Ruled], touches: set[str], at: int = 0,
             why: str = "") -> None:  # fmt: skip
        self.found.append(
            Parting(pair.n, pair.own.day + 1, clock(pair.own.minute), kind, says, tuple(dict.fromkeys(rules)),
                    frozenset(touches), at, why)
        )  # fmt: skip

    def _step(self, pair: Pair) -> None:
        """What the twin could not do, and what only one of the two met."""
        pack, n = self.pack, pair.n
        if n in self.blocked:
            one = self.blocked[n]
            wanted, took = choice_words(pack, one.moment, one.wanted), choice_words(pack, one.moment, one.took)
            says = _("You: “{wanted}”. Your twin could not, and did “{took}” instead.").format(
                wanted=wanted, took=took)  # fmt: skip
            rules = [*by.needs(pack, self.names, one, pair), *by.ways(pack, one)]
            self._add(pair, "blocked", says, rules, set(), n, _("the moment itself"))
        elif n in self.missed:
            gone = self.missed[n]
            says = _("You: “{wanted}”. Your twin could not: {why}").format(
                wanted=act_words(pack, gone.act), why=told(gone.why))  # fmt: skip
            at = max((m for m in self.moments if m < n), default=0)
            self._add(pair, "missed", says, [by.shut(pack, gone)], set(), at, _("the last moment before it"))
        for did, only, whom in (
            (pair.did, self.run.only_own, _("Only you came to this: {moment}.")),
            (pair.twin_did, self.run.only_twin, _("Only your twin came to this: {moment}.")),
        ):
            for event in (e for step in did for e in step.events if e.did == "chose" and e.what in only):
                says = whom.format(moment=self.names.moment(event.what))
                at = n if n in self.moments else max((m for m in self.moments if m < n), default=0)
                self._add(pair, "met", says, [by.led(pack, event.what)], set(), at, _("the moment itself"))

    def _opened(self, pair: Pair, new: set[str]) -> None:
        """A system begins to count, and reads the two files. One that carries on with another's balance reads none."""
        said, rules, touches, carried = [], [], set(), []
        mine, theirs = dict(pair.own.balances), dict(pair.twin.balances)
        for key in sorted(k for k in new if k.startswith("points:") and k not in self.known):
            regime = self.pack.regimes[key.removeprefix("points:")]
            if regime.id not in mine or regime.id not in theirs:
                continue
            if regime.carries_on in mine:
                carried.append((key, f"points:{regime.carries_on}"))
            elif mine_by := by.read(self.pack, regime, self.run):
                said.append(_("{system} reads the file: {own} for you, {twin} for your twin.").format(
                    system=capital(small_the(regime)), own=mine[regime.id], twin=theirs[regime.id]))  # fmt: skip
                rules += mine_by
                touches.add(key)
        if touches:
            at = next((m for m in self.moments if m > pair.n), 0)
            why = _("the first moment that began so")
            if not at:
                at, why = max((m for m in self.moments if m <= pair.n), default=0), _("the last moment before it")
            self._add(pair, "file", " ".join(said), rules, touches, at, why)
        for key, before in carried:
            self._touch(key, next((p for p in reversed(self.found) if before in p.touches), None), pair.n)
        new -= touches | {key for key, _before in carried}

    def _judged(self, pair: Pair, new: set[str]) -> None:
        """Doors that were judged in this line, and not alike."""
        mine = {f"door:{e.why}:{e.what}": e for step in pair.did for e in step.events if e.did == "judged"}
        apart = [key for key in mine if key in new]
        if not apart:
            return
        sides: dict[bool, list[str]] = {}
        rules: list[Ruled] = []
        for key in apart:
            regime, door = key.split(":")[1:]
            sides.setdefault(bool(mine[key].amount), []).append(self.names.door(door))
            rules.append(by.door(self.pack, self.names, regime, door, pair))
        for regime in dict.fromkeys(key.split(":")[1] for key in apart):
            rules += by.read(self.pack, by.root(self.pack, regime, pair), self.run)
        stood = {
            True: _("{doors}: open to you, shut to your twin."),
            False: _("{doors}: shut to you, open to your twin."),
        }
        says = " ".join(stood[is_open].format(doors=capital(listed(doors))) for is_open, doors in sides.items())
        at, why = by.asked_for(self.pack, self.run.own, pair.n, {k.rpartition(":")[2] for k in apart}, self.moments)
        self._add(pair, "door", says, rules, set(apart), at, why)
        new -= set(apart)

    def _rest(self, pair: Pair, new: set[str]) -> None:
        """What is left follows from a step in this line, or from the last one that the twin could not take alike."""
        root = next((p for p in reversed(self.found) if p.kind in STEPS), None)
        for key in sorted(new):
            self._touch(key, root, pair.n)

    def _touch(self, key: str, root: Parting | None, n: int) -> None:
        """Let a difference belong to a parting that was found already."""
        if root is None:
            self.unnamed.append((n, key))
            return
        at = max(i for i, p in enumerate(self.found) if p is root)
        old = self.found[at]
        self.found[at] = Parting(old.n, old.day, old.clock, old.kind, old.says, old.rules, old.touches | {key},
                                 old.opens, old.why_open)  # fmt: skip

    def _closed(self, pair: Pair) -> None:
        """The last pages."""
        mine, theirs = (
            [e for step in did for e in step.events if e.did in ("ended", "turned_out")]
            for did in (pair.did, pair.twin_did)
        )
        if not mine or not theirs or mine == theirs:
            return
        ends = [next(e.what for e in of if e.did == "ended") for of in (mine, theirs)]
        parts = []
        if ends[0] != ends[1]:
            own, twin = (told(self.pack.closes[end].title) for end in ends)
            parts.append(_("Two last pages: “{own}” for you, “{twin}” for your twin.").format(own=own, twin=twin))
        arcs = [e for e in theirs if e.did == "turned_out" and e not in mine]
        if arcs:
            whom = listed([self.names.person(e.what) or e.what for e in arcs])
            parts.append(_("How it went with {whom} is told otherwise.").format(whom=whom))
        rules = [by.close(self.pack, end) for end in dict.fromkeys(ends) if ends[0] != ends[1]]
        rules += [by.arc(self.pack, e.why) for e in arcs]
        at = max((m for m in self.moments if m <= pair.n), default=0)
        self._add(pair, "close", " ".join(parts), rules, {"close"}, at, _("the last moment before it"))
