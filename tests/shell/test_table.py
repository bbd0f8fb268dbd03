"""What bench writes down names figures, limits and the machine in general words, and nothing that is anybody's."""

import getpass
import platform
from pathlib import Path

import pygame
import pytest

from game.screens.kit.store import STORE
from game.screens.saved import Settings
from game.shell import bench
from game.shell.bench import Figure, assets, machine, table
from game.shell.bench.children import resident
from game.shell.desk import Desk

FOUND = [Figure("start", "120 ms", "2.4 × a bare window", "2.5 ×", True), Figure("idle", "2 %", "", "1 %", False)]


def test_each_figure_is_a_row_with_its_limit_and_whether_it_is_kept() -> None:
    rows = [row for row in table(FOUND, "a machine").splitlines() if row.startswith("| ")][1:]
    assert rows == ["| start | 120 ms | 2.4 × a bare window | 2.5 × | yes |", "| idle | 2 % |  | 1 % | no |"]


def test_the_machine_is_named_in_general_words() -> None:
    said = machine()
    assert "core" in said and platform.python_version() in said
    for private in (platform.node(), str(Path.home()), getpass.getuser()):
        assert private.lower() not in said.lower() or len(private) < 4


def test_the_table_is_written_where_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "figures", lambda: iter(FOUND))
    assert bench.bench(tmp_path / "table.md") == 0
    assert (tmp_path / "table.md").read_text(encoding="utf-8") == table(FOUND, machine())


def test_what_goes_with_the_game_is_small() -> None:
    assert 1 < assets() < 25


def test_the_memory_of_a_process_is_known_or_said_to_be_unknown() -> None:
    now, most = resident()
    assert 0 <= now <= most + 1


def test_a_window_that_is_pulled_about_leaves_nothing_behind() -> None:
    desk = Desk(Settings(), clock=lambda: 0.0)
    for number in range(20):
        desk.paint(pygame.Surface((700 + 37 * number, 420 + 23 * number)))
        assert STORE.bytes <= STORE.room
