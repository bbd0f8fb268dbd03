"""A PostgreSQL server of the tests' own, on a socket in a temporary folder. Skips where its programs are not."""

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

NEEDED = ("initdb", "pg_ctl", "postgres")
FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
numbers = itertools.count(1)


def program(name: str) -> str:
    return shutil.which(name) or next((str(f / name) for f in FOLDERS if (f / name).exists()), "")


class Server:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def new(self) -> str:
        """The address of an empty database."""
        psycopg = pytest.importorskip("psycopg")
        name = f"room_{next(numbers)}"
        with psycopg.connect(self._url("postgres"), autocommit=True) as db:
            db.execute(f"CREATE DATABASE {name}")
        return self._url(name)

    def _url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self.folder}"


def everything(url: str) -> str:
    """All that can be read in a database, as one text."""
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(url) as db:
        return "".join(
            str(db.execute(f"SELECT * FROM {table}").fetchall()) for table in ("room", "plays", "lines", "gone")
        )


@pytest.fixture(scope="session")
def served() -> Iterator[Server]:
    """The server, for as long as the tests run."""
    pytest.importorskip("psycopg")
    missing = [name for name in NEEDED if not program(name)]
    if missing:
        pytest.skip(f"no {', '.join(missing)} here: PostgreSQL is not installed")
    with serving() as server:
        yield server


@contextmanager
def serving(*, careful: bool = False) -> Iterator[Server]:
    """A server of one's own, gone afterwards. `careful`: it waits for the disk, as one does that is not a test's."""
    folder = Path(tempfile.mkdtemp(prefix="gs-pg-"))
    who: dict[str, Any] = {}
    if os.geteuid() == 0:  # the server refuses to run as root
        try:
            shutil.chown(folder, "postgres")
        except LookupError:
            pytest.skip("run as root, and there is no user “postgres” for the server")
        who = {"user": "postgres", "extra_groups": []}
    data = folder / "data"
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder, **who}
    subprocess.run([program("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"], check=True, **quiet)
    # Hosts are killed in these tests, the server and the machine are not: it need not wait for the disk.
    sync = "on" if careful else "off"
    options = f"-c fsync={sync} -c listen_addresses='' -c unix_socket_directories='{folder}' -c max_connections=60"
    subprocess.run(
        [program("pg_ctl"), "-D", data, "-o", options, "-l", folder / "log", "-w", "start"], check=True, **quiet
    )
    try:
        yield Server(folder)
    finally:
        subprocess.run([program("pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop"], check=True, **quiet)
        shutil.rmtree(folder, ignore_errors=True)
