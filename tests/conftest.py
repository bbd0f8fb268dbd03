"""What every test rests on: no screen, no sound, no chance, no trace in the player's own folders."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from game.model.content import Pack
from tests.town import the_pack

ROOT = Path(__file__).resolve().parent.parent
Run = Callable[..., subprocess.CompletedProcess[str]]

# Before pygame is imported anywhere: a test has neither a window nor a loudspeaker.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

settings.register_profile("same_every_time", derandomize=True, deadline=None, database=None)
settings.load_profile("same_every_time")


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The levels that come with the game."""
    return the_pack()


@pytest.fixture
def good_standing(tmp_path: Path) -> Run:
    """Run the command line in a process of its own, from an empty folder, with an empty home."""
    home = tmp_path / "home"
    home.mkdir()
    here = tmp_path / "somewhere else"
    here.mkdir()

    def run(*words: str | Path, cwd: Path = here, **more: str) -> subprocess.CompletedProcess[str]:
        env = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error",
            "PYTHONUTF8": "1",
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "LOCALAPPDATA": str(home / "data"),
            "APPDATA": str(home / "data"),
            **more,
        }
        return subprocess.run(
            [sys.executable, "-m", "game", *map(str, words)],
            cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip

    return run
