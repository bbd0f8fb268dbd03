"""A class as sums that can be laid beside those of other classes: no row of anybody leaves the room.

For each number of a student: how many students, the sum, the sum of squares, of all and of each order. For each share:
how many of how many. What is under five, on either side, is not in it, and neither is what all have alike.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, model_validator

from game.debrief.long_form import harmless
from game.model.base import Shape
from game.model.content import Pack
from game.model.said import clean
from game.seminar.asked import approves
from game.seminar.hide import LEAST, both_sides
from game.seminar.measures import measures, one_push, some
from game.seminar.room import Room
from game.seminar.steered import KINDS
from game.seminar.summary import alike

FORMAT = 1
LARGEST = 1 << 20  # bytes of one table
MOST = 1_000  # tables
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_.-]{0,60}$")]
Count = Annotated[int, Field(ge=LEAST, le=1_000_000)]


class Sums(Shape):
    """One number a student, summed over students: rounded to the millionth."""

    n: Count
    total: float = Field(ge=-1e7, le=1e7, allow_inf_nan=False)
    squares: float = Field(ge=0, le=1e9, allow_inf_nan=False)

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if self.squares * self.n < self.total * self.total - 1e-3:
            raise ValueError("no numbers have these sums")
        return self


class Share(Shape):
    """So many students of so many; five at least are in it, and five at least are not."""

    hits: Count
    n: Count

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if not both_sides(self.hits, self.n):
            raise ValueError("fewer than five on one side")
        return self


class Table(Shape):
    """One class. `id` is made from its plays, so that the same class is not laid beside itself."""

    format: Literal[1] = 1
    kind: Literal["good-standing-class"] = "good-standing-class"
    id: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    levels: Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")]
    campaign: Id
    untimed: bool
    n: Count
    sums: dict[Id, Sums]
    shares: dict[Id, Share]


def table(room: Room, pack: Pack) -> Table:
    """Sum a class up. Raises ValueError for fewer than five plays."""
    if room.n < LEAST:
        raise ValueError("fewer than five plays are no table")
    sums: dict[str, Sums] = {}
    begun = [[one for one in room.students if one.order == which] for which in ORDERS]
    for name, measure in measures(pack).items():
        arms = [some(measure, ones) for ones in begun]
        numbers = [number for arm in arms for number in arm]
        if not _says(len(numbers), room.n, numbers):
            continue
        sums[name] = _sums(numbers)
        if all(_says(len(arm), len(ones), arm) for arm, ones in zip(arms, begun, strict=True)):
            sums |= {f"{name}.{order}": _sums(arm) for order, arm in zip(ORDERS, arms, strict=True)}
    shares = {f"approve_{c.lower()}.{where}": sum(approves(one, c, at) for one in room.students)
              for c in ("P", "D", "H") for at, where in enumerate(("jar", "curtain"))
              if any(one.tokens.get(c, (None, None))[at] is not None for one in room.students)}  # fmt: skip
    made = {name: Share(hits=hits, n=room.n) for name, hits in shares.items() if both_sides(hits, room.n)}
    return Table(
        id=hashlib.sha256(" ".join(sorted(one.key for one in room.students)).encode()).hexdigest()[:16],
        levels=room.students[0].levels, campaign=room.campaign, untimed=room.untimed, n=room.n, sums=sums,
        shares=made | _pushes(room),
    )  # fmt: skip


ORDERS = ("visible-first", "hidden-first")


def _far(n: int, whole: int) -> bool:
    """Whether nobody learns from n that one to four are missing."""
    return n == whole or whole - n >= LEAST


def _says(n: int, whole: int, numbers: Sequence[Fraction]) -> bool:
    return n >= LEAST and _far(n, whole) and not alike(numbers)


def _sums(numbers: Iterable[Fraction]) -> Sums:
    floats = [number.numerator / number.denominator for number in numbers]  # as float() does it, which is slow
    return Sums(n=len(floats), total=round(sum(floats), 6), squares=round(sum([f * f for f in floats]), 6))


def _pushes(room: Room) -> dict[str, Share]:
    """Each kind's two arms, or neither."""
    out: dict[str, Share] = {}
    for kind in KINDS:
        met = [push for push in (one_push(one, kind) for one in room.students) if push]
        arms = {arm: [push.took for push in met if push.arm == arm] for arm in ("x", "z")}
        if _far(len(met), room.n) and all(both_sides(sum(took), len(took)) for took in arms.values()):
            out |= {f"push_{kind}.{arm}": Share(hits=sum(took), n=len(took)) for arm, took in arms.items()}
    return out


def to_json(one: Table) -> str:
    """The table as it is kept."""
    return json.dumps(one.model_dump(mode="json"), indent=2, sort_keys=True) + "\n"


def to_csv(one: Table) -> str:
    """The same for a spreadsheet."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    write(("campaign", "what", "n", "sum", "sum_of_squares", "hits"))
    for name, sums in sorted(one.sums.items()):
        write((harmless(one.campaign), name, sums.n, f"{sums.total:.6f}", f"{sums.squares:.6f}", ""))
    for name, share in sorted(one.shares.items()):
        write((harmless(one.campaign), name, share.n, "", "", share.hits))
    return out.getvalue()


def read(paths: Iterable[Path]) -> tuple[list[Table], list[tuple[str, str]]]:
    """Read tables; return them with what was left out and why. Never raises for what is in a file."""
    tables: dict[str, Table] = {}
    out: list[tuple[str, str]] = []
    for path in paths:
        name = clean(path.name)
        if len(tables) >= MOST:
            out.append((name, f"more than {MOST:,} tables"))
            break
        try:
            if path.stat().st_size > LARGEST:
                out.append((name, "is larger than a table can be"))
                continue
            one = Table.model_validate_json(path.read_bytes())
        except OSError as error:
            out.append((name, f"cannot be read ({error.strerror})"))
        except (ValidationError, ValueError, RecursionError):
            out.append((name, "is no table of a class as “class” writes it (pool.json)"))
        else:
            if one.id in tables:
                out.append((name, "is a class that is there already"))
            else:
                tables[one.id] = one
    return list(tables.values()), out
