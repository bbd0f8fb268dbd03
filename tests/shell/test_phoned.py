"""A room votes with phones: beside hands, unseen until the end, the sums kept, and the picture never waits."""

import re
import socket
import sys
from pathlib import Path

import pygame
import pytest

from game.__main__ import main
from game.debrief.pages import debrief
from game.journal.votes import path_votes, read_votes
from game.model.content import Pack
from game.model.vote import Vote
from game.screens.kit.answers import Key
from game.screens.kit.node import Node
from game.screens.project.joining import Joining
from game.screens.project.stop import Stop
from game.screens.voice import news
from tests.shell.pocket import Pocket
from tests.shell.room import Room
from tests.shell.test_project import at_a_moment


@pytest.fixture(autouse=True)
def fonts() -> None:
    pygame.display.init()
    pygame.font.init()


def kept(room: Room) -> Vote:
    assert room.session.path is not None
    votes = read_votes(room.session.path)
    assert votes is not None
    return votes.votes[-1]


def ribbon(room: Room) -> dict[str, Node]:
    return {node.key: node for node in room.hall.ribbon.tree(room.hall.flat).walk() if node.key}


def test_phones_see_what_is_to_be_chosen_and_most_of_all_votes_act(pack: Pack, tmp_path: Path) -> None:
    phones = Pocket(12)
    room = at_a_moment(pack, tmp_path, "sheet", phones=phones)
    ballot, lines = room.hall.ballot, len(room.session.lines)
    assert ballot is not None
    assert phones.letters == "".join(one.letter for one in ballot.choices)
    assert [words for _letter, words in phones.sight("0").choices] == [one.text for one in ballot.choices]
    phones.tap(A=3, B=7, blank=2)
    room.press("a", "2", "enter")
    assert phones.letters == ""
    assert (ballot.took, ballot.totals) == (ballot.choices[1].id, {ballot.choices[0].id: 5, ballot.choices[1].id: 7,
                                            **{one.id: 0 for one in ballot.choices[2:]}})  # fmt: skip
    room.press("enter")
    assert room.session.lines[lines].act.what == ballot.choices[1].id
    vote = kept(room)
    assert (vote.took, vote.blank, vote.phones, vote.all) == (ballot.choices[1].id, 2, 12, 14)


def test_the_projector_shows_how_many_of_how_many_and_never_for_what(pack: Pack, tmp_path: Path) -> None:
    phones = Pocket(9)
    room = at_a_moment(pack, tmp_path, "sheet", phones=phones)
    room.tick(0.1)
    before = ribbon(room)
    phones.tap(B=6)
    room.tick(0.1)
    after = ribbon(room)
    assert after["phones"].label.startswith("6 of 9")
    cells = [key for key in after if key.startswith("cell.")]
    assert [after[key].value for key in cells] == [before[key].value for key in cells] == ["0"] * len(cells)
    assert room.hall.ballot is not None
    assert not room.hall.ballot.sent
    surfaces = []
    for letters in ({"A": 6}, {"C": 6}):
        phones.tap(**letters)
        room.tick(0.1)
        surface = pygame.Surface((960, 540))
        room.hall.paint(surface)
        surfaces.append(pygame.image.tobytes(surface.subsurface((0, 486, 960, 54)), "RGB"))
    assert surfaces[0] == surfaces[1]


def test_the_mouse_alone_closes_a_vote_of_phones_and_acts(pack: Pack, tmp_path: Path) -> None:
    phones = Pocket(5)
    room = at_a_moment(pack, tmp_path, "sheet", phones=phones)
    room.hall.paint(pygame.Surface((1920, 1080)))
    ballot, lines = room.hall.ballot, len(room.session.lines)
    assert ballot is not None
    phones.tap(B=5)
    room.tick(0.1)
    room.click("close")
    room.click("act")
    assert room.session.lines[lines].act.what == ballot.choices[1].id


def test_a_vote_that_is_taken_again_is_open_for_phones_again_and_hides_them(pack: Pack, tmp_path: Path) -> None:
    phones = Pocket(5)
    room = at_a_moment(pack, tmp_path, "sheet", phones=phones)
    ballot = room.hall.ballot
    assert ballot is not None
    phones.tap(B=5)
    room.press("enter", "r")
    assert phones.letters.startswith("AB")
    assert ballot.count(1) == 0
    phones.tap(A=4)  # four change their minds
    room.press("enter", "enter")
    assert kept(room).counts[ballot.choices[0].id] == 4
    assert kept(room).counts[ballot.choices[1].id] == 1


def test_between_choices_there_is_nothing_to_vote_on_and_what_was_sent_is_gone(pack: Pack, tmp_path: Path) -> None:
    phones = Pocket(5)
    room = at_a_moment(pack, tmp_path, "sheet", phones=phones)
    phones.tap(A=5)
    room.press("enter", "enter")
    for _ in range(40):
        if room.session.view().phase == "street":
            break
        room.press("enter")
        room.tick(0.3)
    room.tick(0.3)
    assert room.session.view().phase == "street"
    assert phones.letters == ""
    assert phones.sight("0").own == ""


def test_what_lies_behind_a_curtain_reaches_no_phone(pack: Pack, tmp_path: Path) -> None:
    phones = Pocket(5)
    room = Room(pack, tmp_path, phones=phones)
    for _ in range(300):
        ask = room.session.view().ask
        if ask and ask.kind == "token":
            break
        room.step(votes=False)
    room.tick(0.2)
    assert phones.letters == ""


def test_where_the_lecturer_chooses_phones_rest_until_a_letter_lets_them_vote(pack: Pack, tmp_path: Path) -> None:
    phones = Pocket(5)
    room = at_a_moment(pack, tmp_path, "sheet", phones=phones)
    room.press("enter", "enter")
    assert (room.hall.ballot.stage if room.hall.ballot else "", phones.letters) == ("free", "")
    room.press("a")
    assert phones.letters.startswith("AB")


def test_the_address_stands_there_before_the_play_and_again_by_a_key_or_the_mouse(pack: Pack, tmp_path: Path) -> None:
    phones = Pocket()
    room = Room(pack, tmp_path, plan="forty_five", phones=phones)
    top = room.hall.screens[-1]
    assert isinstance(top, Joining)
    labels = {node.label for node in top.tree(room.hall.frame).walk()}
    assert {phones.address, "0 phones are here."} <= labels
    phones.come(2)
    room.tick(0.1)
    assert "2 phones are here." in {node.label for node in top.tree(room.hall.frame).walk()}
    room.press("enter")
    assert isinstance(room.hall.screens[-1], Stop)
    room.press("enter")
    room.tick(0.2)
    room.press("f7")
    assert isinstance(room.hall.screens[-1], Joining)
    room.press("escape")
    assert room.hall.screens[-1].kind == "street"
    room.hall.paint(pygame.Surface((1280, 720)))
    room.click("phones")
    assert isinstance(room.hall.screens[-1], Joining)
    room.press("f7")
    assert not isinstance(room.hall.screens[-1], Joining)


def test_it_can_be_shown_in_the_middle_of_a_vote_which_stays_open(pack: Pack, tmp_path: Path) -> None:
    phones = Pocket(3)
    room = at_a_moment(pack, tmp_path, "sheet", phones=phones)
    phones.tap(B=1)
    room.press("f7")
    assert isinstance(room.hall.screens[-1], Joining)
    room.tick(0.5)
    assert phones.letters.startswith("AB")
    room.press("enter")
    room.tick(0.1)
    assert phones.sight("0").own == "B"
    room.press("enter")
    assert room.hall.ballot is not None
    assert room.hall.ballot.totals[room.hall.ballot.choices[1].id] == 1


def test_the_code_is_drawn_as_it_is_with_a_quiet_rim(pack: Pack, tmp_path: Path) -> None:
    phones = Pocket()
    room = Room(pack, tmp_path, phones=phones)
    for size in ((1280, 720), (960, 540)):
        surface = pygame.Surface(size)
        canvas = room.hall.paint(surface)
        node = next(n for n in room.hall.screens[-1].tree(room.hall.frame).walk() if n.role == "image")
        many = len(phones.picture)
        module = int(node.box.w * canvas.scale / (many + 8))
        left, top = (at - module / canvas.scale * many / 2 for at in node.box.centre)
        for y in range(-4, many + 4):
            for x in range(-4, many + 4):
                middle = canvas.px(left + (x + 0.5) * module / canvas.scale, top + (y + 0.5) * module / canvas.scale)
                dark = 0 <= x < many and 0 <= y < many and phones.picture[y][x]
                assert surface.get_at(middle)[:3] == ((0, 0, 0) if dark else (255, 255, 255)), (size, x, y)


def test_a_screen_reader_finds_the_tally_and_is_not_told_of_each_vote(pack: Pack, tmp_path: Path) -> None:
    phones = Pocket(9)
    room = at_a_moment(pack, tmp_path, "sheet", phones=phones)
    room.tick(0.1)
    before = room.hall.heard()
    assert any(spot.key == "phones" and spot.label.startswith("0 of 9") for spot in before.spots)
    phones.tap(A=4)
    room.tick(0.1)
    assert not any("4 of 9" in line.text for line in news(before, room.hall.heard()))
    room.hall.touch("phones")
    assert isinstance(room.hall.screens[-1], Joining)


def test_the_debrief_says_what_came_from_phones_and_what_from_hands(pack: Pack, tmp_path: Path) -> None:
    phones = Pocket(11)
    room = Room(pack, tmp_path, hands=2, phones=phones)
    done = 0
    while done < 3:
        if room.session.view().phase == "moment" and room.hall.ballot:
            phones.tap(A=6, B=5)
            before = len(room.session.lines)
            if done == 1:
                room.hall.feed(Key("a"))
                room.hall.feed(Key("2"))
            room.press("enter", "enter")
            for _ in range(60):
                if len(room.session.lines) > before:
                    break
                room.tick(0.5)
                room.press("enter")
            done += 1
        else:
            room.step(votes=False)
    room.until("over", votes=False)
    assert room.session.path is not None
    text = path_votes(room.session.path).read_text(encoding="utf-8")
    page = next(one for one in debrief(room.session.record, pack, read_votes(room.session.path)).pages
                if one.id == "room")  # fmt: skip
    assert [row[5] for row in page.tables[0].rows] == ["11 phones", "11 phones and 2 hands", "11 phones"]
    assert "33 of 35 were sent from phones, the others were hands." in page.lead[0]
    assert any("Phones were counted, not people" in line for line in page.cannot)
    assert b"phones" not in room.session.path.read_bytes()
    assert not re.search(r"192\.168|letter|cookie", text)


def test_a_vote_of_more_phones_than_votes_is_another_hand_s_and_left_out(pack: Pack, tmp_path: Path) -> None:
    phones = Pocket(5)
    room = at_a_moment(pack, tmp_path, "sheet", phones=phones)
    phones.tap(B=5)
    room.press("enter", "enter")
    assert room.session.path is not None
    path = path_votes(room.session.path)
    path.write_text(path.read_text(encoding="utf-8").replace('"phones": 5', '"phones": 6'), encoding="utf-8")
    votes = read_votes(room.session.path)
    assert votes is not None
    assert votes.votes == ()


def test_without_the_extra_the_cure_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    for name in [one for one in sys.modules if one.startswith("game.host.")]:
        monkeypatch.delitem(sys.modules, name)
    assert main(["project", "taste", "--phones"]) == 1
    said = capsys.readouterr().err
    assert "uvicorn is not installed" in said
    assert "python3 start.py project taste --phones" in said


def test_a_port_that_is_taken_is_said_and_no_window_opens(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("starlette")
    pytest.importorskip("segno")
    with socket.create_server(("", 0)) as taken:
        port = str(taken.getsockname()[1])
        with pytest.raises(SystemExit) as ended:
            main(["project", "taste", "--phones", "--port", port])
    assert ended.value.code == 1
    assert f"Port {port} cannot be had" in capsys.readouterr().err
