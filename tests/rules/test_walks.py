"""`legal` and `step` agree, and wherever one walks, nothing breaks."""

from random import Random

import pytest

from game.model.acts import Act
from game.model.content import Pack
from game.model.state import State
from game.rules import Illegal, legal, step, view
from game.rules.legal import EVENING, due, place_closed, why_not
from tests.rules.lives import ORDERS, few, first, life, setup_of, variety, wander

LONGEST_SENTENCE = 200


def known_acts(pack: Pack) -> list[Act]:
    """Every act that these levels know a word for, and some that nobody has heard of."""
    acts = [Act(do=do) for do in ("begin", "meet", "leave", "home", "on", "skip", "choose", "use", "visit", "roam")]
    choices = {role.id for family in pack.families.values() for role in family.choices}
    choices |= {turn.id for many in (pack.scenes, pack.nudges) for thing in many.values() for turn in thing.choices}
    acts += [Act(do="choose", what=choice) for choice in sorted(choices)]
    for place in pack.places.values():
        acts += [Act(do="visit", what=place.id, how=how) for how in ("row", "lane", "", "roof")]
        acts += [Act(do="use", what=activity.id) for activity in place.activities]
    acts += [Act(do="roam", what=roam, how=how) for roam in pack.roams for how in ("lens", "clear", "")]
    lines = [r.act for r in pack.tariffs["the_list"].rules]
    looks = ("board", "phone", "lantern", "", "moon", *(f"line:{line}" for line in lines))
    acts += [Act(do="look", what=what) for what in looks]
    acts += [Act(do="answer", what=ask) for ask in (*pack.asks, "", "nothing")]
    odd = (
        Act(do="choose", what="wait", how="slowly"),
        Act(do="on", values=("x",)),
        Act(do="use", what="bread", how="x"),
    )
    return [*acts, *odd]


def assert_refused(pack: Pack, state: State, act: Act) -> None:
    before = state.model_dump()
    with pytest.raises(Illegal) as caught:
        step(pack, state, act)
    assert state.model_dump() == before
    assert_a_sentence(str(caught.value))


def assert_a_sentence(words: str) -> None:
    assert words.strip() == words and words[:1] in "“" + words[:1].upper() and words.endswith((".", "!"))
    assert len(words.split()) >= 3 and len(words) <= LONGEST_SENTENCE, words


def assert_sound(pack: Pack, before: State, after: State) -> None:
    """What holds after every step: the purse, the body, the clock, the town."""
    assert after.coins >= 0 and after.tick >= before.tick and 0 <= after.rest <= 10 and 0 <= after.trust <= 100
    assert all(0 <= strength <= 5 for _, strength in after.ties)
    if after.day == before.day and before.phase != "title":
        assert after.minute >= before.minute
    assert (after.day, after.beat) >= (before.day, before.beat)
    assert after.plan == before.plan and after.setup == before.setup
    assert State.model_validate(after.model_dump()) == after


def walk(pack: Pack, number: int, steps: int) -> None:
    acts = known_acts(pack)
    for seed in range(number):
        luck = Random(seed)
        setup = setup_of(seed, ("lesson", "taste")[seed % 2], ORDERS[seed // 2 % 2], list(pack.files)[seed % 4])
        for state, act in wander(pack, setup, luck, steps):
            view(pack, state)
            after, events = step(pack, state, act)
            assert_sound(pack, state, after)
            money = sum({"earned": 1, "paid": -1}.get(e.did, 0) * e.amount for e in events)
            assert (after.coins - after.tick) - (state.coins - state.tick) == money
            if luck.random() < 0.15:
                open_now = legal(pack, state)
                for wrong in luck.sample(acts, 12):
                    if wrong not in open_now:
                        assert_refused(pack, state, wrong)


def test_whoever_walks_anywhere_keeps_a_purse_a_body_and_a_clock(pack: Pack) -> None:
    """Coins never below nought, what is spent adds up, rest from 0 to 10, time goes on, other acts are refused."""
    walk(pack, number=12, steps=200)


@pytest.mark.long
def test_whoever_walks_far_keeps_them_too(pack: Pack) -> None:
    walk(pack, number=100, steps=1500)


def test_every_legal_act_is_taken(pack: Pack) -> None:
    for state in few(pack, 8):
        acts = legal(pack, state)
        assert len(set(acts)) == len(acts)
        for act in acts:
            after, _ = step(pack, state, act)
            assert_sound(pack, state, after)


def test_every_other_act_is_refused_in_a_sentence_and_changes_nothing(pack: Pack) -> None:
    """All that the levels have a word for, in a state of each phase."""
    phases: dict[tuple[str, bool], State] = {}
    for setup, bot in variety(pack, 4):
        for state, _ in life(pack, setup, bot):
            phases.setdefault((state.phase, state.day == len(state.plan) - 1), state)
    assert {phase for phase, _ in phases} == {
        "title", "morning", "street", "moment", "then", "place", "ask", "ledger", "ending", "epilogue", "over",
    }  # fmt: skip
    for state in phases.values():
        open_now = legal(pack, state)
        for act in known_acts(pack):
            if act not in open_now:
                assert_refused(pack, state, act)


def test_an_open_choice_with_something_added_is_refused_in_a_sentence(pack: Pack) -> None:
    state = first(pack, setup_of(), "saint", "moment")
    act = legal(pack, state)[0]
    assert_refused(pack, state, act.but(how="slowly"))
    assert_refused(pack, state, act.but(values=("x",)))


def test_the_same_state_and_act_always_give_the_same(pack: Pack) -> None:
    for setup, bot in variety(pack, 2):
        for state, act in life(pack, setup, bot):
            if act is not None:
                assert step(pack, state, act) == step(pack, state, act)
            assert view(pack, state) == view(pack, state)


def evenings(pack: Pack) -> list[State]:
    """States of many lives, and each of them late at night as well, poor and tired."""
    states = list(few(pack, 7))
    return [*states, *(s.but(minute=EVENING + 90, coins=0, rest=0) for s in states if s.phase in ("street", "place"))]


def test_what_is_closed_says_why_and_what_is_open_can_be_done(pack: Pack) -> None:
    """Options, activities, places, the way home: a reason in the View, or one of the legal acts."""
    for state in evenings(pack):
        seen, acts = view(pack, state), set(legal(pack, state))
        if state.phase == "moment":
            assert seen.moment is not None
            for option in seen.moment.options:
                assert (Act(do="choose", what=option.id) in acts) is (option.closed == "")
        if seen.place is not None:
            for activity in seen.place.activities:
                assert (Act(do="use", what=activity.id) in acts) is (activity.closed == "")
        if state.phase == "street":
            for spot in seen.spots:
                for how in ("row", "lane"):
                    assert (Act(do="visit", what=spot.id, how=how) in acts) is (spot.closed == ""), (spot, state.minute)
            assert (Act(do="home") in acts) is (seen.home_closed == "")
            assert (Act(do="meet") in acts) is (seen.due != "")
            assert {a.what for a in acts if a.do == "roam"} == {roam.id for roam in seen.roams}
            assert {a.what[5:] for a in acts if a.what.startswith("line:")} == {line.id for line in seen.board}


def test_every_reason_is_a_sentence(pack: Pack) -> None:
    reasons = set()
    for state in evenings(pack):
        seen = view(pack, state)
        options = seen.moment.options if seen.moment else ()
        activities = seen.place.activities if seen.place else ()
        reasons |= {thing.closed for many in (options, activities, seen.spots) for thing in many}
        reasons |= {seen.home_closed}
    for reason in reasons - {""}:
        assert reason[0].isupper() and reason.endswith("."), reason
    assert len(reasons) > 6


def test_ones_own_door_is_never_shut(pack: Pack) -> None:
    state = first(pack, setup_of(), "saint", "street")
    for minute in (480, EVENING, EVENING + 200):
        assert place_closed(state.but(minute=minute), pack.places["no_7"], travels=False) == ""
    assert place_closed(state.but(minute=EVENING), pack.places["bakery"], travels=False) != ""


def test_on_the_day_of_the_train_every_door_says_so(pack: Pack) -> None:
    state = first(pack, setup_of(), "saint", "street", 5)
    assert all(spot.closed for spot in view(pack, state).spots)
    assert not [act for act in legal(pack, state) if act.do in ("visit", "home")]
    assert_a_sentence(why_not(pack, state, Act(do="visit", what="bakery", how="row")))


def test_a_place_opens_on_its_minute_and_shuts_on_its_minute(pack: Pack) -> None:
    state = first(pack, setup_of(), "saint", "street")
    for place in pack.places.values():
        if place.id == "no_7":
            continue
        hours = [m for m in range(EVENING) if not place_closed(state.but(minute=m), place, travels=False)]
        assert (hours[0], hours[-1]) == (place.opens, min(place.closes, EVENING) - 1)


def test_a_matched_moment_can_be_neither_skipped_nor_passed(pack: Pack) -> None:
    """Whoever is in it chooses; whoever is on the way home is told that the day is not done."""
    for setup, bot in variety(pack, 8):
        for state, _ in life(pack, setup, bot):
            due = state.plan[state.day][state.beat : state.beat + 1]
            acts = legal(pack, state)
            if state.phase == "moment" and due[0].split(".")[0] not in ("free", "nudge"):
                assert {act.do for act in acts} == {"choose"}
            if state.phase == "street" and due:
                assert Act(do="home") not in acts and Act(do="meet") in acts


def test_what_costs_more_than_the_purse_holds_goes_on_tick(pack: Pack) -> None:
    """In a matched moment; and the tick is owed when the fare is counted."""
    state = next(
        s for s, act in life(pack, setup_of(), "saint")
        if s.phase == "moment" and act is not None and any(e.did == "paid" for e in step(pack, s, act)[1])
    )  # fmt: skip
    act = next(a for s, a in life(pack, setup_of(), "saint") if s == state)
    assert act is not None
    after, events = step(pack, state.but(coins=0), act)
    paid = sum(e.amount for e in events if e.did == "paid")
    assert (after.coins, after.tick) == (0, state.tick + paid)
    assert view(pack, after).need == view(pack, state).need + paid


def test_the_way_takes_ten_minutes_by_the_row_and_twenty_by_the_lane(pack: Pack) -> None:
    state = first(pack, setup_of(), "saint", "street").but(minute=600)
    spent = {}
    for how in ("row", "lane"):
        after, _ = step(pack, state, Act(do="visit", what="board", how=how))
        spent[how] = after.minute - state.minute
        stayed, _ = step(pack, after.but(phase="street", place=""), Act(do="visit", what="board", how=how))
        assert stayed.minute == after.minute
    assert spent == {"row": 10, "lane": 20}


def test_a_walker_is_told_where_the_next_moment_is_and_whether_somebody_lies_there(pack: Pack) -> None:
    setup = setup_of()
    lain = set()
    for state, _ in life(pack, setup, "saint"):
        if state.phase == "street" and due(state):
            seen = view(pack, state)
            later, _ = step(pack, state, Act(do="meet"))
            shown = view(pack, later).moment
            assert shown is not None and (seen.due_where, seen.due_thing) == (shown.where, shown.thing)
            if seen.due_lies:
                lain.add(shown.moment)
    assert {moment.split(".")[1] for moment in lain} == {"fall"}
