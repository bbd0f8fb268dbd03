"""Pictures held ready: one store for all of them, bounded by the bytes they take. The longest unused goes first.

Drawing only: nothing is decided by what lies in here. Many small stores would each keep its most, and together more
than an old laptop has; a window twice as large may hold twice as much.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, ParamSpec, TypeVar

import pygame

P = ParamSpec("P")
T = TypeVar("T")

WINDOWS = 6  # so many windows full of pixels are held ready
SMALLEST = 1280 * 720 * 4  # bytes of a window, where there is none yet or a tiny one
APIECE = 600  # bytes that a picture takes beside its pixels


def weight(thing: object) -> int:
    """The bytes of a picture, or of all pictures in a row of things; 0 for anything else."""
    if isinstance(thing, pygame.Surface):
        return thing.get_pitch() * thing.get_height() + APIECE
    return sum(map(weight, thing)) if isinstance(thing, tuple) else 0


class Store:
    """What has been made, by what it was made from."""

    def __init__(self) -> None:
        """Empty."""
        self._held: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()
        self.bytes = 0

    @property
    def room(self) -> int:
        """Bytes that may lie here, by the window there is now."""
        window = pygame.display.get_surface() if pygame.display.get_init() else None
        size = 0 if window is None else 4 * window.get_width() * window.get_height()
        return WINDOWS * max(SMALLEST, size)

    def find(self, key: Hashable) -> object | None:
        """What lies under the key, fresh again; None where nothing does."""
        found = self._held.get(key)
        if found is None:
            return None
        self._held.move_to_end(key)
        return found[0]

    def keep(self, key: Hashable, thing: object) -> None:
        """Put a thing in, and whatever has lain longest out, until all fits. The thing itself stays."""
        bytes_ = weight(thing)
        self._held[key] = (thing, bytes_)
        self.bytes += bytes_
        while self.bytes > self.room and len(self._held) > 1:
            self.bytes -= self._held.popitem(last=False)[1][1]

    def drop(self, maker: object) -> None:
        """Put out all that one function made: its keys begin with it."""
        for key in [key for key in self._held if isinstance(key, tuple) and key[:1] == (maker,)]:
            self.bytes -= self._held.pop(key)[1]

    def __contains__(self, key: Hashable) -> bool:
        return key in self._held

    def empty(self) -> None:
        """Let go of everything."""
        self._held.clear()
        self.bytes = 0


STORE = Store()


class Kept(Generic[P, T]):
    """A function whose pictures are held ready. Its arguments must be hashable, its result no None."""

    def __init__(self, make: Callable[P, T]) -> None:
        """`make` is called for what is not there (any more)."""
        self._make = make
        self.__doc__, self.__name__ = make.__doc__, make.__name__

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (self, args, *kwargs.values()) if kwargs else (self, args)
        found = STORE.find(key)
        if found is None:
            found = self._make(*args, **kwargs)
            STORE.keep(key, found)
        return found  # type: ignore[return-value]  # under this key lies what `make` made

    def cache_clear(self) -> None:
        """Let go of what this function made, as where words in its pictures are no longer true."""
        STORE.drop(self)

    def ready(self, *args: P.args, **kwargs: P.kwargs) -> bool:
        """Whether it need not be made."""
        return ((self, args, *kwargs.values()) if kwargs else (self, args)) in STORE


def kept(make: Callable[P, T]) -> Kept[P, T]:
    """Hold ready what this function makes, in the one store."""
    return Kept(make)
