"""Between a joined game and its room: a thread that tells what was done, and hears how the room stands.

The play is done here at once and kept on this disk first; the host does it again by its own rules. What was done is
never forgotten before the host has it: the thread knows every step of the play and how many of them the host has, so
that a lost line, a new start of either side, or a host that fell back costs nothing but telling them again. Where the
host's record is another one (the play went on in a browser, the room was closed before all had arrived), the play is
made anew from what the host has.
"""

import sys
import threading
from collections.abc import Callable
from dataclasses import replace

from pydantic import ValidationError

from game import __version__
from game.journal import BadRecord, CannotWrite, Differs, Session, load
from game.journal.lines import header_text
from game.model.content import Pack
from game.model.projected import Projected
from game.model.record import Header
from game.model.record import Line as Step
from game.model.room import AWAY, MOST, Begin, Did, Lobby, Place, Sharing, Stand, Steps
from game.rules import Illegal
from game.shell.line import Away, Foreign, Line, Refused
from game.shell.news import News, Trouble
from game.shell.seat import PLAY, Drawer, Seat

LASTING: tuple[Trouble, ...] = ("gone", "differs")
POLL = {"open": 2.0, "paused": 2.0, "running": 4.0, "closed": 15.0}  # seconds between two looks at the room
SLOW, SLOWEST = 1.0, 5.0  # seconds until it is tried again where nobody answered
HEAVY = 24 << 10  # bytes of one message
TRIES = 3  # so often a step is told that the host does not take
FAULT = "good-standing: {kind} on the line to the room.\n"
LAST_WORD = 3.0  # seconds that leaving waits for what has not been told yet


class Errand:
    """Talks to one host from a thread of its own. What others call returns at once."""

    def __init__(self, line: Line, drawer: Drawer, pack: Pack, words: str | None = None) -> None:
        """Nothing is asked before `start`. `words` as `Drawer.seat` takes them."""
        self.news = News()
        self._line, self._drawer, self._pack = line, drawer, pack
        self._turned = threading.Condition()
        self._woken = self._done = False
        self._words = words
        self._begins: bool | None = None  # the player wants a seat; whether the row may be used
        self._shares: bool | None = None
        self._goes = False  # the player withdraws
        self._lobby: Lobby | None = None
        self._seat: Seat | None = None
        self._stand: Stand | None = None
        self._play: Session | None = None
        self._projected: Projected | None = None
        self._did: list[Did] = []
        self._stuck: Trouble = ""
        self._refused = self._failed = 0
        self._thread = threading.Thread(target=self._run, daemon=True, name="errand")

    # what the desk says

    def start(self) -> None:
        """Look for the room."""
        self._thread.start()

    def begin(self, *, shares: bool) -> None:
        """Take a seat."""
        self._say(lambda: setattr(self, "_begins", shares))

    def open(self, words: str) -> None:
        """Go on with the play that has these two words here."""
        self._say(lambda: setattr(self, "_words", words))

    def share(self, *, shares: bool) -> None:
        """The row may be used, or not any more."""
        self._say(lambda: setattr(self, "_shares", shares))

    def withdraw(self) -> None:
        """Have the play deleted by the host; if not now, then at the next start."""
        if self.news.seat is not None:
            self._keep(replace(self.news.seat, goes=True))
        self._say(lambda: setattr(self, "_goes", True))

    def did(self, play: Session, step: Step) -> None:
        """A step was done in the play that goes on; one of a play that was made anew since then is nobody's."""
        with self._turned:
            if play is self._play:
                self._did.append(_told(step))
                self.news = replace(self.news, waiting=self.news.waiting + 1)
                self._woken = self._woken or not self._failed
                self._turned.notify_all()

    def close(self) -> None:
        """Leave, after a last word where there is something left to say and somebody listens."""
        with self._turned:
            owes = self.news.waiting and not self.news.trouble
            if owes:
                self._woken = True
                self._turned.notify_all()
                self._turned.wait_for(lambda: not self.news.waiting or self.news.trouble, LAST_WORD)
            self._done = True
            self._turned.notify_all()

    def _say(self, wish: Callable[[], None]) -> None:
        with self._turned:
            wish()
            self._woken = True
            self._turned.notify_all()

    # the thread

    def _run(self) -> None:
        while not self._done:
            trouble: Trouble
            try:
                self._turn()
                self._look_back()
                trouble, self._failed = self._stuck, 0
            except Away:
                trouble, self._failed = "away", self._failed + 1
            except Foreign:
                trouble, self._failed = "foreign", self._failed + 1
            except Refused as no:
                trouble = self._stuck = "gone" if no.status == 410 else "differs"
            except Exception as error:  # a thread that ends silently would leave somebody waiting for ever
                sys.stderr.write(FAULT.format(kind=type(error).__name__))
                trouble, self._failed = "foreign", self._failed + 1
            with self._turned:
                seat, stand, play = self._seat, self._stand, self._play
                self.news = News(self._lobby, seat, stand, play, self._projected, trouble, self._owed())
                self._turned.notify_all()
                if trouble in LASTING:
                    break
                if not self._turned.wait_for(lambda: self._woken or self._done, self._rest(trouble)):
                    continue
                self._woken = False
        self._line.close()

    def _rest(self, trouble: Trouble) -> float:
        """Seconds until the next turn, unless somebody wants something."""
        if self._failed:
            return min(SLOWEST, SLOW * self._failed)
        if trouble or self._stand is None:
            return SLOWEST if trouble or not self._seat else 0.0
        if self._stand.state == "running" and self._owed():
            return 0.0
        return POLL[self._stand.state]

    def _owed(self) -> int:
        return max(0, len(self._did) - self._stand.steps) if self._play and self._stand else 0

    def _turn(self) -> None:
        if self._seat is None:
            self._look_in()
        elif self._goes:
            self._line.post("withdraw", Sharing(shares=False), Stand)
            raise Foreign
        elif (shares := self._shares) is not None:
            self._shares = None
            try:
                self._stands(self._line.post("share", Sharing(shares=shares), Stand))
            except Away:
                self._shares = shares
                raise
        elif self._play is None:
            self._stand = self._line.get("stand", Stand)
            self._sit_down(self._stand)
        elif self._owed() and self._stand and self._stand.state == "running":
            self._tell(self._stand.steps)
        else:
            self._stands(self._line.get("stand", Stand))

    def _look_in(self) -> None:
        """Find the room, and take the seat in it: the one that was taken before, or a new one if it is wanted."""
        if self._begins is not None or self._stuck != "full":
            self._stuck = ""
        self._lobby = lobby = self._line.get("room", Lobby)
        if (lobby.game, lobby.levels) != (__version__, self._pack.digest):
            self._stuck = "game" if lobby.game != __version__ else "levels"
            return
        seat = self._drawer.seat(lobby.lot, lobby.until, self._words)
        if not seat.token and (seat.nonce or self._begins is not None):
            seat = self._take(seat, lobby)
        if seat.token:
            self._line.token, self._seat = seat.token, seat
            self._goes = self._goes or seat.goes

    def _take(self, seat: Seat, lobby: Lobby) -> Seat:
        """Begin. The nonce is kept first, so that however this ends one has one place and no second."""
        shares = seat.shares if seat.nonce else bool(self._begins)
        seat = replace(seat, nonce=seat.nonce or lobby.nonce, shares=shares)
        self._keep(seat)
        try:
            place = self._line.post("begin", Begin(nonce=seat.nonce, shares=shares), Place)
        except Refused:
            self._begins = None
            self._drawer.delete(seat)
            self._stuck = "full" if lobby.state != "closed" else ""
            return replace(seat, nonce="")
        try:
            header = Header.model_validate_json(place.header)
        except ValidationError:
            raise Foreign from None
        same = (header.game, header.digest, header.setup.campaign) == (__version__, lobby.levels, lobby.campaign)
        if not same or header_text(header) != place.header or not PLAY.fullmatch(header.play):
            raise Foreign
        seat = replace(
            seat, play=header.play, token=place.token, header=place.header, code=place.code, place=place.place,
            take=place.take,
        )  # fmt: skip
        self._keep(seat)
        return seat

    def _keep(self, seat: Seat) -> None:
        try:
            self._drawer.keep(seat)
        except OSError as error:  # the play's own file will say the same where it is seen
            sys.stderr.write(f"good-standing: {error.filename}: {error.strerror}.\n")

    def _sit_down(self, stand: Stand) -> None:
        """Take up the play as it lies on this disk; as the host has it, where that is another one."""
        assert self._seat is not None
        path = self._drawer.record(self._seat)
        try:
            record = load(path)
            same = header_text(record.header) == self._seat.header
            fits = same and _fits(stand, [_told(step) for step in record.lines])
            play = Session.resume(self._pack, record, path) if fits else None
        except (BadRecord, Differs, CannotWrite):
            play = None
        self._goes_on(play or self._anew())

    def _anew(self) -> Session:
        """The play as the host has it, in memory. Raises Away, Foreign, Refused."""
        assert self._seat is not None
        header = Header.model_validate_json(self._seat.header)
        play = Session.new(self._pack, header.setup, None, game=header.game, play=header.play)
        while True:
            more = self._line.get(f"steps?from={len(play.lines)}", Steps)
            if not more.did:
                return play
            try:
                for one in more.did:
                    play.do(one.act, one.ms, one.digest)
            except (Illegal, Differs):
                raise Refused(409) from None

    def _goes_on(self, play: Session) -> None:
        with self._turned:
            self._play, self._did = play, [_told(step) for step in play.lines]

    def _tell(self, n: int) -> None:
        """Tell the next steps."""
        telling: list[Did] = []
        size = 0
        for one in self._did[n : n + MOST]:
            size += len(one.model_dump_json())
            if telling and size > HEAVY:
                break
            telling.append(one)
        stand = self._line.post("steps", Steps(n=n, did=tuple(telling)), Stand)
        stays = not stand.agrees and stand.steps == n and _fits(stand, self._did)
        self._refused = self._refused + 1 if stays else 0
        if self._refused >= TRIES:
            raise Refused(409)
        self._stands(stand)

    def _stands(self, stand: Stand) -> None:
        """The room stands so. A play that is another one there is made anew."""
        self._stand = stand
        if self._play is not None and not _fits(stand, self._did):
            self._goes_on(self._anew())

    def _look_back(self) -> None:
        """Once the debrief may be read: what the projector had to do with the play."""
        play, stand = self._play, self._stand
        told = play and stand and stand.debrief and stand.steps and not self._owed()
        if play and stand and told and (play.state.phase == "over" or stand.state == "closed"):
            self._projected = self._line.get("shown", Projected)


def _fits(stand: Stand, did: list[Did]) -> bool:
    """Whether the host has the beginning of what was done; all of it, if nothing can be told any more."""
    if stand.steps > len(did) or (stand.state == "closed" and stand.steps < len(did)):
        return False
    return stand.digest == (did[stand.steps - 1].digest if stand.steps else "")


def _told(step: Step) -> Did:
    return Did(act=step.act, ms=min(step.ms, AWAY), digest=step.digest)
