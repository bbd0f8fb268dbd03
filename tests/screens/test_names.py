"""The names of the figures at the head: under the mouse, on H, and by themselves for the first steps."""

from pathlib import Path

import pygame
import pytest

from game.model.acts import Act
from game.model.content import Pack
from game.model.view import View
from game.screens import hud
from game.screens.board import Board, Handset
from game.screens.kit.answers import Do, Key, Pointer, Push
from game.screens.kit.canvas import HEIGHT, WIDTH, Box
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node
from game.screens.kit.screen import Screen
from game.screens.leaf import Leaf
from game.screens.names import LOWEST, STAY, Names, label, legend
from game.screens.saved import Settings
from game.screens.street import Street
from game.shell.desk import Desk
from game.shell.library import Folder
from game.telling.figures import figures
from tests.screens.ruler import Ruler, lay, touch, within
from tests.screens.views import due, street

ZOOMS = (1.0, 1.3, 1.6, 2.0)
FRAME = Frame()


def later(**changes: object) -> View:
    """A street on which the names are known already."""
    return street(**({"day": 2, "coins": 56, "need": 140, "tick": 12} | changes))


def on(view: View) -> tuple[Names, list[Screen]]:
    screen = Street(view)
    screen.kind = "street"
    return Names(), [screen]


def written(names: Names, seen: list[Screen], frame: Frame = FRAME) -> list[str]:
    """The words it puts on the screen."""
    ruler = Ruler.of(frame)
    names.paint(ruler, seen, frame)
    return [word.text for word in ruler.words]


def middle(view: View, key: str) -> Pointer:
    plate = hud.nodes(view, FRAME).find(key)
    assert plate is not None
    return Pointer("move", *plate.box.centre)


def test_the_mouse_on_a_plate_brings_its_name_and_takes_it_away_again() -> None:
    names, seen = on(later())
    assert written(names, seen) == []
    for key, said in (("coins", "Coins: 56 of the 140 the journey takes"), ("tick", "Owed, on tick: 12")):
        names.heed(middle(later(), f"figure.{key}"), seen, FRAME)
        assert names.dirty and written(names, seen) == [said]
    names.heed(Pointer("move", 640, 500), seen, FRAME)
    assert names.dirty and written(names, seen) == []


def test_h_names_every_figure_for_some_seconds_and_a_second_time_takes_them_away() -> None:
    names, seen = on(later())
    names.heed(Key("h"), seen, FRAME)
    assert written(names, seen) == [one.said for one in figures(later())]
    names.tick(STAY - 0.1)
    assert written(names, seen) and not names.dirty
    names.tick(0.2)
    assert names.dirty and written(names, seen) == []
    for _ in range(2):
        names.heed(Key("h"), seen, FRAME)
    assert written(names, seen) == []


def test_who_has_asked_for_no_clocks_reads_the_names_as_long_as_they_like() -> None:
    names, seen = on(later())
    names.heed(Key("h"), seen, Frame(untimed=True))
    names.tick(600)
    assert written(names, seen)


def test_on_the_first_day_the_names_stand_there_by_themselves_until_three_steps_were_taken() -> None:
    names, seen = on(due())
    assert [one.said for one in figures(due())] == [one for one in written(names, seen) if ":" in one]
    seen[0].on(Key("right"), FRAME)
    for _ in range(30):
        seen[0].tick(1 / 30)
    assert written(names, seen) == []
    seen[0].on(Key("right", down=False), FRAME)
    seen[0].tick(5)
    assert written(names, seen) == []
    assert written(*on(street(day=2))) == []


@pytest.mark.parametrize("close", [Board, Handset])
def test_the_first_names_are_not_written_over_a_thing_held_up_close(close: type[Board] | type[Handset]) -> None:
    names, seen = on(due())
    assert written(names, seen)
    assert written(names, [*seen, close(due())]) == []


class Cover(Screen):
    """A sheet as large as asked for."""

    def __init__(self, box: Box) -> None:
        super().__init__()
        self.box = box

    def tree(self, _frame: Frame) -> Node:
        return Node("window", box=self.box)


def test_a_plate_that_a_sheet_lies_over_is_not_named() -> None:
    names, seen = on(later())
    plate = middle(later(), "figure.coins")
    names.heed(plate, [*seen, Cover(Box(0, 200, WIDTH, 520))], FRAME)
    assert names.over == "figure.coins"
    names.heed(plate, [*seen, Cover(Box(0, 0, WIDTH, HEIGHT))], FRAME)
    assert names.over == ""


@pytest.mark.parametrize("world", ["daylight", "print", "phone"])
@pytest.mark.parametrize("zoom", ZOOMS)
def test_names_fit_at_every_text_size_and_lie_on_no_plate_of_the_head(world: str, zoom: float) -> None:
    frame = Frame(zoom=zoom)
    view = later(world=world, coins=142, need=162)
    head = hud.nodes(view, frame)
    assert head.box.bottom < LOWEST
    labels = [label(view, frame, f"figure.{one.key}") for one in figures(view)]
    for shown in (legend(view, frame, again=True), *labels):
        assert shown is not None
        ruler = Ruler.of(frame)
        lay(ruler, shown)
        for word in ruler.words:
            assert within(word.box, word.clip) and word.contrast >= 4.5
    whole = legend(view, frame, again=True)
    assert not [one for one in head.children if touch(one.box, whole.box)]


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_first_names_lie_on_nobodys_words(pack: Pack, zoom: float, tmp_path: Path) -> None:
    pygame.font.init()
    desk = Desk(Settings(text=round(100 * zoom)), clock=lambda: 0.0)
    desk.ready(Folder(tmp_path, pack=pack))
    assert desk.library is not None
    desk.begin(desk.library.new("taste", seed=7, order="", untimed=False))
    while desk.screens[0].kind != "street":
        desk.apply(Do(Act(do="on")))
    desk.tick(0.1)
    screen, frame = desk.screens[0], desk.frame
    assert isinstance(screen, Street) and screen.unnamed
    ruler = Ruler.of(frame)
    lay(ruler, screen.tree(frame))
    whole = legend(screen.view, frame, again=True)
    assert [word.text for word in ruler.words if touch(word.box, whole.box)] == []


def test_the_desk_shows_the_names_over_everything_but_a_leaf_and_draws_them_once() -> None:
    _, seen = on(later())
    desk = Desk(Settings(), clock=lambda: 0.0)
    desk.screens = seen[:]
    surface = pygame.Surface(desk.size)

    def picture() -> bytes:
        desk.paint(surface)
        return pygame.image.tobytes(surface.subsurface((0, 0, 1280, 200)), "RGB")

    bare = picture()
    desk.feed(Key("h"))
    assert desk.stale
    named = picture()
    assert named != bare
    desk.names.dirty = False
    desk.names.tick(STAY / 2)
    assert not desk.names.dirty
    desk.apply(Push(Leaf("A", ("b",))))
    assert written(desk.names, desk.screens) == []
