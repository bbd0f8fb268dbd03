"""What is painted on walls and boards keeps to its place where its words are longer than in English."""

from collections.abc import Iterator
from typing import Any

import pygame
import pytest

from game.language import use
from game.language.pseudo import PSEUDO
from game.language.shelf import speak
from game.screens import art
from game.screens.kit.canvas import Box, Canvas
from game.screens.paint import board, rooms
from game.screens.paint.brush import Brush

LINES = (("cross_on_red", -10, False), ("call_mother", 5, True), ("stay", None, False))


class Watched(Canvas):
    """Keeps where words were painted."""

    boxes: list[tuple[str, Box]]

    def text(self, pos: tuple[float, float], string: str, *more: Any, **named: Any) -> Box:
        wide, high = self.measure(string, *more[:2])
        left = pos[0] - {"left": 0.0, "centre": wide / 2, "right": wide}[named.get("align", "left")]
        self.boxes.append((string, Box(left, pos[1], wide, high)))
        return super().text(pos, string, *more, **named)

    def picture(self) -> Canvas:
        return self


@pytest.fixture(autouse=True)
def _nobodys() -> Iterator[None]:
    use(speak(PSEUDO, (), ()))
    yield
    use()


def painted(place: Box, scale: float) -> Brush:
    pygame.font.init()
    canvas = Watched(pygame.Surface((round(place.right * scale), round(place.bottom * scale))), scale, (0, 0))
    canvas.boxes = []
    return Brush(canvas, art.palette("print", "noon"))


def outside(brush: Brush, place: Box) -> list[str]:
    assert isinstance(brush.canvas, Watched)
    assert brush.canvas.boxes
    return [
        word for word, box in brush.canvas.boxes if box.x < place.x - 1 or box.right > place.right + 1
    ]


@pytest.mark.parametrize("scale", [0.75, 1.0, 2.0])
def test_tariff_honour_roll_and_list_fit_their_sheets(scale: float) -> None:
    brush = painted(Box(0, 0, board.WIDE, board.TALL), scale)
    board._posted(brush, LINES)
    assert isinstance(brush.canvas, Watched)
    for word, box in brush.canvas.boxes:
        sheet = Box(112, 0, 62, 118) if box.x > 107 else Box(5, 0, 102, 118)
        assert sheet.x - 1 <= box.x and box.right <= sheet.right + 1, word
    assert len(brush.canvas.boxes) >= 6


@pytest.mark.parametrize("scale", [0.75, 1.0, 2.0])
@pytest.mark.parametrize("watch", ["plain", "dark"])
def test_the_wall_of_the_call_floor_keeps_its_columns_apart(scale: float, watch: str) -> None:
    place = Box(680, 120, 520, 260)
    brush = painted(place, scale)
    rooms._ranks(brush, watch, None)
    rooms._sailings(brush)
    assert outside(brush, place) == []
    names = [box for word, box in brush.canvas.boxes if 735 < box.x < 745]  # type: ignore[attr-defined]
    assert names
    assert all(box.right <= 920 for box in names)


def test_a_longer_word_is_painted_smaller_and_a_short_one_as_ever() -> None:
    brush = painted(Box(0, 0, 400, 60), 1.0)
    brush.fitted(10, 10, "OPEN", "condensed", 16, "ink", 200)
    brush.fitted(10, 10, "OPEN AT ALL HOURS, EVEN NOW", "condensed", 16, "ink", 100)
    assert isinstance(brush.canvas, Watched)
    (_short, usual), (_long, small) = brush.canvas.boxes
    assert usual.h > small.h
    assert small.w <= 101
