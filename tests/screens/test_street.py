"""Promises of the street: whatever is on it can be reached by keys alone, by mouse alone, and by the list."""

import pygame
import pytest

from game.model.acts import Act
from game.model.view import Passer, PlaceView, Standing, View
from game.screens import art, picture, stage
from game.screens.board import Board, Handset
from game.screens.kit.answers import Answer, Do, Key, Pointer, Pop, Push
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.screen import AWAY, Screen
from game.screens.paint import plan, things
from game.screens.sheet import Sheet
from game.screens.street import Street
from game.screens.traffic import Car
from game.screens.walk import MEET, cone
from tests.screens.views import PLACES, due, moment, posted, street

FRAME = Frame()
STEP = 1 / 30


def run(screen: Street, seconds: float) -> Answer | None:
    """Let time pass until the street answers something."""
    for _ in range(round(seconds / STEP)):
        answer = screen.tick(STEP)
        if answer is not None:
            return answer
    return None


def tap(screen: Street, name: str) -> Answer | None:
    """Press and let go of a key."""
    answer = screen.on(Key(name), FRAME)
    screen.on(Key(name, down=False), FRAME)
    return answer


def click(screen: Street, x: float, y: float) -> Answer | None:
    """Click once."""
    return screen.on(Pointer("down", x, y), FRAME)


def act(answer: Answer | None) -> Act:
    """The act of an answer that is one."""
    assert isinstance(answer, Do)
    return answer.act


def test_holding_an_arrow_walks_and_letting_go_stands() -> None:
    screen = Street(street())
    start = screen.outing.walker.x
    screen.on(Key("right"), FRAME)
    run(screen, 1)
    screen.on(Key("right", down=False), FRAME)
    let_go = screen.outing.walker.x
    run(screen, 0.2)
    stood = screen.outing.walker.x
    run(screen, 1)
    assert let_go > start + 150
    assert let_go < stood < let_go + 30
    assert screen.outing.walker.x == stood


def test_a_click_on_the_pavement_walks_there() -> None:
    screen = Street(street())
    x = 900.0 + screen.outing.cam
    assert click(screen, 900, 556) is None
    run(screen, 4)
    assert screen.outing.walker.x == pytest.approx(x)


@pytest.mark.parametrize("place", PLACES)
def test_every_door_can_be_walked_to_from_the_list(place: str) -> None:
    screen = Street(street())
    answer = screen.goto(f"door.{place}") or run(screen, 20)
    assert act(answer) == Act(do="visit", what=place, how="row")


def test_up_at_a_door_goes_in() -> None:
    screen = Street(street(home_closed="Not yet."))
    assert act(tap(screen, "up")) == Act(do="visit", what="no_7", how="row")


def test_a_shut_door_says_why_and_nothing_else_happens() -> None:
    spots = tuple(one.but(closed="Shut for the night.") for one in street().spots)
    screen = Street(street(spots=spots, home_closed="Not yet."))
    assert tap(screen, "up") is None
    assert screen.hint == "Shut for the night."


def test_tab_and_enter_alone_reach_a_door() -> None:
    screen = Street(street())
    for _ in range(60):
        tap(screen, "tab")
        if screen.focus == "door.clinic":
            break
    answer = tap(screen, "enter") or run(screen, 20)
    assert act(answer) == Act(do="visit", what="clinic", how="row")


def test_the_mouse_alone_reaches_a_door_in_sight() -> None:
    screen = Street(street())
    door = screen.tree(FRAME).find("door.ferry_office")
    assert door is not None
    answer = click(screen, *door.box.centre) or run(screen, 10)
    assert act(answer) == Act(do="visit", what="ferry_office", how="row")


def test_the_day_ends_at_home_when_it_may() -> None:
    assert act(tap(Street(street(minutes_left=60)), "up")) == Act(do="home")


def test_a_day_with_hours_left_is_not_ended_by_one_key() -> None:
    screen = Street(street(minutes_left=480))
    assert tap(screen, "up") is None and "Once more" in screen.hint
    assert act(tap(screen, "up")) == Act(do="home")


def test_tab_comes_to_the_end_of_the_day_from_wherever_one_stands() -> None:
    for x in range(200, 4300, 90):
        screen = Street(street())
        screen.outing.walker.x = float(x)
        for _ in screen.tree(Frame()).focusables():
            tap(screen, "tab")
            if screen.focus == "home":
                break
        assert screen.focus == "home", x


def test_a_yes_to_the_end_of_the_day_is_forgotten_once_the_feet_move() -> None:
    screen = Street(street(minutes_left=480))
    tap(screen, "up")
    screen.outing.walker.send(screen.outing.walker.x + 20)
    screen.tick(0.2)
    screen.outing.walker.stop()
    assert tap(screen, "up") is None


def test_the_first_tab_stands_at_what_waits() -> None:
    screen = Street(due(at="cafe"))
    tap(screen, "tab")
    assert screen.focus == "due"
    tap(screen, "tab")
    assert screen.focus != "due"


def test_the_day_does_not_end_before_it_may_and_says_why() -> None:
    screen = Street(due())
    assert screen.reach("home") is None
    assert screen.hint == "Not yet."


def test_one_can_still_go_in_at_home_when_the_day_may_end() -> None:
    assert act(tap(Street(street()), "e")) == Act(do="visit", what="no_7", how="row")


@pytest.mark.parametrize("key", ["left", "right"])
def test_what_waits_is_met_whichever_way_one_walks(key: str) -> None:
    screen = Street(due(at="cafe"))
    screen.on(Key(key), FRAME)
    assert act(run(screen, 20)) == Act(do="meet")


def test_what_waits_is_met_on_coming_out_of_the_lane() -> None:
    screen = Street(due())
    screen.goto("mouth.0")
    run(screen, 6)
    assert screen.outing.walker.lane
    screen.goto("mouth.2")
    assert act(run(screen, 20)) == Act(do="meet")


def test_a_red_light_waits_at_the_crossing() -> None:
    screen = Street(due(due_who="nobody", due_mode="wait"))
    screen.on(Key("right"), FRAME)
    assert act(run(screen, 20)) == Act(do="meet")
    assert screen.outing.walker.x == pytest.approx(screen.outing.walker.ground.zebra, abs=MEET)


def test_whoever_came_by_the_lane_arrives_by_the_lane() -> None:
    screen = Street(street())
    for mouth in ("mouth.0", "mouth.1"):
        screen.goto(mouth)
        run(screen, 10)
    assert not screen.outing.walker.lane
    assert act(screen.goto("door.library") or run(screen, 10)) == Act(do="visit", what="library", how="lane")


def test_in_the_lane_there_are_only_ways_out() -> None:
    screen = Street(posted())
    screen.goto("mouth.0")
    run(screen, 6)
    assert {one.kind for one in screen.things()} == {"mouth"}


def test_enter_with_nothing_near_hints_and_does_not_punish() -> None:
    screen = Street(street())
    screen.outing.walker.x = 1450.0
    assert tap(screen, "enter") is None
    assert screen.hint


@pytest.mark.parametrize("seconds", [step / 2 for step in range(14)])
def test_a_thing_used_in_the_cone_is_seen_and_one_beside_it_is_not(seconds: float) -> None:
    screen = Street(posted())
    screen.outing.time = seconds
    thing = next(one for one in screen.things() if one.kind == "roam")
    low, high = min(
        _cones(screen, seconds), key=lambda span: abs((span[0] + span[1]) / 2 - thing.x)
    )
    assert act(screen.reach(thing.key)).how == ("lens" if low <= thing.x <= high else "clear")


def _cones(screen: Street, seconds: float) -> list[tuple[float, float]]:
    return [cone(lens, seconds) for lens in screen.outing.walker.ground.lenses]


@pytest.mark.parametrize("watch", ["none", "dark", "away", "phone"])
def test_without_a_lens_nothing_is_used_under_one(watch: str) -> None:
    for second in range(7):
        screen = Street(posted(watch=watch))
        screen.outing.time = float(second)
        assert act(screen.reach("roam.gulls")).how == "clear"


def test_reading_the_board_is_an_act_and_then_it_is_held_up() -> None:
    screen = Street(posted())
    assert act(screen.reach("board")) == Act(do="look", what="board")
    screen.take(posted())
    answer = screen.tick(STEP)
    assert isinstance(answer, Push)
    assert isinstance(answer.screen, Board)


def test_a_line_is_read_by_a_key_and_only_once() -> None:
    board = Board(posted())
    assert act(board.on(Key("enter"), FRAME)) == Act(do="look", what="line:fall")
    board.focus = "line.red"
    assert board.on(Key("enter"), FRAME) is None
    assert isinstance(board.on(Key("escape"), FRAME), Pop)


def test_the_figure_of_a_line_that_was_not_read_is_not_on_the_board() -> None:
    line = Board(posted()).tree(FRAME).find("line.fall")
    assert line is not None
    assert line.value == "not read yet"


def test_the_phone_comes_out_only_where_there_is_one() -> None:
    assert tap(Street(street()), "p") is None
    screen = Street(street(world="phone", watch="phone", cheer="Lovely!"))
    assert act(tap(screen, "p")) == Act(do="look", what="phone")
    answer = screen.tick(STEP)
    assert isinstance(answer, Push)
    assert isinstance(answer.screen, Handset)


def test_looking_up_is_an_act() -> None:
    assert act(tap(Street(street()), "l")) == Act(do="look", what="lantern")


def test_the_first_hint_goes_for_good_after_a_step() -> None:
    screen = Street(street())
    said = "Walk with the arrow keys, or click where to go"
    assert any(node.label == said for node in screen.tree(FRAME).walk())
    screen.on(Key("right"), FRAME)
    run(screen, 0.2)
    screen.on(Key("right", down=False), FRAME)
    assert not any(node.label == said for node in screen.tree(FRAME).walk())


def test_somebody_speaks_to_one_who_comes_near_without_a_key() -> None:
    screen = Street(street())
    screen.goto("person.mei")
    run(screen, 6)
    assert any(node.value == "The bread is honest." for node in screen.tree(FRAME).walk())


def test_the_feet_stay_where_they_are_between_views() -> None:
    screen = Street(due())
    screen.on(Key("right"), FRAME)
    run(screen, 20)
    there = screen.outing.walker.x
    for view in (due(phase="then", then="It is done."), due()):
        assert screen.take(view)
    assert screen.outing.walker.x == there


def test_behind_a_moment_the_street_answers_nothing() -> None:
    view: View = street(phase="then", then="It is done.")
    screen = Street(view)
    assert tap(screen, "up") is None
    assert run(screen, 2) is None


def test_cars_stop_for_somebody_at_the_stripes_only_where_they_do() -> None:
    stood = {}
    for stops in (False, True):
        screen = Street(street(cars_stop=stops))
        screen.outing.walker.x = screen.outing.walker.ground.zebra
        stood[stops] = False
        for _ in range(round(20 / STEP)):
            screen.tick(STEP)
            stood[stops] |= any(still for _, _, still in screen.outing.traffic.seen())
    assert stood == {False: False, True: True}


def test_leaving_a_room_shows_the_street_with_the_feet_where_they_were() -> None:
    inside = street(phase="place", at="cafe", place=PlaceView(id="cafe", name="Café", line="Steam.", activities=()))
    screens = stage.layers(street(), [], {})
    screens = stage.layers(inside, screens, {})
    screens = stage.layers(street(at="cafe"), screens, {})
    assert [type(one) for one in screens] == [Street]
    assert screens[0].outing.walker.door() == "cafe"  # type: ignore[attr-defined]


@pytest.mark.parametrize(("where", "who", "x"), [
    ("market", "rao", plan.SPOT_X["market"]), ("kitchen", "weiss", plan.SPOT_X["no_7"]),
    ("call_floor", "nobody", plan.SPOT_X["ferry_office"]), ("row", "mother", plan.BOX_X),
])
def test_a_moment_waits_where_it_belongs(where: str, who: str, x: float) -> None:
    screen = Street(due(due_where=where, due_who=who, at="clinic"))
    screen.on(Key("right" if x > screen.outing.walker.x else "left"), FRAME)
    assert act(run(screen, 20)) == Act(do="meet")
    assert screen.outing.walker.x == pytest.approx(x, abs=MEET)


def test_before_the_first_step_it_is_said_on_which_side_somebody_waits() -> None:
    screen = Street(due(due_where="market"))
    run(screen, 0.2)
    assert any(node.label == "Kiran Rao, Market, on the right" for node in screen.tree(FRAME).walk())


def test_one_press_on_a_sign_at_the_edge_leads_all_the_way() -> None:
    screen = Street(due(due_where="market"))
    run(screen, 0.2)
    sign = screen.tree(FRAME).find("way.due")
    assert sign is not None
    click(screen, *sign.box.centre)
    assert act(run(screen, 20)) == Act(do="meet")


def test_the_sign_that_leads_home_does_not_end_the_day() -> None:
    screen = Street(street(at="station"))
    sign = screen.tree(FRAME).find("way.home")
    assert sign is not None
    click(screen, *sign.box.centre)
    assert run(screen, 20) is None
    assert "home" in [one.kind for one in screen.near()]


def test_what_waits_where_one_stands_already_asks_for_a_key() -> None:
    screen = Street(due(due_where="market", at="market"))
    assert run(screen, 5) is None
    assert act(tap(screen, "up")) == Act(do="meet")


def test_somebody_who_lies_there_is_seen_lying_before_they_are_met() -> None:
    screen = Street(due(due_where="square", due_who="adeyemi", due_mode="walk", due_lies=True, at="library"))
    run(screen, 0.2)
    seen = picture.compose(screen.view, screen.outing, screen.scene, still=False)
    assert [one.pose for one in seen.figures].count("lie") == 1


def test_what_a_scene_turns_on_is_seen_beside_whoever_waits_and_stays_when_the_sheet_opens() -> None:
    screen = Street(due(due_where="square", due_who="rao", due_thing="tandem", at="clinic"))
    screen.on(Key("left"), FRAME)
    run(screen, 10)
    before = picture.compose(screen.view, screen.outing, screen.scene, still=False)
    assert [name for name, _, _ in before.things] == ["tandem"]
    shown = moment("wait").moment
    assert shown is not None
    shown = shown.but(mode="sheet", who="rao", where="square", thing="tandem")
    screen.take(street(phase="moment", moment=shown, at="clinic"))
    after = picture.compose(screen.view, screen.outing, screen.scene, still=False)
    assert after.things == before.things


def test_what_is_behind_a_door_is_not_seen_on_the_pavement() -> None:
    screen = Street(due(due_where="bakery", due_who="mei", due_mode="counter", due_thing="marzipan"))
    run(screen, 0.2)
    assert not picture.compose(screen.view, screen.outing, screen.scene, still=False).things


def test_a_thing_that_lies_there_alone_is_itself_and_no_parcel() -> None:
    screen = Street(due(due_where="row", due_who="nobody", due_thing="goose", at="library"))
    run(screen, 0.2)
    seen = picture.compose(screen.view, screen.outing, screen.scene, still=False)
    assert [name for name, _, _ in seen.things] == ["goose"]
    assert "parcel" not in [name for name, *_ in seen.props]


def test_of_somebody_upside_down_in_a_crate_nothing_is_seen_but_shoes() -> None:
    screen = Street(due(due_where="station", due_who="petrov", due_mode="walk", due_lies=True, due_thing="shoes_crate",
                        at="library"))  # fmt: skip
    run(screen, 0.2)
    seen = picture.compose(screen.view, screen.outing, screen.scene, still=False)
    assert "lie" not in [one.pose for one in seen.figures]
    assert [name for name, _, _ in seen.things] == ["shoes_crate"]
    screen.outing.walker.x = seen.things[0][1] - 240
    screen.outing.cam = screen.outing.wanted()
    label = next(one for one in screen.tree(FRAME).walk() if one.label == "Somebody on the ground, ahead")
    assert label.box.bottom < things.FOOT - art.size("things/shoes_crate")[1]


def test_nobody_vanishes_when_a_sheet_about_them_opens_on_the_street() -> None:
    screen = Street(due(due_where="square", due_who="rao", at="clinic"))
    screen.on(Key("left"), FRAME)
    run(screen, 10)
    before = picture.compose(screen.view, screen.outing, screen.scene, still=False)
    spots = {one.x for one in before.figures}
    shown = moment("wait").moment
    assert shown is not None
    screen.take(street(phase="moment", moment=shown.but(mode="sheet", who="rao", where="square"), at="clinic"))
    after = picture.compose(screen.view, screen.outing, screen.scene, still=False)
    assert {one.x for one in after.figures} == spots


def test_words_stay_with_one_who_walks_on_and_are_not_said_twice_in_passing() -> None:
    line = "The bread is honest. Flour I can’t answer for. Nobody answers for flour."
    screen = Street(street(people=(Passer(who="mei", name="Mei Castell", spot="ferry_office", line=line),)))

    def said() -> bool:
        return any(node.value == line for node in screen.tree(FRAME).walk())

    screen.on(Key("right"), FRAME)
    heard = 0
    for _ in range(round(4 / STEP)):
        screen.tick(STEP)
        heard += said()
    assert heard * STEP > 1.8
    screen.on(Key("right", down=False), FRAME)
    screen.on(Key("left"), FRAME)
    screen.outing.speaker = ""
    for _ in range(round(6 / STEP)):
        screen.tick(STEP)
        assert not said()


def drawn(screen: Screen, seconds: float = 4.0) -> float:
    """Pictures a second while nobody does anything."""
    count = 0
    for _ in range(round(30 * seconds)):
        screen.dirty = False
        screen.tick(1 / 30)
        count += screen.dirty or screen.moving
    return count / seconds


def hushed(**changes: object) -> Street:
    """A street on which nobody speaks and no car comes."""
    screen = Street(street(people=(), **changes))
    screen.outing.traffic.width = -9000.0
    return screen


def test_a_street_that_is_only_looked_at_is_drawn_eight_times_a_second_and_with_reduced_movement_never() -> None:
    assert 7 <= drawn(hushed()) <= 9
    still = hushed()
    still.still = True
    assert drawn(still) == 0


def test_a_street_that_nobody_touches_is_drawn_three_times_a_second_whoever_drives_by_until_somebody_does() -> None:
    screen = hushed()
    run(screen, AWAY + 1)
    screen.outing.traffic.cars.append(Car("car_a", screen.outing.cam + 600))
    assert not screen.moving
    assert 2 <= drawn(screen) <= 4
    screen.touched = screen.age
    assert 7 <= drawn(screen) <= 9
    screen.on(Key("right"), FRAME)
    run(screen, AWAY + 1)
    assert screen.moving, "feet are never drawn less often, however long a key is held"


@pytest.mark.parametrize("still", [False, True])
def test_a_cone_in_sight_is_drawn_more_often_and_with_reduced_movement_too(still: bool) -> None:
    screen = hushed(watch="plain")
    screen.still = still
    screen.outing.walker.x = plan.LENSES[0]
    screen.outing.cam = screen.outing.wanted()
    assert 14 <= drawn(screen) <= 16
    screen.outing.walker.lane = True
    assert drawn(screen) <= 9


def test_what_moves_is_drawn_at_every_step_and_a_mouse_that_passes_costs_nothing() -> None:
    screen = hushed()
    screen.on(Key("right"), FRAME)
    assert drawn(screen, 1) == 30
    still = hushed()
    still.dirty = False
    still.on(Pointer("move", 640, 400), FRAME)
    assert not still.dirty


def test_words_that_were_said_go_away_even_where_nothing_else_moves() -> None:
    screen = Street(street(people=(Passer(who="mei", name="Mei", spot="no_7", line="The bread is honest."),)))
    screen.still = True
    screen.tick(STEP)
    assert screen.outing.speaking == "mei"
    screen.view = street(people=())
    assert drawn(screen, 8) * 8 == 1


@pytest.mark.parametrize("still", [False, True])
def test_a_sheet_on_the_street_hides_neither_the_player_nor_whom_it_is_about(still: bool) -> None:
    shown = moment("wait").moment
    assert shown is not None
    view = street(phase="moment", moment=shown.but(mode="sheet", who="rao", where="square"))
    screen, frame = Street(view), Frame(still=still)
    surface = pygame.Surface(frame.size)
    for _ in range(3):
        screen.paint(Canvas(surface), frame)
        run(screen, 0.5)
    assert plan.FEET - screen.clear.lift <= Sheet(view).tree(frame).box.y
    screen.take(street())
    screen.paint(Canvas(surface), frame)
    run(screen, 1)
    assert screen.clear.lift == 0


def test_when_nothing_waits_any_more_the_way_home_is_shown() -> None:
    screen = Street(street(at="station"))
    assert any(node.label == "Home, when you like, on the left" for node in screen.tree(FRAME).walk())
    busy = Street(street(at="station", home_closed="Not yet."))
    assert busy.tree(FRAME).find("way.home") is None


def test_the_way_home_is_shown_where_the_door_is_in_sight_too() -> None:
    screen = Street(street(at="ferry_office"))
    assert any(node.label == "Home, when you like, ahead" for node in screen.tree(FRAME).walk())


def test_the_camera_comes_to_rest_as_smoothly_as_the_feet() -> None:
    screen = Street(street())
    screen.on(Key("right"), FRAME)
    run(screen, 3)
    screen.on(Key("right", down=False), FRAME)
    screen.tick(STEP)
    assert abs(screen.outing.cam - screen.outing.wanted()) > 1
    assert screen.lively
    run(screen, 4)
    assert not screen.lively


def test_a_car_that_goes_by_wants_fewer_pictures_than_feet_do() -> None:
    screen = Street(street())
    screen.outing.traffic.cars.append(Car("car_a", screen.outing.cam + 600))
    assert screen.moving
    assert not screen.lively


def test_nothing_of_the_phone_shows_before_its_box_is_met() -> None:
    lumen = street(world="phone", watch="phone", standing=Standing(points=None, grade="", arrow="level"))
    keys = [{node.key for node in Street(one).tree(FRAME).walk()} for one in (lumen, lumen.but(boxed=True))]
    assert ["phone" in found for found in keys] == [True, False]
    heads = (lumen, lumen.but(boxed=True))
    names = [" ".join(node.label for node in Street(one).tree(FRAME).walk()) for one in heads]
    assert ["Steady as you go!" in said for said in names] == [True, False]
    boxed = Street(lumen.but(boxed=True))
    assert boxed.look("phone") is None
    assert boxed.hint == "It still lies in its box."


def test_where_the_feet_stop_something_is_drawn_that_says_so() -> None:
    """The barriers of the Row and the walls of the lane stand a little beyond the last step, and are in sight."""
    screen = Street(street())
    walker = screen.outing.walker
    for lane, ends in ((False, plan.ENDS), (True, plan.LANE_ENDS)):
        walker.x = plan.ALLEYS[0]
        assert not lane or walker.into_lane()
        for way, end in zip((-1, 1), ends, strict=True):
            walker.send(end + way * 500)
            for _ in range(900):
                walker.tick(STEP)
            assert 20 < way * (end - walker.x) < 100
            assert 0 <= end - screen.outing.wanted() <= 1280
