"""A code to be scanned: black on white in every contrast, with its quiet edge."""

from collections.abc import Sequence

import pygame

from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.node import Mood, Node
from game.telling.scan import QUIET

BLACK, WHITE = (0, 0, 0), (255, 255, 255)


def code(squares: Sequence[Sequence[bool]], label: str, wide: float, key: str = "") -> Node:
    """`squares` as large as they can be in a box so wide and high; `label` says what it is."""
    many = len(squares) + 2 * QUIET

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        """Every square of the same whole number of pixels, or a scanner sees edges where there are none."""
        area = canvas.area(node.box)
        canvas.surface.fill(WHITE, area)
        step = max(1, min(area.w, area.h) // many)
        left = area.x + (area.w - step * many) // 2 + step * QUIET
        top = area.y + (area.h - step * many) // 2 + step * QUIET
        for y, row in enumerate(squares):
            for x, dark in enumerate(row):
                if dark:
                    canvas.surface.fill(BLACK, pygame.Rect(left + x * step, top + y * step, step, step))

    return Node("image", label, key=key, box=Box(0, 0, wide, wide), draw=draw)
