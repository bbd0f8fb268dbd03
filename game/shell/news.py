"""What an errand brings from a room."""

from dataclasses import dataclass
from typing import Literal

from game.journal import Session
from game.model.projected import Projected
from game.model.room import Lobby, Stand
from game.shell.seat import Seat

Trouble = Literal["", "away", "foreign", "game", "levels", "full", "gone", "differs"]


@dataclass(frozen=True)
class News:
    """What is known of the room. `play` is the one to go on with: another one than before where it was made anew."""

    lobby: Lobby | None = None
    seat: Seat | None = None  # taken, if it has a token
    stand: Stand | None = None
    play: Session | None = None
    projected: Projected | None = None  # what the projector had to do with it, once the debrief may be read
    trouble: Trouble = ""
    waiting: int = 0  # steps that the host does not have yet
