"""Charts as plain data: numbers and labels, and the same thing in words. Whoever draws them adds nothing.

Every chart has a title, a `says` (its text alternative) and a `table` (its numbers, to stand beside it).
"""

from dataclasses import dataclass

from game.debrief.bars import reach
from game.debrief.dotted import Band, counted, head, rows
from game.debrief.drift import Courses
from game.debrief.rungs import Rung
from game.debrief.words import figure, listed
from game.language import _, ngettext, pgettext

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words and figures under a head. `paper`: small enough to be printed."""

    caption: str
    head: tuple[str, ...]
    rows: Rows
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Domino:
    """One family: what was done in the posted town (left) and in the hidden one (right). None: not met."""

    family: str
    label: str
    keeping: str
    left: bool | None
    right: bool | None
    n_left: int
    n_right: int

    @property
    def split(self) -> bool:
        """Whether the two halves differ."""
        return None not in (self.left, self.right) and self.left != self.right


@dataclass(frozen=True, slots=True)
class Dominoes:
    title: str
    left: str
    right: str
    tiles: tuple[Domino, ...]

    @property
    def says(self) -> str:
        same = [t.label for t in self.tiles if not t.split]
        other = [t.label for t in self.tiles if t.split]
        parts = [ngettext("{n} domino, one for each temptation.", "{n} dominoes, one for each temptation.",
                          len(self.tiles)).format(n=len(self.tiles))]  # fmt: skip
        if same:
            parts.append(_("Whole, because by the list you did the same: {which}.").format(which=listed(same)))
        if other:
            parts.append(_("Split, because you did not: {which}.").format(which=listed(other)))
        return " ".join(parts)

    @property
    def table(self) -> Table:
        return Table(
            self.title,
            (_("temptation"), _("to keep it was"), self.left, self.right, pgettext("head of a table", "same")),
            tuple((t.label, t.keeping, did(t.left), did(t.right), _("no") if t.split else _("yes"))
                  for t in self.tiles),
        )


@dataclass(frozen=True, slots=True)
class Dots:
    title: str
    above: str
    below: str
    bands: tuple[Band, ...]

    @property
    def says(self) -> str:
        return counted(self.bands)

    @property
    def table(self) -> Table:
        return Table(self.title, head(), rows(self.bands, self.above, self.below))


@dataclass(frozen=True, slots=True)
class Plan:
    """The inspection house: a ring of cells for each band, the innermost first. `notes` are its caption."""

    title: str
    above: str
    below: str
    rings: tuple[Band, ...]
    notes: tuple[str, ...]

    @property
    def says(self) -> str:
        return " ".join(self.notes)

    @property
    def table(self) -> Table:
        return Table(self.title, head(), rows(self.rings, self.above, self.below))


@dataclass(frozen=True, slots=True)
class Bar:
    """`part` of `whole`; `low` to `high`, shares or None, is its whisker, `reach` that in moments and in hundredths."""

    label: str
    part: float
    whole: float
    figure: str
    tone: str  # the condition whose colour it has, or ""
    low: float | None = None
    high: float | None = None

    @property
    def share(self) -> float:
        return self.part / self.whole if self.whole else 0.0

    @property
    def reach(self) -> tuple[str, str]:
        return reach(self.low, self.high, round(self.whole))


@dataclass(frozen=True, slots=True)
class Bars:
    title: str
    note: str
    bars: tuple[Bar, ...]

    @property
    def says(self) -> str:
        said = [(f"{bar.label}: {bar.figure}", bar.reach[0]) for bar in self.bars]
        span_too = _("{figure}, {span} would be no surprise")
        return "; ".join(span_too.format(figure=it, span=span) if span else it for it, span in said) + "."

    @property
    def table(self) -> Table:
        if all(bar.low is None for bar in self.bars):
            over = "", pgettext("head of a table", "figure")
            return Table(self.title, over, tuple((bar.label, bar.figure) for bar in self.bars))
        wide = "", pgettext("head of a table", "count"), _("would be no surprise"), _("90 per cent interval (Wilson)")
        return Table(self.title, wide, tuple((bar.label, bar.figure, *bar.reach) for bar in self.bars))


@dataclass(frozen=True, slots=True)
class Peg:
    """A guess of ten beside the truth."""

    n: int
    label: str
    guess: int
    looks: int
    moments: int


@dataclass(frozen=True, slots=True)
class Pegs:
    title: str
    rows: tuple[Peg, ...]

    @property
    def says(self) -> str:
        says = _("{when}: you guessed {guess} in ten, it was {looks} in {moments}")
        return "; ".join(
            says.format(when=r.label, guess=r.guess, looks=r.looks, moments=r.moments) for r in self.rows
        ) + "."  # fmt: skip

    @property
    def table(self) -> Table:
        of = _("{n} in {all}")
        rows = tuple((r.label, of.format(n=r.guess, all=10), of.format(n=r.looks, all=r.moments)) for r in self.rows)
        return Table(self.title, (pgettext("head of a table", "when"), _("your guess"), _("in fact")), rows)


@dataclass(frozen=True, slots=True)
class Step:
    """The end of a day in a lane. `height` is 0..1 within its scale, None where nothing is rated.

    Two steps are joined by a line only if they have the same scale.
    """

    day: int
    label: str
    points: int | None
    height: float | None
    coins: int
    scale: str


@dataclass(frozen=True, slots=True)
class LaneDoor:
    day: int
    label: str
    regime: str
    open: bool
    parts: bool  # whether the other life found it otherwise


@dataclass(frozen=True, slots=True)
class Lane:
    who: str
    file: str
    steps: tuple[Step, ...]
    doors: tuple[LaneDoor, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    title: str
    days: int
    parted: int | None  # the first day on which a door stood otherwise
    lanes: tuple[Lane, ...]

    @property
    def says(self) -> str:
        parts = []
        for lane in self.lanes:
            opened, doors = sum(d.open for d in lane.doors), len(lane.doors)
            says = ngettext("{who}, {file}: {n} of {all} door open.", "{who}, {file}: {n} of {all} doors open.", doors)
            parts.append(says.format(who=lane.who, file=lane.file, n=opened, all=doors))
        if self.parted:
            parts.append(_("The first door that differs is on day {day}.").format(day=self.parted))
        return " ".join(parts)

    @property
    def table(self) -> Table:
        rows: list[tuple[str, ...]] = []
        for i, step in enumerate(self.lanes[0].steps):
            row: list[str] = [_("day {day}, {when}").format(day=step.day, when=step.label)]
            for lane in self.lanes:
                mine = next((s for s in lane.steps if s.day == step.day), lane.steps[min(i, len(lane.steps) - 1)])
                doors = [d for d in lane.doors if d.day == step.day]
                shut = [d.label for d in doors if not d.open]
                said = _("shut: {doors}").format(doors=listed(shut)) if shut else _("all doors open") if doors else ""
                standing = _("not rated") if mine.points is None else ngettext(
                    "{n} points", "{n} points", mine.points).format(n=mine.points)  # fmt: skip
                coins = ngettext("{n} coins", "{n} coins", mine.coins).format(n=mine.coins)
                row.append(", ".join(x for x in (standing, coins, said) if x))
            rows.append(tuple(row))
        return Table(self.title, (_("evening"), *(lane.who for lane in self.lanes)), tuple(rows))


@dataclass(frozen=True, slots=True)
class Ladder:
    title: str
    note: str
    rungs: tuple[Rung, ...]

    @property
    def says(self) -> str:
        return "; ".join(": ".join((r.label, ", ".join(filter(None, (r.said, r.change))))) for r in self.rungs) + "."

    @property
    def table(self) -> Table:
        rows = tuple(
            (r.label, r.said, figure(r.points), r.scale, r.doors or "–", _("yes") if r.inside else _("no"))
            for r in self.rungs
        )
        over = (
            pgettext("head of a table", "system"), _("it says"), pgettext("head of a table", "points"),
            _("its steps"), pgettext("head of a table", "doors"), _("were you in it"),
        )  # fmt: skip
        return Table(self.title, over, rows)


class Drift(Courses):
    @property
    def table(self) -> Table:
        return Table(*self.figures)


Chart = Dominoes | Dots | Plan | Bars | Pegs | Lanes | Ladder | Drift


def did(keeps: bool | None) -> str:  # noqa: FBT001 - three states, and they are what it is about
    """Say what was done, in the words that hold in every condition."""
    return _("not met") if keeps is None else _("as the board asks") if keeps else _("otherwise")
