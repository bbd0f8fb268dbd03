"""Plans of lessons are read strictly, stand in the guide with the same minutes, and decide nothing of a play."""

import re
import shutil
from importlib import import_module
from pathlib import Path

import pytest

from game.content import BadLevels, levels, load
from game.content.where import docs
from game.model.content import Pack
from tests.remembered import remembered


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(import_module("game.content.load"), "read", remembered)
    return shutil.copytree(levels(), tmp_path / "town")


def change(copy: Path, old: str, new: str) -> None:
    path = copy / "plans.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_there_are_plans_of_20_45_and_90_minutes(pack: Pack) -> None:
    assert [plan.minutes for plan in pack.plans.values()] == [20, 45, 90]


def test_a_change_to_the_plans_leaves_every_play_as_it_is(copy: Path, pack: Pack) -> None:
    change(copy, "name: 20 minutes", "name: Twenty minutes")
    other = load(copy)
    assert other.plans != pack.plans
    assert other.digest == pack.digest


def test_without_plans_a_folder_is_whole(copy: Path) -> None:
    (copy / "plans.yaml").write_text("[]\n", encoding="utf-8")
    assert load(copy).plans == {}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("minutes: 20\n", "minutes: 21\n", "the parts take 20 minutes"),
        ("campaign: taste", "campaign: tast", "“tast” is no campaign"),
        ("does: play", "does: findings", "0 parts play"),
        ("pages: [first]", "pages: [frist]", "“frist” is no page"),
        ("does: findings, pages: [first]", "does: findings", "pages stand with"),
        ('asks: ["Which of the two towns', 'ask: ["Which of the two towns', "did you mean “asks”"),
        ("minutes: 13, does: play", "minutes: 0, does: play", "greater than or equal to 1"),
        ("name: Neighbour, minutes: 3,", "name: Neighbour, minutes: 3 }#", "a stop with no words"),
        ('asks: ["Which of', f'asks: ["{"word " * 80}Which of', "words on one page"),
    ],
)
def test_each_fault_is_named_with_its_line(copy: Path, old: str, new: str, says: str) -> None:
    change(copy, old, new)
    with pytest.raises(BadLevels) as told:
        load(copy)
    assert says in str(told.value)
    assert all("plans.yaml:" in line for line in str(told.value).splitlines() if line.startswith("/"))


def test_the_guide_has_the_same_parts_and_minutes(pack: Pack) -> None:
    guide = (docs() / "guide.md").read_text(encoding="utf-8")
    table = guide.split("| part, in minutes | 20 | 45 | 90 |\n", 1)[1].split("\n\n", 1)[0].splitlines()[1:]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    for column, plan in enumerate(pack.plans.values(), start=1):
        told = {row[0]: int(row[column]) for row in rows if row[column] != "–"}
        made: dict[str, int] = {}
        for part in plan.parts:
            made[part.name] = made.get(part.name, 0) + part.minutes
        assert told == made


def test_what_a_stop_asks_stands_among_the_questions_of_the_guide_or_in_its_plans(pack: Pack) -> None:
    guide = (docs() / "guide.md").read_text(encoding="utf-8")
    questions = guide.split("## Questions that work", 1)[1].split("\n## ", 1)[0].replace("’", "'")
    asked = {ask for plan in pack.plans.values() for part in plan.parts for ask in part.asks
             if part.name in ("Debate", "Together", "Writing", "End")}  # fmt: skip
    assert asked
    assert {ask for ask in asked if ask.replace("’", "'") not in questions} == set()


def test_before_the_play_no_stop_names_a_thinker_or_what_is_compared(pack: Pack) -> None:
    for plan in pack.plans.values():
        parts = plan.parts[: [part.does for part in plan.parts].index("play") + 1]
        said = " ".join(text for part in parts for text in (*part.says, *part.asks))
        assert not re.search(r"Bentham|Foucault|Lyon|surveillance|panopt|compare|hidden town|twin", said, re.IGNORECASE)
