"""A packed copy sets up and starts without a network, and writes nothing outside its folder."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from game.tools import Unknown
from game.tools import pack as tool
from tests.conftest import ROOT

VERSIONS = {"pygame-ce": "2.5.6", "pydantic": "2.12.0", "PyYAML": "6.0.2", "platformdirs": "4.3.6",
            "markdown-it-py": "3.0.0", "segno": "1.6.0", "accesskit": "0.7.0", "starlette": "1.0.0",
            "uvicorn": "0.40.0", "ifaddr": "0.2.0"}  # fmt: skip
GAME = """
import os, sys
from pathlib import Path
from game.shell.settings import copies_folder, plays_folder, settings_file, write
folder = Path(os.environ["GOOD_STANDING_FOLDER"])
for one in (settings_file(), plays_folder() / "a.jsonl", copies_folder() / "b.jsonl"):
    assert folder in one.parents, one
    one.parent.mkdir(parents=True, exist_ok=True)
    one.write_text("{}")
print("played", *sys.argv[1:], sys.prefix)
"""


def wheel(folder: Path, name: str, version: str, *, module: str = "") -> None:
    """A package as pip knows it, with next to nothing in it."""
    plain = name.replace("-", "_")
    info = f"{plain}-{version}.dist-info"
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / f"{plain}-{version}-py3-none-any.whl", "w") as file:
        file.writestr(f"{module or plain}.py", "def user_config_dir(*_, **__): ...\ndef user_data_dir(*_, **__): ...\n")
        file.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        made = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        file.writestr(f"{info}/WHEEL", made)
        file.writestr(f"{info}/RECORD", "")


def brought(words: list[str]) -> str:
    """What pip download would do, with a network."""
    for name, version in VERSIONS.items():
        wheel(Path(words[words.index("-d") + 1]), name, version)
    return ""


def test_a_packed_copy_starts_without_network_and_leaves_nothing_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Real set-up, from bare Python, under a home that cannot be written and a network that is not there."""
    stick, home = tmp_path / "a stick", tmp_path / "home"
    monkeypatch.setattr(tool, "pip", brought)
    assert tool.pack(stick) == 0
    shutil.rmtree(stick / "assets")
    (stick / "game" / "__main__.py").write_text(GAME, encoding="utf-8")
    home.mkdir(mode=0o500)
    led = ("PYTHON", "PIP", "XDG", "VIRTUAL", "GOOD_STANDING")
    env = {name: value for name, value in os.environ.items() if not name.startswith(led)}
    env |= {"HOME": str(home), "USERPROFILE": str(home), "TMPDIR": str(tmp_path)}
    env |= {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0"}
    env["PATH"] = os.defpath  # pip asks a compiler for its version, where there is one, and that may make folders
    begin = [sys.executable, str(stick / "start.py"), "host", "taste"]  # what a host needs goes along
    done = subprocess.run(begin, env=env, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert "played host taste" in done.stdout
    assert list(home.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a stick", "home"]
    assert sorted(path.name for path in (stick / "kept").rglob("*.json*")) == ["a.jsonl", "b.jsonl", "settings.json"]


def test_it_takes_the_game_and_its_levels_and_no_plays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "pip", brought)
    tool.pack(tmp_path / "out")
    for name in ("start.py", "portable", "game/__main__.py", "levels/town.yaml", "assets/palettes.json", "LICENSE"):
        assert (tmp_path / "out" / name).is_file(), name
    assert not [path for path in (tmp_path / "out").rglob("*") if path.name in ("__pycache__", ".venv", "kept")]


def test_without_a_network_it_says_so_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tool, "pip", lambda _words: "ERROR: no route\n")
    assert tool.pack(tmp_path / "out") == 1
    assert "no route" in capsys.readouterr().err


def test_what_only_screen_readers_need_may_be_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def pip(words: list[str]) -> str:
        asked.append(words)
        return "ERROR" if any(word.startswith("accesskit") for word in words) else ""

    monkeypatch.setattr(tool, "pip", pip)
    assert tool.pack(tmp_path / "out") == 0
    assert len(asked) == 2 and any(word.startswith("pygame-ce") for word in asked[1])


def test_what_only_a_host_needs_may_be_missing_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def pip(words: list[str]) -> str:
        asked.append(words)
        return "ERROR" if any(word.startswith("starlette") for word in words) else ""

    monkeypatch.setattr(tool, "pip", pip)
    assert tool.pack(tmp_path / "out") == 0
    assert any(word.startswith("accesskit") for word in asked[-1])


def test_it_does_not_pack_itself_into_itself() -> None:
    with pytest.raises(Unknown, match="inside"):
        tool.pack(ROOT / "game" / "out")
