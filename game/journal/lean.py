"""Reading very many records: what happened in them, checked by the digests, without what was shown."""

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Final

from pydantic import ConfigDict, TypeAdapter

from game.journal.disk import BadRecord, header_of
from game.journal.lines import header_digest
from game.model.acts import Act, Event
from game.model.record import Line, Record

SHOWN: Final = b',"shown":{'
EVENTS: Final = b',"events":['
TAIL: Final = b',"ms":'
ANY: Final = re.compile(rb'"did":')


HAPPENED: Final = TypeAdapter(tuple[Act, tuple[Event, ...]], config=ConfigDict(strict=True))
PARTS: Final = {"n", "act", "events"}


def lean(raw: bytes, name: str, only: Iterable[str] = ()) -> Record:
    """Return the record in these bytes with the lines in which something happened, and nothing that was shown.

    The chain of digests is followed through every line, so that a changed record is found as by `load_text`; `name`
    is what messages call it. With `only`, just these kinds of event are kept, and lines without are left out unread.
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
            act, events = _happened(happened + b"}", number - 1, kinds)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise BadRecord(f"{name}:{number}: is no step of a play. Take an untouched copy.") from None
        lines.append(Line(n=number - 1, act=act, events=events, ms=int(ms[:12]), digest=made.decode()))
    return Record(header=header, lines=tuple(lines), torn=torn)


def _happened(text: bytes, n: int, kinds: frozenset[str]) -> tuple[Act, tuple[Event, ...]]:
    """The act of a step and what then happened; raises whatever a step that is none raises.

    What is not wanted goes before its shape is checked: it is most of what a step holds, and checking is slow.
    """
    told = json.loads(text)
    if told.keys() != PARTS or told["n"] != n:
        raise ValueError("no step")
    events = [event for event in told["events"] if event["did"] in kinds] if kinds else told["events"]
    return HAPPENED.validate_json(json.dumps([told["act"], events]))
