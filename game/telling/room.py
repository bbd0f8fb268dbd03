"""A class's room, as the host's pages and a game that has joined it tell it alike."""

from datetime import date

from game.language import N_, _

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def day_in_words(day: date) -> str:
    """A day of the calendar, e.g. that of deletion."""
    return _("{day} {month} {year}").format(day=day.day, month=_(MONTHS[day.month - 1]), year=day.year)
