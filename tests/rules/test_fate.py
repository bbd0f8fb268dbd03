"""Chance by name."""

from game.rules import fate
from game.rules.fate import shuffled


def test_the_same_purpose_always_has_the_same_fate() -> None:
    """These figures are written down: a play of last year must fall out as it did."""
    assert (fate(7, "coat", "fall"), fate(0), fate(-1, "look", 3)) == (
        18078665377255377384, 9523843951405948789, 3903313365127428185,
    )  # fmt: skip


def test_fate_is_a_whole_number_below_two_to_the_64() -> None:
    assert all(0 <= fate(seed, "x") < 2**64 for seed in range(1000))


def test_another_draw_shifts_nobodys_luck() -> None:
    """Chance is a hash of what it is for; drawing more of it elsewhere changes nothing."""
    before = [fate(3, "fall", i) for i in range(50)]
    for i in range(500):
        fate(3, "other", i)
    assert [fate(3, "fall", i) for i in range(50)] == before


def test_each_part_of_the_purpose_counts() -> None:
    purposes = [(), ("a",), ("b",), ("a", "b"), ("b", "a"), ("ab",), ("a", 1), ("a", 11), ("a", 1, 1)]
    assert len({fate(1, *purpose) for purpose in purposes}) == len(purposes)
    assert len({fate(seed, "a") for seed in range(-500, 500)}) == 1000


def test_remainders_are_even() -> None:
    """Over 6,000 seeds each of six remainders comes within a tenth of its thousand."""
    counts = [0] * 6
    for seed in range(6000):
        counts[fate(seed, "coat", "fall") % 6] += 1
    assert all(900 <= count <= 1100 for count in counts), counts


def test_a_shuffle_keeps_every_item_and_forgets_the_order_it_came_in() -> None:
    items = ["d", "a", "c", "b"]
    assert sorted(shuffled(5, items, "x")) == sorted(items)
    assert shuffled(5, items, "x") == shuffled(5, reversed(items), "x")
    assert len({shuffled(seed, items, "x") for seed in range(500)}) == 24


def test_taking_an_item_out_leaves_the_others_in_their_order() -> None:
    """So a family less in a campaign moves no other."""
    whole = shuffled(9, "abcdefgh", "x")
    assert shuffled(9, "abcdfgh", "x") == tuple(item for item in whole if item != "e")
