"""Passers-by without a meaning: strangers who go along the houses, farther back than whoever one may meet."""

from game.screens.paint import plan
from game.screens.paint.brush import Brush
from game.screens.paint.people import figure

FOOT, SIZE = 518.0, 0.88  # behind everybody, and a little smaller
ABOUT = {"dawn": 3, "noon": 6, "dusk": 4}  # how many are about on the whole Row; the hour alone decides it
PACES = (31.0, 44.0, 26.0, 38.0, 52.0, 34.0)
LOOKS: tuple[dict[str, object], ...] = (
    {"skin": 1, "hair": "bun", "hair_tone": 2, "coat": "coat", "tone": 4, "carries": "bag"},
    {"skin": 4, "hair": "short", "coat": "jacket", "tone": 7, "height": "tall"},
    {"skin": 0, "hair": "grey_short", "coat": "raincoat", "tone": 5, "build": "broad"},
    {"skin": 5, "hair": "plait", "coat": "dress", "tone": 3, "height": "small"},
    {"skin": 2, "hair": "cap", "hair_tone": 1, "coat": "overall", "tone": 1, "carries": "broom"},
    {"skin": 3, "hair": "long", "hair_tone": 0, "coat": "cardigan", "tone": 0, "build": "slight"},
)


def places(light: str, t: float) -> list[tuple[int, float, int]]:
    """Which of LOOKS walk where on the Row, and which way (1 is right). They turn where the footway ends."""
    left, right = plan.ENDS[0] + 90, plan.ENDS[1] - 90
    long = right - left
    found = []
    for k in range(ABOUT.get(light, 4)):
        gone = (k * 1370.0 + 260.0 + t * PACES[k]) % (2 * long)
        found.append((k, left + (gone if gone < long else 2 * long - gone), 1 if gone < long else -1))
    return found


def crowd(brush: Brush, cam: float, light: str, t: float, solid: float, *, rain: bool, still: bool) -> None:
    """Those in sight, `solid` 0..1. In the rain they have umbrellas; with `still` they stand."""
    for k, x, way in places(light, t):
        if solid <= 0 or not cam - 80 < x < cam + 1360:
            continue
        look = {**LOOKS[k], "carries": "brolly"} if rain else LOOKS[k]
        figure(brush, look, x, FOOT + 2 * (k % 3), way, "stand" if still else "walk", t * 0.62 + k, SIZE, solid=solid)
