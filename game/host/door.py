"""Who asks, and how much: the cookie of a play, the measures against floods, forms that this host has made."""

from datetime import timedelta
from http.cookies import CookieError, SimpleCookie

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Scope

from game.host.desk import Desk, today
from game.host.fields import Fields
from game.host.guard import Buckets
from game.host.keys import Keys
from game.host.plays import Plays
from game.host.store import Held, Store
from game.host.tower import Tower
from game.language import N_, _
from game.model.content import Pack
from game.model.room import SCHEME

COOKIE = "play"
NOT_HERE = N_("There is nothing here.")


class Door:
    """One room, and what is known of whoever asks. `address`: where students reach it."""

    def __init__(self, pack: Pack, store: Store, desk: Desk, address: str) -> None:
        self.pack, self.store, self.desk, self.address = pack, store, desk, address
        self.keys = Keys(desk.key)
        self.arms = desk.arms(pack)
        self.plays = Plays(pack, store, self.keys, self.arms, desk.settled.campaign)
        self.plays.alone = not desk.shared
        self.tower = Tower(store, desk, self.arms)
        self.secure = address.startswith("https:")
        self.players = Buckets(burst=60, a_second=10)
        self.strangers = Buckets(burst=1500, a_second=100)  # a class behind one address is one stranger
        self.joins = Buckets(burst=300, a_second=1 / 10)  # of one address: fewer than a room has places
        self.guesses = Buckets(burst=8, a_second=1 / 20)
        self.all_guesses = Buckets(burst=60, a_second=1 / 2)

    def who(self, scope: Scope) -> tuple[str, Buckets]:
        """Players have a measure of their own, wherever they sit; everybody else shares that of their address."""
        request = Request(scope)
        play = self.sealed(request) or self.cookie(request)
        return (play, self.players) if play else (client(scope), self.strangers)

    def cookie(self, request: Request) -> str:
        """The play that the request's cookie opens; "" if it has none of this room."""
        return opened(request, self.keys, COOKIE)

    def sealed(self, request: Request) -> str:
        """The play that the seal of a joined game opens; "" if it has none of this room."""
        said = request.headers.get("authorization", "")
        return self.keys.play_of(said.removeprefix(SCHEME)) if said.startswith(SCHEME) else ""

    def held(self, request: Request) -> Held | None:
        """The play of whoever asks, if the room still holds it. Raises CannotKeep."""
        self.desk.tick()
        play = self.cookie(request)
        held = self.store.held(play) if play and self.desk.state != "deleted" else None
        if held:
            self.plays.heard(play)
        return held

    def with_cookie(self, response: Response, play: str) -> Response:
        """The answer, with the one cookie, which ends when everything is deleted."""
        left = self.desk.settled.until - today() + timedelta(days=1)
        response.set_cookie(
            COOKIE, self.keys.token(play), max_age=int(left.total_seconds()), httponly=True, samesite="strict",
            secure=self.secure,
        )  # fmt: skip
        return response

    def state_word(self) -> str:
        """What the pages that wait compare: it changes when there is something else to see."""
        return f"{self.desk.state}{' debrief' if self.desk.debrief else ''}"


def opened(request: Request, keys: Keys, name: str) -> str:
    """What the request's cookie of this name opens; "" if it has none that these keys have made."""
    try:
        jar = SimpleCookie(request.headers.get("cookie", "")[:2000])
    except CookieError:
        return ""
    return keys.play_of(jar[name].value) if name in jar else ""


def client(scope: Scope) -> str:
    """Where a request comes from, for the measures alone."""
    known = scope.get("client")
    return str(known[0]) if known else "nobody"


async def fields(request: Request) -> Fields:
    """The form of a request. Raises BadForm."""
    return Fields(await request.body())


def html(text: str, status: int = 200) -> Response:
    """A page."""
    return Response(text, status, media_type="text/html; charset=utf-8")


def bad() -> Response:
    """What a form that no page sends is answered."""
    return PlainTextResponse(_("No page of this host sends such a form.") + "\n", 400)


async def unknown(request: Request) -> Response:
    """What every path that leads nowhere is answered."""
    return PlainTextResponse(_(NOT_HERE) + "\n", 404)
