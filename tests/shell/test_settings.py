"""Settings are kept, and nonsense in their file costs nothing but itself. Keys and mouse become plain inputs."""

import json
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.screens.kit.answers import Key, Pointer, Typed
from game.screens.saved import Settings
from game.shell import settings
from game.shell.keys import logical, plain


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    wish = Settings(text=160, untimed=True, still=True, size=(800, 600), volumes=(0, 3, 10), face="plain",
                    leading=150, contrast="high", pointer="large", asked=True)
    settings.write(tmp_path / "deep" / "settings.json", wish)
    assert settings.read(tmp_path / "deep" / "settings.json") == wish


NONSENSE = (
    "", "[]", "{",
    '{"text": 999}', '{"size": [1, 2]}', '{"still": "yes"}', '{"volumes": [99]}', '{"text": [100]}', "\x00",
    '{"face": "comic"}', '{"leading": 1000}', '{"leading": true}', '{"contrast": []}', '{"pointer": 1}',
    '{"asked": "no"}',
)  # fmt: skip


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_as_at_the_first_start(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert settings.read(path) == Settings()


def test_one_bad_value_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"text": 130, "still": 7}), encoding="utf-8")
    assert settings.read(path) == Settings(text=130)


def test_a_folder_that_cannot_be_written_costs_a_line_not_the_game(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    settings.write(tmp_path / "file" / "settings.json", Settings())
    assert "not kept" in capsys.readouterr().err


@pytest.mark.parametrize("size", [(1280, 720), (480, 270), (1000, 1000), (2560, 1440)])
def test_the_middle_of_the_window_is_the_middle_of_the_sheet(size: tuple[int, int]) -> None:
    x, y = logical((size[0] // 2, size[1] // 2), size)
    assert abs(x - 640) < 3 and abs(y - 360) < 3


def test_events_become_plain_inputs() -> None:
    size = (1280, 720)
    make = pygame.event.Event
    assert plain(make(pygame.KEYDOWN, key=pygame.K_TAB, mod=pygame.KMOD_LSHIFT), size) == Key("backtab")
    assert plain(make(pygame.KEYUP, key=pygame.K_RIGHT, mod=0), size) == Key("right", down=False)
    assert plain(make(pygame.KEYDOWN, key=pygame.K_KP_3, mod=0), size) == Key("3")
    assert plain(make(pygame.KEYDOWN, key=pygame.K_LCTRL, mod=0), size) is None
    assert plain(make(pygame.TEXTINPUT, text="é"), size) == Typed("é")
    assert plain(make(pygame.MOUSEBUTTONDOWN, button=1, pos=(5, 6)), size) == Pointer("down", 5, 6)
    assert plain(make(pygame.MOUSEBUTTONDOWN, button=3, pos=(5, 6)), size) is None


@pytest.mark.parametrize(("change", "word"), [
    ("import pygame; del pygame.IS_CE", "pip install pygame-ce"),
    ("import os; os.environ['SDL_VIDEODRIVER'] = 'nosuch'", "no screen"),
])
def test_what_is_wrong_with_the_machine_is_said_in_a_sentence(tmp_path: Path, change: str, word: str) -> None:
    code = (
        f"{change}\nfrom pathlib import Path\nfrom game.shell.app import Start, run\n"
        f"raise SystemExit(run(Start(), settings_file=Path({str(tmp_path)!r}) / 's.json'))"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=False)
    assert done.returncode == 1
    assert word in done.stderr and "Traceback" not in done.stderr
