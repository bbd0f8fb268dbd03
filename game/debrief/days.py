"""The page of the days: the play as one strip, and every moment in tables below it."""

from game.debrief.cards import Card
from game.debrief.charts import Table
from game.debrief.page import Desk, Page, page
from game.debrief.strip import strip
from game.debrief.words import capital, spelt
from game.language import _, ngettext, pgettext


def days(desk: Desk) -> Page:
    """Every moment, day by day."""
    reading, names = desk.reading, desk.names
    tables = []
    for dawn in reading.of("dawned"):
        day = dawn.event.amount
        rows = [(c.clock, c.title, c.did, _watch(c)) for c in desk.cards.values() if c.day == day]
        earned, paid = (sum(t.event.amount for t in reading.of(did) if t.day == day) for did in ("earned", "paid"))
        when = _("the last day") if dawn.event.what == "last_day" else names.condition(dawn.lived)
        caption = _("Day {day}, {when}: {earned} coins in, {paid} out")
        head = ("", pgettext("head of a table", "moment"), _("what you did"), _("the watch"))
        if rows:
            tables.append(Table(caption.format(day=day, when=when, earned=earned, paid=paid), head, tuple(rows)))
    met = ngettext("{n} moment", "{n} moments", len(desk.cards)).format(n=len(desk.cards))
    lead = [capital(ngettext("{n} day, {moments}.", "{n} days, {moments}.", len(tables)).format(
        n=spelt(len(tables)), moments=met,
    ))]  # fmt: skip
    return page(desk, "days", _("Your days"), _("Your days, as they went."), lead, tables=tuple(tables),
                strip=strip(reading, names, desk.cards), moments=tuple(desk.cards.values()),
                group="everything")  # fmt: skip


def _watch(card: Card) -> str:
    if card.looked is None:
        return "–"
    if card.looked:
        return _("looking")
    return _("counting, unseen") if card.condition == "H" else _("not looking")
