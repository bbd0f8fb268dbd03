"""What stands at the top of every page: the day and the clock, coins, rest, ties, and one's standing."""

from game.debrief.words import markup
from game.host.web.drawing import lantern
from game.host.web.html import tag
from game.language import _
from game.model.view import View
from game.telling.days import CHEER, greeting, hours_left, weekday
from game.telling.figures import figures
from game.telling.week import way_in_words

ARROWS = {"up": "↗", "down": "↘", "level": "→"}
INDOORS = ("ask", "ledger", "ending", "epilogue", "over", "title")  # where nothing of the street is to be seen


def head(view: View) -> str:
    """The head of the page as a landmark."""
    if view.phase in ("title", "over"):
        return f'<header class="head">{tag("p", _("Good Standing"), "name")}{lantern(view.lantern)}</header>'
    if view.phase == "ask":  # a thing asks without a figure in sight, and without a score
        return f'<header class="head">{_date(view)}</header>'
    tower = "" if view.phase in INDOORS else lantern(view.lantern)
    return f'<header class="head">{_date(view)}{_figures(view)}{_standing(view)}{tower}</header>'


def _date(view: View) -> str:
    if view.world == "phone" and not view.boxed:
        first = greeting(view.clock)
        second = _("Day {day} · {weekday} {clock}").format(day=view.day, weekday=weekday(view), clock=view.clock)
    else:
        first = _("{weekday} · DAY {day}").format(weekday=weekday(view).upper(), day=view.day)
        second = _("{clock} — {time} left").format(clock=view.clock, time=hours_left(view.minutes_left))
    return f'<p class="date"><strong>{markup(first)}</strong> <span>{markup(second)}</span></p>'


def _figures(view: View) -> str:
    """Each figure with its name for whoever does not see the small drawing beside it."""
    items = "".join(
        f'<li class="{one.key}"><span aria-hidden="true"><b>{markup(one.shown)}</b> {markup(one.word)}</span>'
        f'<span class="heard">{markup(one.said)}</span></li>'
        for one in figures(view)
    )
    return f'<ul role="list" class="figures">{items}</ul>'


def _standing(view: View) -> str:
    shown = view.standing
    if shown is None or view.boxed:
        return ""
    if view.world == "phone":
        first = shown.word or (str(shown.points) if shown.points is not None else _(CHEER[shown.arrow]))
        arrow = ARROWS.get(shown.arrow, "✓")
        return (
            f'<p class="standing"><span class="badge" aria-hidden="true">{arrow}</span> <b>{markup(first)}</b> '
            f'<span class="heard">{markup(way_in_words(shown.arrow))}</span></p>'
        )
    figures = " ".join(
        filter(None, [str(shown.points) if shown.points is not None else "", shown.grade or shown.word])
    )  # fmt: skip
    if not figures:
        return ""
    return f'<p class="standing"><span>{markup(_("PUBLIC STANDING"))}</span> <b>{markup(figures)}</b></p>'
