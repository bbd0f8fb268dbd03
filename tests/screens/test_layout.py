"""Nothing cut, overlapping or unreadable: every screen of whole plays, at every text size, in several windows."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pygame
import pytest

from game.bots import Bot, keeps_table
from game.journal import Session
from game.model.content import Pack
from game.model.record import Order, Setup
from game.screens.debrief.panes import Paned, group
from game.screens.kit.answers import Do, Key, Pop
from game.screens.kit.canvas import HEIGHT, WIDTH, Box
from game.screens.kit.frame import Frame
from game.screens.kit.layout import words
from game.screens.kit.node import Node
from game.screens.kit.palette import PALETTES, PHONE, Palette, rgba
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import button
from game.screens.leaf import Leaf
from game.screens.saved import Settings
from game.shell.desk import Desk
from game.shell.film import name_of
from game.shell.library import Folder
from tests.screens.ruler import EASIER, Ruler, Word, contrast, lay, shared, touch, within

SIZES = ((960, 540), (1280, 720), (2560, 1440))
ZOOMS = (1.0, 1.3, 1.6, 2.0)
ORDERS: tuple[Order, ...] = ("visible-first", "hidden-first")
SCREEN = Box(0, 0, WIDTH, HEIGHT)
WORLDLY = ("street", "hands")  # what can be pressed there are things in the picture, and things stand before things
PAINTED = ("title",)  # its words stand on a picture: the contact sheets measure them on its pixels


@dataclass(frozen=True)
class Shot:
    """What is on the window at one instant of a play."""

    name: str
    screens: tuple[Screen, ...]


def shots(pack: Pack, campaign: str, bot_name: str, order: Order, seed: int = 7) -> Iterator[Shot]:
    """Every different screen of a play, as it comes."""
    pygame.font.init()
    setup = Setup(campaign=campaign, seed=seed, order=order, file="middle")
    session = Session.new(pack, setup, None, game="test", play="layout")
    desk = Desk(Settings(), clock=lambda: 0.0)
    desk.looks = Folder(Path("nowhere"), pack=pack).looks()
    bot = Bot(bot_name, seed, keeps_table(pack))
    bot.choose(session.view(), session.legal())
    desk.begin(session)
    seen: set[str] = set()
    while True:
        view = session.view()
        what = view.moment or view.place or view.ask
        part = getattr(what, "moment", "") or getattr(what, "id", "") or (view.page.title if view.page else "")
        name = " ".join(filter(None, (name_of(view), view.world, view.watch, part, f"day {view.day}")))
        if name not in seen:
            seen.add(name)
            if desk.screens[-1].timeless:
                yield Shot(f"{name}, before it", (desk.screens[-1],))
                desk.apply(Pop())
            yield Shot(name, tuple(desk.screens[-2:]))
        if view.phase == "over":
            return
        desk.apply(Do(bot.choose(view, session.legal())))


def laid(screen: Screen, frame: Frame) -> tuple[Node, list[Word]]:
    """The tree of a screen, and the words that are seen of it."""
    root, ruler = screen.tree(frame), Ruler.of(frame)
    ruler.surface = pygame.Surface(frame.size, 0, 8)  # as large as the window: what is out of it is not drawn
    lay(ruler, root, screen.focus)
    return root, [word for word in ruler.words if touch(word.box, word.clip)]


def scrolled(root: Node) -> list[Box]:
    """The panes of a tree whose words go on above or below."""
    return [node.window for node in root.walk() if node.window is not None and node.reach > 0]


def cut(root: Node, found: list[Word]) -> list[str]:
    """Words that stick out of the screen, of their pane or of what they are written on, or are torn in two."""
    panes = scrolled(root)
    faults = []
    for word in found:
        pane = next((one for one in panes if touch(word.box, one)), None)
        room = word.clip if pane is None else Box(word.clip.x, -9999, word.clip.w, 99999)
        if not within(word.box, room):
            faults.append(f"“{word.text}” sticks out: {word.box} of {room}")
        if word.owner is not None and not within(word.box, word.owner.box, 3):
            faults.append(f"“{word.text}” is longer than its place: {word.box} of {word.owner.box}")
        if word.broken:
            faults.append(f"“{word.text}” has a word that does not fit on its line")
    return faults


def in_sight(node: Node, clip: Box = SCREEN) -> Iterator[tuple[Node, Box]]:
    """A node and all below it, each with what its panes leave to be seen."""
    yield node, clip
    inner = shared(clip, node.window) if node.window else clip
    for child in node.children:
        yield from in_sight(child, inner)


def clashing(root: Node, found: list[Word], kind: str) -> list[str]:
    """Words written over other words, and buttons that lie on buttons."""
    faults = [
        f"“{a.text}” on “{b.text}”"
        for index, a in enumerate(found) for b in found[index + 1 :]
        if touch(shared(a.box, a.clip), shared(b.box, b.clip), 2.5)
    ]
    if kind in WORLDLY:
        return faults
    stops = [(node, shared(node.box, clip)) for node, clip in in_sight(root) if node.focusable and node.tabstop
             and touch(node.box, clip)]
    for index, (a, box) in enumerate(stops):
        for b, other in stops[index + 1 :]:
            if touch(box, other, 1.5) and a not in list(b.walk()) and b not in list(a.walk()):
                faults.append(f"button {a.key} on {b.key}")
    return faults


def half_hidden(low: list[Word], top: Node) -> list[str]:
    """Words of the screen below that a sheet covers in part."""
    halves = (word for word in low if touch(word.box, top.box) and not within(word.box, top.box))
    return [f"“{word.text}” is half covered" for word in halves]


def pale(found: list[Word], world: Palette, frame: Frame) -> list[str]:
    """Words below WCAG AA: 4.5 to 1, or 3 to 1 where they are large; below 7 to 1 where high contrast was asked for."""
    on_purpose = rgba(PHONE.faint)[:3] if world.name == "phone" and frame.zoom == 1 and not frame.stark else None
    usual, large = (7.0, 7.0) if frame.stark else (4.5, 3.0)
    return [
        f"“{word.text}”: {word.contrast:.2f} to 1, {word.ink} on {word.ground}"
        for word in found
        if word.ink != on_purpose and word.contrast < (large if word.large else usual)
    ]


def unreachable(screen: Screen, frame: Frame) -> list[str]:
    """What can have the focus but never gets it by Tab, or gets it out of sight; and keys given twice."""
    before, panes = screen.focus, dict(screen.scrolls)
    keys = [node.key for node in screen.tree(frame).focusables()]
    faults = [f"two things are called {key}" for key in set(keys) if keys.count(key) > 1]
    met: set[str] = set()
    for _ in range(len(keys) + 1):
        screen.on(Key("tab"), frame)
        met.add(screen.focus)
        root = screen.tree(frame)
        held = root.find(screen.focus)
        for pane in root.walk():
            if held is None or pane.window is None or pane is held or pane.find(screen.focus) is None:
                continue
            tall = held.box.h > pane.window.h - 16  # what is taller than its pane is read by scrolling
            if held.box.y < pane.window.y - 2 or (held.box.bottom > pane.window.bottom + 2 and not tall):
                faults.append(f"{screen.focus} has the focus out of sight")
    screen.focus, screen.scrolls = before, panes
    # In a group Tab stops once, and the arrows do the rest.
    groups = {group(key) for key in met} - {""} if isinstance(screen, Paned) else set()
    return faults + [f"Tab never comes to {key}" for key in keys if key not in met and group(key) not in groups]


def faults(shot: Shot, frame: Frame, *, keys: bool = True) -> list[str]:
    """All that is wrong with what is on the window; `keys`: and with going through it by Tab."""
    found: list[str] = []
    below: list[Word] = []
    top = shot.screens[-1]
    for screen in shot.screens:
        root, seen = laid(screen, frame)
        world = getattr(getattr(screen, "view", getattr(screen, "shown", None)), "world", "daylight")
        found += [*cut(root, seen), *clashing(root, seen, screen.kind)]
        found += pale(seen, PALETTES[world], frame) if screen.kind not in PAINTED else []
        if screen is top:
            found += unreachable(screen, frame) if keys else []
            if top.kind == "hands":
                found += [f"“{a.text}” on “{b.text}”" for a in below for b in seen if touch(a.box, b.box)]
            elif top.overlay and not isinstance(top, Leaf):  # a leaf lays a veil over all that lies behind it
                found += half_hidden(below, root)
        below = seen
    how = f"{frame.size[0]}, {frame.zoom:.0%}{', high contrast' * frame.stark}"
    return [f"{shot.name}, {how}: {one}" for one in dict.fromkeys(found)]


@pytest.mark.parametrize(("bot", "order"), [("fox", "visible-first"), ("sheep", "hidden-first")])
def test_every_screen_of_a_taste_play_is_whole_legible_and_within_reach_of_tab(
    pack: Pack, bot: str, order: Order
) -> None:
    cells = ((SIZES[0], ZOOMS[3]), (SIZES[0], ZOOMS[1]), (SIZES[1], ZOOMS[0]), (SIZES[1], ZOOMS[2]))
    frames = [*(Frame(size=size, zoom=zoom) for size, zoom in cells), EASIER[-1]]
    assert [fault for one in shots(pack, "taste", bot, order) for frame in frames for fault in faults(one, frame)] == []


@pytest.mark.long
@pytest.mark.parametrize("bot", ["saint", "fox", "sheep", "mule", "dice", "climber"])
@pytest.mark.parametrize("order", ORDERS)
def test_every_screen_of_a_lesson_is_whole_legible_and_within_reach_of_tab(
    pack: Pack, bot: str, order: Order
) -> None:
    frames = [*(Frame(size=size, zoom=zoom) for size in SIZES[::2] for zoom in ZOOMS), *EASIER]
    every = shots(pack, "lesson", bot, order, seed=len(bot))
    assert [fault for one in every for frame in frames for fault in faults(one, frame)] == []


@pytest.mark.parametrize("pal", PALETTES.values(), ids=tuple(PALETTES))
def test_the_inks_of_a_palette_can_be_read_on_its_grounds(pal: Palette) -> None:
    grounds = (pal.paper, pal.panel)
    inks = (pal.ink, pal.soft, pal.letters, pal.good, pal.bad)
    low = {(ink, on): contrast(ink, on) for ink in inks for on in grounds}
    low |= {(pal.on_accent, pal.accent): contrast(pal.on_accent, pal.accent)}
    low |= {(pal.on_strong, pal.strong): contrast(pal.on_strong, pal.strong)}
    low |= {(pal.faint_large, pal.paper): contrast(pal.faint_large, pal.paper)}
    assert {pair: round(ratio, 2) for pair, ratio in low.items() if ratio < 4.5} == {}
    shapes = ((pal.focus, pal.paper), (pal.focus, pal.panel), (pal.mark, pal.strong), (pal.faint, pal.paper))
    assert min(contrast(shape, ground) for shape, ground in shapes) >= 3.0


class Faulty(Screen):
    """A screen with every fault at once."""

    kind = "faulty"

    def tree(self, frame: Frame) -> Node:
        wide = words(frame, "incomprehensibilities", width=60)
        low = words(frame, "Below the edge").place(20, HEIGHT - 8)
        grey = words(frame, "Too pale", colour="#C0C0C0").place(20, 300)
        over = words(frame, "Over it").place(30, 305)
        twins = [button(frame, PHONE, "Twin", "twin", Pop(), width=120).place(400 + 40 * n, 200) for n in range(2)]
        paper = Node("group", box=SCREEN, draw=lambda canvas, node, _mood: canvas.rect(node.box, "#FFFFFF"))
        return Node("window", children=[paper, wide, low, grey, over, *twins], box=SCREEN)

    def step(self, by: int, root: Node) -> None:
        """Tab goes nowhere."""


def test_the_measure_finds_every_kind_of_fault() -> None:
    pygame.font.init()
    said = "\n".join(faults(Shot("alarm", (Faulty(),)), Frame()))
    for fault in (
        "has a word that does not fit", "“Below the edge” sticks out", "“Too pale”: 1.", "“Too pale” on “Over it”",
        "button twin on twin", "two things are called twin", "Tab never comes to twin",
    ):
        assert fault in said
