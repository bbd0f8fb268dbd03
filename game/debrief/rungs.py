"""One mark of a life on its own scale: a rung of the ladder that the charts draw."""

from dataclasses import dataclass

from game.language import _


@dataclass(frozen=True, slots=True)
class Rung:
    """One mark on its own scale, from its lowest step to its highest. Places on it are 0..1.

    `was` is where the mark came from: the start, or where it stood before something was taken out of the life.
    """

    key: str
    label: str
    inside: bool  # whether the player was in it in the play itself
    said: str  # the mark as the system says it
    points: int
    steps: tuple[tuple[str, float, float], ...]  # name, from, to
    scale: str  # the steps in words and figures
    at: float
    was: float
    change: str = ""  # "+20, was C"
    doors: str = ""

    @property
    def note(self) -> str:
        return _("you were in it") if self.inside else _("you were never in it")

    @property
    def own(self) -> str:
        """The step that the mark stands on."""
        return next((name for name, _low, end in self.steps if self.at < end), self.steps[-1][0] if self.steps else "")
