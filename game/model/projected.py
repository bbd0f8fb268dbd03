"""The two halves of a room of which one may be shown on the projector, and what was shown there of one play."""

from typing import Literal

from game.model.base import Shape

Half = Literal["", "shown", "unshown"]
"""Of the half `shown` one choice in ten may stand on the projector; of the other none. "" where there are no halves."""


class Projected(Shape):
    """What the projector has to do with one play."""

    half: Half
    lines: tuple[tuple[int, str], ...] = ()  # of this play: the steps whose choices stood there, and in which words
    shown: int = 0  # choices that stood there in all
    choices: int = 0  # choices of that half, as far as they were looked at for it
