"""The other systems on paper: what each mark would be without one act, and a card for each system."""

from collections.abc import Callable

from game.debrief.cards import Card
from game.debrief.charts import Table
from game.debrief.facets import Facets, Life
from game.debrief.words import commas, markup
from game.language import _


def systems(life: Life, cards: dict[int, Card], table: Callable[[Table], str]) -> str:
    """Return the cards as HTML."""
    return f'<div class="systems">{"".join(_system(one, cards, table) for one in life.cards)}</div>'


def without_one(life: Life, table: Callable[[Table], str]) -> str:
    """Return what can be chosen on the screen, for every act at once: it needs no script."""
    return f'<div class="without">{table(life.table)}</div>'


def on_day(card: Card) -> str:
    """What a link to a moment says."""
    return _("{moment}, day {day}").format(moment=card.title, day=card.day)


def _system(one: Facets, cards: dict[int, Card], table: Callable[[Table], str]) -> str:
    rows = "".join(f"<dt>{markup(name)}</dt><dd>{markup(value)}</dd>" for name, value in one.rows)
    links = commas([f'<a href="#m{n}">{markup(on_day(cards[n]))}</a>' for n in one.lines if n in cards])
    rests = f'<p class="small">{links}</p>' if links else ""
    doors = f'<p class="small">{markup(one.doors)}.</p>' if one.doors else ""
    rules = f"<details><summary>{markup(one.rules.caption)}</summary>{table(one.rules)}</details>"
    return (
        f'<article class="system" id="s-{markup(one.id)}"><h3>{markup(one.title)} '
        f'<span class="verdict">{markup(one.said)}</span></h3>{doors}<p class="statement">{markup(one.most)}</p>{rests}'
        f'<p class="small">{markup(one.lived)}</p><dl>{rows}</dl>{rules if one.rules.rows else ""}</article>'
    )
