"""A life lived again from its record, act by act, under a file of its own. What does not fit is put right openly.

A replay is a new state from the first step on: the play that it is made from is not touched.
"""

from dataclasses import dataclass, field
from functools import cached_property

from game import rules
from game.language import _
from game.model.acts import Act, Event
from game.model.content import Pack
from game.model.record import Option, Record, Setup
from game.model.state import State
from game.rules.legal import due, why_not


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
class Missed:
    """A free act that was shut for the twin: no substitute is put in its place. `place` is where it would have been."""

    n: int
    act: Act
    place: str
    why: str


@dataclass(frozen=True, slots=True)
class Lived:
    """One act, done again. `n` is the line of the record that it was done for."""

    n: int
    act: Act
    state: State  # after it
    events: tuple[Event, ...]


@dataclass(frozen=True)
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
    steps: tuple[Lived, ...] = field(repr=False)

    @property
    def tried(self) -> int:
        return len(self.doors)

    @property
    def opened(self) -> int:
        return sum(door.open for door in self.doors)

    @cached_property
    def states(self) -> tuple[State, ...]:
        """The state after each act."""
        return tuple(step.state for step in self.steps)


@dataclass(frozen=True, slots=True)
class Cue:
    """A line of the record as something to be done again."""

    n: int
    act: Act
    moment: str  # chosen in or skipped


def cues_of(pack: Pack, record: Record) -> tuple[Cue, ...]:
    """What is to be done again. Raises CannotReplay if the record was made with another pack."""
    if record.header.digest != pack.digest:
        raise CannotReplay(_("This play belongs to other level files: it can be read, but not lived again."))
    out = []
    for line in record.lines:
        moment = next((e.what for e in line.events if e.did in ("chose", "skipped")), "")
        out.append(Cue(line.n, line.act, moment))
    return tuple(out)


class Living:
    """A life while it is being lived again. Go on with it as far as you like; it is the same life in any portions."""

    def __init__(self, pack: Pack, setup: Setup, cues: tuple[Cue, ...]) -> None:
        self.pack, self.setup, self.cues = pack, setup, cues
        self.state = rules.start(pack, setup)
        self.at = 0
        self.left = 20 * len(cues) + 100  # a guard: a replay that puts right for ever is a fault, not a life
        self.steps: list[Lived] = []
        self.days: list[DayLived] = []
        self.blocked: list[Blocked] = []
        self.missed: list[Missed] = []
        self._condition = ""

    @property
    def over(self) -> bool:
        """Whether all has been done again."""
        return self.at >= len(self.cues) or self.state.phase == "over" or self.left <= 0

    def go(self, turns: int | None = None) -> bool:
        """Go on by so many acts, or to the end; say whether it is over."""
        while not self.over and (turns is None or turns > 0):
            self.at += self._one()
            self.left -= 1
            turns = None if turns is None else turns - 1
        return self.over

    def life(self) -> Life:
        """What has been lived so far."""
        totals: dict[tuple[str, str], int] = {}
        doors, choices, close, day = [], [], "", 0
        for step in self.steps:
            for event in step.events:
                if event.did == "dawned":
                    day = event.amount
                elif event.did == "scored":
                    key = (event.what, event.why)
                    totals[key] = totals.get(key, 0) + event.amount
                elif event.did == "judged":
                    doors.append(DoorTried(event.why, event.what, bool(event.amount), day))
                elif event.did == "chose":
                    choices.append((event.what, event.choice))
                elif event.did == "ended":
                    close = close or event.what
        return Life(
            file=self.setup.file,
            days=tuple(self.days),
            doors=tuple(doors),
            choices=tuple(choices),
            scored=tuple((regime, act, points) for (regime, act), points in sorted(totals.items())),
            coins=self.state.coins - self.state.tick,
            trust=self.state.trust,
            close=close,
            steps=tuple(self.steps),
        )

    def _do(self, act: Act) -> None:
        day = self.state.day
        self.state, events = rules.step(self.pack, self.state, act)
        self.steps.append(Lived(self.cues[self.at].n, act, self.state, events))
        self._condition = next((e.condition for e in events if e.did == "dawned"), self._condition)
        if act.do == "home":
            self._night(day + 1, events)

    def _night(self, day: int, events: tuple[Event, ...]) -> None:
        rated = next((e for e in reversed(events) if e.did == "balance"), None)
        regime = rated.what if rated else ""
        before = self.pack.regimes[regime].carries_on if regime else None
        scale = before if before and any(d.regime == before for d in self.days) else regime
        self.days.append(
            DayLived(
                day=day,
                condition=self._condition,
                coins=self.state.coins - self.state.tick,
                regime=regime,
                scale=scale,
                points=rated.amount if rated else None,
            )
        )

    def _due(self) -> str:
        return due(self.state) if self.state.day < len(self.state.plan) else ""

    def _one(self) -> int:
        """Do one thing: the player's own if possible, else what brings the two lives together. Return cues used."""
        cue, state = self.cues[self.at], self.state
        if self._fits(cue):
            try:
                self._do(cue.act)
            except rules.Illegal:
                self._do(Act(do=cue.act.do, what=cue.act.what))
            return 1
        if state.phase in ("morning", "then", "ledger", "ending", "epilogue"):
            self._do(Act(do="on"))
            return 0
        if state.phase == "ask":
            asked = state.asks[0]
            soon = self.cues[self.at : self.at + 6]
            if cue.act.do == "answer" and any(c.act.do == "answer" and c.act.what == asked for c in soon):
                return 1
            self._do(Act(do="answer", what=asked))
            return 0
        if state.phase == "moment":
            return self._at_moment(cue)
        if state.phase == "place" and cue.act.do != "use":
            self._do(Act(do="leave"))
            return 0
        if state.phase == "street":
            waits = cue.act.do in ("choose", "skip") and cue.moment == self._due()
            if self._due() and (waits or cue.act.do == "home"):
                self._do(Act(do="meet"))
                return 0
        if cue.act.do in ("visit", "use", "roam"):
            self.missed.append(Missed(cue.n, cue.act, state.place, why_not(self.pack, state, cue.act)))
        return 1

    def _fits(self, cue: Cue) -> bool:
        act = cue.act
        if act.do in ("choose", "skip") and cue.moment != self._due():
            return False
        bare = Act(do="answer", what=act.what) if act.do == "answer" else act
        return bare in rules.legal(self.pack, self.state)

    def _at_moment(self, cue: Cue) -> int:
        """A moment in which the player's own act is not possible."""
        due = self._due()
        mine = cue.act.do in ("choose", "skip") and cue.moment == due
        if not mine and any(c.moment == due for c in self.cues[self.at + 1 :]):
            return 1
        shown = rules.view(self.pack, self.state).moment
        options = shown.options if shown else ()
        wanted = cue.act.what if mine else ""
        took = instead(self.pack, due, wanted, options)
        if mine:
            why = next((o.closed for o in options if o.id == wanted), "")
            self.blocked.append(Blocked(cue.n, due, wanted, took, why))
        self._do(Act(do="choose", what=took))
        return int(mine)


def instead(pack: Pack, moment: str, wanted: str, options: tuple[Option, ...]) -> str:
    """The author's substitute if it is open, else the open option with the same `keeps` and least cost."""
    kind, _dot, name = moment.partition(".")
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
