"""The inspection house seen from above, as shapes: a ring of cells round a tower, in a circle of radius 1.

The screen and the paper both draw from these, so that a cell stands in the same place on either.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from game.debrief.dotted import Band, Dot

Point = tuple[float, float]
TOWER = 0.14
ONE, TWO = ((0.5, 0.9),), ((0.36, 0.61), (0.69, 0.94))
"""From where to where the cells reach, ring by ring."""
GAP = 0.2  # of a cell's share of the ring, left free to the next: beams to the outer ring pass there
BEAM = 0.3  # how much of that share a beam to the inner ring takes to either side
NIGHT, DARK, LIT, WALL, LAMP = "#3B4259", "#20263A", "#F0C46A", "#A4A9B8", "#FFFDF6"
"""The yard, a cell that nobody looked into, one that somebody did and its beam, walls, the tower."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One moment's cell: where it reaches, its mark's middle, the room for that, and the beam if it was looked into."""

    band: Band
    dot: Dot
    span: tuple[float, float]  # from the tower outwards
    turn: float  # clockwise from the top
    half: float  # to either side of that
    at: Point
    side: float
    beam: tuple[Point, ...]

    def walls(self, inset: float = 0.0) -> tuple[Point, ...]:
        """The outline, or one that lies within it by `inset`."""
        near, far = self.span[0] + inset, self.span[1] - inset
        out, back = self.half - inset / far, self.half - inset / near
        return (*_arc(far, self.turn - out, self.turn + out), *_arc(near, self.turn + back, self.turn - back))


def cells(rings: tuple[Band, ...]) -> tuple[Cell, ...]:
    """The cells of one or two rings, the inner one first, each clockwise from the top in the order lived."""
    reach = ONE if len(rings) == 1 else TWO
    return tuple(cell for place, (band, span) in enumerate(zip(rings, reach, strict=True))
                 for cell in _ring(band, span, outer=place > 0))  # fmt: skip


def _ring(band: Band, span: tuple[float, float], *, outer: bool) -> Iterator[Cell]:
    share = 2 * pi / max(1, len(band.dots))
    near, far = span
    middle = (near + far) / 2
    # On the ring's middle; no two neighbours' squares overlap, even where they stand aslant.
    side = min(far - near, 2 * middle * sin(min(share, pi) / 2) / sqrt(2))
    half, beam = min(share * (1 - GAP) / 2, pi * 0.3), min(share * (GAP * 0.36 if outer else BEAM), pi * 0.1)
    for i, dot in enumerate(band.dots):
        turn = share * (i + (0.5 if outer else 0))
        ray = ((0.0, 0.0), *_arc(near + 0.01, turn - beam, turn + beam)) if dot.looked else ()
        yield Cell(band, dot, span, turn, half, _point(middle, turn), side, ray)


def _point(radius: float, turn: float) -> Point:
    return radius * sin(turn), -radius * cos(turn)


def _arc(radius: float, start: float, end: float) -> tuple[Point, ...]:
    return tuple(_point(radius, start + (end - start) * step / 8) for step in range(9))
