"""What stands behind a sheet or a page when the street itself is not being walked: the Row, or a room."""

from collections.abc import Mapping

from game.model.view import View
from game.screens import hud
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node
from game.screens.kit.screen import Screen
from game.screens.paint import scene

INDOORS = frozenset({
    "bakery", "ferry_office", "station", "clinic", "cafe", "library", "laundry", "pawnshop", "stairwell", "kitchen",
    "call_floor", "lodging", "park", "market",
})
ROOM_OF = {"no_7": "kitchen"}  # places whose room has another name
PLAYED = 1.8  # seconds that a consequence takes


class Backdrop(Screen):
    """The room one is in, or the street where one stands, under the head of the screen."""

    def __init__(self, view: View, looks: Mapping[str, object] | None = None) -> None:
        """`view` says where and under which watch; `looks` how people look ("at:<place>": whoever keeps it)."""
        super().__init__()
        self.view, self.looks = view, looks or {}

    def take(self, view: View) -> bool:
        """Any View will do."""
        self.view, self.dirty, self.age = view, True, 0.0
        return True

    def tree(self, frame: Frame) -> Node:
        """The head of the screen alone."""
        return Node("window", self.view.errand, children=[hud.nodes(self.view, frame)], box=Box(0, 0, 1280, 720))

    @property
    def moving(self) -> bool:  # type: ignore[override]
        """A consequence is played where it happens."""
        return self.view.phase == "then" and bool(self.view.seen) and self.age < PLAYED

    def room(self) -> str:
        """The room to draw; "" is the street."""
        view = self.view
        if view.place is not None:
            return ROOM_OF.get(view.place.id, view.place.id)
        where = view.moment.where if view.moment is not None else ""
        return where if where in INDOORS else ""

    def _inside(self) -> list[scene.Figure]:
        """Whoever is in the room: you, and the one it is about or who keeps it."""
        view = self.view
        who = f"at:{view.place.id}" if view.place is not None else view.moment.who if view.moment is not None else ""
        found = [scene.Figure("you", 420, 540, facing=1)]
        if who in self.looks:
            found.append(scene.Figure(self.looks[who], 780, 512, facing=-1))
        return found

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """The room or the street, then the head."""
        view = self.view
        at = scene.SPOT_X.get(view.at, scene.SPOT_X["no_7"])
        cam = min(max(0.0, at - 560), scene.ROW_WIDTH - 1280.0)
        where = self.room()
        figures = self._inside() if where else [scene.Figure("you", at + 30)]
        picture = scene.StreetPicture(
            world=view.world, light=view.light, watch=view.watch, lantern=view.lantern, cam=cam,
            figures=figures, t=frame.time, still=True,
        )
        if where:
            scene.interior(canvas, where, picture)
        else:
            scene.street(canvas, picture)
        if view.phase == "then" and view.seen:
            scene.consequence(canvas, view.seen, self.age / PLAYED, 700, 560, view.world, frame.still, view.light,
                              size=1.6 if where else 1.0)
        super().paint(canvas, frame)
