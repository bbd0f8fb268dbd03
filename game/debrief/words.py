"""Small words: numbers and lists as the debrief says them."""

from collections.abc import Sequence
from html import escape

from game.language import language
from game.model.said import clean

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def count(n: int, one: str, many: str = "") -> str:
    """Return "1 time", "3 times"."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def times(n: int) -> str:
    """Return "0 times", "once", "twice", "5 times"."""
    return {1: "once", 2: "twice"}.get(n, f"{n} times")


def spelt(n: int) -> str:
    """Return a small number in letters, as a headline has it; larger ones in figures."""
    return _SMALL[n] if 0 <= n < len(_SMALL) else f"{n:,}"


def listed(items: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def signed(n: int) -> str:
    """Return a figure with its sign; minus is a true minus."""
    return f"+{n}" if n > 0 else f"−{-n}" if n < 0 else "0"


def figure(n: int) -> str:
    """Return a number as it stands; minus is a true minus."""
    return f"{n:,}".replace("-", "−")


def capital(text: str) -> str:
    """Return `text` with its first letter large."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return `text` with its first letter small, in English: other languages keep theirs."""
    return text[:1].lower() + text[1:] if language().startswith("en") else text


def lowered(text: str) -> str:
    """Return `text` in small letters, in English: other languages keep theirs."""
    return text.lower() if language().startswith("en") else text


def markup(text: str) -> str:
    """Return `text` as it may stand in a page, in a word or in an attribute: it can neither be a tag nor steer one."""
    return escape(clean(text), quote=True)
