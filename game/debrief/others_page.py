"""The page "The same life under other systems": what is said on it, for screen and paper alike."""

from game.debrief.facets import Life, small_the
from game.debrief.ladder import step
from game.debrief.names import Names
from game.debrief.others import Others, System, others, said
from game.debrief.page import Desk, Page, page
from game.debrief.twin import CannotReplay
from game.debrief.words import amount, capital, listed, small, spelt, times
from game.language import _, ngettext, pgettext

FEW = 8  # acts that nobody counts, named; the rest is a number


def others_page(desk: Desk) -> Page:
    """The same acts, judged by every system in the pack. Without levels of its own a record is not judged."""
    names, title = desk.names, _("Other systems")
    try:
        every = others(names.pack, desk.reading.record)
    except CannotReplay as no:
        return page(desk, "others", title, _("No other system can judge this life."), [str(no)], group="everything")
    if not every.kinds:
        return page(desk, "others", title, _("Nothing was done that could be judged."), [], group="everything")
    looking = [small_the(s.regime) for s in every.systems if s.regime.scores == "looked_at"]
    life = Life(every, names)
    lines = {n for kind in every.counted for n in kind.lines}
    return page(
        desk, "others", title, headline(every), _lead(every, names), charts=(life.marks(),), life=life,
        moments=tuple(desk.cards[n] for n in sorted(lines) if n in desk.cards),
        cannot=(
            _("These are your acts, and not your life. They were done under other rules, by somebody who did not know "
              "these. Who knows a rule acts by it, or around it."),
            _every_act(looking),
            _("An act is taken out of the sums alone. What you would have done instead is not put in its place."),
        ),
        ask=(_("Which of these marks would you show a landlord? Which of them is about you?"),), group="everything",
    )  # fmt: skip


def _every_act(looking: list[str]) -> str:
    """What no system was given in the play; `looking` are those that count only what they look at."""
    if not looking:
        return _("Every system is given every act here, seen or not; a line pasted over later counts from the first "
                 "morning; and you are in what one has to ask for.")  # fmt: skip
    return _("Every system is given every act here, seen or not: {systems} counts as if it had always looked; a line "
             "pasted over later counts from the first morning; and you are in what one has to ask for."
             ).format(systems=listed(looking))  # fmt: skip


def headline(every: Others) -> str:
    """Three marks of one life: the first system's, then the kindest and the hardest word among the others."""
    first, *rest = every.systems
    moved = [s for s in rest if s.most and s.regime.grades and not s.goes_by and s.regime.side]
    ranked = sorted(moved, key=_rank)
    here = listed(said(first.regime, first.points).split(", ", 1))
    if len(ranked) < 2:
        return ngettext("The same life on {n} scale: {mark} by {system}.",
                        "The same life on {n} scales: {mark} by {system}.", len(every.systems)).format(
            n=amount(len(every.systems)), mark=here, system=small_the(first.regime))  # fmt: skip
    best, worst = (step(s.regime, s.points) for s in (ranked[-1], ranked[0]))
    return _("The same life: {here} here, “{best}” there, “{worst}” elsewhere.").format(
        here=here, best=best, worst=worst)  # fmt: skip


def _rank(system: System) -> float:
    """How high up its own steps a mark stands, 0 to 1."""
    steps = sorted(g.at_least for g in system.regime.grades) or sorted(d.at_least for d in system.regime.doors)
    return sum(system.points >= at for at in steps) / len(steps) if steps else 0.5


def _lead(every: Others, names: Names) -> list[str]:
    total = sum(k.times for k in every.kinds)
    met = sum(s.lived is not None for s in every.systems)
    if met == len(every.systems):
        who = ngettext("All of them had you in its books while you played.",
                       "All of them had you in their books while you played.", met)  # fmt: skip
    elif not met:
        who = _("None of them had you in their books while you played.")
    else:
        who = ngettext("{n} of them had you in its books while you played.",
                       "{n} of them had you in their books while you played.",
                       met).format(n=capital(spelt(met)))  # fmt: skip
    read = ngettext("{systems} systems read the same {n} act, each by its own list.",
                    "{systems} systems read the same {n} acts, each by its own list.", total).format(
        systems=capital(spelt(len(every.systems))), n=amount(total))  # fmt: skip
    lead = [
        _("{read} Each is given the whole week here, so a mark may differ from the one you had. {who} Take one act out "
          "of the life, and see which marks move.").format(read=read, who=who)
    ]  # fmt: skip
    if every.uncounted:
        lead.append(_for_nobody(every, names))
    return lead


def _for_nobody(every: Others, names: Names) -> str:
    kinds = sorted(every.uncounted, key=lambda k: -k.times)
    often = pgettext("an act, and how often", "{act}, {times}")
    done = [often.format(act=small(names.act(k.act)), times=times(k.times)) for k in kinds[:FEW]]
    more, acts = len(kinds) - FEW, "; ".join(done)
    if more <= 0:
        return _("For these nobody has a rule: {acts}.").format(acts=acts)
    return ngettext("For these nobody has a rule: {acts}; and {n} kind more.",
                    "For these nobody has a rule: {acts}; and {n} kinds more.",
                    more).format(acts=acts, n=amount(more))  # fmt: skip
