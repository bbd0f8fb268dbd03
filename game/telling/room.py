"""A class's room, as the host's pages and a game that has joined it tell it alike."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from game.language import N_, _, told

if TYPE_CHECKING:
    from game.model.record import Line

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip

NOTE = N_(
    "Some rules stay hidden until the end; all are shown then. It touches debt, a parent’s illness, being left out, "
    "and shame. Nothing is marked. Leave a question empty, skip, or stop whenever you like."
)
FIGURES = N_("The lecturer is shown figures of the whole room, and nothing about single people.")
ROWS = N_(
    "The lecturer is shown figures of the whole room. The row of a play, without a name, leaves the room only where "
    "its player agrees to it; you are asked below, and it can be changed until the end."
)
STATES = {
    "open": N_("You are in. It begins when everybody is."),
    "running": N_("The room plays, and so can you."),
    "paused": N_("The room pauses. Your play is kept as it stands and goes on here."),
    "closed": N_("The room is closed, and the play has ended where it was."),
}
SHUT = N_("This room is closed. Nobody can join any more.")
EMPTY = N_("Everything of this room is deleted.")
AFTER = N_(
    "Without being asked again. The figures of the room are then as if you had not played; only that a place was given "
    "stays."
)
UNTIL = N_("Otherwise it is deleted when {day} begins.")
NOT_YET = N_("The debrief opens for the whole room at once. Everything hidden is shown in it.")


def agreed(*, shares: bool) -> tuple[str, str]:
    """Whether one's row may leave the room: what is so now, and what turns it."""
    if shares:
        return _("Your row may be used, without a name."), _("Do not use my row")
    return _("Your row does not leave the room."), _("My row may be used")


def day_in_words(day: date) -> str:
    """A day of the calendar, e.g. that of deletion."""
    return _("{day} {month} {year}").format(day=day.day, month=_(MONTHS[day.month - 1]), year=day.year)


def chosen(lines: "Iterable[Line]") -> tuple[str, ...]:
    """What was chosen in a play, in words, the first first."""
    return tuple(
        told(option.text) for line in lines if line.shown for option in line.shown.options if option.id == line.act.what
    )
