"""Promises of how legs go: feet do not slide, knees do not bend backwards."""

from itertools import pairwise
from math import hypot

import pytest

from game.screens.paint import stride
from game.screens.paint.people import FRAMES, PACE
from game.screens.picture import you
from game.screens.street import Street
from game.screens.walk import FAST, HURRY, SLOW
from tests.screens.views import street

GAITS = sorted(stride.GAITS)


@pytest.mark.parametrize("name", GAITS)
def test_a_foot_that_stands_stays_where_it_is_on_the_ground(name: str) -> None:
    gait = stride.GAITS[name]
    at = [gait.length * turn / 100 + gait.foot(turn / 100)[0] for turn in range(100) if gait.foot(turn / 100)[1] == 0]
    assert len(at) >= 100 * gait.stays - 1
    assert max(at) - min(at) < 0.01


@pytest.mark.parametrize("name", GAITS)
def test_a_foot_is_raised_and_set_down_without_a_jump(name: str) -> None:
    gait = stride.GAITS[name]
    steps = [gait.foot(turn / 200) for turn in range(201)]
    assert all(hypot(b[0] - a[0], b[1] - a[1]) < 2.5 for a, b in pairwise(steps))
    assert steps[0] == pytest.approx(steps[-1])


@pytest.mark.parametrize("name", GAITS)
def test_knees_bend_forward_and_no_leg_is_stretched_by_more_than_a_quarter(name: str) -> None:
    for turn in range(24):
        for hip, knee, foot in stride.legs(name, turn / 24):
            assert hypot(knee[0] - hip[0], knee[1] - hip[1]) == pytest.approx(stride.THIGH, abs=0.1)
            assert hypot(foot[0] - knee[0], foot[1] - knee[1]) < stride.SHIN * 1.25
            assert (foot[0] - hip[0]) * (knee[1] - hip[1]) <= (foot[1] - hip[1]) * (knee[0] - hip[0]) + 1e-6


def test_the_faster_the_pace_the_longer_the_step_and_nobodys_legs_whirl() -> None:
    assert stride.GAITS["walk"].length < stride.GAITS["bear"].length < stride.GAITS["run"].length
    for pace, most in ((SLOW, 2.5), (FAST, 3.5), (HURRY, 5.0)):
        assert pace / stride.GAITS["run"].length < most, "cycles a second"


def test_what_is_drawn_of_the_player_goes_one_cycle_for_two_steps_of_ground() -> None:
    screen = Street(street())
    walker = screen.outing.walker
    walker.hold(1)
    seen = set()
    while walker.walked < 600:
        walker.tick(1 / 60)
        shown = you(screen.outing)
        seen.add(shown.pose)
        cycles = shown.phase * PACE[shown.pose] / FRAMES[shown.pose]
        assert cycles == pytest.approx(walker.walked / stride.GAITS[shown.pose].length)
    assert seen == {"walk", "run"}
    walker.hold(-1)
    walker.tick(1 / 60)
    assert (you(screen.outing).pose, you(screen.outing).facing) == ("turn", -1)
    while walker.speed > -200:
        walker.tick(1 / 60)
    assert you(screen.outing).pose == "run"
    walker.hold(0)
    walker.tick(1 / 60)
    assert you(screen.outing).pose == "brake"
    while walker.moving:
        walker.tick(1 / 60)
    assert you(screen.outing).pose == "stand"


def test_the_camera_comes_after_softly_and_is_never_jerked() -> None:
    """Whatever the feet do; lengths in pixels, at 60 pictures a second."""
    screen = Street(street(at="library"))
    outing, seen = screen.outing, []
    for way, pictures in ((1, 90), (-1, 60), (0, 30), (1, 20), (-1, 20), (0, 60)):
        outing.walker.hold(way)
        for _ in range(pictures):
            outing.tick(1 / 60, screen.view)
            seen.append(outing.cam)
            assert 200 < outing.walker.x - outing.cam < 1080, "one is never near the edge"
    paces = [after - before for before, after in pairwise(seen)]
    jerks = [abs(after - before) for before, after in pairwise(paces)]
    assert max(jerks) < 1.5
    assert abs(outing.cam - outing.wanted()) < 12
