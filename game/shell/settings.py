"""The settings file: read forgivingly, written whole."""

import json
import os
import sys
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import platformdirs

from game.language.shelf import CODE
from game.screens.kit.bindings import kept
from game.screens.saved import CAPTIONS, CONTRASTS, FACES, LEADINGS, POINTERS, TEXT_SIZES, Settings

APP = "good-standing"
CHOICES: dict[str, tuple[object, ...]] = {
    "text": TEXT_SIZES, "captions": CAPTIONS, "face": FACES, "leading": LEADINGS, "contrast": CONTRASTS,
    "pointer": POINTERS,
}
SWITCHES = ("untimed", "still", "full", "muted", "sure", "shared", "asked")
FOLDER = "GOOD_STANDING_FOLDER"  # names a folder that holds all that is kept: on a stick, nothing may lie elsewhere


def own_folder() -> Path | None:
    """The folder that holds everything, where one is named; else None, and each thing lies where systems put such."""
    named = os.environ.get(FOLDER, "")
    return Path(named) if named else None


def settings_file() -> Path:
    """Where the settings lie on this machine."""
    return (own_folder() or Path(platformdirs.user_config_dir(APP, appauthor=False))) / "settings.json"


def plays_folder() -> Path:
    """Where the plays lie on this machine."""
    return (own_folder() or Path(platformdirs.user_data_dir(APP, appauthor=False))) / "plays"


def joined_folder() -> Path:
    """Where plays lie that belong to a room: until the room's day."""
    return plays_folder().with_name("joined")


def copies_folder() -> Path:
    """Where people find what they have saved, whether it is there yet or not."""
    own = own_folder()
    return own / "copies" if own else Path.home() / APP


def read(path: Path) -> Settings:
    """The settings in `path`; what is missing or makes no sense is as it is at the first start."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    sensible: dict[str, Any] = {}
    for field in fields(Settings):
        value = found.get(field.name)
        if isinstance(value, list):
            value = kept(value) if field.name == "keys" else tuple(value)
        if _sensible(field.name, value):
            sensible[field.name] = value
    return Settings(**sensible)


def _sensible(name: str, value: object) -> bool:
    if name in CHOICES:
        return type(value) is not bool and value in CHOICES[name]
    if name == "language":
        return isinstance(value, str) and (not value or CODE.fullmatch(value) is not None)
    if name in SWITCHES:
        return isinstance(value, bool)
    if name in ("keys", "learnt"):
        return isinstance(value, tuple) and (name == "keys" or all(isinstance(part, str) for part in value))
    if not isinstance(value, tuple) or not all(type(part) is int for part in value):
        return False
    if name == "size":
        return len(value) == 2 and all(200 <= part <= 16384 for part in value)
    return len(value) == 3 and all(0 <= part <= 10 for part in value)


def write(path: Path, settings: Settings) -> None:
    """Keep the settings. A folder that cannot be written costs the settings, never the game."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new")
        draft.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        sys.stderr.write(f"good-standing: settings not kept: {error.strerror} ({path}).\n")
