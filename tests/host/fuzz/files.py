"""Bent files for whatever reads files: `class` (files, folders, zips, codes), a record alone, and what lies beside one.

python -m tests.host.fuzz.files SEED HANDFULS    (started by tests.host.fuzz, with a bound to its memory)
"""

import csv
import io
import os
import random
import re
import resource
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from game.content import levels, load
from game.journal import load as load_record
from game.journal import replay
from game.journal.beside import read_said
from game.journal.disk import BadRecord, load_text
from game.journal.replay import Differs
from game.journal.votes import read_votes
from game.model.content import Pack
from game.seminar import pool
from game.seminar.code import BadCode, from_code, to_code
from game.seminar.figures import figures
from game.seminar.gather import Gathered, gather
from game.seminar.page import page
from game.seminar.rows import rows
from game.seminar.student import student
from tests.conftest import ROOT
from tests.host.fuzz.aims import MARK
from tests.host.fuzz.forge import NAMES, Forge

SLOW = 20.0  # seconds that a handful of files may take on a busy machine
MOST = 700 << 20  # bytes that reading may take at the most
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Handful:
    """Some files in a folder, and what the readers make of them."""

    def __init__(self, pack: Pack, seed: str, folder: Path) -> None:
        self.pack, self.folder, self.chance = pack, folder, random.Random(seed)
        self.records = [path.read_bytes() for path in sorted((ROOT / "tests" / "recordings").glob("taste*.jsonl"))]
        self.codes = [to_code(student(load_text(raw, "real"), pack), pack) for raw in self.records]
        self.forge = Forge(self.chance, self.records, self.codes)
        self.faults: list[str] = []
        self.read = self.let_in = 0

    def lay(self, count: int = 12) -> None:
        """Put files, links and traps into the folder."""
        forge, chance = self.forge, self.chance
        (self.folder / "deep" / "er").mkdir(parents=True)
        for number in range(count):
            kind = chance.choice(("record", "record", "record", "zip", "zip", "code", "beside"))
            ending = {"record": ".jsonl", "zip": ".zip", "code": ".txt", "beside": ".said.json"}[kind]
            raw = getattr(forge, kind)()
            where = self.folder / chance.choice((".", "deep", "deep/er"))
            name = f"{number}{chance.choice((ending, ending, ending, ending.upper(), '.jsonl', '.zip', '.txt'))}"
            if chance.random() < 0.3:
                name = chance.choice(NAMES).replace("/", "∕").replace("\x00", "")[:60] + name
            with suppress(OSError):
                (where / name).write_bytes(raw)
        with suppress(OSError):
            (self.folder / "link.jsonl").symlink_to("/etc/passwd")
            (self.folder / "deep" / "round").symlink_to(self.folder)
            (self.folder / "out").symlink_to("/etc")
            (self.folder / "dangling.jsonl").symlink_to("nowhere.jsonl")
            os.mkfifo(self.folder / "pipe.jsonl")
            Path(os.fsdecode(os.fsencode(self.folder) + b"/\xff\xfe.jsonl")).write_bytes(forge.record())

    def check(self) -> None:
        """Read them in every way in which the game reads files."""
        before = {str(one): one.lstat().st_mtime_ns for one in self.folder.rglob("*")}
        files = sorted(one for one in self.folder.rglob("*") if one.is_file() and not one.is_symlink())
        self.read += len(files)
        began = time.monotonic()
        whole = self._tried(
            "gather", lambda: gather([self.folder, *files, self.folder / "link.jsonl", self.folder / "gone"], self.pack)
        )
        if isinstance(whole, Gathered):
            for name, why in whole.left_out:
                if UNSEEN.search(name + why):
                    self.faults.append(f"a name that steers the console: {name!r} {why!r}")
            self.let_in += len(whole.found)
            self._page(whole)
        for one in files:
            self._alone(one)
        took = time.monotonic() - began
        if took > SLOW:
            self.faults.append(f"{took:.0f} s for {[one.stat().st_size for one in files]}")
        if {str(one): one.lstat().st_mtime_ns for one in self.folder.rglob("*")} != before:
            self.faults.append("something was written where only was read")

    def _tried(self, what: str, does: object) -> object:
        try:
            return does()  # type: ignore[operator]
        except MemoryError:
            self.faults.append(f"{what}: no memory left")
        except Exception as error:
            trace, where = error.__traceback__, ""
            while trace is not None:
                where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
                trace = trace.tb_next
            self.faults.append(f"{what}: {type(error).__name__} at {where}: {str(error)[:200]!r}")
        return None

    def _page(self, found: Gathered) -> None:
        """A class with forged plays in it: a page without a stranger's markup, cells without formulas."""
        students = [
            *found.students,
            *(one for one in found.students for _ in range(5 if len(found.students) < 5 else 0)),
        ]
        here, pictures = self._tried("figures", lambda: figures(students, self.pack)) or (None, ())  # type: ignore[misc]
        html = self._tried("page", lambda: page(pictures, found.left_out and [found.left_out[0][0]]))
        if f"<{MARK}" in str(html):
            self.faults.append("markup of a stranger's stands on the page of the class")
        if here is None or not pictures:
            return
        table = self._tried("table", lambda: pool.table(here, self.pack))
        texts = [
            self._tried("rows", lambda: rows(here.students, self.pack)),
            table and self._tried("pool", lambda: pool.to_csv(table)),
        ]
        for text in filter(None, texts):
            for row in csv.reader(io.StringIO(str(text))):
                if any(
                    cell[:1] in "=+@\t" and cell[1:2] and not cell[1:].replace(".", "").isdigit()
                    for cell in row
                    if cell
                ):
                    self.faults.append(f"a cell that is a formula: {row}")

    def _alone(self, path: Path) -> None:
        """A file as a record, as words beside a record, as votes, as a table; its lines as codes."""

        def record() -> None:
            with suppress(BadRecord, Differs):
                replay(self.pack, load_record(path))

        def codes() -> None:
            for line in path.read_bytes()[:20_000].decode(errors="replace").splitlines()[:40]:
                with suppress(BadCode):
                    from_code(line, self.pack)

        self._tried(f"record {path.name!r}", record)
        if path.stat().st_size < 100_000:
            self._tried(f"codes {path.name!r}", codes)
        beside = self.folder / "beside"
        for ending, reads in ((".said.json", read_said), (".votes.json", read_votes)):
            trap = beside.with_suffix(ending)
            trap.symlink_to(path)
            self._tried(f"{ending} {path.name!r}", lambda reads=reads: reads(beside.with_suffix(".jsonl")))
            trap.unlink()
        self._tried(f"table {path.name!r}", lambda: pool.read([path]))


def honest_class(pack: Pack) -> int:
    """How many real records are read: a fuzzer that is never let in finds nothing."""
    return len(gather(sorted((ROOT / "tests" / "recordings").glob("taste*.jsonl")), pack).found)


def main() -> int:
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    pack, faults, read, let_in = load(levels()), 0, 0, 0
    assert honest_class(pack) == 2
    for number in range(count):
        with tempfile.TemporaryDirectory() as folder:
            one = Handful(pack, f"{seed} {number}", Path(folder))
            one.lay()
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
            one.check()
        now = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
        if now > MOST and now > most:
            one.faults.append(f"{now >> 20} MiB (before: {most >> 20})")
        for fault in one.faults:
            print(f"files, seed {seed} {number}: {fault}"[:1500], flush=True)
        faults, read, let_in = faults + len(one.faults), read + one.read, let_in + one.let_in
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    said = f"{count} handfuls, {read} files, {let_in} plays that could be read, {faults} faults, most memory {most} MiB"
    print(f"files, seed {seed}: {said}")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
