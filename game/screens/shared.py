"""On a computer that several people use: the two words of a play, where it is left, and the way back to it."""

from game.language import N_, _
from game.screens.kit.answers import Answer, Order, Quit
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.widgets import button
from game.screens.leaf import Leaf
from game.screens.writing import Writing

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


class Opening(Writing):
    """Two words to be written; Enter looks for the play, Escape leaves everything as it was."""

    def __init__(self) -> None:
        """Nothing is written yet."""
        super().__init__(N_("An older play"), (ASKED,))

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """What is asked, and where it is written."""
        paper = self.paper(frame, wide, _("Two words"), face="mono_semibold", size=22, high=10)
        return [*super().body(frame, wide), paper]

    def buttons(self, frame: Frame) -> list[Node]:
        """Looking for it stands first."""
        pal = self.palette
        return [
            button(frame, pal, _("Open it"), "open", self.kept, kind="big"),
            button(frame, pal, _("Go back"), "close", self.close, shortcut="escape"),
        ]

    def cleaned(self, text: str) -> str:
        """No two words are longer."""
        return "".join(one for one in text if one.isprintable())[:LONGEST]

    def kept(self) -> Answer | None:
        """Nothing is looked for without a word."""
        return Order("open", {"words": self.draft}) if self.draft.strip() else None
