"""The words of `good-standing host` on the command line. Nothing that they need is loaded before they are said."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.host.phones import Phones

NEEDS = ("starlette", "uvicorn", "ifaddr", "h11", "psycopg")


def words(of: argparse.ArgumentParser) -> None:
    """Add what can be said to `host`."""
    of.add_argument("campaign", nargs="?", default="", metavar="CAMPAIGN", help="taste, if none is named")
    of.add_argument("--port", type=_port, default=0, metavar="N", help="8080, or the next one that is free")
    of.add_argument("--data", type=Path, metavar="DIR", help="where the room lies; a room that lies there goes on")
    says = "what leaves the room: figures only, or also the rows of those who agree; fixed once the room is open"
    of.add_argument("--mode", choices=("aggregate", "rows"), default="aggregate", help=says)
    says = "half the room, by lot, is told that one in ten of its choices may appear on the projector; and it is so"
    of.add_argument("--tower", action="store_true", help=says)
    of.add_argument("--until", type=_day, metavar="YYYY-MM-DD", help="when everything is deleted; else in 14 days")
    of.add_argument("--minutes", type=_number, default=0, metavar="N", help="of play, then the room stops by itself")
    of.add_argument("--address", default="", metavar="URL", help="where students reach the host, if it cannot know")
    of.add_argument("--only-here", action="store_true", help="answer this machine alone, e.g. behind a proxy")
    of.add_argument("--go", action="store_true", help="start at once: whoever joins plays")
    of.add_argument(
        "--database", default="", metavar="URL", help="postgresql://…: the room lies there (extra: department)"
    )
    of.add_argument("--workers", type=_number, default=1, metavar="N", help="processes that serve it, with --database")
    of.add_argument("--export", type=Path, metavar="DIR", help="write the records that may leave the room, and end")


def phone_words(of: argparse.ArgumentParser) -> None:
    """Add what can be said to `project` of phones that vote."""
    of.add_argument("--phones", action="store_true", help="phones may vote beside hands (extra: host)")
    of.add_argument("--port", type=_port, default=0, metavar="N", help="for phones: 8080, or the next one that is free")
    of.add_argument("--address", default="", metavar="URL", help="where phones reach it, if it cannot be known")


def phones(said: argparse.Namespace) -> "Phones | None":
    """The phones of a room that plays together; None where none were wished for.

    Raises ValueError with the cure where no port can be had, ModuleNotFoundError where the extra is not installed.
    """
    if not getattr(said, "phones", False):
        return None
    from game.host.phones import open_phones

    return open_phones(said.port, said.address)


def _port(word: str) -> int:
    if not (word.isascii() and word.isdecimal() and 1 <= int(word[:6]) <= 65535):
        raise argparse.ArgumentTypeError(f"{word} is no port: from 1 to 65535")
    return int(word)


def _number(word: str) -> int:
    if not (word.isascii() and word.isdecimal() and 1 <= int(word[:5]) <= 1000):
        raise argparse.ArgumentTypeError(f"{word} is no number from 1 to 1000")
    return int(word)


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{word} is no day; one is, e.g., 2027-02-28") from None


def run(said: argparse.Namespace, rooms: Path | None = None, languages: tuple[Path, ...] = ()) -> int:
    """Do what these words say; return the exit code. `rooms`: where they lie, if not in the user's data folder.

    `languages`: folders of catalogues. Raises BadLevels, OSError.
    """
    from game.host.wish import CAMPAIGN, CannotExport, CannotKeep, CannotOpen, Wish

    data = said.data or (rooms / (said.campaign or CAMPAIGN) if rooms else None)
    wish = Wish(
        campaign=said.campaign, port=said.port, data=data, mode=said.mode, until=said.until, minutes=said.minutes,
        database=said.database, workers=said.workers, address=said.address, only_here=said.only_here, go=said.go,
        tower=said.tower, language=said.language or "", languages=languages,
    )  # fmt: skip
    try:
        if said.export:
            from game.host.export import export

            return export(wish, said.export)
        from game.host.console import host

        return host(wish)
    except (CannotOpen, CannotKeep, CannotExport) as error:
        print(error, file=sys.stderr)
        return 1
