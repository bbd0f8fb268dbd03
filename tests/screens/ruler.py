"""A canvas that draws nothing and remembers where words were put, how large, in which ink and on which ground."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pygame

from game.screens.kit import fonts
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas, Colour
from game.screens.kit.frame import Frame
from game.screens.kit.lettering import PLEX, Lettering
from game.screens.kit.node import Node
from game.screens.kit.palette import WORDS, luminance, rgba

Ink = tuple[int, int, int]
EASIER = (
    Frame((960, 540), 2.0, lettering=Lettering("plain", 1.5), stark=True),
    Frame((1280, 720), 1.0, lettering=Lettering("plain"), stark=True),
    Frame((1280, 720), 1.6, lettering=Lettering("plex", 1.25), stark=True),
)
"""Other letters, other lines, high contrast: the worst of each together, and each for itself."""
LARGE, LARGE_BOLD = 24.0, 18.66  # WCAG 2.1: 18 points, or 14 points in bold, at 96 dots an inch


@dataclass(frozen=True)
class Word:
    """A piece of text as it was put on the screen."""

    text: str
    box: Box
    broken: bool  # a word was too long for its line
    ink: Ink
    ground: tuple[Ink, ...]  # the colours that may lie below it: two ends where a veil lies over a picture
    large: bool
    clip: Box
    owner: Node | None = None

    @property
    def contrast(self) -> float:
        """With the worst ground it may have."""
        return min(contrast(self.ink, one) for one in self.ground)


ANY: tuple[Ink, ...] = ((0, 0, 0), (255, 255, 255))


def mix(below: Ink, ink: Ink, share: float) -> Ink:
    """A colour laid over another with that opacity."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(below, ink, strict=True))
    return red, green, blue


def contrast(one: str | tuple[int, ...], other: str | tuple[int, ...]) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.1, definition)."""
    low, high = sorted((luminance(rgba(one)[:3]), luminance(rgba(other)[:3])))
    return (high + 0.05) / (low + 0.05)


def touch(a: Box, b: Box, slack: float = 1.5) -> bool:
    """Whether two boxes share more than a hair."""
    return (a.x < b.right - slack and b.x < a.right - slack and a.y < b.bottom - slack and b.y < a.bottom - slack)


def within(a: Box, b: Box, slack: float = 1.5) -> bool:
    """Whether `a` lies in `b`."""
    return a.x >= b.x - slack and a.y >= b.y - slack and a.right <= b.right + slack and a.bottom <= b.bottom + slack


def shared(a: Box, b: Box) -> Box:
    """What two boxes have in common."""
    left, top = max(a.x, b.x), max(a.y, b.y)
    return Box(left, top, max(0.0, min(a.right, b.right) - left), max(0.0, min(a.bottom, b.bottom) - top))


def in_circle(box: Box, place: Box) -> bool:
    """Whether a box lies in the circle that fills `place`."""
    corners = [(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
    return all(math.dist(corner, place.centre) <= place.w / 2 for corner in corners)


class Ruler(Canvas):
    """Takes the place of a canvas of that size. Draw on it, then read `words`."""

    def __init__(
        self, size: tuple[int, int], zoom: float = 1.0, *, lettering: Lettering = PLEX, stark: bool = False
    ) -> None:
        """`size` in real pixels, so that text is measured as it will be there."""
        super().__init__(pygame.Surface((1, 1)), scale=min(size[0] / WIDTH, size[1] / HEIGHT), origin=(0, 0), zoom=zoom,
                         lettering=lettering, stark=stark)
        self.words: list[Word] = []
        self.fills: list[tuple[Box, tuple[Ink, ...], bool]] = []  # where, what colours, whether round
        self.owner: Node | None = None
        self._clips = [Box(0, 0, WIDTH, HEIGHT)]

    @classmethod
    def of(cls, frame: Frame) -> "Ruler":
        """The same for a window as a screen is told of it."""
        return cls(frame.size, frame.zoom, lettering=frame.lettering, stark=frame.stark)

    def rect(self, box: Sequence[float], colour: Colour, radius: float = 0, line: float = 0) -> None:
        ink = self.ink(colour)
        place = Box(*box)
        if line or place.w < 12 or place.h < 12:
            return
        if ink[3] > 3:
            share = ink[3] / 255
            self.fills.append((place, tuple(mix(below, ink[:3], share) for below in self.ground(place)), False))

    def gradient(self, box: Sequence[float], top: Colour, bottom: Colour, radius: float = 0) -> None:
        ends = self.ink(top), self.ink(bottom)
        place = Box(*box)
        inks = tuple(mix(below, end[:3], end[3] / 255) for below in self.ground(place) for end in ends)
        self.fills.append((place, inks, False))

    def shadow(self, box: Sequence[float], colour: Colour, radius: float = 0, offset: float = 6, soft: int = 0) -> None:
        """Lies beside and below, never under words."""

    def polygon(self, points: Any, colour: Colour) -> None:
        """No words lie on one."""

    def circle(self, centre: tuple[float, float], radius: float, colour: Colour, line: float = 0) -> None:
        if not line and radius > 30 and self.ink(colour)[3] == 255:
            place = Box(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
            self.fills.append((place, (self.ink(colour)[:3],), True))

    def line(self, points: Any, colour: Colour, width: float = 1) -> None:
        """Nor on a line."""

    def blit(self, surface: pygame.Surface, pos: tuple[float, float]) -> None:
        """Nor on a picture."""

    def ground(self, box: Box) -> tuple[Ink, ...]:
        """The colours that may lie under the box: down to the first that fills all of it; anything, if none does."""
        found: list[Ink] = []
        for place, inks, round_ in reversed(self.fills):
            if touch(box, place):
                found += inks
                if within(box, place) and (not round_ or in_circle(box, place)):
                    return tuple(dict.fromkeys(found))
        return ANY

    def text(
        self, pos: tuple[float, float], string: str, face: str = "sans", size: float = 18, colour: Colour = "#20263A",
        width: float | None = None, align: str = "left", leading: float = 1.3,
    ) -> Box:
        family = self.lettering.face
        wide, high = fonts.measure(string, face, size, self.scale, width, leading, self.lettering)
        room = 0.0 if width is None else width
        left = pos[0] + {"left": 0.0, "centre": (room - wide) / 2, "right": room - wide}[align]
        box = Box(left, pos[1], wide, high)
        broken = width is not None and any(
            fonts.width(word, face, size, self.scale, family) > width + 0.5 for word in string.split()
        )
        bold = "bold" in face or face == "condensed"
        if string.strip():
            clip = self._clips[-1]
            large = size >= (LARGE_BOLD if bold else LARGE)
            ground = self.ground(shared(box, clip))
            self.words.append(Word(string, box, broken, self.ink(colour, WORDS)[:3], ground, large, clip, self.owner))
        return box

    @contextmanager
    def clip(self, box: Sequence[float]) -> Iterator[None]:
        self._clips.append(shared(self._clips[-1], Box(*box)))
        try:
            yield
        finally:
            self._clips.pop()


def lay(ruler: Ruler, node: Node, focus: str = "") -> None:
    """As render does, and remember whose words they are."""
    if node.draw:
        ruler.owner = node
        node.draw(ruler, node, "focus" if focus and node.key == focus else "")
    if node.window:
        with ruler.clip(node.window):
            for child in node.children:
                lay(ruler, child, focus)
    else:
        for child in node.children:
            lay(ruler, child, focus)
