"""Where nothing can be written and no network is there, the game is played to its debrief all the same."""

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.bots import Bot, keeps_table
from game.journal import CannotWrite, Session
from game.model.content import Pack
from game.screens.debrief.screen import Debrief
from game.screens.kit.answers import Do, Order
from game.screens.plays import Notice
from game.screens.saved import Settings
from game.shell import settings as kept
from game.shell.desk import Desk
from game.shell.library import Folder
from tests.conftest import ROOT

REACHES_OUT = {"socket", "http", "urllib", "ftplib", "smtplib", "ssl", "requests", "webbrowser", "asyncio"}

UNPLUGGED = """
import sys
def hook(event, args):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")):
        raise RuntimeError(f"the game reached out: {event} {args}")
sys.addaudithook(hook)
import tempfile
from pathlib import Path
from game.shell.bench.drive import whole
from game.shell.library import Folder
with tempfile.TemporaryDirectory() as folder:
    whole(Folder(Path(folder)), "notice_board", 1, None, None)
print("played")
"""


def play_on(desk: Desk, session: Session) -> None:
    """To the end, putting away what the shell has to say."""
    bot = Bot("dice", 1, keeps_table(session.pack))
    while session.view().phase != "over":
        desk.apply(Do(bot.choose(session.view(), session.legal())))
        while isinstance(desk.screens[-1], Notice):
            desk.screens.pop()


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """After so many lines nothing can be written any more."""

    def full(after: int) -> None:
        left, write = [after], Session._write

        def try_to(self: Session, text: str, *, new: bool = False) -> None:
            left[0] -= 1
            if self.path is not None and left[0] < 0:
                self.path = None
                raise CannotWrite(28, "no room")
            write(self, text, new=new)

        monkeypatch.setattr(Session, "_write", try_to)

    return full


@pytest.mark.parametrize("lines", [0, 1, 9])
def test_a_disk_that_is_full_or_read_only_costs_the_record_and_not_the_play(
    tmp_path: Path, pack: Pack, nowhere: Callable[[int], None], lines: int
) -> None:
    nowhere(lines)
    desk = Desk(Settings(still=True), clock=lambda: 0.0)
    desk.ready(Folder(tmp_path / "plays", pack=pack))
    desk.apply(Order("new", {"campaign": "taste", "seed": 1}))
    session = desk.play
    assert isinstance(session, Session)
    told = [one for one in desk.screens if isinstance(one, Notice)]
    assert [one.unsaved for one in told] == ([True] if lines < 2 else [])
    while isinstance(desk.screens[-1], Notice):
        desk.screens.pop()
    play_on(desk, session)
    desk.apply(Order("debrief"))
    found = desk.screens[-1]
    assert isinstance(found, Debrief)
    assert len(found.record.lines) == len(session.lines), "it is of the whole play, not of what was written"


def test_settings_that_cannot_be_kept_are_said_once_and_cost_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lid = tmp_path / "a file"
    lid.write_text("", encoding="utf-8")
    kept.write(lid / "settings.json", Settings())
    assert "settings not kept" in capsys.readouterr().err
    assert kept.read(lid / "settings.json") == Settings()


JOINS = ("address.py", "line.py", "errand.py", "joined.py")
"""The way to a room that somebody else has opened: each of these is known to the next alone, the last to `join`."""


def test_no_room_of_the_house_but_the_class_host_and_what_joins_it_knows_how_to_reach_out() -> None:
    """The host answers others, and only where somebody opens a room; one line asks it, and only on `join`."""
    wrong = []
    for path in sorted((ROOT / "game").rglob("*.py")):
        if path.is_relative_to(ROOT / "game" / "host") or (path.parent.name == "shell" and path.name in JOINS[:2]):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            wrong += [f"{path.name}: {name}" for name in names if name.split(".")[0] in REACHES_OUT]
    assert wrong == []


def test_a_whole_play_and_its_debrief_touch_no_network() -> None:
    env = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYTHONPATH": str(ROOT), "SYSTEMROOT": "",
           "PYGAME_HIDE_SUPPORT_PROMPT": "1"}  # fmt: skip
    done = subprocess.run([sys.executable, "-c", UNPLUGGED], env=env, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == ("played", 0), done.stderr


def test_one_folder_can_hold_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.FOLDER, str(tmp_path))
    for one in (kept.settings_file(), kept.plays_folder(), kept.copies_folder()):
        assert tmp_path in one.parents


def test_without_one_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.FOLDER, "")
    assert kept.copies_folder() == Path.home() / "good-standing"
    assert kept.own_folder() is None


def test_the_line_to_a_room_is_loaded_by_nothing_but_joining_one() -> None:
    """Whoever joins no room has no code in memory that could ask anybody anything; an address alone is only read."""
    knows: dict[str, set[str]] = {}
    for path in sorted((ROOT / "game").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("game.shell."):
                knows.setdefault(f"{(node.module or '').removeprefix('game.shell.')}.py", set()).add(path.name)
    assert knows["line.py"] == {"errand.py", "joined.py"}
    assert knows["errand.py"] <= {"joined.py", "carded.py", "seen.py"} and knows["joined.py"] == {"desks.py"}
    for name in ("carded.py", "seen.py"):
        assert knows[name] <= {"carded.py", "joined.py"}
    assert knows["address.py"] == {"__main__.py", "line.py", "joined.py", "orders.py"}
