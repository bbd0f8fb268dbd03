"""Where the level files, the assets and the pages lie: inside the installed package, or beside it in a checkout."""

from pathlib import Path


def _beside(name: str) -> Path:
    package = Path(__file__).resolve().parent.parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name


def levels() -> Path:
    """The folder of the level files that came with the game."""
    return _beside("levels")


def assets() -> Path:
    """The folder of fonts, images and sounds."""
    return _beside("assets")


def docs() -> Path:
    """The folder of the pages for those who teach with the game."""
    return _beside("docs")
