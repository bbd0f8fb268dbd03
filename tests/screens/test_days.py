"""The calendar: how many days are gone, which is today, and when the train goes."""

import pygame
import pytest

from game.model.view import Page, View
from game.screens.days import calendar, stroke
from game.screens.kit.answers import Order
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node, outline, render
from game.screens.kit.palette import palette
from game.screens.pages import Reading, page_width
from game.screens.plays import Menu
from game.screens.saved import Settings
from tests.screens.handmade import cut, view
from tests.screens.ruler import within

WORLDS, ZOOMS, LENGTHS = ("print", "phone", "daylight"), (1.0, 1.3, 1.6, 2.0), (5, 6, 13)
MORNING = Page(kind="morning", title="Wet, then dry", lines=("The gulls have the square to themselves.",))


def row(seen: View, zoom: float = 1.0) -> Node:
    pal, frame = palette(seen.world), Frame(zoom=zoom)
    return calendar(seen, frame, pal, page_width(frame, pal))


def squares(root: Node) -> list[Box]:
    """Today's and everybody else's, from left to right."""
    return [node.box for node in root.children[0].children]


def drawn(root: Node) -> pygame.Surface:
    pygame.font.init()
    surface = pygame.Surface((1280, 720))
    surface.fill("white")
    render(Canvas(surface), root.place(20, 20))
    return surface


def marked(seen: View) -> list[int]:
    """How much a pen has added in and close round each square."""
    root = row(seen)
    bare = drawn(row(seen.but(day=0)))
    pen = pygame.mask.from_threshold(drawn(root), (0, 0, 0), (1, 1, 1, 255), bare)
    pen.invert()
    found = []
    for box in squares(root):
        around = pygame.Rect(*(round(one) for one in box.grown(2)))
        found.append(pen.overlap_area(pygame.Mask(around.size, fill=True), around.topleft))
    return found


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("days", LENGTHS)
def test_every_day_has_its_square_and_all_of_them_fit_on_the_page(world: str, zoom: float, days: int) -> None:
    for day in (1, days):
        seen = view(world, phase="morning", page=MORNING, day=day, days=days)
        root = Reading(seen).tree(Frame(zoom=zoom))
        found = root.find("days")
        assert found is not None and cut(root) == []
        assert len(squares(found)) == days
        assert all(within(box, root.box) for box in squares(found))


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("days", LENGTHS)
def test_gone_days_are_struck_out_today_is_ringed_and_days_to_come_are_clean(world: str, days: int) -> None:
    day = days - 2
    pen = marked(view(world, day=day, days=days))
    assert min(pen[: day - 1]) > 40, "a day that is gone"
    assert pen[day - 1] > 40, "today"
    assert pen[day:] == [0, 0], "days to come"


def test_no_two_strokes_are_the_same() -> None:
    assert len({tuple(stroke(Box(0, 0, 32, 32), day)) for day in range(1, 13)}) == 12


@pytest.mark.parametrize(
    ("weekday", "day", "days", "said"),
    [
        ("Wednesday", 3, 6, "the train goes on Saturday"),
        ("Friday", 5, 6, "the train goes tomorrow"),
        ("Saturday", 6, 6, "the train goes today"),
        ("Monday", 1, 13, "the train goes on Saturday, in 12 days"),
        ("the day after", 1, 5, "the train goes in 4 days"),
    ],
)
def test_a_voice_says_what_day_it_is_and_when_the_train_goes(weekday: str, day: int, days: int, said: str) -> None:
    seen = view("print", phase="morning", page=MORNING, weekday=weekday, day=day, days=days)
    assert f'text "Day {day} of {days}" = {said}' in outline(Reading(seen).tree(Frame()))


def test_the_menu_shows_the_calendar_of_the_play_and_a_night_shows_none() -> None:
    assert "Day 3 of 6" in outline(Menu(Settings(), view("print")).tree(Frame()))
    night = view("print", phase="ledger", page=MORNING.model_copy(update={"kind": "ledger"}))
    assert Reading(night).tree(Frame()).find("days") is None


def test_where_it_is_good_to_stop_a_second_button_leads_to_the_title() -> None:
    for world in WORLDS:
        for zoom in ZOOMS:
            night = MORNING.but(kind="ledger", rests=True)
            root = Reading(view(world, phase="ledger", page=night)).tree(Frame(zoom=zoom))
            stop, on = root.find("rest"), root.find("on")
            assert stop is not None and on is not None and stop.press() == Order("title")
            assert cut(root) == [] and stop.box.x >= on.box.right
    plain = Reading(view("print", phase="ledger", page=MORNING.but(kind="ledger"))).tree(Frame())
    assert plain.find("rest") is None


def test_where_no_train_goes_none_is_drawn_or_named_and_one_day_has_no_calendar() -> None:
    seen = view("print", phase="morning", page=MORNING, day=2, days=2)
    assert row(seen).value and not row(seen.but(train=False)).value
    with_train, without = (pygame.image.tobytes(drawn(row(one)), "RGB") for one in (seen, seen.but(train=False)))
    assert with_train != without
    assert Reading(seen).tree(Frame()).find("days") is not None
    assert Reading(seen.but(day=1, days=1)).tree(Frame()).find("days") is None
    assert Menu(Settings(), seen.but(day=1, days=1)).tree(Frame()).find("days") is None
