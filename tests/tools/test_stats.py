"""`stats`: counting what plays are like."""

import pytest

from game.model.content import Pack
from game.tools.stats import Life, live, share, spread, stats, table


def test_it_prints_how_plays_are_and_whom_the_doors_let_in(pack: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    assert stats("taste", 12) == 0
    said = capsys.readouterr().out
    assert said.startswith("taste: 12 plays")
    assert all(f"\n  {close} " in said for close in pack.closes)
    assert "lumen bed" in said


def test_the_same_number_is_the_same_play(pack: Pack) -> None:
    assert live(pack, "taste", 5) == live(pack, "taste", 5)


def test_twelve_plays_are_every_bot_in_both_orders(pack: Pack) -> None:
    """`taste` has sixteen matched moments, whoever plays, however the seed falls."""
    lives = [live(pack, "taste", number) for number in range(12)]
    assert [life.matched for life in lives] == [16] * 12
    assert all(life.ending in pack.closes for life in lives)
    assert all(len(life.doors) == 9 for life in lives)


def test_minutes_are_reading_and_choosing_and_asking_and_waiting() -> None:
    assert Life("middle", words=400, choosing=60.0, asked=30.0, waiting=30.0).minutes == 4.0


def test_counts_of_nothing_are_said_as_such(pack: Pack) -> None:
    assert (spread([]), spread([4]), share(0, 0)) == ("none", "4", "none")
    assert spread([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) == "6  (2 to 10)"
    assert share(1, 3) == "33 % (1 of 3)"
    assert "taste: 1 plays, six bots in equal parts, both orders" in table(pack, "taste", [live(pack, "taste", 0)])
