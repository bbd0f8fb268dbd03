"""The command line: its words, its codes, and what it does not load."""

import json
from pathlib import Path

import pytest

import game
from tests.conftest import Run


def test_it_says_its_version(good_standing: Run) -> None:
    done = good_standing("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"good-standing {game.__version__}\n", "")


def test_help_names_every_command(good_standing: Run) -> None:
    done = good_standing("--help")
    assert done.returncode == 0
    for command in ("play", "demo", "check", "replay", "debrief", "schema", "guide", "bench", "stats", "power"):
        assert f"\n    {command} " in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["wander"],
        ["--loud"],
        ["play"],
        ["play", "taste", "--order", "upside-down"],
        ["play", "taste", "--size", "big"],
        ["play", "taste", "--size", "10x10"],
        ["play", "taste", "--text", "110"],
        ["play", "taste", "--seed", "x"],
        ["play", "feast"],
        ["demo"],
        ["demo", "--out", "d", "--no-screens", "--bot", "wolf"],
        ["demo", "--out", "d", "--no-screens", "--campaign", "feast"],
        ["stats", "--plays", "0"],
        ["power", "--players", "0"],
        ["power", "--jobs", "many"],
        ["stats", "--campaign", "feast", "--plays", "1"],
        ["replay"],
        ["schema"],
        ["check", "--hard"],
    ],
    ids=" ".join,
)
def test_unknown_words_get_a_usage_line_and_code_2(words: list[str], good_standing: Run) -> None:
    done = good_standing(*words)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: good-standing")
    assert "Traceback" not in done.stderr


def test_the_levels_of_the_game_check_out_from_any_folder(good_standing: Run) -> None:
    done = good_standing("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "no fault" in done.stdout


def test_a_demo_without_screens_says_what_it_did(good_standing: Run, tmp_path: Path) -> None:
    done = good_standing("demo", "--no-screens", "--campaign", "taste", "--out", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("fox played taste, seed 7, visible-first, file ")
    assert (tmp_path / "out" / "record.jsonl").exists()


def test_records_are_the_same_under_any_hash_seed(good_standing: Run, tmp_path: Path) -> None:
    for number in ("0", "1"):
        out = tmp_path / number
        good_standing("demo", "--no-screens", "--campaign", "taste", "--out", out, PYTHONHASHSEED=number)
    first, second = ((tmp_path / number / "record.jsonl").read_bytes() for number in ("0", "1"))
    assert first == second


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no whole line"),
        ("{}\n", "“format” is missing"),
        ('{"format":99}\n', "this game reads format 1"),
        ("hello\n", "is no header of a record"),
        ("\x00\x01\n", "is no header of a record"),
    ],
)
@pytest.mark.parametrize("command", ["replay", "debrief"])
def test_what_is_no_record_is_said_in_a_line(
    command: str, text: str, says: str, good_standing: Run, tmp_path: Path
) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(text, encoding="utf-8")
    done = good_standing(command, path)
    assert done.returncode == 1
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_changed_record_is_found(good_standing: Run, tmp_path: Path) -> None:
    good_standing("demo", "--no-screens", "--campaign", "taste", "--out", tmp_path)
    record = tmp_path / "record.jsonl"
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if '"do":"choose"' in line)
    step = json.loads(lines[at])
    step["act"]["what"] += "x"
    lines[at] = json.dumps(step, ensure_ascii=False, separators=(",", ":")) + "\n"
    record.write_text("".join(lines), encoding="utf-8")
    done = good_standing("replay", record)
    assert done.returncode == 1
    assert f"record.jsonl:{at + 1}: does not fit its digest" in done.stderr


@pytest.mark.parametrize("command", [["demo", "--no-screens", "--campaign", "taste", "--out"], ["schema"]])
def test_a_place_that_cannot_be_written_is_said(command: list[str], good_standing: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    done = good_standing(*command, tmp_path / "file" / "folder")
    assert done.returncode == 1
    assert "file" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_old_console_without_our_letters_is_no_crash(good_standing: Run) -> None:
    done = good_standing("check", "nowhere.yaml", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
