"""What has changed overnight, in steps to be seen, and in one line of words. Decided from two Views alone."""

from typing import Literal, NamedTuple

from game.language import N_
from game.model.view import View

How = Literal["night", "paste", "peel", "bowl", "swallow", "shrink", "fade"]
DRESS = ("world", "watch", "lantern", "boxed", "standing", "wall")  # what a regime puts on the street
BARE: dict[str, object] = {
    "world": "daylight", "watch": "none", "lantern": "out", "boxed": False, "standing": None, "wall": None,
}
SECONDS: dict[How, float] = {
    "night": 1.5, "paste": 1.7, "peel": 1.6, "bowl": 1.7, "swallow": 1.6, "shrink": 1.4, "fade": 1.0,
}
BRIEF = 0.62  # a night, or one of two changes at once, takes so much of its time
SOUNDS: dict[How, tuple[str, int]] = {"paste": ("pin", 4), "peel": ("paper", 2), "bowl": ("lamp", 1)}

Lines = dict[tuple[str, ...], str]  # by how, and by what it comes with
COMES: Lines = {
    ("paste",): N_("A board goes up in the square."),
    ("paste", "plain"): N_("A board goes up in the square, and a lens on the lamps."),
    ("swallow",): N_("A light comes on in one hand, and then in every hand."),
    ("swallow", "boxed"): N_("A light gets out of one small box, and takes the Row."),
}
GOES: Lines = {
    ("peel",): N_("The sheets come off the board."),
    ("peel", "away"): N_("The sheets come off the board, and the lenses off their hooks."),
    ("shrink",): N_("The phones go out. There is daylight, and the sea."),
}
GIVES_WAY: Lines = {
    ("peel", "swallow"): N_("The sheets come off the board. A light comes on in one hand, and then in every hand."),
    ("peel", "swallow", "boxed"): N_(
        "The sheets come off the board. A light gets out of one small box, and takes the Row."
    ),
    ("shrink", "paste"): N_("The phones go out. A board goes up in the square."),
    ("shrink", "paste", "plain"): N_("The phones go out. A board goes up in the square, and a lens on the lamps."),
}
SAID: Lines = {**COMES, **GOES, **GIVES_WAY}
DARKENS = N_("The glass of the Lantern goes dark, and a bowl is fitted over each lens.")
CLEARS = N_("The bowls come off, and every lens can be seen.")
ALTERS = N_("Something on the Row is not as it was.")


class Step(NamedTuple):
    """One thing that passes: how, in how many seconds, and the street's dress before and after it."""

    how: How
    seconds: float
    before: View
    after: View


def dressed(view: View, like: View) -> View:
    """The View of a day in the dress of another."""
    return view.model_copy(update={name: getattr(like, name) for name in DRESS})


def hows(before: View, now: View) -> tuple[How, ...]:
    """How one world gives way to the other; empty where nothing that is to be seen has changed."""
    if before.world != now.world:
        goes: dict[str, How] = {"print": "peel", "phone": "shrink"}
        comes: dict[str, How] = {"print": "paste", "phone": "swallow"}
        return tuple(x[y] for x, y in ((goes, before.world), (comes, now.world)) if y in x)
    if before.watch == now.watch and before.lantern == now.lantern:
        return ()
    return ("bowl",) if now.watch == "dark" else ("fade",)


def steps(before: View | None, now: View) -> tuple[Step, ...]:
    """All that passes between the last View of a day and the morning after it; empty between any other two."""
    if before is None or now.phase != "morning" or before.day == now.day:
        return ()
    found = hows(before, now)
    was = dressed(now, before)
    evening = was.model_copy(update={"light": "dusk"})
    made = [Step("night", SECONDS["night"] * (BRIEF if found else 1.0), evening, was)]
    bare = now.model_copy(update=BARE)
    for number, how in enumerate(found):
        first, last = number == 0, number == len(found) - 1
        brief = 1.0 if first and last else BRIEF
        made.append(Step(how, SECONDS[how] * brief, was if first else bare, now if last else bare))
    return tuple(made)


def words(before: View | None, now: View) -> str:
    """The line that says it, not yet translated; "" where nothing has changed."""
    if before is None or now.phase != "morning" or before.day == now.day:
        return ""
    found = hows(before, now)
    if not found:
        return ""
    if found == ("bowl",):
        return DARKENS
    if found == ("fade",):
        return CLEARS if before.watch == "dark" and now.watch == "plain" else ALTERS
    with_it = "boxed" if now.boxed else now.watch
    return SAID.get((*found, with_it)) or SAID.get(found, ALTERS)
