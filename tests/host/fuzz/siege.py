"""A real host under fire: what it wrote and where, its memory, its console, an honest student beside, and the plays."""

import asyncio
import os
import random
import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from game.content import levels, load
from game.host.store import Store
from game.journal import load_text, replay
from tests.conftest import ROOT
from tests.host.fuzz.asks import Ask
from tests.host.fuzz.wire import Score, Shooter
from tests.host.load import Bot, Gone, Hosting, Tally, at, kept_in, lost
from tests.host.pages import Page

SHOOTERS = 10
MEMORY = 400 << 20  # bytes that a host under fire may take
WATCH = """
import os, sys
FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
PATHS = {"os.mkdir", "os.rename", "os.link", "os.symlink", "os.truncate", "os.chmod", "sqlite3.connect",
         "shutil.rmtree", "shutil.move", "shutil.copyfile", "subprocess.Popen", "os.system", "os.exec"}
told = os.open(os.environ["TOLD"], os.O_WRONLY | os.O_APPEND)
def hook(event, args):
    if event == "open" and args[2] & FLAGS or event in PATHS or event in ("os.remove", "os.rmdir") and args[1] == -1:
        path = args[event in ("os.rename", "os.link", "os.symlink")]
        path = os.path.abspath(os.fsdecode(path)) if isinstance(path, (str, bytes)) else path
        os.write(told, f"{event}\\t{path}\\n".encode(errors="replace"))
sys.addaudithook(hook)
"""
"""Set before all else in the host's process: it tells each file that is written, made, moved or removed."""
QUIET = re.compile(r"/dev/(null|tty)|/proc/.*|(/.*/)?(ldconfig|gcc|cc|ld|objdump)")
"""Nobody keeps anything there; and how the system looks for a library of its own."""


def tree(folder: Path) -> dict[str, tuple[int, int]]:
    """Everything that lies in a folder, with size and time."""
    return {str(one): (one.lstat().st_size, one.lstat().st_mtime_ns) for one in folder.rglob("*")}


@dataclass
class Round:
    """What came of one room."""

    score: Score
    tally: Tally
    shots: dict[str, int] = field(default_factory=dict)  # by what the room was
    memory: int = 0
    steps: int = 0
    plays: int = 0

    def lines(self) -> list[str]:
        codes = ", ".join(f"{status}: {count}" for status, count in sorted(self.score.statuses.items()))
        where = ", ".join(f"{state} {count}" for state, count in self.shots.items())
        times = self.tally.choices
        return [
            f"{self.score.sent} requests ({where}); answers {codes}; {self.score.silent} without one",
            f"most memory {self.memory >> 20} MiB; {self.plays} plays, each as the rules make it; the honest student "
            f"took {self.steps} steps, p50 {at(times, 0.5):.0f} ms, p95 {at(times, 0.95):.0f} ms",
            *self.score.faults,
        ]  # fmt: skip


class Watched(Hosting):
    """A host whose every write is told, with a home of its own that must stay empty."""

    def __init__(self, top: Path, more: list[str]) -> None:
        self.top, self.home, self.watch = top, top / "home", top / "watch"
        for folder in (self.home, self.watch, top / "tmp", top / "room"):
            folder.mkdir()
        (self.watch / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
        (top / "told").touch()
        super().__init__(top / "room", more)

    def environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ.get("PATH", ""), "HOME": str(self.home), "TMPDIR": str(self.top / "tmp"),
            "PYTHONPATH": os.pathsep.join((str(self.watch), str(ROOT))), "PYTHONDONTWRITEBYTECODE": "1",
            "TOLD": str(self.top / "told"), "LANG": "C.UTF-8",
        }  # fmt: skip

    @property
    def log(self) -> str:
        return (self.folder / "host.log").read_text(encoding="utf-8")

    async def secret(self) -> str:
        """The lecturer's own, as the console says it, once all that a host says has been said."""
        for _ in range(2400):
            found = re.search(r"/host/([0-9a-f]{32})", self.log)
            if found and "Many campus" in self.log:
                return found[1]
            await asyncio.sleep(0.05)
        raise RuntimeError(self.log)

    def memory(self) -> int:
        with suppress(OSError):
            for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
                if line.startswith("VmRSS:"):
                    return int(line.split()[1]) << 10
        return 0

    def written_outside(self) -> list[str]:
        found = written_outside(self.top / "told", self.folder)
        for folder in (self.home, self.top / "tmp"):
            found += [f"left {one}" for one in tree(folder)]
        return found


def written_outside(told: Path, folder: Path) -> list[str]:
    """What a watched process did to files elsewhere than in this folder."""
    found = []
    for line in told.read_text(encoding="utf-8", errors="replace").splitlines():
        event, _, path = line.partition("\t")
        inside = path == str(folder) or path.startswith(f"{folder}{os.sep}")
        if event and path and not inside and not QUIET.fullmatch(path):
            found.append(f"{event} {path}")
    return found


async def besiege(top: Path, seed: int, shots: int, more: list[str] | None = None) -> Round:
    """Open a room, fire at it in each of its states, close it, look, delete it, look again. `shots`: while it runs."""
    found = Round(Score(), Tally())
    host, before = Watched(top, more or []), tree(ROOT / "game") | tree(ROOT / "levels")
    try:
        await host.ready()
        secret = await host.secret()
        said = host.log
        await _through_all_states(host, secret, found, seed, shots)
        if host.log != said:
            found.score.faults.append(f"the console said: {host.log[len(said) :][:600]}")
    finally:
        host.kill()
    found.score.faults += found.tally.faults + host.written_outside()
    if found.memory > MEMORY:
        found.score.faults.append(f"{found.memory >> 20} MiB")
    if tree(ROOT / "game") | tree(ROOT / "levels") != before:
        found.score.faults.append("the game's own files are not as they were")
    return found


async def _through_all_states(host: Watched, secret: str, found: Round, seed: int, shots: int) -> None:
    score, port = found.score, host.port
    shooters = [Shooter(port, secret, random.Random(f"{seed} {n}"), score, f"127.0.0.{2 + n}") for n in range(SHOOTERS)]
    shooters[0].here = "127.0.0.1"  # one sits where the honest student and the lecturer sit
    lecturer = Shooter(port, secret, random.Random(seed), Score(), "127.0.0.99", tame=False)
    honest = Bot(port, random.Random(seed), found.tally)

    async def fire(state: str, count: int) -> None:
        before = score.sent
        await asyncio.gather(*(one.shoot_for(count // SHOOTERS) for one in shooters))
        found.memory = max(found.memory, host.memory())
        found.shots[state] = score.sent - before
        if host.process.poll() is not None:
            raise RuntimeError("the host has ended: " + host.log)

    async def plays() -> None:
        while await honest.tap(found.tally.choices):
            await asyncio.sleep(0.3)

    await honest.join()
    await fire("open", shots // 10)
    await do(lecturer, "start")
    honest.page = Page(await honest.patiently("GET", "/play"))
    playing = asyncio.create_task(plays())
    await fire("running", shots)
    playing.cancel()
    with suppress(asyncio.CancelledError, Gone):
        await playing
    honest.hang_up()
    await do(lecturer, "pause")
    await fire("paused", shots // 10)
    await do(lecturer, "stop")
    await fire("closed", shots // 5)
    found.plays, found.steps = whole(host.folder, score), len(honest.told)
    score.faults += [f"acknowledged and lost: {step}" for step in lost([honest], kept_in(host.folder))]
    for one in shooters:
        one.tame = False
    await do(lecturer, "delete")
    await fire("deleted", shots // 10)
    if kept_in(host.folder):
        score.faults.append("plays lie in a room that was deleted")


async def do(lecturer: Shooter, deed: str) -> None:
    """What the lecturer does; again where the fire was in the way."""
    path = f"/host/{lecturer.secret}"
    for _ in range(100):
        page = await lecturer._page(path)
        form = next((form for form in page.forms if form["deed"] == deed), None) if page else None
        if form:
            await lecturer.ask(Ask(b"POST", path.encode(), fields=[*form.fields, ("sure", "1")]))
            return
        await asyncio.sleep(0.1)
    raise RuntimeError(f"the lecturer cannot {deed}")


def whole(folder: Path, score: Score) -> int:
    """Every play in the room is a record, and what the rules make of its acts; say how many there are."""
    pack, store = load(levels()), Store.at(folder)
    try:
        held = store.all_held()
        for one in held:
            try:
                record = load_text(store.text(one.id).encode(), one.id)
                replay(pack, record)
            except ValueError as error:
                score.faults.append(f"a play that cannot have been: {error}")
            if len(record.lines) != one.steps:
                score.faults.append(f"{one.steps} steps are {len(record.lines)} lines")
    finally:
        store.close()
    return len(held)
