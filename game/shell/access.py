"""The window for screen readers: what is heard goes to AccessKit, and what it is asked to do comes back.

AccessKit is the extra `a11y`; without it, or where it fails, the game is as it was. Its calls come on threads of their
own, and an exception in one would be its end: they only leave a word in a queue, and catch everything.

It asks for the first tree with its own lock held, and then waits for Python's; whoever calls it in that time, holding
Python's and waiting for its own, stands still for ever. So nothing is called until it has been given that tree.
"""

import importlib
import importlib.util
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from typing import Any

import pygame

from game.language import N_, _
from game.screens.kit.canvas import HEIGHT, WIDTH, fit
from game.screens.voice import Heard, Line, Spot
from game.shell.teller import Asked
from game.shell.touch import Way, number

ROOT = 1
TITLE = N_("Good Standing")
HIDDEN_FIRST = sys.platform in ("win32", "darwin")  # there it must be made before the window is shown
ROLES = {
    "window": "GROUP", "heading": "HEADING", "text": "LABEL", "button": "BUTTON", "list": "LIST",
    "listitem": "LIST_ITEM", "image": "IMAGE", "slider": "SLIDER", "tab": "TAB", "group": "GROUP",
    "entry": "TEXT_INPUT", "alert": "LABEL",
}  # fmt: skip
WAYS: dict[str, Way] = {
    "CLICK": "press", "FOCUS": "focus", "SCROLL_INTO_VIEW": "focus", "INCREMENT": "more", "DECREMENT": "less",
    "SET_VALUE": "set", "SCROLL_DOWN": "on", "SCROLL_UP": "back",
}  # fmt: skip


class Access:
    """One window's tree. All but the two calls from outside belongs to the thread of the loop."""

    def __init__(self, kit: Any) -> None:
        """`kit` is the module accesskit. Raises whatever its adapter raises."""
        self._kit = kit
        self._queue: SimpleQueue[tuple[Way | None, int, str]] = SimpleQueue()
        self._ids: dict[str, int] = {}
        self._sent: dict[int, tuple[Spot | None, tuple[int, ...]]] = {}
        self._size: tuple[int, int] = (WIDTH, HEIGHT)
        self._told = 0  # the latest announcement's id; each is a new thing, so that the same words are said twice
        self._keys: bool | None = None  # whether the window has the keys, where the adapter has not heard it yet
        self._anew = False  # a screen reader has come that has nothing yet
        self.active = False
        self._ways = {int(getattr(kit.Action, name)): way for name, way in WAYS.items()}
        self._adapter = _adapter(kit, self._begun, self._action, self._ended)

    @staticmethod
    def there() -> bool:
        """Whether AccessKit is installed."""
        return importlib.util.find_spec("accesskit") is not None

    @classmethod
    def open(cls) -> "Access | None":
        """For the window there is; None where AccessKit is missing or does not work here."""
        try:
            return cls(importlib.import_module("accesskit"))
        except ImportError:
            return None
        except BaseException as error:  # a panic in the library is no Exception
            _gave_up(error)
            return None

    def _begun(self) -> Any:
        """A screen reader has come (on another thread): an empty window at first; the loop fills it."""
        try:
            root = self._kit.Node(self._kit.Role.WINDOW)
            root.set_label(_(TITLE))
            update = self._kit.TreeUpdate(ROOT)
            update.tree = self._kit.Tree(ROOT)
            update.nodes.append((ROOT, root))
            self._anew = True
        except Exception:  # nothing may come out of here
            return None
        self.active = True  # last of all: from now on the loop may call, and Python changes threads at calls only
        return update

    def _ended(self) -> None:
        """It has gone (on another thread)."""
        self.active = False

    def _action(self, request: Any) -> None:
        """A screen reader asks for something (on another thread)."""
        with suppress(Exception):
            data = request.data
            given = "" if data is None else str(data[1] if isinstance(data, tuple) else data)
            self._queue.put((self._ways.get(int(request.action)), int(request.target), given))

    def asked(self, heard: Heard) -> Iterator[Asked]:
        """What was asked for since the last time."""
        names = {at: path for path, at in self._ids.items()} if not self._queue.empty() else {}
        while not self._queue.empty():
            way, target, given = self._queue.get()
            spot = heard.at(names.get(target, ""))
            if spot is not None and way:
                yield spot.key, way, given

    def show(self, heard: Heard, lines: Sequence[Line], size: tuple[int, int]) -> None:
        """Let it have what has changed, and say the lines that came by themselves."""
        if not self.active:
            return
        if self._anew:
            self._anew, self._sent, self._told = False, {}, 0
        with self._kept_in():
            update = self._update(heard, lines, size)
            events = self._adapter.update_if_active(lambda: update) if self.active else None
            if events is not None:
                events.raise_events()
        if self._keys is not None:
            self.focused(now=self._keys)

    def focused(self, *, now: bool) -> None:
        """The window has the keys, or has lost them; told as soon as somebody is there to hear it."""
        if not self.active:
            self._keys = now
            return
        self._keys = None
        with self._kept_in():
            if hasattr(self._adapter, "update_window_focus_state"):
                self._adapter.update_window_focus_state(now)
            elif hasattr(self._adapter, "update_view_focus_state"):
                events = self._adapter.update_view_focus_state(now)
                if events is not None:
                    events.raise_events()

    @contextmanager
    def _kept_in(self) -> Iterator[None]:
        """Whatever fails on the way to the screen reader ends that way, and not the game."""
        try:
            yield
        except BaseException as error:  # a panic in the library is no Exception
            self.active = False
            _gave_up(error)

    def _update(self, heard: Heard, lines: Sequence[Line], size: tuple[int, int]) -> Any:
        """The nodes that are new or have changed, the window among them if what lies in it has."""
        below: dict[str, list[int]] = {}
        for spot in heard.spots:
            below.setdefault(spot.parent, []).append(self._id(spot.path))
        focus = self._id(heard.focus) if heard.focus else ROOT
        update = self._kit.TreeUpdate(focus)
        said = [one for one in lines if one.why != "focus"]
        if said:
            self._told = self._id(f"said {self._told}")
            update.nodes.append((self._told, self._said(said)))
        now: dict[int, tuple[Spot | None, tuple[int, ...]]] = {}
        if not self._sent or size != self._size:
            self._sent, self._size = {}, size
        for spot in heard.spots:
            at = self._id(spot.path)
            inside = tuple(below.get(spot.path, ()))
            now[at] = (spot, inside)
            if self._sent.get(at) != now[at]:
                update.nodes.append((at, self._node(spot, inside, size)))
        top = (*below.get("", ()), *((self._told,) if self._told else ()))
        now[ROOT] = (None, top)
        if self._sent.get(ROOT) != now[ROOT]:
            update.nodes.append((ROOT, self._window(top, size)))
        self._sent = now
        return update

    def _id(self, path: str) -> int:
        """The number of a thing, the same for as long as the game runs."""
        return self._ids.setdefault(path, ROOT + 1 + len(self._ids))

    def _window(self, below: Sequence[int], size: tuple[int, int]) -> Any:
        root = self._kit.Node(self._kit.Role.WINDOW)
        root.set_label(_(TITLE))
        root.set_children(list(below))
        root.set_bounds(self._kit.Rect(0.0, 0.0, float(size[0]), float(size[1])))
        return root

    def _said(self, lines: Sequence[Line]) -> Any:
        node = self._kit.Node(self._kit.Role.LABEL)
        node.set_value(" ".join(one.text if one.text[-1] in ".?!…”" else f"{one.text}." for one in lines))
        node.set_live(self._kit.Live.POLITE)
        return node

    def _node(self, spot: Spot, below: Sequence[int], size: tuple[int, int]) -> Any:
        kit = self._kit
        node = kit.Node(getattr(kit.Role, ROLES[spot.role]))
        if ROLES[spot.role] == "LABEL":
            node.set_value(spot.said)
        else:
            node.set_label(spot.label if spot.acts or not spot.more else f"{spot.label}. {spot.more}")
            if spot.acts and spot.more:
                node.set_description(spot.more)
        node.set_children(list(below))
        scale = fit(*size)
        left, top = (size[0] - WIDTH * scale) / 2, (size[1] - HEIGHT * scale) / 2
        box = spot.box
        node.set_bounds(kit.Rect(left + box.x * scale, top + box.y * scale,
                                 left + box.right * scale, top + box.bottom * scale))
        if spot.role == "tab":
            node.set_selected(spot.selected)
        if spot.closed:
            node.set_disabled()
        if spot.shortcut:
            node.set_keyboard_shortcut(spot.shortcut)
        if spot.role == "entry":
            node.set_value(spot.value)
        if spot.role == "slider" and (now := number(spot.value)) is not None:
            node.set_numeric_value(float(now))
        for name in _can(spot):
            node.add_action(getattr(kit.Action, name))
        return node


def _gave_up(error: BaseException) -> None:
    """Say that there is no way to screen readers, unless it was somebody's wish to end the game."""
    if isinstance(error, KeyboardInterrupt | SystemExit):
        raise error
    sys.stderr.write(f"good-standing: no way to screen readers here ({type(error).__name__}).\n")


def _can(spot: Spot) -> Iterator[str]:
    """What a screen reader may ask of it, by the library's names."""
    if spot.key and (spot.stop or spot.press):
        yield from ("FOCUS", "SCROLL_INTO_VIEW")
    if spot.press:
        yield "CLICK"
    if spot.adjust:
        yield from ("INCREMENT", "DECREMENT", "SET_VALUE")
    if spot.role == "entry":
        yield "SET_VALUE"
    if spot.scroll:
        yield from ("SCROLL_DOWN", "SCROLL_UP")


def _adapter(kit: Any, begun: Any, action: Any, ended: Any) -> Any:
    """The one for this system, on the window that is open."""
    if sys.platform == "darwin":
        kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
        return kit.macos.SubclassingAdapter.for_window(pygame.display.get_wm_info()["window"], begun, action)
    if os.name == "nt":
        return kit.windows.SubclassingAdapter(pygame.display.get_wm_info()["window"], begun, action)
    return kit.unix.Adapter(begun, action, ended)
