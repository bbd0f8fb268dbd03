"""Promises of the painters: every picture can be drawn, says what it must say, and asks for no rules."""

import math
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

import pygame
import pytest

from game.model.content import Person, Prop, Seen, Where
from game.screens import art
from game.screens.kit.canvas import Canvas
from game.screens.paint import clocks, events, far, people, plan, rooms, scene
from game.screens.paint.scene import Figure, StreetPicture

CLOCKS = {"houses/station", "houses/ferry_office", "rooms/station", "rooms/ferry_office"}
WORLDS = ("print", "phone", "daylight")
STREET = {"row", "square", "crossing"}
ADEYEMI = Person(
    id="adeyemi", name="Mr. Adeyemi", skin=4, hair="hat", hair_tone=5, coat="coat", tone=1, carries="stick", tie=0
)


@pytest.fixture
def canvas() -> Iterator[Canvas]:
    pygame.display.init()
    pygame.font.init()
    yield Canvas(pygame.display.set_mode((640, 360)))
    pygame.display.quit()


def pixels(canvas: Canvas) -> bytes:
    return pygame.image.tobytes(canvas.surface, "RGB")


def drawn(canvas: Canvas, picture: StreetPicture) -> bytes:
    canvas.surface.fill((1, 2, 3))
    scene.street(canvas, picture)
    return pixels(canvas)


def test_painters_do_not_wait_for_the_rules() -> None:
    late = "('pydantic', 'yaml', 'game.model')"
    ask = f"import sys, game.screens.paint.scene; print([m for m in {late} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("light", ["dawn", "noon", "dusk"])
@pytest.mark.parametrize("lane", [False, True])
def test_the_street_covers_the_whole_canvas(canvas: Canvas, world: str, light: str, lane: bool) -> None:
    drawn(canvas, StreetPicture(world=world, light=light, cam=1400, lane=lane))
    bare = sum(canvas.surface.get_at((x, y))[:3] == (1, 2, 3) for x in range(0, 640, 3) for y in range(0, 360, 3))
    assert bare == 0


def test_the_same_picture_is_the_same_pixels(canvas: Canvas) -> None:
    picture = StreetPicture(world="print", cam=900, t=3.3, figures=[Figure("you", 1300)])
    assert drawn(canvas, picture) == drawn(canvas, picture)


def test_things_move_by_themselves_and_stand_when_asked_to(canvas: Canvas) -> None:
    lively = [drawn(canvas, StreetPicture(t=t)) for t in (0.0, 4.0)]
    calm = [drawn(canvas, StreetPicture(t=t, still=True)) for t in (0.0, 4.0)]
    assert lively[0] != lively[1]
    assert calm[0] == calm[1]


@pytest.mark.parametrize("watches", [("none", "plain"), ("none", "dark"), ("none", "away"), ("plain", "dark")])
def test_one_sees_which_watch_hangs_on_the_lamps(canvas: Canvas, watches: tuple[str, str]) -> None:
    pictures = [StreetPicture(world="print", watch=w, cam=1100, still=True) for w in watches]
    assert drawn(canvas, pictures[0]) != drawn(canvas, pictures[1])


def test_the_glass_of_the_lantern_has_four_faces(canvas: Canvas) -> None:
    faces = {drawn(canvas, StreetPicture(lantern=state, still=True)) for state in ("plain", "lit", "dark", "out")}
    assert len(faces) == 4


def test_the_lantern_stays_in_view_along_the_whole_row() -> None:
    places = [far.lantern_x(cam) for cam in range(0, plan.ROW_WIDTH - 1280 + 1, 40)]
    assert min(places) > 100
    assert max(places) < 1180


def test_no_house_hides_the_lamp_of_the_lantern() -> None:
    lamp_foot = far.LANTERN_TOP + 107
    tops = {name: plan.GROUND - art.size(f"houses/{name}")[1] for name, _ in plan.HOUSES}
    assert {name: top for name, top in tops.items() if top < lamp_foot} == {}


def test_the_light_at_the_crossing_differs_in_shape_not_only_in_colour() -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    grey = []
    for name in ("signal_red", "signal_green"):
        image = art.image(f"street/{name}", art.palette("print", "noon"), 52)
        white = art.palette("print", "noon")["white"]
        grey.append(pygame.mask.from_threshold(image, white, (30, 30, 30, 255)))
    shared = grey[0].overlap_area(grey[1], (0, 0))
    either = grey[0].count() + grey[1].count() - shared
    assert shared < either / 2
    pygame.display.quit()


def test_doors_stand_in_the_order_of_the_row() -> None:
    assert list(scene.SPOT_X) == [
        "bakery", "no_7", "ferry_office", "library", "board", "clinic", "cafe", "market", "laundry", "station",
        "pawnshop", "park",
    ]
    assert list(scene.SPOT_X.values()) == sorted(scene.SPOT_X.values())
    assert scene.SPOT_X["no_7"] < scene.BOX_X < scene.SPOT_X["ferry_office"]
    assert scene.SPOT_X["board"] < scene.CROSSING_X < scene.SPOT_X["clinic"]
    assert max(scene.SPOT_X.values()) < scene.ROW_WIDTH


@pytest.mark.parametrize("where", [w for w in get_args(Where) if w not in STREET])
def test_every_room_is_drawn(where: str) -> None:
    assert rooms.has(where)
    assert where not in rooms.COUNTERS or art.source(f"rooms/{where}_front")


@pytest.mark.parametrize("where", rooms.ROOMS)
def test_a_room_shows_whether_and_how_one_is_watched(canvas: Canvas, where: str) -> None:
    seen = set()
    for watch in ("none", "plain", "dark", "away", "phone"):
        scene.interior(canvas, where, StreetPicture(world="print", watch=watch, still=True))
        seen.add(pixels(canvas))
    # Nothing of the town's hangs inland; but the phone comes along.
    assert len(seen) == (2 if where in rooms.INLAND else 5)


def test_the_board_stands_in_the_square_when_one_is_close_to_it_and_not_under_the_app(canvas: Canvas) -> None:
    """Scenes at the board are told before it: what hangs there is what hangs on the Row."""
    seen = set()
    for lines in ([], [("Crossing on red", None, False)], [("Crossing on red", -5, False)]):
        scene.interior(canvas, "square", StreetPicture(world="print", watch="plain", board_lines=lines, still=True))
        seen.add(pixels(canvas))
    assert len(seen) == 3
    apps = set()
    for lines in ([], [("Crossing on red", -5, False)]):
        scene.interior(canvas, "square", StreetPicture(world="phone", watch="phone", board_lines=lines, still=True))
        apps.add(pixels(canvas))
    assert len(apps) == 1


@pytest.mark.parametrize("where", rooms.OPEN_AIR)
def test_the_sky_over_a_place_has_no_steps(canvas: Canvas, where: str) -> None:
    """From one row of pixels to the next it changes by a breath, at every hour."""
    for light in ("dawn", "noon", "dusk"):
        scene.interior(canvas, where, StreetPicture(world="print", light=light, watch="none", still=True))
        x = 636 if where == "doorstep" else 350
        column = [canvas.surface.get_at((x, y))[:3] for y in range(24, 70)]
        steps = [max(abs(a - b) for a, b in zip(one, two, strict=True)) for one, two in pairwise(column)]
        assert max(steps) < 6


@pytest.mark.parametrize("world", ["print", "daylight"])
def test_in_the_evening_a_room_is_lit_and_only_its_windows_are_dusk(world: str) -> None:
    """Dusk must not make rooms with rules gloomier than the app's."""
    noon, dusk, lit = (art.palette(world, hour) for hour in ("noon", "dusk", art.LAMPLIT))
    assert lit["sky_top"] == dusk["sky_top"] != noon["sky_top"]
    for token in ("room", "floor", "wall_2", "trim"):
        assert sum(lit[token]) > sum(dusk[token]), token
        assert abs(sum(lit[token]) - sum(noon[token])) < 60, token
    assert rooms.hour("kitchen", "dusk") == art.LAMPLIT
    assert rooms.hour("kitchen", "noon") == "noon"
    assert rooms.hour("quay", "dusk") == rooms.hour("", "dusk") == "dusk"


def test_an_unknown_room_is_a_wall_and_not_a_crash(canvas: Canvas) -> None:
    scene.interior(canvas, "cellar", StreetPicture())


@pytest.mark.parametrize("name", [p for p in get_args(Prop) if p])
def test_every_prop_is_drawn(name: str) -> None:
    assert art.source(f"props/{name}")


def test_props_can_be_told_apart_by_their_outline() -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    outlines = set()
    names = [p for p in get_args(Prop) if p]
    for name in names:
        mask = pygame.mask.from_surface(art.image(f"props/{name}", art.palette("print", "noon"), 64, 64), 60)
        outlines.add(bytes(mask.get_at((x, y)) for x in range(0, 64, 4) for y in range(0, 64, 4)))
    pygame.display.quit()
    assert len(outlines) == len(names)


@pytest.mark.parametrize("seen", [s for s in get_args(Seen) if s])
def test_every_consequence_is_seen_and_moves(canvas: Canvas, seen: str) -> None:
    frames = set()
    for k in range(8):
        canvas.surface.fill((90, 120, 90))
        scene.consequence(canvas, seen, k / 7, 640, 520, "print")
        frames.add(pixels(canvas))
    assert len(frames) > 2


def test_no_consequence_is_left_over() -> None:
    assert set(events.EVENTS) == {s for s in get_args(Seen) if s}


def test_with_reduced_motion_a_consequence_shows_its_end_at_once(canvas: Canvas) -> None:
    ends = []
    for progress, still in ((0.0, True), (1.0, False)):
        canvas.surface.fill((90, 120, 90))
        scene.consequence(canvas, "shutter_down", progress, 640, 520, "print", still)
        ends.append(pixels(canvas))
    assert ends[0] == ends[1]


@pytest.mark.parametrize("pose", people.POSES)
def test_everybody_takes_every_pose(canvas: Canvas, pose: str) -> None:
    for look in ("you", ADEYEMI, {"skin": 2, "hair": "plait", "coat": "dress", "tone": 2}):
        canvas.surface.fill((90, 120, 90))
        before = pixels(canvas)
        scene.figure(canvas, look, 640, 540, 1, pose, 0.4, 1.0, "print")
        assert pixels(canvas) != before


def test_every_kind_of_hair_coat_and_load_has_a_drawing() -> None:
    fields = Person.model_fields
    for hair in get_args(fields["hair"].annotation):
        assert art.source(f"people/hair_{hair}")
    for coat in get_args(fields["coat"].annotation):
        assert art.source(f"people/body_{coat}")
    for load in get_args(fields["carries"].annotation):
        assert not load or art.source(f"people/carry_{load}")


def test_a_walker_takes_steps_and_a_stander_breathes(canvas: Canvas) -> None:
    for pose in ("walk", "stand"):
        frames = set()
        for k in range(12):
            canvas.surface.fill((90, 120, 90))
            scene.figure(canvas, "you", 640, 540, 1, pose, k * 0.17, 1.0, "print")
            frames.add(pixels(canvas))
        assert len(frames) > 2


def test_a_shut_door_has_a_card(canvas: Canvas) -> None:
    spots = [("clinic", "Clinic", "")], [("clinic", "Clinic", "It opens at nine.")]
    pictures = [drawn(canvas, StreetPicture(cam=1900, still=True, spots=s)) for s in spots]
    assert pictures[0] != pictures[1]


def test_the_board_shows_points_only_where_they_were_read(canvas: Canvas) -> None:
    lines = [[("Crossing on red", points, False)] for points in (None, -5)]
    pictures = [drawn(canvas, StreetPicture(world="print", cam=1200, still=True, board_lines=b)) for b in lines]
    assert pictures[0] != pictures[1]


@pytest.mark.long
def test_a_clock_shows_the_hour_of_the_day(canvas: Canvas) -> None:
    seen = set()
    for clock in ("08:40", "08:40", "12:00", "17:05"):
        scene.interior(canvas, "station", StreetPicture(clock=clock, still=True))
        room = pixels(canvas)
        seen.add((clock, room, drawn(canvas, StreetPicture(clock=clock, cam=2900, still=True))))
    assert len(seen) == len({room for _, room, _ in seen}) == len({row for *_, row in seen}) == 3
    quarter = math.tau / 4
    assert clocks.angles("15:00") == (quarter, 0.0)
    assert clocks.angles("03:30") == pytest.approx((quarter + math.tau / 24, math.tau / 2))


def test_a_clock_that_has_stopped_shows_the_hour_at_which_it_did(canvas: Canvas) -> None:
    def at(clock: str) -> bytes:
        scene.interior(canvas, "ferry_office", StreetPicture(clock=clock, still=True))
        return pixels(canvas)

    assert at("08:40") == at("17:05") == at("16:00")


def test_every_face_of_a_clock_says_where_its_hands_turn() -> None:
    told = {name for name in CLOCKS if art.data(name, "clock")}
    assert told == CLOCKS
