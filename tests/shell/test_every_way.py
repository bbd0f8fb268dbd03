"""Whatever can be done on a screen can be done by the keys, by the mouse and by ear, on every screen there is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.model.content import Pack
from game.model.record import Order
from game.screens.kit.canvas import HEIGHT, WIDTH
from game.screens.kit.node import Node
from game.screens.kit.screen import Screen
from game.screens.saved import Settings
from game.shell.desk import Desk
from game.shell.gallery import Gallery
from game.shell.library import Folder
from game.tools import demo

GRID = 9  # points of a thing, each way, that the mouse tries
OTHERWISE = {  # what Tab does not stop at, and the key that does the same
    "menu": "escape",
    "before": "backspace",
    "way.": "enter",  # on the sign of what waits; Tab stops at the thing itself
    "peg.": "right", "end.": "right", "number.": "right",  # the marks of a scale: the arrows move it
    "chalk.": "right",  # the three marks of a line on the wall
    "roll.": "right",  # the cursor goes on, and the strip with it
    "case.": "right",  # the numbers of the cards: the arrows turn them over
}
PARTS = ("chalk.", "peg.", "end.", "number.", "way.")  # said with the scale, or with the thing, that they belong to


def pressable(root: Node) -> list[Node]:
    """What can be pressed, moved or read why not."""
    return [one for one in root.walk() if one.focusable and not one.readable]


def by_keys(root: Node, node: Node) -> bool:
    """Tab stops there, a key of its own presses it, or it belongs to something where Tab stops."""
    stops = {one.key for one in root.focusables()}
    owner = next((one for one in root.walk() if one.key in stops and one.find(node.key)), None)
    known = node.key.startswith(tuple(OTHERWISE))
    return node.key in stops or bool(node.shortcut) or owner is not None or known


def by_mouse(desk: Desk, screen: Screen, key: str) -> bool:
    """Scrolled into sight, some point of it is its own."""
    before = dict(screen.scrolls)
    screen.turn_to(key, desk.frame)
    root = screen.tree(desk.frame)
    node = root.find(key)
    found = node is not None and any(
        under is not None and under.key == key
        for part in (node, *node.children)
        for x, y in _points(part)
        if (under := root.at(x, y)) is not None
    )
    screen.scrolls = before
    return found


def _points(node: Node) -> Iterator[tuple[float, float]]:
    for across in range(GRID):
        for down in range(GRID):
            yield node.box.x + node.box.w * (across + 0.5) / GRID, node.box.y + node.box.h * (down + 0.5) / GRID


def in_sight(node: Node) -> bool:
    """Whether some of it is on the screen."""
    boxes = [part.box for part in (node, *node.children)]
    return any(box.w and box.right > 0 and box.x < WIDTH and box.bottom > 0 and box.y < HEIGHT for box in boxes)


class Ways(Gallery):
    """Goes where the contact sheets go, and tries every way of doing things there."""

    def __init__(self, out: Path, size: tuple[int, int], text: int) -> None:
        super().__init__(out, [(size, text)], Settings(still=True, text=text, size=size))
        self.faults: list[str] = []
        self.tried = 0

    def take(self, name: str) -> None:
        if name in self.taken:
            return
        self.settle()
        self.taken[name] = self.out
        heard = {spot.key for spot in self.desk.heard().spots}
        top = self.desk.screens[-1]
        focus = top.focus
        root = top.tree(self.desk.frame)
        for node in pressable(root):
            self.tried += 1
            if not by_keys(root, node):
                self.faults.append(f"{name}: no key comes to {node.key}")
            if top.kind == "street" and not in_sight(node):
                continue  # one walks there first; and home is the door of No. 7
            if node.answer is not None and not node.disabled and not by_mouse(self.desk, top, node.key):
                self.faults.append(f"{name}: the mouse cannot press {node.key}")
            if node.key not in heard and not node.key.startswith(PARTS):
                self.faults.append(f"{name}: nobody hears of {node.key}")
        top.focus = focus


def tour(tmp_path: Path, pack: Pack, order: Order, bot: str, campaign: str, size: tuple[int, int], text: int) -> Ways:
    ways = Ways(tmp_path / "out", size, text)
    library = Folder(tmp_path / "plays", pack=pack)
    ways.desk.looks = library.looks()
    session = demo.begin(pack, demo.set_up(pack, campaign, 7, order), bot)
    ways.play(session, bot)
    ways.debrief(session, ways.desk.looks)
    ways.edge(library, campaign)
    return ways


@pytest.mark.parametrize(
    ("order", "bot", "size", "text"),
    [("visible-first", "fox", (1280, 720), 100), ("hidden-first", "dice", (960, 540), 160)],
)
def test_every_screen_can_be_used_by_keys_by_mouse_and_by_ear(
    tmp_path: Path, pack: Pack, order: Order, bot: str, size: tuple[int, int], text: int
) -> None:
    ways = tour(tmp_path, pack, order, bot, "taste", size, text)
    assert ways.faults == []
    assert ways.tried > 400


@pytest.mark.long
@pytest.mark.parametrize("order", ["visible-first", "hidden-first"])
@pytest.mark.parametrize("text", [100, 200])
def test_every_screen_of_a_full_play_too(tmp_path: Path, pack: Pack, order: Order, text: int) -> None:
    ways = tour(tmp_path, pack, order, "sheep", "full", (960, 540), text)
    assert ways.faults == []
