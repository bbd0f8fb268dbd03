"""What does not grow with use, and a key's next picture. How long things take is for `bench` alone to say."""

import pytest

from game.shell.bench.children import answer, remembered

pytestmark = pytest.mark.long


def test_ten_whole_plays_in_one_process_take_no_more_memory_than_three() -> None:
    first, most, growth = remembered()
    if not first:
        pytest.skip("this system does not say how much memory a process has")
    assert first <= 160
    assert growth <= 8
    assert most <= 190, "the most at any instant of ten plays"


def test_a_key_is_seen_in_the_next_picture() -> None:
    assert answer()[0] == 1
