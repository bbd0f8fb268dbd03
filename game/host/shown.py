"""What is said of the projector of a room with halves: to each half, on the first page, and on the projector itself."""

from collections.abc import Sequence

from game.debrief.names import Names, plain
from game.debrief.words import capital, markup
from game.host.tower import TURN, Choice
from game.language import N_, _, told
from game.model.content import Pack

FAMILIES = {
    "basket": {"mixed": N_("hid it under something sensible"), "fun": N_("bought the treat, and nothing else"),
               "cash": N_("bought it where nobody looks")},
    "caller": {"hang": N_("ended the call"), "stay": N_("stayed on the line"), "back": N_("promised to ring back")},
    "coffee": {"pay": N_("put the coin in"), "sip": N_("took it, and put nothing in"), "note": N_("left an IOU")},
    "crossing": {"wait": N_("waited"), "step": N_("stepped off the kerb"), "round": N_("went round by the bridge")},
    "debt": {"pay": N_("paid it"), "terms": N_("paid a part"), "later": N_("put it off")},
    "driver": {"deduct": N_("took off what the card says"), "praise": N_("gave all five"),
               "tell": N_("wrote down how it was")},
    "fall": {"stay": N_("stayed"), "call": N_("fetched somebody"), "pass": N_("went on")},
    "friend": {"drop": N_("kept away"), "secretly": N_("came unseen"), "openly": N_("came openly")},
    "grumbler": {"name": N_("said who"), "nothing": N_("said nothing"), "own": N_("said “I did”")},
    "kind_error": {"report": N_("gave it back"), "keep": N_("kept it"),
                   "audit": N_("gave it back, and looked for more")},
    "petition": {"stay_off": N_("did not sign"), "sign": N_("signed"), "gather": N_("took it round")},
    "powder": {"report": N_("reported it"), "warn": N_("warned whoever stood there"), "silence": N_("said nothing")},
}  # fmt: skip
"""What was chosen in a family, whichever of its six stories it was: from a story one could tell whose it is."""

HALVES = {
    "shown": N_("One in ten of your choices, without your name, may appear on the projector."),
    "unshown": N_("Of the other half of the room choices may appear on the projector. None of yours does."),
}
"""What each half is told, before its first choice and on every page of its play."""


def told_half(half: str) -> str:
    """The sentence for one half; "" where there are no halves."""
    return _(HALVES[half]) if half else ""


def words(choice: Choice, pack: Pack) -> str:
    """A choice as it stands on the projector."""
    what, took = choice
    names = Names(pack)
    if what in pack.families:
        known = FAMILIES.get(what, {}).get(took)
        did = _(known) if known else plain(took)
        return _("{situation}: {choice}").format(situation=names.family(what), choice=did)
    kind, _dot, name = what.partition(".")
    scene = pack.nudges.get(name) if kind == "nudge" else pack.scenes.get(name)
    option = next((told(one.text) for one in scene.choices if one.id == took), plain(took)) if scene else plain(took)
    return _("{situation}: “{choice}”").format(situation=capital(names.moment(what)), choice=option)


def screen_list(lines: Sequence[Choice], pack: Pack) -> str:
    """The part of the projector's page that changes."""
    said = "".join(f"<li>{markup(words(one, pack))}</li>" for one in lines)
    none = _("Nothing stands here yet. It begins once five of that half have met the same situation.")
    under = _("Half of you were told so. Whose choice it was, this page does not know either.")
    inside = f'<ul class="shown">{said}</ul>' if said else f"<p>{markup(none)}</p>"
    return (
        f'<section class="some" aria-live="polite"><h2>{markup(_("One choice in ten, of half of you"))}</h2>'
        f'<div data-live>{inside}</div><p class="small">{markup(under)}</p></section>'
    )


def terms() -> str:
    """What the first page says of it."""
    return _(
        "Of half of the players, drawn by lot, one in ten of their choices may appear on the projector: in short "
        "words, without a name, and only once it lies among those of five players. Of the other half none appears. You "
        "are told which half is yours before your first choice, and at the end what was shown."
    )


REFRESH = f'<noscript><meta http-equiv="refresh" content="{TURN // 2}"></noscript>'
"""The projector's page looks again by itself also where no script runs."""
