"""Of `simulate` the part about a room with two halves: what its interval holds, and how often luck parts them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from random import Random

from game.rules.fate import fate
from game.seminar.chance import rerandomised
from game.seminar.halves import between
from game.seminar.summary import ALARM
from game.tools.simulated import HOLDS, SELDOM, Cell, row

MOMENTS = 16  # of `taste`
EFFECTS = (0.0, 0.1, 0.2)
Block = tuple[list[Fraction], list[Fraction]]


def lines(classes: int, sizes: Sequence[int]) -> Iterator[str]:
    """The rows of these sizes."""
    yield f"\ntwo halves of which one may be shown, dealt by fours, {MOMENTS} temptations each"
    lots = {(n, effect): [room(n, effect, at) for at in range(classes)] for n in sizes for effect in EFFECTS}
    for effect in EFFECTS:
        cells = [Cell.of(sum(holds(lot, effect) for lot in lots[n, effect]), classes) for n in sizes]
        yield from row(f"interval, true {100 * effect:.0f} in 100 ({HOLDS.says})", cells, HOLDS)
    for effect in EFFECTS:
        cells = [Cell.of(sum(rerandomised(lot).p <= ALARM for lot in lots[n, effect]), classes) for n in sizes]
        name = f"dealt again, true {100 * effect:.0f} in 100"
        yield from row(f"{name}: found", cells) if effect else row(f"{name} ({SELDOM.says})", cells, SELDOM)


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
