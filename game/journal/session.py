"""A play that is being played: the only writer of records."""

import contextlib
import errno
import os
import secrets
from pathlib import Path
from typing import Literal

from game.journal.lines import header_digest, header_text, line_text, make_line
from game.journal.replay import Differs, replay
from game.language import _
from game.model.acts import Act, Event
from game.model.content import Pack
from game.model.record import Header, Line, Record, Setup
from game.model.state import State
from game.model.view import View
from game.rules import legal, start, step, view


class CannotWrite(OSError):
    """A line could not be written. What was saved before is whole; the play can go on unsaved."""


class Session:
    """One play. `do` is the only way to change it; every step is on disk before it is answered."""

    def __init__(self, pack: Pack, record: Record, state: State, path: Path | None) -> None:
        self.pack = pack
        self.header = record.header
        self.lines: list[Line] = list(record.lines)
        self.state = state
        self.path = path
        self._digest = record.lines[-1].digest if record.lines else header_digest(record.header)
        self._view: View | None = None
        self._size: int | None = None  # of the file after our last write; None until then

    @classmethod
    def new(cls, pack: Pack, setup: Setup, path: Path | None, *, game: str, play: str = "") -> "Session":
        """Begin a play. `path` None keeps it in memory only. Raises CannotWrite, KeyError for an unknown campaign."""
        state = start(pack, setup)
        play = play or secrets.token_hex(8)
        header = Header(game=game, pack=pack.info.id, digest=pack.digest, play=play, setup=setup)
        session = cls(pack, Record(header=header), state, path)
        session._write(header_text(header) + "\n", new=True)
        return session

    @classmethod
    def resume(cls, pack: Pack, record: Record, path: Path | None) -> "Session":
        """Go on where a record ends; a torn last line is cut from the file. Raises Differs, CannotWrite."""
        state = replay(pack, record)
        session = cls(pack, record, state, path)
        if record.torn and path is not None:
            session._cut()
        if path is not None:
            session._size = path.stat().st_size
        return session

    @property
    def record(self) -> Record:
        return Record(header=self.header, lines=tuple(self.lines))

    def view(self) -> View:
        """What the player may know now."""
        if self._view is None:
            self._view = view(self.pack, self.state)
        return self._view

    def legal(self) -> tuple[Act, ...]:
        return legal(self.pack, self.state)

    def do(self, act: Act, ms: int = 0, digest: str = "") -> tuple[Event, ...]:
        """Take one step and save it. `ms`: time spent before it; `digest`: what another machine has made of it.

        Raises Illegal (nothing happened), Differs if it comes to something else here (the same), or CannotWrite (the
        step has happened, but only in memory).
        """
        shown = self.view().moment if act.do == "choose" else None
        state, events = step(self.pack, self.state, act)
        line, text = make_line(self._digest, len(self.lines) + 1, act, events, shown, max(0, ms))
        if digest and digest != line.digest:
            raise Differs(_("The same step leads to something else here."))
        self.state, self._digest, self._view = state, line.digest, None
        self.lines.append(line)
        self._write(text + "\n")
        return events

    def text(self) -> str:
        """The whole record as it stands in a file."""
        return "\n".join([header_text(self.header), *(line_text(line) for line in self.lines)]) + "\n"

    def move_to(self, path: Path | None) -> None:
        """Write the whole play to another place, and go on there. Raises CannotWrite; nothing has then moved."""
        before, self.path = self.path, path
        try:
            self._write(self.text(), new=True)
        except CannotWrite:
            self.path = before
            raise

    def _write(self, text: str, *, new: bool = False) -> None:
        """One whole line a write, flushed and synced. A new file is written beside its place and then put there."""
        if self.path is None:
            return
        try:
            if new:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                save_whole(self.path, text)
            else:
                _append(self.path, text, self._size)
            self._size = self.path.stat().st_size
        except OSError as error:
            where, self.path = self.path, None
            raise CannotWrite(error.errno, _unwritten(where, error)) from None

    def _cut(self) -> None:
        assert self.path is not None
        whole = self.path.read_bytes().rpartition(b"\n")[0] + b"\n"
        try:
            os.truncate(self.path, len(whole))
        except OSError as error:
            raise CannotWrite(error.errno, _unwritten(self.path, error)) from None


def _unwritten(path: Path | None, error: OSError) -> str:
    return _("{path}: cannot be written ({why})").format(path=path, why=error.strerror)


def _put(path: Path, mode: Literal["ab", "wb"], text: str) -> None:
    """Unbuffered: what could not be written must not come trailing in when the file is closed."""
    with path.open(mode, buffering=0) as file:
        rest = memoryview(text.encode())
        while rest:
            rest = rest[file.write(rest) :]
        os.fsync(file.fileno())


def _append(path: Path, text: str, expected: int | None) -> None:
    size = path.stat().st_size
    if expected is not None and size != expected:
        raise OSError(errno.EBUSY, _("another window is playing this play, or the file was changed"))
    try:
        _put(path, "ab", text)
    except OSError:
        os.truncate(path, size)  # half a line would cost the next one too
        raise


def save_whole(path: Path, text: str) -> None:
    """Whatever stands at `path` stays whole until the new file is."""
    part = path.with_name(path.name + ".part")
    try:
        _put(part, "wb", text)
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
