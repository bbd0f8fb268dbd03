"""One play on a student's own screen: what a class counts of it, in some ninety letters to be scanned, copied or typed.

The code holds the fields of `Student` and nothing else: no words, no hour, no name. It is one whole number in a mixed
base: each field has as many values as the level files give it, so that whatever is decoded is a possible play. It has
a version, the beginning of the level files' digest and a checksum; which fields come in which order is `_fields`.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Final

from game.debrief.reading import CONDITIONS
from game.model.content import Pack
from game.model.record import Order
from game.seminar.student import FIVE, MUCH, PICKS, TEN, TOKENS, Push, Student

PREFIX: Final = "GS1"
LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32: none that can be taken for another. In a QR code they take five and a half bits each."""
READ_AS: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
GROUP, SUM, KEY, DIGEST = 5, 4, 8, 4  # letters in a group; bytes
ORDERS: Final[tuple[Order, ...]] = ("visible-first", "hidden-first")
ARMS: Final = ("x", "z", "none")
LONGEST = 400
NOT_A_CODE = re.compile(r"[^0-9A-Z]")


class BadCode(Exception):
    """A code that cannot be read; the message says why."""


class _Names:
    """The ids that a pack gives the fields, in its own order."""

    def __init__(self, pack: Pack) -> None:
        self.digest = pack.digest[: 2 * DIGEST]
        self.campaigns = tuple({**pack.campaigns, **pack.alone})
        self.files, self.closes, self.families = tuple(pack.files), ("", *pack.closes), tuple(pack.families)
        self.nudges, self.lived = tuple(pack.nudges), ("", *CONDITIONS)
        self.doors = {r.id: len({rule.door for rule in r.doors}) for r in pack.regimes.values() if r.doors}
        self.kinds = {name: f.nudge for name, f in pack.families.items()} | {n.id: n.kind for n in pack.nudges.values()}


def is_code(line: str) -> bool:
    """Whether a line means to be a code."""
    return line.strip()[:3].upper().translate(READ_AS) == PREFIX


def to_code(one: Student, pack: Pack) -> str:
    """Return the code of a play. Raises ValueError for a play that was made with other level files."""
    names = _Names(pack)
    if not pack.digest.startswith(one.levels):
        raise ValueError("this play was made with other level files: it has no code")
    number = 1
    for value, many in zip(_values(one, names), _fields(names), strict=True):
        assert 0 <= value < many
        number = number * many + value
    bare = bytes.fromhex(one.key) + number.to_bytes((number.bit_length() + 7) // 8)
    return _grouped(bare + _sum(bare, names.digest))


def from_code(line: str, pack: Pack) -> Student:
    """Return the play in a code. Raises BadCode. Spaces, dashes and the size of letters do not matter."""
    names = _Names(pack)
    if len(line) > LONGEST:
        raise BadCode("is longer than a code")
    letters = NOT_A_CODE.sub("", line.upper()).translate(READ_AS)
    if not letters.startswith(PREFIX):
        raise BadCode("is no code of this game")
    whole = _bytes(letters.removeprefix(PREFIX))
    if len(whole) < KEY + SUM + 2:
        raise BadCode("is cut off")
    bare, said = whole[:-SUM], whole[-SUM:]
    if _sum(bare, names.digest) != said:
        raise BadCode("has a letter wrong or missing, or was made with other level files")
    number = int.from_bytes(bare[KEY:])
    values: list[int] = []
    for many in reversed(_fields(names)):
        number, value = divmod(number, many)
        values.append(value)
    one = _student(bare[:KEY].hex(), values[::-1], names)
    if number != 1 or to_code(one, pack) != _grouped(whole):
        raise BadCode("is none that this game could have made")
    return one


def _grouped(whole: bytes) -> str:
    letters = _letters(whole)
    return "-".join([PREFIX, *(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))])


def _sum(bare: bytes, digest: str) -> bytes:
    """The checksum, over the level files' digest as well: a code of others cannot be read as one of these."""
    return hashlib.sha256(f"{PREFIX} {digest} ".encode() + bare).digest()[:SUM]


def _letters(raw: bytes) -> str:
    number, out = int.from_bytes(b"\1" + raw), ""
    while number:
        number, at = divmod(number, 32)
        out = LETTERS[at] + out
    return out


def _bytes(letters: str) -> bytes:
    number = 0
    for letter in letters:
        at = LETTERS.find(letter)
        if at < 0:
            raise BadCode(f"has a letter that no code has, {letter}")
        number = number * 32 + at
    raw = number.to_bytes((number.bit_length() + 7) // 8)
    if raw[:1] != b"\1":
        raise BadCode("has a letter wrong or missing")
    return raw[1:]


def _fields(names: _Names) -> list[int]:
    """How many values each field has, in the order of `_values`."""
    many = [len(names.campaigns), 2, len(names.files), 2, 2, len(names.lived), len(names.closes)]
    many += [3] * len(CONDITIONS) * len(names.families)
    many += [2] * len(names.families)
    many += [1 + 2 * len(ARMS)] * (len(names.families) + len(names.nudges))
    many += [at for doors in names.doors.values() for at in (doors + 1, doors + 1)]
    many += [FIVE + 1] * 2 * len(TOKENS)
    many += [2] + [MUCH + 1] * 4
    many += [MUCH + 1] * 4
    return [*many, len(names.families) + 2, *(picks + 1 for picks in PICKS.values()), TEN + 2]


def _values(one: Student, names: _Names) -> Iterator[int]:
    yield names.campaigns.index(one.campaign)
    yield ORDERS.index(one.order)
    yield names.files.index(one.file)
    yield from (int(one.untimed), int(one.done))
    yield names.lived.index(one.last)
    yield names.closes.index(one.close)
    for condition in CONDITIONS:
        met = one.kept.get(condition, {})
        yield from (1 + met[family] if family in met else 0 for family in names.families)
    yield from (family in one.looked for family in names.families)
    pushed = {push.what: 1 + 2 * ARMS.index(push.arm) + push.took for push in one.pushes}
    yield from (pushed.get(what, 0) for what in (*names.families, *names.nudges))
    for regime in names.doors:
        yield from one.doors.get(regime, (0, 0))
    for condition in TOKENS:
        yield from (token or 0 for token in one.tokens.get(condition, (None, None)))
    yield from (one.chalk is not None, *(one.chalk or (0, 0, 0, 0)), *one.before, *one.after)
    yield from (0 if value is None else value + 1 for value in (one.bet, one.suspected, one.tested, one.pegs))


def _student(key: str, values: Sequence[int], names: _Names) -> Student:
    """The play whose fields these are; each is within its bounds already."""
    left = iter(values)

    def some(many: int) -> list[int]:
        return [next(left) for _ in range(many)]

    campaign, order, file, untimed, done, last, close = some(7)
    kept = {
        condition: {f: value == 2 for f, value in zip(names.families, some(len(names.families)), strict=True) if value}
        for condition in CONDITIONS
    }
    looked = frozenset(f for f, value in zip(names.families, some(len(names.families)), strict=True) if value)
    whats = (*names.families, *names.nudges)
    pushes = tuple(
        Push(what, names.kinds[what], ARMS[(value - 1) // 2], bool((value - 1) % 2))
        for what, value in zip(whats, some(len(whats)), strict=True) if value
    )  # fmt: skip
    doors = {regime: (opened, tried) for regime in names.doors for opened, tried in [some(2)] if tried}
    tokens = {c: (jar or None, curtain or None) for c in TOKENS for jar, curtain in [some(2)] if jar or curtain}
    chalked, hits, asked, believed, uncounted, *reasons = some(9)
    picked = [value - 1 if value else None for value in some(4)]
    return Student(
        key, names.digest, names.campaigns[campaign], ORDERS[order], names.files[file], bool(untimed), bool(done),
        names.lived[last], names.closes[close], kept, looked, pushes, doors, tokens,
        (hits, asked, believed, uncounted) if chalked else None, (reasons[0], reasons[1]), (reasons[2], reasons[3]),
        *picked,
    )  # fmt: skip
