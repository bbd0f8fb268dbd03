"""Quiet cards over the street while the room does not play: looking for it, joining, waiting, closed, gone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.language import N_, _, ngettext
from game.screens.kit.answers import Answer, Input, Key, Order, Push, Quit
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Node, Press
from game.screens.kit.widgets import button
from game.screens.leaf import Leaf
from game.screens.shared import Opening
from game.telling.room import EMPTY, FIGURES, NOTE, ROWS, SHUT, STATES, agreed

KEPT = N_("Your choices are kept on the room’s computer, what was shown with them, and how long each took; and here. "
          "No name, no account, no address of your device, no clock time.")
UNTIL = N_("Everything is deleted when {day} begins, here at the next start after that. You can see what is kept, and "
           "delete it, at any time.")
WAYS = N_("A number that lies on this computer opens your play here again. Two words, which you will see, open it in a "
          "browser.")
READ = N_("Whoever runs the room’s computer could read what lies on it; and over http the network is not encrypted.")
LOT = N_("Who gets which version is drawn by lot, and was fixed before: {lot}")
AWAY = N_("No answer from {address}. It is asked again by itself. If it stays so: is this computer in the same "
          "network, and is the address the one on the projector?")
FOREIGN = N_("What answers at {address} is no host of this game, or a much newer one. Start again with the address on "
             "the projector.")
GAME = N_("The room plays version {theirs} of the game, and this is version {ours}: its rules could say something "
          "else. Open {address} in a browser, or start from a copy of the host’s own folder.")
LEVELS = N_("The room plays other level files than those of this copy. Open {address} in a browser, or start from a "
            "copy of the host’s own folder.")
FULL = N_("The room is full. Tell whoever leads it.")
DIFFERS = N_("The room’s computer came to something else than this one, so that nothing more is sent from here. What "
             "it has is kept there. Go on in a browser: open {address}, then “I have begun on another device”, and "
             "give these two words:")
GONE = N_("The room does not hold your play any more: it was withdrawn, or its day has come. It is deleted here too.")
UNHEARD = N_("No connection to the room. It is tried again by itself.")


@dataclass(frozen=True)
class Room:
    """The room as these cards show it. All of it is plain data; `day` is in words."""

    address: str
    trouble: str = ""  # "" | away | foreign | game | levels | full | gone | differs
    theirs: str = ""  # versions of the game
    ours: str = ""
    found: bool = False
    seated: bool = False
    state: str = "open"  # open | running | paused | closed
    mode: str = "aggregate"
    day: str = ""
    lot: str = ""
    debrief: bool = False  # the player's debrief may be read now
    played: bool = False  # there is something of the player's
    shares: bool = False
    code: str = ""
    place: int = 0
    take: int = 0
    minutes_left: int | None = None  # until the room stops by itself
    steps: int = 0
    waiting: int = 0
    told: tuple[str, ...] = ()  # what the host tells besides


class Card(Leaf):
    """Stays until the room is otherwise; Escape leads nowhere. Its ways are the settings, and out of the room."""

    def __init__(self, room: Room, title: str = N_("The room"), focus: str = "quit") -> None:
        """`title` is looked up when it is shown."""
        super().__init__(title)
        self.room, self.focus = room, focus

    def same(self, other: "Card") -> bool:
        """Whether the other one would say the same."""
        return type(self) is type(other) and replace(self.room, minutes_left=None) == replace(
            other.room, minutes_left=None
        )

    def take(self, _view: object) -> bool:
        """It lies on whatever there is."""
        return True

    def said(self) -> Sequence[str]:
        """What there is to read, in the language in force."""
        return ()

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """Lines below each other."""
        return [words(frame, line, "sans", 18, self.palette.ink, wide, leading=1.4) for line in self.said() if line]

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """As every leaf, but that no key puts it away."""
        if isinstance(event, Key) and event.name == "escape":
            return None
        return super().on(event, frame)

    def buttons(self, frame: Frame) -> list[Node]:
        """The settings, and the ways out."""
        return [
            button(frame, self.palette, _("Settings"), "settings", Order("room_settings")),
            button(frame, self.palette, _("To the title"), "title", Order("room_title")),
            button(frame, self.palette, _("Leave the game"), "quit", Quit()),
        ]


class Looking(Card):
    """Before there is a room, or where there is none to be had; `room.trouble` says why."""

    def said(self) -> Sequence[str]:
        """What is wrong, and the cure."""
        room = self.room
        if not room.trouble:
            line = _(SHUT) if room.state == "closed" and room.found else _("Looking for the room at {address} …")
        else:
            line = _({"away": AWAY, "foreign": FOREIGN, "game": GAME, "levels": LEVELS, "full": FULL, "gone": EMPTY,
                      "differs": FOREIGN}[room.trouble])  # fmt: skip
        return (line.format(address=room.address, theirs=room.theirs, ours=room.ours),)


class Joining(Card):
    """What is kept, before anything is. Answers Order(room_begin)."""

    def __init__(self, room: Room, *, shared: bool = False) -> None:
        """Nobody has agreed to anything yet. `shared`: others may have begun on this computer before."""
        super().__init__(room, N_("A room that plays together"), "begin")
        self.shares, self.shared = False, shared

    def said(self) -> Sequence[str]:
        """Everything that the browser's first page says, as it is here."""
        room = self.room
        rows = room.mode == "rows"
        lot = _(LOT).format(lot=" ".join(room.lot[at : at + 8] for at in range(0, len(room.lot), 8)))
        return (_(NOTE), _(KEPT), _(ROWS if rows else FIGURES), *room.told, _(UNTIL).format(day=room.day), _(WAYS),
                _(READ), lot)  # fmt: skip

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """The lines, and where rows may leave the room, the question."""
        made = super().body(frame, wide)
        if self.room.mode == "rows":
            made.insert(3, agreement(frame, self, wide, self._agree, agrees=self.shares))
        return made

    def _agree(self) -> Answer | None:
        self.shares, self.dirty = not self.shares, True
        return None

    def buttons(self, frame: Frame) -> list[Node]:
        """Begin, or not."""
        begin = button(frame, self.palette, _("Begin"), "begin", lambda: Order("room_begin", {"shares": self.shares}),
                       kind="big")  # fmt: skip
        older = button(frame, self.palette, _("Open an older play by its two words"), "older", lambda: Push(Opening()))
        return [begin, *([older] if self.shared else []), *super().buttons(frame)]


class Waits(Card):
    """Joined, and nobody can act: before the start, in a pause, after the end; or the player stepped out."""

    def __init__(self, room: Room) -> None:
        """`room.state` says which."""
        super().__init__(room, focus="go_on" if room.state == "running" else "debrief" if room.debrief else "mine")

    def said(self) -> Sequence[str]:
        """How it stands, and the two words."""
        room = self.room
        pair = _("Your play in a browser, with the two words: {code}").format(code=room.code)
        return (_(STATES[room.state]), *room.told, unheard(room.waiting) if room.trouble else "", pair)

    def buttons(self, frame: Frame) -> list[Node]:
        """What can be done meanwhile."""
        pal, room = self.palette, self.room
        made = []
        if room.state == "running":
            made.append(button(frame, pal, _("Go on"), "go_on", Order("room_go_on"), kind="big"))
        if room.debrief:
            made.append(button(frame, pal, _("To the debrief"), "debrief", Order("debrief"), kind="big"))
        made.append(button(frame, pal, _("What is kept of you"), "mine", Order("room_mine")))
        return [*made, *super().buttons(frame)]


class Stopped(Card):
    """Nothing more is sent from here: `room.trouble` is "gone" or "differs"."""

    def said(self) -> Sequence[str]:
        """Why, and how one goes on."""
        room = self.room
        if room.trouble == "gone":
            return (_(GONE),)
        return (_(DIFFERS).format(address=room.address), room.code)


class Unsent(Leaf):
    """Leaving while something has not reached the room."""

    def __init__(self, waiting: int, *, to: str | None = None) -> None:
        """So many steps; `to` is where one would go, as a desk has it in `elsewhere`."""
        super().__init__(N_("Not everything has arrived"))
        self.waiting, self.to = waiting, to

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """What it means."""
        return [words(frame, unsent(self.waiting), "sans", 18, self.palette.ink, wide, leading=1.4)]

    def buttons(self, frame: Frame) -> list[Node]:
        """Staying stands first."""
        stay = button(frame, self.palette, _("Stay"), "close", self.close, kind="big", shortcut="escape")
        label = _("Leave the game") if self.to is None else _("To the title")
        return [stay, button(frame, self.palette, label, "quit", Order("room_leave", {"to": self.to}))]


def unsent(count: int) -> str:
    """What has not reached the room yet."""
    said = ngettext(
        "{count} step has not reached the room yet. It lies on this computer and is sent when the room can be reached, "
        "also when you join it again; it counts if it arrives before the room is closed.",
        "{count} steps have not reached the room yet. They lie on this computer and are sent when the room can be "
        "reached, also when you join it again; they count if they arrive before the room is closed.", count,
    )  # fmt: skip
    return said.format(count=count)


def unheard(count: int) -> str:
    """That the room cannot be reached just now, in a line, and how much of the play waits here for it."""
    waiting = ngettext("{count} step waits here.", "{count} steps wait here.", count).format(count=count)
    return _("{no_connection} {waiting}").format(no_connection=_(UNHEARD), waiting=waiting) if count else _(UNHEARD)


def agreement(frame: Frame, leaf: Leaf, wide: float, press: Press, *, agrees: bool) -> Node:
    """Whether the row may leave the room: what is so now, and the button that turns it."""
    pal = leaf.palette
    now, turn = agreed(shares=agrees)
    return column([
        words(frame, now, "sans_semibold", 18, pal.ink, wide),
        button(frame, pal, turn, "shares", press, size=16),
    ], gap=6)  # fmt: skip
