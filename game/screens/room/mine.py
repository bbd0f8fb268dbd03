"""What is kept of a player who has joined a room, the one press that deletes it, and the menu of a joined play."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.language import N_, _
from game.screens.kit.answers import Answer, Order
from game.screens.kit.frame import Frame
from game.screens.kit.layout import words
from game.screens.kit.node import Node
from game.screens.kit.widgets import button
from game.screens.leaf import Leaf
from game.screens.plays import Menu
from game.screens.room.cards import Card, Room, agreement
from game.screens.saved import Settings
from game.telling.room import AFTER, UNTIL

if TYPE_CHECKING:
    from game.model.view import View

HELD = N_("{steps} steps, and the choices among them below; in the room and on this computer. Place {place}, take "
          "{take}.")
SEALED = N_("What the rules do unseen is part of the record and stays sealed until the debrief is open. Then “Save the "
            "record” in it gives you the whole.")
WHOLE = N_("The debrief shows the whole record, and saves it wherever you like.")
ARM = N_("The lot can be checked: {address}/arm?place={place}&take={take} shows your arm once the room is closed.")
EVERYWHERE = N_("Your play is deleted from the room’s files and from its figures, and from this computer.")
LATER = N_("You have withdrawn. The room’s computer cannot be reached; it is told as soon as it can, also when you "
           "join the room again.")


class Mine(Leaf):
    """Answers Order(room_withdraw), Order(room_share)."""

    timeless = True

    def __init__(self, room: Room, choices: Sequence[str]) -> None:
        """`choices`: what was chosen, in words, the first first."""
        super().__init__(N_("What is kept of you"))
        self.room, self.choices = room, tuple(choices)

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """All of it."""
        room, pal = self.room, self.palette
        lines = [
            _(HELD).format(steps=room.steps, place=room.place, take=room.take),
            _("Your play in a browser, with the two words: {code}").format(code=room.code),
            *room.told,
            _(UNTIL).format(day=room.day),
            _(WHOLE if room.debrief else SEALED),
            _(ARM).format(address=room.address, place=room.place, take=room.take),
        ]
        made = [words(frame, line, "sans", 18, pal.ink, wide, leading=1.4) for line in lines]
        if room.mode == "rows":
            made.append(agreement(frame, self, wide, self._agree, agrees=room.shares))
        made.append(words(frame, _(AFTER), "sans", 15, pal.soft, wide))
        if self.choices:
            made.append(words(frame, _("Your choices"), "serif_semibold", 21, pal.ink, wide, role="heading"))
        for number, choice in enumerate(self.choices, start=1):
            item = words(frame, _("{number}. {choice}").format(number=number, choice=choice), "sans", 16, pal.ink, wide)
            item.role = "listitem"
            made.append(item)
        return made

    def _agree(self) -> Answer | None:
        return Order("room_share", {"shares": not self.room.shares})

    def buttons(self, frame: Frame) -> list[Node]:
        """Back stands first; withdrawing is one press."""
        return [
            *super().buttons(frame),
            button(frame, self.palette, _("Withdraw and delete all of it, now"), "withdraw", Order("room_withdraw")),
        ]


class Withdrawn(Card):
    """After that press: gone, or gone as soon as the room can be told."""

    def __init__(self, room: Room) -> None:
        """With `room.trouble` "gone", the room's computer has said that it is deleted."""
        super().__init__(room, N_("It is gone") if room.trouble == "gone" else N_("Withdrawn"))

    def said(self) -> Sequence[str]:
        """Whether the room knows it."""
        return (_(EVERYWHERE if self.room.trouble == "gone" else LATER),)

    def buttons(self, frame: Frame) -> list[Node]:
        """Nothing is left but to leave."""
        pal, title = self.palette, Order("room_leave", {"to": ""})
        return [
            button(frame, pal, _("Leave the game"), "quit", Order("room_leave"), kind="big"),
            button(frame, pal, _("To the title"), "title", title),
        ]


class RoomMenu(Menu):
    """Escape during a joined play: the note of the title speaks of this computer alone, and what is kept says more."""

    def __init__(
        self, settings: Settings, view: "View | None", left: int | None, ends: int | None, code: str, line: str = ""
    ) -> None:
        """`ends`: minutes until the room stops by itself; None where nobody has set an end. `code`: the two words.

        `line`: what is to be said of the line to the room.
        """
        super().__init__(settings, view, left)
        self.ends, self.code, self.line = ends, code, line

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """As in every play, and when the room ends."""
        made = super().body(frame, wide)
        lines = [_("Your play in a browser, with the two words: {code}").format(code=self.code)]
        if self.ends is not None:
            lines.append(_("The room ends in {minutes} min.").format(minutes=self.ends))
        if self.line:
            lines.append(self.line)
        return [*made, *(words(frame, line, "sans", 18, self.palette.ink, wide, leading=1.4) for line in lines)]

    def buttons(self, frame: Frame) -> list[Node]:
        """As in every play, with what is kept in place of the note."""
        kept = button(frame, self.palette, _("What is kept of you"), "mine", Order("room_mine"))
        return [kept if one.key == "note" else one for one in super().buttons(frame)]
