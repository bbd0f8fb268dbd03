"""What waits on the Row, as a passer-by would say it."""

from typing import TYPE_CHECKING

from game.language import N_, _

if TYPE_CHECKING:
    from game.model.view import View

INSIDE = {  # behind whose door
    "kitchen": "no_7", "stairwell": "no_7", "doorstep": "no_7", "call_floor": "ferry_office", "carriage": "station",
}
NOBODY = ("", "nobody")
NAMES = {
    "kitchen": N_("Your kitchen"), "stairwell": N_("The stairs at No. 7"), "doorstep": N_("Your doorstep"),
    "call_floor": N_("The call floor"), "lodging": N_("The way inland"), "quay": N_("Something on the quay"),
    "square": N_("Something on the square"), "park": N_("Something in the park"),
}


def due_name(view: "View") -> str:
    """Who or what waits and where, and from which hour, as a passer-by would say it."""
    what = _due_name(view)
    return _("{what}, {hour}").format(what=what, hour=view.due_hour) if view.due_hour else what


def _due_name(view: "View") -> str:
    where = view.due_where
    if view.due_mode == "wait":
        return _("The crossing")
    if view.due_who == "mother":
        return _("A telephone rings") if where in ("", "row") else _("Your mother")
    if view.due_lies:
        return _("Somebody on the ground")
    spot = next((one.name for one in view.spots if one.id == INSIDE.get(where, where)), "")
    if where == "call_floor" or view.due_who in NOBODY:
        return _(NAMES.get(where, "")) or spot or _("Something on the pavement")
    return _("{who}, {place}").format(who=view.due, place=spot) if spot else view.due
