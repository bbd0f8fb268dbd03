"""The sound files: all used, all credited, small, without clicks, and made by the script beside them."""

import importlib.util
import sys
from collections.abc import Iterator
from types import ModuleType

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from game.shell.cues import SOUNDS
from tests.conftest import ROOT

FOLDER = ROOT / "assets" / "sounds"
RATE = 32000
LOOPS = ("steps_stone", "steps_wood", "signal", *(name for name, one in SOUNDS.items() if one.kind == "bed"))
QUICK = ("stamp", "coin", "door", "signal", "steps_stone", "tap", "clock")
Wave = NDArray[np.float64]


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    """assets/sounds/render.py, which is no part of the game."""
    before = list(sys.path)
    spec = importlib.util.spec_from_file_location("render_sounds", FOLDER / "render.py")
    assert spec and spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    yield made
    sys.path[:] = before


@pytest.fixture(scope="module")
def mixer() -> Iterator[None]:
    pygame.mixer.init(RATE, -16, 2, 1024)
    yield
    pygame.mixer.quit()


def heard(name: str) -> Wave:
    """A file as it is played: (samples, 2), within -1 and 1."""
    raw = pygame.mixer.Sound(str(FOLDER / f"{name}.ogg")).get_raw()
    return np.frombuffer(raw, "<i2").reshape(-1, 2).astype(np.float64) / 32768


def decibels(what: float) -> float:
    return 20 * float(np.log10(what))


def test_every_file_is_used_every_sound_has_a_file_and_the_script_makes_them_all(script: ModuleType) -> None:
    files = {path.stem for path in FOLDER.glob("*.ogg")}
    assert files == set(SOUNDS) == set(script.NAMES)
    assert {path.suffix for path in FOLDER.iterdir() if path.is_file()} == {".ogg", ".py"}


def test_sounds_are_credited_and_under_a_free_licence() -> None:
    given = (ROOT / "assets" / "CREDITS").read_text(encoding="utf-8")
    assert "sounds/*.ogg" in given and "sounds/render.py" in given and "CC BY" in given
    themes = [name for name, one in SOUNDS.items() if one.kind == "music"]
    assert len(themes) == 3 and all(name in given for name in themes)


def test_all_sounds_together_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.ogg")) < 3_000_000


@pytest.mark.usefixtures("mixer")
@pytest.mark.parametrize("name", SOUNDS)
def test_no_sound_is_too_loud_or_begins_or_ends_with_a_click(name: str) -> None:
    wave = heard(name)
    assert np.abs(wave).max() < 0.9
    if name not in LOOPS:
        assert np.abs(wave[0]).max() < 0.03 and np.abs(wave[-1]).max() < 0.005


@pytest.mark.usefixtures("mixer")
@pytest.mark.parametrize("name", LOOPS)
def test_what_goes_round_has_no_seam(name: str) -> None:
    """The sharpest bend of the wave at the seam is no sharper than what comes elsewhere all the time."""
    wave = heard(name)
    bends = np.abs(np.diff(np.concatenate([wave, wave]), 2, axis=0)).max(axis=1)
    seam = bends[len(wave) - 64 : len(wave) + 64].max()
    assert seam < 1.5 * np.percentile(bends, 99.99)


@pytest.mark.usefixtures("mixer")
def test_beds_are_alike_in_loudness_and_lie_below_the_tunes() -> None:
    loud = {name: decibels(np.sqrt(np.mean(heard(name) ** 2))) for name, one in SOUNDS.items() if one.kind != "effect"}
    beds = [level for name, level in loud.items() if name.startswith("bed_")]
    tunes = [level for name, level in loud.items() if name.startswith("theme_")]
    assert max(beds) - min(beds) < 2 and max(tunes) - min(tunes) < 2 and max(beds) < min(tunes) - 4


@pytest.mark.usefixtures("mixer")
def test_a_tune_takes_twenty_to_forty_seconds_and_an_effect_no_more_than_five() -> None:
    for name, one in SOUNDS.items():
        long = len(heard(name)) / RATE
        assert 20 <= long <= 40 if one.kind != "effect" else long < 5, name


@pytest.mark.usefixtures("mixer")
@pytest.mark.parametrize("name", QUICK)
def test_the_files_are_what_the_script_makes(script: ModuleType, name: str) -> None:
    check_made(script, name)


@pytest.mark.long
@pytest.mark.usefixtures("mixer")
@pytest.mark.parametrize("name", [name for name in SOUNDS if name not in QUICK])
def test_all_files_are_what_the_script_makes(script: ModuleType, name: str) -> None:
    check_made(script, name)


def check_made(script: ModuleType, name: str) -> None:
    """As long to a sample, and the same but for what the encoder leaves out."""
    made, wave = script.render(name), heard(name)
    made = made if made.ndim == 2 else np.stack([made, made], axis=1)
    assert len(made) == len(wave)
    alike = np.sum(made * wave) / np.sqrt(np.sum(made**2) * np.sum(wave**2))
    assert alike > 0.93
