"""The words of a record: canonical JSON lines whose digests form a chain."""

import hashlib
import json

from game.model.acts import Act, Event
from game.model.base import Shape
from game.model.record import Header, Line, Shown


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def header_text(header: Header) -> str:
    """The header line, without its line end."""
    return _canonical(header.model_dump(mode="json"))


def header_digest(header: Header) -> str:
    """The first link of the chain."""
    return hashlib.sha256(header_text(header).encode()).hexdigest()[:32]


def _told(shape: Shape) -> str:
    return shape.model_dump_json(exclude_defaults=True)


def _bare(n: int, act: Act, events: tuple[Event, ...], shown: Shown | None) -> str:
    """The text of a line without its last brace, as far as its digest goes."""
    bare = f'{{"n":{n},"act":{_told(act)}'
    if events:
        bare += f',"events":[{",".join(map(_told, events))}]'
    if shown is not None:
        bare += f',"shown":{_told(shown)}'
    return bare


def _whole(bare: str, ms: int, digest: str) -> str:
    return f'{bare},"ms":{ms},"digest":"{digest}"}}'


def make_line(
    before: str, n: int, act: Act, events: tuple[Event, ...], shown: Shown | None, ms: int
) -> tuple[Line, str]:
    """Return the n-th line and its text. `before` is the digest of the line above. Time spent is not in the digest."""
    bare = _bare(n, act, events, shown)
    digest = hashlib.sha256(f"{before}{bare}}}".encode()).hexdigest()[:32]
    line = Line(n=n, act=act, events=events, shown=shown, ms=ms, digest=digest)
    return line, _whole(bare, ms, digest)


def line_text(line: Line) -> str:
    """The text of a line as it stands in a record."""
    return _whole(_bare(line.n, line.act, line.events, line.shown), line.ms, line.digest)
