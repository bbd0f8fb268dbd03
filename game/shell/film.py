"""A bot's play through the real screens, without a window, as pictures."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from game.bots import Bot, keeps_table
from game.bots.play import LONGEST
from game.debrief.pages import debrief
from game.screens.debrief.checking import ENDS
from game.screens.debrief.screen import Debrief
from game.screens.debrief.sides import moments
from game.screens.kit.answers import Do
from game.screens.passing.screen import Passing
from game.screens.saved import Settings
from game.screens.sorting import Sorting
from game.shell.desk import Desk

if TYPE_CHECKING:
    from game.journal import Session
    from game.model.view import View

SETTLE = 48  # frames until slides have come to rest
FRAME = 1 / 30


class Film:
    """Pictures of each kind of screen in each condition, numbered in the order in which they were seen."""

    def __init__(self, out: Path, size: tuple[int, int], text: int) -> None:
        """`out`: the folder of the pictures; `text`: the text size in hundredths."""
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
        import pygame

        pygame.display.init()
        pygame.font.init()
        self._pygame = pygame
        self.out = out
        self.out.mkdir(parents=True, exist_ok=True)
        self.surface = pygame.display.set_mode(size)
        self.desk = Desk(Settings(size=size, text=text), clock=lambda: 0.0)
        self.taken: dict[str, Path] = {}

    def settle(self) -> None:
        """Let what passes by itself pass, and what slides in come to rest."""
        while isinstance(self.desk.screens[-1], Passing):
            self.desk.tick(FRAME)
        for _ in range(SETTLE):
            self.desk.tick(FRAME)

    def take(self, name: str) -> None:
        """Make the picture of this name, if there is none yet."""
        if name in self.taken:
            return
        self.settle()
        self.desk.paint(self.surface)
        path = self.out / f"{len(self.taken) + 1:02d}-{name}.png"
        self._pygame.image.save(self.surface, path)
        self.taken[name] = path

    def play(self, session: "Session", bot_name: str) -> None:
        """Let the bot play to the end. Raises RuntimeError if a screen has no way to do what the bot chose."""
        bot = Bot(bot_name, session.header.setup.seed, keeps_table(session.pack))
        self.take("title")
        bot.choose(session.view(), session.legal())  # the title's one act; the desk does it itself
        self.desk.begin(session)
        condition = ""
        for _ in range(LONGEST):
            view = session.view()
            condition = _condition(session) or condition
            self.take(f"{name_of(view)}-{condition.lower() or 'start'}")
            if view.phase == "over":
                return
            act = bot.choose(view, session.legal())
            if view.phase == "moment" and not any(_offers(self.desk, act.what)):
                raise RuntimeError(f"no screen offers “{act.what}” in {view.moment and view.moment.moment}")
            self.desk.apply(Do(act))
        raise RuntimeError("the play did not end")

    def debrief(self, session: "Session", looks: Mapping[str, object]) -> None:
        """Every page of the debrief of a play, one moment as it was, and one beside itself without its push."""
        built = debrief(session.record, session.pack)
        screen = Debrief(built.pages, session.record, built.notes, looks)
        self.desk.screens = [screen]
        for number, page in enumerate(built.pages):
            screen.turn(number)
            self.take(f"debrief-{page.id}")
        compared = built.pages[0].moments
        shown = moments(compared, compared[0].n, looks) if compared else None
        if shown:
            self.desk.screens.append(shown)
            self.take("debrief-moment")
        pushed = [card for card in built.cards.values() if card.without]
        shown = moments(pushed, pushed[0].n, looks, twice=True) if pushed else None
        if shown:
            self.desk.screens = [screen, shown]
            self.take("debrief-push")
        deal = next((page.check for page in built.pages if page.check), None)
        if deal:
            self.desk.screens = [Sorting(deal.after, deal.trays, {}, lambda *_: None, lambda: None, ENDS)]
            self.take("debrief-cases")


def name_of(view: "View") -> str:
    """The kind of screen that a View is shown on, in words for a file name."""
    if view.phase == "moment" and view.moment:
        return f"moment-{view.moment.mode}"
    if view.phase == "then" and view.moment:
        return f"then-{view.moment.mode}"
    if view.phase == "ask" and view.ask:
        return f"ask-{view.ask.kind}"
    return view.phase


def _condition(session: "Session") -> str:
    dawned = (e.condition for e in reversed(session.lines[-1].events if session.lines else ()) if e.did == "dawned")
    return next(dawned, "")


def _offers(desk: Desk, option: str) -> Iterator[bool]:
    """Whether the screens that are seen hold the option in their tree."""
    for screen in desk.screens:
        for node in screen.tree(desk.frame).walk():
            if node.key.endswith(option):
                yield True
