"""How the game is held: what counts when, what can be taken back, what waits, and what is said once."""

import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.journal.pace import PLAN, minutes_left
from game.journal.past import past
from game.journal.session import Session
from game.model.acts import Act
from game.model.content import Pack
from game.model.record import Line
from game.model.view import View
from game.screens.before import Before
from game.screens.hints import STAY, Hints
from game.screens.kit.answers import Do, Key, Order, Pointer, Pop, Push
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import outline
from game.screens.kit.screen import Screen
from game.screens.leaf import Leaf
from game.screens.pages import Reading
from game.screens.paused import Paused
from game.screens.plays import Menu
from game.screens.saved import Settings
from game.screens.sheet import Sheet
from game.screens.street import Street
from game.shell.controls import SKIP_FIRST, Controls
from game.shell.desk import Desk
from game.shell.library import Folder
from tests.screens.tapping import tap
from tests.screens.test_layout import SIZES, ZOOMS, Shot, faults
from tests.screens.views import moment

SIZE = (1280, 720)
PLAIN = Frame()


class Watch:
    """A clock that is told the time."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def desk(tmp_path: Path, watch: Watch, pack: Pack) -> Desk:
    made = Desk(Settings(), clock=watch)
    made.ready(Folder(tmp_path, pack=pack))
    made.apply(Order("new", {"campaign": "taste", "seed": 3, "order": "visible-first"}))
    while not isinstance(made.screens[-1], Street):
        made.apply(Pop())
    return made


def forward(desk: Desk, phase: str, mode: str = "", most: int = 400) -> View:
    """Play on by the first thing that is possible, until it stands in that phase (and mode)."""
    assert isinstance(desk.play, Session)
    for _ in range(most):
        seen = desk.play.view()
        if seen.phase == phase and (not mode or (seen.moment is not None and seen.moment.mode == mode)):
            return seen
        acts = desk.play.legal()
        want = "visit" if phase == "place" else "meet" if Act(do="meet") in acts else "home"
        desk.apply(Do(next((act for act in acts if act.do == want), acts[0])))
    raise AssertionError(f"never in {phase} {mode}")


# A click


def test_a_click_counts_when_the_button_is_let_go_on_the_same_row() -> None:
    sheet = Sheet(moment("line"))
    row = sheet.tree(PLAIN).find("option.a")
    assert row is not None
    x, y = row.box.centre
    assert sheet.on(Pointer("down", x, y), PLAIN) is None
    assert sheet.on(Pointer("up", x, y), PLAIN) == Do(Act(do="choose", what="a"))


def test_whoever_has_pressed_the_wrong_row_draws_the_hand_away() -> None:
    sheet = Sheet(moment("line"))
    root = sheet.tree(PLAIN)
    a, b = root.find("option.a"), root.find("option.b")
    assert a is not None and b is not None
    for away in ((3.0, 3.0), b.box.centre):
        sheet.on(Pointer("down", *a.box.centre), PLAIN)
        sheet.on(Pointer("move", *away), PLAIN)
        assert sheet.on(Pointer("up", *away), PLAIN) is None
    assert sheet.on(Pointer("up", *a.box.centre), PLAIN) is None  # what went down elsewhere is past
    assert tap(sheet, *b.box.centre, PLAIN) == Do(Act(do="choose", what="b"))


# Asked again


def test_asked_again_a_row_is_taken_at_its_second_press_and_says_so_itself() -> None:
    sure = Frame(sure=True)
    sheet = Sheet(moment("line"))
    assert sheet.on(Key("1"), sure) is None
    assert "You asked to be asked" in outline(sheet.tree(sure))
    assert sheet.on(Key("2"), sure) is None  # another row is asked for anew
    assert sheet.on(Key("2"), sure) == Do(Act(do="choose", what="b"))
    assert Sheet(moment("line")).on(Key("1"), PLAIN) == Do(Act(do="choose", what="a"))


def test_what_a_regime_asks_twice_it_asks_all_the_same_and_in_its_own_words() -> None:
    """Friction is a part of the argument. The player's wish comes before it and takes nothing from it."""
    for frame in (Frame(sure=True), Frame()):
        sheet = Sheet(moment("line", friction="b"))
        assert sheet.on(Key("2"), frame) is None
        if frame.sure:
            assert sheet.detour is None and sheet.on(Key("2"), frame) is None
        assert sheet.detour is not None
        assert "You asked to be asked" not in outline(sheet.tree(frame))
        go_on = sheet.tree(frame).find("go_on")
        assert go_on is not None and go_on.press() == Do(Act(do="choose", what="b"))


def test_the_record_of_a_play_is_the_same_whether_one_is_asked_again_or_not(desk: Desk, tmp_path: Path) -> None:
    other = Desk(Settings(sure=True), clock=lambda: 0.0)
    other.ready(Folder(tmp_path / "other", pack=desk.library.pack))  # type: ignore[union-attr]
    other.apply(Order("new", {"campaign": "taste", "seed": 3, "order": "visible-first"}))
    lines = []
    for one in (desk, other):
        forward(one, "moment", "sheet")
        one.tick(1.0)
        for _ in range(2 if one.settings.sure else 1):
            one.feed(Key("1"))
        assert isinstance(one.play, Session)
        assert one.play.view().phase != "moment"
        lines.append([line.digest for line in one.play.lines][1:] and one.play.lines[-1].act)
    assert lines[0] == lines[1]


# Holding a key


def held(desk: Desk, seconds: float) -> None:
    """Enter, held down for so long."""
    controls = Controls()
    for one in controls.take(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0), SIZE, desk):
        desk.feed(one)
    for _ in range(round(seconds * 30)):
        for again in (pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0),):  # as a system may repeat it
            assert controls.take(again, SIZE, desk) == []
        for one in controls.tick(1 / 30, desk):
            desk.feed(one)
        desk.tick(1 / 30)


def test_a_held_key_presses_once_and_chooses_nothing(desk: Desk) -> None:
    forward(desk, "moment", "sheet")
    desk.tick(1.0)
    sheet = desk.screens[-1]
    assert isinstance(sheet, Sheet)
    sheet.focus = "scene"
    before = desk.view
    held(desk, 4.0)
    assert desk.view == before and desk.screens[-1] is sheet


def test_tab_that_comes_up_as_shift_and_tab_is_not_stuck(desk: Desk) -> None:
    controls = Controls()
    make, tab = pygame.event.Event, pygame.K_TAB
    for _ in range(3):
        assert controls.take(make(pygame.KEYDOWN, key=tab, mod=0), SIZE, desk) == [Key("tab")]
        assert controls.take(make(pygame.KEYUP, key=tab, mod=pygame.KMOD_LSHIFT), SIZE, desk) == [Key("backtab", False)]
        assert controls.tick(5.0, desk) == []


def test_a_page_that_was_never_read_does_not_turn_under_a_held_key(desk: Desk) -> None:
    forward(desk, "ledger")
    page = desk.screens[-1]
    page.focus = "title"  # the first press is for nothing
    held(desk, 4.0)
    assert desk.screens[-1] is page


def test_pages_that_were_read_before_turn_under_a_held_key(desk: Desk) -> None:
    forward(desk, "ledger")
    first = desk.view
    assert first is not None and first.page is not None
    desk.feed(Key("enter"))  # read, and turned
    again = Desk(desk.settings, clock=lambda: 0.0)
    again.ready(desk.library)  # type: ignore[arg-type]
    again.known = desk.known
    again.apply(Order("new", {"campaign": "taste", "seed": 3, "order": "visible-first"}))
    forward(again, "ledger")
    assert again.view == first
    page = again.screens[-1]
    page.focus = "title"
    held(again, SKIP_FIRST / 2)
    assert again.view == first
    held(again, SKIP_FIRST + 0.2)
    assert again.view is not None and again.view.phase != "ledger"


# Before this


@pytest.mark.parametrize("key", ["backspace", "pageup"])
def test_what_was_just_read_can_be_read_again_and_nothing_changes(desk: Desk, key: str) -> None:
    first = forward(desk, "moment", "sheet")
    assert first.moment is not None
    desk.apply(Do(Act(do="choose", what=first.moment.options[0].id)))
    came = desk.view
    assert came is not None
    assert isinstance(desk.play, Session)
    lines = list(desk.play.lines)
    desk.feed(Key(key))
    page = desk.screens[-1]
    assert isinstance(page, Before)
    said = outline(page.tree(desk.frame))
    assert first.moment.scene in said and f"You: {first.moment.options[0].text}" in said and came.then in said
    desk.feed(Key("escape"))
    assert desk.screens[-1].kind == "then" and desk.play.lines == lines


def test_a_small_mark_at_the_head_brings_it_for_the_mouse_and_a_screen_reader(desk: Desk) -> None:
    forward(desk, "moment", "sheet")
    mark = next(node for one in desk.screens if (node := one.tree(desk.frame).find("before")))
    assert mark.label == "Before this"
    desk.feed(Pointer("down", *mark.box.centre))
    assert isinstance(desk.screens[-1], Before)
    desk.feed(Key("escape"))
    assert "before" in {one.key for one in desk.heard().spots}
    desk.touch("before")
    assert isinstance(desk.screens[-1], Before)


def test_it_holds_ten_texts_the_latest_first_and_no_secret(desk: Desk) -> None:
    forward(desk, "ending", most=4000)
    assert isinstance(desk.play, Session)
    found = past(desk.play.pack, desk.play.header.setup, desk.play.lines)
    assert len(found) == 10
    assert [one.day for one in found] == sorted((one.day for one in found), reverse=True)
    secret = {event.why for line in desk.play.lines for event in line.events if event.secret and event.why}
    words = " ".join(part for one in found for part in (*one.lines, one.did, one.then, one.title))
    assert not [why for why in secret if why in words]


def test_at_the_beginning_there_is_nothing_before_this(desk: Desk) -> None:
    assert "Nothing yet" in outline(Before(()).tree(PLAIN))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_what_lies_over_a_play_is_whole_and_legible(desk: Desk, size: tuple[int, int], zoom: float) -> None:
    forward(desk, "ledger")
    assert isinstance(desk.play, Session) and desk.library is not None
    frame = Frame(size=size, zoom=zoom)
    page = desk.screens[-1]
    assert isinstance(page, Reading)
    page.left = 25
    menu = Menu(desk.settings, desk.view, 25)
    for name, screen in (("before", Before(desk.library.past(desk.play))), ("paused", Paused()), ("menu", menu),
                         ("evening", page)):  # fmt: skip
        found = faults(Shot(name, (screen,)), frame)
        assert [one for one in found if not one.endswith("on “Close”")] == []  # a paragraph that goes on below its pane


# The window has lost the focus


def test_when_nobody_looks_time_stands_still_and_the_first_touch_is_for_nothing_else(desk: Desk, watch: Watch) -> None:
    forward(desk, "moment", "wait")
    hand = desk.screens[-1]
    desk.tick(1.0)
    age, left = hand.age, hand.left  # type: ignore[attr-defined]
    desk.pause()
    desk.pause()
    assert isinstance(desk.screens[-1], Paused) and desk.screens[-2] is hand
    for _ in range(100):
        desk.tick(1.0)
    assert (hand.age, hand.left) == (age, left)  # type: ignore[attr-defined]
    before = desk.view
    desk.feed(Key("enter"))
    assert desk.screens[-1] is hand and desk.view == before


def test_the_time_away_is_not_time_spent_on_a_choice(desk: Desk, watch: Watch) -> None:
    first = forward(desk, "moment")
    assert first.moment is not None and isinstance(desk.play, Session)
    watch.now += 3.0
    desk.pause()
    watch.now += 500.0
    desk.feed(Pointer("down", 600, 300))
    watch.now += 2.0
    desk.apply(Do(Act(do="choose", what=first.moment.options[0].id)))
    assert desk.play.lines[-1].ms == 5000


def test_title_leaves_and_menus_need_no_pause(tmp_path: Path, desk: Desk) -> None:
    fresh = Desk(Settings(), clock=lambda: 0.0)
    fresh.pause()
    assert fresh.screens == [fresh.title]
    desk.apply(Push(Leaf("A", ("b",))))
    desk.pause()
    assert isinstance(desk.screens[-1], Leaf)


def test_a_screen_reader_presses_through_the_pause(desk: Desk) -> None:
    forward(desk, "moment", "sheet")
    desk.pause()
    assert [one.label for one in desk.heard().spots if one.press] == ["Go on"]
    desk.touch("go_on")
    assert isinstance(desk.screens[-1], Sheet)


# Hints


def live(desk: Desk, seconds: float) -> list[str]:
    """Let time pass with a window to draw on; the hints that stood in it."""
    surface, stood = pygame.Surface(SIZE), []
    for _ in range(round(seconds * 5)):
        desk.tick(0.2)
        desk.paint(surface)
        stood.append(desk.hints.now)
    return list(dict.fromkeys(filter(None, stood)))


def test_each_hint_stands_once_and_is_gone_for_good(desk: Desk, tmp_path: Path) -> None:
    assert live(desk, 2) == []  # one at a time: first how to walk
    desk.apply(Order("set", {"learnt": ("walk",)}))
    assert live(desk, STAY + 2) == ["use"]  # one's own door is at hand
    assert desk.settings.learnt == ("walk", "use")
    forward(desk, "moment", "sheet")
    assert live(desk, 1) == ["choose"]
    desk.feed(Key("1"))
    forward(desk, "street")
    assert live(desk, STAY + 1) == ["look"]
    assert set(desk.settings.learnt) >= {"use", "choose", "look"}
    again = Desk(desk.settings, clock=lambda: 0.0)
    again.ready(desk.library)  # type: ignore[arg-type]
    again.apply(Order("new", {"campaign": "taste", "seed": 4}))
    while not isinstance(again.screens[-1], Street):
        again.apply(Pop())
    assert "use" not in live(again, STAY)


def test_a_hint_that_is_seen_for_a_moment_again_and_again_has_been_read_as_well(desk: Desk) -> None:
    hints, street, over = Hints(), desk.screens[-1], ""
    for _ in range(5):  # a second on the street, and in through a door
        hints.follow(0.1, street, ("walk",))
        hints.draw_on(Canvas(pygame.Surface(SIZE)), [street], desk.frame)
        hints.follow(1.0, street, ("walk",))
        over = over or hints.follow(0.1, Screen(), ("walk",))
    assert over == "use"


def test_what_is_known_already_is_not_taught(desk: Desk) -> None:
    desk.apply(Do(Act(do="look", what="lantern")))
    assert "look" in desk.settings.learnt
    desk.feed(Key("escape"))
    assert isinstance(desk.screens[-1], Menu) and "menu" in desk.settings.learnt


def test_walking_is_taught_by_two_keys_until_one_has_walked(desk: Desk) -> None:
    assert any("Walk with the arrow keys" in one.label for one in desk.heard().spots)
    desk.feed(Key("right"))
    live(desk, 1.0)
    assert "walk" in desk.settings.learnt
    assert not any("Walk with the arrow keys" in one.label for one in desk.heard().spots)


def test_a_hint_names_the_key_in_force_and_is_heard(desk: Desk) -> None:
    desk.apply(Order("set", {"keys": (("l", "k"),), "learnt": ("use",)}))
    desk.hints.now = "look"
    assert any(one.label == "K: looks up at the Lantern" for one in desk.heard().spots)
    desk.hold_by(pad=True)
    assert any(one.label == "Y: looks up at the Lantern" for one in desk.heard().spots)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("what", ["use", "look", "menu"])
def test_no_hint_lies_over_words(desk: Desk, size: tuple[int, int], zoom: float, what: str) -> None:
    frame = Frame(size=size, zoom=zoom)
    hints = Hints()
    hints.now = what
    found = hints.placed(desk.screens, frame)
    assert found is not None
    box = found.box
    words = [node for one in desk.screens for node in one.tree(frame).walk() if node.role == "text" and node.box.w]
    assert not [node.label for node in words if _touch(node.box, box)]
    assert box.x >= 0 and box.right <= 1280 and box.bottom <= 720


def _touch(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


# What is still to come


def line(ms: int) -> Line:
    return Line(n=1, act=Act(do="on"), ms=ms, digest="")


def at(done: int, of: int = 40) -> View:
    return View(
        phase="street", world="daylight", light="dawn", watch="none", lantern="plain", day=1, days=6, weekday="Monday",
        clock="08:00", minutes_left=600, coins=0, tick=0, rest=5, ties=1, need=0, standing=None, at="no_7", way="row",
        matched_done=done, matched_all=of,
    )  # fmt: skip


def test_the_time_left_is_reckoned_from_the_players_own_pace() -> None:
    assert minutes_left(at(0), ()) == round(PLAN * 40 / 5) * 5
    quick, slow = [line(20_000)] * 20, [line(80_000)] * 20
    assert minutes_left(at(20), quick) == 10 and minutes_left(at(20), slow) == 25
    assert minutes_left(at(20), [*quick, line(3_600_000)]) == 10  # an hour elsewhere is no pace
    assert minutes_left(at(40), quick) == 0 and minutes_left(at(0, 0), ()) is None


def test_menu_and_evening_page_say_the_day_and_about_how_long_and_nothing_counts_down(desk: Desk) -> None:
    desk.feed(Key("escape"))
    assert "Day 1 of 5: about 15 minutes left, at the pace you have had." in outline(desk.screens[-1].tree(desk.frame))
    desk.feed(Key("escape"))
    forward(desk, "ledger")
    page = desk.screens[-1]
    said = [outline(page.tree(desk.frame)) for _ in range(2) if not desk.tick(30.0)]  # type: ignore[func-returns-value]
    assert said[0] == said[1] and "day 1 of 5 · about " in said[0].lower()


# Within a frame

PROMPT = """
import sys, tempfile, time
from pathlib import Path
import pygame
from game.screens.street import Street
from game.shell.app import Start, run

folder = Path(tempfile.mkdtemp())
marks = []

def picture(desk):
    return pygame.image.tobytes(pygame.display.get_surface(), "RGB")

def drawn(desk):
    if len(marks) > 1:
        print(marks[-1][0] != picture(desk), round(1000 * (time.monotonic() - marks[-1][1])))
        desk.done = True
    elif any(isinstance(one, Street) for one in desk.screens):
        desk.screens = [one for one in desk.screens if isinstance(one, Street)]
        marks.append((picture(desk), time.monotonic()))
        if len(marks) > 1:
            pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0))
        else:
            desk.dirty = True

folder_settings = folder / "settings.json"
folder_settings.write_text('{"still": true, "learnt": ["walk", "use", "choose", "look", "menu"]}')
start = Start(size=(1280, 720), plays=folder, campaign="taste", seed=3)
run(start, settings_file=folder_settings, after_frame=drawn)
"""


def test_the_next_frame_shows_what_a_key_has_done() -> None:
    """From the key in the queue to the changed picture in the window there is no other picture."""
    done = subprocess.run([sys.executable, "-c", PROMPT], capture_output=True, text=True, timeout=60, check=True)
    changed, took = done.stdout.split()[-2:]
    assert changed == "True" and int(took) < 500  # a slow machine paints slowly; nothing waits for a second turn


FOCUS = """
import sys, tempfile
from pathlib import Path
import pygame
from game.screens.paused import Paused
from game.screens.street import Street
from game.shell.app import Start, run

folder, turns = Path(tempfile.mkdtemp()), []
gained, lost = pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST
todo = [kind for kind in {kinds}]

def drawn(desk):
    desk.dirty = True
    if not any(isinstance(one, Street) for one in desk.screens):
        return
    if todo:
        pygame.event.post(pygame.Event(todo.pop(0), window=None))
        return
    turns.append(1)
    if len(turns) > 3:
        print(isinstance(desk.screens[-1], Paused))
        desk.done = True

run(Start(size=(640, 360), plays=folder, campaign="taste", seed=3), settings_file=folder / "s.json", after_frame=drawn)
"""


def test_only_a_focus_that_was_had_can_be_lost() -> None:
    for kinds, paused in (("(gained, lost)", "True"), ("(gained, lost, gained)", "True"), ("(gained,)", "False")):
        code = FOCUS.replace("{kinds}", kinds)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
        assert done.stdout.split()[-1] == paused, kinds
