"""The page of what was kept: how much of what, and every line."""

from collections import Counter

from game.debrief.charts import Table
from game.debrief.names import ORDERS, plain
from game.debrief.page import Desk, Page, page
from game.debrief.words import figure
from game.language import N_, _, ngettext, pgettext
from game.model.acts import Act, Event

ALONE = N_("It watched you in every town, the unwatched ones too. Here is all of it: nothing else was written down, "
           "no name, no hour of the day, no machine, and the game sent none of it anywhere.")
ROOMED = N_("It watched you in every town, the unwatched ones too. Here is all of it: nothing else was written down, "
            "no name, no hour of the day, no machine. The computer that holds your room open has every line, until the "
            "day that was said before or until you withdraw; none of it went anywhere else.")
KINDS = {
    "spent": N_("minutes went by"),
    "met": N_("a moment met"),
    "chose": N_("a choice"),
    "rested": N_("rest gained"),
    "tired": N_("rest lost"),
    "used": N_("something done in a place"),
    "visited": N_("a place entered"),
    "moved": N_("a way walked"),
    "paid": N_("coins paid"),
    "earned": N_("coins earned"),
    "grew_close": N_("a friend closer"),
    "grew_distant": N_("a friend farther off"),
    "answered": N_("a thing answered, or left"),
    "trust": N_("the town's trust moved"),
    "roamed": N_("something done on the pavement"),
    "judged": N_("a door judged"),
    "scored": N_("points given or taken"),
    "dawned": N_("a morning"),
    "balance": N_("a balance drawn"),
    "went_home": N_("a way home"),
    "looked": N_("a look at something"),
    "tried": N_("a purchase that could go wrong"),
    "began": N_("a beginning"),
    "ended": N_("a last page"),
    "revealed": N_("the reveal"),
    "skipped": N_("a moment skipped"),
}
"""The kinds of event, in words."""


def kept(desk: Desk) -> Page:
    """What this game kept about the player: counts, and every line."""
    record = desk.reading.record
    did = Counter(t.event.did for t in desk.reading.told)
    rows = tuple((_(KINDS.get(kind, plain(kind))), figure(many)) for kind, many in did.most_common())
    head = pgettext("head of a table", "kind"), pgettext("head of a table", "times")
    counts = Table(_("How much of what"), head, rows)
    lines = Table(
        _("Every line"),
        (pgettext("head of a table", "line"), pgettext("head of a table", "you"), _("what followed"),
         pgettext("head of a table", "seconds")),
        tuple(
            (str(line.n), say_act(line.act), "; ".join(map(say_event, line.events)), f"{line.ms / 1000:.1f}")
            for line in record.lines
        ),
    )
    header = record.header
    shown = sum(line.shown is not None for line in record.lines)
    many = len(record.lines)
    return page(
        desk, "kept", _("What this game kept"),
        ngettext("This game kept {n} line about you.", "This game kept {n} lines about you.", many).format(
            n=figure(many)),
        [
            _(ROOMED) if desk.roomed else _(ALONE),
            ngettext("With {n} choice it kept what stood on the screen. Seconds are kept beside each step and are read "
                     "by no rule.",
                     "With {n} choices it kept what stood on the screen. Seconds are kept beside each step and are "
                     "read by no rule.", shown).format(n=figure(shown)),
            _("Play {play}: {campaign}, seed {seed}, {order}, starting file {file}.").format(
                play=header.play, campaign=header.setup.campaign, seed=header.setup.seed,
                order=_(ORDERS[header.setup.order]), file=desk.names.file(header.setup.file)),
            _("What you write against a finding here, and the trays you put cases into, lie beside it in a file of "
              "their own, and change no line of it."),
            _("You can keep it, send it or wipe it."),
        ],
        tables=(counts,), long=(lines,), group="everything",
        ask=(_("Was this game a tower? Who stood in it?"),),
    )  # fmt: skip


def say_act(act: Act) -> str:
    """An act as a line of the list."""
    return " ".join(filter(None, (act.do, plain(act.what), act.how, ", ".join(act.values))))


def say_event(event: Event) -> str:
    """An event as a line of the list, secrets and all."""
    parts = [plain(event.did), plain(event.what), plain(event.choice)]
    if event.amount:
        parts.append(str(event.amount))
    if event.why:
        parts.append(f"({plain(event.why)})")
    if event.keeps is not None:
        parts.append(_("kept") if event.keeps else _("not kept"))
        parts.append(_("looked at") if event.watched else _("not looked at"))
    if event.arm:
        parts.append(_("pushed: {arm}").format(arm=event.arm))
    if event.truth:
        parts.append(_("in truth: {what}").format(what=plain(", ".join(t for t in event.truth if t))))
    return " ".join(filter(None, parts))
