"""The chair in the Lantern: twelve windows below, one look at a time. Stamp it, or let it be.

A clock runs only once the first window has been looked at, and not at all where waiting costs no seconds.
"""

from collections.abc import Mapping
from functools import partial

from game.language import N_, _, ngettext
from game.model.acts import Act
from game.model.view import View
from game.screens import hud
from game.screens.kit.answers import Answer, Do, Input, Key
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import PRINT
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import button
from game.screens.paint import lantern, lens, scene
from game.screens.paint.lantern import LENS, SECONDS
from game.screens.paint.lens import COLUMNS, Lit

KEYS = "1234567890-="
KEEPER = "halloran"
PLAIN = {"skin": 2, "hair": "cap", "coat": "uniform", "tone": 2, "height": "tall"}
TURN = 0.4  # seconds in which the lens turns to a window
LAST = 12.0  # seconds until the last page turns by itself
GRACE = 0.3  # seconds in which a key that opened a window does not also let it be
SAID = {"": N_("lit"), "be": N_("let be, dark now"), "stamp": N_("stamped")}
YOURS, TURN_IT = N_("Thank you. Turn the page: it is yours."), N_("Turn the page")


class Chair(Screen):
    """Ninety seconds in the chair, or as long as one likes."""

    def __init__(self, view: View, looks: Mapping[str, object] | None = None) -> None:
        """`view.ask` must be given; `looks` is how people look."""
        super().__init__()
        assert view.ask is not None
        self.view, self.ask = view, view.ask
        self.keeper = (looks or {}).get(KEEPER, PLAIN)
        self.done: dict[str, str] = {}  # window -> "stamp" or "be", in the order looked
        self.looked: int | None = None  # the window that the lens stands at
        self.seen: int | None = None  # the one that it stood at last
        self.near = 0.0
        self.since = 0.0
        self.left = float(SECONDS)
        self.over = False
        self.sung = False  # the kettle said so, not the player
        self._untimed = self._still = False
        self.focus = "line"

    @property
    def moving(self) -> bool:  # type: ignore[override]
        """Steam and flame; nothing moves of itself where that is not wanted."""
        return not self._still or self._turning

    @property
    def lively(self) -> bool:
        """While the lens turns."""
        return self._turning

    @property
    def _turning(self) -> bool:
        return self.near != (0.0 if self.looked is None else 1.0)

    @property
    def stamped(self) -> int:
        """How many windows were stamped."""
        return sum(what == "stamp" for what in self.done.values())

    @property
    def count(self) -> str:
        """What was done so far."""
        return _("looked at {count}, stamped {stamped}").format(count=len(self.done), stamped=self.stamped)

    # What is done

    def tick(self, seconds: float) -> Answer | None:
        """The lens turns, the kettle comes nearer to boiling; when it sings, what is done stands."""
        super().tick(seconds)
        self.since += seconds
        goal, step = 0.0 if self.looked is None else 1.0, 1.0 if self._still else seconds / TURN
        self.near = min(goal, self.near + step) if goal else max(goal, self.near - step)
        if self._untimed or not self.done:
            return None
        if self.over:
            return self._answer() if self.since >= LAST else None
        before = self.left
        self.left = max(0.0, self.left - seconds)
        self.dirty = self.dirty or int(before) != int(self.left)
        if not self.left:
            self.sung = True
            self._stand_up()
        return None

    def _answer(self) -> Answer:
        return Do(Act(do="answer", what=self.ask.id, values=tuple(f"{w}={what}" for w, what in self.done.items())))

    def _look(self, index: int) -> Answer | None:
        self.done.setdefault(self.ask.items[index].id, "be")
        self.looked = self.seen = index
        self.since, self.focus, self.dirty = 0.0, "sight", True
        return None

    def _put(self, what: str) -> Answer | None:
        """Done with this window; the lens turns back. When every window was looked at, that is all."""
        assert self.looked is not None
        self.done[self.ask.items[self.looked].id] = what
        self.strikes = "stamp", self.stamped
        self.focus, self.looked, self.dirty = f"window.{self.looked}", None, True
        return None

    def _stand_up(self) -> Answer | None:
        self.looked, self.over, self.since, self.focus, self.dirty = None, True, 0.0, "line", True
        return None

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """As every screen; arrows go about the house front, Enter or Escape lets a window be."""
        self._untimed, self._still = frame.untimed, frame.still
        if isinstance(event, Key) and event.down:
            if self.looked is not None and event.name in ("enter", "space", "escape"):
                if self.since < GRACE and event.name != "escape":
                    return None
                if event.name == "escape" or self.focus not in ("stamp", "be", "leave", "done"):
                    return self._put("be")
            elif self.looked is None and not self.over and event.name in ("left", "right", "up", "down"):
                self._walk(event.name, frame)
                return None
        return super().on(event, frame)

    def _walk(self, way: str, frame: Frame) -> None:
        """The arrows: from window to window, and down from the lowest to the ways out."""
        self.dirty = True
        if not self.focus.startswith("window."):
            if self.focus == "line" and way in ("right", "down"):
                self.focus = "window.0"
            else:
                self.step(1 if way in ("right", "down") else -1, self.tree(frame))
            return
        there = int(self.focus.removeprefix("window.")) + {"left": -1, "right": 1, "up": -COLUMNS, "down": COLUMNS}[way]
        if 0 <= there < len(self.ask.items):
            self.focus = f"window.{there}"
        elif way == "down":
            self.focus = "done" if self.done else "leave"
        elif way == "up":
            self.focus = "line"

    # What is seen

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """Draw it."""
        self._untimed, self._still = frame.untimed, frame.still
        super().paint(canvas, frame)

    def tree(self, frame: Frame) -> Node:
        """Halloran and his line at the left, the lens in the middle, the count at the right, the board at the foot."""
        way_out = hud.menu(frame, PRINT).place(hud.EDGE, hud.TOP)
        board = [] if self.over else [self._board(frame)]
        children = [way_out, self._speech(frame), self._lens(frame), *board, self._note(frame), self._foot(frame)]

        def draw(canvas: Canvas, _node: Node, _mood: Mood) -> None:
            lantern.room(canvas)
            scene.figure(canvas, self.keeper, 168, lantern.FLOOR, 1, "stand" if self.looked is not None else "talk",
                         0.0 if frame.still else frame.time, 2.5, "print", "dusk")
            boil = 1.0 if self.over else 0.12 + 0.88 * (1 - self.left / SECONDS)
            lantern.kettle(canvas, 1176, lantern.SILL - 8, boil, 0.4 if frame.still else frame.time)
            if self.looked is None and not self.over:
                lantern.tools(canvas)

        return Node("window", self.ask.title, children=children, box=Box(0, 0, WIDTH, HEIGHT), draw=draw,
                    palette=PRINT)

    def _speech(self, frame: Frame) -> Node:
        """What Halloran says, above his head."""
        line = _(YOURS) if self.over else self.ask.line
        said = _("The kettle sings. {line}").format(line=line) if self.sung else line
        text = words(frame, said, "serif", 16, PRINT.ink, 258, key="line", readable=True)
        node = column([text], pad=(16, 12))

        def draw(canvas: Canvas, me: Node, _mood: Mood) -> None:
            canvas.shadow(me.box, "#00000055", 10, 4)
            canvas.rect(me.box, PRINT.paper, 10)
            x = me.box.x + 130
            canvas.polygon([(x, me.box.bottom - 1), (x + 26, me.box.bottom - 1), (x + 22, me.box.bottom + 20)],
                           PRINT.paper)

        node.draw = draw
        return node.place(20, max(72.0, 380 - node.box.h))

    def _note(self, frame: Frame) -> Node:
        """The thing's name, what was done so far, and how far the kettle is."""
        left = int(self.left + 0.99)
        running = ngettext("the kettle: {count} seconds", "the kettle: {count} seconds", left).format(count=left)
        time = running if self.done else _("90 seconds, from your first look")
        time = _("the kettle is in no hurry") if frame.untimed else time
        wide = 244.0
        parts = [words(frame, self.ask.title, "serif_semibold", 20, PRINT.ink, wide, role="heading"),
                 words(frame, self.count, "sans", 16, PRINT.ink, wide)]
        if not self.over:
            parts.append(words(frame, time, "sans_italic", 15, PRINT.soft, wide, news="quiet"))
        node = column(parts, gap=4, pad=(18, 14))

        def draw(canvas: Canvas, me: Node, _mood: Mood) -> None:
            canvas.shadow(me.box, "#00000055", 2, 4)
            canvas.rect(me.box, PRINT.paper, 2)
            canvas.circle((me.box.centre[0], me.box.y + 7), 5, PRINT.accent)

        node.draw = draw
        return node.place(WIDTH - 20 - node.box.w, 200)

    def _windows(self) -> tuple[Lit, ...]:
        looking = None if self.looked is None else self.ask.items[self.looked].id
        return tuple(
            Lit(item.id, "" if item.id == looking else self.done.get(item.id, ""), pane.figures, pane.outside)
            for item, pane in zip(self.ask.items, self.ask.panes, strict=True)
        )

    def _lens(self, frame: Frame) -> Node:
        looking = self.looked is not None
        clock = None if frame.untimed else 0.0 if self.over else self.left

        def draw(canvas: Canvas, _node: Node, _mood: Mood) -> None:
            lantern.rim(canvas, clock)
            near = (1.0 if looking else 0.0) if frame.still else self.near
            lens.lens(canvas, self._windows(), self.seen, near * near * (3 - 2 * near))

        round_ = lantern.RADIUS + lantern.RIM
        box = Box(LENS[0] - round_, LENS[1] - round_, 2 * round_, 2 * round_)
        if self.over:
            return Node("image", _("The street, seen through the lens"), box=box, draw=draw)
        if looking:
            return Node("image", _("One window, brought near"), children=[self._sight(frame)], box=box, draw=draw)
        panes = [self._pane(frame, number) for number in range(len(self.ask.items))]
        return Node("list", _("Windows"), children=panes, box=box, draw=draw)

    def _pane(self, frame: Frame, number: int) -> Node:
        item, place = self.ask.items[number], lens.pane(number)
        state = self.done.get(item.id, "")
        key = KEYS[number] if number < len(KEYS) else ""
        points = min(frame.em(13), 20.0)  # each plate lies between its own window and the next
        wide, high = frame.measure("0", "mono_semibold", points, leading=1.15)
        plate = Box(place.centre[0] - wide / 2 - 6, place.bottom + 2, wide + 12, max(high, 14.0))

        def draw(canvas: Canvas, me: Node, mood: Mood) -> None:
            if self._turning and not frame.still:
                return
            canvas.rect(plate, "#2A2140" if state else "#FBF5E4", 3)
            canvas.text((plate.centre[0], plate.y), key, "mono_semibold", points,
                        "#FBF5E4" if state else "#20263A", align="centre", leading=1.15)
            if mood:
                canvas.rect(place.grown(8), "#FFF6D8", 5, line=3)

        closed = _("Stamped. The ink is dry") if state == "stamp" else ""
        name = _("Window {number}").format(number=number + 1)
        return Node("button", name, key=f"window.{number}", value=_(SAID[state]), disabled=closed,
                    answer=partial(self._look, number), shortcut=key, ring=False, draw=draw,
                    box=Box(place.x - 9, place.y - 3, place.w + 18, plate.bottom - place.y + 3))

    def _sight(self, frame: Frame) -> Node:
        """The sentence of the window that is looked at, on a slip below it."""
        assert self.looked is not None
        wide = min(560.0, 420 * (0.5 + 0.5 * frame.zoom))
        text = words(frame, self.ask.items[self.looked].text, "serif_medium", 20, PRINT.ink, wide, "centre",
                     role="heading", key="sight", readable=True)
        node = column([text], pad=(22, 14))

        def draw(canvas: Canvas, me: Node, _mood: Mood) -> None:
            canvas.shadow(me.box, "#00000066", 3, 5)
            canvas.rect(me.box, PRINT.paper, 3)

        node.draw = draw
        return node.place(LENS[0] - node.box.w / 2, 414)

    def _board(self, frame: Frame) -> Node:
        """The stamp, or the other thing; before, how to begin."""
        if self.looked is None:
            plaque = column([words(frame, _("Click a window, or press its key."), "sans", 16, "#FBF5E4")], pad=(16, 8))
            plaque.draw = lambda canvas, me, _mood: canvas.rect(me.box, "#2F1F14", 4)
            return plaque.place(LENS[0] + 30 - plaque.box.w / 2, lantern.SILL + 40 - plaque.box.h / 2)
        node = row([  # alike: neither is put forward
            button(frame, PRINT, _("Stamp it"), "stamp", partial(self._put, "stamp"), shortcut="s"),
            button(frame, PRINT, _("Let it be"), "be", partial(self._put, "be"), shortcut="b"),
        ], gap=20)
        return node.place(LENS[0] - node.box.w / 2, lantern.SILL + 40 - node.box.h / 2)

    def _foot(self, frame: Frame) -> Node:
        """The ways out: leave it untouched, stand up, or turn the page."""
        if self.over:
            node = button(frame, PRINT, _(TURN_IT), "turn", self._answer(), kind="big", shortcut="enter", size=20)
            return node.place(LENS[0] - node.box.w / 2, lantern.SILL + 40 - node.box.h / 2)
        node = button(frame, PRINT, _("Leave it"), "leave", self._answer(), shortcut="escape")
        if self.done:
            node = button(frame, PRINT, _("Stand up"), "done", self._stand_up)
        return node.place(WIDTH - 40 - node.box.w, lantern.SILL + 40 - node.box.h / 2)
