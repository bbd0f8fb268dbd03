"""The week as the phone tells it: an arrow, and what it looks like."""

from game.language import N_, _, pgettext

LOOKS = {"up": N_("looking up"), "down": N_("one to watch")}


def way_in_words(way: str) -> str:
    """An arrow ("up", "down" or "level") in words; "" for none."""
    return {"up": _("going up"), "down": _("going down"), "level": pgettext("an arrow", "level")}.get(way, "")


def looks(way: str) -> str:
    """What an arrow makes of the week."""
    return _(LOOKS.get(way, N_("looking lovely")))
