"""The gamepad: its buttons and sticks become the same plain keys as the keyboard's, so that no screen knows of it.

SDL's table of gamepads says which button is which (`pygame._sdl2.controller`); a stick that is not in the table is
read as most of them are built. It is looked for late, and its absence is silent; it can come and go at any time.
"""

from contextlib import suppress
from typing import Any

import pygame

from game.screens.kit.answers import Key

DEAD = 0.5  # how far a stick has to be pushed before it means something ...
LET_GO = 0.35  # ... and how far back before it means nothing again
LEAN = 1.6  # how much further one way than the other: a thumb that walks must not open doors
FULL = 32767.0
BUTTONS = {  # SDL_GameControllerButton
    pygame.CONTROLLER_BUTTON_A: "enter", pygame.CONTROLLER_BUTTON_B: "escape", pygame.CONTROLLER_BUTTON_X: "e",
    pygame.CONTROLLER_BUTTON_Y: "l", pygame.CONTROLLER_BUTTON_BACK: "f2", pygame.CONTROLLER_BUTTON_START: "f10",
    pygame.CONTROLLER_BUTTON_LEFTSTICK: "p", pygame.CONTROLLER_BUTTON_RIGHTSTICK: "h",
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: "pageup", pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: "pagedown",
    pygame.CONTROLLER_BUTTON_DPAD_UP: "up", pygame.CONTROLLER_BUTTON_DPAD_DOWN: "down",
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: "left", pygame.CONTROLLER_BUTTON_DPAD_RIGHT: "right",
}
TRIGGERS = {pygame.CONTROLLER_AXIS_TRIGGERLEFT: "backtab", pygame.CONTROLLER_AXIS_TRIGGERRIGHT: "tab"}
STICKS = {
    pygame.CONTROLLER_AXIS_LEFTX: ("left", 0), pygame.CONTROLLER_AXIS_LEFTY: ("left", 1),
    pygame.CONTROLLER_AXIS_RIGHTX: ("right", 0), pygame.CONTROLLER_AXIS_RIGHTY: ("right", 1),
}
WAYS = {"left": ("left", "right", "up", "down"), "right": ("", "", "pageup", "pagedown")}
UNKNOWN = ("enter", "escape", "e", "l", "pageup", "pagedown", "f2", "f10", "p", "h")
"""The buttons of a stick that SDL has no table for, by number, as the common ones have them."""


class Pad:
    """All gamepads together are one hand: whichever is touched."""

    def __init__(self) -> None:
        """Nothing is looked for yet."""
        self.started = False
        self._controllers: Any = None
        self._held: dict[int, Any] = {}  # by instance, so that they stay open
        self._plain: set[int] = set()  # instances that SDL has no table for
        self._sticks: dict[str, list[float]] = {"left": [0.0, 0.0], "right": [0.0, 0.0]}
        self._leans = {"left": "", "right": "", "hat": ""}
        self._pulled: set[str] = set()

    def start(self) -> None:
        """Look for gamepads. Whatever goes wrong, the game goes on without."""
        self.started = True
        with suppress(Exception):
            from pygame._sdl2 import controller  # noqa: PLC0415  (some milliseconds, after the first frame)

            pygame.joystick.init()
            controller.init()
            self._controllers = controller

    def keys(self, event: pygame.Event) -> list[Key]:
        """What an event of a gamepad means; nothing for other events."""
        kind = event.type
        if kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            name = BUTTONS.get(event.button, "")
            return [Key(name, kind == pygame.CONTROLLERBUTTONDOWN)] if name else []
        if kind == pygame.CONTROLLERAXISMOTION:
            return self._axis(event.axis, event.value / FULL if abs(event.value) > 1 else float(event.value))
        if kind in (pygame.JOYDEVICEADDED, pygame.CONTROLLERDEVICEADDED):
            self._come(event.device_index)
        elif kind in (pygame.JOYDEVICEREMOVED, pygame.CONTROLLERDEVICEREMOVED):
            return self._gone(event.instance_id)
        elif getattr(event, "instance_id", None) in self._plain:
            return self._unknown(event)
        return []

    def let_go(self) -> list[Key]:
        """The ups of all that is pushed: the window has lost the focus, or the pad has gone."""
        names = [one for one in (*self._leans.values(), *self._pulled) if one]
        self._leans = dict.fromkeys(self._leans, "")
        self._pulled.clear()
        self._sticks = {side: [0.0, 0.0] for side in self._sticks}
        return [Key(name, down=False) for name in names]

    def _come(self, index: int) -> None:
        with suppress(Exception):
            known = self._controllers is not None and self._controllers.is_controller(index)
            made: Any = self._controllers.Controller(index) if known else pygame.joystick.Joystick(index)
            number = made.as_joystick().get_instance_id() if known else made.get_instance_id()
            if number not in self._held:
                self._held[number] = made
                self._plain |= set() if known else {number}

    def _gone(self, number: int) -> list[Key]:
        self._held.pop(number, None)
        self._plain.discard(number)
        return self.let_go()

    def _unknown(self, event: pygame.Event) -> list[Key]:
        if event.type in (pygame.JOYBUTTONDOWN, pygame.JOYBUTTONUP) and event.button < len(UNKNOWN):
            return [Key(UNKNOWN[event.button], event.type == pygame.JOYBUTTONDOWN)]
        if event.type == pygame.JOYHATMOTION:
            x, y = event.value
            return self._to("hat", "left" if x < 0 else "right" if x else "up" if y > 0 else "down" if y else "")
        if event.type == pygame.JOYAXISMOTION and event.axis < 2:
            return self._axis(event.axis, event.value)
        return []

    def _axis(self, axis: int, value: float) -> list[Key]:
        if axis in TRIGGERS:
            name = TRIGGERS[axis]
            if value > DEAD and name not in self._pulled:
                self._pulled.add(name)
                return [Key(name)]
            if value < LET_GO and name in self._pulled:
                self._pulled.discard(name)
                return [Key(name, down=False)]
            return []
        side, which = STICKS.get(axis, ("", 0))
        if not side:
            return []
        self._sticks[side][which] = value
        return self._to(side, self._lean(side))

    def _lean(self, side: str) -> str:
        """Which way a stick leans; what it leans already it goes on leaning a little longer."""
        (x, y), (left, right, up, down) = self._sticks[side], WAYS[side]
        now = self._leans[side]
        if now and {left: -x, right: x, up: -y, down: y}[now] > LET_GO:
            return now
        if abs(x) > DEAD and abs(x) >= abs(y):
            return left if x < 0 else right
        if abs(y) > DEAD and abs(y) > LEAN * abs(x):
            return up if y < 0 else down
        return ""

    def _to(self, side: str, name: str) -> list[Key]:
        """From one way to another: the old key is let go before the new one is pressed."""
        before, self._leans[side] = self._leans[side], name
        if before == name:
            return []
        return [Key(one, down) for one, down in ((before, False), (name, True)) if one]
