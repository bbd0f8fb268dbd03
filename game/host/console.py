"""`good-standing host`: open a room, say where it is, serve it until Ctrl+C."""

import asyncio
import http.client
import socket
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs
import segno

from game.content import levels, load
from game.host.addresses import addresses, url
from game.host.app import Host
from game.host.desk import CannotOpen, Desk, Mode, Settled, days_from_now
from game.host.pages import day
from game.host.serve import listen, server
from game.host.store import CannotKeep, Store

CAMPAIGN = "taste"  # where none is named
PORT = 8080
TRIED = 20  # ports after the first, where nobody named one
HELLO = "Good Standing"
WIDE = 60  # columns; a code wider than the console would be no code
FIREWALL = """If a phone cannot open the address:
  - Windows: allow Python on private networks, when Windows asks or under “Allow an app through Windows Firewall”.
  - macOS: System Settings, Network, Firewall, Options: allow incoming connections for Python.
  - Linux: e.g. “sudo ufw allow {port}/tcp” or “sudo firewall-cmd --add-port={port}/tcp”.
  - Many campus and guest networks keep devices apart, and no firewall of yours changes that: use a hotspot of your
    phone, or let everybody play on their own computer and hand in the records."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What stood on the command line."""

    campaign: str = ""
    port: int = 0
    data: Path | None = None
    mode: Mode = "aggregate"
    until: date | None = None
    minutes: int = 0
    address: str = ""
    only_here: bool = False
    database: str = ""
    workers: int = 1
    go: bool = False


def folder_of(campaign: str) -> Path:
    """Where a room lies if no folder was named."""
    return Path(platformdirs.user_data_dir("good-standing", appauthor=False)) / "rooms" / campaign


def store_of(wish: Wish) -> Store:
    """Where the room lies, or is to lie. Raises CannotKeep."""
    if wish.database:
        from game.host.postgres import on

        return on(wish.database)
    return Store.at(wish.data or folder_of(wish.campaign or CAMPAIGN))


def host(wish: Wish) -> int:
    """Open the room and serve it. Returns the exit code; raises CannotOpen, CannotKeep, OSError, BadLevels."""
    if wish.workers > 1 and not wish.database:
        raise CannotOpen("Several workers need --database: the file of a room has one writer.")
    pack = load(levels())
    store = store_of(wish)
    try:
        desk = Desk(store, shared=wish.workers > 1)
        settled = Settled(wish.campaign or CAMPAIGN, wish.mode, wish.until or days_from_now(), wish.minutes)
        new = desk.open(pack, settled)
        if wish.campaign not in ("", desk.settled.campaign):
            lies = f"A room for “{desk.settled.campaign}” lies there."
            raise CannotOpen(f"{lies} Name that campaign, or another --data folder.")
        if wish.go and desk.state == "open":
            desk.start()
        listening = _listen(wish)
        port = listening.getsockname()[1]
        reached = addresses() if not wish.only_here else ()
        urls = [url(one, port) for one in reached] or [url("127.0.0.1", port)]
        room = Host(pack, store, desk, wish.address or urls[0])
        with listening, _workers(wish, room.address, listening) as tend:
            asyncio.run(_serve(room, listening, announcement(room, urls, port, new=new), urls, tend))
    finally:
        store.close()
    return 0


@contextmanager
def _workers(wish: Wish, address: str, listening: socket.socket) -> Iterator[Callable[[], None]]:
    """The other processes, if there are any; what is handed out looks after them."""
    if wish.workers < 2:
        yield lambda: None
        return
    from game.host.workers import Workers

    others = Workers(wish.workers - 1, wish.database, address, listening)
    try:
        yield others.tend
    finally:
        others.stop()


def _listen(wish: Wish) -> socket.socket:
    ports: Sequence[int] = [wish.port] if wish.port else range(PORT, PORT + TRIED)
    for port in ports:
        try:
            return listen(port, only_here=wish.only_here)
        except OSError as error:
            fault = error
    raise CannotOpen(f"Port {ports[0]} cannot be had ({fault.strerror}). Choose another one with --port.")


def announcement(room: Host, urls: Sequence[str], port: int, *, new: bool) -> str:
    """All that the lecturer needs, as it stands on the console."""
    settled = room.desk.settled
    secret = f"http://127.0.0.1:{port}/host/{room.keys.instructor}"
    mode = "figures of the room only" if settled.mode == "aggregate" else "figures, and the rows of those who agree"
    more = [one for one in urls if one != room.address]
    lines = [
        qr(room.address),
        f"Students open   {room.address}",
        *([f"  or            {one}" for one in more]),
        f"Projector       http://127.0.0.1:{port}/screen",
        f"For you alone   {secret}   (do not project this console)",
        "",
        f"{settled.campaign}; {mode}; everything is deleted when {day(settled)} begins.",
        f"The lot, fixed now: {room.arms.hash}",
    ]
    if not new:
        counts = room.store.counts()
        lines.append(
            f"This room goes on where it was ({room.desk.state}): {counts.joined} joined, {counts.done} done. What was "
            "settled when it was opened holds."
        )  # fmt: skip
    if room.desk.state == "open":
        lines.append("Nobody plays before you press Start on your page. End the host with Ctrl+C; nothing is lost.")
    return "\n".join(lines)


def qr(address: str) -> str:
    """The address as a code of block characters, in ink on paper whatever the console's colours are."""
    code = segno.make(address, error="l")
    rows = [list(row) for row in code.matrix_iter(border=2)]
    if len(rows[0]) > WIDE:
        return ""
    rows.extend([[0] * len(rows[0])] * (len(rows) % 2))
    glyph = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
    lines = (
        "".join(glyph[bool(a), bool(b)] for a, b in zip(rows[i], rows[i + 1], strict=True))
        for i in range(0, len(rows), 2)
    )
    ink = ("\x1b[30;107m{}\x1b[0m" if sys.stdout.isatty() else "{}").format
    return "\n".join(map(ink, lines))


async def _serve(
    room: Host, listening: socket.socket, said: str, urls: Sequence[str], tend: Callable[[], None]
) -> None:
    web = server(room.app())
    serving = asyncio.create_task(web.serve(sockets=[listening]))
    while not web.started and not serving.done():
        await asyncio.sleep(0.01)
    print(said, flush=True)
    print("\n".join(await asyncio.to_thread(self_test, urls, listening.getsockname()[1])), flush=True)
    keeping = asyncio.create_task(_keep_watch(room, tend))
    try:
        await serving
    finally:
        keeping.cancel()


async def _keep_watch(room: Host, tend: Callable[[], None]) -> None:
    """Stop the room in time, and delete on the day, also when nobody asks for a page."""
    while True:
        await asyncio.sleep(5)
        try:
            room.desk.tick()
            tend()
        except CannotKeep as error:
            print(f"The disk does not take it: {error}", file=sys.stderr)


def self_test(urls: Sequence[str], port: int) -> list[str]:
    """Ask oneself over each address; what came of it, and what to do where a phone cannot."""
    lines = []
    for one in urls:
        began = time.monotonic()
        said = "answers" if answers(one) else "DOES NOT ANSWER"
        lines.append(f"Self-test       {one} {said} ({1000 * (time.monotonic() - began):.0f} ms)")
    lines.append(FIREWALL.format(port=port))
    return lines


def answers(address: str, seconds: float = 2) -> bool:
    """Say whether this host answers at its own address."""
    parts = urlsplit(address)
    line = http.client.HTTPConnection(parts.hostname or "", parts.port or 80, timeout=seconds)
    try:
        line.request("GET", "/hello")
        return line.getresponse().read(100).decode("utf-8", "replace") == HELLO
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()
