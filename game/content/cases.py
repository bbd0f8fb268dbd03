"""The cases of the learning check: two lots of eight that are alike, and short."""

from collections import Counter
from typing import TYPE_CHECKING, get_args

from game.content.words import count_words
from game.model.check import Case, Kind, Lot

if TYPE_CHECKING:
    from game.content.load import Found

EIGHT = 8  # cases in a lot
NONES = 2  # at least so many of them are none of the four
LONG = 44  # words in a case: under 45
WHY = 50  # words that explain it
KINDS: tuple[Kind, ...] = get_args(Kind)
LOTS: tuple[Lot, ...] = get_args(Lot)


def cases(found: "Found") -> None:
    """Note every fault of the cases. No case at all is none: then nothing is offered."""
    every: list[Case] = list(found.things["cases"].values())
    for one in every:
        for field, most in (("text", LONG), ("why", WHY)):
            many = count_words(getattr(one, field))
            if many > most:
                found.fault("cases", one.id, (field,), f"{many} words", f"at most {most}", "shorten it")
    if every:
        _balance(found, every)


def _balance(found: "Found", every: list[Case]) -> None:
    """Both lots as long, with every kind in them, and as often in the one as in the other."""
    first = every[0].id
    kinds = {lot: Counter(one.kind for one in every if one.lot == lot) for lot in LOTS}
    for lot, there in kinds.items():
        many = sum(there.values())
        if many != EIGHT:
            found.fault("cases", first, (), f"lot {lot} has {many} cases", f"{EIGHT}", "add or move some")
        missing = [kind for kind in KINDS if not there[kind]]
        if missing:
            found.fault("cases", first, (), f"lot {lot} has no “{missing[0]}”", "each kind at least once", "add one")
        if there["none"] < NONES:
            what = f"lot {lot} has “none” {there['none']} times"
            found.fault("cases", first, (), what, f"at least {NONES}", "without them saying “watched” is never wrong")
    uneven = [kind for kind in KINDS if len({kinds[lot][kind] for lot in LOTS}) > 1]
    for kind in uneven:
        what = f"“{kind}” is {' and '.join(f'{kinds[lot][kind]} in {lot}' for lot in LOTS)}"
        found.fault("cases", first, (), what, "as often in both lots", "move or change one")
