"""A room on this machine, with real HTTP, for as long as a test needs it."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the extra “host” is not installed")

from game.host.addresses import listen
from game.host.app import Host
from game.host.desk import Desk, Settled, days_from_now
from game.host.guard import Buckets
from game.host.serve import server
from game.host.store import Store
from game.model.content import Pack
from tests.host.browser import Browser
from tests.host.postgres import everything, served

__all__ = ["room", "rooms", "served", "stores"]
LITE = pytest.mark.parametrize("stores", ["sqlite"], indirect=True)
"""For tests of what does not change with where the room lies: never on a database server."""


@dataclass
class Room:
    """A host in a thread of its own."""

    host: Host
    port: int
    stop: Callable[[], None]
    kept: Callable[[], str]  # all that lies on the disk of it

    @property
    def desk(self) -> Desk:
        return self.host.desk

    def browser(self) -> Browser:
        return Browser(self.port)

    def student(self, **more: str) -> Browser:
        """Somebody who has joined."""
        one = self.browser()
        assert one.join(**more).status == 200
        return one

    @property
    def lectern(self) -> str:
        return f"/host/{self.host.keys.instructor}"

    def do(self, deed: str) -> None:
        """What the lecturer does, on the lecturer's page."""
        one = self.browser()
        form = next(f for f in one.get(self.lectern).page.forms if f["deed"] == deed)
        assert one.send(form, sure="1").status == 200


Opens = Callable[..., Room]


@dataclass
class Stores:
    opens: Callable[..., Store]
    kept: Callable[..., str]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.long)])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stores]:
    """Open the store of this name, the same one again for the same name: in a file, or on a real server."""
    urls: dict[str, str] = {}
    opened: list[Store] = []

    def opens(name: str = "room") -> Store:
        if request.param == "sqlite":
            opened.append(Store.at(tmp_path / name))
        else:
            from game.host.postgres import on  # noqa: PLC0415  (it needs a driver that is not everywhere)

            if name not in urls:
                urls[name] = request.getfixturevalue("served").new()
            opened.append(on(urls[name]))
        return opened[-1]

    def kept(name: str = "room") -> str:
        """All that lies there, as one text."""
        if request.param == "postgres":
            return everything(urls[name])
        paths = (tmp_path / name).rglob("*")
        return "".join(path.read_bytes().decode("latin-1") for path in paths if path.is_file())

    yield Stores(opens, kept)
    for store in opened:
        store.close()


async def _serve(web: Any, socket: Any) -> None:
    """Until it is told to stop; a line that a game opened in that very moment is closed as well."""
    await web.serve(sockets=[socket])
    await asyncio.sleep(0.01)
    for line in list(web.server_state.connections):
        line.transport.abort()
    await asyncio.sleep(0)


@pytest.fixture
def rooms(pack: Pack, stores: Stores) -> Iterator[Opens]:
    """Open a room; the words are those of Settled. What lies in the folder goes on. `floods`: players are measured."""
    running: list[Room] = []

    def opens(
        folder: str = "room", *, go: bool = True, floods: bool = False, campaign: str = "taste", **settled: Any
    ) -> Room:
        store = stores.opens(folder)
        desk = Desk(store)
        desk.open(pack, Settled(campaign, **{"mode": "aggregate", "until": days_from_now(), **settled}))
        if go and desk.state == "open":
            desk.start()
        socket = listen(0, only_here=True)
        port = socket.getsockname()[1]
        host = Host(pack, store, desk, f"http://127.0.0.1:{port}/")
        if not floods:
            host.players = Buckets(1e9, 1e9)  # a test taps faster than any thumb
        web = server(host.app())
        thread = threading.Thread(target=lambda: asyncio.run(_serve(web, socket)), daemon=True)
        thread.start()
        until = time.monotonic() + 10
        while not web.started and time.monotonic() < until:
            time.sleep(0.005)

        def stop() -> None:
            web.should_exit = True
            thread.join(10)
            socket.close()

        room = Room(host, port, stop, lambda: stores.kept(folder))
        running.append(room)
        return room

    yield opens
    for room in running:
        room.stop()


@pytest.fixture
def room(rooms: Opens) -> Room:
    """A running room for `taste`."""
    return rooms()
