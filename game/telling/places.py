"""What can be done in a place, as a choice with its price."""

from game.language import _
from game.model.record import Option
from game.model.view import Activity
from game.telling.prices import signed


def as_option(one: Activity) -> Option:
    """An activity as a line of a sheet."""
    text = _("{what} ({rest} rest)").format(what=one.text, rest=signed(one.rest)) if one.rest else one.text
    return Option(id=one.id, text=text, minutes=one.minutes, coins=one.coins, mark=one.mark, points=one.points,
                  closed=one.closed)
