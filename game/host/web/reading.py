"""Pages to read: the title, the morning, the night's ledger, the last page; and what can be done indoors."""

from game.debrief.words import markup
from game.host.web.html import Desk, listed, tag
from game.language import N_, _
from game.model.acts import Act
from game.model.view import Activity, DoorView, View
from game.telling.days import train_day, weekday
from game.telling.places import as_option
from game.telling.prices import figures, marked
from game.telling.room import NOT_YET, STATES

KICKER = {"morning": N_("Morning"), "ledger": N_("Tonight"), "ending": N_("The last page")}
WAYS_ON = {"morning": N_("Go out"), "ledger": N_("Sleep"), "ending": N_("Turn the page")}
OPEN = ("square", "park")  # where one is outside already
NOTE = (
    N_("You live on one street for a few days: before anybody keeps count, under rules posted on a board, under glass "
       "that looks or does not, and under rules that nobody shows you."),
    N_("There is no right answer, and nothing to win. What you did is laid beside what you did, and talked about."),
    N_("It touches a parent’s illness, debt, being left out, and shame."),
    N_("Stop whenever you like. The play waits where you left it."),
)  # fmt: skip


def title(_view: View, desk: Desk) -> str:
    """Before the first morning."""
    said = "".join(tag("p", _(line)) for line in NOTE)
    name = tag("p", desk.room.campaign, "kicker")
    begin = desk.button(Act(do="begin"), _("Go out"), "big")
    said += tag("p", desk.room.told, "notice")
    return f'<div class="sheet page">{name}<h1 tabindex="-1">{markup(_("Good Standing"))}</h1>{said}{begin}</div>'


def page(view: View, desk: Desk) -> str:
    """A morning, a ledger, an ending."""
    shown = view.page
    assert shown is not None
    when = _("{weekday} · day {day}").format(weekday=weekday(view), day=view.day)
    kicker = when if view.world == "phone" else f"{_(KICKER.get(shown.kind, ''))} · {when}"
    parts = [tag("p", kicker, "kicker"), f'<h1 tabindex="-1">{markup(shown.title)}</h1>']
    if shown.kind == "morning" and view.days > 1:
        days = _("Day {day} of {days}").format(day=view.day, days=view.days)
        parts.append(tag("p", " · ".join(filter(None, [days, train_day(view)])), "days"))
    parts += [tag("p", line) for line in shown.lines]
    if shown.rows:
        rows = "".join(f"<div><dt>{markup(label)}</dt><dd>{markup(figure)}</dd></div>" for label, figure in shown.rows)
        parts.append(f'<dl class="ledger">{rows}</dl>')
    parts.append(listed((_door(view, door) for door in shown.doors), "verdicts"))
    if shown.rests:
        parts.append(tag("p", _("A good place to stop for now"), "aside"))
    parts.append(desk.button(Act(do="on"), _(WAYS_ON.get(shown.kind, N_("Go on"))), "big"))
    return f'<div class="sheet page {shown.kind}">{"".join(parts)}</div>'


def _door(view: View, door: DoorView) -> str:
    """What a regime says of one door: open or shut, and why, if it says why."""
    said = _("OPEN") if door.open else _("SHUT")
    if view.world == "phone":
        said = _("Yes!") if door.open else _("Not this time")
    mark = f'<b class="{"open" if door.open else "shut"}">{markup(said)}</b>'
    return f'<span class="text">{markup(door.name)}{tag("small", door.why)}</span>{mark}'


def place(view: View, desk: Desk) -> str:
    """Indoors: what one sees, what can be done at what price, and the way out."""
    here = view.place
    assert here is not None
    parts = [f'<h1 tabindex="-1">{markup(here.name)}</h1>', tag("p", view.then or here.line, "said")]
    parts.append(listed((_activity(view, one, desk) for one in here.activities), "ways"))
    out = _("Walk on") if here.id in OPEN else _("Step outside")
    parts.append(desk.button(Act(do="leave"), out, "big"))
    return f'<div class="sheet">{"".join(parts)}</div>'


def _activity(view: View, one: Activity, desk: Desk) -> str:
    option, act = as_option(one), Act(do="use", what=one.id)
    costs = " · ".join(text for text in figures(option) if text != "–" or view.world != "phone")
    mark = marked(option) if view.world == "print" else ""
    row = (
        f'<span class="text">{markup(option.text)}{tag("small", option.closed, "why")}</span>'
        f'<span class="price">{tag("span", costs)}{tag("em", mark, "" if option.mark else "none")}</span>'
    )
    if option.closed or not desk.takes(act):
        return f'<div class="way closed" aria-disabled="true">{row}</div>'
    return desk.form(act, f'<button class="way">{row}</button>')


def over(_view: View, desk: Desk) -> str:
    """The play is done."""
    done = _("It is over, and it is yours. What follows is made only of what you did.")
    if desk.room.debrief:
        way = f'<p><a class="big" href="/debrief">{markup(_("To the debrief"))}</a></p>'
    else:
        way = tag("p", _(NOT_YET))
        way += f'<p><a class="big" href="/play">{markup(_("Look again"))}</a></p>'
    return f'<div class="sheet page"><h1 tabindex="-1">{markup(_("Turn the page"))}</h1>{tag("p", done)}{way}</div>'


def waits(desk: Desk) -> str:
    """Nothing can be done, because the room stands still."""
    said = _(STATES[desk.room.state if desk.room.state in ("open", "closed") else "paused"])
    again = "" if desk.room.state == "closed" else f'<a class="big" href="/play">{markup(_("Look again"))}</a>'
    return f'<div class="sheet page" data-again="8"><h1 tabindex="-1">{markup(said)}</h1><p>{again}</p></div>'
