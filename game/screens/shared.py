"""On a computer that several people use: the two words of a play, where it is left, and the way back to it."""

from game.language import N_, _
from game.screens.kit.answers import Answer, Input, Key, Order, Pointer, Quit, Typed
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.widgets import button, silent
from game.screens.leaf import Leaf

LONGEST = 40  # characters: no two words are longer
HOW = N_("Several people use this computer. Whoever sits here next is not shown this play. With these two words you "
         "open it again, in the list of plays: write them down.")
POLITE = N_("They keep it from being met by chance. They are no lock: the file lies on this computer.")
ASKED = N_("Which two words did your play have? Capitals and hyphens do not matter.")


def plate(frame: Frame, leaf: Leaf, pair: str, wide: float) -> Node:
    """The two words, large."""
    pal = leaf.palette
    text = words(frame, pair, "mono_semibold", 30, pal.ink, wide - 36)
    inner = column([text], pad=(18, 10))
    inner.box = inner.box._replace(w=wide)

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        canvas.rect(node.box, pal.panel, pal.radius)

    inner.draw = draw
    return inner


class TwoWords(Leaf):
    """What a play is called here, once at its start."""

    def __init__(self, pair: str) -> None:
        """`pair` is the two words."""
        super().__init__(N_("Your two words"), (HOW, POLITE))
        self.pair = pair

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """The words, and what they are for."""
        return [plate(frame, self, self.pair, wide), *super().body(frame, wide)]

    def buttons(self, frame: Frame) -> list[Node]:
        """Begin."""
        label = _("I have them")
        return [button(frame, self.palette, label, "close", self.close, kind="big", shortcut="escape")]


class Parting(TwoWords):
    """The same when one goes: leave the game, or leave the title to whoever is next."""

    def buttons(self, frame: Frame) -> list[Node]:
        """Going back stands first, as everywhere."""
        pal = self.palette
        return [
            button(frame, pal, _("Go back"), "close", self.close, kind="big", shortcut="escape"),
            button(frame, pal, _("To the title, for whoever is next"), "away", Order("away")),
            button(frame, pal, _("Leave the game"), "quit", Quit()),
        ]


class Opening(Leaf):
    """Two words to be written; Enter looks for the play, Escape leaves everything as it was."""

    passing = True
    writing = True

    def __init__(self) -> None:
        """Nothing is written yet."""
        super().__init__(N_("An older play"), (ASKED,))
        self.draft = ""
        self.focus = "entry"

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """What is asked, and where it is written."""
        pal = self.palette
        inner = column([silent(words(frame, self.draft + "|", "mono_semibold", 22, pal.ink, wide - 36))], pad=(18, 10))
        inner.box = inner.box._replace(w=wide)

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect(node.box, "#FFFFFF", pal.radius)
            canvas.rect(node.box, pal.accent, pal.radius, line=2)

        entry = Node("entry", _("Two words"), key="entry", value=self.draft, answer=self._open, children=[inner],
                     box=inner.box, draw=draw)  # fmt: skip
        return [*super().body(frame, wide), entry]

    def buttons(self, frame: Frame) -> list[Node]:
        """Looking for it stands first."""
        pal = self.palette
        return [
            button(frame, pal, _("Open it"), "open", self._open, kind="big"),
            button(frame, pal, _("Go back"), "close", self.close, shortcut="escape"),
        ]

    def _open(self) -> Answer | None:
        return Order("open", {"words": self.draft}) if self.draft.strip() else None

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Letters first. The mouse passing over a button does not take the pen away."""
        if isinstance(event, Typed):
            self.draft = "".join(one for one in self.draft + event.text if one.isprintable())[:LONGEST]
            self.focus, self.dirty = "entry", True
            return None
        if isinstance(event, Pointer) and event.kind == "move":
            return None
        if isinstance(event, Key) and event.down:
            if event.name == "backspace":
                self.draft, self.focus, self.dirty = self.draft[:-1], "entry", True
                return None
            if event.name == "space" or len(event.name) == 1:
                return None  # it comes as text as well
        return super().on(event, frame)
