#!/usr/bin/env python3
"""Set up and start Good Standing. Needs Python 3.11 or newer, and nothing else.

    python3 start.py                  set up (the first time) and start the game
    python3 start.py test             set up and run the tests; words after "test" go to pytest
    python3 start.py a11y             set up with what screen readers need, once; other words may follow
    python3 start.py --portable       keep everything in this folder, e.g. on a USB stick; other words may follow
    python3 start.py pack DIR         copy the game to DIR with all that another computer needs to set up offline
    python3 start.py host             set up with what a class host needs, and open a room; other words may follow
    python3 start.py WORDS            set up and hand the words to the game, e.g. play taste

Everything it installs goes into the folder .venv beside this file; delete the folder and all of it is gone.
Where this folder cannot be written, the player's own data folder is used; but never with --portable, with a file named
"portable" beside this one, or with GOOD_STANDING_FOLDER set: then settings and plays lie in the folder "kept" (or the
one that GOOD_STANDING_FOLDER names), and nothing is written anywhere else.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Good Standing needs Python 3.11 or newer; this is Python %d.%d.\n"
        "Install a newer one from https://www.python.org/downloads/ and start again with it, e.g. python3.13 start.py"
        % sys.version_info[:2]
    )

import hashlib
import importlib.util
import json
import os
import platform
import subprocess
import tomllib
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONSTRAINTS = HERE / ".ci" / "constraints.txt"
WHEELS = "wheels"  # a folder with what would else be fetched from the network, made by "pack"
KEPT = "GOOD_STANDING_FOLDER"  # names the folder for settings and plays
STAMP = "good-standing.json"
NO_NETWORK = (
    "NewConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "NameResolutionError", "ProxyError", "SSLError",
    "Network is unreachable", "getaddrinfo failed", "Temporary failure in name resolution", "Connection refused",
)  # fmt: skip

ELSEWHERE = ("PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV")


class CannotSetUp(Exception):
    """Set-up is not possible. The message says why, and the cure."""


def main(words: list[str]) -> int:
    """Set up what the words need, then run it. Returns the exit code."""
    if words[:1] == ["--portable"] or (HERE / "portable").exists():
        os.environ.setdefault(KEPT, str(HERE / "kept"))
        words = words[words[:1] == ["--portable"] :]
    testing = words[:1] == ["test"]
    asked = words[:1] if words[:1] in (["test"], ["a11y"], ["host"]) else []
    if words[:1] == ["project"] and "--phones" in words:
        asked = ["host"]
    try:
        python = set_up(asked)
    except CannotSetUp as why:
        print(f"\n{why}", file=sys.stderr)
        wait_if_the_window_closes()
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Start again whenever you like; set-up goes on from the beginning.", file=sys.stderr)
        return 130
    if testing:
        cache = [] if os.access(HERE, os.W_OK) else ["-p", "no:cacheprovider"]
        # One more at a time than there are cores: the tests with a real window mostly wait.
        several = ["-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal"]
        return run([python, "-P", "-m", "pytest", *several, *cache, *words[1:]], HERE)
    code = run([python, "-P", "-m", "game", *words[len(asked) * (asked != ["host"]) :]], None)
    if code:
        wait_if_the_window_closes()
    return code


def set_up(extras: list[str]) -> str:
    """Return a Python that has all that the game and the extras need, after installing what is missing."""
    needs, digest = requirements(extras)
    for folder in places():
        if is_ready(folder, digest, extras):
            return str(python_of(folder))
    problem = ""
    for folder in places():
        try:
            make(folder)
        except OSError as error:
            problem = f"{folder}: {error.strerror or error}"
            continue
        install(folder, needs, digest, extras)
        return str(python_of(folder))
    raise CannotSetUp(
        f"No folder to set up in: {problem}.\nMove this folder to where you may write, e.g. into your home folder."
    )


def requirements(extras: list[str]) -> tuple[list[str], str]:
    """What pyproject.toml asks for, and a digest of that, of the pinned versions and of this Python."""
    project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needs = list(project["dependencies"])
    for extra in extras:
        needs += project["optional-dependencies"][extra]
    pins = CONSTRAINTS.read_bytes() if CONSTRAINTS.exists() else b""
    # The digest covers the extras as well, asked for or not, so that one stamp fits both.
    everything = json.dumps([project["dependencies"], project["optional-dependencies"], sys.version])
    return needs, hashlib.sha256(everything.encode() + pins).hexdigest()


def places() -> list[Path]:
    """Where the virtual environment may be, best first."""
    if KEPT in os.environ:  # a stick goes from system to system; each has its own
        kind = f"{sys.platform}-{platform.machine()}-{sys.version_info[0]}.{sys.version_info[1]}".lower()
        return [HERE / f".venv-{kind}"]
    own = hashlib.sha256(str(HERE).encode()).hexdigest()[:8]
    home = Path(os.path.expanduser("~"))  # unlike Path.home(), this never raises
    if os.name == "nt":
        data = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        data = home / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return [HERE / ".venv", data / "good-standing" / f"venv-{own}"]


def python_of(folder: Path) -> Path:
    """The interpreter inside a virtual environment."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def read_stamp(folder: Path) -> tuple[str, list[str]]:
    """The digest that the environment was last installed for, and with which extras."""
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
        return str(stamp["digest"]), [str(extra) for extra in stamp["extras"]]
    except (OSError, ValueError, KeyError, TypeError):
        return "", []


def is_ready(folder: Path, digest: str, extras: list[str]) -> bool:
    """Whether nothing has changed since the environment was installed."""
    made_for, has = read_stamp(folder)
    there = made_for == digest and set(extras) <= set(has) and python_of(folder).exists()
    # A stick may be in another computer now, whose Python lies elsewhere.
    return there and (KEPT not in os.environ or is_usable(folder))


def is_usable(folder: Path) -> bool:
    """Whether the environment runs, with this very version of Python, and has pip."""
    if not python_of(folder).exists():
        return False
    ask = [str(python_of(folder)), "-c", "import pip, sys; print(sys.version)"]
    done = subprocess.run(ask, capture_output=True, text=True, check=False, env=clean())
    return done.returncode == 0 and done.stdout.strip() == sys.version.strip()


def make(folder: Path) -> None:
    """Make the virtual environment, unless a usable one is there. Raises OSError where the folder cannot be written."""
    if is_usable(folder):
        (folder / STAMP).touch()
        return
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise CannotSetUp(
            f"This Python {version} comes without the part that makes virtual environments (ensurepip).\n"
            f"On Debian and Ubuntu: sudo apt install python{version}-venv\n"
            "On other systems: install Python from https://www.python.org/downloads/ and start again with it."
        )
    folder.mkdir(parents=True, exist_ok=True)
    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(folder)
    except subprocess.CalledProcessError:
        raise CannotSetUp(
            f"Python could not make the folder {folder} ready.\nDelete that folder and start again; if it comes to the "
            "same, install Python from https://www.python.org/downloads/ and start with that one."
        ) from None
    except ValueError as error:
        raise CannotSetUp(f"{error}.\nMove this folder to a path without that sign.") from None


def install(folder: Path, needs: list[str], digest: str, extras: list[str]) -> None:
    """Install the needs: in the versions known to work, else in the newest. Raises CannotSetUp."""
    brought = HERE / WHEELS
    much = "130 MB, most of it to check the figures by," if "test" in extras else "20 MB"
    what = "this takes a minute" if brought.is_dir() else f"this fetches some {much} and takes a minute or two"
    print(f"Setting up Good Standing, once: {what} ...", flush=True)
    made_for, had = read_stamp(folder)
    log = folder / "install.log"
    pinned = ["--only-binary", ":all:", "-c", str(CONSTRAINTS)]
    said = "nothing was brought along"
    if brought.is_dir():
        said = pip(folder, log, ["--no-index", "--find-links", str(brought), *needs])
        if said:
            print(f"What lies in {brought} does not fit this Python; asking the network ...", flush=True)
    if said:
        said = pip(folder, log, [*pinned, *needs]) if CONSTRAINTS.exists() else "there is no list of pinned versions"
    if said and not is_offline(said):
        print("The pinned versions could not be installed for this Python; trying the newest ones ...", flush=True)
        said = pip(folder, log, ["--prefer-binary", "--upgrade", *needs])
    if not said:
        stamp = {"digest": digest, "extras": sorted({*had, *extras})}
        (folder / STAMP).write_text(json.dumps(stamp), encoding="utf-8")
        return
    if made_for and set(extras) <= set(had):
        print("Could not bring the set-up up to date; going on with what is there.", flush=True)
        return
    if is_offline(said):
        raise CannotSetUp(
            "The network could not be reached, and set-up needs it the first time.\n"
            "Connect (or set the proxy your network asks for, e.g. HTTPS_PROXY), then start again. Or, on a computer\n"
            "of the same kind that has a network: python3 start.py pack DIR, and start from a copy of DIR."
        )
    if "No space left" in said:
        raise CannotSetUp(f"There is no room left on the disk of {folder}.\nFree some 500 MB, then start again.")
    last = "\n".join(f"  {line}" for line in said.strip().splitlines()[-4:])
    raise CannotSetUp(
        f"Installing did not work. The last lines of {log}:\n{last}\n"
        "Python 3.11 to 3.14 from https://www.python.org/downloads/ is known to work: try with one of these."
    )


def pip(folder: Path, log: Path, words: list[str]) -> str:
    """Run pip install. Returns "" if all went well, else what it said; `log` keeps that too."""
    command = [str(python_of(folder)), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "-q"]
    command += ["--retries", "2", *(["--no-cache-dir"] if KEPT in os.environ else []), *words]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False, env=clean()
    )
    log.write_text(done.stdout, encoding="utf-8")
    return "" if done.returncode == 0 else done.stdout or "pip ended without a word"


def is_offline(said: str) -> bool:
    """Whether what pip said means that the network was not there."""
    return any(sign in said for sign in NO_NETWORK)


def clean() -> dict[str, str]:
    """The environment for pip, without settings that would lead it elsewhere."""
    return {name: value for name, value in os.environ.items() if name not in ELSEWHERE}


def run(command: list[str], folder: Path | None) -> int:
    """Run a program with the game's package in reach; on POSIX it takes the place of this one."""
    env = {**os.environ, "PYTHONPATH": str(HERE)}
    env.pop("PYTHONHOME", None)
    if os.name == "posix":
        if folder:
            os.chdir(folder)
        sys.stdout.flush()
        os.execve(command[0], command, env)
    child = subprocess.Popen(command, cwd=folder, env=env)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child has heard it as well, and decides


def wait_if_the_window_closes() -> None:
    """Started with a double click on Windows, the window would close before anybody has read a word."""
    if sys.platform == "win32":
        import ctypes

        alone = ctypes.windll.kernel32.GetConsoleProcessList((ctypes.c_uint * 4)(), 4) <= 2
        if alone:
            input("\nPress Enter to close this window.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
