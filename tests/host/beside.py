"""Ours and oTree, one after the other, under the same students.

    python -m tests.host.beside [--students 200] [--seconds 60] [--think 2] [--otree FOLDER] [--postgres]

The same bots over the same sockets: they come in, think, choose, thirty of them choose at once ten times, and then each
host is killed (SIGKILL) and what it kept is laid beside what it had acknowledged. A choice counts from the tap to the
whole next page, as HTML, over one kept-alive connection a student; nothing else of a page is fetched.

oTree runs as its own words recommend for real studies: `otree prodserver`, in production mode, in an environment of its
own (FOLDER; made with pip where it is not there, of the release named below), with SQLite as it comes; with
`--postgres` once more on PostgreSQL. Its app lies in tests/host/otree: one choice of three a page. What differs: our
pages are those of the campaign `taste` and are worked out by its rules, and joining draws an arm; oTree's participants
are made before anybody comes, its page is a form and a sentence, and its answer is checked against three words.
"""

import argparse
import asyncio
import contextlib
import json
import os
import random
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from urllib.parse import urlsplit

from tests.conftest import ROOT
from tests.host.load import BURSTS, Bot, Gone, Hosting, Tally, at, kept_in, lost, plays_out
from tests.host.pages import Page, Pairs

RELEASE = "otree==6.0.15"
APP = ROOT / "tests" / "host" / "otree"
TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass
class Visitor(Bot):
    """The same student, before oTree's forms. `link`: where everybody begins."""

    link: str = ""
    path: str = ""
    chose: dict[str, str] = field(default_factory=dict)  # what was acknowledged, by path

    async def open(self, method: str, path: str, fields: Pairs | None = None) -> str:
        status, headers, text = await self.ask(method, path, fields)
        while status in (302, 303, 307):
            parts = urlsplit(headers["location"])
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            status, headers, text = await self.ask("GET", path)
        if status != 200:
            self.tally.faults.append(f"{status} for {method} {path}")
            raise Gone
        self.path = path
        return text

    async def join(self) -> None:
        began = time.perf_counter()
        self.page = Page(await self.patiently("GET", self.link))
        self.tally.joins.append(1000 * (time.perf_counter() - began))

    @property
    def can(self) -> bool:
        return any(form.choices for form in self.page.forms) if self.page else False

    async def tap(self, times: list[float], *, read: bool = True) -> bool:
        if not self.can or self.page is None:
            return False
        form = next(form for form in self.page.forms if form.choices)
        chosen = {name: self.chance.choice(values) for name, values in form.choices.items()}
        fields = [pair for pair in form.fields if pair[0] not in chosen] + list(chosen.items())
        path, began, broken = self.path, time.perf_counter(), self.tally.broken
        text = await self.patiently("POST", path, fields)
        if self.tally.broken == broken:
            times.append(1000 * (time.perf_counter() - began))
        if self.path != path:
            self.chose[path] = next(iter(chosen.values()))
        self.page = Page(text)
        return True

    def see(self) -> None:
        """It was read when it came."""


class Other(Hosting):
    """oTree in a process group of its own."""

    def __init__(self, folder: Path, home: Path, rounds: int, url: str = "") -> None:
        shutil.copytree(APP, folder, dirs_exist_ok=True)
        (folder / "_static").mkdir()  # it does not start without
        self.home, self.key, self.rounds, self.url = home, secrets.token_hex(16), rounds, url
        words = [str(home / "bin" / "otree"), "resetdb", "--noinput"]
        subprocess.run(words, cwd=folder, env=self.environment(), check=True, capture_output=True)
        super().__init__(folder, [])

    def environment(self) -> dict[str, str]:
        return {
            "PATH": f"{self.home / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}", "HOME": os.environ.get("HOME", ""),
            "OTREE_PRODUCTION": "1", "OTREE_AUTH_LEVEL": "STUDY", "OTREE_ADMIN_PASSWORD": self.key,
            "OTREE_REST_KEY": self.key, "OTREE_SECRET": self.key, "ROUNDS": str(self.rounds),
            **({"DATABASE_URL": self.url} if self.url else {}),
        }  # fmt: skip

    def _start(self) -> "subprocess.Popen[str]":
        with (self.folder / "host.log").open("a") as log:
            return subprocess.Popen(
                [str(self.home / "bin" / "otree"), "prodserver", f"127.0.0.1:{self.port}"], cwd=self.folder,
                env=self.environment(), stdout=log, stderr=log, text=True, start_new_session=True,
            )  # fmt: skip

    def session(self, students: int) -> str:
        """Make a session of so many; return the path where everybody begins."""
        body = json.dumps({"session_config_name": "street", "num_participants": students}).encode()
        heads = {"otree-rest-key": self.key, "Content-Type": "application/json"}
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/api/sessions", body, heads)
        with urllib.request.urlopen(request, timeout=300) as answer:
            return urlsplit(json.loads(answer.read())["session_wide_url"]).path


def spent(group: int) -> tuple[float, int]:
    """Seconds of a processor, and bytes in memory, of all processes of a group."""
    seconds, size = 0.0, 0
    for one in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, ValueError, IndexError):
            said = one.read_text().rpartition(")")[2].split()
            if int(said[2]) == group:
                seconds += sum(map(int, said[11:15])) / TICK
                size += int(said[21]) * os.sysconf("SC_PAGE_SIZE")
    return seconds, size


@dataclass
class Seen:
    """One host's figures."""

    name: str
    tally: Tally
    processor: float = 0
    memory: int = 0
    opened: float = 0  # seconds until it answered and all was ready to come in
    acknowledged: int = 0
    lost: int = 0
    page: int = 0  # bytes of a page, on average


async def measured(name: str, hosting: Hosting, bots: list[Bot], ready: float, how: argparse.Namespace) -> Seen:
    """Let them play; look what it took."""
    seen = Seen(name, bots[0].tally, opened=ready)
    before, _ = spent(hosting.process.pid)
    playing = asyncio.create_task(plays_out(bots, how.seconds, how.think, how.bursts))
    while not playing.done():
        await asyncio.wait([playing], timeout=2)
        seen.memory = max(seen.memory, spent(hosting.process.pid)[1])
    await playing
    seen.processor = spent(hosting.process.pid)[0] - before
    pages = [len(bot.page.text) for bot in bots if bot.page]
    seen.page = sum(pages) // max(1, len(pages))
    return seen


async def ours(how: argparse.Namespace, folder: Path) -> Seen:
    began = time.monotonic()
    hosting = Hosting(folder, ["--go"])
    try:
        await hosting.ready()
        tally = Tally()
        bots = [Bot(hosting.port, random.Random(n), tally) for n in range(how.students)]
        await bots[0].patiently("GET", "/hello")
        tally.broken = 0
        seen = await measured("Good Standing", hosting, bots, time.monotonic() - began, how)
    finally:
        hosting.kill()
    seen.acknowledged, seen.lost = sum(len(bot.told) for bot in bots), len(lost(bots, kept_in(folder)))
    return seen


async def theirs(how: argparse.Namespace, folder: Path, url: str = "") -> Seen:
    began = time.monotonic()
    hosting = Other(folder, how.otree, ceil(how.seconds / how.think * 2) + how.bursts + 5, url)
    try:
        await hosting.ready()
        link = await asyncio.to_thread(hosting.session, how.students)
        tally = Tally()
        bots = [Visitor(hosting.port, random.Random(n), tally, link=link) for n in range(how.students)]
        name = f"oTree on {'PostgreSQL' if url else 'SQLite'}"
        seen = await measured(name, hosting, list(bots), time.monotonic() - began, how)
    finally:
        hosting.kill()
    seen.acknowledged, seen.lost = sum(len(bot.chose) for bot in bots), _lost(bots, folder, url)
    return seen


def _lost(bots: list[Visitor], folder: Path, url: str) -> int:
    """Choices that were acknowledged and are not in oTree's own table, by participant and round."""
    player, participant = "street_player s", "otree_participant p"
    query = f"SELECT p.code, s.round_number, s.choice FROM {player} JOIN {participant} ON p.id = s.participant_id"
    if url:
        import psycopg  # noqa: PLC0415  (it is not everywhere)

        with psycopg.connect(url) as server:
            rows = server.execute(query).fetchall()
    else:
        with contextlib.closing(sqlite3.connect(folder / "db.sqlite3")) as file:
            rows = file.execute(query).fetchall()
    kept = {(code, number): choice for code, number, choice in rows}
    missing = 0
    for bot in bots:
        for path, choice in bot.chose.items():
            _, _, code, *_, number = path.split("/")  # /p/CODE/street/Choice/NUMBER
            missing += kept.get((code, int(number))) != choice
    return missing


def table(all_: list[Seen], how: argparse.Namespace) -> list[str]:
    """The figures as a table."""

    def row(name: str, cell: Callable[[Seen], object]) -> str:
        return f"| {name} | {' | '.join(str(cell(one)) for one in all_)} |"

    def times(of: Callable[[Tally], list[float]], share: float) -> Callable[[Seen], str]:
        return lambda one: f"{at(of(one.tally), share):.0f} ms"

    return [
        f"{how.students} students think {how.think:g} s, for {how.seconds:g} s; then {how.bursts} times thirty at once",
        row("", lambda one: one.name), f"|{'---|' * (len(all_) + 1)}",
        row("a choice, p50", times(lambda t: t.choices, 0.5)), row("a choice, p95", times(lambda t: t.choices, 0.95)),
        row("thirty at once, p50", times(lambda t: t.bursts, 0.5)),
        row("thirty at once, p95", times(lambda t: t.bursts, 0.95)),
        row("joining, p95", times(lambda t: t.joins, 0.95)),
        row("choices measured", lambda one: f"{len(one.tally.choices)} and {len(one.tally.bursts)}"),
        row("answers that were no page", lambda one: len(one.tally.faults)),
        row("broken lines", lambda one: one.tally.broken),
        row("acknowledged choices lost at the kill", lambda one: f"{one.lost} of {one.acknowledged}"),
        row("processor, seconds", lambda one: f"{one.processor:.1f}"),
        row("memory at the most", lambda one: f"{one.memory >> 20} MiB"),
        row("a page", lambda one: f"{one.page / 1024:.1f} KiB"),
        row("until everybody could come in", lambda one: f"{one.opened:.1f} s"),
        *[f"{one.name}: {fault}" for one in all_ for fault in one.tally.faults[:3]],
    ]  # fmt: skip


def brought(folder: Path) -> None:
    """oTree in an environment of its own, unless it is there."""
    if (folder / "bin" / "otree").exists():
        return
    print(f"{RELEASE} goes into {folder} …", flush=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    subprocess.run([str(folder / "bin" / "pip"), "install", "-q", RELEASE, "psycopg2-binary"], check=True)


def main() -> int:
    top = argparse.ArgumentParser(prog="python -m tests.host.beside", description=__doc__)
    top.add_argument("--students", type=int, default=200)
    top.add_argument("--seconds", type=float, default=60)
    top.add_argument("--think", type=float, default=2, help="seconds, on average")
    top.add_argument("--bursts", type=int, default=BURSTS)
    top.add_argument(
        "--otree", type=Path, default=Path(tempfile.gettempdir()) / "good-standing-otree", metavar="FOLDER"
    )
    top.add_argument("--postgres", action="store_true", help="oTree on PostgreSQL as well, on a server of its own")
    how = top.parse_args()
    how.seconds = min(how.seconds, 600)
    brought(how.otree)
    with contextlib.ExitStack() as stack:
        folders = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in range(3)]
        all_ = [asyncio.run(ours(how, folders[0])), asyncio.run(theirs(how, folders[1]))]
        if how.postgres:
            from tests.host.postgres import serving  # noqa: PLC0415  (it needs a driver that is not everywhere)

            server = stack.enter_context(serving(careful=True))
            all_.append(asyncio.run(theirs(how, folders[2], server.new())))
    print("\n".join(table(all_, how)))
    return bool(all_[0].tally.faults or all_[0].lost)


if __name__ == "__main__":
    sys.exit(main())
