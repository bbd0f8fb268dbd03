"""How hands decide."""

from hypothesis import given
from hypothesis import strategies as st

from game.model.vote import Tie, Vote, Votes, decide

COUNTS = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 40), max_size=7)


def test_the_choice_with_the_most_hands_is_taken_however_few_they_are() -> None:
    assert decide({"stay": 1, "call": 0, "pass": 0}) == "stay"
    assert decide({"stay": 7, "call": 8, "pass": 6}) == "call"


def test_where_several_have_as_many_it_is_a_tie_and_nobody_is_preferred() -> None:
    assert decide({"stay": 9, "call": 2, "pass": 9}) == Tie(among=("stay", "pass"))


def test_without_a_hand_nothing_is_decided() -> None:
    assert decide({}) is None
    assert decide({"stay": 0, "call": 0}) is None


@given(COUNTS)
def test_whatever_is_decided_had_the_most_hands(counts: dict[str, int]) -> None:
    found = decide(counts)
    top = max(counts.values(), default=0)
    if found is None:
        assert top == 0
    elif isinstance(found, Tie):
        assert found.among == tuple(one for one, hands in counts.items() if hands == top)
        assert len(found.among) > 1
    else:
        assert [one for one, hands in counts.items() if hands == top] == [found]


@given(COUNTS, st.randoms(use_true_random=False))
def test_the_order_in_which_the_letters_stand_decides_nothing(counts: dict[str, int], chance: object) -> None:
    mixed = list(counts.items())
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = decide(counts), decide(dict(mixed))
    assert set(one.among if isinstance(one, Tie) else [one]) == set(other.among if isinstance(other, Tie) else [other])


def test_a_vote_on_the_same_line_takes_the_place_of_the_one_before() -> None:
    first, again = Vote(n=4, counts={"a": 3}, took="a"), Vote(n=4, counts={"a": 5}, took="a")
    assert Votes().put(first).put(again).votes == (again,)
