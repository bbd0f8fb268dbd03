"""`class`: one page, sums, and rows only where they were asked for; a bad file never takes the room along."""

import json
import zipfile
from concurrent.futures.process import BrokenProcessPool

import pytest

from game.tools import klass
from tests.conftest import Run
from tests.debrief.browser import complaints, sheets
from tests.debrief.sound import faults
from tests.seminar.conftest import golden, under, written

PLAYS = [golden(name) for name in ("lesson_visible-first_dice", "lesson_hidden-first_fox")]


@pytest.fixture(scope="module")
def handed(tmp_path_factory):
    """Twelve plays in a folder and a zip, one twice, and some of what students hand in besides."""
    folder = tmp_path_factory.mktemp("class") / "handed in"
    folder.mkdir()
    raws = {f"s{at}": written(under(PLAYS[at % 2], f"s{at}")) for at in range(12)}
    for name in list(raws)[:6]:
        (folder / f"{name}.jsonl").write_bytes(raws[name])
    with zipfile.ZipFile(folder / "upload.zip", "w") as packed:
        for name in list(raws)[5:]:
            packed.writestr(f"=HYPERLINK(1)/{name}.jsonl", raws[name])
    (folder / "essay.jsonl").write_text("I did not understand the task.\n", encoding="utf-8")
    return folder


def test_it_writes_a_page_and_sums_and_names_what_it_left_out(good_standing: Run, handed, tmp_path) -> None:
    done = good_standing("class", handed, "--out", tmp_path / "new" / "out", "--jobs", "1")
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(p.name for p in (tmp_path / "new" / "out").iterdir()) == ["class.html", "pool.csv", "pool.json"]
    assert "1 play came twice and counted once." in done.stdout
    assert "left out: essay.jsonl: " in done.stdout
    page = (tmp_path / "new" / "out" / "class.html").read_text(encoding="utf-8")
    assert faults(page) == [] and "All this is made of 12 plays." in page
    assert json.loads((tmp_path / "new" / "out" / "pool.json").read_text(encoding="utf-8"))["n"] == 12


def test_rows_are_written_only_where_they_were_asked_for_and_taken_away_again(handed, tmp_path) -> None:
    klass.klass([handed], tmp_path, 1, keep_rows=True)
    assert (tmp_path / "class.csv").exists()
    klass.klass([handed], tmp_path, 1)
    assert not (tmp_path / "class.csv").exists()


def test_of_a_room_that_is_too_small_nothing_is_shown_and_nothing_older_is_left(handed, tmp_path, capsys) -> None:
    klass.klass([handed], tmp_path, 1, keep_rows=True)
    assert klass.klass([handed / "s1.jsonl"], tmp_path, 1, keep_rows=True) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["class.html"]
    assert "Fewer than five plays" in (tmp_path / "class.html").read_text(encoding="utf-8")
    assert "Fewer than five" in capsys.readouterr().out


def test_many_hands_read_the_same_as_one(pack, handed, monkeypatch) -> None:
    monkeypatch.setattr(klass, "ALONE", 4)
    monkeypatch.setattr(klass, "TOGETHER", 3)
    one, many = klass.read([handed], pack, 1), klass.read([handed], pack, 2)
    assert (one.students, one.left_out, one.doubles) == (many.students, many.left_out, many.doubles)


def test_where_no_other_process_can_be_had_one_reads_them_all(pack, handed, monkeypatch) -> None:
    monkeypatch.setattr(klass, "ALONE", 4)
    for fault in (BrokenProcessPool("ended"), PermissionError("no semaphores"), ImportError("no processes")):

        def refuse(*_words, _fault=fault, **_more):
            raise _fault

        monkeypatch.setattr(klass, "ProcessPoolExecutor", refuse)
        assert len(klass.read([handed], pack, 2).students) == 12


def test_classes_are_laid_together_by_their_sums(good_standing: Run, handed, tmp_path) -> None:
    klass.klass([handed], tmp_path / "a", 1)
    (tmp_path / "bad.json").write_text("{}", encoding="utf-8")
    done = good_standing(
        "class", "--pool", tmp_path / "a" / "pool.json", tmp_path / "bad.json", "--out", tmp_path / "b"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "lesson: 1 room, 12 students" in done.stdout and "left out: bad.json" in done.stdout
    assert (tmp_path / "b" / "pooled.txt").read_text(encoding="utf-8") in done.stdout


def test_a_play_has_a_code_that_a_class_can_read(good_standing: Run, pack, handed, tmp_path) -> None:
    codes = tmp_path / "codes.txt"
    for at in range(6):
        done = good_standing("debrief", handed / f"s{at}.jsonl", "--code")
        assert (done.returncode, done.stderr) == (0, "")
        with codes.open("a", encoding="utf-8") as file:
            file.write(done.stdout.splitlines()[-1] + "\n")
    read = klass.read([codes, handed], pack, 1)
    assert (len(read.students), read.doubles) == (12, 7)
    assert klass.klass([codes], tmp_path / "out", 1) == 0
    assert good_standing("debrief", codes, "--code").returncode == 1


def test_without_anything_to_read_it_says_how(good_standing: Run, tmp_path) -> None:
    done = good_standing("class", "--out", tmp_path / "b")
    assert done.returncode == 1 and "Fewer than five" in done.stdout


@pytest.mark.long
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_on_a_page_of_a_class(handed, tmp_path, dark) -> None:
    klass.klass([handed], tmp_path, 1)
    page = (tmp_path / "class.html").read_text(encoding="utf-8")
    assert complaints(page, tmp_path, dark=dark) == []


@pytest.mark.long
def test_a_class_is_printed_on_no_more_than_ten_sheets(handed, tmp_path) -> None:
    klass.klass([handed], tmp_path, 1)
    assert 4 <= sheets((tmp_path / "class.html").read_text(encoding="utf-8"), tmp_path) <= 10
