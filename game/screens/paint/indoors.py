"""Consequences that look otherwise in a room: a lamp hangs, a telephone stands on a table, a car goes by outside."""

import math

from game.screens import art
from game.screens.paint.brush import Brush

PANE = (-62.0, -228.0, 124.0, 92.0)  # a window on the street: left, top, width, height
TABLE = -70.0  # the top of the small table that the telephone stands on


def telephone(b: Brush, p: float) -> None:
    """A telephone that rings, and is then picked up."""
    rings = int(p * 8) % 2 == 0 and p < 0.8
    hop = 3.0 * abs(math.sin(p * 60)) if rings else 0.0
    raised = 18.0 if p >= 0.8 else hop
    b.shade_ellipse(0, 0, 46, 4)
    for side in (-1, 1):
        b.rect(side * 36 - 3, TABLE, 6, -TABLE, "wood.dark")
    b.rect(-50, TABLE - 6, 100, 10, "wood", radius=3)
    y = TABLE - 6
    b.polygon([(-30, y), (30, y), (22, y - 26), (-22, y - 26)], "accent")
    b.circle(0, y - 13, 9, "paper")
    b.circle(0, y - 13, 3, "ink")
    b.rect(-36, y - 42 - raised, 72, 10, "ink", radius=5)
    for side in (-1, 1):
        b.rect(side * 27 - 9, y - 38 - raised, 18, 14, "ink", radius=6)
    if rings:
        for k in range(3):
            for side in (-1, 1):
                x = side * (44 + 10 * k)
                b.line([(x, y - 56 - 5 * k), (x + side * 5, y - 42), (x, y - 28 + 5 * k)], "accent_2", 3)


def lamp(b: Brush, p: float, *, on: bool) -> None:
    """A lamp on a flex, lit or put out."""
    lit = min(1.0, max(0.0, (p - 0.35) / 0.15))
    lit = lit if on else 1 - lit
    b.rect(-1.5, -330, 3, 152, "iron")
    if lit > 0:
        b.polygon([(-30, -146), (30, -146), (104, 0), (-104, 0)], "beam", int(80 * lit))
        b.circle(0, -146, 40, "lamp", int(80 * lit))
    b.circle(0, -146, 11, "lamp" if lit > 0 else "stone")
    b.polygon([(-12, -180), (12, -180), (36, -148), (-36, -148)], "door_3")
    b.rect(-36, -150, 72, 5, "door_3.dark", radius=2)


def window(b: Brush, p: float, passes: str) -> None:
    """A window, and what goes on outside: "rain", or the drawing of what drives past and out of sight."""
    x, y, w, h = PANE
    b.rect(x - 8, y - 8, w + 16, h + 16, "trim", radius=3)
    b.rect(x, y, w, h, "sky_low")
    b.rect(x, y + h - 24, w, 24, "road")
    inside = b.canvas.clip((x + b.dx, y, w, h))
    with inside:
        if passes == "rain":
            for k in range(int(34 * min(1.0, p / 0.4))):
                at, down = x + (k * 37.3 + p * 40) % w, y + (k * 23.7 + p * 420) % h
                b.line([(at, down), (at - 3, down + 11)], "sea_deep", 2)
        else:
            wide, tall = art.size(passes)
            size = 58.0 / tall
            long = wide * size
            b.put(passes, x - long + (w + 2 * long) * min(1.0, max(0.0, p - 0.08) / 0.8), y + h - 66, size)
    b.rect(x + w / 2 - 2.5, y, 5, h, "trim")
    b.rect(x - 14, y + h + 8, w + 28, 9, "stone.light")
