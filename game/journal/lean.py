"""Reading very many records: what happened in them, checked by the digests, without what was shown."""

import hashlib
import re
from collections.abc import Iterable
from typing import Final

from pydantic import ConfigDict, TypeAdapter

from game.journal.disk import BadRecord, header_of
from game.journal.lines import header_digest
from game.model.record import Line, Record

SHOWN: Final = b',"shown":{'
EVENTS: Final = b',"events":['
TAIL: Final = b',"ms":'
ANY: Final = re.compile(rb'"did":')
Kept = tuple[int, bytes, bytes, str]  # number of the step, what happened, the rest of the line, its digest
STEPS: Final = TypeAdapter(tuple[Line, ...], config=ConfigDict(strict=True))
EVENT: Final = b'{"did":"'
"""How an event begins. Within a word it cannot stand so: there the marks of speech have a backslash."""


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
    kinds = tuple(f'{kind}"'.encode() for kind in only)
    wanted = re.compile(b'"did":"(?:%s)' % b"|".join(map(re.escape, kinds))) if kinds else ANY
    kept: list[Kept] = []
    for number, piece in enumerate(pieces[1:], start=1):
        bare, tail, rest = piece.rpartition(TAIL)
        made = hashlib.sha256(digest + bare + b"}").hexdigest()[:32].encode()
        ms, _, said = rest.partition(b',"digest":"')
        if not tail or said != made + b'"}' or not ms.isdigit() or not bare.startswith(b'{"n":%d,' % number):
            where = f"{name}:{number + 1}"
            raise BadRecord(f"{where}: does not fit its digest. The line was changed; take an untouched copy.")
        digest = made
        if EVENTS not in bare:
            continue
        happened = bare.partition(SHOWN)[0]
        if EVENTS in happened and wanted.search(happened):
            kept.append((number, happened, b'%b%d,"digest":"%b"}' % (TAIL, int(ms[:12]), made), made.decode()))
    return Record(header=header, lines=_lines(kept, kinds, name), torn=torn)


def _lines(kept: list[Kept], kinds: tuple[bytes, ...], name: str) -> tuple[Line, ...]:
    """The steps themselves, all at once: that is three times as fast as one by one. Raises BadRecord."""
    try:
        return _steps(kept, kinds)
    except (ValueError, RecursionError):
        if len(kept) > 1:  # which of them it is
            for one in kept:
                _lines([one], kinds, name)
        raise BadRecord(f"{name}:{kept[0][0] + 1}: is no step of a play. Take an untouched copy.") from None


def _steps(kept: list[Kept], kinds: tuple[bytes, ...]) -> tuple[Line, ...]:
    """The same; raises ValueError, or RecursionError, for steps that are none."""
    text = b",".join([(_only(happened, kinds) if kinds else happened) + rest for _, happened, rest, _ in kept])
    lines = STEPS.validate_json(b"[%b]" % text)
    if [(line.n, line.digest, line.shown) for line in lines] != [(n, made, None) for n, _, _, made in kept]:
        raise ValueError("no steps")
    return lines


def _only(happened: bytes, kinds: tuple[bytes, ...]) -> bytes:
    """A step with the events of some kinds. Raises ValueError where its events do not stand as the game writes them.

    What is not wanted goes before it is read: it is most of what a step holds, and reading is slow.
    """
    act, _, told = happened.partition(EVENTS)
    nothing, *events = told.split(EVENT)
    if nothing or any(event[-2:] != b"}," for event in events[:-1]) or events[-1][-2:] != b"}]":
        raise ValueError("no events")
    return act + EVENTS + b",".join([EVENT + event[:-1] for event in events if event.startswith(kinds)]) + b"]"
