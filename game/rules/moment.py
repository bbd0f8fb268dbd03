"""One moment, made from its id: its options in the seed's order, its nudge, its price."""

from dataclasses import dataclass

from game.model.content import Coat, Needs, Pack, Role, Turn, Way
from game.model.record import Option, Shown
from game.model.state import State
from game.rules.fate import shuffled
from game.rules.kept import kept
from game.rules.plan import (
    chapter_of,
    coat_number,
    is_matched,
    looked_at,
    nudge_arm,
    pushed_toward,
    regime_of,
)
from game.rules.regime import latest_doors, posted_mark

MATCHED, NUDGE = "matched", "nudge"


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice with all that follows from it."""

    id: str
    way: Way
    acts: tuple[str, ...]
    tags: tuple[str, ...]
    keeps: bool | None = None
    flags: tuple[str, ...] = ()
    needs: Needs | None = None
    instead: str | None = None
    joins: str | None = None
    reads: str | None = None
    next: str | None = None
    cheats: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as the rules see it. `target` is the option that a nudge puts forward ("" is none)."""

    id: str
    kind: str  # matched | nudge | free | story
    mode: str
    who: str
    where: str
    scene: str
    aside: str
    choices: tuple[Choice, ...]
    thing: str = ""  # a drawing of what it turns on
    voice: str = ""  # whose word the aside is, where it is the app's
    family: str = ""
    coat: str = ""
    keeping: str = ""
    condition: str = ""
    watched: bool = False
    nudge: str = ""
    arm: str = ""
    hour: int = 0
    target: str = ""
    x: str = ""
    z: str = ""
    pair: str = ""


def moment_of(pack: Pack, state: State, moment: str) -> Moment:
    """The moment with this id, as it is today. Raises KeyError for an id that the pack does not know."""
    name = moment.split(".", 1)[1]
    known, key = kept(pack, state), ("moment", moment, state.day, _recalled(state, name))
    made: Moment | None = known.get(key)
    if made is None:
        made = known[key] = _made(pack, state, moment)
    return made


def _recalled(state: State, family: str) -> bool | None:
    """How the last moment of a family went; None: there was none."""
    for memory in state.memory:
        if memory.family == family:
            return memory.keeps
    return None


def _made(pack: Pack, state: State, moment: str) -> Moment:
    kind, name = moment.split(".", 1)
    if kind == "nudge":
        return _nudge(pack, state, moment, name)
    if kind in ("free", "story"):
        scene = pack.scenes[name]
        return Moment(
            id=moment,
            kind=kind,
            mode=scene.mode,
            who=scene.who,
            where=scene.where,
            thing=scene.thing,
            scene=scene.scene,
            aside=scene.aside,
            choices=tuple(_turn(turn) for turn in scene.choices),
            condition=chapter_of(pack, state).condition,
            hour=scene.hour,
        )
    return _matched(pack, state, moment, kind, name)


def _turn(turn: Turn) -> Choice:
    return Choice(
        id=turn.id,
        way=turn,
        acts=turn.acts,
        tags=turn.tags,
        flags=turn.flags,
        needs=turn.needs,
        instead=turn.instead,
        joins=turn.joins,
        reads=turn.reads,
        next=turn.next,
        cheats=turn.cheats,
    )


def _nudge(pack: Pack, state: State, moment: str, name: str) -> Moment:
    nudge = pack.nudges[name]
    arm = nudge_arm(pack, state.setup, name)
    aside, voice = {"x": nudge.line_x, "z": nudge.line_z, "none": ""}[arm], ""
    regime = regime_of(pack, state)
    if regime.world == "phone" and (said := {"x": nudge.phone_x, "z": nudge.phone_z, "none": ""}[arm]):
        aside, voice = said, regime.name
    return Moment(
        id=moment,
        kind=NUDGE,
        mode=nudge.mode,
        who=nudge.who,
        where=nudge.where,
        thing=nudge.thing,
        scene=nudge.scene,
        aside=aside,
        voice=voice,
        choices=tuple(_turn(turn) for turn in nudge.choices),
        condition=chapter_of(pack, state).condition,
        nudge=nudge.kind,
        arm=arm,
        target={"x": nudge.x, "z": nudge.z, "none": ""}[arm],
        x=nudge.x,
        z=nudge.z,
        pair=nudge.pair or "",
    )


def _sight(state: State, sights: tuple[str, ...], moment: str) -> str:
    """The line about the watch. All of them go round before one is said again."""
    condition = moment.split(".", 1)[0]
    planned = [one for day in state.plan for one in day if one.startswith(f"{condition}.")]
    place = planned.index(moment) if moment in planned else 0
    return shuffled(state.setup.seed, sights, "sight", condition)[place % len(sights)]


def _matched(pack: Pack, state: State, moment: str, condition: str, name: str) -> Moment:
    family = pack.families[name]
    coat = family.coats[coat_number(pack, state.setup, name, condition)]
    regime = pack.regimes[pack.conditions[condition].regime]
    bare = wordless(pack, state, moment)
    scene, aside, arm, target = coat.scene.strip(), "", "", ""
    kept_it = _recalled(state, name)
    if kept_it is not None:
        scene = f"{scene} {coat.memory.kept if kept_it else coat.memory.not_kept}"
    if regime.world == "phone":
        toward = pushed_toward(pack, state.setup, condition, name)
        keeping = next(role.id for role in family.choices if role.keeps)
        arm, target = ("toward", keeping) if toward else ("away", family.away)
        aside = coat.word.toward if toward else coat.word.away
    elif regime.sights:
        aside = _sight(state, regime.sights, moment)
    return Moment(
        id=moment,
        kind=MATCHED,
        mode=family.mode,
        who=coat.who,
        where=coat.where,
        thing=coat.thing,
        scene=scene,
        aside=aside,
        voice=regime.name if regime.world == "phone" else "",
        choices=tuple(
            Choice(role.id, _plain(role, coat) if bare else coat.choices[role.id], role.acts, role.tags, role.keeps)
            for role in family.choices
        ),
        family=name,
        coat=coat.id,
        keeping=family.keeping,
        condition=condition,
        watched=looked_at(pack, state.setup, condition, name),
        nudge=family.nudge if arm else "",
        arm=arm,
        target=target,
    )


def wordless(pack: Pack, state: State, moment: str) -> bool:
    """Say whether this is the opening of a play, made with the feet and without a word."""
    if moment != state.plan[0][0] or not is_matched(moment):
        return False
    return all(role.plain for role in pack.families[moment.split(".", 1)[1]].choices)


def _plain(role: Role, coat: Coat) -> Way:
    return coat.choices[role.id].but(text=role.plain, then=role.plain_then)


CLOSE = 2  # from this strength on a tie bears weight


def close_ties(state: State) -> tuple[str, ...]:
    """Whom one could ask for something."""
    return tuple(who for who, strength in state.ties if strength >= CLOSE)


def closed(pack: Pack, state: State, choice: Choice) -> str:
    """Why this choice cannot be made now; "" if it can. Matched choices are never closed."""
    return choice.needs.why if choice.needs and lacks(pack, state, choice.needs) else ""


def lacks(pack: Pack, state: State, needs: Needs) -> bool:
    """Say whether something that is needed is not there."""
    doors = latest_doors(state)
    known = dict(state.balances)
    return bool(
        state.coins < needs.coins
        or not all(doors.get(door, True) for door in needs.doors)
        or any(doors.get(door, True) for door in needs.shut)
        or (needs.flag and needs.flag not in state.flags)
        or (needs.tie and needs.tie not in close_ties(state))
        or (needs.regime and (needs.regime not in known or known[needs.regime] < (needs.at_least or 0)))
    )


def show(pack: Pack, state: State, moment: Moment, *, watch: str, light: str, clock: str) -> Shown:
    """The moment as it stands on the screen. Holds nothing that the player may not know."""
    order = shuffled(state.setup.seed, [choice.id for choice in moment.choices], "order", moment.id)
    if moment.target and moment.mode != "sheet":
        # By hand a nudge is where a thing stands: the target lies nearest.
        order = (moment.target, *(choice for choice in order if choice != moment.target))
    by_id = {choice.id: choice for choice in moment.choices}
    options = []
    for near, choice_id in enumerate(order):
        choice = by_id[choice_id]
        mark, points = posted_mark(pack, state, choice.acts)
        way = choice.way
        options.append(
            Option(
                id=choice_id,
                text=way.text,
                minutes=way.minutes,
                coins=way.coins,
                tie=way.tie.by if way.tie else 0,
                mark=mark,
                points=points,
                preselected=choice_id == moment.target,
                lit=choice_id == moment.target,
                near=near,
                prop=way.prop,
                friction=int(bool(moment.target) and moment.nudge == "friction" and choice_id != moment.target),
                closed=closed(pack, state, choice),
            )
        )
    return Shown(
        moment=moment.id,
        mode=moment.mode,
        world=regime_of(pack, state).world,
        light=light,
        watch=watch,
        day=state.day + 1,
        clock=clock,
        who=moment.who,
        where=moment.where,
        thing=moment.thing,
        scene=moment.scene,
        wordless=wordless(pack, state, moment.id),
        voice=moment.voice,
        aside=moment.aside,
        options=tuple(options),
    )
