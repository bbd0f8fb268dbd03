"""What nobody would ever meet: scenes without a way to them, flags that nothing sets, systems that nothing feeds.

These checks presuppose that every name resolves; `check` makes them once nothing else is wrong with the files.
"""

import difflib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.content.load import Found
    from game.content.reader import Path_

Place_ = tuple[str, str, "Path_"]  # kind of thing, its id, where in it


def reach(found: "Found") -> None:
    """Note every fault of this kind."""
    _scenes(found)
    _circles(found)
    _flags(found)
    _systems(found)
    _rules(found)
    _people(found)
    _idle(found)


def choices(found: "Found") -> Iterator[tuple[str, str, "Path_", Any]]:
    """Every choice and activity that may have a `needs`: kind, id, path, the choice."""
    for kind, field in (("scenes", "choices"), ("nudges", "choices"), ("places", "activities")):
        for one in found.things[kind].values():
            for i, way in enumerate(getattr(one, field)):
                yield kind, one.id, (field, i), way


def after(found: "Found", names: set[str]) -> set[str]:
    """These scenes and all that follow from them by `next`."""
    out, waiting = set(names), sorted(names)
    while waiting:
        for turn in found.things["scenes"][waiting.pop()].choices:
            if turn.next and turn.next not in out:
                out.add(turn.next)
                waiting.append(turn.next)
    return out


def _scenes(found: "Found") -> None:
    things = found.things
    named = {story.scene for chapter in things["chapters"].values() for story in chapter.story}
    for campaign in things["campaigns"].values():
        named |= {*campaign.free, *campaign.last_day}
    named |= {turn.next for nudge in things["nudges"].values() for turn in nudge.choices if turn.next}
    for name in sorted(things["scenes"].keys() - after(found, named)):
        what = f"“{name}” can never be reached"
        expected = "a chapter's story, a campaign's free or last_day, or a `next` that leads here"
        found.fault("scenes", name, ("id",), what, expected, "name it there, or delete the file")


def _circles(found: "Found") -> None:
    """A queue or a shift is a chain with an end. Of each circle the first link is named."""
    told: set[str] = set()
    for scene in found.things["scenes"].values():
        for i, turn in enumerate(scene.choices):
            if turn.next and scene.id not in told and (chain := _chain(found, turn.next, scene.id)):
                what = "the scenes go in a circle: " + ", ".join([scene.id, *chain])
                told |= set(chain)
                found.fault("scenes", scene.id, ("choices", i, "next"), what, "a chain with an end", "cut one `next`")


def _chain(found: "Found", start: str, goal: str) -> list[str]:
    """The scenes from `start` to `goal` along `next`, both included; none if there is no way."""
    came: dict[str, str] = {start: ""}
    waiting = [start]
    while waiting:
        at = waiting.pop(0)
        if at == goal:
            chain = []
            while at:
                chain.append(at)
                at = came[at]
            return chain[::-1]
        for turn in found.things["scenes"][at].choices:
            if turn.next and turn.next not in came:
                came[turn.next] = at
                waiting.append(turn.next)
    return []


def flags_set(found: "Found") -> set[str]:
    """Every flag that something can set: by its own name, or by one of the names that the rules give."""
    things = found.things
    out = {f"{family.id}_{role.id}" for family in things["families"].values() for role in family.choices}
    out |= {f"asked_{ask}" for ask in _asking(found)}
    for kind, _, _, way in choices(found):
        if kind == "places":
            out |= {f"did_{way.id}", way.flag} - {""}
        else:
            out |= set(way.flags)
    return out | {f"joined_{side}" for side in _joined(found)}


def _asking(found: "Found") -> set[str]:
    """The things that ask on some day, or after the last."""
    out = {ask for one in found.things["campaigns"].values() for ask in one.after_asks}
    for one in found.things["chapters"].values():
        out |= {*one.asks_morning, *one.asks_evening, *one.asks_night, *(("diary",) if one.diary else ())}
    return out


def _joined(found: "Found") -> set[str]:
    """Side systems that begin for somebody: because a choice joins, or by themselves where they run."""
    regimes = found.things["regimes"]
    run = {side for chapter in found.things["chapters"].values() for side in chapter.beside}
    return {side for side in run if regimes[side].entry != "opt_in"} | {w.joins for *_, w in choices(found) if w.joins}


def flags_asked(found: "Found") -> Iterator[tuple[str, Place_]]:
    """Every flag that something waits for, and where."""
    things = found.things
    for scene in things["scenes"].values():
        yield scene.unless, ("scenes", scene.id, ("unless",))
    for kind, name, path, way in choices(found):
        yield way.needs.flag if way.needs else "", (kind, name, (*path, "needs", "flag"))
    for chapter in things["chapters"].values():
        for i, standing in enumerate(chapter.people):
            for field in ("flag", "unless"):
                yield getattr(standing, field), ("chapters", chapter.id, ("people", i, field))
    for arc in things["arcs"].values():
        for i, end in enumerate(arc.ends):
            for field in ("flags", "unless"):
                for k, flag in enumerate(getattr(end, field)):
                    yield flag, ("arcs", arc.id, ("ends", i, field, k))
    for close in things["closes"].values():
        for k, flag in enumerate(close.flags):
            yield flag, ("closes", close.id, ("flags", k))


def _flags(found: "Found") -> None:
    known = flags_set(found)
    for flag, (kind, name, path) in flags_asked(found):
        if flag and flag not in known:
            near = difflib.get_close_matches(flag, sorted(known), 1)
            cure = f"did you mean “{near[0]}”" if near else "let a choice set it, or cut it here"
            found.fault(kind, name, path, f"nothing ever sets “{flag}”", "a flag that a choice or an act sets", cure)


def _systems(found: "Found") -> None:
    things = found.things
    run = {side for chapter in things["chapters"].values() for side in chapter.beside}
    lived = {condition.regime for condition in things["conditions"].values()}
    joined = _joined(found)
    for regime in things["regimes"].values():
        if regime.side and regime.id not in run:
            what, cure = "no chapter runs this side system", "write it into `beside`, or delete the file"
            found.fault("regimes", regime.id, ("id",), what, "a chapter that has it beside", cure)
        elif regime.side and regime.id not in joined:
            what, cure = "nobody can opt in", "give a choice `joins`, or change the entry"
            found.fault("regimes", regime.id, ("entry",), what, "a choice or an activity that joins it", cure)
        elif not regime.side and regime.id not in lived:
            what, cure = "no condition has this regime", "name it there, or make it a side system"
            found.fault("regimes", regime.id, ("id",), what, "a condition that has it", cure)
    for kind, name, path, way in choices(found):
        if way.joins and not things["regimes"][way.joins].side:
            what = f"“{way.joins}” is no side system: one lives under it, or not"
            found.fault(kind, name, (*path, "joins"), what, "one with `side: true`", "mend it")


def carried(found: "Found") -> set[str]:
    """Every act that something which can be done carries."""
    things = found.things
    out = {act for family in things["families"].values() for role in family.choices for act in role.acts}
    out |= {act for *_, way in choices(found) for act in way.acts}
    return out | {roam.act for roam in things["roams"].values()}


def _rules(found: "Found") -> None:
    """A rule about what nobody can do is a promise that nobody can test."""
    things = found.things
    can = carried(found)
    rules: list[tuple[Any, Place_]] = []
    for tariff in things["tariffs"].values():
        rules += [(rule, ("tariffs", tariff.id, ("rules", i, "act"))) for i, rule in enumerate(tariff.rules)]
    for regime in things["regimes"].values():
        rules += [(rule, ("regimes", regime.id, ("extra", i, "act"))) for i, rule in enumerate(regime.extra)]
        pasted = enumerate(regime.pasted)
        rules += [(line.rule, ("regimes", regime.id, ("pasted", i, "rule", "act"))) for i, line in pasted]
    for rule, (kind, name, path) in rules:
        if rule.act not in can:
            what = f"nothing that can be done is “{rule.act}”"
            found.fault(kind, name, path, what, "a choice, an activity or a roam with this act", "add it, or cut this")


def _people(found: "Found") -> None:
    """Somebody may turn up in one scene only; not in none at all."""
    things = found.things
    named = {one.who for kind in ("scenes", "nudges", "places", "arcs") for one in things[kind].values()}
    for *_, way in choices(found):
        named |= {way.tie.who if way.tie else None, way.needs.tie if way.needs else None}
    for family in things["families"].values():
        for coat in family.coats:
            named |= {coat.who, *(way.tie.who for way in coat.choices.values() if way.tie)}
    named |= {standing.who for chapter in things["chapters"].values() for standing in chapter.people}
    for name in sorted(things["people"].keys() - named):
        what = f"“{name}” is never met"
        found.fault("people", name, ("id",), what, "a scene, a coat, a place or a line on the street", "give one")


def _idle(found: "Found") -> None:
    """Families, nudges, ends and lists that no play would take up."""
    things = found.things
    campaigns = things["campaigns"].values()
    taken = {
        "families": ("a campaign", {family for one in campaigns for family in one.families}),
        "nudges": ("a campaign", {nudge for one in campaigns for nudge in one.nudges}),
        "arcs": ("a campaign", {arc for one in campaigns for arc in one.arcs}),
        "tariffs": ("a regime", {one.tariff for one in things["regimes"].values()}),
    }
    for kind, (who, names) in taken.items():
        for name in sorted(things[kind].keys() - names):
            what = f"“{name}” is taken up by nothing"
            found.fault(kind, name, ("id",), what, f"{who} that names it", "name it there")
