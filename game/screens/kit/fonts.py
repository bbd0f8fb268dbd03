"""Typefaces from assets/fonts, measured and wrapped. Without the files pygame's own face stands in, said once."""

import sys
from functools import lru_cache
from pathlib import Path

import pygame

FACES = {
    "sans": "IBMPlexSans-Regular",
    "sans_italic": "IBMPlexSans-Italic",
    "sans_semibold": "IBMPlexSans-SemiBold",
    "sans_bold": "IBMPlexSans-Bold",
    "condensed": "IBMPlexSansCondensed-SemiBold",
    "serif": "IBMPlexSerif-Regular",
    "serif_italic": "IBMPlexSerif-Italic",
    "serif_medium": "IBMPlexSerif-Medium",
    "serif_semibold": "IBMPlexSerif-SemiBold",
    "serif_bold": "IBMPlexSerif-Bold",
    "mono": "IBMPlexMono-Regular",
    "mono_semibold": "IBMPlexMono-SemiBold",
}


def folder() -> Path:
    """Where the typefaces lie: inside the package when installed, beside it in a clone."""
    here = Path(__file__).resolve().parents[2]
    inside = here / "assets" / "fonts"
    return inside if inside.is_dir() else here.parent / "assets" / "fonts"


@lru_cache(maxsize=1)
def _say_missing() -> None:
    sys.stderr.write(f"good-standing: the typefaces in {folder()} are missing; a plain one stands in.\n")


@lru_cache(maxsize=256)
def font(face: str, pixels: int) -> pygame.font.Font:
    """Return the face at that height in real pixels. Unknown faces raise KeyError."""
    name = FACES[face]
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


def pixels(size: float, scale: float) -> int:
    """The height in real pixels of a logical text size."""
    return max(6, round(size * scale))


@lru_cache(maxsize=8192)
def width(string: str, face: str, size: float, scale: float) -> float:
    """How wide `string` is on one line, in logical units."""
    return float(font(face, pixels(size, scale)).size(string)[0]) / scale


def line_height(face: str, size: float, scale: float, leading: float = 1.3) -> float:
    """The distance between two lines, in logical units."""
    return max(size * leading, font(face, pixels(size, scale)).get_height() / scale)


@lru_cache(maxsize=4096)
def wrap(string: str, face: str, size: float, scale: float, limit: float | None) -> tuple[str, ...]:
    """Break `string` into lines no wider than `limit` logical units; a word too long for a line is cut."""
    if limit is None:
        return tuple(string.split("\n"))
    lines: list[str] = []
    for paragraph in string.split("\n"):
        line = ""
        for whole in paragraph.split(" "):
            word = whole
            longer = f"{line} {word}" if line else word
            if width(longer, face, size, scale) <= limit:
                line = longer
                continue
            if line:
                lines.append(line)
            while width(word, face, size, scale) > limit and len(word) > 1:
                fits = next(
                    (n for n in range(len(word) - 1, 0, -1) if width(word[:n], face, size, scale) <= limit), 1
                )
                lines.append(word[:fits])
                word = word[fits:]
            line = word
        lines.append(line)
    return tuple(lines)


def measure(
    string: str, face: str, size: float, scale: float, limit: float | None = None, leading: float = 1.3
) -> tuple[float, float]:
    """Width and height of the wrapped text, in logical units."""
    lines = wrap(string, face, size, scale, limit)
    wide = max(width(line, face, size, scale) for line in lines)
    return wide, len(lines) * line_height(face, size, scale, leading)
