"""What the player did in the chair: how many windows were looked at and stamped, and how many showed their own acts."""

from game.debrief.reading import Reading
from game.debrief.words import spelt
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
    says = (
        f"You looked at {len(stamps)} of twelve windows and stamped {sum(stamps) or 'none'}; "
        f"{_own(mine, counts['stamped_own'], sum(stamps))}. Of all twelve, {spelt(lit) if lit else 'none'} did."
    )
    return Finding(
        id="chair",
        concept="bentham",
        verdict="described",
        direction=None,
        n=len(stamps),
        value=None,
        counts=counts,
        p=None,
        statement=says,
        caveat="A window shows a choice that you made, not the evening on which you made it. A stamp may be praise, "
        "worry or blame; nobody asked which. So few windows cannot tell how you judge yourself.",
        evidence=(sat[-1].n,),
        sources=("Galič, Timan and Koops 2017, doi 10.1007/s13347-016-0219-1",),
    )  # fmt: skip


def _whole(event: Event) -> bool:
    """Say whether it is known of each window whose it was. A record may be foreign, or somebody has been in it."""
    return len(event.truth) == len(event.values) + 1 and event.truth[-1].isdecimal()


def _own(mine: int, stamped: int, stamps: int) -> str:
    if not mine:
        return "none of those that you looked at showed what you had done yourself"
    if mine == 1:
        done = "stamped it" if stamped else "let it be"
        return f"one of those that you looked at showed what you had done yourself, and you {done}"
    done = {0: "none", mine: "all"}.get(stamped, spelt(stamped))
    also = f"; of these you stamped {done}" if stamps else ""
    return f"{spelt(mine)} of those that you looked at showed what you had done yourself{also}"
