"""What the host itself says to a student: the page to join with, what is kept, the arms, the way back."""

from game.debrief.words import markup, page_language
from game.host.arms import Arms, Deal
from game.host.desk import Desk, Settled
from game.host.shown import terms
from game.host.web.room import Room
from game.language import _
from game.model.record import Record
from game.telling.room import AFTER, FIGURES, NOT_YET, NOTE, ROWS, SHUT, STATES, UNTIL, agreed, chosen, day_in_words

STYLE = '<link rel="stylesheet" href="/host.css">'


def frame(
    title: str, body: str, *, kind: str = "", state: str = "", head: str = "", pace: int = 0, language: str = ""
) -> str:
    """A whole page. With a `state` the script waits for the room to change, looking every `pace` milliseconds.

    `head`: more for the head. `language`: that of the page, if it is not the one in force.
    """
    waits = f' data-state="{markup(state)}"' if state else ""
    waits += f' data-pace="{pace}"' if pace else ""
    script = '<script src="/room.js" defer></script>' if state else ""
    return (
        f'<!doctype html>\n<html lang="{language or page_language()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{markup(title)}</title>{STYLE}{script}{head}</head>"
        f'<body class="{kind}"{waits}><main>{body}</main></body></html>\n'
    )


def day(settled: Settled) -> str:
    """The day of deletion in words."""
    return day_in_words(settled.until)


def kept_lines(settled: Settled) -> list[str]:
    """What everybody is told before they join."""
    return [
        _("Your choices are kept, what was shown with them, and how long each took. No name, no account, no address "
          "of your device, no clock time."),
        _(FIGURES if settled.mode == "aggregate" else ROWS),
        *([terms()] if settled.tower else []),
        _("Everything is deleted when {day} begins. You can see what is kept, and delete it, with one tap at any "
          "time.").format(day=day(settled)),
        _("One cookie opens your play in this browser. Two words, which you will see, open it on another device."),
        _("Whoever runs this machine could read what lies on it; and the network here is not encrypted, as in any "
          "room of this kind."),
    ]  # fmt: skip


def join(settled: Settled, state: str, hash_: str, nonce: str, notice: str = "") -> str:
    """The page that a link or a scanner opens. Looking at it takes no place."""
    shares = ""
    if settled.mode == "rows":
        shares = (
            '<p><label><input type="checkbox" name="shares" value="1"> '
            f"{markup(_('My row may be used, without a name, beside the figures.'))}</label></p>"
        )
    if state == "closed":
        begin = f"<p><strong>{markup(_(SHUT))}</strong></p>"
    else:
        begin = (
            f'<form method="post" action="/begin"><input type="hidden" name="nonce" value="{nonce}">{shares}'
            f'<button class="first">{markup(_("Begin"))}</button></form>'
        )
    lines = "".join(f"<li>{markup(line)}</li>" for line in kept_lines(settled))
    said = f'<p class="notice" role="status">{markup(notice)}</p>' if notice else ""
    body = (
        f"<h1>{markup(_('Good Standing'))}</h1><p>{markup(_('A street, some rules, and you.'))}</p>{said}"
        f"<p>{markup(_(NOTE))}</p><h2>{markup(_('What is kept'))}</h2><ul>{lines}</ul>{begin}"
        f'<p><a href="/play">{markup(_("I have begun already, in this browser"))}</a><br>'
        f'<a href="/back">{markup(_("I have begun on another device"))}</a></p>'
        f'<p class="small">{markup(_("Who gets which version is drawn by lot, and was fixed before:"))} '
        f'<code>{hash_}</code> (<a href="/arm">{markup(_("what this is"))}</a>)</p>'
    )
    return frame(_("Good Standing"), body)


def waits(room: Room, state: str) -> str:
    """The page of somebody who has joined while nobody can play."""
    way = f'<p><a class="button" href="/debrief">{markup(_("Open the debrief"))}</a></p>' if room.debrief else ""
    again = "" if room.state == "closed" else f'<p><a class="button" href="/play">{markup(_("Look again"))}</a></p>'
    body = (
        f"<h1>{markup(_('Good Standing'))}</h1><p>{markup(_(STATES[room.state]))}</p>{_told(room)}{way}{again}"
        f"{_code(room)}"
        f'<p><a href="/mine">{markup(_("What is kept of you"))}</a></p>'
    )
    return frame(_("Good Standing"), body, state=state)


def over(room: Room, state: str) -> str:
    """The page of somebody whose play is over."""
    if room.debrief:
        way = f'<p><a class="button" href="/debrief">{markup(_("Open the debrief"))}</a></p>'
    else:
        way = f"<p>{markup(_(NOT_YET))}</p>"
        way += f'<p><a class="button" href="/play">{markup(_("Look again"))}</a></p>'
    body = (
        f"<h1>{markup(_('The play is over'))}</h1><p>{markup(_('You can step out of it now.'))}</p>{_told(room)}{way}"
        f'<p><a href="/mine">{markup(_("What is kept of you"))}</a></p>'
    )
    return frame(_("The play is over"), body, state="" if room.debrief else state)


def _told(room: Room) -> str:
    return f'<p class="notice">{markup(room.told)}</p>' if room.told else ""


def _code(room: Room) -> str:
    words = _("These two words open your play on another device. They are yours alone:")
    return f'<p>{markup(words)}<br><span class="code">{markup(room.code)}</span></p>'


def mine(room: Room, record: Record, deal: Deal, settled: Settled, *, shares: bool) -> str:
    """What the room holds of somebody, and the one tap that deletes it."""
    took = "".join(f"<li>{markup(one)}</li>" for one in chosen(record.lines))
    kept = _("{steps} steps, and the choices among them below. Place {place}, take {take}.").format(
        steps=len(record.lines), place=deal.place, take=deal.take
    )
    if room.debrief:
        whole = f'<p><a href="/mine/record.jsonl">{markup(_("The whole record, as it is kept"))}</a></p>'
    else:
        sealed = _("What the rules do unseen is part of the record and stays sealed until the debrief is open. Then "
                   "the whole record can be read here.")  # fmt: skip
        whole = f"<p>{markup(sealed)}</p>"
    sight = ""
    if room.told and not room.debrief:
        later = _("Which of your choices appeared is kept as well, and stands in your debrief.")
        sight = f"<p>{markup(later)}</p>"
    agree = ""
    if settled.mode == "rows":
        now, ask = agreed(shares=shares)
        agree = (
            f'<form method="post" action="/mine/share"><p>{markup(now)}</p><input type="hidden" name="form" '
            f'value="{room.form}"><input type="hidden" name="shares" value="{"" if shares else "1"}">'
            f"<button>{markup(ask)}</button></form>"
        )
    body = (
        f"<h1>{markup(_('What is kept of you'))}</h1><p>{markup(kept)}</p>{_told(room)}{sight}{_code(room)}{agree}"
        f'<form method="post" action="/mine/withdraw"><input type="hidden" name="form" value="{room.form}">'
        f'<button class="grave">{markup(_("Withdraw and delete all of it, now"))}</button></form>'
        f'<p class="small">{markup(_(AFTER))}</p>'
        f"<p>{markup(_(UNTIL).format(day=day(settled)))}</p>{whole}"
        f'<p><a href="/play">{markup(_("Back to the play"))}</a> · <a href="/arm">{markup(_("Check your arm"))}</a></p>'
        f"<h2>{markup(_('Your choices'))}</h2><ol>{took}</ol>"
    )  # fmt: skip
    return frame(_("What is kept of you"), body)


def withdrawn() -> str:
    """After the one tap."""
    body = (
        f"<h1>{markup(_('It is gone'))}</h1>"
        f"<p>{markup(_('Your play is deleted from the room’s files and from its figures.'))}</p>"
    )
    return frame(_("It is gone"), body)


def back(notice: str = "") -> str:
    """The form for the two words."""
    said = f'<p class="notice" role="alert">{markup(notice)}</p>' if notice else ""
    body = (
        f"<h1>{markup(_('On another device'))}</h1>{said}"
        f'<form method="post" action="/back"><label>{markup(_("Your two words"))} '
        '<input type="text" name="code" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="40" '
        f'required></label><button class="first">{markup(_("Go on"))}</button></form>'
        f'<p><a href="/">{markup(_("Back"))}</a></p>'
    )
    return frame(_("On another device"), body)


def arm(arms: Arms, desk: Desk, deal: Deal | None, *, yours: bool) -> str:
    """The lot: its hash, its rule, and once the room is closed its seed and any place's arm."""
    what = _("It is the SHA-256 of the seed, a line end and the rule, and was shown before anybody joined.")
    told_rule = (
        f"<h2>{markup(_('The rule'))}</h2><p><code>{markup(arms.rule)}</code></p>"
        f"<h2>{markup(_('The hash'))}</h2><p><code>{arms.hash}</code></p>"
        f"<p>{markup(what)}</p>"
    )
    if desk.state != "closed":
        later = _("The seed is shown when the room is closed. Until then nobody can tell who gets what.")
        seed = f"<p>{markup(later)}</p>"
        return frame(_("The lot"), f"<h1>{markup(_('The lot'))}</h1>{seed}{told_rule}", state="")
    check = (
        "python3 -c \"import hashlib; print(hashlib.sha256(open('lot.txt', 'rb').read()).hexdigest())\""
    )  # fmt: skip
    found = ""
    if deal:
        whose = _("Your place") if yours else _("This place")
        as_written = ((_("Order"), str(deal.order)), (_("Starting file"), deal.file),
                      (_("Seed of the play"), str(deal.seed)))  # fmt: skip
        rows = [(whose, str(deal.place)), (_("Take"), str(deal.take)),
                *((name, f"<code>{markup(value)}</code>") for name, value in as_written)]  # fmt: skip
        if deal.half:
            rows.append((_("Half"), markup(_("may be shown") if deal.half == "shown" else _("nothing is shown"))))
        lines = "".join(f'<tr><th scope="row">{markup(a)}</th><td>{b}</td></tr>' for a, b in rows)
        found = f"<table>{lines}</table>"
    body = (
        f"<h1>{markup(_('The lot'))}</h1>{found}"
        f"<h2>{markup(_('The seed'))}</h2><p><code>{arms.seed}</code></p>{told_rule}"
        f'<p><a href="/lot.txt">{markup(_("Seed and rule as a file"))}</a>. '
        f"{markup(_('Its SHA-256 is the hash above:'))} <code>{markup(check)}</code></p>"
        f'<form method="get" action="/arm"><label>{markup(_("Another place"))} <input name="place" inputmode="numeric" '
        f'maxlength="5"></label><label>{markup(_("Take"))} <input name="take" inputmode="numeric" maxlength="3" '
        f'value="1"></label><button>{markup(_("Show its arm"))}</button></form>'
    )
    return frame(_("The lot"), body)


def sorry(title: str, words: str) -> str:
    """A short word and a way on."""
    body = f'<h1>{markup(title)}</h1><p>{markup(words)}</p><p><a class="button" href="/">{markup(_("On"))}</a></p>'
    return frame(title, body)
