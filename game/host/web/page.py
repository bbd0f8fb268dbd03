"""The web edition: a View as a whole page that works without a script and better with one."""

import re
from functools import lru_cache
from pathlib import Path

from game.debrief.words import markup, page_language
from game.host.web import asks, moments, reading, street
from game.host.web.head import head
from game.host.web.html import Desk
from game.host.web.room import Room
from game.language import N_, _
from game.model.view import View
from game.telling.views import told_view

FILES = {"/static/play.css": "text/css; charset=utf-8", "/static/play.js": "text/javascript; charset=utf-8"}
"""What a page asks for besides itself, and what it is."""
SMALLER = ((r"/\*.*?\*/", ""), (r"\s*([{};,>])\s*", r"\1"), (";}", "}"), (r":\s+", ":"), (r"\s+", " "))
"""What of a style sheet is there for whoever reads it, and what stands in its place when it is sent."""
MAIN = {
    "title": reading.title, "morning": reading.page, "ledger": reading.page, "ending": reading.page,
    "epilogue": reading.page, "street": street.street, "moment": moments.moment, "then": moments.then,
    "place": reading.place, "ask": asks.ask, "over": reading.over,
}  # fmt: skip
LOST = N_("No connection. What you chose is kept here and sent as soon as there is one.")
BACK = N_("The connection is back.")
RED = N_("Red. Seconds left: {count}")
KETTLE = N_("The kettle. Seconds left: {count}")


@lru_cache(maxsize=len(FILES))
def served(path: str) -> bytes:
    """One of FILES, as it is sent: a style sheet without what is there for its readers. Raises KeyError for others."""
    kind = FILES[path]
    text = (Path(__file__).parent / "files" / path.rsplit("/", 1)[1]).read_text(encoding="utf-8")
    if kind.startswith("text/css"):
        for look, instead in SMALLER:
            text = re.sub(look, instead, text, flags=re.DOTALL)
    return text.encode()


def page(view: View, step: int, room: Room) -> str:
    """Return the whole page for this View as HTML. Pure: the same arguments give the same page.

    `step` is how many steps the play has (it is the n of its last line). Whatever can be done is a
    `<form method="post" action="/play">` with these fields:

    n        `step`. A form sent twice counts once, and one from an older page changes nothing.
    form     `room.form`
    do       the act (game.model.acts.Do); what, how: its other parts, absent where they are empty
    values   only with do=answer: one field a value, in the order in which they count. A name may have a dot and
             anything after it (values.0, values.1), so that radio buttons can stand in groups; empty ones are left out.
    own.X    words of one's own in the diary: they take the place of "blank" in the fields named values.X
    alone    sent by the button that leaves a question empty: no values count then

    The act is one of `room.acts`; where there are none, and the play is not over, the page says that the room waits.
    """
    seen = told_view(view)
    desk = Desk(seen, step, room)
    stands = not room.acts and view.phase != "over"
    main = reading.waits(desk) if stands else MAIN[view.phase](seen, desk)
    notice = f'<p class="notice" role="status">{markup(room.notice)}</p>' if room.notice else ""
    words = {"lost": LOST, "back": BACK, "red": RED, "kettle": KETTLE}
    said = "".join(f' data-{key}="{markup(_(text))}"' for key, text in words.items())
    return (
        f'<!doctype html>\n<html lang="{page_language()}" id="top"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{markup(_title(seen))}</title>"
        '<link rel="stylesheet" href="/static/play.css"><script src="/static/play.js" defer></script></head>'
        f'<body class="{view.world} {view.light}"{said}>{head(seen)}<main>{notice}{main}</main>{_foot(room)}'
        '<p id="said" role="status" aria-live="polite"></p></body></html>\n'
    )


def _title(view: View) -> str:
    """The day and the hour first: what stands on the tab."""
    if view.phase in ("title", "over"):
        return _("Good Standing")
    day = _("Day {day} of {days}, {clock}").format(day=view.day, days=view.days, clock=view.clock)
    return _("{day} · Good Standing").format(day=day)


def _foot(room: Room) -> str:
    """What a player must be able to find at any time."""
    parts = []
    if room.told:
        parts.append(room.told)
    if room.minutes_left is not None:
        parts.append(_("The room ends in {minutes} min.").format(minutes=room.minutes_left))
    if room.code:
        parts.append(_("Your play on another device: {code}").format(code=room.code))
    said = "".join(f"<p>{markup(one)}</p>" for one in parts)
    return f'<footer>{said}<p><a href="/mine">{markup(_("What is kept of you"))}</a></p></footer>'
