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
ANY: Final = re.compile(rb'"did":')


class _Happened(Shape):
    n: int
    act: Act
    events: tuple[Event, ...]


def lean(raw: bytes, name: str, only: Iterable[str] = ()) -> Record:
    """Return the record in these bytes with the lines in which something happened, and nothing that was shown.

    The chain of digests is followed through every line, so that a changed record is found as by `load_text`; `name`
    is what messages call it. With `only`, just these kinds of event are kept, and lines without one are left out unread.
    Raises BadRecord. A torn last line is dropped and noted in `torn`.
    """
    pieces = raw.split(b"\n")
    torn = pieces[-1] != b""
    pieces.pop()
    if not pieces:
        raise BadRecord(f"{name}:1: holds no whole line of a record.")
    header = header_of(pieces[0], name)
    digest = header_digest(header).encode()
    kinds = frozenset(only)
    wanted = re.compile(b'"did":"(?:%s)"' % "|".join(map(re.escape, sorted(kinds))).encode()) if kinds else ANY
    lines: list[Line] = []
    for number, piece in enumerate(pieces[1:], start=2):
        bare, tail, rest = piece.rpartition(TAIL)
        made = hashlib.sha256(digest + bare + b"}").hexdigest()[:32].encode()
        ms, _, said = rest.partition(b',"digest":"')
        if not tail or said != made + b'"}' or not ms.isdigit() or not bare.startswith(b'{"n":%d,' % (number - 1)):
            raise BadRecord(f"{name}:{number}: does not fit its digest. The line was changed; take an untouched copy.")
        digest = made
        if EVENTS not in bare:
            continue
        happened = bare.partition(SHOWN)[0]
        if EVENTS not in happened or not wanted.search(happened):
            continue
        try:
            found = _Happened.model_validate_json(happened + b"}")
        except (ValidationError, ValueError):
            raise BadRecord(f"{name}:{number}: is no step of a play. Take an untouched copy.") from None
        if found.n != number - 1:
            raise BadRecord(f"{name}:{number}: is no step of a play. Take an untouched copy.")
        events = tuple(event for event in found.events if event.did in kinds) if kinds else found.events
        lines.append(Line(n=found.n, act=found.act, events=events, ms=int(ms[:12]), digest=made.decode()))
    return Record(header=header, lines=tuple(lines), torn=torn)
