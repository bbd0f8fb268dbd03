"""The whole host as one application: its routes, the projector's page, and the page of whoever leads the room."""

import asyncio
from io import BytesIO

import segno
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route, Router, request_response
from starlette.types import ASGIApp

from game.host import aside, lectern
from game.host.api import Api
from game.host.desk import Desk
from game.host.door import bad, client, fields, html, unknown
from game.host.fields import BadForm
from game.host.figures import room_page
from game.host.guard import Guard
from game.host.sealed import sealed
from game.host.shown import screen_list
from game.host.store import Store
from game.host.web.page import FILES, served
from game.language import _
from game.model.content import Pack
from game.model.room import PATH

HERE = ("127.0.0.1", "::1", "::ffff:127.0.0.1")  # nobody else at this machine can shut its lecturer out by guessing


class Host(Api):
    """One room over HTTP."""

    def __init__(self, pack: Pack, store: Store, desk: Desk, address: str) -> None:
        super().__init__(pack, store, desk, address)
        picture = BytesIO()
        segno.make(address, error="m").save(picture, kind="svg", border=4, xmldecl=False, svgns=True, omitsize=True)
        self.qr = picture.getvalue().decode()

    def app(self) -> ASGIApp:
        """The application, with everything that stands before it."""
        secret = "/host/{secret:str}"  # noqa: S105  (the shape of a path)
        routes = [
            Route("/", self.first), Route("/begin", self.begin, methods=["POST"]),
            Route("/play", self.play), Route("/play", self.act, methods=["POST"]),
            Route("/mine", self.mine), Route("/mine/record.jsonl", self.record),
            Route("/mine/withdraw", self.withdraw, methods=["POST"]),
            Route("/mine/share", self.share, methods=["POST"]),
            Route("/debrief", self.debrief), Route("/arm", self.arm), Route("/lot.txt", self.lot),
            Route("/back", self.back), Route("/back", self.come_back, methods=["POST"]),
            Route("/state", self.state), Route("/screen", self.screen), Route("/static/{name:str}", self.static),
            Route(f"{PATH}/room", self.lobby), Route(f"{PATH}/begin", self.seat, methods=["POST"]),
            Route(f"{PATH}/stand", self.stand), Route(f"{PATH}/steps", self.steps),
            Route(f"{PATH}/steps", self.did, methods=["POST"]),
            Route(f"{PATH}/shown", self.shown),
            Route(f"{PATH}/withdraw", self.take_back, methods=["POST"]),
            Route(f"{PATH}/share", self.sharing, methods=["POST"]),
            Route(f"{secret}/figures", self.figures),
            Route(secret, self.lectern), Route(secret, self.deed, methods=["POST"]), *aside.ROUTES,
        ]  # fmt: skip
        # The router alone: a whole Starlette application would answer faults itself, before the guard could.
        inner = Router(routes, redirect_slashes=False, default=request_response(unknown))
        return Guard(GZipMiddleware(inner, minimum_size=1000, compresslevel=4), self.who)

    async def state(self, request: Request) -> Response:
        self.held(request)
        return PlainTextResponse(self.state_word())

    async def screen(self, request: Request) -> Response:
        self.desk.tick()
        hash_ = "" if self.desk.state == "deleted" else self.arms.hash
        shown = ""
        if self.tower.stands and self.desk.state in ("running", "paused"):
            if request.method == "GET":  # only what somebody looks at goes on
                await asyncio.to_thread(self.tower.turn)
            shown = screen_list(self.tower.lines(), self.pack)
        return html(lectern.screen(self.desk, self.address, self.qr, hash_, self.state_word(), shown))

    async def static(self, request: Request) -> Response:
        """What the pages of a play ask for besides: files known by name, and no others."""
        kind = FILES.get(request.url.path)
        if kind is None:
            return await unknown(request)
        return Response(served(request.url.path), headers={"cache-control": "max-age=600", "content-type": kind})

    async def _is_instructor(self, request: Request) -> Response | None:
        """None for the lecturer; else what everybody else is answered, which is what any unknown path is answered."""
        asks = client(request.scope)
        right = self.keys.is_instructor(request.path_params["secret"])
        if right and asks in HERE:
            return None
        if not self.guesses.some_left(f"host {asks}"):
            return PlainTextResponse(_("That was too much at once. Wait a moment, then try again.") + "\n", 429)
        if right:
            return None
        self.guesses.take(f"host {asks}")
        return await unknown(request)

    async def lectern(self, request: Request, notice: str = "") -> Response:
        other = await self._is_instructor(request)
        if other:
            return other
        self.desk.tick()
        mark = self.keys.form("the lecturer's page")
        hash_ = "" if self.desk.state == "deleted" else self.arms.hash
        where = f"/host/{self.keys.instructor}"
        text = lectern.lectern(self.desk, self.store.counts(), mark, where, hash_, self.state_word(), notice)
        return html(text)

    async def figures(self, request: Request) -> Response:
        """The class page, once nobody plays any more: two looks at a room that goes on could be told apart by one."""
        other = await self._is_instructor(request)
        if other:
            return other
        self.desk.tick()
        if self.desk.state != "closed":
            return RedirectResponse(f"/host/{self.keys.instructor}", 303)
        return sealed(await asyncio.to_thread(room_page, self.store, self.pack, self.arms.hash, self.tower))

    async def deed(self, request: Request) -> Response:
        other = await self._is_instructor(request)
        if other:
            return other
        try:
            form = await fields(request)
        except BadForm:
            return bad()
        if not self.keys.is_form("the lecturer's page", form["form"]):
            return bad()
        self.desk.tick()
        if form["deed"] in lectern.GRAVE and form["sure"] != "1":
            return await self.lectern(request, "Nothing was done: the box was not ticked.")
        lectern.do(self.desk, form["deed"])
        return RedirectResponse(f"/host/{self.keys.instructor}", 303)
