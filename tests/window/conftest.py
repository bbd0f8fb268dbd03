"""An X server and an empty home for each test. Without the programs for it they skip, and say which is missing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window.driver import MISSING, WHY, Display, Home, display


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if MISSING and here in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=WHY))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home without plays, where the questions of the first start have been put."""
    folder = tmp_path / "home"
    folder.mkdir()
    made = Home(folder)
    made.settings.parent.mkdir(parents=True)
    made.settings.write_text('{"asked": true}', encoding="utf-8")
    return made


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Display]:
    """A screen of 1280 x 720."""
    with display(tmp_path / "screen") as made:
        yield made
    shutil.rmtree(tmp_path / "screen", ignore_errors=True)
