"""A vote by keys: letters open a count, digits are hands, Enter closes; all can be done again before it counts."""

import pytest

from game.screens.project.ballot import TURNS, Ballot, Called

CHOICES = (Called("stay", "A", "Stay with him"), Called("call", "B", "Call the warden"), Called("go", "C", "Go on"))


def ballot(*keys: str, toss: int = 0) -> Ballot:
    made = Ballot(CHOICES, lambda many: min(toss, many - 1))
    for key in keys:
        made.press(key)
    return made


def test_a_letter_opens_a_count_digits_are_hands_and_enter_closes_it() -> None:
    made = ballot("a", "1", "2", "b", "7", "enter")
    assert made.counts == {"stay": 12, "call": 7, "go": 0}
    assert (made.stage, made.took, made.how) == ("chosen", "stay", "most")


def test_nothing_is_done_before_enter_is_pressed_once_more() -> None:
    made = ballot("a", "3", "enter")
    assert made.holds
    assert made.press("enter") == "act"
    assert made.do() == "stay"
    assert not made.holds


def test_arrows_alone_count_hands_too() -> None:
    made = ballot("right", "up", "up", "right", "up", "down", "right", "right", "up", "enter")
    assert (made.counts, made.blank, made.took) == ({"stay": 2, "call": 0, "go": 0}, 1, "stay")


def test_a_digit_after_a_letter_begins_the_number_anew() -> None:
    assert ballot("a", "1", "2", "b", "3", "a", "4").counts["stay"] == 4
    assert ballot("a", "1", "2", "backspace").counts["stay"] == 1


def test_no_number_is_larger_than_a_room_or_smaller_than_nobody() -> None:
    assert ballot("a", *"99999").counts["stay"] == 999
    assert ballot("a", "-", "-").counts["stay"] == 0


def test_blank_votes_are_counted_and_decide_nothing() -> None:
    made = ballot("a", "2", "x", "9", "enter")
    assert (made.blank, made.took, made.hands) == (9, "stay", 11)
    assert ballot("x", "9", "enter").stage == "none"


def test_a_tie_is_not_decided_by_anything_hidden() -> None:
    made = ballot("a", "4", "c", "4", "b", "1", "enter")
    assert (made.stage, made.tied, made.took) == ("tie", ("stay", "go"), "")


def test_at_a_tie_the_lecturer_picks_one_of_the_equals_and_it_is_told_so() -> None:
    made = ballot("a", "4", "c", "4", "enter", "c")
    assert (made.stage, made.took, made.how) == ("chosen", "go", "hand")
    other = ballot("a", "4", "c", "4", "enter", "b")  # not among them: its hands are counted
    assert (other.stage, other.took) == ("count", "")


@pytest.mark.parametrize(("toss", "took"), [(0, "stay"), (1, "go")])
def test_a_coin_decides_between_equals_alone_and_turns_where_the_room_sees_it(toss: int, took: str) -> None:
    made = ballot("a", "4", "c", "4", "enter", "enter", toss=toss)
    assert made.stage == "coin"
    assert made.press("enter") == ""
    assert made.stage == "coin"
    made.tick(TURNS, still=False)
    assert (made.stage, made.took, made.how) == ("chosen", took, "coin")


def test_with_reduced_movement_the_coin_lies_at_once() -> None:
    made = ballot("a", "4", "c", "4", "enter", "enter")
    made.tick(0.01, still=True)
    assert made.stage == "chosen"


def test_a_vote_can_be_counted_again_until_it_is_done() -> None:
    made = ballot("a", "4", "b", "3", "enter", "r", "b", "5", "enter")
    assert (made.took, made.how) == ("call", "most")
    coined = ballot("a", "4", "c", "4", "enter", "c", "a", "5", "enter")
    assert (coined.took, coined.how) == ("stay", "most")


def test_without_a_hand_enter_twice_leaves_the_choice_to_the_lecturer_and_once_does_not() -> None:
    once = ballot("enter")
    assert (once.stage, once.holds) == ("none", True)
    twice = ballot("enter", "enter")
    assert (twice.stage, twice.holds, twice.took) == ("free", False, "")
    assert twice.press("left") == "by"
    assert ballot("enter", "enter", "a", "3", "enter").took == "stay"


def phoned(sent: dict[str, int], blank: int = 0) -> Ballot:
    return Ballot(CHOICES, lambda _many: 0, phones=lambda: (sent, blank))


def test_phones_count_beside_hands_and_only_for_what_can_be_chosen() -> None:
    made = phoned({"stay": 30, "call": 41, "fly": 900}, 4)
    for key in ("a", "1", "2", "enter"):
        made.press(key)
    assert (made.totals, made.blanks, made.took) == ({"stay": 42, "call": 41, "go": 0}, 4, "stay")
    assert (made.from_phones, made.hands) == (75, 87)
    made.receive({"stay": 0, "call": 99})
    assert made.took == "stay"  # what is decided is not decided anew by what comes late


def test_for_what_phones_voted_is_not_to_be_seen_before_the_vote_is_closed_and_no_more_once_it_is_open_again() -> None:
    made = phoned({"stay": 3, "call": 8})
    assert [made.count(at) for at in range(4)] == [0, 0, 0, 0]
    made.press("enter")
    assert [made.count(at) for at in range(4)] == [3, 8, 0, 0]
    made.press("r")
    assert ([made.count(at) for at in range(4)], made.stage) == ([0, 0, 0, 0], "count")
    for key in ("c", "9", "enter"):
        made.press(key)
    assert (made.took, made.count(1)) == ("go", 8)


def test_phones_may_vote_while_it_is_open_or_none_has_and_not_once_it_is_closed_or_the_lecturer_s() -> None:
    sent: dict[str, int] = {}
    made = phoned(sent)
    assert made.asks
    made.press("enter")
    assert (made.stage, made.asks) == ("none", True)
    sent["go"] = 1  # and one does, between two presses
    made.press("enter")
    assert (made.took, made.asks) == ("go", False)
    nobody = phoned({})
    nobody.press("enter")
    nobody.press("enter")
    assert (nobody.stage, nobody.asks) == ("free", False)


def test_a_tie_of_phones_is_decided_as_one_of_hands_is() -> None:
    made = phoned({"stay": 4, "go": 3})
    for key in ("c", "1", "enter"):
        made.press(key)
    assert (made.stage, made.tied) == ("tie", ("stay", "go"))
    made.press("c")
    assert (made.took, made.how) == ("go", "hand")


def test_keys_that_are_no_business_of_a_count_go_by() -> None:
    assert [ballot().press(key) for key in ("n", "f6", "h", "escape")] == ["by"] * 4


def test_where_nobody_waits_for_hands_keys_go_by_until_a_letter_is_pressed() -> None:
    made = Ballot(CHOICES, lambda _many: 0, offered=True)
    assert [made.press(key) for key in ("enter", "tab", "2", "escape")] == ["by"] * 4
    made.press("b")
    made.press("6")
    made.press("enter")
    assert (made.took, made.holds) == ("call", True)
    made.press("r")
    made.press("escape")
    assert not made.holds
