"""Two lives as one course: the stops at which something was done, in order, with where both lives stood at each."""

from dataclasses import dataclass

from game.debrief.cards import Card
from game.debrief.deeds import act_words, choice_words
from game.debrief.facets import small_the
from game.debrief.names import Names
from game.debrief.others import said
from game.debrief.partings import Pair, Parting, differing, pairs
from game.debrief.relive import Life, Lived
from game.debrief.words import capital, listed
from game.language import _, ngettext, told
from game.model.acts import Act
from game.model.content import Pack
from game.model.state import State
from game.rules.legal import clock
from game.rules.plan import chapter_of, is_last_day, regime_of

STOPS = ("dawned", "chose", "used", "roamed", "went_home", "judged", "ended")
"""What is done in a line that the cursor stops at."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two lives at a stop. `points` and `height` (0 to 1, on the scale's own range) are None if unrated."""

    did: str
    standing: str
    doors: str
    purse: str
    points: int | None
    scale: str
    trust: int
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """A place for the cursor. `at` is where on the course it lies, in days: 2.5 is the middle of the third."""

    n: int
    day: int
    when: str
    at: float
    own: Side
    twin: Side
    differs: tuple[str, ...]  # "coins", "trust", and the like: see `partings.held`
    parting: int | None  # the parting that was come to last, by its number

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both."""
        return self.own, self.twin


@dataclass(frozen=True, slots=True)
class Course:
    """All stops. `marks` are the partings: (number of the stop, parting)."""

    days: int
    stops: tuple[Stop, ...]
    marks: tuple[tuple[int, Parting], ...]

    @property
    def first(self) -> int:
        """The stop at which the lives part for the first time; the last one if they never do."""
        return self.marks[0][0] if self.marks else max(0, len(self.stops) - 1)

    def after(self, stop: int) -> int | None:
        """The next stop with a parting, or None."""
        return next((at for at, _parting in self.marks if at > stop), None)

    def before(self, stop: int) -> int | None:
        """The one before."""
        return next((at for at, _parting in reversed(self.marks) if at < stop), None)

    def day(self, stop: int, by: int) -> int:
        """The first stop of the next day (1), or of this one or the one before (-1)."""
        starts = [i for i, s in enumerate(self.stops) if not i or s.day != self.stops[i - 1].day]
        if by > 0:
            return next((i for i in starts if i > stop), len(self.stops) - 1)
        return next((i for i in reversed(starts) if i < stop), 0)


def course(
    pack: Pack, names: Names, own: Life, other: Life, cards: dict[int, Card], parted: tuple[Parting, ...]
) -> Course:
    """Lay out the course of two lives. `pack` has to know both files."""
    at_lines = {p.n for p in parted}
    kept = [pair for pair in pairs(own, other) if pair.n in at_lines or _stops(pair.did)]
    many: dict[int, int] = {}
    for pair in kept:
        many[pair.own.day] = many.get(pair.own.day, 0) + 1
    shut = {p.n for p in parted if p.kind in ("blocked", "missed")}
    raw, seen = [], dict.fromkeys(many, 0)
    for pair in kept:
        day = pair.own.day
        seen[day] += 1
        place = day + seen[day] / (many[day] + 1)
        past = [i for i, p in enumerate(parted) if p.n <= pair.n]
        raw.append(_stop(pack, names, pair, cards, place, past[-1] if past else None,
                         shut=pair.n in shut))  # fmt: skip
    stops = _risen(raw)
    line_of = {stop.n: i for i, stop in enumerate(stops)}
    return Course(max((s.day for s in stops), default=0), stops, tuple((line_of[p.n], p) for p in parted))


def _stops(did: tuple[Lived, ...]) -> bool:
    return any(event.did in STOPS for step in did for event in step.events)


def _stop(
    pack: Pack, names: Names, pair: Pair, cards: dict[int, Card], place: float, parting: int | None,
    *, shut: bool,
) -> Stop:  # fmt: skip
    own, twin = pair.own, pair.twin
    card = cards.get(pair.n)
    mine = card.did if card else _deed(pack, pair.did)
    theirs = mine if _acts(pair.did) == _acts(pair.twin_did) else _deed(pack, pair.twin_did)
    if shut:
        theirs = _("Shut. Instead: {deed}").format(deed=theirs) if pair.twin_did else _("Shut. Nothing instead")
    condition = chapter_of(pack, own).condition
    when = _("the last day") if is_last_day(pack, own) else names.condition(condition)
    return Stop(
        pair.n, own.day + 1,
        _("Day {day} · {clock} · {when}").format(day=own.day + 1, clock=clock(own.minute), when=when), place,
        _side(pack, names, own, mine), _side(pack, names, twin, theirs),
        tuple(sorted(differing(own, twin))), parting,
    )  # fmt: skip


def _acts(did: tuple[Lived, ...]) -> list[Act]:
    return [step.act for step in did if step.act.do not in ("on", "leave")]


def _deed(pack: Pack, did: tuple[Lived, ...]) -> str:
    """What was done in a line, in words; the last thing that has any."""
    for step in reversed(did):
        for event in reversed(step.events):
            if event.did == "chose":
                return choice_words(pack, event.what, event.choice)
            if event.did in ("used", "roamed"):
                return act_words(pack, step.act)
            if event.did == "went_home":
                return _("Home, and to bed")
            if event.did == "judged":
                return _("The night’s page is read")
            if event.did == "dawned":
                return _("A day begins")
            if event.did == "ended":
                if event.what not in pack.closes:
                    return _("The end")
                return _("The end: “{title}”").format(title=told(pack.closes[event.what].title))
    return _("Nothing of this")


def _side(pack: Pack, names: Names, state: State, did: str) -> Side:
    regime, known = regime_of(pack, state), dict(state.balances)
    counts = regime.scores != "nothing" and regime.id in known and not is_last_day(pack, state)
    points = known[regime.id] if counts else None
    before = regime.carries_on
    standing = _("nobody counts now")
    if points is not None:
        shown = said(regime, points)
        if regime.shows == "arrow":
            shown = _("{points}, shown as an {mark}").format(points=points, mark=shown)
        standing = f"{capital(small_the(regime))}: {shown}"
    purse = ngettext("{n} coin", "{n} coins", state.coins).format(n=f"{state.coins:,}")
    if state.tick:
        purse = _("{coins}, {tick} on tick").format(coins=purse, tick=state.tick)
    return Side(
        did, standing, _doors(names, state), purse, points,
        before if before and before in known else regime.id, state.trust,
    )  # fmt: skip


def _doors(names: Names, state: State) -> str:
    """The latest word on each door."""
    latest = {door: is_open for _regime, door, is_open in state.doors}
    sides = ((says, [names.door(d) for d, is_open in latest.items() if is_open is side]) for side, says in
             ((True, _("open: {doors}")), (False, _("shut: {doors}"))))  # fmt: skip
    return "; ".join(says.format(doors=listed(of)) for says, of in sides if of) or _("no door judged yet")


def _risen(stops: list[Stop]) -> tuple[Stop, ...]:
    """Give each standing its height on its own scale, which is as long as both lives made it."""
    reach: dict[str, list[int]] = {}
    for stop in stops:
        for side in stop.sides:
            if side.points is not None:
                reach.setdefault(side.scale, []).append(side.points)

    def risen(side: Side) -> Side:
        if side.points is None:
            return side
        low, high = min(reach[side.scale]), max(reach[side.scale])
        height = 0.5 if low == high else (side.points - low) / (high - low)
        return Side(side.did, side.standing, side.doors, side.purse, side.points, side.scale, side.trust, height)

    return tuple(
        Stop(s.n, s.day, s.when, s.at, risen(s.own), risen(s.twin), s.differs, s.parting) for s in stops
    )
