"""Arms and legs of the people on the street, as SVG, in the 80 x 130 frame in which a body is drawn."""

import math

from game.screens.paint import stride

Point = tuple[float, float]
AHEAD: dict[str, tuple[Point, Point]] = {  # what is held in the far hand, away from the body: elbow and hand
    "stick": ((59.0, 67.0), (68.0, 78.0)),
    "salver": ((57.0, 69.0), (68.0, 62.0)),
    "paddle": ((59.0, 68.0), (68.0, 72.0)),
    "brolly": ((58.0, 68.0), (58.0, 66.0)),
    "flags": ((59.0, 68.0), (67.0, 72.0)),
}


def limb(points: list[Point], colour: str, width: float) -> str:
    """A round-ended stroke through the points."""
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def hand(at: Point) -> str:
    """A hand."""
    return f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="4.2" fill="{{skin}}"/>'


def shoe(at: Point) -> str:
    """A shoe at the end of a leg."""
    return f'<path d="M{at[0] - 5:.1f} {at[1] + 5:.1f}v-7h6l7 4v3z" fill="{{shoe}}"/>'


def legs(pose: str, turn: float) -> tuple[str, str]:
    """The far and the near leg; `turn` is where in its cycle a walk is, 0..1."""
    if pose == "sit":
        legs = [[(37.0, 92.0), (58.0, 93.0), (59.0, 119.0)], [(36.0, 94.0), (55.0, 95.0), (54.0, 119.0)]]
    elif pose in stride.MOVES:
        legs = list(stride.legs(pose, turn))
    else:
        legs = [[(45.0, 92.0), (45.0, 119.0)], [(35.0, 92.0), (35.0, 119.0)]]
    drawn = [limb(leg, "{trousers}", 8.4) + shoe(leg[-1]) for leg in legs]
    return drawn[0], drawn[1]


def arms(pose: str, turn: float, *, near_holds: bool, ahead: str = "") -> tuple[list[Point], list[Point]]:
    """Shoulder, elbow and hand of the far and the near arm.

    A hand that holds something keeps still: the near one at the side, the far one ahead, in AHEAD, as `ahead` says.
    """
    swing = math.sin(turn * math.tau)
    far: list[Point] = [(49, 54), (53, 70), (53, 84)]
    near: list[Point] = [(31, 54), (27, 70), (29, 85)]
    if pose == "walk":
        far = [(48, 54), (50 + 6 * swing, 70), (52 + 14 * swing, 82)]
        near = [(32, 54), (30 - 5 * swing, 70), (33 - 13 * swing, 83)]
    elif pose in ("run", *stride.SKIDS):
        far, near = stride.arms(turn if pose == "run" else 0.3)
    elif pose == "talk":
        near = [(31, 54), (32, 72), (50 + 3 * swing, 66 - 5 * swing)]
        far = [(49, 54), (56, 68), (62 + 2 * swing, 58 + 3 * swing)]
    elif pose == "sit":
        far, near = [(48, 55), (54, 72), (57, 86)], [(32, 55), (35, 74), (48, 87)]
    elif pose == "wave":
        far = [(49, 54), (64, 48), (69 + 7 * swing, 29)]
    elif pose in ("carry", "bear", "hug"):
        far, near = [(49, 56), (56, 72), (64, 74)], [(31, 56), (36, 74), (54, 76)]
    elif pose == "point":
        far = [(49, 55), (62, 54), (77, 51)]
    if near_holds and pose in ("stand", "walk", "run", "talk", "wave", "point"):
        near = [(31, 54), (28, 69), (30, 83)]
    if ahead and pose == "wave":  # with the hand that is free
        near = [(31, 54), (17, 46), (13 - 7 * swing, 27)]
    if ahead and pose in ("stand", "walk", "run", "talk", "wave"):
        step = 4 * swing if pose in ("walk", "run") else 0.0
        elbow, (x, y) = AHEAD[ahead]
        far = [(49.0, 54.0), elbow, (x + step, y)]
    return far, near
