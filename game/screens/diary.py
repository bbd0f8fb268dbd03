"""The diary: an open book. On the left the day's moments, on the right the ends of one sentence."""

from collections.abc import Callable, Mapping
from functools import partial

from game.language import _
from game.model.view import AskView
from game.screens import keepsakes
from game.screens.kit.answers import Answer, Input, Key, Typed
from game.screens.kit.canvas import WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, scroller, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.widgets import silent

LONGEST = 280  # characters of own words
SPINE = 0.42  # where the two pages meet
INK, FADED = "#2A3050", "#6B6658"


class Diary:
    """What has been written so far, moment by moment."""

    def __init__(
        self, ask: AskView, done: Callable[[tuple[str, ...]], Answer], focus: Callable[[str], None]
    ) -> None:
        """`done` makes the answer; `focus` is told where the focus should go."""
        self.ask, self._done, self._focus = ask, done, focus
        self.page = 0
        self.entries: dict[str, str] = {}
        self.writing = False
        self.draft = ""

    def values(self) -> tuple[str, ...]:
        """(moment, ending, moment, ending ...) in the order they were lived."""
        pairs = [(one.id, self.entries[one.id]) for one in self.ask.about if one.id in self.entries]
        return tuple(part for pair in pairs for part in pair)

    def end(self, ending: str) -> Answer | None:
        """Finish the sentence of the open page; after the last page the book shuts."""
        self.entries[self.ask.about[self.page].id] = ending
        self.writing, self.draft = False, ""
        left = [index for index, one in enumerate(self.ask.about) if one.id not in self.entries]
        if not left:
            return self._done(self.values())
        self.page = left[0]
        self._focus("line")
        return None

    def write(self, event: Input) -> Answer | None:
        """Own words, letter by letter."""
        if isinstance(event, Typed):
            self.draft = (self.draft + event.text.replace("\n", " "))[:LONGEST]
        elif isinstance(event, Key) and event.down:
            if event.name == "backspace":
                self.draft = self.draft[:-1]
            elif event.name == "escape":
                self.writing, self.draft = False, ""
            elif event.name == "enter":
                words_ = self.draft.strip()
                if words_:
                    return self.end(f"own:{words_}")
                self.writing = False
        return None

    def lay_down(self) -> None:
        """The pen: whoever presses on something else has written what stands there."""
        if words_ := self.draft.strip():
            self.entries[self.ask.about[self.page].id] = f"own:{words_}"
        self.writing, self.draft = False, ""

    def node(self, frame: Frame, area: Box, scrolls: Mapping[str, float]) -> Node:
        """The open book within `area`; `scrolls` is how far its pages are scrolled."""
        high = area.h - 8
        box = Box(WIDTH / 2 - min(area.w, 1120.0) / 2, area.y + 4, min(area.w, 1120.0), high)
        spine = box.w * SPINE
        left = self._left(frame, spine - 54, box, scrolls.get("moments", 0.0))
        right = self._right(frame, box.w - spine - 64, Box(box.x + spine, box.y, box.w - spine, box.h),
                            scrolls.get("endings", 0.0))

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            keepsakes.book(canvas, node.box, SPINE)
            for page, start, end in ((left, 24, spine - 30), (right, spine + 36, box.w - 44)):
                top = page.children[0].box.bottom - 20
                keepsakes.ruled(canvas, box.x + start, box.x + end, top, box.bottom - 8)

        return Node("group", children=[left, right], box=box, draw=draw)

    def _left(self, frame: Frame, wide: float, box: Box, offset: float) -> Node:
        lines: list[Node] = []
        for index, one in enumerate(self.ask.about):
            here, said = index == self.page, self._said(self.entries.get(one.id, ""))
            text = words(frame, one.text, "serif_semibold" if here else "serif", 18, INK if here else FADED, wide - 20)
            parts = [text, words(frame, said, "serif_italic", 15, FADED, wide - 20)] if said else [text]
            node = silent(column(parts, pad=(10, 6)))
            node.box = Box(node.box.x, node.box.y, wide, node.box.h)
            lines.append(Node(
                "button", one.text, key=f"page.{index}", value=said, selected=here, answer=self._open(index),
                children=[node], box=node.box, draw=_open_page if here else None,
            ))
        lines.insert(0, words(frame, _("Today"), "serif_semibold", 20, INK, wide, role="heading"))
        inner = column(lines, gap=8, pad=(24, 6 if frame.zoom > 1 else 18))
        inner.role, inner.label = "list", _("Today")
        return scroller(inner, "moments", Box(box.x, box.y + 6, wide + 48, box.h - 12), offset)

    def _said(self, ending: str) -> str:
        if ending.startswith("own:"):
            return ending[4:]
        if ending == "blank":
            return _("left blank")
        return next((item.text for item in self.ask.items if item.id == ending), "")

    def _open(self, index: int) -> Press:
        def open_it() -> Answer | None:
            self.page = index
            self.writing, self.draft = False, ""
            return None

        return open_it

    def _start_writing(self) -> Answer | None:
        self.writing = True
        return None

    def _right(self, frame: Frame, wide: float, box: Box, offset: float) -> Node:
        now = self.entries.get(self.ask.about[self.page].id, "")
        parts: list[Node] = [words(frame, _("I did it …"), "serif_semibold", 20, INK, wide, role="heading")]
        for index, item in enumerate(self.ask.items):
            parts.append(self._line(frame, item.text, f"end.{item.id}", partial(self.end, item.id), wide,
                                    chosen=now == item.id, shortcut=str(index + 1)))
        own = self.draft + "|" if self.writing else now[4:] if now.startswith("own:") else _("in my own words")
        line = self._line(frame, own, "own", self._start_writing, wide, chosen=self.writing or now.startswith("own:"))
        line.role, line.label, line.value = "entry", _("in my own words"), self.draft
        parts.append(line)
        parts.append(self._line(frame, _("leave the line blank"), "blank", partial(self.end, "blank"), wide,
                                chosen=now == "blank"))
        inner = column(parts, gap=0 if frame.zoom > 1 else 4, pad=(28, 5 if frame.zoom > 1 else 18))
        return scroller(inner, "endings", Box(box.x, box.y + 6, box.w - 4, box.h - 12), offset)

    def _line(
        self, frame: Frame, text: str, key: str, answer: Press, wide: float, *, chosen: bool, shortcut: str = ""
    ) -> Node:
        inner = silent(column([words(frame, text, "serif_italic", 18, INK, wide - 24, leading=1.2)],
                              pad=(12, 3 if frame.zoom > 1 else 6)))

        def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
            if mood or chosen:
                canvas.rect(node.box, "#F3DE9A" if chosen else "#F1E8D0", 4)
            canvas.rect((node.box.x + 8, node.box.bottom - 2, node.box.w - 16, 1), "#2A305033")

        return Node("button", text, key=key, answer=answer, selected=chosen, shortcut=shortcut, children=[inner],
                    box=Box(0, 0, wide, inner.box.h), draw=draw)


def _open_page(canvas: Canvas, node: Node, _mood: Mood) -> None:
    canvas.rect(node.box, "#F1E8D0", 4)
    canvas.rect((node.box.x, node.box.y, 4, node.box.h), "#B8341F")
