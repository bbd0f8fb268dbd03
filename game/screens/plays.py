"""The small pages at the edge: the note, about, settings, other plays, the menu, and what the shell has to say."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.language import N_, _
from game.screens.days import calendar
from game.screens.keys_page import KeysPage
from game.screens.kit.answers import Answer, Order, Push, Quit
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.widgets import button
from game.screens.leaf import Leaf
from game.screens.paint import finale
from game.screens.preferences import Preferences
from game.screens.room.going import Going
from game.screens.saved import Offer, Saved, Settings
from game.screens.shared import Opening, Parting
from game.telling.days import to_come

if TYPE_CHECKING:
    from game.model.view import View

NOTE = (
    N_("This game keeps what you do: every choice, every look, and how long you took. It keeps them only on this "
       "computer, without your name, and at the end it shows you all of it. You can delete it."),
    N_("Some of its rules stay hidden until the end. Then each of them is shown."),
    N_("It touches a parent’s illness, debt, being left out, and shame."),
    N_("Stop whenever you like. The play waits where you left it."),
)
ABOUT = (
    N_("You live on one street for a few days: before anybody keeps count, under rules posted on a board, under glass "
       "that looks or does not, and under rules that nobody shows you."),
    N_("There is no right answer, and nothing to win. What you did is laid beside what you did, and talked about."),
    N_("Walk with the arrow keys or click where to go. Enter or a click does things; Tab goes from thing to thing; "
       "the numbers choose; Escape opens the menu. All keys, and the buttons of a gamepad, are on a page in the "
       "settings."),
    N_("Typefaces: IBM Plex and Atkinson Hyperlegible, SIL Open Font License. All credits are in assets/CREDITS."),
)


class Note(Leaf):
    """What the game keeps and touches; one key away from the title."""

    def __init__(self) -> None:
        """The note needs nothing."""
        super().__init__(N_("Before you go out"), NOTE)


class About(Leaf):
    """What this is."""

    def __init__(self) -> None:
        """About needs nothing."""
        super().__init__(N_("Good Standing"), ABOUT)


class Notice(Leaf):
    """Something that the shell has to say. `unsaved`: the play goes on without being saved."""

    def __init__(self, message: str, *, unsaved: bool = False) -> None:
        """`message` is a sentence for people."""
        title = N_("This play is not being saved") if unsaved else N_("A word")
        super().__init__(title, (message, UNSAVED) if unsaved else (message,))
        self.unsaved = unsaved

    def take(self, _view: "View") -> bool:
        """A notice stays until it is put away."""
        return True

    def buttons(self, frame: Frame) -> list[Node]:
        """Close, and a second try at saving."""
        found = super().buttons(frame)
        if self.unsaved:
            found.append(button(frame, self.palette, _("Try to save again"), "keep", Order("keep")))
        return found


UNSAVED = N_("What was saved before is whole. You can go on; from here it is kept only until you close the window.")


class Ask(Leaf):
    """A question with yes and no."""

    passing = True

    def __init__(self, question: str, yes: str, answer: Callable[[], Answer | None]) -> None:
        """`yes` is the label of the button that calls `answer`; it and `question` are looked up when they are shown."""
        super().__init__(N_("Are you sure?"), (question,))
        self.yes = yes
        self.answer = answer

    def buttons(self, frame: Frame) -> list[Node]:
        """Keep stands first."""
        return [
            button(frame, self.palette, _("No, go back"), "close", self.close, kind="big", shortcut="escape"),
            button(frame, self.palette, _(self.yes), "yes", self.answer),
        ]


class Plays(Leaf):
    """All plays: continue, debrief, a copy, delete; and a new one."""

    def __init__(self, saved: Sequence[Saved], offers: Sequence[Offer], *, shared: bool = False) -> None:
        """`saved` the latest first; `shared`: only those of whoever sits here, the others are opened by their words."""
        super().__init__(N_("Plays"))
        self.shared = shared
        self.saved, self.offers = tuple(saved), tuple(offers)

    def know(self, saved: Sequence[Saved], offers: Sequence[Offer]) -> None:
        """They have been read, or one is gone."""
        self.saved, self.offers, self.dirty = tuple(saved), tuple(offers), True

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """The play that waits to be gone on with, then new ones, a room elsewhere, then the rest."""
        waiting = [one for one in self.saved if not one.done and not one.trouble][:1]
        rest = [one for one in self.saved if one not in waiting]
        parts = self._under(frame, wide, _("Go on with"), [self._play(frame, wide, one) for one in waiting])
        parts += self._under(frame, wide, _("Begin"), [self._offer(frame, wide, offer) for offer in self.offers])
        if parts:
            join = button(frame, self.palette, _("Join a class’s room"), "join", lambda: Push(Going()))
            parts += self._under(frame, wide, _("Together"), [join])
        parts += self._under(frame, wide, _("On this computer"), [self._play(frame, wide, one) for one in rest])
        if not parts:
            parts.append(words(frame, _("One moment …"), "sans", 18, self.palette.soft, wide))
        return [*parts, *(self._others(frame, wide) if self.shared else ())]

    def _others(self, frame: Frame, wide: float) -> list[Node]:
        """On a shared computer: the way to a play that was begun on another day, and away from one's own."""
        pal = self.palette
        acts = [button(frame, pal, _("Open an older play by its two words"), "older", lambda: Push(Opening()))]
        if self.saved:
            acts.append(button(frame, pal, _("Put these plays away"), "away", Order("away")))
        return [flow(acts, wide, gap=10)]

    def _under(self, frame: Frame, wide: float, title: str, parts: list[Node]) -> list[Node]:
        head = words(frame, title, "serif_semibold", 21, self.palette.ink, wide, role="heading")
        return [head, *parts] if parts else []

    def _offer(self, frame: Frame, wide: float, offer: Offer) -> Node:
        room = frame.measure(offer.label, "sans", frame.em(18))[0] < wide - 48  # else the length stands below
        label, line = (offer.label, offer.line) if room else (offer.name, offer.blurb)
        start = button(frame, self.palette, label, f"new.{offer.id}", Order("new", {"campaign": offer.id}),
                       most=wide)
        return column([start, words(frame, line, "sans", 15, self.palette.soft, wide)], gap=4)

    def _play(self, frame: Frame, wide: float, one: Saved) -> Node:
        pal = self.palette
        room = wide - 32
        parts = [words(frame, one.label, "sans_semibold", 18, pal.ink, room)]
        if self.shared and one.words:
            parts.append(words(frame, one.words, "mono_semibold", 15, pal.soft, room))
        if one.trouble:
            parts.append(words(frame, one.trouble, "sans_italic", 15, pal.bad, room))
        acts = []
        given = {"play": one.play}
        if not one.trouble and not one.done:
            acts.append(button(frame, pal, _("Continue"), f"go.{one.play}", Order("continue", given), size=16))
        if one.done:
            acts.append(button(frame, pal, _("Debrief"), f"debrief.{one.play}", Order("debrief", given), size=16))
        acts.append(button(frame, pal, _("Save a copy"), f"copy.{one.play}", Order("export", given), size=16))
        sure = Ask(N_("The record of this play is wiped from this computer, with what you wrote beside it. Copies that "
                      "you saved stay. Nobody can bring it back."), N_("Delete it"),
                   lambda: Order("delete", given))
        acts.append(button(frame, pal, _("Delete"), f"delete.{one.play}", Push(sure), size=16))
        parts.append(flow(acts, room, gap=8))
        card = column(parts, gap=6, pad=(16, 10))
        card.box = Box(card.box.x, card.box.y, wide, card.box.h)

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect(node.box, pal.panel, pal.radius)

        card.draw = draw
        return card


class Menu(Leaf):
    """Escape during a play."""

    def __init__(
        self, settings: Settings, view: "View | None" = None, left: int | None = None, pair: str = ""
    ) -> None:
        """`settings` as they are now; `view`, where the play stands; `left`, about how many minutes are to come.

        `pair` is the play's two words, on a computer that several people use.
        """
        super().__init__(N_("The street waits"), (N_("Everything so far is kept."),))
        self.settings, self.stands, self.left, self.pair = settings, view, left, pair

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """What day it is, and that nothing is lost."""
        days = [calendar(self.stands, frame, self.palette, wide)] if self.stands and self.stands.days > 1 else []
        if self.stands and self.left is not None:
            far = _("Day {day} of {days}: {to_come}, at the pace you have had.").format(
                day=self.stands.day, days=self.stands.days, to_come=to_come(self.left))
            days.append(words(frame, far, "sans", 16, self.palette.soft, wide))
        told = _("Your two words: {words}").format(words=self.pair)
        mine = [words(frame, told, "sans_semibold", 18, self.palette.ink, wide)] if self.pair else []
        return [*days, *super().body(frame, wide), *mine]

    def settle(self, settings: Settings) -> None:
        """They have been changed."""
        self.settings, self.dirty = settings, True

    def buttons(self, frame: Frame) -> list[Node]:
        """Back to the play stands first."""
        pal = self.palette
        return [
            button(frame, pal, _("Go on"), "close", self.close, kind="big", shortcut="escape"),
            button(frame, pal, _("Settings"), "settings", lambda: Push(Preferences(self.settings))),
            button(frame, pal, _("Keys"), "keys", lambda: Push(KeysPage(self.settings))),
            button(frame, pal, _("The note"), "note", lambda: Push(Note())),
            button(frame, pal, _("To the title"), "title", self._leave(Order("title"))),
            button(frame, pal, _("Leave the game"), "quit", self._leave(Quit())),
        ]

    def _leave(self, way: Answer) -> Press:
        """Whoever has two words is told them once more before going."""
        return (lambda: Push(Parting(self.pair))) if self.pair else way


class Over(Leaf):
    """The play is done: the way to the debrief."""

    overlay = False
    veil = "#17182F1A"

    def __init__(self, view: "View") -> None:
        """`view` says in which light it ended; the debrief is what is left."""
        done = N_("It is over, and it is yours. What follows is made only of what you did.")
        super().__init__(N_("Turn the page"), (done,))
        self.view = view

    def buttons(self, frame: Frame) -> list[Node]:
        """The debrief first."""
        pal = self.palette
        return [
            button(frame, pal, _("To the debrief"), "close", Order("debrief"), kind="big"),
            button(frame, pal, _("To the title"), "title", Order("title")),
        ]

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """The end of the quay, as on the last page, and the leaf before it."""
        finale.last(canvas, self.view.world, self.view.light, self.view.lantern, 0.0 if frame.still else frame.time)
        super().paint(canvas, frame)

    def take(self, view: "View") -> bool:
        """Nothing comes after."""
        return view.phase == "over"
