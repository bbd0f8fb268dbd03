"""What a phone sees of a vote of the room: the letters with their words, and whether its own counts. No other count."""

from game.debrief.words import markup
from game.host.pages import frame
from game.host.urn import BLANK, Sight
from game.language import N_, _

KEPT = N_("Your letter counts with the room’s and is then forgotten; only the sums are kept, and shown once the vote "
          "is closed. No name, no account, nothing about this phone. One cookie lets it count once; it ends with this "
          "browser, or with the meeting. The network here is not encrypted.")  # fmt: skip
NO_COOKIE = N_("This browser keeps no cookie of this page, and so cannot be told from another one. Allow it this one "
               "cookie, or use another browser; or raise a hand.")  # fmt: skip
FULL = N_("Too many phones have come from here at once. Wait a minute and look again; or raise a hand.")


def vote(sight: Sight, form: str, version: str, pace: int) -> str:
    """The page. `form`: its token; `pace`: milliseconds after which a script asks whether there is something new."""
    late = ""
    if sight.late:
        words = _("That came after its vote was closed, or from an older page, and was not counted.")
        late = f'<p class="notice" role="status">{markup(words)}</p>'
    body = {"open": _open, "closed": _closed, "rest": _rest}[sight.stage](sight, form, late)
    again = f'<p class="again"><a class="button" href="/">{markup(_("Look again"))}</a></p>'
    body += f'{again}<p class="small">{markup(_(KEPT))}</p>'
    return frame(_("The room’s vote"), body, state=version, pace=pace)


def _open(sight: Sight, form: str, late: str) -> str:
    said = late
    if not late:  # always some two lines, so that no letter moves away from under a thumb
        yours = _("Your vote counts: {vote}. You can change it until the vote is closed.")
        words = yours.format(vote=_called(sight.own)) if sight.own else _(
            "Tap a letter. You can change it until the vote is closed.")  # fmt: skip
        said = f'<p class="notice told" role="status">{markup(words)}</p>'
    choices = (*sight.choices, (BLANK, _("Rather not vote")))
    buttons = "".join(_button(sight, letter, words) for letter, words in choices)
    return (
        f"<h1>{markup(_('What does the room do?'))}</h1>{said}"
        '<form method="post" action="/vote" class="ballot">'
        f'<input type="hidden" name="n" value="{sight.serial}"><input type="hidden" name="form" value="{form}">'
        f"{buttons}</form>"
    )


def _button(sight: Sight, letter: str, words: str) -> str:
    own = letter == sight.own
    mark = f'<i aria-hidden="true">{"✓" if own else ""}</i>'
    plate = f"<b>{markup(letter)}</b>" if letter != BLANK else ""
    kind = " ".join(filter(None, ("mine" if own else "", "blank" if letter == BLANK else "")))
    return (
        f'<button name="vote" value="{markup(letter)}" class="{kind}" aria-pressed="{"true" if own else "false"}">'
        f"{plate}<span>{markup(words)}</span>{mark}</button>"
    )


def _closed(sight: Sight, _form: str, late: str) -> str:
    said = _("Your vote counts: {vote}.").format(vote=_called(sight.own)) if sight.own else _("You sent none.")
    words = f"<p><strong>{markup(said)}</strong> {markup(_('What came of it is on the screen.'))}</p>"
    return f"<h1>{markup(_('The vote is closed'))}</h1>{late}{words}"


def _rest(_sight: Sight, _form: str, late: str) -> str:
    words = _("There is nothing to vote on just now. When there is, its letters stand here. Nobody has to vote.")
    return f"<h1>{markup(_('You are in'))}</h1>{late}<p>{markup(words)}</p>"


def _called(letter: str) -> str:
    return _("blank") if letter == BLANK else letter
