"""Surfaces that are made once and put on the window many times: lines of text, round boxes, gradients."""

import pygame

from game.screens.kit import fonts
from game.screens.kit.palette import blend
from game.screens.kit.store import kept


def rounded(surface: pygame.Surface, area: pygame.Rect, ink: tuple[int, int, int, int], radius: int) -> None:
    """Fill a box with round corners, in real pixels."""
    if radius <= 1:
        surface.fill(ink, area)
        return
    surface.fill(ink, area.inflate(-2 * radius, 0))
    surface.fill(ink, area.inflate(0, -2 * radius))
    for x in (area.left + radius, area.right - radius - 1):
        for y in (area.top + radius, area.bottom - radius - 1):
            pygame.draw.aacircle(surface, ink, (x, y), radius)


@kept
def text(line: str, face: str, pixels: int, ink: tuple[int, int, int, int], family: str) -> pygame.Surface:
    """One line of text."""
    made = fonts.font_for(line, face, pixels, family).render(line, antialias=True, color=ink[:3])
    if ink[3] < 255:
        made.set_alpha(ink[3])
    return made


@kept
def plate(size: tuple[int, int], ink: tuple[int, int, int, int], radius: int) -> pygame.Surface:
    """A box with round corners that one sees through."""
    made = pygame.Surface(size, pygame.SRCALPHA)
    made.fill((*ink[:3], 0))
    rounded(made, made.get_rect(), (*ink[:3], 255), radius)
    made.set_alpha(ink[3])
    return made


@kept
def gradient(size: tuple[int, int], top: tuple[int, ...], bottom: tuple[int, ...], radius: int) -> pygame.Surface:
    """A box that goes from one colour to another."""
    strip = pygame.Surface((1, size[1]), pygame.SRCALPHA)
    for y in range(size[1]):
        strip.set_at((0, y), blend(top, bottom, y / max(1, size[1] - 1)))
    made = pygame.transform.scale(strip, size)
    if radius:
        mask = pygame.Surface(size, pygame.SRCALPHA)
        mask.fill((255, 255, 255, 0))
        rounded(mask, mask.get_rect(), (255, 255, 255, 255), min(radius, size[0] // 2, size[1] // 2))
        made.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    elif top[3] == bottom[3] == 255:
        solid = pygame.Surface(size, 0, 24)
        solid.blit(made, (0, 0))
        made = solid
    return made
