"""How light the game is, beside a bare window of the same library measured in the same run."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

SIZE = (1280, 720)
FRAMES = 240
STARTS = 5
IDLE = 3.0  # seconds
PLAYS = 6
FULL = "full"

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
import sys, tempfile, time
from pathlib import Path
from game.shell.app import Start, run
def drawn(desk):
    print(time.monotonic(), flush=True)
    desk.done = True
folder = Path(tempfile.mkdtemp())
run(Start(size=(1280, 720), plays=folder), settings_file=folder / "settings.json", after_frame=drawn)
"""

IDLING = """
import sys, tempfile, threading, time
from pathlib import Path
from game.screens.kit.screen import AWAY
from game.shell.app import Start, run
began = []
def drawn(desk):
    if not began:
        def measure():
            time.sleep(AWAY + 2)  # the level files have been read by then, and nobody seems to be there
            cpu, wall = time.process_time(), time.monotonic()
            time.sleep({idle})
            print((time.process_time() - cpu) / (time.monotonic() - wall), flush=True)
            desk.done = True
        began.append(1)
        threading.Thread(target=measure, daemon=True).start()
folder = Path(tempfile.mkdtemp())
start = Start(size=(1280, 720), plays=folder, campaign="{campaign}", seed=3)
run(start, settings_file=folder / "settings.json", after_frame=drawn)
"""


def _environment() -> dict[str, str]:
    """Without a display the measurements are made with the library's dummy one."""
    driver = {} if os.environ.get("DISPLAY") or sys.platform in ("win32", "darwin") else {"SDL_VIDEODRIVER": "dummy"}
    return {"SDL_AUDIODRIVER": "dummy", **driver, **os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def _child(code: str) -> tuple[float, float]:
    """Run code in a fresh Python; return when it was started and the number it printed."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=_environment(), timeout=60, check=True
    )
    return began, float(done.stdout.strip().splitlines()[-1])


def _idling(campaign: str) -> str:
    """The code that measures the share of a core: at the title, or on the street of a campaign's first day."""
    return IDLING.replace("{idle}", str(IDLE)).replace("{campaign}", campaign)


def _start(code: str) -> float:
    """Milliseconds from the start of Python to the first frame, the median of some starts."""
    times = []
    for _ in range(STARTS):
        began, drawn = _child(code)
        times.append((drawn - began) * 1000)
    return median(times)


def _frames() -> tuple[float, float, float]:
    """Milliseconds: one full blit and flip; a frame of the street while walking, median and 99th percentile."""
    os.environ.update(_environment())
    import pygame

    from game.content import levels, load
    from game.journal import Session
    from game.model.record import Setup
    from game.screens.kit.answers import Key
    from game.screens.saved import Settings
    from game.shell.desk import Desk

    pygame.display.init()
    pygame.font.init()
    window = pygame.display.set_mode(SIZE)
    full = pygame.Surface(SIZE).convert()

    def timed(draw: object) -> list[float]:
        assert callable(draw)
        times = []
        for _ in range(FRAMES):
            began = time.perf_counter()
            draw()
            pygame.display.flip()
            pygame.event.pump()
            times.append((time.perf_counter() - began) * 1000)
        return times

    blit = median(timed(lambda: window.blit(full, (0, 0))))
    pack = load(levels())
    file = next(f.id for f in pack.files.values() if f.middle)
    setup = Setup(campaign=next(iter(pack.campaigns)), seed=1, order="visible-first", file=file)
    session = Session.new(pack, setup, None, game="bench")
    desk = Desk(Settings(size=SIZE))
    desk.begin(session)
    for _ in range(30):
        if session.view().phase == "street":
            break
        act = session.legal()[0]
        session.do(act)
    desk.begin(session)
    desk.feed(Key("right"))

    def walk() -> None:
        desk.tick(1 / 60)
        desk.paint(window)

    for _ in range(30):
        walk()
    frames = timed(walk)
    return blit, median(frames), quantiles(frames, n=100)[98]


def _rules() -> float:
    """Moments a second without a screen."""
    from game.bots import play
    from game.content import levels, load
    from game.model.record import Setup

    pack = load(levels())
    file = next(f.id for f in pack.files.values() if f.middle)
    moments = 0
    began = time.perf_counter()
    for seed in range(PLAYS):
        setup = Setup(campaign=next(iter(pack.campaigns)), seed=seed, order="visible-first", file=file)
        session = play(pack, setup, "dice")
        moments += sum(1 for line in session.lines if line.act.do == "choose")
    return moments / (time.perf_counter() - began)


def _debrief() -> tuple[float, float, str]:
    """The debrief of a whole `full` play: seconds from the bet to its first page; its slowest page, in ms, and which.

    Counted is what the machine takes: the bet's own step, the steps after it, reading the record, laying out, painting.
    """
    os.environ.update(_environment())
    import pygame

    from game.bots import Bot, keeps_table
    from game.content import levels, load
    from game.screens.debrief.screen import Debrief
    from game.screens.kit.answers import Key, Order
    from game.screens.saved import Settings
    from game.shell.desk import Desk
    from game.shell.library import Folder

    window = pygame.display.set_mode(SIZE)
    desk = Desk(Settings(size=SIZE, still=True))
    spent = 0.0

    def timed(do: Callable[[], object]) -> float:
        began = time.perf_counter()
        do()
        desk.paint(window)
        pygame.display.flip()
        return time.perf_counter() - began

    with tempfile.TemporaryDirectory() as folder:
        library = Folder(Path(folder), pack=load(levels()))
        session = library.new(FULL, seed=1, order="visible-first", untimed=True)
        bot = Bot("dice", 1, keeps_table(library.pack))
        desk.library = library
        betting = False
        while session.state.phase != "over":
            view = session.view()
            act = bot.choose(view, session.legal())
            betting = betting or bool(view.ask and view.ask.id == "bet")
            if not betting:
                session.do(act)
                continue
            if not desk.play:
                desk.begin(session)
            spent += timed(lambda act=act: desk.do(act))  # type: ignore[misc]
        spent += timed(lambda: desk.apply(Order("debrief")))
        screen = desk.screens[-1]
        assert isinstance(screen, Debrief)
        turns = [(timed(lambda: desk.feed(Key("right"))), screen.page.title) for _ in screen.pages[1:]]
    slowest, page = max(turns)
    return spent, slowest * 1000, page


def bench() -> int:
    """Print the measurements beside their floor. Returns the exit code."""
    bare, start = _start(BARE), _start(GAME)
    blit, frame, slow = _frames()
    idle = {campaign: _child(_idling(campaign))[1] for campaign in ("", "lesson")}
    print(f"start to first frame that answers   {start:7.0f} ms   {start / bare:5.1f} x a bare window ({bare:.0f} ms)")
    print(f"street in motion, median            {frame:7.1f} ms   {frame / blit:5.1f} x one full blit ({blit:.1f} ms)")
    print(f"street in motion, 99th percentile   {slow:7.1f} ms   {slow / blit:5.1f} x one full blit")
    first, slowest, page = _debrief()
    print(f"debrief of a full play, first page  {first * 1000:7.0f} ms   after the bet; to stay under 1000")
    print(f"debrief, slowest page to turn to    {slowest:7.0f} ms   {page}; to stay under 100")
    print(f"idle at the title, nobody there     {idle['']:7.1%} of one core")
    print(f"idle on the street, nobody there    {idle['lesson']:7.1%} of one core")
    print(f"rules without a screen              {_rules():7.0f} moments a second")
    return 0
