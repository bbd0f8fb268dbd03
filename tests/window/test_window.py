"""The window itself: pulled at, tiny, huge, missing, and killed."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pygame
import pytest

from game.debrief.cases import dealt
from game.journal.beside import read_said
from game.model.content import Pack
from game.model.record import Record
from game.model.view import View
from game.screens.first import First
from game.screens.kit.frame import Frame
from game.screens.offer import Offer
from game.screens.saved import Settings
from game.screens.sorting import Sorting
from tests.window.driver import Display, Game, Home, Reader, display, game, until
from tests.window.player import Keyboard, Mouse

PLAY = ("play", "taste", "--seed", "3", "--order", "visible-first")


def reader(home: Home, pack: Pack) -> Reader:
    """The one play there is."""
    return Reader(pack, until("a record", lambda: home.plays)[0])


def colours(picture: pygame.Surface, step: int = 24) -> set[tuple[int, ...]]:
    """What a sample of its points looks like."""
    wide, tall = picture.get_size()
    return {tuple(picture.get_at((x, y)))[:3] for x in range(0, wide, step) for y in range(0, tall, step)}


def on_the_street(seen: View) -> bool:
    """Whether one can walk."""
    return seen.phase == "street"


def test_the_title_walks_out_onto_the_street_of_a_play(screen: Display, home: Home, pack: Pack) -> None:
    with game(home, screen) as at:
        at.key("Right")
        seen = reader(home, pack).now
        assert (seen.phase, seen.day) == ("street", 1)


def test_m_turns_the_sound_off_at_once_and_it_stays_off(screen: Display, home: Home) -> None:
    with game(home, screen) as at:
        time.sleep(0.5)
        at.key("m")
        until("silence", lambda: likes(home).get("muted") is True)


def likes(home: Home) -> dict[str, object]:
    """The settings as they are kept now."""
    kept: dict[str, object] = json.loads(home.settings.read_text(encoding="utf-8")) if home.settings.exists() else {}
    return kept


def test_the_first_start_asks_once_and_the_arrow_walks_out_all_the_same(
    screen: Display, home: Home, pack: Pack
) -> None:
    home.settings.unlink()
    card = First(Settings()).tree(Frame()).box
    with game(home, screen) as at:
        until("that it was asked", lambda: likes(home).get("asked") is True)
        time.sleep(0.5)
        x, y = round(card.x + 8), round(card.centre[1])
        assert tuple(screen.picture().get_at((x, y)))[:3] == (255, 255, 255)
        at.key("Right")
        seen = reader(home, pack).now
        assert (seen.phase, seen.day) == ("street", 1)
    with game(home, screen) as at:
        time.sleep(1)
        assert tuple(screen.picture().get_at((x, y)))[:3] != (255, 255, 255)


@pytest.mark.parametrize("hand", ["keys", pytest.param("mouse", marks=pytest.mark.long)])
def test_cases_are_sorted_before_the_first_step_by_either_hand_and_the_street_waits(
    screen: Display, home: Home, pack: Pack, hand: str
) -> None:
    with game(home, screen, *PLAY) as at:
        play = reader(home, pack)
        time.sleep(0.5)
        path = home.plays[0]
        deal = dealt(pack.cases, 3)
        assert deal is not None
        offer = Offer(lambda: Sorting(deal.before, deal.trays, {}, lambda *_: None, lambda: None, ("", "")))
        sorting = offer.sorting()
        stops = [(offer, "sort"), *[(sorting, f"tray.{tray.kind}") for tray in deal.trays[:3]]]
        for number, (top, key) in enumerate(stops):
            box = top.tree(Frame(at.size)).find(key)
            assert box is not None
            if hand == "keys":
                at.key("c" if number == 0 else str(number))
            else:
                at.click(*box.box.centre)
            time.sleep(0.5)
        put = {case.id: tray.kind for case, tray in zip(deal.before, deal.trays[:3], strict=False)}
        until("three cards", lambda: read_said(path).check.before == put)
        at.key("Escape")
        time.sleep(0.3)
        before = len(play.lines)
        player = Keyboard(at, play)
        player.turn()
        assert len(play.lines) > before and read_said(path).check.before == put


@pytest.mark.long
def test_pulling_at_the_window_loses_nothing(screen: Display, home: Home, pack: Pack) -> None:
    with game(home, screen, *PLAY) as at:
        play = reader(home, pack)
        player = Mouse(at, play)
        player.go_on(on_the_street)
        for size in ((640, 700), (1100, 480), (1280, 720)):
            lines = play.lines
            at.resize(*size)
            assert len(colours(screen.picture().subsurface((0, 0, *size)), 10)) > 30
            player.turn()
            assert play.lines[: len(lines)] == lines
            assert len(play.lines) > len(lines)


@pytest.mark.parametrize("size", [(480, 270), (2560, 1440)], ids=lambda size: "x".join(map(str, size)))
def test_a_tiny_and_a_huge_window_can_be_played_in(
    size: tuple[int, int], home: Home, pack: Pack, tmp_path: Path
) -> None:
    words = (*PLAY, "--size", "x".join(map(str, size)))
    with display(tmp_path / "screen", *size) as on, game(home, on, *words, size=size) as at:
        assert f"Geometry: {size[0]}x{size[1]}" in at.tool("getwindowgeometry", at.window)
        player = Mouse(at, reader(home, pack))
        player.go_on(on_the_street)
        time.sleep(0.5)
        assert len(colours(on.picture(), size[0] // 53)) > 40


def test_the_size_of_the_window_is_kept_for_the_next_time(screen: Display, home: Home, pack: Pack) -> None:
    with game(home, screen, *PLAY) as at:
        player = Keyboard(at, reader(home, pack))
        player.go_on(on_the_street)
        at.resize(900, 600)
        player.know()
        quit_by_keys(at)
        assert at.left() == 0
    with game(home, screen) as at:
        until("the old size", lambda: "Geometry: 900x600" in at.tool("getwindowgeometry", at.window))


def quit_by_keys(at: Game) -> None:
    """The menu's last entry."""
    at.key("Escape")
    time.sleep(0.3)
    at.key("shift+Tab")
    at.key("Return")


def test_what_was_played_before_a_sudden_end_is_there_after_it(screen: Display, home: Home, pack: Pack) -> None:
    with game(home, screen, *PLAY) as at:
        play = reader(home, pack)
        Keyboard(at, play).go_on(on_the_street)
        at.tool("keydown", "Right")
        time.sleep(0.4)
        at.kill()
        at.tool("keyup", "Right")
    before = whole(play)
    with game(home, screen) as at:
        player = Keyboard(at, play)
        at.key("Right")  # the title's one hint continues the latest play
        time.sleep(2.0)
        player.turn()
        assert len(home.plays) == 1
        after = whole(play)
        assert after.lines[: len(before.lines)] == before.lines
        assert len(after.lines) > len(before.lines)


def whole(play: Reader) -> Record:
    """The record as it is on the disk; nothing of it torn."""
    assert play.look() is not None
    assert play.record is not None
    assert not play.record.torn
    return play.record


@pytest.mark.parametrize("names", [{}, {"DISPLAY": ":4711"}], ids=["no display", "a display that is not there"])
@pytest.mark.parametrize("words", [(), PLAY], ids=["title", "play"])
def test_without_a_screen_it_says_so_and_ends_with_code_1(
    words: tuple[str, ...], names: dict[str, str], home: Home
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "game", *words], cwd=home.folder, env=home.env(**names), capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "there is no screen to open a window on" in done.stderr
    assert "good-standing demo" in done.stderr
    assert "Traceback" not in done.stderr
    assert not home.plays
