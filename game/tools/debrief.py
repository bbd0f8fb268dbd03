"""`debrief`: what a record says, as words on the command line, as a page, as data, as a sheet to write on."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.content import levels, load
from game.debrief.findings import findings_json
from game.debrief.long_form import table
from game.debrief.pages import Debrief
from game.debrief.pages import debrief as lay_out
from game.debrief.report import render
from game.debrief.worksheet import worksheet
from game.journal import load as load_record
from game.journal.beside import read_said
from game.journal.votes import read_votes
from game.model.content import Pack
from game.model.record import Record
from game.model.said import Said
from game.model.vote import Votes

VERDICTS = {
    "too_few": "too few to say",
    "counts_only": "counts only",
    "not_shifted": "not shifted",
    "shifted": "shifted",
    "described": "described",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A record with its debrief laid out."""

    whole: Debrief
    said: Said | None = None

    @property
    def json(self) -> str:
        """findings.json."""
        return findings_json(self.whole.record, self.whole.findings)

    def html(self) -> str:
        """debrief.html: the whole debrief in one file."""
        return render(self.whole, self.said)

    def lines(self) -> list[str]:
        """A line a finding: its name, its verdict, how many moments it has."""
        return [f"  {f.id:<27}{VERDICTS[f.verdict]:<16}n {f.n}" for f in self.whole.findings]

    def words(self) -> str:
        """The findings in sentences, each with what it cannot show."""
        parts = list(self.whole.notes)
        for finding in self.whole.findings:
            said = " ".join(text for text in (finding.statement, finding.caveat) if text)
            filled = textwrap.fill(said, 100, initial_indent="  ", subsequent_indent="  ")
            parts.append(f"{finding.id} ({VERDICTS[finding.verdict]})\n{filled}")
        return "\n\n".join(parts)


def read(record: Record, pack: Pack, said: Said | None = None, votes: Votes | None = None) -> Reading:
    """Compute and lay out the debrief of a record, with what the player said against it and sorted."""
    return Reading(lay_out(record, pack, votes), said)


def debrief(
    path: Path, out: Path | None, json: Path | None, csv: Path | None = None, sheet: Path | None = None
) -> int:
    """Write what is asked for of the record at `path`; without a place to write, say the findings.

    Raises BadRecord, BadLevels, OSError.
    """
    record, pack = load_record(path), load(levels())
    said = read_said(path)
    reading = read(record, pack, said, read_votes(path)) if out or json or not (csv or sheet) else None
    made: list[tuple[Path | None, Callable[[], str]]] = [
        (csv, lambda: table(record, pack, said)),
        (sheet, lambda: worksheet(record, pack, said)),
    ]
    if reading:
        made = [(out, reading.html), (json, lambda: reading.json), *made]
    wanted = [(target, text) for target, text in made if target is not None]
    for target, text in wanted:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text(), encoding="utf-8", newline="")  # line ends as they were made, on every system
        print(f"written to {target}")
    if reading and not wanted:
        print(reading.words())
    return 0
