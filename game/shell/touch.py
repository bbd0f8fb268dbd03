"""What a screen reader does to a thing of a screen. It has neither keys nor a mouse; what comes of it is the same."""

import re
from collections.abc import Callable, Sequence
from typing import Literal

from game.screens.kit.answers import Answer, Input, Key, Typed
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node
from game.screens.kit.screen import Screen

Way = Literal["press", "focus", "more", "less", "set", "on", "back"]
FARTHEST = 40  # steps of a slider on the way to a number that was asked for


def touched(
    screens: list[Screen], frame: Frame, key: str, way: Way, given: str, feed: Callable[[Input], None]
) -> Answer | None:
    """Do it, and return what the thing answers. `given` is what to set it to; `on` and `back` turn what scrolls.

    Where the topmost screen shares, what lies below it can be touched, and puts it away. Unknown keys do nothing.
    """
    screen, node = _thing(screens, frame, key)
    if screen is None or node is None:
        return None
    while screens[-1] is not screen and screens[-1].shares and way != "focus":
        screens.pop()
    screen.dirty = True
    if way in ("on", "back"):
        feed(Key("pagedown" if way == "on" else "pageup"))
        return None
    if node.focusable and screen is screens[-1]:
        screen.turn_to(key, frame)
    if way == "press":
        return node.press()
    if way in ("more", "less") and node.adjust and not node.disabled:
        return node.adjust(1 if way == "more" else -1)
    if way == "set" and node.role == "entry":
        for event in [Key("backspace")] * len(node.value) + [Typed(given)]:
            feed(event)
        return None
    return _move_to(screen, node, frame, given) if way == "set" and node.adjust and not node.disabled else None


def _thing(screens: Sequence[Screen], frame: Frame, key: str) -> tuple[Screen, Node] | tuple[None, None]:
    """The thing of that key, on the topmost screen or, where it can be reached from there, on one below."""
    for screen in reversed(screens):
        found = screen.tree(frame).find(key)
        top = screen is screens[-1]
        if found is not None and (top or screens[-1].shares or key in ("menu", "before")):
            return screen, found
        if screen.pauses or not screen.overlay:
            break
    return None, None


def _move_to(screen: Screen, node: Node, frame: Frame, given: str) -> Answer | None:
    """Step by step to a number, as the arrows would; what the last step answers."""
    answer: Answer | None = None
    for _ in range(FARTHEST):
        now = number(node.value)
        wanted = number(given)
        if wanted is None or now == wanted or node.adjust is None:
            break
        answer = node.adjust(1 if now is None or now < wanted else -1)
        after = screen.tree(frame).find(node.key)
        if after is None or number(after.value) == now:
            break
        node = after
    return answer


def number(text: str) -> int | None:
    """The number at the head of a value, as in "3 of 10"; None for a value in words."""
    found = re.match(r"-?\d+", text)
    return int(found.group()) if found else None
