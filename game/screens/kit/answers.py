"""What goes into a screen (keys, pointer, typed text) and what comes out of it (answers). Plain data on both sides."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from game.model.acts import Act
    from game.screens.kit.screen import Screen


LEFT, RIGHT = {"left", "a"}, {"right", "d"}
GO = {"enter", "space", "up", "w"}
"""The keys that walk, and that use what is here."""


@dataclass(frozen=True)
class Key:
    """A key by its plain name: "left", "enter", "space", "escape", "tab", "backtab", "pageup", "1", "n" ..."""

    name: str
    down: bool = True


@dataclass(frozen=True)
class Pointer:
    """The mouse in logical coordinates. For a wheel, `turn` is the steps upwards."""

    kind: Literal["move", "down", "up", "wheel"]
    x: float
    y: float
    turn: float = 0.0


@dataclass(frozen=True)
class Typed:
    """Text written on the keyboard."""

    text: str


Input = Key | Pointer | Typed


@dataclass(frozen=True)
class Do:
    """An act for the rules."""

    act: "Act"


@dataclass(frozen=True)
class Push:
    """Put a screen on top of this one."""

    screen: "Screen"


@dataclass(frozen=True)
class Pop:
    """Take this screen away."""


@dataclass(frozen=True)
class Reset:
    """Take all screens away and show this one."""

    screen: "Screen"


@dataclass(frozen=True)
class Quit:
    """Leave the game."""


@dataclass(frozen=True)
class Order:
    """Business of the shell: start, continue, delete, export, a setting."""

    name: str
    args: dict[str, Any] = field(default_factory=dict)


Answer = Do | Push | Pop | Reset | Quit | Order
