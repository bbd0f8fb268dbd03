"""The page “Keys”: what can be done, with which key and which button; and another key for it, if one likes."""

from collections.abc import Callable

from game.language import N_, _
from game.screens.kit import bindings
from game.screens.kit.answers import Answer, Input, Key, Order, Pointer
from game.screens.kit.bindings import Action
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, row, space, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.widgets import button, key_cap, silent
from game.screens.leaf import Leaf, text_width
from game.screens.saved import Settings


class KeysPage(Leaf):
    """A row for each thing that can be done. Answers Order(set, keys)."""

    def __init__(self, settings: Settings) -> None:
        """`settings` as they are now."""
        super().__init__(N_("Keys"))
        self.settings = settings
        self.waits = ""  # the row that waits for a key, by its plain name
        self.said = ""

    @property
    def writing(self) -> bool:  # type: ignore[override]
        """While a row waits, keys are what is printed on them."""
        return bool(self.waits)

    def take(self, _view: object) -> bool:
        """It stays open."""
        return True

    def settle(self, settings: Settings) -> None:
        """They have been changed."""
        self.settings, self.dirty = settings, True

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """How it works, what has just come of it, and the rows."""
        how = _("Press a row, then the key that is to do it. Enter, Space, Escape, Tab, the arrows and the numbers "
                "always do what they do; so do the buttons of a gamepad, named on the right.")
        parts = [words(frame, how, "sans", 15, self.palette.soft, wide)]
        listing = column([self._row(frame, wide, one) for one in bindings.ACTIONS], gap=2)
        listing.role, listing.label = "list", _("Keys")
        return [*parts, listing]

    def _row(self, frame: Frame, wide: float, action: Action) -> Node:
        pal = self.palette
        waits = action.plain == self.waits
        shown = (_("press a key …"),) if waits else bindings.caps(action, self.settings.keys)
        pad = _(action.pad) if action.pad else ""
        keys = words(frame, shown[0], "sans_italic", 16, pal.ink) if waits else row(
            [key_cap(frame, pal, one) for one in shown], gap=6)
        button_wide, keys_wide = wide * 0.19, max(wide * 0.27, keys.box.w)
        name = words(frame, _(action.name), "sans", 17, pal.ink, wide - button_wide - keys_wide - 56)
        inner = silent(row([
            name, space(wide - button_wide - keys_wide - 46 - name.box.w), keys, space(keys_wide - keys.box.w + 22),
            words(frame, pad, "sans", 15, pal.soft, button_wide) if pad else space(button_wide),
        ], pad=(12, 4)))  # fmt: skip

        def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
            canvas.rect(node.box, pal.panel if mood or waits else pal.paper, pal.radius)
            canvas.rect((node.box.x, node.box.bottom, node.box.w, 1), pal.panel)

        told = _("gamepad: {button}").format(button=pad) if pad else ""
        return Node("button", _(action.name), key=f"key.{action.plain}", value=", ".join(map(bindings.spoken, shown)),
                    hint=told, answer=self._begin(action.plain), children=[inner], box=inner.box, draw=draw,
                    palette=pal)  # fmt: skip

    def _begin(self, plain: str) -> Callable[[], None]:
        def wait() -> None:
            self.waits, self.said, self.dirty = plain, "", True

        return wait

    def buttons(self, frame: Frame) -> list[Node]:
        """What came of the last change; closing it, and everything as it was."""
        found = super().buttons(frame)
        if self.settings.keys:
            found.append(button(frame, self.palette, _("As it was"), "as_it_was", self._reset))
        if not self.said:
            return found
        wide = text_width(frame)
        said = column([words(frame, self.said, "sans", 16, self.palette.ink, wide, role="alert")])
        said.draw = lambda canvas, node, _mood: canvas.rect(node.box, self.palette.paper)
        return [column([said, flow(found, wide, gap=12)], gap=10)]

    def _reset(self) -> Answer:
        self.said = _("All keys are as they were at the beginning.")
        return Order("set", {"keys": ()})

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """While a row waits the next key is for it; Escape or a click elsewhere leaves it as it was."""
        if not self.waits:
            return super().on(event, frame)
        if isinstance(event, Pointer) and event.kind == "down":
            self.waits, self.dirty = "", True
            return super().on(event, frame)
        if not isinstance(event, Key) or not event.down:
            return None
        plain, self.waits, self.dirty = self.waits, "", True
        if event.name == "escape":
            return None
        answer = self._put(plain, event.name)
        self._reveal(self.tree(frame))  # what has come of it takes room from the rows
        return answer

    def _put(self, plain: str, key: str) -> Answer | None:
        try:
            keys, other = bindings.given(self.settings.keys, plain, key)
        except ValueError:
            self.said = _("{key} always does what it does. Choose another.").format(key=bindings.named(key))
            return None
        if other:
            self.said = _("{key} was the key for “{other}”. That one is now on {now}.").format(
                key=bindings.named(key), other=_(bindings.KNOWN[other].name),
                now=bindings.named(bindings.key_of(other, keys)),
            )
        else:
            self.said = _("{key}: {what}.").format(key=bindings.named(key), what=_(bindings.KNOWN[plain].name))
        return Order("set", {"keys": keys})
