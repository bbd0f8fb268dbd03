"""The game in a real window on a screen of its own, driven by keys and the mouse, and read by its record alone."""

import os
import select
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pygame

from game.journal import BadRecord, load
from game.model.content import Pack
from game.model.record import Line, Record
from game.model.view import View
from game.rules import start, step, view
from game.screens.kit.canvas import HEIGHT, WIDTH, fit
from tests.conftest import ROOT

MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
WHY = f"no real window without {' and '.join(MISSING)} (Debian: apt install xvfb xdotool)"
# Seeds of new plays are drawn; a test wants the same play every time. All else is the game's own door.
DOOR = """
import secrets
secrets.randbelow = lambda _top: {seed}
from game.__main__ import main
raise SystemExit(main())
"""
PATIENCE = 20.0  # seconds for anything to happen at all
BEAT = 0.02
T = TypeVar("T")


class Silent(AssertionError):
    """Something was expected of the game and did not come."""


def until(what: str, found: Callable[[], T], seconds: float = PATIENCE) -> T:
    """Wait for `found` to return something true, and return it. Raises Silent, naming `what`."""
    ends = time.monotonic() + seconds
    while True:
        got = found()
        if got:
            return got
        if time.monotonic() > ends:
            raise Silent(f"{what}: not within {seconds:g} seconds")
        time.sleep(BEAT)


@dataclass
class Display:
    """An X server without a monitor. Its picture lies in `folder`."""

    name: str
    folder: Path

    def picture(self) -> pygame.Surface:
        """What is on the screen now."""
        raw = (self.folder / "Xvfb_screen0").read_bytes()
        head = struct.unpack(">25I", raw[:100])
        wide, tall, line = head[4], head[5], head[12]
        pixels = raw[head[0] + head[19] * 12 :][: line * tall]
        full = pygame.image.frombuffer(pixels, (line // 4, tall), "BGRA").subsurface((0, 0, wide, tall))
        return pygame.image.frombytes(pygame.image.tobytes(full, "RGB"), (wide, tall), "RGB")  # its alpha means nothing


@contextmanager
def display(folder: Path, wide: int = WIDTH, tall: int = HEIGHT) -> Iterator[Display]:
    """Run an X server on a number that it finds itself."""
    folder.mkdir(parents=True)
    read, write = os.pipe()
    # Without -noreset it begins anew, and drops whoever is just coming, each time its last client leaves.
    words = ["-displayfd", str(write), "-screen", "0", f"{wide}x{tall}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        ["Xvfb", *words, "-fbdir", str(folder)], pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        said = b""
        while not said.endswith(b"\n"):
            assert select.select([read], [], [], PATIENCE)[0], "Xvfb says no display"
            got = os.read(read, 16)
            assert got, "Xvfb has gone"
            said += got
        yield Display(f":{said.decode().strip()}", folder)
    finally:
        os.close(read)
        server.terminate()
        server.wait()


@dataclass
class Home:
    """An empty home, and what the game has put into it."""

    folder: Path

    @property
    def plays(self) -> list[Path]:
        """The records, the first first."""
        return sorted(self.plays_folder.glob("*.jsonl"), key=lambda path: path.stat().st_mtime)

    @property
    def plays_folder(self) -> Path:
        """Where the game keeps them."""
        return self.folder / "data" / "good-standing" / "plays"

    @property
    def settings(self) -> Path:
        """Where it keeps what the player likes."""
        return self.folder / "config" / "good-standing" / "settings.json"

    def env(self, **more: str) -> dict[str, str]:
        """The environment of a game that lives here."""
        rest = {k: v for k, v in os.environ.items() if k not in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY")}
        here = {"HOME": ".", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config"}
        own = {name: str(self.folder / part) for name, part in here.items()}
        sober = {"SDL_AUDIODRIVER": "dummy", "SDL_FRAMEBUFFER_ACCELERATION": "0", "PYTHONPATH": str(ROOT)}
        return {**rest, **own, **sober, **more}


@dataclass
class Reader:
    """A play followed from its record, line by line, through the rules."""

    pack: Pack
    path: Path
    record: Record | None = None
    _size: int = -1
    _known: int = 0
    _view: View | None = None

    def look(self) -> View | None:
        """What the player may know now; None before the first step is written: no screen shows what was before it."""
        size = self.path.stat().st_size
        if size != self._size:
            try:
                self.record = load(self.path)
            except BadRecord:
                return self._view  # caught between two writes
            self._size = size
            if not self._known:
                self._state = start(self.pack, self.record.header.setup)
            for line in self.record.lines[self._known :]:
                self._state, _ = step(self.pack, self._state, line.act)
            if len(self.record.lines) > self._known:
                self._known = len(self.record.lines)
                self._view = view(self.pack, self._state)
        return self._view

    @property
    def now(self) -> View:
        """The same, once there is one."""
        return until("a first step in the record", self.look)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The steps so far."""
        self.look()
        return self.record.lines if self.record else ()


@dataclass
class Game:
    """A running game and hands to drive it with. Points are logical: 1280 x 720, whatever the window."""

    process: subprocess.Popen[bytes]
    console: Path
    env: dict[str, str]
    size: tuple[int, int]
    window: str = field(default="", init=False)

    def tool(self, *words: str | int) -> str:
        """Let xdotool do something; return what it says."""
        command = ["xdotool", *map(str, words)]
        return subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=30, check=False).stdout

    def find(self) -> None:
        """Wait for the window, and put the focus into it, as no window manager does."""

        def found() -> str:
            assert self.process.poll() is None, f"the game has gone: {self.said()}"
            return self.tool("search", "--onlyvisible", "--pid", self.process.pid)

        self.window = until("a window", found).split()[-1]
        self.tool("windowfocus", self.window)
        until("the focus", lambda: self.tool("getwindowfocus").strip() == self.window)

    def key(self, *names: str) -> None:
        """Press and let go, one after the other."""
        self.tool("key", "--delay", "30", *names)

    @contextmanager
    def held(self, name: str) -> Iterator[None]:
        """Hold a key down for a while."""
        self.tool("keydown", name)
        try:
            yield
        finally:
            self.tool("keyup", name)

    def point(self, x: float, y: float) -> None:
        """Move the mouse there."""
        wide, tall = self.size
        scale = fit(wide, tall)
        at = (wide - WIDTH * scale) / 2 + x * scale, (tall - HEIGHT * scale) / 2 + y * scale
        self.tool("mousemove", "--window", self.window, round(at[0]), round(at[1]))

    def click(self, x: float, y: float) -> None:
        """Move there and click."""
        self.point(x, y)
        time.sleep(0.05)
        self.tool("click", 1)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Press at `start`, carry, let go at `end`."""
        self.point(*start)
        time.sleep(0.1)
        self.tool("mousedown", 1)
        for part in (0.25, 0.5, 0.75, 1.0):
            self.point(start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
            time.sleep(0.05)
        self.tool("mouseup", 1)

    def wheel(self, steps: int) -> None:
        """Turn the wheel, down for more than 0."""
        self.tool("click", "--repeat", abs(steps), "--delay", 20, 5 if steps > 0 else 4)

    def resize(self, wide: int, tall: int) -> None:
        """Pull at the window's edge."""
        self.tool("windowsize", self.window, wide, tall)
        until("the new size", lambda: f"{wide}x{tall}" in self.tool("getwindowgeometry", self.window))
        self.size = (wide, tall)
        time.sleep(0.3)

    def runs(self) -> bool:
        """Whether it still runs."""
        return self.process.poll() is None

    def left(self) -> int:
        """Wait until it has ended by itself; return its exit code."""
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Silent("the game does not end") from None

    def kill(self) -> None:
        """End it as no program expects to be ended."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def said(self) -> str:
        """What it has written on the console."""
        return self.console.read_text(encoding="utf-8")


@contextmanager
def game(
    home: Home, on: Display, *words: str, size: tuple[int, int] = (WIDTH, HEIGHT), seed: int = 3
) -> Iterator[Game]:
    """Start it with these words of the command line, and see to it that it is gone afterwards."""
    env = home.env(DISPLAY=on.name)
    console = home.folder / "console"
    with console.open("wb") as to:
        process = subprocess.Popen(
            [sys.executable, "-W", "error", "-c", DOOR.format(seed=seed), *words], cwd=home.folder, env=env,
            stdout=to, stderr=to,
        )  # fmt: skip
    running = Game(process, console, env, size)
    try:
        running.find()
        yield running
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        process.wait()
        said = running.said()
        assert "Traceback" not in said, said
