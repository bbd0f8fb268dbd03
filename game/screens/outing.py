"""A life on the street between two Views: the walker, what stands ahead, the traffic, the clock. Nothing is drawn."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.model.view import Passer, View
from game.screens.around import GROUND, place_of, standing
from game.screens.moods import Moods, wearing
from game.screens.paint import plan
from game.screens.traffic import Traffic
from game.screens.walk import HEARING, Ahead, Walker

PACE_OF_READING = 0.34  # seconds a word, for one who walks meanwhile
LEAD = 70.0  # the camera looks a little ahead
BEYOND = 330.0  # how much is seen of what closes the lane
FORESEES = 0.25  # ... and, of one who walks, so many seconds further
PAN = 5.0  # how fast it comes after, as a spring that does not swing (Lowe, Game Programming Gems 4, 2004, ch. 1.10)


@dataclass
class Outing:
    """Lives as long as the screens of a play do. `looks` are people by id, as the painter takes them."""

    walker: Walker
    looks: Mapping[str, object] = field(default_factory=dict)
    ahead: Ahead = field(default_factory=Ahead)
    traffic: Traffic = field(default_factory=lambda: Traffic(float(plan.ROW_WIDTH), float(plan.CROSSING_X)))
    time: float = 0.0
    cam: float = -1.0
    pan: float = 0.0  # how fast the camera moves
    at: str = ""
    day: int = 0
    folk: tuple[Passer, ...] = ()  # who was on the Row when it was last walked: they do not vanish for a moment
    strode: bool = False  # the feet came to the moment by themselves, and have not stopped yet
    speaker: str = ""  # who was spoken to last, and how much longer the words stay
    words_left: float = 0.0
    heard: set[tuple[int, str]] = field(default_factory=set)  # lines that need not be said again to one who walks by
    moment: str = ""
    moods: Moods = field(default_factory=Moods)  # who looks how today

    @classmethod
    def begin(cls, view: View, looks: Mapping[str, object]) -> "Outing":
        """Start at the door where the play stands."""
        outing = cls(Walker(GROUND, 0.0), looks)
        outing.know(view)
        outing.traffic.cars.clear()
        return outing

    def know(self, view: View) -> None:
        """A new View: a new day or another door moves the feet; nothing else does."""
        self.moods = self.moods.after(view)
        if view.at != self.at or view.day != self.day:
            self.walker.arrive(view.at)
            self.at, self.day = view.at, view.day
            self.snap()
        if view.phase == "street":
            self.folk, self.moment, self.strode = view.people, "", False
        else:
            self.walker.stop()
            self.pan = 0.0
        if view.phase == "moment" and view.moment is not None and view.moment.moment != self.moment:
            self.moment = view.moment.moment
            at = place_of(view.moment.where, view.moment.who, view.moment.mode)
            if not self.strode and at is not None:
                self.walker.x = at
                self.cam = self.wanted()

    @property
    def speaking(self) -> str:
        """Whose words are to be seen now, or an empty string."""
        return self.speaker if self.words_left else ""

    def sees(self, places: Iterable[float]) -> bool:
        """Whether anything at these places is in sight, or all but."""
        return any(-260 < x - self.cam < 1540 for x in places)

    def wanted(self) -> float:
        """Where the camera wants to stand."""
        lead = LEAD * self.walker.facing + FORESEES * self.walker.speed
        low, high = 0.0, plan.ROW_WIDTH - 1280.0
        if self.walker.lane:  # no further than the walls that close it
            low, high = plan.LANE_ENDS[0] - BEYOND, plan.LANE_ENDS[1] + BEYOND - 1280.0
        return min(max(low, self.walker.x - 640 + lead), high)

    def snap(self) -> None:
        """Let the camera be where it wants to be."""
        self.cam, self.pan = self.wanted(), 0.0

    def tick(self, seconds: float, view: View) -> float:
        """Let time pass; return how far the feet went."""
        self.time += seconds
        self.traffic.tick(seconds, walker=self.walker.x, stops=view.cars_stop and not self.walker.lane)
        went = self.walker.tick(seconds)
        self._listen(seconds, view)
        off, left = self.cam - self.wanted(), math.exp(-PAN * seconds)
        gone = (self.pan + PAN * off) * seconds
        self.cam, self.pan = self.wanted() + (off + gone) * left, (self.pan - PAN * gone) * left
        return went

    def _listen(self, seconds: float, view: View) -> None:
        """Whoever is near speaks; the words stay as long as it takes to read them, also to one who walks on."""
        self.words_left = max(0.0, self.words_left - seconds)
        if self.walker.lane:
            self.words_left = 0.0
            return
        lines = {one.who: one.line for one in view.people if one.line}
        around = [(abs(x - self.walker.x), who) for who, x in standing(view.people, view.due_who) if who in lines]
        off, who = min(around, default=(HEARING, ""))
        said = (view.day, lines.get(who, ""))
        if off >= HEARING or (self.walker.moving and said in self.heard and who != self.speaker):
            return
        if who != self.speaker or self.words_left == 0:
            self.heard.add(said)
        self.speaker = who
        self.words_left = max(self.words_left, 1.0 + PACE_OF_READING * len(lines[who].split()))

    def look(self, who: str) -> object:
        """How somebody looks now; a stranger by a rule of their own, so that they look the same tomorrow."""
        number = sum(map(ord, who))
        stranger = {"skin": number % 6, "hair_tone": number % 5, "tone": number % 8}
        return wearing(self.looks.get(who, stranger), self.moods.of(who))

    def due_x(self, view: View) -> float | None:
        """Where what waits is drawn: in the street, never in the lane."""
        return self.ahead.x if view.due and not self.walker.lane else None


def due_at(view: View) -> float | None:
    """The place of its own that what waits has: a red light is where the light is."""
    return place_of(view.due_where, view.due_who, view.due_mode)


def due_key(view: View) -> str:
    """A name for what waits, the same as long as it is the same."""
    if not view.due:
        return ""
    return f"{view.day}.{view.matched_done}.{view.due_who}.{view.due_mode}.{view.due_where}"
