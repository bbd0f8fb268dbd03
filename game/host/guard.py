"""What stands before every page: sizes, floods, headers, faults. Nothing about who asked is written anywhere."""

import asyncio
import sys
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from game.host.fields import LARGEST
from game.host.wish import CannotKeep
from game.language import _
from game.model.room import PATH

PATIENCE = 15  # seconds in which a form must have come
HEADS, HEAD = 100, 12 << 10  # headers of a request, and bytes of all of them
FORMS, GAMES = b"application/x-www-form-urlencoded", b"application/json"  # what pages send, and what joined games do
KNOWN = 4096  # addresses remembered, in memory, while they ask
CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[bytes, bytes] = {
    b"content-security-policy": CSP.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    b"x-robots-tag": b"noindex, nofollow",
    b"cache-control": b"no-store",
}


class Buckets:
    """So many at once, and then so many a second, for each key. Forgotten when the host ends."""

    def __init__(self, burst: float, a_second: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.burst, self.rate, self.clock = burst, a_second, clock
        self._full: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str, cost: float = 1) -> bool:
        """Say whether there is one left for this key, and take it."""
        now = self.clock()
        left, then = self._full.pop(key, (self.burst, now))
        left = min(self.burst, left + (now - then) * self.rate)
        allowed = left >= cost
        self._full[key] = (left - cost if allowed else left, now)
        while len(self._full) > KNOWN:
            self._full.popitem(last=False)
        return allowed

    def some_left(self, key: str) -> bool:
        """Say whether one would be left, without taking it."""
        return self.take(key, 0) and self._full[key][0] >= 1


class Guard:
    """Wraps an application. `who` names the bucket that a request is counted in, and the bucket."""

    def __init__(self, app: ASGIApp, who: Callable[[Scope], tuple[str, Buckets]]) -> None:
        self.app, self.who = app, who

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                given = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *((n, v) for n, v in HEADERS.items() if n not in given)]
            await send(message)

        status, words = 0, ""
        try:
            status, words = await self._pass(scope, receive, guarded)
        except ClientDisconnect:
            return
        except TimeoutError:
            status, words = 408, _("That took too long to arrive. Try again.")
        except CannotKeep as error:
            print(f"The disk does not take it: {error}", file=sys.stderr)
            status, words = 503, _("This could not be kept, so it has not happened. Go back and try again.")
        except Exception as error:  # nobody outside is shown what went wrong inside
            print(f"A fault in the host: {_where(error)}", file=sys.stderr)
            status, words = (
                500,
                _("Something went wrong here. What was answered before is kept; go back and try again."),
            )
        if status and not started:
            await _plainly(guarded, status, words)

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> tuple[int, str]:
        key, buckets = self.who(scope)
        if not buckets.take(key):
            return 429, _("That was too much at once. Wait a moment, then try again.")
        if len(scope["headers"]) > HEADS or sum(len(n) + len(v) for n, v in scope["headers"]) > HEAD:
            return 431, _("No browser says so much before it asks.")
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return 405, _("This is not done here.")
        if scope["method"] == "POST":
            body, fault = await _body(scope, receive)
            if fault:
                return fault, _("No page of this host sends such a form.")

            async def again() -> Message:
                return {"type": "http.request", "body": body, "more_body": False}

            await self.app(scope, again, send)
        else:
            await self.app(scope, receive, send)
        return 0, ""


async def _body(scope: Scope, receive: Receive) -> tuple[bytes, int]:
    """The whole body, and 0 or the status that says what is wrong with it."""
    headers = dict(scope["headers"])
    kind = headers.get(b"content-type", b"").split(b";")[0].strip().lower()
    if kind != (GAMES if scope["path"].startswith(PATH) else FORMS):
        return b"", 415
    if headers.get(b"sec-fetch-site", b"same-origin") not in (b"same-origin", b"none"):
        return b"", 403
    said = headers.get(b"content-length", b"0")
    if not said.isdigit() or len(said) > 9 or int(said) > LARGEST:
        return b"", 413
    body = b""
    async with asyncio.timeout(PATIENCE):
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            body += message.get("body", b"")
            if len(body) > LARGEST:
                return b"", 413
            if not message.get("more_body"):
                return body, 0


async def _plainly(send: Send, status: int, words: str) -> None:
    raw = (words + "\n").encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(raw)).encode())]
    if status in (408, 413, 415, 431):
        headers.append((b"connection", b"close"))
    if status == 429:
        headers.append((b"retry-after", b"2"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": raw})


def _where(error: BaseException) -> str:
    """The kind of a fault and the line of the host it came from: enough to mend it, and nothing of what was sent."""
    trace, line = error.__traceback__, ""
    while trace is not None:
        line = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} at {line}"
