"""The siege: bad requests against a real host, bad files against whatever reads files.

    python -m tests.host.fuzz [--minutes 2] [--seed 1] [--shots 1500] [--only requests|files]

Opens one room after the other on 127.0.0.1 and fires at it in each of its states, from several addresses of this
machine; then hands in bent files. Nothing may be answered with a 5xx, no inside told, nothing written outside the data
folder, no play bent, memory stays bounded, the console silent, and an honest student beside it plays on. Ends by
itself; the exit code is 1 if anything was found, and what was sent is printed.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import ROOT
from tests.host.fuzz.siege import WATCH, besiege, written_outside

LONGEST = 120  # minutes
HANDFULS = 20  # of a dozen files each, after each room


def files(seed: int) -> int:
    """Bent files in a process of their own, with every write told; say how many faults there were."""
    with tempfile.TemporaryDirectory() as top:
        watched = Path(top).resolve()
        for name in ("home", "watch", "room"):
            (watched / name).mkdir()
        (watched / "watch" / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
        (watched / "told").touch()
        env = {"PATH": os.environ.get("PATH", ""), "HOME": str(watched / "home"), "TMPDIR": str(watched / "room"),
               "PYTHONPATH": os.pathsep.join((str(watched / "watch"), str(ROOT))), "TOLD": str(watched / "told"),
               "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"}  # fmt: skip
        words = [sys.executable, "-m", "tests.host.fuzz.files", str(seed), str(HANDFULS)]
        done = subprocess.run(
            words, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        outside = written_outside(watched / "told", watched / "room") + [
            str(one) for one in (watched / "home").rglob("*")
        ]
    print("\n".join([done.stdout.rstrip(), *outside]), flush=True)
    return bool(done.returncode) + len(outside)


def main() -> int:
    top = argparse.ArgumentParser(prog="python -m tests.host.fuzz", description=__doc__)
    top.add_argument("--minutes", type=float, default=2)
    top.add_argument("--seed", type=int, default=1)
    top.add_argument("--shots", type=int, default=1500, help="while a room runs; as many again in its other states")
    top.add_argument("--only", choices=("requests", "files"))
    said = top.parse_args()
    until = time.monotonic() + 60 * min(said.minutes, LONGEST)
    seed, faults = said.seed, 0
    while time.monotonic() < until and faults < 20:
        if said.only != "files":
            with tempfile.TemporaryDirectory() as folder:
                found = asyncio.run(besiege(Path(folder).resolve(), seed, said.shots, ["--minutes", "900"]))
            print("\n  ".join([f"requests, seed {seed}:", *found.lines()]), flush=True)
            faults += len(found.score.faults)
        if said.only != "requests":
            faults += files(seed)
        seed += 1
    print(f"{faults} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
