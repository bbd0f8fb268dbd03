"""Phones for a life that a room plays together: a small server in a thread of the window's own process.

The address is known and the door open at once; the server itself is read in its thread, so that the first picture does
not wait for it. It ends with the window.
"""

import asyncio
import secrets
import socket
import sys
import threading
from collections.abc import Sequence
from importlib.util import find_spec

from game.host.addresses import addresses, url
from game.host.console import open_door, self_test
from game.host.urn import Urn
from game.host.wish import Wish
from game.telling.scan import squares

SERVER = ("starlette", "uvicorn", "h11")
ENDS = 3.0  # seconds in which it has to have ended


class Phones:
    """What the lecturer's screen asks, closes and counts, and where phones find it."""

    def __init__(self, listening: socket.socket, urls: Sequence[str], address: str) -> None:
        """`urls`: the likeliest first; `address`: the one that is shown."""
        self.address = address
        self.others = tuple(one for one in urls if one != address)
        self.picture = squares(address)
        self.urn = Urn()
        self.ask, self.seal, self.rest, self.heard = self.urn.ask, self.urn.seal, self.urn.rest, self.urn.heard
        self._listening, self._urls = listening, tuple(urls)
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except Exception as error:  # a thread that dies silently would leave phones waiting
            print(f"Phones cannot vote any more: {error}. Raise hands.", file=sys.stderr)

    async def _serve(self) -> None:
        from game.host.keys import Keys
        from game.host.serve import server
        from game.host.voting import Voting

        keys = Keys(secrets.token_hex(32))
        web = server(Voting(self.urn, keys, secure=self.address.startswith("https:")).app())
        serving = asyncio.create_task(web.serve(sockets=[self._listening]))
        port = self._listening.getsockname()[1]
        said = None
        while not serving.done():
            await asyncio.sleep(0.1)
            web.should_exit = web.should_exit or self._end.is_set()
            if web.started and said is None:
                said = asyncio.create_task(asyncio.to_thread(self_test, self._urls, port))
                said.add_done_callback(self._say)
        await serving

    def _say(self, done: "asyncio.Task[list[str]]") -> None:
        if not self._end.is_set() and not done.cancelled():
            print("\n".join(done.result()), flush=True)

    def close(self) -> None:
        """End the server; nothing of it is left."""
        self._end.set()
        self._thread.join(ENDS)
        self._listening.close()


def open_phones(port: int, address: str) -> Phones:
    """Open the door and say where it is. Raises CannotOpen, ModuleNotFoundError where the extra is not installed."""
    for name in SERVER:
        if find_spec(name) is None:
            raise ModuleNotFoundError(name=name)
    listening = open_door(Wish(port=port))
    port = listening.getsockname()[1]
    urls = [url(one, port) for one in addresses()] or [url("127.0.0.1", port)]
    shown = address or urls[0]
    print(f"Phones vote at  {shown}", flush=True)
    return Phones(listening, urls, shown)
