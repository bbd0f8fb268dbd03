"""Every kind of screen in every world, in several windows and text sizes, as contact sheets: to be looked at.

Beside the pictures stands what was measured: each word's contrast with the pixels that it is written on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.screens.kit.answers import Key, Order
from game.screens.kit.palette import PHONE
from game.screens.kit.screen import Screen
from game.screens.saved import Settings
from game.shell.classroom import shown
from game.shell.film import Film
from game.shell.measured import Measured, Reading

if TYPE_CHECKING:
    from game.journal import Session
    from game.screens.kit.frame import Frame
    from game.shell.library import Folder

TILE, LABEL, ACROSS, DOWN = (480, 270), 20, 4, 4
"""A picture on a sheet in pixels, the line of words under it, and how many stand side by side and below each other."""
MEANT = (PHONE.faint,)
"""Inks that are too pale on purpose at the usual text size: the app's way out."""
LEAVES = ("quit", "title", "wipe", "yes", "close", "walk", "continue", "new.", "on")
"""What leads away from the small pages round a play, instead of to another of them."""
Cell = tuple[tuple[int, int], int]  # the size of a window, and of its text in hundredths


class Gallery(Film):
    """As the film of a bot's play, with each picture taken in every window and text size."""

    def __init__(self, out: Path, cells: Sequence[Cell], settings: Settings) -> None:
        """`settings`: all but text and size are the same on every picture."""
        super().__init__(out, cells[0][0], cells[0][1])
        self.cells = tuple(cells)
        self.desk.settings = settings
        self.tiles: dict[Cell, list[tuple[str, pygame.Surface]]] = {cell: [] for cell in cells}
        self.pale: list[str] = []
        self.words = 0

    def take(self, name: str) -> None:
        """The picture of this name, if there is none yet, in every cell."""
        if name in self.taken:
            return
        self.settle()
        self.taken[name] = self.out
        for size, text in self.cells:
            self.desk.settings = replace(self.desk.settings, text=text, size=size)
            for screen in self.desk.screens:
                screen.settle(self.desk.settings)
            surface = pygame.Surface(size)
            canvas = self.desk.paint(surface, Measured)
            assert isinstance(canvas, Measured)
            self.words += len(canvas.readings)
            self.pale += [_said(name, size, text, one) for one in canvas.readings if not _fine(one, text)]
            wide, tall = TILE
            tile = pygame.Surface((wide, tall + LABEL))
            tile.blit(pygame.transform.smoothscale(surface, TILE), (0, 0))
            self.tiles[(size, text)].append((name, tile))

    def edge(self, library: "Folder", campaign: str) -> None:
        """The small pages round a play, as far as presses lead from the title and from the menu."""
        self.desk.ready(library)
        self.desk.to_title()
        self.take("title")
        self._pages("title", depth=2)
        self.desk.apply(Order("new", {"campaign": campaign, "seed": 1, "order": "visible-first"}))
        if self.desk.screens[-1].kind != "street":
            self.take("offer")  # a card that lies over the street
            self.desk.screens.pop()
        for name, key in (("names", "h"), ("menu", "escape")):
            self.desk.feed(Key(key))
            self.take(name)
        self._pages("menu", depth=2)
        self.desk.to_title()
        self.take("title-continue")

    def _pages(self, name: str, depth: int) -> None:
        before = list(self.desk.screens)
        for key in _presses(before[-1], self.desk.frame) if depth else ():
            self.desk.touch(key)
            if self.desk.screens[: len(before)] == before and len(self.desk.screens) > len(before):
                self.take(f"{name}-{key}")
                self._pages(f"{name}-{key}", depth - 1)
            self.desk.screens = list(before)

    def sheets(self, *, grey: bool) -> list[Path]:
        """Write the contact sheets, each also without its colours if `grey`; return where they lie."""
        font = pygame.font.Font(None, 18)
        written = []
        for ((wide, tall), text), tiles in self.tiles.items():
            for number, first in enumerate(range(0, len(tiles), ACROSS * DOWN), 1):
                sheet = pygame.Surface((ACROSS * (TILE[0] + 6), DOWN * (TILE[1] + LABEL + 6)))
                sheet.fill((128, 128, 128))
                for place, (name, tile) in enumerate(tiles[first : first + ACROSS * DOWN]):
                    tile.blit(font.render(name, antialias=True, color="white"), (4, TILE[1] + 4))
                    sheet.blit(tile, (3 + place % ACROSS * (TILE[0] + 6), 3 + place // ACROSS * (TILE[1] + LABEL + 6)))
                looks = [("", sheet), *([("-grey", pygame.transform.grayscale(sheet))] if grey else [])]
                for look, picture in looks:
                    path = self.out / f"{wide}x{tall}-{text}-{number:02d}{look}.png"
                    pygame.image.save(picture, path)
                    written.append(path)
        (self.out / "screens.txt").write_text("".join(f"{name}\n" for name in self.taken), encoding="utf-8")
        (self.out / "contrast.txt").write_text("".join(f"{line}\n" for line in self.pale), encoding="utf-8")
        return written


def _presses(screen: Screen, frame: "Frame") -> Iterator[str]:
    keys = [node.key for node in screen.tree(frame).focusables() if node.answer is not None]
    kinds: dict[str, str] = {}
    for key in keys:
        if not key.startswith(LEAVES):
            kinds.setdefault(key.split(".", maxsplit=1)[0], key)
    yield from kinds.values()


def _fine(one: Reading, text: int) -> bool:
    return one.passes or (text == 100 and one.ink in MEANT and one.ratio >= 3)


def _said(name: str, size: tuple[int, int], text: int, one: Reading) -> str:
    return f"{one.ratio:5.2f} of {one.asked}  {one.ink}  {size[0]}x{size[1]} {text} %  {name}: {one.text[:60]!r}"


def gallery(
    session: "Session", bot: str, out: Path, cells: Sequence[Cell], settings: Settings, library: "Folder", *, grey: bool
) -> int:
    """A bot's play and all round it as sheets in `out`. Returns the exit code: 1 if a word was too pale."""
    film = Gallery(out, cells, settings)
    film.desk.looks = library.looks()
    film.play(session, bot)
    film.debrief(session, film.desk.looks)
    for name, screens in shown(session, session.pack):
        film.desk.screens = list(screens)
        film.take(name)
    film.edge(library, session.header.setup.campaign)
    written = film.sheets(grey=grey)
    print(f"{len(film.taken)} screens, {len(written)} sheets and contrast.txt written to {out}")
    print(f"{film.words} words measured on their grounds, {len(film.pale)} too pale")
    for line in film.pale[:20]:
        print(f"  {line}")
    return 1 if film.pale else 0
