"""The code of a play on the whole screen: whoever scans the picture has the letters, and whoever cannot hears them."""

import pygame
import pytest

from game.screens.debrief.held import Held
from game.screens.kit.answers import Key, Order, Pop
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.saved import Settings
from game.shell.desk import Desk
from game.shell.library import Folder
from game.telling.scan import QUIET, squares
from game.tools import demo

LETTERS = "GS1-7YDPJ-T27X7-550R3-CZ3BM-YB02D-716HR-9A2TP-YXX2B-W68MF-0A6YB-6RH4J-FQS5P-R5AT0-00000-58SJH-X67J"
CODE = squares(LETTERS)
SAVE = Order("export", {"what": "code"})


def held() -> Held:
    return Held(LETTERS, CODE, ("What is in it.",), SAVE)


@pytest.mark.parametrize("size", [(480, 270), (960, 540), (1280, 720), (1366, 768), (2560, 1440)])
@pytest.mark.parametrize("stark", [False, True])
def test_a_scanner_finds_every_square_black_on_white_and_the_edge_quiet(size: tuple[int, int], stark: bool) -> None:
    surface = pygame.Surface(size)
    surface.fill("#446688")
    screen, frame = held(), Frame(size, stark=stark)
    screen.paint(Canvas(surface, stark=stark), frame)
    area = Canvas(surface).area(screen.tree(frame).find("picture").box)  # type: ignore[union-attr]
    many = len(CODE) + 2 * QUIET
    step = min(area.size) // many
    left, top = area.x + (area.w - many * step) // 2, area.y + (area.h - many * step) // 2
    assert step >= 4
    for y in range(many):
        for x in range(many):
            inside = QUIET <= y < many - QUIET and QUIET <= x < many - QUIET
            dark = inside and CODE[y - QUIET][x - QUIET]
            for corner in (0, step - 1):
                found = surface.get_at((left + x * step + corner, top + y * step + corner))[:3]
                assert found == ((0, 0, 0) if dark else (255, 255, 255)), (x, y)


def test_the_letters_are_spelled_and_can_be_reached() -> None:
    root = held().tree(Frame())
    letters = root.find("letters")
    assert letters is not None and letters.focusable and letters.label.startswith("G S 1, 7 Y D P J, T 2 7 X 7")
    assert [node.key for node in root.focusables()][-2:] == ["close", "save"]


def test_keys_go_back_and_save() -> None:
    screen, frame = held(), Frame()
    assert screen.on(Key("escape"), frame) == Pop() == screen.on(Key("backspace"), frame)
    screen.turn_to("save", frame)
    assert screen.on(Key("enter"), frame) == SAVE


def test_the_last_page_of_a_debrief_leads_there_and_a_saved_code_is_a_copy(tmp_path, pack, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("game.shell.library.copies_folder", lambda: tmp_path / "copies")
    library = Folder(tmp_path, pack=pack)
    play = demo.by_rules_alone(pack, demo.set_up(pack, "taste", 7, "visible-first"), "fox")
    play.move_to(tmp_path / f"{play.header.play}.jsonl")
    desk = Desk(Settings(still=True))
    desk.ready(library)
    desk.apply(Order("debrief", {"play": play.header.play}))
    pages = desk.screens[-1]
    pages.turn(len(pages.pages) - 1)  # type: ignore[attr-defined]
    answer = pages.tree(desk.frame).find("code").press()  # type: ignore[union-attr]
    desk.apply(answer)  # type: ignore[arg-type]
    assert isinstance(desk.screens[-1], Held)
    saved = desk.screens[-1].tree(desk.frame).find("save").press()  # type: ignore[union-attr]
    desk.apply(saved)  # type: ignore[arg-type]
    assert [path.suffix for path in (tmp_path / "copies").iterdir()] == [".html"] and pages.copies  # type: ignore[attr-defined]
