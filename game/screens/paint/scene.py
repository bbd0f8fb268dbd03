"""The pictures of the game, for the screens that show them: the street, the rooms, people, props, consequences.

All positions are logical pixels. On the Row x runs from 0 to ROW_WIDTH; `cam` is the x at the left of the screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.screens import art
from game.screens.kit.canvas import Canvas
from game.screens.paint import far, life, people, plan, props, rooms, row
from game.screens.paint.brush import Brush

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
    watch: str = "none"
    lantern: str = "plain"
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
    lane: bool = False
    still: bool = False
    roams: Sequence[tuple[str, float]] = ()
    props: Sequence[tuple[str, float, float, bool]] = ()


def _names(picture: StreetPicture) -> tuple[tuple[str, str], ...]:
    return ()


def street(canvas: Canvas, picture: StreetPicture) -> None:
    """The Row, or the lane behind it, filling the canvas. With `still` nothing moves of itself."""
    p = picture
    t = 0.0 if p.still else p.t
    cam = min(max(0.0, p.cam), ROW_WIDTH - 1280.0)
    flat = Brush(canvas, art.palette(p.world, p.light))
    over = flat.shifted(-cam)
    depth = ROW_WIDTH / 3 if p.still else cam
    with canvas.clip((0, 0, 1280, 720)):
        far.sky(flat, p.world, p.light, t)
        far.distance(flat, p.world, p.light, depth, t)
        far.lantern(flat, p.lantern, p.light, depth, t)
        life.gulls(flat, t)
        row.row(flat, cam, p.world, p.light, _names(p))
        life.lights(over, cam, p.light, t)
        life.washing(over, cam, t)
        life.smoke(over, cam, t)
        life.flag(over, cam, t)
        life.watch(over, cam, p.watch, p.cone, t)
        life.signal(over, p.signal, p.signal_left)
        life.road_line(over, cam)
        life.crossing(over)
        for one in sorted(p.figures, key=lambda f: f.y):
            people.figure(over, one.look, one.x, one.y, one.facing, one.pose, one.phase, 1.0)
        life.cars(over, p.cars, p.light, t)
        life.weather(flat, p.weather, t)


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
    canvas: Canvas, name: str, x: float, y: float, size: float = 64.0, world: str = "daylight", lit: bool = False,
    light: str = "noon",
) -> None:
    """A thing that stands for a choice, its middle at x, its foot at y, `size` units high; `lit` lays light behind it."""
    props.prop(Brush(canvas, art.palette(world, light)), name, x, y, size, lit)


def interior(canvas: Canvas, where: str, picture: StreetPicture) -> None:
    """The room `where` (a Where that is indoors, or park, quay, doorstep), with the figures of the picture in it."""
    with canvas.clip((0, 0, 1280, 720)):
        rooms.interior(Brush(canvas, art.palette(picture.world, picture.light)), where, picture)
