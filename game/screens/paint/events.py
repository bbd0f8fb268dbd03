"""Consequences as one sees them: each is drawn around the ground point (0, 0) at a progress of 0 to 1."""

import math

from game.screens import art
from game.screens.paint import doers, indoors
from game.screens.paint.brush import Brush
from game.screens.paint.doers import NOBODY, Cast, Drawer
from game.screens.paint.pace import part

__all__ = ["ACTED", "CROWDS", "EVENTS", "INSIDE", "NOBODY", "Cast", "event"]

def _shutter(*, down: bool) -> Drawer:
    def draw(b: Brush, p: float, cast: Cast) -> None:
        b.rect(-76, -124, 152, 124, "trim")
        b.stretch("props/shelf", -66, -104, 132, 100)
        b.rect(-68, -112, 136, 110, "shop_glass", 110)
        how = part(p, 0.1, 0.85)
        tall = 110 * (how if down else 1 - how)
        for k in range(int(tall // 10)):
            b.rect(-68, -112 + tall - 10 - k * 10, 136, 10, "stone" if k % 2 else "stone.dark")
        b.rect(-68, -112 + tall - 5, 136, 5, "iron")
        b.rect(-76, -132, 152, 20, "sign", radius=3)

    return draw


def _bus_leaves(b: Brush, p: float, cast: Cast) -> None:
    x = -40 + 1100 * part(p, 0.15, 1) ** 2
    for k in range(5):
        age = p - 0.12 - k * 0.08
        if 0 < age < 0.5:
            b.circle(-170 + 30 * k + 20 * age, 40 - 60 * age, 8 + 26 * age, "cloud", int(170 * (1 - age * 2)))
    b.shade_ellipse(x, 88, 160, 8)
    w, h = art.size("street/bus")
    b.put("street/bus", x - w * 0.65, 90 - h * 1.3 + 1.2 * math.sin(p * 60), 1.3)


def _lamp(*, on: bool) -> Drawer:
    def draw(b: Brush, p: float, cast: Cast) -> None:
        lit = part(p, 0.35, 0.5) if on else 1 - part(p, 0.35, 0.5)
        b.stand("street/lamp", 0, 0)
        if lit > 0:
            b.polygon([(8, -176), (20, -176), (74, 4), (-46, 4)], "beam", int(90 * lit))
            b.circle(14, -180, 30, "lamp", int(110 * lit))
        else:
            b.stand("street/lamp_off", 0, 0)

    return draw


def _coin_drops(b: Brush, p: float, cast: Cast) -> None:
    fall = min(1.0, p / 0.4)
    y = -150 * (1 - fall * fall) if p < 0.4 else -44 * abs(math.sin((p - 0.4) / 0.6 * math.pi * 2)) * (1 - p)
    wide = max(0.16, abs(math.cos(p * 16))) if p < 0.92 else 1.0
    x = 60 * p
    b.shade_ellipse(x, 0, 16, 3)
    b.stretch("props/coin", x - 20 * wide, y - 40, 40 * wide, 40)


def _paper_flies(b: Brush, p: float, cast: Cast) -> None:
    for k in range(3):
        q = max(0.0, p - 0.08 * k)
        x, y = -60 + 420 * q, -30 - 150 * q + 34 * math.sin(q * 11 + k * 2)
        b.turned("props/note", x, y, 50 * math.sin(q * 9 + k), 0.6)


def _gull_dives(b: Brush, p: float, cast: Cast) -> None:
    x = -320 + 640 * p
    y = -36 - 250 * (2 * p - 1) ** 2
    wings = "up" if int(p * 16) % 2 and not 0.1 < p < 0.55 else "down"
    b.put(f"street/gull_{wings}", x - 42, y - 24, 1.4)
    if p < 0.5:
        b.stand("props/bread", 0, 0, 0.5)
    else:
        b.stand("props/bread", x + 8, y + 30, 0.5)


def _goose_marches(b: Brush, p: float, cast: Cast) -> None:
    for k, size in enumerate((1.0, 0.5, 0.46, 0.5)):
        x = -190 + 340 * p - (0 if k == 0 else 34 + 36 * k)
        b.shade_ellipse(x, 0, 24 * size, 3)
        b.stand(f"street/goose_{int(p * 14 + k) % 2}", x, -1.5 * abs(math.sin(p * 22 + k)), size)


def _door(*, opens: bool) -> Drawer:
    def draw(b: Brush, p: float, cast: Cast) -> None:
        wide = part(p, 0.1, 0.7)
        wide = wide if opens else 1 - wide
        b.rect(-38, -128, 76, 128, "trim")
        b.rect(-30, -120, 60, 120, "shop_lit" if wide > 0.05 else "ink")
        if wide > 0.05:
            b.polygon([(-30, 0), (30, 0), (30 + 50 * wide, 26), (-30 + 10 * wide, 26)], "lamp", int(80 * wide))
        edge = 30 - 48 * wide
        b.polygon([(-30, -120), (edge, -120 + 12 * wide), (edge, 10 * wide), (-30, 0)], "door_3")
        b.polygon([(-24, -110), (edge - 6, -102 + 8 * wide), (edge - 6, -66), (-24, -66)], "door_3.light")
        b.circle(edge - 8, -52, 3.4, "brass")
        b.rect(-44, -2, 88, 6, "stone")

    return draw


def _car_splashes(b: Brush, p: float, cast: Cast) -> None:
    x = -520 + 1000 * p
    b.shade_ellipse(0, 72, 80, 7)
    for k in range(14):
        q = (p - 0.42) * 2.4
        if 0 < q < 1:
            a = math.pi * (0.2 + 0.6 * k / 13)
            b.circle(110 * q * math.cos(a), 70 - (150 * q * math.sin(a) - 110 * q * q), 6 * (1 - q * 0.5), "sea.light")
    b.stand("street/car_a", x, 84, 1.12)


def _car_stops(b: Brush, p: float, cast: Cast) -> None:
    x = -560 + 440 * (1 - (1 - min(1.0, p / 0.7)) ** 2)
    b.shade_ellipse(x, 82, 84, 7)
    b.stand("street/car_b", x, 84, 1.12)
    if p > 0.45:
        b.circle(x - 80, 44, 9, "red", 120)
        b.circle(x - 80, 44, 5, "red")


def _cat_crosses(b: Brush, p: float, cast: Cast) -> None:
    x = -180 + 360 * p
    b.shade_ellipse(x, 0, 34, 3)
    b.stand(f"street/cat_{int(p * 13) % 2}", x, 0)


def _phone_rings(b: Brush, p: float, cast: Cast) -> None:
    ringing = int(p * 8) % 2 == 0 and p < 1
    b.stand("street/phone_box", 2.5 * math.sin(p * 70) if ringing else 0, 0)
    if ringing:
        for k in range(3):
            for side in (-1, 1):
                x = side * (46 + 12 * k)
                b.line([(x, -112 - 6 * k), (x + side * 5, -100), (x, -88 + 6 * k)], "accent_2", 3.4)


def _line_dead(b: Brush, p: float, cast: Cast) -> None:
    b.stand("props/headset", 0, 0, 1.1)
    alive = 1 - part(p, 0.3, 0.5)
    wave = [(k * 3 - 50, -91 + alive * 13 * math.sin(k * 0.9 + p * 30) * math.sin(k * 0.33)) for k in range(34)]
    b.rect(-62, -117, 124, 52, "trim", radius=8)
    b.rect(-57, -112, 114, 42, "ink", radius=5)
    b.line(wave, "green" if alive > 0.05 else "red", 3)


def _steam_rises(b: Brush, p: float, cast: Cast) -> None:
    b.stand("props/cup", 0, 0, 1.1)
    for k in range(6):
        age = (p * 1.5 + k / 6) % 1
        x = -6 + 9 * (k % 3) + 7 * math.sin(age * 7 + k)
        b.circle(x, -56 - 90 * age, 5 + 11 * age, "cloud", int(170 * (1 - age)))


def _stamp_falls(b: Brush, p: float, cast: Cast) -> None:
    b.stand("props/form", 0, 0, 1.8)
    if p > 0.38:
        b.circle(6, -36, 25, "accent", line=5)
        b.rect(-13, -42, 38, 11, "accent")
    height = 150 * (1 - part(p, 0.05, 0.36)) if p < 0.5 else 130 * part(p, 0.5, 0.9)
    b.stand("props/stamp", 6 + (60 * part(p, 0.5, 0.9)), -22 - height, 1.1)


def _name_pinned(b: Brush, p: float, cast: Cast) -> None:
    b.stand("street/board", 0, 0, 1.1)
    drop = 60 * (1 - part(p, 0.05, 0.45))
    b.rect(-46, -176 - drop, 92, 96, "paper")
    for k in range(5):
        b.rect(-36, -158 - drop + k * 14, (70, 58, 66, 50, 62)[k], 4, "ink" if k != 2 else "accent")
    if p > 0.5:
        size = 9 - 3 * part(p, 0.5, 0.65)
        b.circle(0, -170, size, "accent")
        b.circle(-2, -172, size * 0.35, "white")


def _rain(b: Brush, p: float, cast: Cast) -> None:
    """Rain, and an umbrella over the player, who stands there already."""
    for k in range(int(70 * part(p, 0, 0.7))):
        x = (k * 97.3 + p * 90) % 640 - 320
        y = (k * 61.7 + p * 900) % 420 - 430
        b.line([(x, y), (x - 4, y + 16)], "sea_deep", 2)
    if p > 0.3:
        wide = 1.5 * part(p, 0.3, 0.5)
        b.stretch("props/umbrella", -28 * wide, -172, 96 * wide / 1.2, 96)


def _window_lights(b: Brush, p: float, cast: Cast) -> None:
    b.rect(-78, -176, 156, 176, "wall_2")
    b.rect(-46, -150, 92, 112, "trim")
    b.rect(-40, -144, 80, 100, "window")
    if p > 0.35:
        b.stretch(f"street/lit_{1 if p > 0.6 else 0}", -40, -144, 80, 100)
        b.polygon([(-40, -44), (40, -44), (96, 6), (-96, 6)], "lamp", int(70 * part(p, 0.35, 0.5)))
    else:
        b.rect(-2, -144, 4, 100, "trim")
        b.rect(-40, -96, 80, 4, "trim")
    b.rect(-54, -42, 108, 9, "stone.light")


EVENTS: dict[str, Drawer] = {
    "hat_raised": doers.pose("hat"), "turns_away": doers.turns_away, "waves": doers.pose("wave"),
    "walks_off": doers.walks_off,
    "sits_down": doers.sits_down, "laughs": doers.laughs, "embrace": doers.embrace, "shutter_down": _shutter(down=True),
    "shutter_up": _shutter(down=False), "bus_leaves": _bus_leaves, "lamp_on": _lamp(on=True),
    "lamp_off": _lamp(on=False), "coin_drops": _coin_drops, "paper_flies": _paper_flies, "gull_dives": _gull_dives,
    "goose_marches": _goose_marches, "door_closes": _door(opens=False), "door_opens": _door(opens=True),
    "car_splashes": _car_splashes, "car_stops": _car_stops, "crowd_gathers": doers.crowd(gathers=True),
    "crowd_parts": doers.crowd(gathers=False), "cat_crosses": _cat_crosses, "phone_rings": _phone_rings,
    "line_dead": _line_dead, "steam_rises": _steam_rises, "stamp_falls": _stamp_falls, "name_pinned": _name_pinned,
    "rain_starts": _rain, "window_lights": _window_lights,
}


INSIDE: dict[str, Drawer] = {
    "phone_rings": lambda b, p, _cast: indoors.telephone(b, p),
    "lamp_on": lambda b, p, _cast: indoors.lamp(b, p, on=True),
    "lamp_off": lambda b, p, _cast: indoors.lamp(b, p, on=False),
    "rain_starts": lambda b, p, _cast: indoors.window(b, p, "rain"),
    "car_splashes": lambda b, p, _cast: indoors.window(b, p, "street/car_a"),
    "car_stops": lambda b, p, _cast: indoors.window(b, p, "street/car_b"),
    "bus_leaves": lambda b, p, _cast: indoors.window(b, p, "street/bus"),
}


ACTED = frozenset({  # whom it is about is seen doing it, and nowhere else
    "hat_raised", "turns_away", "waves", "walks_off", "sits_down", "laughs", "embrace",
})
CROWDS = frozenset({"crowd_gathers", "crowd_parts"})


def event(brush: Brush, seen: str, progress: float, cast: Cast, *, inside: bool = False) -> None:
    """Draw a consequence around (0, 0). Unknown names draw nothing."""
    drawer = INSIDE.get(seen, EVENTS.get(seen)) if inside else EVENTS.get(seen)
    if drawer:
        drawer(brush, progress, cast)
