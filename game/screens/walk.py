"""Walking, without drawing: where the player is on the Row or in the lane, and what is within reach.

Lengths are logical pixels of the street, time is in seconds. Nothing here knows a surface or a key.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

REACH = 46.0  # how near is near enough to use a thing
MEET = 78.0  # how near is near enough to meet somebody: an arm's length and a little
HEARING = 190.0  # how near is near enough to be spoken to
AHEAD = 1400.0  # how far off a moment without a place of its own stands when a walk begins: some four seconds
FAR = 900.0  # further than this nothing is on the screen, so that a thing may be set down anew
SLOW, FAST = 240.0, 380.0  # a pace at the first step, and after a second of walking
HURRY, HURRIED = 580.0, 3.5  # a pace for long ways, and the seconds after which it is reached
GAIN, BRAKE = 2600.0, 3200.0  # how fast a pace is gained, and lost, a second: a tenth of a second to the first step
CREEP = 40.0  # the pace at which one comes to stand exactly where one was sent
PERIOD = 7.0  # seconds for one sweep of a lens, there and back
SWEEP = 150.0  # how far the middle of a cone swings to either side
CONE = 95.0  # half the width of a cone on the pavement


@dataclass(frozen=True)
class Ground:
    """The street as a walker knows it. `doors` maps place ids to x."""

    doors: Mapping[str, float]
    mouths: tuple[float, ...]
    left: float
    right: float
    lenses: tuple[float, ...] = ()
    zebra: float = 0.0


@dataclass
class Walker:
    """The player's feet. Kept between Views; the rules only ever hear which door was reached, and by which way."""

    ground: Ground
    x: float
    lane: bool = False
    facing: int = 1
    by_lane: bool = False
    walked: float = 0.0
    goal: float | None = None
    heading: int = 0
    speed: float = 0.0  # now, to the right
    _since: float = field(default=0.0, repr=False)

    @property
    def moving(self) -> bool:
        """Whether the feet move now, or will in a moment."""
        return self.heading != 0 or self.goal is not None or self.speed != 0

    @property
    def skids(self) -> str:
        """Whether one goes on although one would not: "brake" before one stands, "turn" before one goes back."""
        if self.speed * self.facing < 0:
            return "turn"
        return "brake" if self.speed and not self.heading and self.goal is None else ""

    def hold(self, direction: int) -> None:
        """Walk to the left (-1), to the right (1) or come to stand (0). Keys forget where one was sent."""
        if direction:
            self.goal = None
        if direction != self.heading:
            self._since = 0.0
        self.heading = direction

    def send(self, x: float) -> None:
        """Walk to `x` and stand there."""
        goal = self._within(x)
        if self.goal is None or (goal > self.x) != (self.goal > self.x):
            self._since = 0.0
        self.heading, self.goal = 0, goal

    def stop(self) -> None:
        """Stand still, at once."""
        self.heading = 0
        self.goal = None
        self.speed = 0.0

    def tick(self, seconds: float) -> float:
        """Let time pass; return how far the feet went (with its sign)."""
        direction = self.heading
        if self.goal is not None:
            direction = 0 if abs(self.goal - self.x) < 0.5 else (1 if self.goal > self.x else -1)
            if direction == 0:
                self.x, self.goal, self.speed = self.goal, None, 0.0
        if direction:
            self.facing = direction
            self._since += seconds
        self._gain(direction * self._pace(), seconds)
        step = self.speed * seconds
        if self.goal is not None and step * direction >= abs(self.goal - self.x):
            step, self.goal, self.speed = self.goal - self.x, None, 0.0
        there = self._within(self.x + step)
        went = there - self.x
        if there != self.x + step:
            self.speed = 0.0  # a wall
        self.x = there
        self.walked += abs(went)
        return went

    def _pace(self) -> float:
        """How fast one would like to go: faster, the longer one walks, and slowly up to where one was sent."""
        pace = SLOW + (FAST - SLOW) * min(1.0, self._since)
        pace += (HURRY - FAST) * min(1.0, max(0.0, self._since - 1.0) / (HURRIED - 1.0))
        if self.goal is not None:
            pace = min(pace, max(CREEP, math.sqrt(2 * BRAKE * abs(self.goal - self.x))))
        return pace

    def _gain(self, wish: float, seconds: float) -> None:
        """Come nearer to a speed. One who turns round, or stands, brakes first: nobody weighs nothing."""
        slower = wish * self.speed <= 0 or abs(wish) < abs(self.speed)
        most = (BRAKE if slower and self.speed else GAIN) * seconds
        self.speed += min(most, max(-most, wish - self.speed))

    def door(self, reach: float = REACH) -> str:
        """Return the id of the nearest door within reach, or an empty string. The lane has no doors."""
        if self.lane or not self.ground.doors:
            return ""
        place = min(self.ground.doors, key=lambda one: abs(self.ground.doors[one] - self.x))
        return place if abs(self.ground.doors[place] - self.x) <= reach else ""

    def mouth(self, reach: float = REACH) -> float | None:
        """Return the x of an alley mouth within reach, or None."""
        near = [x for x in self.ground.mouths if abs(x - self.x) <= reach]
        return min(near, key=lambda x: abs(x - self.x)) if near else None

    def into_lane(self) -> bool:
        """Step through the mouth one stands at; return whether there was one."""
        return self._through(lane=True)

    def out_of_lane(self) -> bool:
        """Come back to the Row; return whether there was a mouth to come through."""
        return self._through(lane=False)

    def arrive(self, place: str) -> None:
        """Stand at the door of `place`, on the Row, with a fresh way ahead. An unknown place changes nothing."""
        if place in self.ground.doors:
            self.x = self.ground.doors[place]
        self.lane = False
        self.by_lane = False
        self.stop()

    @property
    def way(self) -> str:
        """How one has come: "row" or "lane"."""
        return "lane" if self.by_lane else "row"

    def _through(self, *, lane: bool) -> bool:
        mouth = self.mouth()
        if mouth is None or self.lane == lane:
            return False
        self.x = mouth
        self.lane = lane
        self.by_lane = True
        self.stop()
        return True

    def _within(self, x: float) -> float:
        if self.lane and self.ground.mouths:
            return min(max(x, min(self.ground.mouths) - 60), max(self.ground.mouths) + 60)
        return min(max(x, self.ground.left), self.ground.right)


@dataclass
class Ahead:
    """What is due stands somewhere on the Row: where it belongs, or somewhere ahead. It never stands in the lane."""

    key: str = ""
    x: float | None = None
    armed: bool = True  # not while one has stood where it is from the first: then it waits for a key, or for a return

    def follow(self, key: str, walker: Walker, direction: int, fixed: float | None = None) -> None:
        """Keep the moment `key` in the walker's way. Empty `key`: nothing is due. `fixed`: it has a place of its own.

        Without one it is set down `AHEAD` off in the walker's direction (behind, where the street ends sooner), and
        again only where it is too far away to be seen to move: no way leads past it.
        """
        if key != self.key:
            self.key, self.x, self.armed = key, None, True
        if not key or walker.lane:
            return
        if fixed is not None:
            if self.x != fixed:
                self.x, self.armed = fixed, False
            self.armed = self.armed or abs(fixed - walker.x) > 2 * MEET
            return
        gone = self.x is not None and abs(self.x - walker.x) > FAR and (self.x - walker.x) * direction < 0
        if self.x is None or gone:
            direction = direction or walker.facing
            off = AHEAD if self.x is None else FAR
            ahead = walker.x + direction * off
            if not walker.ground.left <= ahead <= walker.ground.right:
                if gone:
                    return
                ahead = walker.x - direction * off
            self.x = min(max(ahead, walker.ground.left), walker.ground.right)

    def surface(self, walker: Walker) -> None:
        """Whoever comes out of the lane comes out where the moment is."""
        if self.key and not walker.lane:
            self.x = walker.x

    def met(self, walker: Walker, before: float) -> bool:
        """Return whether the step from `before` to where the walker is now reached it."""
        if not self.key or self.x is None or walker.lane or not self.armed:
            return False
        low, high = sorted((before, walker.x))
        return low - MEET <= self.x <= high + MEET

    def at_hand(self, walker: Walker) -> bool:
        """Return whether it is here and waits for a key."""
        return bool(self.key) and not self.armed and not walker.lane and abs((self.x or 0.0) - walker.x) <= MEET


def swing(seconds: float) -> float:
    """Return where in its sweep every lens is at that time, -1 (left) to 1. They turn together and can be timed."""
    return math.sin(2 * math.pi * seconds / PERIOD)


def cone(lens: float, seconds: float) -> tuple[float, float]:
    """Return where on the pavement the cone of the lens at x `lens` lies (left, right) at that time."""
    middle = lens + SWEEP * swing(seconds)
    return middle - CONE, middle + CONE


def under_lens(ground: Ground, x: float, seconds: float) -> bool:
    """Return whether somebody at `x` stands in any cone at that time."""
    return any(low <= x <= high for low, high in (cone(lens, seconds) for lens in ground.lenses))
