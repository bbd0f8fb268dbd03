"""Consequences in which somebody does something: each is drawn around the ground point (0, 0), 0 to 1."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from game.screens.paint import people
from game.screens.paint.brush import Brush
from game.screens.paint.pace import part

SOMEBODY = {"skin": 4, "hair": "hat", "hair_tone": 5, "coat": "coat", "tone": 1, "height": "middle", "carries": ""}
OTHERS: tuple[dict[str, object], ...] = (
    {"skin": 1, "hair": "bun", "hair_tone": 2, "coat": "cardigan", "tone": 4},
    {"skin": 3, "hair": "curly", "coat": "jacket", "tone": 3},
    {"skin": 0, "hair": "grey_short", "coat": "raincoat", "tone": 3, "height": "tall"},
    {"skin": 5, "hair": "plait", "coat": "dress", "tone": 2},
    {"skin": 2, "hair": "cap", "hair_tone": 1, "coat": "overall", "tone": 7},
)
SEAT = 66.0  # how far off the bench is on which somebody sits down


@dataclass(frozen=True)
class Cast:
    """Who is in a consequence: who does it, which way is away from whoever looks on, and where a crowd has room."""

    look: object = None
    way: int = 1  # -1 for the left
    partner: object = None  # whom they embrace
    apart: float = 120.0  # how far off that one stands at first
    places: tuple[float, ...] = ()  # of a crowd, from left to right ...
    far: tuple[float, ...] = ()  # ... and where they come from, or go to

    @property
    def actor(self) -> object:
        """Whoever does it, or somebody."""
        return SOMEBODY if self.look is None else self.look


NOBODY = Cast()
Drawer = Callable[[Brush, float, Cast], None]


def pose(pose: str) -> Drawer:
    """Somebody takes a pose for a while."""
    def draw(b: Brush, p: float, cast: Cast) -> None:
        acting = 0.05 < p < 0.95
        people.figure(b, cast.actor, 0, 0, -cast.way, pose if acting else "stand", p * 1.6, 1.0)

    return draw


def turns_away(b: Brush, p: float, cast: Cast) -> None:
    """Somebody turns their back and goes a few steps."""
    facing, pose = -cast.way if p < 0.4 else cast.way, "walk" if 0.5 < p < 1 else "stand"
    people.figure(b, cast.actor, 70 * cast.way * part(p, 0.5, 1), 0, facing, pose, p * 1.5, 1.0)


def walks_off(b: Brush, p: float, cast: Cast) -> None:
    """Somebody walks off, out of sight where the picture ends sooner."""
    x = 260 * cast.way * part(p, 0, 1)
    people.figure(b, cast.actor, x, 0, cast.way, "walk" if p < 1 else "stand", p * 1.8, 1.0)


def sits_down(b: Brush, p: float, cast: Cast) -> None:
    """Somebody goes to a bench and sits down on it."""
    bench = SEAT * cast.way
    b.shade_ellipse(bench, 0, 56, 4)
    b.stand("street/bench", bench, 0)
    if p < 0.45:
        people.figure(b, cast.actor, (bench - 4 * cast.way) * part(p, 0, 0.45), 4, cast.way, "walk", p * 2, 1.0)
    else:
        people.figure(b, cast.actor, bench - 4 * cast.way, 2, -cast.way, "sit", p, 1.0)


def laughs(b: Brush, p: float, cast: Cast) -> None:
    """Somebody laughs."""
    hop = 4 * abs(math.sin(p * 14)) * (p < 0.95)
    people.figure(b, cast.actor, 0, -hop, -cast.way, "talk", p * 3, 1.0)
    for k in range(3):
        x, y = 28 + 7 * k, -104 + 9 * k
        if int(p * 9 + k) % 3:
            b.line([(x, y), (x + 10, y - 6 + 5 * k)], "accent_2", 3)


def embrace(b: Brush, p: float, cast: Cast) -> None:
    """Two go up to each other: whom it is about and the partner, or two strangers."""
    one, other = (OTHERS[1], OTHERS[0]) if cast.partner is None else (cast.actor, cast.partner)
    near = cast.apart / 2 - (cast.apart / 2 - 14) * part(p, 0, 0.5)
    pose = "walk" if p < 0.5 else "hug"
    people.figure(b, other, -near * cast.way, 0, cast.way, pose, p * 2, 1.0)
    people.figure(b, one, near * cast.way, 0, -cast.way, pose, p * 2, 1.0)


def crowd(*, gathers: bool) -> Drawer:
    """People come from both sides, or go, each to a place where they hide nobody."""
    def draw(b: Brush, p: float, cast: Cast) -> None:
        q = part(p, 0, 0.9)
        places = cast.places or tuple((k - 2) * 44.0 for k in range(len(OTHERS)))
        far = cast.far or tuple(x + (-300 if x < 0 else 300) for x in places)
        for k, (one, place, far_off) in enumerate(zip(OTHERS, places, far, strict=False)):
            x = far_off + (place - far_off) * (q if gathers else 1 - q)
            moving = 0.02 < p < 0.9
            heading = 1 if (place > far_off) == gathers else -1
            facing = heading if moving else (1 if place < 0 else -1)
            people.figure(b, one, x, (k % 2) * 6, facing, "walk" if moving else "stand", p * 2 + k * 0.2, 1.0)

    return draw
