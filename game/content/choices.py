"""The choices that level files offer: families and their coats, scenes, nudges, places."""

import difflib
from typing import TYPE_CHECKING, Any

from game.content.lookup import refers, template, words
from game.content.words import count_words
from game.model import content as c

if TYPE_CHECKING:
    from game.content.load import Found
    from game.content.reader import Path_

SCREEN = 60  # words on a play screen
CHOICE = 12  # words in a choice
THEN = 14  # words in a consequence
BY_HAND = ("walk", "wait", "counter", "line")


def family(found: "Found", family: c.Family) -> None:
    """Check one family: both sides open, six ways of asking, every role in every coat, words, things."""
    name = family.id
    roles = {role.id: role for role in family.choices}
    if len(roles) < len(family.choices):
        found.fault("families", name, ("choices",), "two choices share an id", "an id each", "rename one")
    if any(role.plain for role in roles.values()) and not all(r.plain and r.plain_then for r in roles.values()):
        what = "some choices have plain words, some not"
        found.fault("families", name, ("choices",), what, "all or none", "add them")
    for i, role in enumerate(family.choices):
        words(found, "families", name, ("choices", i, "plain"), role.plain, CHOICE)
        words(found, "families", name, ("choices", i, "plain_then"), role.plain_then, THEN)
        for k, act in enumerate(role.acts):
            refers(found, "families", name, ("choices", i, "acts", k), act, "acts")
    if not any(r.keeps for r in roles.values()) or all(r.keeps for r in roles.values()):
        found.fault("families", name, ("choices",), "keeping or not keeping is not open", "a choice of each", "add one")
    away = roles.get(family.away)
    if away is None or away.keeps:
        found.fault(
            "families", name, ("away",), f"“{family.away}” is no choice that does not keep", "such a choice", "mend it"
        )
    kinds = [(coat.asks, coat.mood) for coat in family.coats]
    if len(set(kinds)) < len(kinds):
        found.fault(
            "families",
            name,
            ("coats",),
            "two coats ask alike",
            "each way of asking once grave, once absurd",
            "change one",
        )
    for i, coat in enumerate(family.coats):
        path: Path_ = ("coats", i)
        refers(found, "families", name, (*path, "who"), coat.who, "people")
        for lost in sorted(roles.keys() - coat.choices.keys()):
            found.fault(
                "families", name, (*path, "choices"), f"“{lost}” is missing", "every choice of the family", "add it"
            )
        for odd in sorted(coat.choices.keys() - roles.keys()):
            near = difflib.get_close_matches(odd, list(roles), 1)
            cure = f"did you mean “{near[0]}”" if near else "delete it"
            found.fault(
                "families", name, (*path, "choices", odd), f"“{odd}” is no choice of the family", "one that is", cure
            )
        longest = max(count_words(coat.memory.kept), count_words(coat.memory.not_kept))
        total = count_words(coat.scene) + longest + 8 + sum(count_words(way.text) for way in coat.choices.values())
        if total > SCREEN:
            found.fault(
                "families",
                name,
                (*path, "scene"),
                f"makes a screen of {total} words",
                f"at most {SCREEN}",
                "say it shorter",
            )
        for key, way in coat.choices.items():
            _way(found, "families", name, (*path, "choices", key), way, family.mode)
        _props(found, "families", name, path, family.mode, [way.prop for way in coat.choices.values()])


def _way(found: "Found", kind: str, name: str, path: "Path_", way: c.Way, mode: str) -> None:
    words(found, kind, name, (*path, "text"), way.text, CHOICE)
    words(found, kind, name, (*path, "then"), way.then, THEN)
    if way.tie:
        refers(found, kind, name, (*path, "tie", "who"), way.tie.who, "people")
    if mode in BY_HAND and not way.prop:
        found.fault(kind, name, path, "is done by hand, but has no thing", "prop", "add it")


def _props(found: "Found", kind: str, name: str, path: "Path_", mode: str, props: list[str]) -> None:
    if mode in BY_HAND and len(set(props)) < len(props):
        found.fault(kind, name, (*path, "choices"), "two choices share a thing", "a prop each", "change one")


def turns(found: "Found", kind: str, thing: Any) -> None:
    """Check the choices of a scene or a nudge."""
    refers(found, kind, thing.id, ("who",), thing.who, "people")
    ids = [turn.id for turn in thing.choices]
    if len(set(ids)) < len(ids):
        found.fault(kind, thing.id, ("choices",), "two choices share an id", "an id each", "rename one")
    total = (
        count_words(thing.scene)
        + count_words(getattr(thing, "aside", ""))
        + sum(count_words(t.text) for t in thing.choices)
    )
    if total > SCREEN:
        found.fault(
            kind, thing.id, ("scene",), f"makes a screen of {total} words", f"at most {SCREEN}", "say it shorter"
        )
    for i, turn in enumerate(thing.choices):
        path: Path_ = ("choices", i)
        _way(found, kind, thing.id, path, turn, thing.mode)
        for k, act in enumerate(turn.acts):
            refers(found, kind, thing.id, (*path, "acts", k), act, "acts")
        if turn.instead and turn.instead not in ids:
            found.fault(
                kind,
                thing.id,
                (*path, "instead"),
                f"“{turn.instead}” is no choice here",
                "one of " + ", ".join(ids),
                "mend it",
            )
        _systems(found, kind, thing.id, path, turn)
        if turn.next:
            refers(found, kind, thing.id, (*path, "next"), turn.next, "scenes")
    _props(found, kind, thing.id, (), thing.mode, [turn.prop for turn in thing.choices])


READ = {"points", "grade"}


def _systems(found: "Found", kind: str, name: str, path: "Path_", way: c.Turn | c.ActivityOf) -> None:
    """Check what a choice or an activity needs, joins and reads."""
    if way.needs and way.needs.tie:
        refers(found, kind, name, (*path, "needs", "tie"), way.needs.tie, "people")
    if way.needs and way.needs.regime:
        refers(found, kind, name, (*path, "needs", "regime"), way.needs.regime, "regimes")
    for field, target in (("joins", way.joins), ("reads", way.reads)):
        if target:
            refers(found, kind, name, (*path, field), target, "regimes")
    template(found, kind, name, (*path, "then"), way.then, READ if way.reads else set())


def nudge(found: "Found", nudge: c.Nudge) -> None:
    """Check a nudge: its two sides are among its choices."""
    turns(found, "nudges", nudge)
    by_id = {turn.id: turn for turn in nudge.choices}
    for side in ("x", "z"):
        if getattr(nudge, side) not in by_id:
            what = f"“{getattr(nudge, side)}” is no choice here"
            found.fault("nudges", nudge.id, (side,), what, "one of " + ", ".join(by_id), "mend it")
    if bool(nudge.phone_x) != bool(nudge.phone_z):
        found.fault("nudges", nudge.id, ("phone_x",), "the app pushes to one side only", "both lines", "add the other")
    if nudge.pair:
        refers(found, "nudges", nudge.id, ("pair",), nudge.pair, "box")


def place(found: "Found", place: c.Place) -> None:
    """Check what can be done at a place."""
    if place.who:
        refers(found, "places", place.id, ("who",), place.who, "people")
    for i, activity in enumerate(place.activities):
        path: Path_ = ("activities", i)
        for k, act in enumerate(activity.acts):
            refers(found, "places", place.id, (*path, "acts", k), act, "acts")
        if activity.tie:
            refers(found, "places", place.id, (*path, "tie", "who"), activity.tie.who, "people")
        _systems(found, "places", place.id, path, activity)
        if activity.shop and not activity.cheated:
            found.fault(
                "places", place.id, path, "one can be cheated here, but nothing is said of it", "cheated", "write it"
            )
