"""What keeps the memory small over hours: loose memory goes back to the system, garbage is looked for where it is."""

import gc
import sys
from contextlib import suppress

TRIM, MMAP, ARENAS = (-1, 128 << 10), (-3, 64 << 10), (-8, 2)  # mallopt(3): what to set, and to what


def thrifty() -> None:
    """Tell the allocator (glibc's; others are let be) to give back what a large picture leaves, and not to hoard it.

    By itself it learns from large pictures that large is normal, keeps them between small things, and the play grows
    by some tens of megabytes an hour without anything that is held.
    """
    if not sys.platform.startswith("linux"):
        return
    with suppress(Exception):  # another C library: then as it was
        import ctypes  # noqa: PLC0415  (after the first frame)

        mallopt = ctypes.CDLL(None).mallopt
        for what, value in (TRIM, MMAP, ARENAS):
            mallopt(what, value)


def settled() -> None:
    """The level files have been read and stay: the search for garbage need not go through them again and again."""
    gc.collect()
    gc.freeze()
