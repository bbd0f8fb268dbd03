"""Typefaces from assets/fonts, measured and wrapped. Without the files pygame's own face stands in, said once."""

import sys
from functools import lru_cache
from pathlib import Path

import pygame

from game.screens.kit.lettering import FAMILIES, PLEX, Lettering

NOWHERE = "\uffff"  # no letter of any script


def folder() -> Path:
    """Where the typefaces lie: inside the package when installed, beside it in a clone."""
    here = Path(__file__).resolve().parents[2]
    inside = here / "assets" / "fonts"
    return inside if inside.is_dir() else here.parent / "assets" / "fonts"


@lru_cache(maxsize=1)
def _say_missing() -> None:
    sys.stderr.write(f"good-standing: the typefaces in {folder()} are missing; a plain one stands in.\n")


@lru_cache(maxsize=256)
def font(face: str, pixels: int, family: str = "plex") -> pygame.font.Font:
    """Return the face at that height in real pixels. Unknown faces and families raise KeyError."""
    name = FAMILIES[family][face]
    if not pygame.font.get_init():
        pygame.font.init()
    try:
        return pygame.font.Font(str(folder() / f"{name}.ttf"), pixels)
    except (FileNotFoundError, OSError, pygame.error):
        _say_missing()
        plain = pygame.font.Font(None, round(pixels * 1.15))
        plain.set_bold("bold" in face or face == "condensed")
        plain.set_italic("italic" in face)
        return plain


@lru_cache(maxsize=4096)
def font_for(string: str, face: str, pixels: int, family: str = "plex") -> pygame.font.Font:
    """The same for one line: in Plex where the family lacks one of its letters."""
    lacks = family != "plex" and not string.isascii() and not all(_has(one, face, family) for one in string)
    return font(face, pixels, "plex" if lacks else family)


@lru_cache(maxsize=512)
def _has(letter: str, face: str, family: str) -> bool:
    """Whether the face has the letter: what it lacks looks like what no face has."""
    drawn, box = (
        pygame.image.tobytes(font(face, 24, family).render(one, antialias=False, color="white"), "RGBA")
        for one in (letter, NOWHERE)
    )
    return drawn != box


def pixels(size: float, scale: float) -> int:
    """The height in real pixels of a logical text size."""
    return max(6, round(size * scale))


@lru_cache(maxsize=8192)
def width(string: str, face: str, size: float, scale: float, family: str = "plex") -> float:
    """How wide `string` is on one line, in logical units."""
    return float(font_for(string, face, pixels(size, scale), family).size(string)[0]) / scale


def line_height(face: str, size: float, scale: float, leading: float = 1.3, family: str = "plex") -> float:
    """The height of one line, in logical units."""
    return max(size * leading, font(face, pixels(size, scale), family).get_height() / scale)


@lru_cache(maxsize=4096)
def wrap(
    string: str, face: str, size: float, scale: float, limit: float | None, family: str = "plex"
) -> tuple[str, ...]:
    """Break `string` into lines no wider than `limit` logical units; a word too long for a line is cut."""
    if limit is None:
        return tuple(string.split("\n"))

    def wide(words: str) -> float:
        return width(words, face, size, scale, family)

    lines: list[str] = []
    for paragraph in string.split("\n"):
        line = ""
        for whole in paragraph.split(" "):
            word = whole
            longer = f"{line} {word}" if line else word
            if wide(longer) <= limit:
                line = longer
                continue
            if line:
                lines.append(line)
            while wide(word) > limit and len(word) > 1:
                fits = next((n for n in range(len(word) - 1, 0, -1) if wide(word[:n]) <= limit), 1)
                lines.append(word[:fits])
                word = word[fits:]
            line = word
        lines.append(line)
    return tuple(lines)


def measure(
    string: str, face: str, size: float, scale: float, limit: float | None = None, leading: float = 1.3,
    lettering: Lettering = PLEX,
) -> tuple[float, float]:
    """Width and height of the wrapped text, in logical units."""
    lines = wrap(string, face, size, scale, limit, lettering.face)
    wide = max(width(line, face, size, scale, lettering.face) for line in lines)
    high = line_height(face, size, scale, leading, lettering.face)
    return wide, high * (1 + (len(lines) - 1) * lettering.leading)
