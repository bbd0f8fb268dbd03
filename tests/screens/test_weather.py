"""Promises of weather, light and passers-by: they make the street lived in, and mean nothing."""

from collections import Counter
from collections.abc import Iterator

import pygame
import pytest

from game.screens import art, picture
from game.screens.kit.canvas import Canvas
from game.screens.paint import crowd, light, plan, scene
from game.screens.paint.scene import Figure, StreetPicture
from game.screens.sky import TELLS, weather
from tests.screens.views import due, moment, posted, street

KINDS = ("rain", "fog", "wind")
LIGHTS = ("dawn", "noon", "dusk")


@pytest.fixture
def canvas() -> Iterator[Canvas]:
    pygame.display.init()
    pygame.font.init()
    yield Canvas(pygame.display.set_mode((640, 360)))
    art.forget()
    pygame.display.quit()


def shot(canvas: Canvas, **given: object) -> bytes:
    """The street as bytes."""
    scene.street(canvas, StreetPicture(**({"world": "print", "cam": 1000.0, "t": 2.0} | given)))  # type: ignore[arg-type]
    return pygame.image.tobytes(canvas.surface, "RGB")


@pytest.mark.parametrize("kind", KINDS)
def test_weather_is_seen_and_moves_and_keeps_still_where_nothing_is_to_move(canvas: Canvas, kind: str) -> None:
    fine = shot(canvas)
    seen = {shot(canvas, weather=kind, t=2.0 + k / 10) for k in range(4)}
    assert fine not in seen
    assert len(seen) == 4
    assert shot(canvas, weather=kind, t=2.0, still=True) == shot(canvas, weather=kind, t=5.0, still=True)


def test_every_day_but_the_first_has_one_spell_of_rain_and_one_of_wind_as_long_as_any_other() -> None:
    spells = []
    for day in range(1, 13):
        clocks = [f"{at // 60:02}:{at % 60:02}" for at in range(7 * 60, 22 * 60)]
        spells.append(Counter(weather(street(day=day, clock=clock)) for clock in clocks))
    assert spells[0] == {"": 900}
    assert {(one["rain"], one["wind"]) for one in spells[1:]} == {(80, 60)}


@pytest.mark.parametrize("watch", ["none", "plain", "dark", "away", "phone"])
def test_no_rating_has_weather_of_its_own(watch: str) -> None:
    for clock in ("08:40", "11:20", "13:00", "15:10", "17:00"):
        views = [make(day=4, clock=clock) for make in (street, posted, due)]
        seen = {weather(one.model_copy(update={"watch": watch, "world": world}))
                for one in views for world in ("print", "phone", "daylight")}
        assert len(seen) == 1


def test_what_a_moment_tells_of_is_the_weather_while_it_lasts() -> None:
    for thing, kind in TELLS.items():
        assert art.source(f"things/{thing}")
        assert weather(due(due_thing=thing)) == kind
    assert weather(street(phase="then", seen="rain_starts", moment=moment("walk").moment)) == "rain"


def test_passers_by_are_about_in_all_worlds_alike_and_never_leave_the_footway(canvas: Canvas) -> None:
    for light_of_day in LIGHTS:
        for t in range(0, 400, 7):
            for _, x, way in crowd.places(light_of_day, float(t)):
                assert plan.ENDS[0] < x < plan.ENDS[1]
                assert way in (1, -1)
    assert shot(canvas, crowd=1.0, cam=0.0) != shot(canvas, cam=0.0)


def test_nobody_who_means_nothing_stands_by_where_a_choice_is_made() -> None:
    assert picture.solid(moment("walk", day=2, matched_done=3), 9.0, still=False) == 0.0
    assert picture.solid(street(day=2, matched_done=3), 9.0, still=False) == 1.0
    assert picture.solid(street(day=1), 9.0, still=False) == 0.0  # the road of the first choice is empty
    assert 0 < picture.solid(moment("walk", day=2, matched_done=3), 0.2, still=False) < 1  # they do not vanish


@pytest.mark.parametrize("world", ["daylight", "print", "phone"])
def test_three_hours_are_three_pictures_out_of_doors_and_in(canvas: Canvas, world: str) -> None:
    for where in ("", "bakery", "call_floor", "lodging", "park", "square"):
        seen = set()
        for hour in LIGHTS:
            if where:
                scene.interior(canvas, where, StreetPicture(world=world, light=hour, still=True))
            else:
                scene.street(canvas, StreetPicture(world=world, light=hour, still=True, lane=True))
            seen.add(pygame.image.tobytes(canvas.surface, "RGB"))
        assert len(seen) == 3, where


def test_rain_is_seen_through_a_window_and_nowhere_else_in_a_lit_room(canvas: Canvas) -> None:
    pictures = {}
    for kind in ("", "rain"):
        scene.interior(canvas, "bakery", StreetPicture(weather=kind, light="dusk", still=True))
        pictures[kind] = canvas.surface.copy()
    (x, y, w, h), *_rest = art.data("rooms/bakery", "panes")
    box = pygame.Rect(round(x / 2), round(y / 2), round(w / 2), round(h / 2)).inflate(2, 2)
    dry, wet = pictures[""], pictures["rain"]
    apart = [(a, b) for a in range(0, 640, 3) for b in range(0, 360, 3) if dry.get_at((a, b)) != wet.get_at((a, b))]
    assert apart
    assert all(box.collidepoint(at) for at in apart)


def test_without_sun_no_light_falls_through_a_window(canvas: Canvas) -> None:
    for hour in ("dawn", "noon"):
        floors = []
        for kind in ("", "rain"):
            scene.interior(canvas, "lodging", StreetPicture(weather=kind, light=hour, still=True))
            floors.append(pygame.image.tobytes(canvas.surface.subsurface((0, 250, 640, 110)), "RGB"))
        assert floors[0] != floors[1]


def test_shadows_fall_away_from_the_sun_and_at_noon_lie_below() -> None:
    assert light.SUN["dawn"][0] < 640 < light.SUN["dusk"][0]
    assert light.AWAY == {"dawn": 1, "dusk": -1}
    assert light.SUN["noon"][1] < min(light.SUN["dawn"][1], light.SUN["dusk"][1])


def test_a_long_shadow_lies_on_the_side_away_from_the_sun(canvas: Canvas) -> None:
    for hour, way in light.AWAY.items():
        shades = []
        for figures in ((), (Figure("you", 1500.0),)):
            scene.street(canvas, StreetPicture(light=hour, cam=1000.0, still=True, figures=figures))
            y = round((plan.FEET + 14) * canvas.scale)
            shades.append([canvas.surface.get_at((x, y))[:3] for x in range(640)])
        moved = [x for x in range(640) if shades[0][x] != shades[1][x]]
        assert moved
        assert (sum(moved) / len(moved) - 250 > 0) == (way > 0)


def test_every_room_says_where_light_comes_in_and_where_its_lamps_hang() -> None:
    dark = {where for where in scene.rooms.ROOMS if not art.data(f"rooms/{where}", "lamps")}
    assert dark == {"quay"}  # the Lantern is enough
    assert {where for where in scene.rooms.ROOMS if where not in scene.rooms.OPEN_AIR
            and not art.data(f"rooms/{where}", "panes")} == {"pawnshop"}  # which has shelves where others have windows
