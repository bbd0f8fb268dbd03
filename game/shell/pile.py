"""The screens as they lie on each other: which of them are seen, which of them run, and the mark that leads out."""

from collections.abc import Sequence

from game.screens.kit.answers import Answer, Input, Pointer
from game.screens.kit.frame import Frame
from game.screens.kit.screen import Screen


def seen(screens: Sequence[Screen]) -> list[Screen]:
    """What is not covered by something above it, the lowest first."""
    low = len(screens) - 1
    while low > 0 and screens[low].overlay:
        low -= 1
    return list(screens[max(0, low) :])


def running(shown: Sequence[Screen]) -> list[Screen]:
    """What is seen and not paused by something above it."""
    low = max((index for index, screen in enumerate(shown) if screen.pauses), default=0)
    return list(shown[low:])


def way_out(event: Input, shown: Sequence[Screen], frame: Frame) -> Answer | None:
    """The mark that opens the menu lies on the lowest screen; it can be clicked whatever lies above that."""
    if not isinstance(event, Pointer) or event.kind != "down":
        return None
    top, *below = reversed(shown)
    if top.pauses or top.tree(frame).at(event.x, event.y):
        return None
    marks = (screen.tree(frame).find(key) for screen in below for key in ("menu", "before"))
    mark = next((one for one in marks if one and one.box.holds(event.x, event.y)), None)
    return mark.press() if mark else None
