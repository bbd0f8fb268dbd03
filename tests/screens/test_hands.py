"""Promises of the moments by hand: every option can be chosen with the body, from the list, and by the fast path."""

from itertools import combinations, permutations
from typing import Any

import pygame
import pytest

from game.model.acts import Act
from game.model.view import View
from game.screens.hands import Hand, hand
from game.screens.hands.counter import TRAY, Counter
from game.screens.hands.line import FULL, STAY, Call
from game.screens.hands.tags import tail
from game.screens.hands.wait import MOST, SHORTEST, Wait
from game.screens.hands.walk import Walk
from game.screens.kit.answers import Answer, Do, Key, Pointer
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.palette import palette
from game.screens.street import Street
from tests.screens.ruler import touch, within
from tests.screens.tapping import tap
from tests.screens.views import due, moment, street

FRAME, UNTIMED = Frame(), Frame(untimed=True)
STEP = 1 / 30
MODES = ("walk", "wait", "counter", "line")


def stand(view: View) -> Hand:
    """The screen of a moment, on a street of its own."""
    return hand(view, Street(view))


def run(screen: Hand, seconds: float) -> Answer | None:
    for _ in range(round(seconds / STEP)):
        answer = screen.tick(STEP)
        if answer is not None:
            return answer
    return None


def held(screen: Hand, name: str, seconds: float) -> Answer | None:
    """Hold a key for so long, or until something is answered."""
    screen.on(Key(name), FRAME)
    answer = run(screen, seconds)
    screen.on(Key(name, down=False), FRAME)
    return answer


def chosen(answer: Answer | None) -> str:
    assert isinstance(answer, Do)
    assert answer.act.do == "choose"
    return answer.act.what


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("option", ["a", "b", "c"])
def test_the_fast_path_chooses_every_option(mode: str, option: str) -> None:
    assert stand(moment(mode)).pick(option) == Do(Act(do="choose", what=option))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("option", ["a", "b", "c"])
@pytest.mark.parametrize("near", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_tab_and_enter_choose_every_option(mode: str, option: str, near: tuple[int, ...]) -> None:
    screen = stand(moment(mode, near))
    screen.age = 1.0
    for _ in range(12):
        screen.on(Key("tab"), FRAME)
        if screen.focus == f"option.{option}":
            break
    answer = screen.on(Key("enter"), FRAME) or run(screen, 14)
    assert chosen(answer) == option


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("option", ["a", "b", "c"])
def test_the_mouse_alone_chooses_every_option(mode: str, option: str) -> None:
    screen = stand(moment(mode))
    screen.age = 1.0
    thing = screen.tree(FRAME).find(f"option.{option}")
    assert thing is not None
    x, y = thing.box.centre
    answer = tap(screen, x, y, FRAME)
    if isinstance(screen, Counter):
        assert answer is None
        answer = tap(screen, *TRAY.centre, FRAME)
    assert chosen(answer or run(screen, 14)) == option


@pytest.mark.parametrize("mode", MODES)
def test_the_list_tells_what_is_near_with_its_price_the_nearest_first(mode: str) -> None:
    screen = stand(moment(mode, (2, 0, 1)))
    listing = next(node for node in screen.tree(FRAME).walk() if node.label == "What is near")
    assert [node.key for node in listing.children] == ["option.b", "option.c", "option.a"]
    assert all(node.value == "5 minutes" for node in listing.children)


@pytest.mark.parametrize("mode", MODES)
def test_what_is_closed_says_why_and_is_not_chosen(mode: str) -> None:
    screen = stand(moment(mode, closed="b"))
    assert screen.choose("b") is None
    assert screen.said == "Not today."


@pytest.mark.parametrize("mode", MODES)
def test_what_asks_twice_is_chosen_at_the_second_time(mode: str) -> None:
    screen = stand(moment(mode, friction="b"))
    assert screen.choose("b") is None
    assert chosen(screen.choose("b")) == "b"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("zoom", [1.0, 1.3, 1.6, 2.0])
def test_no_tag_lies_on_another_or_under_the_words(mode: str, zoom: float) -> None:
    for near in ((0, 1, 2), (1, 2, 0), (2, 0, 1)):
        tree = stand(moment(mode, near)).tree(Frame(zoom=zoom))
        scene = tree.find("scene")
        listing = next(node for node in tree.walk() if node.label == "What is near")
        boxes = [node.children[0].box for node in listing.children]
        assert scene is not None
        for index, box in enumerate(boxes):
            assert box.x >= 0
            assert box.right <= 1280
            assert box.bottom <= scene.box.y
            for other in boxes[index + 1 :]:
                apart = box.right <= other.x or other.right <= box.x or box.bottom <= other.y or other.bottom <= box.y
                assert apart


def crowded(mode: str, near: tuple[int, ...], **changes: Any) -> Hand:
    """Four things to choose from, each of them closed for a reason of some length."""
    view = moment(mode)
    assert view.moment is not None
    why = "Takes a bed kept, a deposit due, seventy coins."
    options = tuple(
        view.moment.options[0].but(id=f"o{rank}", near=rank, closed=why, prop=prop, coins=-50)
        for rank, prop in zip(near, ("coin", "form", "cup", "note"), strict=True)
    )
    shown = view.moment.but(options=options, **changes)
    return stand(view.but(world=shown.world, moment=shown, tick=12))


@pytest.mark.parametrize("world", ["daylight", "print", "phone"])
@pytest.mark.parametrize("mode", ["walk", "counter"])
def test_four_tags_with_reasons_lie_apart_at_the_largest_text_whatever_the_hand_holds(mode: str, world: str) -> None:
    for near in permutations(range(4)):
        screen = crowded(mode, near, world=world)
        for x in (None,) if isinstance(screen, Walk) else (150.0, 560.0, 1096.0):
            if isinstance(screen, Counter) and x is not None:
                screen.held, screen.x = "o0", x
            tree = screen.tree(Frame(zoom=1.6))
            listing = next(node for node in tree.walk() if node.label == "What is near")
            boxes = [node.children[0].box for node in listing.children]
            assert not [(a, b) for a, b in combinations(boxes, 2) if touch(a, b)]
            assert all(within(box, Box(0, 90, 1280, 630)) for box in boxes)


def test_tags_stay_where_they_are_while_something_is_carried_past_them() -> None:
    screen = crowded("counter", (0, 1, 2, 3))
    assert isinstance(screen, Counter)
    screen.shown = screen.shown.but(options=(screen.options[0].but(closed=""), *screen.options[1:]))
    screen.held = "o0"
    found = set()
    for x in range(100, 1200, 50):
        screen.x = float(x)
        listing = next(node for node in screen.tree(Frame(zoom=1.6)).walk() if node.label == "What is near")
        found.add(tuple(node.children[0].box for node in listing.children[1:]))
    assert len(found) == 1


def test_a_tag_that_had_to_move_has_a_tail_to_its_thing_and_no_other_has() -> None:
    surface = pygame.Surface((1280, 720))
    box, pal = Box(400, 200, 200, 60), palette("print")
    for spot, drawn in (((500.0, 272.0), False), ((500.0, 380.0), True), ((300.0, 272.0), True)):
        surface.fill("black")
        tail(Canvas(surface), box, spot, pal)
        assert (pygame.mask.from_threshold(surface, pal.paper, (9, 9, 9)).count() > 0) is drawn


@pytest.mark.parametrize(("still", "most"), [(False, 9), (True, 2)])
def test_a_hand_that_does_nothing_is_drawn_as_often_as_a_street(still: bool, most: int) -> None:
    screen = stand(moment("wait"))
    screen.ground.still = still
    run(screen, 1)
    count = 0
    for _ in range(60):
        screen.dirty = False
        assert screen.tick(STEP) is None
        count += screen.dirty or screen.moving
    assert 0 < count <= 2 * most


def test_walking_past_the_way_on_is_going_on() -> None:
    screen = stand(moment("walk"))
    assert chosen(held(screen, "right", 10)) == "c"


def test_stopping_at_a_thing_and_standing_there_chooses_it() -> None:
    screen = stand(moment("walk"))
    assert isinstance(screen, Walk)
    screen.on(Key("left"), FRAME)
    while screen.near() != "a":
        assert run(screen, STEP) is None
    screen.on(Key("left", down=False), FRAME)
    assert chosen(run(screen, 1)) == "a"


def test_passing_a_thing_does_not_choose_it() -> None:
    screen = stand(moment("walk"))
    assert isinstance(screen, Walk)
    screen.on(Key("left"), FRAME)
    passed = False
    while screen.near() != "b":
        passed = passed or screen.near() == "a"
        assert run(screen, STEP) is None
    assert passed


@pytest.mark.parametrize("near", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_what_is_nearer_costs_fewer_steps(near: tuple[int, int, int]) -> None:
    screen = stand(moment("walk", near))
    assert isinstance(screen, Walk)
    far = {one.near: abs(screen.x[one.id] - screen.start) for one in screen.options}
    assert far[0] < far[1] < far[2]


def afoot(*props: str, near: tuple[int, ...] = (0, 1, 2, 3), **changes: Any) -> Walk:
    """A moment on foot with these to walk up to."""
    view = moment("walk")
    assert view.moment is not None
    options = tuple(
        view.moment.options[0].but(id=f"o{rank}", near=rank, prop=prop) for rank, prop in zip(near, props, strict=False)
    )
    screen = stand(view.but(moment=view.moment.but(options=options, **changes)))
    assert isinstance(screen, Walk)
    return screen


@pytest.mark.parametrize("near", list(permutations(range(4))))
def test_all_that_can_be_walked_to_is_in_sight(near: tuple[int, ...]) -> None:
    for props in (("person", "bell", "crate", "way_on"), ("person", "bell", "way_on")):
        screen = afoot(*props, near=near, who="rao", thing="big_screen")
        seen = list(screen.x.values())
        if len(props) == 3 and max(near[:3]) < 3:
            seen += [x for _, x, _ in screen.ground.scene.things]
        assert all(30 < x - screen.cam < 1250 for x in seen)


@pytest.mark.parametrize("who", ["nobody", "rao"])
def test_nobody_lies_on_the_ground_who_has_not_fallen(who: str) -> None:
    screen = afoot("person", "crate", "way_on", who=who, thing="", moment="story.crate_fall")
    assert "lie" not in [one.pose for one in screen.ground.scene.figures]
    screen = afoot("person", "crate", "way_on", who=who, thing="", moment="X.fall")
    assert [one.pose for one in screen.ground.scene.figures].count("lie") == 1


def test_what_a_choice_is_walked_up_to_stands_there_itself() -> None:
    screen = afoot("doorway", "crate", "way_on", who="nobody", thing="booth")
    assert screen.ground.scene.things == [("booth", screen.x["o0"], False)]
    assert [prop for prop, *_ in screen.ground.scene.props] == ["crate", "way_on"]
    assert screen.spot(screen.option("o0"))[1] < screen.spot(screen.option("o1"))[1]


@pytest.mark.parametrize("mode", ["walk", "counter"])
def test_no_tag_hides_what_the_moment_turns_on(mode: str) -> None:
    view = moment(mode)
    assert view.moment is not None
    screen = stand(view.but(moment=view.moment.but(who="nobody", thing="perk_shelf")))
    screen.ground.scene.cam = screen.cam
    whole = screen.turns_on_box()
    listing = next(node for node in screen.tree(FRAME).walk() if node.label == "What is near")
    assert whole is not None
    assert not [node for node in listing.children if touch(node.children[0].box, whole)]


def test_nobody_walks_out_of_a_picture_that_stands_still() -> None:
    screen = stand(moment("walk"))
    assert isinstance(screen, Walk)
    assert held(screen, "left", 10) is None
    assert abs(screen.ground.outing.walker.x - screen.start) < 640


def test_nothing_is_chosen_before_one_stirs() -> None:
    assert run(stand(moment("walk")), 5) is None


def test_standing_still_lets_the_light_take_its_seconds() -> None:
    screen = stand(moment("wait"))
    assert isinstance(screen, Wait)
    assert SHORTEST < screen.red <= MOST
    assert run(screen, screen.red - 0.5) is None
    assert chosen(run(screen, 1.0)) == "a"


@pytest.mark.parametrize("key", ["down", "right"])
def test_stepping_off_does_not_wait(key: str) -> None:
    assert chosen(held(stand(moment("wait")), key, 3)) == "b"


def test_one_who_steps_back_in_time_has_not_crossed() -> None:
    screen = stand(moment("wait"))
    assert held(screen, "down", 0.3) is None
    assert run(screen, 1.0) is None


def test_walking_back_takes_the_bridge() -> None:
    assert chosen(held(stand(moment("wait")), "left", 6)) == "c"


def test_untimed_the_light_waits_for_a_key() -> None:
    screen = stand(moment("wait"))
    screen.age = 1.0
    screen.on(Key("tab"), UNTIMED)
    assert run(screen, 20) is None
    screen.focus = ""
    assert chosen(screen.on(Key("enter"), UNTIMED)) == "a"


def test_what_is_preselected_is_already_in_the_hand_and_two_presses_put_anything_down() -> None:
    screen = stand(moment("counter", preselected="b"))
    assert isinstance(screen, Counter)
    screen.age = 1.0
    assert screen.held == "b"
    assert chosen(screen.on(Key("enter"), FRAME) or run(screen, 3)) == "b"


def test_a_thing_is_taken_with_the_arrows_and_carried_across() -> None:
    screen = stand(moment("counter", (1, 0, 2)))
    assert isinstance(screen, Counter)
    screen.age = 1.0
    screen.on(Key("left"), FRAME)
    while screen.near() != "a":
        run(screen, STEP)
    screen.on(Key("left", down=False), FRAME)
    assert screen.on(Key("enter"), FRAME) is None
    assert screen.held == "a"
    assert chosen(screen.on(Key("enter"), FRAME) or run(screen, 3)) == "a"


def test_the_mouse_takes_what_lies_there_and_not_what_the_hand_brings_along() -> None:
    screen = stand(moment("counter", preselected="b"))
    thing = screen.tree(FRAME).find("option.c")
    assert thing is not None
    x, y = thing.box.centre
    screen.on(Pointer("move", x, y), FRAME)
    screen.on(Pointer("down", x, y), FRAME)
    screen.on(Pointer("move", *TRAY.centre), FRAME)
    assert chosen(screen.on(Pointer("up", *TRAY.centre), FRAME)) == "c"


def test_a_tag_takes_its_thing() -> None:
    screen = stand(moment("counter"))
    assert isinstance(screen, Counter)
    thing = screen.tree(FRAME).find("option.a")
    assert thing is not None
    tap(screen, *thing.children[0].box.centre, FRAME)
    assert screen.held == "a"


def test_a_thing_can_be_dragged_to_the_tray() -> None:
    screen = stand(moment("counter"))
    thing = screen.tree(FRAME).find("option.a")
    assert thing is not None
    screen.on(Pointer("down", *thing.box.centre), FRAME)
    screen.on(Pointer("move", *TRAY.centre), FRAME)
    assert chosen(screen.on(Pointer("up", *TRAY.centre), FRAME)) == "a"


def test_a_thing_let_go_elsewhere_is_not_chosen() -> None:
    screen = stand(moment("counter"))
    thing = screen.tree(FRAME).find("option.a")
    assert thing is not None
    screen.on(Pointer("down", *thing.box.centre), FRAME)
    assert screen.on(Pointer("up", 300, 520), FRAME) is None


def test_nothing_is_forced_when_the_bar_is_full_and_staying_is_a_choice() -> None:
    screen = stand(moment("line"))
    assert isinstance(screen, Call)
    assert run(screen, FULL + STAY - 1) is None
    assert screen.part == 1.0
    assert chosen(run(screen, 2)) == "b"


def test_untimed_the_call_does_not_run() -> None:
    screen = stand(moment("line"))
    screen.on(Key("tab"), UNTIMED)
    assert run(screen, FULL + STAY + 5) is None


def test_a_moment_goes_on_with_its_own_view_and_no_other() -> None:
    screen = stand(moment("walk"))
    assert screen.take(moment("walk"))
    assert not screen.take(moment("walk", phase="then", then="It is done."))


@pytest.mark.parametrize("mode", MODES)
def test_one_who_does_nothing_is_told_how_and_one_who_does_is_not(mode: str) -> None:
    idle, busy = stand(moment(mode)), stand(moment(mode))
    busy.on(Key("tab"), FRAME)
    for screen in (idle, busy):
        run(screen, 6)
    assert idle.said == idle.how != ""
    assert busy.said == ""


@pytest.mark.parametrize("key", ["left", "right"])
@pytest.mark.parametrize("near", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
def test_whoever_was_seen_ahead_stays_where_they_were_seen(key: str, near: tuple[int, ...]) -> None:
    ahead = due(due_where="market", due_mode="walk", at="cafe" if key == "right" else "station")
    ground = Street(ahead)
    ground.on(Key(key), FRAME)
    for _ in range(400):
        if ground.tick(STEP):
            break
    seen = ground.outing.due_x(ahead) or ground.outing.ahead.x
    shown = moment("walk", near).moment
    assert shown is not None
    view = street(phase="moment", moment=shown.but(where="market", who="rao"), people=(), at=ahead.at)
    assert ground.take(view)
    screen = hand(view, ground)
    assert isinstance(screen, Walk)
    assert screen.x["a"] == pytest.approx(seen)
    assert run(screen, 4) is None
    assert ground.outing.walker.x == pytest.approx(screen.start)


def test_from_the_list_one_is_walked_up_to_somebody_and_not_into_them() -> None:
    shown = moment("walk").moment
    assert shown is not None
    for prop, apart in (("person", 44.0), ("bench", 0.0)):
        options = tuple(one.but(prop=prop) if one.id == "a" else one for one in shown.options)
        view = street(phase="moment", moment=shown.but(where="market", who="rao", options=options), people=())
        screen = hand(view, Street(view))
        assert isinstance(screen, Walk)
        screen.go("a")
        run(screen, 3)
        assert abs(screen.ground.outing.walker.x - screen.x["a"]) == pytest.approx(apart, abs=1)


@pytest.mark.parametrize("mode", ["walk", "wait", "counter", "line"])
def test_asked_again_by_the_players_own_wish_it_is_said_at_the_tag_and_friction_stays_what_it_is(mode: str) -> None:
    sure = Frame(sure=True)
    screen = stand(moment(mode, friction="a"))
    thing = screen.tree(sure).find("option.a")
    assert thing is not None and thing.press() is None
    assert screen.asked == "a" and screen.pressed == {}
    plate = next(node for node in screen.tree(sure).walk() if node.label == "Again, to take it. You asked to be asked.")
    tag = thing.children[0].box
    assert abs(plate.box.centre[0] - tag.centre[0]) < 120 and abs(plate.box.centre[1] - tag.centre[1]) < 80
    again = screen.tree(sure).find("option.a")
    assert again is not None
    answer = again.press() or run(screen, 20)
    assert screen.asked == "" and (answer is None or chosen(answer) in ("a", "b"))
