"""How a room decided: hands counted for each choice. It lies beside the record and changes nothing in it."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from game.model.base import Shape

MOST = 999  # hands for one choice
CHOICES = 12  # choices of one vote
VOTES = 2000  # votes of one play
LAST = 1_000_000  # the highest number of a line that a vote can belong to

How = Literal["most", "coin", "hand"]
"""By the most hands; or, where these were equal, by a coin or by the one who leads."""

Hands = Annotated[int, Field(ge=0, le=MOST)]
Choice = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.\-]{1,60}$")]


class Tie(Shape):
    """The choices that have the most hands, in the order in which they stood."""

    among: tuple[str, ...]


class Vote(Shape):
    """One vote. `n` is the line of the record in which the room's choice was made; `took`, which choice that was.

    `phones`: how many of all of them, blank ones too, came from phones; the others are hands.
    """

    n: Annotated[int, Field(ge=1, le=LAST)]
    counts: Annotated[dict[Choice, Hands], Field(max_length=CHOICES)]
    blank: Hands = 0
    took: Choice
    how: How = "most"
    phones: Annotated[int, Field(ge=0, le=MOST * (CHOICES + 1))] = 0

    @property
    def all(self) -> int:
        """Hands and phones, blank ones too."""
        return sum(self.counts.values()) + self.blank


class Votes(Shape):
    """All votes of one play, in the order of the play."""

    format: Literal[1] = 1
    votes: tuple[Vote, ...] = ()

    def put(self, vote: Vote) -> "Votes":
        """The same with one more vote; a vote on the same line takes the place of the one before."""
        return self.but(votes=(*(one for one in self.votes if one.n != vote.n), vote))


def decide(counts: Mapping[str, int]) -> str | Tie | None:
    """The choice with the most hands; a Tie where several have as many; None where no hand was counted.

    Blank votes are no part of `counts`: they are nobody's, and no majority is asked of them.
    """
    top = max(counts.values(), default=0)
    if top <= 0:
        return None
    among = tuple(choice for choice, hands in counts.items() if hands == top)
    return among[0] if len(among) == 1 else Tie(among=among)
