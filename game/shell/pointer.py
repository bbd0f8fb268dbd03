"""The arrow of the mouse, twice as large as usual for whoever asked, dark with a light rim."""

import pygame

SHAPE = ((0, 0), (0, 17), (4, 13.5), (6.6, 19.4), (9.2, 18.3), (6.7, 12.5), (12, 12))
TALL = 20.0  # of SHAPE, in its own units
PART = 16  # the large one is this part of a window's height


class Arrow:
    """Sets the pointer of the window, and only when something about it has changed."""

    def __init__(self) -> None:
        """As the system has it."""
        self._now: tuple[str, int] = ("usual", 0)

    def follow(self, pointer: str, tall: int) -> None:
        """Show the pointer that was asked for in a window `tall` real pixels high."""
        wish = (pointer, max(32, tall // PART) if pointer == "large" else 0)
        if wish == self._now:
            return
        self._now = wish
        try:
            pygame.mouse.set_cursor(large(wish[1]) if pointer == "large" else pygame.SYSTEM_CURSOR_ARROW)
        except pygame.error:  # a screen without a mouse has no arrow to change
            return


def large(tall: int) -> pygame.cursors.Cursor:
    """An arrow `tall` real pixels high."""
    rim = max(2, tall // 16)
    surface = pygame.Surface((tall + 2 * rim, tall + 2 * rim), pygame.SRCALPHA)
    points = [(rim + x * tall / TALL, rim + y * tall / TALL) for x, y in SHAPE]
    pygame.draw.polygon(surface, "#FFFFFF", points)
    pygame.draw.lines(surface, "#FFFFFF", closed=True, points=points, width=2 * rim)
    for point in points:
        pygame.draw.circle(surface, "#FFFFFF", point, rim)
    pygame.draw.polygon(surface, "#000000", points)
    return pygame.cursors.Cursor((rim, rim), surface)
