"""The page of the norm on the screen: every point opens its moments; both readings have one type and one width."""

import pytest

from game.debrief.charts import Drift
from game.debrief.drift import Point
from game.debrief.pages import Debrief as Laid
from game.debrief.two_readings import Column, Twice
from game.model.content import Pack
from game.screens.debrief.moment import Moment
from game.screens.debrief.readings import readings
from game.screens.debrief.screen import Debrief
from game.screens.kit.answers import Key, Push
from game.screens.kit.frame import Frame
from tests.screens.debriefed import IDS, PLAIN, SIZES, find, laid_out, legible, onto, opened, ruler_for, said
from tests.screens.tapping import tap


@pytest.fixture(scope="module", params=["lesson", "full"])
def laid(pack: Pack, request: pytest.FixtureRequest) -> Laid:
    return laid_out(pack, request.param)


@pytest.fixture
def screen(laid: Laid) -> Debrief:
    return opened(laid, "norm")


def chart_of(screen: Debrief) -> Drift:
    return next(c for c in screen.page.charts if isinstance(c, Drift))


def points_of(screen: Debrief) -> list[Point]:
    return [p for course in chart_of(screen).courses for p in course.points]


def twice_of(screen: Debrief) -> Twice:
    assert screen.page.twice is not None
    return screen.page.twice


def cards(answer: object) -> list[int]:
    assert isinstance(answer, Push)
    assert isinstance(answer.screen, Moment)
    return [card.n for card in answer.screen.cards]


@pytest.mark.parametrize("frame", SIZES, ids=IDS)
def test_a_click_on_a_point_opens_the_moments_it_rests_on_and_no_others(screen: Debrief, frame: Frame) -> None:
    for point in points_of(screen):
        node = find(screen, f"point.{point.n}", frame)
        pane = find(screen, "main", frame)
        assert pane.window is not None
        if not pane.window.holds(*node.box.centre):
            screen.scrolls["main"] = min(pane.reach, pane.offset + node.box.y - pane.window.y - 80)
            node = find(screen, f"point.{point.n}", frame)
        assert cards(tap(screen, *node.box.centre, frame)) == list(point.lines)


def test_arrows_go_from_point_to_point_and_enter_opens_the_one_with_the_focus(screen: Debrief) -> None:
    onto(screen, "point.")
    chart = chart_of(screen)
    for course in chart.courses:
        for point in course.points:
            assert screen.focus == f"point.{point.n}"
            assert find(screen, screen.focus).label == chart.told(course, point)
            assert cards(screen.on(Key("enter"), PLAIN)) == list(point.lines)
            screen.on(Key("right"), PLAIN)
    assert screen.page.id == "norm"


def test_the_first_sight_has_the_headline_and_every_point(screen: Debrief) -> None:
    pane = find(screen, "main")
    assert pane.window is not None
    assert all(pane.window.holds(*find(screen, f"point.{p.n}").box.centre) for p in points_of(screen))


@pytest.mark.parametrize("frame", SIZES, ids=IDS)
def test_both_readings_stand_there_word_for_word(screen: Debrief, frame: Frame) -> None:
    both, told = twice_of(screen), said(screen, frame)
    assert all(figure in told for figure in both.figures)
    for column in both.columns:
        assert all(text in told for text in (*column.says, column.cannot, column.source))


@pytest.mark.parametrize("frame", SIZES, ids=IDS)
@pytest.mark.parametrize("width", [700.0, 1200.0])
def test_both_readings_are_given_the_same_type_the_same_width_and_the_same_ground(frame: Frame, width: float) -> None:
    """Two columns that say the same words come out alike to the last point of ink."""
    same = "What was tried under a lens and is then done without one may have been found good. " * 3
    both = Twice(("A count.",), (Column("One", (same,), same, same), Column("Two", (same,), same, same)))
    made = readings(frame, both, width)
    titles = [node for node in made.walk() if node.label in ("One", "Two")]
    says = [node for node in made.walk() if node.label.endswith(same.strip()) or node.label.endswith(same)]
    assert len(says) == 6 and titles
    for first, second in zip(says[::2], says[1::2], strict=True):
        assert first.box[2:] == second.box[2:]
        told = []
        for node in (first, second):
            ruler = ruler_for(frame)
            assert node.draw is not None
            node.place(40, 60).draw(ruler, node, "")
            told.append([(word.text, word.box, word.ink) for word in ruler.words])
        assert told[0] == told[1] and told[0]


@pytest.mark.parametrize("frame", SIZES, ids=IDS)
def test_all_of_the_page_is_legible_from_its_head_to_its_foot(screen: Debrief, frame: Frame) -> None:
    offset = 0.0
    while True:
        pane = find(screen, "main", frame)
        assert pane.window is not None
        screen.scrolls["main"] = min(offset, pane.reach)
        ruler = ruler_for(frame)
        screen.paint(ruler, frame)
        legible(ruler)
        if offset >= pane.reach:
            return
        offset += pane.window.h * 0.8
