"""The semantic tree: from it come the drawing, the focus order, the mouse, the spoken text and the snapshots."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from game.language import _
from game.screens.kit.answers import Answer
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.palette import DAYLIGHT, Palette

Role = Literal[
    "window", "heading", "text", "button", "list", "listitem", "image", "slider", "tab", "group", "entry", "alert"
]
Mood = Literal["", "focus"]
News = Literal["", "told", "quiet"]
Painter = Callable[[Canvas, "Node", Mood], None]
NOWHERE = Box(0, 0, 0, 0)
Press = Answer | Callable[[], Answer | None] | None


@dataclass
class Node:
    """One thing on a screen. Built anew for every drawing; `key` names it across drawings, unique on its screen.

    `answer` is given, or called, when it is pressed. `disabled` is the reason why it cannot be; such a node still
    takes the focus, so that the reason can be read. `adjust` takes -1 or 1 (sliders). `draw` paints the node itself,
    its children follow. `window` clips the children (scrolling); `reach` is how far they can be scrolled.
    """

    role: Role
    label: str = ""
    key: str = ""
    value: str = ""
    hint: str = ""
    answer: Press = None
    adjust: Callable[[int], Answer | None] | None = None
    disabled: str = ""
    selected: bool = False
    readable: bool = False  # takes the focus although it does nothing, so that it is read first
    shortcut: str = ""
    children: list["Node"] = field(default_factory=list)
    box: Box = NOWHERE
    draw: Painter | None = None
    window: Box | None = None
    reach: float = 0.0
    offset: float = 0.0
    ring: bool = True
    tabstop: bool = True  # False: the mouse can press it, the keys reach it through its parent
    palette: Palette | None = None  # None: that of the node it lies in
    news: News = ""  # told: a voice says when it comes, though it can be pressed; quiet: only with its screen

    @property
    def focusable(self) -> bool:
        """Whether it can have the focus."""
        return bool(self.key) and (
            self.answer is not None or self.adjust is not None or bool(self.disabled) or self.readable
        )

    def press(self) -> Answer | None:
        """What pressing it answers; None if it is disabled or does nothing."""
        if self.disabled or self.answer is None:
            return None
        return self.answer() if callable(self.answer) else self.answer

    def walk(self) -> Iterator["Node"]:
        """Go through this node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, key: str) -> "Node | None":
        """The node of that key at or below this one."""
        return next((node for node in self.walk() if node.key == key), None)

    def focusables(self) -> list["Node"]:
        """The nodes where Tab stops, in order."""
        return [node for node in self.walk() if node.focusable and node.tabstop]

    def at(self, x: float, y: float) -> "Node | None":
        """The topmost node at the point that the mouse can press. What a node shows of itself, as a tag, counts."""
        if self.window and not self.window.holds(x, y):
            return None
        for child in reversed(self.children):
            found = child.at(x, y)
            if found:
                return found
        mine = self.focusable and not self.readable
        return self if mine and any(one.box.holds(x, y) for one in (self, *self.children)) else None

    def shift(self, dx: float, dy: float) -> "Node":
        """Move this node and all below it; return it."""
        for node in self.walk():
            node.box = node.box.moved(dx, dy)
            if node.window:
                node.window = node.window.moved(dx, dy)
        return self

    def place(self, x: float, y: float) -> "Node":
        """Move it so that its top left is at the point; return it."""
        return self.shift(x - self.box.x, y - self.box.y)

    def speak(self) -> str:
        """What a voice says of this one node."""
        parts = [self.label, self.value]
        if self.role not in ("text", "group", "window", "image"):
            parts.append(self.role)
        if self.selected:
            parts.append(_("already chosen") if self.role == "button" else _("selected"))
        parts += [self.hint, _("closed: {why}").format(why=self.disabled) if self.disabled else ""]
        return ". ".join(part.strip().rstrip(".") for part in parts if part.strip()) or self.role


def outline(node: Node, depth: int = 0) -> str:
    """The tree as indented text, for snapshots and for reading a whole screen aloud."""
    if node.role == "group" and not node.label:
        return "\n".join(filter(None, (outline(child, depth) for child in node.children)))
    marks: list[str] = [node.role]
    marks += [f'"{node.label}"'] if node.label else []
    marks += [f"= {node.value}"] if node.value else []
    marks += [f"({node.hint})"] if node.hint else []
    marks += ["[chosen]"] if node.selected else []
    marks += [f"[closed: {node.disabled}]"] if node.disabled else []
    marks += [f"<{node.shortcut}>"] if node.shortcut else []
    lines = ["  " * depth + " ".join(marks)]
    lines += filter(None, (outline(child, depth + 1) for child in node.children))
    return "\n".join(lines)


def render(canvas: Canvas, root: Node, focus: str = "", pal: Palette = DAYLIGHT) -> None:
    """Draw the tree, with a ring round the node that has the focus."""
    pal = root.palette or pal
    held = bool(focus) and root.key == focus
    if root.draw:
        root.draw(canvas, root, "focus" if held else "")
    if root.window:
        with canvas.clip(root.window):
            for child in root.children:
                render(canvas, child, focus, pal)
        _bar(canvas, root, pal)
    else:
        for child in root.children:
            render(canvas, child, focus, pal)
    if held and root.readable:
        canvas.rect(Box(root.box.x - 12, root.box.y + 4, 4, root.box.h - 8), pal.focus, 2)
    elif held and root.ring:
        rim = root.box.grown(3)
        ring(canvas, rim, pal.focus, min(pal.radius + 3, rim.h / 2))


def ring(canvas: Canvas, rim: Box, colour: str, radius: float, line: float = 2) -> None:
    """The ring of the focus. On a stark canvas it is dark between two light rims, to be seen on any ground."""
    if canvas.stark:
        canvas.rect(rim.grown(4), "#FFFFFF", radius + 4, line=7)
        canvas.rect(rim.grown(2), DARK, radius + 2, line=3)
    else:
        canvas.rect(rim, colour, radius, line=line)


DARK = "#000000"


def _bar(canvas: Canvas, node: Node, pal: Palette) -> None:
    window = node.window
    if window is None or node.reach <= 0:
        return
    share = window.h / (window.h + node.reach)
    top = window.y + (window.h - window.h * share) * (node.offset / node.reach)
    track = Box(window.right - 6, window.y, 4, window.h)
    canvas.rect(track, pal.panel, 2)
    canvas.rect(Box(track.x, top, 4, window.h * share), pal.accent, 2)
