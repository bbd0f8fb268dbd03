"""Killed at any instant, a play goes on with at most the unfinished step lost."""

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from game.journal import Session, load
from game.model.content import Pack
from tests.conftest import ROOT

SHORT, LONG = 0.0, 0.4  # seconds between "ready" and the kill


def kill_once(path: Path, after: float) -> tuple[int, int]:
    """Let a process play on at `path`, kill it, and return (steps when it was ready, last step it said was saved)."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.journal.player", str(path), "saint"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdout is not None and child.stderr is not None
    ready = child.stdout.readline()
    time.sleep(after)
    child.kill()
    said = [ready, *child.stdout.read().splitlines(keepends=True)]
    errors = child.stderr.read()
    child.wait()
    child.stdout.close()
    child.stderr.close()
    assert ready, errors
    saved = [int(line) for line in said if line.endswith("\n")]
    return saved[0], saved[-1]


def kill_often(pack: Pack, folder: Path, times: int) -> None:
    luck = Random(1)
    play, last, grown = 0, 0, 0
    for number in range(times):
        path = folder / f"{play}.jsonl"
        ready, said = kill_once(path, luck.uniform(SHORT, LONG))
        assert ready >= last, f"kill {number}: {last} steps were saved, the restart went on at {ready}"
        record = load(path)
        there = len(record.lines)
        assert there in (said, said + 1), f"kill {number}: {said} steps were saved, {there} are there"
        session = Session.resume(pack, record, path)
        assert load(path) == record.model_copy(update={"torn": False})
        grown += there - ready
        last = there
        if session.state.phase == "over":
            play, last = play + 1, 0
    assert grown > 0, "no process came to play: this test could not fail"


def test_killed_five_times_a_play_goes_on_where_it_was(pack: Pack, tmp_path: Path) -> None:
    kill_often(pack, tmp_path, 5)


@pytest.mark.long
def test_killed_a_hundred_times_a_play_goes_on_where_it_was(pack: Pack, tmp_path: Path) -> None:
    kill_often(pack, tmp_path, 100)
