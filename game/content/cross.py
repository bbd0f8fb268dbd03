"""What no single shape can see: references between files, both halves of things, and the count of words."""

import difflib
from string import Formatter
from typing import TYPE_CHECKING, Any

from game.content.words import count_words
from game.model import content as c

if TYPE_CHECKING:
    from game.content.load import Found
    from game.content.reader import Path_

SCREEN = 60  # words on a play screen
CHOICE = 12  # words in a choice
THEN = 14  # words in a consequence
BY_HAND = ("walk", "wait", "counter", "line")
LEDGER_FIELDS = {"points", "change", "grade", "count", "day"}
DOOR_FIELDS = {"points", "at_least"}


def cross_check(found: "Found") -> None:
    """Note every fault that shows only when all files are read."""
    things = found.things
    for tariff in things["tariffs"].values():
        for i, rule in enumerate(tariff.rules):
            _refers(found, "tariffs", tariff.id, ("rules", i, "act"), rule.act, "acts")
    for regime in things["regimes"].values():
        _regime(found, regime)
    for condition in things["conditions"].values():
        _refers(found, "conditions", condition.id, ("regime",), condition.regime, "regimes")
    for family in things["families"].values():
        _family(found, family)
    for scene in things["scenes"].values():
        _turns(found, "scenes", scene)
        if scene.choices and all(turn.needs for turn in scene.choices):
            found.fault(
                "scenes", scene.id, ("choices",), "every choice needs something", "one that is always open", "add it"
            )
    for nudge in things["nudges"].values():
        _nudge(found, nudge)
    for place in things["places"].values():
        _place(found, place)
    for ask in things["asks"].values():
        for i, act in enumerate(ask.acts):
            _refers(found, "asks", ask.id, ("acts", i), act, "acts")
        if ask.regime:
            _refers(found, "asks", ask.id, ("regime",), ask.regime, "regimes")
        if ask.kind == "pick" and not ask.picks:
            found.fault("asks", ask.id, ("kind",), "there is nothing to pick", "picks", "add them")
    for roam in things["roams"].values():
        _refers(found, "roams", roam.id, ("act",), roam.act, "acts")
        _refers(found, "roams", roam.id, ("spot",), roam.spot, "places")
    for chapter in things["chapters"].values():
        _chapter(found, chapter)
    for campaign in things["campaigns"].values():
        _campaign(found, campaign)
    _whole(found)


def _refers(found: "Found", kind: str, name: str, path: "Path_", target: str, of: str) -> None:
    known = found.things[of]
    if target in known:
        return
    near = difflib.get_close_matches(target, list(known), 1)
    cure = f"did you mean “{near[0]}”" if near else f"write it under {of}, or mend the name"
    found.fault(kind, name, path, f"“{target}” is not among the {of}", "an id that is there", cure)


def _template(found: "Found", kind: str, name: str, path: "Path_", text: str, fields: set[str]) -> None:
    try:
        used = {part for _, part, _, _ in Formatter().parse(text) if part is not None}
    except ValueError:
        found.fault(kind, name, path, "has a brace without its partner", "{field}", "close it, or delete it")
        return
    for field in sorted(used - fields):
        expected = "one of " + ", ".join(sorted(fields))
        found.fault(kind, name, path, f"“{{{field}}}” is not a field here", expected, "mend the name")


def _words(found: "Found", kind: str, name: str, path: "Path_", text: str, most: int) -> None:
    count = count_words(text)
    if count > most:
        found.fault(kind, name, path, f"has {count} words", f"at most {most}", "say it shorter")


def _regime(found: "Found", regime: c.Regime) -> None:
    name = regime.id
    if regime.tariff:
        _refers(found, "regimes", name, ("tariff",), regime.tariff, "tariffs")
    if regime.carries_on:
        _refers(found, "regimes", name, ("carries_on",), regime.carries_on, "regimes")
        seen, at = {name}, regime.carries_on
        while at in found.things["regimes"] and at not in seen:
            seen.add(at)
            at = found.things["regimes"][at].carries_on or ""
        if at == name:
            found.fault(
                "regimes", name, ("carries_on",), "carries on from itself, in a circle", "an earlier regime", "cut it"
            )
    for i, rule in enumerate(regime.extra):
        _refers(found, "regimes", name, ("extra", i, "act"), rule.act, "acts")
    for i, pasted in enumerate(regime.pasted):
        _refers(found, "regimes", name, ("pasted", i, "rule", "act"), pasted.rule.act, "acts")
    for i, entry in enumerate(regime.file):
        if not any(entry.has in file.has for file in found.things["files"].values()):
            found.fault(
                "regimes",
                name,
                ("file", i, "has"),
                f"no starting file has “{entry.has}”",
                "one that some file has",
                "mend it",
            )
    for field in ("title", "opening", "up", "down", "level", "judged", "closing"):
        _template(found, "regimes", name, ("ledger", field), getattr(regime.ledger, field), LEDGER_FIELDS)
    for i, door in enumerate(regime.doors):
        _refers(found, "regimes", name, ("doors", i, "door"), door.door, "doors")
        for field in ("why_open", "why_shut"):
            _template(found, "regimes", name, ("doors", i, field), getattr(door, field), DOOR_FIELDS)
            if regime.explains and not getattr(door, field):
                found.fault("regimes", name, ("doors", i), f"explains, but “{field}” is empty", "a reason", "write it")
    if regime.scores == "looked_at" and not regime.one_look_in:
        found.fault("regimes", name, ("scores",), "counts what is looked at, but never looks", "one_look_in", "add it")
    if regime.shows == "points_and_grade" and not regime.grades:
        found.fault("regimes", name, ("shows",), "shows a grade, but has none", "grades", "add them")


def _family(found: "Found", family: c.Family) -> None:
    name = family.id
    roles = {role.id: role for role in family.choices}
    if len(roles) < len(family.choices):
        found.fault("families", name, ("choices",), "two choices share an id", "an id each", "rename one")
    for i, role in enumerate(family.choices):
        for k, act in enumerate(role.acts):
            _refers(found, "families", name, ("choices", i, "acts", k), act, "acts")
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
        _refers(found, "families", name, (*path, "who"), coat.who, "people")
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
    _words(found, kind, name, (*path, "text"), way.text, CHOICE)
    _words(found, kind, name, (*path, "then"), way.then, THEN)
    if way.tie:
        _refers(found, kind, name, (*path, "tie", "who"), way.tie.who, "people")
    if mode in BY_HAND and not way.prop:
        found.fault(kind, name, path, "is done by hand, but has no thing", "prop", "add it")


def _props(found: "Found", kind: str, name: str, path: "Path_", mode: str, props: list[str]) -> None:
    if mode in BY_HAND and len(set(props)) < len(props):
        found.fault(kind, name, (*path, "choices"), "two choices share a thing", "a prop each", "change one")


def _turns(found: "Found", kind: str, thing: Any) -> None:
    _refers(found, kind, thing.id, ("who",), thing.who, "people")
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
            _refers(found, kind, thing.id, (*path, "acts", k), act, "acts")
        if turn.instead and turn.instead not in ids:
            found.fault(
                kind,
                thing.id,
                (*path, "instead"),
                f"“{turn.instead}” is no choice here",
                "one of " + ", ".join(ids),
                "mend it",
            )
        if turn.needs and turn.needs.tie:
            _refers(found, kind, thing.id, (*path, "needs", "tie"), turn.needs.tie, "people")
    _props(found, kind, thing.id, (), thing.mode, [turn.prop for turn in thing.choices])


def _nudge(found: "Found", nudge: c.Nudge) -> None:
    _turns(found, "nudges", nudge)
    by_id = {turn.id: turn for turn in nudge.choices}
    for side in ("x", "z"):
        if getattr(nudge, side) not in by_id:
            what = f"“{getattr(nudge, side)}” is no choice here"
            found.fault("nudges", nudge.id, (side,), what, "one of " + ", ".join(by_id), "mend it")
    if nudge.pair:
        _refers(found, "nudges", nudge.id, ("pair",), nudge.pair, "box")


def _place(found: "Found", place: c.Place) -> None:
    if place.who:
        _refers(found, "places", place.id, ("who",), place.who, "people")
    for i, activity in enumerate(place.activities):
        path: Path_ = ("activities", i)
        for k, act in enumerate(activity.acts):
            _refers(found, "places", place.id, (*path, "acts", k), act, "acts")
        if activity.tie:
            _refers(found, "places", place.id, (*path, "tie", "who"), activity.tie.who, "people")
        if activity.shop and not activity.cheated:
            found.fault(
                "places", place.id, path, "one can be cheated here, but nothing is said of it", "cheated", "write it"
            )


def _chapter(found: "Found", chapter: c.Chapter) -> None:
    name = chapter.id
    _refers(found, "chapters", name, ("condition",), chapter.condition, "conditions")
    for i, story in enumerate(chapter.story):
        _refers(found, "chapters", name, ("story", i, "scene"), story.scene, "scenes")
    for i, standing in enumerate(chapter.people):
        _refers(found, "chapters", name, ("people", i, "who"), standing.who, "people")
        _refers(found, "chapters", name, ("people", i, "spot"), standing.spot, "places")
    for field in ("asks_morning", "asks_night"):
        asks = getattr(chapter, field)
        for i, ask in enumerate(asks):
            _refers(found, "chapters", name, (field, i), ask, "asks")
        if len(asks) + (chapter.diary and field == "asks_night" and "diary" not in asks) > 2:
            found.fault("chapters", name, (field,), f"{len(asks)} things ask at once", "at most two", "move one")


def _campaign(found: "Found", campaign: c.Campaign) -> None:
    name = campaign.id
    for field, kind in (
        ("families", "families"), ("visible_first", "chapters"), ("hidden_first", "chapters"), ("last_day", "scenes"),
        ("nudges", "nudges"), ("free", "scenes"), ("after_asks", "asks"),
    ):  # fmt: skip
        for i, target in enumerate(getattr(campaign, field)):
            _refers(found, "campaigns", name, (field, i), target, kind)
    if campaign.opening not in campaign.families:
        found.fault(
            "campaigns", name, ("opening",), f"“{campaign.opening}” is not among its families", "one that is", "mend it"
        )
    if sorted(campaign.visible_first) != sorted(campaign.hidden_first):
        found.fault(
            "campaigns", name, ("hidden_first",), "the two orders hold different chapters", "the same ones", "mend one"
        )
    if sum(campaign.nudge_arms) != len(campaign.nudges):
        what = f"{sum(campaign.nudge_arms)} arms for {len(campaign.nudges)} nudges"
        found.fault("campaigns", name, ("nudge_arms",), what, "an arm for each nudge", "mend the numbers")


def _whole(found: "Found") -> None:
    """What must be there for a play to be possible at all."""
    files = [file for file in found.things["files"].values() if file.middle]
    if found.things["files"] and len(files) != 1:
        name = next(iter(found.things["files"]))
        found.fault(
            "files", name, (), f"{len(files)} starting files are the middle one", "exactly one", "mend “middle”"
        )
    closes = list(found.things["closes"].values())
    if closes and (closes[-1].flags or closes[-1].doors):
        found.fault(
            "closes", closes[-1].id, (), "the last page has conditions", "one without, for every other play", "add it"
        )
