"""On a computer that several people use, nobody meets another's play; whoever has its two words finds it again."""

from pathlib import Path

import pytest

from game.model.content import Pack
from game.screens.kit.answers import Key, Order, Push, Quit, Typed
from game.screens.kit.node import outline
from game.screens.plays import Menu, Notice, Plays
from game.screens.saved import Settings
from game.screens.shared import LONGEST, Opening, Parting, TwoWords
from game.shell import two_words as pairs
from game.shell.desk import Desk
from game.shell.library import Folder
from game.shell.two_words import FIRST, SECOND, fits, own, two_words

SHARED = Settings(still=True, shared=True)


@pytest.fixture
def library(tmp_path: Path, pack: Pack) -> Folder:
    return Folder(tmp_path / "plays", pack=pack)


def sit_down(library: Folder, settings: Settings = SHARED) -> Desk:
    """The game is started."""
    desk = Desk(settings, clock=lambda: 0.0)
    desk.ready(library)
    return desk


def begin(desk: Desk) -> str:
    """Begin a play; return its id."""
    desk.apply(Order("new", {"campaign": "taste", "seed": 1}))
    assert desk.play is not None and desk.library is not None
    return desk.library.name_of(desk.play)


def listing(desk: Desk) -> Plays:
    """The list of plays, opened from the title."""
    desk.to_title()
    press(desk, "plays")
    found = desk.screens[-1]
    assert isinstance(found, Plays)
    return found


def press(desk: Desk, key: str) -> None:
    node = desk.screens[-1].tree(desk.frame).find(key)
    assert node is not None, key
    answer = node.press()
    if answer is not None:
        desk.apply(answer)


def test_the_next_person_sees_no_play_of_the_one_before(library: Folder) -> None:
    begin(sit_down(library))
    desk = sit_down(library)
    assert desk.title.latest is None
    assert listing(desk).saved == ()


def test_ones_own_play_is_there_until_one_goes(library: Folder) -> None:
    desk = sit_down(library)
    play = begin(desk)
    desk.to_title()
    assert desk.title.latest is not None and desk.title.latest.play == play
    listing(desk)
    press(desk, "away")
    assert desk.title.latest is None and listing(desk).saved == ()


def test_at_home_all_plays_are_shown_and_nothing_is_said_of_words(library: Folder) -> None:
    alone = Settings(still=True)
    begin(sit_down(library, alone))
    desk = sit_down(library, alone)
    assert desk.title.latest is not None
    page = listing(desk)
    assert len(page.saved) == 1 and page.tree(desk.frame).find("older") is None
    begin(desk)
    desk.apply(Order("menu"))
    assert not any(isinstance(one, TwoWords) for one in desk.screens)
    press(desk, "quit")
    assert desk.done


def test_the_words_are_told_at_the_start_in_the_menu_and_on_leaving(library: Folder) -> None:
    desk = sit_down(library)
    words = two_words(begin(desk))
    assert isinstance(desk.screens[-1], TwoWords) and words in outline(desk.screens[-1].tree(desk.frame))
    press(desk, "close")
    desk.apply(Order("menu"))
    assert isinstance(desk.screens[-1], Menu) and words in outline(desk.screens[-1].tree(desk.frame))
    press(desk, "quit")
    assert isinstance(desk.screens[-1], Parting) and words in outline(desk.screens[-1].tree(desk.frame))
    assert not desk.done
    press(desk, "quit")
    assert desk.done


@pytest.mark.parametrize("way", ["{0} {1}", "{1} {0}", "{0}-{1}", "  {0}  {1} ", "{0}{1}", "{0}, {1}."])
@pytest.mark.parametrize("loud", [False, True])
def test_words_open_their_play_however_they_are_written(library: Folder, way: str, loud: bool) -> None:
    begun = sit_down(library)
    play = begin(begun)
    typed = way.format(*two_words(play).split())
    desk = sit_down(library)
    listing(desk)
    press(desk, "older")
    desk.feed(Typed(typed.upper() if loud else typed))
    desk.feed(Key("enter"))
    page = desk.screens[-1]
    assert isinstance(page, Plays) and [one.play for one in page.saved] == [play]
    press(desk, f"go.{play}")
    assert desk.play is not None and desk.library is not None and desk.library.name_of(desk.play) == play


@pytest.mark.parametrize("typed", ["", " ", "grey", "nothing here", "a" * 500, "\n\t", "…"])
def test_other_words_open_nothing_and_say_nothing_of_what_there_is(library: Folder, typed: str) -> None:
    begin(sit_down(library))
    desk = sit_down(library)
    listing(desk)
    press(desk, "older")
    desk.feed(Typed(typed))
    desk.feed(Key("enter"))
    top = desk.screens[-1]
    assert isinstance(top, Opening) or (isinstance(top, Notice) and "No play" in top.lines[0])
    assert desk.mine == set()


def test_what_is_written_can_be_taken_back_and_is_never_longer_than_its_line() -> None:
    page = Opening()
    frame = Desk(SHARED).frame
    page.on(Typed("grey heron" * 50), frame)
    assert len(page.draft) == LONGEST
    page.on(Key("backspace"), frame)
    assert len(page.draft) == LONGEST - 1


def test_it_cannot_be_turned_off_to_see_what_others_did(library: Folder) -> None:
    begin(sit_down(library))
    desk = sit_down(library)
    desk.apply(Order("set", {"shared": False}))
    assert listing(desk).saved == ()
    assert len(listing(sit_down(library, desk.settings)).saved) == 1, "the next start goes by it"


def test_turned_on_it_counts_at_once(library: Folder) -> None:
    begin(sit_down(library, Settings(still=True)))
    desk = sit_down(library, Settings(still=True))
    desk.apply(Order("set", {"shared": True}))
    assert listing(desk).saved == ()


def test_a_new_play_has_words_that_no_other_play_has(library: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """With so few words that chance alone would soon give the same ones twice."""
    monkeypatch.setattr(pairs, "FIRST", FIRST[:4])
    monkeypatch.setattr(pairs, "SECOND", SECOND[:4])
    plays = [library.new("taste", seed=1, order="", untimed=True).header.play for _ in range(12)]
    assert len({two_words(one) for one in plays}) == 12


def test_a_play_has_the_same_words_for_ever() -> None:
    assert two_words("abcd") == two_words("abcd") == "{} {}".format(*two_words("abcd").split())
    assert not own("abcd", ["abcd"]) and own("abcd", [])


def test_there_are_words_enough_and_none_is_there_twice() -> None:
    assert len(set(FIRST)) == len(FIRST) >= 64 and len(set(SECOND)) == len(SECOND) >= 64
    assert not set(FIRST) & set(SECOND)
    assert all(word.isascii() and word.islower() and 3 <= len(word) <= 9 for word in FIRST + SECOND)


def test_no_two_pairs_are_written_alike() -> None:
    """Without spaces too, so that forgiving never opens another's play."""
    written = [first + second for first in FIRST for second in SECOND]
    backwards = [second + first for first in FIRST for second in SECOND]
    assert len({*written, *backwards}) == 2 * len(FIRST) * len(SECOND)
    assert fits("Grey-Heron", "grey heron") and not fits("grey hero", "grey heron")


def test_leaving_answers_are_what_they_say() -> None:
    page = Parting("grey heron")
    answers = [node.answer for node in page.buttons(Desk(SHARED).frame)]
    assert Quit() in answers and Order("away") in answers


def test_the_list_is_opened_with_what_the_title_knows(library: Folder) -> None:
    desk = sit_down(library)
    node = desk.title.tree(desk.frame).find("plays")
    assert node is not None and isinstance(node.answer, Push)
    assert isinstance(node.answer.screen, Plays) and node.answer.screen.shared
