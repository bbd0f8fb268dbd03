"""Getting a desk to where something is to be measured: by the bots, through the screens."""

from typing import TYPE_CHECKING, cast

import pygame

from game.bots import Bot, keeps_table
from game.screens.debrief.screen import Debrief
from game.screens.kit.answers import Do, Order
from game.screens.saved import Settings
from game.shell import memory
from game.shell.desk import Desk
from game.shell.library import Folder

if TYPE_CHECKING:
    from game.journal import Session

SIZE = (1280, 720)
LONGEST = 5000  # acts of a play


def there(desk: Desk, place: str) -> bool:
    """Play on until a sheet lies open, or the debrief; or stay on the street. True once it is so."""
    if place in ("title", "street"):
        while len(desk.screens) > 1:
            desk.screens.pop()  # the card that offers cases
        return True
    session = cast("Session", desk.play)
    bot = Bot("dice", 3, keeps_table(session.pack))
    for _ in range(LONGEST):
        view = session.view()
        if place == "sheet" and view.phase == "moment" and view.moment and view.moment.mode == "sheet":
            return True
        if view.phase == "over":
            desk.apply(Order("debrief"))
            return True
        desk.apply(Do(bot.choose(view, session.legal())))
    raise RuntimeError("the play did not end")


def whole(
    library: Folder, campaign: str, seed: int, desk: Desk | None, window: "pygame.Surface | None"
) -> "tuple[Desk, pygame.Surface]":
    """One whole play through the screens, every step drawn, with every page of its debrief, and back to the title."""
    if desk is None or window is None:
        pygame.display.init()
        pygame.font.init()
        window = pygame.display.set_mode(SIZE)
        desk = Desk(Settings(size=SIZE), clock=lambda: 0.0)
        memory.thrifty()
        memory.settled()
        desk.ready(library)
    session = library.new(campaign, seed=seed, order="", untimed=True)
    bot = Bot("dice", seed, keeps_table(library.pack))
    bot.choose(session.view(), session.legal())
    desk.begin(session)
    for _ in range(LONGEST):
        for _quarter in range(4):
            desk.tick(0.25)
        desk.paint(window)
        if session.view().phase == "over":
            break
        desk.apply(Do(bot.choose(session.view(), session.legal())))
    desk.apply(Order("debrief"))
    screen = desk.screens[-1]
    assert isinstance(screen, Debrief)
    for number in range(len(screen.pages)):
        screen.turn(number)
        desk.tick(0.5)
        desk.paint(window)
    desk.to_title()
    desk.paint(window)
    return desk, window
