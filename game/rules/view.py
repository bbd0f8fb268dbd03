"""All that a player may know now. Secrets end here: what is not in the View cannot be drawn by mistake."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from game.model.content import Pack
from game.model.state import State
from game.model.view import Activity, DoorView, Page, Passer, PlaceView, RoamView, Spot, View
from game.rules import said
from game.rules.answers import ask_view
from game.rules.kept import kept
from game.rules.legal import EVENING, activity_closed, clock, due, home_closed, hours, offered, place_closed, price
from game.rules.moment import close_ties, moment_of, show
from game.rules.plan import (
    campaign_of,
    chapter_of,
    is_last_day,
    is_last_of_condition,
    is_matched,
    looked_at,
    morning_of,
    regime_of,
    today,
)
from game.rules.regime import balance, board, filled, grade, latest_doors, posted_mark, standing, wall
from game.rules.step import ENDS_A_PAGE, close_of, ends_of

_spot, _passer, _roam = (lru_cache(maxsize=4096)(shape) for shape in (Spot, Passer, RoamView))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CARS_STOP = 45  # the town's trust from which cars stop at the crossing
FALLEN = "stay_with_fallen"  # the act that tells that somebody lies there


def light_of(minute: int) -> str:
    """Dawn before ten, dusk from five in the afternoon, else noon."""
    return "dawn" if minute < 600 else "noon" if minute < 1020 else "dusk"


def view(pack: Pack, state: State) -> View:
    """Return what the player, or a bot, sees. Two states that differ only in a secret give equal views."""
    day, campaign = today(pack, state), campaign_of(pack, state)
    regime, chapter = day.regime, day.chapter
    need = campaign.need
    doors, travels = latest_doors(state), day.last_day
    fields: dict[str, Any] = {
        "phase": state.phase,
        "world": "daylight" if state.phase == "title" else regime.world,
        "light": light_of(state.minute),
        "watch": regime.watch,
        "lantern": regime.lantern,
        "day": state.day + 1,
        "days": len(state.plan),
        "train": bool(campaign.last_day),
        "weekday": WEEKDAYS[state.day % 7],
        "clock": clock(state.minute),
        "minutes_left": max(0, EVENING - state.minute),
        "coins": state.coins,
        "tick": state.tick,
        "rest": state.rest,
        "ties": sum(dict(state.ties).values()),
        "close": len(close_ties(state)),
        "need": need.fare + need.bed + (0 if doors.get("deposit") else need.deposit) + state.tick,
        "standing": None if state.phase == "title" else standing(pack, state),
        "boxed": regime.world == "phone" and _boxed(pack, state),
        "at": state.at,
        "way": state.way,
        "cars_stop": state.trust >= CARS_STOP,
        "errand": (travels and campaign.last_morning.errand) or chapter.errand,
        "board": board(pack, state),
        "cheer": _cheer(pack, state),
        "home_closed": home_closed(pack, state),
        "spots": _spots(pack, state),
    }
    fields["matched_all"], fields["matched_done"] = _matched(pack, state)
    if state.phase == "street":
        fields |= _street(pack, state)
    elif state.phase in ("moment", "then"):
        moment = moment_of(pack, state, due(state))
        light, at = light_of(state.minute), clock(state.minute)
        fields["wall"] = wall(pack, state, moment.where)
        fields["moment"] = show(pack, state, moment, watch=regime.watch, light=light, clock=at)
        if state.phase == "then":
            choice = next(c for c in moment.choices if c.id == state.chosen)
            then = filled(pack, state, choice.way.then, choice.reads)
            fields |= {"chosen": choice.id, "then": then, "seen": choice.way.seen}
    elif state.phase == "place":
        fields["place"] = _place(pack, state)
        fields["then"] = _done(pack, state)
    elif state.phase == "ask":
        kind = pack.asks[state.asks[0]].kind
        did = {m: _said(pack, state, m, choice) for m, choice in state.today if kind == "diary"}
        fields["ask"] = ask_view(pack, state, did)
    elif state.phase in PAGES:
        fields["page"] = PAGES[state.phase](pack, state)
    return View(**fields)


def _boxed(pack: Pack, state: State) -> bool:
    """Whether the phone of this world has yet to be met: it shows from the moment in which it is."""
    ahead = state.plan[state.day][state.beat + (state.phase == "then") :]
    stories = (one.removeprefix("story.") for one in ahead if one.startswith("story."))
    return any(pack.scenes[one].brings_phone for one in stories)


def _spots(pack: Pack, state: State) -> tuple[Spot, ...]:
    """The doors on the Row."""
    known, key = kept(pack, state), ("spots", *hours(pack, state))
    if key not in known:
        travels = is_last_day(pack, state)
        shut = [(p, place_closed(state, p, travels=travels)) for p in pack.places.values()]
        known[key] = tuple(_spot(id=p.id, name=p.name, closed=why) for p, why in shut)
    spots: tuple[Spot, ...] = known[key]
    return spots


def _matched(pack: Pack, state: State) -> tuple[int, int]:
    """How many moments of the play are compared later, and how many of them are over."""
    known = kept(pack, state)
    if "matched" not in known:
        days = [list(map(is_matched, day)) for day in state.plan]
        known["matched"] = sum(map(sum, days)), [
            [sum(map(sum, days[:number])) + sum(day[:beat]) for beat in range(len(day) + 1)]
            for number, day in enumerate(days)
        ]
    whole, over = known["matched"]
    today_over = over[state.day]
    done: int = today_over[min(state.beat, len(today_over) - 1)]
    return whole, done


def _said(pack: Pack, state: State, moment: str, choice: str) -> str:
    """What was done in a moment, in the words of the choice."""
    return next(c.way.text for c in moment_of(pack, state, moment).choices if c.id == choice)


def _cheer(pack: Pack, state: State) -> str:
    cheer = regime_of(pack, state).cheer
    return cheer[(state.day + state.beat) % len(cheer)] if cheer else ""


def _street(pack: Pack, state: State) -> dict[str, Any]:
    day, high_or_low = today(pack, state), "high" if state.trust >= CARS_STOP else "low"
    people = [
        _passer(who=s.who, name=pack.people[s.who].name, spot=s.spot, line=s.line)
        for s in day.chapter.people
        if s.day == day.in_chapter
        and not day.last_day
        and (not s.flag or s.flag in state.flags)
        and (not s.unless or s.unless not in state.flags)
        and s.trust in ("", high_or_low)
    ]
    ahead: dict[str, Any] = {}
    if due(state):
        moment = moment_of(pack, state, due(state))
        name = pack.people[moment.who].name if moment.who in pack.people else ""
        ahead = {
            "due": name or said.SOMETHING,
            "due_who": moment.who,
            "due_mode": moment.mode,
            "due_hour": clock(moment.hour) if moment.hour > state.minute else "",
            "due_where": moment.where,
            "due_thing": moment.thing,
            "due_lies": any(FALLEN in choice.acts for choice in moment.choices),
        }
    return {"people": tuple(people), "roams": _roams(pack, state), **ahead}


def _roams(pack: Pack, state: State) -> tuple[RoamView, ...]:
    """What can be done on the pavement, and has not been done today."""
    known, key = kept(pack, state), ("roams", state.day)
    if key not in known or known[key][0] is not state.used or known[key][1] is not state.read:
        roams = []
        for r in pack.roams.values():
            if r.id not in state.used:
                mark, points = posted_mark(pack, state, (r.act,))
                roams.append(_roam(id=r.id, text=r.text, spot=r.spot, prop=r.prop, mark=mark, points=points))
        known[key] = state.used, state.read, tuple(roams)
    shown: tuple[RoamView, ...] = known[key][2]
    return shown


def _place(pack: Pack, state: State) -> PlaceView:
    place = pack.places[state.place]
    activities = []
    for a in place.activities:
        if offered(pack, state, a):
            mark, points = posted_mark(pack, state, a.acts)
            activities.append(
                Activity(
                    id=a.id,
                    text=a.text,
                    minutes=a.minutes,
                    coins=price(state, a),
                    rest=a.rest,
                    mark=mark,
                    points=points,
                    closed=activity_closed(pack, state, a),
                )
            )
    return PlaceView(id=place.id, name=place.name, line=place.line, activities=tuple(activities))


def _done(pack: Pack, state: State) -> str:
    """What came of the activity just done in this place."""
    activity = next((a for a in pack.places[state.place].activities if a.id == state.did.rstrip("!")), None)
    if activity is None:
        return ""
    told = (activity.then, *activity.others)
    turn = state.day * activity.a_day + state.used.count(activity.id) - 1
    return activity.cheated if state.did.endswith("!") else filled(pack, state, told[turn % len(told)], activity.reads)


def _morning(pack: Pack, state: State) -> Page:
    text = morning_of(pack, state)
    return Page(kind="morning", title=text.title, lines=text.lines)


def _ledger(pack: Pack, state: State) -> Page:
    """The night's page in the voice of the regime. Hidden and unverifiable figures come on the last night only."""
    regime, campaign = regime_of(pack, state), campaign_of(pack, state)
    points, last = balance(state, regime), is_last_of_condition(pack, state)
    since = state.opened if regime.scores == "looked_at" else state.dawn
    told = regime.shows == "points_and_grade" and (regime.scores == "all" or last)
    change = points - since if told else 0
    looks = sum(looked_at(pack, state.setup, chapter_of(pack, state).condition, f) for f in campaign.families)
    words = {
        "points": points,
        "change": f"{change:+d}".replace("-", "−"),
        "grade": grade(regime, points),
        "count": looks,
        "day": state.day + 1,
    }
    text = regime.ledger
    assert text is not None  # only a side system has none, and no day is its own
    opening, closing = chapter_of(pack, state).night or (text.opening, text.closing)
    lines = [opening, text.up if change > 0 else text.down if change < 0 else text.level]
    doors: tuple[DoorView, ...] = ()
    if last and regime.doors:
        if text.judged:
            lines.append(text.judged)
        verdicts = {door: is_open for r, door, is_open in state.doors if r == regime.id}
        doors = tuple(
            DoorView(
                id=rule.door,
                name=pack.doors[rule.door].name,
                open=verdicts[rule.door],
                why=_why(rule.why_open if verdicts[rule.door] else rule.why_shut, points, rule.at_least)
                if regime.explains
                else "",
            )
            for rule in regime.doors
        )
    lines.append(closing)
    rows = [(said.RENT, f"−{campaign.need.rent}"), (said.PURSE, str(state.coins))]
    if state.tick:
        rows.append((said.OWED, str(state.tick)))
    waived = latest_doors(state).get("deposit")
    journey = campaign.need.fare + campaign.need.bed + (0 if waived else campaign.need.deposit)
    rows.append((said.FARE_AND_BED if waived else said.FARE_BED_DEPOSIT, str(journey)))
    if told:
        rows = [
            (said.STANDING, str(points)),
            (said.TODAY, f"{points - state.dawn:+d}".replace("-", "−")),
            (said.GRADE, grade(regime, points)),
            *rows,
        ]
    return Page(
        kind="ledger",
        title=text.title.format(**words),
        lines=tuple(line.format(**words) for line in lines),
        rows=tuple(rows),
        doors=doors,
        rests=state.day + 1 == campaign.rests_after,
    )


def _why(text: str, points: int, at_least: int) -> str:
    return text.format(points=points, at_least=at_least)


def _ending(pack: Pack, state: State) -> Page:
    close = pack.closes[close_of(pack, state)]
    return Page(kind="ending", title=close.title, lines=close.lines)


def _epilogue(pack: Pack, state: State) -> Page:
    ends = ends_of(pack, state)[state.told : state.told + ENDS_A_PAGE]
    lines = tuple(end.text for _, end in ends)
    return Page(kind="ending", title=said.ON_THE_ROW, lines=lines)


PAGES: dict[str, Callable[[Pack, State], Page]] = {
    "morning": _morning,
    "ledger": _ledger,
    "ending": _ending,
    "epilogue": _epilogue,
}
