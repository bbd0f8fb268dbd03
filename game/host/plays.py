"""The plays of a room: each a Session, made again from its lines when it is needed. A step is kept, then answered.

Steps that come in while the disk is busy are kept together at its next turn: a room that taps at once waits once.
"""

import asyncio
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Literal

from game import __version__
from game.host.arms import LAPSE, Arms
from game.host.keys import Keys
from game.host.store import Clash, Held, Step, Store
from game.journal import Differs, Session, load_text
from game.journal.lines import header_text, line_text
from game.model.acts import Act
from game.model.content import Pack
from game.model.record import Header
from game.model.room import AWAY
from game.rules import Illegal

LIVE = 512  # sessions in memory; any other is made again in some milliseconds
THINKING = AWAY  # ms of one step that are counted at the most: longer, and the phone lay in a pocket
Answer = Literal["done", "late", "illegal", "differs", "gone"]


@dataclass(slots=True)
class Live:
    """A play in memory. `kept`: set once all its steps are on disk.

    `since`: when the newest page could be sent; None if that was before this process knew the play.
    """

    session: Session
    since: float | None = field(default_factory=time.monotonic)
    kept: "asyncio.Future[None] | None" = None


@dataclass(slots=True)
class Wanted:
    """An act that waits to be done."""

    play: str
    n: int
    act: Act
    ms: int | None  # as a joined game has measured it; None: since its page was sent
    digest: str  # what a joined game has made of it; "" where nobody has
    answer: "asyncio.Future[Answer]"


class Plays:
    """All plays of a room. To be used from one event loop."""

    def __init__(self, pack: Pack, store: Store, keys: Keys, arms: Arms, campaign: str, *, live: int = LIVE) -> None:
        """`live`: sessions in memory."""
        self.alone = True  # no other process hears from players; where one does, silence here says nothing
        self.pack, self.store, self.keys, self.arms, self.campaign = pack, store, keys, arms, campaign
        self._most = live
        self._live: OrderedDict[str, Live] = OrderedDict()
        self._seen: dict[str, float] = {}
        self._since = time.monotonic()
        self._wanted: list[Wanted] = []
        self._worker: asyncio.Task[None] | None = None

    async def join(self, nonce_play: str, *, shares: bool) -> None:
        """Begin the play with this id, unless it has begun. Raises CannotKeep."""

        def header(place: int, take: int) -> str:
            setup = self.arms.deal(place, take).setup(self.campaign)
            return header_text(Header(
                game=__version__, pack=self.pack.info.id, digest=self.pack.digest, play=nonce_play, setup=setup
            ))  # fmt: skip

        code = self.code_key(self.keys.code(nonce_play))
        await asyncio.to_thread(
            self.store.join, nonce_play, code, header, self.lapsed(), shares=shares
        )  # fmt: skip
        self.heard(nonce_play)

    def code_key(self, code: str) -> str:
        """What is kept of a code: nothing that could be typed in."""
        return self.keys.form(f"code {code}")

    def heard(self, play: str) -> None:
        """A player has said something."""
        self._seen[play] = time.monotonic()

    def lapsed(self) -> tuple[str, ...]:
        """Plays that are not done, and of whose players nothing has been heard for a while. Kept in memory only."""
        ago = time.monotonic() - LAPSE * 60
        if self._since > ago or not self.alone:
            return ()
        return tuple(held.id for held in self.store.all_held() if self._seen.get(held.id, self._since) < ago)

    async def session(self, play: str) -> Session | None:
        """The play as it stands on the disk, or None if the room does not hold it."""
        live = self._live.get(play)
        while live is not None and live.kept is not None:
            await asyncio.wait([live.kept])
            live = self._live.get(play)
        held = self.store.held(play)
        if held is None:
            self._forget(play)
            return None
        found = self._current(play, held)
        return found.session if found else None

    def _forget(self, play: str) -> None:
        self._live.pop(play, None)
        self._seen.pop(play, None)

    def _current(self, play: str, held: Held) -> Live | None:
        """The session in memory; made anew where it is not there, or another process has gone on with the play.

        None if the play was withdrawn since `held` was read: its deletion runs beside this.
        """
        live = self._live.get(play)
        if live is None or (live.kept is None and len(live.session.lines) != held.steps):
            text = self.store.text(play)
            if not text:
                self._forget(play)
                return None
            record = load_text(text.encode(), play)
            live = self._live[play] = Live(Session.resume(self.pack, record, None))
            if record.lines:
                live.since = None
        self._live.move_to_end(play)
        while len(self._live) > self._most:
            oldest = next((one for one, its in self._live.items() if its.kept is None), "")
            if not oldest or oldest == play:
                break
            del self._live[oldest]
        return live

    async def withdraw(self, play: str) -> bool:
        """Delete a play for good; say whether it was there."""
        await self.session(play)  # what is being kept is kept first, and then goes as well
        self._forget(play)
        return await asyncio.to_thread(self.store.withdraw, play)

    async def act(self, play: str, n: int, act: Act, ms: int | None = None, digest: str = "") -> Answer:
        """Do an act as the step after the n-th, and keep it. The same n twice counts once.

        `ms` and `digest`: of a game that has done it already; what comes to another line here is not done ("differs").

        Returns "done" when it is on the disk; "late" if the play is elsewhere by now, "illegal" if the rules do not
        take it, "gone" if the room does not hold the play. Raises CannotKeep; nothing has then happened.
        """
        self.heard(play)
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._wanted.append(Wanted(play, n, act, ms, digest, answer))
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())
        return await answer

    async def _work(self) -> None:
        while self._wanted:
            turn, self._wanted = self._wanted, []
            try:
                await self._turn(turn)
            except Exception as error:  # it reaches everyone who waits, and the next turn comes
                for wanted in turn:
                    self._forget(wanted.play)
                    if not wanted.answer.done():
                        wanted.answer.set_exception(error)

    async def _turn(self, turn: list[Wanted]) -> None:
        """Do what is wanted, keep it in one go, then answer. Where another process was quicker, look once more."""
        for last in (False, True):
            steps, answers = self._try(turn)
            kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            changed = [live for step in steps if (live := self._live.get(step.play))]
            for live in changed:
                live.kept = kept
            try:
                if steps:
                    await asyncio.to_thread(self.store.add, steps)
            except Clash:
                for step in steps:
                    self._forget(step.play)
                if last:
                    raise
                continue
            finally:
                for live in changed:
                    live.kept = None
                kept.set_result(None)
            for wanted, answer in zip(turn, answers, strict=True):
                if not wanted.answer.done():  # whoever asked may have gone
                    wanted.answer.set_result(answer)
            return

    def _try(self, turn: list[Wanted]) -> tuple[list[Step], list[Answer]]:
        steps: list[Step] = []
        answers: list[Answer] = []
        moved: dict[str, Live] = {}
        for wanted in turn:
            live = moved.get(wanted.play)
            if live is None:
                held = self.store.held(wanted.play)
                live = self._current(wanted.play, held) if held else None
                if live is None:
                    self._forget(wanted.play)
                    answers.append("gone")
                    continue
            answers.append(answer := _do(live, wanted))
            if answer == "done":
                moved[wanted.play] = live
                line = live.session.lines[-1]
                steps.append(Step(wanted.play, line.n, line_text(line), live.session.state.phase == "over"))
        return steps, answers


def _do(live: Live, wanted: Wanted) -> Answer:
    session = live.session
    if len(session.lines) != wanted.n:
        return "late"
    now = time.monotonic()
    try:
        since = 0.0 if live.since is None else now - live.since
        ms = int(1000 * since) if wanted.ms is None else wanted.ms
        session.do(wanted.act, min(THINKING, ms), wanted.digest)
    except Illegal:
        return "illegal"
    except Differs:
        return "differs"
    live.since = now
    return "done"
