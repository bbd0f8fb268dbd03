"""What a joined game may say to a host, and what nobody may."""

import json
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the extra “host” is not installed")

from game.bots.bots import Bot, keeps_table
from game.journal import Session
from game.model.acts import Act
from game.model.content import Pack
from game.model.record import Header
from game.model.room import MANY, MOST, PATH, SCHEME
from tests.host.browser import Answer, Browser
from tests.host.rooms import LITE, Opens, Room

BEGIN = Act(do="begin")


class Game:
    """A game as the host sees it: it plays by itself, and says what it likes."""

    def __init__(self, room: Room, pack: Pack) -> None:
        self.browser, self.pack = room.browser(), pack
        self.token = ""
        self.seat = self.say("begin", {"nonce": self.ask("room")["nonce"]})
        self.token = self.seat["token"]
        header = Header.model_validate_json(self.seat["header"])
        self.session = Session.new(pack, header.setup, None, game=header.game, play=header.play)

    def raw(self, method: str, path: str, body: bytes | None = None, **heads: str) -> Answer:
        given = {"authorization": SCHEME + self.token} if self.token else {}
        given |= {"content_type": "application/json"} if body is not None else {}
        return self.browser.ask(method, f"{PATH}/{path}", body, **(given | heads))

    def ask(self, path: str) -> Any:
        answer = self.raw("GET", path)
        assert answer.status == 200, answer.text
        return json.loads(answer.body)

    def say(self, path: str, said: object) -> Any:
        answer = self.raw("POST", path, json.dumps(said).encode())
        assert answer.status == 200, answer.text
        return json.loads(answer.body)

    def play(self, steps: int) -> list[dict[str, Any]]:
        """Play on, and return what there is to tell of it."""
        bot, before = Bot("fox", 7, keeps_table(self.pack)), len(self.session.lines)
        for _ in range(steps):
            act = bot.choose(self.session.view(), self.session.legal()) if before or self.session.lines else BEGIN
            self.session.do(act, 1000)
        return self.told(before)

    def told(self, since: int) -> list[dict[str, Any]]:
        return [{"act": line.act.model_dump(mode="json"), "ms": line.ms, "digest": line.digest}
                for line in self.session.lines[since:]]  # fmt: skip


@pytest.fixture
def game(pack: Pack, room: Room) -> Game:
    return Game(room, pack)


def test_the_same_message_twice_counts_once(game: Game) -> None:
    told = game.play(30)
    for _ in range(2):
        stand = game.say("steps", {"n": 0, "did": told})
        assert (stand["steps"], stand["digest"], stand["agrees"]) == (30, told[-1]["digest"], True)
    assert game.say("steps", {"n": 20, "did": told[20:]})["steps"] == 30
    assert game.ask("steps?from=10") == {"n": 10, "did": told[10:]}


@LITE
def test_begun_twice_is_one_place(game: Game, room: Room) -> None:
    nonce = game.ask("room")["nonce"]
    first, second = (game.say("begin", {"nonce": nonce}) for _ in range(2))
    assert first == second and first != game.seat
    assert room.host.store.counts().joined == 2


def test_what_the_rules_make_otherwise_is_not_kept(game: Game) -> None:
    told = game.play(6)
    forged = [*told[:4], {**told[4], "digest": "0" * 32}, told[5]]
    stand = game.say("steps", {"n": 0, "did": forged})
    assert (stand["steps"], stand["agrees"]) == (4, False)
    illegal = {"act": {"do": "choose", "what": "stay"}, "ms": 1, "digest": "0" * 32}
    assert game.say("steps", {"n": 4, "did": [illegal]})["agrees"] is False
    assert game.say("steps", {"n": 9, "did": told[:1]})["agrees"] is False, "a gap"
    assert game.say("steps", {"n": 0, "did": told})["steps"] == 6


@LITE
def test_nothing_counts_while_the_room_does_not_play(game: Game, room: Room) -> None:
    told = game.play(3)
    room.desk.pause()
    stand = game.say("steps", {"n": 0, "did": told})
    assert (stand["steps"], stand["state"], stand["agrees"]) == (0, "paused", True)
    room.desk.start()
    assert game.say("steps", {"n": 0, "did": told})["steps"] == 3
    room.desk.stop()
    assert game.say("steps", {"n": 3, "did": game.play(1)})["steps"] == 3
    assert game.raw("POST", "begin", json.dumps({"nonce": game.ask("room")["nonce"]}).encode()).status == 409


@LITE
def test_only_the_seal_opens_a_play(game: Game, room: Room) -> None:
    browser = room.student()
    assert browser.ask("GET", f"{PATH}/stand").status == 401, "a cookie is no seal"
    (play, mark), right = game.token.split("."), game.token
    other = next(one.id for one in room.host.store.all_held() if one.id != play)
    for forged in ("", "x", f"{other}.{mark}", f"{play}.{'0' * 40}", right + "0", right.upper()):
        game.token = forged
        for method, path in (("GET", "stand"), ("GET", "steps?from=0"), ("POST", "steps"), ("POST", "withdraw")):
            body = b"{}" if method == "POST" else None
            assert game.raw(method, path, body).status == 401, (forged, path)
    game.token = right
    assert game.ask("stand")["steps"] == 0 and room.host.store.counts().joined == 2


BAD: tuple[bytes, ...] = (
    b"", b"{}", b"[]", b"null", b"\xff", b"[" * 20000, b'{"n":' * 5000, b'{"n":0}', b'{"n":-1,"did":[]}',
    b'{"n":0.5,"did":[]}', b'{"n":"0","did":[]}', b'{"n":0,"did":[],"more":1}', b'{"n":0,"did":[{}]}',
    b'{"n":9999999999,"did":[]}', b'{"n":NaN,"did":[]}',
)  # fmt: skip


@LITE
def test_what_no_game_says_is_refused(game: Game) -> None:
    for body in BAD:
        assert game.raw("POST", "steps", body).status == 400, body[:40]
    assert game.ask("stand")["steps"] == 0


ACTS: tuple[dict[str, Any], ...] = (
    {"do": "fly"}, {"do": "answer", "values": ["a"] * 300}, {"do": "answer", "what": "x" * 401},
    {"do": "answer", "values": ["own:\u202eabc"]}, {"do": "answer", "values": ["own:a\u0000b"]},
    {"do": "on", "why": ""},
)  # fmt: skip


@LITE
def test_acts_are_bounded_as_forms_are(game: Game) -> None:
    for act in ACTS:
        body = json.dumps({"n": 0, "did": [{"act": act, "ms": 1, "digest": "0" * 32}]}).encode()
        assert game.raw("POST", "steps", body).status == 400, act


@LITE
def test_sizes_kinds_and_ways_are_bounded(game: Game) -> None:
    one = {"act": {"do": "on"}, "ms": 0, "digest": "0" * 32}
    assert game.raw("POST", "steps", json.dumps({"n": 0, "did": [one] * (MOST + 1)}).encode()).status == 400
    assert game.raw("POST", "steps", json.dumps({"n": 0, "did": [{**one, "ms": 600_001}]}).encode()).status == 400
    assert game.raw("POST", "steps", b" " * 40_000).status == 413
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        assert game.raw("POST", "steps", b"{}", content_type=kind).status == 415, "what a page of another site can send"
    for method in ("PUT", "OPTIONS", "DELETE"):
        assert game.raw(method, "stand").status == 405
    for path in ("steps?from=", "steps?from=-1", "steps?from=x", "steps?from=99999999", "steps?from=%00"):
        assert game.raw("GET", path).status == 400
    assert game.ask("steps?from=5000") == {"n": 5000, "did": []} and MANY > MOST
    assert game.raw("GET", "nothing").status == 404 and game.raw("GET", "../host/x").status == 404


@LITE
def test_pages_take_no_json(room: Room) -> None:
    one: Browser = room.student()
    assert one.ask("POST", "/play", b"{}", content_type="application/json").status == 415


@LITE
def test_it_says_nothing_that_the_rules_keep_hidden(game: Game) -> None:
    """Steps come back as acts, times and digests; the room tells states and counts."""
    game.say("steps", {"n": 0, "did": game.play(40)})
    assert {name for one in game.ask("steps?from=0")["did"] for name in one} == {"act", "ms", "digest"}
    assert set(game.ask("room")) == {
        "v", "game", "campaign", "levels", "lot", "mode", "until", "state", "nonce", "told",
    }  # fmt: skip
    assert set(game.ask("stand")) == {
        "state", "debrief", "minutes_left", "steps", "digest", "shares", "agrees", "told",
    }  # fmt: skip


@LITE
def test_withdrawn_is_gone_for_every_question(game: Game, room: Room) -> None:
    game.say("steps", {"n": 0, "did": game.play(5)})
    assert game.raw("POST", "withdraw", b"{}").status == 410
    for method, path in (("GET", "stand"), ("GET", "steps?from=0"), ("POST", "steps"), ("POST", "withdraw")):
        assert game.raw(method, path, b"{}" if method == "POST" else None).status == 410
    assert room.host.store.counts().joined == 0


@LITE
def test_games_are_measured_like_every_player(rooms: Opens, pack: Pack) -> None:
    game = Game(rooms(floods=True), pack)
    assert 429 in [game.raw("GET", "stand").status for _ in range(80)]
