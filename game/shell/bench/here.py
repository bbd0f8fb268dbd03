"""What is measured in this process: a frame of the street, the rules, the debrief."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

from game.shell.bench.children import environment

if TYPE_CHECKING:
    from pygame import Surface

    from game.journal import Session
    from game.shell.desk import Desk

SIZE = (1280, 720)
FRAMES = 240
PLAYS = 6
FULL = "full"


class Frames(NamedTuple):
    """Milliseconds of one picture and its flip: a full blit; walking, the median and the 99th percentile; medians."""

    blit: float
    walk: float
    slow: float
    rain: float  # the street in rain, with a crowd
    passing: float  # one world that gives way to another, the slowest way of a play


def frames() -> Frames:
    """What one picture costs while something moves."""
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
    blit = median(_timed(lambda: window.blit(full, (0, 0))))
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
    walked = _timed(walk)
    return Frames(blit, median(walked), quantiles(walked, n=100)[98], _rain(window), _changes(desk, session, window))


def _timed(draw: Callable[[], object]) -> list[float]:
    """Milliseconds of each of FRAMES pictures with its flip."""
    import pygame

    times = []
    for _ in range(FRAMES):
        began = time.perf_counter()
        draw()
        pygame.display.flip()
        pygame.event.pump()
        times.append((time.perf_counter() - began) * 1000)
    return times


def _rain(window: "Surface") -> float:
    """The median of a picture of the street in rain, with a crowd, walked along."""
    from game.screens.kit.canvas import Canvas
    from game.screens.paint.scene import Figure, StreetPicture, street

    canvas = Canvas(window)
    shown = StreetPicture(world="print", light="dusk", watch="plain", lantern="lit", cone=0.2, weather="rain",
                          crowd=1.0, figures=[Figure("you", 1200)])  # fmt: skip
    steps = count()

    def draw() -> None:
        step = next(steps)
        shown.cam, shown.t = 900 + step * 2, step / 60
        street(canvas, shown)

    return median(_timed(draw))


def _changes(desk: "Desk", session: "Session", window: "Surface") -> float:
    """The median of a picture of one world that gives way to another, for the slowest way in a play."""
    from game.bots import Bot, keeps_table
    from game.screens.kit.answers import Do
    from game.screens.kit.canvas import Canvas
    from game.screens.passing.screen import Passing

    bot, slowest = Bot("dice", 1, keeps_table(session.pack)), 0.0
    desk.begin(session)
    while session.view().phase != "over":
        desk.apply(Do(bot.choose(session.view(), session.legal())))
        top = desk.screens[-1]
        if isinstance(top, Passing) and len(top.steps) > 1:
            ages = count(0.0, top.lasts / FRAMES)

            def draw(top: Passing = top, ages: Iterator[float] = ages) -> None:
                top.age = next(ages)
                top.paint(Canvas(window), desk.frame)

            slowest = max(slowest, median(_timed(draw)))
    return slowest


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
