"""Drawings and their colours: SVG files filled in from a palette, rasterised at the size they are shown.

A drawing names its colours as tokens, e.g. fill="{wall_1}", and shades of them as "{wall_1.dark}". One set of
drawings thus serves three worlds (print, phone, daylight) at three hours (dawn, noon, dusk).
"""

import io
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pygame

from game.screens.kit.store import STORE, kept

Colour = tuple[int, int, int]
SHADES = {"dark": ("ink", 0.14), "deep": ("ink", 0.3), "light": ("white", 0.24)}
TOKEN = re.compile(r"\{([a-z_0-9]+)(?:\.([a-z]+))?\}")
PLAIN_BOX = (255, 0, 255)


def folder() -> Path:
    """The folder `assets/`: beside the package in a clone, inside it when installed."""
    here = Path(__file__).resolve()
    for place in (here.parents[2] / "assets", here.parents[1] / "assets"):
        if place.is_dir():
            return place
    return here.parents[2] / "assets"


def rgb(text: str) -> Colour:
    """`#RRGGBB` as three integers. ValueError for anything else."""
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", text):
        raise ValueError(f"not a colour: {text!r}")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def mix(a: Colour, b: Colour, part: float) -> Colour:
    """`a` with `part` (0..1) of `b` in it."""
    return (
        round(a[0] + (b[0] - a[0]) * part),
        round(a[1] + (b[1] - a[1]) * part),
        round(a[2] + (b[2] - a[2]) * part),
    )


class Palette:
    """The colours of one world at one hour. `palette["wall_1"]`, `palette["wall_1.dark"]`."""

    def __init__(self, name: str, colours: Mapping[str, Colour]) -> None:
        self.name = name
        self._colours = dict(colours)

    def __getitem__(self, token: str) -> Colour:
        base, _, shade = token.partition(".")
        colour = self._colours.get(base, PLAIN_BOX)
        if shade:
            toward, part = SHADES.get(shade, ("ink", 0.0))
            colour = mix(colour, self._colours.get(toward, colour), part)
        return colour

    def __contains__(self, token: str) -> bool:
        base, _, shade = token.partition(".")
        return base in self._colours and (not shade or shade in SHADES)

    def names(self) -> tuple[str, ...]:
        """All colour names, without their shades."""
        return tuple(self._colours)


def _read(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


OUTSIDE = (
    "sky_top", "sky_mid", "sky_low", "sun", "cloud", "hill_far", "hill_near", "sea", "sea_deep", "foam", "rock",
    "tower", "tower_roof",
)
UNLIT = ("ink", "white", "lamp", "iron", "sign", "sign_text", "shadow")  # what a lamp does not turn yellow
LAMPLIT = "lamplit"  # the hour in a room when it is dusk outside
GLOW = (0.13, 0.1)  # how much of the lamp is in everything it lights, and how much of the evening


def _lamplit(world: str) -> Palette:
    """A room in the evening: what is seen through its windows is dusk, and its own lamps are on.

    Under the app dusk is the palette that everything is made for; there nothing has to be lit.
    """
    noon, dusk = palette(world, "noon"), palette(world, "dusk")
    if world == "phone":
        return Palette(f"{world}.{LAMPLIT}", {name: dusk[name] for name in dusk.names()})
    colours = {}
    for name in noon.names():
        lit = mix(mix(noon[name], dusk[name], GLOW[1]), noon["lamp"], GLOW[0])
        bodily = name.startswith(("skin", "hair", "cloth", "you")) or name in UNLIT
        colours[name] = dusk[name] if name in OUTSIDE else noon[name] if bodily else lit
    return Palette(f"{world}.{LAMPLIT}", colours)


@lru_cache(maxsize=16)
def palette(world: str, light: str) -> Palette:
    """The palette of `world` (print, phone, daylight) at `light` (dawn, noon, dusk, and lamplit for a room at dusk).

    An hour may tint the world's own colours and replace some of them. Unknown names give the daylight noon;
    a missing file gives a palette in which everything is magenta.
    """
    if light == LAMPLIT:
        return _lamplit(world)
    table = _read(folder() / "palettes.json")
    keep = table.get("keep", [])
    hours = table.get(world) or table.get("daylight")
    if not isinstance(hours, dict) or not isinstance(keep, list):
        return Palette(f"{world}.{light}", {})
    own: dict[str, Any] = next((h for h in hours.values() if "tint" not in h), {})
    hour = hours.get(light) or own
    colours = {name: rgb(text) for name, text in own.get("colours", {}).items()}
    if "tint" in hour:
        tint, part = rgb(hour["tint"][0]), float(hour["tint"][1])
        for name, colour in colours.items():
            if name not in keep:
                bodily = name.startswith(("skin", "hair", "cloth", "you"))
                colours[name] = mix(colour, tint, part * (0.45 if bodily else 1))
        colours.update({name: rgb(text) for name, text in hour.get("colours", {}).items()})
    return Palette(f"{world}.{light}", colours)


@lru_cache(maxsize=400)
def source(name: str) -> str:
    """The drawing's file as text, `name` without ending, e.g. "houses/bakery"; "" where there is none."""
    try:
        return (folder() / "images" / f"{name}.svg").read_text(encoding="utf-8")
    except OSError:
        return ""


@lru_cache(maxsize=400)
def size(name: str) -> tuple[float, float]:
    """Width and height of a drawing in logical pixels, from its viewBox; 64 x 64 for a missing one."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', source(name))
    return (float(found[1]), float(found[2])) if found else (64.0, 64.0)


@lru_cache(maxsize=400)
def data(name: str, key: str) -> tuple[tuple[float, ...], ...]:
    """What a drawing says of itself: `data-windows="x,y,w,h x,y,w,h"` as numbers; empty where it says nothing."""
    found = re.search(rf'data-{key}="([^"]*)"', source(name))
    return tuple(tuple(float(n) for n in part.split(",")) for part in found[1].split()) if found else ()


@lru_cache(maxsize=400)
def inner(name: str) -> str:
    """A drawing without its outer tag, to be put into another one."""
    text = source(name)
    start, end = text.find(">", text.find("<svg")) + 1, text.rfind("</svg>")
    return text[start:end] if 0 < start <= end else ""


def fill(text: str, colours: Palette, extra: Mapping[str, Colour] | None = None) -> str:
    """`text` with every colour token replaced; `extra` adds or replaces colours for this drawing alone."""
    own = Palette(colours.name, {**colours._colours, **extra}) if extra else colours

    def one(found: re.Match[str]) -> str:
        r, g, b = own[found[0][1:-1]]
        return f"#{r:02x}{g:02x}{b:02x}"

    return TOKEN.sub(one, text)


def raster(text: str, width: int, height: int) -> pygame.Surface:
    """Filled SVG text as a surface of exactly this size. pygame.error if it cannot be read."""
    width, height = max(1, width), max(1, height)
    text = re.sub(r'(<svg[^>]*?) width="[^"]*" height="[^"]*"', rf'\1 width="{width}" height="{height}"', text, count=1)
    text = text.replace("<svg", '<svg preserveAspectRatio="none"', 1)
    found = pygame.image.load_sized_svg(io.BytesIO(text.encode()), (width, height))
    if found.get_size() != (width, height):
        sheet = pygame.Surface((width, height), pygame.SRCALPHA)
        sheet.blit(found, (0, 0))
        found = sheet
    return found.convert_alpha() if pygame.display.get_surface() else found


def _missing(name: str, width: int, height: int) -> pygame.Surface:
    sheet = pygame.Surface((max(1, width), max(1, height)), pygame.SRCALPHA)
    sheet.fill((200, 196, 188))
    pygame.draw.rect(sheet, (60, 60, 60), sheet.get_rect(), max(1, width // 60))
    if pygame.font.get_init() and width > 30:
        sheet.blit(pygame.font.Font(None, max(12, min(22, width // 5))).render(name, True, (40, 40, 40)), (4, 4))
    return sheet


@kept
def _make(name: str, world: str, width: int, height: int, extra: tuple[tuple[str, Colour], ...]) -> pygame.Surface:
    text = source(name)
    if text:
        try:
            return raster(fill(text, palette(*world.split(".")), dict(extra)), width, height)
        except pygame.error:
            pass
    return _missing(name, width, height)


def image(
    name: str, colours: Palette, width: int, height: int = 0, extra: tuple[tuple[str, Colour], ...] = ()
) -> pygame.Surface:
    """The drawing `name` in these colours, `width` x `height` real pixels; height 0 keeps its proportion. Cached.

    A missing or broken file gives a plain box with its name.
    """
    if not height:
        w, h = size(name)
        height = round(width * h / w)
    return _make(name, colours.name, int(width), int(height), extra)


def forget() -> None:
    """Let go of every rasterised drawing, as after a change of the window's size."""
    STORE.empty()
