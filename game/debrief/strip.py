"""The whole play as one strip: a column a moment, in the order lived, with what stood above and below it."""

from dataclasses import dataclass

from game.debrief.cards import Card
from game.debrief.charts import LaneDoor, Table
from game.debrief.names import Names
from game.debrief.reading import Reading
from game.debrief.words import amount, listed, out_of, times
from game.language import N_, _, ngettext, pgettext

TITLE = N_("The whole play, moment by moment")
ABOVE, BELOW = N_("as the board asks"), N_("otherwise")
TRUTHS = {"looked": N_("somebody looking"), "counted": N_("counted, unseen"), "": N_("nobody looking")}
"""All looked up where they are shown."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One moment. `kept` is None where it is compared with nothing; `mark` is the truth of the watch."""

    n: int
    day: int
    clock: str
    when: str  # the condition
    place: str
    title: str
    shown: str
    chose: str
    minutes: int
    kept: bool | None
    mark: str  # "looked" | "counted" | ""

    @property
    def side(self) -> str:
        """What was done, in the words that hold in every condition."""
        return _("not compared") if self.kept is None else _(ABOVE) if self.kept else _(BELOW)

    @property
    def truth(self) -> str:
        """Who was looking; nothing where it was not to be compared."""
        return "" if self.kept is None else _(TRUTHS[self.mark])

    @property
    def stood(self) -> str:
        """When and where."""
        return " · ".join(filter(None, (_("Day {n}").format(n=self.day), self.clock, self.when, self.place)))

    @property
    def took(self) -> str:
        """How long it took, by the town's clock."""
        if not self.minutes:
            return _("no time")
        return ngettext("{n} minute", "{n} minutes", self.minutes).format(n=amount(self.minutes))

    @property
    def says(self) -> str:
        """All of it in a line."""
        told = self.title
        if self.shown:
            told = pgettext("a moment", "{title}: {scene}").format(title=self.title, scene=self.shown)
        return ". ".join((self.stood, told.rstrip(".")))


@dataclass(frozen=True, slots=True)
class DayOf:
    """One day: its columns are `first` to `first + many`. `height` is 0..1 within its scale, None where unrated."""

    day: int
    name: str  # "the last day", or the condition
    condition: str
    label: str
    first: int
    many: int
    regime: str
    points: int | None
    height: float | None
    scale: str
    trust: int | None
    detours: int
    doors: tuple[LaneDoor, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """`trust` is (moments lived by then, of a hundred); `detours` are the ways by the back lane, told the same way."""

    marks: tuple[Mark, ...]
    days: tuple[DayOf, ...]
    trust: tuple[tuple[int, int], ...]
    detours: tuple[int, ...]
    title: str = TITLE

    @property
    def bands(self) -> tuple[tuple[str, str, int, int], ...]:
        """Condition, label, first column and how many, for each stretch of days under one condition."""
        out: list[tuple[str, str, int, int]] = []
        for d in self.days:
            if out and out[-1][0] == d.condition:
                condition, label, first, many = out.pop()
                out.append((condition, label, first, many + d.many))
            else:
                out.append((d.condition, d.label, d.first, d.many))
        return tuple(out)

    @property
    def says(self) -> str:
        matched = [m for m in self.marks if m.kept is not None]
        kept, looked = sum(bool(m.kept) for m in matched), sum(m.mark == "looked" for m in matched)
        days = ngettext("over {n} day", "over {n} days", len(self.days)).format(n=amount(len(self.days)))
        moments = ngettext("{n} moment {over_days}.", "{n} moments {over_days}.", len(self.marks))
        parts = [moments.format(n=amount(len(self.marks)), over_days=days)]
        if matched:
            said = _("Of {n} that can be compared, as the board asks {kept}, looked at in fact {looked}.")
            parts.append(said.format(n=len(matched), kept=kept, looked=looked))
        doors = [door for d in self.days for door in d.doors]
        if doors:
            said = ngettext("{part} of {n} door open.", "{part} of {n} doors open.", len(doors))
            parts.append(said.format(part=sum(d.open for d in doors), n=amount(len(doors))))
        if self.trust:
            said = _("The town's trust went from {first} to {last} of 100.")
            parts.append(said.format(first=self.trust[0][1], last=self.trust[-1][1]))
        parts.append(_("By the back lane: {times}.").format(times=times(len(self.detours))))
        return " ".join(parts)

    @property
    def table(self) -> Table:
        """A row a day: the same in figures."""
        rows = []
        for d in self.days:
            mine = [m for m in self.marks[d.first : d.first + d.many] if m.kept is not None]
            looked, counted = (sum(m.mark == mark for m in mine) for mark in ("looked", "counted"))
            kept = out_of(sum(bool(m.kept) for m in mine), len(mine)) if mine else "–"
            shut = [door.label for door in d.doors if not door.open]
            doors = "–" if not d.doors else _("all open")
            doors = pgettext("doors", "shut: {doors}").format(doors=listed(shut)) if shut else doors
            rows.append((
                pgettext("a day", "{day}, {when}").format(day=d.day, when=d.name), str(d.many), kept, str(looked),
                str(counted), _("not rated") if d.points is None else f"{d.points}, {d.regime}", doors,
                "–" if d.trust is None else str(d.trust), str(d.detours),
            ))  # fmt: skip
        head = (
            pgettext("head of a table", "day"), pgettext("head of a table", "moments"), _(ABOVE), _("looked at"),
            _("counted, unseen"), _("standing at its end"), pgettext("head of a table", "doors"), _("trust of 100"),
            _("by the back lane"),
        )  # fmt: skip
        return Table(_("The strip, day by day"), head, tuple(rows))


def strip(reading: Reading, names: Names, cards: dict[int, Card]) -> Strip | None:
    """Lay the play out, from its record alone. None if nothing was lived."""
    if not cards:
        return None
    spent = dict.fromkeys(cards, 0)
    for told in reading.of("spent"):
        if told.n in spent:
            spent[told.n] += told.event.amount
    lines = sorted(cards)
    marks = tuple(_mark(cards[n], names, spent[n]) for n in lines)
    return Strip(
        marks,
        _days(reading, names, marks),
        tuple((_before(lines, t.n), t.event.amount) for t in reading.of("trust")),
        tuple(_before(lines, n) for n in detours(reading)),
        _(TITLE),
    )


def detours(reading: Reading) -> tuple[int, ...]:
    """The lines on which the player went by the back lane."""
    return tuple(t.n for t in reading.of("moved") if t.event.what == "lane")


def _before(lines: list[int], n: int) -> int:
    """How many moments had been lived when line `n` was written."""
    return sum(line <= n for line in lines)


def _mark(card: Card, names: Names, minutes: int) -> Mark:
    mark = "" if card.kept is None else "looked" if card.looked else "counted" if card.condition == "H" else ""
    where = card.screen.where if card.screen else ""
    return Mark(card.n, card.day, card.clock, card.when, names.place(where), card.title, card.scene, card.did, minutes,
                card.kept, mark)  # fmt: skip


def _days(reading: Reading, names: Names, marks: tuple[Mark, ...]) -> tuple[DayOf, ...]:
    rated = _rated(reading, names)
    reach: dict[str, list[int]] = {}
    for _regime, stood, on in rated.values():
        reach.setdefault(on, []).append(stood)
    # What changed over night is told in the morning's line, before the morning is.
    mornings = {t.n: t.event.amount for t in reading.of("dawned")}
    trust: dict[int, int] = {mornings.get(t.n, t.day): t.event.amount for t in reading.of("trust")}
    out, first = [], 0
    trusted: int | None = None
    for dawn in reading.of("dawned"):
        day = dawn.event.amount
        many = sum(m.day == day for m in marks)
        regime, points, scale = rated.get(day, ("", None, ""))
        height = None if points is None else _height(points, reach[scale])
        trusted = trust.get(day, trusted)
        doors = tuple(
            LaneDoor(day, names.door(t.event.what), names.regime(t.event.why), bool(t.event.amount), parts=False)
            for t in reading.of("judged")
            if t.day == day
        )
        label = names.condition(dawn.lived) if dawn.lived else ""
        out.append(DayOf(
            day, _("the last day") if dawn.event.what == "last_day" else label, dawn.lived, label, first, many,
            names.regime(regime) if regime else "", points, height, scale, trusted,
            sum(t.day == day for t in reading.of("moved") if t.event.what == "lane"), doors,
        ))  # fmt: skip
        first += many
    return tuple(out)


def _height(points: int, reach: list[int]) -> float:
    low, high = min(reach), max(reach)
    return 0.5 if low == high else (points - low) / (high - low)


def _rated(reading: Reading, names: Names) -> dict[int, tuple[str, int, str]]:
    """Day -> regime, points, scale: the balance drawn as the day ended. What one regime carries on is one scale."""
    home = {t.n for t in reading.of("went_home")}
    out: dict[int, tuple[str, int, str]] = {}
    for t in reading.of("balance"):
        known = names.pack.regimes.get(t.event.what)
        if t.n in home and not (known and known.side):
            before = known.carries_on if known else ""
            on = before if before and any(regime == before for regime, _points, _on in out.values()) else t.event.what
            out[t.day] = (t.event.what, t.event.amount, on)
    return out
