"""The same choices under another starting file: the rules are run again, and two lives are laid side by side."""

from dataclasses import dataclass

from game.debrief.relive import Blocked, CannotReplay, Cue, DoorTried, Life, Living, Missed, cues_of
from game.model.content import Pack
from game.model.record import Record, Setup

__all__ = ["CannotReplay", "RuleGap", "TwinResult", "beside", "farthest", "live", "rule_for", "twin"]

TOO_FAR = 0.2
"""Over this share of substituted choices the twin is not a life that could have been lived."""


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
    missed: tuple[Missed, ...]  # free acts that were shut for the twin
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


def twin(pack: Pack, record: Record, file: str | None = None) -> TwinResult:
    """Replay the player's choices, by moment id, under the starting file `file`.

    Without `file`: the one whose doors differ most from the player's own, in either direction; then the one whose
    points, then coins differ most. Chance and schedule ignore the file, so only rules can part the two lives.
    Raises CannotReplay if the record was made with another pack, KeyError for a file that the pack lacks.
    """
    setup, cues = record.header.setup, cues_of(pack, record)
    own = live(pack, setup, cues).life()
    if file is not None:
        return beside(pack, own, live(pack, setup.but(file=pack.files[file].id), cues))
    others = [f for f in pack.files if f != setup.file] or [setup.file]
    return farthest([beside(pack, own, live(pack, setup.but(file=other), cues)) for other in others])


def live(pack: Pack, setup: Setup, cues: tuple[Cue, ...]) -> Living:
    """Live the acts again under `setup`, to the end."""
    living = Living(pack, setup, cues)
    living.go()
    return living


def farthest(runs: list[TwinResult]) -> TwinResult:
    """Of some twins the one that differs most; of several the first."""
    return max(runs, key=lambda run: (len(run.parted), _apart(run)))


def _apart(run: TwinResult) -> tuple[int, int]:
    """How far standing and coins lie apart at the ends of the days, in all."""
    pairs = list(zip(run.own.days, run.other.days, strict=False))
    points = sum(abs((a.points or 0) - (b.points or 0)) for a, b in pairs)
    return points, abs(run.own.coins - run.other.coins)


def beside(pack: Pack, own: Life, living: Living) -> TwinResult:
    """Lay a life that has been lived again beside the player's own."""
    other = living.life()
    mine, theirs = dict(own.choices), dict(other.choices)
    return TwinResult(
        own=own,
        other=other,
        moments=len(mine.keys() & theirs.keys()),
        blocked=tuple(living.blocked),
        missed=tuple(living.missed),
        only_own=tuple(m for m in mine if m not in theirs),
        only_twin=tuple(m for m in theirs if m not in mine),
        rules=_gaps(living.pack, own, other),
    )


def _gaps(pack: Pack, own: Life, other: Life) -> tuple[RuleGap, ...]:
    """The rules that gave the two lives different points: about the file first, then about acts."""
    out = []
    counted = [regime for regime, _points in own.steps[-1].state.balances] if own.steps else []
    lived = dict.fromkeys([*(d.regime for d in own.days if d.regime), *counted])
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
