"""The colours of the three worlds and of the debrief. A palette belongs to its regime, never to an hour."""

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Palette:
    """Interface colours by name, as "#RRGGBB" or "#RRGGBBAA". `soft` is secondary text on paper (AA contrast)."""

    name: str  # daylight | print | phone | debrief
    sky: tuple[str, str]  # top, bottom
    ink: str
    soft: str
    faint: str  # the app's "not now": too pale at the usual text size, on purpose
    paper: str
    panel: str  # rows and wells on paper
    accent: str
    second: str
    on_accent: str
    strong: str  # the dark bar: focused rows, signs
    on_strong: str
    mark: str  # small highlights on `strong`
    focus: str  # the focus ring
    shadow: str
    houses: tuple[str, ...]
    pavement: str
    road: str
    radius: int
    faint_large: str  # the same for whoever asked for larger text
    letters: str  # the accent as words: dark enough to be read on paper and panel
    good: str = "#2F6F6B"
    bad: str = "#B8341F"


_HOUSES = ("#E9D9B4", "#D98E5F", "#F2E6CB", "#7FA095", "#E3B767", "#C9D3BE")

PRINT = Palette(
    name="print", sky=("#CFE3DC", "#F6EBD2"), ink="#20263A", soft="#5A5A66", faint="#6E6A66", paper="#FBF5E4",
    panel="#EEE8D8", accent="#D2402B", second="#DFA02E", on_accent="#FFFFFF", strong="#20263A", on_strong="#FBF5E4",
    mark="#DFA02E", focus="#B8341F", shadow="#20263A66", houses=_HOUSES, pavement="#E4D6B8", road="#59606B", radius=4,
    faint_large="#6E6A66", letters="#B8341F",
)
PHONE = Palette(
    name="phone", sky=("#2A2A57", "#E79C93"), ink="#2A2850", soft="#5D5880", faint="#8682A0", paper="#F7F5FF",
    panel="#EBE8FA", accent="#5B4FD6", second="#7FE0C3", on_accent="#FFFFFF", strong="#5B4FD6", on_strong="#FFFFFF",
    mark="#7FE0C3", focus="#5B4FD6", shadow="#17182F55",
    houses=("#564E86", "#6B4F80", "#4A4C80", "#3F4678", "#7A5684", "#4A4C80"),
    pavement="#4B4A75", road="#2B2D4B", radius=28, faint_large="#6F6B8A",
    letters="#5B4FD6", good="#1A7355", bad="#8A3E6B",
)
DAYLIGHT = Palette(
    name="daylight", sky=("#BFD7EA", "#EEF3EA"), ink="#2B3440", soft="#56606C", faint="#6A737E", paper="#FFFFFF",
    panel="#F1F3F1", accent="#3E6C85", second="#4E8098", on_accent="#FFFFFF", strong="#E3ECF0", on_strong="#2B3440",
    mark="#3E6C85", focus="#3E6C85", shadow="#00000000",
    houses=("#EEE6D2", "#DDB395", "#F4EDDC", "#A9BDB5", "#EBCF97", "#DBE0D3"),
    pavement="#DDD8C8", road="#666D75", radius=6, faint_large="#646D78", letters="#3E6C85",
)
DEBRIEF = Palette(
    name="debrief", sky=("#FBF5E4", "#FBF5E4"), ink="#20263A", soft="#5A5A66", faint="#6E6A66", paper="#FBF5E4",
    panel="#FFFFFF", accent="#D2402B", second="#DFA02E", on_accent="#FFFFFF", strong="#20263A", on_strong="#FBF5E4",
    mark="#DFA02E", focus="#B8341F", shadow="#20263A33", houses=_HOUSES, pavement="#E4D6B8", road="#59606B", radius=6,
    faint_large="#6E6A66", letters="#B8341F",
)
PALETTES = {one.name: one for one in (PRINT, PHONE, DAYLIGHT, DEBRIEF)}


def palette(world: str) -> Palette:
    """Return the palette of `world`; an unknown one is shown in plain daylight."""
    return PALETTES.get(world, DAYLIGHT)


def faint(pal: Palette, zoom: float) -> str:
    """The palest ink at a text size: readable (4.5 to 1) wherever larger text was asked for."""
    return pal.faint if zoom <= 1 else pal.faint_large


@lru_cache(maxsize=1024)
def rgba(colour: str | tuple[int, ...]) -> tuple[int, int, int, int]:
    """Turn "#RRGGBB", "#RRGGBBAA" or a tuple of 3 or 4 numbers into four numbers."""
    if isinstance(colour, str):
        digits = colour.lstrip("#")
        numbers = tuple(int(digits[i : i + 2], 16) for i in range(0, len(digits), 2))
    else:
        numbers = tuple(colour)
    return (numbers[0], numbers[1], numbers[2], numbers[3] if len(numbers) > 3 else 255)


_BORDER = 0.27  # relative luminance: what is darker than this is ink on paper at 3 to 1, and dark
WORDS, GROUNDS = (0.02, 0.78), (0.068, 0.45)
"""Relative luminances of what is drawn stark: dark words and grounds are no lighter than the first, light ones no
darker than the second. (0.45 + 0.05) / (0.02 + 0.05) and (0.78 + 0.05) / (0.068 + 0.05) are above 7 to 1, as WCAG 2.1
asks (1.4.6, level AAA)."""


def luminance(ink: tuple[int, ...]) -> float:
    """Relative luminance (WCAG 2.1, definition)."""
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in (part / 255 for part in ink[:3])
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=1024)
def stark(ink: tuple[int, int, int, int], limits: tuple[float, float] = GROUNDS) -> tuple[int, int, int, int]:
    """A colour for whoever asked for high contrast: of its own hue, but dark or light; a veil is a ground.

    Hues stay, so that the three worlds stay apart; shadows and faint veils stay as they are.
    """
    if ink[3] < 0x80:
        return ink
    dark = luminance(ink) < _BORDER
    end = (0, 0, 0) if dark else (255, 255, 255)
    shades = (blend(ink[:3], end, step / 50) for step in range(51))
    return next(
        shade for shade in shades if (luminance(shade) <= limits[0] if dark else luminance(shade) >= limits[1])
    )


def blend(a: str | tuple[int, ...], b: str | tuple[int, ...], share: float) -> tuple[int, int, int, int]:
    """Mix `a` with `share` (0 to 1) of `b`."""
    one, two = rgba(a), rgba(b)
    mixed = [round(x + (y - x) * share) for x, y in zip(one, two, strict=True)]
    return (mixed[0], mixed[1], mixed[2], mixed[3])
