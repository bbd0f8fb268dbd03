"""What phones have sent to the vote that is open now: one letter a phone, in memory, and forgotten with its question.

The lecturer's screen asks, closes and reads from its own thread, the server casts from another. Nothing here waits for
anything but the few lines of the other thread that stand under the lock.
"""

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from game.model.vote import MOST

BLANK = "blank"  # the letter of those who would rather not
PRESENT = 600.0  # seconds after which a silent phone is no longer counted among those that are here
OFTEN = 0.25  # seconds for which a count of phones stands

Stage = Literal["rest", "open", "closed"]
Cast = Literal["counted", "late", "unknown"]


@dataclass(frozen=True, slots=True)
class Sight:
    """What one phone may see: the choices as (letter, words), what it sent, and whether it came too late with it."""

    serial: int
    stage: Stage
    choices: tuple[tuple[str, str], ...]
    own: str
    late: bool


class Urn:
    """One vote at a time. A question is known by its key and its choices; each new one has a number of its own."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = MOST) -> None:
        """`most` phones at once; `clock` gives seconds."""
        self._lock = threading.Lock()
        self._clock, self._most = clock, most
        self._mark = secrets.token_hex(2)  # a room that was started anew is another one
        self._serial = 0
        self._key = ""
        self._choices: tuple[tuple[str, str, str], ...] = ()  # id, letter, words
        self._stage: Stage = "rest"
        self._cast: dict[str, str] = {}  # by phone, the letter it sent
        self._late: set[str] = set()
        self._heard: OrderedDict[str, float] = OrderedDict()  # when a phone was last heard, the latest last
        self._told = (-OFTEN, (0, 0))

    # For the lecturer's screen

    def ask(self, key: str, choices: Sequence[tuple[str, str, str]]) -> None:
        """Open a vote between choices (id, letter, words), or open the same one again with what it holds."""
        with self._lock:
            if (self._key, self._choices) != (key, tuple(choices)) or self._stage == "rest":
                self._serial += 1
                self._key, self._choices, self._cast, self._told = key, tuple(choices), {}, (-OFTEN, (0, 0))
            self._stage = "open"

    def seal(self, key: str) -> tuple[dict[str, int], int]:
        """Close the vote and count it: phones by the id of a choice, and blank ones. Of another question: nothing."""
        with self._lock:
            if self._stage == "rest" or self._key != key:
                return {}, 0
            self._stage = "closed"
            sent = list(self._cast.values())
            return {choice: sent.count(letter) for choice, letter, _words in self._choices}, sent.count(BLANK)

    def rest(self) -> None:
        """Nothing is to be voted on, and nothing is remembered of what was."""
        with self._lock:
            if self._stage != "rest":
                self._stage, self._key, self._choices, self._cast, self._told = "rest", "", (), {}, (-OFTEN, (0, 0))

    def heard(self) -> tuple[int, int]:
        """How many phones have voted now, of how many that are here."""
        now = self._clock()
        if now - self._told[0] >= OFTEN:
            with self._lock:
                here = sum(now - at <= PRESENT or phone in self._cast for phone, at in self._heard.items())
                self._told = now, (len(self._cast), here)
        return self._told[1]

    # For the server

    def knows(self, phone: str) -> bool:
        """Whether this phone has a place."""
        return phone in self._heard

    def hear(self, phone: str) -> bool:
        """A phone has spoken; whether there is a place for it."""
        now = self._clock()
        with self._lock:
            if phone not in self._heard and len(self._heard) >= self._most:
                oldest, at = next(iter(self._heard.items()))
                if now - at <= PRESENT or oldest in self._cast:
                    return False
                del self._heard[oldest]
                self._late.discard(oldest)
            if phone not in self._heard:
                self._told = -OFTEN, self._told[1]
            self._heard[phone] = now
            self._heard.move_to_end(phone)
            return True

    def cast(self, phone: str, serial: int, letter: str) -> Cast:
        """One letter from a phone for the question of this number; what it sent before is taken back."""
        with self._lock:
            if phone not in self._heard:
                return "unknown"
            if serial != self._serial or self._stage != "open":
                self._late.add(phone)
                return "late"
            if letter != BLANK and all(letter != one for _choice, one, _words in self._choices):
                return "unknown"
            self._cast[phone] = letter
            self._late.discard(phone)
            self._told = -OFTEN, self._told[1]
            return "counted"

    def sight(self, phone: str) -> Sight:
        """What this phone may see now. That it came too late it is told once."""
        with self._lock:
            late = phone in self._late
            self._late.discard(phone)
            choices = tuple((letter, words) for _choice, letter, words in self._choices)
            return Sight(self._serial, self._stage, choices, self._cast.get(phone, ""), late)

    def missed(self, phone: str) -> None:
        """A phone sent what no longer fits; it is told so on the next page."""
        with self._lock:
            if phone in self._heard:
                self._late.add(phone)

    @property
    def version(self) -> str:
        """What the pages compare: another word as soon as there is something else to see."""
        with self._lock:
            return f"{self._mark}.{self._serial}.{self._stage}"
