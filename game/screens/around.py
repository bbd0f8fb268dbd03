"""What there is on the street, as a list: doors, the board, mouths of the lane, people, things to use, what waits."""

from dataclasses import dataclass

from game.language import _, language, ngettext
from game.language.spoken import ENGLISH
from game.model.acts import Act
from game.model.view import Passer, Spot, View
from game.screens.moods import Moods, said
from game.screens.paint import plan
from game.screens.walk import AHEAD, MEET, REACH, Ahead, Ground, Walker
from game.telling.prices import posted
from game.telling.street import INSIDE, due_name

CALMLY = Moods()
GROUND = Ground(
    doors=plan.SPOT_X, mouths=plan.ALLEYS, left=plan.ENDS[0] + 66.0, right=plan.ENDS[1] - 66.0, lenses=plan.LENSES,
    zebra=float(plan.CROSSING_X),
)
HOME, SQUARE = "no_7", "board"
BENCH_X = 1880.0  # where one goes to spend time on the square
BOARD_REACH = 86.0
STRIDE = 40.0  # one step, for saying how far off a thing is
ELSEWHERE = {
    "crossing": float(plan.CROSSING_X), "phone_box": float(plan.BOX_X), "square": 1840.0, "quay": 1660.0,
    "bus": float(plan.BUS_X), "lodging": float(plan.BUS_X),
}
OPEN_AIR = ("", "row", "square", "quay", "park")  # where what waits without a person lies in plain sight
FIRST_X, LAST_X = 600.0, plan.ROW_WIDTH - 600.0  # between them a moment on foot has room on both sides


@dataclass(frozen=True)
class Thing:
    """One thing on the street. `act` is what using it means; without one it can only be walked to."""

    key: str
    kind: str  # door | home | board | mouth | roam | person | due
    label: str
    x: float
    act: Act | None = None
    closed: str = ""
    mark: str = ""
    reach: float = REACH
    second: bool = False  # shares its place with something more likely


def place_of(where: str, who: str, mode: str) -> float | None:
    """The place of its own that a moment has on the Row; None for one that comes along anywhere."""
    if mode == "wait":
        return spot_x("crossing")
    if who == "mother" and where in ("", "row"):
        return spot_x("phone_box")
    if where in ("", "row"):
        return None
    x = spot_x(INSIDE.get(where, where))
    return min(max(x, FIRST_X), LAST_X) if mode == "walk" else x


def spot_x(spot: str) -> float:
    """Where a spot of the level files is; the square for one that is not on the plan."""
    return plan.SPOT_X.get(spot, ELSEWHERE.get(spot, 1840.0))


def person_x(spot: str, nth: int) -> float:
    """Where the nth person of a spot stands: beside the door, not in it."""
    return spot_x(spot) - 74.0 - 58.0 * nth


def roam_x(spot: str, prop: str) -> float:
    """Where a free thing lies."""
    return spot_x(spot) + (-58.0 if prop == "railing" and spot == "park" else 92.0)


def things(view: View, walker: Walker, ahead: Ahead, moods: Moods = CALMLY) -> tuple[Thing, ...]:
    """Everything that can be walked to from where the walker is, from left to right."""
    if walker.lane:
        return tuple(_mouths(view, out=True))
    found = [*_mouths(view, out=False), *_doors(view, walker), *_others(view, moods)]
    if view.due:
        off = walker.x + AHEAD * walker.facing if ahead.x is None else ahead.x
        # What comes of itself when one walks up to it needs no key.
        reach = MEET if ahead.at_hand(walker) else 0.0
        found.append(Thing("due", "due", due_name(view), off, Act(do="meet"), reach=reach))
    return tuple(sorted(found, key=lambda one: (one.x, one.second)))


def within(found: tuple[Thing, ...], walker: Walker) -> tuple[Thing, ...]:
    """What is within reach: first what waits here, then the nearest; what shares a door stays beside it."""
    here = [one for one in found if one.kind != "person" and one.reach and abs(one.x - walker.x) <= one.reach]
    return tuple(sorted(here, key=lambda one: (one.kind != "due", abs(one.x - walker.x), one.second)))


def steps(thing: Thing, walker: Walker) -> str:
    """How far off a thing is, in words."""
    off = thing.x - walker.x
    count = round(abs(off) / STRIDE)
    if count == 0:
        return _("here")
    if off > 0:
        return ngettext("{count} step right", "{count} steps right", count).format(count=count)
    return ngettext("{count} step left", "{count} steps left", count).format(count=count)


def standing(people: tuple[Passer, ...], but: str = "") -> list[tuple[str, float]]:
    """Who stands where, without the one who is needed elsewhere (`but`)."""
    here: dict[str, int] = {}
    found = []
    for passer in people:
        nth = here.get(passer.spot, 0)
        here[passer.spot] = nth + 1
        if passer.who != but:
            found.append((passer.who, person_x(passer.spot, nth)))
    return found


def _doors(view: View, walker: Walker) -> list[Thing]:
    found = []
    for spot in view.spots:
        x = BENCH_X if spot.id == SQUARE else spot_x(spot.id)
        act = Act(do="visit", what=spot.id, how=walker.way)
        home = spot.id == HOME and not view.home_closed
        label = _("{place}: go in").format(place=spot.name) if spot.id == HOME else spot.name
        found.append(Thing(f"door.{spot.id}", "door", label, x, act, spot.closed, second=home))
    if any(spot.id == HOME for spot in view.spots):
        # While the day goes on, going in for an hour is the likelier wish.
        found.append(
            Thing("home", "home", _("End the day"), spot_x(HOME), Act(do="home"), view.home_closed,
                  second=bool(view.home_closed))
        )
    if view.board:
        label = _("The board: a line is new") if any(line.fresh for line in view.board) else _("Read the board")
        found.append(
            Thing("board", "board", label, float(plan.BOARD_X), Act(do="look", what="board"), reach=BOARD_REACH)
        )
    return found


def _others(view: View, moods: Moods) -> list[Thing]:
    found = []
    for roam in view.roams:
        act = Act(do="roam", what=roam.id, how="clear")
        x = roam_x(roam.spot, roam.prop)
        found.append(Thing(f"roam.{roam.id}", "roam", roam.text, x, act, mark=posted(roam.mark, roam.points)))
    names = {one.who: one.name for one in view.people}
    there = standing(view.people, view.due_who)
    return [*found, *(Thing(f"person.{who}", "person", said(names[who], moods.of(who)), x) for who, x in there)]


def _mouths(view: View, *, out: bool) -> list[Thing]:
    found = []
    for index, x in enumerate(plan.ALLEYS):
        beside = min(view.spots, key=lambda one: abs(spot_x(one.id) - x), default=None)
        found.append(Thing(f"mouth.{index}", "mouth", _mouth(beside, out=out), x))
    return found


def _mouth(beside: Spot | None, *, out: bool) -> str:
    """What a mouth of the lane is called, seen from inside or from the Row, by what stands beside it."""
    if beside is None:
        return _("Out to the Row") if out else _("Back lane")
    if beside.id == HOME:
        return (_("Out to the Row by {place}") if out else _("Back lane by {place}")).format(place=beside.name)
    # Within a sentence English writes a place small; other languages may not.
    place = beside.name.lower() if language() == ENGLISH else beside.name
    return (_("Out to the Row by the {place}") if out else _("Back lane by the {place}")).format(place=place)
