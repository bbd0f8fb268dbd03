"""What moves on the Row: lit windows, gulls, washing, smoke, the flag, lens and dome, signal, cars."""

import math
from collections.abc import Iterable

from game.screens import art
from game.screens.paint import plan
from game.screens.paint.brush import Brush
from game.screens.paint.row import chance, house_top, lit_at, lives, windows

PIVOT_Y = 384  # where a lens hangs on its arm
SWEEP, CONE = 150.0, 95.0  # a cone's swing and half its width, as the walker knows them
ROPES = ((402, 482, 268, 4), (668, 784, 262, 5), (2606, 2702, 300, 5), (3206, 3234, 316, 2))
CLOTHS = ("wash", "accent", "wall_8.light", "accent_2", "wash", "cloth_1", "wall_7.light")


def lights(brush: Brush, cam: float, light: str, t: float) -> None:
    """Windows whose light comes and goes, each in its own time."""
    for name, x in plan.HOUSES:
        if x + 380 < cam or x > cam + 1290:
            continue
        for index, wx, wy, ww, wh in windows(name, x):
            if lives(name, index) and cam - 40 < wx < cam + 1290:
                period = 9 + 16 * chance("period", name, index)
                kind = lit_at(name, index, light, int(t / period + 7 * chance("off", name, index)))
                if kind >= 0:
                    brush.stretch(f"street/lit_{kind if wh > ww else 0}", wx, wy, ww, wh)


def gulls(brush: Brush, t: float) -> None:
    """Five gulls over the roofs, in screen coordinates."""
    for k in range(5):
        pace = 22 + 9 * (k % 3)
        x = (k * 313 + t * pace) % 1500 - 110
        y = 96 + (k * 47) % 110 + 12 * math.sin(t * 0.8 + k * 2)
        # Two beats a second: four pictures each at the idle rate, so that no beat is lost between them.
        flap = "up" if (t * 2 + k * 0.37) % 1 < 0.5 and (t + k) % 5 < 2.6 else "down"
        brush.put(f"street/gull_{flap}", x, y, 0.62 + 0.1 * (k % 3), flip=False)


def washing(brush: Brush, cam: float, t: float) -> None:
    """Lines between the houses; what hangs on them sways."""
    for left, right, y, count in ROPES:
        if right < cam or left > cam + 1280:
            continue
        step = (right - left) / count
        sag = [(left + (right - left) * k / 8, y + 9 * math.sin(math.pi * k / 8)) for k in range(9)]
        brush.line(sag, "ink", 1.2)
        for k in range(count):
            x = left + step * (k + 0.5)
            hang = y + 9 * math.sin(math.pi * (x - left) / (right - left))
            w, h = min(17.0, step * 0.72), 20 + 5 * (k % 2)
            sway = 3.4 * math.sin(t * 1.5 + x * 0.05)
            ends = [(x - w / 2, hang), (x + w / 2, hang), (x + w / 2 + sway, hang + h), (x - w / 2 + sway, hang + h)]
            token = CLOTHS[(k + left) % len(CLOTHS)]
            brush.polygon(ends, token)


def smoke(brush: Brush, cam: float, t: float) -> None:
    """From the baker's chimney, the laundry's pipe and one at No. 7."""
    for x, y in ((230, 166), (3044, 178), (514, 146)):
        if cam - 60 < x < cam + 1300:
            for k in range(4):
                age = (t * 0.22 + k / 4) % 1
                at = x + 26 * age + 4 * math.sin(t + k)
                brush.circle(at, y - 62 * age, 4 + 11 * age, "cloud", int(120 * (1 - age)))


def flag(brush: Brush, cam: float, t: float) -> None:
    """On the ferry office."""
    x, y = 842.0, house_top("ferry_office") + 4
    if cam - 60 < x < cam + 1290:
        wave = [2.6 * math.sin(t * 3 + k * 0.9) * k / 4 for k in range(5)]
        upper = [(x + 10 * k, y + wave[k]) for k in range(5)]
        lower = [(x + 10 * k, y + 24 + wave[k]) for k in range(4, -1, -1)]
        brush.polygon(upper + lower, "door_3")
        band = [(x + 10 * k, y + 9 + wave[k]) for k in range(5)]
        brush.polygon(band + [(px, py + 6) for px, py in reversed(band)], "white")


def lens(brush: Brush, x: float, y: float, angle: float, scale: float = 1.0) -> None:
    """A lens on its arm at (x, y), its eye on the pavement `angle` (-1..1) of a sweep away."""
    dx, dy = SWEEP * angle, plan.FEET - PIVOT_Y
    if dx <= 0:
        brush.turned("street/lens", x, y, math.degrees(math.atan2(dy, -dx)), scale)
    else:
        brush.turned("street/lens_right", x, y, -math.degrees(math.atan2(dy, dx)), scale)


def watch(brush: Brush, cam: float, kind: str, cone: float | None, t: float) -> None:
    """What the regime has hung on the lamp posts, and the cone it throws on the pavement."""
    if kind not in ("plain", "dark", "away"):
        return
    for x in plan.LENSES:
        if not cam - 260 < x < cam + 1540:
            continue
        brush.rect(x - 4, PIVOT_Y - 16, 30, 4, "iron", radius=2)
        if kind == "plain":
            angle = cone if cone is not None else math.sin(t * math.tau / 7)
            if cone is not None:
                middle = x + SWEEP * cone
                ground = [(middle + CONE, 562), (middle - CONE, 562)]
                brush.polygon([(x - 5, PIVOT_Y + 8), (x + 5, PIVOT_Y + 8), *ground], "accent", 46)
                brush.rect(middle - CONE, 556, 2 * CONE, 6, "accent", 70)
            brush.rect(x - 3, PIVOT_Y - 16, 6, 12, "iron")
            lens(brush, x, PIVOT_Y + 4, angle)
        elif kind == "dark":
            brush.put("street/dome", x - 20, PIVOT_Y - 14)
        else:
            brush.put("street/bracket", x - 29, PIVOT_Y - 14)


def ringing(brush: Brush, x: float, t: float) -> None:
    """Sound from a telephone box: two rings, and a pause."""
    beat = t % 2.6
    loud = beat < 1.5 and not 0.66 < beat < 0.84
    for k in range(3):
        reach = 16 + 11 * k + (2.5 * math.sin(t * 30) if loud and t else 0)
        for side in (-1, 1):
            bend = (-0.9, -0.45, 0.0, 0.45, 0.9)
            arc = [(x + side * (20 + reach * math.cos(a)), 414 + reach * math.sin(a)) for a in bend]
            if loud:
                brush.line(arc, "accent", 4 - 0.6 * k)


def glow(brush: Brush, x: float, y: float, facing: int, t: float) -> None:
    """The light of a phone on whoever holds it."""
    at = x - 9 * (1 if facing >= 0 else -1)
    brush.circle(at, y - 44, 24 + 1.5 * math.sin(t * 1.6 + x), "phone", 40)
    brush.circle(at, y - 44, 14, "phone", 60)


def signal(brush: Brush, colour: str, left: float) -> None:
    """The walkers' light: red shows one who stands, green one who walks; the seconds that are left below."""
    x, y = plan.SIGNAL_X - 18, 354
    if colour == "red":
        brush.put("street/signal_red", x + 5, y + 6)
    else:
        brush.put("street/signal_green", x + 5, y + 36)
    if left > 0:
        brush.rect(x + 2, y + 72, 32, 18, "iron", radius=4)
        brush.text(x + 18, y + 70, str(math.ceil(left)), "mono_semibold", 14, "lamp", "centre")


def crossing(brush: Brush, cam: float) -> None:
    """The stripes, where they are in sight."""
    if not cam - 200 < plan.CROSSING_X < cam + 1480:
        return
    for k in range(6):
        x = plan.CROSSING_X - 114 + k * 44
        brush.polygon([(x + 20, 580), (x + 46, 580), (x + 27, 652), (x, 652)], "road_line")


def road_line(brush: Brush, cam: float) -> None:
    """Dashes along the middle of the road, none across the stripes."""
    for x in range(int(cam // 120) * 120, int(cam) + 1400, 120):
        if not plan.CROSSING_X - 190 < x < plan.CROSSING_X + 150:
            brush.rect(x, 684, 62, 5, "road_line", 120)


def cars(brush: Brush, given: Iterable[tuple[float, str, bool]], light: str, t: float) -> None:
    """Cars by their middle; a kind that ends in "_left" drives to the left."""
    for x, kind, stopped in given:
        left = kind.endswith("_left")
        name = kind.removesuffix("_left")
        drawing = f"street/{name if name in ('car_a', 'car_b', 'van', 'bus') else 'car_a'}"
        w, h = art.size(drawing)
        base = 640.0 if name != "bus" else 684.0
        size = 1.12 if name != "bus" else 1.3
        shake = 0 if stopped else 0.7 * math.sin(t * 24)
        brush.shade_ellipse(x, base - 2, w * size * 0.5, 7)
        if light == "dusk":
            way = -1 if left else 1
            nose = x + way * w * size * 0.48
            for reach, spread in ((64, 12), (110, 20), (156, 28)):
                ends = [(nose + way * reach, base - 20 - spread), (nose + way * reach, base - 16 + spread)]
                brush.polygon([(nose, base - 28), *ends, (nose, base - 20)], "beam", 22)
        brush.put(drawing, x - w * size / 2, base - h * size + shake, size, flip=left)
