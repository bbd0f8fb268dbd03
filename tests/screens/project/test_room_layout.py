"""Where a room plays nothing is cut, lies on anything else or is pale: letters at every choice, stops, findings."""

from pathlib import Path

import pygame
import pytest

from game.model.content import Pack
from game.screens.kit.answers import Order
from game.screens.kit.frame import Frame
from game.screens.project.course import Course
from game.screens.project.slides import Slides
from game.screens.project.stop import Choosing, Planned, Stop
from tests.quick import long
from tests.screens.test_layout import Shot, faults
from tests.shell.pocket import Pocket
from tests.shell.room import Room


def frames(room: Room) -> list[Frame]:
    """The frame of the room in two windows, letters and all."""
    made = []
    for size in ((1280, 720), (1920, 1080)):
        room.hall.paint(pygame.Surface(size))
        made.append(room.hall.frame)
    return made


@pytest.mark.parametrize("seed", [7, long(8)])
def test_with_letters_every_choice_of_a_taste_is_whole_legible_and_apart(
    pack: Pack, tmp_path: Path, seed: int
) -> None:
    room = Room(pack, tmp_path, seed=seed)
    seen: set[str] = set()
    found: list[str] = []
    for _ in range(400):
        view = room.session.view()
        if view.phase == "over":
            break
        ballot = room.hall.ballot
        if ballot and ballot.key not in seen:
            seen.add(ballot.key)
            room.tick(2.0)
            shot = Shot(ballot.key, tuple(room.hall._seen()))
            for frame in frames(room):
                found += faults(shot, frame, keys=False)
        room.step(votes=False)
    assert len(seen) > 20
    assert found == []


def test_stops_plans_and_findings_are_whole_and_legible(pack: Pack, tmp_path: Path) -> None:
    room = Room(pack, tmp_path)
    room.until("over")
    found: list[str] = []
    for frame in frames(room):
        for plan in pack.plans.values():
            found += faults(Shot(f"plan {plan.id}", (Planned(Course(plan, 0.0), 0.0),)), frame)
            for part in plan.parts:
                if part.does == "stop":
                    found += faults(Shot(f"stop {plan.id} {part.name}", (Stop(part),)), frame)
        found += faults(Shot("choosing", (Choosing(tuple(pack.plans.values())),)), frame)
        room.hall.apply(Order("debrief"))
        top = room.hall.screens.pop()
        assert isinstance(top, Slides)
        for at in range(len(top.slides)):
            top.at = at
            found += faults(Shot(f"slide {top.slide.headline[:30]}", (top,)), frame)
    assert found == []


def test_the_ribbon_is_whole_and_legible_in_every_stage_of_a_vote(pack: Pack, tmp_path: Path) -> None:
    room = Room(pack, tmp_path, plan="forty_five")
    while room.session.view().phase != "moment":
        room.step(votes=False)
    room.tick(1.0)
    found: list[str] = []
    for keys in ("", "enter", "a 1 1 3", "b 1 1 3", "enter", "b", "r b 2 0 0 x 1 2 enter", "enter"):
        room.press(*keys.split())
        for size in ((1280, 720), (1920, 1080), (1280, 800)):
            room.hall.paint(pygame.Surface(size))
            found += faults(Shot(f"ribbon after {keys}", (room.hall.ribbon,)), room.hall.flat, keys=False)
    assert found == []


def test_where_phones_vote_the_address_the_tally_and_the_split_are_whole_and_legible(
    pack: Pack, tmp_path: Path
) -> None:
    phones = Pocket()
    room = Room(pack, tmp_path, plan="forty_five", phones=phones)
    top = room.hall.screens[-1]
    found = [fault for frame in frames(room) for fault in faults(Shot("address", (top,)), frame)]
    room.press("enter")
    while room.session.view().phase != "moment":
        room.step(votes=False)
    room.tick(0.2)

    def look(what: str) -> None:
        room.hall.paint(pygame.Surface((1280, 800)))
        found.extend(faults(Shot(what, (room.hall.ribbon,)), room.hall.flat, keys=False))

    look("nobody")
    phones.come(400)
    phones.tap(A=150, B=150, blank=88)
    room.tick(0.2)
    look("open")
    room.press("enter")
    look("tie")
    room.press("b")
    look("split")
    room.press("enter")
    look("walk")
    assert found == []
