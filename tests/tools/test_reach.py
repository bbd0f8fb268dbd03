"""`check` finds what nobody would ever meet, and what is said twice."""

import re

import pytest

from game.content import read_folder
from game.content.reach import flags_set
from tests.tools.altered import Town


def test_the_town_as_it_stands_is_met_whole(town: Town) -> None:
    assert town.faults() == {}


def test_a_scene_that_nothing_leads_to_is_named(town: Town) -> None:
    where = town.scene("bucket")
    (said,) = town.faults().items()
    assert said[0] == where
    assert "“bucket” can never be reached" in said[1]


@pytest.mark.parametrize("way", ["story", "next"])
def test_a_scene_is_reached_by_a_story_or_from_another_scene(way: str, town: Town) -> None:
    town.scene("bucket")
    if way == "next":
        town.scene("pail", more="next: bucket, ")
    town.tell("notice_board", "{scene: pail, before: 0}" if way == "next" else "{scene: bucket}")
    assert town.faults() == {}


def test_scenes_that_lead_back_to_where_they_began_are_named_once(town: Town) -> None:
    file, _ = town.scene("bucket", more="next: pail, ")
    town.scene("pail", more="next: tub, ")
    town.scene("tub", more="next: bucket, ")
    town.tell("notice_board", "{scene: bucket, before: 0}")
    (said,) = town.faults().items()
    assert said[0] == (file, 6)
    assert "in a circle: bucket, pail, tub, bucket" in said[1]


def test_a_long_chain_is_followed_to_its_end(town: Town) -> None:
    for number in range(1100):
        town.scene(f"queue_{number}", more=f"next: queue_{number + 1}, " if number < 1099 else "")
    town.tell("notice_board", "{scene: queue_0, before: 0}")
    assert town.faults() == {}


@pytest.mark.parametrize(
    ("kind", "name", "path"),
    [
        ("scenes", "lodging_door", ("unless",)),
        ("closes", "slow_way", ("flags", 0)),
        ("chapters", "notice_board", ("people", "flag")),
    ],
)
def test_a_flag_that_nothing_sets_is_named_where_it_is_waited_for(
    kind: str, name: str, path: tuple[str, ...], town: Town
) -> None:
    whole = path
    if kind == "chapters":  # the first passer-by who waits for a flag, whoever that is by now
        found, _ = read_folder(town.folder)
        number = next(i for i, one in enumerate(found.things[kind][name].people) if one.flag)
        whole = ("people", number, "flag")
    where = town.set(kind, name, *whole, to="never_sett")
    said = town.faults()
    assert set(said) == {where}
    assert "nothing ever sets “never_sett”" in said[where]


def test_a_flag_that_a_choice_needs_is_looked_for_too_and_the_nearest_is_offered(town: Town) -> None:
    town.scene("bucket", more="needs: {flag: friend_dropp, why: Only the strict look}, ")
    town.tell("notice_board", "{scene: bucket, before: 0}")
    (said,) = town.faults().values()
    assert "nothing ever sets “friend_dropp”" in said
    assert "did you mean “friend_drop”" in said


def test_the_flags_that_the_rules_themselves_set_are_known(town: Town) -> None:
    town.side("ledger_of_buckets")
    town.run("notice_board", "ledger_of_buckets")
    found, _ = read_folder(town.folder)
    known = flags_set(found)
    assert {"friend_drop", "crossing_wait", "did_shift", "asked_bet", "joined_ledger_of_buckets", "pawned"} <= known


def test_a_side_system_that_no_chapter_runs_is_named(town: Town) -> None:
    where = town.side("bucket")
    said = town.faults()
    assert set(said) == {where}
    assert "no chapter runs this side system" in said[where]
    town.run("notice_board", "bucket")
    assert town.faults() == {}


def test_a_side_system_that_nobody_can_opt_into_is_named(town: Town) -> None:
    file, _ = town.side("bucket", entry="opt_in")
    town.run("notice_board", "bucket")
    said = town.faults()
    assert set(said) == {(file, 9)}
    assert "nobody can opt in" in said[file, 9]


def test_only_a_side_system_is_joined(town: Town) -> None:
    file, _ = town.scene("bucket", more="joins: lumen, ")
    town.tell("notice_board", "{scene: bucket, before: 0}")
    assert "“lumen” is no side system" in town.faults()[file, 6]


def test_a_rule_about_what_nobody_can_do_is_named(town: Town) -> None:
    town.add("acts.yaml", "- {id: whistle, name: Whistling}\n")
    rule = '  - {act: whistle, points: 1, text: Whistling, origin: invented, source: "after nothing"}\n'
    where = town.add("tariffs/the_list.yaml", rule)
    said = town.faults()
    assert set(said) == {where}
    assert "nothing that can be done is “whistle”" in said[where]
    town.scene("bucket", more="acts: [whistle], ")
    town.tell("notice_board", "{scene: bucket, before: 0}")
    assert town.faults() == {}


def test_a_person_whom_nobody_meets_is_named(town: Town) -> None:
    where = town.add("people.yaml", "- {id: grey_man, name: Grey Man, skin: 1, hair: none, coat: coat}\n")
    said = town.faults()
    assert set(said) == {where}
    assert "“grey_man” is never met" in said[where]
    town.scene("bucket", who="grey_man")
    town.tell("notice_board", "{scene: bucket, before: 0}")
    assert town.faults() == {}


def test_a_family_that_no_campaign_plays_is_named(town: Town) -> None:
    found, _ = read_folder(town.folder)
    for campaign in found.things["campaigns"].values():
        path = town.folder / "campaigns" / f"{campaign.id}.yaml"
        path.write_text(re.sub(r", driver\b", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    file, line, _ = town.place("families", "driver", "id")
    said = town.faults()
    assert set(said) == {(file, line)}
    assert "“driver” is taken up by nothing" in said[file, line]


def test_a_consequence_that_is_told_twice_is_named_with_where_it_stood_first(town: Town) -> None:
    found, _ = read_folder(town.folder)
    first, second = list(found.things["roams"].values())[:2]
    where = town.set("roams", second.id, "then", to=f'"{first.then.upper()}"')
    said = town.faults()
    assert set(said) == {where}
    assert re.search(rf"is said already, at .*roams\.yaml:{where[1] - 1}\b", said[where])
