"""The votes of a room over HTTP: one page, one form, one cookie. The play itself is on the lecturer's screen."""

import secrets

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route, Router, request_response
from starlette.types import ASGIApp, Scope

from game.host import aside, ballot_page
from game.host.door import bad, client, fields, html, opened, unknown
from game.host.fields import BadForm
from game.host.guard import Buckets, Guard
from game.host.keys import Keys
from game.host.pages import sorry
from game.host.urn import Urn
from game.language import _

COOKIE = "vote"  # not the one of a room that plays: both may run on one machine, and cookies know no ports
PACE, A_PHONE = 1500, 12  # milliseconds between two looks of a script, and more for each phone that is here


class Voting:
    """One urn over HTTP. The key of its cookies is known to this process alone and ends with it."""

    def __init__(self, urn: Urn, keys: Keys, *, secure: bool = False) -> None:
        """`secure`: phones come by https."""
        self.urn, self.keys, self.secure = urn, keys, secure
        self.phones = Buckets(burst=40, a_second=5)
        self.strangers = Buckets(burst=1200, a_second=60)
        self.places = Buckets(burst=60, a_second=1 / 6)  # new phones from one address: a class behind one, not a crowd

    def app(self) -> ASGIApp:
        """The application, with everything that stands before it."""
        routes = [
            Route("/", self.page), Route("/vote", self.cast, methods=["POST"]), Route("/vote", self.back),
            Route("/state", self.state), *aside.ROUTES,
        ]  # fmt: skip
        return Guard(Router(routes, redirect_slashes=False, default=request_response(unknown)), self.who)

    def who(self, scope: Scope) -> tuple[str, Buckets]:
        """A phone that has its place is measured by itself; whoever makes up cookies shares their address's measure."""
        phone = opened(Request(scope), self.keys, COOKIE)
        return (phone, self.phones) if phone and self.urn.knows(phone) else (client(scope), self.strangers)

    def _there(self, request: Request) -> tuple[str, bool]:
        """The phone that asks ("" if it brought no cookie of ours), and whether it has a place, or got one now."""
        phone = opened(request, self.keys, COOKIE)
        if not phone:
            return "", True
        if not self.urn.knows(phone) and not self.places.take(client(request.scope)):
            return phone, False
        return phone, self.urn.hear(phone)

    def _form(self, phone: str, serial: int) -> str:
        return self.keys.form(f"{phone} {serial}")

    async def page(self, request: Request) -> Response:
        """The vote as this phone may see it. A first look gives the cookie and takes no place."""
        phone, place = self._there(request)
        new = not phone
        if not place:
            return html(sorry(_("The room is full"), _(ballot_page.FULL)), 503)
        phone = phone or secrets.token_hex(8)
        version = self.urn.version  # read first: what changes in between is seen again rather than missed
        sight = self.urn.sight(phone)
        pace = max(PACE, A_PHONE * self.urn.heard()[1])
        answer = html(ballot_page.vote(sight, self._form(phone, sight.serial), version, pace))
        if new:
            answer.set_cookie(COOKIE, self.keys.token(phone), httponly=True, samesite="strict", secure=self.secure)
        return answer

    async def cast(self, request: Request) -> Response:
        """One letter, for the question that its page showed and for no other."""
        phone, place = self._there(request)
        if not phone:
            return html(sorry(_("The room’s vote"), _(ballot_page.NO_COOKIE)), 403)
        if not place:
            return html(sorry(_("The room is full"), _(ballot_page.FULL)), 503)
        try:
            form = await fields(request)
            serial, said, letter = form.number("n"), form["form"], form["vote"]
        except BadForm:
            return bad()
        if not self.keys.is_form(f"{phone} {serial}", said):
            self.urn.missed(phone)  # a page that another cookie was given with, or none of ours
        elif self.urn.cast(phone, serial, letter) == "unknown":
            return bad()
        return RedirectResponse("/", 303)

    async def back(self, request: Request) -> Response:
        """Whoever types the address of the form."""
        return RedirectResponse("/", 303)

    async def state(self, request: Request) -> Response:
        """The one small word that a waiting page asks for."""
        self._there(request)
        return PlainTextResponse(self.urn.version)
