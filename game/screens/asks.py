"""What the instrument asks, a thing asks: a box, a diary, pegs, chalk, a token, slips of paper, a dial.

Each can be left alone. The things answer Do(answer) with the values that game.model.view.AskView describes.
"""

from collections.abc import Callable, Mapping
from functools import partial

from game.language import N_, _
from game.model.acts import Act
from game.model.view import AskView, Choice, View
from game.screens import grounds, hud, keepsakes, options, scales
from game.screens.diary import Diary
from game.screens.kit.answers import Answer, Do, Input, Key, Pointer
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, scroller, space, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import DAYLIGHT, PRINT, Palette
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import button, silent
from game.screens.paint import scene

EFFECTS = ("raises", "uncounted", "lowers")
SENT = {"skin": 2, "hair": "short", "hair_tone": 3, "coat": "jacket", "tone": 5, "height": "tall"}
SAID = {"raises": N_("raises"), "lowers": N_("lowers"), "uncounted": N_("does not count"), "": N_("nothing chalked")}


class Asking(Screen):
    """The thing that asks now."""

    def __init__(self, view: View, looks: Mapping[str, object] | None = None) -> None:
        """`view.ask` must be given; `looks` is how people look: whoever holds a jar is seen."""
        super().__init__()
        assert view.ask is not None
        self.view, self.looks = view, looks or {}
        self.ask: AskView = view.ask
        self.taken: list[str] = []  # unpack: what came out first
        self.number: int | None = None  # pegs, token, dial; None: untouched
        self.picked = ""
        self.chalked: dict[str, str] = {}
        self.diary = Diary(self.ask, self._done, self._focus) if self.ask.kind == "diary" else None
        self.focus = "line"

    @property
    def pal(self) -> Palette:
        """Things are made of wood and paper under every regime; only the room's light changes."""
        return DAYLIGHT if self.view.world == "daylight" else PRINT

    @property
    def writing(self) -> bool:  # type: ignore[override]
        return self.diary is not None and self.diary.writing

    def tree(self, frame: Frame) -> Node:
        """What is asked above, the thing below, the ways out at the foot."""
        head = self._head(frame)
        foot = self._foot(frame)
        top = head.box.bottom + 12
        area = Box(40, top, WIDTH - 80, foot.box.y - 12 - top)
        make: dict[str, Callable[[Frame, Box], Node]] = {
            "unpack": self._unpack, "chalk": self._chalk, "pick": self._pick,
            "pegs": self._scale, "token": self._scale, "dial": self._scale,
        }
        thing = self.diary.node(frame, area, self.scrolls) if self.diary else make[self.ask.kind](frame, area)
        way_out = hud.menu(frame, self.pal).place(hud.EDGE, hud.TOP)
        return Node("window", self.ask.title, children=[way_out, head, thing, foot], box=Box(0, 0, WIDTH, HEIGHT),
                    draw=self._room, palette=self.pal)

    def _room(self, canvas: Canvas, _node: Node, _mood: Mood) -> None:
        behind = {"pegs": grounds.tower, "token": grounds.kitchen if self.ask.public else grounds.curtain}
        behind.get(self.ask.kind, grounds.kitchen)(canvas, self.view.world)
        if self.ask.kind == "token" and self.ask.public:
            scene.figure(canvas, self._holder(), 300, keepsakes.TABLE + 178, scale=3.0, world=self.pal.name)
            grounds.table(canvas)

    def _holder(self) -> object:
        """Who holds the jar: the one the line names, or somebody sent."""
        names = {getattr(look, "name", "").rpartition(" ")[2]: look for look in self.looks.values()}
        return next((look for name, look in names.items() if name and name in self.ask.line), SENT)

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """As every screen; the diary listens first while one writes in it."""
        if self.diary and self.diary.writing:
            self.dirty = True
            if not isinstance(event, Pointer):
                return self.diary.write(event)
            if event.kind == "down":
                self.diary.lay_down()
        if isinstance(event, Key) and event.down and self.ask.kind in ("pegs", "dial", "token"):
            low = 1 if self.ask.kind == "token" else 0
            if event.name.isdigit() and low <= int(event.name) <= self.ask.top:
                self._set(int(event.name))
                return None
        if isinstance(event, Key) and event.down and event.name in ("left", "right"):
            half = self._half(event.name == "right")
            if half:
                self._focus(half)
                self._reveal(self.tree(frame))
                return None
        if isinstance(event, Pointer) and event.kind == "up" and self.ask.kind == "token":
            # A token that is dragged to its slot is let go there.
            slot = self.tree(frame).at(event.x, event.y)
            self._down_on = slot.key if slot and slot.key.startswith("slot.") else self._down_on
        return super().on(event, frame)

    def _half(self, right: bool) -> str:  # noqa: FBT001
        """Where an arrow to the side leads in a thing that has two halves, the box and the open book; else nowhere."""
        inside = self._in_the_box()
        if inside:
            return f"take.{inside[0].id.split('/')[-1 if right else 0]}"
        if not self.diary:
            return ""
        lefts, rights = f"page.{self.diary.page}", f"end.{self.ask.items[0].id}"
        here = self.focus.startswith("page.") if not right else self.focus.startswith(("end.", "own", "blank"))
        return self.focus if here else rights if right else lefts

    def _in_the_box(self) -> list[Choice]:
        """The pairs of which nothing has come out yet."""
        if self.ask.kind != "unpack":
            return []
        return [item for item in self.ask.items if not set(item.id.split("/")) & set(self.taken)]

    def _focus(self, key: str) -> None:
        self.focus, self.dirty = key, True

    def _done(self, values: tuple[str, ...]) -> Answer:
        return Do(Act(do="answer", what=self.ask.id, values=values))

    def _head(self, frame: Frame) -> Node:
        wide = min(1120.0, 720 * (0.5 + 0.5 * frame.zoom))
        pal = self.pal
        title = words(frame, self.ask.title, "serif_semibold", 24, pal.ink, wide, role="heading")
        line = words(frame, self.ask.line, "serif", 18, pal.ink, wide, key="line", readable=True)
        node = column([title, line], gap=2, pad=(24, 12))

        def draw(canvas: Canvas, me: Node, _mood: Mood) -> None:
            canvas.shadow(me.box, "#20263A44", 4, 5)
            canvas.rect(me.box, "#FFFBEF", 4)

        node.draw = draw
        return node.place((WIDTH - node.box.w) / 2, 20)

    def _foot(self, frame: Frame) -> Node:
        pal = self.pal
        values = self._values()
        # Escape leaves an untouched thing; once something was done it must not throw that away.
        parts = [button(frame, pal, _("Leave it"), "leave", self._done(()), shortcut="" if values else "escape")]
        if values:
            parts.append(button(frame, pal, _("Done"), "done", self._done(values), kind="big"))
        node = row(parts, gap=16)
        return node.place(WIDTH - 40 - node.box.w, HEIGHT - 20 - node.box.h)

    def _values(self) -> tuple[str, ...]:
        kind = self.ask.kind
        if kind == "unpack":
            return tuple(self.taken)
        if kind == "diary":
            return self.diary.values() if self.diary else ()
        if kind == "chalk":
            order = [item.id for item in self.ask.items]
            return tuple(f"{one}={self.chalked[one]}" for one in order if one in self.chalked)
        if kind == "pick":
            return (self.picked,) if self.picked else ()
        return () if self.number is None else (str(self.number),)

    def _set(self, number: int) -> Answer | None:
        self.number, self.dirty = number, True
        return None

    def _step(self, by: int) -> Answer | None:
        low = 1 if self.ask.kind == "token" else 0
        start = self.number if self.number is not None else (low if by < 0 else low - 1 + (low == 0))
        return self._set(min(self.ask.top, max(low, start + by if self.number is not None else start)))

    # The box

    def _unpack(self, frame: Frame, area: Box) -> Node:
        left = self._in_the_box()
        names = {one: text for item in self.ask.items
                 for one, text in zip(item.id.split("/"), item.text.split(" / "), strict=False)}
        board = Box(area.x + 140, area.y + 10, area.w - 280, 64)
        children: list[Node] = [self._shelf(board, names)]
        box = Box(WIDTH / 2 - 170, keepsakes.TABLE - 92, 340, 160)
        if left:
            for side, one in enumerate(left[0].id.split("/")):
                children.append(self._thing(frame, one, names.get(one, one), side, box, board.bottom + 40))
        said = _("a box, still half full") if left else _("an empty box")
        front = Node("image", said, box=box, draw=keepsakes.drawn(keepsakes.crate))
        out = _("{count} of {all}").format(count=len(self.ask.items) - len(left), all=len(self.ask.items))
        count = words(frame, out, "sans", 16, "#FFFFFF")
        count.place(60, HEIGHT - 24 - count.box.h)
        return Node("list", self.ask.title, children=[*children, front, count], box=area)

    def _shelf(self, board: Box, names: dict[str, str]) -> Node:
        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            keepsakes.shelf(canvas, node.box)
            for index, one in enumerate(self.taken):
                x = node.box.x + 40 + index * (node.box.w - 100) / max(1, len(self.ask.items))
                keepsakes.parcel(canvas, Box(x, node.box.bottom - 44, 46, 44), one, string=False)

        said = ", ".join(names.get(one, one) for one in self.taken)
        return Node("image", _("on the shelf"), value=said or _("nothing yet"), box=board, draw=draw)

    def _thing(self, frame: Frame, one: str, name: str, side: int, box: Box, top: float) -> Node:
        wide = min(300.0, 200 * (0.5 + 0.5 * frame.zoom))
        text = silent(words(frame, name, "sans_semibold", 17, "#20263A", wide - 24, "centre"))
        x = WIDTH / 2 + (-wide - 56 if side == 0 else 56)
        high = text.box.h + 34
        area = Box(x, top, wide, high)
        text.place(x + 12, top + 22)
        body = Box(box.centre[0] + (-142 if side == 0 else 26), box.y - 76, 116, 100)

        def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
            lift = 12 if mood else 0
            keepsakes.parcel(canvas, body.moved(0, -lift), one)
            keepsakes.tag(canvas, node.box, lit=bool(mood))

        def take() -> Answer | None:
            self.taken.append(one)
            self.focus = "line"
            complete = len(self.taken) == len(self.ask.items)
            return self._done(tuple(self.taken)) if complete else None

        return Node("button", name, key=f"take.{one}", answer=take, shortcut=str(side + 1),
                    children=[text, Node("group", box=body)], box=area, draw=draw)

    def _scale(self, frame: Frame, area: Box) -> Node:
        make = {"pegs": scales.pegs, "token": scales.token, "dial": scales.dial}[self.ask.kind]
        return make(frame, area, scales.Scale(self.ask, self.number, self._set, self._step, self.pal))

    # Slips and chalk

    def _pick(self, frame: Frame, area: Box) -> Node:
        wide = min(1000.0, 620 * (0.5 + 0.5 * frame.zoom))
        slips = []
        for index, item in enumerate(self.ask.items):
            slip = button(frame, self.pal, item.text, f"pick.{item.id}", partial(self._choose, item.id),
                          width=wide, selected=self.picked == item.id, shortcut=str(index + 1))
            slip.draw = keepsakes.drawn(keepsakes.slip, held=self.picked == item.id)
            slips.append(options.called(frame, slip, item.id))
        inner = column(slips, gap=12, pad=(12, 12))
        inner.role = "list"
        high = min(area.h, inner.box.h)
        top = area.y + max(0.0, min(area.h - high, keepsakes.TABLE - area.y - high) / 2)
        box = Box((WIDTH - inner.box.w) / 2, top, inner.box.w + 10, high)
        pane = scroller(inner, "slips", box, self.scrolls.get("slips", 0.0))
        return Node("group", children=[pane], box=box, draw=keepsakes.drawn(keepsakes.cork))

    def _choose(self, one: str) -> Answer | None:
        self.picked, self.dirty = one, True
        return None

    def _chalk(self, frame: Frame, area: Box) -> Node:
        wide = min(area.w - 40, 860 * (0.5 + 0.5 * frame.zoom))
        names = _("raises"), _("no matter"), _("lowers")
        size = min(15.0, 22 / frame.zoom)
        cell = max(92.0, *(frame.measure(word, "condensed", frame.em(size))[0] + 8 for word in " ".join(names).split()))
        heads = (words(frame, name, "condensed", size, "#D9DED9", cell, "centre") for name in names)
        head = row([space(wide - 3 * cell - 40, 0), *heads])
        rows = [self._chalk_row(frame, item.id, item.text, wide, cell) for item in self.ask.items]
        inner = column([silent(head), *rows], gap=2 if frame.zoom == 1 else 0, pad=(20, 8))
        box = Box((WIDTH - inner.box.w) / 2, area.y + 8, inner.box.w, min(inner.box.h, area.h - 24))
        pane = scroller(inner, "chalk", box, self.scrolls.get("chalk", 0.0))
        return Node("list", children=[pane], box=box, draw=keepsakes.drawn(keepsakes.chalk_wall))

    def _chalk_row(self, frame: Frame, one: str, name: str, wide: float, cell: float) -> Node:
        now = self.chalked.get(one, "")
        text = silent(words(frame, name, "sans", 18, "#F4F1E6", wide - 3 * cell - 40))
        high = max(text.box.h + 2, 38.0 if frame.zoom > 1 else 44.0)
        text.place(4, (high - text.box.h) / 2)
        cells = []
        for index, way in enumerate(EFFECTS):
            place = Box(wide - 40 - (3 - index) * cell, 0, cell, high)
            cells.append(Node(
                "group", key=f"chalk.{one}.{way}", answer=partial(self._mark, one, way), box=place,
                tabstop=False, ring=False, draw=keepsakes.lit(keepsakes.chalk_mark, way, on=now == way),
            ))

        def adjust(by: int) -> Answer | None:
            index = EFFECTS.index(now) + by if now else (0 if by > 0 else 2)
            return self._mark(one, EFFECTS[index % 3])

        def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
            canvas.rect((node.box.x, node.box.bottom - 1, node.box.w - 40, 1), "#F4F1E622")
            if mood:
                canvas.rect((node.box.x - 12, node.box.y + 6, 4, node.box.h - 12), "#F3DE9A", 2)

        return Node("slider", name, key=f"chalk.{one}", value=_(SAID[now]), adjust=adjust,
                    hint=_("left and right"), children=[text, *cells], box=Box(0, 0, wide, high), draw=draw, ring=False)

    def _mark(self, one: str, way: str) -> Answer | None:
        if self.chalked.get(one) == way:
            del self.chalked[one]
        else:
            self.chalked[one] = way
        self.dirty = True
        return None
