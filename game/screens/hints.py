"""Hints for the first minutes: each once, at the moment it is useful, gone once it is done, and then for good.

They lie where nothing is written, so the desk keeps and draws them, as it does captions and the names of the figures.
The first of them, how to walk, stands beside the feet and belongs to the street (`game.screens.signs`).
"""

from collections.abc import Sequence

from game.language import N_, _
from game.screens.captions import free, side_x
from game.screens.kit.bindings import spoken
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, words
from game.screens.kit.node import Mood, Node, render
from game.screens.kit.palette import DAYLIGHT
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import key_cap, silent

ORDER = ("walk", "use", "choose", "look", "menu")
WORDS = {  # what the key, named before it, does
    "use": N_("uses what is here"),
    "choose": N_("takes a line, and so does a click"),
    "look": N_("looks up at the Lantern"),
    "menu": N_("the menu, and the way out"),
}
BY_PAD = {"choose": N_("takes the line that is marked")}
KEYS = {"use": ("up", "enter"), "choose": ("1", "2"), "look": ("l",), "menu": ("escape",)}
PAD_KEYS = {"use": ("enter",), "choose": ("enter",), "menu": ("f10",)}
STAY = 14.0  # seconds that one stands which nobody heeds ...
READ = 4.0  # ... and in which it has been read, all its times together; one that went sooner comes again
LOOK = 0.2  # seconds from one look for a free place to the next
MET = {"look": 1, "menu": 2}  # moments met before it is useful
WALKED = 80.0  # pixels of the street after which one knows how to walk
ACTS = {"visit": "use", "roam": "use", "home": "use", "choose": "choose", "look": "look"}
LOWER = (700.0, 640.0, 560.0, 600.0, 300.0, 240.0, 180.0, 460.0, 380.0)  # its lower edge, the best first
PLACES = tuple((side, low) for low in LOWER for side in (1.0, 0.5, 0.0))


class Hints(Screen):
    """What is to be said now, and since when. A voice hears it as news."""

    def __init__(self) -> None:
        """Nothing yet."""
        super().__init__()
        self.now = ""
        self.dirty = False
        self._stood, self._drawn = 0.0, False
        self._read: dict[str, float] = {}  # seconds that each has been seen, whenever it was
        self._place = PLACES[0]
        self._looked = 0.0  # when it was last seen to that it lies on nothing

    def follow(self, seconds: float, top: Screen, learnt: Sequence[str]) -> str:
        """Let time pass with that screen on top; the hint that is over with, or an empty string."""
        open_to = [one for one in ORDER[1:] if one not in learnt and ("walk" in learnt or one == "choose")]
        wanted = "" if self.now else next((one for one in open_to if fits(one, top)), "")
        if wanted:
            self.now, self._stood, self._drawn, self.dirty = wanted, 0.0, False, True
        if not self.now or top.pauses:
            return ""
        if self._drawn:
            self._stood += seconds
            self._read[self.now] = self._read.get(self.now, 0.0) + seconds
        if self._stood <= STAY and self.now not in learnt and stays(self.now, top):
            return ""
        read = self._read.get(self.now, 0.0) > READ or self.now in learnt
        was = self.gone(self.now)
        return was if read else ""

    def gone(self, what: str) -> str:
        """It has done its work, or has had its time."""
        if what and what == self.now:
            self.now, self.dirty = "", True
        return what

    def tree(self, frame: Frame) -> Node:
        """The hint as a voice says it."""
        return Node("window", children=[self._plate(frame)] if self.now else [], palette=DAYLIGHT)

    def _plate(self, frame: Frame) -> Node:
        keys = PAD_KEYS.get(self.now, KEYS[self.now]) if frame.pad else KEYS[self.now]
        text = _((frame.pad and BY_PAD.get(self.now)) or WORDS[self.now])
        caps = [key_cap(frame, DAYLIGHT, frame.key(key)) for key in keys]
        inner = silent(row([*caps, words(frame, text, "sans", 15, DAYLIGHT.ink)], gap=8))
        outer = column([inner], pad=(12, 7))

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect(node.box.moved(2, 3), "#17182F40", 6)
            canvas.rect(node.box, "#FFFFFF", 6)
            canvas.rect(Box(node.box.x, node.box.y, 4, node.box.h), DAYLIGHT.accent, 2)

        said = _("{keys}: {what}").format(keys=", ".join(spoken(frame.key(key)) for key in keys), what=text)
        return Node("text", said, key="hint", children=[outer], box=outer.box, draw=draw, palette=DAYLIGHT)

    def placed(self, seen: Sequence[Screen], frame: Frame) -> Node | None:
        """The hint where there is room for it; where there is none it waits."""
        found = free(self._plate(frame), seen, frame, (self._place, *PLACES)) if self.now else None
        if found is None:
            return None
        self._place = found[1]
        return found[0]

    def draw_on(self, canvas: Canvas, seen: Sequence[Screen], frame: Frame) -> None:
        """Draw it; only where it is seen does its time run."""
        if not self.now or not self._drawn or not 0 <= frame.time - self._looked < LOOK:
            node, self._looked = self.placed(seen, frame), frame.time
        else:
            side, low = self._place
            node = self._plate(frame)
            node.place(side_x(side, node.box.w), low - node.box.h)
        self.dirty, self._drawn = False, node is not None
        if node is not None:
            render(canvas, node)


def fits(what: str, top: Screen) -> bool:
    """Whether a hint is useful on that screen now."""
    if what == "choose":
        return top.kind == "sheet"
    if not stays(what, top):
        return False
    if what == "use":
        return any(not thing.closed for thing in top.near())  # type: ignore[attr-defined]
    return top.view.matched_done >= MET[what]


def stays(what: str, top: Screen) -> bool:
    """Whether a hint that stands may go on standing."""
    if what == "choose":
        return top.kind == "sheet"
    return top.kind == "street" and bool(getattr(top, "walking", False))
