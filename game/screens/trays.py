"""A table top with five open trays: what the cards of the learning check are sorted into."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from game.debrief.cases import Tray
from game.language import _, ngettext
from game.model.check import Kind
from game.screens.keepsakes import WOOD, WOOD_DARK, WOOD_LIGHT
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, space, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.palette import DAYLIGHT
from game.screens.kit.widgets import key_cap, silent, tick

PAL = replace(DAYLIGHT, focus="#FFFFFF")
"""On wood the ring is light."""
GAP = 16.0
CARD, INK, PAPER = "#FFFBEF", DAYLIGHT.ink, "#F6EBD2"
EDGE = 24.0
DEEP = 54.0  # how much of a tray's inside is seen
SHALLOW = 26.0  # the same where the card needs the room
BESIDE = 1.6  # the text size up to which a tray's key stands beside its name; then it is the name's first word
SHOWN = 8  # cards that fit in a tray
ROOMY = 236.0  # so much wood beside the card leaves room for what else lies there


def wood(canvas: Canvas) -> None:
    """The table from above, boards from left to right."""
    canvas.rect((0, 0, WIDTH, HEIGHT), WOOD)
    for board in range(6):
        y = board * 122.0
        canvas.rect((0, y, WIDTH, 3), "#6F4A2D77")
        canvas.rect((0, y + 3, WIDTH, 2), "#B98A5E66")
        for step in range(3):
            canvas.rect((90 + (board * 317 + step * 461) % 1150, y + 34 + step * 26, 150, 1.5), "#6F4A2D44")


def odds_and_ends(canvas: Canvas) -> None:
    """A cup of tea and a pencil, where the card leaves room for them."""
    x, y = 1150.0, 290.0
    canvas.circle((x + 6, y + 8), 62, "#2B1A0C55")
    canvas.circle((x, y), 62, "#EFE8D8")
    canvas.circle((x, y), 52, "#DCD2BC", line=2)
    canvas.line([(x + 34, y - 34), (x + 56, y - 56)], "#C7D5D6", 12)
    canvas.circle((x, y), 42, "#C7D5D6")
    canvas.circle((x, y), 35, "#7A4A26")
    canvas.circle((x - 8, y - 8), 20, "#8C5A32")
    tip, end = (86.0, 352.0), (196.0, 236.0)
    for shift, ink in ((4.0, "#7E5535"), (0.0, "#D9A93F")):
        canvas.line([(tip[0] + shift, tip[1] + shift), (end[0] + shift, end[1] + shift)], ink, 11)
    canvas.line([(end[0] - 8, end[1] + 8), end], "#B8341F", 11)
    canvas.polygon([(tip[0] - 12, tip[1] + 13), (tip[0] - 4, tip[1] - 4), (tip[0] + 4, tip[1] + 4)], "#F3DEB8")


def tray_row(
    frame: Frame, trays: Sequence[Tray], lying: Mapping[Kind, int], width: float, *, here: Kind | None = None,
    glossed: bool = True, answer: Callable[[Kind], Press] | None = None, deep: float = DEEP,
) -> Node:  # fmt: skip
    """The five side by side, with so many cards in each. `here` is where the card on the table lies already.

    With `answer` they can be pressed, each by its number too; without `glossed` only their names stand on them. `deep`
    is how much of their inside is seen.
    """
    wide = (width - GAP * (len(trays) - 1)) / len(trays)
    labels = [_label(frame, at if answer else -1, tray, wide - 24, glossed=glossed) for at, tray in enumerate(trays)]
    high = deep + max(label.box.h for label in labels) + 24
    made = []
    for at, (tray, label) in enumerate(zip(trays, labels, strict=True)):
        many, lies = lying.get(tray.kind, 0), tray.kind == here
        held = ngettext("{count} in it", "{count} in it", many).format(count=many) if many else _("empty")
        label.place(12, deep + 12)
        made.append(Node(
            "button" if answer else "listitem", tray.label, key=f"tray.{tray.kind}" if answer else "",
            value=held, hint=tray.gloss, selected=lies,
            answer=answer(tray.kind) if answer else None, children=[label], box=Box(0, 0, wide, high),
            draw=_painter(many, deep, here=lies), palette=PAL, shortcut=str(at + 1) if answer else "",
        ))  # fmt: skip
    return row(made, gap=GAP, align="top")


def _label(frame: Frame, at: int, tray: Tray, room: float, *, glossed: bool) -> Node:
    beside = at >= 0 and frame.zoom <= BESIDE
    cap = [key_cap(frame, PAL, str(at + 1)), space(8, 0)] if beside else []
    left = room - sum(one.box.w for one in cap)
    label = tray.label if beside or at < 0 else f"{at + 1} · {tray.label}"
    name = words(frame, label, "sans_semibold", 16, INK, left, leading=1.22)
    parts = [row([*cap, name], align="top")]
    if glossed:
        parts.append(words(frame, tray.gloss, "sans", 14, PAL.soft, room, leading=1.28))
    return silent(column(parts, gap=6))


def _painter(many: int, deep: float, *, here: bool) -> Callable[[Canvas, Node, Mood], None]:
    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        tray_front(canvas, node.box, many, here=here, lit=bool(mood), deep=deep)
        if here:
            tick(canvas, (node.box.right - 24, node.box.y + deep - 20), 18, "#BFE3D0")

    return draw


def tray_front(canvas: Canvas, box: Box, many: int, *, here: bool, lit: bool, deep: float = DEEP) -> None:
    """A tray: dark inside with so many cards standing in it, and a paper label on its front."""
    canvas.shadow(box, "#2B1A0C77", 6, 6 if lit else 4)
    canvas.rect(box, WOOD_DARK, 6)
    inside = Box(box.x + 8, box.y + 8, box.w - 16, deep - 8)
    canvas.rect(inside, "#3A2616", 3)
    with canvas.clip(inside):
        for at in range(min(many, SHOWN)):
            x = inside.x + 10 + at * min(22.0, (inside.w - 90) / SHOWN)
            canvas.rect(Box(x, inside.y + 10 - at % 2 * 3, 66, 60), "#D9CDB0", 3)
            canvas.rect(Box(x, inside.y + 10 - at % 2 * 3, 63, 60), CARD, 3)
    front = Box(box.x, box.y + deep, box.w, box.h - deep)
    canvas.rect(front, WOOD_LIGHT, 6)
    canvas.rect(front.grown(-6), "#FFFFFF" if lit else PAPER, 3)
    if here:
        canvas.rect(front.grown(-6), "#2F6F6B", 3, line=3)


def pip(canvas: Canvas, box: Box, *, here: bool, lies: bool) -> None:
    """A small card: pale while it waits, white when sorted, with a bar below where one is."""
    canvas.rect(box.grown(-2), CARD if lies else "#D9B98F", 3)
    if lies:
        canvas.rect(Box(box.x + 6, box.bottom - 8, box.w - 12, 3), INK)
    if here:
        canvas.rect(box.grown(-2), INK, 3, line=2.5)


def burnt(frame: Frame, text: str, size: float, width: float = 0.0) -> Node:
    """Pale words on a dark strip of the wood, where no seam of the boards runs through them."""
    long = frame.measure(text, "sans", frame.em(size))[0] + 1
    room = min(long, (width or WIDTH - 2 * EDGE) - 24)
    inner = words(frame, text, "sans", size, "#FFFFFF", room, "centre", leading=1.2)
    made = column([inner], pad=(12, 2))

    def draw(canvas: Canvas, me: Node, _mood: Mood) -> None:
        canvas.rect(me.box, "#54371F", 4)

    made.draw = draw if text.strip() else None
    return made


def paper(node: Node) -> Node:
    """Put a node on a card that lies on the wood; on the card the ring is dark."""

    def draw(canvas: Canvas, me: Node, _mood: Mood) -> None:
        canvas.shadow(me.box, "#2B1A0C66", 4, 6)
        canvas.rect(me.box, CARD, 4)

    node.draw, node.palette = draw, DAYLIGHT
    return node


def drop(canvas: Canvas, goal: Box, share: float) -> None:
    """A blank card between the middle of the table and a tray."""
    eased = 1 - (1 - min(1.0, share)) ** 2
    wide, tall = 420 - 350 * eased, 170 - 110 * eased
    x = WIDTH / 2 + (goal.centre[0] - WIDTH / 2) * eased
    y = 250 + (goal.y + 30 - 250) * eased
    canvas.rect(Box(x - wide / 2, y - tall / 2, wide, tall), CARD, 4)
    canvas.rect(Box(x - wide / 2, y - tall / 2, wide, tall), "#6F4A2D66", 4, line=1)
