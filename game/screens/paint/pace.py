"""How far a movement is between two instants: every curve goes from 0 to 1 while `p` does."""

BACK = 1.70158  # how far `over` goes too far: a tenth (Penner, Programming Macromedia Flash MX, 2002, ch. 7)


def ease(p: float) -> float:
    """Slow at both ends."""
    return p * p * (3 - 2 * p)


def into(p: float) -> float:
    """Slow at first, as what falls or is pulled."""
    return p * p * p


def out(p: float) -> float:
    """Slow at last, as what is let go."""
    return 1 - (1 - p) ** 3


def over(p: float) -> float:
    """A little too far, and back, as what snaps into place."""
    return 1 + (BACK + 1) * (p - 1) ** 3 + BACK * (p - 1) ** 2


def share(p: float, start: float, end: float) -> float:
    """How far `p` is between two instants, 0..1."""
    return min(1.0, max(0.0, (p - start) / (end - start)))


def part(p: float, start: float, end: float) -> float:
    """How far `p` is between two instants, 0..1, eased."""
    return ease(share(p, start, end))
