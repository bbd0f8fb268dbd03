"""`check` finds what only the days of many plays show."""

import re

import pytest

from game.model.content import Pack
from game.rules.days import make_plan
from game.tools.plans import gap, setups
from tests.tools.altered import Town


def test_a_family_that_comes_again_too_soon_is_named(town: Town) -> None:
    path = town.folder / "campaigns" / "taste.yaml"
    text = path.read_text(encoding="utf-8").replace(", chair]", "]")
    path.write_text(re.sub(r"(?m)^families: .*$", "families: [crossing, caller]", text), encoding="utf-8")
    file, line, _ = town.place("campaigns", "taste", "families")
    said = town.faults(plans=True)
    assert re.search(r"comes again after [0-3] other moments \(seed \d+, (visible|hidden)-first\)", said[file, line])


def test_a_scene_that_may_be_passed_over_lies_between_nothing(pack: Pack) -> None:
    plan = (("P.fall", "story.train", "story.lodging_door", "nudge.soap", "free.goose", "D.fall"),)
    assert pack.scenes["lodging_door"].unless
    assert gap(pack, plan) == (3, "fall")
    assert gap(pack, (("P.fall",), ("D.fall", "P.crossing"))) == (0, "fall")


def test_at_least_four_moments_lie_between_in_all_campaigns(pack: Pack) -> None:
    for campaign in pack.campaigns.values():
        assert min(gap(pack, make_plan(pack, setup)) for setup in setups(pack, campaign)[::5])[0] >= 4


@pytest.mark.parametrize("why", ["before: 50", "before: 0, only_first: true", "campaigns: [taste]"])
def test_a_story_that_comes_on_no_day_is_named(why: str, town: Town) -> None:
    """The second app is in the longest campaign alone, and never first in it."""
    town.scene("bucket")
    where = town.tell("second_app", f"{{scene: bucket, {why}}}")
    said = town.faults(plans=True)
    assert set(said) == {where}
    assert "“bucket” comes on no day of any campaign" in said[where]


def test_two_sheets_of_a_story_that_follow_each_other_at_once_are_named(town: Town) -> None:
    town.scene("bucket")
    town.scene("pail")
    file, line = town.tell("second_app", "{scene: bucket, before: 2}", "{scene: pail, before: 2}")
    said = town.faults(plans=True)
    assert "“pail” follows “bucket” at once: two sheets running" in said[file, line + 1]


def test_two_sheets_with_something_matched_between_are_none_running(town: Town) -> None:
    town.scene("bucket")
    town.scene("pail")
    path = town.folder / "chapters" / "second_app.yaml"
    without = re.sub(r"(?m)^story:\n(  .*\n)+", "", path.read_text(encoding="utf-8"))
    path.write_text(without, encoding="utf-8")
    town.tell("second_app", "{scene: bucket, before: 0}", "{scene: pail, before: 1}")
    assert not any("two sheets running" in text for text in town.faults(plans=True).values())


def test_two_sheets_on_the_last_day_are_named_too(town: Town) -> None:
    town.scene("bucket")
    path = town.folder / "campaigns" / "full.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("train]", "train, bucket]", 1), encoding="utf-8")
    file, line, _ = town.place("campaigns", "full", "last_day")
    assert "“bucket” follows “train” at once" in town.faults(plans=True)[file, line]


def test_a_campaign_without_a_day_is_a_fault_not_a_crash(town: Town) -> None:
    town.set("campaigns", "taste", "visible_first", to="[]")
    town.set("campaigns", "taste", "hidden_first", to="[]")
    (said,) = town.faults(plans=True).values()
    assert "there is no day to live" in said


def test_a_part_of_a_folder_is_not_planned(town: Town) -> None:
    town.scene("bucket")
    town.tell("second_app", "{scene: bucket, before: 50}")
    assert town.faults() == {}
    assert len(town.faults(plans=True)) == 1


def test_a_town_without_a_starting_file_is_planned_all_the_same(town: Town) -> None:
    """The starting file draws no day; that nothing fits it any more is said elsewhere, without a crash."""
    (town.folder / "files.yaml").write_text("[]\n", encoding="utf-8")
    for regime in ("notice_board", "dark_glass", "lumen"):
        path = town.folder / "regimes" / f"{regime}.yaml"
        path.write_text(re.sub(r"(?m)^file:\n(  .*\n)+", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    assert all("file" in text for text in town.faults(plans=True).values())
