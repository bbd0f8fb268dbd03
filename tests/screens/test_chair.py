"""The chair: by keys alone, by the mouse alone, in ninety seconds or in one's own time, at every text size."""

import pygame
import pytest

from game.model.acts import Act
from game.model.view import AskView, Choice, PaneView
from game.screens import stage
from game.screens.chair import GRACE, LAST, SECONDS, Chair
from game.screens.kit.answers import Answer, Do, Key, Order, Pointer
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import outline
from tests.screens.handmade import cut, overlapping, view
from tests.screens.ruler import Ruler, lay, touch, within
from tests.screens.tapping import tap

FRAME = Frame()
LINE = "Would you sit here while the kettle boils? Stamp what the town should know of; let the rest be."
TEXT = "Two people laugh by an open window. One of them is certainly listed."  # twelve words, and long ones
ASK = AskView(
    id="chair", kind="chair", title="The chair", line=LINE,
    items=tuple(Choice(id=f"w{n}", text=f"{TEXT} ({n})") for n in range(12)),
    panes=tuple(PaneView(figures=("talk", "sit")[: 1 + n % 2], outside=n % 3 == 0) for n in range(12)),
)  # fmt: skip


def chair(world: str = "phone") -> Chair:
    return Chair(view(world, phase="ask", ask=ASK))


def given(*values: str) -> Do:
    return Do(Act(do="answer", what="chair", values=values))


def press(screen: Chair, *keys: str, frame: Frame = FRAME) -> Answer | None:
    """Keys with a moment between them, as a hand presses them."""
    answer = None
    for key in keys:
        screen.tick(GRACE + 0.1)
        answer = screen.on(Key(key), frame)
    return answer


def click(screen: Chair, *keys: str) -> Answer | None:
    answer = None
    for key in keys:
        node = screen.tree(FRAME).find(key)
        assert node is not None, key
        screen.on(Pointer("move", *node.box.centre), FRAME)
        answer = tap(screen, *node.box.centre, FRAME)
    return answer


def wait(screen: Chair, seconds: float, step: float = 0.25) -> Answer | None:
    """Let time pass; return the first answer."""
    for _ in range(round(seconds / step)):
        answer = screen.tick(step)
        if answer is not None:
            return answer
    return None


def test_it_is_shown_for_its_kind_of_thing_and_no_other() -> None:
    assert isinstance(stage.layers(view(phase="ask", ask=ASK), [], {})[-1], Chair)
    other = AskView(id="tested", kind="pick", title="Slips", line=LINE, items=ASK.items)
    assert not isinstance(stage.layers(view(phase="ask", ask=other), [], {})[-1], Chair)


def test_by_numbers_and_letters() -> None:
    one = chair()
    assert press(one, "3", "s", "=", "b", "0", "enter", "-", "escape") is None
    assert press(one, "tab") is None
    click(one, "done")
    assert press(one, "enter") == given("w2=stamp", "w11=be", "w9=be", "w10=be")


def test_by_arrows_tab_and_enter_alone() -> None:
    one = chair()
    press(one, "down", "right", "down", "enter")  # the first window, its neighbour, the one below
    assert one.looked == 5
    press(one, "tab", "enter")
    assert one.done == {"w5": "stamp"} and one.focus == "window.5"
    press(one, "left", "up", "enter", "right", "right", "enter")
    assert one.done == {"w5": "stamp", "w0": "be"}
    press(one, "down", "down", "down")
    assert one.focus == "done"
    assert press(one, "enter", "enter") == given("w5=stamp", "w0=be")


def test_by_the_mouse_alone() -> None:
    one = chair()
    assert click(one, "window.7", "stamp", "window.0", "be", "done") is None
    assert click(one, "turn") == given("w7=stamp", "w0=be")


def test_left_without_a_look_it_says_nothing() -> None:
    assert chair().on(Key("escape"), FRAME) == given()
    assert click(chair(), "leave") == given()
    one = chair()
    press(one, "1", "b")
    assert one.on(Key("escape"), FRAME) == Order("menu")  # what was done is not thrown away


def test_a_stamp_stays_and_what_was_let_be_can_be_looked_at_again() -> None:
    one = chair()
    press(one, "1", "s", "2", "b", "1")
    assert one.looked is None and one.done == {"w0": "stamp", "w1": "be"}
    stamped = one.tree(FRAME).find("window.0")
    assert stamped is not None and "ink" in stamped.speak()
    press(one, "2", "s")
    assert list(one.done.items()) == [("w0", "stamp"), ("w1", "stamp")]


def test_a_key_held_from_opening_a_window_does_not_let_it_be() -> None:
    one = chair()
    press(one, "right", "enter")
    assert one.on(Key("enter"), FRAME) is None and one.looked == 0
    press(one, "enter")
    assert one.looked is None


def test_the_clock_runs_from_the_first_look_and_then_what_is_done_stands() -> None:
    one = chair()
    assert wait(one, 600) is None and one.left == SECONDS
    press(one, "4", "s", "6")
    assert wait(one, SECONDS - 5) is None and not one.over
    assert wait(one, 5) is None and one.over
    assert "kettle sings" in outline(one.tree(FRAME))
    assert one.tree(FRAME).find("window.1") is None
    assert wait(one, LAST + 1) == given("w3=stamp", "w5=be")


def test_the_page_can_be_turned_before_it_turns_by_itself() -> None:
    one = chair()
    press(one, "4", "s")
    wait(one, SECONDS + 1)
    assert one.on(Key("enter"), FRAME) == given("w3=stamp")


def test_untimed_no_clock_runs_and_nothing_turns_by_itself() -> None:
    one, slow = chair(), Frame(untimed=True)
    press(one, "4", "s", frame=slow)
    assert wait(one, 1000, 5) is None and not one.over and one.left == SECONDS
    one.on(Key("tab"), slow)
    assert "no hurry" in outline(one.tree(slow)) and "seconds" not in outline(one.tree(slow))
    one.focus = "done"
    press(one, "enter", frame=slow)
    assert wait(one, 1000, 5) is None
    assert press(one, "enter", frame=slow) == given("w3=stamp")


def test_nothing_moves_of_itself_where_that_is_not_wanted() -> None:
    one, still = chair(), Frame(still=True)
    press(one, "4", frame=still)
    one.tick(0.01)
    assert one.near == 1.0 and not one.moving


def test_a_voice_hears_a_window_only_once_it_is_looked_at() -> None:
    one = chair()
    assert TEXT not in outline(one.tree(FRAME))
    press(one, "3")
    said = outline(one.tree(FRAME))
    assert f"{TEXT} (2)" in said and f"{TEXT} (3)" not in said and "looked at 1, stamped 0" in said
    assert one.focus == "sight"


def test_neither_answer_is_put_forward() -> None:
    one = chair()
    press(one, "3")
    pictures = []
    for key in ("stamp", "be"):
        node = one.tree(FRAME).find(key)
        assert node is not None and node.draw is not None
        ruler = Ruler(FRAME.size)
        node.draw(ruler, node, "")
        pictures.append(ruler.fills[-1][1])
    assert pictures[0] == pictures[1]


STAGES = {"before": (), "focus": ("down",), "open": ("2",), "after": ("2", "s", "5", "b"), "over": ("2", "s")}


@pytest.mark.parametrize("at", STAGES)
@pytest.mark.parametrize("zoom", [1.0, 1.3, 1.6, 2.0])
@pytest.mark.parametrize("untimed", [False, True])
def test_nothing_is_cut_or_covered_at_any_text_size(at: str, zoom: float, untimed: bool) -> None:
    one, frame = chair(), Frame(zoom=zoom, untimed=untimed)
    press(one, *STAGES[at], frame=frame)
    if at == "over":
        click(one, "done")
        one.sung = True  # the longer of the two lines
    wait(one, 1)
    root = one.tree(frame)
    assert cut(root) == [] and overlapping(root) == []
    ruler = Ruler.of(frame)
    lay(ruler, root, one.focus)
    crossed = [(a.text, b.text) for n, a in enumerate(ruler.words) for b in ruler.words[n + 1 :] if touch(a.box, b.box)]
    assert crossed == []
    assert [w.text for w in ruler.words if w.owner and not within(w.box, w.owner.box, 3)] == []
    assert [w.text for w in ruler.words if w.contrast < 4.5] == []


def test_the_picture_changes_with_what_is_done() -> None:
    """Lit, looked into, dark and stamped are four pictures; the clock is a fifth."""
    pygame.font.init()
    frame, one, pictures = Frame(size=(640, 360), still=True), chair(), []

    def take() -> None:
        surface = pygame.Surface(frame.size)
        one.paint(Canvas(surface), frame)
        pictures.append(pygame.image.tobytes(surface, "RGB"))

    for keys in ((), ("2",), ("b",), ("3", "s")):
        press(one, *keys, frame=frame)
        one.tick(0.1)
        one.focus = "line"
        take()
    wait(one, 30)
    take()
    assert len(set(pictures)) == 5
