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


Happened = tuple[tuple[Act, tuple[Event, ...]], ...]
HAPPENED: Final = TypeAdapter(Happened, config=ConfigDict(strict=True))
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
    kept: list[tuple[int, bytes, int, str]] = []  # number of the step, its text, time spent, digest
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
            kept.append((number, happened + b"}", int(ms[:12]), made.decode()))
    return Record(header=header, lines=_lines(kept, kinds, name), torn=torn)


def _lines(kept: list[tuple[int, bytes, int, str]], kinds: frozenset[str], name: str) -> tuple[Line, ...]:
    """The steps themselves, all at once: that is three times as fast as one by one. Raises BadRecord."""
    try:
        happened = _happened([text for _, text, _, _ in kept], [n for n, _, _, _ in kept], kinds)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        if len(kept) > 1:  # which of them it is
            for one in kept:
                _lines([one], kinds, name)
        raise BadRecord(f"{name}:{kept[0][0] + 1}: is no step of a play. Take an untouched copy.") from None
    return tuple(
        Line(n=n, act=act, events=events, ms=ms, digest=made)
        for (n, _, ms, made), (act, events) in zip(kept, happened, strict=True)
    )


def _happened(texts: list[bytes], numbers: list[int], kinds: frozenset[str]) -> Happened:
    """The acts and what then happened; raises whatever is raised by steps that are none.

    What is not wanted goes before its shape is checked: it is most of what a step holds, and checking is slow.
    """
    told = json.loads(b"[" + b",".join(texts) + b"]")
    if [one["n"] for one in told] != numbers or any(one.keys() != PARTS for one in told):
        raise ValueError("no steps")
    wanted = [
        [one["act"], [event for event in one["events"] if event["did"] in kinds] if kinds else one["events"]]
        for one in told
    ]
    return HAPPENED.validate_json(json.dumps(wanted))
