"""`check` finds what one side would win or lose by no doing of its own, and lines that are too long."""

from pathlib import Path

import pytest

from game.content import read_folder
from game.content.fairness import ranges, richest
from tests.tools.altered import Town

TEN = "one two three four five six seven eight nine ten"


@pytest.mark.parametrize(("field", "value"), [("minutes", 90), ("coins", -6)])
def test_a_coat_whose_price_is_far_from_its_siblings_is_named(field: str, value: int, town: Town) -> None:
    path = town.folder / "families" / "fall.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("minutes: 40,", f"{field}: {value},", 1), encoding="utf-8")
    line = text[: text.index("minutes: 40,")].count("\n") + 1
    said = town.faults()
    assert set(said) == {(str(path), line)}
    assert f"{field} {value}, where the middle of the six is" in said[str(path), line]


def test_a_choice_that_nobody_could_pay_for_is_named(town: Town) -> None:
    found, _ = read_folder(town.folder)
    most = max(richest(found, campaign) for campaign in found.things["campaigns"].values())
    where = town.set("scenes", "station_window", "choices", 0, "needs", "coins", to=f"{most + 1}")
    said = town.faults()
    assert set(said) == {where}
    assert f"nobody can have {most + 1} coins" in said[where]
    town.set("scenes", "station_window", "choices", 0, "needs", "coins", to=f"{most}")
    assert town.faults() == {}


def test_the_bound_of_a_purse_is_beyond_what_any_week_of_shifts_pays(town: Town) -> None:
    found, _ = read_folder(town.folder)
    for campaign in found.things["campaigns"].values():
        assert richest(found, campaign) > campaign.coins + 44 * len(campaign.visible_first)


def test_a_choice_that_needs_a_door_open_and_shut_is_named(town: Town) -> None:
    path = town.folder / "scenes" / "lodging_door.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("doors: [bed], shut: [deposit]", "doors: [bed], shut: [bed]"), encoding="utf-8")
    (said,) = town.faults().values()
    assert "needs “bed” open and shut at once" in said


def test_points_that_nobody_can_have_under_a_side_system_are_named(town: Town) -> None:
    town.side("tally", more="extra:\n  - {act: buy_bread, points: 2, text: Bread, origin: invented, source: nowhere}\n")
    town.run("notice_board", "tally")
    file, _ = town.scene("bucket", more="needs: {regime: tally, at_least: 2, why: For those with bread}, ")
    town.tell("notice_board", "{scene: bucket, before: 0}")
    assert town.faults() == {}
    text = Path(file).read_text(encoding="utf-8")
    Path(file).write_text(text.replace("at_least: 2", "at_least: 3"), encoding="utf-8")
    assert "nobody can have 3 points under “tally”, at most 2" in town.faults()[file, 6]


@pytest.mark.parametrize(("regime", "others"), [("notice_board", 2), ("dark_glass", 1)])
@pytest.mark.parametrize(("at_least", "says"), [(950, "never opens to anybody"), (300, "never shuts to anybody")])
def test_a_door_that_never_moves_is_named(regime: str, others: int, at_least: int, says: str, town: Town) -> None:
    where = town.set("regimes", regime, "doors", 1, "at_least", to=f"{at_least}")
    said = town.faults()
    assert says in said[where]
    assert len(said) == 1 + (others if regime == "notice_board" else 0), "its counterparts are no longer like it"


def test_a_door_that_no_doing_opens_to_one_file_is_named_with_the_file(town: Town) -> None:
    found, _ = read_folder(town.folder)
    can = ranges(found, found.things["regimes"]["notice_board"])
    worst = min(can, key=lambda file: can[file][1])
    where = town.set("regimes", "notice_board", "doors", 0, "at_least", to=f"{can[worst][1] + 1}")
    assert f"the door “deposit” never opens to the file {worst}" in town.faults()[where]


def test_a_regime_that_counts_nothing_moves_no_door(town: Town) -> None:
    town.set("regimes", "notice_board", "scores", to="nothing")
    file, line, _ = town.place("regimes", "notice_board", "doors", 0, "at_least")
    assert "never opens to the file" in town.faults()[file, line]


def test_a_line_about_what_cannot_be_done_on_its_days_is_named(town: Town) -> None:
    """One asks at the warden's desk while the board hangs, and not under the app."""
    line = "extra:\n  - {act: ask_at_desk, points: 2, text: Asking, origin: invented, source: nowhere}\n"
    file, _ = town.side("tally", more=line)
    town.run("lumen", "tally")
    assert "nobody can do “ask_at_desk” on a day when “tally” counts" in town.faults()[file, 11]
    town.run("notice_board", "tally")
    assert town.faults() == {}


def test_doors_of_a_side_system_are_named_because_nobody_judges_by_them(town: Town) -> None:
    file, _ = town.side("tally", more="doors:\n  - {door: bed, at_least: 1}\n")
    town.run("notice_board", "tally")
    assert "a side system judges no doors" in town.faults()[file, 10]


@pytest.mark.parametrize(
    ("path", "to", "says"),
    [
        (("start",), "601", "start is 601, and 600 under “notice_board”"),
        (("doors", 2, "at_least"), "596", "“bed” is 596, and 595 under “notice_board”"),
        (("file", 0, "points"), "-7", "“lane_postcode” is -7, and -5 under “notice_board”"),
        (("doors", 0, "door"), "bed", "“deposit” is left out, and 603 under “notice_board”"),
    ],
)
def test_a_hidden_regime_that_gives_other_than_the_posted_one_is_named(
    path: tuple[str | int, ...], to: str, says: str, town: Town
) -> None:
    town.set("regimes", "lumen", *path, to=to)
    said = [text for (file, _), text in town.faults().items() if Path(file).name == "lumen.yaml"]
    assert any(says in text for text in said)


def test_another_list_is_another_prize(town: Town) -> None:
    town.add("tariffs/other.yaml", "id: other\nrules: []\n")
    where = town.set("regimes", "lumen", "tariff", to="other")
    assert "tariff is other, and the_list under “notice_board”" in town.faults()[where]


def test_lines_beyond_the_list_may_not_outweigh_it(town: Town) -> None:
    town.set("regimes", "lumen", "extra", 0, "points", to="6")
    assert town.faults() == {}, "three points of sixty are within five per cent"
    town.set("regimes", "lumen", "extra", 0, "points", to="7")
    file, line, _ = town.place("regimes", "lumen", "extra")
    assert "beyond the list its lines come to +4, and to +0" in town.faults()[file, line]


def test_work_that_only_one_of_the_two_offers_is_another_prize(town: Town) -> None:
    path = town.folder / "places.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("coins: 22, rest: -1, ", "coins: 22, rest: -1, conditions: [P], "), encoding="utf-8")
    assert any("a day’s work under it pays" in said for said in town.faults().values())


@pytest.mark.parametrize(
    ("kind", "name", "path", "most"),
    [
        ("families", "fall", ("coats", 0, "memory", "kept"), 9),
        ("families", "fall", ("coats", 0, "word", "away"), 7),
        ("regimes", "notice_board", ("sights", 0), 7),
        ("nudges", "soap", ("line_x",), 9),
    ],
)
def test_a_line_that_is_too_long_is_named(
    kind: str, name: str, path: tuple[str | int, ...], most: int, town: Town
) -> None:
    words = TEN.split()[: most + 1]
    where = town.set(kind, name, *path, to=" ".join(words))
    said = town.faults()
    assert set(said) == {where}
    assert f"has {most + 1} words, at most {most}" in said[where]
    town.set(kind, name, *path, to=" ".join(words[:-1]))
    assert town.faults() == {}
