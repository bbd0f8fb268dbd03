"""A leaf to write on: whatever is typed goes onto its paper, wherever the pen lies."""

from game.screens.kit.answers import Answer, Input, Key, Pointer, Typed
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.widgets import silent
from game.screens.leaf import Leaf

LINE = 1.3


class Writing(Leaf):
    """Keeps a draft. Enter keeps what is written, Escape leaves everything as it was."""

    passing = True
    writing = True

    def __init__(self, title: str, paragraphs: tuple[str, ...] = (), draft: str = "") -> None:
        """`draft` stands there already."""
        super().__init__(title, paragraphs)
        self.draft = draft
        self.focus = "entry"

    def cleaned(self, text: str) -> str:
        """What of a text is taken."""
        raise NotImplementedError

    def kept(self) -> Answer | None:
        """Enter was pressed."""
        raise NotImplementedError

    def paper(
        self, frame: Frame, wide: float, name: str, *, face: str, size: float, lines: int = 1, high: float = 12
    ) -> Node:
        """The draft with its pen on white paper, at least so many lines tall; `high` is its upper and lower margin."""
        pal = self.palette
        text = silent(words(frame, self.draft + "|", face, size, pal.ink, wide - 36, leading=LINE))
        inner = column([text], pad=(18, high))
        tall = frame.em(size) * LINE * lines + 2 * high if lines > 1 else 0
        inner.box = inner.box._replace(w=wide, h=max(inner.box.h, tall))

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect(node.box, "#FFFFFF", pal.radius)
            canvas.rect(node.box, pal.accent, pal.radius, line=2)

        return Node("entry", name, key="entry", value=self.draft, answer=self.kept, children=[inner],
                    box=inner.box, draw=draw)  # fmt: skip

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Letters first. The mouse passing over a button does not take the pen away."""
        if isinstance(event, Typed):
            self._write(self.draft + event.text)
            return None
        if isinstance(event, Pointer) and event.kind == "move":
            return None
        if isinstance(event, Key) and event.down:
            if event.name == "backspace":
                self._write(self.draft[:-1])
                return None
            if event.name == "space" or len(event.name) == 1:
                return None  # it comes as text as well
        return super().on(event, frame)

    def _write(self, text: str) -> None:
        self.draft, self.focus, self.dirty = self.cleaned(text), "entry", True
        self.scrolls["leaf"] = 1e9
