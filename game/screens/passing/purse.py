"""A coin that drops into the purse, or leaves it, while the figure at the head counts up or down.

Only what is drawn counts: the tree of the screen says the true figure from the first, to a voice and to a test.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import render
from game.screens.kit.palette import palette
from game.screens.kit.screen import Screen
from game.screens.paint import pace
from game.telling.figures import figures

if TYPE_CHECKING:
    from game.model.view import View

COUNTS = 0.55  # seconds
PAPER = (255, 255, 255)  # under figures that count where high contrast was asked for
DROP = 44.0  # how far above the purse a coin is to be seen first
KEY = "figure.coins"


class Purse:
    """What the figure shows now, while it is on its way to what it is."""

    def __init__(self) -> None:
        """Nothing has been seen of a purse."""
        self._was: int | None = None
        self._now: int | None = None
        self._since = COUNTS

    @property
    def moving(self) -> bool:
        """Whether it counts."""
        return self._since < COUNTS

    @property
    def shown(self) -> int | None:
        """The figure that is drawn."""
        if self._now is None or self._was is None or not self.moving:
            return self._now
        return round(self._was + (self._now - self._was) * pace.out(self._since / COUNTS))

    def know(self, view: "View | None", *, still: bool) -> None:
        """See what is in the purse now; without a View it is forgotten, and the next is not counted to."""
        coins = None if view is None else view.coins
        if coins != self._now:
            self._was, self._now = self.shown, coins
            self._since = COUNTS if still or self._was is None or coins is None else 0.0

    def tick(self, seconds: float) -> None:
        """Count on."""
        self._since += seconds

    def paint(self, canvas: Canvas, under: Screen, view: "View", seen: Sequence[Screen], frame: Frame) -> None:
        """Draw the figure on its way over the true one, and the coin; nothing where a sheet lies over the purse."""
        if not self.moving or self.shown is None or self._was is None or self._now is None:
            return
        from game.screens import hud  # noqa: PLC0415  (the screens of a play are read after the first frame)

        true = under.tree(frame).find(KEY)
        above = [screen.tree(frame).box for screen in seen[seen.index(under) + 1 :] if screen.kind != "hands"]
        if true is None or any(box.holds(*true.box.centre) for box in above):
            return
        counted = hud.nodes(view.model_copy(update={"coins": self.shown}), frame).find(KEY)
        assert counted is not None
        counted.place(true.box.x, true.box.y)
        counted.draw = None  # the plate lies there already, and some are translucent
        x, y = true.box.x, true.box.centre[1]
        ground = PAPER if canvas.stark else canvas.surface.get_at(canvas.px(x + 6, y))[:3]
        canvas.rect((x + 6, true.box.y + 5, true.box.w - 12, true.box.h - 10), ground)
        render(canvas, counted)
        gains = self._now > self._was
        p = pace.share(self._since, 0.0, COUNTS * 0.7)
        if p >= 1:
            return
        up = 1 - pace.into(p) if gains else pace.out(p)
        mark = hud.emblem(frame, palette(view.world), figures(view)[0])
        x += 11 + mark.box.w / 2
        with canvas.clip((0, 0, 1280, true.box.bottom)):
            mark.place(x - mark.box.w / 2, y - mark.box.h / 2 - DROP * up)
            render(canvas, mark)
