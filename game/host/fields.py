"""What a form brought, bounded and made clean before anything looks at it."""

from collections.abc import Iterable, Mapping
from typing import get_args
from urllib.parse import parse_qsl

from pydantic import ValidationError

from game.model.acts import Act, Do
from game.model.said import clean

LARGEST = 32 << 10  # bytes of a form; the longest diary takes a tenth of it
MOST = 200  # fields
LONG = 400  # characters of one value
DOS = frozenset(get_args(Do))
OWN, BLANK = "own:", "blank"


class BadForm(ValueError):
    """No page of this host sends such a form."""


class Fields:
    """The fields of a form in the order in which they came."""

    def __init__(self, raw: bytes) -> None:
        """Raises BadForm."""
        try:
            pairs = parse_qsl(
                raw.decode("ascii"), keep_blank_values=True, max_num_fields=MOST, errors="strict", encoding="utf-8"
            )  # fmt: skip
        except ValueError:
            raise BadForm("cannot be read") from None
        if any(len(name) > 40 or len(value) > LONG for name, value in pairs):
            raise BadForm("too long")
        self.pairs: tuple[tuple[str, str], ...] = tuple((name, clean(value)) for name, value in pairs)
        self._by_name: Mapping[str, str] = dict(reversed(self.pairs))

    def __getitem__(self, name: str) -> str:
        """The first value of this name; "" if there is none."""
        return self._by_name.get(name, "")

    def number(self, name: str) -> int:
        """A whole number from 0. Raises BadForm."""
        said = self[name]
        if not (said.isascii() and said.isdecimal() and len(said) < 8):
            raise BadForm(f"{name} is no number")
        return int(said)

    def act(self) -> Act:
        """The act that a page of a play sends. Raises BadForm; whether the rules take it is theirs to say."""
        if self["do"] not in DOS:
            raise BadForm("no act")
        answers = self["do"] == "answer" and not self["alone"]
        try:
            values = tuple(self._values()) if answers else ()
            return Act.model_validate({"do": self["do"], "what": self["what"], "how": self["how"], "values": values})
        except ValidationError:
            raise BadForm("no act") from None

    def _values(self) -> Iterable[str]:
        for name, value in self.pairs:
            if name == "values" or name.startswith("values."):
                own = " ".join(self[f"{OWN[:-1]}.{name[7:]}"].split()) if name[6:7] == "." else ""
                if value == OWN or (value == BLANK and own):
                    value = OWN + own if own else BLANK  # noqa: PLW2901  (the words stand in a field beside it)
                if value:
                    yield value
