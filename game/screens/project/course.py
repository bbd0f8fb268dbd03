"""Where a lesson stands in its plan. Minutes are told and never enforced."""

from math import ceil

from game.model.plan import Part, Plan


class Course:
    """A plan, and which part of it is on since when. `now` is in seconds of any clock that goes on."""

    def __init__(self, plan: Plan, now: float) -> None:
        """The first part begins."""
        self.plan = plan
        self.at = 0
        self.since = now

    @property
    def part(self) -> Part | None:
        """The part that is on; None after the last."""
        return self.plan.parts[self.at] if self.at < len(self.plan.parts) else None

    @property
    def playing(self) -> bool:
        """Whether the play is on."""
        return self.part is not None and self.part.does == "play"

    def left(self, now: float) -> int:
        """Minutes left in the part, begun ones as whole; below nought, so many minutes over."""
        if self.part is None:
            return 0
        return ceil(self.part.minutes - max(0.0, now - self.since) / 60)

    def go_on(self, now: float) -> Part | None:
        """To the next part, whenever one likes."""
        return self.go_to(self.at + 1, now)

    def go_to(self, at: int, now: float) -> Part | None:
        """To any part, also back; it begins anew."""
        self.at, self.since = min(max(0, at), len(self.plan.parts)), now
        return self.part
