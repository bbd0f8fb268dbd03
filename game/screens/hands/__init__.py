"""Moments by hand: walking up to a thing, waiting, taking something from a counter, holding a line.

To the rules they are ordinary choices, and to a voice a list of what is near.
"""

from game.model.view import View
from game.screens.hands.counter import Counter
from game.screens.hands.hand import Hand
from game.screens.hands.line import Call
from game.screens.hands.wait import Wait
from game.screens.hands.walk import Walk
from game.screens.kit.screen import Screen
from game.screens.street import Street

KINDS: dict[str, type[Hand]] = {"walk": Walk, "wait": Wait, "counter": Counter, "line": Call}


def hand(view: View, ground: Screen) -> Hand:
    """The screen for the moment of a View, standing on the street. KeyError for a mode that is not by hand."""
    assert view.moment is not None
    assert isinstance(ground, Street)
    return KINDS[view.moment.mode](view, ground)
