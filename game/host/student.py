"""A student's way through the room: joining, playing, what is kept."""

import asyncio
from functools import partial
from typing import Literal

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from game.debrief.report import report
from game.host import pages
from game.host.door import COOKIE, Door, bad, client, fields, html, unknown
from game.host.fields import BadForm
from game.host.keys import tidy_code
from game.host.sealed import sealed
from game.host.shown import told_half, words
from game.host.store import Held
from game.host.web.page import page
from game.host.web.room import Room
from game.journal import Session
from game.language import _, told
from game.model.acts import Act
from game.telling.room import EMPTY


class Student(Door):
    """Everything that changes something is a POST with a token; a GET only looks."""

    def room(self, held: Held, session: Session | None, notice: str = "") -> Room:
        """The room as this play's pages show it."""
        return Room(
            form=self.keys.form(held.id), state=self.desk.state,
            campaign=told(self.pack.play(self.desk.settled.campaign).name),
            code=self.keys.code(held.id), until=pages.day(self.desk.settled), minutes_left=self.desk.minutes_left,
            debrief=self.desk.debrief, acts=session.legal() if session else (), notice=notice,
            told=told_half(self.tower.half(held)) if self.desk.state != "closed" else "", timed=False,
        )  # fmt: skip

    async def first(self, request: Request) -> Response:
        held = self.held(request)
        if held:
            return RedirectResponse("/play", 303)
        return self._join()

    def _join(self, notice: str = "", status: int = 200) -> Response:
        if self.desk.state == "deleted":
            return html(pages.sorry(_("Good Standing"), _(EMPTY)))
        text = pages.join(self.desk.settled, self.desk.state, self.arms.hash, self.keys.nonce(), notice)
        return html(text, status)

    async def begin(self, request: Request) -> Response:
        if self.held(request):
            return RedirectResponse("/play", 303)
        try:
            form = await fields(request)
        except BadForm:
            return bad()
        if self.desk.state in ("closed", "deleted"):
            return self._join()
        play = self.keys.play_from(form["nonce"])
        if not play:
            return self._join(_("That page was from another room or too old. Begin here."))
        barred = "" if self.store.held(play) else self._barred(request)  # whoever asks again has a place already
        if barred == "full":
            return html(pages.sorry(_("The room is full"), _("Tell whoever leads it.")), 409)
        if barred:
            return self._join(_("Too many have joined from where you are. Wait a moment, then try again."), 429)
        await self.plays.join(play, shares=self.desk.settled.mode == "rows" and form["shares"] == "1")
        return self.with_cookie(RedirectResponse("/play?begun", 303), play)

    def _barred(self, request: Request) -> Literal["", "full", "often"]:
        """Why whoever asks cannot be given a new place now."""
        counts = self.store.counts()
        if counts.joined + counts.withdrawn >= self.desk.settled.places:
            return "full"
        return "" if self.joins.take(client(request.scope)) else "often"

    async def back(self, request: Request) -> Response:
        return html(pages.back())

    async def come_back(self, request: Request) -> Response:
        try:
            form = await fields(request)
        except BadForm:
            return bad()
        self.desk.tick()
        asks = client(request.scope)
        if not (self.guesses.some_left(asks) and self.all_guesses.some_left("all")):
            return html(pages.back(_("Too many tries. Wait a minute.")), 429)
        code = tidy_code(form["code"])
        play = self.store.by_code(self.plays.code_key(code)) if code and self.desk.state != "deleted" else ""
        if not play:
            self.guesses.take(asks)
            self.all_guesses.take("all")
            return html(pages.back(_("No play here has these two words. Look at them once more.")), 404)
        return self.with_cookie(RedirectResponse("/play", 303), play)

    async def play(self, request: Request) -> Response:
        held = self.held(request)
        session = await self.plays.session(held.id) if held else None
        if request.url.query == "begun" and not self.cookie(request):
            words = _("This browser keeps no cookie of this page, and so cannot tell your play from another one. Allow "
                      "it this one cookie, or use another browser.")  # fmt: skip
            return html(pages.sorry(_("Good Standing"), words))
        if not held or not session:
            return RedirectResponse("/", 303)
        missed = request.url.query == "missed"
        room = self.room(held, session, _("That was not possible there. This is where you are.") if missed else "")
        if session.state.phase == "over":
            return html(pages.over(room, self.state_word()))
        if room.state != "running":
            return html(pages.waits(room, self.state_word()))
        return html(page(session.view(), len(session.lines), room))

    async def act(self, request: Request) -> Response:
        held = self.held(request)
        if not held:
            return RedirectResponse("/", 303)
        try:
            form = await fields(request)
            if not self.keys.is_form(held.id, form["form"]):
                return bad()
            n, act = form.number("n"), form.act()
        except BadForm:
            return bad()
        if self.desk.state != "running":
            return RedirectResponse("/play", 303)
        answer = await self.plays.act(held.id, n, act)
        missed = answer == "illegal" or (answer == "late" and await self._went_elsewhere(held.id, n, act))
        return RedirectResponse("/play?missed" if missed else "/play", 303)

    async def _went_elsewhere(self, play: str, n: int, act: Act) -> bool:
        """Whether the step after the n-th is another act: this one came from a page that the play has left."""
        session = await self.plays.session(play)
        return session is not None and n < len(session.lines) and session.lines[n].act != act

    async def debrief(self, request: Request) -> Response:
        held = self.held(request)
        session = await self.plays.session(held.id) if held else None
        if not held or not session:
            return RedirectResponse("/", 303)
        ended = session.state.phase == "over" or self.desk.state == "closed"
        if not (ended and self.desk.debrief and session.lines):
            return RedirectResponse("/play", 303)
        projected = await asyncio.to_thread(self.tower.of, held, partial(words, pack=self.pack))
        return sealed(report(session.record, self.pack, roomed=True, projected=projected))

    async def mine(self, request: Request) -> Response:
        held = self.held(request)
        session = await self.plays.session(held.id) if held else None
        if not held or not session:
            return RedirectResponse("/", 303)
        deal = self.arms.deal(held.place, held.take)
        room = self.room(held, session)
        return html(pages.mine(room, session.record, deal, self.desk.settled, shares=held.shares))

    async def record(self, request: Request) -> Response:
        held = self.held(request)
        if not held or not self.desk.debrief:
            return RedirectResponse("/mine", 303)
        await self.plays.session(held.id)
        headers = {"content-disposition": f'attachment; filename="{held.id}.jsonl"'}
        return Response(self.store.text(held.id), media_type="application/jsonl", headers=headers)

    async def withdraw(self, request: Request) -> Response:
        held = self.held(request)
        if not held:
            return RedirectResponse("/", 303)
        if not await self._is_own(request, held):
            return bad()
        await self.plays.withdraw(held.id)
        response = html(pages.withdrawn())
        response.delete_cookie(COOKIE, httponly=True, samesite="strict", secure=self.secure)
        return response

    async def share(self, request: Request) -> Response:
        held = self.held(request)
        if not held or self.desk.settled.mode != "rows":
            return RedirectResponse("/", 303)
        if not await self._is_own(request, held):
            return bad()
        form = await fields(request)
        self.store.share(held.id, shares=form["shares"] == "1")
        return RedirectResponse("/mine", 303)

    async def _is_own(self, request: Request, held: Held) -> bool:
        try:
            return self.keys.is_form(held.id, (await fields(request))["form"])
        except BadForm:
            return False

    async def arm(self, request: Request) -> Response:
        held = self.held(request)
        if self.desk.state == "deleted":
            return self._join()
        deal = self.arms.deal(held.place, held.take) if held else None
        asked = request.query_params
        if "place" in asked:
            place, take = (asked.get(name, "") for name in ("place", "take"))
            if not all(said.isascii() and said.isdecimal() and len(said) < 6 and int(said) for said in (place, take)):
                return bad()
            deal = self.arms.deal(int(place), int(take))
        return html(pages.arm(self.arms, self.desk, deal, yours="place" not in asked))

    async def lot(self, request: Request) -> Response:
        self.desk.tick()
        if self.desk.state != "closed":
            return await unknown(request)
        return PlainTextResponse(f"{self.arms.seed}\n{self.arms.rule}")
