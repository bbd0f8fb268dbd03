"""Records from wherever a class put them: files, folders, and zips as learning platforms make them.

Everything is hostile until it is checked. Nothing is unpacked to the disk; sizes are bounded before anything is read;
what is no record is named and left out, and the rest is reported.
"""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from game.journal.disk import BadRecord
from game.journal.lean import lean
from game.model.record import Record
from game.model.said import clean

ENDING = ".jsonl"
LARGEST = 4 << 20  # bytes of one record: a `full` play takes 0.3 MiB
LARGEST_ZIP = 512 << 20
MOST = 20_000  # records
RATIO = 200  # unpacked to packed: text of a record is far below it, a bomb far above
NESTED = 2  # a platform's zip holds a zip a student at most


@dataclass(slots=True)
class Gathered:
    """The records by play id, what was left out and why, and how many were there twice."""

    records: dict[str, Record] = field(default_factory=dict)
    left_out: list[tuple[str, str]] = field(default_factory=list)  # name, reason
    doubles: int = 0

    def leave(self, name: str, why: str) -> None:
        """Name what is not counted. Control characters and marks of direction are taken from the name."""
        self.left_out.append((clean(name[-200:]), clean(why)))

    def add(self, record: Record, name: str) -> None:
        """Take a record in. Of one play twice, the one that goes further stays; two that part are both left out."""
        play = record.header.play
        known = self.records.get(play)
        if known is None:
            self.records[play] = record
            return
        self.doubles += 1
        short, long = sorted((known, record), key=lambda one: len(one.lines))
        if known.header != record.header or long.lines[: len(short.lines)] != short.lines:
            self.leave(name, f"another play has the same id, {play}: one of the two is not what it says")
            return
        self.records[play] = long


def gather(paths: Iterable[Path]) -> Gathered:
    """Read every record in these files, folders and zips. Never raises for what is in them."""
    found = Gathered()
    for raw, name, why in _pieces(paths):
        if len(found.records) >= MOST:
            found.leave(name, f"more than {MOST} plays: this and what follows is not read")
            break
        if why:
            found.leave(name, why)
            continue
        try:
            found.add(lean(raw, name), name)
        except BadRecord as error:
            found.leave(name, str(error).removeprefix(f"{name}:"))
        except (RecursionError, ValueError, OverflowError, MemoryError) as error:
            found.leave(name, f"cannot be read ({type(error).__name__})")
    return found


Piece = tuple[bytes, str, str]  # what is in it, its name, or why it is left out


def _pieces(paths: Iterable[Path]) -> Iterator[Piece]:
    for path in paths:
        try:
            if path.is_dir():
                inside = (one for one in sorted(path.rglob("*")) if one.is_file() and not one.is_symlink())
                for one in inside:
                    if one.suffix.lower() in (ENDING, ".zip"):
                        yield from _file(one)
            else:
                yield from _file(path)
        except OSError as error:
            yield b"", str(path), f"cannot be read ({error.strerror})"


def _file(path: Path) -> Iterator[Piece]:
    try:
        if zipfile.is_zipfile(path):
            with path.open("rb") as file:
                yield from _zip(file, path.name, 1)
            return
        if path.stat().st_size > LARGEST:
            yield b"", path.name, f"larger than a play can be ({LARGEST >> 20} MiB)"
            return
        yield path.read_bytes(), path.name, ""
    except OSError as error:
        yield b"", path.name, f"cannot be read ({error.strerror})"


def _zip(file: BinaryIO, name: str, depth: int) -> Iterator[Piece]:
    """What is in a zip, without unpacking it to the disk. Sizes are those found while reading, not those claimed."""
    spent = 0
    try:
        with zipfile.ZipFile(file) as packed:
            for info in packed.infolist():
                inner = f"{name}/{info.filename}"
                kind = Path(info.filename).suffix.lower()
                if info.is_dir() or kind not in (ENDING, ".zip"):
                    continue
                most = LARGEST_ZIP if kind == ".zip" else LARGEST
                raw = _member(packed, info, most)
                if raw is None:
                    yield b"", inner, "is locked, or unpacks to more than a play can be"
                    continue
                spent += len(raw)
                if spent > LARGEST_ZIP:
                    yield b"", name, f"unpacks to more than {LARGEST_ZIP >> 20} MiB: the rest of it is not read"
                    return
                if kind != ".zip":
                    yield raw, inner, ""
                elif depth < NESTED:
                    yield from _zip(BytesIO(raw), inner, depth + 1)
                else:
                    yield b"", inner, "is a zip in a zip in a zip"
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError) as error:
        yield b"", name, f"is a damaged zip ({error})"


def _member(packed: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes | None:
    """The bytes of one member; None if it is locked, too large or blown up."""
    if info.flag_bits & 1 or info.file_size > most or info.file_size > RATIO * max(1, info.compress_size):
        return None
    with packed.open(info) as member:
        raw = member.read(most + 1)
    return raw if len(raw) <= most else None
