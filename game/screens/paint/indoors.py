"""Consequences that look otherwise in a room: a lamp hangs, a telephone stands on a table."""

import math

from game.screens.paint.brush import Brush

TABLE = -70.0  # the top of the small table that the telephone stands on


def telephone(b: Brush, p: float, _look: object) -> None:
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
