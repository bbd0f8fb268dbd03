"""The pushes: every one of them, and the screen as it would have stood without."""

from game.debrief.cards import Card, price
from game.debrief.charts import Table
from game.debrief.names import plain
from game.debrief.page import Desk, Page, page
from game.debrief.reading import Reading
from game.debrief.words import commas, figure, spelt
from game.language import _, ngettext, pgettext, told
from game.model.record import Option, Shown


def _place(at: int) -> str:
    """The place of an option on the screen, counted from 0."""
    return (
        pgettext("it stood ...", "first"),
        pgettext("it stood ...", "second"),
        pgettext("it stood ...", "third"),
        pgettext("it stood ...", "fourth"),
        pgettext("it stood ...", "fifth"),
        pgettext("it stood ...", "sixth"),
    )[at]


def nudges(desk: Desk) -> Page:
    """Every push, and the screen as it would have been without."""
    put = [t for t in desk.reading.chosen if t.event.arm]
    rows, went, pushed = [], 0, 0
    for t in put:
        known, event = desk.cards[t.n], t.event
        target = next((o for o in known.options if o.preselected or o.lit), None)
        if event.arm == "none" or target is None:
            rows.append((known.title, "–", pgettext("put forward", "nothing"), known.did, "–"))
            continue
        pushed += 1
        followed = target.id == event.choice
        went += followed
        kind = _(plain(event.nudge)) if event.nudge else ""
        did = pgettext("a push was followed", "yes") if followed else pgettext("a push was followed", "no")
        rows.append((known.title, kind, told(target.text), known.did, did))
    head = (pgettext("head of a table", "moment"), pgettext("of push", "kind"), _("put forward"), _("you took"),
            pgettext("head of a table", "followed"))  # fmt: skip
    table = Table(_("Every push"), head, tuple(rows))
    headline = ngettext("Of {n} push, you went along with {went}.", "Of {n} pushes, you went along with {went}.",
                        pushed).format(n=figure(pushed), went=went)  # fmt: skip
    return page(
        desk, "nudges", _("Nudges"), headline if pushed else _("No pushes in this play."),
        [
            _("A nudge moves what stands nearest, what is lit, what is already in your hand; what can be chosen and "
              "what it costs stay as they are. The seed drew which way each of these pushed.")
            + " " + scored(desk.reading),
            _("In the app's own screens the way out was small and grey. That was a nudge too."),
            _("How much nudges do is open: one large review found a middling effect, and nothing was left of it after "
              "correcting for what gets published (Maier 2022); offices that nudge in earnest see 1.4 points where "
              "journals report 8.7 (DellaVigna and Linos 2020)."),
            _("Each pushed moment can be seen twice, side by side: as it was, and with its push off."),
        ],
        tables=(table,) if rows else (), found=("nudge_effect", "override"),
        moments=tuple(desk.cards[t.n] for t in put),
        cannot=(_("That you went where you were pushed does not say that the push moved you."),),
        ask=(_("Is a rule that declares itself more honest than a push that hopes not to be noticed?"),),
        group="everything",
    )  # fmt: skip


def scored(reading: Reading) -> str:
    """How many of the pushed moments the app counted unseen, and how many carried no points."""
    pushed = [t.event.arm for t in reading.chosen if t.event.arm in ("toward", "away", "x", "z")]
    free = sum(arm in ("x", "z") for arm in pushed)
    if not free:
        return _("The app counted what was done in all of them, unseen: none was free of points.") if pushed else ""
    return ngettext("Of {all}, {n} carried no points, or they would be incentives.",
                    "Of {all}, {n} carried no points, or they would be incentives.",
                    free).format(all=spelt(len(pushed)), n=spelt(free))  # fmt: skip


def sides(card: Card) -> Table | None:
    """Both lists of a pushed moment, place by place: as it was, and with the push off. None where nothing pushed."""
    was, bare = card.screen, card.without
    if was is None or bare is None:
        return None
    rows = tuple(
        (str(place), option_line(one, card.chosen), option_line(other, card.chosen))
        for place, (one, other) in enumerate(zip(was.options, bare.options, strict=True), start=1)
    )
    return Table(_("The same screen twice"), ("", _("as it was"), _("with the push off")), rows)


def option_line(option: Option, chosen: str) -> str:
    """An option in a line: its words, its price, how it was put forward, whether it was taken."""
    said = commas([it for it in (price(option), *marks(option, chosen)) if it])
    if not said:
        return told(option.text)
    return pgettext("an option, and how it stood there", "{option} ({notes})").format(
        option=told(option.text), notes=said)  # fmt: skip


def marks(option: Option, chosen: str) -> tuple[str, ...]:
    """How an option stood there, in words."""
    said = (
        _("you took this") if option.id == chosen else "",
        pgettext("an option", "lay ready") if option.preselected else "",
        _("put forward") if option.lit and not option.preselected else "",
        _("asked for an extra press") if option.friction else "",
        pgettext("an option", "shut: {why}").format(why=told(option.closed)) if option.closed else "",
    )
    return tuple(filter(None, said))


def taken_away(card: Card) -> tuple[str, ...]:
    """What the second screen lacks, thing by thing."""
    was, bare = card.screen, card.without
    if was is None or bare is None:
        return ()
    said = []
    target = next((o for o in was.options if o.preselected or o.lit), None)
    if target is not None:
        stood = (
            _("“{option}” lay ready; with the push off, nothing stands out.") if target.preselected
            else _("“{option}” was lit; with the push off, nothing stands out.")
        )  # fmt: skip
        said.append(stood.format(option=told(target.text)))
        said += _moved(was, bare, target)
    slow = sum(o.friction > 0 for o in was.options)
    if slow:
        said.append(ngettext("The other way asked for an extra press.",
                             "Each other way asked for an extra press.", slow))  # fmt: skip
    if was.aside:
        said.append(_("The line “{line}” is gone.").format(line=told(was.aside)))
    said.append(_("What you would have done there, nobody knows."))
    return tuple(said)


def _moved(was: Shown, bare: Shown, target: Option) -> list[str]:
    """Where the push had laid its target, if that was not its place by the seed."""
    here, there = ([o.id for o in one.options].index(target.id) for one in (was, bare))
    if here == there:
        return []
    return [_("It stood {here}; the seed had it {there} of {all}.").format(
        here=_place(here), there=_place(there), all=spelt(len(was.options)))]  # fmt: skip
