"""What a class counts of one play. Nobody's words are in it: only ids that the level files know, and small numbers."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from game.debrief.arms import nudged, reasons
from game.debrief.described import is_hidden, tokens, walls
from game.debrief.pairs import pegs
from game.debrief.reading import CONDITIONS, OWN, Reading, Told, kind_of, read
from game.model.content import Pack
from game.model.projected import Half
from game.model.record import Header, Order, Record

LIVED: Final = ("dawned", "chose", "answered", "balance", "judged", "ended", "revealed")
"""The kinds of event that are read for it."""
TOKENS: Final = ("P", "D", "H")
LEVELS: Final = re.compile("[0-9a-f]{64}")
FIVE, TEN, MUCH = 5, 10, 31  # tokens; pegs; what small counts stop at
PICKS: Final = {"suspected": 4, "tested": 6}


@dataclass(frozen=True, slots=True)
class Push:
    """One nudged moment: the family or the nudge by its id, what kind of push, which arm, and whether x was taken.

    In a matched moment x is to keep the rule, pushed toward it (x) or away from it (z).
    """

    what: str
    kind: str
    arm: str  # x | z | none
    took: bool


@dataclass(frozen=True, slots=True)
class Student:
    """One play as a class counts it. What was not asked, or was left alone, is None."""

    key: str  # made from the play's random id; the same for its file and for its code
    levels: str  # which level files: the beginning of their digest
    campaign: str
    order: Order
    file: str
    untimed: bool
    done: bool
    last: str  # the condition lived through at the end; "" before the first morning
    close: str  # id of the last page; "" if there was none
    kept: Mapping[str, Mapping[str, bool]]  # condition -> family -> did what the board asks
    looked: frozenset[str]  # families whose moment under dark glass was truly looked at
    pushes: tuple[Push, ...]
    doors: Mapping[str, tuple[int, int]]  # regime -> opened, tried
    tokens: Mapping[str, tuple[int | None, int | None]]  # condition -> in the jar, behind the curtain
    chalk: tuple[int, int, int, int] | None  # of rules not shown: right, asked, uncounted believed, uncounted
    before: tuple[int, int]  # reasons in the diary before any rule: one's own, controlled
    after: tuple[int, int]  # the same after the board
    bet: int | None
    suspected: int | None
    tested: int | None
    pegs: int | None  # guessed looks under dark glass, of ten
    half: Half = field(default="", kw_only=True)  # in a room whose projector shows one; beside the record, not in it
    lot: str = field(default="", kw_only=True)  # among whom the half was dealt

    def pairs(self, first: str, second: str) -> dict[str, tuple[bool, bool]]:
        """The families met in both of two conditions."""
        one, other = self.kept.get(first, {}), self.kept.get(second, {})
        return {family: (kept, other[family]) for family, kept in one.items() if family in other}


class _Sorted(Reading):
    """A reading that is asked often: what happened lies sorted by its kind already."""

    def __init__(self, whole: Reading) -> None:
        super().__init__(whole.record, whole.told)
        by: dict[str, list[Told]] = {}
        for told in whole.told:
            by.setdefault(told.event.did, []).append(told)
        answers: dict[str, list[Told]] = {}
        for told in by.get("answered", ()):
            answers.setdefault(kind_of(told.event), []).append(told)
        object.__setattr__(self, "by", {did: tuple(some) for did, some in by.items()})
        object.__setattr__(self, "by_kind", {kind: tuple(some) for kind, some in answers.items()})

    by: dict[str, tuple[Told, ...]]
    by_kind: dict[str, tuple[Told, ...]]

    def of(self, did: str) -> tuple[Told, ...]:
        return self.by.get(did, ())

    def answers(self, kind: str) -> tuple[Told, ...]:
        return self.by_kind.get(kind, ())


def key_of(play: str) -> str:
    """A play's key: from it nobody gets back to the id."""
    return hashlib.sha256(play.encode()).hexdigest()[:16]


def student(record: Record, pack: Pack) -> Student:
    """Count one play. What the level files do not know is left out. Raises ValueError for what no play can hold."""
    return counted(record.header, read(record).told, pack)


def counted(header: Header, told: tuple[Told, ...], pack: Pack) -> Student:
    """The same, of what was read of a play: its header, and its events of the kinds in LIVED. Raises ValueError."""
    setup, reading = header.setup, _Sorted(Reading(Record(header=header), told))
    if setup.campaign not in {**pack.campaigns, **pack.alone}:
        raise ValueError("a campaign that these level files do not have")
    if setup.file not in pack.files:
        raise ValueError("a starting file that these level files do not have")
    if not LEVELS.fullmatch(header.digest):
        raise ValueError("a digest of level files that is none")
    lived = [t.lived for t in reading.of("dawned") if t.lived in CONDITIONS]
    ends = reading.of("ended")
    closes = [t.event.what for t in ends if t.event.what in pack.closes]
    answers = {t.event.what: t.event.values[0] for t in reading.answers("other") + reading.answers("pegs")
               if t.event.values}  # fmt: skip
    picks = {name: _number(answers.get(name, "").removeprefix("pick_"), most - 1) for name, most in PICKS.items()}
    kept, looked = _kept(reading, pack)
    guessed = [p.guess for condition, p in pegs(reading) if condition == "D"]
    return Student(
        key=key_of(header.play),
        levels=header.digest[:8],
        campaign=setup.campaign,
        order=setup.order,
        file=setup.file,
        untimed=setup.untimed,
        done=bool(ends or reading.of("revealed")),
        last=lived[-1] if lived else "",
        close=closes[-1] if closes else "",
        kept=kept,
        looked=looked,
        pushes=tuple(_pushes(reading, pack)),
        doors=_doors(reading, pack),
        tokens=_tokens(reading),
        chalk=_chalk(reading),
        before=_reasons(reading, "U0"),
        after=_reasons(reading, "UV"),
        bet=_number(answers.get("bet", ""), len(pack.families)),
        suspected=picks["suspected"],
        tested=picks["tested"],
        pegs=min(guessed[-1], TEN) if guessed else None,
    )


def _kept(reading: Reading, pack: Pack) -> tuple[dict[str, dict[str, bool]], frozenset[str]]:
    """What was kept, by condition and family, and the families truly looked at under dark glass."""
    kept: dict[str, dict[str, bool]] = {condition: {} for condition in CONDITIONS}
    looked: dict[str, bool] = {}
    for event in (t.event for t in reading.matched):
        if event.condition in kept and event.family in pack.families:
            kept[event.condition][event.family] = bool(event.keeps)
            if event.condition == "D":
                looked[event.family] = bool(event.watched)
    return kept, frozenset(family for family, watched in looked.items() if watched)


def _pushes(reading: Reading, pack: Pack) -> list[Push]:
    """Each once, in the order of the level files: a play meets each at most once."""
    found: dict[str, Push] = {}
    for event in (t.event for t in nudged(reading)):
        if event.arm in ("toward", "away") and event.condition == "H" and event.family in pack.families:
            kind, arm = pack.families[event.family].nudge, "x" if event.arm == "toward" else "z"
            found[event.family] = Push(event.family, kind, arm, bool(event.keeps))
        name = event.what.removeprefix("nudge.")
        if event.arm in ("x", "z", "none") and name in pack.nudges:
            found[name] = Push(name, pack.nudges[name].kind, event.arm, event.choice == pack.nudges[name].x)
    return [found[name] for name in (*pack.families, *pack.nudges) if name in found]


def _doors(reading: Reading, pack: Pack) -> dict[str, tuple[int, int]]:
    out: dict[str, dict[str, bool]] = {}
    for event in (t.event for t in reading.of("judged")):
        if event.why in pack.regimes and any(rule.door == event.what for rule in pack.regimes[event.why].doors):
            out.setdefault(event.why, {})[event.what] = event.amount > 0
    return {regime: (sum(out[regime].values()), len(out[regime])) for regime in pack.regimes if regime in out}


def _tokens(reading: Reading) -> dict[str, tuple[int | None, int | None]]:
    given = {condition: pair for condition, pair in tokens(reading).items() if condition in TOKENS}
    counted = {
        condition: tuple(_number(t.event.values[0], FIVE, 1) if t else None for t in given[condition])
        for condition in TOKENS
        if condition in given
    }
    return {condition: (jar, curtain) for condition, (jar, curtain) in counted.items() if jar or curtain}


def _chalk(reading: Reading) -> tuple[int, int, int, int] | None:
    unseen = [wall for wall in walls(reading) if is_hidden(reading, wall)]
    if not unseen:
        return None
    counts = (
        sum(w.hits for w in unseen), sum(w.answered for w in unseen),
        sum(len(w.believed) for w in unseen), sum(len(w.uncounted) for w in unseen),
    )  # fmt: skip
    if counts[1] > MUCH:
        raise ValueError("more rules on a wall than there are")
    return counts


def _reasons(reading: Reading, condition: str) -> tuple[int, int]:
    kinds = [kind for _, kind in reasons(reading, condition) if kind != "amotivation"]
    own = sum(kind in OWN for kind in kinds)
    if len(kinds) > MUCH:
        raise ValueError("more reasons than a diary has lines")
    return own, len(kinds) - own


def _number(word: str, most: int, least: int = 0) -> int | None:
    """A small whole number; None for anything else."""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 4 and least <= int(word) <= most else None
