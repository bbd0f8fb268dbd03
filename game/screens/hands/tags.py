"""Where the tags of a moment by hand go: above their things, moved as little as it takes for all to be read."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, permutations, product

from game.screens.kit.canvas import WIDTH, Box, Canvas
from game.screens.kit.node import Node
from game.screens.kit.palette import Palette
from game.screens.strip import EDGE, lie_on

GAP = 8.0  # between two tags that would have touched
ORDERS = 24  # all the orders of four tags; of more only the first are tried
UP, ASIDE, OFF = 0.9, 0.7, 2.5  # what a unit costs: upwards; sideways over its thing; further than that
COVERED = 100_000.0  # so much does a tag cost that had to stay on another
HELD_BY = 16.0  # so far inside a tag its thing must lie to be plainly below it
WIDTHS = (1.0, 1.4, 0.75)  # large words may need flatter or narrower tags, to find a place each
STEP = 32.0  # how finely room is sought for a tag that finds none by its thing
NEAR = 34.0  # so far above its wish a tag still stands at its thing


def settle(wishes: Sequence[Box], loose: int, top: float, keep: tuple[Box, ...] = ()) -> list[Box]:
    """Where tags go that would like to be at `wishes`: not on each other, not on `keep`, none raised above `top`.

    The tag `loose` (-1: none) moves with a hand. It gives way to the others, so that they do not dance as it passes;
    only where they leave it no room do they give way too.
    """
    if not 0 <= loose < len(wishes):
        return list(_together(tuple(wishes), top, keep))
    found = list(_together((*wishes[:loose], *wishes[loose + 1 :]), top, keep))
    cost, place = _freest(wishes[loose], (*keep, *found), top)
    if cost >= COVERED:
        return list(_together(tuple(wishes), top, keep))
    return [*found[:loose], place, *found[loose:]]


@lru_cache(maxsize=32)
def _together(wishes: tuple[Box, ...], top: float, keep: tuple[Box, ...]) -> tuple[Box, ...]:
    """The order of placing that moves the tags least; the given one, if nothing has to move."""
    best: tuple[float, tuple[Box, ...]] = (float("inf"), ())
    for order in islice(permutations(range(len(wishes))), ORDERS):
        spent, places = 0.0, dict[int, Box]()
        for index in order:
            cost, places[index] = _freest(wishes[index], (*keep, *places.values()), top)
            spent += cost
            if spent >= best[0]:
                break
        else:
            best = spent, tuple(places[index] for index in range(len(wishes)))
            if spent == 0:
                break
    return best[1]


def _freest(wish: Box, taken: Sequence[Box], top: float) -> tuple[float, Box]:
    """The place nearest to a wish that is free, and what it costs to go there."""
    return min((_cost(box, wish, taken), box) for box in _places(wish, taken, top))


def _places(wish: Box, taken: Sequence[Box], top: float) -> Iterator[Box]:
    """The wish itself, and beside and above everything that is in the way. Never lower: there its thing lies."""
    rightmost = max(EDGE, WIDTH - EDGE - wish.w)
    across = {wish.x, *(one.x - wish.w - GAP for one in taken), *(one.right + GAP for one in taken)}
    across = {min(max(EDGE, x), rightmost) for x in across}
    lowest = max(EDGE, wish.y)
    heights = {min(max(top, y), lowest) for y in (wish.y, *(one.y - wish.h - GAP for one in taken))}
    return (Box(x, y, wish.w, wish.h) for x in across for y in heights)


def _cost(box: Box, wish: Box, taken: Sequence[Box]) -> float:
    aside = abs(box.x - min(max(EDGE, wish.x), max(EDGE, WIDTH - EDGE - wish.w)))
    over = max(0.0, wish.w / 2 - HELD_BY)
    covers = sum(lie_on(one, box) for one in taken)
    return UP * abs(wish.y - box.y) + ASIDE * min(aside, over) + OFF * max(0.0, aside - over) + COVERED * covers


@lru_cache(maxsize=64)
def anywhere(wishes: tuple[Box, ...], top: float, low: float, keep: tuple[Box, ...]) -> tuple[Box, ...]:
    """Where tags go that are too large for `settle`: anywhere between `top` and `low` that is free, near their wishes.

    They may lie over things then; their points still say over which they belong.
    """
    places: list[Box] = []
    for wish in wishes:
        rightmost, lowest = max(EDGE, WIDTH - EDGE - wish.w), max(top, low - wish.h)
        across = {EDGE, rightmost, min(max(EDGE, wish.x), rightmost)}
        across |= {EDGE + STEP * n for n in range(int((rightmost - EDGE) / STEP) + 1)}
        heights = {top, lowest, min(max(top, wish.y), lowest)}
        heights |= {top + STEP * n for n in range(int((lowest - top) / STEP) + 1)}
        free = (Box(x, y, wish.w, wish.h) for x in across for y in heights)
        taken = (*keep, *places)
        places.append(min(free, key=lambda box: (
            sum(lie_on(one, box) for one in taken), abs(box.x - wish.x) + abs(box.y - wish.y), box,
        )))
    return tuple(places)


def arranged(
    make: Callable[[float], tuple[list[Node], list[Box]]], near: Callable[[list[Box]], list[Box]], top: float,
    low: float, keep: tuple[Box, ...],
) -> tuple[list[Node], list[Box]]:
    """Tags and where they go: of the usual width, or of another if only then each finds a place.

    `make` makes them at a part of that width, with their wishes; `near` finds places for these by their things.
    """
    found: list[tuple[int, list[Node], list[Box]]] = []
    for free, part in product((False, True), WIDTHS):
        signs, wishes = make(part)
        places = list(anywhere(tuple(wishes), top, low, keep)) if free else near(wishes)
        bad = sum(lie_on(a, b) for n, a in enumerate(places) for b in (*keep, *places[n + 1 :]))
        found.append((bad + sum(one.y < top - 1 for one in places), signs, places))
        if not found[-1][0]:
            break
    best = min(found, key=lambda one: one[0])
    return best[1], best[2]


def tail(canvas: Canvas, box: Box, spot: tuple[float, float], pal: Palette) -> None:
    """A point from a tag to its thing, where the thing does not lie plainly below it."""
    x, top = spot
    aside = not box.x + HELD_BY <= x <= box.right - HELD_BY
    if not aside and top - box.bottom <= NEAR:
        return
    foot = min(max(x, box.x + 24), box.right - 24)
    canvas.polygon([(foot - 9, box.bottom - 2), (foot + 9, box.bottom - 2), (x, top)], pal.paper)
