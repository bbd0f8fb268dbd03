"""Rain, fog and wind over the street, and what rain leaves on the ground: laid over whatever the hour has lit."""

import math
from collections.abc import Sequence

import pygame

from game.screens import art
from game.screens.kit.canvas import Canvas
from game.screens.kit.store import kept
from game.screens.paint import plan
from game.screens.paint.brush import Brush, swift
from game.screens.paint.row import chance

TILE = 320.0  # rain repeats after this, each way
DROPS = ((26, 15.0, 90), (15, 27.0, 150))  # of the far and the near rain: how many to a tile, how long, how dense
FALL = ((0.9, 7.0), (1.5, 11.0))  # tiles a second aside and down, in tenths
BANK = (  # clouds that rain comes from: left, top, size; the first four are the darker ones
    (-60.0, -30.0, 3.0), (260.0, -50.0, 3.4), (640.0, -40.0, 3.2), (940.0, -30.0, 3.2), (90.0, -6.0, 2.2),
    (500.0, -20.0, 2.0), (900.0, 4.0, 2.3),
)
SPLASHES, PUDDLES = 22, 430.0
FOG_TOP, FOG_DEEP = 250.0, 270.0


@kept
def _drops(layer: int, tone: str, scale: float) -> pygame.Surface:
    count, long, dense = DROPS[layer]
    side = round(TILE * scale)
    sheet = pygame.Surface((side, side), pygame.SRCALPHA)
    colour = art.mix(art.palette(*tone.split("."))["foam"], (255, 255, 255), 0.4)
    for k in range(count):
        x, y = chance("rain_x", layer, k) * side, chance("rain_y", layer, k) * side
        for dx in (-side, 0, side):  # a drop over the edge comes in on the other side
            for dy in (-side, 0, side):
                ends = (x + dx, y + dy), (x + dx - long * 0.26 * scale, y + dy + long * scale)
                pygame.draw.line(sheet, (*colour, dense), *ends, max(1, round((0.8 + layer * 0.7) * scale)))
    return swift(sheet)


@kept
def _fog(tone: str, scale: float) -> pygame.Surface:
    w, h = round(1280 * scale), round(FOG_DEEP * scale)
    sheet = pygame.Surface((1, h), pygame.SRCALPHA)
    colour = art.palette(*tone.split("."))["cloud"]
    for y in range(h):
        sheet.set_at((0, y), (*colour, round(168 * math.sin(math.pi * min(1.0, (y + 1) / h)) ** 1.4)))
    return pygame.transform.scale(sheet, (w, h))


def wet(brush: Brush, cam: float) -> None:
    """Puddles on the pavement and on the road, which hold some of the sky."""
    for k in range(int(cam // PUDDLES) - 1, int((cam + 1280) // PUDDLES) + 1):
        for part, y in enumerate((538.0, 606.0, 664.0)):
            x = k * PUDDLES + 380 * chance("puddle", k, part)
            rx = 34.0 + 44 * chance("broad", k, part)
            token = "sky_low" if brush.palette.name != "phone.dusk" else "sea"
            _puddle(brush, x, y, rx, token)


def _puddle(brush: Brush, x: float, y: float, rx: float, token: str) -> None:
    w, h = max(4, round(2 * rx * brush.scale)), max(3, round(13 * brush.scale))
    brush.blit(_pool(w // 4 * 4, h, brush.palette[token]), x - rx, y)


@kept
def _pool(w: int, h: int, colour: art.Colour) -> pygame.Surface:
    sheet = pygame.Surface((w, h), pygame.SRCALPHA)
    pygame.draw.ellipse(sheet, (*colour, 120), (0, h // 4, w, h - h // 4))
    pygame.draw.ellipse(sheet, (*colour, 120), (w // 4, 0, w // 2, h - h // 3))
    return sheet


@kept
def _bank(tone: str, scale: float) -> pygame.Surface:
    sheet = pygame.Surface((round(1360 * scale), round(230 * scale)), pygame.SRCALPHA)
    palette = art.palette(*tone.split("."))
    brush = Brush(Canvas(sheet, scale, (0, 0)), palette)
    for token, places in (("cloud.dark", BANK[:4]), ("cloud", BANK[4:])):
        grey = art.mix(palette[token], palette["sea_deep"], 0.45)
        for x, y, size in places:
            brush.put("far/cloud_1", x + 40, y, size, extra=(("cloud", grey),))
    return swift(sheet)


def bank(brush: Brush, kind: str, t: float) -> None:
    """The clouds that rain comes from, over sun and sky."""
    if kind == "rain":
        brush.blit(_bank(brush.palette.name, brush.scale), -40 + 12 * math.sin(t * 0.11), 0)


def rain(brush: Brush, t: float) -> None:
    """Two depths of rain, and where it hits the ground."""
    canvas = brush.canvas
    canvas.rect((0, 0, 1280, 720), brush.ink("sea_deep", 30))
    for layer, (aside, down) in enumerate(FALL):
        sheet = _drops(layer, brush.palette.name, canvas.scale)
        x0 = -(t * aside * TILE / 10) % TILE - TILE
        y0 = (t * down * TILE / 10) % TILE - TILE
        for column in range(6):
            for row in range(4):
                canvas.blit(sheet, (x0 + column * TILE, y0 + row * TILE))
    for k in range(SPLASHES):
        beat = math.floor(t * 5 + k * 0.37)
        x, y = 1280 * chance("hit_x", k, beat % 97), 512 + 200 * chance("hit_y", k, beat % 89)
        grown = (t * 5 + k * 0.37) % 1
        for way in (-1, 1):
            brush.line([(x, y), (x + way * (2 + 5 * grown), y - 4 + 3 * grown)], "foam", 1.4)


def through(brush: Brush, pane: Sequence[float], kind: str, t: float) -> None:
    """The weather as seen through a window with its left, top, width and height."""
    if kind not in ("rain", "fog"):
        return
    x, y, w, h = pane
    with brush.canvas.clip((x, y, w, h)):
        brush.rect(x, y, w, h, "sea_deep" if kind == "rain" else "cloud", 70 if kind == "rain" else 120)
        if kind == "rain":
            sheet = _drops(1, brush.palette.name, brush.scale)
            fallen = (t * 0.9 * TILE) % TILE
            for column in range(math.ceil(w / TILE)):
                for row in range(-1, math.ceil(h / TILE)):
                    brush.blit(sheet, x + column * TILE, y + row * TILE + fallen)


def fog(brush: Brush, t: float) -> None:
    """Fog from the sea, thick at the horizon, that hides feet and roofs little."""
    sheet = _fog(brush.palette.name, brush.scale)
    brush.canvas.blit(sheet, (0, FOG_TOP + 6 * math.sin(t * 0.3)))
    for k in range(4):
        x = (k * 430 + t * (9 + 3 * k)) % 1700 - 380
        brush.rect(x, 418.0 + 26 * k, 360, 15, "cloud", 74, radius=7)


def wind(brush: Brush, t: float) -> None:
    """Leaves, and a page of somebody's newsletter."""
    for k in range(9):
        x = (k * 211 + t * (150 + 17 * (k % 4))) % 1420 - 70
        y = 470 + (k * 53) % 190 + 22 * math.sin(t * 2.1 + k * 1.7)
        turn = math.sin(t * 5 + k)
        size = 12.0 if k == 4 else 7.0
        ends = [(x - size, y), (x, y - size * 0.7 * turn), (x + size, y + 2), (x, y + size * 0.7 * turn)]
        brush.polygon(ends, "paper" if k == 4 else ("leaf", "accent_2", "trunk")[k % 3])


def over(canvas: Canvas, palette: art.Palette, kind: str, t: float) -> None:
    """The weather before everything: rain, fog or wind; any other name is fine weather."""
    draw = {"rain": rain, "fog": fog, "wind": wind}.get(kind)
    if draw is not None:
        draw(Brush(canvas, palette), t)


def under(brush: Brush, kind: str, cam: float) -> None:
    """What the weather leaves on the ground, before anybody walks there."""
    if kind == "rain" and cam < plan.ROW_WIDTH:
        wet(brush, cam)
