"""Indoors: what can be done here, at what price, and the way out."""

from functools import partial
from typing import TYPE_CHECKING

from game.language import _
from game.model.acts import Act
from game.model.view import View
from game.screens import again
from game.screens.kit.answers import Answer, Do
from game.screens.kit.canvas import WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, scroller, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import Palette, palette
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import button, panel
from game.screens.options import app_option, plain_row, print_row
from game.screens.sheet import HIGHEST, LOWEST
from game.telling.places import as_option
from game.telling.prices import price

if TYPE_CHECKING:
    from game.model.view import PlaceView


OPEN = ("square", "park")  # where one is outside already


class Indoors(Screen):
    """A list of activities on a sheet in the manner of the world. Answers Do(use) and Do(leave)."""

    overlay = True

    def __init__(self, view: View) -> None:
        """`view.place` must be given."""
        super().__init__()
        assert view.place is not None
        self.view = view
        self.place: PlaceView = view.place
        self.focus = "place"
        self.asked = ""  # the activity that waits for a second press, by the player's own setting

    def take(self, view: View) -> bool:
        """Stay as long as one is in the same place."""
        if view.phase != "place" or view.place is None or view.place.id != self.place.id:
            return False
        self.view, self.place, self.dirty, self.asked = view, view.place, True, ""
        return True

    def tree(self, frame: Frame) -> Node:
        """The sign, what one sees, what can be done."""
        pal = palette(self.view.world)
        wide = min(1180.0, (560 if pal.name == "phone" else 860) * (0.55 + 0.45 * frame.zoom))
        inner = wide - 56
        phone = pal.name == "phone"
        parts: list[Node] = [
            words(frame, self.place.name if phone else self.place.name.upper(),
                  "sans_semibold" if phone else "condensed", 20, pal.ink if phone else pal.letters, inner,
                  role="heading"),
            words(frame, self.view.then or self.place.line, "sans" if phone else "serif", 19, pal.ink, inner,
                  key="place", readable=True),
            self._list(frame, pal, inner),
            button(frame, pal, _("Walk on") if self.place.id in OPEN else _("Step outside"), "leave",
                   Do(Act(do="leave")), shortcut="escape", width=inner if phone else None),
        ]
        content = column(parts, gap=10, pad=(28, 20))
        high = min(content.box.h, LOWEST - HIGHEST)
        box = Box((WIDTH - wide) / 2, LOWEST - high, wide, high)
        pane = scroller(content, "indoors", box, self.scrolls.get("indoors", 0.0))
        pane.palette = pal

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            panel(canvas, node.box, pal)

        return Node("window", children=[pane], box=box, draw=draw, palette=pal)

    def _use(self, what: str, *, sure: bool) -> Answer | None:
        """Do it; where the player has asked to be asked, at the second press of the same row."""
        if sure and self.asked != what:
            self.asked, self.dirty = what, True
            return None
        return Do(Act(do="use", what=what))

    def _list(self, frame: Frame, pal: Palette, inner: float) -> Node:
        options = tuple(as_option(one) for one in self.place.activities)
        rows = []
        for index, option in enumerate(options):
            if pal.name == "phone":
                node = app_option(frame, pal, option, inner, pushed=False)
            elif pal.name == "print":
                node = print_row(frame, pal, options, index, inner)
            else:
                node = plain_row(frame, pal, options, index, inner)
            node.key = f"use.{option.id}"
            node.value = price(option)
            node.shortcut = str(index + 1)
            node.answer = partial(self._use, option.id, sure=frame.sure)
            rows.append(again.on_row(frame, node) if self.asked == option.id else node)
        found = column(rows, gap=6 if pal.name == "phone" else 4)
        found.role = "list"
        return found
