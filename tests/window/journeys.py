"""The two journeys, whichever hand makes them: from the title through a day and back, and all the way to the end."""

import time

import pygame

from game.journal import load
from game.model.content import Pack
from game.model.view import View
from game.screens.kit.canvas import Canvas
from game.screens.plays import Menu, Plays
from game.screens.saved import Settings
from game.screens.title import Title
from game.shell.library import Folder
from tests.window.driver import Display, Game, Home, Reader, game, until
from tests.window.player import SETTLED, Player

Hand = type[Player]
BY_HAND = {"walk", "wait", "counter", "line"}
OPENED = 1.5  # seconds until a play or a debrief that was asked for stands there
EDGE = (0, 640, 1280, 80)  # where the title says what there is


def arrive(hand: Hand, at: Game, on: Display, home: Home, pack: Pack) -> Player:
    """Stand before the title, once its edge says all that there is."""
    player = hand(at)
    library = Folder(home.plays_folder, pack=pack)
    shown = Title()
    shown.know(library.saved(), library.offers())
    drawn = pygame.Surface(at.size)
    shown.paint(Canvas(drawn), player.frame)
    until("the title", lambda: edge(on.picture()) == edge(drawn))
    player.show(shown)
    return player


def edge(picture: pygame.Surface) -> bytes:
    """The lowest strip of the title."""
    return pygame.image.tobytes(picture.subsurface(EDGE), "RGB")


def begin(hand: Hand, at: Game, on: Display, home: Home, pack: Pack) -> Player:
    """From the title over the list of plays to a new short play."""
    player = arrive(hand, at, on, home, pack)
    player.use("plays")
    library = Folder(home.plays_folder, pack=pack)
    player.show(Plays(library.saved(), library.offers()))
    player.use("new.taste")
    until("a record", lambda: home.plays)
    player.reader = Reader(pack, home.plays[-1])
    return player


def go_on(hand: Hand, at: Game, on: Display, home: Home, pack: Pack) -> Player:
    """From the title back into the play."""
    player = arrive(hand, at, on, home, pack)
    player.use("continue")
    player.reader = Reader(pack, home.plays[-1])
    time.sleep(OPENED)
    return player


def leave(player: Player) -> None:
    """Over the menu out of the game, which ends of itself."""
    player.know()
    time.sleep(SETTLED)
    player.open_menu()
    player.show(Menu(Settings(), player.now))
    player.use("quit")
    assert player.game.left() == 0


def a_day_and_back(hand: Hand, on: Display, home: Home, pack: Pack, seed: int) -> None:
    """Title, new play, walk, a moment by hand, a sheet, out in the middle of a moment, start, and on right there."""
    with game(home, on, seed=seed) as at:
        player = begin(hand, at, on, home, pack)
        player.go_on(lambda _: "sheet" in met(player) and bool(met(player) & BY_HAND))
        before = player.go_on(in_a_moment)
        leave(player)
    lines = player.lines
    with game(home, on, seed=seed) as at:
        player = go_on(hand, at, on, home, pack)
        assert (player.now, player.lines) == (before, lines)
        player.turn()
        assert player.lines[: len(lines)] == lines
        assert player.lines[len(lines)].act.do == "choose"
    assert len(home.plays) == 1


def to_the_debrief(hand: Hand, on: Display, home: Home, pack: Pack, seed: int) -> None:
    """The whole play, left once in the middle of its second day; at the end the debrief gives its pages away."""
    with game(home, on, seed=seed) as at:
        player = begin(hand, at, on, home, pack)
        before = player.go_on(lambda seen: seen.day == 2 and in_a_moment(seen))
        leave(player)
    with game(home, on, seed=seed) as at:
        player = go_on(hand, at, on, home, pack)
        assert player.now == before
        player.go_on(lambda seen: seen.phase == "over")
        player.know()
        time.sleep(SETTLED)
        player.use("close")
        record = load(home.plays[-1])
        player.show(Folder(home.plays_folder, pack=pack).debrief(record.header.play))
        time.sleep(OPENED)
        player.turn_to("kept")
        player.use("export.report")
        page = until("the page", lambda: list((home.folder / "good-standing").glob("*.html")))[0]
        assert "<html" in page.read_text(encoding="utf-8")
        assert player.steps == len(record.lines)
    kept = {line.shown.moment for line in record.lines if line.act.do == "choose" and line.shown}
    assert len([one for one in kept if one.split(".")[0] in ("U0", "P", "D", "H")]) == 16


def in_a_moment(seen: View) -> bool:
    """Whether a choice is open."""
    return seen.phase == "moment"


def met(player: Player) -> set[str]:
    """How the moments so far were lived through."""
    return {line.shown.mode for line in player.lines if line.act.do == "choose" and line.shown}
