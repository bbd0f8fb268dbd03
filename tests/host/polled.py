"""A vote on this machine, with real HTTP, for as long as a test needs it."""

import asyncio
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

pytest.importorskip("starlette", reason="the extra “host” is not installed")

from starlette.types import ASGIApp, Receive, Scope, Send

from game.host.addresses import listen, url
from game.host.keys import Keys
from game.host.phones import Phones
from game.host.serve import server
from game.host.urn import Urn
from game.host.voting import Voting
from tests.host.browser import Answer, Browser

CHOICES = (("keep", "A", "Help him up"), ("drop", "B", "Walk on <by the> “bridge” & home"))


class Voter(Browser):
    """A phone in somebody's hand."""

    def look(self) -> Answer:
        return self.get("/")

    def vote(self, letter: str, page: Answer | None = None) -> Answer:
        """Tap a letter on a page, or on the one that is there now."""
        form = next(one for one in (page or self.look()).page.forms if one.action == "/vote")
        assert ("vote", letter) in form.buttons
        return self.post("/vote", [*form.fields, ("vote", letter)])


@dataclass
class Poll:
    """An urn of its own at a door that others had before."""

    port: int
    urn: Urn = field(default_factory=Urn)
    voting: Voting = field(init=False)

    def __post_init__(self) -> None:
        self.voting = Voting(self.urn, Keys(secrets.token_hex(32)))

    def voter(self) -> Voter:
        return Voter(self.port)


@contextmanager
def door() -> Iterator[Callable[[], Poll]]:
    """A server whose urn can be changed for another: to open one for each test takes too long."""
    now: list[ASGIApp] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await now[-1](scope, receive, send)

    socket = listen(0, only_here=True)
    web = server(app)
    thread = threading.Thread(target=lambda: asyncio.run(web.serve(sockets=[socket])), daemon=True)
    thread.start()
    while not web.started and thread.is_alive():
        time.sleep(0.005)

    def made() -> Poll:
        poll = Poll(socket.getsockname()[1])
        now.append(poll.voting.app())
        return poll

    try:
        yield made
    finally:
        web.should_exit = True
        thread.join(10)
        socket.close()


@contextmanager
def phones() -> Iterator[Phones]:
    """What `project --phones` opens, for this machine alone."""
    socket = listen(0, only_here=True)
    here = url("127.0.0.1", socket.getsockname()[1])
    made = Phones(socket, [here], here)
    try:
        yield made
    finally:
        made.close()


def port(of: Phones) -> int:
    return int(of.address.rsplit(":", 1)[1].strip("/"))


def forged() -> str:
    """A cookie that looks like one."""
    return f"{secrets.token_hex(8)}.{secrets.token_hex(20)}"
