"""Cells under five are hidden, and so much beside them that nobody gets them back by taking away.

What is printed of a table is some of its cells and its total. Whoever takes the printed cells from the total has the
sum of the hidden ones: that must be no small cell itself, and must not settle any of them, also for somebody who knows
these very rules. Nought is hidden like one to four: "none of you" can be as telling as "one of you".
Source: what is called complementary suppression, as in IES 2017-147.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

LEAST: Final = 5
HIDDEN: Final = "–"
Name = TypeVar("Name")


@dataclass(frozen=True, slots=True)
class Printed(Generic[Name]):
    """A table as it may be printed: a cell or the total is None where it is hidden."""

    cells: dict[Name, int | None]
    total: int | None

    @property
    def whole(self) -> bool:
        """Whether nothing is hidden."""
        return self.total is not None and None not in self.cells.values()

    def says(self, name: Name) -> str:
        """A cell in figures, or the mark of what is hidden."""
        cell = self.cells[name]
        return HIDDEN if cell is None else f"{cell:,}"


def hide(cells: Mapping[Name, int]) -> Printed[Name]:
    """Return what may be printed of counts that make up a whole, which is printed as well.

    All cells under some bound are hidden, and the bound is the lowest that will do: two are hidden at least, they add
    up to LEAST at least, and not to as much as cells under that bound can, for then each would be known. So equal
    cells are hidden or printed together. Where no bound will do all cells are hidden, and if need be the total.
    Raises ValueError for a count below 0.
    """
    if any(cell < 0 for cell in cells.values()):
        raise ValueError("counts cannot be negative")
    total = sum(cells.values())
    if all(cell >= LEAST for cell in cells.values()):
        return Printed(dict(cells), total)
    for bound in sorted({cell for cell in cells.values() if cell >= LEAST}):
        under = [cell for cell in cells.values() if cell < bound]
        if len(under) > 1 and LEAST <= sum(under) < len(under) * (bound - 1):
            return Printed({name: None if cell < bound else cell for name, cell in cells.items()}, total)
    return Printed(dict.fromkeys(cells), total if len(cells) > 1 and total >= LEAST else None)


def both_sides(hits: int, n: int) -> bool:
    """Whether a share may be printed: at least five are in it, and at least five are not."""
    return hits >= LEAST and n - hits >= LEAST


def about(n: int, whole: int) -> str:
    """Say of how many plays of a `whole` a figure is made, without giving away that one to four are missing."""
    if whole - n >= LEAST:
        return f"{n:,} of {whole:,} plays"
    return f"all {whole:,} plays or up to four fewer"
