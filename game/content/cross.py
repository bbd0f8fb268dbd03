"""What no single shape can see: references between files, both halves of things, and the count of words."""

from collections import Counter
from typing import TYPE_CHECKING

from game.content import choices
from game.content.lookup import refers, template, words
from game.model import content as c

if TYPE_CHECKING:
    from game.content.load import Found

LEDGER_FIELDS = {"points", "change", "grade", "count", "day"}
LEDGER_LINES = ("title", "opening", "up", "down", "level", "judged", "closing")
DOOR_FIELDS = {"points", "at_least"}
SIGHT = 7  # words in a line about the watch
PASSING = 16  # words that somebody says in passing
SEEN_FROM_THE_CHAIR = 12  # words in a window
LIT = 12  # windows that the chair looks at


def cross_check(found: "Found") -> None:
    """Note every fault that shows only when all files are read."""
    things = found.things
    for tariff in things["tariffs"].values():
        for i, rule in enumerate(tariff.rules):
            refers(found, "tariffs", tariff.id, ("rules", i, "act"), rule.act, "acts")
    for regime in things["regimes"].values():
        _regime(found, regime)
    for condition in things["conditions"].values():
        refers(found, "conditions", condition.id, ("regime",), condition.regime, "regimes")
    for family in things["families"].values():
        choices.family(found, family)
    for scene in things["scenes"].values():
        choices.turns(found, "scenes", scene)
        if scene.choices and all(turn.needs for turn in scene.choices):
            found.fault(
                "scenes", scene.id, ("choices",), "every choice needs something", "one that is always open", "add it"
            )
    for nudge in things["nudges"].values():
        choices.nudge(found, nudge)
    for place in things["places"].values():
        choices.place(found, place)
    for window in things["windows"].values():
        _window(found, window)
    for ask in things["asks"].values():
        for i, act in enumerate(ask.acts):
            refers(found, "asks", ask.id, ("acts", i), act, "acts")
        if ask.regime:
            refers(found, "asks", ask.id, ("regime",), ask.regime, "regimes")
        if ask.kind == "pick" and not ask.picks:
            found.fault("asks", ask.id, ("kind",), "there is nothing to pick", "picks", "add them")
    for roam in things["roams"].values():
        refers(found, "roams", roam.id, ("act",), roam.act, "acts")
        refers(found, "roams", roam.id, ("spot",), roam.spot, "places")
    for chapter in things["chapters"].values():
        _chapter(found, chapter)
    for campaign in things["campaigns"].values():
        _campaign(found, campaign)
    for arc in things["arcs"].values():
        _arc(found, arc)
    _whole(found)


def _window(found: "Found", window: c.Window) -> None:
    """A window shows a choice that some family has, in few words."""
    refers(found, "windows", window.id, ("family",), window.family, "families")
    family = found.things["families"].get(window.family)
    roles = [role.id for role in family.choices] if family else []
    if family and window.choice not in roles:
        what = f"“{window.choice}” is no choice of “{family.id}”"
        found.fault("windows", window.id, ("choice",), what, "one of " + ", ".join(roles), "mend the name")
    words(found, "windows", window.id, ("text",), window.text, SEEN_FROM_THE_CHAIR)


def _chair(found: "Found", campaign: c.Campaign) -> None:
    """Where the chair asks, every choice of the campaign's families is to be seen in exactly one window."""
    asks = [found.things["asks"].get(ask) for ask in campaign.after_asks]
    if not any(ask and ask.kind == "chair" for ask in asks):
        return
    shown = Counter((w.family, w.choice) for w in found.things["windows"].values())
    if sum(number for (family, _), number in shown.items() if family in campaign.families) < LIT:
        found.fault("campaigns", campaign.id, ("families",), "too few windows for the chair", f"{LIT}", "more families")
    for i, name in enumerate(campaign.families):
        family = found.things["families"].get(name)
        for role in family.choices if family else ():
            if shown[(name, role.id)] != 1:
                what = f"“{role.id}” of “{name}” is in {shown[(name, role.id)]} windows"
                found.fault("campaigns", campaign.id, ("families", i), what, "one", "mend windows.yaml")


def _regime(found: "Found", regime: c.Regime) -> None:
    name = regime.id
    if regime.tariff:
        refers(found, "regimes", name, ("tariff",), regime.tariff, "tariffs")
    if regime.carries_on:
        refers(found, "regimes", name, ("carries_on",), regime.carries_on, "regimes")
        seen, at = {name}, regime.carries_on
        while at in found.things["regimes"] and at not in seen:
            seen.add(at)
            at = found.things["regimes"][at].carries_on or ""
        if at == name:
            found.fault(
                "regimes", name, ("carries_on",), "carries on from itself, in a circle", "an earlier regime", "cut it"
            )
    for i, rule in enumerate(regime.extra):
        refers(found, "regimes", name, ("extra", i, "act"), rule.act, "acts")
    for i, pasted in enumerate(regime.pasted):
        refers(found, "regimes", name, ("pasted", i, "rule", "act"), pasted.rule.act, "acts")
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
    if (regime.ledger is None) is not regime.side:
        what = "a side system has a ledger" if regime.side else "“ledger” is missing"
        found.fault("regimes", name, (), what, "a ledger for a day's regime, none for a side system", "mend it")
    for field in LEDGER_LINES if regime.ledger else ():
        template(found, "regimes", name, ("ledger", field), getattr(regime.ledger, field), LEDGER_FIELDS)
    _felt(found, regime)
    for i, sight in enumerate(regime.sights):
        words(found, "regimes", name, ("sights", i), sight, SIGHT)
    for i, door in enumerate(regime.doors):
        refers(found, "regimes", name, ("doors", i, "door"), door.door, "doors")
        for field in ("why_open", "why_shut"):
            template(found, "regimes", name, ("doors", i, field), getattr(door, field), DOOR_FIELDS)
            if regime.explains and not getattr(door, field):
                found.fault("regimes", name, ("doors", i), f"explains, but “{field}” is empty", "a reason", "write it")
    if regime.scores == "looked_at" and not regime.one_look_in:
        found.fault("regimes", name, ("scores",), "counts what is looked at, but never looks", "one_look_in", "add it")
    if regime.shows == "points_and_grade" and not regime.grades:
        found.fault("regimes", name, ("shows",), "shows a grade, but has none", "grades", "add them")


WHERE = {
    "scene": "scenes", "place": "places", "person": "people", "family": "families", "door": "doors", "roam": "roams",
}  # fmt: skip


def _felt(found: "Found", regime: c.Regime) -> None:
    """What gets better or worse must be there to be met; `town` and `night` are everywhere."""
    for i, felt in enumerate(regime.felt):
        kind, target = felt.where.split(":")
        if kind in WHERE:
            refers(found, "regimes", regime.id, ("felt", i, "where"), target, WHERE[kind])


def _arc(found: "Found", arc: c.Arc) -> None:
    refers(found, "arcs", arc.id, ("who",), arc.who, "people")
    last = arc.ends[-1]
    if last.flags or last.unless or last.tie_at_least is not None or last.tie_at_most is not None:
        what = "the last end has conditions"
        found.fault("arcs", arc.id, ("ends",), what, "one without, for every other play", "add it")


def _chapter(found: "Found", chapter: c.Chapter) -> None:
    name = chapter.id
    refers(found, "chapters", name, ("condition",), chapter.condition, "conditions")
    for i, side in enumerate(chapter.beside):
        refers(found, "chapters", name, ("beside", i), side, "regimes")
        if side in found.things["regimes"] and not found.things["regimes"][side].side:
            what = f"“{side}” is no side system"
            found.fault("chapters", name, ("beside", i), what, "one with `side: true`", "mend it")
    for i, story in enumerate(chapter.story):
        refers(found, "chapters", name, ("story", i, "scene"), story.scene, "scenes")
        for k, campaign in enumerate(story.campaigns):
            refers(found, "chapters", name, ("story", i, "campaigns", k), campaign, "campaigns")
    for i, standing in enumerate(chapter.people):
        refers(found, "chapters", name, ("people", i, "who"), standing.who, "people")
        refers(found, "chapters", name, ("people", i, "spot"), standing.spot, "places")
        words(found, "chapters", name, ("people", i, "line"), standing.line, PASSING)
    for field in ("story", "people"):
        for i, entry in enumerate(getattr(chapter, field)):
            if entry.day > len(chapter.mornings):
                what, expected = f"day {entry.day} never comes", f"1 to {len(chapter.mornings)}, as many as mornings"
                found.fault("chapters", name, (field, i), what, expected, "mend it")
    for field in ("asks_morning", "asks_evening", "asks_night"):
        for i, ask in enumerate(getattr(chapter, field)):
            refers(found, "chapters", name, (field, i), ask, "asks")
    night = len({*chapter.asks_evening, *chapter.asks_night, *(["diary"] if chapter.diary else [])})
    for field, count in (("asks_morning", len(chapter.asks_morning)), ("asks_night", night)):
        if count > 2:
            found.fault("chapters", name, (field,), f"{count} things ask at once", "at most two", "move one")


def _campaign(found: "Found", campaign: c.Campaign) -> None:
    name = campaign.id
    for field, kind in (
        ("families", "families"), ("visible_first", "chapters"), ("hidden_first", "chapters"), ("last_day", "scenes"),
        ("nudges", "nudges"), ("free", "scenes"), ("asks", "asks"), ("after_asks", "asks"),
        ("arcs", "arcs"),
    ):  # fmt: skip
        for i, target in enumerate(getattr(campaign, field)):
            refers(found, "campaigns", name, (field, i), target, kind)
    if not campaign.visible_first:
        found.fault("campaigns", name, ("visible_first",), "there is no day to live", "a chapter or more", "name some")
    if campaign.opening not in campaign.families:
        found.fault(
            "campaigns", name, ("opening",), f"“{campaign.opening}” is not among its families", "one that is", "mend it"
        )
    if sorted(campaign.visible_first) != sorted(campaign.hidden_first):
        found.fault(
            "campaigns", name, ("hidden_first",), "the two orders hold different chapters", "the same ones", "mend one"
        )
    for field in ("visible_first", "hidden_first"):
        chapters = [found.things["chapters"].get(chapter) for chapter in getattr(campaign, field)]
        lived = [chapter.condition for chapter in chapters if chapter]
        if len(set(lived)) < len([one for i, one in enumerate(lived) if i == 0 or lived[i - 1] != one]):
            what = "a condition is left and comes back"
            found.fault("campaigns", name, (field,), what, "chapters of one condition follow each other", "move them")
    if sum(campaign.nudge_arms) != len(campaign.nudges):
        what = f"{sum(campaign.nudge_arms)} arms for {len(campaign.nudges)} nudges"
        found.fault("campaigns", name, ("nudge_arms",), what, "an arm for each nudge", "mend the numbers")
    _chair(found, campaign)


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
