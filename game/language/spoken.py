"""Which language is in force, and what the program itself says in it."""

import gettext as gnu
from collections.abc import Callable
from dataclasses import dataclass, field

ENGLISH = "en"
INTERFACE, LEVELS = "good-standing", "levels"
"""The names of the two catalogues."""


@dataclass
class Spoken:
    """A language: what the program says, what level files say, and the patterns that rules fill in."""

    code: str = ENGLISH
    interface: gnu.NullTranslations = field(default_factory=gnu.NullTranslations)
    levels: gnu.NullTranslations | None = None  # None: the level files' own language
    patterns: tuple[str, ...] = ()  # texts with {names} in them that rules have filled in before they are shown
    told: dict[str, str] = field(default_factory=dict)  # what was looked up already


_now = [Spoken()]
_there: list[tuple[tuple[str, str], ...]] = [()]
_followers: list[Callable[[], object]] = []


def now() -> Spoken:
    """The language in force."""
    return _now[0]


def language() -> str:
    """The code of the language in force: "en", "de" ..."""
    return _now[0].code


def use(spoken: Spoken | None = None) -> None:
    """Speak this language from now on; None: English, as it stands in the code and the level files."""
    _now[0] = spoken or Spoken()
    for follow in _followers:
        follow()


def offer(languages: tuple[tuple[str, str], ...]) -> None:
    """Say which languages can be chosen: code and name, English first."""
    _there[0] = languages


def offered() -> tuple[tuple[str, str], ...]:
    """The languages that can be chosen: code and name. Fewer than two: there is nothing to choose."""
    return _there[0]


def when_changed(follow: Callable[[], object]) -> None:
    """Call this whenever another language comes into force: for whoever keeps finished words."""
    _followers.append(follow)


def gettext(message: str) -> str:
    """`message` in the language in force. Nothing is nothing in all of them (a catalogue has its head there)."""
    return _now[0].interface.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many`, by the rules of the language in force for `count` (0 or more) things."""
    return _now[0].interface.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """`message` as it is said in that context: for words that another language tells apart."""
    return _now[0].interface.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for it)
    """`message` as it stands: marked for the catalogue here, looked up where it is shown."""
    return message
