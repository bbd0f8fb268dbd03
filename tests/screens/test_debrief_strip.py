"""Promises of the strip on the screen: by keys alone, by mouse alone, in words, at every size."""


import pygame
import pytest

from game.debrief.pages import Debrief as Laid
from game.debrief.strip import Strip
from game.model.content import Pack
from game.screens.debrief.moment import Moment
from game.screens.debrief.screen import Debrief
from game.screens.kit.answers import Key, Pointer, Push
from game.screens.kit.frame import Frame
from tests.quick import long
from tests.screens.debriefed import FEW, IDS, PLAIN, SIZES, find, laid_out, legible, onto, opened, ruler_for, said
from tests.screens.ruler import lay, touch
from tests.screens.tapping import tap


@pytest.fixture(scope="module", params=[long("full"), "lesson", "taste"])
def laid(pack: Pack, request: pytest.FixtureRequest) -> Laid:
    return laid_out(pack, request.param)


@pytest.fixture
def days(laid: Laid) -> Debrief:
    return opened(laid, "days")


@pytest.fixture
def till(laid: Laid) -> Debrief:
    return opened(laid, "receipt")


def strip_of(screen: Debrief) -> Strip:
    assert screen.page.strip is not None
    return screen.page.strip


@pytest.mark.parametrize("frame", [PLAIN, *(Frame((960, 540), zoom) for zoom in (1.6, 2.0))])
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


def test_in_a_window_of_another_size_the_cursor_is_still_in_sight(days: Debrief) -> None:
    onto(days, "col.")
    days.on(Key("end"), PLAIN)
    stood = days.stands
    days.on(Key("tab"), PLAIN)
    for frame in SIZES:
        assert find(days, f"col.{stood}", frame).box.w > 0


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
                answer = tap(days, *node.box.centre, PLAIN)
                assert isinstance(answer, Push)
                assert isinstance(answer.screen, Moment)
                reached[mark.n] = answer.screen.card.n == mark.n
        on = days.tree(PLAIN).find("roll.on")
        if on is None:
            break
        tap(days, *on.box.centre, PLAIN)
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


@pytest.mark.parametrize("frame", FEW, ids=IDS)
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


def test_both_pages_are_drawn_in_every_window(days: Debrief, till: Debrief) -> None:
    for frame in SIZES:
        surface = pygame.Surface(frame.size)
        for screen in (days, till):
            surface.fill("#FF00FF")
            screen.paint(frame.canvas(surface), frame)
            wide, tall = frame.size
            left = {tuple(surface.get_at((x, y))) for y in range(0, tall, 9) for x in range(0, wide, 9)}
            assert (255, 0, 255, 255) not in left
