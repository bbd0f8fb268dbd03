"""The pictures of the game, for the screens that show them: the street, the rooms, people, props, consequences.

All positions are logical pixels. On the Row x runs from 0 to ROW_WIDTH; `cam` is the x at the left of the screen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.screens import art
from game.screens.kit.canvas import Canvas
from game.screens.paint import board, clocks, events, far, lane, life, people, plan, props, rooms, row, things, weather
from game.screens.paint.brush import Brush
from game.screens.paint.crowd import crowd

ROW_WIDTH = plan.ROW_WIDTH
SPOT_X = plan.SPOT_X
CROSSING_X = plan.CROSSING_X
BOX_X = plan.BOX_X
BOARD_X = plan.BOARD_X
BUS_X = plan.BUS_X
ALLEYS = plan.ALLEYS
LENSES = plan.LENSES
FEET = plan.FEET
GROUND = plan.GROUND


@dataclass
class Figure:
    """Somebody on the street. `look` is "you" or has a Person's fields; `phase` is in seconds."""

    look: object
    x: float
    y: float = plan.FEET
    facing: int = 1
    pose: str = "stand"
    phase: float = 0.0
    name: str = ""


@dataclass
class StreetPicture:
    """Everything there is to see on the street at one instant."""

    world: str = "daylight"
    light: str = "noon"
    clock: str = "08:00"  # what clocks show
    watch: str = "none"
    lantern: str = "plain"
    wall: int | None = None  # your figure on the wall of the call floor
    cam: float = 0.0
    spots: Sequence[tuple[str, str, str]] = ()
    figures: Sequence[Figure] = ()
    t: float = 0.0
    signal: str = "green"
    signal_left: float = 0.0
    cars: Sequence[tuple[float, str, bool]] = ()
    board_lines: Sequence[tuple[str, int | None, bool]] = ()
    cone: float | None = None
    weather: str = ""
    crowd: float = 0.0  # strangers go by: how solid they are, 0..1
    lane: bool = False
    still: bool = False
    roams: Sequence[tuple[str, float]] = ()
    props: Sequence[tuple[str, float, float, bool]] = ()
    things: Sequence[tuple[str, float, bool]] = ()  # what a moment turns on: name, middle, whether mirrored
    sun: tuple[float, float] | None = None  # where it stands on the screen, if not where the hour has it
    rings: float | None = None  # where a telephone rings
    behind: Callable[[Canvas], None] | None = None  # what goes on at the back of everybody


def street(canvas: Canvas, picture: StreetPicture) -> None:
    """The Row, or the lane behind it, filling the canvas. With `still` nothing moves of itself."""
    p = picture
    t = 0.0 if p.still else p.t
    cam = min(max(0.0, p.cam), ROW_WIDTH - 1280.0)
    flat = Brush(canvas, art.palette(p.world, p.light))
    over = flat.shifted(-cam)
    depth = ROW_WIDTH / 3 if p.still else cam
    with canvas.clip((0, 0, 1280, 720)):
        far.sky(flat, p.world, p.light, t, p.sun)
        weather.bank(flat, p.weather, t)
        far.distance(flat, p.world, p.light, depth, t, p.sun)
        far.lantern(flat, p.lantern, p.light, depth, t)
        life.gulls(flat, t)
        if p.lane:
            lane.lane(over, cam, p.world, p.light, t)
            _behind(flat)
        else:
            _front(flat, over, p, cam, t)
            weather.under(over, p.weather, cam)
            crowd(over, cam, p.light, p.t, p.crowd, rain=p.weather == "rain", still=p.still)
        for kind, x in p.roams:
            props.roam(over, kind, x, t)
        for name, x, foot, lit in p.props:
            props.prop(over, name, x, foot, 64.0, lit=lit)
        things.on_street(over, p.things, t, over=False)
        if p.rings is not None and not p.lane:
            life.ringing(over, p.rings, t)
        if p.behind is not None:
            p.behind(canvas)
        for one in sorted(p.figures, key=lambda f: f.y):
            look = people.with_phone(one.look) if p.watch == "phone" else one.look
            if p.watch == "phone" and people.holds_phone(look):
                life.glow(over, one.x, one.y, one.facing, t)
            people.figure(over, look, one.x, one.y, one.facing, one.pose, one.phase, 1.0)
        things.on_street(over, p.things, t, over=True)
        if not p.lane:
            life.cars(over, p.cars, p.light, t)
        weather.over(flat.canvas, flat.palette, p.weather, t)


def _behind(flat: Brush) -> None:
    """In a bold picture all that only stands there is veiled, so that people and what can be used stand out."""
    if flat.canvas.bold:
        veil = (16, 18, 40, 110) if flat.palette.name.startswith("phone") else (255, 255, 255, 120)
        flat.canvas.rect((0, 0, 1280, 720), veil)


def _front(flat: Brush, over: Brush, p: StreetPicture, cam: float, t: float) -> None:
    things.moored(over, p.things, t)
    row.row(flat, cam, p.world, p.light)
    for name, x in plan.HOUSES:
        clocks.hands(over, f"houses/{name}", x, row.house_top(name), p.clock)
    life.lights(over, cam, p.light, t)
    life.washing(over, cam, t)
    life.smoke(over, cam, t)
    life.flag(over, cam, t)
    _behind(flat)
    board.board(over, p.world, p.watch, p.board_lines)
    board.cards(over, cam, p.spots)
    life.watch(over, cam, p.watch, p.cone, t)
    life.signal(over, p.signal, p.signal_left)
    life.road_line(over, cam)
    life.crossing(over, cam)


def figure(
    canvas: Canvas,
    look: object,
    x: float,
    y: float,
    facing: int = 1,
    pose: str = "stand",
    phase: float = 0.0,
    scale: float = 1.0,
    world: str = "daylight",
    light: str = "noon",
) -> None:
    """A person with the feet at (x, y), about 110 units tall at scale 1.

    Poses: stand, walk, talk, sit, lie, wave, hat (raises it), carry, point. `phase` is in seconds; a walk takes two
    steps in 0.67 s.
    """
    people.figure(Brush(canvas, art.palette(world, light)), look, x, y, facing, pose, phase, scale)


def prop(
    canvas: Canvas,
    name: str,
    x: float,
    y: float,
    size: float = 64.0,
    world: str = "daylight",
    lit: bool = False,  # noqa: FBT001, FBT002 - as in a picture's own rows, where flags go by place
    light: str = "noon",
) -> None:
    """A thing that stands for a choice: its middle at x, its foot at y, `size` units high.

    `lit` lays light behind it. A name without a drawing shows as a labelled box.
    """
    props.prop(Brush(canvas, art.palette(world, light)), name, x, y, size, lit=lit)


def interior(canvas: Canvas, where: str, picture: StreetPicture) -> None:
    """The room `where` (a Where that is indoors, or park, quay, doorstep), with the figures of the picture in it."""
    with canvas.clip((0, 0, 1280, 720)):
        light = rooms.hour(where, picture.light)
        rooms.interior(Brush(canvas, art.palette(picture.world, light)), where, picture)


def indoor_thing(canvas: Canvas, name: str, x: float, where: str, t: float, world: str, light: str) -> None:
    """What a moment in the room `where` turns on; with t = 0 it keeps still."""
    brush = Brush(canvas, art.palette(world, rooms.hour(where, light)))
    things.in_room(brush, name, x, t, counter=where in rooms.COUNTERS)


def consequence(
    canvas: Canvas,
    seen: str,
    progress: float,
    x: float,
    y: float,
    world: str = "daylight",
    still: bool = False,  # noqa: FBT001, FBT002 - as in a picture's own rows, where flags go by place
    light: str = "noon",
    cast: events.Cast = events.NOBODY,
    size: float = 1.0,
    *,
    open_air: bool = False,
) -> None:
    """What a choice brings about, `progress` 0..1 through a second or two, on the ground at (x, y) of the screen.

    `cast` is who does it, and where there is room; `size` 2 suits rooms, and `open_air` those without a ceiling. With
    `still` its end is shown at once. Unknown names draw nothing.
    """
    spot = Canvas(canvas.surface, canvas.scale * size, canvas.px(x, y))
    spot.bold = canvas.stark or canvas.bold
    part = 1.0 if still else min(1.0, max(0.0, progress))
    inside = size > 1 and not open_air
    brush = Brush(spot, art.palette(world, art.LAMPLIT if inside and light == "dusk" else light))
    events.event(brush, seen, part, cast, inside=inside)


def warm(world: str, light: str, cam: float, scale: float) -> bool:
    """Make one part of the street ready that is not yet, for idle moments; false when all are."""
    return row.warm(scale, world, light, cam)
