"""Surfaces that are made once and put on the window many times: lines of text, round boxes, gradients."""

from collections import OrderedDict

import pygame

from game.screens.kit import fonts
from game.screens.kit.palette import blend

_KEPT = 1500  # pieces of text kept ready; a full screen needs about sixty


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


class Pieces:
    """Ready-made surfaces, the oldest thrown away first. Drawing only: nothing is decided by what lies in here."""

    def __init__(self) -> None:
        self._texts: OrderedDict[tuple[object, ...], pygame.Surface] = OrderedDict()
        self._shapes: OrderedDict[tuple[object, ...], pygame.Surface] = OrderedDict()

    def text(
        self, line: str, face: str, pixels: int, ink: tuple[int, int, int, int], family: str
    ) -> pygame.Surface:
        key = (line, face, pixels, ink, family)
        found = self._texts.get(key)
        if found is None:
            found = fonts.font_for(line, face, pixels, family).render(line, antialias=True, color=ink[:3])
            if ink[3] < 255:
                found.set_alpha(ink[3])
            _keep(self._texts, key, found, _KEPT)
        else:
            self._texts.move_to_end(key)
        return found

    def plate(self, size: tuple[int, int], ink: tuple[int, int, int, int], radius: int) -> pygame.Surface:
        key = ("rounded", size, ink, radius)
        found = self._shapes.get(key)
        if found is None:
            found = pygame.Surface(size, pygame.SRCALPHA)
            found.fill((*ink[:3], 0))
            rounded(found, found.get_rect(), (*ink[:3], 255), radius)
            found.set_alpha(ink[3])
            _keep(self._shapes, key, found, 48)
        return found

    def gradient(
        self, size: tuple[int, int], top: tuple[int, ...], bottom: tuple[int, ...], radius: int
    ) -> pygame.Surface:
        key = ("gradient", size, top, bottom, radius)
        found = self._shapes.get(key)
        if found is None:
            strip = pygame.Surface((1, size[1]), pygame.SRCALPHA)
            for y in range(size[1]):
                strip.set_at((0, y), blend(top, bottom, y / max(1, size[1] - 1)))
            found = pygame.transform.scale(strip, size)
            if radius:
                mask = pygame.Surface(size, pygame.SRCALPHA)
                mask.fill((255, 255, 255, 0))
                rounded(mask, mask.get_rect(), (255, 255, 255, 255), min(radius, size[0] // 2, size[1] // 2))
                found.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
            elif top[3] == bottom[3] == 255:
                solid = pygame.Surface(size, 0, 24)
                solid.blit(found, (0, 0))
                found = solid
            _keep(self._shapes, key, found, 48)
        return found


def _keep(
    shelf: OrderedDict[tuple[object, ...], pygame.Surface], key: tuple[object, ...], piece: pygame.Surface, most: int
) -> None:
    shelf[key] = piece
    while len(shelf) > most:
        shelf.popitem(last=False)


PIECES = Pieces()
