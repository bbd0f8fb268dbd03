"""Files as no game writes them: records, zips, codes, the small files beside a record; and names that are traps."""

import gzip
import hashlib
import io
import json
import random
import re
import struct
import warnings
import zipfile
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from game.journal.lines import header_digest
from game.model.record import Header
from tests.host.fuzz.aims import MARK, NASTY

FORMULAS = (f'=HYPERLINK("http://a","{MARK}")', f"@{MARK}", f"+{MARK}", f"<{MARK} onload=a()>", f"\u202e{MARK}")
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2, 31, 32, 10**9, 2**63, -(2**70), 1e308, float("nan"), float("inf"), "", "1", [], {},
    [[]], {"a": {}}, *FORMULAS, *(word for word in NASTY if len(word) < 2000), "\ud800", "H", "P", "D",
    "toward", "away",     "x", "z", "none", "judged", "answered", "chose", "revealed", "pick_1", "pick_99", "١",
)  # fmt: skip
DEEP = (
    b"[" * 100_000,
    b'{"format":' + b"[" * 900 + b"]" * 900 + b"}",
    b'{"format":' + b'{"a":' * 980 + b"1" + b"}" * 981,
    b'{"format":1,"a":' + b"[" * 50_000,
    b'{"format":' + b"9" * 6000 + b"}",
)
NAMES = (
    "../../out.jsonl", "..\\..\\out.jsonl", "/etc/out.jsonl", "a/../../../out.jsonl", "C:\\out.jsonl", "a\x00b.jsonl",
    "n" * 240 + ".jsonl", "\u202elnosj.exe.jsonl", f"=HYPERLINK({MARK}).jsonl", f"<{MARK}>.jsonl", "-rf.jsonl",
    "line\nend.jsonl", "\x1b[31mred.jsonl", ".hidden.jsonl", "con.jsonl", " .jsonl", "a.JSONL", "a.zip", "b.txt",
    "c.jsonl/",     "__MACOSX/._a.jsonl", "é/ü.jsonl", "\U0001f469.jsonl", "~/.bashrc.jsonl", "$(id).jsonl", "`id`.txt",
    "a" * 3000 + ".txt",
)  # fmt: skip
TAIL = re.compile(rb',"ms":\d+,"digest":"[0-9a-f]{32}"\}$')


def bent_json(value: Any, chance: random.Random, most: int = 3) -> Any:
    """A JSON value with some of its parts in other words."""
    for _ in range(chance.randrange(1, most + 1)):
        holder, key = None, None
        here = value
        while isinstance(here, (dict, list)) and here and (holder is None or chance.random() < 0.8):
            holder, key = here, chance.choice(list(here) if isinstance(here, dict) else range(len(here)))
            here = here[key]
        if holder is None:
            return chance.choice(VALUES)
        deed = chance.random()
        if deed < 0.6:
            holder[key] = chance.choice(VALUES)
        elif deed < 0.75:
            del holder[key]
        elif deed < 0.9 and isinstance(holder, dict):
            holder[chance.choice((MARK, "", "format", "n", "act", "events", "did", "values"))] = chance.choice(VALUES)
        elif isinstance(holder, list):
            holder.extend([here] * chance.choice((1, 2, 60)))
    return value


class Forge:
    """Makes files out of real ones. `records`: whole records; `codes`: whole codes."""

    def __init__(self, chance: random.Random, records: list[bytes], codes: list[str]) -> None:
        self.chance, self.records, self.codes = chance, records, codes

    def record(self) -> bytes:
        """A record that was bent, or made anew by somebody who has the program."""
        raw = self.chance.choice(self.records)
        return self.chance.choice(
            (self.flipped, self.flipped, self.lines, self.chained, self.chained, self.headed, self.dressed)
        )(raw)

    def flipped(self, raw: bytes) -> bytes:
        chance, out = self.chance, bytearray(raw)
        for _ in range(chance.choice((0, 1, 1, 2, 30))):
            at = chance.randrange(len(out))
            out[at : at + chance.choice((0, 1, 1, 9))] = chance.choice(
                (b"", b"\x00", b"\xff", b"\n", b'"', b"}", b"9", b"\xed\xa0\x80", b"\r", bytes([chance.randrange(256)]))
            )
        return bytes(out[: chance.randrange(len(out) + 1)] if chance.random() < 0.3 else out)

    def lines(self, raw: bytes) -> bytes:
        """Lines out of their order, twice, or gone."""
        chance, lines = self.chance, raw.split(b"\n")
        for _ in range(chance.choice((1, 2, 9))):
            a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
            deed = chance.randrange(4)
            if deed == 0:
                lines[a], lines[b] = lines[b], lines[a]
            elif deed == 1:
                lines.insert(a, lines[b])
            elif deed == 2 and len(lines) > 2:
                del lines[a]
            else:
                lines[a] = chance.choice((b"", b"{}", b"null", *DEEP, lines[a] + b" ", b"\xef\xbb\xbf" + lines[a]))
        return b"\n".join(lines)

    def headed(self, raw: bytes) -> bytes:
        """Another first line, written as the game would write it where it can be."""
        chance = self.chance
        head, _, rest = raw.partition(b"\n")
        if chance.random() < 0.3:
            return chance.choice(DEEP) + b"\n" + rest
        said = json.dumps(bent_json(json.loads(head), chance), ensure_ascii=False, separators=(",", ":"))
        return self._rechained([said.encode(errors="surrogatepass"), *rest.split(b"\n")])

    def chained(self, raw: bytes) -> bytes:
        """Steps in which something else stands, with the digests that belong to them."""
        chance, lines, told = self.chance, raw.split(b"\n"), {}
        for _ in range(chance.choice((1, 1, 4))):
            at = chance.randrange(1, len(lines) - 1)
            with suppress(ValueError):  # it was bent already
                told = bent_json(json.loads(TAIL.sub(b"}", lines[at])), chance)
            if chance.random() < 0.2:
                told = {
                    "n": at,
                    "act": {"do": "on"},
                    "events": [{"did": "answered", "what": MARK, "values": list(FORMULAS)}],
                }
            said = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
            lines[at] = said.removesuffix(b"}") + TAIL_TO_BE
        return self._rechained(lines)

    def _rechained(self, lines: list[bytes]) -> bytes:
        """As somebody with the program would: each digest follows from the one above."""
        try:
            digest = header_digest(Header.model_validate_json(lines[0])).encode()
        except ValueError:
            digest = b"0" * 32
        out = [lines[0]]
        for piece in lines[1:]:
            bare = TAIL.sub(b"", piece)
            if bare == piece:
                out.append(piece)
                continue
            digest = hashlib.sha256(digest + bare + b"}").hexdigest()[:32].encode()
            out.append(bare + b',"ms":%d,"digest":"%b"}' % (self.chance.choice((0, 5, 10**15)), digest))
        return b"\n".join(out)

    def dressed(self, raw: bytes) -> bytes:
        """The same in another dress, or something else in its dress."""
        return self.chance.choice((
            raw.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + raw, raw.decode().encode("utf-16"), gzip.compress(raw),
            raw + raw, b"", b"\n", b"\x00" * 5000, b"PK\x03\x04" + raw, b"%PDF-1.7\n" + raw, b"<html><script>" + raw,
            b"\n" * 300_000, b"[" + raw.replace(b"\n", b",") + b"]", raw[: len(raw) // 2],
            b'{"format":1}\n' * 9000, self.chance.randbytes(4000),
        ))  # fmt: skip

    def code(self) -> bytes:
        """A text with codes, some of them wrong."""
        chance, lines = self.chance, []
        for _ in range(chance.choice((1, 3, 40))):
            code = list(chance.choice(self.codes))
            for _ in range(chance.choice((0, 1, 2, 9))):
                at = chance.randrange(len(code))
                code[at : at + chance.choice((0, 1, 5))] = chance.choice(
                    ("0", "Z", "-", " ", "ß", "ŉ", "İ", "\x00", "٣", "\u202e", "U", "L")
                )
            lines.append("".join(code))
        lines += [
            chance.choice(
                (
                    "GS1",
                    "gs1-",
                    "GSI" + "Z" * 390,
                    "GS1" + "0" * 5000,
                    "GS1-" + "1" * 300,
                    "\ufeffGS1",
                    "GS1" * 100_000,
                    *NASTY,
                )
            )
        ]
        text = chance.choice(("\n", "\r\n", "\x85", "\u2028", "\r")).join(lines)
        return text.encode(chance.choice(("utf-8", "utf-8-sig", "utf-16")), errors="replace")

    def beside(self) -> bytes:
        """A small JSON file: objections, votes, or a table to be laid beside others."""
        chance = self.chance
        like: Any = chance.choice((
            {"format": 1, "objections": {"watch": "no", MARK: FORMULAS[0]}, "asked": True,
             "check": {"before": {"a": "nudge"}, "after": {}, "shown": True}},
            {"format": 1, "votes": [{"n": 1, "moment": "a", "took": "x", "counts": {"x": 3, "y": 2}}]},
            {"format": 1, "levels": "0" * 8, "campaign": "taste", "untimed": True, "n": 8, "sums": {}, "shares": {}},
        ))  # fmt: skip
        said = json.dumps(bent_json(like, chance, 4)).encode()
        return chance.choice(
            (said, said, said, said[: chance.randrange(len(said) + 1)], *DEEP, b"\xff\xfe", b"1" * 5000)
        )

    def zip(self, depth: int = 0) -> bytes:
        """A zip with plays and traps in it, perhaps bent itself."""
        chance, out = self.chance, io.BytesIO()
        warnings.filterwarnings("ignore", "Duplicate name")
        with zipfile.ZipFile(
            out, "w", chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2))
        ) as packed:
            for _ in range(chance.choice((1, 4, 12))):
                name = chance.choice((*NAMES, "one/a.jsonl", f"{chance.random()}.jsonl"))
                info = zipfile.ZipInfo(name.replace("\x00", "")[:60_000])
                info.compress_type = packed.compression
                if chance.random() < 0.1:
                    info.external_attr = 0o120777 << 16  # a link
                packed.writestr(info, self._member(depth))
        raw = out.getvalue()
        deed: Callable[[bytes], bytes] = chance.choice((bytes, bytes, self._torn, self._lying, self._crowded))
        return deed(raw)

    def _member(self, depth: int) -> bytes:
        chance = self.chance
        kind = chance.random()
        if kind < 0.2 and depth < 3:
            return self.zip(depth + 1)
        if kind < 0.3:
            return b"/etc/passwd"
        if kind < 0.4:
            return chance.choice(
                (b"\x00" * (5 << 20), b" " * (4 << 20), b"\n" * (3 << 20), b"\x00" * (70 << 20) if depth == 0 else b"")
            )
        return self.code() if kind < 0.5 else self.record()

    def _torn(self, raw: bytes) -> bytes:
        out = bytearray(raw)
        for _ in range(self.chance.choice((1, 4, 40))):
            out[self.chance.randrange(len(out))] = self.chance.randrange(256)
        return bytes(out[: self.chance.randrange(len(out) + 1)] if self.chance.random() < 0.3 else out)

    def _lying(self, raw: bytes) -> bytes:
        """Sizes, counts and places that are not so."""
        out = bytearray(raw)
        for mark, places in ((b"PK\x01\x02", (8, 10, 20, 24, 28, 30, 42)), (b"PK\x05\x06", (8, 10, 12, 16, 20))):
            at = out.find(mark)
            while at >= 0 and self.chance.random() < 0.7:
                where = at + self.chance.choice(places)
                out[where : where + 4] = struct.pack(
                    "<I", self.chance.choice((0, 1, 0xFFFF, 0xFFFFFFFF, 0x7FFFFFFF, 40_000_000))
                )
                at = out.find(mark, at + 4)
        return bytes(out)

    def _crowded(self, raw: bytes) -> bytes:
        """A table of contents that goes on and on."""
        at, end = raw.find(b"PK\x01\x02"), raw.rfind(b"PK\x05\x06")
        entry = raw[at : raw.find(b"PK\x01\x02", at + 4)] if raw.count(b"PK\x01\x02") > 1 else raw[at:end]
        table = entry * min(self.chance.choice((400, 60_000, 200_000)), 24_000_000 // max(1, len(entry)))
        said = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 9, 9, len(table), at, 0)
        return raw[:at] + table + said


TAIL_TO_BE = b',"ms":0,"digest":"00000000000000000000000000000000"}'
