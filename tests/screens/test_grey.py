"""Nothing is told by colour alone: two marks that mean two things have two shapes, also where all colours are grey."""

from collections.abc import Callable

import pygame
import pytest

from game.model.view import DoorView, Standing
from game.screens import hud, keepsakes, pages, trays
from game.screens.debrief import look
from game.screens.kit.answers import Pop
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node, render
from game.screens.kit.palette import DEBRIEF, PALETTES, PHONE, Palette
from game.screens.kit.widgets import button
from tests.screens import views

Draw = Callable[[Canvas], None]
PLACE = Box(20, 20, 300, 90)
FRAME = Frame()


def shapes(draw: Draw, ground: str, *, stark: bool = False) -> tuple[pygame.Mask, pygame.Mask]:
    """What stands out from the ground by being darker, and what by being lighter."""
    pygame.font.init()
    surface = pygame.Surface((1280, 160))
    surface.fill(ground)
    draw(Canvas(surface, scale=1.0, origin=(0, 0), stark=stark))
    bare = pygame.Surface((1, 1))
    bare.fill(ground)
    level = pygame.transform.grayscale(bare).get_at((0, 0))[0]
    grey = pygame.transform.grayscale(surface)
    return _between(grey, -1, level - 36), _between(grey, level + 36, 256)


def _between(grey: pygame.Surface, low: int, high: int) -> pygame.Mask:
    middle, half = (low + high) // 2, max(1, (high - low) // 2)
    clear = min(255, max(0, middle))
    return pygame.mask.from_threshold(grey, (clear,) * 3, (half,) * 3 + (255,)) if high > low else pygame.Mask(
        grey.get_size())


def apart(one: Draw, other: Draw, ground: str, *, stark: bool = False) -> int:
    """How many pixels belong to the shape of one of them only."""
    pairs = zip(shapes(one, ground, stark=stark), shapes(other, ground, stark=stark), strict=True)
    return sum(a.count() + b.count() - 2 * a.overlap_mask(b, (0, 0)).count() for a, b in pairs)


def seen(make: Callable[[], Node]) -> Draw:
    return lambda canvas: render(canvas, make().place(PLACE.x, PLACE.y))


def door(pal: Palette, *, open_: bool) -> Draw:
    view = DoorView(id="bed", name="A bed", open=open_, why="")
    return seen(lambda: pages.door_node(FRAME, pal, view, 400))


def arrow(way: str) -> Draw:
    view = views.street(world="phone", watch="phone", standing=Standing(arrow=way))
    return lambda canvas: hud.draw(canvas, view, FRAME)


def pressed(*, now: bool) -> Draw:
    return seen(lambda: button(FRAME, DEBRIEF, "High", "high", Pop(), selected=now))


PAIRS: dict[str, tuple[Draw, Draw, str]] = {
    "kept and not kept": (
        lambda canvas: look.pip(canvas, (80, 60), 12, kept=True),
        lambda canvas: look.pip(canvas, (80, 60), 12, kept=False), look.PAPER,
    ),
    "not kept and never met": (
        lambda canvas: look.pip(canvas, (80, 60), 12, kept=False),
        lambda canvas: look.pip(canvas, (80, 60), 12, kept=None), look.PAPER,
    ),
    "looked at and not": (
        lambda canvas: look.hollow(canvas, (80, 60), 12, look.INK, "looked"),
        lambda canvas: look.hollow(canvas, (80, 60), 12, look.INK, ""), look.PAPER,
    ),
    "counted and not": (
        lambda canvas: look.hollow(canvas, (80, 60), 12, look.INK, "counted"),
        lambda canvas: look.hollow(canvas, (80, 60), 12, look.INK, ""), look.PAPER,
    ),
    "a verdict and a doubt": (
        seen(lambda: look.chip(FRAME, "a word", full=True)), seen(lambda: look.chip(FRAME, "a word")), look.PAPER,
    ),
    "a doubt and too few": (
        seen(lambda: look.chip(FRAME, "a word")), seen(lambda: look.chip(FRAME, "a word", dashed=True)), look.PAPER,
    ),
    "a sorted card and one that waits": (
        lambda canvas: trays.pip(canvas, Box(20, 20, 30, 36), here=False, lies=False),
        lambda canvas: trays.pip(canvas, Box(20, 20, 30, 36), here=False, lies=True), trays.WOOD,
    ),
    "a tray that is empty and one that is not": (
        lambda canvas: trays.tray_front(canvas, Box(20, 20, 200, 120), 0, here=False, lit=False),
        lambda canvas: trays.tray_front(canvas, Box(20, 20, 200, 120), 1, here=False, lit=False), trays.WOOD,
    ),
    "raises and lowers": (
        lambda canvas: keepsakes.chalk_mark(canvas, PLACE, "raises", on=True, lit=False),
        lambda canvas: keepsakes.chalk_mark(canvas, PLACE, "lowers", on=True, lit=False), "#2E4038",
    ),
    "raises and does not count": (
        lambda canvas: keepsakes.chalk_mark(canvas, PLACE, "raises", on=True, lit=False),
        lambda canvas: keepsakes.chalk_mark(canvas, PLACE, "uncounted", on=True, lit=False), "#2E4038",
    ),
    "chosen and not": (pressed(now=True), pressed(now=False), DEBRIEF.paper),
    "going up and going down": (arrow("up"), arrow("down"), PHONE.paper),
    "going up and level": (arrow("up"), arrow("level"), PHONE.paper),
    **{f"open and shut, {pal.name}": (door(pal, open_=True), door(pal, open_=False), pal.paper)
       for pal in PALETTES.values()},
}


@pytest.mark.parametrize("stark", [False, True], ids=["usual", "high contrast"])
@pytest.mark.parametrize("pair", PAIRS)
def test_two_marks_that_mean_two_things_differ_in_shape_where_all_is_grey(pair: str, *, stark: bool) -> None:
    one, other, ground = PAIRS[pair]
    assert apart(one, other, ground, stark=stark) > 40


def test_two_marks_that_differ_in_colour_alone_would_be_found() -> None:
    red: Draw = lambda canvas: canvas.circle((80, 60), 12, "#B8341F")  # noqa: E731
    green: Draw = lambda canvas: canvas.circle((80, 60), 12, "#2F6F6B")  # noqa: E731
    assert apart(red, green, look.PAPER) == 0
