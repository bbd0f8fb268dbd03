"""Promises of the receipt on the screen: by keys alone, by mouse alone, in words, at every size."""

from pathlib import Path

import pygame
import pytest

from game.debrief.pages import Debrief as Laid
from game.debrief.slip import Entry, Receipt
from game.journal.lines import header_text, line_text
from game.model.content import Pack
from game.screens.debrief.moment import Moment
from game.screens.debrief.screen import Debrief
from game.screens.debrief.till import picture
from game.screens.kit.answers import Key, Order, Push
from game.screens.kit.canvas import Box
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node, outline
from game.screens.saved import Settings
from game.shell.desk import Desk
from game.shell.library import Folder
from tests.quick import long
from tests.screens.debriefed import FEW, IDS, PLAIN, find, laid_out, legible, onto, opened, ruler_for, said
from tests.screens.ruler import lay
from tests.screens.tapping import tap


@pytest.fixture(scope="module", params=[long("full"), "lesson", "taste"])
def laid(pack: Pack, request: pytest.FixtureRequest) -> Laid:
    return laid_out(pack, request.param)


@pytest.fixture
def till(laid: Laid) -> Debrief:
    return opened(laid, "receipt")


def roll_of(screen: Debrief) -> Receipt:
    assert screen.page.receipt is not None
    return screen.page.receipt


def lines(screen: Debrief) -> dict[str, Node]:
    return {n.key: n for n in screen.tree(PLAIN).walk() if n.key.startswith("line.")}


def test_every_line_can_be_struck_and_kept_again(till: Debrief) -> None:
    for entry in roll_of(till).entries:
        node = lines(till)[f"line.{entry.id}"]
        assert "kept" in node.hint
        tap(till, *node.box.centre, PLAIN) if _in_sight(till, node) else node.press()
        assert till.struck == {entry.id}
        assert "struck" in lines(till)[f"line.{entry.id}"].hint
        lines(till)[f"line.{entry.id}"].press()
        assert till.struck == frozenset()


def _in_sight(screen: Debrief, node: Node) -> bool:
    pane = find(screen, "main").window
    return pane is not None and pane.holds(*node.box.centre)


def test_the_lines_go_by_up_and_down_and_what_each_rests_on_is_told(till: Debrief) -> None:
    onto(till, "line.")
    for entry in roll_of(till).entries:
        assert till.focus == f"line.{entry.id}"
        assert entry.rests in said(till)
        till.on(Key("enter"), PLAIN)
        till.on(Key("down"), PLAIN)
    assert till.struck == {entry.id for entry in roll_of(till).entries}


def test_the_moments_of_a_line_are_opened_as_they_were(till: Debrief) -> None:
    onto(till, "line.")
    known = {card.n for card in till.page.moments}
    for entry in roll_of(till).entries:
        see = till.tree(PLAIN).find("see.line")
        mine = [n for n in entry.evidence if n in known]
        assert (see is not None) == bool(mine)
        if see is not None:
            answer = see.press()
            assert isinstance(answer, Push)
            assert isinstance(answer.screen, Moment)
            assert [card.n for card in answer.screen.cards] == mine
        till.on(Key("down"), PLAIN)


def test_saving_says_what_is_to_be_left_out(till: Debrief) -> None:
    first = roll_of(till).entries[0].id
    lines(till)[f"line.{first}"].press()
    for kind in ("png", "txt"):
        answer = find(till, f"save.{kind}").press()
        assert answer == Order("receipt", {"kind": kind, "play": till.record.header.play, "struck": (first,)})


@pytest.mark.parametrize("frame", FEW, ids=IDS)
def test_the_roll_is_whole_at_every_size(till: Debrief, frame: Frame) -> None:
    pane = find(till, "main", frame)
    find(till, f"line.{roll_of(till).entries[1].id}", frame).press()
    printed: dict[str, Box] = {}
    for part in range(6):
        till.scrolls["main"] = pane.reach * part / 5
        ruler = ruler_for(frame)
        lay(ruler, till.tree(frame), till.focus)
        legible(ruler)
        printed |= {word.text: word.box for word in ruler.words}
    paper = next(n for n in till.tree(frame).walk() if n.label == "The receipt" and n.role == "list")
    for entry in roll_of(till).entries:
        node = find(till, f"line.{entry.id}", frame)
        assert paper.box.x <= node.box.x
        assert node.box.right <= paper.box.right
        assert printed[entry.dotted].right <= paper.box.right
    assert "GOOD STANDING" in printed


def test_the_picture_gets_shorter_by_what_is_struck_and_is_drawn_to_its_edges() -> None:
    made = Receipt(tuple(Entry(f"e{n}", f"Thing {n}", str(n), "Dry." if n % 2 else "", ()) for n in range(12)))
    whole, part = picture(made, ()), picture(made, {"e1", "e2"})
    assert whole.get_width() == part.get_width()
    assert whole.get_height() > part.get_height()
    corner = tuple(whole.get_at((2, 2)))
    inks = {tuple(whole.get_at((x, y))) for y in range(0, whole.get_height(), 3) for x in range(0, 800, 3)}
    assert corner[:3] == (251, 245, 228)
    assert len(inks) > 20


def test_both_copies_lie_where_exports_go_and_hold_no_name(
    laid: Laid, pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    (tmp_path / "plays").mkdir()
    play_id = "aa" * 8
    text_of = [header_text(laid.record.header), *map(line_text, laid.record.lines)]
    (tmp_path / "plays" / f"{play_id}.jsonl").write_bytes(("\n".join(text_of) + "\n").encode())
    folder = Folder(tmp_path / "plays", pack=pack)
    made = laid.pages[-1].receipt
    assert made is not None
    struck = (made.entries[0].id,)
    text = Path(folder.receipt(play_id, "txt", struck))
    image = Path(folder.receipt(play_id, "png", struck))
    assert text.parent == image.parent == tmp_path / "home" / "good-standing"
    assert text.read_text(encoding="utf-8") == made.text(struck)
    assert pygame.image.load(str(image)).get_size() == picture(made, struck).get_size()
    desk = Desk(Settings(still=True), clock=lambda: 0.0)
    desk.ready(folder)
    image.unlink()
    desk.apply(Order("receipt", {"kind": "png", "play": play_id, "struck": struck}))
    assert str(image) in " ".join(outline(desk.screens[-1].tree(PLAIN)).split())
    assert b"tEXt" not in image.read_bytes()
    assert b"tIME" not in image.read_bytes()
