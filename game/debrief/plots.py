"""From a reading to chart descriptions. `Name` functions turn ids into the words that are shown."""

from collections.abc import Callable

from game.debrief.charts import (
    Bar,
    Bars,
    Domino,
    Dominoes,
    Dots,
    Lane,
    LaneDoor,
    Lanes,
    Peg,
    Pegs,
    Plan,
    Step,
    Table,
)
from game.debrief.dotted import Band, Dot
from game.debrief.pairs import KEEPINGS, pegs
from game.debrief.reading import CONDITIONS, Reading
from game.debrief.relive import DoorTried, Life
from game.debrief.stats import wilson
from game.debrief.twin import TwinResult
from game.debrief.words import count, spelt

Name = Callable[[str], str]


def dominoes(reading: Reading, family: Name) -> Dominoes | None:
    """A tile for each family met both under posted and under hidden rules."""
    left, right = reading.grid("P"), reading.grid("H")
    tiles = tuple(
        Domino(f, family(f), a.event.keeping, a.event.keeps, right[f].event.keeps, a.n, right[f].n)
        for f, a in left.items()
        if f in right
    )
    return Dominoes("One temptation, two towns", "rules posted", "rules hidden", tiles) if tiles else None


def dots(reading: Reading, family: Name, condition: Name) -> Dots | None:
    """Every matched moment in the order it was lived, in bands by condition."""
    lived = dict.fromkeys(t.event.condition for t in reading.matched)
    bands = tuple(
        Band(
            c,
            condition(c),
            tuple(
                Dot(t.n, family(t.event.family), bool(t.event.keeps), bool(t.event.watched))
                for t in reading.matched
                if t.event.condition == c
            ),
        )
        for c in lived
    )
    return Dots("Every moment that can be compared", "as the board asks", "otherwise", bands) if bands else None


def plan(dots: Dots | None) -> Plan | None:
    """The house with a cell for each moment under dark glass, and round it those under posted rules."""
    bands = {band.condition: band for band in dots.bands} if dots else {}
    if dots is None or "D" not in bands:
        return None
    dark, posted = bands["D"].dots, bands.get("P")
    n, looks = len(dark), sum(d.looked for d in dark)
    if n == 1:
        told = f"You were in one cell; it was {'' if looks else 'not '}looked into."
    else:
        told = f"You were in {spelt(n)} cells; {_so_many(looks, n)} looked into. From inside they looked alike."
    sides = [(name, [d.kept for d in dark if d.looked == lit]) for name, lit in (("lit", True), ("dark", False))]
    did = [f"in {sum(kept)} of {count(len(kept), f'{name} cell')}" for name, kept in sides if kept]
    notes = [told, f"You did what the board asks {' and '.join(did)}."]
    if posted:
        seen = _so_many(sum(d.looked for d in posted.dots), len(posted.dots))
        notes.append(f"The outer ring is what you met under posted rules: {seen} looked into, and you saw by whom.")
    rings = (bands["D"], posted) if posted else (bands["D"],)
    return Plan("The inspection house, from above", dots.above, dots.below, rings, tuple(notes))


def _so_many(part: int, whole: int) -> str:
    return "none was" if not part else "all were" if part == whole > 1 else "one was" if part == 1 else (
        f"{spelt(part)} were")  # fmt: skip


def kept_bars(reading: Reading, condition: Name) -> Bars | None:
    """How often the rule was kept in each condition, with what would be no surprise (90 per cent, Wilson 1927)."""
    rows = []
    for c in CONDITIONS:
        moments = reading.grid(c).values()
        if moments:
            kept = sum(bool(t.event.keeps) for t in moments)
            low, high = wilson(kept, len(moments))
            rows.append(Bar(condition(c), kept, len(moments), f"{kept} of {len(moments)}", c, low, high))
    note = "thin line: any count within it would be no surprise either (90 per cent)"
    return Bars("How often you did what the board asks", note, tuple(rows)) if rows else None


def apart(reading: Reading, condition: Name) -> Table:
    """The same counts for rules that it was kind, neutral or harmful to keep, side by side."""
    some = [k for k in KEEPINGS if any(t.event.keeping == k for t in reading.matched)]
    rows = []
    for c in CONDITIONS:
        row = [condition(c)]
        for keeping in some:
            moments = [t for t in reading.grid(c).values() if t.event.keeping == keeping]
            row.append(f"{sum(bool(t.event.keeps) for t in moments)} of {len(moments)}")
        if reading.grid(c):
            rows.append(tuple(row))
    head = ("", *(f"{keeping} to keep" for keeping in some))
    return Table("As the board asks, where that was kind and where it was not", head, tuple(rows))


def peg_rows(reading: Reading, condition: Name) -> Pegs | None:
    """Guesses of being looked at beside the truth."""
    rows = tuple(Peg(p.n, condition(c), p.guess, p.looks, p.moments) for c, p in pegs(reading))
    return Pegs("How often was somebody looking", rows) if rows else None


def lanes(twin: TwinResult, file: Name, condition: Name, door: Name, regime: Name) -> Lanes | None:
    """The two lives, day by day. Heights are within a regime's own range, since two regimes have two scales."""
    both = (twin.own, twin.other)
    if not twin.own.days or not twin.other.days:
        return None
    reach: dict[str, list[int]] = {}
    for life in both:
        for d in life.days:
            if d.points is not None:
                reach.setdefault(d.scale, []).append(d.points)
    at = {(d.regime, d.door): d.open for d in twin.own.doors}
    apart = {(d.regime, d.door) for d in twin.other.doors if at.get((d.regime, d.door), d.open) != d.open}
    names = (("You", twin.own), ("Your twin", twin.other))
    return Lanes(
        "Two lives, the same choices",
        max(d.day for life in both for d in life.days),
        min((d.day for d in twin.own.doors if (d.regime, d.door) in apart), default=None),
        tuple(_lane(who, life, reach, apart, file, condition, door, regime) for who, life in names),
    )


def _lane(
    who: str, life: Life, reach: dict[str, list[int]], apart: set[tuple[str, str]], file: Name, condition: Name,
    door: Name, regime: Name,
) -> Lane:  # fmt: skip
    def height(points: int | None, scale: str) -> float | None:
        if points is None:
            return None
        low, high = min(reach[scale]), max(reach[scale])
        return 0.5 if low == high else (points - low) / (high - low)

    def tried(d: DoorTried) -> LaneDoor:
        return LaneDoor(d.day, door(d.door), regime(d.regime), d.open, (d.regime, d.door) in apart)

    return Lane(
        who,
        file(life.file),
        tuple(
            Step(d.day, condition(d.condition), d.points, height(d.points, d.scale), d.coins, d.scale)
            for d in life.days
        ),
        tuple(map(tried, life.doors)),
    )
