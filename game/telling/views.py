"""A View in the player's language. What rules and level files say is put into it; ids and the machine's words stay.

The play and its record keep their own View, in English: only what is shown is told. English itself costs nothing and
gives the same View back.
"""

from typing import Any, TypeVar

from game.language import told
from game.language.spoken import now
from game.model import record, view
from game.model.base import Shape
from game.model.content import Person
from game.model.view import View

WORDS: dict[type[Shape], tuple[str, ...]] = {
    View: ("cheer", "due", "errand", "then", "home_closed"),
    view.Standing: ("grade", "word"),
    view.Spot: ("name", "closed"),
    view.Passer: ("name", "line"),
    view.RoamView: ("text",),
    view.Activity: ("text", "closed"),
    view.PlaceView: ("name", "line"),
    view.BoardLine: ("text",),
    view.Choice: ("text",),
    view.AskView: ("title", "line", "low", "high"),
    view.DoorView: ("name", "why"),
    view.Page: ("title", "lines", "rows"),
    record.Shown: ("scene", "voice", "aside"),
    record.Option: ("text", "closed"),
    Person: ("name",),
}
"""The fields of each shape that hold words for a player."""
MACHINE: dict[type[Shape], tuple[str, ...]] = {
    View: ("weekday", "clock", "at", "due_who", "due_mode", "due_hour", "due_where", "due_thing", "chosen", "seen"),
    view.Standing: ("arrow",),
    view.Spot: ("id",),
    view.Passer: ("who", "spot"),
    view.RoamView: ("id", "spot", "prop", "mark"),
    view.Activity: ("id", "mark"),
    view.PlaceView: ("id",),
    view.BoardLine: ("id",),
    view.Choice: ("id",),
    view.PaneView: ("figures",),
    view.AskView: ("id",),
    view.DoorView: ("id",),
    view.Page: ("kind",),
    record.Shown: ("moment", "mode", "world", "light", "watch", "clock", "who", "where", "thing"),
    record.Option: ("id", "mark", "prop"),
}
"""And those that a screen reads as a word of the machine: ids, kinds, the hour; what it says of them it looks up."""

S = TypeVar("S", bound=Shape)


def told_view(seen: View) -> View:
    """The same instant in the language in force; the same object where that is English."""
    return told_shape(seen)


def told_shape(shape: S) -> S:
    """A shape of a View or a record with its words told, and those of the shapes in it; or itself."""
    if now().levels is None:
        return shape
    known = WORDS.get(type(shape), ())
    changed: dict[str, Any] = {}
    for name, value in shape:
        fresh = _told(value) if name in known else _inside(value)
        if fresh != value:
            changed[name] = fresh
    if isinstance(shape, view.Choice) and "/" in shape.id:  # a pair out of the box: its two things are two texts
        changed["text"] = " / ".join(told(part) for part in shape.text.split(" / "))
    return shape.but(**changed) if changed else shape


def _told(value: Any) -> Any:
    """A text, or texts in rows."""
    return told(value) if isinstance(value, str) else tuple(_told(one) for one in value)


def _inside(value: Any) -> Any:
    """The shapes in a field that holds no words itself."""
    if isinstance(value, Shape):
        return told_shape(value)
    return tuple(_inside(one) for one in value) if isinstance(value, tuple) else value
