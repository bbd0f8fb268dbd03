"""Reading very many records: what happened in them, checked by the digests, without what was shown."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from game.journal.disk import BadRecord, header_of
from game.journal.lines import header_digest
from game.model.acts import Act, Event
from game.model.record import Header, Line, Record

SHOWN: Final = b',"shown":{'
ACT: Final = b'"act":'
EVENTS: Final = b',"events":['
EVENT: Final = b'{"did":"'
"""How an event begins. Within a word it cannot stand so: there the marks of speech have a backslash."""
ANSWER, ANSWERED = ACT + b'{"do":"answer"', EVENT + b'answered"'
TAIL: Final = b',"ms":'
KNOWN, SHORT = 8_192, 400  # acts and events of which it is known what they say; the bytes of the longest of them
Step = tuple[int, Act, tuple[Event, ...], int, bytes]  # its number, what was done, what then happened, ms, digest


@dataclass(frozen=True, slots=True)
class Happened:
    """A record without what was shown; only the steps in which something happened."""

    header: Header
    steps: tuple[Step, ...]
    torn: bool


def lean(raw: bytes, name: str, only: Iterable[str] = ()) -> Record:
    """Return what `happened` as a record. Raises BadRecord."""
    found = happened(raw, name, only)
    lines = (Line(n=n, act=act, events=events, ms=ms, digest=made.decode()) for n, act, events, ms, made in found.steps)
    return Record(header=found.header, lines=tuple(lines), torn=found.torn)


def happened(raw: bytes, name: str, only: Iterable[str] = ()) -> Happened:
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
    kinds = tuple(EVENT + f'{kind}"'.encode() for kind in only) or (EVENT,)
    wanted = re.compile(b"|".join(map(re.escape, kinds))).search
    sha256 = hashlib.sha256
    steps: list[Step] = []
    for number, piece in enumerate(pieces[1:], start=1):
        bare, tail, rest = piece.rpartition(TAIL)
        made = sha256(digest + bare + b"}").hexdigest()[:32].encode()
        ms, _, said = rest.partition(b',"digest":"')
        begin = b'{"n":%d,' % number
        if not tail or said != made + b'"}' or not ms.isdigit() or not bare.startswith(begin):
            where = f"{name}:{number + 1}"
            raise BadRecord(f"{where}: does not fit its digest. The line was changed; take an untouched copy.")
        digest = made
        at = bare.find(EVENTS)
        if at < 0 or not wanted(bare, at):
            continue
        events = bare[at + len(EVENTS) :].partition(SHOWN)[0]
        try:
            told = _events(events, kinds)
            if told and SHOWN not in bare[:at]:
                steps.append((number, _act(bare[len(begin) : at]), told, int(ms[:12]), made))
        except ValueError:
            raise BadRecord(f"{name}:{number + 1}: is no step of a play. Take an untouched copy.") from None
    return Happened(header, tuple(steps), torn)


def _events(text: bytes, kinds: tuple[bytes, ...]) -> tuple[Event, ...]:
    """The events of some kinds. Raises ValueError where they do not stand as the game writes them.

    What is not wanted goes unread: it is most of what a step holds.
    """
    if text[:8] != EVENT or text[-2:] != b"}]":
        raise ValueError("no events")
    texts = text[:-1].split(b"," + EVENT)
    texts[1:] = [EVENT + one for one in texts[1:]]
    return tuple([_event(one) for one in texts if one.startswith(kinds)])


def _event(text: bytes) -> Event:
    """Many plays have much in common: what is known already is not checked again. Raises ValueError.

    Answers are not kept in mind: somebody's own words may be in them, and who withdraws a play takes its words along.
    """
    own = len(text) > SHORT or text.startswith(ANSWERED)
    return Event.model_validate_json(text) if own else _known_event(text)


def _act(text: bytes) -> Act:
    """The same for what was done. Raises ValueError."""
    if not text.startswith(ACT):
        raise ValueError("no act")
    own = len(text) > SHORT or text.startswith(ANSWER)
    return Act.model_validate_json(text[len(ACT) :]) if own else _known_act(text)


@lru_cache(maxsize=KNOWN)
def _known_event(text: bytes) -> Event:
    return Event.model_validate_json(text)


@lru_cache(maxsize=KNOWN)
def _known_act(text: bytes) -> Act:
    return Act.model_validate_json(text[len(ACT) :])
