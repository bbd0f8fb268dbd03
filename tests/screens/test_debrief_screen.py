"""Promises of the debrief's screens: every page by keyboard alone and by mouse alone, and nothing said is lost."""

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest

from game.bots import play
from game.debrief.charts import Dominoes, Dots, Plan
from game.debrief.page import Page
from game.debrief.pages import Debrief as Laid
from game.debrief.pages import debrief
from game.model.content import Pack
from game.model.record import Setup
from game.screens.debrief.lines import Lines
from game.screens.debrief.moment import Moment
from game.screens.debrief.panes import group
from game.screens.debrief.screen import UNFOLD, Debrief
from game.screens.kit.answers import Key, Order, Pointer, Pop, Push
from game.screens.kit.canvas import HEIGHT, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node, outline
from game.screens.plays import Ask
from tests.debrief import factory
from tests.screens.ruler import EASIER
from tests.screens.tapping import tap

WINDOWS = ((960, 540), (1280, 720), (2560, 1440))
FRAMES = [*(Frame(size, zoom) for size in WINDOWS for zoom in (1.0, 1.3, 1.6, 2.0)), *EASIER]
PLAIN = Frame()


@pytest.fixture(scope="module")
def laid(pack: Pack) -> Laid:
    setup = Setup(campaign="lesson", seed=7, order="visible-first", file="middle")
    return debrief(play(pack, setup, "dice").record, pack)


@pytest.fixture
def screen(laid: Laid) -> Debrief:
    return Debrief(laid.pages, laid.record, laid.notes)


def press(screen: Debrief | Moment | Lines, *names: str, frame: Frame = PLAIN) -> object:
    answer: object = None
    for name in names:
        answer = screen.on(Key(name), frame)
    return answer


def click(screen: Debrief | Moment, key: str, frame: Frame = PLAIN) -> object:
    node = screen.tree(frame).find(key)
    assert node is not None, f"{key} is on the screen"
    return tap(screen, *node.box.centre, frame)


def open_page(screen: Debrief, id_: str) -> Page:
    screen.turn(next(index for index, page in enumerate(screen.pages) if page.id == id_))
    return screen.page


def texts(root: Node) -> str:
    return " ".join(outline(root).split())


def pushed(answer: object) -> Moment:
    assert isinstance(answer, Push)
    assert isinstance(answer.screen, Moment)
    return answer.screen


def test_right_goes_through_all_pages_and_left_goes_back(screen: Debrief, laid: Laid) -> None:
    seen = [screen.page.id]
    for _ in laid.pages[1:]:
        press(screen, "right")
        seen.append(screen.page.id)
    assert seen == [page.id for page in laid.pages]
    press(screen, "right")
    assert screen.page.id == laid.pages[-1].id
    press(screen, "left")
    assert screen.page.id == laid.pages[-2].id


def test_a_number_opens_its_page(screen: Debrief, laid: Laid) -> None:
    for number, page in zip("1234567890", laid.pages, strict=False):
        press(screen, number)
        assert screen.page.id == page.id


def test_a_click_on_a_tab_opens_its_page_and_everything_opens_a_second_row(screen: Debrief, laid: Laid) -> None:
    rest = [page for page in laid.pages if page.group]
    assert screen.tree(PLAIN).find(f"tab.{rest[1].id}") is None
    click(screen, f"tab.{rest[0].id}")
    assert screen.page.id == rest[0].id
    click(screen, f"tab.{rest[-1].id}")
    assert screen.page.id == rest[-1].id
    click(screen, "tab.watch")
    assert screen.page.id == "watch"


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f"{f.size[0]} at {f.zoom:.0%}")
def test_whatever_a_page_says_is_on_the_screen_at_every_size(screen: Debrief, frame: Frame) -> None:
    for page in screen.pages:
        open_page(screen, page.id)
        said = texts(screen.tree(frame))
        captions = [table.caption for table in page.tables] + [chart.title for chart in page.charts]
        claims = [line for one in page.findings for line in (one.statement, one.caveat)]
        for line in (page.headline, *page.lead, *page.cannot, *page.ask, *captions, *claims):
            assert " ".join(line.split()).lower() in said.lower(), (page.id, line)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f"{f.size[0]} at {f.zoom:.0%}")
def test_nothing_is_cut_at_the_sides_and_every_pane_reaches_its_end(screen: Debrief, frame: Frame) -> None:
    for page in screen.pages:
        open_page(screen, page.id)
        root = screen.tree(frame)
        for pane in (node for node in root.walk() if node.window):
            for node in pane.walk():
                assert pane.box.x - 1 <= node.box.x, (page.id, node.label)
                assert node.box.right <= pane.box.right + 1, (page.id, node.label)
            assert pane.children[0].box.h <= pane.box.h + pane.reach + 1
            assert pane.box.bottom <= HEIGHT


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f"{f.size[0]} at {f.zoom:.0%}")
def test_no_text_lies_over_another(screen: Debrief, frame: Frame) -> None:
    for page in screen.pages:
        open_page(screen, page.id)
        for pane in (node for node in screen.tree(frame).walk() if node.window):
            held = [n for n in pane.walk() if n.role in ("text", "heading", "button", "listitem") and not _inside(n)]
            held = [n for n in held if group(n.key) not in ("dot", "cell")]
            for at, one in enumerate(held):
                for other in held[at + 1 :]:
                    assert not _overlap(one, other), (page.id, one.label, other.label)


def _inside(node: Node) -> bool:
    """Texts that are part of a button or a row are silent and have no label."""
    return not node.label


def _overlap(one: Node, other: Node) -> bool:
    if other in one.walk() or one in other.walk():
        return False
    a, b = one.box.grown(-1), other.box.grown(-1)
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def stops(screen: Debrief, frame: Frame) -> Iterator[str]:
    first = screen.focus
    for _ in range(400):
        press(screen, "tab", frame=frame)
        yield screen.focus
        if screen.focus == first:
            return
    pytest.fail("Tab comes round")


@pytest.mark.parametrize("zoom", [1.0, 1.6, 2.0])
def test_tab_reaches_everything_that_a_click_reaches(screen: Debrief, zoom: float) -> None:
    frame = Frame(zoom=zoom)
    for page in screen.pages:
        open_page(screen, page.id)
        pressable = {node.key for node in screen.tree(frame).focusables()}
        reached = set(stops(screen, frame))
        assert {key for key in pressable if not group(key)} <= reached
        assert {group(key) for key in pressable} == {group(key) for key in reached}


def test_what_has_the_focus_is_scrolled_into_sight(screen: Debrief) -> None:
    frame = Frame(zoom=1.6)
    for page in screen.pages:
        open_page(screen, page.id)
        for key in stops(screen, frame):
            root = screen.tree(frame)
            node = root.find(key)
            assert node is not None
            pane = next((p for p in root.walk() if p.window and p.find(key)), None)
            if pane and pane.window:
                assert node.box.y >= pane.window.y - 1 or node.box.h > pane.window.h, (page.id, key)
                assert node.box.y < pane.window.bottom, (page.id, key)


def test_a_domino_opens_its_two_moments_posted_first(screen: Debrief) -> None:
    chart = next(c for c in screen.page.charts if isinstance(c, Dominoes))
    for tile in chart.tiles:
        shown = pushed(click(screen, f"tile.{tile.n_left}"))
        assert [card.n for card in shown.cards] == [tile.n_left, tile.n_right]
        assert shown.card.n == tile.n_left


def test_arrows_go_from_domino_to_domino_and_enter_opens_the_one_with_the_focus(screen: Debrief) -> None:
    chart = next(c for c in screen.page.charts if isinstance(c, Dominoes))
    while group(screen.focus) != "tile":
        press(screen, "tab")
    press(screen, "right", "right")
    assert screen.page.id == "first"
    shown = pushed(press(screen, "enter"))
    assert shown.card.n == chart.tiles[2].n_left


def test_every_dot_opens_its_own_moment(screen: Debrief) -> None:
    page = open_page(screen, "watch")
    chart = next(c for c in page.charts if isinstance(c, Dots))
    dots = [dot.n for band in chart.bands for dot in band.dots]
    for n in dots:
        shown = pushed(click(screen, f"dot.{n}"))
        assert shown.card.n == n
        assert [card.n for card in shown.cards] == dots


def the_house(screen: Debrief) -> list[int]:
    """The moments of the cells, the inner ring first."""
    page = open_page(screen, "watch")
    return [dot.n for ring in next(c for c in page.charts if isinstance(c, Plan)).rings for dot in ring.dots]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f"{f.size[0]} at {f.zoom:.0%}")
def test_every_cell_of_the_house_opens_its_own_moment(screen: Debrief, frame: Frame) -> None:
    cells = the_house(screen)
    for n in cells:
        _into_sight(screen, f"cell.{n}", frame)
        shown = pushed(click(screen, f"cell.{n}", frame))
        assert shown.card.n == n
        assert [card.n for card in shown.cards] == cells


def _into_sight(screen: Debrief, key: str, frame: Frame) -> None:
    """Turn the wheel until the thing lies well within the pane."""
    for _ in range(200):
        root = screen.tree(frame)
        node, pane = root.find(key), root.find("main")
        assert node is not None and pane is not None and pane.window is not None
        if node.box.bottom < pane.window.bottom - 20:
            return
        screen.on(Pointer("wheel", 200, 400, -1), frame)
    pytest.fail(f"{key} comes into sight")


def test_arrows_go_round_the_house_and_each_cell_says_its_moment_and_whether_it_was_looked_into(
    screen: Debrief,
) -> None:
    cells = the_house(screen)
    while group(screen.focus) != "cell":
        press(screen, "tab")
    for n in cells[1:]:
        press(screen, "right")
        assert screen.focus == f"cell.{n}"
        node = screen.tree(PLAIN).find(screen.focus)
        card = screen.cards[n]
        assert node is not None and node.hint == ("looked into" if card.looked else "nobody looked")
        assert node.value.endswith("as the board asks" if card.kept else "otherwise")
    assert screen.page.id == "watch"
    assert pushed(press(screen, "enter")).card.n == cells[-1]


def test_the_house_leaves_the_headline_and_the_dots_in_the_first_sight(screen: Debrief) -> None:
    the_house(screen)
    root = screen.tree(PLAIN)
    dots = [node for node in root.walk() if group(node.key) == "dot"]
    assert dots and all(node.box.bottom < HEIGHT for node in dots)


def test_a_finding_shows_just_the_moments_that_it_rests_on(screen: Debrief) -> None:
    page = open_page(screen, "watch")
    resting = {card.n for card in page.moments}
    for finding in page.findings:
        mine = set(finding.evidence) & resting
        if not mine:
            continue
        _by_tab(screen, f"rest.{finding.id}")
        shown = {int(n.key.split(".")[1]) for n in screen.tree(PLAIN).walk() if n.key.startswith("card.")}
        assert shown == mine
        press(screen, "escape")
        assert screen.page.id == "watch"


def _by_tab(screen: Debrief, key: str) -> object:
    for stop in stops(screen, PLAIN):
        if stop == key:
            return press(screen, "enter")
    pytest.fail(f"{key} is reached")


def test_escape_goes_back_one_thing_at_a_time(screen: Debrief) -> None:
    open_page(screen, "watch")
    _by_tab(screen, "rest.all")
    assert press(screen, "escape") is None
    press(screen, "tab")
    assert press(screen, "escape") is None
    assert screen.focus == "tab.watch"
    assert isinstance(press(screen, "escape"), Pop)


def test_the_wheel_turns_only_what_lies_under_the_pointer(screen: Debrief) -> None:
    open_page(screen, "watch")
    screen.on(Pointer("wheel", 200, 400, -3), PLAIN)
    assert screen.scrolls.get("main", 0) > 0
    assert screen.scrolls.get("side", 0) == 0
    screen.on(Pointer("wheel", 1000, 400, -3), PLAIN)
    assert screen.scrolls.get("side", 0) > 0


def test_down_alone_leads_to_the_end_of_every_page(screen: Debrief) -> None:
    frame = Frame(zoom=1.6)
    for page in screen.pages:
        open_page(screen, page.id)
        furthest = 0.0
        for _ in range(600):
            press(screen, "down", frame=frame)
            pane = screen.tree(frame).find("main")
            assert pane is not None
            furthest = max(furthest, pane.offset)
            if furthest >= pane.reach - 60:
                break
        else:
            pytest.fail(f"{page.id}: the end is never reached")


def test_the_moment_shows_the_options_in_their_order_and_what_was_true(laid: Laid) -> None:
    for card in laid.cards.values():
        root = Moment([card]).tree(PLAIN)
        said = texts(root)
        at = [said.find(" ".join(option.text.split())) for option in card.options]
        assert -1 not in at
        assert all(" ".join(truth.split()) in said for truth in card.truths)
        items = [n.label for n in root.walk() if n.role == "listitem"]
        assert [item.split(". ")[0].rstrip(".") for item in items] == [
            option.text.split(". ")[0].rstrip(".") for option in card.options
        ]
        assert [option.id for option, item in zip(card.options, items, strict=True) if "you took this" in item] == [
            card.chosen
        ]


def test_before_and_after_turn_through_the_evidence_and_stop_at_its_ends(laid: Laid) -> None:
    cards = laid.pages[0].moments[:3]
    shown = Moment(cards)
    press(shown, "left")
    assert shown.at == 0
    press(shown, "right", "right", "right")
    assert shown.at == 2
    assert shown.tree(PLAIN).find("after") is None
    click(shown, "before")
    assert shown.at == 1
    assert isinstance(press(shown, "escape"), Pop)


def test_a_pushed_moment_can_be_seen_without_its_push(laid: Laid) -> None:
    card = next(c for c in laid.cards.values() if c.without is not None)
    shown = Moment([card])
    press(shown, "t")
    assert shown.bare
    click(shown, "bare")
    assert not shown.bare
    plain = replace(card, without=None)
    assert Moment([plain]).tree(PLAIN).find("bare") is None


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f"{f.size[0]} at {f.zoom:.0%}")
def test_a_moment_draws_the_screen_as_it_was_in_every_window(laid: Laid, frame: Frame) -> None:
    surface = pygame.Surface(frame.size)
    worlds = {card.screen.world: card for card in laid.cards.values() if card.screen}
    for card in worlds.values():
        surface.fill("#FF00FF")
        shown = Moment([card])
        shown.paint(frame.canvas(surface), frame)
        wide, tall = frame.size
        colours = {tuple(surface.get_at((x, y))) for y in range(0, tall, 20) for x in range(0, wide, 7)}
        assert len(colours) > 60
        assert (255, 0, 255, 255) not in colours


def test_the_record_can_be_saved_kept_and_wiped_only_after_a_second_question(screen: Debrief, laid: Laid) -> None:
    play_id = laid.record.header.play
    for id_ in ("kept", laid.pages[-1].id):
        open_page(screen, id_)
        assert _by_tab(screen, "export.report") == Order("export", {"what": "report", "play": play_id})
        for what in ("record", "worksheet", "csv"):
            assert _by_tab(screen, f"export.{what}") == Order("export", {"what": what, "play": play_id})
        assert _by_tab(screen, "title") == Order("settled", {"play": play_id, "to": "title"})
        asked = _by_tab(screen, "wipe")
        assert isinstance(asked, Push)
        assert isinstance(asked.screen, Ask)
        assert asked.screen.focus == "close"
        assert asked.screen.answer() == Order("wipe", {"play": play_id})


def test_every_line_that_was_kept_can_be_scrolled_to(screen: Debrief, laid: Laid) -> None:
    page = open_page(screen, "kept")
    answer = _by_tab(screen, "long.0")
    assert isinstance(answer, Push)
    lines = answer.screen
    assert isinstance(lines, Lines)
    pane = lines.tree(PLAIN).find("lines")
    assert pane is not None
    assert sum(n.role == "listitem" for n in pane.walk()) == len(page.long[0].rows) == len(laid.record.lines)
    press(lines, "end")
    assert lines.scrolls["lines"] == pane.reach
    assert isinstance(press(lines, "escape"), Pop)


def test_the_same_stands_in_figures_when_asked_for(screen: Debrief) -> None:
    page = open_page(screen, "twin")
    table = page.charts[0].table
    assert table.rows[0][0] not in texts(screen.tree(PLAIN))
    _by_tab(screen, "figures.twin.0")
    assert table.rows[0][0] in texts(screen.tree(PLAIN))


def test_pictures_come_to_rest_and_stand_still_where_movement_is_reduced(screen: Debrief) -> None:
    press(screen, "right")
    assert screen.moving
    screen.tick(UNFOLD)
    assert not screen.moving


@pytest.mark.parametrize("campaign", ["taste", "full"])
def test_a_record_of_another_pack_and_of_any_length_has_its_pages(pack: Pack, campaign: str) -> None:
    """Twelve families at most, none at least; no twin, because the levels are others."""
    kept = {c: factory.bits("101101110010") for c in ("U0", "P", "D", "UV", "H", "UH")} if campaign == "full" else {}
    record = factory.play(kept, campaign=campaign)
    whole = debrief(record, pack)
    screen = Debrief(whole.pages, record, whole.notes)
    surface = pygame.Surface((1280, 720))
    for index in range(len(whole.pages)):
        screen.turn(index)
        for zoom in (1.0, 1.6, 2.0):
            screen.paint(Canvas(surface, zoom=zoom), Frame(zoom=zoom))
            assert screen.page.headline in texts(screen.tree(Frame(zoom=zoom)))
