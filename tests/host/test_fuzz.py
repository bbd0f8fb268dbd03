"""The siege in small; `python -m tests.host.fuzz` is the whole of it."""

import asyncio
import random
import re
from pathlib import Path
from typing import Any

import pytest

from game.model.content import Pack
from tests.host.fuzz.aims import PATHS
from tests.host.fuzz.files import Handful
from tests.host.fuzz.siege import besiege
from tests.host.fuzz.wire import Score, Shooter
from tests.host.polled import CHOICES, door
from tests.host.rooms import LITE, Room


@LITE
def test_the_siege_shoots_at_every_path_there_is(room: Room) -> None:
    app: Any = room.host.app()
    routes = app.app.app.routes
    aims = [path.partition("?")[0] for path in PATHS]
    missed = {
        route.path for route in routes
        if not any(re.fullmatch(re.sub(r"\{\w+(:\w+)?\}", "[^/]+", route.path), aim) for aim in aims)
    }  # fmt: skip
    assert len(routes) > 20 and missed == set()


@LITE
@pytest.mark.parametrize("seed", range(2))
def test_bent_requests_are_answered_without_a_fault(room: Room, seed: int) -> None:
    score = Score()
    one = Shooter(room.port, room.host.keys.instructor, random.Random(seed), score, patience=0.15)
    asyncio.run(one.shoot_for(25))
    assert score.faults == [] and {200, 303, 400, 404} <= set(score.statuses)
    assert room.browser().join().status == 200


def test_bent_votes_are_answered_without_a_fault() -> None:
    score = Score()
    with door() as made:
        poll = made()
        poll.urn.ask("q", CHOICES)
        assert "counts: A" in poll.voter().vote("A").text
        one = Shooter(poll.port, "none", random.Random(3), score, "127.0.0.7", patience=0.15)
        asyncio.run(one.shoot_for(25))
        counts, blank = poll.urn.seal("q")
    assert score.faults == [] and {200, 400, 404} <= set(score.statuses)
    assert counts["keep"] >= 1 and blank >= 0


@pytest.mark.parametrize("seed", range(2))
def test_bent_files_are_named_or_read_and_never_more(pack: Pack, tmp_path: Path, seed: int) -> None:
    one = Handful(pack, f"test {seed}", tmp_path)
    one.lay(6)
    one.check()
    assert one.faults == [] and one.read > 4


@pytest.mark.long
def test_a_host_under_siege_writes_nothing_elsewhere_and_its_students_play_on(tmp_path: Path) -> None:
    found = asyncio.run(besiege(tmp_path.resolve(), 1, 600, ["--minutes", "900"]))
    print("\n".join(found.lines()))
    assert found.score.faults == []
    assert found.score.sent > 1000 and found.steps > 5 and found.plays > 1
