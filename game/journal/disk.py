"""Reading a record. Any file gives a Record, or a BadRecord that says what, where and the cure."""

import json
from pathlib import Path

from pydantic import ValidationError

from game.journal.lines import header_digest, header_text, line_text, make_line
from game.language import _
from game.model.record import Header, Line, Record

FORMAT = 1
LARGEST = 64 << 20  # bytes


class BadRecord(ValueError):
    """The file is no record of this game, or has been changed. The message is meant for people."""


def load(path: Path) -> Record:
    """Return the record at `path`. Raises BadRecord. A torn last line is dropped and noted in `torn`."""
    try:
        if path.stat().st_size > LARGEST:
            raise BadRecord(_("{path}: larger than a play can be (64 MiB). Is it another file?").format(path=path))
        raw = path.read_bytes()
    except OSError as error:
        said = _("{path}: cannot be read ({why}). Check the name and the rights.")
        raise BadRecord(said.format(path=path, why=error.strerror)) from None
    return load_text(raw, str(path))


def load_text(raw: bytes, name: str) -> Record:
    """Return the record in these bytes; `name` is what messages call it. Raises BadRecord."""
    pieces = raw.split(b"\n")
    torn = pieces[-1] != b""
    pieces.pop()
    if not pieces:
        said = _("{where}: holds no whole line. A record begins with a header; this one was cut off too early.")
        raise BadRecord(said.format(where=f"{name}:1"))
    header = header_of(pieces[0], name)
    lines: list[Line] = []
    digest = header_digest(header)
    for number, piece in enumerate(pieces[1:], start=2):
        where = f"{name}:{number}"
        try:
            line = Line.model_validate_json(piece)
            text = line_text(line)
        except (ValidationError, UnicodeDecodeError, ValueError):
            said = _("{where}: is no step of a play. Was the file edited? Take an untouched copy.")
            raise BadRecord(said.format(where=where)) from None
        if line.n != number - 1:
            said = _("{where}: is step {step}, expected step {expected}. A line was removed or added.")
            raise BadRecord(said.format(where=where, step=line.n, expected=number - 1))
        made = make_line(digest, line.n, line.act, line.events, line.shown, line.ms)[0]
        if made.digest != line.digest or text.encode() != piece or line.ms < 0:
            said = _("{where}: does not fit its digest. The line was changed; take an untouched copy.")
            raise BadRecord(said.format(where=where))
        digest = line.digest
        lines.append(line)
    return Record(header=header, lines=tuple(lines), torn=torn)


def header_of(piece: bytes, name: str) -> Header:
    """Return the header in a first line. Raises BadRecord."""
    where = f"{name}:1"
    try:
        value = json.loads(piece)
    except (ValueError, RecursionError):
        said = _("{where}: is no header of a record. Is it another file?")
        raise BadRecord(said.format(where=where)) from None
    if not isinstance(value, dict) or "format" not in value:
        said = _("{where}: is no header of a record: “format” is missing. Is it another file?")
        raise BadRecord(said.format(where=where))
    if value["format"] != FORMAT:
        said = _("{where}: is format {found}; this game reads format {known}. A newer game may read it.")
        raise BadRecord(said.format(where=where, found=str(value["format"])[:20], known=FORMAT))
    try:
        header = Header.model_validate_json(piece)
    except ValidationError:
        said = _("{where}: the header has missing or unknown parts. Was the file edited?")
        raise BadRecord(said.format(where=where)) from None
    if header_text(header).encode() != piece:
        raise BadRecord(_("{where}: the header was changed. Take an untouched copy.").format(where=where))
    return header
