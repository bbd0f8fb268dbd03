"""`good-standing host`: where the room is, as words and as a code, before anything else; and whether it answers."""

import http.client
import socket
import sys
import time
from collections.abc import Sequence
from urllib.parse import urlsplit

import segno

from game.host.addresses import addresses, listen, url
from game.host.wish import CannotOpen, Wish

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


def host(wish: Wish) -> int:
    """Open the room and serve it. Returns the exit code; raises CannotOpen, CannotKeep, OSError, BadLevels."""
    if wish.workers > 1 and not wish.database:
        raise CannotOpen("Several workers need --database: the file of a room has one writer.")
    with open_door(wish) as listening:
        port = listening.getsockname()[1]
        reached = addresses() if not wish.only_here else ()
        urls = [url(one, port) for one in reached] or [url("127.0.0.1", port)]
        print(where(wish.address or urls[0], urls, port), flush=True)
        from game.host.hall import hold  # phones that come in the meantime wait at the open door

        return hold(wish, listening, urls)


def open_door(wish: Wish) -> socket.socket:
    """A socket at the port that was wished for, or at the first free one. Raises CannotOpen."""
    ports: Sequence[int] = [wish.port] if wish.port else range(PORT, PORT + TRIED)
    for port in ports:
        try:
            return listen(port, only_here=wish.only_here)
        except OSError as error:
            fault = error
    raise CannotOpen(f"Port {ports[0]} cannot be had ({fault.strerror}). Choose another one with --port.")


def where(address: str, urls: Sequence[str], port: int) -> str:
    """Where the room is."""
    more = [f"  or            {one}" for one in urls if one != address]
    lines = [qr(address), f"Students open   {address}", *more, f"Projector       http://127.0.0.1:{port}/screen"]
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
