"""One act changes one state. Nothing else does."""

from collections.abc import Callable
from typing import Any

from game.model.acts import Act, Event
from game.model.content import Arc, ArcEnd, Pack
from game.model.state import Memory, State
from game.rules import answers
from game.rules.fate import fate
from game.rules.hand import Hand
from game.rules.legal import EVENING, due, legal, price, why_not
from game.rules.moment import MATCHED, NUDGE, Moment, moment_of
from game.rules.plan import (
    campaign_of,
    chapter_of,
    chapters_so_far,
    day_in_chapter,
    day_in_condition,
    is_last_day,
    is_last_of_condition,
    morning_of,
    regime_of,
)
from game.rules.regime import balance, doors_open

MORNING = 480  # 08:00
MOMENTS_OVER = 300  # minutes over which a day's moments are spread, at the least
WAY = {"row": 10, "lane": 20}  # minutes between two doors
GUESSES = ("pegs", "chalk", "diary")
READ_BOARD, READ_LINE = 3, 1
ENDS_A_PAGE = 2  # what became of two people fills a page


class Illegal(ValueError):
    """The act is not possible now. The message says why, in a sentence a player could read."""


def step(pack: Pack, state: State, act: Act) -> tuple[State, tuple[Event, ...]]:
    """Return the state after the act and what happened. Raises Illegal if the act is not possible now."""
    if not any(act.do == a.do and act.what == a.what and act.how == a.how for a in legal(pack, state)) or (
        act.values and act.do != "answer"
    ):
        raise Illegal(why_not(pack, state, act))
    hand = Hand(pack, state)
    DOING[act.do](hand, act)
    return hand.state, tuple(hand.events)


def _begin(hand: Hand, act: Act) -> None:
    hand.tell("began", hand.state.setup.campaign)
    _dawn(hand)


def _dawn(hand: Hand) -> None:
    """The morning of the day that the state has just reached."""
    pack = hand.pack
    hand.set(
        phase="morning", minute=MORNING, beat=0, at="no_7", way="row", place="", chosen="", today=(), used=(), ate=False
    )
    _pass_over(hand)
    chapter, regime = chapter_of(pack, hand.state), regime_of(pack, hand.state)
    if is_last_day(pack, hand.state):
        hand.tell("dawned", "last_day", hand.state.day + 1, condition=chapter.condition)
        return
    hand.trust(regime.trust)  # the town has read the board, too, before the first customer comes
    if day_in_condition(pack, hand.state) == 1 and regime.scores != "nothing":
        hand.set(opened=hand.enter(regime))
    for side in chapter.beside:
        if pack.regimes[side].entry != "opt_in":
            hand.join(side)
    hand.set(dawn=balance(hand.state, regime))
    hand.tell("dawned", chapter.id, hand.state.day + 1, condition=chapter.condition)
    if not morning_of(pack, hand.state).lines:
        _wake(hand)


def _wake(hand: Hand) -> None:
    """From the morning's page, or without one, to what asks in the morning, and out."""
    chapter = chapter_of(hand.pack, hand.state)
    first = day_in_chapter(hand.pack, hand.state) == 1 and not is_last_day(hand.pack, hand.state)
    _ask(hand, chapter.asks_morning if first else (), "street")


def _on(hand: Hand, act: Act) -> None:
    state = hand.state
    if state.phase == "morning":
        _wake(hand)
    elif state.phase == "then":
        _remember(hand)
        if _follow(hand):
            return
        hand.set(phase="street", chosen="", inset="")
        _next_beat(hand)
        _at_once(hand)
        if is_last_day(hand.pack, state) and not due(hand.state):
            hand.set(phase="ending")
            hand.tell("ended", close_of(hand.pack, hand.state))
            for arc, end in ends_of(hand.pack, hand.state):
                hand.tell("turned_out", arc.who, why=f"{arc.id}.{end.id}")
    elif state.phase == "ending" and campaign_of(hand.pack, state).arcs:
        hand.set(phase="epilogue")
    elif state.phase == "epilogue" and state.told + ENDS_A_PAGE < len(ends_of(hand.pack, state)):
        hand.set(told=state.told + ENDS_A_PAGE)
    elif state.phase == "ledger":
        _ask(hand, _tonight(hand, guesses=False), "morning")
    else:
        _ask(hand, campaign_of(hand.pack, state).after_asks, "over")


def _tonight(hand: Hand, *, guesses: bool) -> tuple[str, ...]:
    """What asks tonight: before the ledger the diary and the guesses that its figures would spoil, then the rest."""
    chapter = chapter_of(hand.pack, hand.state)
    asks: tuple[str, ...] = ("diary",) if chapter.diary and "diary" in hand.pack.asks else ()
    if day_in_chapter(hand.pack, hand.state) == 1:
        asks += chapter.asks_evening
    if is_last_of_condition(hand.pack, hand.state):
        asks += tuple(ask for one in chapters_so_far(hand.pack, hand.state) for ask in one.asks_night)
    return tuple(ask for ask in dict.fromkeys(asks) if (hand.pack.asks[ask].kind in GUESSES) is guesses)


def _next_beat(hand: Hand) -> None:
    """Go on to the next moment of the day."""
    hand.set(beat=hand.state.beat + 1)
    _pass_over(hand)


def _pass_over(hand: Hand) -> None:
    """A scene whose `unless` has come true does not wait."""
    while due(hand.state).startswith(("story.", "free.")):
        unless = hand.pack.scenes[due(hand.state).split(".", 1)[1]].unless
        if not unless or unless not in hand.state.flags:
            break
        hand.set(beat=hand.state.beat + 1)


def _remember(hand: Hand) -> None:
    """The town remembers the last moment of each family. Only now: while it lasts, the moment is told as it began."""
    moment = moment_of(hand.pack, hand.state, due(hand.state))
    if moment.kind == MATCHED:
        choice = next(c for c in moment.choices if c.id == hand.state.chosen)
        others = tuple(m for m in hand.state.memory if m.family != moment.family)
        hand.set(memory=(*others, Memory(family=moment.family, choice=choice.id, keeps=bool(choice.keeps))))


def _follow(hand: Hand) -> bool:
    """Go straight on to the scene that the choice leads to; say whether there is one."""
    moment = moment_of(hand.pack, hand.state, due(hand.state))
    then = next(c for c in moment.choices if c.id == hand.state.chosen).next
    if then:
        hand.set(phase="moment", chosen="", inset=f"story.{then}")
        hand.tell("met", f"story.{then}")
    return bool(then)


def _at_once(hand: Hand) -> None:
    """A scene that comes straight after the one before is met without a step."""
    kind, _, name = due(hand.state).partition(".")
    if kind == "story" and hand.pack.scenes[name].at_once:
        hand.set(phase="moment")
        hand.tell("met", due(hand.state))


def _ask(hand: Hand, asks: tuple[str, ...], after: str) -> None:
    """Let things ask, one after another; then go on with the phase `after`."""
    wanted = campaign_of(hand.pack, hand.state).asks
    asks = tuple(a for a in asks if (not wanted or a in wanted) and answers.has_matter(hand.pack, hand.state, a))
    if asks:
        hand.set(phase="ask", asks=asks, after=after)
    elif after == "morning" and hand.state.day + 1 == len(hand.state.plan):
        _ask(hand, campaign_of(hand.pack, hand.state).after_asks, "over")  # a play without a last day
    elif after == "morning":
        hand.set(day=hand.state.day + 1, asks=(), after="")
        _dawn(hand)
    else:
        hand.set(phase=after, asks=(), after="")
        if after == "ledger":
            _judge(hand)
        if after == "over":
            hand.tell("revealed")


def _answer(hand: Hand, act: Act) -> None:
    fault = answers.fault(hand.pack, hand.state, act)
    if fault:
        raise Illegal(fault)
    ask = hand.pack.asks[act.what]
    truth = answers.truth(hand.pack, hand.state, act)
    secret = ask.kind in ("chalk", "pegs", "chair")
    hand.tell(
        "answered",
        act.what,
        values=act.values,
        truth=truth,
        why=ask.regime or regime_of(hand.pack, hand.state).id,
        secret=secret,
        condition=ask.condition or chapter_of(hand.pack, hand.state).condition,
    )
    hand.flag(answers.asked_flag(act.what))
    if ask.kind == "unpack":
        hand.set(prefers=(*hand.state.prefers, *act.values))
    rest, after = hand.state.asks[1:], hand.state.after
    if rest:
        hand.set(asks=rest)
    else:
        _ask(hand, (), after)


def _meet(hand: Hand, act: Act) -> None:
    moment = due(hand.state)
    _pass_time(hand, moment)
    hand.set(phase="moment")
    hand.tell("met", moment)


def _pass_time(hand: Hand, moment: str) -> None:
    """A day's moments lie over its morning, however little each of them took; an evening comes in the evening."""
    pack, state = hand.pack, hand.state
    if is_last_day(pack, state):
        return
    part = MORNING + MOMENTS_OVER * state.beat // len(state.plan[state.day])
    hand.spend(max(0, max(part, moment_of(pack, state, moment).hour) - state.minute))


def _choose(hand: Hand, act: Act) -> None:
    pack, state = hand.pack, hand.state
    moment = moment_of(pack, state, due(state))
    choice = next(c for c in moment.choices if c.id == act.what)
    hand.tell("chose", **_chosen(pack, state, moment, act.what))
    hand.pay_way(choice.way)
    seen = moment.watched if moment.kind == MATCHED else hand.seen_by_chance(moment.id)
    if moment.kind == MATCHED and regime_of(pack, state).scores == "all":
        seen = True
    hand.score(choice.acts, seen=seen)
    if choice.cheats:
        hand.set(tried=hand.state.tried + 1, cheated=hand.state.cheated + 1)
        hand.tell("tried", moment.id, 1)
    hand.join(choice.joins)
    hand.flag(*choice.flags)
    if moment.kind == MATCHED:
        hand.flag(f"{moment.family}_{choice.id}")
    hand.set(phase="then", chosen=choice.id, today=(*hand.state.today, (moment.id, choice.id)))


def _chosen(pack: Pack, state: State, moment: Moment, option: str) -> dict[str, Any]:
    """All that the debrief will want to know of a choice, truth included. Secret: it never reaches a View."""
    choice = next(c for c in moment.choices if c.id == option)
    facts: dict[str, Any] = {
        "what": moment.id,
        "secret": True,
        "condition": moment.condition,
        "choice": option,
        "tags": choice.tags,
        "nudge": moment.nudge,
        "arm": moment.arm,
    }
    if moment.kind == MATCHED:
        facts |= {
            "family": moment.family,
            "coat": moment.coat,
            "keeps": choice.keeps,
            "keeping": moment.keeping,
            "watched": moment.watched,
        }
    if moment.kind == NUDGE:
        prefers, asked = answers.preference(pack, state, moment.pair)
        facts |= {"values": (moment.x, moment.z, moment.pair), "truth": (prefers, asked)}
    return facts


def _skip(hand: Hand, act: Act) -> None:
    hand.tell("skipped", due(hand.state))
    hand.set(phase="street")
    _next_beat(hand)


def _visit(hand: Hand, act: Act) -> None:
    if act.what != hand.state.at:
        hand.tell("moved", act.how)
        hand.spend(WAY[act.how])
    hand.set(phase="place", place=act.what, at=act.what, way=act.how, did="")
    hand.tell("visited", act.what)


def _leave(hand: Hand, act: Act) -> None:
    hand.set(phase="street", place="", way="row")


def _use(hand: Hand, act: Act) -> None:
    state = hand.state
    activity = next(a for a in hand.pack.places[state.place].activities if a.id == act.what)
    times = state.used.count(activity.id)
    cheated = False
    if activity.shop:
        luck = fate(state.setup.seed, "cheat", state.place, activity.id, state.day, times) % 100
        cheated = luck < cheat_rate(state.trust)
        hand.set(tried=state.tried + 1, cheated=state.cheated + cheated)
        hand.tell("tried", activity.id, int(cheated))
    hand.spend(activity.minutes)
    hand.money(price(state, activity), activity.id)
    if not cheated:
        hand.rested(activity.rest)
        if activity.food:
            hand.set(ate=True)
    if activity.tie:
        hand.tie(activity.tie.who, activity.tie.by)
    hand.score(activity.acts, seen=hand.seen_by_chance(activity.id, times))
    hand.join(activity.joins)
    hand.set(used=(*hand.state.used, activity.id))
    hand.flag(f"did_{activity.id}", *([activity.flag] if activity.flag else []))
    hand.set(did=activity.id + "!" * cheated)
    hand.tell("used", activity.id)


def cheat_rate(trust: int) -> int:
    """Per cent of purchases in which one is cheated: half of what the town lacks in trust."""
    return max(0, (100 - trust) // 2 - 5)


def _look(hand: Hand, act: Act) -> None:
    hand.tell("looked", act.what)
    if act.what == "board":
        hand.spend(READ_BOARD)
    elif act.what.startswith("line:"):
        line = act.what.removeprefix("line:")
        if line not in dict(hand.state.read):
            hand.spend(READ_LINE)
        others = tuple(entry for entry in hand.state.read if entry[0] != line)
        hand.set(read=(*others, (line, hand.state.day)))


def _roam(hand: Hand, act: Act) -> None:
    roam = hand.pack.roams[act.what]
    regime = regime_of(hand.pack, hand.state)
    hand.spend(roam.minutes)
    hand.rested(roam.rest)
    seen = act.how == "lens" if regime.watch == "plain" else hand.seen_by_chance(roam.id)
    hand.score((roam.act,), seen=seen)
    hand.set(used=(*hand.state.used, roam.id))
    hand.tell("roamed", roam.id, why=act.how)


def _home(hand: Hand, act: Act) -> None:
    """The night: rent, food, sleep; then what asks before the ledger, and the ledger."""
    pack, state = hand.pack, hand.state
    need, regime = campaign_of(pack, state).need, regime_of(pack, state)
    hand.tell("went_home", amount=state.minute)
    hand.money(-need.rent, "rent")
    late = max(0, state.minute - EVENING) // 60
    hand.rested(2 - late - (0 if state.ate else need.food))
    if regime.scores != "nothing":
        untold = regime.scores == "looked_at" and not is_last_of_condition(pack, state)
        hand.tell("balance", regime.id, balance(hand.state, regime), secret=untold or not regime.posted)
    hand.set(place="")
    _ask(hand, _tonight(hand, guesses=True), "ledger")


def _judge(hand: Hand) -> None:
    """On its last night, with the ledger and not before, a regime says which doors are open."""
    pack, state = hand.pack, hand.state
    regime = regime_of(pack, state)
    if not is_last_of_condition(pack, state):
        return
    for door, is_open in doors_open(regime, balance(state, regime)):
        others = tuple(d for d in hand.state.doors if d[:2] != (regime.id, door))
        hand.set(doors=(*others, (regime.id, door, is_open)))
        hand.tell("judged", door, int(is_open), why=regime.id)


def close_of(pack: Pack, state: State) -> str:
    """The last page: the first whose flags and doors all hold."""
    doors = {door: is_open for _, door, is_open in state.doors}
    for close in pack.closes.values():
        flags = all(flag in state.flags for flag in close.flags)
        if flags and all(doors.get(d.lstrip("!"), True) != d.startswith("!") for d in close.doors):
            return close.id
    return next(reversed(pack.closes))


def ends_of(pack: Pack, state: State) -> tuple[tuple[Arc, ArcEnd], ...]:
    """How it went with everybody whose end the campaign tells: of each arc the first whose conditions all hold."""
    ties = dict(state.ties)
    out = []
    for arc in (pack.arcs[name] for name in campaign_of(pack, state).arcs):
        tie = ties.get(arc.who, 0)
        for end in arc.ends:
            held = set(end.flags) <= set(state.flags) and not set(end.unless) & set(state.flags)
            near = end.tie_at_least is None or tie >= end.tie_at_least
            if held and near and (end.tie_at_most is None or tie <= end.tie_at_most):
                out.append((arc, end))
                break
    return tuple(out)


DOING: dict[str, Callable[[Hand, Act], None]] = {
    "begin": _begin,
    "on": _on,
    "answer": _answer,
    "meet": _meet,
    "choose": _choose,
    "skip": _skip,
    "visit": _visit,
    "leave": _leave,
    "use": _use,
    "look": _look,
    "roam": _roam,
    "home": _home,
}
