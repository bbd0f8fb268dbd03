"""The plainest page that a play can be played with: every act a button, every answer a form. Made to be replaced."""

from game.debrief.words import markup
from game.host.web.room import Room
from game.language import _, told
from game.model.acts import Act
from game.model.view import AskView, View

FILES: dict[str, str] = {}
"""What a page asks for besides itself, and what it is: nothing."""


def served(path: str) -> bytes:
    """One of FILES, as it is sent. Raises KeyError for others."""
    return FILES[path].encode()


def page(view: View, step: int, room: Room) -> str:
    """Return the whole page for this View as HTML. Pure: the same arguments give the same page.

    `step` is how many steps the play has (it is the n of its last line). Whatever can be done is a
    `<form method="post" action="/play">` with these fields:

    n        `step`. A form sent twice counts once, and one from an older page changes nothing.
    form     `room.form`
    do       the act (game.model.acts.Do); what, how: its other parts, absent where they are empty
    values   only with do=answer: one field a value, in the order in which they count. A name may have a dot and
             anything after it (values.0, values.1), so that radio buttons can stand in groups; empty ones are left out.
    own.X    words of one's own in the diary: they take the place of the value "own:" in the fields named values.X,
             and of "blank" if anything was written
    alone    sent by the button that leaves a question empty: no values count then
    """
    parts = [_scene(view), *(_button(act, _label(act, view), step, room) for act in room.acts if act.do != "answer")]
    if view.ask:
        parts.append(_answer(view.ask, step, room))
    notice = f'<p class="notice" role="status">{markup(room.notice)}</p>' if room.notice else ""
    day = _("Day {day} of {days}, {clock}").format(day=view.day, days=view.days, clock=view.clock)
    return (
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Good Standing</title>'
        '<link rel="stylesheet" href="/host.css"></head>'
        f'<body class="{view.world}"><header><p>{markup(day)}</p></header>'
        f"<main>{notice}{''.join(parts)}</main>"
        f'<footer><p><a href="/mine">{markup(_("What is kept of you"))}</a></p></footer></body></html>\n'
    )


def _scene(view: View) -> str:
    lines: list[str] = []
    head = _("The Row")
    if view.page:
        head, lines = view.page.title, [*view.page.lines, *(f"{label}: {figure}" for label, figure in view.page.rows)]
    elif view.phase == "then":
        head, lines = _("Then"), [view.then]
    elif view.moment:
        head, lines = view.moment.where, [view.moment.scene, view.moment.aside]
    elif view.place:
        head, lines = view.place.name, [view.place.line]
    elif view.ask:
        head, lines = view.ask.title, [view.ask.line]
    elif view.phase == "over":
        head = _("The play is over")
    elif view.phase == "street":
        lines = [view.due, view.errand, view.cheer]
    told_lines = "".join(f"<p>{markup(told(line))}</p>" for line in lines if line)
    return f"<h1>{markup(told(head) or _('The Row'))}</h1>{told_lines}"


def _label(act: Act, view: View) -> str:
    if act.do == "choose" and view.moment:
        return next((told(o.text) for o in view.moment.options if o.id == act.what), act.what)
    if act.do == "use" and view.place:
        return next((told(a.text) for a in view.place.activities if a.id == act.what), act.what)
    if act.do == "visit":
        name = next((told(s.name) for s in view.spots if s.id == act.what), act.what)
        return _("{place}, by the Row").format(place=name) if act.how == "row" else _("{place}, by the lane").format(
            place=name)  # fmt: skip
    if act.do == "roam":
        return next((told(r.text) for r in view.roams if r.id == act.what), act.what)
    if act.do == "look" and act.what.startswith("line:"):
        return _("Read a line of the board")
    names = {
        "begin": _("Walk out"), "meet": _("Go on"), "leave": _("Step out"), "home": _("Walk home"), "on": _("On"),
        "skip": _("Pass this by"), "look": _("Look: {what}").format(what=act.what),
    }  # fmt: skip
    return names.get(act.do, act.do)


def _hidden(act: Act, step: int, room: Room) -> str:
    fields = (("n", str(step)), ("form", room.form), ("do", act.do), ("what", act.what), ("how", act.how))
    return "".join(f'<input type="hidden" name="{name}" value="{markup(value)}">' for name, value in fields if value)


def _button(act: Act, label: str, step: int, room: Room) -> str:
    return (
        f'<form method="post" action="/play">{_hidden(act, step, room)}<button>{markup(label)}</button></form>'
    )  # fmt: skip


def _answer(ask: AskView, step: int, room: Room) -> str:
    inside = "".join(_rows(ask))
    done, alone = markup(_("Done")), markup(_("Leave it"))
    return (
        f'<form method="post" action="/play">{_hidden(Act(do="answer", what=ask.id), step, room)}{inside}'
        f'<button>{done}</button> <button name="alone" value="1">{alone}</button></form>'
    )


def _rows(ask: AskView) -> list[str]:
    if ask.kind == "unpack":
        pairs = [(told(i.text), [*zip(i.id.split("/"), told(i.text).split(" / "), strict=False)]) for i in ask.items]
        return [_group(i, text, sides) for i, (text, sides) in enumerate(pairs)]
    if ask.kind == "diary":
        ends = [("blank", _("Nothing")), *((item.id, told(item.text)) for item in ask.items), ("own:", _("Own words"))]
        return [
            f'<input type="hidden" name="values.{i}" value="{markup(moment.id)}">'
            + _group(i, told(moment.text), ends, chosen="blank")
            + f'<label>{markup(_("Own words"))} <input name="own.{i}" maxlength="280"></label>'
            for i, moment in enumerate(ask.about)
        ]
    if ask.kind == "chalk":
        effects = (("raises", _("raises")), ("lowers", _("lowers")), ("uncounted", _("does not count")))
        return [_group(i, told(item.text), [(f"{item.id}={e}", word) for e, word in effects])
                for i, item in enumerate(ask.items)]  # fmt: skip
    if ask.kind == "chair":
        done = (("stamp", _("Stamp it")), ("be", _("Let it be")))
        return [_group(i, told(item.text), [(f"{item.id}={d}", word) for d, word in done])
                for i, item in enumerate(ask.items)]  # fmt: skip
    if ask.kind == "pick":
        return [_group(0, told(ask.title), [(item.id, told(item.text)) for item in ask.items])]
    low = 1 if ask.kind == "token" else 0
    return [_group(0, f"{told(ask.low)} – {told(ask.high)}", [(str(n), str(n)) for n in range(low, ask.top + 1)])]


def _group(number: int, legend: str, options: list[tuple[str, str]], chosen: str = "") -> str:
    inside = "".join(
        f'<label><input type="radio" name="values.{number}" value="{markup(value)}"'
        f"{' checked' if value == chosen else ''}> {markup(label)}</label>"
        for value, label in options
    )
    return f"<fieldset><legend>{markup(legend)}</legend>{inside}</fieldset>"
