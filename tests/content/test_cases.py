"""`check` knows when the cases of the learning check are not alike, or too long; the digest does not know them."""

import shutil
from importlib import import_module
from pathlib import Path

import pytest

from game.content import BadLevels, levels, load
from game.model.content import Pack
from tests.remembered import remembered

ROOT_OF_CONCEPTS = levels().parent / "docs" / "concepts.md"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(import_module("game.content.load"), "read", remembered)
    return shutil.copytree(levels(), tmp_path / "town")


def change(copy: Path, old: str, new: str) -> None:
    path = copy / "check.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(copy: Path) -> str:
    with pytest.raises(BadLevels) as told:
        load(copy)
    return str(told.value)


def test_a_change_to_the_cases_leaves_every_play_as_it_is(copy: Path, pack: Pack) -> None:
    change(copy, "Petra does her crossword", "Petra does a crossword")
    other = load(copy)
    assert other.cases["claims_screens"] != pack.cases["claims_screens"]
    assert other.digest == pack.digest


def test_any_other_file_is_still_in_the_digest(copy: Path, pack: Pack) -> None:
    path = copy / "closes.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert load(copy).digest != pack.digest


def test_without_cases_a_folder_is_whole_and_offers_none(copy: Path) -> None:
    (copy / "check.yaml").write_text("[]\n", encoding="utf-8")
    assert load(copy).cases == {}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("lot: a\n  kind: none", "lot: a\n  kind: nudge", "lot a has “none” 1 times"),
        ("lot: a\n  kind: norm", "lot: a\n  kind: sorting", "lot a has no “norm”"),
        ("lot: a", "lot: b", "lot a has 7 cases"),
        ("kind: sorting", "kind: nudge", "as often in both lots"),
        ("kind: watched", "kind: watchful", "did you mean “watched”"),
        ("lot: a", "lot: c", "“lot” is 'c'"),
        ("id: press_ups", "id: claims_screens", "is taken"),
        ("Thirty-nine, he says,", "Thirty-nine, " + "well " * 20 + "he says,", "at most 44"),
        ("Growth or discipline, the case does not say.", "Well. " * 30, "at most 50"),
        ("  why: Nobody counts", "  reason: Nobody counts", "“reason” is not known here"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_them_is_said_in_its_place(copy: Path, old: str, new: str, says: str) -> None:
    change(copy, old, new)
    said = faults(copy)
    assert says in said
    assert all("check.yaml:" in line for line in said.splitlines())
