"""What a game that has joined a room and the room's host say to each other: JSON, version 1, strict on both sides.

All paths begin with PATH. What changes something is a POST; who asks is told by the seal in the head `authorization`
and by nothing else. Counted are the steps of a play's record: a record with n lines has n steps.
"""

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from game.model.acts import Act
from game.model.base import Shape

PATH: Final = "/api/1"
SCHEME: Final = "Play "  # what stands before the seal in its head
MOST: Final = 50  # steps in one message to the host
MANY: Final = 400  # steps in one message from the host
AWAY: Final = 600_000  # ms of one step that are counted at the most: longer, and nobody was there
Hex = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{0,80}$")]
Line = Annotated[str, StringConstraints(max_length=200)]
Lines = Annotated[str, StringConstraints(max_length=1000)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
State = Literal["open", "running", "paused", "closed"]


class Lobby(Shape):
    """The room as everybody may know it. `nonce`: the play that a player begins with it, however often it is sent."""

    v: Literal[1] = 1
    game: Line  # version of the host's game
    campaign: Line
    levels: Hex  # digest of its level files
    lot: Hex  # the hash that was shown before anybody joined; no two rooms have the same
    mode: Literal["aggregate", "rows"]
    until: Line  # the day on which everything is deleted, as YYYY-MM-DD
    state: State
    nonce: Line
    told: tuple[Lines, ...] = ()  # what everybody is told besides, in the host's words


class Begin(Shape):
    """A player begins. `shares`: the row may leave the room."""

    nonce: Line
    shares: bool = False


class Place(Shape):
    """What a player gets who has begun."""

    token: Line  # the seal
    header: Lines  # the first line of the record
    code: Line  # two words that open the play in a browser
    place: Count
    take: Count


class Stand(Shape):
    """Where the room is, and the play in it."""

    state: State
    debrief: bool
    minutes_left: Count | None
    steps: Count
    digest: Hex  # of the last of them; "" if there is none
    shares: bool
    agrees: bool = True  # what was just sent fits what the rules make of it here
    told: tuple[Lines, ...] = ()  # what this player is told besides, at any time, in the host's words


class Did(Shape):
    """A step: what was done, how long it took, and the digest of the line that the rules made of it there."""

    act: Act
    ms: Annotated[int, Field(ge=0, le=AWAY)]
    digest: Hex


class Steps(Shape):
    """Steps after the n-th."""

    n: Count
    did: Annotated[tuple[Did, ...], Field(max_length=MANY)]


class Sharing(Shape):
    """Whether the row of the play may leave the room."""

    shares: bool
