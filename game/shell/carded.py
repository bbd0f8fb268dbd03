"""A desk with cards over what is played: the part of a joined desk that is about what lies where, and is heard."""

from typing import TYPE_CHECKING, Any

from game.screens.kit.canvas import Canvas
from game.screens.kit.screen import Screen
from game.screens.room.cards import Card, Looking, Room
from game.screens.room.mine import RoomMenu
from game.screens.room.porch import Porch, Slip, Two
from game.screens.saved import Settings
from game.screens.voice import Heard, hear
from game.shell.desk import Desk
from game.shell.seen import card_for, room_of

if TYPE_CHECKING:
    import pygame

    from game.shell.errand import Errand
    from game.shell.news import News
    from game.shell.seat import Drawer


class Carded(Desk):
    """Knows the room as its errand last heard of it."""

    def __init__(self, settings: Settings, *, address: str, **more: Any) -> None:
        """`address` as it was typed and found to be one."""
        super().__init__(settings, **more)
        self.title = Porch()
        self.title.settle(settings)
        self.card: Card = Looking(Room(address))
        self.screens = [self.title, self.card] if settings.asked else [self.title, Two(settings)]
        self.address = address
        self.slip = Slip()
        self.errand: Errand | None = None
        self.drawer: Drawer | None = None
        self._heard: News | None = None
        self._out = self._gone = False  # stepped out of the play; withdrawn
        self._asks = not settings.asked  # the questions of the first start lie there
        self._laid: float | None = self._clock()  # since when a card lies there: that time is nobody's
        self._debrief: Screen | None = None

    @property
    def untimed(self) -> bool:
        """As for everybody in the room: pages in a browser have no clock that runs."""
        return True

    def refresh(self) -> None:
        """No play but the room's is offered here."""
        self.dirty = True

    def _room(self) -> Room:
        return room_of(self.address, self._heard)

    def _wanted(self) -> Card | None:
        plays = self.play is not None
        return card_for(self._room(), self._heard, plays=plays, gone=self._gone, shared=self.shared)

    def _lay(self, card: Card | None) -> None:
        """Lay a card over all but the debrief; the one that lies there goes, unless it fits."""
        now = self.card if any(one is self.card for one in self.screens) else None
        if now is not None and card is not None and now.same(card):
            return
        self.screens = [one for one in self.screens if one is not now] or [self.title]
        if card is not None:
            above = (i for i, one in enumerate(self.screens) if one is self._debrief)
            self.screens.insert(next(above, len(self.screens)), card)
            self._laid = self._clock() if self._laid is None else self._laid
            self.card = card
        elif self._laid is not None:
            self._since += max(0.0, self._clock() - max(self._laid, self._since))
            self._laid = None
        self.dirty = True

    def menu(self) -> None:
        """The menu of a joined play."""
        if self.play:
            left = self.library.minutes_left(self.play) if self.library else None
            room = self._room()
            self.screens.append(RoomMenu(self.settings, self.view, left, room.minutes_left, room.code, self.slip.line))
            self.learn("menu")

    def leave(self) -> None:
        """A last word to the room."""
        if self.errand:
            self.errand.close()

    # what is seen and heard

    def heard(self) -> Heard:
        """The slip is news like a hint."""
        over = [*([self.slip] if self.slip.line else []), *([self.hints] if self.hints.now else [])]
        return hear([*over, *self.running()], self.frame)

    @property
    def stale(self) -> bool:
        """Also where the slip is no longer true."""
        return super().stale or self.slip.dirty

    def paint(self, surface: "pygame.Surface", make: type[Canvas] = Canvas) -> Canvas:
        """The picture, and the slip where it covers nothing."""
        canvas = super().paint(surface, make)
        if not self.hints.now:  # that goes by itself, and the line is in the menu as well
            self.slip.draw_on(canvas, self._seen(), self.frame)
        return canvas
