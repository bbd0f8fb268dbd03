"""Every screen there is, whether somebody plays by ear or not: nothing on it is without words."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.bots import Bot, keeps_table
from game.debrief.pages import debrief
from game.journal import Session
from game.model.content import Pack
from game.model.record import Setup
from game.screens.debrief.screen import Debrief
from game.screens.kit.answers import Do, Order
from game.screens.saved import Settings
from game.screens.voice import Heard, Spot, news
from game.shell.desk import Desk
from game.shell.library import Folder
from tests.quick import long

DEPTH = 3  # presses from the title, or from a page of the debrief
LEAVES = {"quit", "title", "yes", "wipe", "copies.stay", "copies.all"}  # what ends the play, or throws it away


def check(heard: Heard) -> None:
    """Words for all that can be pressed, moved, focused or looked at; no two share a path."""
    assert heard.spots
    paths = [one.path for one in heard.spots]
    assert len(set(paths)) == len(paths)
    for one in heard.spots:
        if one.acts or one.stop or one.role in ("image", "slider", "entry", "tab", "alert", "heading"):
            assert one.label.strip(), one
        assert "−" not in one.said and "\n" not in one.said.strip(), one.said


def played(desk: Desk, session: Session, bot: Bot) -> Iterator[tuple[str, Heard]]:
    """What there is to be heard before each act of a bot."""
    bot.choose(session.view(), session.legal())  # the title's one act; the desk does it itself
    desk.begin(session)
    for _ in range(3000):
        seen = session.view()
        yield seen.phase, desk.heard()
        if seen.phase == "over":
            return
        desk.apply(Do(bot.choose(seen, session.legal())))
        desk.tick(1 / 30)
    raise AssertionError("the play did not end")


@pytest.mark.parametrize(("order", "name"), [("visible-first", "dice"), long(("hidden-first", "fox"))])
def test_nothing_in_the_whole_town_is_without_words(pack: Pack, order: str, name: str, tmp_path: Path) -> None:
    pygame.font.init()
    desk = Desk(Settings(), clock=lambda: 0.0)
    desk.ready(Folder(tmp_path, pack=pack))
    setup = Setup(campaign="full", seed=5, order=order, file="middle")
    session = Session.new(pack, setup, None, game="test", play="0123456789abcdef")
    before, phases, asked = Heard(), set(), set()
    for phase, heard in played(desk, session, Bot(name, 5, keeps_table(pack))):
        check(heard)
        lines = news(before, heard)
        if before.screens and before.screens[-1][1] is not heard.screens[-1][1]:
            assert lines, "a screen came, and nobody was told"
        phases.add(phase)
        asked |= {session.view().ask.kind} if session.view().ask else set()
        before = heard
    built = debrief(session.record, pack)
    screen = Debrief(built.pages, session.record, built.notes, desk.looks)
    for number in range(len(built.pages)):
        desk.screens = [screen]
        screen.turn(number)
        check(desk.heard())
        if order == "visible-first":
            walk(desk, 2, set())
    assert phases >= {"street", "moment", "then", "morning", "ledger", "ask", "ending", "over"}
    assert len(asked) >= 5, asked


def walk(desk: Desk, depth: int, seen: set[tuple[str, ...]]) -> None:
    """Press one thing of every kind, and what comes of that, so many presses deep; go back each time."""
    heard = desk.heard()
    check(heard)
    kind = tuple(one.label for one in heard.spots if one.role in ("heading", "tab") or one.role == "window")
    if depth == 0 or kind in seen:
        return
    seen.add(kind)
    before = list(desk.screens)
    kinds: dict[str, Spot] = {}
    for one in heard.spots:
        if one.press and one.key not in LEAVES and one.screen == heard.screens[-1][0]:
            kinds.setdefault(one.key.split(".", maxsplit=1)[0], one)
    for one in kinds.values():
        desk.touch(one.key)
        if desk.screens != before and desk.screens:
            walk(desk, depth - 1, seen)
        else:
            check(desk.heard())
        desk.screens = list(before)
        desk.done = False


def test_nothing_round_a_play_is_without_words(pack: Pack, tmp_path: Path) -> None:
    pygame.font.init()
    desk = Desk(Settings(still=True), clock=lambda: 0.0)
    desk.ready(Folder(tmp_path, pack=pack))
    seen: set[tuple[str, ...]] = set()
    title = desk.heard()
    for one in title.spots:
        if one.press and not one.key.startswith(("new.", "walk")):
            desk.screens = [desk.title]
            desk.touch(one.key)
            walk(desk, DEPTH, seen)
    desk.screens = [desk.title]
    desk.apply(Order("new", {"campaign": "taste", "seed": 3, "order": "visible-first"}))
    walk(desk, 1, seen)
    desk.touch("menu")
    walk(desk, DEPTH, seen)
    assert len(seen) >= 6, seen
