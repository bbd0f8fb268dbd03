"""A canvas that draws as every canvas does, and measures each word against the pixels it is written on."""

from dataclasses import dataclass
from typing import Any

import pygame

from game.screens.kit import fonts
from game.screens.kit.canvas import Box, Canvas, Colour
from game.screens.kit.palette import WORDS, blend, luminance

ENOUGH, ENOUGH_LARGE = 4.5, 3.0  # WCAG 2.1, 1.4.3 (AA)
STARK = 7.0  # where high contrast was asked for, at every size
LARGE, LARGE_BOLD = 24.0, 18.66  # pixels: 18 points, or 14 points in bold, at 96 dots an inch
GRID = (24, 5)  # a word's ground is looked at in so many patches
BARE = 0.15  # of a letter's size: above and below the bodies of letters a line may run


@dataclass(frozen=True)
class Reading:
    """A line of text as it was drawn: its ink against the worst patch of its ground, 1 to 21, and what AA asks for."""

    text: str
    ratio: float
    asked: float
    ink: str

    @property
    def passes(self) -> bool:
        """Whether it can be read, by WCAG 2.1 AA."""
        return self.ratio >= self.asked - 0.005


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.1, definition)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


class Measured(Canvas):
    """Takes the place of a canvas; `readings` are the lines that were drawn on it, in order."""

    def __init__(self, *args: Any, **named: Any) -> None:
        """What a canvas takes."""
        super().__init__(*args, **named)
        self.readings: list[Reading] = []

    def text(
        self, pos: tuple[float, float], string: str, face: str = "sans", size: float = 18, colour: Colour = "#20263A",
        width: float | None = None, align: str = "left", leading: float = 1.3,
    ) -> Box:
        """Look at what lies under each line, then write it."""
        wide, high = self.measure(string, face, size, width, leading)
        room = 0.0 if width is None else width
        left = pos[0] + {"left": 0.0, "centre": (room - wide) / 2, "right": room - wide}[align]
        if string.strip():
            spare = (fonts.line_height(face, size, self.scale, leading, self.lettering.face) - size) / 2 + size * BARE
            ground = self._ground(Box(left, pos[1] + spare, wide, max(1.0, high - 2 * spare)))
            ink = self.ink(colour, WORDS)
            if ground:
                ratio = min(contrast(blend(patch, ink[:3], ink[3] / 255), patch) for patch in ground)
                bold = "bold" in face or face == "condensed"
                large = fonts.pixels(size, self.scale) >= (LARGE_BOLD if bold else LARGE)
                asked = STARK if self.stark else ENOUGH_LARGE if large else ENOUGH
                self.readings.append(Reading(string, ratio, asked, "#{:02X}{:02X}{:02X}".format(*ink[:3])))
        return super().text(pos, string, face, size, colour, width, align, leading)

    def _ground(self, box: Box) -> list[tuple[int, ...]]:
        """The colours of the patches below a box, as far as they are on the surface and not clipped away."""
        area = self.area(box).clip(self.surface.get_clip()).clip(self.surface.get_rect())
        if area.w < 2 or area.h < 2:
            return []
        wide, tall = min(GRID[0], area.w), min(GRID[1], area.h)
        small = pygame.transform.smoothscale(self.surface.subsurface(area).convert(32), (wide, tall))
        return [tuple(small.get_at((x, y)))[:3] for x in range(wide) for y in range(tall)]
