"""The plays that lie in a folder: list, add, copy out, delete."""

import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from game.journal.beside import path_beside
from game.journal.disk import BadRecord, load
from game.journal.votes import path_votes

ENDING = ".jsonl"
PAGES = ".html"
RECEIPTS = (".png", ".txt")
TABLE, SHEET, CODE = ".csv", "-worksheet.html", "-code.html"


@dataclass(frozen=True, slots=True)
class Card:
    """One play as it stands on the shelf. `fault` says why it cannot be read; the rest is then empty."""

    path: Path
    play: str
    campaign: str = ""
    order: str = ""
    day: int = 0  # days begun
    steps: int = 0
    over: bool = False
    torn: bool = False
    fault: str = ""


class Shelf:
    """A folder of plays. It need not exist until the first play is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def cards(self) -> tuple[Card, ...]:
        """All plays, the one touched last first. A file that is no record is listed with its fault, never hidden."""
        return tuple(_card(path) for path in self.paths())

    def paths(self) -> tuple[Path, ...]:
        """Where the plays lie, the one touched last first; none where the folder is missing or out of reach."""
        try:
            return tuple(sorted(self.folder.glob(f"*{ENDING}"), key=lambda path: (-_touched(path), path.name)))
        except OSError:
            return ()

    def new_path(self) -> Path:
        """A path for a new play, by a random id: no name, no clock."""
        return self.folder / f"{secrets.token_hex(8)}{ENDING}"

    def delete(self, path: Path) -> None:
        """Remove a play for good, with what lies beside it. Raises OSError; the record is the last to go."""
        for one in self._files(path):
            one.unlink(missing_ok=True)

    def export(self, path: Path, target: Path) -> Path:
        """Copy a record, or what lies beside one, to `target` (a folder or a file). Returns where it lies.

        Raises OSError.
        """
        if target.is_dir():
            target = target / path.name
        shutil.copyfile(path, target)
        return target

    def copies(self, path: Path, folder: Path) -> tuple[Path, ...]:
        """The copies of a play, and what was made of it, that lie in `folder` under the names given there."""
        made = (f"{path.stem}{ending}" for ending in (*(f"-receipt{one}" for one in RECEIPTS), TABLE, SHEET, CODE))
        names = (path.name, path_beside(path).name, path_votes(path).name, path.with_suffix(PAGES).name, *made)
        return tuple(one for name in names if (one := folder / name).is_file())

    def wipe(self, path: Path, folder: Path | None = None) -> int:
        """Remove a play for good, and with a `folder` its copies there. Returns how many copies. Raises OSError."""
        found = self.copies(path, folder) if folder else ()
        for one in found:
            one.unlink(missing_ok=True)
        self.delete(path)
        return len(found)

    def _files(self, path: Path) -> tuple[Path, ...]:
        """All that can lie in the folder of one play: half-written files too, the record last."""
        whole = (path_beside(path), path_votes(path), path.with_suffix(PAGES), path)
        return (*(one.with_name(one.name + ".part") for one in whole), *whole)


def _touched(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:  # one file that is out of reach must not hide the others
        return 0


def _card(path: Path) -> Card:
    try:
        record = load(path)
    except BadRecord as error:
        return Card(path=path, play=path.stem, fault=str(error))
    events = [event for line in record.lines for event in line.events]
    return Card(
        path=path,
        play=record.header.play,
        campaign=record.header.setup.campaign,
        order=record.header.setup.order,
        day=sum(1 for event in events if event.did == "dawned"),
        steps=len(record.lines),
        over=any(event.did == "revealed" for event in events),
        torn=record.torn,
    )
