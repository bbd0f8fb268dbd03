"""Reading very many records: what happened in them, checked by the digests, without what was shown."""

import hashlib
import re
from collections.abc import Iterable
from typing import Final

from pydantic import ValidationError

from game.journal.disk import BadRecord, header_of
from game.journal.lines import header_digest
from game.model.acts import Act, Event
from game.model.base import Shape
from game.model.record import Line, Record

SHOWN: Final = b',"shown":{'
EVENTS: Final = b',"events":['
TAIL: Final = b',"ms":'
NUMBER = re.compile(rb'\{"n":([1-9]\d{0,8}),')


class _Happened(Shape):
    n: int
    act: Act
    events: tuple[Event, ...]


def lean(raw: bytes, name: str, only: Iterable[str] = ()) -> Record:
    """Return the record in these bytes with the lines in which something happened, and nothing that was shown.

    The chain of digests is followed through every line, so that a changed record is found as by `load_text`; `name`
    is what messages call it. With `only`, lines in which none of these things happened are left out as well, unread.
    Raises BadRecord. A torn last line is dropped and noted in `torn`.
    """
    pieces = raw.split(b"\n")
    torn = pieces[-1] != b""
    pieces.pop()
    if not pieces:
        raise BadRecord(f"{name}:1: holds no whole line of a record.")
    header = header_of(pieces[0], name)
    digest = header_digest(header).encode()
    wanted = [f'"did":"{did}"'.encode() for did in only] or [EVENTS]
    lines: list[Line] = []
    for number, piece in enumerate(pieces[1:], start=2):
        bare, tail, rest = piece.rpartition(TAIL)
        made = hashlib.sha256(digest + bare + b"}").hexdigest()[:32].encode()
        ms, _, said = rest.partition(b',"digest":"')
        there = NUMBER.match(bare)
        if not tail or said != made + b'"}' or not ms.isdigit() or not there or int(there[1]) != number - 1:
            raise BadRecord(f"{name}:{number}: does not fit its digest. The line was changed; take an untouched copy.")
        digest = made
        happened = bare.partition(SHOWN)[0]
        if EVENTS not in happened or not any(one in happened for one in wanted):
            continue
        try:
            found = _Happened.model_validate_json(happened + b"}")
        except (ValidationError, ValueError):
            raise BadRecord(f"{name}:{number}: is no step of a play. Take an untouched copy.") from None
        if found.n != number - 1:
            raise BadRecord(f"{name}:{number}: is no step of a play. Take an untouched copy.")
        lines.append(Line(n=found.n, act=found.act, events=found.events, ms=int(ms[:12]), digest=made.decode()))
    return Record(header=header, lines=tuple(lines), torn=torn)
