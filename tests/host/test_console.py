"""`good-standing host`, as a lecturer starts it: what is said, how soon, and what happens when it is killed."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra “host” is not installed")

from game.host import addresses, console
from game.host.addresses import listen
from game.host.arms import Arms
from tests.conftest import ROOT, Run
from tests.host.browser import Browser
from tests.host.rooms import LITE, Room


class Console:
    """A host in a process of its own."""

    def __init__(self, folder: Path, *words: str) -> None:
        began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "game", "host", *words, "--data", str(folder), "--only-here"], cwd=folder.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        )  # fmt: skip
        self.said = ""
        assert self.process.stdout
        for line in self.process.stdout:
            self.said += line
            if "hand in the records" in line:
                break
        self.took = time.monotonic() - began
        found = re.search(r"http://127\.0\.0\.1:(\d+)/host/(\w+)", self.said)
        assert found, self.said
        self.port, self.lectern = int(found[1]), f"/host/{found[2]}"

    def end(self, how: signal.Signals) -> str:
        self.process.send_signal(how)
        assert self.process.stdout
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        with self.process.stdout as rest:
            return rest.read()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "room"


def test_it_says_where_it_is_as_words_and_as_a_code_and_what_is_settled(home: Path) -> None:
    one = Console(home, "taste", "--mode", "rows", "--minutes", "20")
    try:
        for words in (
            f"Students open   http://127.0.0.1:{one.port}/", f"http://127.0.0.1:{one.port}/screen", "▀", "answers (",
            "The lot, fixed now:", "the rows of those who agree", "everything is deleted when", "firewall",
            "Nobody plays before you press Start",
        ):  # fmt: skip
            assert words in one.said, words
        assert one.took < 15  # on a free machine it is one second
        assert "Start" in Browser(one.port).get(one.lectern).text
    finally:
        rest = one.end(signal.SIGINT)
    assert one.process.returncode in (0, 130) and "Traceback" not in rest


def test_a_host_that_is_killed_and_started_again_is_the_same_room(home: Path) -> None:
    one = Console(home, "--go")
    student = Browser(one.port)
    student.join()
    for _ in range(8):
        student.on()
    was = student.get("/play").text
    one.end(signal.SIGKILL)
    again = Console(home, "--port", str(one.port))
    try:
        assert "This room goes on where it was (running): 1 joined, 0 done" in again.said
        assert again.lectern == one.lectern
        assert student.get("/play").text == was
    finally:
        again.end(signal.SIGINT)


@pytest.mark.long
def test_another_campaign_does_not_take_the_place_of_a_room(home: Path, good_standing: Run) -> None:
    Console(home, "taste").end(signal.SIGINT)
    done = good_standing("host", "lesson", "--data", str(home), "--only-here")
    assert done.returncode == 1 and "A room for “taste” lies there." in done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["host", "nowhere"], "“nowhere” is not known"),
        (["host", "--until", "2020-01-01"], "must lie ahead"),
        (["host", "--until", "soon"], "soon is no day"),
        (["host", "--port", "0"], "0 is no port"),
        (["host", "--workers", "3"], "Several workers need --database"),
        (["host", "--export", "out"], "no room lies there"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(good_standing: Run, words: list[str], says: str) -> None:
    done = good_standing(*words, "--only-here", "--data", "there")
    assert done.returncode in (1, 2) and says in done.stderr and "Traceback" not in done.stderr


@pytest.mark.long
def test_rows_that_may_leave_are_written_by_a_command_and_figures_only_are_not(
    home: Path, good_standing: Run, tmp_path: Path
) -> None:
    one = Console(home, "--go", "--mode", "rows")
    student = Browser(one.port)
    student.join(shares="1")
    student.on()
    early = good_standing("host", "--data", str(home), "--export", str(tmp_path / "out"))
    lecturer = Browser(one.port)
    form = next(form for form in lecturer.get(one.lectern).page.forms if form["deed"] == "stop")
    lecturer.send(form, sure="1")
    one.end(signal.SIGINT)
    late = good_standing("host", "--data", str(home), "--export", str(tmp_path / "out"))
    assert early.returncode == 1 and "only when it is closed" in early.stderr
    assert late.returncode == 0 and "1 records written" in late.stdout and len(list((tmp_path / "out").iterdir())) == 1


@LITE
def test_the_code_on_the_console_is_the_address(room: Room) -> None:
    """As drawn: two rows of the code a line, a quiet edge all round."""
    lines = console.qr(room.host.address).split("\n")
    assert len({len(line) for line in lines}) == 1 and lines[0].strip() == "" and lines[1].startswith("  █▀▀▀▀▀█")


@LITE
def test_the_self_test_tells_whether_the_host_answers(room: Room) -> None:
    with listen(0, only_here=True) as silent:
        nobody = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert console.answers(room.host.address) and not console.answers(nobody, seconds=0.2)


def test_no_address_of_this_machine_alone_is_given_to_others() -> None:
    found = addresses.addresses()
    assert not [one for one in found if one.startswith(("127.", "169.254.", "fe80", "::1"))]


def test_addresses_are_written_as_a_browser_takes_them() -> None:
    said = [addresses.url(*one) for one in (("10.0.0.7", 8080), ("10.0.0.7", 80), ("fd00::2", 8080))]
    assert said == ["http://10.0.0.7:8080/", "http://10.0.0.7/", "http://[fd00::2]:8080/"]


@LITE
def test_the_rule_of_the_lot_is_written_down(room: Room) -> None:
    text = (ROOT / "docs" / "host.md").read_text(encoding="utf-8")
    assert "SEED:block:BLOCK:ORDER:FILE" in text and "SEED:play:PLACE:TAKE" in text
    assert isinstance(room.host.arms, Arms)
