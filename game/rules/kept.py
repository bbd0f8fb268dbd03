"""What is fixed as long as one play lasts, worked out once and then looked up.

Rules ask many times a step for what only the levels, the setup and the plan decide: today's regime, the lines in force,
a moment with its choices. None of the three can change under a state, so an answer may be kept until another play asks.
Only one play is kept, by identity, so nothing grows; two that take turns step by step are right, and slower.
"""

from typing import Any

from game.model.content import Pack
from game.model.state import State


class _Play:
    """The play asked about last: its levels, setup and plan, held so that no other can take their place unnoticed."""

    __slots__ = ("known", "pack", "plan", "setup")

    def __init__(self, pack: Pack | None = None, state: State | None = None) -> None:
        self.pack, self.setup, self.plan = pack, state and state.setup, state and state.plan
        self.known: dict[Any, Any] = {}


_latest = [_Play()]


def kept(pack: Pack, state: State) -> dict[Any, Any]:
    """Return what has been worked out for this play, to look up and to add to.

    A key names everything that the answer depends on besides the levels, the setup and the plan.
    """
    play = _latest[0]
    if play.pack is not pack or play.setup is not state.setup or play.plan is not state.plan:
        play = _latest[0] = _Play(pack, state)
    return play.known
