"""The hands of the clocks that hang in the street and in rooms: they show the hour of the day."""

import math

from game.screens import art
from game.screens.paint.brush import Brush


def angles(clock: str) -> tuple[float, float]:
    """How far the hour hand and the minute hand of "08:40" have turned from twelve, in radians."""
    hour, _, minute = clock.partition(":")
    minutes = int(minute or 0)
    return math.tau * ((int(hour) % 12) * 60 + minutes) / 720, math.tau * minutes / 60


def hands(brush: Brush, drawing: str, x: float, y: float, clock: str) -> None:
    """The hands of every clock of a drawing whose top left is at (x, y): `data-clock="x,y,r"` says where they are.

    `data-stopped="16,0"`: its clocks have stopped at that hour and minute.
    """
    for hour, minute in art.data(drawing, "stopped"):
        clock = f"{hour:.0f}:{minute:02.0f}"
    for at_x, at_y, r in art.data(drawing, "clock"):
        middle = (x + at_x, y + at_y)
        for turned, long, wide in zip(angles(clock), (0.46, 0.72), (4.0, 2.6), strict=True):
            end = (middle[0] + r * long * math.sin(turned), middle[1] - r * long * math.cos(turned))
            brush.line([middle, end], "ink", max(1.6, wide * r / 40))
        brush.circle(*middle, max(1.6, r * 0.07), "accent")
