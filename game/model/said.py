"""What a player has said to the debrief of one play. It lies beside the record and changes nothing in it."""

import re
import unicodedata
from typing import Literal, Self

from pydantic import Field

from game.model.base import Shape

LONGEST = 500  # characters of one objection
STACKED = 3  # so many accents may stand on one letter
JOINERS = "\u200c\u200d"  # they shape letters and join signs, and hide nothing
BREAKS = re.compile("[\t\n\v\f\r\x85\u2028\u2029]")
FINDING = re.compile(r"[a-z_]{1,40}")


def clean(text: str) -> str:
    """`text` as one line of characters that can be seen.

    Line ends are spaces. What steers, hides or turns round the text about it (control characters, marks of direction,
    halves of characters, towers of accents) is left out.
    """
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    stacked = 0
    for char in BREAKS.sub(" ", text):
        kind = unicodedata.category(char)
        if kind[0] == "C" and char not in JOINERS:
            continue
        stacked = stacked + 1 if kind in ("Mn", "Me") else 0
        if stacked <= STACKED:
            kept.append(char)
    return "".join(kept)


def plain(text: str) -> str:
    """`text` made clean, and at most LONGEST characters of it."""
    return clean(text[: LONGEST * 4])[:LONGEST]


def tidy(text: str) -> str:
    """`text` as it is kept: plain, without spaces at its ends or two in a row."""
    return " ".join(plain(text).split())


class Said(Shape):
    """Objections by finding ("" is an objection without a reason), and whether keeping or wiping was asked about."""

    format: Literal[1] = 1
    objections: dict[str, str] = Field(default_factory=dict)
    asked: bool = False

    def object_to(self, finding: str, why: str | None) -> Self:
        """The same with an objection to a finding; None takes it back."""
        rest = {known: words for known, words in self.objections.items() if known != finding}
        if why is not None:
            if not FINDING.fullmatch(finding):
                raise KeyError(f"no finding is called “{plain(finding)[:40]}”")
            rest[finding] = tidy(why)
        return self.but(objections=rest)
