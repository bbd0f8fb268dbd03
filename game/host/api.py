"""The host as a game knows it that has joined the room: a few answers in JSON (game/model/room.py has their shapes).

The game plays by the same rules and tells what was done; here each act is done again, and only what comes to the same
line of the record is kept. Who asks is told by a head that no page of another site can send, never by the cookie.
"""

import asyncio
from functools import partial
from typing import TypeVar

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from game import __version__
from game.debrief.projected import said_after
from game.host.fields import LONG, MOST
from game.host.shown import terms, told_half, words
from game.host.store import Held
from game.host.student import Student
from game.language import N_, _
from game.model.acts import Act
from game.model.base import Shape
from game.model.projected import Projected
from game.model.room import MANY, Begin, Did, Lobby, Place, Sharing, Stand, State, Steps
from game.model.room import MOST as AT_ONCE
from game.model.said import clean
from game.telling.room import SHUT

GONE = N_("This room does not hold that play.")
Message = TypeVar("Message", bound=Shape)


class Bad(ValueError):
    """No game sends such a message."""


class Api(Student):
    """Everything that changes something is a POST; a GET only looks."""

    async def lobby(self, request: Request) -> Response:
        """The room before one joins. Looking takes no place."""
        self.desk.tick()
        state = self._state()
        if state is None:
            return _plain(GONE, 410)
        settled = self.desk.settled
        return _json(Lobby(
            game=__version__, campaign=settled.campaign, levels=self.pack.digest, lot=self.arms.hash,
            mode=settled.mode, until=settled.until.isoformat(), state=state, nonce=self.keys.nonce(),
            told=self._terms(),
        ))  # fmt: skip

    async def seat(self, request: Request) -> Response:
        """Join, or come back with the same nonce: the place is the same."""
        try:
            begin = await _read(request, Begin)
        except Bad:
            return _bad()
        self.desk.tick()
        play = self.keys.play_from(begin.nonce)
        if not play:
            return _bad()
        held = self.store.held(play) if self.desk.state != "deleted" else None
        if held is None:
            if self.desk.state in ("closed", "deleted"):
                return _plain(SHUT, 409)
            barred = self._barred(request)
            if barred == "full":
                return _plain(N_("The room is full"), 409)
            if barred:
                return _plain(N_("That was too much at once. Wait a moment, then try again."), 429)
            await self.plays.join(play, shares=self.desk.settled.mode == "rows" and begin.shares)
            held = self.store.held(play)
        if held is None:
            return _plain(GONE, 410)
        return _json(Place(
            token=self.keys.token(play), header=held.header, code=self.keys.code(play), place=held.place,
            take=held.take,
        ))  # fmt: skip

    async def stand(self, request: Request) -> Response:
        """Where the room and the play are. A game that lies open says nothing about whether somebody is there."""
        held = self._sealed(request)
        if isinstance(held, Response):
            return held
        if self.desk.state != "running":
            self.plays.heard(held.id)
        return await self._stands(held)

    async def _stands(self, held: Held, *, agrees: bool = True) -> Response:
        session = await self.plays.session(held.id)
        state = self._state()
        if session is None or state is None:
            return _plain(GONE, 410)
        return _json(Stand(
            state=state, debrief=self.desk.debrief, minutes_left=self.desk.minutes_left, steps=len(session.lines),
            digest=session.lines[-1].digest if session.lines else "", shares=held.shares, agrees=agrees,
            told=self._told(held),
        ))  # fmt: skip

    async def steps(self, request: Request) -> Response:
        """What was done after the n-th step, for a game that has not done it itself."""
        held = self._sealed(request)
        if isinstance(held, Response):
            return held
        said = request.query_params.get("from", "")
        if not (said.isascii() and said.isdecimal() and len(said) < 8):
            return _bad()
        session = await self.plays.session(held.id)
        if session is None:
            return _plain(GONE, 410)
        lines = session.lines[int(said) : int(said) + MANY]
        return _json(Steps(n=int(said), did=tuple(Did(act=one.act, ms=one.ms, digest=one.digest) for one in lines)))

    async def did(self, request: Request) -> Response:
        """Do what was done there, and keep it. Steps that the record has already are passed over."""
        held = self._sealed(request)
        if isinstance(held, Response):
            return held
        try:
            told = await _read(request, Steps)
        except Bad:
            return _bad()
        if len(told.did) > AT_ONCE or not all(_sound(one.act) for one in told.did):
            return _bad()
        session = await self.plays.session(held.id)
        if session is None:
            return _plain(GONE, 410)
        known = session.lines[told.n : told.n + len(told.did)]
        agrees = told.n <= len(session.lines) and all(
            one.digest == line.digest for one, line in zip(told.did, known, strict=False)
        )
        if agrees and self.desk.state == "running":
            first = told.n + len(known)
            done = await asyncio.gather(*(
                self.plays.act(held.id, first + at, one.act, one.ms, one.digest)
                for at, one in enumerate(told.did[len(known) :])
            ))  # fmt: skip
            if "gone" in done:
                return _plain(GONE, 410)
            agrees = all(one == "done" for one in done)
        return await self._stands(held, agrees=agrees)

    async def shown(self, request: Request) -> Response:
        """What the projector had to do with the play, once its debrief may be read."""
        held = self._sealed(request)
        if isinstance(held, Response):
            return held
        session = await self.plays.session(held.id)
        if session is None:
            return _plain(GONE, 410)
        if not (self.desk.debrief and (session.state.phase == "over" or self.desk.state == "closed")):
            return _bad()
        projected = await asyncio.to_thread(self.tower.of, held, partial(words, pack=self.pack))
        return _json(projected or Projected(half=""))

    async def take_back(self, request: Request) -> Response:
        """Withdraw."""
        held = self._sealed(request)
        if isinstance(held, Response):
            return held
        await self.plays.withdraw(held.id)
        return _plain(GONE, 410)

    async def sharing(self, request: Request) -> Response:
        """Agree that the row is used, or not any more; where rows never leave the room, it stays as it is."""
        held = self._sealed(request)
        if isinstance(held, Response):
            return held
        try:
            wish = await _read(request, Sharing)
        except Bad:
            return _bad()
        if self.desk.settled.mode == "rows" and self.desk.state != "closed":
            self.store.share(held.id, shares=wish.shares)
        return await self._stands(self.store.held(held.id) or held)

    def _terms(self) -> tuple[str, ...]:
        """What everybody is told of this room before joining, besides what the game itself says."""
        return (terms(),) if self.desk.settled.tower else ()

    def _told(self, held: Held) -> tuple[str, ...]:
        """What this player is told before the first choice, and can read at any time; and afterwards what was shown."""
        if not self.tower.stands:
            return ()
        if not (self.desk.debrief and (held.done or self.desk.state == "closed")):
            return (told_half(self.tower.half(held)),)
        projected = self.tower.of(held, partial(words, pack=self.pack))
        if projected is None:
            return ()
        return said_after(projected, projected.made)

    def _state(self) -> State | None:
        """How far the room is; None once everything is deleted."""
        state = self.desk.state
        return None if state == "deleted" else state

    def _sealed(self, request: Request) -> Held | Response:
        """The play that the seal opens, or the answer to whoever has none, or one whose play is gone."""
        self.desk.tick()
        play = self.sealed(request)
        if not play:
            return _plain(GONE, 401)
        held = self.store.held(play) if self.desk.state != "deleted" else None
        return held or _plain(GONE, 410)


def _sound(act: Act) -> bool:
    """Whether an act is as a page would have sent it: short, and nothing in it that hides or steers."""
    words = (act.what, act.how, *act.values)
    return len(words) <= MOST and all(len(one) <= LONG and clean(one) == one for one in words)


async def _read(request: Request, shape: type[Message]) -> Message:
    try:
        return shape.model_validate_json(await request.body())
    except (ValidationError, ValueError, RecursionError):
        raise Bad from None


def _json(said: Shape) -> Response:
    return Response(said.model_dump_json(exclude_defaults=False), media_type="application/json")


def _plain(words: str, status: int) -> Response:
    return PlainTextResponse(_(words) + "\n", status)


def _bad() -> Response:
    return _plain(N_("No game sends such a message."), 400)


