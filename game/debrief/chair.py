"""What the player did in the chair: how many windows were looked at and stamped, and how many showed their own acts."""

from game.debrief.bars import joined
from game.debrief.reading import Reading
from game.debrief.words import spelt
from game.language import _
from game.model.acts import Event
from game.model.finding import Finding

WINDOWS = 12


def from_the_chair(reading: Reading) -> Finding | None:
    """Counts, and no test: looked at, stamped, and the same of the windows that were the player's own. None if left."""
    sat = [told for told in reading.answers("chair") if _whole(told.event)]
    if not sat:
        return None
    event = sat[-1].event
    stamps = [value.endswith("=stamp") for value in event.values]
    own = [whose == "own" for whose in event.truth[: len(stamps)]]
    lit = int(event.truth[-1])
    mine = sum(own)
    counts = {
        "windows": WINDOWS, "looked": len(stamps), "stamped": sum(stamps), "own": lit, "looked_own": mine,
        "stamped_own": sum(a and b for a, b in zip(stamps, own, strict=True)),
    }  # fmt: skip
    says = _("You looked at {n} of twelve windows and stamped {stamped}; {own}.")
    if not any(stamps):
        says = _("You looked at {n} of twelve windows and stamped none; {own}.")
    says = says.format(n=len(stamps), stamped=sum(stamps), own=_own(mine, counts["stamped_own"], sum(stamps)))
    also = _("Of all twelve, {n} did.") if lit else _("Of all twelve, none did.")
    return Finding(
        id="chair",
        concept="bentham",
        verdict="described",
        direction=None,
        n=len(stamps),
        value=None,
        counts=counts,
        p=None,
        statement=joined(says, also.format(n=spelt(lit))),
        caveat=_("A window shows a choice that you made, not the evening on which you made it. A stamp may be praise, "
                 "worry or blame; nobody asked which. So few windows cannot tell how you judge yourself."),
        evidence=(sat[-1].n,),
        sources=(_("Galič, Timan and Koops 2017, doi 10.1007/s13347-016-0219-1"),),
    )  # fmt: skip


def _whole(event: Event) -> bool:
    """Say whether it is known of each window whose it was. A record may be foreign, or somebody has been in it."""
    return len(event.truth) == len(event.values) + 1 and event.truth[-1].isdecimal()


def _own(mine: int, stamped: int, stamps: int) -> str:
    if not mine:
        return _("none of those that you looked at showed what you had done yourself")
    if mine == 1 and stamped:
        return _("one of those that you looked at showed what you had done yourself, and you stamped it")
    if mine == 1:
        return _("one of those that you looked at showed what you had done yourself, and you let it be")
    if not stamps:
        says = _("{n} of those that you looked at showed what you had done yourself")
    elif not stamped:
        says = _("{n} of those that you looked at showed what you had done yourself; of these you stamped none")
    elif stamped == mine:
        says = _("{n} of those that you looked at showed what you had done yourself; of these you stamped all")
    else:
        says = _("{n} of those that you looked at showed what you had done yourself; of these you stamped {stamped}")
    return says.format(n=spelt(mine), stamped=spelt(stamped))
