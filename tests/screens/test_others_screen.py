"""Promises of the page of the other systems: an act can be taken out and put back, with keys, mouse, at every size."""

from collections.abc import Iterator

import pygame
import pytest

from game.bots import play
from game.debrief.charts import Ladder
from game.debrief.pages import Debrief as Laid
from game.debrief.pages import debrief
from game.model.content import Pack
from game.model.record import Setup
from game.screens.debrief.moment import Moment
from game.screens.debrief.screen import Debrief
from game.screens.kit.answers import Key, Push
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node, outline
from tests.quick import long
from tests.screens.debriefed import FEW, IDS, PLAIN, legible
from tests.screens.ruler import Ruler, lay
from tests.screens.tapping import tap


@pytest.fixture(scope="module", params=[long("full"), "lesson", "honour_roll"])
def laid(pack: Pack, request: pytest.FixtureRequest) -> Laid:
    setup = Setup(campaign=request.param, seed=7, order="visible-first", file="debt_friends")
    return debrief(play(pack, setup, "dice").record, pack)


@pytest.fixture
def screen(laid: Laid) -> Debrief:
    made = Debrief(laid.pages, laid.record, laid.notes)
    made.turn(next(index for index, page in enumerate(made.pages) if page.id == "others"))
    made.age = 9.0
    return made


def said(screen: Debrief, frame: Frame = PLAIN) -> str:
    return " ".join(outline(screen.tree(frame)).split())


def rungs(screen: Debrief) -> dict[str, str]:
    """What each rung says, by its system's name."""
    image = next(n for n in screen.tree(PLAIN).walk() if n.role == "image")
    return {n.label: n.value for n in image.walk() if n.role == "listitem"}


def find(screen: Debrief, key: str, frame: Frame = PLAIN) -> Node:
    node = screen.tree(frame).find(key)
    assert node is not None, f"{key} is on the screen"
    return node


def click(screen: Debrief, key: str) -> object:
    return tap(screen, *find(screen, key).box.centre, PLAIN)


def acts(screen: Debrief) -> list[str]:
    life = screen.page.life
    assert life is not None
    return [act for act, _ in life.acts]


def test_choosing_an_act_moves_the_marks_it_was_worth_something_to_and_choosing_again_restores_all(
    screen: Debrief,
) -> None:
    before = rungs(screen)
    life = screen.page.life
    assert life is not None
    act = acts(screen)[0]
    click(screen, f"act.{act}")
    after = rungs(screen)
    for rung in life.marks(act).rungs:
        assert rung.said in after[rung.label]
        assert rung.change in after[rung.label]
    assert any(after[name] != before[name] for name in before)
    click(screen, f"act.{act}")
    assert rungs(screen) == before


def test_another_act_takes_the_place_of_the_first_and_escape_puts_it_back(screen: Debrief) -> None:
    before = rungs(screen)
    first, second = acts(screen)[:2]
    click(screen, f"act.{first}")
    click(screen, f"act.{second}")
    assert screen.without == second
    screen.on(Key("escape"), PLAIN)
    assert (screen.without, rungs(screen)) == ("", before)


def test_tab_finds_the_acts_once_and_down_and_enter_do_the_rest(screen: Debrief) -> None:
    for _ in range(60):
        screen.on(Key("tab"), PLAIN)
        if screen.focus.startswith("act."):
            break
    assert screen.focus == f"act.{acts(screen)[0]}"
    screen.on(Key("down"), PLAIN)
    screen.on(Key("enter"), PLAIN)
    assert screen.without == acts(screen)[1]
    screen.on(Key("enter"), PLAIN)
    assert screen.without == ""


def test_the_difference_is_told_beside_the_act_as_well(screen: Debrief) -> None:
    life = screen.page.life
    assert life is not None
    for act in acts(screen):
        click_at_once(screen, f"act.{act}")
        assert all(line in said(screen) for line in life.moved(act))


def click_at_once(screen: Debrief, key: str) -> object:
    return find(screen, key).press()


def test_the_marks_go_from_where_they_stood_and_come_to_rest(screen: Debrief) -> None:
    assert not screen.moving
    click(screen, f"act.{acts(screen)[0]}")
    assert screen.moving
    screen.tick(1.0)
    assert not screen.moving


def test_what_weighed_most_opens_the_moments_as_they_were(screen: Debrief) -> None:
    life = screen.page.life
    assert life is not None
    for card in life.cards:
        if card.lines:
            answer = click_at_once(screen, f"most.{card.id}")
            assert isinstance(answer, Push)
            assert isinstance(answer.screen, Moment)
            assert tuple(one.n for one in answer.screen.cards) == card.lines


def test_every_card_says_all_its_facets_and_opens_its_rules(screen: Debrief) -> None:
    life = screen.page.life
    assert life is not None
    for card in life.cards:
        if card.rules.rows:
            click_at_once(screen, f"rules.{card.id}")
    words = said(screen)
    for card in life.cards:
        for line in (card.title, card.most, card.lived, *(value for _, value in card.rows)):
            assert " ".join(line.split()) in words, (card.id, line)
        assert all(row[0] in words for row in card.rules.rows)


def words_on(screen: Debrief, frame: Frame) -> Iterator[Ruler]:
    """The page in pieces, each as it is scrolled to."""
    root = screen.tree(frame)
    panes = [n for n in root.walk() if n.window]
    most = max(int(p.reach) for p in panes)
    for at in range(0, most + 400, 400):
        for pane in panes:
            screen.scrolls[pane.key] = min(float(at), pane.reach)
        ruler = Ruler.of(frame)
        ruler.surface = pygame.Surface(frame.size)  # what is out of sight is not drawn: there has to be a sight
        lay(ruler, screen.tree(frame))
        yield ruler


@pytest.mark.parametrize("frame", FEW, ids=IDS)
def test_no_word_is_broken_and_none_lies_over_another_with_an_act_taken_out(screen: Debrief, frame: Frame) -> None:
    screen.without = acts(screen)[0]
    for ruler in words_on(screen, frame):
        legible(ruler)


@pytest.mark.parametrize("frame", FEW, ids=IDS)
def test_the_page_is_drawn_in_every_window(screen: Debrief, frame: Frame) -> None:
    surface = pygame.Surface(frame.size)
    surface.fill("#FF00FF")
    screen.paint(frame.canvas(surface), frame)
    wide, tall = frame.size
    colours = {tuple(surface.get_at((x, y))) for y in range(0, tall, 9) for x in range(0, wide, 9)}
    assert (255, 0, 255, 255) not in colours


def test_the_picture_on_the_page_is_the_one_in_the_report(laid: Laid) -> None:
    page = next(p for p in laid.pages if p.id == "others")
    chart = page.charts[0]
    assert isinstance(chart, Ladder)
    assert page.life is not None
    assert chart == page.life.marks()
