"""Two hands of the debrief that remember where they were: the cursor over the strip, the pen over the receipt."""

from game.debrief.page import Page
from game.debrief.strip import Strip
from game.model.record import Record
from game.screens.debrief.panes import Paned, group
from game.screens.debrief.strip import Run, fits, follow, width_of
from game.screens.debrief.till import Striking
from game.screens.kit.answers import Answer, Order
from game.screens.kit.canvas import WIDTH
from game.screens.kit.frame import Frame
from game.screens.kit.node import Press

STEPS = {"left": -1, "right": 1}
DAYS = {"pageup": -1, "pagedown": 1}


class Running(Paned):
    """What a page with a strip or a receipt needs of its screen. Subclasses have `page` and `record`."""

    record: Record

    def __init__(self) -> None:
        super().__init__()
        self.struck: frozenset[str] = frozenset()
        self._stood = 0  # the line of the moment that the cursor stands on, once it has left the strip
        self._line = ""
        self._first = 0

    @property
    def page(self) -> Page:
        """The page that is open."""
        raise NotImplementedError

    def _open(self, n: int) -> Press:
        raise NotImplementedError

    def _see(self, lines: tuple[int, ...]) -> Press:
        raise NotImplementedError

    @property
    def stands(self) -> int:
        """The line of the moment under the cursor: that with the focus, else where the cursor was left."""
        if group(self.focus) == "col":
            return int(self.focus.partition(".")[2])
        strip = self.page.strip
        return self._stood or (strip.marks[0].n if strip else 0)

    @property
    def line(self) -> str:
        """The line of the receipt that was last looked at."""
        return self.focus.partition(".")[2] if group(self.focus) == "line" else self._line

    def remember(self) -> None:
        """Before the focus goes anywhere: keep where it was."""
        self._line = self.line
        if self.page.strip is not None:
            self._stood = self.stands

    def run(self, frame: Frame) -> Run:
        """The cursor, and the part of the strip that is in sight; in a window of another size too it is in sight."""
        strip, first = self.page.strip, self._first
        if strip is not None:
            first = follow(strip, self.stands, first, self._shown(strip, frame), 0)
        return Run(self.stands, first, self._open, lambda by: lambda: self._roll(by, frame))

    def runs(self, name: str, frame: Frame) -> bool:
        """Let a key move the cursor, if it stands on the strip: by a moment, by a day, to either end."""
        strip = self.page.strip
        if strip is None or group(self.focus) != "col" or name not in (*STEPS, *DAYS, "home", "end"):
            return False
        at = next(i for i, m in enumerate(strip.marks) if m.n == self.stands)
        if name in STEPS:
            at += STEPS[name]
        elif name in DAYS:
            at = _other_day(strip, at, DAYS[name])
        else:
            at = 0 if name == "home" else len(strip.marks) - 1
        self._stand(strip, at, frame)
        self._reveal(self.tree(frame))
        return True

    def _stand(self, strip: Strip, at: int, frame: Frame) -> None:
        one = strip.marks[max(0, min(at, len(strip.marks) - 1))]
        self.focus = f"col.{one.n}"
        self._first = follow(strip, one.n, self._first, self._shown(strip, frame))

    def _shown(self, strip: Strip, frame: Frame) -> int:
        return fits(frame, strip, width_of(frame, WIDTH - 80.0))[1]

    def _roll(self, by: int, frame: Frame) -> Answer | None:
        """Turn the strip on; the cursor comes along, since it is never out of sight."""
        strip = self.page.strip
        if strip is None:
            return None
        shown, many = self._shown(strip, frame), len(strip.marks)
        self._first = max(0, min(self._first + by, many - shown))
        at = next(i for i, m in enumerate(strip.marks) if m.n == self.stands)
        self._stood = strip.marks[max(self._first, min(at, self._first + shown - 1))].n
        if self._first in (0, many - shown):
            self.focus = "roll.on" if self._first == 0 else "roll.back"
        self.dirty = True
        return None

    def striking(self) -> Striking:
        """The pen over the receipt."""
        return Striking(self.struck, self.line, self._strike, self._see, self._save)

    def _strike(self, line: str) -> Press:
        def press() -> Answer | None:
            self.struck, self.dirty = self.struck ^ {line}, True
            return None

        return press

    def _save(self, kind: str) -> Press:
        return lambda: Order(
            "receipt", {"kind": kind, "play": self.record.header.play, "struck": tuple(sorted(self.struck))}
        )


def _other_day(strip: Strip, at: int, by: int) -> int:
    """The first moment of the next day, of this one, or of the one before."""
    starts = [d.first for d in strip.days if d.many]
    if by > 0:
        return next((first for first in starts if first > at), len(strip.marks) - 1)
    return next((first for first in reversed(starts) if first < at), 0)
