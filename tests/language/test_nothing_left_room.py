"""Under another language no English is left where a room plays: the ribbon, the plan, the stops, the findings."""

import re
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.host.ballot_page import vote
from game.host.urn import Urn
from game.language import told, use
from game.language.spoken import Spoken
from game.model.content import Pack
from game.screens.kit.answers import Order
from game.screens.kit.node import Node
from game.screens.project.slides import Slides
from tests.language.marked import left_over, marked, texts_of
from tests.shell.pocket import Pocket
from tests.shell.room import Room


@pytest.fixture(scope="module")
def other(pack: Pack) -> Spoken:
    pygame.font.init()
    return marked(set(texts_of(pack)))


@pytest.fixture(autouse=True)
def _spoken(other: Spoken) -> Iterator[None]:
    use(other)
    yield
    use()


def english(root: Node) -> set[str]:
    return {text for node in root.walk() for text in (node.label, node.value, node.hint) if left_over(text)}


def shown(room: Room) -> set[str]:
    """What of the ribbon and of the topmost screen is English."""
    return english(room.hall.ribbon.tree(room.hall.flat)) | english(room.hall.screens[-1].tree(room.hall.frame))


def test_choosing_a_plan_its_stops_and_the_plan_itself_hold_none(pack: Pack, tmp_path: Path) -> None:
    room = Room(pack, tmp_path, plan="")
    assert shown(room) == set()
    room.press("3")
    assert shown(room) == set()
    room.press("enter")
    room.tick(0.1)
    room.press("f6")
    assert shown(room) == set()


def test_every_stage_of_a_vote_holds_none(pack: Pack, tmp_path: Path) -> None:
    room = Room(pack, tmp_path)
    while room.session.view().phase != "moment":
        room.step(votes=False)
    for keys in ("enter", "a 3", "b 3", "enter", "b", "r b 4 x 1 enter", "enter"):
        assert shown(room) == set()
        room.press(*keys.split())
    assert shown(room) == set()


def test_where_phones_vote_every_stage_and_the_page_with_the_address_hold_none(pack: Pack, tmp_path: Path) -> None:
    phones = Pocket(6)
    phones.address, phones.others = "10.0.0.1:8080", ("10.0.0.2:8080",)
    room = Room(pack, tmp_path, plan="", phones=phones)
    assert shown(room) == set()
    room.press("escape")
    assert shown(room) == set()
    room.press("enter")
    while room.session.view().phase != "moment":
        room.step(votes=False)
    for keys in ("enter", "a 3", "enter", "r", "enter", "b", "enter"):
        phones.cast("0", phones.sight("0").serial, "A")
        room.tick(0.1)
        assert shown(room) == set()
        room.press(*keys.split())
    assert shown(room) == set()


@pytest.mark.parametrize("stage", ["rest", "open", "sent", "closed", "late"])
def test_the_page_on_a_phone_holds_none(stage: str) -> None:
    urn = Urn()
    urn.hear("one")
    words = told("Help him up")
    if stage != "rest":
        urn.ask("q", [("keep", "A", words)])
    if stage in ("sent", "closed"):
        urn.cast("one", 1, "A")
    if stage == "closed":
        urn.seal("q")
    if stage == "late":
        urn.missed("one")
    page = vote(urn.sight("one"), "0", "0", 0)
    texts = re.findall(r">([^<>]+)<", page.split("<main>")[1].split("</main>")[0])
    assert [text for text in texts if left_over(text) and text != words] == []


def test_the_findings_of_a_room_hold_none(pack: Pack, tmp_path: Path) -> None:
    room = Room(pack, tmp_path)
    room.until("over")
    room.hall.apply(Order("debrief"))
    top = room.hall.screens[-1]
    assert isinstance(top, Slides)
    left: set[str] = set()
    for at in range(len(top.slides)):
        top.at = at
        left |= english(top.tree(room.hall.frame))
    assert left == set()
