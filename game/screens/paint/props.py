"""Things one can go to or take, and the small free things of the pavement."""

from game.screens import art
from game.screens.paint.brush import Brush


def prop(brush: Brush, name: str, x: float, y: float, size: float, *, lit: bool) -> None:
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
    brush.put_bold(f"props/{name}", x - w * scale / 2, y - h * scale, scale)


def roam(brush: Brush, kind: str, x: float, t: float) -> None:
    """A free thing of the pavement at x: gulls, bench, step, railing, litter, cat or flag."""
    foot = 556.0
    if kind == "cat":
        brush.shade_ellipse(x, foot, 20, 3)
        _stand(brush, "street/cat_sit", x, foot, 0.84)
    elif kind == "gulls":
        hop = max(0, int(3 * (t * 1.3 % 2 - 1)))
        brush.shade_ellipse(x, foot, 44, 3)
        _stand(brush, "props/roam_gulls", x, foot - hop, 0.9)
    else:
        name, at = {"bench": ("street/bench", 534.0), "railing": ("props/roam_railing", 512.0)}.get(
            kind, (f"props/roam_{kind}", foot if kind == "litter" else 514.0)
        )
        w, _ = art.size(name)
        brush.shade_ellipse(x, at, w * 0.45, 3)
        _stand(brush, name, x, at)


def _stand(brush: Brush, name: str, x: float, base: float, scale: float = 1.0) -> None:
    w, h = art.size(name)
    brush.put_bold(name, x - w * scale / 2, base - h * scale, scale)
