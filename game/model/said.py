"""What a player has said to the debrief of one play, and how cases were sorted.

It lies beside the record and changes nothing in it.
"""

import re
import unicodedata
from typing import Literal, Self

from pydantic import Field

from game.model.base import Shape
from game.model.check import Kind

LONGEST = 500  # characters of one objection
STACKED = 3  # so many accents may stand on one letter
JOINERS = "\u200c\u200d"  # they shape letters and join signs, and hide nothing
BREAKS = re.compile("[\t\n\v\f\r\x85\u2028\u2029]")
FINDING = re.compile(r"[a-z_]{1,40}")
CASE = re.compile(r"[a-z][a-z0-9_]{0,39}")
When = Literal["before", "after"]
"""The two times at which cases can be sorted: before the first choice of a play, and in its debrief."""


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


class Sorted(Shape):
    """The learning check: tray by case, in the order in which they were first sorted. `shown`: so were the answers."""

    before: dict[str, Kind] = Field(default_factory=dict)
    after: dict[str, Kind] = Field(default_factory=dict)
    shown: bool = False

    def of(self, when: When) -> dict[str, Kind]:
        """What was sorted at that time."""
        return self.before if when == "before" else self.after

    def put(self, when: When, case: str, tray: Kind) -> Self:
        """The same with a case in a tray, wherever it lay before; once the answers are shown, all lies as it lay.

        Raises KeyError for what is no id of a case.
        """
        if not CASE.fullmatch(case):
            raise KeyError(f"no case is called “{plain(case)[:40]}”")
        if self.shown:
            return self
        return self.but(**{when: {**self.of(when), case: tray}})


class Said(Shape):
    """Objections by finding ("" is an objection without a reason), and whether keeping or wiping was asked about.

    And how the cases of the learning check were sorted.
    """

    format: Literal[1] = 1
    objections: dict[str, str] = Field(default_factory=dict)
    asked: bool = False
    check: Sorted = Field(default_factory=Sorted)

    def object_to(self, finding: str, why: str | None) -> Self:
        """The same with an objection to a finding; None takes it back."""
        rest = {known: words for known, words in self.objections.items() if known != finding}
        if why is not None:
            if not FINDING.fullmatch(finding):
                raise KeyError(f"no finding is called “{plain(finding)[:40]}”")
            rest[finding] = tidy(why)
        return self.but(objections=rest)
