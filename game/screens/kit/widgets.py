"""Panels, buttons and marks in the manner of each world: print, phone, daylight and the debrief's paper."""

from collections.abc import Callable

from game.language import _, pgettext
from game.screens.kit.answers import Answer
from game.screens.kit.canvas import Box, Canvas, Colour
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, space, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.palette import Palette, faint


def panel(canvas: Canvas, box: Box, pal: Palette, *, bar: bool = True) -> None:
    """The ground a sheet or a page stands on."""
    if pal.name == "phone":
        canvas.shadow(box, "#17182F38", 36, 6, soft=7)
        canvas.rect(box, pal.paper, 36)
        edge(canvas, box, pal, 36)
        return
    if pal.name == "daylight":
        canvas.rect(box, pal.paper, 10)
        edge(canvas, box, pal, 10)
        return
    canvas.shadow(box, pal.shadow, pal.radius, 6)
    canvas.rect(box, pal.paper, pal.radius)
    if bar:
        canvas.rect(Box(box.x, box.y, box.w, 5), pal.accent)
    edge(canvas, box, pal, pal.radius)


def edge(canvas: Canvas, box: Box, pal: Palette, radius: float, line: float = 3) -> None:
    """On a stark canvas, the outline of a ground: in the ink of its world, and as round or as hard as that."""
    if canvas.stark:
        canvas.rect(box, pal.ink, radius, line=line)


def card(child: Node, pal: Palette, pad: float | tuple[float, float] = 24, *, bar: bool = True) -> Node:
    """`child` on a panel of its own."""
    outer = column([child], pad=pad)

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        panel(canvas, node.box, pal, bar=bar)

    outer.draw = draw
    outer.palette = pal
    return outer


def button(
    frame: Frame,
    pal: Palette,
    label: str,
    key: str,
    answer: Press,
    *,
    kind: str = "plain",
    width: float | None = None,
    hint: str = "",
    shortcut: str = "",
    disabled: str = "",
    selected: bool = False,
    size: float = 18,
    most: float | None = None,
) -> Node:
    """A button. `kind`: "plain", "big" (filled with the accent), "small" (a grey line) or "link" (text only).

    It is as wide as its label, or `width`; with `most` a label that would make it wider than that is wrapped.
    """
    bare = kind in ("small", "link")
    ink = {"big": pal.on_accent, "small": faint(pal, frame.zoom), "link": pal.letters}.get(kind, pal.ink)
    points = 14 if kind == "small" else size
    face = "sans_semibold" if kind == "big" else "sans"
    across, down = (4.0, 4.0) if bare else (18.0, 10.0)
    if width is None and most is not None and frame.measure(label, face, frame.em(points))[0] > most - 2 * across:
        width = most
    room = None if width is None else width - 2 * across
    align = "centre" if width is not None else "left"
    if shortcut and not bare and width is None and len(shortcut) == 1 and frame.key(shortcut):
        text = row([key_cap(frame, pal, frame.key(shortcut)), words(frame, label, face, points, ink)], gap=10)
    else:
        text = words(frame, label, face, points, ink, room, align)
    parts = [text]
    if disabled:
        parts.append(words(frame, disabled, "sans_italic", 14, pal.soft, room, align))
    inner = column(parts, pad=(across, down))

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        if bare:
            if mood:
                canvas.rect(Box(node.box.x + 4, node.box.bottom - 4, node.box.w - 8, 1.5), ink)
            return
        fill: Colour = pal.accent if kind == "big" else pal.panel
        radius = min(pal.radius, node.box.h / 2) if pal.name == "phone" else pal.radius
        if pal.name in ("print", "debrief") and not disabled:
            canvas.shadow(node.box, pal.shadow, radius, 5 if mood else 3)
        canvas.rect(node.box, fill, radius)
        edge(canvas, node.box, pal, radius, line=2)
        if selected:
            canvas.rect(node.box, pal.accent, radius, line=2)
            _bar_below(canvas, node.box, pal)

    return Node(
        "button", label, key=key, hint=hint, answer=answer, shortcut=shortcut, disabled=disabled, selected=selected,
        children=[_silent(inner)], box=inner.box, draw=draw, palette=pal,
    )


def _bar_below(canvas: Canvas, box: Box, pal: Palette) -> None:
    """What is chosen, where every button has an outline."""
    if canvas.stark:
        canvas.rect(Box(box.x + 14, box.bottom - 9, box.w - 28, 4), pal.ink)


def _silent(node: Node) -> Node:
    """Drawn, but not a part of the outline: its parent speaks for it."""
    for each in node.walk():
        if each.role in ("text", "heading"):
            each.role, each.label = "group", ""
    return node


silent = _silent


def key_cap(frame: Frame, pal: Palette, name: str) -> Node:
    """A key as it looks on a keyboard."""
    text = words(frame, name, "mono_semibold", 14, pal.ink)
    wide = max(text.box.w + 10, text.box.h)
    inner = column([space(wide, 0), text], align="centre", pad=(0, 1))

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        canvas.rect(node.box.moved(0, 2), pal.soft, 4)
        canvas.rect(node.box, "#FFFFFF", 4)
        canvas.rect(node.box, pal.soft, 4, line=1)

    inner.draw = draw
    return _silent(inner)


def tick(canvas: Canvas, centre: tuple[float, float], size: float, colour: Colour) -> None:
    """A tick mark."""
    x, y = centre
    canvas.line([(x - size * 0.5, y), (x - size * 0.12, y + size * 0.38), (x + size * 0.55, y - size * 0.42)],
                colour, size * 0.22)


def arrow(canvas: Canvas, centre: tuple[float, float], size: float, way: str, colour: Colour) -> None:
    """An arrow: up, down, level, left or right."""
    x, y = centre
    half = size / 2
    ends = {
        "up": ((0.0, 1.0), (0.0, -1.0)), "down": ((0.0, -1.0), (0.0, 1.0)), "level": ((-1.0, 0.0), (1.0, 0.0)),
        "right": ((-1.0, 0.0), (1.0, 0.0)), "left": ((1.0, 0.0), (-1.0, 0.0)),
    }[way]
    (ax, ay), (bx, by) = ends
    canvas.line([(x + ax * half, y + ay * half), (x + bx * half, y + by * half)], colour, size * 0.14)
    wing = half * 0.75
    tip = (x + bx * half, y + by * half)
    for side in (-1, 1):
        back = (tip[0] - bx * wing + by * wing * side * 0.8, tip[1] - by * wing + bx * wing * side * 0.8)
        canvas.line([tip, back], colour, size * 0.14)


def read_more(frame: Frame, pal: Palette, answer: Press, label: str = "") -> Node:
    """The button that turns a page: Enter, Space or a click."""
    return button(frame, pal, label or pgettext("to the next page", "On"), "on", answer, kind="big", shortcut="enter")


Listener = Callable[[int], Answer | None]


def slider(
    frame: Frame, pal: Palette, label: str, key: str, value: int, top: int, adjust: Listener, *, width: float = 480
) -> Node:
    """A whole number from 0 to `top`, moved by the arrows."""
    head = words(frame, _("{what}: {value}").format(what=label, value=value), "sans", 18, pal.ink, width)
    track = space(width, 20)

    def draw_track(canvas: Canvas, node: Node, _mood: Mood) -> None:
        y = node.box.centre[1]
        canvas.rect(Box(node.box.x, y - 3, node.box.w, 6), pal.panel, 3)
        x = node.box.x + node.box.w * (value / top if top else 0)
        canvas.rect(Box(node.box.x, y - 3, x - node.box.x, 6), pal.accent, 3)
        canvas.circle((x, y), 9, pal.accent)

    track.draw = draw_track
    inner = _silent(column([head, track], gap=4))
    return Node("slider", label, key=key, value=str(value), adjust=adjust, children=[inner], box=inner.box, palette=pal)
