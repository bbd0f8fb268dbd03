"""The projector of a room with two halves: what one player is told of it afterwards, all of it and at once."""

from dataclasses import replace

from game.debrief.charts import Table
from game.debrief.page import Desk, Page, page
from game.debrief.words import amount, spelt
from game.language import N_, _, ngettext, pgettext
from game.model.projected import Projected

ID = "projector"
NONE = N_("Either nobody had the projector’s page open, or no choice that was drawn came to lie among those of five.")


def projector(desk: Desk, projected: Projected) -> Page:
    """Your half, what was shown of you, and how much was shown in all."""
    there = [(desk.cards[n], said) for n, said in projected.lines if n in desk.cards]
    headline, in_all = said_after(projected, len(desk.reading.chosen))
    lead = (
        _("This was a second watch, beside the story: a lot drew half of you, and that half was told that one in ten "
          "of its choices may appear on the projector. The other half was told that nothing of its own does."),
        in_all if projected.shown else f"{in_all} {_(NONE)}",
        _("A choice appeared only once it lay among those of five players of that half in the same situation, in words "
          "that fit any of them. Which ones are drawn was fixed by the seed before anybody played."),
        _("Whether the two halves chose differently is in the figures of the room: no single play can show it."),
    )  # fmt: skip
    head = (pgettext("head of a table", "day"), _("as it stood there"), _("what you did"))
    rows = tuple((str(card.day), said, card.did) for card, said in there)
    return page(
        desk, ID, _("The projector"), headline, lead, tables=(Table(_("What was shown of you"), head, rows),),
        moments=[card for card, _said in there],
        cannot=(_("You know your half. Whether you would have chosen otherwise in the other one, nobody can know, you "
                  "included."),),
        ask=(_("Nobody’s name was there. What, then, was watched?"),),
    )  # fmt: skip


def said_after(projected: Projected, choices: int) -> tuple[str, str]:
    """What was shown of somebody who made so many choices, and how much in all: one sentence each."""
    own = len(projected.lines)
    if projected.half == "unshown":
        headline = _("Nothing of yours was on the projector, as you were told.")
    elif own:
        headline = ngettext("{n} of your {all} choices was on the projector.",
                            "{n} of your {all} choices were on the projector.", own).format(
            n=spelt(own).capitalize(), all=amount(choices))  # fmt: skip
    else:
        headline = _("You were told that one in ten of your choices may appear; none did.")
    in_all = ngettext("Of {choices} choices of that half {n} was shown in all.",
                      "Of {choices} choices of that half {n} were shown in all.", projected.shown).format(
        choices=amount(projected.choices), n=amount(projected.shown))  # fmt: skip
    return headline, in_all


def with_projector(pages: tuple[Page, ...], desk: Desk, projected: Projected | None) -> tuple[Page, ...]:
    """The pages, and the projector’s after the first where the room had halves."""
    if projected is None:
        return pages
    return (pages[0], replace(projector(desk, projected), group=""), *pages[1:])
