"""Debriefs of whole plays, opened at a page, and a measure for the words in sight."""

import pygame
import pytest

from game.bots import play
from game.debrief.pages import Debrief as Laid
from game.debrief.pages import debrief
from game.model.content import Pack
from game.model.record import Setup
from game.screens.debrief.screen import Debrief
from game.screens.kit.answers import Key
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node, outline
from tests.quick import few
from tests.screens.ruler import EASIER, Ruler, touch, within

WINDOWS = ((960, 540), (1280, 720), (2560, 1440))
SIZES = [*(Frame(size, zoom) for size in WINDOWS for zoom in (1.0, 1.3, 1.6, 2.0)), *EASIER]
IDS = [f"{frame.size[0]} at {frame.zoom:.0%}{', high contrast' * frame.stark}" for frame in SIZES]
PLAIN = Frame()
ONE_OF_EACH = {((960, 540), 1.6), ((1280, 720), 1.0), ((2560, 1440), 1.3)}
FEW = few(SIZES, lambda frame: frame == EASIER[0] or ((frame.size, frame.zoom) in ONE_OF_EACH and not frame.stark))


def laid_out(pack: Pack, campaign: str, file: str = "debt_friends") -> Laid:
    """The debrief of a play by chance, from seed 7."""
    setup = Setup(campaign=campaign, seed=7, order="visible-first", file=file)
    return debrief(play(pack, setup, "dice").record, pack)


def ruler_for(frame: Frame) -> Ruler:
    """A ruler that is as large as the window, so that what is in sight is drawn on it."""
    ruler = Ruler.of(frame)
    ruler.surface = pygame.Surface(frame.size)
    return ruler


def legible(ruler: Ruler) -> None:
    """No word in sight is broken, pale, or lies over another."""
    there = [word for word in ruler.words if within(word.box, word.clip)]
    for at, word in enumerate(there):
        assert not word.broken, word.text
        least = 7.0 if ruler.stark else 3.0 if word.large else 4.5
        assert word.contrast >= least, (word.text, word.ink, word.ground)
        for other in there[at + 1 :]:
            assert not touch(word.box, other.box, 2.5), (word.text, other.text)


def opened(laid: Laid, id_: str) -> Debrief:
    """The debrief's screen, turned to a page."""
    made = Debrief(laid.pages, laid.record, laid.notes)
    made.turn(next(index for index, page in enumerate(made.pages) if page.id == id_))
    made.age = 9.0
    return made


def find(screen: Debrief, key: str, frame: Frame = PLAIN) -> Node:
    node = screen.tree(frame).find(key)
    assert node is not None, f"{key} is on the screen"
    return node


def said(screen: Debrief, frame: Frame = PLAIN) -> str:
    return " ".join(outline(screen.tree(frame)).split())


def onto(screen: Debrief, prefix: str, frame: Frame = PLAIN) -> None:
    for _ in range(60):
        screen.on(Key("tab"), frame)
        if screen.focus.startswith(prefix):
            return
    pytest.fail(f"Tab comes to {prefix}")
