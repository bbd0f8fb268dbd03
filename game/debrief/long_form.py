"""The play as a table in long form: one row a moment, for a spreadsheet or a statistics program.

docs/data.md says what each column is; a test holds the two together. The file is RFC 4180 in UTF-8.
"""

import csv
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.debrief.cases import dealt
from game.debrief.diary import Diary, Reason
from game.debrief.reading import Reading, Told, read
from game.debrief.sorted import marks
from game.model.content import Pack
from game.model.record import Option, Record, Setup, Shown
from game.model.said import Said, tidy

Cell = str | int | None
APART = "|"  # between ids in one cell
MATCHED = "matched"
UNMATCHED = ("story", "free", "nudge")
MS = 1000

FORMULA = re.compile(r"(^|;)(\s*)(?=[=+\-@＝＋－＠])")  # the wide ones count as well
"""Where a spreadsheet would begin to calculate: at the start of a cell, and after what some take for its end."""


@dataclass(frozen=True, slots=True)
class Row:
    """A moment with all that its cells are made from."""

    told: Told
    play: str
    setup: Setup
    pack: Pack
    reason: Reason | None
    sorted: Mapping[str, Cell] = field(default_factory=dict)  # the learning check: the same for all rows of a play

    @property
    def shown(self) -> Shown | None:
        return self.told.shown

    @property
    def taken(self) -> Option | None:
        """The option that was chosen, as it stood on the screen."""
        return next((o for o in self.options if o.id == self.told.event.choice), None)

    @property
    def options(self) -> tuple[Option, ...]:
        return self.shown.options if self.shown else ()

    @property
    def kind(self) -> str:
        first = self.told.moment.partition(".")[0]
        return first if first in UNMATCHED else MATCHED

    @property
    def mood(self) -> str:
        """Whether its coat is grave or absurd, as the level files have it."""
        family = self.pack.families.get(self.told.event.family)
        coats = family.coats if family else ()
        return next((coat.mood for coat in coats if coat.id == self.told.event.coat), "")

    @property
    def regime(self) -> str:
        known = self.pack.conditions.get(self.told.lived)  # a foreign record may have any condition
        return known.regime if known else ""


def _ids(options: tuple[Option, ...], has: Callable[[Option], bool]) -> str:
    return APART.join(o.id for o in options if has(o))


def _bit(told: int | None) -> int | None:
    """Yes is 1, no is 0."""
    return None if told is None else int(told)


COLUMNS: dict[str, Callable[[Row, int], Cell]] = {
    "play": lambda r, _: r.play,
    "campaign": lambda r, _: r.setup.campaign,
    "order": lambda r, _: r.setup.order,
    "file": lambda r, _: r.setup.file,
    "seed": lambda r, _: r.setup.seed,
    "untimed": lambda r, _: int(r.setup.untimed),
    "line": lambda r, _: r.told.n,
    "day": lambda r, _: r.told.day,
    "condition": lambda r, _: r.told.lived,
    "regime": lambda r, _: r.regime,
    "moment": lambda r, _: r.told.moment,
    "kind": lambda r, _: r.kind,
    "family": lambda r, _: r.told.event.family,
    "coat": lambda r, _: r.told.event.coat,
    "mood": lambda r, _: r.mood,
    "where": lambda r, _: r.shown.where if r.shown else None,
    "mode": lambda r, _: r.shown.mode if r.shown else None,
    "keeping": lambda r, _: r.told.event.keeping,
    "choice": lambda r, _: r.told.event.choice,
    "keeps": lambda r, _: _bit(r.told.event.keeps),
    "watched": lambda r, _: _bit(r.told.event.watched),
    "nudge": lambda r, _: r.told.event.nudge,
    "arm": lambda r, _: r.told.event.arm,
    "preselected": lambda r, _: _ids(r.options, lambda o: o.preselected),
    "lit": lambda r, _: _ids(r.options, lambda o: o.lit),
    "options": lambda r, _: _ids(r.options, lambda o: True),
    "marked": lambda r, _: _ids(r.options, lambda o: bool(o.mark)),
    "mark_posted": lambda r, _: _bit(bool(r.taken.mark) if r.taken else None),
    "points_posted": lambda r, _: r.taken.points if r.taken else None,
    "minutes": lambda r, _: r.taken.minutes if r.taken else None,
    "coins": lambda r, _: r.taken.coins if r.taken else None,
    "seconds": lambda r, ms: f"{ms // MS}.{ms % MS:03d}",
    "reason": lambda r, _: r.reason.kind if r.reason else None,
    "reason_own": lambda r, _: r.reason.own if r.reason else None,
    "check_lot": lambda r, _: r.sorted.get("check_lot"),
    "check_before": lambda r, _: r.sorted.get("check_before"),
    "check_before_right": lambda r, _: r.sorted.get("check_before_right"),
    "check_before_said": lambda r, _: r.sorted.get("check_before_said"),
    "check_before_over": lambda r, _: r.sorted.get("check_before_over"),
    "check_after": lambda r, _: r.sorted.get("check_after"),
    "check_after_right": lambda r, _: r.sorted.get("check_after_right"),
    "check_after_said": lambda r, _: r.sorted.get("check_after_said"),
    "check_after_over": lambda r, _: r.sorted.get("check_after_over"),
}
"""Every column: its name, and how it is made from a row and from the milliseconds of its step."""


def harmless(text: str) -> str:
    """`text` on one line, as no spreadsheet will calculate it."""
    return FORMULA.sub(r"\1'\2", tidy(text))


def table(record: Record, pack: Pack, said: Said | None = None) -> str:
    """Every moment in which something was chosen, as CSV, with what was sorted. Takes any record that can be read."""
    reading = read(record)
    spent = {line.n: line.ms for line in record.lines}
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    write(COLUMNS)
    for row in _rows(reading, pack, said or Said()):
        write([_cell(made(row, max(0, spent[row.told.n]))) for made in COLUMNS.values()])
    return out.getvalue()


def _rows(reading: Reading, pack: Pack, said: Said) -> list[Row]:
    header, diary = reading.record.header, Diary(reading)
    sorted_ = marks(dealt(pack.cases, header.setup.seed), said.check)
    return [Row(told, header.play, header.setup, pack, diary.of(told), sorted_) for told in reading.chosen]


def _cell(made: Cell) -> str:
    """Figures are figures, and may begin with a minus; all else is somebody's word."""
    return "" if made is None else str(made) if isinstance(made, int) else harmless(made)
