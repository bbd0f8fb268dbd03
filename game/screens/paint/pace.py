"""How far a movement is between two instants."""


def ease(p: float) -> float:
    """Slow at both ends."""
    return p * p * (3 - 2 * p)


def part(p: float, start: float, end: float) -> float:
    """How far `p` is between two instants, 0..1, eased."""
    return ease(min(1.0, max(0.0, (p - start) / (end - start))))
