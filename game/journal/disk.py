"""Reading a record. Any file gives a Record, or a BadRecord that says what, where and the cure."""

import json
from pathlib import Path

from pydantic import ValidationError

from game.journal.lines import header_digest, header_text, line_text, make_line
from game.model.record import Header, Line, Record

FORMAT = 1
LARGEST = 64 << 20  # bytes


class BadRecord(ValueError):
    """The file is no record of this game, or has been changed. The message is meant for people."""


def load(path: Path) -> Record:
    """Return the record at `path`. Raises BadRecord. A torn last line is dropped and noted in `torn`."""
    try:
        if path.stat().st_size > LARGEST:
            raise BadRecord(f"{path}: larger than a play can be (64 MiB). Is it another file?")
        raw = path.read_bytes()
    except OSError as error:
        raise BadRecord(f"{path}: cannot be read ({error.strerror}). Check the name and the rights.") from None
    return load_text(raw, str(path))


def load_text(raw: bytes, name: str) -> Record:
    """Return the record in these bytes; `name` is what messages call it. Raises BadRecord."""
    pieces = raw.split(b"\n")
    torn = pieces[-1] != b""
    pieces.pop()
    if not pieces:
        raise BadRecord(
            f"{name}:1: holds no whole line. A record begins with a header; this one was cut off too early."
        )
    header = header_of(pieces[0], name)
    lines: list[Line] = []
    digest = header_digest(header)
    for number, piece in enumerate(pieces[1:], start=2):
        where = f"{name}:{number}"
        try:
            line = Line.model_validate_json(piece)
            text = line_text(line)
        except (ValidationError, UnicodeDecodeError, ValueError):
            raise BadRecord(f"{where}: is no step of a play. Was the file edited? Take an untouched copy.") from None
        if line.n != number - 1:
            raise BadRecord(f"{where}: is step {line.n}, expected step {number - 1}. A line was removed or added.")
        made, _ = make_line(digest, line.n, line.act, line.events, line.shown, line.ms)
        if made.digest != line.digest or text.encode() != piece or line.ms < 0:
            raise BadRecord(f"{where}: does not fit its digest. The line was changed; take an untouched copy.")
        digest = line.digest
        lines.append(line)
    return Record(header=header, lines=tuple(lines), torn=torn)


def header_of(piece: bytes, name: str) -> Header:
    """Return the header in a first line. Raises BadRecord."""
    try:
        value = json.loads(piece)
    except (ValueError, RecursionError):
        raise BadRecord(f"{name}:1: is no header of a record. Is it another file?") from None
    if not isinstance(value, dict) or "format" not in value:
        raise BadRecord(f"{name}:1: is no header of a record: “format” is missing. Is it another file?")
    if value["format"] != FORMAT:
        said = str(value["format"])[:20]
        raise BadRecord(f"{name}:1: is format {said}; this game reads format {FORMAT}. A newer game may read it.")
    try:
        header = Header.model_validate_json(piece)
    except ValidationError:
        raise BadRecord(f"{name}:1: the header has missing or unknown parts. Was the file edited?") from None
    if header_text(header).encode() != piece:
        raise BadRecord(f"{name}:1: the header was changed. Take an untouched copy.")
    return header
