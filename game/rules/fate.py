"""Chance by name: what falls out depends on what it is for, never on what was drawn before."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b


@lru_cache(maxsize=8192)
def fate(seed: int, *purpose: str | int) -> int:
    """Return a whole number from 0 to 2**64 - 1, fixed by the seed and the purpose alone."""
    words = "|".join([str(seed), *map(str, purpose)])
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")


def shuffled(seed: int, items: Iterable[str], *purpose: str | int) -> tuple[str, ...]:
    """Return the items in an order fixed by the seed and the purpose."""
    return tuple(sorted(items, key=lambda item: (fate(seed, *purpose, item), item)))
