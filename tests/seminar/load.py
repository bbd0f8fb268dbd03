"""How long a class takes, and how much memory: bots' plays under ids of their own, from a hundred to ten thousand.

    python -m tests.seminar.load [--plays 100 1000 10000] [--campaign lesson] [--jobs N] [--at FOLDER]

Plays 48 times, lays each play many times under other ids (a play's digests hang on its id, so each is a record of its
own), and runs `class` over them as somebody would, in a process of its own. Ends by itself; FOLDER is kept.
"""

import argparse
import hashlib
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from game.bots import BOTS, play
from game.content import levels, load
from game.tools.demo import set_up
from tests.conftest import ROOT

ORIGINALS = 48
BREATH = 0.1  # seconds between two looks at the memory
PLAY = re.compile(rb'"play":"[^"]*"')
TAIL = b',"ms":'


def plays(folder: Path, campaign: str, many: int) -> None:
    """Write so many records into a folder; what lies there already is left."""
    folder.mkdir(parents=True, exist_ok=True)
    there = sum(1 for _ in folder.glob("*.jsonl"))
    if there >= many:
        return
    pack = load(levels())
    originals = []
    for number in range(min(ORIGINALS, many)):
        order = ("visible-first", "hidden-first")[number // len(BOTS) % 2]
        session = play(pack, set_up(pack, campaign, number + 1, order), BOTS[number % len(BOTS)])
        session.move_to(folder / "original")
        originals.append((folder / "original").read_bytes())
        (folder / "original").unlink()
    for number in range(there, many):
        (folder / f"{number:06}.jsonl").write_bytes(under(originals[number % len(originals)], f"load {number}"))


def under(raw: bytes, name: str) -> bytes:
    """The same record under another id, with the digests that belong to it."""
    head, *lines = raw.split(b"\n")[:-1]
    head = PLAY.sub(b'"play":"%s"' % name.encode(), head, count=1)
    digest = hashlib.sha256(head).hexdigest()[:32].encode()
    out = [head]
    for line in lines:
        bare, _, rest = line.rpartition(TAIL)
        digest = hashlib.sha256(digest + bare + b"}").hexdigest()[:32].encode()
        out.append(b'%s%s%s,"digest":"%s"}' % (bare, TAIL, rest.partition(b",")[0], digest))
    return b"\n".join([*out, b""])


def measured(paths: list[Path], out: Path, jobs: int) -> tuple[float, float, float]:
    """Run `class`; return seconds, processor seconds of all its processes, and MiB of all of them at their most."""
    before, start = os.times(), time.perf_counter()
    words = [sys.executable, "-m", "game", "class", *map(str, paths), "--out", str(out), "--jobs", str(jobs)]
    child = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True, process_group=0)
    most = [0.0]
    watch = threading.Thread(target=_watch, args=(child, most), daemon=True)
    watch.start()
    said = child.communicate()[0]
    seconds, after = time.perf_counter() - start, os.times()
    watch.join()
    if child.returncode:
        raise SystemExit(f"class: {said}")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return seconds, spent, most[0]


def _watch(child: "subprocess.Popen[str]", most: list[float]) -> None:
    while child.poll() is None:
        most[0] = max(most[0], _memory(child.pid))
        time.sleep(BREATH)


def _memory(group: int) -> float:
    """MiB that a group of processes holds: its shares of what several hold together (Pss) where the system says."""
    held = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(folder.name)) == group:
                told = (folder / "smaps_rollup").read_text(encoding="ascii")
                held += int(told.partition("\nPss:")[2].split()[0])
        except (OSError, ValueError, IndexError):
            continue
    return held / 1024


def main() -> None:
    """Print the table."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--plays", type=int, nargs="+", default=[100, 1_000, 10_000])
    words.add_argument("--campaign", default="lesson")
    words.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    words.add_argument("--at", type=Path, help="where the plays lie, or are to lie")
    asked = words.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.at and asked.at.parent) as scratch:
        folder = asked.at or Path(scratch, "plays")
        plays(folder, asked.campaign, max(asked.plays))
        every = sorted(folder.glob("*.jsonl"))
        size = sum(path.stat().st_size for path in every) / len(every) / 1024
        waiting = os.getloadavg()[0]
        print(f"{asked.campaign}: {size:.0f} KiB a play; {asked.jobs} processes; waiting before it: {waiting:.1f}")
        print(f"{'plays':>8}{'seconds':>10}{'processor s':>13}{'MiB':>7}")
        for many in asked.plays:
            some = Path(scratch, str(many))
            some.mkdir()
            for path in every[:many]:
                (some / path.name).hardlink_to(path)
            seconds, spent, held = measured([some], Path(scratch, "out"), asked.jobs)
            print(f"{many:>8,}{seconds:>10.1f}{spent:>13.1f}{held:>7.0f}", flush=True)


if __name__ == "__main__":
    main()
