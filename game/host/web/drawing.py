"""Drawings from `assets/` inside a page: small, in the colours of the world, and said in words elsewhere."""

import json
import re
from functools import lru_cache

from game.content.where import assets

LARGEST = 2600  # characters: a page stays light
SHADES = {"dark": ("ink", 0.14), "deep": ("ink", 0.3), "light": ("white", 0.24)}
TOKEN = re.compile(r"\{([a-z_0-9]+)(?:\.([a-z]+))?\}")
NAME = re.compile(r"[a-z_0-9]+/[a-z_0-9]+")
GLASS = {"plain": "plain", "lit": "lit", "dark": "dark", "out": "out"}


@lru_cache(maxsize=3)
def colours(world: str) -> dict[str, str]:
    """The colours of a world at its own hour, by name."""
    table = json.loads((assets() / "palettes.json").read_text(encoding="utf-8"))
    own = next(hour for hour in table[world].values() if "tint" not in hour)
    found: dict[str, str] = own["colours"]
    return found


def colour(world: str, name: str, shade: str = "") -> str:
    """One of them as "#RRGGBB", or a shade of it; the ink for a name that no palette has."""
    known = colours(world)
    base = known.get(name, known["ink"])
    if not shade:
        return base
    toward, part = SHADES[shade]
    pairs = zip(_rgb(base), _rgb(known[toward]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def _rgb(text: str) -> tuple[int, int, int]:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


@lru_cache(maxsize=600)
def drawing(name: str, world: str, kind: str = "thing") -> str:
    """The drawing `name`, e.g. "things/goose", for the eye alone; "" where there is none, or a heavy one."""
    path = assets() / "images" / f"{name}.svg"
    if not NAME.fullmatch(name) or not path.is_file():
        return ""
    text = re.sub(r">\s+<", "><", path.read_text(encoding="utf-8").strip())
    text = re.sub(r'(<svg[^>]*?) xmlns="[^"]*"', r"\1", text, count=1)
    text = TOKEN.sub(lambda found: colour(world, found[1], found[2] or ""), text)
    if len(text) > LARGEST or "<style" in text or "style=" in text:
        return ""
    return text.replace("<svg", f'<svg class="{kind}" aria-hidden="true" focusable="false"', 1)


def lantern(state: str) -> str:
    """The Lantern on its rock, its glass plain, lit, dark or out. The colours are the style sheet's."""
    return (
        f'<svg class="lantern {GLASS.get(state, "plain")}" viewBox="0 0 44 72" width="44" height="72" '
        'aria-hidden="true" focusable="false"><path class="glow" d="M22 15L-30 2V30zM22 15L74 2V30z"/>'
        '<path class="tower" d="M16 24h12l4 42H12zM2 72q4-10 20-10t20 10z"/>'
        '<path class="glass" d="M15 10h14v13H15z"/><path class="roof" d="M11 10L22 1l11 9zM12 22h20v3H12z"/></svg>'
    )


def signal(*, red: bool) -> str:
    """The light at the crossing."""
    return (
        f'<svg class="signal{" red" if red else ""}" viewBox="0 0 40 92" width="40" height="92" aria-hidden="true" '
        'focusable="false"><path class="post" d="M17 60h6v32h-6z"/><rect class="box" x="6" y="2" width="28" '
        'height="60" rx="6"/><circle class="stop" cx="20" cy="18" r="10"/><circle class="go" cx="20" cy="46" r="10"/>'
        "</svg>"
    )
