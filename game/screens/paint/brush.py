"""A canvas with a palette: drawings and shapes by name, at the window's own resolution."""

import math
from collections.abc import Sequence

import pygame

from game.screens import art
from game.screens.kit.canvas import Canvas
from game.screens.kit.store import kept

Point = tuple[float, float]


class Brush:
    """Draws in the canvas's logical units with the colours of one world at one hour."""

    def __init__(self, canvas: Canvas, palette: art.Palette, dx: float = 0.0) -> None:
        """`dx` is added to every x: a street that has been scrolled by 300 is drawn with -300."""
        self.canvas, self.palette, self.dx = canvas.picture(), palette, dx

    @property
    def scale(self) -> float:
        """Real pixels to a logical unit."""
        return self.canvas.scale

    def shifted(self, dx: float) -> "Brush":
        """The same brush over a part of the picture that scrolls differently."""
        return Brush(self.canvas, self.palette, dx)

    def ink(self, token: str, alpha: int = 255) -> tuple[int, ...]:
        """A palette colour, with an alpha if less than 255."""
        colour = self.palette[token]
        return colour if alpha >= 255 else (*colour, alpha)

    def blit(self, surface: pygame.Surface, x: float, y: float) -> None:
        """A surface made at real resolution, its top left at (x, y)."""
        self.canvas.blit(surface, (x + self.dx, y))

    def put(
        self,
        name: str,
        x: float,
        y: float,
        scale: float = 1.0,
        *,
        flip: bool = False,
        extra: tuple[tuple[str, art.Colour], ...] = (),
    ) -> None:
        """A drawing with its top left at (x, y)."""
        w, h = art.size(name)
        self.stretch(name, x, y, w * scale, h * scale, flip=flip, extra=extra)

    def put_bold(self, name: str, x: float, y: float, scale: float = 1.0) -> None:
        """The same for what can be taken or used: rimmed in a bold picture."""
        if not self.canvas.bold:
            self.put(name, x, y, scale)
            return
        w, h = art.size(name)
        wide, tall = max(1, round(w * scale * self.scale)), max(1, round(h * scale * self.scale))
        rim = self.canvas.length(1.6)
        made = outlined(art.image(name, self.palette, wide, tall, ()), rim)
        self.blit(made, x - 2 * rim / self.scale, y - 2 * rim / self.scale)

    def stand(self, name: str, x: float, base: float, scale: float = 1.0, *, flip: bool = False) -> None:
        """A drawing standing on `base` with its middle at `x`."""
        w, h = art.size(name)
        self.put(name, x - w * scale / 2, base - h * scale, scale, flip=flip)

    def stretch(
        self,
        name: str,
        x: float,
        y: float,
        w: float,
        h: float,
        *,
        flip: bool = False,
        extra: tuple[tuple[str, art.Colour], ...] = (),
    ) -> None:
        """A drawing filling a box."""
        wide, tall = max(1, round(w * self.scale)), max(1, round(h * self.scale))
        found = art.image(name, self.palette, wide, tall, extra)
        self.blit(flipped(found) if flip else found, x, y)

    def turned(self, name: str, x: float, y: float, angle: float, scale: float = 1.0) -> None:
        """A drawing with its middle at (x, y), turned by `angle` degrees to the left."""
        w, h = art.size(name)
        real = scale * self.scale
        found = art.image(name, self.palette, max(1, round(w * real)), max(1, round(h * real)))
        step = round(angle / 3) * 3 % 360
        if step:
            found = rotated(found, step)
        self.blit(found, x - found.get_width() / 2 / self.scale, y - found.get_height() / 2 / self.scale)

    def rect(self, x: float, y: float, w: float, h: float, token: str, alpha: int = 255, radius: float = 0) -> None:
        """A filled box."""
        self.canvas.rect((x + self.dx, y, w, h), self.ink(token, alpha), radius)

    def polygon(self, points: Sequence[Point], token: str, alpha: int = 255) -> None:
        """A filled polygon with smooth edges."""
        self.canvas.polygon([(x + self.dx, y) for x, y in points], self.ink(token, alpha))

    def circle(self, x: float, y: float, radius: float, token: str, alpha: int = 255, line: float = 0) -> None:
        """A filled circle, or a ring of `line`."""
        self.canvas.circle((x + self.dx, y), radius, self.ink(token, alpha), line)

    def line(self, points: Sequence[Point], token: str, width: float = 1) -> None:
        """A line through the points."""
        self.canvas.line([(x + self.dx, y) for x, y in points], self.ink(token), width)

    def text(self, x: float, y: float, words: str, face: str, size: float, token: str, align: str = "left") -> None:
        """One line, its top at y; (x, y) is its left end, its middle or its right end."""
        self.canvas.text((x + self.dx, y), words, face, size, self.ink(token), align=align)

    def fitted(
        self, x: float, y: float, words: str, face: str, size: float, token: str, width: float, align: str = "left"
    ) -> None:
        """One line as `text` writes it, smaller where it would be wider than `width`."""
        wide = self.canvas.measure(words, face, size)[0]
        small = size if wide <= width else size * width / wide
        self.text(x, y + (size - small) * 0.65, words, face, small, token, align)

    def sign(self, box: Sequence[float], words: str, ink: str = "sign_text") -> None:
        """A name on a shop sign, as large as the sign allows."""
        x, y, w, h = box
        at = x + w / 2 + self.dx
        size = h * 0.62
        wide, tall = self.canvas.measure(words, "condensed", size, leading=1.0)
        if wide > w - 8:
            size *= (w - 8) / wide
            tall = self.canvas.measure(words, "condensed", size, leading=1.0)[1]
        top = y + (h - tall) / 2
        self.canvas.text((at, top), words, "condensed", size, self.ink(ink), align="centre", leading=1.0)

    def shade_ellipse(self, x: float, y: float, rx: float, ry: float) -> None:
        """The soft shadow under a thing that stands on the ground."""
        w, h = max(2, round(2 * rx * self.scale)), max(2, round(2 * ry * self.scale))
        self.blit(_ellipse(w, h, self.palette["shadow"]), x - rx, y - ry)


def swift(sheet: pygame.Surface) -> pygame.Surface:
    """A large drawing made ready to be put on the window many times: what is empty or opaque in it costs little."""
    if pygame.display.get_surface():
        sheet = sheet.convert_alpha()
        sheet.set_alpha(255, pygame.RLEACCEL)
    return sheet


@kept
def _ellipse(w: int, h: int, colour: art.Colour) -> pygame.Surface:
    sheet = pygame.Surface((w, h), pygame.SRCALPHA)
    pygame.draw.ellipse(sheet, (*colour, 46), sheet.get_rect())
    return sheet


@kept
def outlined(found: pygame.Surface, wide: int) -> pygame.Surface:
    """The drawing with a dark rim and round it a light one, each `wide` real pixels: 2 * wide larger all round."""
    rim = 2 * wide
    made = pygame.Surface((found.get_width() + 2 * rim, found.get_height() + 2 * rim), pygame.SRCALPHA)
    shape = pygame.mask.from_surface(found, 90)
    for reach, ink in ((rim, (255, 255, 255, 255)), (wide, (16, 18, 32, 255))):
        flat = shape.to_surface(setcolor=ink, unsetcolor=(0, 0, 0, 0))
        for step in range(16):
            turn = step * math.tau / 16
            made.blit(flat, (rim + round(reach * math.cos(turn)), rim + round(reach * math.sin(turn))))
    made.blit(found, (rim, rim))
    return made


@kept
def flipped(found: pygame.Surface) -> pygame.Surface:
    """The mirror image."""
    return pygame.transform.flip(found, True, False)


@kept
def rotated(found: pygame.Surface, angle: int) -> pygame.Surface:
    """The drawing turned to the left by whole degrees."""
    return pygame.transform.rotozoom(found, angle, 1.0)
