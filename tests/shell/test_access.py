"""What reaches a screen reader, and what comes back from it; and that nobody pays for it who has none."""

import threading
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pygame
import pytest

from game.screens.kit.canvas import Box
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node
from game.screens.kit.screen import Screen
from game.screens.saved import Settings
from game.screens.voice import Heard, Line, hear, news
from game.shell import access as accesses
from game.shell.access import ROOT, Access
from game.shell.desk import Desk
from game.shell.library import Folder
from game.shell.teller import EAR, Teller, printed


class Panic(BaseException):
    """Stands for what the library throws where it has lost its way."""


class Names:
    """Stands for an enumeration: every name has a number."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def __getattr__(self, name: str) -> int:
        return self.known.setdefault(name, len(self.known))


class Kept:
    """Stands for a node: keeps what is set."""

    def __init__(self, role: int) -> None:
        self.role, self.has, self.can = role, {}, set()  # type: ignore[var-annotated]

    def add_action(self, name: int) -> None:
        self.can.add(name)

    def __getattr__(self, name: str) -> Any:
        return lambda *given: self.has.__setitem__(name.removeprefix("set_"), given[0] if given else True)


@dataclass
class Wire:
    """Stands for the adapter: keeps the updates."""

    begun: Any
    action: Any
    ended: Any
    updates: list[Any] = field(default_factory=list)
    breaks: bool = False
    focused: bool | None = None

    def update_if_active(self, make: Any) -> None:
        if self.breaks:
            raise Panic
        self.updates.append(make())

    def update_window_focus_state(self, now: bool) -> None:
        self.focused = now


def kit() -> Any:
    return SimpleNamespace(
        Action=Names(), Role=Names(), Live=Names(), Node=Kept, Rect=lambda *sides: sides, Tree=lambda root: root,
        TreeUpdate=lambda focus: SimpleNamespace(focus=focus, nodes=[], tree=None), unix=SimpleNamespace(Adapter=Wire),
    )


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Access:
    """A window that a screen reader has come to."""
    monkeypatch.setattr(accesses.sys, "platform", "linux")
    monkeypatch.setattr(accesses.os, "name", "posix")
    made = Access(kit())
    made._adapter.begun()
    return made


class Few(Screen):
    """A heading, a button, and as many more lines as wanted."""

    def __init__(self, *lines: str) -> None:
        super().__init__()
        self.lines = lines
        self.pressed = 0

    def tree(self, frame: Frame) -> Node:
        lines = [Node("text", one) for one in self.lines]
        return Node("window", "Here", children=[Node("heading", "A head"), *lines, Node(
            "button", "Do it", key="do", answer=self.press, box=Box(10, 20, 100, 40))])

    def press(self) -> None:
        self.pressed += 1


def show(access: Access, before: Heard, *screens: Screen, size: tuple[int, int] = (1280, 720)) -> Heard:
    now = hear(screens, Frame(size))
    access.show(now, news(before, now), size)
    return now


def nodes(access: Access) -> dict[int, Any]:
    return dict(access._adapter.updates[-1].nodes)


def test_it_is_absent_without_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> None:
        raise ImportError

    monkeypatch.setattr(accesses.importlib, "import_module", missing)
    assert Access.open() is None


def test_a_library_that_breaks_costs_nothing_but_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_name: str) -> None:
        raise Panic

    monkeypatch.setattr(accesses.importlib, "import_module", broken)
    assert Access.open() is None
    assert "no way to screen readers" in capsys.readouterr().err


def test_nothing_is_sent_before_a_screen_reader_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accesses.sys, "platform", "linux")
    made = Access(kit())
    show(made, Heard(), Few())
    assert not made.active and made._adapter.updates == []


def test_the_adapter_is_left_alone_until_it_has_the_first_tree_and_then_hears_who_has_the_keys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # It waits for Python with its own lock held while it asks for that tree: a call in that time never ends.
    monkeypatch.setattr(accesses.sys, "platform", "linux")
    made = Access(kit())
    made.focused(now=True)
    assert made._adapter.focused is None
    monkeypatch.setattr(Kept, "set_label", lambda _node, _text: made.focused(now=True), raising=False)
    made._adapter.begun()
    assert made._adapter.focused is None
    monkeypatch.undo()
    show(made, Heard(), Few())
    assert made._adapter.focused is True
    made.focused(now=False)
    assert made._adapter.focused is False


def test_a_reader_that_goes_and_comes_again_gets_everything_anew(reading: Access) -> None:
    first = Few("One")
    before = show(reading, Heard(), first)
    reading._adapter.ended()
    show(reading, before, first)
    assert len(reading._adapter.updates) == 1
    reading._adapter.begun()
    show(reading, before, first)
    sent = nodes(reading)
    assert [one.has.get("label") for one in sent.values() if "Do it" in one.has.values()] == ["Do it"]
    assert set(sent[ROOT].has["children"]) <= set(sent)


def test_the_whole_tree_comes_first_and_then_only_what_has_changed(reading: Access) -> None:
    screen = Few("One line")
    before = show(reading, Heard(), screen)
    assert len(nodes(reading)) == 6  # the window, the screen, three things and what was said
    screen.lines = ("Another line",)
    before = show(reading, before, screen)
    changed = nodes(reading)
    values = sorted(one.has.get("value") for at, one in changed.items() if at != ROOT)
    assert values == ["Another line", "Another line."]
    show(reading, before, screen)
    assert nodes(reading) == {}


def test_the_same_thing_keeps_its_number_and_the_focus_is_always_in_the_tree(reading: Access) -> None:
    screen = Few()
    screen.focus = "do"
    before = show(reading, Heard(), screen)
    at = reading._adapter.updates[-1].focus
    assert nodes(reading)[at].has["label"] == "Do it"
    screen.lines = ("A line before it",)
    show(reading, before, screen)
    assert reading._adapter.updates[-1].focus == at
    screen.focus = "gone"
    show(reading, before, screen)
    assert reading._adapter.updates[-1].focus == ROOT


def test_bounds_are_those_of_the_window(reading: Access) -> None:
    show(reading, Heard(), Few(), size=(2560, 1540))
    button = next(one for one in nodes(reading).values() if one.has.get("label") == "Do it")
    assert button.has["bounds"] == (20, 50 + 40, 220, 50 + 120)


def test_news_is_a_live_text_and_the_same_words_twice_are_two_of_them(reading: Access) -> None:
    heard = hear([Few()], Frame())
    numbers = []
    for _ in range(2):
        reading.show(heard, [Line("news", "It rings"), Line("focus", "Do it")], (1280, 720))
        numbers += [at for at, one in nodes(reading).items() if one.has.get("value") == "It rings."]
        assert nodes(reading)[numbers[-1]].has["live"] == reading._kit.Live.POLITE
    assert len(set(numbers)) == 2


@pytest.mark.parametrize(("name", "way"), [("CLICK", "press"), ("FOCUS", "focus"), ("INCREMENT", "more")])
def test_what_is_asked_on_another_thread_waits_for_the_loop(reading: Access, name: str, way: str) -> None:
    heard = show(reading, Heard(), Few())
    target = next(at for at, one in nodes(reading).items() if one.has.get("label") == "Do it")
    request = SimpleNamespace(action=getattr(reading._kit.Action, name), target=target, data=None)
    other = threading.Thread(target=reading._adapter.action, args=(request,))
    other.start()
    other.join()
    assert list(reading.asked(heard)) == [("do", way, "")]
    assert list(reading.asked(heard)) == []


def test_nothing_comes_out_of_a_call_from_outside(reading: Access) -> None:
    reading._adapter.action(object())
    reading._kit.TreeUpdate = None
    assert reading._adapter.begun() is None


def test_a_library_that_loses_its_way_later_ends_the_reading_and_not_the_game(
    reading: Access, capsys: pytest.CaptureFixture[str]
) -> None:
    reading._adapter.breaks = True
    for _time in range(2):
        show(reading, Heard(), Few())
    assert not reading.active
    assert capsys.readouterr().err.count("no way to screen readers") == 1


def test_who_has_no_reader_pays_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    desk = Desk(Settings())
    monkeypatch.setattr(Desk, "heard", lambda _self: pytest.fail("somebody listened"))
    Teller().tick(desk, 1.0, drawn=True)
    assert not desk.aloud


def test_it_is_heard_a_few_times_a_second_and_only_what_was_drawn() -> None:
    pygame.font.init()
    said: list[Line] = []
    heard: list[int] = []
    desk = Desk(Settings())
    desk.heard = lambda: heard.append(1) or Desk.heard(desk)  # type: ignore[method-assign, func-returns-value]
    teller = Teller(said.extend)
    for _ in range(60):
        teller.tick(desk, 1 / 60, drawn=True)
    assert 4 <= len(heard) <= round(1 / EAR) + 1
    assert said and said[0].text == "Good Standing. heading"
    count = len(heard)
    for _ in range(60):
        teller.tick(desk, 1 / 60, drawn=False)
    assert len(heard) <= count + 1
    lines = len(said)
    teller.again(desk)
    assert len(said) == 2 * lines


def test_the_voice_for_looking_into_writes_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    printed([Line("text", "A head"), Line("focus", "Do it. button")])
    assert capsys.readouterr().err == "[text] A head\n[focus] Do it. button\n"


def test_a_text_is_set_and_a_scale_is_moved_to_a_number(tmp_path: Path) -> None:
    pygame.font.init()

    class Written(Screen):
        draft, number = "old", 2

        def tree(self, frame: Frame) -> Node:
            moved = Node("slider", "How many", key="many", value=f"{self.number} of 9", adjust=self.move)
            entry = Node("entry", "Why", key="why", value=self.draft, answer=lambda: None)
            return Node("window", children=[entry, moved])

        def move(self, by: int) -> None:
            self.number = min(9, max(0, self.number + by))

        def on(self, event: Any, frame: Frame) -> None:
            self.draft = self.draft[:-1] if getattr(event, "name", "") == "backspace" else self.draft + event.text

    desk = Desk(Settings())
    desk.ready(Folder(tmp_path))
    screen = Written()
    desk.screens.append(screen)
    desk.touch("why", "set", "new words")
    desk.touch("many", "set", "7.0")
    assert (screen.draft, screen.number, screen.focus) == ("new words", 7, "many")
    desk.touch("many", "set", "400")
    assert screen.number == 9
    desk.touch("many", "less")
    assert screen.number == 8
