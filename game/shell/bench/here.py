"""What is measured in this process: a frame of the street, the rules, the debrief."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from game.shell.bench.children import environment

SIZE = (1280, 720)
FRAMES = 240
PLAYS = 6
FULL = "full"


def frames() -> tuple[float, float, float]:
    """Milliseconds: one full blit and flip; a frame of the street while walking, median and 99th percentile."""
    os.environ.update(environment())
    import pygame

    from game.content import levels, load
    from game.journal import Session
    from game.model.record import Setup
    from game.screens.kit.answers import Key
    from game.screens.saved import Settings
    from game.shell.app import Window
    from game.shell.desk import Desk

    opened = Window.open(Settings(size=SIZE))
    assert opened is not None
    window = opened.surface
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
    walked = timed(walk)
    return blit, median(walked), quantiles(walked, n=100)[98]


def rules() -> float:
    """Moments a second without a screen."""
    from game.bots import play
    from game.content import levels, load
    from game.model.record import Setup

    pack = load(levels())
    file = next(f.id for f in pack.files.values() if f.middle)
    moments = 0
    began = time.process_time()
    for seed in range(PLAYS):
        setup = Setup(campaign=next(iter(pack.campaigns)), seed=seed, order="visible-first", file=file)
        session = play(pack, setup, "dice")
        moments += sum(1 for line in session.lines if line.act.do == "choose")
    return moments / (time.process_time() - began)


def debrief() -> tuple[float, float, str]:
    """The debrief of a whole `full` play: seconds from the bet to its first page; its slowest page, in ms, and which.

    Counted is what the machine takes: the bet's own step, the steps after it, reading the record, laying out, painting.
    """
    os.environ.update(environment())
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
