"""Keyboard, mouse and gamepad in one hand: what pygame reports, and what time makes of it, as plain inputs.

Held down, keys that move go on moving where there is a list. A key that presses presses once, however long it is
held; only pages that have been read before go on turning under it.
"""

from typing import TYPE_CHECKING

import pygame

from game.screens.kit.answers import Input, Key
from game.shell.keys import plain
from game.shell.pad import Pad

if TYPE_CHECKING:
    from game.screens.kit.screen import Screen
    from game.shell.desk import Desk

FIRST, NEXT = 0.45, 0.12  # seconds until a held key repeats, and between two times
SKIP_FIRST, SKIP_NEXT = 0.7, 0.3  # seconds until a held key turns pages that were read before, and between two
REPEATS = ("left", "right", "up", "down", "tab", "backtab", "pageup", "pagedown")
WALKED = ("left", "right", "up", "down")  # on foot they are held, or use a door: no list there
PRESSES = ("enter", "space")


class Controls:
    """Answers inputs for the desk; remembers only what is held down."""

    def __init__(self) -> None:
        """Nothing is held."""
        self.pad = Pad()
        self._down: set[int] = set()  # keys of the keyboard that are down
        self._moving = ""
        self._pressing = ""
        self._left = 0.0
        self._over: Screen | None = None  # where the key went down: on another screen it means nothing any more

    def take(self, event: pygame.Event, size: tuple[int, int], desk: "Desk") -> list[Input]:
        """The inputs that an event is, in a window of `size`."""
        buttons = self.pad.keys(event)
        if buttons:
            desk.hold_by(pad=True)
            for one in buttons:
                self._hold(one, desk)
            return list(buttons)
        writes = desk.screens[-1].writing
        made = plain(event, size, () if writes else desk.settings.keys)
        if event.type in (pygame.KEYDOWN, pygame.KEYUP) and self._again(event):
            return []
        if made is None:
            return []
        if isinstance(made, Key):
            self._hold(made, desk)
        if getattr(made, "down", False) or getattr(made, "kind", "") == "down":
            desk.hold_by(pad=False)
        return [made]

    def _again(self, event: pygame.Event) -> bool:
        """Whether the system repeats a key that is still down: it has been pressed once, and that is all.

        Keys are known by their place here, not by their name: Tab goes down, and comes up as Shift and Tab.
        """
        if event.type == pygame.KEYUP:
            self._down.discard(event.key)
            self._moving = self._pressing = ""
            return False
        known = event.key in self._down
        self._down.add(event.key)
        return known

    def _hold(self, key: Key, desk: "Desk") -> None:
        if not key.down:
            self._moving = "" if key.name == self._moving else self._moving
            self._pressing = "" if key.name == self._pressing else self._pressing
            return
        wipes = key.name == "backspace" and desk.screens[-1].writing
        self._moving = key.name if key.name in REPEATS or wipes else ""
        self._pressing = key.name if key.name in PRESSES else ""
        self._left = FIRST if self._moving else SKIP_FIRST
        self._over = desk.screens[-1]

    def let_go(self) -> list[Input]:
        """The window has lost the keys: whatever is held is let go."""
        self._down.clear()
        self._moving = self._pressing = ""
        return [*self.pad.let_go(), Key("left", down=False), Key("right", down=False)]

    def tick(self, seconds: float, desk: "Desk") -> list[Input]:
        """What comes of holding, once a turn of the loop."""
        top = desk.screens[-1]
        if self._moving and (top is not self._over or (desk.on_foot and self._moving in WALKED)):
            self._moving = ""
        if not (self._moving or self._pressing):
            return []
        self._left -= seconds
        if self._left > 0:
            return []
        if self._moving:
            self._left = NEXT
            return [Key(self._moving)]
        self._left = SKIP_NEXT
        desk.turn_what_was_read()
        return []
