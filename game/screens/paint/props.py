"""Things one can go to or take, and the small free things of the pavement."""

from game.screens import art
from game.screens.paint.brush import Brush


def prop(brush: Brush, name: str, x: float, y: float, size: float, lit: bool) -> None:
    """A thing with its middle at x and its foot at y, `size` units high. A lit one has light behind it."""
    if not name:
        return
    if lit:
        brush.circle(x, y - size * 0.5, size * 0.72, "lamp", 70)
        brush.circle(x, y - size * 0.5, size * 0.56, "lamp", 110)
    w, h = art.size(f"props/{name}")
    scale = size / h
    if w * scale > size * 1.5:
        scale = size * 1.5 / w
    brush.shade_ellipse(x, y - 1, w * scale * 0.42, max(3.0, size * 0.05))
    brush.put(f"props/{name}", x - w * scale / 2, y - h * scale, scale)
