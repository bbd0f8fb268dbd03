"""Two hundred students on one machine, over real HTTP: how long a choice takes, and whether anything is ever lost.

    python -m tests.host.load [--students 200] [--seconds 60] [--think 2]

Starts a host of its own on 127.0.0.1, lets bots join and play with time to think, then lets thirty tap at once, ten
times; then it is killed, and every step that was ever acknowledged must lie in the room, with the act that was sent.
Ends by itself. Many kills: tests/host/kills.py. Beside another host: tests/host/beside.py.
"""

import argparse
import asyncio
import contextlib
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from game.host.store import FILE
from tests.conftest import ROOT
from tests.host.browser import filled, first
from tests.host.pages import Form, Page, Pairs

PATIENCE = 20  # seconds for which a student tries again
BURST, BURSTS = 30, 10


class Gone(Exception):
    """The line broke, or nobody answers."""


@dataclass
class Tally:
    choices: list[float] = field(default_factory=list)  # ms from tap to page
    bursts: list[float] = field(default_factory=list)
    joins: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    broken: int = 0
    done: int = 0


async def whole_body(reader: asyncio.StreamReader, headers: Mapping[str, str]) -> bytes:
    """The body of an answer, of a length that was said or in chunks."""
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", "0")))
    whole = b""
    while size := int(await reader.readuntil(b"\r\n"), 16):
        whole += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readexactly(2)
    return whole


@dataclass
class Bot:
    """A student with one connection. `told`: the acts that were acknowledged, by step."""

    port: int
    chance: random.Random
    tally: Tally
    cookie: str = ""
    told: dict[int, tuple[str, str]] = field(default_factory=dict)
    page: Page | None = None
    unread: tuple[int, tuple[str, str], str] | None = None
    line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, fields: Pairs | None = None) -> tuple[int, dict[str, str], str]:
        body = urlencode(fields or []).encode()
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {self.cookie}\r\n"
        if method == "POST":
            head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        try:
            if self.line is None:
                self.line = await asyncio.open_connection("127.0.0.1", self.port)
            reader, writer = self.line
            writer.write(head.encode() + b"\r\n" + body)
            said = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)).decode().split("\r\n")
            headers = {n.lower(): v for n, _, v in (one.partition(": ") for one in said[1:] if one)}
            text = await asyncio.wait_for(whole_body(reader, headers), 10)
        except (TimeoutError, OSError, asyncio.IncompleteReadError) as error:
            self.hang_up()
            raise Gone from error
        if "set-cookie" in headers:
            self.cookie = headers["set-cookie"].split(";")[0]
        return int(said[0].split()[1]), headers, text.decode()

    def hang_up(self) -> None:
        if self.line is not None:
            self.line[1].close()
            self.line = None

    async def open(self, method: str, path: str, fields: Pairs | None = None) -> str:
        """Ask, follow where one is sent, and say which page came."""
        status, headers, text = await self.ask(method, path, fields)
        while status == 303:
            path = headers["location"]
            status, headers, text = await self.ask("GET", path)
        if status != 200:
            self.tally.faults.append(f"{status} for {method} {path}")
            raise Gone
        return text

    async def patiently(self, method: str, path: str, fields: Pairs | None = None) -> str:
        """As a person does: try again, and after a broken line look where one is."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return await self.open(method, path, fields)
            except Gone:
                self.tally.broken += 1
                if time.monotonic() > until:
                    raise
                await asyncio.sleep(0.2 + self.chance.random() * 0.3)

    async def join(self) -> None:
        began = time.perf_counter()
        page = Page(await self.patiently("GET", "/"))
        begin = next(form for form in page.forms if form.action == "/begin")
        text = await self.patiently("POST", "/begin", begin.fields)
        self.tally.joins.append(1000 * (time.perf_counter() - began))
        self.page = Page(text)

    @property
    def can(self) -> bool:
        """Whether the page that lies there asks for a choice."""
        return bool(self.page and self.page.acts)

    async def tap(self, times: list[float], *, read: bool = True) -> bool:
        """One choice, kept and answered; say whether there was one to make. Without `read`, `see` reads."""
        forms = self.page.acts if self.page else []
        if not forms:
            return False
        form = first(self.page) if self.chance.random() < 0.8 else self.chance.choice(forms)  # type: ignore[arg-type]
        fields = self._filled(form)
        began = time.perf_counter()
        broken = self.tally.broken
        text = await self.patiently("POST", "/play", fields)
        took = 1000 * (time.perf_counter() - began)
        if self.tally.broken == broken:
            times.append(took)
        self.unread = int(form["n"]), (form["do"], form["what"]), text
        if read:
            self.see()
        return True

    def see(self) -> None:
        """Read the page that came last, and remember what it acknowledged."""
        if self.unread is None:
            return
        (n, act, text), self.unread = self.unread, None
        self.page = Page(text)
        now = self.page.acts
        if "That was not possible there" in text:
            return
        if not now or int(now[0]["n"]) == n + 1:
            self.told[n + 1] = act
        elif int(now[0]["n"]) != n:
            self.tally.faults.append(f"step {n} led to step {now[0]['n']}")

    def _filled(self, form: Form) -> Pairs:
        return form.fields if form["do"] != "answer" else filled(form)

    async def play(self, think: float, until: float) -> None:
        with contextlib.suppress(Gone):
            await self.join()
            while time.monotonic() < until:
                await asyncio.sleep(self.chance.uniform(0.3, 1.7) * think)
                if not await self.tap(self.tally.choices):
                    self.tally.done += 1
                    return


class Hosting:
    """The host in a process of its own, which can be killed."""

    def __init__(self, folder: Path, more: list[str]) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.folder, self.more, self.kills = folder, more, 0
        self.process = self._start()

    def _start(self) -> "subprocess.Popen[str]":
        words = ["host", "taste", "--data", str(self.folder), "--port", str(self.port), "--only-here", *self.more]
        log = (self.folder / "host.log").open("a")
        with log:
            return subprocess.Popen(
                [sys.executable, "-m", "game", *words], cwd=ROOT, stdout=log, stderr=log, text=True,
                env=self.environment(), start_new_session=True,
            )  # fmt: skip

    def environment(self) -> dict[str, str]:
        return {**os.environ, "PYTHONPATH": str(ROOT)}

    def kill(self) -> None:
        """The host and, where it has any, its workers: as a power cut would."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def again(self) -> None:
        self.kill()
        self.kills += 1
        self.process = self._start()

    async def ready(self) -> None:
        for _ in range(1200):
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", self.port)
                writer.close()
                return
            await asyncio.sleep(0.05)
        raise RuntimeError((self.folder / "host.log").read_text())


def kept_in(folder: Path) -> dict[str, list[str]]:
    """The lines of each play in the room, read from its file without the host's own code."""
    with contextlib.closing(sqlite3.connect(folder / FILE)) as db:
        plays: dict[str, list[str]] = {play: [] for (play,) in db.execute("SELECT id FROM plays")}
        for play, text in db.execute("SELECT play, text FROM lines ORDER BY play, n"):
            plays[play].append(text)
    return plays


def lost(bots: list[Bot], plays: dict[str, list[str]]) -> list[str]:
    """Every acknowledged step that is not in the room as it was sent."""
    faults = []
    for bot in bots:
        lines = plays.get(bot.cookie.partition("=")[2].split(".")[0], [])
        for n, (do, what) in bot.told.items():
            said = f'{{"n":{n},"act":{{"do":"{do}"' + (f',"what":"{what}"' if what else "")
            if n > len(lines) or not lines[n - 1].startswith(said):
                faults.append(f"step {n} ({do} {what})")
    return faults


def at(times: list[float], share: float) -> float:
    ordered = sorted(times) or [float("nan")]
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass
class Result:
    tally: Tally
    lost: list[str]
    joined: int
    steps: int

    def lines(self) -> list[str]:
        def row(name: str, times: list[float]) -> str:
            figures = f"p50 {at(times, 0.5):6.1f} ms  p95 {at(times, 0.95):6.1f} ms  most {max(times or [0]):6.1f} ms"
            return f"{name:10} {len(times):6}  {figures}"

        return [
            row("joining", self.tally.joins), row("a choice", self.tally.choices), row("in bursts", self.tally.bursts),
            f"{self.joined} joined, {self.tally.done} done, {self.steps} steps acknowledged, "
            f"{self.tally.broken} broken lines, {len(self.tally.faults)} faults, {len(self.lost)} steps lost",
            *self.tally.faults[:5], *self.lost[:5],
        ]  # fmt: skip


async def plays_out(bots: Sequence[Bot], seconds: float, think: float, bursts: int = BURSTS) -> None:
    """Let them come in one after the other, play for so long, and then thirty of them tap at once, so many times."""
    chance, until = random.Random(1791), time.monotonic() + seconds

    async def late(bot: Bot, wait: float) -> None:
        await asyncio.sleep(wait)
        await bot.play(think, until)

    await asyncio.gather(*(late(bot, chance.random() * min(5, seconds / 4)) for bot in bots))
    for _ in range(bursts):
        ready = [bot for bot in bots if bot.can][:BURST]
        await asyncio.gather(*(bot.tap(bot.tally.bursts, read=False) for bot in ready), return_exceptions=True)
        for bot in ready:
            bot.see()
        await asyncio.sleep(1)
    for bot in bots:
        bot.hang_up()


async def run(
    students: int, seconds: float, think: float, folder: Path, more: list[str] | None = None, bursts: int = BURSTS
) -> Result:
    """Play for so long, then in bursts, then without a host. Reads what was kept at the end."""
    tally = Tally()
    hosting = Hosting(folder, ["--go", *(more or [])])
    try:
        await hosting.ready()
        bots = [Bot(hosting.port, random.Random(n), tally) for n in range(students)]
        await plays_out(bots, seconds, think, bursts)
    finally:
        hosting.kill()
    plays = kept_in(folder)
    return Result(tally, lost(bots, plays), len(plays), sum(len(bot.told) for bot in bots))


def main() -> int:
    top = argparse.ArgumentParser(description=__doc__)
    top.add_argument("--students", type=int, default=200)
    top.add_argument("--seconds", type=float, default=60)
    top.add_argument("--think", type=float, default=2, help="seconds, on average")
    said = top.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = asyncio.run(run(said.students, min(said.seconds, 600), said.think, Path(folder)))
    print("\n".join(result.lines()))
    return bool(result.lost or result.tally.faults)


if __name__ == "__main__":
    sys.exit(main())
