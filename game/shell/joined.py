"""The desk of a player who has joined a room elsewhere: the same screens, and cards where the room does not play.

The screens answer as on every desk. What was done goes to the room by an errand (`game.shell.errand`), whose thread
alone waits for the network; here its news are looked at, once a tick.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from game.language import _
from game.screens.kit.answers import Answer, Order, Quit
from game.screens.preferences import Preferences
from game.screens.room.cards import Unsent, unheard
from game.screens.room.mine import Mine
from game.screens.room.porch import Two
from game.shell.address import Address
from game.shell.carded import Carded
from game.telling.room import NOT_YET, chosen

if TYPE_CHECKING:
    from game.journal import Session
    from game.model.acts import Act
    from game.shell.errand import Errand
    from game.shell.library import Folder
    from game.shell.needs import Library
    from game.shell.news import News


class Joined(Carded):
    """A desk with a seat in a room. Every play on it is the room's."""

    def ready(self, library: "Library") -> None:
        """The level files have been read: look for the room."""
        from game.shell.errand import Errand  # noqa: PLC0415  (after the first frame)
        from game.shell.line import Line  # noqa: PLC0415
        from game.shell.seat import Drawer  # noqa: PLC0415

        folder = cast("Folder", library)
        folder.roomed, self.drawer = True, Drawer(folder.shelf.folder)
        self._delete(self.drawer.clear)
        self.errand = Errand(Line(Address.of(self.address)), self.drawer, folder.pack, "" if self.shared else None)
        self.errand.start()
        super().ready(library)
        if not self.settings.asked:
            self._set({"asked": True})

    # what the room says

    def tick(self, seconds: float) -> None:
        """Let time pass, and look whether there are news."""
        super().tick(seconds)
        news = self.errand.news if self.errand else None
        asked, self._asks = self._asks, any(isinstance(one, Two) for one in self.screens)
        if self._asks or (news is self._heard and not asked):
            return
        self._heard = news
        if news is None:
            self._lay(self._wanted())
            return
        self._follow(news)

    def _follow(self, news: "News") -> None:
        """Have the play and the card that fit the news."""
        self._gone = self._gone or bool(news.seat and news.seat.goes)
        playing = bool(news.stand and news.stand.state == "running")
        if news.trouble == "gone" and news.seat:
            self._let_go()
        elif news.play is not None and not self._gone:
            if self.play is not None and self.play is not news.play:
                self._made_anew(news.play)
            elif self.play is None and playing and not self._out and self._knows(news):
                self._sit(news.play)
        self._lay(self._wanted())
        self.slip.say(unheard(news.waiting) if news.trouble in ("away", "foreign") and self.play else "")

    def _sit(self, play: "Session") -> None:
        """Take the play up on the screens; one that came from the host alone is written down here first."""
        self._write_down(play)
        self._lay(None)
        self.begin(play)

    def _knows(self, news: "News") -> bool:
        """Whether the player has read what they must be told before the first choice; until then it lies there."""
        assert news.play is not None
        told = news.stand.told if news.stand else ()
        self._out = bool(told) and not news.play.lines
        return not self._out

    def _made_anew(self, play: "Session") -> None:
        """Go on with the play as the host has it."""
        self._write_down(play)
        if play.lines:
            self.begin(play)
        else:
            self.play, self.screens = None, [self.title]
        self.notice(_("This is the play as the room has it: it went on elsewhere, or not all had arrived in time."))

    def _write_down(self, play: "Session") -> None:
        from game.journal import CannotWrite  # noqa: PLC0415  (after the first frame)

        if play.path is not None or self.drawer is None or self._heard is None or self._heard.seat is None:
            return
        try:
            play.move_to(self.drawer.record(self._heard.seat))
        except CannotWrite as error:
            self.notice(str(error), unsaved=True)

    def _let_go(self) -> None:
        """The room does not hold the play: nothing of it stays here either."""
        self.play = self.view = None
        self.screens = [self.title]
        if self.drawer and self._heard and self._heard.seat:
            self._delete(partial(self.drawer.delete, self._heard.seat))

    def _delete(self, delete: Callable[[], None]) -> None:
        try:
            delete()
        except OSError as error:
            self.notice(_("{path}: cannot be deleted ({why})").format(path=error.filename, why=error.strerror))

    # what the player does

    def do(self, act: "Act") -> None:
        """One act for the rules, and for the room. What is written by hand is made plain, as it would be there."""
        from game.model.said import clean  # noqa: PLC0415  (after the first frame)

        if self.play is None or self._laid is not None:
            return
        play = cast("Session", self.play)
        before = len(play.lines)
        super().do(act.but(values=tuple(map(clean, act.values))))
        if self.errand and len(play.lines) > before:
            self.errand.did(play, play.lines[-1])

    def apply(self, answer: Answer) -> None:
        """As on every desk; leaving asks, where something has not arrived."""
        news = self.errand and self.errand.news
        title = isinstance(answer, Order) and answer.name == "room_title"
        if (title or isinstance(answer, Quit)) and news and news.waiting and news.trouble and not self._gone:
            self.screens.append(Unsent(news.waiting, to="" if title else None))
            self.dirty = True
            return
        super().apply(answer)

    def _order(self, order: Order) -> None:
        name, errand = order.name, self.errand
        if name in ("room_leave", "room_title"):
            self.elsewhere = "" if name == "room_title" else order.args.get("to")
            self.done = True
        elif name == "room_go_on":
            self._go_on()
        elif name == "room_settings":
            self.screens.append(Preferences(self.settings))
        elif name in ("room_mine", "wipe", "delete"):
            self.put_away()
            play = self._heard.play if self._heard else None
            self.screens.append(Mine(self._room(), chosen(play.lines if play else ())))
        elif name in ("new", "continue"):
            return  # no play but the room's
        elif errand is None:
            super()._order(order)
        elif name == "room_begin":
            errand.begin(shares=order.args["shares"])
        elif name == "open":
            self._open(errand, order.args["words"])
        elif name == "room_share":
            errand.share(shares=order.args["shares"])
            if isinstance(top := self.screens[-1], Mine):
                top.room, top.dirty = replace(top.room, shares=order.args["shares"]), True
        elif name == "room_withdraw":
            self._withdraw(errand)
        elif name == "debrief":
            self._open_debrief(order)
        else:
            super()._order(order)

    def _go_on(self) -> None:
        """From the card into the play; what stands on the card has been read."""
        self._out = False
        if self._heard and self._heard.play is not None:
            self._sit(self._heard.play)
            self._lay(self._wanted())

    def _open(self, errand: "Errand", words: str) -> None:
        """On a computer that several people use: one's own play again, by its two words."""
        self.put_away()
        lobby = self._heard.lobby if self._heard else None
        if self.drawer and lobby and self.drawer.seat(lobby.lot, lobby.until, words).token:
            errand.open(words)
        else:
            self.notice(_("No play on this computer has these two words."))

    def _open_debrief(self, order: Order) -> None:
        """The debrief, once the room's rules allow it to whoever is done."""
        news = self._heard
        if not self._room().debrief or news is None or news.seat is None:
            self.notice(_(NOT_YET))
            return
        if news.play is not None:
            self._write_down(news.play)
        cast("Folder", self.library).projected = news.projected if news.projected and news.projected.half else None
        super()._order(Order("debrief", {**order.args, "play": news.seat.play}))
        self._debrief = self.screens[-1]

    def _withdraw(self, errand: "Errand") -> None:
        """Gone at once here, and in the room as soon as it hears of it."""
        self._gone = True
        errand.withdraw()
        self.play = self.view = None
        self.screens = [self.title]
        if self.drawer and self._heard and self._heard.seat:
            self._delete(partial(self.drawer.delete_play, self._heard.seat))
        self._lay(self._wanted())

    def to_title(self, *, anew: bool = False) -> None:
        """Step out of the play; it waits."""
        self._out = True
        super().to_title(anew=anew)
        self._lay(self._wanted())
