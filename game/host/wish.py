"""What was asked for on the command line, and where a room lies. Light, so that it is soon read."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import platformdirs

Mode = Literal["aggregate", "rows"]
CAMPAIGN = "taste"  # where none is named


class CannotOpen(ValueError):
    """A room cannot be opened so. The message says why, and the cure."""


class CannotKeep(Exception):
    """The disk or the database does not take it. Nothing of it was kept; the message says why."""


class CannotExport(ValueError):
    """Nothing may leave this room, or there is none. The message says why."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What stood on the command line."""

    campaign: str = ""
    port: int = 0
    data: Path | None = None
    mode: Mode = "aggregate"
    until: date | None = None
    minutes: int = 0
    address: str = ""
    only_here: bool = False
    database: str = ""
    workers: int = 1
    go: bool = False
    tower: bool = False
    language: str = ""
    languages: tuple[Path, ...] = ()  # folders of catalogues


def folder_of(campaign: str) -> Path:
    """Where a room lies if no folder was named."""
    return Path(platformdirs.user_data_dir("good-standing", appauthor=False)) / "rooms" / campaign
