"""A click of the mouse on a screen: down and up on the same spot."""

from game.screens.kit.answers import Answer, Pointer
from game.screens.kit.frame import Frame
from game.screens.kit.screen import Screen


def tap(screen: Screen, x: float, y: float, frame: Frame) -> Answer | None:
    """What a click there answers, whether going down or letting go does it."""
    return screen.on(Pointer("down", x, y), frame) or screen.on(Pointer("up", x, y), frame)
