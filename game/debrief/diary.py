"""What the diary says of a moment: the kind of its reason, and its words."""

from dataclasses import dataclass

from game.debrief.names import Names
from game.debrief.reading import Reading, Told
from game.language import _, told
from game.model.said import tidy

OWN = "own"
_OWN = f"{OWN}:"


@dataclass(frozen=True, slots=True)
class Reason:
    """How one moment was accounted for in the evening."""

    kind: str  # external | introjected | identified | intrinsic | amotivation | own | blank
    ending: str  # id of the ending that was taken; "" for own words
    own: str  # the player's own words, on one line

    def words(self, names: Names) -> str:
        """The whole of it as it stood in the diary; "" where the line was left blank."""
        known = names.pack.endings.get(self.ending)
        return self.own or (_("I did it {why}").format(why=told(known.text)) if known else "")


class Diary:
    """All evenings of a play. The same moment of two days is two moments."""

    def __init__(self, reading: Reading) -> None:
        self._said: dict[tuple[int, str], Reason] = {}
        for answer in reading.answers("diary"):
            about, ends = answer.event.values[::2], answer.event.values[1::2]
            for moment, end, kind in zip(about, ends, answer.event.truth, strict=False):
                own = tidy(end.removeprefix(_OWN)) if end.startswith(_OWN) else ""
                self._said[answer.day, moment] = Reason(kind, "" if end.startswith(_OWN) else end, own)

    def of(self, told: Told) -> Reason | None:
        """The reason given for a moment; None where the diary did not ask or was left alone."""
        return self._said.get((told.day, told.moment))
