"""What a page of a play must know besides the View: where its forms go back to, and what may be done."""

from game.model.acts import Act
from game.model.base import Shape


class Room(Shape):
    """The room as a student's page shows it. Nothing about anybody else is in it."""

    form: str  # goes back in each form's field `form`: whoever has not seen the page cannot send it
    campaign: str = ""
    state: str = "running"  # open | running | paused | closed
    code: str = ""  # two words that open this play on another device
    until: str = ""  # the day on which everything is deleted, as words
    minutes_left: int | None = None  # of the meeting; None: nobody set an end
    debrief: bool = False  # the debrief may be read
    acts: tuple[Act, ...] = ()  # all that the rules take now; an "answer" stands here once, empty
    notice: str = ""  # a word about what was just sent; "" if all went well
    told: str = ""  # what this player is told of the projector, on every page; "" where nothing is shown
    timed: bool = True  # what takes seconds takes them where a script runs; else it costs its minutes alone
