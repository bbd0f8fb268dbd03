"""The title: what a new player and a returning one find first."""

from collections.abc import Sequence

import pytest

from game.screens.kit.answers import Key, Order, Pointer, Push
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node
from game.screens.kit.screen import AWAY
from game.screens.plays import Note, Plays
from game.screens.saved import TEXT_SIZES, Offer, Saved, Settings
from game.screens.title import NOTE_LINE, Title

OFFERS = (
    Offer("lesson", "A lesson", "Six days and a train. About half an hour."),
    Offer("taste", "A taste", "Four days and a train. About twelve minutes."),
)
BEGUN, OLDER, DONE = Saved("b", "A lesson", 4, 6), Saved("a", "A taste", 2, 5), Saved("d", "A taste", 5, 5, done=True)


def title(*saved: Saved) -> Title:
    made = Title()
    made.settle(Settings(still=True))
    made.know(saved, OFFERS)
    return made


def frame(text: int = 100) -> Frame:
    return Frame((1280, 720), text / 100)


def labels(screen: Title | Plays, at: Frame | None = None) -> list[str]:
    """What can be pressed, in reading order."""
    return [node.label for node in screen.tree(at or frame()).focusables()]


def pressed(screen: Title | Plays, key: str) -> object:
    node = screen.tree(frame()).find(key)
    assert isinstance(node, Node)
    return node.press()


def test_a_new_player_may_choose_between_both_plays_and_is_told_how_long_each_takes() -> None:
    found = labels(title())
    assert "A lesson · about half an hour" in found and "A taste · about twelve minutes" in found
    assert pressed(title(), "new.taste") == Order("new", {"campaign": "taste"})


def test_what_can_be_continued_comes_before_everything_else_at_the_edge() -> None:
    screen = title(BEGUN, OLDER)
    hint, *edge = labels(screen)
    assert hint == "Continue · day 4" and edge[0] == "Continue · A lesson, day 4 of 6"
    assert pressed(screen, "continue") == Order("continue", {"play": "b"})
    assert not [label for label in edge if "about" in label]


def test_the_hint_goes_on_with_the_latest_play_and_else_begins_one() -> None:
    assert title(BEGUN, OLDER).on(Key("right"), frame()) == Order("continue", {"play": "b"})
    assert title(DONE).on(Key("right"), frame()) == Order("new", {"campaign": "lesson"})


def test_the_note_is_one_key_away_and_its_gist_is_read_without_it() -> None:
    answer = title().on(Key("n"), frame())
    assert isinstance(answer, Push) and isinstance(answer.screen, Note)
    for word in ("keeps", "only on this computer", "hidden", "debt", "shame", "Stop"):
        assert word in NOTE_LINE


def test_a_click_on_the_street_walks_out_as_the_key_does() -> None:
    assert title().on(Pointer("down", 900, 540), frame()) == Order("new", {"campaign": "lesson"})


def drawn(screen: Title, seconds: float = 4.0) -> float:
    """Pictures a second."""
    count = 0
    for _ in range(round(30 * seconds)):
        screen.dirty = False
        screen.tick(1 / 30)
        count += screen.dirty or screen.moving
    return count / seconds


def test_an_idle_title_is_drawn_eight_times_a_second_with_reduced_movement_never_and_at_every_step_of_a_walk() -> None:
    screen = title()
    assert drawn(screen) == 0
    screen.settle(Settings())
    assert 7 <= drawn(screen) <= 9
    drawn(screen, AWAY)
    assert 2 <= drawn(screen) <= 4, "where nobody is"
    screen.touched = screen.age
    assert 7 <= drawn(screen) <= 9
    screen.walk()
    assert drawn(screen, 0.5) == 30


@pytest.mark.parametrize("text", TEXT_SIZES)
@pytest.mark.parametrize("saved", [(), (BEGUN, OLDER, DONE)], ids=["new", "begun"])
def test_nothing_at_the_edge_is_cut_or_covers_the_hint(text: int, saved: Sequence[Saved]) -> None:
    tree = title(*saved).tree(frame(text))
    hint = tree.find("walk")
    assert hint is not None
    for node in tree.focusables():
        assert node.box.x >= 0 and node.box.right <= 1280 and node.box.bottom <= 720, node.label
        assert node is hint or node.box.y >= hint.box.bottom, node.label


def test_the_list_of_plays_begins_with_the_one_that_waits_then_offers_new_ones_then_the_rest() -> None:
    found = [node.key for node in Plays((BEGUN, DONE, OLDER), OFFERS).tree(frame()).focusables()]
    wanted = ["go.b", "new.lesson", "new.taste", "debrief.d", "go.a"]
    assert [key for key in found if key in wanted] == wanted


def test_a_blurb_of_one_sentence_is_told_whole() -> None:
    odd = Offer("x", "Odd", "A walk.")
    assert (odd.label, odd.line) == ("Odd", "A walk.")
