"""A table top with five open trays: what the cards of the learning check are sorted into."""

from game.screens.keepsakes import WOOD, WOOD_DARK, WOOD_LIGHT
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.palette import DAYLIGHT

CARD, INK, PAPER = "#FFFBEF", DAYLIGHT.ink, "#F6EBD2"
EDGE = 24.0
DEEP = 54.0  # how much of a tray's inside is seen
SHOWN = 8  # cards that fit in a tray


def wood(canvas: Canvas) -> None:
    """The table from above, boards from left to right."""
    canvas.rect((0, 0, WIDTH, HEIGHT), WOOD)
    for board in range(6):
        y = board * 122.0
        canvas.rect((0, y, WIDTH, 3), "#6F4A2D77")
        canvas.rect((0, y + 3, WIDTH, 2), "#B98A5E66")
        for step in range(3):
            canvas.rect((90 + (board * 317 + step * 461) % 1150, y + 34 + step * 26, 150, 1.5), "#6F4A2D44")


def standing() -> float:
    """How high the inside of a tray stands above its front."""
    return DEEP


def tray_front(canvas: Canvas, box: Box, many: int, *, here: bool, lit: bool) -> None:
    """A tray: dark inside with so many cards standing in it, and a paper label on its front."""
    canvas.shadow(box, "#2B1A0C77", 6, 6 if lit else 4)
    canvas.rect(box, WOOD_DARK, 6)
    inside = Box(box.x + 8, box.y + 8, box.w - 16, DEEP - 8)
    canvas.rect(inside, "#3A2616", 3)
    with canvas.clip(inside):
        for at in range(min(many, SHOWN)):
            x = inside.x + 10 + at * min(22.0, (inside.w - 90) / SHOWN)
            canvas.rect(Box(x, inside.y + 10 - at % 2 * 3, 66, 60), "#D9CDB0", 3)
            canvas.rect(Box(x, inside.y + 10 - at % 2 * 3, 63, 60), CARD, 3)
    front = Box(box.x, box.y + DEEP, box.w, box.h - DEEP)
    canvas.rect(front, WOOD_LIGHT, 6)
    canvas.rect(front.grown(-6), "#FFFFFF" if lit else PAPER, 3)
    if here:
        canvas.rect(front.grown(-6), "#2F6F6B", 3, line=3)


def pip(canvas: Canvas, box: Box, *, here: bool, lies: bool) -> None:
    """A small card: pale while it waits, white when sorted, with a bar below where one is."""
    canvas.rect(box.grown(-2), CARD if lies else "#D9B98F", 3)
    if here:
        canvas.rect(box.grown(-2), INK, 3, line=2.5)


def drop(canvas: Canvas, goal: Box, share: float) -> None:
    """A blank card between the middle of the table and a tray."""
    eased = 1 - (1 - min(1.0, share)) ** 2
    wide, tall = 420 - 350 * eased, 170 - 110 * eased
    x = WIDTH / 2 + (goal.centre[0] - WIDTH / 2) * eased
    y = 250 + (goal.y + 30 - 250) * eased
    canvas.rect(Box(x - wide / 2, y - tall / 2, wide, tall), CARD, 4)
    canvas.rect(Box(x - wide / 2, y - tall / 2, wide, tall), "#6F4A2D66", 4, line=1)
