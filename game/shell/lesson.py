"""The plan of a lesson over a play: stops, findings one at a time, and on to the next part whenever one likes."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from game.screens.hints import ORDER as HINTS
from game.screens.kit.answers import Answer, Order
from game.screens.offer import Offer
from game.screens.project.ribbon import Ribbon
from game.screens.saved import PROJECTOR, Settings
from game.shell.desk import Desk

if TYPE_CHECKING:
    from game.journal import Session
    from game.screens.project.course import Course

ROOM: dict[str, Any] = {**PROJECTOR, "untimed": True, "sure": False, "learnt": HINTS}
"""What a room needs: what a projector does, and all the time that a vote takes."""


class Lesson(Desk):
    """A desk that follows a plan. What orders of the plan mean is here; the votes are a room's (game.shell.project)."""

    def __init__(self, settings: Settings, *, plan: str = "", **more: Any) -> None:
        """`plan` is the id of a plan, "-" for none, "" to be asked."""
        super().__init__(replace(settings, **ROOM), **more)
        self.ribbon = Ribbon()
        self._plan = plan

    @property
    def course(self) -> "Course | None":
        """Where the lesson stands in its plan."""
        return self.ribbon.course

    def _order(self, order: Order) -> None:
        name, args = order.name, order.args
        if name == "course":
            self._choose_plan(args["plan"])
        elif name == "plan":
            self._show_plan()
        elif name == "go_on_plan":
            self._go_on(args.get("at"))
        elif name == "debrief" and not args.get("whole"):
            self._findings(())
        else:
            super()._order(order)
            if name in ("new", "continue") and self.play and self.library:
                self.screens = [one for one in self.screens if not isinstance(one, Offer)]
                self._ask_for_plan()

    def _plans(self) -> "tuple[Any, ...]":
        session = cast("Session", self.play)
        plans = tuple(session.pack.plans.values())
        fits = tuple(one for one in plans if one.campaign == session.header.setup.campaign)
        return fits or plans

    def _ask_for_plan(self) -> None:
        from game.screens.project.stop import Choosing  # noqa: PLC0415  (after the first frame)

        if self.course is not None:
            return
        known = {one.id: one for one in self._plans()}
        if self._plan:
            self._choose_plan(self._plan if self._plan in known else "")
        else:
            self.screens.append(Choosing(tuple(known.values()), phones=self.ribbon.phones is not None))
        self.dirty = True

    def _choose_plan(self, plan: str) -> None:
        from game.screens.project.course import Course  # noqa: PLC0415  (as above)
        from game.screens.project.stop import Choosing  # noqa: PLC0415

        if isinstance(self.screens[-1], Choosing):
            self.screens.pop()
        found = next((one for one in self._plans() if one.id == plan), None)
        if found:
            self.ribbon.course = Course(found, self._clock())
            self._begin_part()
        self.dirty = True

    def _show_plan(self) -> None:
        from game.screens.project.stop import Planned  # noqa: PLC0415  (as above)

        if self.course and not isinstance(self.screens[-1], Planned):
            self.screens.append(Planned(self.course, self._clock()))
            self.dirty = True

    def _go_on(self, at: int | None = None) -> None:
        """The next part, or the one at that place. Stops and findings lie over the play, and are put away."""
        from game.screens.project.slides import Slides  # noqa: PLC0415  (as above)
        from game.screens.project.stop import Planned, Stop  # noqa: PLC0415

        self.screens = [one for one in self.screens if not isinstance(one, Stop | Slides | Planned)] or [self.title]
        if self.course:
            self.course.go_to(self.course.at + 1 if at is None else at, self._clock())
            self._begin_part()
        self.dirty = True

    def _begin_part(self) -> None:
        from game.screens.project.stop import Stop  # noqa: PLC0415  (as above)

        part = self.course.part if self.course else None
        if part is None:
            return
        if part.does == "stop" or (part.does == "play" and part.says and self.view and self.view.day <= 1):
            self.screens.append(Stop(part))
        elif part.does == "findings":
            self._findings(part.pages)

    def _findings(self, wanted: tuple[str, ...]) -> None:
        """The findings of these pages, one at a time; without any, those that a room talks about."""
        from game.journal.votes import read_votes  # noqa: PLC0415  (as above)
        from game.screens.project.slides import Slides, room_slides  # noqa: PLC0415

        session = cast("Session", self.play)
        if self.course and self.course.playing and not wanted:
            self._go_on()
            return
        votes = read_votes(session.path) if session.path else None
        made = room_slides(session.record, session.pack, votes, wanted)
        if made:
            self.screens.append(Slides(made))
        elif self.course:
            self._go_on()
        self.dirty = True

    def _answered(self, answer: Answer | None) -> None:
        if answer is not None:
            self.apply(answer)
