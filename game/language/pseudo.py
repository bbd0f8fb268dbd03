"""A language that nobody speaks, to prove that everything can be translated and that longer words still fit.

Whatever went through a catalogue is ⟨in brackets⟩, its letters wear accents and its vowels stand twice, which makes it
about a third longer, as German and Finnish often are. Plain letters on a screen were missed; a missing bracket was cut.
"""

import gettext as gnu
import re
from collections.abc import Collection

PSEUDO = "qps"
"""The code for it: "q" with two letters is kept free for private use."""

OPEN, SHUT = "‹", "›"
_PLAIN = "aceghijklnorstuwyzACEGHIJKLNORSTUWYZ"
_WORN = "àçéĝĥîĵķļñôŕšţûŵýžÀÇÉĜĤÎĴĶĻÑÔŔŠŢÛŴÝŽ"
_WEAR = str.maketrans(_PLAIN, _WORN)
_HOLE = re.compile(r"(\{[^{}]*\})")
_VOWEL = re.compile("([aeiou])")


def pseudo(message: str) -> str:
    """`message` in the language that nobody speaks. What stands in braces stays as it is, to be filled in."""
    if not message:
        return message
    parts = [
        part if _HOLE.fullmatch(part) else _VOWEL.sub(r"\1\1", part).translate(_WEAR) for part in _HOLE.split(message)
    ]
    return f"{OPEN}{''.join(parts)}{SHUT}"


class Pseudo(gnu.NullTranslations):
    """Every message of the interface, and of the level files those that are known."""

    def __init__(self, known: Collection[str] | None = None) -> None:
        """`known`: the texts to be translated; None is all of them."""
        super().__init__()
        self._known = None if known is None else frozenset(known)

    def gettext(self, message: str) -> str:
        """`message`, worn."""
        return pseudo(message) if self._known is None or message in self._known else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """One or many, worn."""
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """`message`, worn; whatever the context."""
        return pseudo(message)
