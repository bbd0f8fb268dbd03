"""Records from wherever a class put them: files, folders, zips as learning platforms make them, and codes in a text.

Everything is hostile until it is checked. Nothing is unpacked to the disk; sizes are bounded before anything is read;
what is no record is named and left out, and the rest is counted. That a record is whole is seen by its digests; that
somebody played it is not: whoever has the program can make one.
"""

import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from game.debrief.reading import tell
from game.journal.disk import BadRecord
from game.journal.lean import happened
from game.model.content import Pack
from game.model.said import clean
from game.seminar.code import BadCode, from_code, is_code
from game.seminar.student import LIVED, Student, counted

ENDING, CODES = ".jsonl", ".txt"
KINDS = (ENDING, CODES, ".zip")
LARGEST = 4 << 20  # bytes of one record: a `full` play takes 0.3 MiB
LARGEST_INSIDE = 64 << 20  # bytes of a zip in a zip
ALL_INSIDE = 4 << 30  # bytes that one zip may unpack to, read one after the other
MOST = 20_000  # plays
MOST_NAMED = 1_000  # of what is left out so many are named; the rest is only counted
MEMBERS = 50_000  # entries of one zip
LISTED = 200 * MEMBERS  # bytes of a zip's list of them: each entry of it becomes many times as many in memory
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # as platforms and systems pack; other ways bring other dangers
RATIO = 200  # unpacked to packed: text of a record is far below it, a bomb far above
NESTED = 2  # a platform's zip holds a zip a student at most
LINK = 0o120000  # what the mode of a symbolic link in a zip begins with


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that may be plays: where it is called so, its bytes or the file they are in; or why it is left out."""

    name: str
    raw: bytes | Path = b""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A play that was read; `steps` are the beginnings of its digests, and none where it came as a code."""

    student: Student
    head: bytes = b""  # a digest of its header
    steps: bytes = b""


@dataclass(slots=True)
class Gathered:
    """The students by key, what was left out and why, and how many plays were there twice."""

    found: dict[str, Found] = field(default_factory=dict)
    left_out: list[tuple[str, str]] = field(default_factory=list)  # name, reason
    unnamed: int = 0
    doubles: int = 0
    disputed: set[str] = field(default_factory=set)

    @property
    def students(self) -> list[Student]:
        """In an order that says nothing of when or where a play was handed in."""
        return [self.found[key].student for key in sorted(self.found)]

    def leave(self, name: str, why: str) -> None:
        """Name what is not counted. Control characters and marks of direction are taken from the name."""
        if len(self.left_out) < MOST_NAMED:
            self.left_out.append((clean(name[-200:]), clean(why)[:300]))
        else:
            self.unnamed += 1

    def add(self, one: Found, name: str) -> None:
        """Take a play in. Of one play twice, the one that goes further stays; two that part are both left out."""
        key = one.student.key
        if key in self.disputed:
            self.leave(name, "another play has the same id: none of them is counted")
            return
        known = self.found.get(key)
        if known is None:
            self.found[key] = one
            return
        fuller = _fuller(known, one)
        if fuller is not None:
            self.found[key] = fuller
            self.doubles += 1
            return
        del self.found[key]
        self.disputed.add(key)
        self.leave(name, "another play has the same id: none of them is counted")


def _fuller(known: Found, one: Found) -> Found | None:
    """Of two that say they are one play the one that goes further; None if they cannot both be right."""
    if known.steps and one.steps:
        short, long = sorted((known, one), key=lambda each: len(each.steps))
        return long if known.head == one.head and long.steps.startswith(short.steps) else None
    if known.student == one.student:
        return known if known.steps else one
    # A code tells less than a record, so that an unfinished one of the two can only be passed over.
    ended = [each for each in (known, one) if each.student.done]
    return ended[0] if len(ended) == 1 else None if ended else known if known.steps else one


def gather(paths: Iterable[Path], pack: Pack) -> Gathered:
    """Read every play in these files, folders and zips, one after the other. Never raises for what is in them."""
    gathered = Gathered()
    for piece in pieces(paths):
        if not take(gathered, piece.name, read_piece(piece, pack)):
            break
    return gathered


def take(gathered: Gathered, name: str, found: Iterable[Found | tuple[str, str]]) -> bool:
    """Take in what a piece holds; False once there are too many plays."""
    for one in found:
        if isinstance(one, tuple):
            gathered.leave(*one)
            continue
        if len(gathered.found) >= MOST and one.student.key not in gathered.found:
            gathered.leave(name, f"more than {MOST:,} plays: this and what follows is not read")
            return False
        gathered.add(one, name)
    return True


def read_piece(piece: Piece, pack: Pack) -> list[Found | tuple[str, str]]:
    """The plays in a piece, or (name, why) for what is left out. Never raises for what is in it."""
    if piece.why:
        return [(piece.name, piece.why)]
    try:
        raw = piece.raw if isinstance(piece.raw, bytes) else piece.raw.read_bytes()
        if piece.name.lower().endswith(CODES):
            return _codes(raw, piece.name, pack)
        play = happened(raw, piece.name, LIVED)
        steps = bytes.fromhex(b"".join([made[:16] for _, _, _, _, made in play.steps]).decode())
        one = counted(play.header, tell((n, events, None) for n, _, events, _, _ in play.steps), pack)
        return [Found(one, sha256(raw.partition(b"\n")[0]).digest()[:8], steps)]
    except OSError as error:
        return [(piece.name, f"cannot be read ({error.strerror})")]
    except BadRecord as error:
        return [(piece.name, str(error).removeprefix(f"{piece.name}:"))]
    except Exception as error:  # a forged record may hold anything at all, and one must not take the class along
        return [(piece.name, f"is no play that this game could have written ({type(error).__name__}: {error})")]


def _codes(raw: bytes, name: str, pack: Pack) -> list[Found | tuple[str, str]]:
    lines = raw.decode("utf-8-sig", errors="replace").splitlines()
    out: list[Found | tuple[str, str]] = []
    for number, line in enumerate(lines[: MOST + 1], start=1):
        if not is_code(line):
            continue
        try:
            out.append(Found(from_code(line, pack)))
        except BadCode as error:
            out.append((f"{name}, line {number}", str(error)))
    return out or [(name, "holds no code of a play")]


def pieces(paths: Iterable[Path]) -> Iterator[Piece]:
    """Return all that may be plays, unread as far as it can be.

    What was named is opened; what is found on the way may not be a link, for a folder that was handed in must not
    lead out of itself.
    """
    for path in paths:
        try:
            if path.is_dir():
                for folder, folders, names in os.walk(path):
                    folders.sort()
                    for one in (Path(folder, name) for name in sorted(names)):
                        if _may_be(one.name) and one.is_file() and not one.is_symlink():
                            yield from _file(one)
            elif path.is_file():
                yield from _file(path)
            else:
                yield Piece(path.name or str(path), why="is not there, or is no file")
        except (OSError, ValueError) as error:
            yield Piece(path.name or str(path), why=f"cannot be read ({getattr(error, 'strerror', None) or error})")


def _may_be(name: str) -> bool:
    """Whether a name is one of a play. What a Mac lays beside each file of a zip is none."""
    return name.lower().endswith(KINDS) and not name.rpartition("/")[2].startswith(".")


def _file(path: Path) -> Iterator[Piece]:
    try:
        if path.suffix.lower() not in (ENDING, CODES) and zipfile.is_zipfile(path):
            with path.open("rb") as file:
                yield from _zip(file, path.name, 1)
        elif path.stat().st_size > LARGEST:
            yield Piece(path.name, why=f"larger than a play can be ({LARGEST >> 20} MiB)")
        else:
            yield Piece(path.name, path)
    except OSError as error:
        yield Piece(path.name, why=f"cannot be read ({error.strerror})")


def _zip(file: BinaryIO, name: str, depth: int, spent: list[int] | None = None) -> Iterator[Piece]:
    """What is in a zip, without unpacking it to the disk. Sizes are those found while reading, not those claimed.

    `spent` counts what was unpacked of the outermost zip with all that is in it.
    """
    spent = spent if spent is not None else [0]
    try:
        sparing = _Sparing(file)
        with zipfile.ZipFile(sparing) as packed:
            sparing.most = -1
            inside = packed.infolist()
            if len(inside) > MEMBERS:
                yield Piece(name, why=f"a zip of more than {MEMBERS:,} files")
                return
            for info in inside:
                inner = f"{name}/{info.filename}"
                if info.is_dir() or not _may_be(info.filename) or info.external_attr >> 16 & 0o170000 == LINK:
                    continue
                kind = Path(info.filename).suffix.lower()
                if spent[0] > ALL_INSIDE:
                    yield Piece(name, why=f"unpacks to more than {ALL_INSIDE >> 30} GiB: the rest of it is not read")
                    return
                raw = _member(packed, info, LARGEST_INSIDE if kind == ".zip" else LARGEST)
                if raw is None:
                    yield Piece(inner, why="is locked, damaged, rarely packed, or unpacks to more than a play can be")
                    continue
                spent[0] += len(raw)
                if kind != ".zip":
                    yield Piece(inner, raw)
                elif depth < NESTED:
                    yield from _zip(BytesIO(raw), inner, depth + 1, spent)
                else:
                    yield Piece(inner, why="is a zip in a zip in a zip")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError) as error:
        yield Piece(name, why=f"is a damaged zip ({error})")


class _Sparing:
    """A file of which no more is read at once than a list of files may have, as long as `most` is not -1."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.most = file, LISTED
        self.seek, self.tell, self.seekable, self.close = file.seek, file.tell, file.seekable, file.close

    def read(self, size: int = -1) -> bytes:
        if self.most >= 0 and size > self.most:
            raise ValueError("its list of files is longer than that of a class")
        return self._file.read(size)


def _member(packed: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes | None:
    """The bytes of one member; None if it is locked, damaged, too large or blown up."""
    if info.compress_type not in PACKED or info.flag_bits & 1:
        return None
    if info.file_size > most or info.file_size > RATIO * max(1, info.compress_size):
        return None
    try:
        with packed.open(info) as member:
            raw = member.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError):
        return None
    return raw if len(raw) <= most else None
