"""The things that ask, as forms: a box, a diary, pegs, chalk, a token, slips of paper, a dial, the chair.

Each can be left alone. Values stand in fields named `values` or `values.N`, in the order in which they count.
"""

from collections.abc import Callable

from game.debrief.words import markup
from game.host.web.html import Desk, classed, listed, tag
from game.language import N_, _, ngettext
from game.model.acts import Act
from game.model.view import AskView, PaneView, View
from game.rules.answers import OWN_WORDS

EFFECTS = (("raises", N_("raises")), ("uncounted", N_("does not count")), ("lowers", N_("lowers")))
SECONDS = 90  # in the chair, from the first look
KINDS: "dict[str, Callable[[AskView, Desk], str]]"


def ask(view: View, desk: Desk) -> str:
    """The page of the thing that asks."""
    asks = view.ask
    assert asks is not None
    head = f'<h1 tabindex="-1">{markup(asks.title)}</h1>{tag("p", asks.line, "said")}'
    act = Act(do="answer", what=asks.id)
    seconds = f' data-chair="{SECONDS}"' if asks.kind == "chair" and desk.room.timed else ""
    done = _("Stand up") if asks.kind == "chair" else _("Done")
    ways = (
        f'<p class="acts end"><button class="big">{markup(done)}</button> '
        f'<button name="alone" value="1" formnovalidate>{markup(_("Leave it"))}</button></p>'
    )
    form = desk.form(act, KINDS[asks.kind](asks, desk) + ways, more=seconds) if desk.takes(act) else ""
    look = f" {'public' if asks.public else 'private'}" if asks.kind == "token" else ""
    return f'<div class="sheet ask {asks.kind}{look}">{head}{form}</div>'


def _radio(name: str, value: str, label: str, *, kind: str = "", must: bool = False, chosen: bool = False) -> str:
    state = f"{' required' if must else ''}{' checked' if chosen else ''}"
    field = f'<input type="radio" name="{name}" value="{markup(value)}"{state}>'
    return f"<label{classed(kind)}>{field}<span>{label}</span></label>"


def _group(legend: str, inside: str, kind: str = "") -> str:
    return f"<fieldset{classed(kind)}><legend>{markup(legend)}</legend>{inside}</fieldset>"


def _unpack(asks: AskView, _desk: Desk) -> str:
    """The pairs, one after another: which of the two comes out first."""
    parts = []
    for number, item in enumerate(asks.items):
        sides = zip(item.id.split("/"), item.text.split(" / "), strict=False)
        radios = "".join(_radio(f"values.{number}", side, markup(text)) for side, text in sides)
        count = _("{count} of {all}").format(count=number + 1, all=len(asks.items))
        parts.append(_group(count, radios, "pair"))
    return "".join(parts)


def _diary(asks: AskView, _desk: Desk) -> str:
    """What one did, and the ends of one sentence; own words take the place of any of them."""
    parts = []
    for number, one in enumerate(asks.about):
        name = f"values.{number}"
        radios = [_radio(name, item.id, markup(item.text)) for item in asks.items]
        own = (
            f'<label class="own"><span>{markup(_("in my own words"))}</span>'
            f'<input name="own.{number}" maxlength="{OWN_WORDS}" autocomplete="off"></label>'
        )
        blank = _radio(name, "blank", markup(_("leave the line blank")), chosen=True)
        moment = f'<input type="hidden" name="{name}" value="{markup(one.id)}">'
        start = tag("p", _("I did it …"), "start")
        parts.append(_group(one.text, f"{moment}{start}{''.join(radios)}{own}{blank}"))
    return "".join(parts)


def _chalk(asks: AskView, _desk: Desk) -> str:
    parts = []
    for number, item in enumerate(asks.items):
        radios = "".join(
            _radio(f"values.{number}", f"{item.id}={way}", markup(_(label)), kind=way) for way, label in EFFECTS
        )
        parts.append(_group(item.text, f'<div class="three">{radios}</div>', "row"))
    return "".join(parts)


def _pick(asks: AskView, _desk: Desk) -> str:
    slips = "".join(_radio("values", item.id, markup(item.text), kind="slip", must=True) for item in asks.items)
    return _group(asks.title, slips, "plain")


def _scale(asks: AskView, _desk: Desk) -> str:
    """A number: pegs to hang tags on, slots for a token, a dial. What its two ends mean stands at them."""
    low = 1 if asks.kind == "token" else 0
    ends = f'<p class="ends"><span>{markup(asks.low)}</span> <span>{markup(asks.high)}</span></p>'
    radios = []
    for number in range(low, asks.top + 1):
        end = asks.low if number == low else asks.high if number == asks.top else ""
        heard = f' <span class="heard">{markup(end)}</span>' if end else ""
        radios.append(_radio("values", str(number), f"{number}{heard}", must=True))
    where = ""
    if asks.kind == "token":
        where = tag("p", _("a jar that everybody sees") if asks.public else _("a locked box"), "where")
    return where + _group(asks.title, f'<div class="scale">{"".join(radios)}</div>{ends}', "plain")


def _chair(asks: AskView, desk: Desk) -> str:
    """The windows: each opens with a look, and is then let be or stamped. What was looked at cannot be unseen."""
    panes = []
    for number, (item, pane) in enumerate(zip(asks.items, asks.panes, strict=True)):
        name, ids = f"values.{number}", (f"w{number}", f"s{number}")
        window = _("Window {number}").format(number=number + 1)
        panes.append(
            f'<input type="radio" class="be" id="{ids[0]}" name="{name}" value="{markup(item.id)}=be">'
            f'<label class="look" for="{ids[0]}"><b>{markup(window)}</b> <span class="before">{_seen(pane)}</span>'
            f'<span class="after">{markup(_("Let it be"))}</span></label>'
            f'<input type="radio" class="stamp" id="{ids[1]}" name="{name}" value="{markup(item.id)}=stamp">'
            f'<label class="after put" for="{ids[1]}">{markup(_("Stamp it"))}</label>'
            f'<p class="after sight">{markup(item.text)}</p>'
        )
    running = _("the kettle is in no hurry")
    if desk.room.timed:
        running = _("90 seconds, from your first look")
    sung = _("The kettle sings. {line}").format(line=_(YOURS))
    clock = f'<p class="kettle" data-sung="{markup(sung)}">{markup(running)}</p>'
    return clock + listed(panes, "windows", "ol")


YOURS = N_("Thank you. Turn the page: it is yours.")


def _seen(pane: PaneView) -> str:
    """How many stand in a window, and whether it is the street; no more than is seen from up here."""
    many = len(pane.figures)
    if pane.outside:
        said = ngettext("{count} figure on the street", "{count} figures on the street", many)
    else:
        said = ngettext("{count} figure in a lit room", "{count} figures in a lit room", many)
    return markup(said.format(count=many))


KINDS = {
    "unpack": _unpack, "diary": _diary, "chalk": _chalk, "pick": _pick, "pegs": _scale, "token": _scale,
    "dial": _scale, "chair": _chair,
}  # fmt: skip
