"""A room with phones, in a real window: a letter is tapped, Enter closes, the figure goes there, the sums are kept."""

import json
import socket
import time

import pytest

pytest.importorskip("starlette", reason="the extra “host” is not installed")

from tests.host.browser import Answer
from tests.host.polled import Voter
from tests.window.driver import Display, Home, game, until

pytestmark = pytest.mark.long


def free() -> int:
    with socket.create_server(("", 0)) as one:
        return int(one.getsockname()[1])


def seen(by: Voter) -> Answer:
    """The page, looked at no more often than a phone may."""
    time.sleep(0.4)
    return by.look()


def test_a_vote_by_phone_from_the_address_on_the_projector_to_the_file_beside_the_record(
    home: Home, screen: Display
) -> None:
    port = free()
    with game(home, screen, "project", "taste", "--phones", "--port", str(port), "--plan", "-", "--mute") as one:
        until("the address", lambda: "Phones vote at" in one.said() and "answers" in one.said())
        voters = [Voter(port) for _ in range(3)]
        for voter in voters:
            voter.look()
            voter.get("/state")
        until("the code", lambda: screen.picture().get_at((1160, 300))[:3] == (255, 255, 255), 60)
        one.key("Return")
        with one.held("Right"):
            until("something to choose", lambda: seen(voters[0]).page.forms, 60)
        for voter, letter in zip(voters, "BBA", strict=True):
            assert f"Your vote counts: {letter}." in voter.vote(letter).text
        one.key("Return")
        until("the end of the vote", lambda: "The vote is closed" in seen(voters[0]).text)
        one.key("Return")
        kept = until("the votes", lambda: list(home.folder.rglob("*.votes.json")), 60)
        vote = json.loads(kept[0].read_text(encoding="utf-8"))["votes"][0]
        assert (sorted(vote["counts"].values())[-2:], vote["phones"], vote["how"]) == ([1, 2], 3, "most")
        assert vote["counts"][vote["took"]] == 2
        assert voters[0].cookies["vote"][:16] not in one.said()
