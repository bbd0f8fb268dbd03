"""The levels that come with the game, read once for all tests of a process."""

from functools import cache

from game.content import levels, load
from game.model.content import Pack


@cache
def the_pack() -> Pack:
    return load(levels())
