"""A hundred kills of a host and of its students' phones, at random; and then what is there.

    python -m tests.host.kills [--kills 100] [--phones 100] [--students 30] [--think 0.5] [--seed 1791] [--postgres]

Students play over real HTTP; for each who is done another comes. Meanwhile the host is killed (SIGKILL) and started
again, sometimes while it starts; and phones die in the middle of whatever they do, and come back with their cookie, or
as another phone with two words. One tap in seven is sent twice at once. At the end every step that was acknowledged
must lie in the room with the act that was sent, nothing may lie there that was not sent or was sent for another step,
and every play must be what the rules make of its acts. Ends by itself. With `--postgres` the room lies on a PostgreSQL
server that this command starts.
"""

import argparse
import asyncio
import contextlib
import random
import re
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from game.content import levels, load
from game.host.store import Store
from game.journal import load_text, replay
from tests.host.load import Bot, Gone, Hosting, Tally, at, lost
from tests.host.pages import Page, Pairs

TWICE = 1 / 7
CODE = re.compile(r"\b([bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou][bdfghjklmnprstvz] "
                  r"[bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou][bdfghjklmnprstvz])\b")  # fmt: skip


@dataclass
class Mortal(Bot):
    """A student whose phone may die. `asked`: the acts that were sent, by the step they were sent for."""

    asked: dict[int, set[tuple[str, str]]] = field(default_factory=dict)
    code: str = ""
    twins: set["asyncio.Task[None]"] = field(default_factory=set)
    doubled: int = 0
    unborn: int = 0  # deaths before the first cookie had come: of such a play nobody knows, and another is begun

    async def patiently(self, method: str, path: str, fields: Pairs | None = None) -> str:
        if method == "POST" and path == "/play":
            said = dict(reversed(fields or []))
            self.asked.setdefault(int(said["n"]), set()).add((said["do"], said.get("what", "")))
            if self.chance.random() < TWICE:
                self.doubled += 1
                twin = asyncio.create_task(self._twin(fields or []))
                self.twins.add(twin)
                twin.add_done_callback(self.twins.discard)
        return await super().patiently(method, path, fields)

    async def _twin(self, fields: Pairs) -> None:
        """The same tap over another line."""
        other = Bot(self.port, random.Random(0), Tally(), self.cookie)
        with suppress(Gone):
            await other.ask("POST", "/play", fields)
        other.hang_up()

    async def live(self, think: float, until: float) -> None:
        """Come in, or come back, and play."""
        with suppress(Gone):
            if not self.cookie:
                await self.join()
            else:
                self.page = Page(await self.patiently("GET", "/play"))
            if not self.code and self.page and (found := CODE.search(await self.patiently("GET", "/mine"))):
                self.code = found[1]
            while time.monotonic() < until:
                await asyncio.sleep(self.chance.uniform(0.3, 1.7) * think)
                if not await self.tap(self.tally.choices):
                    self.tally.done += 1
                    return

    def die(self) -> bool:
        """Lose the line and the page; as another phone, which has two words alone, the cookie too. Say whether so."""
        if self.line is not None:
            self.line[1].transport.abort()
        self.line = self.page = self.unread = None
        self.unborn += not self.cookie
        if self.code and self.chance.random() < 0.4:
            self.cookie = ""
            return True
        return False

    async def come_back(self) -> None:
        """On another phone: type the two words in."""
        while not self.cookie:
            with suppress(Gone):
                status, _, _ = await self.ask("POST", "/back", [("code", self.code)])
                if status == 429:
                    await asyncio.sleep(1)
            await asyncio.sleep(0.2)


@dataclass
class Result:
    """What came of it."""

    tally: Tally
    events: Counter[str] = field(default_factory=Counter)
    away: list[float] = field(default_factory=list)  # ms from a kill to the next answer
    students: int = 0
    plays: int = 0
    acknowledged: int = 0
    steps: int = 0
    faults: list[str] = field(default_factory=list)
    bots: list[Mortal] = field(default_factory=list)

    def lines(self) -> list[str]:
        rows: list[tuple[str, object]] = [
            *self.events.items(), ("broken lines that students noticed", self.tally.broken),
            ("from a kill to the next answer, p50", f"{at(self.away, 0.5):.0f} ms"),
            ("the same, p95", f"{at(self.away, 0.95):.0f} ms"), ("students", self.students),
            ("plays in the room", self.plays), ("steps acknowledged", self.acknowledged),
            ("steps in the room", self.steps), ("lost, twice, not sent, or not by the rules", len(self.faults)),
        ]  # fmt: skip
        return [*(f"| {name} | {value} |" for name, value in rows), *self.faults[:10]]


async def run(
    kills: int, phones: int, students: int, think: float, folder: Path, more: list[str] | None = None, seed: int = 1791
) -> Result:
    """Play under so many kills. What lies in the room afterwards is for `judge`."""
    result, chance = Result(Tally()), random.Random(seed)
    hosting = Hosting(folder, ["--go", *(more or [])])
    bots = [Mortal(hosting.port, random.Random(f"{seed} {n}"), result.tally) for n in range(students)]
    try:
        await hosting.ready()
        forever = time.monotonic() + 3600

        async def seat(number: int) -> None:
            """Somebody plays; whoever comes after them plays on."""
            while True:
                await bots[number].live(think, forever)
                if bots[number].page is not None and not bots[number].can:
                    bots[number].hang_up()
                    result.bots.append(bots[number])
                    bots[number] = Mortal(hosting.port, random.Random(f"{seed} {len(result.bots)} on"), result.tally)

        lives = [asyncio.create_task(seat(number)) for number in range(students)]

        async def killing_hosts() -> None:
            for _ in range(kills):
                early = chance.random() < 0.15
                await asyncio.sleep(chance.uniform(0, 0.6) if early else chance.uniform(0.3, 2.5))
                await asyncio.to_thread(hosting.again)
                result.events["the host killed" + (" within 0.6 s of its start" if early else "")] += 1
                began = time.monotonic()
                if chance.random() < 0.85:
                    await answered(hosting.port)
                    result.away.append(1000 * (time.monotonic() - began))
            await answered(hosting.port)

        async def killing_phones() -> None:
            for _ in range(phones):
                await asyncio.sleep(chance.uniform(0.2, 1.8) * max(1, kills) * 1.8 / phones)
                number = chance.randrange(students)
                await ended(lives[number])
                other = bots[number].die()
                result.events[
                    "a phone dead, and back " + ("as another, with two words" if other else "with its cookie")
                ] += 1
                if other:
                    await bots[number].come_back()
                lives[number] = asyncio.create_task(seat(number))

        await asyncio.gather(killing_hosts(), killing_phones())
        await asyncio.sleep(1)
        await asyncio.gather(*map(ended, lives))
        result.bots += bots
        await asyncio.gather(*(twin for bot in result.bots for twin in bot.twins), return_exceptions=True)
        for bot in result.bots:
            bot.hang_up()
    finally:
        hosting.kill()
    result.events["taps sent twice at once"] = sum(bot.doubled for bot in result.bots)
    result.acknowledged = sum(len(bot.told) for bot in result.bots)
    result.students = len(result.bots)
    return result


async def ended(life: "asyncio.Task[None]") -> None:
    """Cancel it until it is: before Python 3.12, `wait_for` loses a cancellation that comes with what it waits for."""
    while not life.done():
        life.cancel()
        await asyncio.wait([life], timeout=0.5)


async def answered(port: int) -> None:
    """Wait until the host answers: the door stands open before it does."""
    asks = Bot(port, random.Random(0), Tally())
    for _ in range(600):
        with suppress(Gone):
            await asks.ask("GET", "/hello")
            asks.hang_up()
            return
        await asyncio.sleep(0.05)
    raise RuntimeError("the host does not come back")


def judge(result: Result, store: Store) -> None:
    """Lay what is in the room beside what was sent and what was acknowledged."""
    pack, bots = load(levels()), result.bots
    held = store.all_held()
    kept = {one.id: store.text(one.id).splitlines()[1:] for one in held}
    result.plays, result.steps = len(held), sum(len(lines) for lines in kept.values())
    result.faults += [f"lost: {step}" for step in lost(list(bots), kept)] + result.tally.faults
    for one in held:
        try:
            replay(pack, load_text(store.text(one.id).encode(), one.id))
        except ValueError as error:
            result.faults.append(f"not by the rules: {error}")
        if one.steps != len(kept[one.id]):
            result.faults.append(f"{one.steps} steps are {len(kept[one.id])} lines")
    for bot in bots:
        for n, line in enumerate(kept.get(bot.cookie.partition("=")[2].split(".")[0], []), start=1):
            said = {
                f'{{"n":{n},"act":{{"do":"{do}"' + (f',"what":"{what}"' if what else "")
                for do, what in bot.asked.get(n - 1, ())
            }
            if not any(line.startswith(one) for one in said):
                result.faults.append(f"twice, or not sent: {line[:80]}")
    if not len(bots) <= len(held) <= len(bots) + sum(bot.unborn for bot in bots):
        result.faults.append(f"{len(bots)} students are {len(held)} plays")


def main() -> int:
    top = argparse.ArgumentParser(prog="python -m tests.host.kills", description=__doc__)
    top.add_argument("--kills", type=int, default=100)
    top.add_argument("--phones", type=int, default=100)
    top.add_argument("--students", type=int, default=30)
    top.add_argument("--think", type=float, default=0.5, help="seconds, on average")
    top.add_argument("--seed", type=int, default=1791)
    top.add_argument("--postgres", action="store_true")
    said = top.parse_args()
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = ""
        if said.postgres:
            from tests.host.postgres import serving  # noqa: PLC0415  (it needs a driver that is not everywhere)

            url = stack.enter_context(serving()).new()
        more = ["--database", url, "--workers", "2"] if url else []
        words = (min(said.kills, 500), min(said.phones, 500), said.students, said.think)
        result = asyncio.run(run(*words, folder, more, said.seed))
        store = store_at(folder, url)
        judge(result, store)
        store.close()
    print("\n".join(result.lines()))
    return bool(result.faults)


def store_at(folder: Path, url: str) -> Store:
    """The room that was played in."""
    if not url:
        return Store.at(folder)
    from game.host.postgres import on  # noqa: PLC0415  (the same)

    return on(url)


if __name__ == "__main__":
    sys.exit(main())
