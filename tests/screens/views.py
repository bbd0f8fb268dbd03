"""Hand-made Views of the street and of moments by hand."""

from typing import Any

from game.model.record import Option, Shown
from game.model.view import BoardLine, Passer, RoamView, Spot, Standing, View

PLACES = (
    "bakery", "no_7", "ferry_office", "library", "board", "clinic", "cafe", "market", "laundry", "station", "pawnshop",
    "park",
)
PROPS = {
    "walk": ("person", "phone_box", "way_on"), "wait": ("kerb", "road", "bridge"),
    "counter": ("coin", "cup", "slip"), "line": ("plug", "headset", "notepad"),
}


def street(**changes: Any) -> View:
    """A plain morning at No. 7 with nothing due."""
    fields: dict[str, Any] = {
        "phase": "street", "world": "daylight", "light": "noon", "watch": "none", "lantern": "plain", "day": 1,
        "days": 6, "weekday": "Monday", "clock": "08:40", "minutes_left": 600, "coins": 20, "tick": 0, "rest": 8,
        "ties": 4, "need": 160, "standing": None, "at": "no_7", "way": "row", "errand": "Ninety for the fare.",
        "spots": tuple(Spot(id=place, name=place.replace("_", " ").title()) for place in PLACES),
        "people": (Passer(who="mei", name="Mei Castell", spot="bakery", line="The bread is honest."),),
    }
    return View(**(fields | changes))


def due(**changes: Any) -> View:
    """Somebody waits ahead."""
    return street(**({"due": "Kiran Rao", "due_who": "rao", "due_mode": "sheet", "home_closed": "Not yet."} | changes))


def posted(**changes: Any) -> View:
    """A day under the board, with two posted lines, one of them read, and something to use."""
    lines = (BoardLine(id="red", text="Crossing on red", points=-5), BoardLine(id="fall", text="Helping", points=None))
    roam = RoamView(id="gulls", text="Feed the gulls", spot="ferry_office", prop="gulls", mark="posted")
    fields = {
        "world": "print", "watch": "plain", "lantern": "lit", "board": lines, "roams": (roam,),
        "standing": Standing(points=600, grade="A"),
    }
    return street(**(fields | changes))


def moment(mode: str, near: tuple[int, ...] = (0, 1, 2), **changes: Any) -> View:
    """A moment by hand with three options: a, b and c."""
    given = {key: changes.pop(key) for key in ("preselected", "closed", "friction") if key in changes}
    options = tuple(
        Option(
            id=name, text=f"Do the thing {name}", minutes=5, near=rank, prop=prop,
            preselected=given.get("preselected") == name, lit=given.get("preselected") == name,
            closed="Not today." if given.get("closed") == name else "",
            friction=1 if given.get("friction") == name else 0,
        )
        for name, prop, rank in zip("abc", PROPS[mode], near, strict=True)
    )
    shown = Shown(
        moment="U0.test", mode=mode, world="daylight", light="noon", watch="none", day=1, clock="08:40", who="mei",
        where="call_floor" if mode == "line" else "square", scene="A thing has happened, in few words.",
        options=options,
    )
    return street(**({"phase": "moment", "moment": shown, "people": ()} | changes))
