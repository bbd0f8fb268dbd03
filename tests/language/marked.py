"""A language for tests: English between marks, so that a word that nobody looked up stands out."""

import gettext as gnu
import re
from collections.abc import Iterator
from typing import Any

from game.language.spoken import Spoken
from game.model.base import Shape
from game.rules.said import patterns

SAID, TOLD = ("⟦", "⟧"), ("«", "»")  # round what the program says, and round what level files and rules say
_MARKED = re.compile(r"⟦[^⟦⟧«»]*⟧|«[^⟦⟧«»]*»")


class Said(gnu.NullTranslations):
    """All that the program says, marked."""

    def gettext(self, message: str) -> str:
        return message.join(SAID)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n == 1 else msgid2).join(SAID)

    def pgettext(self, context: str, message: str) -> str:
        return message.join(SAID)


class Told(gnu.NullTranslations):
    """The texts that it is given, marked."""

    def __init__(self, texts: set[str]) -> None:
        super().__init__()
        self.texts = texts

    def gettext(self, message: str) -> str:
        return message.join(TOLD) if message in self.texts else message


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a pack, ids among them."""
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, Shape):
        for _name, part in value:
            yield from texts_of(part)
    elif isinstance(value, dict | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts_of(part)


def marked(texts: set[str]) -> Spoken:
    """The language that marks what the program and the rules say, and these texts."""
    known = {*texts, *patterns()} - {""}
    return Spoken("xx", Said(), Told(known), tuple(text for text in sorted(known) if "{" in text))


def left_over(text: str) -> str:
    """What of a text stands between no marks; "" where that holds no word."""
    while (inner := _MARKED.sub("", text)) != text:
        text = inner
    return text if re.search(r"[^\W\d_]{2}", text) else ""
