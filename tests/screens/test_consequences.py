"""What comes of a choice hides nobody and doubles nobody: each coat and each scene, among people who stand about."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pygame
import pytest

from game.model.content import Pack
from game.model.record import Option, Shown
from game.model.view import Passer
from game.screens import art, picture, stage
from game.screens.around import person_x
from game.screens.hands.walk import Walk
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.screen import Screen
from game.screens.paint import events, people, staging
from game.screens.street import Street
from game.screens.walk import MEET
from tests.screens.views import due, street
from tests.town import the_pack

SIZE = (640, 360)
FRAME = Frame(SIZE)
PASSERS = tuple(
    Passer(who=who, name=who, spot=spot, line="")
    for who, spot in (
        ("halloran", "board"), ("silva", "quay"), ("aalto", "square"), ("dunne", "quay"), ("nell", "cafe"),
    )
)
STRAY = 18.0  # nobody stops to the inch
MUCH = 0.35  # of somebody's width: more than this behind another is hidden


@dataclass(frozen=True)
class Case:
    """One choice of one coat or scene, and what of it can be seen."""

    name: str
    moment: str
    mode: str
    who: str
    where: str
    thing: str
    chosen: str
    seen: str
    props: tuple[tuple[str, str], ...]
    lies: bool


@dataclass(frozen=True)
class Body:
    """Somebody as they were painted: real pixels."""

    look: tuple[object, ...]
    left: float
    right: float
    foot: float
    tall: float


def _cases(pack: Pack) -> Iterator[Case]:
    for family in pack.families.values():
        lies = any("stay_with_fallen" in choice.acts for choice in family.choices)
        for coat in family.coats:
            props = tuple((key, way.prop) for key, way in coat.choices.items())
            for key, way in coat.choices.items():
                name = f"{family.id}.{coat.id}.{key}"
                yield Case(name, f"U0.{family.id}", family.mode, coat.who, coat.where, coat.thing, key, way.seen, props,
                           lies)
    for told in (*pack.scenes.values(), *pack.nudges.values()):
        props = tuple((one.id, one.prop) for one in told.choices)
        for one in told.choices:
            yield Case(f"{told.id}.{one.id}", f"story.{told.id}", told.mode, told.who, told.where, told.thing, one.id,
                       one.seen, props, lies=False)


def _played(pack: Pack, case: Case, facing: int) -> list[Screen]:
    """The screens once the choice has been made: met on the Row, walked up to where it is walked up to."""
    looks = dict(pack.people)
    about: dict[str, Any] = {"at": "cafe", "people": PASSERS}
    waits = due(due_who=case.who, due_mode=case.mode, due_where=case.where, due_thing=case.thing, due_lies=case.lies,
                **about)
    screens = stage.layers(waits, [], looks)
    ground = screens[0]
    assert isinstance(ground, Street)
    walker = ground.outing.walker
    walker.facing = facing
    ground.tick(0.01)
    if ground.outing.ahead.x is not None:
        walker.x = ground.outing.ahead.x - facing * MEET
        ground.outing.cam = ground.outing.wanted()
    ground.outing.strode = True
    options = tuple(Option(id=key, text="Do it", near=n, prop=prop) for n, (key, prop) in enumerate(case.props))
    shown = Shown(moment=case.moment, mode=case.mode, world="daylight", light="noon", watch="none", day=1,
                  clock="08:40", who=case.who, where=case.where, thing=case.thing, scene="It happens.",
                  options=options)
    screens = stage.layers(street(phase="moment", moment=shown, **about), screens, looks)
    hand = screens[-1]
    if isinstance(hand, Walk):
        walker.x = hand._before(hand.option(case.chosen)) + STRAY * facing  # as feet go
        walker.stop()
        ground.scene.cam = ground.outing.cam = hand.cam  # the camera has come to rest meanwhile
    then = street(phase="then", moment=shown, chosen=case.chosen, then="So it goes.", seen=case.seen, **about)
    return stage.layers(then, screens, looks)


def _painted(screens: list[Screen], canvas: Canvas, monkeypatch: pytest.MonkeyPatch, part: float) -> list[Body]:
    found: list[Body] = []
    original = people.figure

    def noted(brush: Any, look: object, x: float, y: float, facing: int, pose: str, phase: float, scale: float,
              **more: Any) -> None:
        left, foot = brush.canvas.px(x + brush.dx, y)
        half, tall = (62.0, 40.0) if pose == "lie" else (20.0, 112.0)
        real = brush.scale * scale
        found.append(Body(people.key_of(look)[:6], left - half * real, left + half * real, foot, tall * real))
        original(brush, look, x, y, facing, pose, phase, scale, **more)

    with monkeypatch.context() as patch:
        patch.setattr(people, "figure", noted)
        lowest = max(n for n, one in enumerate(screens) if not one.overlay)  # as the desk does
        for screen in screens[lowest:]:
            screen.age = 1.8 * part
            if isinstance(screen, Street):
                screen.since = 1.6 * part
            screen.paint(canvas, FRAME)
    return [one for one in found if one.right > 0 and one.left < SIZE[0]]


def _hidden(bodies: list[Body]) -> list[tuple[Body, Body]]:
    pairs = [(a, b) for n, a in enumerate(bodies) for b in bodies[n + 1 :]]
    found = []
    for a, b in pairs:
        across = min(a.right, b.right) - max(a.left, b.left)
        down = min(a.foot, b.foot) - max(a.foot - a.tall, b.foot - b.tall)
        if across > MUCH * min(a.right - a.left, b.right - b.left) and down > MUCH * min(a.tall, b.tall):
            found.append((a, b))
    return found


PACK = the_pack()
CASES = [case for case in _cases(PACK) if case.seen]
KINDS = sorted({(case.seen, case.mode) for case in CASES})


@pytest.fixture
def canvas() -> Iterator[Canvas]:
    pygame.display.init()
    pygame.font.init()
    yield Canvas(pygame.display.set_mode(SIZE))
    pygame.display.quit()


@pytest.mark.parametrize(("seen", "mode"), KINDS)
def test_a_consequence_shows_everybody_once_and_hides_nobody(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch, seen: str, mode: str
) -> None:
    """Once it has come to rest; those of a crowd may pass behind others on their way."""
    faults = []
    for case in (one for one in CASES if (one.seen, one.mode) == (seen, mode)):
        for facing in (1, -1):
            screens = _played(PACK, case, facing)
            for part in (1.0,) if seen in events.CROWDS or seen in ("walks_off", "embrace") else (0.3, 1.0):
                bodies = _painted(screens, canvas, monkeypatch, part)
                looks = [one.look for one in bodies]
                twice = [look for look in set(looks) if looks.count(look) > 1]
                hidden = [] if seen == "embrace" else _hidden(bodies)
                if twice or hidden:
                    faults.append((case.name, facing, part, twice, hidden))
    assert faults == []


@pytest.mark.parametrize("seen", sorted(set(events.EVENTS) - events.ACTED))
def test_whom_it_is_about_stays_where_they_are_unless_they_do_it(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch, seen: str
) -> None:
    """On the street, where they were met; a door that closes or a bus that leaves takes nobody away."""
    case = next(one for one in CASES if one.mode == "sheet" and one.who == "okoye" and one.where == "row")
    for facing in (1, -1):
        screens = _played(PACK, Case(**{**case.__dict__, "seen": seen}), facing)
        looks = [one.look for one in _painted(screens, canvas, monkeypatch, 1.0)]
        assert looks.count(people.key_of(PACK.people["okoye"])[:6]) == 1


def test_free_ground_is_the_nearest_that_touches_nobody() -> None:
    taken = [(90.0, 130.0), (140.0, 180.0)]
    x = staging.free(120.0, (-20.0, 20.0), taken, (0.0, 400.0))
    assert x + 20 <= 90 or x - 20 >= 180
    assert x == 90.0 - 20.0 - 1.0
    assert staging.free(120.0, (-20.0, 20.0), [(0.0, 400.0)], (0.0, 400.0)) == 120.0


def test_a_crowd_leaves_those_who_were_there_before_it_to_be_seen() -> None:
    there = [(180.0, 220.0), (260.0, 300.0)]
    places = staging.crowd(200.0, 5, there, (0.0, 1280.0))
    assert len(places) == len(set(places)) == 5
    assert all(x + 21 <= a or x - 21 >= b for x in places for a, b in there)


def _met(scene: str, chosen: str) -> tuple[list[Screen], Case]:
    case = next(one for one in _cases(PACK) if one.name == f"{scene}.{chosen}")
    return _played(PACK, case, 1), case


def test_what_one_carries_is_in_both_hands_until_it_is_put_down(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    carrying, _ = _met("dome_carry", "share")
    aboard, _ = _met("dome_ferry", "label")
    assert ("you", "dome") in [one.look for one in _painted(carrying, canvas, monkeypatch, 0.2)]
    assert ("you",) in [one.look for one in _painted(aboard, canvas, monkeypatch, 0.2)]


def test_the_ferrys_man_stands_at_his_gangway() -> None:
    screens, _ = _met("dome_ferry", "label")
    ground = screens[0]
    assert isinstance(ground, Street)
    dunne = next(one for one in ground.scene.figures if one.name == "actor")
    assert ground.scene.things == [("gangway", 1985.0, False)]
    assert 40 < 1985.0 - dunne.x < 120


def test_one_who_chose_to_go_on_is_the_one_who_walks_off(canvas: Canvas, monkeypatch: pytest.MonkeyPatch) -> None:
    screens, case = _met("domes_go_up", "walk_on")
    ends = [_painted(screens, canvas, monkeypatch, part) for part in (0.0, 0.2)]
    mine, his = (
        [next(one.left for one in bodies if one.look == look) for bodies in ends]
        for look in (("you",), people.key_of(PACK.people[case.who])[:6])
    )
    assert abs(mine[1] - mine[0]) > 8
    assert his[0] == his[1]


def test_bystanders_step_aside_from_what_a_moment_turns_on() -> None:
    """Two slots in a wall are both to be seen, wherever somebody happened to stand."""
    for facing in (1, -1):
        case = next(one for one in _cases(PACK) if one.name == "post_box.blue")
        ground = _played(PACK, case, facing)[0]
        assert isinstance(ground, Street)
        ground.outing.ahead.x = there = person_x("board", 0)  # just where Halloran stands
        ground.outing.walker.x = there - facing * MEET
        ground.outing.cam = ground.outing.wanted()
        shown = picture.compose(ground.view, ground.outing, ground.scene, still=True)
        ((name, x, _),) = shown.things
        half = art.size(f"things/{name}")[0] / 2
        bodies = [one.x for one in shown.figures if one.name == "passer"]
        assert bodies
        assert [at for at in bodies if abs(at - x) < half + 20] == []
