"""`stats`: counting what plays are like."""

import pytest

from game.model.content import Arc, ArcEnd, Pack
from game.tools import Unknown
from game.tools.stats import Life, live, many, share, spread, stats, table


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
    assert spread([12.5]) == "12.5", "minutes are said to the tenth"
    assert share(1, 3) == "33 % (1 of 3)"
    assert "taste: 1 plays, six bots in equal parts, both orders" in table(pack, "taste", [live(pack, "taste", 0)])


def test_who_counts_makes_no_difference(pack: Pack) -> None:
    """Two processes that begin anew come to the same lives, in the same order, as one."""
    assert many(pack, "taste", 21, 2) == many(pack, "taste", 21, 1)


def test_a_few_plays_are_counted_without_any_other_process(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("game.tools.stats.ProcessPoolExecutor")
    assert len(many(pack, "taste", 3, 64)) == 3


def test_a_campaign_that_is_not_there_is_said_before_anything_is_counted() -> None:
    with pytest.raises(Unknown, match="nowhere"):
        stats("nowhere", 1000, 64)


def test_minutes_up_to_the_bet_leave_out_what_comes_after_it(pack: Pack) -> None:
    """In `taste` one sits in the chair when all is said; a chapter by itself bets nothing."""
    life = live(pack, "taste", 0)
    assert pack.campaigns["taste"].after_asks[-2:] == ("bet", "chair")
    assert life.minutes - 2 < life.to_bet < life.minutes - 1
    alone = live(pack, "notice_board", 0)
    assert alone.to_bet == alone.minutes > 0


def test_twelve_days_and_a_last_one_are_told_day_by_day(pack: Pack) -> None:
    life = live(pack, "full", 3)
    assert life.over
    assert sorted(life.coins) == list(range(1, 13))
    assert life.ending in pack.closes
    assert "\n  day 12 " in "\n".join(table(pack, "full", [life]))


def test_a_sheet_that_follows_a_sheet_on_the_same_day_is_counted(pack: Pack) -> None:
    """`taste` has hardly any; the longest campaign, whose scenes lead on to scenes, has some."""
    assert live(pack, "taste", 0).running <= 2
    assert 0 < live(pack, "full", 0).running < live(pack, "full", 0).moments / 4


def test_what_no_play_met_is_named(pack: Pack) -> None:
    life = live(pack, "taste", 1)  # the saint passes nudges by; this is the fox
    assert len(life.arms) == len(pack.campaigns["taste"].nudges)
    assert len(life.coats) == 16, "four families in four conditions wear four different coats each"
    said = "\n".join(table(pack, "taste", [life]))
    missing = next(line for line in said.split("\n") if line.startswith("  coats "))
    assert "8 of 24: " in missing
    assert not set(missing.split(": ")[1].split(", ")) & life.coats
    everything = Life("middle", coats={f"{f}.{coat.id}" for f in pack.families for coat in pack.families[f].coats})
    assert "\n  coats                 0 of 24\n" in "\n".join(table(pack, "taste", [life, everything]))


def test_every_end_of_an_arc_is_told_with_its_share(pack: Pack) -> None:
    ends = (ArcEnd(id="near", flags=("short",), text="Near."), ArcEnd(id="far", text="Far."), ArcEnd(id="x", text="X."))
    taste = pack.campaigns["taste"].but(arcs=("hat",))
    town = pack.but(
        arcs={"hat": Arc(id="hat", who="adeyemi", ends=ends)}, campaigns={**pack.campaigns, "taste": taste}
    )
    lives = [live(town, "taste", number) for number in range(12)]
    assert all(len(life.turned) == 1 for life in lives)
    near = sum(life.turned == ["hat.near"] for life in lives)
    said = table(town, "taste", lives)
    at = said.index("how it went with Mr. Adeyemi")
    assert said[at + 1].startswith("  near ")
    assert said[at + 1].endswith(f"({near} of 12)")
    assert said[at + 3].endswith("0 % (0 of 12)")


def test_a_play_that_never_ends_is_said(pack: Pack) -> None:
    assert "  not over after 5000 steps: 1" in table(pack, "taste", [Life("middle")])


def test_the_latest_word_on_a_door_is_the_one_that_the_last_day_goes_by(pack: Pack) -> None:
    doors = [("notice_board", "bed", True), ("lumen", "bed", False)]
    said = table(pack, "taste", [Life("lane", doors=doors), Life("lane", doors=doors[::-1])])
    assert "  notice_board bed      lane 100 % (2 of 2)" in said
    assert "  lumen bed             lane 0 % (0 of 2)" in said
    assert "  latest word bed       lane 50 % (1 of 2)" in said
