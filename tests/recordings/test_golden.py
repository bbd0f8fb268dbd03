"""Plays that were kept: the rules and levels of today must lead where they led.

If this fails after a change of rules or level files that was meant: `python -m tests.recordings.make`.
"""

from pathlib import Path

import pytest

from game.journal import load, replay
from game.journal.lines import header_text, line_text
from game.model.content import Pack
from game.model.record import Record
from tests.recordings.make import HERE, PLAYS, golden
from tests.rules.lives import conditions_of

FILES = sorted(HERE.glob("*.jsonl"))
CURE = "If the change was meant: python -m tests.recordings.make"
SMALL = 1_000_000  # bytes, all together


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return [load(path) for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_golden_play_leads_where_it_led(pack: Pack, path: Path) -> None:
    record = load(path)
    assert record.header.digest == pack.digest, f"The level files have changed. {CURE}"
    assert replay(pack, record).phase == "over", CURE


@pytest.mark.parametrize("golden_play", PLAYS, ids="_".join)
def test_the_bot_of_a_golden_play_still_plays_it(
    pack: Pack, golden_play: tuple[str, str, str, str], records: list[Record]
) -> None:
    """A bot that has changed its ways is a yardstick that has changed its length."""
    again = golden(pack, *golden_play).record  # type: ignore[arg-type]
    kept = next(r for r in records if r.header.play == again.header.play)
    assert [line_text(line) for line in again.lines] == [line_text(line) for line in kept.lines], CURE
    assert header_text(again.header) == header_text(kept.header), CURE


def test_no_golden_play_is_missing(pack: Pack, records: list[Record]) -> None:
    """Every campaign in both orders, every bot, every starting file."""
    setups = [record.header.setup for record in records]
    assert {(s.campaign, s.order) for s in setups} == {
        (campaign, order) for campaign in pack.campaigns for order in ("visible-first", "hidden-first")
    }
    assert {s.file for s in setups} == set(pack.files)
    assert len({bot for _, _, bot, _ in PLAYS}) == len(PLAYS) == len(records) == 6


def test_every_regime_family_and_condition_of_a_campaign_is_played(pack: Pack, records: list[Record]) -> None:
    """Each family under each condition, and so under each regime that a campaign has; each nudge, each act."""
    chosen = [e for record in records for line in record.lines for e in line.events if e.did == "chose"]
    for campaign in pack.campaigns.values():
        for family in campaign.families:
            for condition in conditions_of(pack, campaign.id):
                assert [e for e in chosen if (e.family, e.condition) == (family, condition)], (family, condition)
        assert {f"nudge.{nudge}" for nudge in campaign.nudges} <= {e.what for e in chosen}
    judged = {e.why for record in records for line in record.lines for e in line.events if e.did == "judged"}
    assert judged == {"notice_board", "dark_glass", "lumen"}
    done = {line.act.do for record in records for line in record.lines}
    assert done == {
        "begin", "meet", "choose", "visit", "use", "leave", "look", "roam", "home", "answer", "on", "skip",
    }  # fmt: skip


def test_the_golden_plays_are_small() -> None:
    assert sum(path.stat().st_size for path in FILES) < SMALL
