"""With a gamepad alone: a whole play, the debrief, and every page at the edge."""

import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.screens.debrief.objection import Objecting
from game.screens.debrief.screen import Debrief
from game.screens.kit.answers import Key, Order
from game.screens.plays import Menu, Plays
from game.screens.preferences import Preferences
from game.screens.saved import Settings
from game.screens.street import Street
from game.shell.pad import BUTTONS, UNKNOWN, Pad
from tests.shell.padded import (
    BACK,
    DOWN,
    LB,
    LEFT_X,
    LEFT_Y,
    RB,
    RIGHT,
    START,
    UP,
    A,
    B,
    Player,
    X,
    Y,
    axis,
    button,
)

ASKS = {"unpack", "diary", "pegs", "chalk", "token", "pick", "dial", "chair"}
MODES = {"sheet", "walk", "wait", "counter", "line"}


def street(tmp_path: Path, **wishes: bool) -> Player:
    """On the first morning, without the card that is offered."""
    player = Player(tmp_path, Settings(still=True, **wishes))  # type: ignore[arg-type]
    player.desk.apply(Order("new", {"campaign": "taste", "seed": 3, "order": "visible-first"}))
    while not isinstance(player.top, Street):
        player.press(B)
    return player


@pytest.mark.parametrize("order", ["visible-first", "hidden-first"])
def test_a_taste_is_played_whole_by_gamepad_into_the_debrief_and_through_its_pages(tmp_path: Path, order: str) -> None:
    player = Player(tmp_path)
    player.desk.apply(Order("new", {"campaign": "taste", "seed": 3, "order": order}))
    player.play()
    assert player.view.matched_done == player.view.matched_all == 16
    player.use("close")
    screen = player.top
    assert isinstance(screen, Debrief)
    read = [screen.page.id]
    while screen.at < len(screen.pages) - 1:
        player.press(RIGHT)
        read.append(screen.page.id)
        for _ in range(3):
            player.press(RB, DOWN)
        player.press(LB, B) if screen.focus.partition(".")[0] != "tab" else player.press(LB)
    assert read == [page.id for page in screen.pages]


@pytest.mark.long
def test_every_kind_of_thing_that_asks_and_of_moment_can_be_worked_by_gamepad(tmp_path: Path) -> None:
    met: set[str] = set()
    for order in ("visible-first", "hidden-first"):
        player = Player(tmp_path / order)
        player.desk.apply(Order("new", {"campaign": "full", "seed": 3, "order": order}))
        player.play(4000)
        met |= player.met
    assert met == ASKS | MODES


def test_from_the_title_the_pages_at_the_edge_are_reached_and_left(tmp_path: Path) -> None:
    player = Player(tmp_path)
    for key, kind in (("settings", Preferences), ("plays", Plays)):
        player.use(key)
        assert isinstance(player.top, kind)
        player.press(B)
        assert player.top is player.desk.title
    player.use("settings")
    player.use("text.160")
    assert player.desk.settings.text == 160
    player.use("volume.0") if player.top.focus != "volume.0" else None
    player.press(RIGHT)
    assert player.desk.settings.volumes[0] == 9


def test_start_walks_out_of_the_title_opens_the_menu_and_shuts_it(tmp_path: Path) -> None:
    player = Player(tmp_path, Settings(still=True))
    player.press(START)
    assert player.desk.play is not None and player.view.phase == "street"
    while not isinstance(player.top, Street):
        player.press(B)
    player.press(START)
    assert isinstance(player.top, Menu)
    player.press(START)
    assert isinstance(player.top, Street)


def test_the_stick_walks_once_it_is_out_of_its_dead_zone_and_stands_when_let_go(tmp_path: Path) -> None:
    player = street(tmp_path)
    walker = player.top.outing.walker  # type: ignore[attr-defined]
    x = walker.x
    player.give(axis(LEFT_X, 0.4))
    player.wait(0.5)
    assert walker.x == x
    player.give(axis(LEFT_X, 0.9))
    player.wait(0.5)
    player.give(axis(LEFT_X, 0.4))  # a thumb that grows tired still walks
    player.wait(0.2)
    assert walker.x > x + 100 and walker.moving
    player.give(axis(LEFT_X, 0.1))
    player.wait(0.6)  # one slows down before one stands
    assert not walker.moving


def test_a_thumb_that_walks_does_not_open_doors(tmp_path: Path) -> None:
    player = street(tmp_path)
    player.give(axis(LEFT_X, 0.7))
    player.give(axis(LEFT_Y, -0.8))
    player.give(axis(LEFT_X, 0.5))
    player.wait(0.2)
    assert player.view.phase == "street" and player.top.outing.walker.heading == 1  # type: ignore[attr-defined]


def test_held_in_a_list_it_goes_on_from_line_to_line_and_on_the_street_it_does_not(tmp_path: Path) -> None:
    player = Player(tmp_path)
    player.use("settings")
    first = player.top.focus
    player.give(button(DOWN))
    player.wait(0.3)
    second = player.top.focus
    player.wait(1.0)
    assert len({first, second, player.top.focus}) == 3
    player.give(button(DOWN, down=False))
    held = player.top.focus
    player.wait(1.0)
    assert player.top.focus == held
    there = street(tmp_path / "street")
    there.give(button(UP))  # in at one's own door
    before = there.view
    there.wait(2.0)
    assert there.view == before


def test_a_held_down_button_presses_once(tmp_path: Path) -> None:
    player = Player(tmp_path)
    player.desk.apply(Order("new", {"campaign": "taste", "seed": 3, "order": "visible-first"}))
    turn = 0
    while not (player.view.phase == "then" and player.top.kind == "then"):
        player._turn(turn)
        turn += 1
    player.wait(2.0)
    player.to("on")
    player.give(button(A))
    phase = player.view.phase
    after = player.view
    player.wait(5.0)
    assert phase != "then" and player.view == after


def test_y_looks_up_x_does_the_second_thing_and_back_is_for_whoever_is_read_to(tmp_path: Path) -> None:
    player = street(tmp_path)
    top = player.top
    assert isinstance(top, Street)
    player.press(Y)
    assert top.gaze > 0
    pad = Pad()
    assert [pad.keys(button(one))[0].name for one in (X, BACK)] == ["e", "f2"]
    assert pad.keys(button(X, down=False)) == [Key("e", down=False)]


def test_signs_name_the_buttons_once_the_pad_is_in_the_hand_and_the_keys_again_after_a_key(tmp_path: Path) -> None:
    player = street(tmp_path)
    player.press(Y)
    assert player.desk.frame.key("l") == "Y"
    player.give(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0))
    assert player.desk.frame.key("l") == "L"


def test_words_of_ones_own_can_be_left_out(tmp_path: Path) -> None:
    player = Player(tmp_path)
    player.desk.apply(Order("new", {"campaign": "taste", "seed": 3, "order": "visible-first"}))
    player.play()
    player.use("close")
    screen = player.top
    assert isinstance(screen, Debrief)
    at = next(n for n, page in enumerate(screen.pages) if page.findings)
    while screen.at < at:
        player.press(RIGHT)
    player.use(f"object.{screen.page.findings[0].id}")
    assert isinstance(player.top, Objecting)
    player.press(B)
    assert player.top is screen
    player.use(f"object.{screen.page.findings[0].id}")
    player.use("keep")
    assert screen.page.findings[0].id in player.top.said.objections  # type: ignore[attr-defined]


def test_what_sdl_has_no_table_for_is_read_as_most_are_built() -> None:
    pad = Pad()
    pad._plain.add(7)
    make = pygame.event.Event
    down = [pad.keys(make(pygame.JOYBUTTONDOWN, button=n, instance_id=7)) for n in range(len(UNKNOWN) + 1)]
    assert down == [*([Key(name)] for name in UNKNOWN), []]
    assert set(UNKNOWN) <= set(BUTTONS.values())
    assert pad.keys(make(pygame.JOYHATMOTION, value=(-1, 0), instance_id=7)) == [Key("left")]
    assert pad.keys(make(pygame.JOYHATMOTION, value=(0, 1), instance_id=7)) == [Key("left", down=False), Key("up")]
    assert pad.keys(make(pygame.JOYBUTTONDOWN, button=0, instance_id=8)) == []  # that one SDL knows: it comes twice


def test_a_pad_that_is_pulled_out_lets_go_of_what_it_held_and_none_is_no_trouble() -> None:
    pad = Pad()
    pad.start()
    assert pad.started
    pad.keys(axis(LEFT_X, 1.0))
    gone = pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=0)
    assert pad.keys(gone) == [Key("right", down=False)]
    assert pad.keys(pygame.event.Event(pygame.CONTROLLERDEVICEADDED, device_index=5)) == []


# SDL can be asked for a gamepad that nobody holds: its own events, through the game's own loop.
VIRTUAL = """
import ctypes, sys, tempfile
import subprocess
import sys
from pathlib import Path
import pygame
from game.screens.plays import Menu
from game.screens.street import Street
from game.shell.app import Start, run

folder, step = Path(tempfile.mkdtemp()), []
known = int(sys.argv[1])

def drawn(desk):
    desk.dirty = True
    if not any(isinstance(one, Street) for one in desk.screens):
        return
    step.append(1)
    if len(step) == 1:
        desk.screens = [one for one in desk.screens if isinstance(one, Street)]
        name = next(line.split()[-1] for line in open("/proc/self/maps") if "libSDL2-2" in line)
        step.append(ctypes.CDLL(name))
    sdl = step[1]
    turn = len(step) - 2
    if turn == 10:
        sdl.SDL_JoystickOpen.restype = ctypes.c_void_p
        drawn.at = sdl.SDL_JoystickAttachVirtual(known, 6, 15, 0)
        drawn.pad = ctypes.c_void_p(sdl.SDL_JoystickOpen(drawn.at))
        drawn.x = desk.screens[-1].outing.walker.x
    if turn == 20:
        sdl.SDL_JoystickSetVirtualAxis(drawn.pad, 0, ctypes.c_int16(30000))
    if turn == 50:
        walker = desk.screens[-1].outing.walker
        print("walks", walker.heading == 1 and walker.x > drawn.x, end=" ")
        sdl.SDL_JoystickDetachVirtual(drawn.at)
    if turn == 60:
        print("stands", not desk.screens[-1].outing.walker.moving, end=" ")
        drawn.at = sdl.SDL_JoystickAttachVirtual(known, 6, 15, 0)
        drawn.pad = ctypes.c_void_p(sdl.SDL_JoystickOpen(drawn.at))
    if turn == 70:
        sdl.SDL_JoystickSetVirtualButton(drawn.pad, 1, 1)
    if turn == 80:
        print("menu", isinstance(desk.screens[-1], Menu))
        desk.done = True

run(Start(size=(480, 270), plays=folder, campaign="taste", seed=3), settings_file=folder / "s.json", after_frame=drawn)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the library is found by /proc")
@pytest.mark.parametrize("known", [1, 0], ids=["in the table", "not in it"])
def test_a_pad_of_sdls_own_comes_walks_goes_and_comes_again(known: int) -> None:
    words = [sys.executable, "-c", VIRTUAL, str(known)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=90, check=False)
    if "StopIteration" in done.stderr or "undefined symbol" in done.stderr:
        pytest.skip("this build of SDL has no virtual gamepad")
    assert done.stdout.splitlines()[-1] == "walks True stands True menu True", done.stderr
