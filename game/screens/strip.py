"""Words that stand in the street: plates, chips, speech, the strip of a scene, the tag at a thing."""

from typing import TYPE_CHECKING

from game.language import _
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import Palette
from game.screens.kit.widgets import edge, key_cap, silent
from game.screens.options import LETTER, lettered
from game.telling.prices import figures, marked

if TYPE_CHECKING:
    from game.model.record import Option, Shown

EDGE = 12.0
GLOW = "#FFE9A8"


def plate(canvas: Canvas, box: Box, pal: Palette, *, lit: bool = False) -> None:
    """The ground that words in the street stand on."""
    if pal.name == "phone":
        radius = min(22.0, box.h / 2)
        canvas.shadow(box, "#17182F40", radius, 4, soft=3)
        canvas.rect(box, "#E9FFF6" if lit else "#FFFFFFF2", radius)
    elif pal.name == "daylight":
        radius = 6.0
        canvas.rect(box, "#FFF6D6F4" if lit else "#FFFFFFEE", radius)
    else:
        radius = 3.0
        canvas.shadow(box, pal.shadow, radius, 4)
        canvas.rect(box, "#FFF0BF" if lit else pal.paper, radius)
    edge(canvas, box, pal, radius, line=2)


def plated(child: Node, pal: Palette, pad: tuple[float, float] = (14, 8), *, lit: bool = False) -> Node:
    """`child` on a plate."""
    outer = column([child], pad=pad)

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        plate(canvas, node.box, pal, lit=lit)

    outer.draw = draw
    outer.palette = pal
    return outer


def inside(node: Node, margin: float = EDGE) -> Node:
    """Push a node back onto the screen."""
    x = min(max(node.box.x, margin), max(margin, WIDTH - margin - node.box.w))
    y = min(max(node.box.y, margin), max(margin, HEIGHT - margin - node.box.h))
    return node.place(x, y)


def chip(frame: Frame, pal: Palette, label: str, key: str = "", under: str = "", mark: str = "") -> Node:
    """A line on a plate, with the key that does it, why it cannot be done, and what is posted."""
    parts = [key_cap(frame, pal, key)] if key else []
    lines = [words(frame, label, "sans_semibold", 16, pal.soft if under else pal.ink, 300 * frame.zoom)]
    lines[0].box = Box(0, 0, frame.measure(label, "sans_semibold", frame.em(16), 300 * frame.zoom)[0], lines[0].box.h)
    if under:
        wide = frame.measure(under, "sans_italic", frame.em(15), 300 * frame.zoom)[0]
        lines.append(words(frame, under, "sans_italic", 15, pal.soft, max(wide, 1.0) + 1))
    if mark:
        lines.append(words(frame, mark, "condensed", 15, pal.bad))
    return silent(plated(row([*parts, column(lines)], gap=10), pal, (12, 7)))


def bubble(frame: Frame, pal: Palette, name: str, line: str, x: float, y: float) -> Node:
    """Somebody's line, its foot pointing at (x, y)."""
    limit = 300 * (0.5 + 0.5 * frame.zoom)
    wide = min(limit, max(frame.measure(line, "serif_italic", frame.em(17))[0] + 1, 120.0))
    if pal.name == "phone":
        text = words(frame, line, "sans", 16, pal.ink, wide)
    else:
        text = words(frame, line, "serif_italic", 17, pal.ink, wide)
    inner = plated(column([words(frame, name, "condensed", 14, pal.soft), text], gap=1), pal, (14, 8))
    inner.place(x - inner.box.w / 2, y - inner.box.h - 10)
    box = inside(inner).box
    said = Node("text", _("{name} says").format(name=name), value=line, box=box, children=[silent(inner)])

    def tail(canvas: Canvas, _node: Node, _mood: Mood) -> None:
        foot = min(max(x, box.x + 20), box.right - 20)
        canvas.polygon([(foot - 9, box.bottom - 1), (foot + 9, box.bottom - 1), (x, box.bottom + 10)], pal.paper)

    said.draw = tail
    return said


def scene(frame: Frame, pal: Palette, shown: "Shown") -> Node:
    """The words of a moment at the foot of the screen; in the app its own line stands above them."""
    wide = min(WIDTH - 2 * EDGE, 900 * (0.45 + 0.55 * frame.zoom))
    inner = wide - 48
    face = "sans" if pal.name == "phone" else "serif_medium" if pal.name == "print" else "serif"
    parts = [
        words(frame, shown.scene, face, 19, pal.ink, inner, leading=1.25, role="heading", key="scene", readable=True)
    ]
    if shown.aside and pal.name != "phone":
        parts.append(words(frame, shown.aside, "serif_italic", 16, pal.soft, inner))
    lines = column(parts, gap=4)
    outer = plated(lines, pal, (24, 12))
    outer.place((WIDTH - outer.box.w) / 2, HEIGHT - EDGE - outer.box.h)
    base = outer.draw

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        if base:
            base(canvas, node, mood)
        if pal.name == "print":
            canvas.rect(Box(node.box.x, node.box.y, node.box.w, 4), pal.accent)

    outer.draw = draw
    return outer


def cheer(frame: Frame, pal: Palette, line: str) -> Node:
    """What the app says beside a moment, in its own colours, at the top of the screen."""
    text = words(frame, line, "sans_semibold", 17, "#173F36")
    disc = frame.em(13)
    outer = column([text], pad=(0, 12))
    outer.box = Box(0, 0, text.box.w + 2 * disc + 52, max(outer.box.h, 2 * disc + 18))
    text.place(2 * disc + 30, (outer.box.h - text.box.h) / 2)

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        radius = node.box.h / 2
        canvas.shadow(node.box, "#17182F40", radius, 4, soft=3)
        canvas.gradient(node.box, "#8FE8CC", "#74D8B8", radius)
        centre = (node.box.x + 16 + disc, node.box.centre[1])
        canvas.circle(centre, disc, "#FFFFFF88")
        canvas.circle(centre, disc * 0.62, "#FFF3C4")
        canvas.circle(centre, disc * 0.4, "#FFC76B")

    outer.draw = draw
    outer.palette = pal
    return outer


def tag(frame: Frame, pal: Palette, option: "Option", width: float) -> Node:
    """What stands at a thing that can be chosen: what it is, its price, and what is posted."""
    widest = width * (0.35 + 0.65 * frame.zoom)
    face, size = ("sans_semibold", 16) if option.lit else ("sans", 16)
    room = min(widest, frame.measure(option.text, face, frame.em(size))[0] + 1)
    parts = [words(frame, option.text, face, size, pal.soft if option.closed else pal.ink, room, "centre", 1.2)]
    price = " · ".join(text for text in figures(option) if text != "–")
    if price:
        parts.append(_line(frame, price, "sans" if pal.name == "phone" else "mono", pal.soft, widest))
    if option.mark and pal.name == "print":
        parts.append(_line(frame, marked(option), "condensed", pal.bad, widest))
    if option.closed:
        parts.append(_line(frame, option.closed, "sans_italic", pal.soft, widest))
    said = column(parts, gap=1, align="centre")
    if letter := frame.letter(option.id):
        said = row([lettered(frame, letter, frame.em(LETTER) * 1.3 + 4), said], gap=8)
    return silent(plated(said, pal, (12, 6), lit=option.lit))


def _line(frame: Frame, text: str, face: str, ink: str, widest: float) -> Node:
    wide = min(widest, frame.measure(text, face, frame.em(15))[0] + 1)
    return words(frame, text, face, 15, ink, wide, "centre", 1.2)


def lie_on(one: Box, other: Box) -> bool:
    """Whether two boxes lie on each other, or all but touch."""
    across = one.x < other.right + 6 and other.x < one.right + 6
    return across and one.y < other.bottom + 4 and other.y < one.bottom + 4
