"""The desk holds screens over a play and does what they answer; no window is needed."""

import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.journal import CannotWrite, Session
from game.model.acts import Act
from game.screens.kit.answers import Do, Key, Order, Pointer, Pop, Push, Quit
from game.screens.leaf import Leaf
from game.screens.plays import Menu, Notice, Plays
from game.screens.preferences import Preferences
from game.screens.saved import Settings
from game.screens.title import Title
from game.shell.desk import Desk
from game.shell.library import Folder


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return Folder(tmp_path_factory.mktemp("plays"))


@pytest.fixture
def desk(library: Folder) -> Desk:
    for one in library.saved():
        library.delete(one.play)
    made = Desk(Settings(still=True), clock=lambda: 0.0)
    made.ready(library)
    return made


def test_the_title_needs_neither_pydantic_nor_the_level_files() -> None:
    code = (
        "import sys, pygame; from game.shell.desk import Desk; from game.screens.saved import Settings;"
        "desk = Desk(Settings()); desk.paint(pygame.Surface((960, 540)));"
        "print(sorted(set(sys.modules) & {'pydantic', 'yaml', 'game.model', 'game.content', 'game.rules'}))"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_walking_out_of_the_title_is_walking_in_the_play(desk: Desk) -> None:
    """No page stands between the first key and the first step."""
    desk.feed(Key("right"))
    assert desk.play is not None
    assert desk.play.view().phase == "street" and desk.play.view().day == 1


def test_a_key_pressed_before_the_levels_are_read_is_not_lost(library: Folder) -> None:
    desk = Desk(Settings(still=True), clock=lambda: 0.0)
    desk.feed(Key("right"))
    assert desk.play is None
    desk.ready(library)
    desk.tick(1 / 30)
    assert desk.play is not None


def test_level_files_that_cannot_be_read_are_said_instead_of_played() -> None:
    desk = Desk(Settings(still=True), clock=lambda: 0.0)
    desk.failed("levels/x.yaml:3:1: unknown key")
    assert isinstance(desk.screens[-1], Notice)
    desk.apply(Pop())
    desk.feed(Key("right"))
    assert desk.play is None and isinstance(desk.screens[-1], Notice)


def test_a_play_is_continued_where_it_was_left(desk: Desk, library: Folder) -> None:
    desk.feed(Key("right"))
    desk.apply(Do(Act(do="look", what="lantern")))
    assert desk.play is not None
    before = desk.play.view()
    again = Desk(Settings(still=True), clock=lambda: 0.0)
    again.ready(library)
    again.feed(Key("right"))
    assert again.play is not None
    assert again.play.view() == before


def test_an_act_that_is_not_possible_now_is_said_and_changes_nothing(desk: Desk) -> None:
    desk.feed(Key("right"))
    assert desk.play is not None
    before = desk.play.view()
    desk.apply(Do(Act(do="home")))
    assert isinstance(desk.screens[-1], Notice)
    assert desk.play.view() == before


def test_a_full_disk_is_said_at_once_and_the_play_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.feed(Key("right"))

    def full(self: Session, text: str, *, new: bool = False) -> None:
        if self.path is not None:
            self.path = None
            raise CannotWrite(28, "no room")

    monkeypatch.setattr(Session, "_write", full)
    desk.apply(Do(Act(do="look", what="lantern")))
    assert isinstance(desk.screens[-1], Notice) and desk.screens[-1].unsaved
    assert desk.play is not None and desk.play.view().phase != "morning"
    desk.apply(Pop())
    assert not isinstance(desk.screens[-1], Notice)


def test_escape_opens_the_menu_and_the_menu_leads_back_to_the_title(desk: Desk) -> None:
    desk.feed(Key("right"))
    desk.feed(Key("escape"))
    assert isinstance(desk.screens[-1], Menu)
    desk.apply(Order("title"))
    assert desk.screens == [desk.title] and desk.title.latest is not None


def test_escape_opens_the_menu_on_the_street_too(desk: Desk) -> None:
    desk.feed(Key("right"))
    assert desk.play is not None and desk.play.view().phase == "street"
    desk.feed(Key("escape"))
    assert isinstance(desk.screens[-1], Menu)
    desk.feed(Key("escape"))
    assert desk.screens[-1].kind == "street"


def test_settings_take_effect_at_once_and_are_told_to_the_keeper(library: Folder) -> None:
    kept: list[Settings] = []
    desk = Desk(Settings(), keep=kept.append, clock=lambda: 0.0)
    desk.apply(Push(Preferences(desk.settings)))
    desk.apply(Order("set", {"text": 160}))
    assert desk.frame.zoom == 1.6
    assert kept[-1].text == 160
    screen = desk.screens[-1]
    assert isinstance(screen, Preferences) and screen.settings.text == 160


def test_deleting_asks_first_and_then_wipes_the_file(desk: Desk, library: Folder) -> None:
    desk.feed(Key("right"))
    desk.apply(Order("title"))
    play = library.saved()[0].play
    desk.apply(Push(Plays(library.saved(), library.offers())))
    node = desk.screens[-1].tree(desk.frame).find(f"delete.{play}")
    assert node is not None
    answer = node.press()
    assert isinstance(answer, Push)
    desk.apply(answer)
    assert [one.play for one in library.saved()] == [play]
    desk.screens[-1].focus = "yes"
    desk.feed(Key("enter"))
    assert library.saved() == ()
    assert isinstance(desk.screens[-1], Plays)
    assert f"delete.{play}" not in {node.key for node in desk.screens[-1].tree(desk.frame).walk()}


@pytest.mark.parametrize("still", [True, False])
def test_walking_out_before_the_plays_are_read_still_continues_the_latest(library: Folder, still: bool) -> None:
    begun = library.new("taste", seed=3, order="", untimed=False)
    desk = Desk(Settings(still=still), clock=lambda: 0.0)
    desk.feed(Key("right"))
    for _ in range(60):
        desk.tick(1 / 30)
    assert desk.play is None
    desk.ready(library)
    desk.tick(1 / 30)
    assert isinstance(desk.play, Session)
    assert desk.play.header == begun.header


def test_a_list_of_plays_that_is_opened_too_early_fills_by_itself(library: Folder) -> None:
    desk = Desk(Settings(still=True), clock=lambda: 0.0)
    desk.apply(Push(Plays((), ())))
    assert desk.screens[-1].tree(desk.frame).find("new.taste") is None
    desk.ready(library)
    assert desk.screens[-1].tree(desk.frame).find("new.taste") is not None


@pytest.mark.parametrize("phase", ["ask", "moment", "place"])
def test_the_menu_can_be_opened_with_the_mouse_alone(desk: Desk, phase: str) -> None:
    desk.apply(Order("new", {"campaign": "taste", "seed": 3}))
    assert isinstance(desk.play, Session)
    for _ in range(200):
        seen = desk.play.view()
        if seen.phase == phase:
            break
        acts = desk.play.legal()
        want = "visit" if phase == "place" else "meet" if Act(do="meet") in acts else "home"
        desk.apply(Do(next((act for act in acts if act.do == want), acts[0])))
    mark = next(node for one in desk.screens if (node := one.tree(desk.frame).find("menu")))
    desk.feed(Pointer("down", *mark.box.centre))
    desk.feed(Pointer("up", *mark.box.centre))
    assert isinstance(desk.screens[-1], Menu)
    assert desk.play.view().phase == phase


def test_time_spent_is_measured_between_acts(library: Folder) -> None:
    now = [10.0]
    desk = Desk(Settings(still=True), clock=lambda: now[0])
    desk.ready(library)
    desk.apply(Order("new", {"campaign": "taste", "seed": 3}))
    now[0] = 12.5
    desk.apply(Do(Act(do="look", what="lantern")))
    assert isinstance(desk.play, Session)
    assert desk.play.lines[-1].ms == 2500


def test_only_what_is_seen_is_drawn_and_quitting_ends_it(desk: Desk) -> None:
    desk.paint(pygame.Surface((640, 360)))
    assert not desk.stale
    desk.apply(Push(Leaf("A", ("b",))))
    assert desk.stale
    desk.apply(Quit())
    assert desk.done


@pytest.mark.parametrize("size", [(200, 100), (480, 270), (1280, 720), (800, 1400), (3000, 700)])
def test_the_title_is_drawn_at_any_size(size: tuple[int, int]) -> None:
    surface = pygame.Surface(size)
    desk = Desk(Settings(text=160), clock=lambda: 0.0)
    desk.paint(surface)
    assert len({surface.get_at((x, size[1] // 2))[:3] for x in range(0, size[0], 7)}) > 3


def test_the_title_fits_at_every_text_size_and_can_be_tabbed_through(library: Folder) -> None:
    for text in (100, 130, 160, 200):
        desk = Desk(Settings(text=text), clock=lambda: 0.0)
        desk.ready(library)
        root = desk.title.tree(desk.frame)
        assert all(node.box.x >= 0 and node.box.right <= 1280 and node.box.bottom <= 720 for node in root.walk())
        keys = [node.key for node in root.focusables()]
        assert {"walk", "plays", "settings", "note", "about"} <= set(keys)


def test_behind_a_small_page_time_stands_still(desk: Desk) -> None:
    lively = Desk(Settings(), clock=lambda: 0.0)
    surface = pygame.Surface(lively.size)
    lively.paint(surface)
    lively.tick(1.0)
    assert lively.stale
    lively.apply(Push(Leaf("A", ("b",))))
    lively.paint(surface)
    age = lively.title.age
    lively.tick(1.0)
    assert not lively.stale and lively.title.age == age


def test_n_opens_the_note_from_the_title(desk: Desk) -> None:
    desk.feed(Key("n"))
    assert "only on this computer" in " ".join(getattr(desk.screens[-1], "lines", ()))
    desk.feed(Key("escape"))
    assert isinstance(desk.screens[-1], Title)




def test_any_key_tells_the_screens_in_sight_that_somebody_is_there(library: Folder) -> None:
    desk = Desk(Settings(), clock=lambda: 0.0)
    desk.ready(library)
    for _ in range(300):
        desk.tick(0.1)
    assert desk.title.left_alone and desk.left_alone
    desk.feed(Key("tab"))
    assert not desk.title.left_alone and not desk.left_alone


def test_a_screen_that_fills_the_window_leaves_nothing_of_what_was_there(library: Folder) -> None:
    """Nothing is wiped away before it, in a window of the sheet's own shape; in any other the bars are."""
    for size in ((1280, 720), (960, 540), (1000, 720), (1280, 600)):
        desk = Desk(Settings(size=size, still=True), clock=lambda: 0.0)
        desk.ready(library)
        for _ in range(2):  # the title, then the street
            assert desk.screens[0].covers
            seen = []
            for rubbish in ("#FF00FF", "#00FF00"):
                surface = pygame.Surface(size)
                surface.fill(rubbish)
                desk.paint(surface)
                seen.append(pygame.image.tobytes(surface, "RGB"))
            assert seen[0] == seen[1], (size, desk.screens[0].kind)
            desk.feed(Key("right"))
            desk.tick(1 / 30)
            desk.feed(Key("right", down=False))
