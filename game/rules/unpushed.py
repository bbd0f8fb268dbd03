"""A moment as it would have stood on the screen with its nudge off."""

from game.model.record import Option, Setup, Shown
from game.rules.fate import shuffled


def unpushed(setup: Setup, shown: Shown) -> Shown:
    """Return what the same player would have been shown at the same moment, had nothing been put forward.

    Nothing is preselected or lit, no choice asks for an extra press, the pushing line is gone, and the options stand
    in the seed's own order: where a push laid its target nearest, the target goes back to its place. `shown` must be
    a moment with a nudge; in those the line under the scene is the nudge's and no sight of the watch.
    """
    by_id = {option.id: option for option in shown.options}
    order = shuffled(setup.seed, by_id, "order", shown.moment)
    options = tuple(_plain(by_id[option], near) for near, option in enumerate(order))
    return shown.but(options=options, aside="", voice="" if shown.moment.startswith("nudge.") else shown.voice)


def _plain(option: Option, near: int) -> Option:
    return option.but(preselected=False, lit=False, friction=0, near=near)
