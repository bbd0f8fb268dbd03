"""The player's settings: text size, waiting, movement, window, sound."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from game.language import _
from game.screens.keys_page import KeysPage
from game.screens.kit.answers import Answer, Input, Order, Pointer, Push
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, words
from game.screens.kit.node import Node
from game.screens.kit.widgets import button, slider
from game.screens.leaf import Leaf
from game.screens.saved import TEXT_SIZES, Settings

if TYPE_CHECKING:
    from game.model.view import View

LOUD = ("Effects", "Wind, hum and sea", "Music")
"""In the order of Settings.volumes."""
TOP = 10


class Preferences(Leaf):
    """Text size, waiting, movement, full screen; how loud it is, and whether sounds are written as well."""

    def __init__(self, settings: Settings) -> None:
        """`settings` as they are now."""
        super().__init__("Settings")
        self.settings = settings
        self.focus = f"text.{settings.text}"
        self._held = ""  # the slider that the mouse has hold of

    def settle(self, settings: Settings) -> None:
        """They have been changed."""
        self.settings, self.dirty = settings, True

    def take(self, _view: "View") -> bool:
        """Settings stay open."""
        return True

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """A slider goes to where it is pressed, and with the mouse for as long as that is held."""
        if isinstance(event, Pointer) and event.kind == "up":
            self._held = ""
        elif isinstance(event, Pointer) and event.kind in ("down", "move"):
            root = self.tree(frame)
            under = root.at(event.x, event.y)
            if event.kind == "down" and under and under.role == "slider":
                self._held = self.focus = under.key
            if self._held and (held := root.find(self._held)):
                share = (event.x - held.box.x) / (held.box.w or 1)
                return self._set(int(self._held.removeprefix("volume.")), round(share * TOP))
        return super().on(event, frame)

    def _set(self, index: int, value: int) -> Answer | None:
        """Another loudness; None where it is that already."""
        volumes = list(self.settings.volumes)
        volumes[index] = min(max(0, value), TOP)
        if tuple(volumes) == self.settings.volumes:
            return None
        return Order("set", {"volumes": tuple(volumes)})

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """One row of buttons for each setting."""
        now = self.settings
        return [
            self._row(frame, wide, "Text size", "Sheets, pages and figures.",
                      [(f"{size} %", f"text.{size}", {"text": size}, now.text == size) for size in TEXT_SIZES]),
            self._row(frame, wide, "Sound",
                      _("{key} does the same, anywhere but where you write.").format(key=frame.key("m") or "M"),
                      [("On", "sound", {"muted": False}, not now.muted), ("Off", "mute", {"muted": True}, now.muted)]),
            self._sliders(frame, wide),
            self._row(frame, wide, "Captions", "What can be heard, in a few words at the edge.",
                      [("When sound is off", "captions.quiet", {"captions": "quiet"}, now.captions == "quiet"),
                       ("Always", "captions.always", {"captions": "always"}, now.captions == "always"),
                       ("Never", "captions.never", {"captions": "never"}, now.captions == "never")]),
            self._row(frame, wide, "Waiting", "Untimed: the light takes minutes of the game, not your own seconds.",
                      [("Real seconds", "timed", {"untimed": False}, not now.untimed),
                       ("Untimed", "untimed", {"untimed": True}, now.untimed)]),
            self._row(frame, wide, "Movement", "Reduced: nothing slides, drifts or breathes.",
                      [("Full", "lively", {"still": False}, not now.still),
                       ("Reduced", "still", {"still": True}, now.still)]),
            self._row(frame, wide, _("Choices"), _("Ask again: the same row has to be pressed twice before it counts."),
                      [(_("Count at once"), "once", {"sure": False}, not now.sure),
                       (_("Ask again"), "sure", {"sure": True}, now.sure)]),
            self._keys(frame, wide),
            self._row(frame, wide, "Window", _("{key} does the same.").format(key=frame.key("f11") or "F11"),
                      [("Window", "window", {"full": False}, not now.full),
                       ("Full screen", "full", {"full": True}, now.full)]),
            self._row(frame, wide, _("This computer"),
                      _("Used by several people, it shows only the plays begun since it was started; the others are "
                        "opened by their two words. “By me” counts from the next start."),
                      [(_("By me"), "mine", {"shared": False}, not now.shared),
                       (_("By several people"), "shared", {"shared": True}, now.shared)]),
        ]

    def _keys(self, frame: Frame, wide: float) -> Node:
        """The way to the page of keys."""
        line = _("What each key and each button of a gamepad does. The keys can be changed.")
        way = button(frame, self.palette, _("Keys"), "keys", lambda: Push(KeysPage(self.settings)))
        head = words(frame, _("Keys"), "sans_semibold", 18, self.palette.ink, wide, role="heading")
        return column([head, words(frame, line, "sans", 15, self.palette.soft, wide), way], gap=4)

    def _sliders(self, frame: Frame, wide: float) -> Node:
        def by(index: int, step: int) -> Answer | None:
            return self._set(index, self.settings.volumes[index] + step)

        room = max(frame.measure(f"{name}: {TOP}", "sans", frame.em(18))[0] for name in LOUD) + 8
        return flow([
            slider(frame, self.palette, name, f"volume.{index}", self.settings.volumes[index], TOP, partial(by, index),
                   width=min(wide, room))
            for index, name in enumerate(LOUD)
        ], wide, gap=16, gap_y=8)

    def _row(
        self, frame: Frame, wide: float, title: str, line: str,
        choices: Sequence[tuple[str, str, dict[str, object], bool]],
    ) -> Node:
        pal = self.palette
        head = words(frame, title, "sans_semibold", 18, pal.ink, wide, role="heading")
        under = words(frame, line, "sans", 15, pal.soft, wide)
        picks = [
            button(frame, pal, label, key, Order("set", dict(change)), selected=on)
            for label, key, change, on in choices
        ]
        return column([head, under, flow(picks, wide, gap=10)], gap=4)
