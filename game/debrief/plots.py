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
from game.debrief.names import keeping as to_keep
from game.debrief.pairs import KEEPINGS, pegs
from game.debrief.reading import CONDITIONS, Reading
from game.debrief.relive import DoorTried, Life
from game.debrief.stats import wilson
from game.debrief.twin import TwinResult
from game.debrief.words import amount, out_of, spelt
from game.language import _, ngettext, pgettext

Name = Callable[[str], str]


def dominoes(reading: Reading, family: Name) -> Dominoes | None:
    """A tile for each family met both under posted and under hidden rules."""
    left, right = reading.grid("P"), reading.grid("H")
    tiles = tuple(
        Domino(f, family(f), to_keep(a.event.keeping), a.event.keeps, right[f].event.keeps, a.n, right[f].n)
        for f, a in left.items()
        if f in right
    )
    return Dominoes(_("One temptation, two towns"), _("rules posted"), _("rules hidden"), tiles) if tiles else None


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
    title = _("Every moment that can be compared")
    return Dots(title, _("as the board asks"), _("otherwise"), bands) if bands else None


def plan(dots: Dots | None) -> Plan | None:
    """The house with a cell for each moment under dark glass, and round it those under posted rules."""
    bands = {band.condition: band for band in dots.bands} if dots else {}
    if dots is None or "D" not in bands:
        return None
    dark, posted = bands["D"].dots, bands.get("P")
    n, looks = len(dark), sum(d.looked for d in dark)
    if n == 1:
        told = _("You were in one cell; it was not looked into.")
        told = _("You were in one cell; it was looked into.") if looks else told
    else:
        told = _("You were in {cells} cells; {looked}. From inside they looked alike.").format(
            cells=spelt(n), looked=_so_many(looks, n))  # fmt: skip
    notes = [told, _asked([d.kept for d in dark if d.looked], [d.kept for d in dark if not d.looked])]
    if posted:
        seen = _so_many(sum(d.looked for d in posted.dots), len(posted.dots))
        ring = _("The outer ring is what you met under posted rules: {looked}, and you saw by whom.")
        notes.append(ring.format(looked=seen))
    rings = (bands["D"], posted) if posted else (bands["D"],)
    return Plan(_("The inspection house, from above"), dots.above, dots.below, rings, tuple(notes))


def _so_many(part: int, whole: int) -> str:
    if not part:
        return pgettext("of the cells", "none was looked into")
    if part == whole > 1:
        return pgettext("of the cells", "all were looked into")
    if part == 1:
        return pgettext("of the cells", "one was looked into")
    return ngettext("{n} was looked into", "{n} were looked into", part).format(n=spelt(part))


def _asked(lit: list[bool], dark: list[bool]) -> str:
    """In how many of the cells that were looked into, and of the others, the rule was kept."""
    in_lit = ngettext("in {part} of {n} lit cell", "in {part} of {n} lit cells", len(lit)).format(
        part=sum(lit), n=amount(len(lit)))  # fmt: skip
    in_dark = ngettext("in {part} of {n} dark cell", "in {part} of {n} dark cells", len(dark)).format(
        part=sum(dark), n=amount(len(dark)))  # fmt: skip
    if lit and dark:
        return _("You did what the board asks {lit} and {dark}.").format(lit=in_lit, dark=in_dark)
    return _("You did what the board asks {cells}.").format(cells=in_lit if lit else in_dark)


def kept_bars(reading: Reading, condition: Name) -> Bars | None:
    """How often the rule was kept in each condition, with what would be no surprise (90 per cent, Wilson 1927)."""
    rows = []
    for c in CONDITIONS:
        moments = reading.grid(c).values()
        if moments:
            kept = sum(bool(t.event.keeps) for t in moments)
            low, high = wilson(kept, len(moments))
            rows.append(Bar(condition(c), kept, len(moments), out_of(kept, len(moments)), c, low, high))
    note = _("thin line: any count within it would be no surprise either (90 per cent)")
    return Bars(_("How often you did what the board asks"), note, tuple(rows)) if rows else None


def apart(reading: Reading, condition: Name) -> Table:
    """The same counts for rules that it was kind, neutral or harmful to keep, side by side."""
    some = [k for k in KEEPINGS if any(t.event.keeping == k for t in reading.matched)]
    rows = []
    for c in CONDITIONS:
        row = [condition(c)]
        for keeping in some:
            moments = [t for t in reading.grid(c).values() if t.event.keeping == keeping]
            row.append(out_of(sum(bool(t.event.keeps) for t in moments), len(moments)))
        if reading.grid(c):
            rows.append(tuple(row))
    names = {"kind": _("kind to keep"), "neutral": _("neutral to keep"), "harmful": _("harmful to keep")}
    head = ("", *(names[keeping] for keeping in some))
    return Table(_("As the board asks, where that was kind and where it was not"), head, tuple(rows))


def peg_rows(reading: Reading, condition: Name) -> Pegs | None:
    """Guesses of being looked at beside the truth."""
    rows = tuple(Peg(p.n, condition(c), p.guess, p.looks, p.moments) for c, p in pegs(reading))
    return Pegs(_("How often was somebody looking"), rows) if rows else None


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
    names = ((pgettext("name of a life", "You"), twin.own), (_("Your twin"), twin.other))
    return Lanes(
        _("Two lives, the same choices"),
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
