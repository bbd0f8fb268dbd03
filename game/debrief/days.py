"""The page of the days: the play as one strip, and every moment in tables below it."""

from game.debrief.cards import Card
from game.debrief.charts import Table
from game.debrief.page import Desk, Page, page
from game.debrief.strip import strip
from game.debrief.words import capital, count, spelt


def days(desk: Desk) -> Page:
    """Every moment, day by day."""
    reading, names = desk.reading, desk.names
    tables = []
    for dawn in reading.of("dawned"):
        day = dawn.event.amount
        rows = [(c.clock, c.title, c.did, _watch(c)) for c in desk.cards.values() if c.day == day]
        earned, paid = (sum(t.event.amount for t in reading.of(did) if t.day == day) for did in ("earned", "paid"))
        when = "the last day" if dawn.event.what == "last_day" else names.condition(dawn.lived)
        caption = f"Day {day}, {when}: {earned} coins in, {paid} out"
        if rows:
            tables.append(Table(caption, ("", "moment", "what you did", "the watch"), tuple(rows)))
    met = len(desk.cards)
    lead = [f"{capital(spelt(len(tables)))} day{'' if len(tables) == 1 else 's'}, {count(met, 'moment')}."]
    return page(desk, "days", "Your days", "Your days, as they went.", lead, tables=tuple(tables),
                strip=strip(reading, names, desk.cards), moments=tuple(desk.cards.values()),
                group="everything")  # fmt: skip


def _watch(card: Card) -> str:
    if card.looked is None:
        return "–"
    return "looking" if card.looked else "counting, unseen" if card.condition == "H" else "not looking"
