"""The house has floors, and its arrows run downwards."""

import ast
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import ROOT

GAME = ROOT / "game"
FLOORS = (
    ("__main__",),
    ("command_line",),
    ("shell", "tools", "host"),
    ("screens", "seminar"),
    ("bots", "debrief"),
    ("journal",),
    ("content", "rules", "telling"),
    ("model",),
    ("language",),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
FILES = sorted(GAME.rglob("*.py"))
WITH_A_WINDOW = ("shell", "screens")
LIGHT = ("game.__main__", "game.shell.app", "game.screens.title", "game.screens.kit", "game.screens.paint")


def room_of(path: Path) -> str:
    inside = path.relative_to(GAME)
    return inside.stem if len(inside.parts) == 1 else inside.parts[0]


def imports(path: Path) -> set[str]:
    """The dotted names that a file imports anywhere in it, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: says where it imports from"
            module = node.module or ""
            found |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    return found


def rooms_used(path: Path) -> set[str]:
    parts = [name.split(".") for name in imports(path) if name.startswith("game.")]
    return {part[1] for part in parts if part[1] != "__version__"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_room_knows_only_the_floors_below_it(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        assert not rooms_used(path)
        return
    assert room in FLOOR, f"{room} stands on no floor"
    wrong = {other for other in rooms_used(path) - {room} if FLOOR.get(other, -1) <= FLOOR[room]}
    assert wrong == set()


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_only_the_shell_and_the_screens_know_pygame(path: Path) -> None:
    if room_of(path) not in WITH_A_WINDOW:
        assert not {name for name in imports(path) if name.split(".")[0] == "pygame"}


def test_importing_the_whole_house_does_nothing(tmp_path: Path) -> None:
    """No file is opened for writing or made, no window is opened, nothing is printed, no program is started."""
    program = """
import importlib, os, sys
modules = sys.argv[1:]
for name in modules:
    try:
        importlib.import_module(name)  # what is imported the first time may compile; the second time tells
    except ImportError as error:
        sys.exit(f"{name}: {error}")
for name in [n for n in sys.modules if n == "game" or n.startswith("game.")]:
    del sys.modules[name]
seen = []
def hook(event, args):
    if event == "open" and "game" in str(args[0]) and str(args[0]).endswith((".py", ".pyc")):
        return
    if event in ("open", "os.mkdir", "subprocess.Popen", "socket.connect", "os.remove", "os.rename"):
        seen.append(f"{event} {args[0]}")
sys.addaudithook(hook)
for name in modules:
    importlib.import_module(name)
if "pygame" in sys.modules:
    import pygame
    if pygame.display.get_init():
        seen.append("a window")
print("\\n".join(seen), end="")
"""
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in FILES
             if room_of(path) != "host" or find_spec("starlette")]  # fmt: skip
    env_home = tmp_path / "home"
    env_home.mkdir()
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, *names],
        env={"PYTHONPATH": str(ROOT), "HOME": str(env_home), "PYGAME_HIDE_SUPPORT_PROMPT": "1", "SYSTEMROOT": ""},
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
    assert list(env_home.iterdir()) == []


def test_the_title_needs_no_pydantic() -> None:
    """The street stands before the level files and what checks them are loaded."""
    there = [name for name in LIGHT if exists(name)]
    program = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(sorted({'pydantic', 'yaml', 'game.model', 'game.content'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *there],
        env={"PYTHONPATH": str(ROOT), "PYGAME_HIDE_SUPPORT_PROMPT": "1", "SYSTEMROOT": ""},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def exists(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def test_no_file_of_the_game_is_a_cupboard() -> None:
    """Past 300 lines a file is asked why; the ones that have an answer are named here."""
    answered = {"game/model/content.py", "game/rules/step.py"}
    long = {p.relative_to(ROOT).as_posix() for p in FILES if len(p.read_text(encoding="utf-8").splitlines()) > 300}
    assert long - answered == set()
