"""Every screen there is, not only those of a play: the small pages round it, and the whole of its debrief."""

import re
from collections.abc import Iterator
from datetime import date
from math import ceil
from pathlib import Path
from typing import Any

from game.bots.play import play
from game.debrief.cases import dealt
from game.debrief.pages import debrief
from game.debrief.sorted import TIMES
from game.language import _
from game.language.pseudo import _PLAIN, OPEN, SHUT
from game.model.content import Pack
from game.model.record import Setup
from game.model.said import Said, Sorted
from game.screens.debrief.checking import ENDS
from game.screens.debrief.held import Held
from game.screens.debrief.lines import Lines
from game.screens.debrief.moment import Moment
from game.screens.debrief.objection import Objecting
from game.screens.debrief.screen import Debrief
from game.screens.debrief.sides import Sides
from game.screens.first import First
from game.screens.kit.answers import Pop, Push
from game.screens.kit.frame import Frame
from game.screens.plays import Notice, Plays
from game.screens.room.cards import FIGURES, Joining, Looking, Room, Stopped, Unsent, Waits
from game.screens.room.mine import Mine, RoomMenu, Withdrawn
from game.screens.room.porch import Porch, Two
from game.screens.saved import TEXT_SIZES, Saved, Settings
from game.screens.sorting import Sorting
from game.screens.title import Title
from game.seminar.card import SAYS
from game.shell.gallery import Gallery
from game.shell.library import LATER, Folder
from game.shell.two_words import FIRST, SECOND
from game.telling.room import day_in_words
from game.telling.scan import squares
from tests.screens.ruler import within
from tests.screens.test_layout import SIZES, Shot, faults, laid

LONG = "I did not go along with it: I had decided before I read what was lit, and would do it again. " * 3
FOLDS = ("figures.", "fold.", "rules.")
CELLS = [(size, text) for size in SIZES[:2] for text in TEXT_SIZES]
IDS = re.compile(
    r"https?://[\w.:/]+(\?\S+)?|\bkusor gagad\b|\b[0-9a-f]{8}\b|\b[0-9A-Z]( [0-9A-Z]){2,}\b|\bGS1( [0-9A-Z]+)+|"
    r"levels/[\w/.]+\.yaml(, [\w: .]+| \([^)]*\))?|[\w-]+(\.said)?\.(jsonl|json|html)|\bbot(: \w+)?"
)
"""Where a rule stands, what is saved, what the play is called, where a room is: files, keys, addresses, not words."""
PAIR = re.compile(rf"\b({'|'.join(FIRST)}) ({'|'.join(SECOND)})\b")
"""The two words of a play: its name, the same in every language."""
PLAIN = re.compile(rf"[^\W\d_]*[{_PLAIN}][^\W\d_]*")
STRIDE = 0.8  # of a pane: so much further it is scrolled each time it is looked at


class Round(Gallery):
    """Goes where the contact sheets go round a play, and gives what it sees instead of making pictures."""

    def __init__(self, out: Path) -> None:
        """`out`: an empty folder."""
        super().__init__(out, [((1280, 720), 100)], Settings())
        self.shots: list[Shot] = []

    def take(self, name: str) -> None:
        """What is on the screens now, unless it was seen before."""
        if name not in self.taken:
            self.taken[name] = self.out
            self.shots.append(Shot(name, tuple(self.desk.screens[-2:])))


def small(pack: Pack, folder: Path) -> Iterator[Shot]:
    """The pages round a play that `Round.edge` does not come to: with plays of every kind, and what asks or says."""
    offers = Folder(folder, pack=pack).offers()
    kept = (Saved("a", offers[1].name, 3, 6), Saved("b", offers[0].name, 4, 4, done=True),
            Saved("c", offers[0].name, trouble=_("These level files have no such campaign.")))  # fmt: skip
    for name, saved in (("nothing saved", ()), ("plays saved", kept)):
        title, plays = Title(), Plays(saved, offers)
        title.know(saved, offers)
        yield Shot(f"title, {name}", (title,))
        yield Shot(f"plays, {name}", (plays,))
    going = Round(folder)
    going.edge(Folder(folder / "plays", pack=pack), "taste")
    yield from going.shots
    delete = plays.tree(Frame()).find("delete.b")
    assert delete is not None
    sure = delete.press()
    assert isinstance(sure, Push)
    yield Shot("delete", (sure.screen,))
    yield Shot("unsaved", (Notice("The disk is full, or may not be written to.", unsaved=True),))
    yield Shot("first start", (First(Settings()),))
    yield from joined()


def joined() -> Iterator[Shot]:
    """A room elsewhere: every card, with everything that it can say, and the code of a play."""
    def room(trouble: str = "", **more: Any) -> Room:
        return Room(address="http://192.168.0.5:8080", trouble=trouble, theirs="0.2.0", ours="0.1.0", found=True,
                    mode="rows", day=day_in_words(date(2026, 12, 10)), lot="0123456789abcdef" * 4, code="kusor gagad",
                    place=12, take=1, steps=143, waiting=4, told=(_(FIGURES),), **more)  # fmt: skip

    for trouble in ("away", "foreign", "game", "levels", "full", "gone"):
        yield Shot(f"room, {trouble}", (Porch(), Looking(room(trouble))))
    yield Shot("room, looking", (Porch(), Looking(Room("http://192.168.0.5:8080"))))
    yield Shot("room, two things", (Porch(), Two(Settings())))
    yield Shot("room, joining", (Porch(), Joining(room(), shared=True)))
    for state in ("open", "running", "paused", "closed"):
        yield Shot(f"room, {state}", (Porch(), Waits(room("away", seated=True, state=state, debrief=True))))
    for trouble in ("gone", "differs"):
        yield Shot(f"room, stopped, {trouble}", (Porch(), Stopped(room(trouble))))
        yield Shot(f"room, withdrawn, {trouble}", (Porch(), Withdrawn(room(trouble))))
    yield Shot("room, unsent", (Porch(), Unsent(4)))
    yield Shot("room, mine", (Porch(), Mine(room(), (_("Walk out"), _("Go on")) * 9)))
    yield Shot("room, menu", (Porch(), RoomMenu(Settings(), None, 10, 12, "kusor gagad")))
    letters = "GS1-7YDPJ-T27X7-550R3-CZ3BM-YB02D-716HR-9A2TP-YXX2B-W68MF-0A6YB-6RH4J-FQS5P-R5AT0-00000-58SJH-X67J"
    yield Shot("code", (Held(letters, squares(letters), SAYS, Pop()),))


def about(pack: Pack, campaign: str, bot: str, seed: int = 7) -> Iterator[tuple[Shot, bool]]:
    """Everything of the debrief of a play, and whether it has panes that are to be looked at from top to bottom."""
    record = play(pack, Setup(campaign=campaign, seed=seed, order="visible-first", file="debt_friends"), bot).record
    laid = debrief(record, pack)
    put = sorted_cases(pack, seed)
    deal = dealt(pack.cases, seed)
    assert deal is not None
    said = Said(objections={"override": LONG, "nudge_effect": ""}, check=put.but(shown=True), asked=False)
    for name, words in (("as it opens", Said()), ("all folded out", said)):
        for at, page in enumerate(laid.pages):
            screen = Debrief(laid.pages, record, laid.notes, {}, words, copies=True)
            screen.turn(at)
            screen.age = 9.0
            if words is said:
                unfold(screen)
            yield Shot(f"{page.id}, {name}", (screen,)), True
    screen = Debrief(laid.pages, record, laid.notes, {}, said, copies=True)
    cards = tuple(laid.cards.values())
    for at, card in enumerate(cards):
        yield Shot(f"moment {card.n}", (Moment(cards, at),)), True
        if card.without is not None:
            bare = Moment(cards, at)
            bare.strip()
            yield Shot(f"moment {card.n} without its push", (bare,)), True
            yield Shot(f"moment {card.n} beside itself", (Sides(cards, at),)), True
    for number, table in enumerate(table for page in laid.pages for table in page.long):
        yield Shot(f"lines {number}", (Lines(table),)), True
    leaf = Objecting(laid.findings[0], said, lambda _why: None)
    leaf.draft = LONG
    left = screen._out()
    assert isinstance(left, Push)
    for top in (leaf, screen._saving(), screen._wiping(), left.screen):
        yield Shot(type(top).__name__, (top,)), True
    for when, cases, ends in (("before", deal.before, LATER), ("after", deal.after, ENDS)):
        for at in range(len(cases) + 1):
            sorting = Sorting(cases, deal.trays, dict.fromkeys((c.id for c in cases[:at]), deal.trays[0].kind),
                              lambda *_given: None, lambda: None, ends)
            yield Shot(f"case {at + 1} {when}", (sorting,)), False


def unfold(screen: Debrief) -> None:
    """Everything on a page that can be opened is open."""
    for _fold in range(3):
        screen.opened |= {node.key for node in screen.tree(Frame()).walk() if node.key.startswith(FOLDS)}


def sorted_cases(pack: Pack, seed: int) -> Sorted:
    """All cases, put into one tray after the other."""
    deal, put = dealt(pack.cases, seed), Sorted()
    assert deal is not None
    for when in TIMES:
        for at, case in enumerate(deal.of(when)):
            put = put.put(when, case.id, deal.trays[at % 5].kind)
    return put


def wrong(shot: Shot, frame: Frame, *, panes: bool) -> list[str]:
    """All that is wrong with a screen; its panes, if they are to be, looked at from top to bottom."""
    found = faults(shot, frame)
    top = shot.screens[-1]
    for pane in [node for node in top.tree(frame).walk() if node.window is not None and node.reach > 0 and node.key]:
        assert pane.window is not None
        steps = ceil(pane.reach / (pane.window.h * STRIDE)) if panes else 0
        for step in range(1, steps + 1):
            top.scrolls[pane.key] = pane.reach * step / steps
            found += faults(shot, frame, keys=False)
        top.scrolls.pop(pane.key, None)
    return list(dict.fromkeys(found))


def untold(shot: Shot, frame: Frame) -> list[str]:
    """In the language nobody speaks: what stands there in plain letters, and what was cut, so that it lacks an end.

    A card beside a page may be cut: it is pressed, and opens the whole moment.
    """
    found = []
    for screen in shot.screens:
        if isinstance(screen, Lines):
            continue  # the record itself, in its own ids
        root, seen = laid(screen, frame)
        cards = [node.box for node in root.walk() if node.key.startswith("card.")]
        heard = [text for node in root.walk() for text in (node.label, node.value, node.hint, node.disabled)]
        lines: dict[int, str] = {}  # what one thing draws, a line may be broken into several
        for word in seen:
            if not any(within(word.box, card) for card in cards):
                lines[id(word.owner)] = "\n".join(filter(None, (lines.get(id(word.owner)), word.text)))
        drawn = list(lines.values())
        halves = [text for one in getattr(screen, "offers", ()) for text in (one.label, one.line)]  # of one text each
        found += [f"“{text}” is cut" for text in drawn if _torn(text) and text not in halves]
        found += [f"“{text}” is English" for text in (*drawn, *heard) if _english(text)]
    return [f"{shot.name}: {one}" for one in dict.fromkeys(found)]


def _torn(text: str) -> bool:
    text = text.replace(f" {SHUT}{SHUT}", SHUT)  # the first is the phone's arrow
    return text.count(OPEN) != text.count(SHUT)


def _english(text: str) -> bool:
    text = PAIR.sub("", IDS.sub("", text.replace(LONG.strip(), "")))
    return any(len(word) > 1 for word in PLAIN.findall(text))
