"""The same store on PostgreSQL, for a lecture series or a course with several worker processes. Extra: department.

One database holds one room. A commit is on the server's disk before it is answered; where two processes want the same
step or place, one of them is refused by a key and looks again.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg

from game.host.store import Clash, Row, Store
from game.host.wish import CannotKeep


class Served:
    """One connection, opened anew where the server has hung up."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._db = self._open()

    def _open(self) -> "psycopg.Connection[Row]":
        with _kept_or_said():
            return psycopg.connect(self._url, autocommit=True, connect_timeout=5, application_name="good-standing")

    def rows(self, query: str, *values: Any) -> list[Row]:
        with _kept_or_said():
            if self._db.closed:
                self._db = self._open()
            done = self._db.execute(query.replace("?", "%s").encode(), values)
            return done.fetchall() if done.description else []

    def many(self, query: str, values: Sequence[Row]) -> None:
        with _kept_or_said(), self._db.cursor() as cursor:
            cursor.executemany(query.replace("?", "%s").encode(), values)

    @contextmanager
    def transaction(self, lock: str = "") -> Iterator[None]:
        with _kept_or_said():
            if self._db.closed:
                self._db = self._open()
            with self._db.transaction():
                self._db.execute("SET LOCAL synchronous_commit TO on")
                if lock:
                    self._db.execute(f"LOCK TABLE {lock} IN EXCLUSIVE MODE".encode())
                yield

    def tidy(self) -> None:
        for table in ("lines", "choices", "plays", "room"):
            self.rows(f"VACUUM {table}")

    def close(self) -> None:
        self._db.close()


@contextmanager
def _kept_or_said() -> Iterator[None]:
    try:
        yield
    except (psycopg.errors.IntegrityError, psycopg.errors.SerializationFailure, psycopg.errors.DeadlockDetected):
        raise Clash from None
    except psycopg.Error as error:
        raise CannotKeep(f"the database: {type(error).__name__}") from None  # its words may hold the address


def on(url: str) -> Store:
    """The room in this database. Raises CannotKeep."""
    return Store(lambda: Served(url))
