"""Keys are shown, can be changed, and nobody can lock themselves out."""

import json
from pathlib import Path

import pygame
import pytest

from game.screens.keys_page import KeysPage
from game.screens.kit import bindings
from game.screens.kit.answers import Input, Key, Order, Pop, Push, Typed
from game.screens.kit.bindings import ACTIONS, FIXED, given, kept, key_of, plain_of
from game.screens.kit.frame import Frame
from game.screens.kit.node import outline
from game.screens.plays import Menu
from game.screens.preferences import Preferences
from game.screens.saved import Settings
from game.screens.street import Street
from game.shell import settings
from game.shell.controls import Controls
from game.shell.desk import Desk
from game.shell.keys import plain
from game.shell.library import Folder
from tests.screens.test_layout import SIZES, ZOOMS, Shot, faults

SIZE = (1280, 720)
PLAIN = Frame()


def down(key: int, *, up: bool = False) -> pygame.Event:
    return pygame.event.Event(pygame.KEYUP if up else pygame.KEYDOWN, key=key, mod=0)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(Settings(still=True), clock=lambda: 0.0)
    made.ready(Folder(tmp_path))
    return made


def typed(desk: Desk, *keys: int) -> None:
    """Keys of the keyboard, one after the other, as the loop takes them."""
    controls = Controls()
    for key in keys:
        for event in (down(key), down(key, up=True)):
            for one in controls.take(event, SIZE, desk):
                desk.feed(one)


def test_without_a_change_a_key_is_what_is_printed_on_it() -> None:
    assert all(plain_of(one.plain, ()) == key_of(one.plain, ()) == one.plain for one in ACTIONS)


def test_a_changed_key_gives_the_plain_name_and_the_old_one_gives_nothing() -> None:
    pairs, other = given((), "l", "k")
    assert (pairs, other) == ((("l", "k"),), "")
    assert plain(down(pygame.K_k), SIZE, pairs) == Key("l")
    assert plain(down(pygame.K_l), SIZE, pairs) is None
    assert plain(down(pygame.K_e), SIZE, pairs) == Key("e")


def test_two_that_clash_change_places_so_that_each_still_has_a_key() -> None:
    pairs, other = given((), "h", "l")
    assert other == "l"
    assert (plain_of("l", pairs), plain_of("h", pairs)) == ("h", "l")
    keys = [key_of(one.plain, pairs) for one in ACTIONS]
    assert len(set(keys)) == len(keys)
    back, _ = given(pairs, "h", "h")
    assert back == ()


@pytest.mark.parametrize("key", FIXED)
def test_the_keys_of_every_menu_cannot_be_given_away(key: str) -> None:
    with pytest.raises(ValueError, match=key):
        given((), "l", key)
    assert plain_of(key, (("l", key),)) == key  # not even by a settings file written by hand


def test_the_settings_file_is_read_pair_by_pair(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    wild = [["l", "k"], ["l"], "x", ["nothing", "j"], ["e", "enter"], ["h", 3], ["p", ""], ["m", "u"], ["n", "\n"]]
    path.write_text(json.dumps({"keys": wild, "text": 130, "sure": "yes", "learnt": [1]}), encoding="utf-8")
    assert settings.read(path) == Settings(text=130, keys=(("l", "k"), ("m", "u")))
    twice = kept([["l", "k"], ["h", "k"]])
    assert len({key_of(one.plain, twice) for one in ACTIONS}) == len(ACTIONS)
    wish = Settings(keys=(("l", "k"),), sure=True, learnt=("walk",))
    settings.write(path, wish)
    assert settings.read(path) == wish


def test_each_action_stands_on_the_page_with_its_keys_and_its_button() -> None:
    said = outline(KeysPage(Settings(keys=(("l", "f5"),))).tree(PLAIN))
    for one in ACTIONS:
        assert f'"{one.name}"' in said
    assert '"Look up at the Lantern" = F5 (gamepad: Y)' in said
    assert '"Use what is here, go in" = Up, Enter, Space, W (gamepad: A)' in said


def test_a_row_is_pressed_then_a_key_and_hints_name_it(desk: Desk) -> None:
    desk.apply(Order("new", {"campaign": "taste", "seed": 3}))
    desk.apply(Push(KeysPage(desk.settings)))
    desk.touch("key.l")
    assert "press a key" in outline(desk.screens[-1].tree(desk.frame))
    typed(desk, pygame.K_k)
    assert desk.settings.keys == (("l", "k"),) and desk.frame.key("l") == "K"
    desk.apply(Pop())
    while not isinstance(street := desk.screens[-1], Street):
        desk.apply(Pop())
    typed(desk, pygame.K_l)
    assert street.gaze == 0
    typed(desk, pygame.K_k)
    assert street.gaze > 0


def test_a_clash_is_said_and_solved_and_all_can_be_as_it_was(desk: Desk) -> None:
    desk.apply(Push(KeysPage(desk.settings)))
    desk.touch("key.h")
    typed(desk, pygame.K_m)
    page = desk.screens[-1]
    assert isinstance(page, KeysPage)
    assert page.said == "M was the key for “Sound off and on”. That one is now on H."
    assert not desk.settings.muted  # the key was for the row, not for the sound
    typed(desk, pygame.K_h)
    assert desk.settings.muted
    desk.touch("key.h")
    typed(desk, pygame.K_RETURN)
    assert page.said == "Enter always does what it does. Choose another."
    desk.touch("as_it_was")
    assert desk.settings.keys == ()


def test_escape_leaves_a_waiting_row_as_it_was_and_then_the_page(desk: Desk) -> None:
    desk.apply(Push(KeysPage(desk.settings)))
    desk.touch("key.h")
    typed(desk, pygame.K_ESCAPE)
    assert isinstance(desk.screens[-1], KeysPage) and desk.settings.keys == ()
    typed(desk, pygame.K_ESCAPE)
    assert desk.screens[-1] is desk.title


def test_the_page_is_reached_from_the_settings_and_from_the_menu() -> None:
    for screen in (Preferences(Settings()), Menu(Settings())):
        found = screen.tree(PLAIN).find("keys")
        answer = found.press() if found else None
        assert isinstance(answer, Push) and isinstance(answer.screen, KeysPage)


def test_where_one_writes_letters_are_letters_whatever_was_changed(desk: Desk) -> None:
    desk.apply(Order("set", {"keys": (("backspace", "a"), ("m", "b"))}))
    page = KeysPage(desk.settings)
    page.waits = "l"  # any screen on which letters are text
    desk.apply(Push(page))
    assert page.writing
    got: list[Input] = []
    page.on = lambda event, _frame: got.append(event)  # type: ignore[method-assign, assignment, func-returns-value]
    controls = Controls()
    for event in (down(pygame.K_a), pygame.event.Event(pygame.TEXTINPUT, text="a"), down(pygame.K_b)):
        for one in controls.take(event, SIZE, desk):
            desk.feed(one)
    assert got == [Key("a"), Typed("a"), Key("b")] and not desk.settings.muted


def test_all_that_a_screen_gives_a_letter_stands_on_the_page() -> None:
    """A new shortcut must be on the page, or it could be taken away unnoticed."""
    root = Path(bindings.__file__).parents[1]
    used = {
        part.partition('"')[0] for path in root.rglob("*.py")
        for part in path.read_text(encoding="utf-8").split('shortcut="')[1:]
    }  # fmt: skip
    letters = {one for one in used if len(one) == 1 and one.isalpha()}
    assert letters and letters <= set(bindings.KNOWN)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_page_is_whole_legible_and_within_reach_of_tab(size: tuple[int, int], zoom: float) -> None:
    screen = KeysPage(Settings(text=round(zoom * 100), keys=(("l", "k"),)))
    screen.said = "L was the key for “Look up at the Lantern”. That one is now on H."
    assert faults(Shot("keys", (screen,)), Frame(size=size, zoom=zoom)) == []
