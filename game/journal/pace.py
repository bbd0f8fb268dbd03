"""How long a play still takes, about: reckoned from how fast this player has been, never counted down."""

from collections.abc import Sequence

from game.model.record import Line
from game.model.view import View

PLAN = 0.8  # minutes that a compared moment takes with all that lies round it, until more is known of a player
TRUST = 4  # the plan counts like so many moments of the player's own
AWAY = 90_000  # milliseconds before one step above which somebody was elsewhere
FEW = 3  # minutes below which it is "a few"


def minutes_left(seen: View, lines: Sequence[Line]) -> int | None:
    """Minutes to the last page, in fives; 0 for a few of them. None where the play has no end to reckon towards.

    The time spent so far, over the moments met so far, times the moments still to come: a plain mean. The campaign's
    plan stands in while there are too few moments to take one of.
    """
    if not seen.matched_all or seen.phase == "over":
        return None
    spent = sum(min(line.ms, AWAY) for line in lines) / 60_000
    each = (PLAN * TRUST + spent) / (TRUST + seen.matched_done)
    left = each * (seen.matched_all - seen.matched_done)
    return 0 if left <= FEW else max(5, 5 * round(left / 5))
