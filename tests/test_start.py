"""start.py: what can be promised of set-up without a network."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import start
from tests.conftest import ROOT

SCRIPT = ROOT / "start.py"
MANY = str((os.cpu_count() or 1) + 1)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what set-up reads, in a folder with a space in its name, and nothing that would really install."""
    folder = tmp_path / "a game"
    folder.mkdir()
    (folder / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")
    pins = folder / "constraints.txt"
    pins.write_text("platformdirs==4.3.6\n", encoding="utf-8")
    monkeypatch.setattr(start, "HERE", folder)
    monkeypatch.setattr(start, "CONSTRAINTS", pins)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return folder


@pytest.fixture
def pips(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What pip was asked for; it says each time what `answers` holds next, and "" (all is well) when that is empty."""
    asked: list[list[str]] = []

    def made(folder: Path) -> None:
        start.python_of(folder).parent.mkdir(parents=True, exist_ok=True)
        start.python_of(folder).touch()

    def pip(folder: Path, log: Path, words: list[str]) -> str:
        asked.append(words)
        return ""

    monkeypatch.setattr(start, "make", made)
    monkeypatch.setattr(start, "pip", pip)
    return asked


def fails(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    left = list(answers)
    monkeypatch.setattr(start, "pip", lambda folder, log, words: left.pop(0) if left else "")


def test_it_needs_the_standard_library_alone() -> None:
    names = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(SCRIPT.read_text(encoding="utf-8")))
        for name in ([a.name for a in node.names] if isinstance(node, ast.Import) else [getattr(node, "module", "")])
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert names - set(sys.stdlib_module_names) == set()


def test_python_3_6_can_read_it_far_enough_to_say_that_it_is_too_old() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))
    before = [type(node).__name__ for node in tree.body[:3]]
    assert before == ["Expr", "Import", "If"]


def test_a_too_old_python_is_told_so_in_words() -> None:
    trick = f"import sys; sys.version_info = (3, 9, 1); exec(open({str(SCRIPT)!r}).read())"
    done = subprocess.run([sys.executable, "-c", trick], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer; this is Python 3.9." in done.stderr
    assert "Traceback" not in done.stderr


def test_it_installs_beside_itself_once(place: Path, pips: list[list[str]]) -> None:
    first = start.set_up([])
    second = start.set_up([])
    assert first == second == str(start.python_of(place / ".venv"))
    assert len(pips) == 1


def test_the_tests_extra_is_added_to_what_is_there(place: Path, pips: list[list[str]]) -> None:
    start.set_up([])
    start.set_up(["test"])
    start.set_up([])
    assert len(pips) == 2
    assert any(word.startswith("pytest") for word in pips[1])
    assert not any(word.startswith("pytest") for word in pips[0])


@pytest.mark.parametrize("changed", ["pyproject", "pins", "python"])
def test_it_installs_again_when_something_changed(
    changed: str, place: Path, pips: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    start.set_up([])
    if changed == "pyproject":
        old = (place / "pyproject.toml").read_text(encoding="utf-8")
        (place / "pyproject.toml").write_text(old.replace("PyYAML>=6", "PyYAML>=6.0.1"), encoding="utf-8")
    elif changed == "pins":
        start.CONSTRAINTS.write_text("platformdirs==4.3.7\n", encoding="utf-8")
    else:
        monkeypatch.setattr(sys, "version", "3.99.0 (of tomorrow)")
    start.set_up([])
    assert len(pips) == 2


def test_a_line_of_lint_rules_is_no_reason_to_install_again(place: Path, pips: list[list[str]]) -> None:
    start.set_up([])
    with (place / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n[tool.other]\nline = 1\n")
    start.set_up([])
    assert len(pips) == 1


def test_pinned_versions_come_first_and_the_newest_second(
    place: Path, pips: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[list[str]] = []

    def pip(folder: Path, log: Path, words: list[str]) -> str:
        asked.append(words)
        return "ERROR: No matching distribution found for platformdirs==4.3.6" if len(asked) == 1 else ""

    monkeypatch.setattr(start, "pip", pip)
    start.set_up([])
    assert ["-c" in words for words in asked] == [True, False]
    assert "trying the newest ones" in capsys.readouterr().out


def test_no_network_is_said_with_its_cure(
    place: Path, pips: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fails(monkeypatch, "WARNING: Retrying ... NewConnectionError('...: Temporary failure in name resolution')")
    assert start.main([]) == 1
    said = capsys.readouterr().err
    assert "The network could not be reached" in said
    assert "then start again" in said


def test_without_a_network_an_older_set_up_goes_on(
    place: Path, pips: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    start.set_up([])
    start.CONSTRAINTS.write_text("platformdirs==4.3.7\n", encoding="utf-8")
    fails(monkeypatch, "NameResolutionError")
    assert start.set_up([]) == str(start.python_of(place / ".venv"))
    assert "going on with what is there" in capsys.readouterr().out


def test_a_full_disk_is_said(
    place: Path, pips: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"
    fails(monkeypatch, full, full)
    assert start.main([]) == 1
    assert "no room left on the disk" in capsys.readouterr().err


def test_any_other_failure_shows_the_last_lines_and_where_the_rest_is(
    place: Path, pips: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fails(monkeypatch, "one", "first\nERROR: it did not build")
    assert start.main([]) == 1
    said = capsys.readouterr().err
    assert "ERROR: it did not build" in said
    assert "install.log" in said


def test_where_the_folder_cannot_be_written_the_data_folder_serves(
    place: Path, pips: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = start.make

    def make(folder: Path) -> None:
        if folder == place / ".venv":
            raise PermissionError(13, "Permission denied")
        made(folder)

    monkeypatch.setattr(start, "make", make)
    python = Path(start.set_up([]))
    assert not python.is_relative_to(place)
    assert "good-standing" in python.parts
    assert start.set_up([]) == str(python)
    assert len(pips) == 1


def test_where_nothing_can_be_written_it_says_so(
    place: Path, pips: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def make(folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(start, "make", make)
    assert start.main([]) == 1
    assert "Move this folder to where you may write" in capsys.readouterr().err


def test_a_python_without_ensurepip_is_told_what_to_install(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: None)
    assert start.main([]) == 1
    said = capsys.readouterr().err
    assert "-venv" in said
    assert "Traceback" not in said


def test_a_stamp_that_is_no_stamp_means_installing_again(place: Path, pips: list[list[str]]) -> None:
    start.set_up([])
    for broken in ("", "[]", '{"digest": 1}', "\x00"):
        (place / ".venv" / start.STAMP).write_text(broken, encoding="utf-8")
        start.set_up([])
    assert len(pips) == 5
    assert json.loads((place / ".venv" / start.STAMP).read_text(encoding="utf-8"))["extras"] == []


def test_a_virtual_environment_is_really_made_and_found_usable(tmp_path: Path) -> None:
    folder = tmp_path / "a place" / ".venv"
    assert not start.is_usable(folder)
    start.make(folder)
    assert start.is_usable(folder)


@pytest.mark.parametrize(
    ("words", "runs", "where"),
    [
        ([], ["-m", "game"], None),
        (["play", "taste"], ["-m", "game", "play", "taste"], None),
        (["a11y"], ["-m", "game"], None),
        (["a11y", "play", "taste"], ["-m", "game", "play", "taste"], None),
        (["host", "taste"], ["-m", "game", "host", "taste"], None),
        (["project", "taste", "--phones"], ["-m", "game", "project", "taste", "--phones"], None),
        (["test", "-k", "house"], ["-m", "pytest", "-n", MANY, "--dist", "worksteal", "-k", "house"], "here"),
    ],
)
def test_words_go_to_the_game_and_after_test_to_pytest(
    words: list[str],
    runs: list[str],
    where: str | None,
    place: Path,
    pips: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ran: list[tuple[list[str], Path | None]] = []
    monkeypatch.setattr(start, "run", lambda command, folder: ran.append((command, folder)) or 0)
    assert start.main(words) == 0
    command, folder = ran[0]
    assert command[command.index("-m") :] == runs
    assert folder == (place if where else None)


def test_a_room_that_votes_by_phone_gets_what_a_host_needs(
    place: Path, pips: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "run", lambda command, folder: 0)
    start.main(["project", "taste"])
    start.main(["project", "taste", "--phones"])
    assert [any(word.startswith("uvicorn") for word in words) for words in pips] == [False, True]


def test_settings_that_lead_pip_elsewhere_are_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    assert not {"PIP_TARGET", "PYTHONPATH"} & set(start.clean())


def test_every_pin_fits_what_is_asked_for() -> None:
    """The versions known to work are exact, and each thing that is asked for has one."""
    lines = (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if line and not line.startswith("#"))
    needs, _ = start.requirements(["test", "a11y", "host", "department"])
    assert {need.split(">=")[0] for need in needs} - set(pins) == set()


def test_portable_it_keeps_to_its_own_folder(
    place: Path, pips: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the word, or by a file that lies there; other words still reach the game."""
    monkeypatch.setenv(start.KEPT, "")  # so that it is taken away again, whatever is put there now
    monkeypatch.delenv(start.KEPT)
    ran: list[list[str]] = []
    monkeypatch.setattr(start, "run", lambda command, _folder: ran.append(command) or 0)
    monkeypatch.setattr(start, "is_usable", lambda _folder: True)
    start.main(["--portable", "play", "taste"])
    assert os.environ[start.KEPT] == str(place / "kept")
    assert Path(ran[0][0]).is_relative_to(place) and ran[0][-2:] == ["play", "taste"]
    assert "--no-cache-dir" in start_command(monkeypatch)
    monkeypatch.delenv(start.KEPT)
    (place / "portable").touch()
    start.main(["play", "taste"])
    assert os.environ[start.KEPT] == str(place / "kept") and ran[1] == ran[0]
    monkeypatch.delenv(start.KEPT)


def start_command(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What pip would really be called with."""
    found: list[list[str]] = []

    class Done:
        stdout, returncode = "", 0

    with monkeypatch.context() as patch:
        patch.setattr(start.subprocess, "run", lambda command, **_: found.append(command) or Done())
        ORIGINAL_PIP(Path("folder"), Path(os.devnull), ["x"])
    return found[0]


ORIGINAL_PIP = start.pip


def test_a_stick_has_a_set_up_for_each_kind_of_computer(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(start.KEPT, str(place / "kept"))
    here = start.places()
    monkeypatch.setattr(sys, "platform", "win32")
    there = start.places()
    assert len(here) == len(there) == 1 and here != there
    assert here[0].parent == there[0].parent == place


def test_a_set_up_whose_python_has_gone_is_made_anew(
    place: Path, pips: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stick is in another computer now."""
    monkeypatch.setenv(start.KEPT, str(place / "kept"))
    monkeypatch.setattr(start, "is_usable", lambda _folder: len(pips) > 1)
    start.set_up([])
    start.set_up([])
    start.set_up([])
    assert len(pips) == 2


def test_what_was_brought_along_comes_before_the_network(
    place: Path, pips: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "wheels").mkdir()
    start.set_up([])
    assert len(pips) == 1 and pips[0][:2] == ["--no-index", "--find-links"]


def test_what_was_brought_and_does_not_fit_is_no_dead_end(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "wheels").mkdir()
    fails(monkeypatch, "ERROR: No matching distribution found")
    monkeypatch.setattr(start, "make", lambda folder: folder.mkdir(parents=True, exist_ok=True))
    assert start.set_up([])
