"""What is measured in a fresh Python, so that nothing has been loaded before: start, idling, memory, keys."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

STARTS = 5
IDLE = 6.0  # seconds of idling that are measured
PLAYS = 10  # whole plays in one process, for the memory
EARLY = 3  # and after so many of them it has what it needs
MB = 1024 * 1024
LONGEST = 900  # seconds that a child may take

BARE = """
import time, pygame
pygame.display.init()
window = pygame.display.set_mode((1280, 720))
window.fill((200, 220, 220))
pygame.display.flip()
pygame.event.get()
print(time.monotonic())
"""

GAME = """
import sys, time
from pathlib import Path
from game.shell.app import Start, run
def drawn(desk):
    print(time.monotonic(), flush=True)
    desk.done = True
folder = Path(sys.argv[1])
run(Start(size=(1280, 720), plays=folder), settings_file=folder / "settings.json", after_frame=drawn)
"""

IDLING = """
from game.shell.bench.children import idle
idle({place!r})
"""

KEYS = """
from game.shell.bench.children import keys
keys()
"""

MEMORY = """
from game.shell.bench.children import memory
memory({plays})
"""


def environment() -> dict[str, str]:
    """Without a display the measurements are made with the library's dummy one."""
    driver = {} if os.environ.get("DISPLAY") or sys.platform in ("win32", "darwin") else {"SDL_VIDEODRIVER": "dummy"}
    return {"SDL_AUDIODRIVER": "dummy", **driver, **os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def child(code: str) -> tuple[float, list[float]]:
    """Run code in a fresh Python; return when it was started and the numbers in the last line that it printed."""
    with tempfile.TemporaryDirectory() as folder:
        command, began = [sys.executable, "-c", code, folder], time.monotonic()
        done = subprocess.run(
            command, stdout=subprocess.PIPE, text=True, env=environment(), timeout=LONGEST, check=True
        )  # fmt: skip
    return began, [float(word) for word in done.stdout.strip().splitlines()[-1].split()]


def start(code: str) -> float:
    """Milliseconds from the start of Python to the first frame, the median of some starts."""
    times = []
    for _ in range(STARTS):
        began, (drawn,) = child(code)
        times.append((drawn - began) * 1000)
    return median(times)


def idling(place: str) -> float:
    """The share of one core that the window takes where nobody is: "title", "street", "sheet" or "debrief"."""
    return child(IDLING.format(place=place))[1][0]


def answer() -> tuple[float, float]:
    """A key's way to the picture: frames until it is seen, the most of some; milliseconds, their median."""
    frames, late = child(KEYS)[1]
    return frames, late


def remembered(plays: int = PLAYS) -> tuple[float, float, float]:
    """MB: the most in a first whole `full` play with its debrief; the most over all plays; growth since the third."""
    first, most, growth = child(MEMORY.format(plays=plays))[1]
    return first, most, growth


def resident() -> tuple[float, float]:
    """MB that this process has in memory, and the most it ever had; 0 where the system does not say."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        rows = dict(row.split(":", 1) for row in lines if ":" in row)
        return int(rows["VmRSS"].split()[0]) / 1024, int(rows["VmHWM"].split()[0]) / 1024
    except (OSError, KeyError, ValueError):
        return 0.0, 0.0


def idle(place: str) -> None:
    """Stand somewhere until nobody seems to be there, and print the share of a core that this then takes."""
    import threading

    from game.screens.kit.screen import AWAY
    from game.shell.app import Start, run
    from game.shell.bench.drive import there
    from game.shell.desk import Desk

    began: list[int] = []

    def drawn(desk: Desk) -> None:
        if began or (place != "title" and desk.play is None) or not there(desk, place):
            return

        def measure() -> None:
            time.sleep(AWAY + 5)  # what is read and drawn in advance has been by then
            cpu, wall = time.process_time(), time.monotonic()
            time.sleep(IDLE)
            print((time.process_time() - cpu) / (time.monotonic() - wall), flush=True)
            desk.done = True

        began.append(1)
        threading.Thread(target=measure, daemon=True).start()

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        campaign = "" if place == "title" else "taste"
        run(Start(size=(1280, 720), plays=folder, campaign=campaign, seed=3),
            settings_file=folder / "settings.json", after_frame=drawn)  # fmt: skip


def keys() -> None:
    """Press → and let it go, some times on the street; print frames and milliseconds until the feet have moved."""
    import pygame

    from game.screens.street import Street
    from game.shell.app import Start, run
    from game.shell.bench.drive import there
    from game.shell.desk import Desk

    frames: list[int] = []
    late: list[float] = []
    now = {"x": 0.0, "at": 0.0, "frames": -1.0}

    def drawn(desk: Desk) -> None:
        if desk.play is None or not there(desk, "street"):
            return
        street = desk.screens[0]
        assert isinstance(street, Street)
        x = street.outing.walker.x
        if now["frames"] >= 0:
            now["frames"] += 1
            if x != now["x"]:
                frames.append(int(now["frames"]))
                late.append((time.monotonic() - now["at"]) * 1000)
                pygame.event.post(pygame.Event(pygame.KEYUP, key=pygame.K_RIGHT, mod=0))
                now["frames"] = -1.0
                desk.done = len(frames) >= 12
        elif not street.outing.walker.moving:
            now.update(x=x, at=time.monotonic(), frames=0.0)
            pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_RIGHT, mod=0, unicode=""))

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(Start(size=(1280, 720), plays=folder, campaign="taste", seed=3),
            settings_file=folder / "settings.json", after_frame=drawn)  # fmt: skip
    print(max(frames), median(late))


def memory(plays: int) -> None:
    """Play whole campaigns through the screens, one after the other, and print what that took of memory, in MB."""
    from game.shell.bench.drive import whole
    from game.shell.library import Folder

    first = early = 0.0
    with tempfile.TemporaryDirectory() as name:
        desk, window = None, None
        library = Folder(Path(name))
        for number in range(plays):
            desk, window = whole(library, "full", number + 1, desk, window)
            now, most = resident()
            first = first or most
            early = now if number + 1 <= min(EARLY, plays) else early
    print(first, most, now - early)
