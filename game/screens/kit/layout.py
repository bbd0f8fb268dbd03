"""Laying out: nodes know their size when they are made; these helpers put them side by side and below each other."""

from collections.abc import Sequence

from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import Mood, News, Node, Role


def words(
    frame: Frame,
    string: str,
    face: str = "sans",
    size: float = 18,
    colour: str = "#20263A",
    width: float | None = None,
    align: str = "left",
    leading: float = 1.3,
    *,
    role: Role = "text",
    key: str = "",
    readable: bool = False,
    news: News = "",
) -> Node:
    """Text as a node; `size` is multiplied by the user's text size; with `width` it wraps and is that wide."""
    points = frame.em(size)
    wide, high = frame.measure(string, face, points, width, leading)

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        x = node.box.x if width is not None or align == "left" else node.box.centre[0]
        canvas.text((x, node.box.y), string, face, points, colour, width, align, leading)

    return Node(
        role, string, key=key, box=Box(0, 0, wide if width is None else width, high), draw=draw, readable=readable,
        news=news,
    )  # fmt: skip


def space(wide: float = 0, high: float = 0) -> Node:
    """Nothing, of that size."""
    return Node("group", box=Box(0, 0, wide, high))


def column(nodes: Sequence[Node], gap: float = 0, pad: float | tuple[float, float] = 0, align: str = "left") -> Node:
    """Nodes below each other; `pad` is all round or (sideways, up and down)."""
    across, down = pad if isinstance(pad, tuple) else (pad, pad)
    wide = max((node.box.w for node in nodes), default=0)
    y = down
    for node in nodes:
        slack = wide - node.box.w
        node.place(across + {"left": 0.0, "centre": slack / 2, "right": slack}[align], y)
        y += node.box.h + gap
    high = y - gap + down if nodes else 2 * down
    return Node("group", children=list(nodes), box=Box(0, 0, wide + 2 * across, high))


def row(nodes: Sequence[Node], gap: float = 0, pad: float | tuple[float, float] = 0, align: str = "middle") -> Node:
    """Nodes side by side; `align` is "top" or "middle"."""
    across, down = pad if isinstance(pad, tuple) else (pad, pad)
    high = max((node.box.h for node in nodes), default=0)
    x = across
    for node in nodes:
        node.place(x, down + ((high - node.box.h) / 2 if align == "middle" else 0))
        x += node.box.w + gap
    wide = x - gap + across if nodes else 2 * across
    return Node("group", children=list(nodes), box=Box(0, 0, wide, high + 2 * down))


def flow(nodes: Sequence[Node], width: float, gap: float = 0, gap_y: float | None = None) -> Node:
    """Nodes side by side, in as many rows as they need to stay within `width`."""
    down = gap if gap_y is None else gap_y
    x = y = high = widest = 0.0
    for node in nodes:
        if x and x + node.box.w > width:
            x, y, high = 0.0, y + high + down, 0.0
        node.place(x, y)
        widest = max(widest, x + node.box.w)
        x += node.box.w + gap
        high = max(high, node.box.h)
    return Node("group", children=list(nodes), box=Box(0, 0, widest, y + high))


def stack(nodes: Sequence[Node]) -> Node:
    """Nodes as they lie, the last on top."""
    right = max((node.box.right for node in nodes), default=0)
    bottom = max((node.box.bottom for node in nodes), default=0)
    left = min((node.box.x for node in nodes), default=0)
    top = min((node.box.y for node in nodes), default=0)
    return Node("group", children=list(nodes), box=Box(left, top, right - left, bottom - top))


def scroller(node: Node, key: str, box: Box, offset: float = 0.0) -> Node:
    """A window on a node that may be taller than `box`; `offset` is how far it is scrolled, and is kept in reach."""
    reach = max(0.0, node.box.h - box.h)
    held = min(max(0.0, offset), reach)
    node.place(box.x, box.y - held)
    return Node(
        "group", key=key, children=[node], box=box, window=box, reach=reach, offset=held, palette=node.palette
    )
