"""Small words: numbers and lists as the debrief says them."""

from collections.abc import Sequence
from html import escape

from game.language import _, language, ngettext, pgettext
from game.language.spoken import ENGLISH
from game.model.said import clean


def count(n: int, one: str, many: str = "") -> str:
    """Return "1 time", "3 times". English alone: what is shown to a player goes through `ngettext`, as a whole."""
    return f"{amount(n)} {one if n == 1 else many or one + 's'}"


def times(n: int) -> str:
    """Return "0 times", "once", "twice", "5 times"."""
    if n in (1, 2):
        return _("once") if n == 1 else _("twice")
    return ngettext("{n} time", "{n} times", n).format(n=n)


def spelt(n: int) -> str:
    """Return a small number in letters, as a headline has it; larger ones in figures."""
    small = _small()
    return small[n] if 0 <= n < len(small) else amount(n)


def _small() -> tuple[str, ...]:
    return (
        pgettext("a number in words", "no"),
        pgettext("a number in words", "one"),
        pgettext("a number in words", "two"),
        pgettext("a number in words", "three"),
        pgettext("a number in words", "four"),
        pgettext("a number in words", "five"),
        pgettext("a number in words", "six"),
        pgettext("a number in words", "seven"),
        pgettext("a number in words", "eight"),
        pgettext("a number in words", "nine"),
        pgettext("a number in words", "ten"),
        pgettext("a number in words", "eleven"),
        pgettext("a number in words", "twelve"),
    )


def listed(items: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return items[0] if items else ""
    if len(items) == 2:
        return pgettext("a list of two", "{first} and {last}").format(first=items[0], last=items[1])
    many = pgettext("between the items of a list", ", ").join(items[:-1])
    return pgettext("a list of three or more", "{many} and {last}").format(many=many, last=items[-1])


def commas(items: Sequence[str]) -> str:
    """Return "a, b, c"."""
    return pgettext("between the items of a list", ", ").join(items)


def signed(n: int) -> str:
    """Return a figure with its sign; minus is a true minus."""
    return f"+{n}" if n > 0 else f"−{-n}" if n < 0 else "0"


def amount(n: int) -> str:
    """Return a number with its thousands apart."""
    return f"{n:,}".replace(",", pgettext("between thousands", ","))


def out_of(part: int, whole: int) -> str:
    """Return "3 of 8"."""
    return _("{part} of {whole}").format(part=part, whole=whole)


def figure(n: int) -> str:
    """Return a number as it stands; minus is a true minus."""
    return amount(n).replace("-", "−")


def decimal(number: str) -> str:
    """Return figures with a point in them as the language in force writes them."""
    return number.replace(".", pgettext("decimal point", "."))


def capital(text: str) -> str:
    """Return `text` with its first letter large."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return `text` with its first letter small, in English: other languages keep theirs."""
    return text[:1].lower() + text[1:] if language().startswith("en") else text


def lowered(text: str) -> str:
    """Return `text` in small letters, in English: other languages keep theirs."""
    return text.lower() if language().startswith("en") else text


def page_language() -> str:
    """What a page says its language is. English is as it stands in the code: British."""
    return "en-GB" if language() == ENGLISH else markup(language().replace("_", "-"))


def markup(text: str) -> str:
    """Return `text` as it may stand in a page, in a word or in an attribute: it can neither be a tag nor steer one."""
    return escape(clean(text), quote=True)
