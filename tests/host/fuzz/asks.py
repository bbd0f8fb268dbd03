"""Requests as bytes: real ones to begin with, then bent in ways that no browser bends them."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import quote_plus

from tests.host.fuzz.aims import HEADS, METHODS, NAMES, NASTY, PATHS, TARGETS
from tests.host.pages import Pairs

Way = Literal["at once", "in pieces", "cut", "many", "half closed", "doubled"]
WAYS: tuple[Way, ...] = ("in pieces", "cut", "many", "half closed", "doubled")
FORM = b"application/x-www-form-urlencoded"
GRAVE = ("start", "stop", "delete", "pause")
"""What the lecturer alone does while somebody plays: each ends or begins something."""


@dataclass
class Ask:
    """One request. `raw` takes the place of the fields; `way` is how it is sent."""

    method: bytes
    target: bytes
    heads: list[tuple[bytes, bytes]] = field(default_factory=list)
    fields: Pairs | None = None
    raw: bytes | None = None
    way: Way = "at once"
    before: bytes = b""  # sent ahead of it
    line_end: bytes = b"\r\n"
    version: bytes = b"HTTP/1.1"

    @property
    def body(self) -> bytes:
        if self.raw is not None:
            return self.raw
        if self.fields is None:
            return b""
        return "&".join(f"{quote_plus(name, errors='replace')}={quote_plus(value, errors='replace')}"
                        for name, value in self.fields).encode()  # fmt: skip

    def wire(self) -> bytes:
        """The bytes of it."""
        body, heads = self.body, list(self.heads)
        known = {name.lower() for name, _ in heads}
        if b"host" not in known:
            heads.insert(0, (b"Host", b"127.0.0.1"))
        if self.method == b"POST":
            if b"content-type" not in known:
                heads.append((b"Content-Type", FORM))
            if not known & {b"content-length", b"transfer-encoding"}:
                heads.append((b"Content-Length", str(len(body)).encode()))
        if self.way == "at once" and b"connection" not in known:
            heads.append((b"Connection", b"close"))
        end = self.line_end
        lines = [b" ".join([self.method, self.target, self.version]), *(n + b": " + v for n, v in heads)]
        return self.before + end.join(lines) + end * 2 + body


Bend = Callable[[Ask, random.Random], None]


def _method(ask: Ask, chance: random.Random) -> None:
    ask.method = chance.choice(METHODS)


def _path(ask: Ask, chance: random.Random) -> None:
    ask.target = chance.choice(PATHS).encode()


def _target(ask: Ask, chance: random.Random) -> None:
    ask.target = chance.choice(TARGETS)


def _query(ask: Ask, chance: random.Random) -> None:
    word = quote_plus(chance.choice(NASTY)[:900]).encode()
    ask.target += (b"&" if b"?" in ask.target else b"?") + chance.choice(NAMES).encode() + b"=" + word


def _percent(ask: Ask, chance: random.Random) -> None:
    if ask.target:
        at = chance.randrange(len(ask.target))
        ask.target = ask.target[:at] + b"%%%02x" % chance.randrange(256) + ask.target[at + 1 :]


def _head(ask: Ask, chance: random.Random) -> None:
    name, value = chance.choice(HEADS)
    if chance.random() < 0.7:
        ask.heads = [one for one in ask.heads if one[0].lower() != name.lower()]
    ask.heads.append((name, value))


def _many_heads(ask: Ask, chance: random.Random) -> None:
    ask.heads += [(b"X%d" % n, b"y" * chance.randrange(90)) for n in range(chance.choice((60, 99, 101, 150, 2000)))]


def _nasty_head(ask: Ask, chance: random.Random) -> None:
    name = chance.choice((b"Cookie", b"User-Agent", b"Referer", b"Accept-Language", b"X"))
    ask.heads.append((name, chance.choice(NASTY)[:3000].encode(errors="replace")))


def _cookie(ask: Ask, chance: random.Random) -> None:
    """A seal with one letter wrong, or two cookies, or one in other words."""
    for at, (name, value) in enumerate(ask.heads):
        if name == b"Cookie" and len(value) > 8:
            where = chance.randrange(5, len(value))
            bent = (
                value[:where] + chance.choice(b"0123456789abcdefXY.;\"").to_bytes() + value[where + 1 :],
                value + b"; " + value, value.upper(), b"play=x; " + value, value[:where], value.replace(b".", b"%2e"),
            )  # fmt: skip
            ask.heads[at] = (name, chance.choice(bent))


def _field(ask: Ask, chance: random.Random) -> None:
    pairs = ask.fields = list(ask.fields or [])
    nasty = chance.choice(NASTY)
    if not pairs or chance.random() < 0.3:
        pairs.insert(chance.randrange(len(pairs) + 1), (chance.choice(NAMES), nasty))
        return
    at = chance.randrange(len(pairs))
    name, value = pairs[at]
    bent: tuple[Pairs, ...] = (
        [], [(name, nasty)], [(name, value), (name, nasty)], [(name, nasty), (name, value)], [(nasty[:60], value)],
        [(chance.choice(NAMES), value)], [(name, value + nasty[:40])], [(name, value[:-1])], [(name, value)] * 250,
        [(name, value[::-1])], [(f"{name}.0", value)], [(name + "\x00", value)],
    )  # fmt: skip
    pairs[at : at + 1] = chance.choice(bent)


def _shuffle(ask: Ask, chance: random.Random) -> None:
    if ask.fields:
        chance.shuffle(ask.fields)


def _bytes(ask: Ask, chance: random.Random) -> None:
    """The body as no form encodes it."""
    raw = bytearray(ask.body[:40_000])
    for _ in range(chance.choice((1, 3, 20))):
        at = chance.randrange(len(raw) + 1)
        raw[at : at + chance.choice((0, 1, 5))] = chance.choice(
            (b"%ff", b"%ed%a0%80", b"%00", b"%", b"&&", b"=", b"\xff", b"\x00", b"%c0%af", b";", b"&a" * 90, b"+")
        )
    ask.raw = bytes(raw)


def _body(ask: Ask, chance: random.Random) -> None:
    ask.method = b"POST"
    ask.raw = chance.choice((
        b"\x1f\x8b\x08\x00" + b"\x00" * 60, b'{"n":' * 3000, b"a" * 32_768, b"a" * 32_769, b"&" * 32_000, b"=" * 1000,
        b"--x\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n0\r\n--x--", b"PK\x03\x04" + b"\x00" * 100,
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", b"%" * 3000,
        bytes(chance.randrange(256) for _ in range(chance.randrange(2000))),
    ))  # fmt: skip


def _chunks(ask: Ask, chance: random.Random) -> None:
    """The body in chunks, whole, torn or lying about their length."""
    body, ask.method = ask.body, b"POST"
    ask.heads = [one for one in ask.heads if one[0] != b"Content-Length"]
    ask.heads.append((b"Transfer-Encoding", b"chunked"))
    size = chance.choice((1, 7, 4096))
    parts = [body[at : at + size] for at in range(0, min(len(body), 4096), size)] or [b""]
    chunk = chance.choice((b"%x\r\n%b\r\n", b"%x;a=b\r\n%b\r\n", b"%xg\r\n%b\r\n", b"0%x\r\n%b\r\n", b"%x\n%b\n"))
    ask.raw = b"".join(chunk % (len(part), part) for part in parts)
    ask.raw += chance.choice(
        (b"0\r\n\r\n", b"0\r\nX: y\r\n\r\n", b"0\r\n" + b"X: y\r\n" * 900, b"-1\r\n", b"ffffffffffff\r\n", b"")
    )


def _way(ask: Ask, chance: random.Random) -> None:
    ask.way = chance.choice(WAYS)


def _before(ask: Ask, chance: random.Random) -> None:
    ask.before = chance.choice((
        b"\r\n", b"\r\n" * 50, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\x00", b"PROXY TCP4 10.0.0.1 10.0.0.2 1 2\r\n", b"\xef\xbb\xbf",
        bytes(chance.randrange(256) for _ in range(50)),
    ))  # fmt: skip


def _form_of_line(ask: Ask, chance: random.Random) -> None:
    ask.line_end = chance.choice((b"\n", b"\r", b"\r\n\x00"))


def _version(ask: Ask, chance: random.Random) -> None:
    ask.version = chance.choice((b"HTTP/1.0", b"HTTP/0.9", b"HTTP/2.0", b"HTTP/9.9", b"", b"HTTP/1.1 x", b"\xff"))


BENDS: tuple[tuple[Bend, int], ...] = (
    (_field, 12), (_bytes, 3), (_shuffle, 1), (_cookie, 3), (_head, 6), (_nasty_head, 2), (_many_heads, 1), (_path, 3),
    (_target, 3), (_query, 2), (_percent, 2), (_method, 2), (_body, 2), (_chunks, 2), (_way, 4), (_before, 1),
    (_form_of_line, 1), (_version, 1),
)  # fmt: skip


def bent(ask: Ask, chance: random.Random, secret: str, *, tame: bool) -> Ask:
    """The same request, bent up to five times. `tame`: it must not end the room, for somebody plays in it."""
    bends, weights = [one for one, _ in BENDS], [weight for _, weight in BENDS]
    for bend in chance.choices(bends, weights, k=chance.choice((0, 1, 1, 1, 2, 2, 3, 5))):
        bend(ask, chance)
    ask.target = ask.target.replace(b"{secret}", secret.encode())
    if tame and secret.encode() in ask.target and ask.method == b"POST":
        ask.fields = [(name, value) for name, value in ask.fields or [] if name != "deed" or value not in GRAVE]
        ask.raw = None
        ask.way = "at once"
    return ask
