"""One picture of a class: a headline, a chart, what it rests on, what it cannot show. And the words they share."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from game.debrief.charts import Table
from game.debrief.stats import often
from game.seminar.drawn import Row, Scale
from game.seminar.hide import HIDDEN, LEAST, about, hide
from game.seminar.summary import Mean

Name = TypeVar("Name", bound=str)
KEPT_BACK = "kept back"


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands on one screen. `tests`: how many comparisons with a test it makes."""

    id: str
    tab: str
    headline: str
    charts: tuple[Scale, ...] = ()
    lead: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    cannot: tuple[str, ...] = ()
    ask: str = ""
    tests: int = 0


def hundred(value: float) -> str:
    """A share or a difference in hundredths, as a plain number."""
    return f"{round(100 * value):d}".replace("-", "−")


def plus(value: float) -> str:
    """A difference in hundredths, with its sign."""
    whole = round(100 * value)
    return f"+{whole}" if whole > 0 else f"−{-whole}" if whole < 0 else "0"


def more(value: float, unit: str = "in 100") -> str:
    """A difference in words: "12 in 100 more", "as often"."""
    whole = round(100 * value)
    return f"{abs(whole)} {unit} {'more' if whole > 0 else 'less'}" if whole else "neither more nor less"


def chance(mean: Mean) -> str:
    """What luck does to a mean, and what a class of this size misses."""
    if mean.verdict == "counts":
        return "Five to seven students are enough to count, not to conclude: no interval, no test."
    drawn = f" ({mean.luck.draws:,} tosses drawn)" if mean.luck.draws else ""
    return (
        f"If a coin gave each student’s difference its sign, a mean as far from nothing would come {often(mean.luck.p)}"
        f"{drawn}. A true mean nearer to nothing than {hundred(mean.misses)} in 100 is missed by a class like this "
        "more often than once in five."
    )


def briefly(label: str, mean: Mean) -> str:
    """The same in a line."""
    return (
        f"{label[:1].upper()}{label[1:]}: tossed signs bring a mean as far from nothing {often(mean.luck.p)}; one "
        f"nearer than {hundred(mean.misses)} in 100 is mostly missed."
    )


def unsaid() -> str:
    """Why there is no figure."""
    # Which of the two it is is not said: that would say it of everybody.
    return "not shown, for too few have enough for it, or all are alike."


def share_row(label: str, mean: Mean, tone: str = "", note: str = "") -> Row:
    """A mean share as a row; no share is under 0 or over 100, and where few differ a t interval may be."""
    low, high = max(0.0, mean.low), min(1.0, mean.high)
    return _row(label, replace(mean, low=low, high=high), hundred(mean.value), tone, note)


def difference_row(label: str, mean: Mean, tone: str = "", note: str = "") -> Row:
    """A mean difference as a row."""
    return _row(label, mean, plus(mean.value), tone, note)


def _row(label: str, mean: Mean, figure: str, tone: str, note: str) -> Row:
    if mean.verdict in ("hidden", "alike"):
        return Row(label, None, KEPT_BACK, note=note)
    if mean.verdict == "counts":
        return Row(label, mean.value, f"{figure}, counted only", note=note, tone=tone)
    span = f"{hundred(mean.low)} to {hundred(mean.high)}"
    return Row(label, mean.value, f"{figure} ({span})", mean.low, mean.high, tone, note)


def rests(mean: Mean, whole: int, on: str) -> str:
    """How many students a figure is made of."""
    return f"Made of {about(mean.n, whole)}, {on}."


def counted(caption: str, head: str, cells: Mapping[str, int], whole: int) -> Table | None:
    """Counts of students as a table, hidden as `hide` has it; None where a few of the `whole` are in no cell.

    None as well where every cell is hidden.
    """
    if 0 < whole - sum(cells.values()) < LEAST:
        return None
    shown = hide(cells)
    if not any(shown.cells.values()):
        return None
    rows = [(name, shown.says(name)) for name in cells]
    rows.append(("in all", HIDDEN if shown.total is None else f"{shown.total:,}"))
    return Table(caption, (head, "students"), tuple(rows))


def bars(title: str, cells: Mapping[str, int]) -> Scale | None:
    """Counts of students as bars of the whole: those that may be shown, and all others in one. None where none may."""
    shown, whole = hide(cells), sum(cells.values()) or 1
    there = {name: cell for name, cell in shown.cells.items() if cell is not None}
    if not there:
        return None
    rows = [Row(name, cell / whole, f"{cell:,} of {whole:,}") for name, cell in there.items()]
    rest = whole - sum(there.values())
    if len(there) < len(cells):
        rows.append(Row("all others", rest / whole, f"{rest:,} of {whole:,}", note="kept back one by one"))
    return Scale(title, tuple(rows), 0.0, 1.0, ((0.0, "none"), (0.5, "half"), (1.0, "all")))
