"""One vote of a room, from the first raised hand to what is done. It knows keys and counts, and draws nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.model.vote import MOST, How, Tie, decide

LETTERS = "ABCDEFG"
BLANK = "x"  # the key of the cell for those who raise no hand
GO = ("enter", "space")
TURNS = 1.6  # seconds in which a coin turns

Stage = Literal[
    "open",  # nothing is counted yet
    "count",  # hands are being counted
    "none",  # closed without a hand: once more, and the lecturer chooses
    "tie",  # as many here as there
    "coin",  # it turns
    "chosen",  # decided; it can still be counted again
    "walk",  # decided, and being done by hand
    "free",  # no vote: whatever the lecturer does
]
Sums = tuple[Mapping[str, int], int]
"""By choice, and blank ones."""
Said = Literal["", "by", "act"]
"""What a key came to: used up here, meant for the screen below, or: do what was decided."""


@dataclass(frozen=True)
class Called:
    """A choice that is open, and its letter."""

    id: str
    letter: str
    text: str


class Ballot:
    """Fed with keys and counts. `toss` gives a number below the one it is given; it is the coin."""

    def __init__(
        self, choices: Sequence[Called], toss: Callable[[int], int], key: str = "", *, offered: bool = False,
        phones: Callable[[], Sums] | None = None,
    ) -> None:
        """`choices` in the order in which they stand; `key` says for which moment they are.

        `offered`: nobody waits for hands here, and the lecturer goes on as ever unless a letter is pressed.
        `phones` closes their vote and says what they sent; until then nobody sees for what.
        """
        self.choices = tuple(choices)
        self.key = key
        self.counts = {one.id: 0 for one in choices}
        self.blank = 0
        self.phones = phones
        self.sent: dict[str, int] = {}  # by phones, once the vote is closed
        self.sent_blank = 0
        self.offered = offered
        self.stage: Stage = "free" if offered else "open"
        self.at = -1  # the cell that is being counted; one past the last choice is for blanks
        self.fresh = True  # the next digit begins a number
        self.how: How = "most"
        self.took = ""
        self.turned = 0.0
        self.refused = False  # something else was tried
        self._toss = toss

    @property
    def hands(self) -> int:
        """All that was counted, blanks too."""
        return sum(self.totals.values()) + self.blanks

    @property
    def totals(self) -> dict[str, int]:
        """By choice, the hands, and once the vote is closed the phones with them."""
        return {one: min(MOST, hands + self.sent.get(one, 0)) for one, hands in self.counts.items()}

    @property
    def blanks(self) -> int:
        """Those who voted for nothing."""
        return min(MOST, self.blank + self.sent_blank)

    @property
    def from_phones(self) -> int:
        """How many of all that was counted came from phones."""
        return min(self.hands, sum(self.sent.values()) + self.sent_blank)

    @property
    def asks(self) -> bool:
        """Whether phones may vote."""
        return self.phones is not None and self.stage in ("open", "none", "count")

    @property
    def holds(self) -> bool:
        """Whether keys are meant for the count and not for what lies below."""
        return self.stage not in ("walk", "free")

    @property
    def tied(self) -> tuple[str, ...]:
        """The choices between which it has to be decided."""
        found = decide(self.totals)
        return found.among if isinstance(found, Tie) else ()

    def letter(self, choice: str) -> str:
        """The letter of a choice; "" for one that has none."""
        return next((one.letter for one in self.choices if one.id == choice), "")

    # Keys

    def press(self, name: str) -> Said:
        """A key, by its plain name."""
        at = next((n for n, one in enumerate(self.choices) if one.letter.lower() == name), -1)
        if self.stage == "coin":
            return ""
        if self.stage == "tie" and at >= 0 and self.choices[at].id in self.tied:
            self.pick(self.choices[at].id)
            return ""
        if self.stage == "walk":
            return "by"
        if at >= 0:
            self.turn_to(at)
            return ""
        if self.stage == "free":
            return "by"
        if name == BLANK:
            self.turn_to(len(self.choices))
        elif name in GO:
            return self.enter()
        elif self.stage in ("open", "none", "count"):
            return self._counting(name)
        elif name in ("r", "backspace", "left", "backtab"):
            self.turn_to(max(0, self.at))
        elif name not in ("right", "tab", "up", "down"):
            return "by"
        return ""

    def _counting(self, name: str) -> Said:
        if name.isdecimal() and len(name) == 1:
            self.type(name)
        elif name in ("right", "tab", "left", "backtab"):
            by = 1 if name in ("right", "tab") else -1
            self.turn_to((self.at + by) % (len(self.choices) + 1) if self.at >= 0 else 0)
        elif name in ("up", "+", "="):
            self.add(1)
        elif name in ("down", "-"):
            self.add(-1)
        elif name in ("backspace", "delete") and self.stage == "count":
            self.put(self.count(self.at) // 10 if name == "backspace" else 0)
        elif name == "escape" and self.stage != "open":
            self.clear()
        else:
            return "by"
        return ""

    def enter(self) -> Said:
        """Close the count, toss the coin, let it be so; with no hand counted twice, the lecturer chooses."""
        if self.stage == "chosen":
            return "act"
        if self.stage == "tie":
            self.toss()
        elif self.stage == "none":
            self.close()  # a phone may have voted after all
            if self.stage == "none":
                self.stage = "free"
        else:
            self.close()
        return ""

    # The count

    def turn_to(self, at: int) -> None:
        """Count the hands for this choice now; whatever was decided is open again."""
        self.stage, self.at, self.fresh, self.took, self.how = "count", at, True, "", "most"
        self.sent, self.sent_blank = {}, 0

    def count(self, at: int) -> int:
        """What is to be seen in a cell: hands, and once the vote is closed all."""
        return self.blanks if at == len(self.choices) else self.totals[self.choices[at].id]

    def put(self, hands: int) -> None:
        """So many hands in the cell that is open."""
        if self.at < 0:
            self.turn_to(0)
        hands = min(max(0, hands), MOST)
        if self.at == len(self.choices):
            self.blank = hands
        else:
            self.counts[self.choices[self.at].id] = hands

    def add(self, by: int, at: int | None = None) -> None:
        """A hand more or less, in the open cell or in another."""
        if at is not None and (at != self.at or self.stage != "count"):
            self.turn_to(at)
        self.put((self.count(self.at) if self.at >= 0 else 0) + by)
        self.stage, self.fresh = "count", True

    def type(self, digit: str) -> None:
        """A digit; the first one after a letter begins the number anew."""
        now = 0 if self.fresh or self.at < 0 else self.count(self.at)
        self.put(now * 10 + int(digit) if now * 10 + int(digit) <= MOST else now)
        self.stage, self.fresh = "count", False

    def clear(self) -> None:
        """As if nobody had been asked."""
        self.counts = dict.fromkeys(self.counts, 0)
        self.blank, self.at, self.took = 0, -1, ""
        self.sent, self.sent_blank = {}, 0
        self.stage = "free" if self.offered else "open"

    def receive(self, counts: Mapping[str, int], blank: int = 0) -> None:
        """What phones have sent: it counts beside the hands, and nothing that cannot be chosen does."""
        if self.stage in ("open", "none", "count"):
            self.sent = {one: min(max(0, counts.get(one, 0)), MOST) for one in self.counts}
            self.sent_blank = min(max(0, blank), MOST)

    # The decision

    def close(self) -> None:
        """No more hands, and no more phones."""
        if self.phones is not None:
            self.receive(*self.phones())
        found = decide(self.totals)
        if found is None:
            self.stage, self.sent, self.sent_blank = "none", {}, 0
        elif isinstance(found, Tie):
            self.stage = "tie"
        else:
            self.stage, self.took, self.how = "chosen", found, "most"

    def pick(self, choice: str) -> None:
        """Between equals the lecturer decides, in the open."""
        self.stage, self.took, self.how = "chosen", choice, "hand"

    def toss(self) -> None:
        """Between equals a coin decides; with three it has three sides."""
        tied = self.tied
        self.stage, self.took, self.how, self.turned = "coin", tied[self._toss(len(tied))], "coin", 0.0

    def tick(self, seconds: float, *, still: bool) -> bool:
        """Let the coin turn; whether anything has to be drawn anew."""
        if self.stage != "coin":
            return False
        self.turned += seconds
        if still or self.turned >= TURNS:
            self.stage = "chosen"
        return True

    def do(self) -> str:
        """It is being done: the choice."""
        self.stage = "walk"
        return self.took
