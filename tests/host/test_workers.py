"""Several processes serve one room on a real database server; killed ones are replaced, and nothing is lost."""

import asyncio
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.host.browser import Browser
from tests.host.load import Bot, Hosting, Tally, lost
from tests.host.postgres import Server

pytestmark = pytest.mark.long


def children(process: int) -> list[int]:
    done = subprocess.run(
        ["pgrep", "-P", str(process), "-f", "spawn_main"], capture_output=True, text=True, check=False
    )
    return [int(line) for line in done.stdout.split()]


def test_three_processes_on_one_room_lose_nothing_when_they_are_killed(served: Server, tmp_path: Path) -> None:
    psycopg = pytest.importorskip("psycopg")
    url = served.new()
    hosting = Hosting(tmp_path, ["--go", "--database", url, "--workers", "3", "--language", "qps"])
    tally = Tally()

    killed: list[int] = []

    def connections() -> int:
        with psycopg.connect(url) as db:
            query = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = %s"
            return int(db.execute(query, ("good-standing",)).fetchone()[0])

    async def all_serve() -> None:
        while connections() < 6:  # each of the three has two
            await asyncio.sleep(0.1)
        await asyncio.sleep(0.5)

    async def go() -> list[Bot]:
        await hosting.ready()
        await all_serve()

        pages = [await asyncio.to_thread(Browser(hosting.port).get, "/") for _ in range(24)]
        assert all('lang="qps"' in page.text for page in pages)  # whichever process answers
        bots = [Bot(hosting.port, random.Random(n), tally) for n in range(24)]
        until = time.monotonic() + 14

        async def killing() -> None:
            for _ in range(2):
                await all_serve()
                await asyncio.sleep(2)
                for one in children(hosting.process.pid):
                    os.kill(one, signal.SIGKILL)
                    killed.append(one)
                await asyncio.sleep(1)

        await asyncio.gather(killing(), *(bot.play(0.5, until) for bot in bots))
        for bot in bots:
            bot.hang_up()
        await asyncio.sleep(0.1)
        return bots

    try:
        bots = asyncio.run(go())
    finally:
        hosting.kill()
    with psycopg.connect(url) as db:
        plays: dict[str, list[str]] = {play: [] for (play,) in db.execute("SELECT id FROM plays")}
        for play, text in db.execute("SELECT play, text FROM lines ORDER BY play, n"):
            plays[play].append(text)
    assert (lost(bots, plays), tally.faults, len(plays)) == ([], [], 24)
    assert sum(len(bot.told) for bot in bots) > 200 and tally.broken > 0 and len(killed) == 4
