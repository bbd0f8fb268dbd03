"""The Row as a page: what waits, who stands about, what lies on the pavement, the doors, the board, looking up."""

from game.debrief.words import markup
from game.host.web.html import Desk, listed, tag
from game.language import N_, _, ngettext
from game.model.acts import Act
from game.model.view import RoamView, Spot, View
from game.rules.step import READ_BOARD, READ_LINE, WAY
from game.telling.days import CHEER
from game.telling.prices import posted, signed
from game.telling.street import due_name
from game.telling.week import looks, way_in_words

EARLY = 120  # minutes of daylight with which a day is not ended by one press
SURE = N_("Hours of the day are left. Once more, to end it.")
HOME = "no_7"
TOWER = {
    "lit": N_("The Lantern is lit. Its lenses tick along the Row, there and back."),
    "dark": N_("The glass is dark. Whether anybody looks out of it cannot be seen."),
    "out": N_("The Lantern is out."),
    "plain": N_("The Lantern stands on its rock, as it always has."),
}


def street(view: View, desk: Desk) -> str:
    """The page of the street."""
    parts = [
        f'<h1 tabindex="-1">{markup(_("On the Row"))}</h1>', tag("p", view.errand, "errand"), _first(view, desk),
        _looking(view, desk), _doors(view, desk), _people(view), _pavement(view, desk),
        _home(view, desk) if view.due else "",
    ]  # fmt: skip
    return f'<div class="street">{"".join(parts)}</div>'


def _first(view: View, desk: Desk) -> str:
    """What waits ahead. Where nothing does any more, one's own door."""
    if not view.due:
        return _home(view, desk)
    return desk.button(Act(do="meet"), _("{what}, ahead").format(what=due_name(view)), "big")


def _home(view: View, desk: Desk) -> str:
    """The end of the day; with much of it left, it is asked for twice."""
    act = Act(do="home")
    if not desk.takes(act):
        text = f'<span class="text">{markup(_("End the day"))}{tag("small", view.home_closed)}</span>'
        return f'<p class="way closed">{text}</p>'
    if view.minutes_left <= EARLY:
        return desk.button(act, _("End the day"), "big" if not view.due else "")
    inside = desk.button(act, _("End the day"), "out")
    return (
        f'<details class="home"><summary class="way">{markup(_("End the day"))}</summary>'
        f'<div class="detour">{tag("p", _(SURE))}{inside}</div></details>'
    )


def _looking(view: View, desk: Desk) -> str:
    """Up, at the board, at the phone: what is looked at opens under the buttons."""
    acts = [desk.button(Act(do="look", what="lantern"), _("Look up at the Lantern"), at="lantern")]
    parts = [_opened("lantern", _("The Lantern"), tag("p", _(TOWER.get(view.lantern, TOWER["plain"]))))]
    if view.board:
        fresh = any(line.fresh for line in view.board)
        label = _("The board: a line is new") if fresh else _("Read the board")
        acts.append(desk.button(Act(do="look", what="board"), label, at="board", under=_minutes(READ_BOARD)))
        parts.append(_board(view, desk))
    if view.world == "phone" and not view.boxed:
        acts.append(desk.button(Act(do="look", what="phone"), _("Take out the phone"), at="phone"))
        parts.append(_phone(view))
    return listed(acts, "acts") + "".join(parts)


def _opened(key: str, title: str, inside: str) -> str:
    """A part of the page that is there only for whoever has just looked at it."""
    away = f'<p><a class="away" href="#top">{markup(_("Put it away") if key == "phone" else _("Step back"))}</a></p>'
    return f'<section class="opened" id="{key}" tabindex="-1"><h2>{markup(title)}</h2>{inside}{away}</section>'


def _board(view: View, desk: Desk) -> str:
    """The posted lines. A line’s figure stands there once it has been read, and a minute is gone."""
    rows = []
    acts = {line.id: Act(do="look", what=f"line:{line.id}") for line in view.board}
    for line in view.board:
        fresh = tag("small", _("PASTED OVER"), "fresh") if line.fresh else ""
        if line.points is not None:
            figure = f'<b class="{"down" if line.points < 0 else "up"}">{signed(line.points)}</b>'
            rows.append(f'<div class="line"><span>{fresh}{markup(line.text)}</span>{figure}</div>')
            continue
        inside = (
            f'<button class="line" name="what" value="{markup(acts[line.id].what)}">'
            f'<span>{fresh}{markup(line.text)}</span><b><span aria-hidden="true">· · ·</span>'
            f'<span class="heard">{markup(_("not read yet"))}</span></b></button>'
        )
        rows.append(inside if desk.takes(acts[line.id]) else "")
    lines = desk.form(Act(do="look"), listed(rows, "tariff"), at="board")  # one form: a board has many lines
    under = _("Posted by the warden of the board. Reading a line takes a minute.") if READ_LINE == 1 else ""
    return _opened("board", _("TARIFF"), tag("p", under, "aside") + lines)


def _phone(view: View) -> str:
    standing = view.standing
    way = (standing.arrow if standing else "") or "level"
    figure = ""
    if standing:
        figure = str(standing.points) if standing.points is not None else standing.word
    says = view.cheer or _(CHEER[""])
    week = _("no scale · no units · {looks}").format(looks=looks(way))
    points = f"<b>{markup(figure or way_in_words(way))}</b>"
    badge = f'<p class="week">{points} {markup(_("This week"))} · {markup(week)}</p>'
    return _opened("phone", says, badge)


def _people(view: View) -> str:
    """Who stands about, and what they say to whoever comes by."""
    names = {spot.id: spot.name for spot in view.spots}
    said = []
    for one in view.people:
        if one.who != view.due_who and one.line:
            where = tag("small", names.get(one.spot, ""))
            said.append(f"<p><b>{markup(one.name)}</b> {where}</p><blockquote>{markup(one.line)}</blockquote>")
    return tag("h2", _("Who stands about")) + listed(said, "people") if said else ""


def _pavement(view: View, desk: Desk) -> str:
    """What can be done in passing. Where lenses turn, one can do it under one, or wait until it looks elsewhere."""
    found = [_roam(view, roam, desk) for roam in view.roams]
    return tag("h2", _("On the pavement")) + listed(found, "things") if any(found) else ""


def _roam(view: View, roam: RoamView, desk: Desk) -> str:
    where = next((spot.name for spot in view.spots if spot.id == roam.spot), "")
    mark = posted(roam.mark, roam.points) if roam.mark else ""
    under = f"{tag('small', where)}{tag('em', mark)}"
    clear, lens = (Act(do="roam", what=roam.id, how=how) for how in ("clear", "lens"))
    if view.watch != "plain":
        label = f'<span class="text">{markup(roam.text)}{under}</span>'
        return desk.form(clear, f'<button class="way">{label}</button>') if desk.takes(clear) else ""
    acts = [
        desk.button(lens, _("The lens is on you"), under=_("do it now")),
        desk.button(clear, _("The lens is turned away"), under=_("wait for that")),
    ]
    return f"<p>{markup(roam.text)} {under}</p>{listed(acts, 'acts')}" if any(acts) else ""


def _doors(view: View, desk: Desk) -> str:
    """All doors as they stand from left to right, each with how far it is, and by which way."""
    at = next((number for number, spot in enumerate(view.spots) if spot.id == view.at), 0)
    found = [_door(view, spot, number - at, desk) for number, spot in enumerate(view.spots)]
    return tag("h2", _("Doors, from left to right")) + listed(found, "doors")


def _door(view: View, spot: Spot, off: int, desk: Desk) -> str:
    why = tag("small", spot.closed, "why")
    name = f"<span><b>{markup(spot.name)}</b> <small>{markup(_far(off))}</small> {why}</span>"
    if spot.closed:
        return f'<p class="door">{name}</p>'
    row, lane = (Act(do="visit", what=spot.id, how=how) for how in ("row", "lane"))
    acts = [
        desk.button(row, _("By the Row"), under=_minutes(WAY["row"])),
        desk.button(lane, _("By the back lane"), under=_minutes(WAY["lane"])),
    ]
    if spot.id == view.at:
        acts = [desk.button(row, _("Go in"))]
    return f'<details><summary class="door">{name}</summary>{listed(acts, "acts")}</details>'


def _far(off: int) -> str:
    """How many doors off, and on which side."""
    if off == 0:
        return _("here")
    if off > 0:
        return ngettext("{count} door to the right", "{count} doors to the right", off).format(count=off)
    return ngettext("{count} door to the left", "{count} doors to the left", -off).format(count=-off)


def _minutes(count: int) -> str:
    return _("{minutes} min").format(minutes=count)
