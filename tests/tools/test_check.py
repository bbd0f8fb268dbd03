"""`check`: every fault in one line, with file, line and column; never a traceback."""

import os
import re
import shutil
from importlib import import_module
from pathlib import Path

import pytest

from game.content import assets, levels
from game.tools.check import check
from tests.conftest import Run
from tests.remembered import remembered
from tests.tools.broken import break_one

FAULT = re.compile(r"^(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?P<what>.+)$")


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the real levels, and we stand beside it."""
    monkeypatch.setattr(import_module("game.content.load"), "read", remembered)
    shutil.copytree(levels(), tmp_path / "town")
    monkeypatch.chdir(tmp_path)
    return Path("town")


def faults(capsys: pytest.CaptureFixture[str]) -> list[re.Match[str]]:
    out = capsys.readouterr().out.splitlines()
    found = [FAULT.match(line) for line in out]
    assert None not in found, out
    return [match for match in found if match]


def test_the_levels_of_the_game_have_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert check([]) == 0
    said = capsys.readouterr().out
    files = sum(1 for _ in levels().rglob("*.yaml"))
    assert said.startswith(f"{files} files read, no fault")


def test_a_copy_of_them_has_none_either(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check([copy]) == 0


def try_break(copy: Path, number: int, capsys: pytest.CaptureFixture[str]) -> None:
    path, made = break_one(copy, number)
    whole = path.read_bytes()
    path.write_bytes(made.data)
    try:
        code = check([copy])
    finally:
        path.write_bytes(whole)
    if code == 0:
        assert made.line is None, (number, made.how, path)
        assert "no fault" in capsys.readouterr().out
        return
    assert code == 1
    found = faults(capsys)
    if made.line is not None:
        named = {(match["file"], int(match["line"])) for match in found}
        assert (str(path), made.line) in named, (number, made.how, path, made.line, named)


@pytest.mark.parametrize("number", range(24))
def test_a_broken_copy_is_named_where_it_is_broken(number: int, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    try_break(copy, number, capsys)


@pytest.mark.long
@pytest.mark.parametrize("hundred", range(5))
def test_five_hundred_broken_copies(hundred: int, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Always 0 or 1, never a traceback, and the line named is right where the break is known."""
    for number in range(100):
        try_break(copy, 1000 + 100 * hundred + number, capsys)


def test_several_faults_are_all_said_at_once(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "people.yaml").write_text("- {id: joss, skin: many}\n", encoding="utf-8")
    (copy / "acts.yaml").write_text("acts: []\n", encoding="utf-8")
    assert check([copy]) == 1
    files = {match["file"] for match in faults(capsys)}
    assert {str(copy / "people.yaml"), str(copy / "acts.yaml")} <= files


def test_a_single_file_is_checked_among_its_neighbours(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = copy / "families" / "fall.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("who: adeyemi", "who: adeyemy", 1), encoding="utf-8")
    assert check([copy / "families" / "crossing.yaml"]) == 0
    assert "1 file read, no fault" in capsys.readouterr().out
    assert check([path]) == 1
    (fault,) = faults(capsys)
    assert fault["file"] == str(path)
    assert "did you mean “adeyemi”" in fault["what"]


def test_a_folder_inside_is_checked_as_part_of_the_whole(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check([copy / "scenes", copy / "people.yaml"]) == 0
    files = sum(1 for _ in (copy / "scenes").iterdir()) + 1
    assert f"{files} files read" in capsys.readouterr().out


def test_faults_elsewhere_are_not_kept_quiet(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "people.yaml").write_text("", encoding="utf-8")
    assert check([copy / "families" / "fall.yaml"]) == 0
    assert "in other files of the folder: what one file says of another could" in capsys.readouterr().err


def test_a_fault_elsewhere_that_hides_nothing_is_only_counted(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (copy / "people.yaml").open("a", encoding="utf-8") as people:
        people.write("- {id: grey_man, name: Grey Man, skin: 1, hair: none, coat: coat}\n")
    assert check([copy / "families" / "fall.yaml"]) == 0
    assert capsys.readouterr().err == "1 more fault in other files of the folder.\n"


@pytest.mark.parametrize("missing", ["town.yaml", "people.yaml", "closes.yaml"])
def test_a_missing_file_is_named(missing: str, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / missing).unlink()
    assert check([copy]) == 1
    assert any(f"“{missing}” is missing" in match["what"] for match in faults(capsys))


def test_a_thing_without_a_drawing_is_named(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "images").mkdir()
    shutil.copytree(assets() / "images" / "things", tmp_path / "images" / "things")
    (tmp_path / "images" / "things" / "goose.svg").unlink()
    monkeypatch.setattr("game.tools.check.assets", lambda: tmp_path)
    assert check([copy]) == 1
    said = capsys.readouterr().out.splitlines()
    assert [re.sub(r"^.*/", "", line.split(":")[0]) for line in said] == ["crossing.yaml", "goose.yaml"]
    assert all("the drawing of “goose” is missing" in line for line in said)


def test_what_is_not_there_or_no_level_is_said(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("note.txt").write_text("hello", encoding="utf-8")
    Path("alone.yaml").write_text("id: alone\n", encoding="utf-8")
    assert check([Path("nowhere"), Path("note.txt"), Path("alone.yaml")]) == 1
    said = {match["file"]: match["what"] for match in faults(capsys)}
    assert set(said) == {"nowhere", "note.txt", "alone.yaml"}
    assert "stands in no folder of levels" in said["alone.yaml"]


def test_an_empty_folder_is_no_folder_of_levels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    assert check([Path("empty")]) == 1
    assert any("“town.yaml” is missing" in match["what"] for match in faults(capsys))


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")
def test_strange_things_in_the_folder_are_faults_not_crashes(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "scenes" / "folder.yaml").mkdir()
    (copy / "scenes" / "circle.yaml").symlink_to(copy.absolute() / "scenes" / "circle.yaml")
    (copy / "scenes" / "gone.yaml").symlink_to("nowhere.yaml")
    (copy / "scenes" / "huge.yaml").write_bytes(b"# " + b"x" * (2 << 20))
    (copy / "elsewhere").mkdir()
    (copy / "elsewhere" / "x.yaml").write_text("id: x\n", encoding="utf-8")
    assert check([copy]) == 1
    named = {Path(match["file"]).name for match in faults(capsys)}
    assert {"folder.yaml", "circle.yaml", "gone.yaml", "huge.yaml", "x.yaml"} <= named


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")
def test_a_file_name_that_is_no_text_is_a_fault_not_a_crash(copy: Path, good_standing: Run) -> None:
    (Path(os.fsencode(copy.absolute() / "scenes").decode()) / os.fsdecode(b"\xff.yaml")).write_text("id: x\n")
    done = good_standing("check", copy.absolute())
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_the_command_says_faults_without_a_traceback(copy: Path, good_standing: Run) -> None:
    (copy / "people.yaml").write_text("- {id: joss\n", encoding="utf-8")
    done = good_standing("check", copy.absolute())
    assert done.returncode == 1
    assert all(FAULT.match(line) for line in done.stdout.splitlines())
    assert "Traceback" not in done.stdout + done.stderr
