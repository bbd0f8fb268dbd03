"""A life on the street between two Views: the walker, what stands ahead, the traffic, the clock. Nothing is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.model.view import Passer, View
from game.screens.around import GROUND
from game.screens.paint import plan
from game.screens.traffic import Traffic
from game.screens.walk import Ahead, Walker

LEAD = 70.0  # the camera looks a little ahead
PAN = 3.2  # how fast it comes after


@dataclass
class Outing:
    """Lives as long as the screens of a play do. `looks` are people by id, as the painter takes them."""

    walker: Walker
    looks: Mapping[str, object] = field(default_factory=dict)
    ahead: Ahead = field(default_factory=Ahead)
    traffic: Traffic = field(default_factory=lambda: Traffic(float(plan.ROW_WIDTH), float(plan.CROSSING_X)))
    time: float = 0.0
    cam: float = -1.0
    at: str = ""
    day: int = 0
    folk: tuple[Passer, ...] = ()  # who was on the Row when it was last walked: they do not vanish for a moment

    @classmethod
    def begin(cls, view: View, looks: Mapping[str, object]) -> "Outing":
        """Start at the door where the play stands."""
        outing = cls(Walker(GROUND, 0.0), looks)
        outing.know(view)
        outing.traffic.cars.clear()
        return outing

    def know(self, view: View) -> None:
        """A new View: a new day or another door moves the feet; nothing else does."""
        if view.at != self.at or view.day != self.day:
            self.walker.arrive(view.at)
            self.at, self.day = view.at, view.day
            self.cam = self.wanted()
        if view.phase == "street":
            self.folk = view.people
        else:
            self.walker.stop()

    def wanted(self) -> float:
        """Where the camera wants to stand."""
        lead = LEAD * self.walker.facing
        return min(max(0.0, self.walker.x - 640 + lead), plan.ROW_WIDTH - 1280.0)

    def tick(self, seconds: float, view: View) -> float:
        """Let time pass; return how far the feet went."""
        self.time += seconds
        self.traffic.tick(seconds, walker=self.walker.x, stops=view.cars_stop and not self.walker.lane)
        went = self.walker.tick(seconds)
        share = min(1.0, PAN * seconds)
        self.cam += (self.wanted() - self.cam) * share
        return went

    def look(self, who: str) -> object:
        """How somebody looks; a stranger by a rule of their own, so that they look the same tomorrow."""
        if who in self.looks:
            return self.looks[who]
        number = sum(map(ord, who))
        return {"skin": number % 6, "hair_tone": number % 5, "tone": number % 8}

    def due_x(self, view: View) -> float | None:
        """Where what waits is drawn: in the street, never in the lane."""
        return self.ahead.x if view.due and not self.walker.lane else None


def due_at(view: View) -> float | None:
    """The place of its own that what waits has: a red light is where the light is."""
    return float(plan.CROSSING_X) if view.due_mode == "wait" else None


def due_key(view: View) -> str:
    """A name for what waits, the same as long as it is the same."""
    return f"{view.day}.{view.matched_done}.{view.due_who}.{view.due_mode}" if view.due else ""
