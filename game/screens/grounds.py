"""What lies behind a thing that asks: the kitchen of No. 7 in the evening, the foot of the Lantern, a curtain.

Nothing of the rules is to be seen in any of them, whatever rules there are: the answers are compared.
"""

from game.screens import art, keepsakes
from game.screens.kit.canvas import HEIGHT, WIDTH, Canvas
from game.screens.paint.brush import Brush

TABLE = keepsakes.TABLE
NEARER = 1.15  # how much larger the kitchen is than when one walks about in it
LEFT, TOP = -96.0, 42.0  # where its picture begins, so that its floor begins behind the table
FAR = 150  # of 255: how far the wall's colour lies over it
COURSE = 60.0  # the height of a row of stones


def kitchen(canvas: Canvas, world: str) -> None:
    """The kitchen, a step out of focus, and its table."""
    brush = Brush(canvas, art.palette(world, art.LAMPLIT))
    canvas.rect((0, 0, WIDTH, TOP), brush.ink("wall_1"))
    pane = (("pane", brush.palette["stone"]),)
    brush.stretch("rooms/kitchen", LEFT, TOP, WIDTH * NEARER, HEIGHT * NEARER, extra=pane)
    canvas.rect((0, 0, WIDTH, TABLE), brush.ink("wall_1.light", FAR))
    for step in range(5):
        canvas.circle((640, 40), 560 - step * 95, "#FFE9B00E")
    table(canvas)


def table(canvas: Canvas) -> None:
    """The table top along the foot of the screen."""
    canvas.rect((0, TABLE, WIDTH, HEIGHT - TABLE), keepsakes.WOOD)
    canvas.rect((0, TABLE, WIDTH, 10), keepsakes.WOOD_LIGHT)
    for y in (640, 682):
        canvas.rect((0, y, WIDTH, 2), "#6F4A2D66")


def tower(canvas: Canvas, world: str) -> None:
    """The foot of the Lantern: whitewashed stone in courses, and the step before its door."""
    shade = art.palette(world, art.LAMPLIT)
    stone, lamp = art.mix(shade["stone"], shade["white"], 0.5), shade["lamp"]
    joint, damp = art.mix(stone, shade["ink"], 0.16), art.mix(stone, shade["ink"], 0.07)
    canvas.rect((0, 0, WIDTH, TABLE), stone)
    for row in range(int(TABLE / COURSE)):
        y = row * COURSE
        canvas.rect((0, y, WIDTH, 2), joint)
        for column in range(-1, 9):
            x = column * 160 + (row % 2) * 80
            canvas.rect((x, y, 2, COURSE), joint)
            if (row * 7 + column * 5) % 6 == 0:
                canvas.rect((x + 3, y + 3, 156, COURSE - 4), damp)
    for step in range(4):
        canvas.circle((640, 60), 620 - step * 120, (*lamp, 12))
    slab = art.mix(shade["stone"], shade["ink"], 0.35)
    canvas.rect((0, TABLE, WIDTH, HEIGHT - TABLE), slab)
    canvas.rect((0, TABLE, WIDTH, 12), art.mix(slab, shade["white"], 0.25))
    for x in (210, 560, 930):
        canvas.rect((x, TABLE + 12, 3, HEIGHT - TABLE), art.mix(slab, shade["ink"], 0.3))


def curtain(canvas: Canvas, _world: str) -> None:
    """A curtain drawn right round, down to the table, on its rail: nobody sees which slot."""
    canvas.rect((0, 0, WIDTH, TABLE), "#8C2F2A")
    for fold in range(20):
        x = fold * 66 - 10
        canvas.gradient((x, 0, 34, TABLE), "#97352F", "#A63A33")
        canvas.rect((x + 34, 0, 7, TABLE), "#7A2824")
        canvas.rect((x + 8, 0, 5, TABLE), "#FFFFFF0E")
        canvas.circle((x + 20, 15), 7, "#C9A24A", line=3)
    canvas.gradient((0, TABLE - 70, WIDTH, 70), "#3A100E00", "#3A100E66")
    for step in range(4):  # the lamp on this side of it
        canvas.circle((640, 40), 520 - step * 110, "#FFD08A0C")
    canvas.rect((0, 0, WIDTH, 12), "#6E5232")
    canvas.rect((0, 12, WIDTH, 5), "#4F3A22")
    table(canvas)
