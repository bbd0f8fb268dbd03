"""Promises of the strip and the receipt on the screen: by keys alone, by mouse alone, in words, at every size."""

from pathlib import Path

import pygame
import pytest

from game.bots import play
from game.debrief.pages import Debrief as Laid
from game.debrief.pages import debrief
from game.debrief.slip import Entry, Receipt
from game.debrief.strip import Strip
from game.journal.lines import header_text, line_text
from game.model.content import Pack
from game.model.record import Setup
from game.screens.debrief.moment import Moment
from game.screens.debrief.screen import Debrief
from game.screens.debrief.till import picture
from game.screens.kit.answers import Key, Order, Pointer, Push
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node, outline
from game.shell.library import Folder
from tests.screens.ruler import Ruler, lay, touch, within

SIZES = [Frame(size, zoom) for size in ((960, 540), (1280, 720), (2560, 1440)) for zoom in (1.0, 1.3, 1.6)]
IDS = [f"{frame.size[0]} at {frame.zoom:.0%}" for frame in SIZES]
PLAIN = Frame()


@pytest.fixture(scope="module", params=["full", "lesson", "taste"])
def laid(pack: Pack, request: pytest.FixtureRequest) -> Laid:
    setup = Setup(campaign=request.param, seed=7, order="visible-first", file="debt_friends")
    return debrief(play(pack, setup, "dice").record, pack)


def ruler_for(frame: Frame) -> Ruler:
    """A ruler that is as large as the window, so that what is in sight is drawn on it."""
    ruler = Ruler(frame.size, frame.zoom)
    ruler.surface = pygame.Surface(frame.size)
    return ruler


def legible(ruler: Ruler) -> None:
    """No word in sight is broken, pale, or lies over another."""
    there = [word for word in ruler.words if within(word.box, word.clip)]
    for at, word in enumerate(there):
        assert not word.broken, word.text
        assert word.contrast >= (3.0 if word.large else 4.5), (word.text, word.ink, word.ground)
        for other in there[at + 1 :]:
            assert not touch(word.box, other.box, 2.5), (word.text, other.text)


def opened(laid: Laid, id_: str) -> Debrief:
    made = Debrief(laid.pages, laid.record, laid.notes)
    made.turn(next(index for index, page in enumerate(made.pages) if page.id == id_))
    made.age = 9.0
    return made


@pytest.fixture
def days(laid: Laid) -> Debrief:
    return opened(laid, "days")


@pytest.fixture
def till(laid: Laid) -> Debrief:
    return opened(laid, "receipt")


def strip_of(screen: Debrief) -> Strip:
    assert screen.page.strip is not None
    return screen.page.strip


def roll_of(screen: Debrief) -> Receipt:
    assert screen.page.receipt is not None
    return screen.page.receipt


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


@pytest.mark.parametrize("frame", [PLAIN, Frame((960, 540), 1.6)], ids=["plain", "small, large text"])
def test_the_cursor_reaches_every_moment_by_keys_and_is_never_out_of_sight(days: Debrief, frame: Frame) -> None:
    onto(days, "col.", frame)
    seen = []
    for mark in strip_of(days).marks:
        seen.append(int(days.focus.partition(".")[2]))
        node = find(days, days.focus, frame)
        pane = find(days, "main", frame).window
        assert pane is not None
        assert node.box.w > 8
        assert touch(node.box, pane)
        assert mark.chose.split(" ")[0] in said(days, frame)
        days.on(Key("right"), frame)
    assert seen == [m.n for m in strip_of(days).marks]
    for _ in seen:
        days.on(Key("left"), frame)
    assert days.focus == f"col.{seen[0]}"
    days.on(Key("end"), frame)
    assert days.focus == f"col.{seen[-1]}"
    assert days.page.id == "days"


def test_page_keys_go_from_day_to_day(days: Debrief) -> None:
    strip = strip_of(days)
    onto(days, "col.")
    firsts = [strip.marks[d.first].n for d in strip.days if d.many]
    assert days.stands == firsts[0]
    for n in firsts[1:]:
        days.on(Key("pagedown"), PLAIN)
        assert days.stands == n
    for n in reversed(firsts[:-1]):
        days.on(Key("pageup"), PLAIN)
        assert days.stands == n


def test_the_mouse_alone_reaches_every_moment_and_opens_it(days: Debrief) -> None:
    reached: dict[int, bool] = {}
    for _ in range(40):
        for mark in strip_of(days).marks:
            node = find(days, f"col.{mark.n}")
            if node.box.w and mark.n not in reached:
                days.on(Pointer("move", *node.box.centre), PLAIN)
                assert days.stands == mark.n
                answer = days.on(Pointer("down", *node.box.centre), PLAIN)
                assert isinstance(answer, Push)
                assert isinstance(answer.screen, Moment)
                reached[mark.n] = answer.screen.card.n == mark.n
        on = days.tree(PLAIN).find("roll.on")
        if on is None:
            break
        days.on(Pointer("down", *on.box.centre), PLAIN)
        assert find(days, f"col.{days.stands}").box.w, "the cursor came along"
    assert sorted(reached) == [m.n for m in strip_of(days).marks]
    assert all(reached.values())


def test_enter_opens_the_moment_and_so_does_the_button_beside(days: Debrief) -> None:
    onto(days, "col.")
    for _ in range(5):
        days.on(Key("right"), PLAIN)
    stood = days.stands
    for answer in (days.on(Key("enter"), PLAIN), find(days, "stands.open").press()):
        assert isinstance(answer, Push)
        assert isinstance(answer.screen, Moment)
        assert answer.screen.card.n == stood


def test_what_it_stands_on_is_told_beside_it_and_stays_when_the_focus_goes(days: Debrief) -> None:
    onto(days, "col.")
    for mark in strip_of(days).marks[:9]:
        told = said(days)
        for part in (mark.stood, mark.title, mark.chose, mark.side, mark.truth, mark.took):
            assert " ".join(part.split()) in told
        days.on(Key("right"), PLAIN)
    stood = days.stands
    days.on(Key("tab"), PLAIN)
    assert not days.focus.startswith("col.")
    assert days.stands == stood


def test_every_moment_is_in_the_tree_in_words(days: Debrief) -> None:
    columns = {n.key: n for n in days.tree(PLAIN).walk() if n.key.startswith("col.")}
    for mark in strip_of(days).marks:
        spoken = columns[f"col.{mark.n}"].speak()
        for part in (mark.title, mark.when, mark.place, mark.chose.rstrip("."), mark.side, mark.truth):
            assert part in spoken
    assert strip_of(days).says in said(days)


@pytest.mark.parametrize("frame", SIZES, ids=IDS)
def test_the_strip_fits_and_its_columns_can_be_told_apart_at_every_size(days: Debrief, frame: Frame) -> None:
    onto(days, "col.", frame)
    for key in ("home", "right", "pagedown", "end"):
        days.on(Key(key), frame)
        root = days.tree(frame)
        pane = find(days, "main", frame)
        for node in root.walk():
            if node.key.startswith("col.") and node.box.w:
                assert node.box.w >= frame.em(14)
                assert node.box.x >= pane.box.x
                assert node.box.right <= pane.box.right
        ruler = ruler_for(frame)
        lay(ruler, root, days.focus)
        legible(ruler)


def test_nothing_below_the_strip_moves_while_the_cursor_runs(days: Debrief) -> None:
    onto(days, "col.")
    at = find(days, "figures.days").box.y
    for _ in strip_of(days).marks:
        days.on(Key("right"), PLAIN)
        pane = find(days, "main")
        assert abs(find(days, "figures.days").box.y + pane.offset - at) < 0.1


def test_many_days_are_folded_and_open_one_by_one(days: Debrief) -> None:
    captions = [table.caption for table in days.page.tables]
    assert all(caption in said(days) for caption in captions)
    rows = [n for n in days.tree(PLAIN).walk() if n.key.startswith("row.")]
    if len(captions) <= 6:
        assert len(rows) == len(strip_of(days).marks)
        return
    assert not rows
    find(days, "fold.days.1").press()
    rows = [n for n in days.tree(PLAIN).walk() if n.key.startswith("row.")]
    assert len(rows) == len(days.page.tables[1].rows)
    answer = rows[0].press()
    assert isinstance(answer, Push)
    second = next(d for d in strip_of(days).days[1:] if d.many)
    assert isinstance(answer.screen, Moment)
    assert answer.screen.card.n == strip_of(days).marks[second.first].n


# the receipt


def lines(screen: Debrief) -> dict[str, Node]:
    return {n.key: n for n in screen.tree(PLAIN).walk() if n.key.startswith("line.")}


def test_every_line_can_be_struck_and_kept_again(till: Debrief) -> None:
    for entry in roll_of(till).entries:
        node = lines(till)[f"line.{entry.id}"]
        assert "kept" in node.hint
        till.on(Pointer("down", *node.box.centre), PLAIN) if _in_sight(till, node) else node.press()
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


@pytest.mark.parametrize("frame", SIZES, ids=IDS)
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
    assert b"tEXt" not in image.read_bytes()
    assert b"tIME" not in image.read_bytes()


def test_both_pages_are_drawn_in_every_window(days: Debrief, till: Debrief) -> None:
    for frame in SIZES:
        surface = pygame.Surface(frame.size)
        for screen in (days, till):
            surface.fill("#FF00FF")
            screen.paint(Canvas(surface, zoom=frame.zoom), frame)
            wide, tall = frame.size
            left = {tuple(surface.get_at((x, y))) for y in range(0, tall, 9) for x in range(0, wide, 9)}
            assert (255, 0, 255, 255) not in left
