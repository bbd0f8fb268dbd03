"""What is acknowledged, on disk: one SQLite file a room, written through to the disk before anybody is answered.

The queries are few and plain, so that the same ones run on PostgreSQL (game/host/postgres.py). Kept are the room, the
plays (a random id, place and take, the first line of the record) and the other lines of their records. No clock time,
address or device is in there.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from game.host.arms import free_place
from game.host.wish import CannotKeep

FILE = "room.sqlite"
TABLES = (
    "CREATE TABLE IF NOT EXISTS room (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS plays (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, place INTEGER NOT NULL, "
    "take INTEGER NOT NULL, shares INTEGER NOT NULL, steps INTEGER NOT NULL, done INTEGER NOT NULL, "
    "header TEXT NOT NULL, UNIQUE (place, take))",
    "CREATE TABLE IF NOT EXISTS lines (play TEXT NOT NULL REFERENCES plays (id) ON DELETE CASCADE, "
    "n INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (play, n))",
    "CREATE TABLE IF NOT EXISTS gone (place INTEGER NOT NULL, take INTEGER NOT NULL, PRIMARY KEY (place, take))",
    "CREATE TABLE IF NOT EXISTS choices (play TEXT NOT NULL REFERENCES plays (id) ON DELETE CASCADE, "
    "n INTEGER NOT NULL, what TEXT NOT NULL, took TEXT NOT NULL, state INTEGER NOT NULL, PRIMARY KEY (play, n))",
)
Row = tuple[Any, ...]


class Clash(Exception):
    """Another process of this host was quicker. What was to be written is not; look again, and then perhaps write."""


@dataclass(frozen=True, slots=True)
class Held:
    """One play as the room holds it. `header` is the first line of its record."""

    id: str
    place: int
    take: int
    shares: bool  # its row may leave the room
    steps: int
    done: bool
    header: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people are where. Nothing about any of them."""

    joined: int = 0
    begun: int = 0  # and not done
    done: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a record that is to be kept. `done`: with it the play is over."""

    play: str
    n: int
    text: str
    done: bool = False


class Connection(Protocol):
    """What the store needs of a database."""

    def rows(self, query: str, *values: Any) -> list[Row]:
        """Run a query with `?` for its values; return what it finds."""

    def many(self, query: str, values: Sequence[Row]) -> None:
        """Run a query once for each row of values."""

    def transaction(self, lock: str = "") -> Any:
        """A context in which all is kept, on the disk, or nothing. `lock`: a table nobody else may write meanwhile."""

    def tidy(self) -> None:
        """Let what was deleted be gone from the files as well."""

    def close(self) -> None:
        """Let go of the database."""


class Store:
    """One room. Reads and writes go over different connections, so that a read never waits for the disk."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        """Raises CannotKeep."""
        self._write, self._read = connect(), connect()
        self._lock = threading.Lock()
        with self._writing() as write:
            for table in TABLES:
                write.rows(table)

    @classmethod
    def at(cls, folder: Path) -> "Store":
        """The room that lies in this folder; an empty one where there is none. Raises CannotKeep."""
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path = folder / FILE
            path.touch(mode=0o600)
        except OSError as error:
            raise CannotKeep(f"{folder}: {error.strerror}") from None
        return cls(lambda: Lite(path))

    def close(self) -> None:
        self._read.close()
        self._write.close()

    @contextmanager
    def _writing(self, lock: str = "") -> Iterator[Connection]:
        with self._lock, self._write.transaction(lock):
            yield self._write

    def change(self, lock: str = "") -> AbstractContextManager[Connection]:
        """All that is asked of what this hands out is kept, on the disk, or nothing."""
        return self._writing(lock)

    def look(self, query: str, *values: Any) -> list[Row]:
        """What is kept, without waiting for anybody who writes."""
        return self._read.rows(query, *values)

    # the room

    def room(self) -> dict[str, str]:
        """All that is kept about the room itself."""
        return dict(self._read.rows("SELECT name, value FROM room"))

    def set(self, **values: str) -> None:
        """Keep something about the room."""
        with self._writing() as write:
            keep(write, **values)

    def begin(self, **values: str) -> None:
        """Keep what a room begins with; where another process has begun it, that stands."""
        with self._writing("room") as write:
            if not write.rows("SELECT name FROM room WHERE name = ?", "key"):
                write.many("INSERT INTO room (name, value) VALUES (?, ?)", list(values.items()))

    # plays

    def join(
        self, play: str, code: str, header: Callable[[int, int], str], lapsed: Iterable[str] = (), *,
        shares: bool = False,
    ) -> None:  # fmt: skip
        """Give a new play the place that is next. `header` makes the first line of its record of place and take.

        A play that is there already stays as it is. `lapsed`: plays whose players are not there any more; of those the
        ones that are done keep their places. Raises Clash, CannotKeep.
        """
        silent = set(lapsed)
        with self._writing("plays") as write:
            if write.rows("SELECT id FROM plays WHERE id = ?", play):
                return
            all_ = write.rows("SELECT id, place, take, done FROM plays")
            held = [(place, take) for one, place, take, done in all_ if done or one not in silent]
            left = [(place, take) for one, place, take, done in all_ if not done and one in silent]
            place, take = free_place(held, [*left, *write.rows("SELECT place, take FROM gone")])
            write.rows(
                "INSERT INTO plays (id, code, place, take, shares, steps, done, header) "
                "VALUES (?, ?, ?, ?, ?, 0, 0, ?)",
                play, code, place, take, int(shares), header(place, take),
            )  # fmt: skip

    def add(self, steps: Sequence[Step]) -> None:
        """Keep lines of records, all or none. When this returns they are on the disk. Raises Clash, CannotKeep."""
        with self._writing() as write:
            write.many("INSERT INTO lines (play, n, text) VALUES (?, ?, ?)", [(s.play, s.n, s.text) for s in steps])
            last = {step.play: step for step in steps}
            write.many(
                "UPDATE plays SET steps = ?, done = ? WHERE id = ?",
                [(step.n, int(step.done), play) for play, step in last.items()],
            )

    def withdraw(self, play: str) -> bool:
        """Delete a play, from the files as well. Only that its place was given is kept. Say whether it was there."""
        with self._writing() as write:
            found = write.rows("SELECT place, take FROM plays WHERE id = ?", play)
            if found:
                write.rows("INSERT INTO gone (place, take) VALUES (?, ?)", *found[0])
                write.rows("DELETE FROM plays WHERE id = ?", play)
        self._tidy()
        return bool(found)

    def share(self, play: str, *, shares: bool) -> None:
        """Keep whether the row of a play may leave the room."""
        with self._writing() as write:
            write.rows("UPDATE plays SET shares = ? WHERE id = ?", int(shares), play)

    def empty(self, **values: str) -> None:
        """Delete every play and all about the room but these values, from the files as well."""
        with self._writing() as write:
            for table in ("lines", "plays", "gone", "room"):
                write.rows(f"DELETE FROM {table}")  # noqa: S608  (the names stand one line above)
            write.many("INSERT INTO room (name, value) VALUES (?, ?)", list(values.items()))
        self._tidy()

    def _tidy(self) -> None:
        with self._lock:
            self._write.tidy()

    def held(self, play: str) -> Held | None:
        """A play, or None if the room does not hold it."""
        found = self._read.rows("SELECT id, place, take, shares, steps, done, header FROM plays WHERE id = ?", play)
        return _held(found[0]) if found else None

    def all_held(self) -> tuple[Held, ...]:
        """Every play, by place and take."""
        rows = self._read.rows("SELECT id, place, take, shares, steps, done, header FROM plays ORDER BY place, take")
        return tuple(map(_held, rows))

    def by_code(self, code: str) -> str:
        """The play that this code opens; "" if there is none. Codes are kept as what the room's key makes of them."""
        found = self._read.rows("SELECT id FROM plays WHERE code = ?", code)
        return str(found[0][0]) if found else ""

    def text(self, play: str) -> str:
        """The whole record as it stands in a file; "" if the room does not hold the play."""
        held = self.held(play)
        if held is None:
            return ""
        lines = self._read.rows("SELECT text FROM lines WHERE play = ? ORDER BY n", play)
        return "\n".join([held.header, *(text for (text,) in lines)]) + "\n"

    def counts(self) -> Counts:
        """How many are where."""
        rows = self._read.rows("SELECT COUNT(*), SUM(CASE WHEN steps > 0 THEN 1 ELSE 0 END), SUM(done) FROM plays")
        joined, begun, done = (int(number or 0) for number in rows[0])
        gone = int(self._read.rows("SELECT COUNT(*) FROM gone")[0][0])
        return Counts(joined=joined, begun=begun - done, done=done, withdrawn=gone)


def keep(write: Connection, **values: str) -> None:
    """Keep something about the room, as part of what is being written."""
    write.many(
        "INSERT INTO room (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        list(values.items()),
    )


def _held(row: Row) -> Held:
    play, place, take, shares, steps, done, header = row
    return Held(str(play), int(place), int(take), bool(shares), int(steps), bool(done), str(header))


class Lite:
    """SQLite with a log written ahead, synced at every end of a transaction; what is deleted is overwritten."""

    def __init__(self, path: Path) -> None:
        with _kept_or_said(str(path)):
            self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=10)
            settings = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")
            for setting in settings:
                self._db.execute(f"PRAGMA {setting}")

    def rows(self, query: str, *values: Any) -> list[Row]:
        with _kept_or_said("the room"):
            return self._db.execute(query, values).fetchall()

    def many(self, query: str, values: Sequence[Row]) -> None:
        with _kept_or_said("the room"):
            self._db.executemany(query, values)

    @contextmanager
    def transaction(self, lock: str = "") -> Iterator[None]:
        with _kept_or_said("the room"):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def tidy(self) -> None:
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        self._db.close()


@contextmanager
def _kept_or_said(what: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise Clash(str(error)) from None
    except sqlite3.Error as error:
        raise CannotKeep(f"{what}: {error}") from None
