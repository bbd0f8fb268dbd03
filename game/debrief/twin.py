"""The same choices under another starting file: the rules are run again, and nothing is guessed."""

from dataclasses import dataclass, field

from game import rules
from game.model.acts import Act, Event
from game.model.content import Pack
from game.model.record import Option, Record, Setup
from game.model.state import State
from game.rules.legal import due

TOO_FAR = 0.2
"""Over this share of substituted choices the twin is not a life that could have been lived."""


class CannotReplay(ValueError):
    """The record belongs to another pack; it can be read, but not lived again."""


@dataclass(frozen=True, slots=True)
class DoorTried:
    """A door as a regime judged it on its last day."""

    regime: str
    door: str
    open: bool
    day: int


@dataclass(frozen=True, slots=True)
class DayLived:
    """The end of one day. `points` is None where nothing is rated."""

    day: int
    condition: str
    coins: int  # what is on tick is taken off
    regime: str
    scale: str  # the regime whose balance this one carries on, or itself: only within it are points comparable
    points: int | None


@dataclass(frozen=True, slots=True)
class Blocked:
    """A choice the twin could not make, and what was put in its place. `n` is the line of the record."""

    n: int
    moment: str
    wanted: str
    took: str
    why: str


@dataclass(frozen=True, slots=True)
class Life:
    """One life under one file."""

    file: str
    days: tuple[DayLived, ...]
    doors: tuple[DoorTried, ...]
    choices: tuple[tuple[str, str], ...]  # moment, choice
    scored: tuple[tuple[str, str, int], ...]  # regime, act, points in all
    coins: int
    trust: int
    close: str
    states: tuple[State, ...] = field(repr=False)

    @property
    def tried(self) -> int:
        return len(self.doors)

    @property
    def opened(self) -> int:
        return sum(door.open for door in self.doors)


@dataclass(frozen=True, slots=True)
class RuleGap:
    """A rule that gave the two lives different points."""

    regime: str
    text: str
    origin: str
    source: str
    own: int
    twin: int
    about: str  # "file" | "act"


@dataclass(frozen=True, slots=True)
class TwinResult:
    """Two lives side by side."""

    own: Life
    other: Life
    moments: int  # choices that both lives met
    blocked: tuple[Blocked, ...]
    missed: tuple[tuple[int, str], ...]  # line and name of free acts that were shut for the twin
    only_own: tuple[str, ...]
    only_twin: tuple[str, ...]
    rules: tuple[RuleGap, ...]

    @property
    def liveable(self) -> bool:
        """Whether few enough choices had to be put in place of others."""
        return len(self.blocked) <= TOO_FAR * self.moments

    @property
    def parted(self) -> tuple[DoorTried, ...]:
        """The doors of the twin that stood otherwise than the player's own."""
        own = {(d.regime, d.door): d.open for d in self.own.doors}
        return tuple(d for d in self.other.doors if own.get((d.regime, d.door)) not in (None, d.open))


@dataclass(frozen=True, slots=True)
class _Cue:
    n: int
    act: Act
    moment: str  # chosen in or skipped


@dataclass(slots=True)
class _Walk:
    """A life while it is being lived again."""

    pack: Pack
    state: State
    events: list[tuple[int, Event]] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    days: list[DayLived] = field(default_factory=list)
    blocked: list[Blocked] = field(default_factory=list)
    missed: list[tuple[int, str]] = field(default_factory=list)

    def do(self, act: Act) -> None:
        day = self.state.day
        self.state, events = rules.step(self.pack, self.state, act)
        self.states.append(self.state)
        self.events += [(day + 1, event) for event in events]
        if act.do == "home":
            condition = next((e.condition for _, e in reversed(self.events) if e.did == "dawned"), "")
            rated = next((e for e in reversed(events) if e.did == "balance"), None)
            regime = rated.what if rated else ""
            before = self.pack.regimes[regime].carries_on if regime else None
            scale = before if before and any(d.regime == before for d in self.days) else regime
            self.days.append(
                DayLived(
                    day=day + 1,
                    condition=condition,
                    coins=self.state.coins - self.state.tick,
                    regime=regime,
                    scale=scale,
                    points=rated.amount if rated else None,
                )
            )

    def due(self) -> str:
        return due(self.state) if self.state.day < len(self.state.plan) else ""


def _cues(record: Record) -> list[_Cue]:
    out = []
    for line in record.lines:
        moment = next((e.what for e in line.events if e.did in ("chose", "skipped")), "")
        out.append(_Cue(line.n, line.act, moment))
    return out


def _live(pack: Pack, setup: Setup, cues: list[_Cue]) -> tuple[Life, _Walk]:
    """Live the acts again under `setup`; whatever does not fit is put right openly, never silently."""
    walk = _Walk(pack, rules.start(pack, setup))
    at = 0
    for _ in range(20 * len(cues) + 100):
        if at >= len(cues) or walk.state.phase == "over":
            break
        at += _one(walk, cues, at)
    totals: dict[tuple[str, str], int] = {}
    for _, event in walk.events:
        if event.did == "scored":
            key = (event.what, event.why)
            totals[key] = totals.get(key, 0) + event.amount
    life = Life(
        file=setup.file,
        days=tuple(walk.days),
        doors=tuple(DoorTried(e.why, e.what, bool(e.amount), day) for day, e in walk.events if e.did == "judged"),
        choices=tuple((e.what, e.choice) for _, e in walk.events if e.did == "chose"),
        scored=tuple((regime, act, points) for (regime, act), points in sorted(totals.items())),
        coins=walk.state.coins - walk.state.tick,
        trust=walk.state.trust,
        close=next((e.what for _, e in walk.events if e.did == "ended"), ""),
        states=tuple(walk.states),
    )
    return life, walk


def _one(walk: _Walk, cues: list[_Cue], at: int) -> int:
    """Do one thing: the player's own if it is possible, else what brings the two lives together. Return cues used."""
    cue, state = cues[at], walk.state
    if _fits(walk, cue):
        try:
            walk.do(cue.act)
        except rules.Illegal:
            walk.do(Act(do=cue.act.do, what=cue.act.what))
        return 1
    if state.phase in ("morning", "then", "ledger", "ending", "epilogue"):
        walk.do(Act(do="on"))
        return 0
    if state.phase == "ask":
        asked = state.asks[0]
        if cue.act.do == "answer" and any(c.act.do == "answer" and c.act.what == asked for c in cues[at : at + 6]):
            return 1
        walk.do(Act(do="answer", what=asked))
        return 0
    if state.phase == "moment":
        return _at_moment(walk, cues, at)
    if state.phase == "place" and cue.act.do != "use":
        walk.do(Act(do="leave"))
        return 0
    if state.phase == "street":
        waits = cue.act.do in ("choose", "skip") and cue.moment == walk.due()
        if walk.due() and (waits or cue.act.do == "home"):
            walk.do(Act(do="meet"))
            return 0
    if cue.act.do in ("visit", "use", "roam"):
        walk.missed.append((cue.n, cue.act.what))
    return 1


def _fits(walk: _Walk, cue: _Cue) -> bool:
    act = cue.act
    if act.do in ("choose", "skip") and cue.moment != walk.due():
        return False
    bare = Act(do="answer", what=act.what) if act.do == "answer" else act
    return bare in rules.legal(walk.pack, walk.state)


def _at_moment(walk: _Walk, cues: list[_Cue], at: int) -> int:
    """A moment in which the player's own act is not possible."""
    cue, due = cues[at], walk.due()
    mine = cue.act.do in ("choose", "skip") and cue.moment == due
    if not mine and any(c.moment == due for c in cues[at + 1 :]):
        return 1
    shown = rules.view(walk.pack, walk.state).moment
    options = shown.options if shown else ()
    wanted = cue.act.what if mine else ""
    took = _instead(walk.pack, due, wanted, options)
    if mine:
        why = next((o.closed for o in options if o.id == wanted), "")
        walk.blocked.append(Blocked(cue.n, due, wanted, took, why))
    walk.do(Act(do="choose", what=took))
    return int(mine)


def _instead(pack: Pack, moment: str, wanted: str, options: tuple[Option, ...]) -> str:
    """The author's substitute if it is open, else the open option with the same `keeps` and least cost."""
    kind, _, name = moment.partition(".")
    keeps: dict[str, bool] = {}
    author = None
    if kind in {"story", "free"}:
        author = next((t.instead for t in pack.scenes[name].choices if t.id == wanted), None)
    elif kind == "nudge":
        author = next((t.instead for t in pack.nudges[name].choices if t.id == wanted), None)
    else:
        keeps = {role.id: role.keeps for role in pack.families[name].choices}
    still = [o for o in options if not o.closed and o.id != wanted]
    if author and any(o.id == author for o in still):
        return author
    alike = [o for o in still if keeps.get(o.id) == keeps.get(wanted)] or still
    return min(alike, key=lambda o: (-o.coins, o.minutes, -o.tie, o.id)).id


def twin(pack: Pack, record: Record, file: str | None = None) -> TwinResult:
    """Replay the player's choices, by moment id, under the starting file `file`.

    Without `file`: the one whose doors differ most from the player's own, in either direction; then the one whose
    points, then coins differ most. Chance and schedule ignore the file, so only rules can part the two lives.
    Raises CannotReplay if the record was made with another pack, KeyError for a file that the pack lacks.
    """
    if record.header.digest != pack.digest:
        raise CannotReplay("This play belongs to other level files: it can be read, but not lived again.")
    setup, cues = record.header.setup, _cues(record)
    own, _ = _live(pack, setup, cues)
    if file is not None:
        return _beside(pack, own, setup, cues, pack.files[file].id)
    others = [f for f in pack.files if f != setup.file] or [setup.file]
    runs = [_beside(pack, own, setup, cues, other) for other in others]
    return max(runs, key=lambda run: (len(run.parted), _apart(run), -others.index(run.other.file)))


def _apart(run: TwinResult) -> tuple[int, int]:
    """How far standing and coins lie apart at the ends of the days, in all."""
    pairs = list(zip(run.own.days, run.other.days, strict=False))
    points = sum(abs((a.points or 0) - (b.points or 0)) for a, b in pairs)
    return points, abs(run.own.coins - run.other.coins)


def _beside(pack: Pack, own: Life, setup: Setup, cues: list[_Cue], file: str) -> TwinResult:
    other, walk = _live(pack, setup.but(file=file), cues)
    mine, theirs = dict(own.choices), dict(other.choices)
    return TwinResult(
        own=own,
        other=other,
        moments=len(mine.keys() & theirs.keys()),
        blocked=tuple(walk.blocked),
        missed=tuple(walk.missed),
        only_own=tuple(m for m in mine if m not in theirs),
        only_twin=tuple(m for m in theirs if m not in mine),
        rules=_gaps(pack, own, other),
    )


def _gaps(pack: Pack, own: Life, other: Life) -> tuple[RuleGap, ...]:
    """The rules that gave the two lives different points: about the file first, then about acts."""
    out = []
    lived = dict.fromkeys(d.regime for d in own.days if d.regime)
    mine, theirs = set(pack.files[own.file].has), set(pack.files[other.file].has)
    for regime in lived:
        if pack.regimes[regime].carries_on in lived:
            continue
        for rule in pack.regimes[regime].file:
            if (rule.has in mine) != (rule.has in theirs):
                own_points, twin_points = (rule.points * (rule.has in who) for who in (mine, theirs))
                out.append(RuleGap(regime, rule.text, rule.origin, rule.source, own_points, twin_points, "file"))
    mine_by = {(regime, act): points for regime, act, points in own.scored}
    twin_by = {(regime, act): points for regime, act, points in other.scored}
    for regime, act in sorted(mine_by.keys() | twin_by.keys()):
        a, b = mine_by.get((regime, act), 0), twin_by.get((regime, act), 0)
        if a != b:
            found = rule_for(pack, regime, act)
            if found:
                out.append(RuleGap(regime, found[0], found[1], found[2], a, b, "act"))
    return tuple(out)


def rule_for(pack: Pack, regime: str, act: str) -> tuple[str, str, str] | None:
    """The text, origin and source of the rule by which a regime counts an act."""
    at = pack.regimes[regime]
    every = [*(pack.tariffs[at.tariff].rules if at.tariff else ()), *at.extra, *(p.rule for p in at.pasted)]
    return next(((r.text, r.origin, r.source) for r in every if r.act == act), None)
