"""A moment as a page: the words, and what can be done, each with its price and in the order in which it lies.

A nudge stands as it stands on the screen: what is preselected is chosen already and one press sends it; what is put
forward is large; what is in the way costs the presses it costs. By hand the nearest comes first.
"""

import zlib

from game.debrief.words import markup
from game.host.web.drawing import drawing, signal
from game.host.web.html import Desk, classed, listed, tag
from game.language import N_, _
from game.model.acts import Act
from game.model.record import Option, Shown
from game.model.view import View
from game.telling.prices import DETOURS, figures, marked

SHORTEST, LONGEST = 6, 8  # seconds of red, where waiting takes seconds
DOES = {"plug": N_("ends the call"), "headset": N_("stays on the line"), "notepad": N_("writes it down")}
TAKEN_UP, TARGET = "3:04", "4:00"  # how long the call has lasted, and how long it may
SKIPS = ("free.", "nudge.")
NO_PICTURE = ("", "phone_lying")


def moment(view: View, desk: Desk) -> str:
    """The page of an open choice."""
    shown = view.moment
    assert shown is not None
    hand = shown.mode != "sheet"
    parts = [_head(view, shown), _beside(view, shown)]
    ways = _ways(shown, desk)
    if hand and not ways.startswith("<form"):
        parts.append(tag("h2", _("What is near")))
    parts.append(ways)
    if hand and shown.moment.startswith(SKIPS):
        parts.append(desk.button(Act(do="skip"), _("Pass this by"), "out"))
    return f'<div class="sheet{" hand" if hand else ""}">{"".join(parts)}</div>'


def then(view: View, desk: Desk) -> str:
    """What came of it."""
    chosen = ""
    if view.moment:
        chosen = next((one.text for one in view.moment.options if one.id == view.chosen), "")
    did = tag("p", chosen, "did")
    said = f'<h1 tabindex="-1">{markup(view.then or "…")}</h1>'
    return f'<div class="sheet then">{did}{said}{desk.button(Act(do="on"), _("Go on"), "big")}</div>'


def _head(view: View, shown: Shown) -> str:
    """The words of a moment. In the app its own line stands above them; the first of all has no words for the eye."""
    if shown.wordless:
        scene = f'<h1 tabindex="-1"><span class="heard">{markup(shown.scene)}</span>{signal(red=True)}</h1>'
        return f'<div class="scene alone">{scene}</div>'
    thing = drawing(f"things/{shown.thing}", shown.world) if shown.thing else ""
    if not thing and shown.mode == "wait":
        thing = signal(red=True)
    scene = f'<div class="scene">{thing}<h1 tabindex="-1">{markup(shown.scene)}</h1></div>'
    if not shown.aside:
        return scene
    if shown.world == "phone":
        return f'<div class="cheer">{tag("b", shown.voice)}{tag("p", shown.aside)}</div>{scene}'
    return scene + tag("p", shown.aside, "aside")


def _beside(view: View, shown: Shown) -> str:
    """What else is to be seen there: the light, the clock of a call, a list on the wall."""
    parts = []
    if shown.mode == "wait":
        parts.append(f'<p class="light">{markup(_("The light is red"))}</p>')
    if shown.mode == "line":
        value = _("{clock}, target 4:00").format(clock=TAKEN_UP)
        parts.append(
            f'<p class="light">{markup(_("Length of the call"))}: <b>{markup(value)}</b>'
            '<meter min="0" max="330" high="240" value="184" aria-hidden="true"></meter></p>'
        )
    if view.wall is not None:
        parts.append(tag("p", _("The list on the wall has {points} beside your name.").format(points=view.wall)))
    return "".join(parts)


def _ways(shown: Shown, desk: Desk) -> str:
    options = sorted(shown.options, key=lambda one: one.near) if shown.mode != "sheet" else list(shown.options)
    rough = any(one.friction for one in options)
    chosen = any(one.preselected for one in options)
    if chosen and not rough and shown.mode in ("counter", "sheet"):
        return _picked(shown, options, desk)
    return listed((_way(shown, one, desk, pushed=chosen) for one in options), "ways", "ol")


def _look(option: Option, *, pushed: bool) -> str:
    """How an option stands: large if it is put forward; small where another one is; grey if it is in the way."""
    warm = option.preselected or option.lit
    return "warm" if warm else "grey" if option.friction else "quiet" if pushed else ""


def _row(shown: Shown, option: Option) -> str:
    """What is written on an option: a picture by hand, its words, what is said under them, its price."""
    picture = ""
    if shown.mode != "sheet" and option.prop not in NO_PICTURE:
        picture = drawing(f"props/{option.prop}", shown.world, "prop")
    under = []
    if option.preselected and shown.mode in ("sheet", "counter"):
        held = _("already in your hand") if shown.mode == "counter" else _("already chosen")
        under.append(_("already chosen for you") if shown.world == "phone" and shown.mode == "sheet" else held)
    elif shown.mode != "sheet":
        under += [_("nearest")] * (option.near == 0) + [_("marked")] * (option.lit and option.near != 0)
    if shown.mode == "line":
        under.append(_(DOES.get(option.prop, "")))
    bare = shown.mode != "sheet" or shown.world == "phone"  # there nothing stands for nothing
    costs = " · ".join(text for text in figures(option) if text != "–" or not bare)
    mark = marked(option) if shown.world == "print" else ""
    return (
        f'{picture}<span class="text">{markup(option.text)}{tag("small", " · ".join(filter(None, under)))}'
        f"{tag('small', option.closed, 'why')}</span>"
        f'<span class="price">{tag("span", costs)}{tag("em", mark, "" if option.mark else "none")}</span>'
    )


def _way(shown: Shown, option: Option, desk: Desk, *, pushed: bool) -> str:
    """One option that is pressed; or, with something in its way, opened first as often as that takes."""
    act, look = Act(do="choose", what=option.id), _look(option, pushed=pushed)
    row = _row(shown, option)
    if option.closed or not desk.takes(act):
        return f'<div class="way closed" aria-disabled="true">{row}</div>'
    if not option.friction:
        return desk.form(act, f'<button class="way {look}">{row}</button>', more=_red(shown, option, desk))
    return _detour(shown, option, desk, look, row, 1)


def _detour(shown: Shown, option: Option, desk: Desk, look: str, row: str, page: int) -> str:
    """The extra presses, one inside the other, and at the end the choice."""
    by_hand = N_("Once more, to be sure."), "", ""
    texts = DETOURS.get(shown.world, DETOURS["daylight"]) if shown.mode == "sheet" else by_hand
    title, line, _count = (_(text).format(page=page, of=option.friction) for text in texts)
    if page < option.friction:
        inside = _detour(shown, option, desk, look, markup(_("Go on")), page + 1)
    else:
        act = Act(do="choose", what=option.id)
        inside = desk.form(act, f"<button{classed('out')}>{markup(_('Go on'))}</button>")
    said = f"<p><b>{markup(title)}</b> {markup(line)}</p>{tag('p', _('“{text}”').format(text=option.text), 'aside')}"
    return f'<details><summary class="way {look}">{row}</summary><div class="detour">{said}{inside}</div></details>'


def _red(shown: Shown, option: Option, desk: Desk) -> str:
    """How many seconds of red it takes, for the script."""
    if shown.mode != "wait" or option.prop != "kerb" or not desk.room.timed:
        return ""
    drawn = SHORTEST + zlib.crc32(shown.moment.encode()) % (LONGEST - SHORTEST + 1)
    return f' data-wait="{drawn}"'


def _picked(shown: Shown, options: list[Option], desk: Desk) -> str:
    """Radio buttons with one press that sends them: what is preselected is chosen already."""
    chosen = any(one.preselected for one in options)
    rows = []
    for number, option in enumerate(options):
        closed = bool(option.closed) or not desk.takes(Act(do="choose", what=option.id))
        state = " disabled" if closed else " checked" if option.preselected else ""
        look = "closed" if closed else _look(option, pushed=chosen)
        rows.append(
            f'<input type="radio" name="what" id="o{number}" value="{markup(option.id)}" required{state}>'
            f'<label class="way {look}" for="o{number}">{_row(shown, option)}</label>'
        )
    does = _("Put it on the tray") if shown.mode == "counter" else _("Do it")
    title = _("Take one of them, and put it on the tray.") if shown.mode == "counter" else _("What you do")
    legend = f"<legend{classed('heard' if shown.mode != 'counter' else '')}>{markup(title)}</legend>"
    inside = f'<fieldset class="picks">{legend}{listed(rows, "ways", "ol")}</fieldset>'
    return desk.form(Act(do="choose"), f'{inside}<button class="big">{markup(does)}</button>')
