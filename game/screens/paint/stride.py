"""How legs go: a foot on the ground stays where it is, because it goes back under the body as fast as that goes on.

Lengths are those of the frame in which a body is drawn, which are pixels of the street for somebody of middle height.
"""

import math
from dataclasses import dataclass

Point = tuple[float, float]
HIP: Point = (40.0, 92.0)
SOLE = 119.0
THIGH, SHIN = 15.0, 15.0  # a little longer than from hip to sole: no knee is ever quite straight


@dataclass(frozen=True)
class Gait:
    """A way of going. `reach`: how far a foot goes before and behind the hip; `stays`: the share of a cycle it stands.

    `lift` is how high it is raised, `lean` the body's in degrees, `bounce` how far it rises from step to step.
    """

    reach: float
    stays: float
    lift: float
    lean: float
    bounce: float
    frames: int

    @property
    def length(self) -> float:
        """How far two steps lead: what a foot goes back while it stands, and the rest of the cycle at the same pace."""
        return 2 * self.reach / self.stays

    def foot(self, turn: float) -> Point:
        """Where a foot is, from under the hip and from the ground (up), at `turn` (0..1) of its cycle.

        It is set down ahead at 0, and is under the hip in the middle of its stand.
        """
        turn %= 1.0
        if turn < self.stays:
            return self.reach * (1 - 2 * turn / self.stays), 0.0
        back = (turn - self.stays) / (1 - self.stays)
        return -self.reach * math.cos(math.pi * back), self.lift * math.sin(math.pi * back) ** 0.8


GAITS = {
    "walk": Gait(15.0, 0.5, 7.0, 2.5, 1.6, 8),
    "run": Gait(19.0, 0.32, 13.0, 9.0, 3.4, 12),
    "bear": Gait(17.0, 0.4, 8.0, -4.0, 1.8, 12),  # with both hands full one leans back
}
SKIDS: dict[str, tuple[float, float, float]] = {  # how far the near and the far foot are set out; how the body leans
    "brake": (17.0, 3.0, -10.0),
    "turn": (15.0, -17.0, 12.0),
}
MOVES = (*GAITS, *SKIDS)
SET_DOWN = 0.25  # where in a cycle the near foot is set down ahead
JOG = 150.0  # the pace from which on one runs


def phase(gait: str, walked: float) -> float:
    """What drives the drawing of somebody who has gone so far."""
    return walked / GAITS[gait].length


def legs(gait: str, turn: float) -> tuple[list[Point], list[Point]]:
    """Hip, knee and sole of the far and the near leg; `turn` is where in its cycle the near one is."""
    if gait in SKIDS:
        near, far, _lean = SKIDS[gait]
        ahead, behind = (HIP[0] + near, SOLE), (HIP[0] + far, SOLE)
        return [HIP, _knee(behind), behind], [HIP, _knee(ahead), ahead]
    one = GAITS[gait]
    found = []
    for shift in (0.5, 0.0):
        x, up = one.foot(turn - SET_DOWN + shift)
        foot = HIP[0] + x, SOLE - up
        found.append([HIP, _knee(foot), foot])
    return found[0], found[1]


def rise(gait: str, turn: float) -> float:
    """How far the body is raised: least in the middle of a stand, most between two."""
    if gait in SKIDS:
        return -2.5  # knees bent
    one = GAITS[gait]
    return one.bounce * (1 - math.cos(2 * math.tau * (turn - SET_DOWN - one.stays / 2))) / 2


def lean(pose: str) -> float:
    """How far forward a body leans, in degrees."""
    return GAITS[pose].lean if pose in GAITS else SKIDS[pose][2] if pose in SKIDS else 0.0


def arms(turn: float) -> tuple[list[Point], list[Point]]:
    """Shoulder, elbow and hand of the far and the near arm of one who runs: bent, and each against its leg."""
    swing = math.sin(turn * math.tau)
    far: list[Point] = [(48, 54), (47 + 7 * swing, 68), (58 + 9 * swing, 70 - 6 * swing)]
    near: list[Point] = [(32, 54), (27 - 7 * swing, 68), (38 - 11 * swing, 73 + 5 * swing)]
    return far, near


def _knee(foot: Point) -> Point:
    """Where the knee is, which bends forward, if a thigh and a shin lead from the hip to there."""
    dx, dy = foot[0] - HIP[0], foot[1] - HIP[1]
    far = min(math.hypot(dx, dy), THIGH + SHIN - 0.01)
    along = (far * far + THIGH * THIGH - SHIN * SHIN) / (2 * far)
    off = math.sqrt(max(0.0, THIGH * THIGH - along * along))
    ux, uy = dx / math.hypot(dx, dy), dy / math.hypot(dx, dy)
    return HIP[0] + ux * along + uy * off, HIP[1] + uy * along - ux * off
