"""Who gets which arm: concealed permuted blocks, announced by a hash and open to be checked afterwards.

An arm is an order of the regimes and a starting file; coats and the directions of nudges follow from the play's own
seed. docs/host.md has the rule in words and what it is worth. Source: Matts and Lachin 1988, Controlled Clinical
Trials 9, 327-344 (permuted blocks); Schulz and Grimes 2002, The Lancet 359, 614-618 (why it is concealed).
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from game.model.content import Pack
from game.model.projected import Half
from game.model.record import Order, Setup

ORDERS: tuple[Order, ...] = ("visible-first", "hidden-first")
WORDS = (
    "Places count from 1. An arm is an order and a starting file: {arms}. Place p lies in block (p - 1) // {size}, as "
    "its number (p - 1) % {size}, from 0. A block holds each arm once, sorted by the SHA-256, in hexadecimal, of "
    "“SEED:block:BLOCK:ORDER:FILE”. Whoever joins gets the lowest place that nobody holds any longer, because its "
    "player withdrew or has not been heard of for {lapse} minutes, and else the next one; the t-th player of a place, "
    "from 1, has its take t. The seed of a play, which deals coats, looks and the directions of nudges, is the first "
    "7 digits of the SHA-256 of “SEED:play:PLACE:TAKE”, read as a hexadecimal number. Campaign {campaign}, levels "
    "{levels}."
)
HALVES = (
    " In a block the arms of each order are sorted by the SHA-256 of “SEED:tower:BLOCK:ORDER:FILE” and numbered from "
    "0; where the order is visible-first those with an even number, and where it is hidden-first those with an odd "
    "one, are the half of whom choices may be shown. The choice of step N of a play of theirs is drawn if the first 7 "
    "digits of the SHA-256 of “SEED:shown:PLACE:TAKE:N”, read as a hexadecimal number, are divisible by {one_in}; it "
    "is shown only once it has lain among choices of {least} of them in the same situation."
)
LEAST, ONE_IN = 5, 10  # players among whom a choice is mixed before it is shown; of so many choices one is drawn
LAPSE = 20  # minutes without a word from a player after which the place is given again


@dataclass(frozen=True, slots=True)
class Deal:
    """What a place and a take stand for."""

    place: int
    take: int
    order: Order
    file: str
    seed: int
    half: Half = ""

    def setup(self, campaign: str) -> Setup:
        """What the play begins with. A page has no clock that runs: waiting costs minutes of the game alone."""
        return Setup(campaign=campaign, seed=self.seed, order=self.order, file=self.file, untimed=True)


class Arms:
    """The rule of one room and its seed."""

    def __init__(self, seed: str, campaign: str, levels: str, files: Iterable[str], *, tower: bool = False) -> None:
        """`seed`: 64 hexadecimal digits that nobody has seen. `levels`: the digest of the level files."""
        self.seed, self.tower = seed, tower
        self.all = tuple((order, file) for order in ORDERS for file in files)
        arms = ", ".join(f"{order}:{file}" for order, file in self.all)
        self.rule = WORDS.format(arms=arms, size=len(self.all), lapse=LAPSE, campaign=campaign, levels=levels[:16])
        if tower:
            self.rule += HALVES.format(one_in=ONE_IN, least=LEAST)

    @classmethod
    def of(cls, seed: str, campaign: str, pack: Pack, *, tower: bool = False) -> "Arms":
        return cls(seed, campaign, pack.digest, pack.files, tower=tower)

    @property
    def hash(self) -> str:
        """What is shown before anybody joins: the SHA-256 of the seed, a line end and the rule."""
        return hashlib.sha256(f"{self.seed}\n{self.rule}".encode()).hexdigest()

    def deal(self, place: int, take: int) -> Deal:
        """The arm of a place. Raises ValueError for a place or take below 1."""
        if place < 1 or take < 1:
            raise ValueError("places and takes count from 1")
        block, number = divmod(place - 1, len(self.all))
        order, file = sorted(self.all, key=lambda arm: self._drawn("block", block, *arm))[number]
        seed = int(self._drawn("play", place, take)[:7], 16)
        return Deal(place, take, order, file, seed, self._half(block, order, file))

    def _half(self, block: int, order: Order, file: str) -> Half:
        if not self.tower:
            return ""
        same = sorted((arm for arm in self.all if arm[0] == order), key=lambda arm: self._drawn("tower", block, *arm))
        return "shown" if same.index((order, file)) % 2 == ORDERS.index(order) else "unshown"

    def dealt_with(self, place: int) -> str:
        """The name of the few places among whom the halves were dealt with this one: its block, and its order."""
        return f"{(place - 1) // len(self.all)}:{self.deal(place, 1).order}"

    def picked(self, place: int, take: int, n: int) -> bool:
        """Whether the choice in this line of a play is drawn to be shown. Nothing about the choice is asked."""
        return int(self._drawn("shown", place, take, n)[:7], 16) % ONE_IN == 0

    def mixed(self, place: int, take: int, n: int) -> str:
        """By this choices are sorted where nothing may be told from their order."""
        return self._drawn("mixed", place, take, n)

    def _drawn(self, *purpose: str | int) -> str:
        return hashlib.sha256(":".join([self.seed, *map(str, purpose)]).encode()).hexdigest()


def free_place(held: Iterable[tuple[int, int]], left: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Return the place and take that the next one gets.

    `held`: places (with their takes) whose player is there or is done; `left`: those whose player is not.
    """
    taken = {place for place, _ in held}
    takes: dict[int, int] = {}
    for place, take in (*held, *left):
        takes[place] = max(take, takes.get(place, 0))
    for place in sorted(takes):
        if place not in taken:
            return place, takes[place] + 1
    return max(takes, default=0) + 1, 1
