"""One shooter: real forms from the host's own pages, bent and sent over a socket, and what came back looked through."""

import asyncio
import json
import random
import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field

from tests.host.browser import filled
from tests.host.fuzz.aims import MARK, MESSAGES, PATHS, SECRET
from tests.host.fuzz.asks import GRAVE, Ask, bent
from tests.host.fuzz.forge import DEEP, bent_json
from tests.host.pages import Page, Pairs

TOLD = (b"Traceback", b'File "', b"/game/", b"sqlite3", b"pydantic", b"starlette", b"psycopg")
"""What no answer may hold: it would be the host's inside."""
COOKIES = (b"play=", b"vote=")
GIVEN = re.compile(rb"(?i)set-cookie: ((?:play|vote)=[^;\"]+)")
POLICY = b"content-security-policy: "
SECONDS = 1.5  # in which an answer has come; the host itself waits longer for what is cut off


@dataclass
class Heard:
    """One answer of the host."""

    status: int
    head: bytes
    body: bytes


@dataclass
class Score:
    """What all shooters saw."""

    statuses: Counter[int] = field(default_factory=Counter)
    sent: int = 0
    silent: int = 0  # no answer: hung up on, or cut by the shooter itself
    faults: list[str] = field(default_factory=list)

    def fault(self, what: str, raw: bytes) -> None:
        if len(self.faults) < 50:
            self.faults.append(f"{what}\n    after {raw[:700]!r}")


def answers(raw: bytes) -> list[Heard]:
    """The answers in what came back, one after the other; a torn last one as far as it came."""
    found = []
    while raw.startswith(b"HTTP/1.1 "):
        head, _, rest = raw.partition(b"\r\n\r\n")
        status = int(head[9:12])
        size = len(rest) if b"\r\nconnection: close" in head.lower() else 0
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                size = int(line[15:])
        if b"transfer-encoding: chunked" in head.lower():
            size = len(rest)
        if status < 200 or (rest.startswith(b"HTTP/1.1 ") and size):  # an answer to HEAD says a size and has none
            size = 0
        found.append(Heard(status, head, rest[:size]))
        raw = rest[size:]
    return found


def look(heard: Heard, ask: bytes) -> str:
    """What is wrong with an answer; "" if nothing is."""
    head = heard.head.lower()
    if heard.status >= 500:
        return f"{heard.status}: {heard.body[:100]!r}"
    if any(word in heard.body for word in TOLD) and b"debrief" not in ask:
        return f"the inside is told: {next(word for word in TOLD if word in heard.body)!r}"
    if b"content-type: text/html" in head and f"<{MARK}".encode() in heard.body:
        return "markup of a stranger's stands in a page"
    said = b"Invalid HTTP request received." in heard.body or (ask.startswith(b"HEAD ") and not heard.body)
    server_itself = heard.status == 400 and said
    if heard.status >= 200 and not server_itself and (POLICY not in head or b"nosniff" not in head):
        return f"{heard.status} without the headers that keep a browser in"
    if head.count(b"set-cookie:") != sum(head.count(b"set-cookie: " + name) for name in COOKIES):
        return "another cookie"
    if any(char in head for char in (b"\x00", b"\xff")):
        return "a head that is none"
    return ""


@dataclass
class Shooter:
    """Somebody at an address of this machine's own (127.0.0.0/8), who has joined and means ill."""

    port: int
    secret: str
    chance: random.Random
    score: Score
    here: str = "127.0.0.1"
    tame: bool = True
    patience: float = SECONDS
    cookie: bytes = b""
    forms: list[tuple[str, Pairs]] = field(default_factory=list)  # where they go, and what is in them
    nonce: str = ""
    last: bytes = b""

    async def send(self, raw: bytes, way: str = "at once") -> bytes:
        """Send bytes; return all that comes back before the line is closed, or for as long as it is waited for."""
        if way in ("many", "doubled"):
            raw = raw * (2 if way == "doubled" else self.chance.randrange(3, 20))
        if way == "cut":
            raw = raw[: self.chance.randrange(len(raw) + 1)]
        got = b""
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port, local_addr=(self.here, 0))
        except OSError:
            self.score.fault("nobody answers at the door", self.last)
            await asyncio.sleep(0.3)
            return b""
        self.last = raw
        with suppress(OSError, TimeoutError):
            if way == "in pieces":
                for at in range(0, len(raw), size := self.chance.choice((1 + len(raw) // 4, 1 + len(raw) // 20))):
                    writer.write(raw[at : at + size])
                    await writer.drain()
                    await asyncio.sleep(0.002)
            else:
                writer.write(raw)
                await writer.drain()
            if way == "half closed":
                writer.write_eof()
            if way != "cut":
                async with asyncio.timeout(self.patience if way == "at once" else self.patience / 4):
                    while piece := await reader.read(1 << 16):
                        got += piece
        writer.transport.abort()
        return got

    async def ask(self, ask: Ask) -> list[Heard]:
        """Send one request and look through what comes back."""
        raw = ask.wire()
        got = await self.send(raw, ask.way)
        self.score.sent += 1
        heard = answers(got)
        if got and not heard:
            self.score.fault(f"no HTTP came back: {got[:80]!r}", raw)
        self.score.silent += not heard
        if not self.cookie:
            self.cookie = next((found[1] for one in heard if (found := GIVEN.search(one.head))), b"")
        for one in heard:
            self.score.statuses[one.status] += 1
            if wrong := look(one, raw):
                self.score.fault(wrong, raw)
        return heard

    def heads(self) -> list[tuple[bytes, bytes]]:
        return [(b"Cookie", self.cookie)] if self.cookie else []

    async def look_round(self) -> None:
        """Join where one has not, and gather the forms of every page as it stands now."""
        forms: list[tuple[str, Pairs]] = []
        if not self.cookie:
            page = await self._page("/")
            begin = next((form for form in page.forms if form.action == "/begin"), None) if page else None
            if begin:
                await self.ask(Ask(b"POST", b"/begin", fields=begin.fields))
        for path in ("/play", "/mine", "/back", "/", f"/host/{self.secret}"):
            page = await self._page(path)
            for form in page.forms if page else ():
                if self.tame and form["deed"] in GRAVE:
                    continue
                pressed = self.chance.choice([pair for pair in form.buttons if pair[0]] or [("", "")])
                forms.append((form.action or path, [*filled(form), *([pressed] if pressed[0] else [])]))
        self.forms = forms
        for one in await self.ask(Ask(b"GET", b"/api/1/room")):
            with suppress(ValueError, KeyError, TypeError):
                self.nonce = json.loads(one.body)["nonce"]

    def message(self) -> Ask:
        """What a joined game could send, with something else in it."""
        path, like = self.chance.choice(MESSAGES)
        said = json.loads(json.dumps(like).replace("{nonce}", self.nonce))
        if self.chance.random() < 0.7:
            said = bent_json(said, self.chance)
        raw = json.dumps(said).encode() if self.chance.random() < 0.9 else self.chance.choice(DEEP)
        seal = b"Play " + self.cookie.partition(b"=")[2]
        return Ask(b"POST", path.encode(), [(b"Authorization", seal), (b"Content-Type", b"application/json")], raw=raw)

    async def _page(self, path: str) -> Page | None:
        heard = await self.ask(Ask(b"GET", path.encode(), self.heads()))
        whole = bool(heard) and heard[0].status == 200 and b"text/html" in heard[0].head
        return Page(heard[0].body.decode()) if whole else None

    async def shoot(self) -> None:
        """One bent request."""
        chance = self.chance
        if chance.random() < 0.15:
            ask = self.message()
        elif self.forms and chance.random() < 0.6:
            target, fields = chance.choice(self.forms)
            ask = Ask(b"POST", target.encode(), fields=list(fields))
        else:
            ask = Ask(b"GET", chance.choice(PATHS).replace(SECRET, self.secret).encode())
        if chance.random() < 0.8:
            ask.heads += self.heads()
        await self.ask(bent(ask, chance, self.secret, tame=self.tame))

    async def shoot_for(self, shots: int) -> None:
        """So many bent requests, with a look at the pages between."""
        for number in range(shots):
            if number % 25 == 0:
                if self.chance.random() < 0.2:
                    self.cookie = b""
                await self.look_round()
            await self.shoot()
