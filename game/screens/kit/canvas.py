"""A sheet of 1280 x 720 logical units on a surface of any size, drawn at the surface's own resolution."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import NamedTuple

import pygame

from game.screens.kit import fonts, pieces
from game.screens.kit.lettering import PLEX, Lettering
from game.screens.kit.palette import GROUNDS, WORDS, rgba, stark

WIDTH, HEIGHT = 1280, 720
Colour = str | tuple[int, ...]


class Box(NamedTuple):
    """A rectangle in logical units."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        """The middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def moved(self, dx: float, dy: float) -> "Box":
        """The same box elsewhere."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def grown(self, by: float, by_y: float | None = None) -> "Box":
        """The same middle, `by` more on every side (less, if negative)."""
        tall = by if by_y is None else by_y
        return Box(self.x - by, self.y - tall, self.w + 2 * by, self.h + 2 * tall)


class Canvas:
    """Draws in logical units. `zoom` is the user's text size; callers multiply sizes by it where text may grow.

    `lettering` is how letters are set. On a `stark` canvas every colour is made darker or lighter (`palette.stark`).
    """

    def __init__(
        self,
        surface: pygame.Surface,
        scale: float | None = None,
        origin: tuple[float, float] | None = None,
        zoom: float = 1.0,
        *,
        lettering: Lettering = PLEX,
        stark: bool = False,
    ) -> None:
        """Without `scale` the logical sheet is fitted into the surface and centred."""
        self.surface = surface
        wide, tall = surface.get_size()
        self.scale = scale if scale is not None else fit(wide, tall)
        self.origin = origin or ((wide - WIDTH * self.scale) / 2, (tall - HEIGHT * self.scale) / 2)
        self.zoom = zoom
        self.lettering, self.stark = lettering, stark
        self.bold = False  # what moves or can be used stands out from what lies behind it

    def picture(self) -> "Canvas":
        """The same place for what is painted: in its own colours, with painted letters; on a stark canvas, bold."""
        if not self.stark and self.lettering == PLEX:
            return self
        made = Canvas(self.surface, self.scale, self.origin, self.zoom)
        made.bold = self.bold or self.stark
        return made

    def like(
        self, surface: pygame.Surface, scale: float | None = None, origin: tuple[float, float] | None = None
    ) -> "Canvas":
        """Another place drawn on in the same way; as large as this, and where this is, if nothing else is said."""
        made = Canvas(surface, scale or self.scale, origin or self.origin, self.zoom, lettering=self.lettering,
                      stark=self.stark)
        made.bold = self.bold
        return made

    def moved(self, dx: float, dy: float) -> "Canvas":
        """The same, with everything further to the right and further down."""
        return self.like(self.surface, origin=self.px(dx, dy))

    def ink(self, colour: Colour, limits: tuple[float, float] = GROUNDS) -> tuple[int, int, int, int]:
        """A colour as it is drawn here: a ground's, if not told that it is WORDS'."""
        return stark(rgba(colour), limits) if self.stark else rgba(colour)

    def px(self, x: float, y: float) -> tuple[int, int]:
        """Logical point to real pixel."""
        return round(self.origin[0] + x * self.scale), round(self.origin[1] + y * self.scale)

    def area(self, box: Sequence[float]) -> pygame.Rect:
        """Logical box to real pixels; neighbours that share an edge share it here too."""
        left, top = self.px(box[0], box[1])
        right, bottom = self.px(box[0] + box[2], box[1] + box[3])
        return pygame.Rect(left, top, max(0, right - left), max(0, bottom - top))

    def length(self, units: float) -> int:
        """A length in real pixels, at least one."""
        return max(1, round(units * self.scale))

    def rect(self, box: Sequence[float], colour: Colour, radius: float = 0, line: float = 0) -> None:
        """Fill a box, or only its outline if `line` is given."""
        area, ink = self.area(box), self.ink(colour)
        area.size = area.w or int(box[2] > 0.9), area.h or int(box[3] > 0.9)  # no hairline falls between two pixels
        if not area.w or not area.h or not ink[3]:
            return
        round_px = min(round(radius * self.scale), (min(area.size) - 1) // 2)  # a circle of radius r is 2r + 1 wide
        if line:
            self._outline(area, ink, round_px, self.length(line))
        elif ink[3] == 255:
            pieces.rounded(self.surface, area, ink, round_px)
        elif round_px == 0:
            veil = pygame.Surface(area.size, pygame.SRCALPHA)
            veil.fill(ink)
            self.surface.blit(veil, area)
        else:
            self.surface.blit(pieces.plate(area.size, ink, round_px), area)

    def _outline(self, area: pygame.Rect, ink: tuple[int, int, int, int], radius: int, line: int) -> None:
        if ink[3] == 255:
            pygame.draw.rect(self.surface, ink, area, line, radius)
            return
        veil = pygame.Surface(area.size, pygame.SRCALPHA)
        pygame.draw.rect(veil, ink, veil.get_rect(), line, radius)
        self.surface.blit(veil, area)

    def shadow(self, box: Sequence[float], colour: Colour, radius: float = 0, offset: float = 6, soft: int = 0) -> None:
        """A hard drop shadow down and to the right, or with `soft` a round one of that many steps."""
        place = Box(*box)
        if not soft:
            self.rect(place.moved(offset, offset), colour, radius)
            return
        red, green, blue, alpha = self.ink(colour)
        for step in range(soft):
            ink = (red, green, blue, max(2, alpha // soft))
            self.rect(place.moved(0, offset).grown((soft - 1 - step) * 3), ink, radius + (soft - 1 - step) * 3)

    def polygon(self, points: Sequence[tuple[float, float]], colour: Colour) -> None:
        """Fill a polygon with smooth edges."""
        ink = self.ink(colour)
        pixels = [self.px(*point) for point in points]
        if ink[3] == 255:
            pygame.draw.polygon(self.surface, ink, pixels)
            pygame.draw.aalines(self.surface, ink, closed=True, points=pixels)
            return
        left, top = min(x for x, _ in pixels), min(y for _, y in pixels)
        size = (max(x for x, _ in pixels) - left + 1, max(y for _, y in pixels) - top + 1)
        veil = pygame.Surface(size, pygame.SRCALPHA)
        pygame.draw.polygon(veil, ink, [(x - left, y - top) for x, y in pixels])
        self.surface.blit(veil, (left, top))

    def circle(self, centre: tuple[float, float], radius: float, colour: Colour, line: float = 0) -> None:
        """Fill a circle, or only its outline if `line` is given."""
        ink, at, size = self.ink(colour), self.px(*centre), self.length(radius)
        width = self.length(line) if line else 0
        if ink[3] == 255:
            pygame.draw.aacircle(self.surface, ink, at, size, width)
            return
        veil = pygame.Surface((2 * size + 2, 2 * size + 2), pygame.SRCALPHA)
        pygame.draw.circle(veil, ink, (size + 1, size + 1), size, width)
        self.surface.blit(veil, (at[0] - size - 1, at[1] - size - 1))

    def line(self, points: Sequence[tuple[float, float]], colour: Colour, width: float = 1) -> None:
        """A line through the points, round at the joints."""
        ink, thick = self.ink(colour), self.length(width)
        pixels = [self.px(*point) for point in points]
        for start, end in pairwise(pixels):
            if thick == 1:
                pygame.draw.aaline(self.surface, ink, start, end)
            else:
                pygame.draw.line(self.surface, ink, start, end, thick)
        if thick > 3:
            for point in pixels:
                pygame.draw.aacircle(self.surface, ink, point, thick // 2)

    def gradient(self, box: Sequence[float], top: Colour, bottom: Colour, radius: float = 0) -> None:
        """Fill a box from one colour above to another below."""
        area = self.area(box)
        if area.w and area.h:
            key = (area.size, self.ink(top), self.ink(bottom), round(radius * self.scale))
            self.surface.blit(pieces.gradient(*key), area)

    def text(
        self,
        pos: tuple[float, float],
        string: str,
        face: str = "sans",
        size: float = 18,
        colour: Colour = "#20263A",
        width: float | None = None,
        align: str = "left",
        leading: float = 1.3,
    ) -> Box:
        """Write at `pos` (top left; with align "centre" or "right" top middle or top right) and return the box used.

        With `width` the text wraps, and `pos` is the top left corner of that column whatever the alignment.
        """
        family = self.lettering.face
        lines = fonts.wrap(string, face, size, self.scale, width, family)
        high = fonts.line_height(face, size, self.scale, leading, family)
        step = high * self.lettering.leading
        ink = self.ink(colour, WORDS)
        x, y = pos
        widest, left = 0.0, x
        for index, line in enumerate(lines):
            wide = fonts.width(line, face, size, self.scale, family)
            widest = max(widest, wide)
            room = 0.0 if width is None else width
            start = x + {"left": 0.0, "centre": (room - wide) / 2, "right": room - wide}[align]
            left = min(left, start) if index else start
            if line.strip():
                piece = pieces.text(line, face, fonts.pixels(size, self.scale), ink, family)
                down = (high * self.scale - piece.get_height()) / 2
                at = self.px(start, y + index * step)
                self.surface.blit(piece, (at[0], round(at[1] + down)))
        return Box(left, y, widest, high + (len(lines) - 1) * step)

    def measure(
        self, string: str, face: str = "sans", size: float = 18, width: float | None = None, leading: float = 1.3
    ) -> tuple[float, float]:
        """Width and height that `text` would use."""
        return fonts.measure(string, face, size, self.scale, width, leading, self.lettering)

    def blit(self, surface: pygame.Surface, pos: tuple[float, float]) -> None:
        """Put a surface, made at the window's own resolution, with its top left at `pos`."""
        self.surface.blit(surface, self.px(*pos))

    @contextmanager
    def clip(self, box: Sequence[float]) -> Iterator[None]:
        """Draw nothing outside `box` while the block runs."""
        before = self.surface.get_clip()
        self.surface.set_clip(before.clip(self.area(box)))
        try:
            yield
        finally:
            self.surface.set_clip(before)


def fit(wide: int, tall: int) -> float:
    """The scale at which the logical sheet just fits."""
    return max(0.05, min(wide / WIDTH, tall / HEIGHT))
