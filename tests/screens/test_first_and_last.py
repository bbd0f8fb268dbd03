"""Promises of the first picture and the last: what one would frame is there at every size of window and of text."""

from collections.abc import Iterator
from itertools import product

import pygame
import pytest

from game.model.view import Page
from game.screens import art
from game.screens.back import Backdrop
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.paint import finale, light
from game.screens.plays import Over
from game.screens.saved import Offer, Saved, Settings
from game.screens.title import FEET, Title
from tests.screens.views import street

BLURB = "Some days and a train. About half an hour."
OFFERS = tuple(Offer(one, f"A {one}", BLURB) for one in ("taste", "lesson", "full"))
SIZES, TEXTS = ((960, 540), (1280, 720), (1024, 768)), (100, 130, 160, 200)
LAST = Page(kind="ending", title="The receiver", lines=("It rings.", "You talk until the coins are gone."))


@pytest.fixture
def window() -> Iterator[pygame.Surface]:
    pygame.display.init()
    pygame.font.init()
    yield pygame.display.set_mode((640, 360))
    art.forget()
    pygame.display.quit()


def title(*saved: Saved, still: bool = True) -> Title:
    made = Title()
    made.settle(Settings(still=still))
    made.know(saved, OFFERS)
    return made


def shot(window: pygame.Surface, draw: object) -> bytes:
    """What a call paints, as bytes."""
    assert callable(draw)
    window.fill((255, 0, 255))
    draw()
    return pygame.image.tobytes(window, "RGB")


@pytest.mark.parametrize(("size", "text", "begun"), list(product(SIZES, TEXTS, (False, True))))
def test_on_the_title_text_at_the_foot_hides_neither_you_nor_the_hint(
    size: tuple[int, int], text: int, begun: bool,
) -> None:
    screen = title(*[Saved("b", "A lesson", 4, 6)] * begun)
    frame = Frame(size, text / 100)
    root = screen.tree(frame)
    hint = root.find("walk")
    assert hint is not None
    foot = min(root.find(key).box.y for key in ("settings", "note", "about"))  # type: ignore[union-attr]
    assert hint.box.bottom <= foot
    assert FEET - 16 - screen._rise(frame) <= foot  # one's own feet


def test_a_gull_stands_on_the_name_and_leaves_when_you_do(window: pygame.Surface) -> None:
    screen = title(still=False)
    canvas, frame = Canvas(window), Frame((640, 360), time=3.0)
    standing = shot(window, lambda: screen.paint(canvas, frame))
    screen.walked = 0.4
    sky = pygame.Rect(190, 0, 90, 16)
    gone = shot(window, lambda: screen.paint(canvas, frame))
    assert standing != gone
    bare = window.subsurface(sky).copy()
    screen.walked = -1.0
    screen.paint(canvas, frame)
    assert pygame.image.tobytes(window.subsurface(sky), "RGB") != pygame.image.tobytes(bare, "RGB")


@pytest.mark.parametrize("world", ["daylight", "print", "phone"])
def test_the_last_page_lies_before_the_end_of_the_quay_in_the_light_and_the_state_it_ended_in(
    window: pygame.Surface, world: str
) -> None:
    canvas, seen = Canvas(window), set()
    for hour, state in product(("dawn", "noon", "dusk"), ("plain", "lit", "dark", "out")):
        view = street(phase="ending", page=LAST, world=world, light=hour, lantern=state)
        seen.add(shot(window, lambda view=view: Backdrop(view).paint(canvas, Frame((640, 360), still=True))))
    assert len(seen) == 12


def test_the_way_to_the_debrief_is_shown_before_the_same_picture(window: pygame.Surface) -> None:
    canvas, frame = Canvas(window), Frame((640, 360), still=True)
    view = street(phase="over", world="print", light="dusk", lantern="lit")
    over = shot(window, lambda: Over(view).paint(canvas, frame))
    corner = window.get_at((4, 4))
    finale.last(canvas, "print", "dusk", "lit", 0.0)
    assert max(abs(a - b) for a, b in zip(corner, window.get_at((4, 4)), strict=True)) < 40  # the same sky, veiled
    assert over != pygame.image.tobytes(window, "RGB")


def test_the_last_picture_keeps_still_where_nothing_is_to_move(window: pygame.Surface) -> None:
    canvas = Canvas(window)
    assert shot(window, lambda: finale.last(canvas, "print", "dawn", "plain", 0.0)) == shot(
        window, lambda: finale.last(canvas, "print", "dawn", "plain", 0.0)
    )
    assert shot(window, lambda: finale.last(canvas, "print", "dawn", "plain", 1.0)) != shot(
        window, lambda: finale.last(canvas, "print", "dawn", "plain", 2.0)
    )


def test_you_sit_where_the_shadows_fall_and_the_sun_stands_behind_the_lantern() -> None:
    assert finale.TOWER < 640 < finale.BENCH
    assert set(light.AWAY) == {"dawn", "dusk"}
