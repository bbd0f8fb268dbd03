"""Which screens show a View: the lowest first. The one table that says so."""

from collections.abc import Callable, Mapping

from game.model.view import View
from game.screens.asks import Asking
from game.screens.back import INDOORS, Backdrop
from game.screens.chair import Chair
from game.screens.hands import hand
from game.screens.kit.screen import Screen
from game.screens.pages import Reading, Strip
from game.screens.passing.screen import over as passing
from game.screens.place import Indoors
from game.screens.plays import Over
from game.screens.sheet import Sheet
from game.screens.street import Street

Looks = Mapping[str, object]  # people by id; "at:<place>" is whoever keeps a place
MAKERS: dict[str, Callable[[View, Looks], Screen]] = {
    "back": Backdrop,
    "street": Street,
    "sheet": lambda view, _looks: Sheet(view),
    "then": lambda view, _looks: Strip(view),
    "page": lambda view, _looks: Reading(view),
    "place": lambda view, _looks: Indoors(view),
    "ask": lambda view, looks: _thing(view)(view, looks),
    "over": lambda view, _looks: Over(view),
}


def _thing(view: View) -> Callable[[View, Looks], Screen]:
    """All that asks lies on the kitchen table, but for the chair."""
    return Chair if view.ask is not None and view.ask.kind == "chair" else Asking


def kinds(view: View) -> tuple[str, ...]:
    """The kinds of screen for a View, the lowest first. The street lies below all of a day, so that feet stay put."""
    if view.phase in ("moment", "then"):
        moment = view.moment
        by_hand = moment is not None and moment.mode != "sheet"
        on_foot = moment is not None and moment.mode in ("walk", "wait")
        inside = moment is not None and moment.where in INDOORS and not on_foot
        ground = ("street", "back") if inside else ("street",)
        if view.phase == "then":
            return (*ground, "then")
        return ("street", "hands") if by_hand else (*ground, "sheet")
    return {
        "street": ("street",),
        "place": ("street", "back", "place"),
        "ask": ("ask",),
        "over": ("over",),
    }.get(view.phase, ("back", "page"))


def layers(view: View, now: list[Screen], looks: Looks) -> list[Screen]:
    """The screens for a View. Those of `now` that can go on with it stay; what lay above a new one goes."""
    shown: list[Screen] = []
    wanted = kinds(view)
    for index, kind in enumerate(wanted):
        old = now[index] if index < len(now) else None
        if old is not None and getattr(old, "kind", "") == kind and old.take(view):
            shown.append(old)
            continue
        fresh = hand(view, shown[0]) if kind == "hands" else MAKERS[kind](view, looks)
        fresh.kind = kind
        shown.append(fresh)
        now = []
    shown += [over for over in now[len(wanted) :] if not over.kind and over.take(view)]
    return shown


def over(before: View | None, view: View, now: list[Screen], looks: Looks, *, still: bool) -> list[Screen]:
    """As `layers`, and on top what passes by itself between two days. `still`: then there are only its words."""
    return passing(before, view, layers(view, now, looks), looks, still=still)
