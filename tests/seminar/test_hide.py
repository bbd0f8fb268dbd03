"""No cell under five is printed, and none can be computed from what is printed, total included."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.seminar.hide import LEAST, about, both_sides, hide

COUNTS = st.lists(st.integers(0, 60), min_size=1, max_size=9)


def printed(counts):
    made = hide(dict(enumerate(counts)))
    return tuple(made.cells.values()), made.total


@given(COUNTS)
def test_no_small_cell_is_printed_and_no_small_total(counts):
    cells, total = printed(counts)
    assert all(cell is None or cell >= LEAST for cell in cells)
    assert total is None or total >= LEAST or total == sum(cells)


@given(COUNTS)
def test_what_is_printed_is_true(counts):
    cells, total = printed(counts)
    assert all(cell in (None, count) for cell, count in zip(cells, counts, strict=True))
    assert total in (None, sum(counts))


@given(COUNTS)
def test_what_is_left_by_taking_away_is_no_small_cell_and_not_one_cell(counts):
    cells, total = printed(counts)
    if total is not None and None in cells:
        assert cells.count(None) > 1
        assert total - sum(cell for cell in cells if cell is not None) >= LEAST


@given(COUNTS)
def test_a_table_without_small_cells_is_printed_whole(counts):
    counts = [count + LEAST for count in counts]
    assert printed(counts) == (tuple(counts), sum(counts))


@given(COUNTS, st.randoms())
def test_order_does_not_matter(counts, dice):
    names = dict(enumerate(counts))
    turned = list(names.items())
    dice.shuffle(turned)
    one, other = hide(names), hide(dict(turned))
    assert one.total == other.total
    assert all(one.cells[name] == other.cells[name] for name in names)


@pytest.mark.parametrize(("cells", "most"), [(1, 60), (2, 60), (3, 36), (4, 26)])
def test_nobody_gets_a_hidden_cell_back_not_even_by_these_very_rules(cells, most):
    """All tables are printed, and those laid together that look alike: each hidden cell takes two values or more.

    So it holds against whoever adds, takes away, knows what is under five, and has this program.
    """
    alike = defaultdict(list)
    for counts in product(range(most + 1), repeat=cells):
        if sum(counts) <= most:
            alike[printed(counts)].append(counts)
    for (shown, total), tables in alike.items():
        for at, cell in enumerate(shown):
            assert cell is not None or len({table[at] for table in tables}) > 1, (shown, total, tables)
        assert total is not None or len({sum(table) for table in tables}) > 1


def test_known_tables():
    assert printed([12, 3]) == ((None, None), 15)
    assert printed([12, 8, 3]) == ((12, None, None), 23)
    assert printed([12, 0, 0]) == ((None, None, None), 12)
    assert printed([2, 1]) == ((None, None), None)
    assert printed([4, 4, 5, 20]) == ((None, None, None, 20), 33)  # 4 and 4 alone would be known from their sum
    with pytest.raises(ValueError):
        hide({"a": -1})


def test_of_how_many_is_said_so_that_one_to_four_missing_are_not_told_from_none():
    assert {about(23 - gone, 23) for gone in range(5)} == {"all 23 plays or up to four fewer"}
    assert about(18, 23) == "18 of 23 plays"
    assert [both_sides(hits, 12) for hits in (4, 5, 7, 8)] == [False, True, True, False]
