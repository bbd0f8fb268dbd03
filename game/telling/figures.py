"""The figures of the head, for every edition: how each stands there, its word, and what it says aloud."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import _

if TYPE_CHECKING:
    from game.model.view import View


@dataclass(frozen=True)
class Figure:
    """One figure: what it is, what stands there, the word beside it, and the whole of it in words."""

    key: str
    shown: str
    word: str
    said: str


def figures(view: "View") -> tuple[Figure, ...]:
    """The figures of a View from left to right. What is owed has a place of its own, while anything is."""
    coins = f"{view.coins}" + (f"/{view.need}" if view.need else "")
    if view.coins < view.need:
        purse = _("Coins: {coins} of the {need} the journey takes")
    else:
        purse = _("Coins: {coins}; the journey takes {need}") if view.need else _("Coins: {coins}")
    ties = _("Ties: {ties}, and {close} close to you").format(ties=view.ties, close=view.close)
    found = [
        Figure("coins", coins, _("coins"), purse.format(coins=view.coins, need=view.need)),
        Figure("rest", f"{view.rest}/10", _("rest"), _("Rest: {rest} of 10").format(rest=view.rest)),
        Figure("ties", f"{view.ties}", _("ties"), ties),
    ]
    if view.tick:
        owed = _("Owed, on tick: {coins}").format(coins=view.tick)
        found.insert(1, Figure("tick", f"−{view.tick}", _("owed"), owed))
    return tuple(found)
