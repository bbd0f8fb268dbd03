"""Level files broken in every way that somebody at a keyboard, or a disk, might break them."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

KEY = re.compile(r"\b(who|where|scene|text|then|keeps|asks|mood|minutes|points|name|rule|acts|line|id|points)(: )")
NUMBER = re.compile(r"\b(minutes|points|rest|at_least|day|height|opens|closes|skin|tie)(: )(-?\d+)\b")
BOUNDED = re.compile(r"\b(minutes|points|rest|height|opens|closes|skin|tie)(: )(-?\d+)\b")
TRUTH = re.compile(r"\b(keeps|middle|posted|explains|shop|food|once|filler|public|late|diary)(: )(true|false)\b")
WHO = re.compile(r"\b(who)(: )([a-z_]+)\b")


@dataclass(frozen=True)
class Break:
    """The broken text, and the line where the break is, if it can be known."""

    how: str
    data: bytes
    line: int | None


def spots(lines: list[str], pattern: re.Pattern[str]) -> list[tuple[int, re.Match[str]]]:
    """Where the pattern stands outside of quotes and comments."""
    out = []
    for number, line in enumerate(lines):
        for match in pattern.finditer(line):
            before = line[: match.start()]
            if before.count('"') % 2 == 0 and before.count("'") % 2 == 0 and "#" not in before:
                out.append((number, match))
    return out


def at(lines: list[str], number: int, new: str, how: str) -> Break:
    whole = [*lines[:number], new, *lines[number + 1 :]]
    return Break(how, "\n".join(whole).encode(), number + 1)


def swap(how: str, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> Callable[..., Break | None]:
    """Write something else where the pattern stands."""

    def breaking(lines: list[str], luck: random.Random) -> Break | None:
        found = spots(lines, pattern)
        if not found:
            return None
        number, match = luck.choice(found)
        line = lines[number]
        return at(lines, number, line[: match.start()] + new(match) + line[match.end() :], how)

    return breaking


def twice(lines: list[str], luck: random.Random) -> Break | None:
    """A key of a block stands twice."""
    found = [i for i, line in enumerate(lines) if re.match(r" *[a-z_]+: [^|>\[{\s]", line)]
    if not found:
        return None
    number = luck.choice(found)
    whole = [*lines[: number + 1], lines[number], *lines[number + 1 :]]
    return Break("a key twice", "\n".join(whole).encode(), number + 2)


def control(lines: list[str], luck: random.Random) -> Break:
    number = luck.randrange(len(lines))
    column = luck.randrange(len(lines[number]) + 1)
    return at(lines, number, lines[number][:column] + "\x07" + lines[number][column:], "a control character")


def somewhere(lines: list[str], luck: random.Random) -> Break:
    """Damage whose line nobody can name for sure."""
    raw = bytearray("\n".join(lines).encode())
    ways = (
        "cut off", "bytes changed", "a line lost", "two lines changed places", "a quote more", "a brace more",
        "a bracket more", "a tab before a line", "indented", "a colon more", "binary", "utf-16", "upper case", "emoji",
        "a dash more", "two documents", "a directive", "a tag", "a merge key", "a question mark", "nested deeply",
    )  # fmt: skip
    how = luck.choice(ways)
    place, number = luck.randrange(len(raw)), luck.randrange(len(lines))
    insert = {
        "a quote more": '"', "a brace more": "{", "a bracket more": "[", "a colon more": ": ", "emoji": "🦆",
        "a dash more": "\n- ", "two documents": "\n---\n", "a directive": "\n%YAML 9.9\n---\n",
        "a tag": " !!python/object:x ",
        "a merge key": "\n<<: {a: 1}\n", "a question mark": "\n? [a]\n: b\n", "nested deeply": "\nx: " + "[" * 900,
    }  # fmt: skip
    if how == "cut off":
        raw = raw[:place]
    elif how == "bytes changed":
        for _ in range(luck.randrange(1, 6)):
            raw[luck.randrange(len(raw))] = luck.randrange(256)
    elif how == "a line lost":
        raw = bytearray("\n".join(lines[:number] + lines[number + 1 :]).encode())
    elif how == "two lines changed places":
        other = luck.randrange(len(lines))
        lines = list(lines)
        lines[number], lines[other] = lines[other], lines[number]
        raw = bytearray("\n".join(lines).encode())
    elif how in ("a tab before a line", "indented"):
        raw = bytearray(at(lines, number, ("\t" if "tab" in how else "   ") + lines[number], how).data)
    elif how == "binary":
        raw = bytearray(luck.randbytes(luck.randrange(1, 4000)))
    elif how == "utf-16":
        raw = bytearray(bytes(raw).decode().encode("utf-16"))
    elif how == "upper case":
        raw = bytearray(bytes(raw).decode().upper().encode())
    else:
        raw[place:place] = insert[how].encode()
    return Break(how, bytes(raw), None)


KNOWN: tuple[Callable[[list[str], random.Random], Break | None], ...] = (
    swap("a key misspelt", KEY, lambda m: f"{m[1]}q{m[2]}"),
    swap("a number that is a word", NUMBER, lambda m: f"{m[1]}{m[2]}lots"),
    swap("a number that is none", NUMBER, lambda m: f"{m[1]}{m[2]}{m[3]}.5"),
    swap("a number far too large", BOUNDED, lambda m: f"{m[1]}{m[2]}987654321987"),
    swap("neither true nor false", TRUTH, lambda m: f"{m[1]}{m[2]}no"),
    swap(
        "an unknown key more", KEY, lambda m: f"zzz: 1, {m[1]}{m[2]}" if "{" in m.string[: m.start()] else f"zzz{m[2]}"
    ),
    swap("nobody of that name", WHO, lambda m: f"{m[1]}{m[2]}mr_nowhere"),
    swap("an anchor", WHO, lambda m: f"{m[1]}{m[2]}&here {m[3]}"),
    swap("an alias", WHO, lambda m: f"{m[1]}{m[2]}*here"),
    twice,
    control,
)


def break_one(folder: Path, number: int) -> tuple[Path, Break]:
    """The number-th break: which file of the folder, and what becomes of it. Always the same for the same number."""
    luck = random.Random(number)
    files = sorted(folder.rglob("*.yaml"))
    while True:
        path = luck.choice(files)
        lines = path.read_text(encoding="utf-8").split("\n")
        made = luck.choice(KNOWN)(lines, luck) if luck.random() < 0.6 else somewhere(lines, luck)
        if made is not None and made.data != path.read_bytes():
            return path, made
