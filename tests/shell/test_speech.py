"""The system's voice: what it is given, when it is cut off, and that nothing hangs on it."""

import sys
import time
from pathlib import Path

import pytest

from game.screens.saved import Settings
from game.screens.voice import Line
from game.shell.desk import Desk
from game.shell.speech import Speech
from game.shell.teller import Teller, voice

# Stands for a program that speaks: writes what it is given, and takes its time.
SPEAKER = """
import pathlib, sys, time
said = sys.stdin.buffer.read().decode()
with pathlib.Path(sys.argv[1]).open("a", encoding="utf-8") as to:
    to.write(f"{said}\\n")
time.sleep(float(sys.argv[2]))
"""


def speaker(to: Path, seconds: float) -> Speech:
    return Speech((sys.executable, "-c", SPEAKER, str(to), str(seconds)))


def said(to: Path, count: int, speech: Speech) -> list[str]:
    """Wait until so many lines have been begun."""
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        speech.go_on()
        lines = to.read_text(encoding="utf-8").splitlines() if to.exists() else []
        if len(lines) >= count:
            return lines
        time.sleep(0.02)
    raise AssertionError(f"{lines} and no more")


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "said"


def test_lines_are_said_one_after_the_other_whatever_is_in_them(to: Path) -> None:
    speech = speaker(to, 0)
    speech([Line("news", "--version"), Line("news", "“Café”, −5; $(ls)")])
    assert said(to, 2, speech) == ["--version", "“Café”, −5; $(ls)"]
    speech.hush()


def test_news_waits_and_a_new_focus_cuts_off(to: Path) -> None:
    speech = speaker(to, 60)
    speech([Line("text", "A long page"), Line("text", "that goes on")])
    said(to, 1, speech)
    speech([Line("news", "It rings")])
    speech.go_on()
    assert said(to, 1, speech) == ["A long page"]
    speech([Line("focus", "A door. button")])
    assert said(to, 2, speech) == ["A long page", "A door. button"]
    speech.hush()
    assert speech._speaking is None


def test_a_program_that_cannot_be_started_stops_nothing(tmp_path: Path) -> None:
    speech = Speech((str(tmp_path / "nothing"),))
    speech([Line("news", "Hello")])
    speech.go_on()


def test_without_a_voice_on_the_system_it_says_so_and_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert Speech.found(lambda _name: None) is None
    assert "goes on without a voice" in capsys.readouterr().err
    assert Speech.found(lambda name: f"/bin/{name}") is not None
    assert voice("") is None


def test_the_loop_begins_each_line_and_leaves_nobody_talking(to: Path) -> None:
    speech = speaker(to, 0)
    teller, desk = Teller(speech), Desk(Settings())
    ends = time.monotonic() + 20
    while time.monotonic() < ends and (not to.exists() or len(to.read_text(encoding="utf-8").splitlines()) < 2):
        teller.tick(desk, 0.01, drawn=True)
        time.sleep(0.01)
    assert to.read_text(encoding="utf-8").startswith("Good Standing. heading\na street")
    teller.close()
    assert speech._speaking is None
