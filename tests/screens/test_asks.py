"""The things that ask: each answers in the form the rules take, and each can be left alone."""

from typing import Any

import pygame
import pytest

from game.model.acts import Act
from game.model.content import Person
from game.model.view import AskView, Choice
from game.screens.asks import Asking
from game.screens.kit.answers import Do, Key, Order, Pointer, Typed
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from tests.screens.handmade import cut, overlapping, view
from tests.screens.tapping import tap

FRAME = Frame()
HALLORAN = Person(id="halloran", name="Halloran", skin=1, hair="cap", hair_tone=0, coat="uniform", tone=0, tie=0)
LINE = "Ten pegs, and the lens ticking above. Of ten moments like today's, in how many was somebody looking?"


def items(*texts: str, ids: str = "i") -> tuple[Choice, ...]:
    return tuple(Choice(id=f"{ids}{n}", text=text) for n, text in enumerate(texts))


ASKS: dict[str, dict[str, Any]] = {
    "unpack": {"items": tuple(Choice(id=f"p{n}.x/p{n}.z", text="the cushion for the window / the rug for the stove")
                              for n in range(3))},
    "diary": {"about": items("Sit down among the fish", "Step off the kerb", ids="m"),
              "items": items("because of what I would get for it.", "because I liked doing it.", ids="e")},
    "pegs": {"top": 10, "low": "in none", "high": "in all ten"},
    "chalk": {"items": items(*("Staying with somebody who has fallen",) * 9, ids="a")},
    "token": {"top": 5, "low": "take it down", "high": "keep it"},
    "pick": {"items": items(*("Whether I act differently when I cannot read the rules",) * 6, ids="pick_")},
    "dial": {"top": 8, "low": "in none", "high": "in all"},
}  # fmt: skip


def asking(kind: str, world: str = "daylight") -> Asking:
    ask = AskView(id="one", kind=kind, title="A thing", line=LINE, **ASKS[kind])  # type: ignore[arg-type]
    return Asking(view(world, phase="ask", ask=ask))


def given(*values: str) -> Do:
    return Do(Act(do="answer", what="one", values=values))


def press(screen: Asking, key: str) -> Any:
    node = screen.tree(FRAME).find(key)
    assert node is not None, key
    return node.press()


@pytest.mark.parametrize("kind", sorted(ASKS))
@pytest.mark.parametrize("zoom", [1.0, 1.3, 1.6, 2.0])
@pytest.mark.parametrize("world", ["print", "phone", "daylight"])
def test_nothing_is_cut_at_any_text_size(kind: str, zoom: float, world: str) -> None:
    root = asking(kind, world).tree(Frame(zoom=zoom))
    assert cut(root) == []
    if kind not in ("chalk", "diary", "pick"):  # these scroll, and clip what they scroll
        assert overlapping(root) == []


@pytest.mark.parametrize("kind", sorted(ASKS))
def test_every_thing_can_be_left_alone(kind: str) -> None:
    assert asking(kind).on(Key("escape"), FRAME) == given()


def test_escape_throws_nothing_away() -> None:
    box = asking("unpack")
    press(box, "take.p0.z")
    assert box.on(Key("escape"), FRAME) == Order("menu")


@pytest.mark.parametrize("kind", sorted(ASKS))
def test_an_untouched_thing_claims_nothing(kind: str) -> None:
    assert asking(kind).tree(FRAME).find("done") is None


def test_what_comes_out_of_the_box_first_is_kept_in_order() -> None:
    box = asking("unpack")
    assert press(box, "take.p0.z") is None
    assert press(box, "take.p1.x") is None
    assert press(box, "take.p2.x") == given("p0.z", "p1.x", "p2.x")


def test_the_diary_pairs_each_moment_with_its_ending_and_shuts_after_the_last() -> None:
    diary = asking("diary")
    assert press(diary, "end.e1") is None
    assert press(diary, "blank") == given("m0", "e1", "m1", "blank")


def test_arrows_to_the_side_cross_the_open_book_and_stay_on_its_pages() -> None:
    diary = asking("diary")
    for key, focus in (("right", "end.e0"), ("down", "end.e1"), ("right", "end.e1"), ("left", "page.0"),
                       ("down", "page.1"), ("left", "page.1"), ("right", "end.e0")):  # fmt: skip
        assert diary.on(Key(key), FRAME) is None
        assert diary.focus == focus


def test_arrows_to_the_side_point_at_a_thing_in_the_box_and_never_at_the_way_out() -> None:
    box = asking("unpack")
    press(box, "take.p0.x")
    for key, focus in (("left", "take.p1.x"), ("left", "take.p1.x"), ("right", "take.p1.z")):
        assert box.on(Key(key), FRAME) is None
        assert box.focus == focus
    box.on(Key("enter"), FRAME)
    assert box.taken == ["p0.x", "p1.z"]


def test_own_words_are_written_with_the_keys_that_choose_elsewhere() -> None:
    diary = asking("diary")
    press(diary, "own")
    for letter in "12 he fell":
        assert diary.on(Key(letter), FRAME) is None
        assert diary.on(Typed(letter), FRAME) is None
    diary.on(Key("backspace"), FRAME)
    diary.on(Key("enter"), FRAME)
    assert press(diary, "end.e0") == given("m0", "own:12 he fel", "m1", "e0")


def test_escape_stops_writing_without_leaving_the_diary() -> None:
    diary = asking("diary")
    press(diary, "own")
    assert diary.on(Key("escape"), FRAME) is None
    assert diary.diary is not None and not diary.diary.writing


@pytest.mark.parametrize(("kind", "low"), [("pegs", 0), ("dial", 0), ("token", 1)])
def test_numbers_stay_between_their_ends_by_keys(kind: str, low: int) -> None:
    one = asking(kind)
    one.focus = "scale" if kind != "token" else "slot.1"
    if kind == "token":
        one.on(Key("3"), FRAME)
        assert press(one, "done") == given("3")
        return
    one.on(Key("left"), FRAME)
    assert one.number == low
    for _ in range(14):
        one.on(Key("right"), FRAME)
    assert press(one, "done") == given(str(one.ask.top))


def test_a_peg_can_be_clicked_and_the_first_one_cleared_again() -> None:
    one = asking("pegs")
    peg = one.tree(FRAME).find("peg.4")
    assert peg is not None
    tap(one, *peg.box.centre, FRAME)
    assert one.number == 4
    first = one.tree(FRAME).find("peg.1")
    assert first is not None
    tap(one, *first.box.centre, FRAME)
    tap(one, *first.box.centre, FRAME)
    assert press(one, "done") == given("0")


def test_none_is_as_easy_for_the_mouse_as_any_other_number() -> None:
    one = asking("pegs")
    slip = one.tree(FRAME).find("end.0")
    assert slip is not None
    tap(one, *slip.box.centre, FRAME)
    assert one.number == 0


def test_a_number_on_the_dial_can_be_pressed() -> None:
    one = asking("dial")
    number = one.tree(FRAME).find("number.5")
    assert number is not None
    tap(one, *number.box.centre, FRAME)
    assert one.number == 5


def test_a_token_can_be_dragged_to_its_slot() -> None:
    one = asking("token")
    slot = one.tree(FRAME).find("slot.4")
    assert slot is not None
    tap(one, 950, 590, FRAME)
    one.on(Pointer("up", *slot.box.centre), FRAME)
    assert one.number == 4


def test_the_mouse_can_lay_the_pen_down() -> None:
    book = asking("diary")
    assert book.diary is not None
    press(book, "own")
    book.on(Typed("it was late"), FRAME)
    other = book.tree(FRAME).find("line.m1") or book.tree(FRAME).find("blank")
    assert other is not None
    tap(book, *other.box.centre, FRAME)
    assert not book.diary.writing
    press(book, "own")
    leave = book.tree(FRAME).find("leave")
    assert leave is not None
    assert tap(book, *leave.box.centre, FRAME) is not None


def test_chalk_by_keys_and_mouse_agree_and_can_be_wiped() -> None:
    one = asking("chalk")
    one.focus = "chalk.a0"
    one.on(Key("right"), FRAME)
    press(one, "chalk.a2.lowers")
    press(one, "chalk.a3.uncounted")
    press(one, "chalk.a3.uncounted")
    assert press(one, "done") == given("a0=raises", "a2=lowers")


def test_a_slip_is_picked_before_it_is_handed_in() -> None:
    one = asking("pick")
    assert one.on(Key("2"), FRAME) is None
    assert press(one, "done") == given("pick_1")


def test_a_full_page_of_the_diary_scrolls_to_what_has_the_focus() -> None:
    one, large = asking("diary"), Frame(zoom=1.6)
    assert one.diary is not None
    one.diary.ask = one.ask.model_copy(update={"items": items(*("because it is something that I think matters.",) * 9)})
    one.step(-1, one.tree(large))
    while one.focus != "blank":
        one.on(Key("backtab"), large)
    pane, line = one.tree(large).find("endings"), one.tree(large).find("blank")
    assert pane is not None and pane.window is not None and line is not None
    assert pane.reach > 0
    assert line.box.bottom <= pane.window.bottom


def test_whoever_the_line_names_holds_the_jar_and_nobody_is_behind_the_curtain() -> None:
    pictures = []
    for public in (True, False):
        for looks in ({}, {"halloran": HALLORAN}):
            ask = AskView(id="one", kind="token", title="The jar", line="Halloran holds it.", public=public, top=5)
            surface = pygame.Surface((640, 360))
            Asking(view(phase="ask", ask=ask), looks).paint(Canvas(surface), Frame(size=(640, 360)))
            pictures.append(pygame.image.tobytes(surface, "RGB"))
    assert pictures[0] != pictures[1]
    assert pictures[2] == pictures[3]
