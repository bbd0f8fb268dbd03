"""Who is in a consequence and where it has room: nobody stands twice, and nobody is hidden by what happens.

On the street lengths are its own pixels; in a room they are the screen's, and everybody is twice as large.
"""

from collections.abc import Iterable, Sequence

from game.screens import art
from game.screens.kit.canvas import WIDTH
from game.screens.paint import events, rooms, staging
from game.screens.paint.scene import Figure, StreetPicture
from game.screens.paint.staging import APART, Span

NOBODY = ("", "nobody", "mother")  # who is never seen on the Row
ACTOR = "actor"  # the name of the figure that a moment is about
PASSER = "passer"  # and of those who only happen to stand there
YOU = "you"  # the name and the look of the player
RIM = 16.0  # how near the edge of the picture something may stand
MANY = 5  # make a crowd
NEAR = 44.0  # how near two stand who both can be seen
AHEAD = 84.0  # how far from one a thing happens
OFF = 330.0  # how far off a crowd comes from
PROP = (-34.0, 34.0)


def spans(figures: Iterable[Figure], scale: float = 1.0) -> list[Span]:
    """The ground these people take up."""
    return [
        staging.span(one.x, staging.LAID if one.pose == "lie" else staging.BODY, scale) for one in figures
    ]


def grounds(things: Iterable[tuple[str, float, bool]]) -> list[Span]:
    """The ground that these things take up."""
    halves = ((x, art.size(f"things/{name}")[0] / 2) for name, x, _ in things)
    return [(x - half, x + half) for x, half in halves]


def make_room(figures: list[Figure], keep: Sequence[Span], view: Span) -> None:
    """Let those who only happen to stand there step aside, so that everybody is seen."""
    passers = [one for one in figures if one.name == PASSER and view[0] < one.x < view[1]]
    for one, x in zip(passers, staging.aside([one.x for one in passers], keep, view), strict=True):
        one.x = x


def in_sight(shown: StreetPicture) -> Span:
    """The part of the street that is seen."""
    return shown.cam + RIM, shown.cam + WIDTH - RIM


def on_street(seen: str, who: str, look: object, shown: StreetPicture) -> tuple[float, events.Cast]:
    """Where on the Row a consequence is seen, and its cast. Whoever does it is taken out of `shown`."""
    me = next(one for one in shown.figures if one.name == YOU)
    for one in shown.figures:
        if one is not me and one.pose != "lie" and one.name != PASSER and abs(one.x - me.x) < NEAR:
            one.x = me.x + (NEAR if one.x >= me.x else -NEAR)  # the feet came too close
    actor = next((one for one in shown.figures if one.name == ACTOR), None)
    alone, view = who in NOBODY, in_sight(shown)
    way = 1 if (me.facing if actor is None else actor.x - me.x) >= 0 else -1
    if seen in events.ACTED and not (alone and seen == "embrace"):
        doer = me if alone and (actor is None or seen == "walks_off") else actor
        return _acted(seen, shown, me, doer, look, -way if doer is me and actor is not None else way)
    taken = spans(shown.figures) + [staging.span(x, PROP) for _, x, _, _ in shown.props] + grounds(shown.things)
    at = me.x + AHEAD * way if actor is None else actor.x
    if seen in events.CROWDS:
        places = staging.crowd(at, MANY, taken, view)
        far: list[float] = []
        for x in places:
            there = [*taken, *(staging.span(one, staging.BODY) for one in far)]
            far.append(staging.free(x + (-OFF if x < at else OFF), staging.BODY, there, view))
        return at, events.Cast(places=tuple(x - at for x in places), far=tuple(x - at for x in far))
    if seen == "embrace":
        return staging.free(at + AHEAD * way, (-60.0, 60.0), taken, view), events.Cast()
    if seen in staging.STANDS:
        wish = at if actor is None else at + AHEAD * way
        return staging.free(wish, staging.STANDS[seen], taken, view), events.Cast()
    if seen in ("rain_starts", "car_splashes"):
        return (me.x if actor is None or seen == "rain_starts" else actor.x), events.Cast()
    return at, events.Cast()


def _acted(
    seen: str, shown: StreetPicture, me: Figure, actor: Figure | None, look: object, way: int
) -> tuple[float, events.Cast]:
    view = in_sight(shown)
    gone = [one for one in (actor, me if seen == "embrace" else None) if one is not None]
    shown.figures = [one for one in shown.figures if one not in gone]
    if actor is me:
        x, cast = me.x, events.Cast(YOU, way)
    elif actor is None:
        x, cast = staging.free(me.x + AHEAD * way, staging.BODY, spans(shown.figures), view), events.Cast(look, way)
    elif seen == "embrace":
        apart = max(APART, abs(actor.x - me.x))
        x, cast = me.x + way * apart / 2, events.Cast(look, way, YOU, apart)
    else:
        # One who stands close, or over somebody who lies there, must not stand before them when they get up.
        x, cast = me.x + way * max(APART, abs(actor.x - me.x)), events.Cast(look, way)
    goes = {"sits_down": (30.0, 120.0), "turns_away": (40.0, 90.0), "walks_off": (236.0, 284.0)}.get(seen, (0.0, 24.0))
    ends = sorted(x + cast.way * far for far in goes)
    keep = [(x - 24.0, x + 24.0), (ends[0], ends[1]), *spans([me] * (me in shown.figures))]
    make_room(list(shown.figures), keep, view)
    return x, cast


def in_room(seen: str, cast: events.Cast, taken: Sequence[Span], *, open_air: bool) -> tuple[float, events.Cast]:
    """The x in a room at which a consequence is seen, beside whoever is there, and its cast with places for a crowd."""
    at, size = rooms.HAPPENS[0], rooms.SCALE
    view = (RIM, WIDTH - RIM)
    if seen in events.CROWDS:
        places = tuple((x - at) / size for x in staging.crowd(at, MANY, taken, view, size))
        return at, events.Cast(cast.look, places=places, far=tuple(x + OFF for x in places))  # through the door
    shape = (-80.0, 80.0) if seen in events.INSIDE and not open_air else staging.STANDS.get(seen, staging.BODY)
    return staging.free(at, (shape[0] * size, shape[1] * size), taken, view), cast
