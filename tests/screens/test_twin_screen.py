"""Promises of the twin's page: any file by keys, by mouse; two lives that run, stop where they part, and say why."""

from collections.abc import Iterator

import pygame
import pytest

from game.bots import play
from game.debrief.course import Course
from game.debrief.pages import Debrief as Laid
from game.debrief.pages import debrief
from game.debrief.twins import Beside, Twins
from game.model.content import Pack
from game.model.record import Setup
from game.screens.debrief.moment import Moment
from game.screens.debrief.screen import Debrief
from game.screens.debrief.twinning import ACTS
from game.screens.kit.answers import Answer, Key, Pointer, Push
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from tests.debrief.test_twin_parts import strict
from tests.quick import long
from tests.screens.debriefed import FEW, IDS, PLAIN, find, laid_out, legible, onto, opened, ruler_for, said
from tests.screens.ruler import Ruler, lay, touch
from tests.screens.tapping import tap

STILL = Frame(still=True)
SECOND = 1 / 30


@pytest.fixture(scope="module", params=[long("full"), "lesson", "taste", "honour_roll"])
def laid(pack: Pack, request: pytest.FixtureRequest) -> Laid:
    return laid_out(pack, request.param, "hill")


@pytest.fixture(scope="module")
def shut(pack: Pack) -> Laid:
    """A play in which the twin finds two steps shut."""
    setup = Setup(campaign="taste", seed=0, order="visible-first", file="hill")
    return debrief(play(pack, setup, "sheep").record, pack)


@pytest.fixture
def screen(laid: Laid) -> Debrief:
    return opened(laid, "twin")


def twins_of(screen: Debrief) -> Twins:
    assert screen.page.twins is not None
    return screen.page.twins


def one_of(screen: Debrief) -> Beside:
    assert screen.one is not None
    return screen.one


def course_of(screen: Debrief) -> Course:
    assert screen.course is not None
    return screen.course


def stop_of(screen: Debrief) -> int:
    return screen.pairing().stop


def click(screen: Debrief, key: str, frame: Frame = PLAIN) -> Answer | None:
    """Press with the mouse, scrolled into sight as somebody with a wheel would have it."""
    root = screen.tree(frame)
    pane = next(p for p in root.walk() if p.window and p.key and p.find(key))
    node = root.find(key)
    assert node is not None
    assert pane.window is not None
    while not touch(node.box, pane.window, node.box.h / 2):
        turn = -1 if node.box.y > pane.window.y else 1
        screen.on(Pointer("wheel", *pane.window.centre, turn=turn), frame)
        node = find(screen, key, frame)
    answer = tap(screen, *node.box.centre, frame)
    screen.on(Pointer("up", *node.box.centre), frame)
    return answer


def let_live(screen: Debrief) -> int:
    """Let a twin be lived to its end; say in how many pictures."""
    for pictures in range(400):
        if not screen.lives_now:
            return pictures
        assert screen.moving
        screen.tick(SECOND)
    pytest.fail("a twin comes to an end")


def let_run(screen: Debrief, frame: Frame = PLAIN) -> None:
    for _ in range(2000):
        screen.tree(frame)
        if not screen.runs_now:
            return
        screen.tick(SECOND)
    pytest.fail("two lives come to rest")


def test_two_lives_run_until_a_rule_parts_them_and_go_on_when_asked(screen: Debrief) -> None:
    course = course_of(screen)
    screen.tree(PLAIN)
    assert screen.moving
    for at, parting in course.marks:
        let_run(screen)
        assert stop_of(screen) == at
        told = said(screen)
        assert parting.says in told
        assert all(" ".join(f"{rule.text} {rule.where}".split()) in told.replace(" text ", " ") or
                   (rule.text in told and rule.where in told) for rule in parting.rules)  # fmt: skip
        if at < len(course.stops) - 1:
            screen.focus = "course"
            screen.on(Key("space"), PLAIN)
    let_run(screen)
    assert stop_of(screen) == len(course.stops) - 1


def test_space_stops_and_goes_on_and_from_the_end_it_begins_again(screen: Debrief) -> None:
    screen.tree(PLAIN)
    screen.focus = "course"
    screen.tick(SECOND)
    screen.on(Key("space"), PLAIN)
    assert not screen.runs_now
    where = screen.pos
    screen.tick(1.0)
    assert screen.pos == where
    screen.on(Key("enter"), PLAIN)
    assert screen.runs_now
    screen.on(Key("end"), PLAIN)
    screen.on(Key("space"), PLAIN)
    assert (screen.pos, screen.runs_now) == (0.0, True)


def test_with_reduced_motion_nothing_runs_unless_asked_and_it_begins_where_they_part(screen: Debrief) -> None:
    screen.tree(STILL)
    for _ in range(20):
        screen.tick(SECOND)
        screen.tree(STILL)
    assert not screen.moving
    assert stop_of(screen) == course_of(screen).first
    screen.focus = "course"
    screen.on(Key("space"), STILL)
    assert screen.moving


@pytest.mark.parametrize("frame", [PLAIN, *(Frame((960, 540), zoom) for zoom in (1.6, 2.0))])
def test_by_keys_alone_every_stop_is_come_to_and_told(screen: Debrief, frame: Frame) -> None:
    for _ in range(30):
        screen.on(Key("tab"), frame)
        if screen.focus == "course":
            break
    assert screen.focus == "course"
    screen.on(Key("home"), frame)
    course = course_of(screen)
    for at, stop in enumerate(course.stops):
        assert stop_of(screen) == at
        node = find(screen, "course", frame)
        assert stop.when in node.value
        for side in stop.sides:
            assert all(part in node.value for part in (side.did, side.standing, side.doors, side.purse))
        screen.on(Key("right"), frame)
    screen.on(Key("left"), frame)
    assert stop_of(screen) == len(course.stops) - 2
    days = [screen.on(Key("pageup"), frame) or course.stops[stop_of(screen)].day for _ in range(course.days + 1)]
    assert days == sorted(days, reverse=True)
    assert (days[-1], screen.page.id) == (1, "twin")
    screen.on(Key("pagedown"), frame)
    assert course.stops[stop_of(screen)].day == min(2, course.days)


def test_the_mouse_puts_the_cursor_anywhere_and_draws_it_along(screen: Debrief) -> None:
    course = course_of(screen)
    screen.tree(PLAIN)
    box = find(screen, "course").box
    xs = [box.x + box.w * share for share in (0.3, 0.5, 0.7, 0.98, 0.4)]
    screen.on(Pointer("down", xs[0], box.y + 60), PLAIN)
    seen = [stop_of(screen)]
    for x in xs[1:]:
        screen.on(Pointer("move", x, box.y + 300), PLAIN)
        seen.append(stop_of(screen))
    assert seen[0] < seen[1] < seen[2] < seen[3]
    assert seen[0] < seen[4] < seen[1]
    assert not screen.runs_now
    screen.on(Pointer("up", xs[4], box.y), PLAIN)
    screen.on(Pointer("move", xs[1], box.y + 60), PLAIN)
    assert stop_of(screen) == seen[4], "let go, the cursor stays"
    assert len(course.stops) > seen[3]


def test_the_mouse_alone_runs_stops_and_goes_from_parting_to_parting(screen: Debrief) -> None:
    course = course_of(screen)
    screen.tree(PLAIN)
    click(screen, "course.run")
    assert not screen.runs_now
    for at in (at for at, _ in course.marks if at):
        click(screen, "course.after")
        assert stop_of(screen) == at
    for at, _ in reversed(course.marks[:-1]):
        click(screen, "course.before")
        assert stop_of(screen) == at
    click(screen, "course.on")
    assert stop_of(screen) == course.marks[0][0] + 1
    click(screen, "course.back")
    assert stop_of(screen) == course.marks[0][0]


def test_choosing_a_parting_goes_there_and_opens_a_moment_of_it(screen: Debrief) -> None:
    one, course = one_of(screen), course_of(screen)
    assert one.parted
    for number, parting in enumerate(one.parted):
        answer = find(screen, f"parting.{number}").press()
        assert stop_of(screen) == course.marks[number][0]
        assert screen.scrolls["side"] == 0.0, "what parted them stands there in sight"
        assert isinstance(answer, Push)
        assert isinstance(answer.screen, Moment)
        assert answer.screen.card.n == parting.opens
    onto(screen, "parting.")
    assert isinstance(screen.on(Key("enter"), PLAIN), Push)


def test_a_named_file_is_there_at_once_by_keys_and_by_mouse(screen: Debrief) -> None:
    twins = twins_of(screen)
    onto(screen, "file.")
    for number, (name, has) in enumerate(twins.files):
        while screen.focus != f"file.{number}":
            screen.on(Key("right" if screen.focus < f"file.{number}" else "left"), PLAIN)
        screen.on(Key("enter"), PLAIN)
        if has != twins.mine:
            assert not screen.lives_now
        let_live(screen)
        assert one_of(screen).name == name
        assert one_of(screen).headline in said(screen)
    for number, (name, _) in reversed(list(enumerate(twins.files))):
        click(screen, f"file.{number}")
        let_live(screen)
        assert one_of(screen).name == name


def test_a_file_put_together_by_parts_is_lived_in_small_portions_and_then_shown(screen: Debrief) -> None:
    twins = twins_of(screen)
    onto(screen, "part.")
    before = twins.first
    screen.on(Key("right"), PLAIN)
    part = screen.focus.partition(".")[2]
    screen.on(Key("space"), PLAIN)
    assert screen.file == before ^ {part}
    fresh = not twins.ready(screen.file)
    if fresh:
        assert "by the same rules, act by act" in said(screen).lower()
    assert let_live(screen) <= len(twins.cues) * 2 / ACTS + 2
    assert one_of(screen).has == before ^ {part}
    node = find(screen, f"part.{part}")
    assert node.selected == (part in screen.file)
    assert node.value == ("in the file" if part in screen.file else "not in the file")
    click(screen, f"part.{part}")
    let_live(screen)
    assert screen.file == before


def test_the_own_file_is_the_own_life_and_nothing_parts_it(screen: Debrief) -> None:
    twins = twins_of(screen)
    own = next(i for i, (_, has) in enumerate(twins.files) if has == twins.mine)
    find(screen, f"file.{own}").press()
    let_live(screen)
    one = one_of(screen)
    assert one.same
    assert one.headline in said(screen)
    assert one.parted == ()
    assert all(stop.own == stop.twin and not stop.differs for stop in one.course.stops)
    let_run(screen)
    assert stop_of(screen) == len(one.course.stops) - 1


def test_another_file_begins_from_the_start_and_the_play_is_as_it_was(screen: Debrief, laid: Laid) -> None:
    before = laid.record.model_dump_json()
    find(screen, "course.after").press()
    other = next(i for i, (_, has) in enumerate(twins_of(screen).files) if has != screen.file)
    find(screen, f"file.{other}").press()
    assert screen.pos == 0.0
    let_live(screen)
    let_run(screen)
    assert laid.record.model_dump_json() == before


def test_a_shut_step_is_shown_as_shut_with_what_replaced_it(shut: Laid) -> None:
    screen = opened(shut, "twin")
    one, course = one_of(screen), course_of(screen)
    blocked = [n for n, p in enumerate(one.parted) if p.kind == "blocked"]
    assert blocked
    for number in blocked:
        screen._go(course.marks[number][0])()  # type: ignore[operator]
        stop = course.stops[stop_of(screen)]
        assert stop.twin.did.startswith("Shut. Instead: ")
        told = said(screen)
        assert stop.own.did in told
        assert stop.twin.did in told
        assert one.parted[number].rules[0].where in told


def test_a_twin_that_could_not_live_that_life_is_not_compared(pack: Pack) -> None:
    hard = strict(pack)
    setup = Setup(campaign="honour_roll", seed=3, order="visible-first", file="hill")
    screen = opened(debrief(play(hard, setup, "sheep").record, hard), "twin")
    told = said(screen)
    assert screen.course is None
    assert "The twin could not live your life" in told
    assert "What was shut to the twin" in told
    assert screen.tree(PLAIN).find("course") is None
    assert screen.tree(PLAIN).find("parting.0") is None
    screen.tick(2.0)
    assert not screen.moving
    own = next(i for i, (_, has) in enumerate(twins_of(screen).files) if has == twins_of(screen).mine)
    click(screen, f"file.{own}")
    let_live(screen)
    assert screen.course is not None


@pytest.mark.parametrize("cut", [1, 3, 30])
def test_a_torn_record_has_its_two_lives_as_far_as_they_go(laid: Laid, pack: Pack, cut: int) -> None:
    part = laid.record.but(lines=laid.record.lines[:cut], torn=True)
    whole = debrief(part, pack)
    if not any(page.id == "twin" for page in whole.pages):
        return
    screen = opened(whole, "twin")
    for frame in (PLAIN, Frame((960, 540), 1.6), Frame((960, 540), 2.0)):
        screen.paint(Canvas(pygame.Surface(frame.size), zoom=frame.zoom), frame)
    for key in ("space", "right", "end", "home", "pagedown"):
        screen.focus = "course"
        screen.on(Key(key), PLAIN)
    for number in range(4):
        find(screen, f"file.{number}").press()
        let_live(screen)
        let_run(screen)


def in_pieces(screen: Debrief, frame: Frame) -> Iterator[Ruler]:
    """The page in pieces, each as it is scrolled to."""
    panes = [n for n in screen.tree(frame).walk() if n.window]
    for at in range(0, max(int(p.reach) for p in panes) + 400, 400):
        for pane in panes:
            screen.scrolls[pane.key] = min(float(at), pane.reach)
        ruler = ruler_for(frame)
        lay(ruler, screen.tree(frame))
        yield ruler


@pytest.mark.parametrize("frame", FEW, ids=IDS)
def test_no_word_is_broken_pale_or_over_another(screen: Debrief, shut: Laid, frame: Frame) -> None:
    for one in (screen, opened(shut, "twin")):
        course = course_of(one)
        for stop in (0, course.first, len(course.stops) - 1):
            one._stop_at(course, stop)
            for ruler in in_pieces(one, frame):
                legible(ruler)


@pytest.mark.parametrize("frame", FEW, ids=IDS)
def test_the_two_lives_are_as_tall_wherever_the_cursor_is(screen: Debrief, frame: Frame) -> None:
    course = course_of(screen)
    tall = set()
    for stop in range(0, len(course.stops), 5):
        screen._stop_at(course, stop)
        root = screen.tree(frame)
        for key in ("twin", "now"):
            place = root.find(key)
            assert place is not None
            inner = place.children[0]
            assert inner.box.h == pytest.approx(place.box.h)
        tall.add(round(find(screen, "twin", frame).box.h))
    assert len(tall) == 1


def test_while_a_twin_is_being_lived_it_says_how_far_it_has_come(laid: Laid, pack: Pack) -> None:
    screen = opened(debrief(laid.record, pack), "twin")
    twins = twins_of(screen)
    has = next(h for h in (twins.first ^ {part.id} for part in twins.parts) if not twins.ready(h))
    screen._choose(has)()  # type: ignore[operator]
    told = [said(screen)]
    while screen.lives_now:
        day, days = twins.far(has)
        told.append(said(screen))
        assert f"day {day} of {days}" in told[-1]
        screen.tick(SECOND)
    assert "act by act" not in said(screen)


def test_a_twin_that_could_not_live_that_life_says_all_that_its_page_says(pack: Pack) -> None:
    hard = strict(pack)
    setup = Setup(campaign="honour_roll", seed=3, order="visible-first", file="hill")
    screen = opened(debrief(play(hard, setup, "sheep").record, hard), "twin")
    told = said(screen)
    for line in (screen.page.headline, *screen.page.lead, *screen.page.cannot, *screen.page.ask):
        assert " ".join(line.split()) in told
    for table in screen.page.tables:
        assert table.caption in told
