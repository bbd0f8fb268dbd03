"""A town to change, read quickly."""

import shutil
from importlib import import_module
from pathlib import Path

import pytest

from game.content import levels
from tests.remembered import remembered
from tests.tools.altered import Town


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Town:
    """A copy of the real levels."""
    monkeypatch.setattr(import_module("game.content.load"), "read", remembered)
    shutil.copytree(levels(), tmp_path / "town")
    return Town(tmp_path / "town")
