"""A card over the street that keeps what is its own and lets everything else by."""

from typing import TYPE_CHECKING, ClassVar

from game.screens.kit.answers import Input, Key, Pointer
from game.screens.kit.frame import Frame
from game.screens.kit.screen import Screen

if TYPE_CHECKING:
    from game.model.view import View


class Above(Screen):
    """Takes its own keys and what is pressed on it; everything else is meant for the street, and puts it away."""

    shares = True
    own: ClassVar[tuple[str, ...]] = ()

    def take(self, _view: "View") -> bool:
        """Whatever happens in the play, the card is past."""
        return False

    def lets_by(self, event: Input, frame: Frame) -> bool:
        """Whether this is for the street below."""
        if isinstance(event, Pointer):
            return not self.tree(frame).box.holds(event.x, event.y)
        if not isinstance(event, Key):
            return True
        return event.name not in self.own and not (event.name in ("enter", "space") and self.focus)
