"""Charts as plain data: numbers and labels, and the same thing in words. Whoever draws them adds nothing.

Every chart has a title, a `says` (its text alternative) and a `table` (its numbers, to stand beside it).
"""

from dataclasses import dataclass

from game.debrief.bars import reach
from game.debrief.dotted import HEAD, Band, counted, rows
from game.debrief.drift import Courses
from game.debrief.words import count, figure, listed

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
        parts = [f"{count(len(self.tiles), 'domino', 'dominoes')}, one for each temptation."]
        if same:
            parts.append(f"Whole, because by the list you did the same: {listed(same)}.")
        if other:
            parts.append(f"Split, because you did not: {listed(other)}.")
        return " ".join(parts)

    @property
    def table(self) -> Table:
        return Table(
            self.title,
            ("temptation", "to keep it was", self.left, self.right, "same"),
            tuple((t.label, t.keeping, did(t.left), did(t.right), "no" if t.split else "yes") for t in self.tiles),
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
        return Table(self.title, HEAD, rows(self.bands, self.above, self.below))


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
        return Table(self.title, HEAD, rows(self.rings, self.above, self.below))


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
        return "; ".join(f"{it}, {span} would be no surprise" if span else it for it, span in said) + "."

    @property
    def table(self) -> Table:
        if all(bar.low is None for bar in self.bars):
            return Table(self.title, ("", "figure"), tuple((bar.label, bar.figure) for bar in self.bars))
        rows = tuple((bar.label, bar.figure, *bar.reach) for bar in self.bars)
        return Table(self.title, ("", "count", "would be no surprise", "90 per cent interval (Wilson)"), rows)


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
        return "; ".join(
            f"{r.label}: you guessed {r.guess} in ten, it was {r.looks} in {r.moments}" for r in self.rows
        ) + "."  # fmt: skip

    @property
    def table(self) -> Table:
        rows = tuple((r.label, f"{r.guess} in 10", f"{r.looks} in {r.moments}") for r in self.rows)
        return Table(self.title, ("when", "your guess", "in fact"), rows)


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
            opened = sum(d.open for d in lane.doors)
            parts.append(f"{lane.who}, {lane.file}: {opened} of {count(len(lane.doors), 'door')} open.")
        if self.parted:
            parts.append(f"The first door that differs is on day {self.parted}.")
        return " ".join(parts)

    @property
    def table(self) -> Table:
        rows: list[tuple[str, ...]] = []
        for i, step in enumerate(self.lanes[0].steps):
            row: list[str] = [f"day {step.day}, {step.label}"]
            for lane in self.lanes:
                mine = next((s for s in lane.steps if s.day == step.day), lane.steps[min(i, len(lane.steps) - 1)])
                doors = [d for d in lane.doors if d.day == step.day]
                shut = [d.label for d in doors if not d.open]
                said = "" if not doors else "all doors open" if not shut else f"shut: {listed(shut)}"
                standing = "not rated" if mine.points is None else f"{mine.points} points"
                row.append(", ".join(x for x in (standing, f"{mine.coins} coins", said) if x))
            rows.append(tuple(row))
        return Table(self.title, ("evening", *(lane.who for lane in self.lanes)), tuple(rows))


@dataclass(frozen=True, slots=True)
class Rung:
    """One mark on its own scale, from its lowest step to its highest. Places on it are 0..1.

    `was` is where the mark came from: the start, or where it stood before something was taken out of the life.
    """

    key: str
    label: str
    inside: bool  # whether the player was in it in the play itself
    said: str  # the mark as the system says it
    points: int
    steps: tuple[tuple[str, float, float], ...]  # name, from, to
    scale: str  # the steps in words and figures
    at: float
    was: float
    change: str = ""  # "+20, was C"
    doors: str = ""

    @property
    def note(self) -> str:
        return "you were in it" if self.inside else "you were never in it"

    @property
    def own(self) -> str:
        """The step that the mark stands on."""
        return next((name for name, _, end in self.steps if self.at < end), self.steps[-1][0] if self.steps else "")


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
            (r.label, r.said, figure(r.points), r.scale, r.doors or "–", "yes" if r.inside else "no")
            for r in self.rungs
        )
        return Table(self.title, ("system", "it says", "points", "its steps", "doors", "were you in it"), rows)


class Drift(Courses):
    @property
    def table(self) -> Table:
        return Table(*self.figures)


Chart = Dominoes | Dots | Plan | Bars | Pegs | Lanes | Ladder | Drift


def did(keeps: bool | None) -> str:  # noqa: FBT001 - three states, and they are what it is about
    """Say what was done, in the words that hold in every condition."""
    return "not met" if keeps is None else "as the board asks" if keeps else "otherwise"
