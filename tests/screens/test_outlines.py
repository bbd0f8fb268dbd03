"""Promises of how people are drawn: whoever comes again is known by their outline, and a mood can be seen."""

from collections.abc import Iterator
from itertools import combinations
from typing import get_args

import numpy as np
import pygame
import pytest

from game.model.content import Person
from game.screens import art
from game.screens.kit.canvas import Canvas
from game.screens.moods import wearing
from game.screens.paint import people
from game.screens.paint.brush import Brush
from tests.town import the_pack

FOLK = {who: one for who, one in the_pack().people.items() if who != "nobody"}
SHEET = (int(people.SHEET_W), int(people.SHEET_H))
ALIKE = 0.85  # two outlines that share more of their ground than this cannot be told apart at a glance
SEEN = 25  # so many pixels of a person of 110 must change for a mood to be seen in the street


@pytest.fixture(autouse=True, scope="module")
def display() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    yield
    art.forget()
    pygame.display.quit()


def drawn(look: object, pose: str = "stand", *, facing: int = 1, phase: float = 0.9) -> pygame.Surface:
    """Somebody at the size of the street, on nothing."""
    sheet = pygame.Surface(SHEET, pygame.SRCALPHA)
    brush = Brush(Canvas(sheet, 1.0, (0, 0)), art.palette("print", "noon"))
    people.figure(brush, look, people.FOOT_X, people.FOOT_Y, facing, pose, phase, 1.0, shadow=False)
    return sheet


def outline(look: object, pose: str = "stand") -> np.ndarray:
    """Which pixels somebody covers."""
    return pygame.surfarray.array_alpha(drawn(look, pose)) > 127


def shared(a: np.ndarray, b: np.ndarray) -> float:
    """How much of the ground that two outlines cover together is covered by both, 0..1."""
    return float((a & b).sum() / (a | b).sum())


@pytest.mark.parametrize("pose", ["stand", "walk"])
def test_no_two_people_who_come_again_have_the_same_outline(pose: str) -> None:
    shapes = {who: outline(one, pose) for who, one in FOLK.items()} | {"you": outline("you", pose)}
    alike = {
        (a, b): round(shared(shapes[a], shapes[b]), 2)
        for a, b in combinations(shapes, 2) if shared(shapes[a], shapes[b]) > ALIKE
    }
    assert alike == {}


def test_the_measure_of_outlines_rings_for_the_same_person_in_another_colour() -> None:
    mei = FOLK["mei"]
    assert shared(outline(mei), outline(mei.model_copy(update={"tone": 5, "skin": 0}))) > ALIKE


def test_nobody_is_cut_off_by_the_sheet_they_are_drawn_on() -> None:
    cut = []
    for who, one in FOLK.items():
        for pose in people.POSES:
            box = drawn(one, pose).get_bounding_rect()
            if box.left == 0 or box.top == 0 or box.right == SHEET[0] or box.bottom == SHEET[1]:
                cut.append((who, pose))
    assert cut == []


@pytest.mark.parametrize("pose", ["stand", "walk", "talk", "sit"])
def test_every_mood_is_seen_on_everybody_in_face_and_in_bearing(pose: str) -> None:
    for who, one in FOLK.items():
        looks = [drawn(wearing(one, mood), pose) for mood in people.MOODS]
        for a, b in combinations(looks, 2):
            apart = np.abs(pygame.surfarray.array3d(a).astype(int) - pygame.surfarray.array3d(b)).sum(axis=2) > 60
            assert apart.sum() > SEEN, (who, pose)
        shapes = [pygame.surfarray.array_alpha(look) > 127 for look in looks]
        assert not np.array_equal(shapes[0], shapes[1]), (who, pose)
        assert not np.array_equal(shapes[0], shapes[2]), (who, pose)


def test_everybody_breathes_blinks_steps_and_speaks() -> None:
    for who, one in FOLK.items():
        for pose in ("stand", "walk", "talk"):
            frames = {pygame.image.tobytes(drawn(one, pose, phase=k * 0.11), "RGBA") for k in range(40)}
            assert len(frames) > 3, (who, pose)


def test_every_mark_build_and_height_that_levels_may_name_has_its_drawing() -> None:
    fields = Person.model_fields
    marks = set(get_args(fields["mark"].annotation)) - {""}
    assert marks == set(people.MARKS)
    assert {mark for mark in marks if not art.source(f"people/mark_{mark}")} == set()
    assert set(get_args(fields["build"].annotation)) == set(people.BUILDS)
    assert set(get_args(fields["height"].annotation)) == set(people.HEIGHTS)
