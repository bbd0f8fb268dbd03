"""Promises of the walking model, which knows no surface and no key."""

from itertools import pairwise

import pytest

from game.screens.walk import AHEAD, MEET, REACH, SLOW, Ahead, Ground, Walker, cone, under_lens

DOORS = {"bakery": 200.0, "no_7": 500.0, "library": 1200.0, "station": 2400.0, "park": 3000.0}
GROUND = Ground(DOORS, mouths=(800.0, 2000.0), left=40.0, right=3200.0, lenses=(1400.0,))


def walker(place: str = "no_7") -> Walker:
    made = Walker(GROUND, 0.0)
    made.arrive(place)
    return made


def walk(one: Walker, seconds: float) -> None:
    for _ in range(round(seconds * 30)):
        one.tick(1 / 30)


def test_holding_a_direction_walks_and_letting_go_stands() -> None:
    one = walker()
    one.hold(1)
    walk(one, 1.0)
    there = one.x
    one.hold(0)
    walk(one, 0.2)
    stands = one.x
    walk(one, 1.0)
    assert there > 700
    assert there < one.x < there + 30, "nobody of any weight stops within a step"
    assert one.x == stands
    assert not one.moving


def test_the_first_step_answers_in_the_first_frame_and_the_pace_is_gained_softly() -> None:
    one = walker()
    one.hold(1)
    steps = [one.tick(1 / 60) for _ in range(30)]
    assert steps[0] > 0.5
    gains = [after - before for before, after in pairwise([0.0, *steps])]
    assert max(gains) < 0.8, "pixels a frame, gained in one frame"
    assert sum(steps[:12]) > 0.75 * 12 / 60 * SLOW, "but it is gained within a fifth of a second"


def test_whoever_turns_round_brakes_first_and_looks_where_they_will_go() -> None:
    one = walker()
    one.hold(1)
    walk(one, 1.0)
    one.hold(-1)
    assert one.tick(1 / 60) > 0
    assert one.facing == -1
    walk(one, 0.3)
    assert one.tick(1 / 60) < 0


@pytest.mark.parametrize("far", [0.3, 3.0, 20.0, 87.0, 400.0, 1900.0])
@pytest.mark.parametrize("step", [1 / 60, 1 / 30, 0.1])
@pytest.mark.parametrize("way", [-1, 1])
def test_one_comes_to_stand_exactly_where_one_was_sent_and_never_goes_past(far: float, step: float, way: int) -> None:
    one = walker("library" if way > 0 else "park")
    goal = one.x + way * min(far, 1100.0)
    one.send(goal)
    while one.moving:
        one.tick(step)
        assert (goal - one.x) * way >= 0
    assert one.x == goal


def test_nobody_leaves_the_street() -> None:
    one = walker()
    one.hold(-1)
    walk(one, 60)
    assert one.x == GROUND.left


def test_one_walks_to_where_one_is_sent_and_stops_there() -> None:
    one = walker()
    one.send(1200.0)
    walk(one, 10)
    assert one.x == 1200.0
    assert not one.moving
    assert one.door() == "library"


def test_a_key_takes_over_from_a_click() -> None:
    one = walker()
    one.send(1200.0)
    one.hold(-1)
    walk(one, 0.5)
    assert one.x < 500


def test_the_lane_is_entered_and_left_only_at_a_mouth() -> None:
    one = walker()
    assert not one.into_lane()
    one.x = 800.0 + REACH
    assert one.into_lane()
    one.x = 1200.0
    assert not one.out_of_lane()
    assert one.door() == ""


def test_a_visit_by_the_lane_says_so_until_one_has_arrived() -> None:
    one = walker()
    one.x = 800.0
    assert one.into_lane()
    one.x = 2000.0
    assert one.out_of_lane()
    assert one.way == "lane"
    one.arrive("station")
    assert one.way == "row"


@pytest.mark.parametrize("place", sorted(DOORS))
@pytest.mark.parametrize("direction", [-1, 1])
def test_a_moment_stands_at_least_so_far_off_from_every_door_and_both_ways(place: str, direction: int) -> None:
    one = walker(place)
    ahead = Ahead()
    ahead.follow("P.fall", one, direction)
    assert ahead.x is not None
    assert abs(ahead.x - one.x) >= AHEAD
    assert GROUND.left <= ahead.x <= GROUND.right


@pytest.mark.parametrize("direction", [-1, 1])
def test_walking_on_meets_the_moment(direction: int) -> None:
    one = walker("library")
    ahead = Ahead()
    one.hold(direction)
    for _ in range(300):
        before = one.x
        one.tick(1 / 30)
        ahead.follow("P.fall", one, direction)
        if ahead.met(one, before):
            return
    pytest.fail("walked past it")


def test_turning_round_and_walking_away_meets_it_too() -> None:
    one = walker("library")
    ahead = Ahead()
    ahead.follow("P.fall", one, -1)
    one.hold(1)
    for _ in range(300):
        before = one.x
        one.tick(1 / 30)
        ahead.follow("P.fall", one, 1)
        if ahead.met(one, before):
            return
    pytest.fail("got away from it")


def test_a_moment_is_met_on_coming_out_of_the_lane() -> None:
    one = walker()
    ahead = Ahead()
    ahead.follow("P.fall", one, 1)
    one.x = 800.0
    one.into_lane()
    assert not ahead.met(one, 500.0)
    one.x = 2000.0
    one.out_of_lane()
    ahead.surface(one)
    assert ahead.met(one, one.x)


def test_nothing_is_met_where_nothing_is_due() -> None:
    one = walker()
    ahead = Ahead()
    ahead.follow("", one, 1)
    ahead.surface(one)
    assert not ahead.met(one, one.x)


def test_a_cone_can_be_timed() -> None:
    spans = [cone(1400.0, second / 4) for second in range(40)]
    assert any(low <= 1400.0 <= high for low, high in spans)
    assert any(not low <= 1250.0 <= high for low, high in spans)
    seen = {under_lens(GROUND, 1280.0, second / 4) for second in range(40)}
    assert seen == {True, False}


def test_what_has_a_place_of_its_own_waits_there() -> None:
    one = walker()
    ahead = Ahead()
    ahead.follow("U0.light", one, -1, 2030.0)
    assert ahead.x == 2030.0
    one.x = 100.0
    ahead.follow("U0.light", one, -1, 2030.0)
    assert ahead.x == 2030.0


def test_what_has_its_place_underfoot_waits_for_a_key_or_for_a_return() -> None:
    one = walker("station")
    ahead = Ahead()
    ahead.follow("U0.light", one, 1, 2430.0)
    assert not ahead.met(one, one.x)
    assert ahead.at_hand(one)
    one.x = 2430.0 + 3 * MEET
    ahead.follow("U0.light", one, 1, 2430.0)
    assert not ahead.at_hand(one)
    one.x = 2430.0 + MEET
    assert ahead.met(one, 2430.0 + 3 * MEET)
