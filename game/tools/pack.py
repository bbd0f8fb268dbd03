"""`pack`: a folder with the game and all that it needs, from which another computer sets up without a network."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from game.tools import Unknown

ROOT = Path(__file__).resolve().parents[2]
GOES = ("game", "levels", "assets", "docs", ".ci", "start.py", "pyproject.toml", "README.md", "LICENSE")
WHEELS = "wheels"
MARK = "While this lies here, start.py keeps everything in this folder: settings, plays and copies are in “kept”.\n"
DONE = """{folder} has all that is needed. On another computer with this system and Python {python}:
  python3 start.py   (on Windows: py start.py)
Nothing is written outside that folder; settings, plays and copies lie in “kept”."""


def pack(target: Path) -> int:
    """Copy what has to go to `target`, and fetch the packages it needs into `wheels` there. Returns the exit code.

    Raises Unknown where the game does not lie beside a start.py, or `target` lies inside the game; OSError.
    """
    if not (ROOT / "start.py").is_file():
        raise Unknown("this game was installed as a package; pack needs its folder, with start.py in it")
    target = target.resolve()
    if target == ROOT or ROOT in target.parents:
        raise Unknown(f"{target} lies inside the game's own folder; name one beside it")
    for name in GOES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
        elif source.is_file():
            target.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target / name)
    (target / "portable").write_text(MARK, encoding="utf-8")
    said = fetch(target / WHEELS)
    if said:
        last = "\n".join(f"  {line}" for line in said.strip().splitlines()[-3:])
        print(f"The packages could not be fetched. The last lines of what pip said:\n{last}", file=sys.stderr)
        return 1
    print(DONE.format(folder=target, python=f"{sys.version_info[0]}.{sys.version_info[1]}"))
    return 0


def fetch(folder: Path) -> str:
    """Fetch the packages for this kind of computer, for screen readers and a class host too. Returns "", or pip's word.

    Where one of those two is not to be had, the other one goes along.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needs, pins = project["dependencies"], ROOT / ".ci" / "constraints.txt"
    pinned = ["-c", str(pins)] if pins.exists() else []
    said, extra = "", project["optional-dependencies"]
    tries: tuple[list[str], ...] = ([*extra["a11y"], *extra["host"]], extra["host"], extra["a11y"], [])
    for words in (*([*pinned, *needs, *more] for more in tries), needs):
        said = pip(["download", "-q", "--only-binary", ":all:", "-d", str(folder), *words])
        if not said:
            return ""
    return said


def pip(words: list[str]) -> str:
    """Run pip. Returns "" if all went well, else what it said."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", *words]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)  # noqa: S603
    return "" if done.returncode == 0 else done.stdout or "pip ended without a word"
