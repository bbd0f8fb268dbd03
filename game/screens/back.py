"""What stands behind a sheet or a page when the street itself is not being walked: the Row, or a room."""

from collections.abc import Mapping

from game.model.view import View
from game.screens import art, casting, hud, picture
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import NOWHERE, Node
from game.screens.kit.screen import Screen
from game.screens.moods import met, wearing
from game.screens.outing import LEAD
from game.screens.pages import Reading, Strip
from game.screens.paint import events, finale, rooms, scene, things
from game.screens.place import Indoors
from game.screens.sheet import Sheet
from game.screens.sky import weather

OUTDOORS = frozenset({"", "board", "square", "quay", "doorstep"})  # where the street itself is the better picture
INDOORS = frozenset(rooms.ROOMS) - OUTDOORS
ROOM_OF = {"no_7": "kitchen"}  # places whose room has another name
PLAYED = 1.8  # seconds that a consequence takes
YOU, OTHER = picture.IN_ROOM, 780.0  # where one stands in a room without a counter, and whoever it is about
APART = {"station": 738.0, "pawnshop": 930.0}  # where a post or a grille would cross a face
BESIDE = 116.0  # where one stands with a counter between
SHOULDERS = 410.0  # a cover that begins below this line leaves faces free
AT_HOME = frozenset({("mother", "lodging")})  # who is seen in a room, though never on the Row
THING_X = picture.THING_IN_ROOM  # where what it is about stands in a room
HALF = 56.0  # half of a person in a room


def _cut(one: Box, cover: Box) -> bool:
    return one.x < cover.right and cover.x < one.right and one.y < cover.bottom and cover.y < one.bottom


def _clear(x: float, cover: Box, way: int) -> float:
    """Where somebody who would stand at `x` can be seen: there if the cover is low enough, else beside it (0: nowhere).

    Nobody is half hidden behind the edge of a sheet, or peeps over it with a cap alone.
    """
    if not cover.w or cover.y >= SHOULDERS or x + HALF <= cover.x or x - HALF >= cover.right:
        return x
    aside = cover.right + HALF + 14 if way > 0 else cover.x - HALF - 14
    return aside if HALF <= aside <= WIDTH - HALF else 0.0


class Backdrop(Screen):
    """The room one is in, or the street where one stands, under the head of the screen."""

    headed = True

    def __init__(self, view: View, looks: Mapping[str, object] | None = None) -> None:
        """`view` says where and under which watch; `looks` how people look ("at:<place>": whoever keeps it)."""
        super().__init__()
        self.view, self.looks = view, looks or {}
        self.told = ""  # as on the page that lies over it

    def take(self, view: View) -> bool:
        """Any View will do."""
        self.view, self.dirty, self.age = view, True, 0.0
        return True

    def tree(self, frame: Frame) -> Node:
        """The head of the screen alone, without what would be cut off by what lies over it."""
        head, cover = hud.nodes(self.view, frame), self._cover(frame)
        head.children = [one for one in head.children if not _cut(one.box, cover)]
        return Node("window", self.view.errand, children=[head], box=Box(0, 0, WIDTH, HEIGHT))

    @property
    def moving(self) -> bool:  # type: ignore[override]
        """A consequence is played where it happens."""
        return self.view.phase == "then" and bool(self.view.seen) and self.age < PLAYED

    def room(self) -> str:
        """The room to draw; "" is the street."""
        view = self.view
        where = ""
        if view.place is not None:
            where = ROOM_OF.get(view.place.id, view.place.id)
        elif view.moment is not None:
            where = view.moment.where
        return where if where in INDOORS else ""

    def _embraced(self) -> bool:
        """Whether one is in the consequence oneself, and so nowhere else."""
        view = self.view
        somebody = view.moment is not None and view.moment.who not in casting.NOBODY
        return view.phase == "then" and view.seen == "embrace" and somebody

    def _cover(self, frame: Frame) -> Box:
        """What lies over it: a page, a sheet, a list or a strip."""
        if self.view.page is not None:
            return Reading(self.view, self.told).tree(frame).box
        if self.view.phase == "then":
            return Strip(self.view).tree(frame).box
        if self.view.place is not None:
            return Indoors(self.view).tree(frame).box
        return Sheet(self.view).tree(frame).box if self.view.moment is not None else NOWHERE

    def inside(self, where: str, cover: Box) -> list[scene.Figure]:
        """Whoever is in the room: the one it is about or who keeps it, and you, unless a counter stands between."""
        view = self.view
        who = f"at:{view.place.id}" if view.place is not None else view.moment.who if view.moment is not None else ""
        found = []
        if where not in rooms.COUNTERS and not self._embraced() and (x := _clear(YOU, cover, -1)):
            found.append(scene.Figure("you", x, rooms.BEFORE))
        seen = who in self.looks and (who not in casting.NOBODY or (who, where) in AT_HOME)
        other = APART.get(where, OTHER)
        if seen and not (view.phase == "then" and view.seen in events.ACTED) and (x := _clear(other, cover, 1)):
            found.append(scene.Figure(self._look(who), x, rooms.BEHIND, facing=-1))
        return found

    def _look(self, who: str) -> object:
        """How somebody looks, as far as this view tells."""
        about, mood = met(self.view)
        look = self.looks.get(who)
        return look if look is None or who != about else wearing(look, mood)

    def _thing_at(self, name: str, where: str, cover: Box) -> tuple[float, float]:
        """Where in a room what the moment turns on stands, and how far the room rises for it to look over the sheet."""
        if not name or not cover.w or cover.y >= SHOULDERS:
            return THING_X, 0.0
        half = art.size(f"things/{name}")[0] * things.ROOM / 2
        left = cover.x - half - 24
        if where in rooms.COUNTERS and left - half >= BESIDE + HALF:
            return left, 0.0
        aside = cover.right + 2 * HALF + half + 20
        if aside + half <= WIDTH:
            return aside, 0.0
        foot = things.HOOK if name in things.HUNG and where not in rooms.COUNTERS else things.ON_COUNTER
        return THING_X, max(0.0, foot + 6 - cover.y)

    def stand(self) -> tuple[float, float]:
        """Where on the Row one stands, and the camera: as when one goes out of that door."""
        at = scene.SPOT_X.get(self.view.at, scene.SPOT_X["no_7"])
        return at, min(max(0.0, at - WIDTH / 2 + LEAD), scene.ROW_WIDTH - WIDTH)

    @property
    def cam(self) -> float:
        """The camera."""
        return self.stand()[1]

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """The room or the street, then the head."""
        self.ground(canvas, frame)
        super().paint(canvas, frame)

    def ground(self, canvas: Canvas, frame: Frame, *, abed: bool = False) -> None:
        """The room or the street alone. `abed`: you are not to be seen on it."""
        view = self.view
        if view.page is not None and view.page.kind == "ending":
            finale.last(canvas, view.world, view.light, view.lantern, 0.0 if frame.still else frame.time)
            return
        at, cam = self.stand()
        where = self.room()
        cover = self._cover(frame) if where else NOWHERE
        thing = view.moment.thing if where and view.moment is not None else ""
        at_thing, rise = self._thing_at(thing, where, cover)
        light = rooms.hour(where, view.light)
        if rise:
            canvas.rect((0, HEIGHT - rise - 2, WIDTH, rise + 2), art.palette(view.world, light)["floor"])
            canvas = canvas.moved(0, -rise)
        figures = self.inside(where, cover.moved(0, rise)) if where else [] if abed else [scene.Figure("you", at)]
        picture = scene.StreetPicture(
            world=view.world, light=view.light, watch="none" if view.boxed else view.watch,
            clock=view.clock, lantern=view.lantern, wall=view.wall, cam=cam, weather=weather(view) if where else "",
            figures=figures, t=frame.time if where else 0.0, still=bool(where) or frame.still,
        )
        if where:
            scene.interior(canvas, where, picture)
            beside = min(BESIDE, cover.x - HALF) if cover.w else BESIDE
            if where in rooms.COUNTERS and beside >= HALF and not self._embraced():
                scene.figure(canvas, "you", beside, 700, scale=rooms.SCALE, world=view.world, light=light)
            if thing:
                t = 0.0 if frame.still else frame.time
                scene.indoor_thing(canvas, thing, at_thing, where, t, view.world, view.light)
        else:
            scene.street(canvas, picture)
        if view.phase == "then" and view.seen:
            who = view.moment.who if view.moment else ""
            cast = events.Cast(self._look(who), partner=None if who in casting.NOBODY else "you")
            (x, y), size = (rooms.HAPPENS, rooms.SCALE) if where else ((700.0, scene.FEET), 1.0)
            if where:
                taken = casting.spans(figures, size)
                half = art.size(f"things/{thing}")[0] * things.ROOM / 2 if thing else 0.0
                taken += [(at_thing - half, at_thing + half)] if thing else []
                x, cast = casting.in_room(view.seen, cast, taken, open_air=where in rooms.OPEN_AIR)
            part = self.age / PLAYED
            scene.consequence(canvas, view.seen, part, x, y, view.world, frame.still, view.light, cast, size)
