"""What can be done now."""

from bisect import bisect
from functools import lru_cache

from game.model.acts import Act
from game.model.content import ActivityOf, Pack, Place
from game.model.state import State
from game.rules import said
from game.rules.kept import kept
from game.rules.moment import closed, lacks, moment_of
from game.rules.plan import chapter_of, is_last_day, regime_of
from game.rules.regime import lines_now

_act = lru_cache(maxsize=4096)(Act)  # the same few acts are possible again and again; a frozen one can be shared
EVENING = 1200  # 20:00: shutters come down
HOME = "no_7"
DEAR = 35  # the town's trust below which shops take a coin more


def legal(pack: Pack, state: State) -> tuple[Act, ...]:
    """Every act that `step` takes now. An "answer" stands here once, empty: its values are the player's."""
    known = kept(pack, state)
    if "legal" not in known or known["legal"][0] is not state:  # asked by whoever plays, then again by `step`
        known["legal"] = state, _legal(pack, state)
    acts: tuple[Act, ...] = known["legal"][1]
    return acts


def _legal(pack: Pack, state: State) -> tuple[Act, ...]:
    if state.phase == "title":
        return (_act(do="begin"),)
    if state.phase in ("morning", "then", "ledger", "ending", "epilogue"):
        return (_act(do="on"),)
    if state.phase == "moment":
        return _moment_acts(pack, state)
    if state.phase == "ask":
        return (_act(do="answer", what=state.asks[0]),)
    if state.phase == "place":
        return _place_acts(pack, state)
    if state.phase == "street":
        return _street_acts(pack, state)
    return ()


def due(state: State) -> str:
    """The id of the moment that waits on the way, or is in hand; "" if the day has no more."""
    if state.inset:
        return state.inset
    today = state.plan[state.day]
    return today[state.beat] if state.beat < len(today) else ""


def short_way(moment: str) -> bool:
    """Say whether this moment may be skipped: only what is not compared later."""
    return moment.startswith(("free.", "nudge."))


def _moment_acts(pack: Pack, state: State) -> tuple[Act, ...]:
    moment = moment_of(pack, state, due(state))
    acts = [_act(do="choose", what=c.id) for c in moment.choices if not closed(pack, state, c)]
    if short_way(moment.id):
        acts.append(_act(do="skip"))
    return tuple(acts)


def _street_acts(pack: Pack, state: State) -> tuple[Act, ...]:
    acts: list[Act] = []
    if due(state):
        acts.append(_act(do="meet"))
    if not home_closed(pack, state):
        acts.append(_act(do="home"))
    acts += _visit_acts(pack, state)
    acts += look_acts(pack, state)
    acts += _roam_acts(pack, state)
    return tuple(acts)


def _roam_acts(pack: Pack, state: State) -> tuple[Act, ...]:
    known = kept(pack, state)
    if "roam acts" not in known or known["roam acts"][0] is not state.used:
        left = [roam for roam in pack.roams if roam not in state.used]
        known["roam acts"] = (
            state.used,
            tuple(_act(do="roam", what=roam, how=how) for roam in left for how in ("lens", "clear")),
        )
    acts: tuple[Act, ...] = known["roam acts"][1]
    return acts


def hours(pack: Pack, state: State) -> tuple[bool, int]:
    """All that the doors' being open depends on: whether it is the day of the train, and between which hours it is.

    Within one pair of opening or closing hours no door opens or shuts, and none says anything else.
    """
    known = kept(pack, state)
    if "hours" not in known:
        places = pack.places.values()
        known["hours"] = sorted({EVENING, *(p.opens for p in places), *(p.closes for p in places)})
    return is_last_day(pack, state), bisect(known["hours"], state.minute)


def _visit_acts(pack: Pack, state: State) -> tuple[Act, ...]:
    known, key = kept(pack, state), ("visits", *hours(pack, state))
    if key not in known:
        travels = is_last_day(pack, state)
        open_ = [p.id for p in pack.places.values() if not place_closed(state, p, travels=travels)]
        known[key] = tuple(_act(do="visit", what=place, how=how) for place in open_ for how in ("row", "lane"))
    acts: tuple[Act, ...] = known[key]
    return acts


def awaits_phone(pack: Pack, state: State) -> bool:
    """Say whether the phone still lies in its box: what is due brings it."""
    kind, _, name = due(state).partition(".")
    return kind == "story" and pack.scenes[name].brings_phone


def look_acts(pack: Pack, state: State) -> tuple[Act, ...]:
    """Looking is always open on the street: at the Lantern, at the board, at one posted line, at the phone."""
    known, key = kept(pack, state), ("looks", state.day, awaits_phone(pack, state))
    if key not in known:
        known[key] = tuple(_looks(pack, state))
    acts: tuple[Act, ...] = known[key]
    return acts


def _looks(pack: Pack, state: State) -> list[Act]:
    regime = regime_of(pack, state)
    acts = [_act(do="look", what="lantern")]
    if regime.posted:
        acts.append(_act(do="look", what="board"))
        acts += [_act(do="look", what=f"line:{line}") for line, _ in lines_now(pack, state)]
    if regime.world == "phone" and not awaits_phone(pack, state):
        acts.append(_act(do="look", what="phone"))
    return acts


def _place_acts(pack: Pack, state: State) -> tuple[Act, ...]:
    place = pack.places[state.place]
    acts = [
        _act(do="use", what=activity.id)
        for activity in place.activities
        if offered(pack, state, activity) and not activity_closed(pack, state, activity)
    ]
    return (*acts, _act(do="leave"))


def place_closed(state: State, place: Place, *, travels: bool) -> str:
    """Why a door is shut now; "" if it is open. One's own is shut only on the day of the train, when one `travels`."""
    if travels:
        return said.TRAVEL
    if place.id == HOME:
        return ""
    if state.minute >= EVENING:
        return said.NIGHT
    if state.minute < place.opens:
        return said.OPENS.format(time=clock(place.opens))
    if state.minute >= place.closes:
        return said.SHUT_SINCE.format(time=clock(place.closes))
    return ""


def offered(pack: Pack, state: State, activity: ActivityOf) -> bool:
    """Say whether the activity is there at all under this condition."""
    here = not activity.conditions or chapter_of(pack, state).condition in activity.conditions
    taken = activity.joins and f"joined_{activity.joins}" in state.flags
    return here and not taken and not (activity.once and f"did_{activity.id}" in state.flags)


def price(state: State, activity: ActivityOf) -> int:
    """What an activity brings or costs today: where nobody trusts, a shop takes a coin more against the next cheat."""
    return activity.coins - int(activity.shop and state.trust < DEAR)


def activity_closed(pack: Pack, state: State, activity: ActivityOf) -> str:
    """Why an activity cannot be done now; "" if it can."""
    if state.used.count(activity.id) >= activity.a_day:
        return said.ENOUGH
    if activity.needs and lacks(pack, state, activity.needs):
        return activity.needs.why
    coins = price(state, activity)
    if coins < 0 and state.coins + coins < 0:
        return said.COSTS.format(cost=-coins, have=state.coins)
    if activity.rest < 0 and state.rest + activity.rest < 1:
        return said.ASLEEP
    if state.minute + activity.minutes > EVENING + 120:
        return said.MIDNIGHT
    return ""


def home_closed(pack: Pack, state: State) -> str:
    """Why one cannot go home yet; "" if one can."""
    if is_last_day(pack, state):
        return said.TRAVEL
    if due(state):
        return said.NOT_DONE
    return ""


def clock(minute: int) -> str:
    """The minute of the day as "08:40"."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def why_not(pack: Pack, state: State, act: Act) -> str:
    """Why `step` would refuse this act, in a sentence a player could read."""
    if act.do == "visit" and act.what in pack.places:
        shut = place_closed(state, pack.places[act.what], travels=is_last_day(pack, state))
        return shut or said.NOT_FROM_HERE
    if act.do == "home":
        return home_closed(pack, state) or said.NOT_ON_STREET
    if act.do == "use" and state.place:
        for activity in pack.places[state.place].activities:
            if activity.id == act.what:
                return activity_closed(pack, state, activity) or said.NOT_OFFERED
    if act.do == "choose" and state.phase == "moment":
        for choice in moment_of(pack, state, due(state)).choices:
            if choice.id == act.what:
                return closed(pack, state, choice) or said.BY_NAME
    return said.IMPOSSIBLE.format(act=f"{act.do} {act.what}", phase=state.phase)
