"""What the screens hold of a View is said anew where the language changes."""

from collections.abc import Sequence

from game.model.view import View
from game.screens.kit.screen import Screen


def retell(screens: Sequence[Screen], seen: View) -> None:
    """Another language has come into force: what the screens of a play hold of `seen` is said in it from now on."""
    for screen in filter(lambda one: one.kind, screens):  # the stage's own
        screen.view = seen
        parts = {"ask": seen.ask, "page": seen.page, "place": seen.place, "shown": seen.moment}
        for holder in (screen, getattr(screen, "diary", None)):
            for name, part in parts.items():
                if part is not None and hasattr(holder, name):
                    setattr(holder, name, part)
