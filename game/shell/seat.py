"""What lies on this computer of a room that was joined: who one is there, and the record, until the room's day.

Two files in a folder of its own, named by the room's lot and by the play: no name, no address of a device.
"""

import json
import os
import re
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from game.journal.session import save_whole
from game.journal.shelf import ENDING, Shelf
from game.shell.two_words import fits

KIND = ".seat"
LOT = re.compile(r"[0-9a-f]{64}")
PLAY = re.compile(r"[0-9a-f]{16}")


def tidy(folder: Path) -> None:
    """Delete what is to be deleted by now, as far as it can be: a room's day holds whatever the game is started for."""
    with suppress(OSError):
        Drawer(folder).clear()


@dataclass(frozen=True)
class Seat:
    """One's place in one room. `nonce` stands from the moment one wants to begin, the rest from when one has."""

    lot: str
    until: str  # the day on which it is deleted, as YYYY-MM-DD
    nonce: str = ""
    shares: bool = False
    play: str = ""
    token: str = ""
    header: str = ""
    code: str = ""
    place: int = 0
    take: int = 0
    goes: bool = False  # the player has withdrawn, and the room is still to be told


class Drawer:
    """The folder with the seats."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def seat(self, lot: str, until: str, words: str | None = None) -> Seat:
        """The seat in the room with this lot: the one that was taken last, or a new one.

        Where several people use this computer, `words` are the two of one's own play, or "" for a new one.
        """
        found = [(path.stat().st_mtime_ns, seat) for path in self._paths() if (seat := self._read(path))]
        mine = [seat for _when, seat in sorted(found, key=lambda one: one[0]) if seat.lot == lot]
        if words is not None:
            mine = [seat for seat in mine if seat.token and words and fits(words, seat.code)]
        return mine[-1] if mine else Seat(lot, until)

    def keep(self, seat: Seat) -> None:
        """Keep it, for this user's eyes alone. Raises OSError."""
        path = self._path(seat)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        save_whole(path, json.dumps(asdict(seat)))
        with suppress(OSError):
            os.chmod(path, 0o600)  # noqa: PTH101  (a file system without rights has none to give)
        if seat.play:
            self._path(replace(seat, play="")).unlink(missing_ok=True)

    def record(self, seat: Seat) -> Path:
        """Where the record of the play lies."""
        return self.folder / f"{seat.play}{ENDING}"

    def delete(self, seat: Seat) -> None:
        """Delete the seat and the record, with what was written beside it. Raises OSError."""
        self.delete_play(seat)
        self._path(seat).unlink(missing_ok=True)

    def delete_play(self, seat: Seat) -> None:
        """Delete the record alone, with what was written beside it. Raises OSError."""
        if seat.play:
            Shelf(self.folder).delete(self.record(seat))

    def clear(self, today: date | None = None) -> None:
        """Delete what is to be deleted by now. Raises OSError."""
        now = today or datetime.now().astimezone().date()
        for path in self._paths():
            seat = self._read(path)
            if seat is not None and now >= date.fromisoformat(seat.until):
                self.delete(seat)

    def _paths(self) -> list[Path]:
        return sorted(self.folder.glob(f"*{KIND}"))

    def _path(self, seat: Seat) -> Path:
        if not LOT.fullmatch(seat.lot):
            raise ValueError
        return self.folder / f"{seat.lot[:32]}-{seat.play or 'new'}{KIND}"

    def _read(self, path: Path) -> Seat | None:
        """A seat that was kept here; what makes no sense is none."""
        try:
            found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            seat = replace(Seat("", ""), **found)
            date.fromisoformat(seat.until)
        except (OSError, ValueError, TypeError):
            return None
        kinds = {name: type(value) for name, value in asdict(Seat("", "")).items()}
        sound = all(type(found[name]) is kinds[name] for name in found)
        return seat if sound and LOT.fullmatch(seat.lot) and (not seat.play or PLAY.fullmatch(seat.play)) else None
