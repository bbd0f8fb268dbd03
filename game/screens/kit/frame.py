"""What a screen is told about the window it is drawn in."""

from dataclasses import dataclass

import pygame

from game.screens.kit import bindings, fonts
from game.screens.kit.canvas import HEIGHT, WIDTH, Canvas, fit
from game.screens.kit.lettering import PLEX, Lettering


@dataclass(frozen=True)
class Frame:
    """The window at one instant. `size` in real pixels; `time` in seconds since the start; `still`: reduce motion.

    `lettering` is how letters are set, `stark` that dark is to be darker and light lighter.
    """

    size: tuple[int, int] = (WIDTH, HEIGHT)
    zoom: float = 1.0
    time: float = 0.0
    still: bool = False
    untimed: bool = False
    keys: bindings.Pairs = ()  # what the player has changed
    pad: bool = False  # a gamepad was touched last: its buttons are named
    sure: bool = False  # a choice is asked for twice, by the player's own wish
    learnt: tuple[str, ...] = ()  # hints that have done their work
    lettering: Lettering = PLEX
    stark: bool = False
    letters: tuple[tuple[str, str], ...] = ()  # (choice, letter), where a room votes and choices are called by letters

    def key(self, plain: str) -> str:
        """What stands on the key, or the button, that gives a plain name now."""
        return bindings.cap(plain, self.keys, pad=self.pad)

    def letter(self, choice: str) -> str:
        """What a choice is called where a room votes on it; "" where nobody does."""
        return dict(self.letters).get(choice, "")

    @property
    def scale(self) -> float:
        """Real pixels in a logical unit."""
        return fit(*self.size)

    def em(self, size: float) -> float:
        """A text size at the user's setting."""
        return size * self.zoom

    def measure(
        self, string: str, face: str = "sans", size: float = 18, width: float | None = None, leading: float = 1.3
    ) -> tuple[float, float]:
        """Width and height of text as it will be drawn in this window; `size` is taken as it is."""
        return fonts.measure(string, face, size, self.scale, width, leading, self.lettering)

    def tall(self, face: str, size: float, lines: int, leading: float = 1.3) -> float:
        """How high so many lines of one text are; `size` is taken as it is."""
        return self.measure("\n".join(["x"] * lines), face, size, None, leading)[1]

    def canvas(self, surface: pygame.Surface, make: type[Canvas] = Canvas) -> Canvas:
        """What a screen is drawn on in this window, of that kind."""
        return make(surface, zoom=self.zoom, lettering=self.lettering, stark=self.stark)
