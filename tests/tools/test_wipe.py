"""Old plays are cleared from a shared computer, and only old ones."""

import os
import time
from pathlib import Path

import pytest

from game.tools import wipe as tool

DAY = 86400


@pytest.fixture
def plays(tmp_path: Path) -> Path:
    """Three plays: of today, of last week, of last year; each with what was said beside it, and a copy."""
    folder, copies = tmp_path / "plays", tmp_path / "copies"
    folder.mkdir()
    copies.mkdir()
    for name, days in (("today", 0), ("week", 7), ("year", 365)):
        for path in (folder / f"{name}.jsonl", copies / f"{name}.jsonl"):
            path.write_text("{}\n", encoding="utf-8")
            then = time.time() - days * DAY - 60
            os.utime(path, (then, then))
    return folder


def clear(plays: Path, days: int, *, sure: bool = True) -> list[str]:
    tool.wipe(days, sure=sure, plays=plays, copies=plays.parent / "copies")
    return sorted(path.stem for path in plays.iterdir())


def test_only_what_nobody_has_touched_for_so_long_is_wiped(plays: Path) -> None:
    assert clear(plays, 30) == ["today", "week"]
    assert clear(plays, 1) == ["today"]


def test_their_copies_go_with_them_and_no_others(plays: Path) -> None:
    clear(plays, 30)
    assert sorted(path.stem for path in (plays.parent / "copies").iterdir()) == ["today", "week"]


@pytest.mark.parametrize(("said", "left"), [("y", 2), ("YES ", 2), ("n", 3), ("", 3), ("yo", 3)])
def test_without_yes_it_asks_and_anything_else_is_no(
    plays: Path, monkeypatch: pytest.MonkeyPatch, said: str, left: int
) -> None:
    monkeypatch.setattr("builtins.input", lambda _asked: said)
    assert len(clear(plays, 30, sure=False)) == left


def test_where_nobody_can_be_asked_nothing_is_wiped(plays: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_asked: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    assert len(clear(plays, 30, sure=False)) == 3


def test_a_folder_that_is_not_there_has_no_old_plays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.wipe(30, sure=True, plays=tmp_path / "none", copies=tmp_path) == 0
    assert "No play" in capsys.readouterr().out
