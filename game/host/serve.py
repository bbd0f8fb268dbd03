"""The web server: uvicorn, silent about who asks, and patient only so long."""

import asyncio
import gc
import logging
import socket
from collections import Counter
from contextlib import suppress
from typing import Any, ClassVar

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from game.host.guard import HEAD

HEAD_SECONDS = 10  # in which they must have come
IDLE = 75  # seconds for which a connection is kept for the next tap
AT_ONCE = 2000  # connections
EACH = 600  # connections of one address: a lecture hall behind one router, and not the whole of what there is
FILES = 4096  # open files that the host asks the system for; many systems begin with 256 or 1,024


class Patient(H11Protocol):
    """A connection that must say what it wants in time: uvicorn itself waits for a first request for ever."""

    _limit: asyncio.TimerHandle | None = None
    _lines: ClassVar[Counter[str]] = Counter()  # by address, for as long as they are open
    _asks = ""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._asks = self.client[0] if self.client else ""
        self._lines[self._asks] += 1
        if self._lines[self._asks] > EACH:
            transport.abort()
            return
        line = transport.get_extra_info("socket")
        if line is not None:  # a page is sent as head and body, and must not wait for the head to be acknowledged
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._wait()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop()
        elif self._limit is None:
            self._wait()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP, unless an answer is on its way already; whoever works on one need not send it."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            with suppress(h11.LocalProtocolError):  # it has words, and who asked for a head alone gets none
                super().send_400_response(msg)
        self.transport.close()
        if self.cycle is not None:
            self.cycle.disconnected = True
            self.cycle.message_event.set()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop()
        self._lines[self._asks] -= 1
        if not self._lines[self._asks]:
            del self._lines[self._asks]
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._limit = self.loop.call_later(HEAD_SECONDS, self._too_late)

    def _stop(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None

    def _too_late(self) -> None:
        self._limit = None
        if not self.transport.is_closing():
            self.transport.close()


def many_files() -> None:
    """Ask for as many open files as many students need, where the system lets itself be asked."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
        if soft != resource.RLIM_INFINITY and soft < most:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def settle() -> None:
    """What has been loaded by now stays: the search for cycles passes it by, and comes seldom over all the plays.

    Else it holds up whoever taps in that tenth of a second, with two hundred plays in memory.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(2_000, 20, 100)


def server(app: ASGIApp) -> uvicorn.Server:
    """A server for this application that writes no log, trusts no header about who asks and names no product."""
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    config = uvicorn.Config(
        app, http=Patient, ws="none", loop="asyncio", lifespan="off", interface="asgi3", log_config=None,
        access_log=False, proxy_headers=False, server_header=False, h11_max_incomplete_event_size=HEAD,
        timeout_keep_alive=IDLE, limit_concurrency=AT_ONCE, timeout_graceful_shutdown=3, backlog=1024,
    )  # fmt: skip
    return uvicorn.Server(config)
