"""Of `simulate` the part about a room with two halves: what its interval holds, and how often luck parts them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import sqrt
from random import Random

from game.rules.fate import fate
from game.seminar.chance import rerandomised
from game.seminar.halves import between

MOMENTS = 16  # of `taste`
ALARM = 0.1
EFFECTS = (0.0, 0.1, 0.2)
Block = tuple[list[Fraction], list[Fraction]]


def lines(classes: int, sizes: Sequence[int]) -> Iterator[tuple[str, list[str]]]:
    """Each row's name and its cells, after a heading that has none."""
    yield f"\ntwo halves of which one may be shown, dealt by fours, {MOMENTS} temptations each", []
    lots = {(n, effect): [room(n, effect, at) for at in range(classes)] for n in sizes for effect in EFFECTS}
    for effect in EFFECTS:
        yield f"true difference {100 * effect:.0f} in 100: interval holds it (90)", [
            share(sum(holds(lot, effect) for lot in lots[n, effect]), classes) for n in sizes
        ]
    for effect in EFFECTS:
        said = "alarm (10 at most)" if not effect else "found"
        yield f"true difference {100 * effect:.0f} in 100: {said}", [
            share(sum(rerandomised(lot).p <= ALARM for lot in lots[n, effect]), classes) for n in sizes
        ]


def room(n: int, effect: float, at: int) -> list[Block]:
    """A room by lot: of each four, two could be shown and keep a rule with `effect` more. Students differ."""
    dice = Random(fate(1, "simulate halves", n, f"{effect}", at))  # noqa: S311  (dice, and the same ones every time)
    blocks = []
    for first in range(0, n, 4):
        many = min(4, n - first)
        halves: Block = ([], [])
        for number in range(many):
            shown = number < many / 2
            chance = dice.uniform(0.2, 0.6) + effect * shown
            kept = sum(dice.random() < chance for _ in range(MOMENTS))
            halves[not shown].append(Fraction(kept, MOMENTS))
        blocks.append(halves)
    return blocks


def holds(blocks: list[Block], truth: float) -> bool:
    """Whether the interval of this room has what is true in it."""
    first, second = ([float(number) for block in blocks for number in block[arm]] for arm in (0, 1))
    _, low, high, _ = between(first, second)
    return low <= truth <= high


def share(hits: int, of: int) -> str:
    """So many in a hundred, and how far that may be out."""
    part = hits / of
    return f"{100 * part:.1f} ±{200 * sqrt(part * (1 - part) / of):.1f}"
