"""From pygame's events to the plain inputs that screens take."""

import pygame

from game.screens.kit.answers import Input, Key, Pointer, Typed
from game.screens.kit.bindings import Pairs, plain_of
from game.screens.kit.canvas import HEIGHT, WIDTH, fit

NAMES = {
    pygame.K_RETURN: "enter", pygame.K_KP_ENTER: "enter", pygame.K_SPACE: "space", pygame.K_ESCAPE: "escape",
    pygame.K_LEFT: "left", pygame.K_RIGHT: "right", pygame.K_UP: "up", pygame.K_DOWN: "down",
    pygame.K_PAGEUP: "pageup", pygame.K_PAGEDOWN: "pagedown", pygame.K_HOME: "home", pygame.K_END: "end",
    pygame.K_BACKSPACE: "backspace", pygame.K_DELETE: "delete", pygame.K_INSERT: "insert",
    **{pygame.K_F1 + n: f"f{n + 1}" for n in range(12)},
}


def plain(event: pygame.Event, size: tuple[int, int], pairs: Pairs = ()) -> Input | None:
    """The input that an event is, in logical coordinates of a window of `size`; None if it is none.

    `pairs` are the keys that the player has changed; without them a key is what is printed on it.
    """
    if event.type in (pygame.KEYDOWN, pygame.KEYUP):
        name = plain_of(key_name(event.key, event.mod), pairs)
        return Key(name, event.type == pygame.KEYDOWN) if name else None
    if event.type == pygame.TEXTINPUT:
        return Typed(event.text)
    if event.type == pygame.MOUSEMOTION:
        return _pointer("move", event.pos, size)
    if event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) and event.button == 1:
        return _pointer("down" if event.type == pygame.MOUSEBUTTONDOWN else "up", event.pos, size)
    if event.type == pygame.MOUSEWHEEL:
        x, y = logical(pygame.mouse.get_pos(), size)
        return Pointer("wheel", x, y, float(event.y))
    return None


def key_name(key: int, mod: int = 0) -> str:
    """The plain name of a key; "" for keys that screens do not know."""
    if key == pygame.K_TAB:
        return "backtab" if mod & pygame.KMOD_SHIFT else "tab"
    if key in NAMES:
        return NAMES[key]
    if pygame.K_KP_1 <= key <= pygame.K_KP_9:
        return str(key - pygame.K_KP_1 + 1)
    if key == pygame.K_KP_0:
        return "0"
    name = pygame.key.name(key)
    return name if len(name) == 1 and name.isprintable() else ""


def logical(at: tuple[int, int], size: tuple[int, int]) -> tuple[float, float]:
    """A point of the window in logical coordinates."""
    scale = fit(*size)
    return (at[0] - (size[0] - WIDTH * scale) / 2) / scale, (at[1] - (size[1] - HEIGHT * scale) / 2) / scale


def _pointer(kind: str, at: tuple[int, int], size: tuple[int, int]) -> Pointer:
    x, y = logical(at, size)
    return Pointer("move" if kind == "move" else "down" if kind == "down" else "up", x, y)
