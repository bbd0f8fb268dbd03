"""The player's settings, in groups: reading, seeing, sound, pace, window. Each change shows at once."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from game.language import N_, _, language, offered
from game.language.spoken import ENGLISH
from game.screens.keys_page import KeysPage
from game.screens.kit.answers import Answer, Input, Order, Pointer, Push
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, words
from game.screens.kit.node import Node
from game.screens.kit.widgets import button, slider
from game.screens.leaf import Leaf
from game.screens.saved import LEADINGS, PROJECTOR, TEXT_SIZES, USUAL, Settings

if TYPE_CHECKING:
    from game.model.view import View

LOUD = (N_("Effects"), N_("Wind, hum and sea"), N_("Music"))
"""In the order of Settings.volumes."""
TOP = 10


class Pick(NamedTuple):
    """One choice of a row: its label, its key, what it sets, and whether that is so now."""

    label: str
    key: str
    change: dict[str, object]
    now: bool
    size: float = 18  # of its letters, before they are made as large as the player's


def setting_row(
    frame: Frame, screen: Leaf, wide: float, title: str, line: str, picks: Sequence[Pick], more: Sequence[Node] = ()
) -> Node:
    """A title, what it does, and a button for each choice; `more` stands below."""
    pal = screen.palette
    head = words(frame, title, "sans_semibold", 18, pal.ink, wide, role="heading")
    under = [words(frame, line, "sans", 15, pal.soft, wide)] if line else []
    made = [
        button(frame, pal, one.label, one.key, Order("set", dict(one.change)), selected=one.now, size=one.size,
               most=wide)
        for one in picks
    ]
    return column([head, *under, flow(made, wide, gap=10), *more], gap=4)


def text_sizes(now: Settings) -> list[Pick]:
    """The sizes of text that can be picked, each in its own size."""
    return [
        Pick(_("{size} %").format(size=size), f"text.{size}", {"text": size}, now.text == size, 18 * size / now.text)
        for size in TEXT_SIZES
    ]


class Preferences(Leaf):
    """Everything that can be set. It scrolls where it is too long; Tab brings what has the focus into sight."""

    def __init__(self, settings: Settings) -> None:
        """`settings` as they are now."""
        super().__init__(N_("Settings"))
        self.settings = settings
        self.focus = f"text.{settings.text}"
        self._held = ""  # the slider that the mouse has hold of
        self._changed = False  # the page may have grown: what has the focus is to be brought into sight

    def settle(self, settings: Settings) -> None:
        """They have been changed."""
        self.settings, self.dirty, self._changed = settings, True, True

    def take(self, _view: "View") -> bool:
        """Settings stay open."""
        return True

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """Draw them; after a change with what was pressed in sight."""
        if self._changed:
            self._changed = False
            self.turn_to(self.focus, frame)
        super().paint(canvas, frame)

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
        """A heading for each group, and below it a row for each setting."""
        groups = (
            (_("Reading"), self._reading), (_("Seeing"), self._seeing), (_("Sound"), self._sound),
            (_("Pace"), self._pace), (_("Window"), self._window),
        )
        parts: list[Node] = []
        for title, rows in groups:
            parts.append(words(frame, title, "serif_semibold", 22, self.palette.letters, wide, role="heading"))
            parts += rows(frame, wide)
        return parts

    def _reading(self, frame: Frame, wide: float) -> list[Node]:
        now = self.settings
        faces = [
            Pick(_("IBM Plex"), "face.plex", {"face": "plex"}, now.face == "plex"),
            Pick(_("Atkinson Hyperlegible"), "face.plain", {"face": "plain"}, now.face == "plain"),
        ]
        spaces = [
            Pick(_("Usual") if one == 100 else _("{size} %").format(size=one), f"leading.{one}", {"leading": one},
                 now.leading == one) for one in LEADINGS
        ]
        languages = [
            Pick(name, f"language.{code}", {"language": "" if code == ENGLISH else code}, code == language())
            for code, name in offered()
        ]
        spoken = [setting_row(frame, self, wide, _("Language"), _("What has not been translated is in English."),
                              languages)] if len(languages) > 1 else []
        return [
            *spoken,
            setting_row(frame, self, wide, _("Text size"), _("Everything that can be read, but what is painted on "
                                                             "walls."), text_sizes(now)),
            setting_row(frame, self, wide, _("Typeface"), _("The second is one plain face for everything, in which "
                                                            "no two letters look alike."), faces),
            setting_row(frame, self, wide, _("Space between lines"), _("Where a text has more than one."), spaces),
        ]

    def _seeing(self, frame: Frame, wide: float) -> list[Node]:
        now = self.settings
        room = all(getattr(now, name) == value for name, value in PROJECTOR.items())
        return [
            setting_row(frame, self, wide, _("Contrast"), _("High: dark is darker, light is lighter, panels have an "
                                                            "edge, and people stand out from the street."), [
                Pick(_("Usual"), "contrast.usual", {"contrast": "usual"}, now.contrast == "usual"),
                Pick(_("High"), "contrast.high", {"contrast": "high"}, now.contrast == "high"),
            ]),
            setting_row(frame, self, wide, _("Pointer"), _("The arrow of the mouse."), [
                Pick(_("As everywhere"), "pointer.usual", {"pointer": "usual"}, now.pointer == "usual"),
                Pick(_("Large"), "pointer.large", {"pointer": "large"}, now.pointer == "large"),
            ]),
            setting_row(frame, self, wide, _("Movement"), _("Reduced: nothing slides, drifts or breathes."), [
                Pick(_("Full"), "lively", {"still": False}, not now.still),
                Pick(_("Reduced"), "still", {"still": True}, now.still),
            ]),
            setting_row(frame, self, wide, _("For a room"), _("Text at 200 %, high contrast, a large pointer, and "
                                                              "captions always: to be read from the last row."), [
                Pick(_("For a projector"), "room", dict(PROJECTOR), room),
                Pick(_("For one reader"), "reader", dict(USUAL),
                     all(getattr(now, name) == value for name, value in USUAL.items())),
            ]),
        ]

    def _sound(self, frame: Frame, wide: float) -> list[Node]:
        now = self.settings
        return [
            setting_row(frame, self, wide, _("Sound"), _("{key} does the same, anywhere but where you write.").format(
                key=frame.key("m") or "M"), [
                Pick(_("On"), "sound", {"muted": False}, not now.muted),
                Pick(_("Off"), "mute", {"muted": True}, now.muted),
            ]),
            self._sliders(frame, wide),
            setting_row(frame, self, wide, _("Captions"), _("What can be heard, in a few words at the edge."), [
                Pick(_("When sound is off"), "captions.quiet", {"captions": "quiet"}, now.captions == "quiet"),
                Pick(_("Always"), "captions.always", {"captions": "always"}, now.captions == "always"),
                Pick(_("Never"), "captions.never", {"captions": "never"}, now.captions == "never"),
            ]),
        ]

    def _pace(self, frame: Frame, wide: float) -> list[Node]:
        now = self.settings
        line = _("Untimed: the light takes minutes of the game, not your own seconds.")
        again = _("Ask again: the same row has to be pressed twice before it counts.")
        return [
            setting_row(frame, self, wide, _("Waiting"), line, [
                Pick(_("Real seconds"), "timed", {"untimed": False}, not now.untimed),
                Pick(_("Untimed"), "untimed", {"untimed": True}, now.untimed),
            ]),
            setting_row(frame, self, wide, _("Choices"), again, [
                Pick(_("Count at once"), "once", {"sure": False}, not now.sure),
                Pick(_("Ask again"), "sure", {"sure": True}, now.sure),
            ]),
            self._keys(frame, wide),
            setting_row(frame, self, wide, _("This computer"),
                        _("Used by several people, it shows only the plays begun since it was started; the others are "
                          "opened by their two words. “By me” counts from the next start."), [
                Pick(_("By me"), "mine", {"shared": False}, not now.shared),
                Pick(_("By several people"), "shared", {"shared": True}, now.shared),
            ]),
        ]

    def _keys(self, frame: Frame, wide: float) -> Node:
        """The way to the page of keys."""
        line = _("What each key and each button of a gamepad does. The keys can be changed.")
        way = button(frame, self.palette, _("Keys"), "keys", lambda: Push(KeysPage(self.settings)))
        return setting_row(frame, self, wide, _("Keys"), line, (), [way])

    def _window(self, frame: Frame, wide: float) -> list[Node]:
        now = self.settings
        line = _("{key} does the same.").format(key=frame.key("f11") or "F11")
        return [setting_row(frame, self, wide, _("Size"), line, [
            Pick(_("Window"), "window", {"full": False}, not now.full),
            Pick(_("Full screen"), "full", {"full": True}, now.full),
        ])]

    def _sliders(self, frame: Frame, wide: float) -> Node:
        def by(index: int, step: int) -> Answer | None:
            return self._set(index, self.settings.volumes[index] + step)

        names = [_(name) for name in LOUD]
        room = max(frame.measure(f"{name}: {TOP}", "sans", frame.em(18))[0] for name in names) + 8
        return flow([
            slider(frame, self.palette, name, f"volume.{index}", self.settings.volumes[index], TOP, partial(by, index),
                   width=min(wide, room))
            for index, name in enumerate(names)
        ], wide, gap=16, gap_y=8)
