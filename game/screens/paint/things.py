"""What a scene tells of and nothing else shows: a goose, a glove on a railing, a heap of sheets with legs."""

import math
from collections.abc import Sequence

from game.screens import art
from game.screens.paint import plan
from game.screens.paint.brush import Brush

ASIDE = 70.0  # how far a thing stands from whoever it belongs to
FOOT = plan.FEET - 8.0  # where it stands on the pavement: behind one who walks by
OVER = frozenset({"sheets", "umbrellas"})  # lies on top of whoever lies there
INSTEAD = {  # is itself what one of the choices is walked up to: that choice needs no prop of its own
    "shoes_crate": "crate", "fallen_porter": "person", "booth": "doorway", "held_door": "doorway",
    "last_train": "doorway", "list_glass": "doorway", "ban_notice": "crate", "pencil_list": "crate",
    "oak_frame": "crate", "hire_cart": "crate", "kilo": "crate",
    "piano": "crate", "pear": "crate",
}
CARRIED = {"dome_held": "dome", "gangway": "dome"}  # what one has in both hands while the moment lasts
IN_HAND = frozenset({"dome_held"})  # lies nowhere: it is carried
FEET = {  # at the edge of the quay, on the road, at the railing, in a wall
    "gangway": 526.0, "fish_oil": 606.0, "glove": 516.0, "tulips": 512.0, "slots": 506.0,
}
FIXED = {"gangway": 1985.0}  # has a place of its own on the Row, where whoever it belongs to stands as well
BERTH = 1950.0  # the middle of the boat that the gangway leads to
WATERLINE = 506.0
CROSSING = {"goose": -90.0, "fish_oil": 36.0, "tulips": -86.0}  # how far from the middle of the stripes
FLOORED = {"sleeper": 596.0}  # stands on the floor of a room, where others stand on a counter or a stool
ROOM, ON_COUNTER, HOOK = 1.6, 432.0, 340.0  # indoors: how much larger, and the y it stands or hangs at
HUNG = frozenset({"key", "card"})  # on a wall, where there is one
LIVELY = {"goose": 3.4, "hen": 2.6, "gull_loaf": 2.9, "robot": 1.7}  # seconds between two movements of its own


def thing(brush: Brush, name: str, x: float, foot: float, t: float, scale: float = 1.0, *, flip: bool = False) -> None:
    """A thing with its middle at x and its foot at y. What lives moves a little, now and then."""
    if not name:
        return
    w, _ = art.size(f"things/{name}")
    if name not in HUNG and name not in FEET:
        brush.shade_ellipse(x, foot - 1, w * scale * 0.46, 3.6 * scale)
    brush.stand(f"things/{_turn(name, t)}", x, foot, scale, flip=flip)


def _turn(name: str, t: float) -> str:
    """Its second drawing for a moment of every turn; the first where it has no life, or where nothing moves."""
    if name not in LIVELY or t == 0:
        return name
    part = t / LIVELY[name]
    return f"{name}_b" if part % 1 > 0.62 and math.floor(part) % 3 != 1 else name


def at_crossing(name: str) -> float:
    """Where on the Row a thing of the crossing is: out of the way of one who waits there."""
    return plan.CROSSING_X + CROSSING.get(name, -116.0)


def beside(name: str, x: float, facing: int, *, lies: bool = False) -> tuple[str, float, bool]:
    """A thing of somebody at x who faces that way: at their back, or on them, or round them. Name, middle, mirrored."""
    if name in FIXED:
        return name, FIXED[name], False
    if lies and name in OVER:
        return name, x - (14.0 if name == "sheets" else -2.0) * facing, facing < 0
    if lies and name in INSTEAD:
        return name, x, False
    aside = max(ASIDE, art.size(f"things/{name}")[0] / 2 + 20.0)
    return name, x - (aside + (28.0 if lies else 0.0)) * facing, False


def moored(brush: Brush, given: Sequence[tuple[str, float, bool]], t: float) -> None:
    """The ferry that a gangway leads to, on the water behind the railing."""
    if any(name == "gangway" for name, _, _ in given):
        brush.stand("street/ferry", BERTH, WATERLINE + 1.6 * math.sin(t * 0.9), flip=True)


def top(name: str) -> float:
    """The y of the upper edge of a thing that stands on the pavement."""
    return FEET.get(name, FOOT) - art.size(f"things/{name}")[1]


def on_street(brush: Brush, given: Sequence[tuple[str, float, bool]], t: float, *, over: bool) -> None:
    """Things on the street: those behind the people, or those that lie `over` somebody."""
    for name, x, flip in given:
        if (name in OVER) == over:
            thing(brush, name, x, FEET.get(name, FOOT), t, flip=flip)


def in_room(brush: Brush, name: str, x: float, t: float, *, counter: bool) -> None:
    """A thing indoors, where people are larger: on the counter, on a wall, or on a stool of its own."""
    top, scale = ON_COUNTER, ROOM
    if name in HUNG and not counter:
        brush.stand(f"things/{name}", x + 26.0, HOOK, scale)
        return
    if counter:
        thing(brush, name, x, top, t, scale)
        return
    if name in FLOORED:
        thing(brush, name, x, FLOORED[name], t, 2.2)
        return
    wide = max(64.0, art.size(f"things/{name}")[0] * scale * 0.6)
    for side in (-1, 1):
        brush.polygon([(x + side * wide * 0.4 - 5, top), (x + side * wide * 0.4 + 5, top),
                       (x + side * wide * 0.52 + 4, 600), (x + side * wide * 0.52 - 4, 600)], "wood.dark")
    thing(brush, name, x, top + 2, t, scale)
    brush.rect(x - wide / 2 - 10, top, wide + 20, 10, "wood", radius=4)
