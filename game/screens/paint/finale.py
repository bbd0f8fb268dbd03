"""The last picture: the end of the quay, the Lantern with the sun behind it, and somebody on a bench with a suitcase.

A page lies in the middle of the screen, so what is to be seen stands on both sides of it: the Lantern where the sun
is, and you where the shadows fall.
"""

import math

from game.screens import art
from game.screens.kit.canvas import Canvas
from game.screens.paint import far, light, people
from game.screens.paint.brush import Brush

HORIZON, QUAY, SEAT = 404.0, 560.0, 652.0  # where the sea begins, where the quay does, and the foot of the bench
TOWER, SIZE = 146.0, 1.04  # the middle of the Lantern, from the side where the sun is, and how large it is
BENCH, NEAR = 1136.0, 1.9  # the middle of the bench, from the same side, and how much larger people are
BOATS = (("sail", 470.0, 452.0, 0.8), ("sail", 905.0, 432.0, 0.5), ("trawler", 700.0, 500.0, 1.0))
LOW, HIGH = 300.0, 138.0  # how high the sun stands: at dawn and dusk, and at noon behind the glass itself


def last(canvas: Canvas, world: str, hour: str, lantern: str, t: float) -> None:
    """Fill the canvas. `lantern` is the state of its glass; with t = 0 nothing moves."""
    palette = art.palette(world, hour)
    brush = Brush(canvas, palette)
    right = light.AWAY.get(hour, 1) < 0  # the sun of the evening stands on the right

    def side(x: float) -> float:
        return 1280 - x if right else x

    with canvas.clip((0, 0, 1280, 720)):
        sun = side(TOWER), LOW if hour in light.AWAY else HIGH
        far.sky(brush, world, hour, t, sun)
        if hour in light.AWAY:
            brush.circle(*sun, 104, "sun", 90)
            brush.circle(*sun, 84, "sun")
        brush.stretch("far/hills", -40, HORIZON - 128, 700, 132, flip=right)
        brush.stretch("far/hills", 560, HORIZON - 150, 780, 154, flip=not right)
        _sea(brush, sun[0], t)
        _tower(brush, side(TOWER), lantern, t)
        for name, x, y, size in BOATS:
            w, h = art.size(f"far/{name}")
            brush.put(f"far/{name}", side(x) - w * size / 2, y - h * size + 2 * math.sin(t * 1.1 + x), size, flip=right)
        _quay(brush)
        _bench(brush, side(BENCH), 1 if right else -1, t)


def _sea(brush: Brush, sun: float, t: float) -> None:
    brush.rect(0, HORIZON, 1280, 70, "sea")
    brush.rect(0, HORIZON + 70, 1280, QUAY - HORIZON - 70, "sea_deep")
    for k in range(30):
        x = (k * 173 + 5 * math.sin(t * 0.7 + k)) % 1340 - 40
        y = HORIZON + 10 + (k * 41) % 140
        brush.rect(x, y, 18 + (k * 13) % 34, 2 if y < HORIZON + 70 else 3, "foam", 150)
    for k in range(17):
        wide = 40.0 + (k * 31) % 46 + 7 * k
        sway = ((k * 37) % 29 - 14) + 3 * math.sin(t * 0.9 + k)
        brush.rect(sun - wide / 2 + sway, HORIZON + 4 + k * 9, wide, 3.6, "sun", 190 - 7 * k, radius=1.8)


def _tower(brush: Brush, x: float, state: str, t: float) -> None:
    w, h = art.size("far/lantern")
    top = HORIZON + 44 - h * SIZE
    left = x - w * SIZE / 2
    glass = top + 58 * SIZE
    if state == "lit":
        for k in range(24):
            angle = k * math.tau / 24
            near, reach = 66.0, 106 - 10 * (k % 2) + 3 * math.sin(t * 1.5 + k)
            middle = glass + 30
            ends = [(x + r * math.cos(angle), middle + r * math.sin(angle)) for r in (near, reach)]
            brush.line(ends, "lamp", 2.4)
    brush.put("far/lantern", left, top, SIZE)
    kind = state if state in ("plain", "lit", "dark", "out") else "plain"
    brush.put(f"far/glass_{kind}", left + 80 * SIZE, glass, SIZE)


def _quay(brush: Brush) -> None:
    brush.rect(0, QUAY, 1280, 160, "pavement")
    brush.rect(0, QUAY, 1280, 16, "stone.light")
    brush.rect(0, QUAY + 16, 1280, 6, "stone.dark")
    for x in range(-20, 1300, 150):
        brush.line([(x, QUAY + 22), (x - 46, 720)], "pavement.dark", 1.6)
    for y in (QUAY + 62, QUAY + 118):
        brush.rect(0, y, 1280, 1.6, "pavement.dark")
    light.rooted(brush, "street/bollard", 640, QUAY + 30)


def _bench(brush: Brush, x: float, facing: int, t: float) -> None:
    w, h = art.size("street/bench")
    wide, tall = round(w * NEAR * brush.scale), round(h * NEAR * brush.scale)
    bench = art.image("street/bench", brush.palette, wide, tall)
    brush.shade_ellipse(x, SEAT, w * NEAR * 0.5, 9)
    light.throw(brush, bench, x - w * NEAR / 2, SEAT)
    brush.stand("street/bench", x, SEAT, NEAR)
    people.figure(brush, "you", x + 20 * facing, SEAT - 4, facing, "sit", t, NEAR)
    gull = x - 74 * facing
    brush.stand("street/gull_stand", gull, SEAT - 30 * NEAR + 2, 1.25, flip=facing < 0)
    case = x + 128 * facing
    brush.shade_ellipse(case, SEAT + 14, 46, 7)
    cw, ch = 74.0, 56.0
    brush.rect(case - cw / 2, SEAT + 14 - ch, cw, ch, "crust", radius=6)
    brush.rect(case + cw / 2 - 22, SEAT + 14 - ch, 22, ch, "crust.dark", radius=6)
    for strap in (-20, 12):
        brush.rect(case + strap, SEAT + 14 - ch, 7, ch, "wood")
    brush.line([(case - 13, SEAT + 14 - ch), (case - 10, SEAT + 2 - ch), (case + 10, SEAT + 2 - ch),
                (case + 13, SEAT + 14 - ch)], "wood.dark", 4)
