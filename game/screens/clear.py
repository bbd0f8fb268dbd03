"""How the street makes room for a sheet that lies over it: it rises, or the camera moves, until faces are free."""

from dataclasses import dataclass

from game.model.view import View
from game.screens.kit.canvas import WIDTH
from game.screens.kit.frame import Frame
from game.screens.outing import Outing
from game.screens.paint import plan
from game.screens.picture import ON_STREET
from game.screens.sheet import Sheet

LOW = 330.0  # a sheet that begins below this line leaves the houses to be seen
HIGHEST = 130.0  # how far the street rises at most
SIDES = 210.0  # a tall sheet that leaves less than this beside it is as wide as the screen: one must look over it
ROOF = 400.0  # how far the street rises behind that one
BESIDE = 150.0  # how far from a tall sheet one stands
EASE = 9.0


@dataclass
class Clear:
    """Where the picture is to come to rest, and how far it has come."""

    lift: float = 0.0
    _lift: float = 0.0
    _cam: float | None = None

    def want(self, view: View, outing: Outing, frame: Frame) -> bool:
        """See what lies over the street in this View; return whether it leaves only its sides free."""
        self._lift, self._cam = 0.0, None
        moment = view.moment
        if view.phase == "moment" and moment is not None and moment.mode == "sheet" and moment.where in ON_STREET:
            box = Sheet(view).tree(frame).box
            if box.y >= LOW or box.x < SIDES:
                self._lift = min(HIGHEST if box.y >= LOW else ROOF, max(0.0, plan.FEET + 12.0 - box.y))
            else:
                aside = max(80.0, box.x - BESIDE)
                self._cam = min(max(0.0, outing.walker.x - aside), plan.ROW_WIDTH - WIDTH)
        if frame.still:
            self.lift = self._lift
            outing.cam = outing.cam if self._cam is None else self._cam
        return self._cam is not None

    @property
    def moving(self) -> bool:
        """Whether it is still on its way."""
        return self.lift != self._lift or self._cam is not None

    def tick(self, seconds: float, outing: Outing) -> None:
        """Come nearer."""
        share = min(1.0, EASE * seconds)
        self.lift = self._lift if abs(self._lift - self.lift) < 1 else self.lift + (self._lift - self.lift) * share
        if self._cam is not None:
            outing.cam += (self._cam - outing.cam) * share
            self._cam = None if abs(self._cam - outing.cam) < 1 else self._cam
