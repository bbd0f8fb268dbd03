"""Twenty phones over real HTTP vote a whole `taste` through: what was acknowledged is what was done and kept."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pygame
import pytest

pytest.importorskip("starlette", reason="the extra “host” is not installed")

from game.debrief.pages import debrief
from game.host.guard import Buckets
from game.journal.votes import read_votes
from game.model.content import Pack
from tests.host.polled import Voter, phones, port
from tests.shell.room import Room

pytestmark = pytest.mark.long
VOTERS = 20


class Student(Voter):
    """Taps, changes a mind, taps twice, reloads, falls asleep; knows what was acknowledged last."""

    def __init__(self, at: int, seed: int) -> None:
        super().__init__(at)
        self.chance = random.Random(seed)
        self.said = ""

    def votes(self) -> None:
        self.said = ""
        if self.chance.random() < 0.1:
            return
        page = self.look()
        letters = [value for form in page.page.forms for name, value in form.buttons if name == "vote"]
        for _tap in range(self.chance.choice((1, 1, 1, 2, 3))):
            letter = self.chance.choice(letters)
            answer = self.vote(letter, page if self.chance.random() < 0.5 else None)
            assert f"Your vote counts: {letter}." in answer.text
            self.said = letter
        if self.chance.random() < 0.2:
            self.look()


def test_a_whole_taste_is_voted_through_by_phones_and_each_split_is_what_was_acknowledged(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.host.voting.Buckets", lambda **_measure: Buckets(1e9, 1e9))  # faster than any thumb
    pygame.display.init()
    pygame.font.init()
    with phones() as made, ThreadPoolExecutor(VOTERS) as crowd:
        room = Room(pack, tmp_path, plan="forty_five", phones=made)
        room.press("enter", "enter")
        students = [Student(port(made), seed) for seed in range(VOTERS)]
        for one in students:
            one.look()
            one.get("/state")
        said: dict[int, Counter[str]] = {}
        for _step in range(400):
            view, ballot = room.session.view(), room.hall.ballot
            if view.phase == "over":
                break
            if view.phase not in ("moment", "ask") or not ballot:
                room.step(votes=False)
                continue
            list(crowd.map(Student.votes, students))
            room.tick(0.3)
            lines, count = len(room.session.lines), Counter(one.said for one in students if one.said)
            assert made.heard()[0] == sum(count.values())
            room.press("enter")
            if ballot.stage == "tie":
                room.press("enter")
                room.tick(0.2)
            room.press("enter")
            for _ in range(60):
                if len(room.session.lines) > lines:
                    break
                room.tick(0.5)
                room.press("enter")
            said[lines + 1] = Counter({ballot.letter(one): 0 for one in ballot.counts}) + count
        assert room.session.path is not None
        kept = read_votes(room.session.path)
        assert kept is not None
        assert len(kept.votes) == len(said) > 20
        for vote in kept.votes:
            assert vote.phones == vote.all == sum(said[vote.n].values())
            assert vote.blank == said[vote.n]["blank"]
            assert sorted(vote.counts.values()) == sorted(
                [hands for letter, hands in said[vote.n].items() if letter != "blank"]
                + [0] * (len(vote.counts) - len([one for one in said[vote.n] if one != "blank"]))
            )
        pages = {page.id: page for page in debrief(room.session.record, pack, kept).pages}
        assert "All were sent from phones." in pages["room"].lead[0]
