"""From a View and an outing to what the painter needs: the street, the lane, or a room."""

from collections.abc import Callable
from dataclasses import dataclass, field

from game.model.view import View
from game.screens import art, casting
from game.screens.around import OPEN_AIR, roam_x, standing
from game.screens.casting import ACTOR, NOBODY, PASSER
from game.screens.kit.canvas import HEIGHT, WIDTH, Canvas
from game.screens.kit.frame import Frame
from game.screens.outing import Outing
from game.screens.paint import events, plan, rooms, scene, stride, things
from game.screens.paint.people import FRAMES, PACE
from game.screens.paint.scene import Figure, StreetPicture
from game.screens.sky import weather
from game.screens.walk import HEARING, MEET, swing

BACK_ROW = plan.FEET - 10.0  # where people stand, a little behind one who walks
ON_STREET = ("", "row", "square", "quay", "doorstep", "crossing")  # where a sheet opens on the street, in no room
BACK = 18.0  # how far behind one's own feet a crowd walks
ROOM = 90.0
ON_FOOT = ("walk", "wait")  # these take place on the street, whatever room is behind the door
GONE = frozenset({("goose", "goose_marches"), ("gull_loaf", "gull_dives")})  # it is what moves now
FADES = 0.4  # seconds in which passers-by come or go
SEEN_FOR = 1.6  # seconds a consequence plays
IN_ROOM, THING_IN_ROOM = 420.0, 596.0  # where in a room one stands, and what it is about


@dataclass
class Extra:
    """What a moment by hand adds to the street while it lasts: people, things, the light, and another camera."""

    figures: list[Figure] = field(default_factory=list)
    things: list[tuple[str, float, bool]] = field(default_factory=list)  # name, x, mirrored
    behind: bool = False  # a tall sheet lies before one: what there is to see is at one's back
    props: list[tuple[str, float, float, bool]] = field(default_factory=list)  # name, x, foot, lit
    you: Figure | None = None
    cam: float | None = None
    signal: str = "green"
    signal_left: float = 0.0
    cars: bool = True
    alone: bool = False  # nobody about
    clear: tuple[float, ...] = ()  # where passers-by make room
    room: str = ""  # a room instead of the street
    lift: Callable[[Frame], float] | None = None  # how far up the picture moves, to keep clear of large text


def edge(view: View, tilt: float) -> tuple[int, int, int]:
    """The colour that goes on above a picture that was moved down, or below one that was moved up."""
    return art.palette(view.world, view.light)["sky_top" if tilt > 0 else "road"]


def tilted(canvas: Canvas, view: View, tilt: float) -> Canvas:
    """A canvas moved down (or up) by `tilt`, with what the picture leaves bare already coloured."""
    canvas.rect((0, 0 if tilt > 0 else HEIGHT + tilt - 2, WIDTH, abs(tilt) + 2), edge(view, tilt))
    return canvas.moved(0, tilt)


def load(view: View) -> str:
    """What the player carries in both hands, until it is put down."""
    moment = view.moment
    name = view.due_thing if moment is None else moment.thing
    done = view.phase == "then" and name not in things.IN_HAND
    return "" if done else things.CARRIED.get(name, "")


def you(outing: Outing, carries: str = "") -> Figure:
    """The player, on foot."""
    walker, look = outing.walker, f"you.{carries}" if carries else "you"
    if walker.moving:
        gait = "bear" if carries else "run" if abs(walker.speed) > stride.JOG else "walk"
        if not carries and walker.skids:
            return Figure(look, walker.x, plan.FEET, walker.facing, walker.skids, outing.time, casting.YOU)
        driven = stride.phase(gait, walker.walked) * FRAMES[gait] / PACE[gait]
        return Figure(look, walker.x, plan.FEET, walker.facing, gait, driven, casting.YOU)
    pose = "carry" if carries else "stand"
    return Figure(look, walker.x, plan.FEET, walker.facing, pose, outing.time, casting.YOU)


def went_on(view: View) -> bool:
    """Whether what was chosen was to go one's way."""
    return any(one.id == view.chosen and one.prop == "way_on" for one in (view.moment.options if view.moment else ()))


def people(view: View, outing: Outing, clear: tuple[float, ...] = ()) -> list[Figure]:
    """Everybody on the Row. They turn to one who comes near."""
    if outing.walker.lane:
        return []
    found = []
    busy = view.moment.who if view.moment is not None else view.due_who
    for who, x in standing(outing.folk, busy):
        if any(abs(x - spot) < ROOM for spot in clear):
            continue
        near = abs(x - outing.walker.x) < HEARING
        facing = (1 if outing.walker.x > x else -1) if near else (1 if sum(map(ord, who)) % 2 else -1)
        pose = "talk" if near and not outing.walker.moving else "stand"
        found.append(Figure(outing.look(who), x, BACK_ROW, facing, pose, outing.time, PASSER))
    return found + _awaited(view, outing)


def _awaited(view: View, outing: Outing) -> list[Figure]:
    """Whoever waits ahead; and whoever a sheet on the street is about, who does not vanish when it opens."""
    due = outing.due_x(view)
    if due is not None and view.due_who not in NOBODY and view.due_where != "call_floor" and view.due_mode != "wait":
        # Where one stands already, they stand beside one.
        due += 0.0 if outing.ahead.armed else MEET
        facing = 1 if outing.walker.x > due else -1
        far = abs(due - outing.walker.x) > HEARING
        pose = "lie" if view.due_lies else "wave" if far else "stand"
        return [Figure(outing.look(view.due_who), due, BACK_ROW, facing, pose, outing.time, ACTOR)]
    moment = view.moment
    if moment is None or moment.mode != "sheet" or moment.who in NOBODY or moment.where not in ON_STREET:
        return []
    x = outing.ahead.x
    if x is None or not MEET / 2 <= abs(x - outing.walker.x) <= 2 * MEET:
        x = outing.walker.x + MEET * outing.walker.facing  # nobody stands behind one's own back
    facing = 1 if outing.walker.x > x else -1
    return [Figure(outing.look(moment.who), x, BACK_ROW, facing, "talk", outing.time, ACTOR)]


def seen_things(view: View, outing: Outing, extra: Extra, actor: Figure | None) -> list[tuple[str, float, bool]]:
    """What a moment turns on, where it takes place out of doors: beside whoever it is about, or by itself."""
    moment, walker = view.moment, outing.walker
    if walker.lane or extra.things:
        return [] if walker.lane or (extra.things[0][0], view.seen) in GONE else extra.things
    name, where, mode = (
        (view.due_thing, view.due_where, view.due_mode) if moment is None else (moment.thing, moment.where, moment.mode)
    )
    outside = where in OPEN_AIR or where in ON_STREET or mode in ON_FOOT
    if not name or name in things.IN_HAND or (name, view.seen) in GONE or not outside:
        return []
    if mode == "wait":
        return [(name, things.at_crossing(name), False)]
    if actor is not None and moment is None and view.due_lies:
        return [things.beside(name, actor.x, actor.facing, lies=True)]
    if extra.behind:
        return [(name, walker.x - things.ASIDE * (walker.facing if actor is None or actor.x > walker.x else -1), False)]
    if actor is not None:
        return [things.beside(name, actor.x, 1 if walker.x > actor.x else -1)]
    x = outing.ahead.x if moment is not None else outing.due_x(view)
    if moment is not None and (x is None or abs(x - walker.x) > 2 * MEET):
        x = walker.x + MEET * walker.facing
    return [] if x is None else [(name, x + (0.0 if moment or outing.ahead.armed else MEET), False)]


def draw(canvas: Canvas, view: View, outing: Outing, extra: Extra, since: float, *, still: bool) -> None:
    """Draw what there is to see. `since`: seconds since this phase began (a consequence plays once)."""
    shown = compose(view, outing, extra, still=still)
    shown.crowd = solid(view, since, still=still)
    if extra.room:
        _room(canvas, view, shown, extra, outing, since)
        return
    # A telephone box that stands there already is the one that rings.
    box = next((one for one in shown.props if one[0] == "phone_box"), None)
    box = box if view.phase == "then" and view.seen == "phone_rings" else None
    shown.props = [one for one in shown.props if one is not box]
    who = view.moment.who if view.moment else ""
    x, cast = 0.0, events.NOBODY
    if view.phase == "then" and view.seen:
        who = "" if view.seen == "walks_off" and went_on(view) else who  # it is oneself who walks off
        look = None if who in NOBODY else outing.look(who)
        x, cast = casting.on_street(view.seen, who, look, shown)
        x = box[1] if box else x

    def happens(on: Canvas) -> None:
        y = plan.FEET - (BACK if view.seen in events.CROWDS else 0.0)
        scene.consequence(
            on, view.seen, since / SEEN_FOR, x - shown.cam, y, shown.world, still, shown.light, cast
        )

    if view.phase == "then" and view.seen in events.CROWDS:
        shown.behind = happens
    scene.street(canvas, shown)
    if view.phase == "then" and view.seen not in ("", *events.CROWDS):
        happens(canvas)


def solid(view: View, since: float, *, still: bool) -> float:
    """How much of passers-by there is, 0..1: they are about while one walks, and fade before anything is met.

    Nobody who means nothing stands by where a choice is made; and before the first, nobody is about at all.
    """
    if (view.day, view.matched_done) == (1, 0):
        return 0.0
    part = 1.0 if still else min(1.0, since / FADES)
    return part if view.phase == "street" else 1.0 - part


def _room(
    canvas: Canvas, view: View, shown: StreetPicture, extra: Extra, outing: Outing, since: float
) -> None:
    """The room of a moment by hand. While its table is in front one sees the keeper; afterwards all there is to see."""
    then, moment = view.phase == "then", view.moment
    shown.figures = extra.figures
    if then:
        one = [Figure("you", IN_ROOM, rooms.BEFORE)]
        busy = view.seen in events.ACTED  # whoever does it is seen doing it, and nowhere else
        shown.figures = (one if extra.figures and view.seen != "embrace" else []) if busy else [*one, *extra.figures]
    scene.interior(canvas, extra.room, shown)
    if not then or moment is None:
        return
    if moment.thing:
        t = 0.0 if shown.still else shown.t
        scene.indoor_thing(canvas, moment.thing, THING_IN_ROOM, extra.room, t, shown.world, shown.light)
    if view.seen:
        alone, open_air = moment.who in NOBODY, extra.room in rooms.OPEN_AIR
        look = ("you" if view.seen in events.ACTED else None) if alone else outing.look(moment.who)
        taken = casting.spans(shown.figures, rooms.SCALE)
        cast = events.Cast(look, partner=None if alone else "you")
        x, cast = casting.in_room(view.seen, cast, taken, open_air=open_air)
        over = view.seen == "rain_starts" and open_air  # an umbrella is over somebody's head
        at = (IN_ROOM, rooms.BEFORE) if over else (x, rooms.HAPPENS[1])
        scene.consequence(
            canvas, view.seen, since / SEEN_FOR, *at, shown.world, shown.still, shown.light, cast,
            rooms.SCALE, open_air=open_air,
        )


def compose(view: View, outing: Outing, extra: Extra, *, still: bool) -> StreetPicture:
    """The street at this instant."""
    moment = view.moment if view.phase in ("moment", "then") else None
    roams = [] if outing.walker.lane else [(one.prop, roam_x(one.spot, one.prop)) for one in view.roams]
    due = outing.due_x(view)
    props = list(extra.props)
    rings = view.due_who == "mother" and view.due_where in ("", "row")
    lies = view.due_who in NOBODY and view.due_where in OPEN_AIR and view.due_mode != "wait" and not rings
    if due is not None and lies and not view.due_thing:
        props.append(("parcel", due, BACK_ROW, False))
    about = [] if extra.alone else people(view, outing, extra.clear)
    figures = [*about, *extra.figures, extra.you or you(outing, load(view))]
    actor = next((one for one in figures if one.name == ACTOR), None)
    there = seen_things(view, outing, extra, actor)
    met = view.phase != "street"  # one who walks by may pass before others
    keep = casting.spans(one for one in figures if one.name != PASSER and (met or one.name == ACTOR))
    keep += casting.grounds(there) if met else []
    if actor is not None and view.due_lies and view.due_thing in things.INSTEAD:
        figures.remove(actor)
    plain = view.watch == "plain"
    shown = StreetPicture(
        world=view.world, light=moment.light if moment else view.light, clock=view.clock,
        watch="none" if view.boxed and extra.room else view.watch, lantern=view.lantern,
        wall=view.wall, cam=outing.cam if extra.cam is None else extra.cam,
        spots=tuple((one.id, one.name, one.closed) for one in view.spots),
        figures=tuple(figures), t=outing.time, signal=extra.signal, signal_left=extra.signal_left,
        cars=outing.traffic.seen() if extra.cars else (),
        board_lines=tuple((line.text, line.points, line.fresh) for line in view.board),
        cone=swing(outing.time) if plain else None, lane=outing.walker.lane, still=still, weather=weather(view),
        roams=tuple(roams), props=tuple(props), things=there, rings=due if rings else None,
    )
    casting.make_room(figures, keep, casting.in_sight(shown))
    return shown
