"""Contact sheets: every kind of screen is on them, and words that cannot be read are named."""

import os
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.__main__ import main
from game.language import use
from game.language.pseudo import PSEUDO
from game.screens.kit.canvas import Canvas
from game.screens.saved import TEXT_SIZES
from game.shell.measured import Measured

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
ROUND = ("title", "title-plays", "title-settings", "title-note", "title-about", "names", "menu", "menu-settings",
         "class-code", "room-joining", "project-stop-1")  # fmt: skip


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    use()


@pytest.mark.parametrize(
    ("ink", "ground", "size", "passes"),
    [
        ("#FFFFFF", "#20263A", 18, True),
        ("#8682A0", "#F7F5FF", 18, False),
        ("#8682A0", "#F7F5FF", 30, True),  # large words may be paler
        ("#777777", "#FFFFFF", 18, False),  # 4.48 to 1
        ("#767676", "#FFFFFF", 18, True),  # 4.54 to 1
    ],
)
def test_a_word_is_measured_on_what_it_is_written_on(ink: str, ground: str, size: int, *, passes: bool) -> None:
    pygame.font.init()
    canvas = Measured(pygame.Surface((1280, 720)))
    canvas.rect((0, 0, 1280, 720), ground)
    canvas.text((100, 100), "Come along", "sans", size, ink)
    assert [one.passes for one in canvas.readings] == [passes]


def test_the_worst_part_of_a_ground_counts_and_the_picture_is_the_same_as_ever() -> None:
    pygame.font.init()
    pictures = []
    for make in (Canvas, Measured):
        surface = pygame.Surface((1280, 720))
        canvas = make(surface)
        canvas.rect((0, 0, 1280, 720), "#FFFFFF")
        canvas.rect((160, 90, 60, 40), "#20263A")
        canvas.text((100, 100), "Half of this is lost", "sans", 18, "#20263A")
        pictures.append(pygame.image.tobytes(surface, "RGB"))
    assert isinstance(canvas, Measured)
    assert canvas.readings[0].ratio < 1.2
    assert pictures[0] == pictures[1]


def test_the_command_makes_sheets_of_all_that_is_round_a_play_and_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    most = str(max(TEXT_SIZES))
    sheets_of = ["sheets", "--out", str(tmp_path), "--sizes", "960x540", "--texts", "100", most, "--grey"]
    assert main(sheets_of) == 0, "a word is too pale"
    said = capsys.readouterr().out
    assert ", 0 too pale" in said
    assert int(said.split()[0]) > 70
    sheets = {path.stem for path in tmp_path.glob("*.png")}
    coloured = {name for name in sheets if not name.endswith("-grey")}
    assert len(coloured) > 4
    assert sheets == coloured | {f"{name}-grey" for name in coloured}
    for name in ROUND:
        assert name in (tmp_path / "screens.txt").read_text(encoding="utf-8").split()


@pytest.mark.long
@pytest.mark.parametrize("campaign", ["taste", "lesson", "full"])
@pytest.mark.parametrize("bot", ["fox", "saint"])
@pytest.mark.parametrize("code", ["en", PSEUDO])
def test_no_word_is_too_pale_in_any_play_window_text_size_or_language(
    tmp_path: Path, campaign: str, bot: str, code: str
) -> None:
    sizes = ["--sizes", "960x540", "1280x720", "--texts", *map(str, TEXT_SIZES)]
    chosen = ["--campaign", campaign, "--bot", bot, "--language", code]
    assert main(["sheets", "--out", str(tmp_path), *sizes, *chosen]) == 0
    assert (tmp_path / "contrast.txt").read_text(encoding="utf-8") == ""
