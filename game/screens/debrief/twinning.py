"""What the debrief's screen needs to let two lives run side by side. It moves a cursor and picks a file; no more."""

from game.debrief.course import Course
from game.debrief.twins import Beside, Has
from game.screens.debrief.lanes import measures, stop_at
from game.screens.debrief.running import Running
from game.screens.debrief.twin import Pairing
from game.screens.debrief.twin_stage import COURSE
from game.screens.kit.answers import Answer, Input, Pointer
from game.screens.kit.frame import Frame
from game.screens.kit.node import Press

DAYS_IN = 0.9  # seconds for a day, in a play of few days
WHOLE = 9.0  # seconds for all of them, in a play of many
ACTS = 50  # of a twin that is being lived, between two pictures
STEPS = {"left": -1, "right": 1}
DAYS = {"pageup": -1, "pagedown": 1}


class Twinning(Running):
    """The cursor over the two lives. Subclasses have `page`, `opened` and `toggle`."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: frozenset[str] = frozenset()
        self.has: Has | None = None  # None: the file that differs most
        self.pos = 0.0  # in days
        self.running = False
        self.asked = False  # whether anybody has moved it; until then it runs on by itself to where the lives part
        self._still = False
        self._drags = False

    def _toggle(self, key: str) -> Press:
        raise NotImplementedError

    @property
    def file(self) -> Has:
        """The parts of the file that is looked at."""
        twins = self.page.twins
        assert twins is not None
        return twins.first if self.has is None else self.has

    @property
    def one(self) -> Beside | None:
        """The twin that is looked at; None where there is none, or while it is being lived."""
        twins = self.page.twins
        return twins.beside(self.file) if twins is not None and twins.ready(self.file) else None

    @property
    def course(self) -> Course | None:
        """The course of the two lives, if they are laid side by side."""
        one = self.one
        return one.course if one is not None and one.run.liveable and one.course.stops else None

    @property
    def runs_now(self) -> bool:
        """Whether the two lives are under way."""
        return self.course is not None and (self.running or (not self.asked and not self._still))

    @property
    def lives_now(self) -> bool:
        """Whether a twin is being lived just now."""
        return self.page.twins is not None and not self.page.twins.ready(self.file)

    def here(self) -> float:
        """Where the cursor is, in days. Where movement is reduced it begins where the lives part."""
        course = self.course
        if course is not None and not self.asked and self._still:
            return course.stops[course.first].at
        return self.pos

    def settle_down(self) -> None:
        """A page was turned to, or another file taken: from the start."""
        self.pos, self.running, self.asked, self._drags = 0.0, False, False, False

    def laid_by(self) -> tuple[object, ...]:
        """What the page of the twin is laid out by; all else on it is filled in for every drawing."""
        course, twins = self.course, self.page.twins
        if twins is None:
            return ()
        if self.one is None:
            return self.file, twins.far(self.file)
        stop = course.stops[stop_at(course, self.here())] if course else None
        parting = None if stop is None or course is None or stop.parting is None else course.marks[stop.parting][1]
        return self.file, parting, bool(stop and parting and stop.n == parting.n)

    def pairing(self) -> Pairing:
        """The two lives, for the page."""
        course, twins = self.course, self.page.twins
        assert twins is not None
        stop = stop_at(course, self.here()) if course else 0
        return Pairing(self.file, stop, self.here, self._still, self.runs_now, lambda: twins.far(self.file),
                       self._choose, self._run, self._go, self._meet, self._toggle, self.opened)  # fmt: skip

    def tick(self, seconds: float) -> Answer | None:
        """Live on with a twin that was asked for; let the two lives run, up to where they part."""
        twins = self.page.twins
        if twins is not None and not twins.ready(self.file):
            self.dirty = True
            if twins.live(self.file, ACTS):
                self.settle_down()
        elif (course := self.course) is not None and self.runs_now:
            self._advance(course, seconds)
        return super().tick(seconds)

    def _advance(self, course: Course, seconds: float) -> None:
        before = stop_at(course, self.pos) if self.pos >= course.stops[0].at else -1  # the first may be a parting
        self.pos += seconds / min(DAYS_IN, WHOLE / max(1, course.days))
        ahead = course.after(before)
        end = len(course.stops) - 1 if ahead is None else ahead
        if self.pos >= course.stops[end].at:
            self._stop_at(course, end)
        self.dirty = True

    def _stop_at(self, course: Course, stop: int) -> None:
        """Put the cursor on a stop, and let it rest there."""
        stop = max(0, min(stop, len(course.stops) - 1))
        self.pos, self.running, self.asked, self.dirty = course.stops[stop].at, False, True, True
        self.scrolls["side"] = 0.0  # there it stands what the cursor is at, and by which rule

    def _choose(self, has: Has) -> Press:
        def press() -> Answer | None:
            if has != self.file:
                self.has, self.dirty = has, True
                self.settle_down()
            return None

        return press

    def _run(self) -> Answer | None:
        """Run on, or stop; from the end, begin again."""
        course = self.course
        if course is None:
            return None
        now, under_way = self.here(), self.runs_now
        self.pos = 0.0 if stop_at(course, now) == len(course.stops) - 1 and not under_way else now
        self.running, self.asked, self.dirty = not under_way, True, True
        return None

    def _go(self, stop: int) -> Press:
        def press() -> Answer | None:
            if (course := self.course) is not None:
                self._stop_at(course, stop)
            return None

        return press

    def _meet(self, number: int) -> Press:
        """Go to a parting, and open a moment of it."""

        def press() -> Answer | None:
            one, course = self.one, self.course
            if one is None or course is None:
                return None
            self._stop_at(course, course.marks[number][0])
            opens = one.parted[number].opens
            answer = self._see((opens,)) if opens else None
            return answer() if callable(answer) else None

        return press

    def runs(self, name: str, frame: Frame) -> bool:
        """Let a key move the cursor, if it stands on the course: by a moment, by a day, to either end."""
        course = self.course
        if course is None or self.focus != COURSE or name not in (*STEPS, *DAYS, "home", "end"):
            return super().runs(name, frame)
        at = stop_at(course, self.here())
        if name in STEPS:
            at += STEPS[name]
        elif name in DAYS:
            at = course.day(at, DAYS[name])
        else:
            at = 0 if name == "home" else len(course.stops) - 1
        self._stop_at(course, at)
        return True

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """The mouse: a press on the course puts the cursor there, and it can be drawn along."""
        course = self.course
        if not isinstance(event, Pointer) or course is None or event.kind == "wheel":
            return super().on(event, frame)
        if event.kind == "up":
            self._drags = False
            return super().on(event, frame)
        root = self.tree(frame)
        node = root.find(COURSE)
        under = root.at(event.x, event.y)
        if event.kind == "down" and under is not None and under.key == COURSE:
            self._drags, self.focus = True, COURSE
        if not self._drags or node is None:
            return super().on(event, frame)
        rule = measures(frame, course, node.box.w)
        at = (event.x - node.box.x - rule.who) / rule.unit
        self._stop_at(course, min(range(len(course.stops)), key=lambda i: abs(course.stops[i].at - at)))
        return None
