"""Promises of what passes by itself: nights, worlds that give way, hours that turn, stamps that come down."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.bots import Bot, keeps_table
from game.journal import Session
from game.model.acts import Act
from game.model.content import Pack
from game.model.record import Order, Setup
from game.model.view import View
from game.screens.back import Backdrop
from game.screens.kit.answers import Do, Input, Key, Pointer
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import outline
from game.screens.names import Names
from game.screens.paint import lens, pace
from game.screens.passing import changes, hour, leaf, masks, stamps
from game.screens.passing.screen import Passing
from game.screens.passing.threshold import Threshold, ground
from game.screens.saved import Settings
from game.screens.street import Street
from game.screens.voice import hear, news
from game.shell.desk import Desk
from game.shell.library import Folder
from tests.screens.views import moment, street

SIZE = (640, 360)
ORDERS: tuple[Order, ...] = ("visible-first", "hidden-first")
PLAYS = [(campaign, order) for campaign in ("taste", "lesson", "full") for order in ORDERS]


class Dawn:
    """A morning that has just begun, and the evening before it."""

    def __init__(self, desk: Desk, session: Session, before: View) -> None:
        self.desk, self.session, self.before = desk, session, before

    @property
    def passing(self) -> Passing | None:
        top = self.desk.screens[-1]
        return top if isinstance(top, Passing) else None


def dawns(pack: Pack, campaign: str, order: Order, **settings: bool) -> Iterator[Dawn]:
    """Every morning but the first of a play, in front of the desk as it is just then."""
    pygame.font.init()
    setup = Setup(campaign=campaign, seed=3, order=order, file="middle")
    session = Session.new(pack, setup, None, game="test", play="passing")
    desk = Desk(Settings(size=SIZE, **settings), clock=lambda: 0.0)
    desk.looks = Folder(Path("nowhere"), pack=pack).looks()
    bot = Bot("fox", 3, keeps_table(pack))
    bot.choose(session.view(), session.legal())
    desk.begin(session)
    while (before := session.view()).phase != "over":
        desk.apply(Do(bot.choose(before, session.legal())))
        now = session.view()
        if now.phase == "morning" and before.phase != "title" and now.day != before.day:
            yield Dawn(desk, session, before)


def first(pack: Pack, how: str = "", **settings: bool) -> Dawn:
    """The first morning of a lesson on which something passes that way."""
    return next(
        dawn for dawn in dawns(pack, "lesson", "visible-first", **settings)
        if any(step.how == how or not how for step in changes.steps(dawn.before, dawn.session.view()))
    )


@pytest.mark.parametrize(("campaign", "order"), PLAYS)
def test_every_change_of_what_one_lives_under_is_shown_and_said_at_its_dawn(
    pack: Pack, campaign: str, order: Order
) -> None:
    changed = 0
    for dawn in dawns(pack, campaign, order):
        now, passing = dawn.session.view(), dawn.passing
        assert passing is not None, "a night passes before every morning"
        assert passing.steps[0].how == "night"
        dress = [(one.world, one.watch, one.lantern) for one in (dawn.before, now)]
        assert (len(passing.steps) > 1) == (dress[0] != dress[1]) == bool(passing.said)
        if passing.said:
            changed += 1
            assert passing.said in outline(passing.tree(dawn.desk.frame))
            assert passing.said != changes.ALTERS, "the game's own changes all have words of their own"
            page = dawn.desk.screens[-2]
            assert passing.said in outline(page.tree(dawn.desk.frame)), "and the morning's page says it again"
            assert 1.3 <= sum(step.seconds for step in passing.steps[1:]) <= 2.1
        for step, after in pairwise(passing.steps):
            assert step.after == after.before, "each step begins with what the last one has left"
        assert passing.steps[-1].after == now
    assert changed >= 3


def test_each_world_comes_and_goes_in_its_own_way(pack: Pack) -> None:
    ways = {
        dawn.session.view().day: [step.how for step in changes.steps(dawn.before, dawn.session.view())[1:]]
        for dawn in dawns(pack, "full", "visible-first")
    }
    assert [how for day in sorted(ways) for how in ways[day]] == ["paste", "bowl", "peel", "swallow", "shrink"]


@pytest.mark.parametrize("campaign", ["taste", "lesson"])
def test_what_passes_ends_at_exactly_the_picture_that_the_street_then_has(pack: Pack, campaign: str) -> None:
    surface, street_then = pygame.Surface(SIZE), pygame.Surface(SIZE)
    for order in ORDERS:
        for dawn in dawns(pack, campaign, order):
            passing, frame = dawn.passing, dawn.desk.frame
            assert passing is not None
            passing.said = ""  # the strip of words goes with it
            Backdrop(dawn.session.view(), dawn.desk.looks).ground(Canvas(street_then), frame)
            passing.age = passing.lasts / 2
            passing.paint(Canvas(surface), frame)
            assert surface.get_buffer().raw != street_then.get_buffer().raw, "half way it is not there yet"
            passing.age = passing.lasts
            passing.paint(Canvas(surface), frame)
            assert surface.get_buffer().raw == street_then.get_buffer().raw


def test_the_street_stays_where_it_is_when_one_goes_out_of_the_door(pack: Pack) -> None:
    dawn = first(pack)
    view = dawn.session.view()
    backdrop, walked = Backdrop(view, dawn.desk.looks), Street(view.model_copy(update={"phase": "street"}))
    assert backdrop.stand() == (walked.outing.walker.x, walked.outing.cam)


@pytest.mark.parametrize("pressed", [Key("enter"), Key("escape"), Key("right"), Pointer("down", 20, 20)])
def test_any_key_or_click_passes_it_at_once_and_does_nothing_else(pack: Pack, pressed: Input) -> None:
    dawn = first(pack, "paste")
    before, lines = dawn.session.view(), len(dawn.session.lines)
    dawn.desk.tick(0.1)
    dawn.desk.feed(Key("enter", down=False))
    dawn.desk.feed(Pointer("move", 300, 300))
    assert dawn.passing, "letting go of a key, or moving the mouse, is no wish"
    dawn.desk.feed(pressed)
    assert dawn.passing is None
    assert dawn.session.view() == before
    assert len(dawn.session.lines) == lines


def test_it_passes_by_itself_and_leaves_the_page_as_if_just_turned(pack: Pack) -> None:
    dawn = first(pack, "paste")
    passing = dawn.passing
    assert passing is not None
    assert 2.0 < passing.lasts < 3.2
    for _ in range(round(passing.lasts * 60) + 2):
        assert all(screen.age == 0 for screen in dawn.desk.screens[:-1])
        if not dawn.passing:
            break
        dawn.desk.tick(1 / 60)
    assert dawn.passing is None


def test_time_does_not_run_on_in_the_play_meanwhile(pack: Pack) -> None:
    now = [100.0]
    dawn = first(pack, "paste")
    dawn.desk._clock = lambda: now[0]
    dawn.desk._since = now[0]
    now[0] += 2.5
    while dawn.passing:
        dawn.desk.tick(0.1)
    now[0] += 0.75
    dawn.desk.feed(Key("enter"))
    assert dawn.session.lines[-1].ms == 750


@pytest.mark.parametrize("how", ["paste", "bowl", "peel", "swallow"])
def test_with_reduced_movement_there_is_none_and_the_page_says_it(pack: Pack, how: str) -> None:
    for dawn in dawns(pack, "lesson", "visible-first", still=True):
        assert dawn.passing is None
        found = changes.steps(dawn.before, dawn.session.view())
        if any(step.how == how for step in found):
            said = changes.words(dawn.before, dawn.session.view())
            assert said in outline(dawn.desk.screens[-1].tree(dawn.desk.frame))
            return
    raise AssertionError("the lesson has no such change")


def test_whoever_is_read_to_hears_the_words_once_and_waits_for_no_picture(pack: Pack) -> None:
    seen = first(pack, "peel")
    frame, said = seen.desk.frame, changes.words(seen.before, seen.session.view())
    passing = seen.passing
    assert passing is not None
    heard = hear([passing], frame)
    assert said.rstrip(".") in [line.text for line in news(hear([], frame), heard)]
    page = hear(seen.desk.screens[:-1], frame)
    assert said.rstrip(".") not in [line.text for line in news(heard, page)], "the page need not say it a second time"
    assert said.rstrip(".") in [line.text for line in news(hear([], frame), page)], "but to others it does"
    for dawn in dawns(pack, "lesson", "visible-first"):
        dawn.desk.aloud = True
        if dawn.passing is None:
            return
    raise AssertionError("nobody waits for what they cannot see")


def test_a_play_that_is_taken_up_again_begins_with_its_page(pack: Pack) -> None:
    dawn = first(pack, "paste")
    dawn.desk.begin(dawn.session)
    assert dawn.passing is None


def test_a_change_nobody_has_thought_of_is_still_said() -> None:
    before = street(phase="ledger", light="dusk", day=1)
    now = street(phase="morning", light="dawn", day=2, lantern="lit")
    assert [step.how for step in changes.steps(before, now)] == ["night", "fade"]
    assert changes.words(before, now) == changes.ALTERS
    assert changes.steps(before, before) == changes.steps(None, now) == ()


@pytest.mark.parametrize("name", sorted(masks.MASKS))
def test_a_mask_begins_with_the_old_picture_ends_with_the_new_one_and_shows_no_other(name: str) -> None:
    old, new, on = (pygame.Surface(SIZE) for _ in range(3))
    old.fill((200, 40, 40))
    new.fill((40, 40, 200))
    canvas, hand = Canvas(on), (560.0, 500.0)
    shares = []
    for step in range(41):
        masks.MASKS[name](canvas, old, new, step / 40, hand)
        pixels = [on.get_at((x, y))[:3] for x in range(4, 640, 16) for y in range(4, 360, 16)]
        assert (255, 0, 255) not in pixels, "what is cut away is never seen"
        shares.append(sum(one == (40, 40, 200) for one in pixels) / len(pixels))
    assert shares[0] < 0.02
    assert shares[-1] == 1.0
    assert new.get_alpha() in (None, 255)
    if name != "fade":
        assert all(later >= sooner - 0.12 for sooner, later in pairwise(shares)), "it only gains"


def test_the_sheets_are_together_as_wide_as_the_street() -> None:
    assert sum(masks.SHEETS) == 1280


@pytest.mark.parametrize("curve", [pace.ease, pace.into, pace.out, pace.over])
def test_a_curve_begins_at_nothing_and_ends_at_the_whole(curve: object) -> None:
    assert callable(curve)
    assert curve(0.0) == pytest.approx(0.0)
    assert curve(1.0) == pytest.approx(1.0)


def test_only_what_snaps_into_place_goes_too_far() -> None:
    steps = [n / 50 for n in range(51)]
    assert max(map(pace.over, steps)) > 1.05
    assert max(max(map(curve, steps)) for curve in (pace.ease, pace.into, pace.out)) <= 1.0


def painted(screen: Street, frame: Frame) -> bytes:
    surface = pygame.Surface(SIZE)
    screen.paint(Canvas(surface), frame)
    return surface.get_buffer().raw


def test_the_light_turns_within_a_day_in_a_second_and_ends_at_the_new_hour() -> None:
    pygame.font.init()
    frame = Frame(SIZE)
    screen, plain = Street(street(light="dawn")), Street(street(light="noon"))
    first_light = painted(screen, frame)
    screen.take(street(light="noon"))
    for _ in range(hour.TILES + 1):
        assert painted(screen, frame) == first_light, "at its first instant nothing has changed, nor while it is made"
    assert screen.lively
    screen.outing.time = plain.outing.time = hour.TURNS / 2
    assert painted(screen, frame) not in (first_light, painted(plain, frame))
    screen.outing.time = plain.outing.time = hour.TURNS
    assert painted(screen, frame) == painted(plain, frame)
    assert not screen.lively


def test_the_light_turns_at_once_for_reduced_movement_and_on_another_day() -> None:
    pygame.font.init()
    for frame, changed in ((Frame(SIZE, still=True), {}), (Frame(SIZE), {"day": 2})):
        screen = Street(street(light="dusk"))
        painted(screen, frame)
        screen.take(street(light="noon", **changed))
        assert painted(screen, frame) == painted(Street(street(light="noon", **changed)), frame)


def test_stamps_come_down_one_after_the_other_and_never_rise() -> None:
    three = stamps.Stamps(3)
    down = [three.down(n / 60) for n in range(round(three.lasts * 60) + 1)]
    assert down[0] == 0
    assert down[-1] == 3
    assert sorted(down) == down
    assert three.lasts < 1.2
    assert stamps.Stamps(0).lasts == 0


def test_a_page_says_how_doors_were_judged_before_the_stamp_has_come_down(pack: Pack) -> None:
    for dawn in dawns(pack, "lesson", "visible-first"):
        desk, bot = dawn.desk, Bot("fox", 3, keeps_table(pack))
        if dawn.session.view().day != 2:
            continue
        while dawn.session.view().phase != "ledger":
            desk.apply(Do(bot.choose(dawn.session.view(), dawn.session.legal())))
        page = desk.screens[-1]
        said = outline(page.tree(desk.frame))
        assert said.count("= open") + said.count("= shut") == 3
        surface, later, still = (pygame.Surface(SIZE) for _ in range(3))
        page.paint(Canvas(surface), desk.frame)
        assert page.moving
        assert outline(page.tree(desk.frame)) == said
        page.age = 9.0
        assert not page.moving
        page.paint(Canvas(later), desk.frame)
        page.age = 0.0
        page.paint(Canvas(still), Frame(SIZE, still=True))
        assert later.get_buffer().raw == still.get_buffer().raw != surface.get_buffer().raw
        return


def test_a_purse_counts_quickly_and_only_in_the_drawing() -> None:
    pygame.font.init()
    frame, names = Frame(SIZE), Names()
    screen = Street(street(coins=20))
    surface = pygame.Surface(SIZE)

    def drawn(*, still: bool = False) -> bytes:
        screen.paint(Canvas(surface), frame)
        names.paint(Canvas(surface), [screen], Frame(SIZE, still=still))
        return surface.get_buffer().raw

    drawn()
    screen.take(street(coins=31))
    seen = [drawn()]
    figures = [names.purse.shown]
    while names.purse.moving:
        names.tick(1 / 60)
        assert names.dirty, "each of its pictures is drawn"
        assert "Coins: 31 of the 160" in outline(screen.tree(frame)), "the tree says what is true"
        seen.append(drawn())
        figures.append(names.purse.shown)
    assert figures[0] == 20
    assert figures[-1] == 31
    assert figures == sorted(figures)
    assert len(figures) < 0.6 * 60
    assert seen[-1] == drawn() != seen[0], "and at the end nothing is drawn over it"
    screen.take(street(coins=3))
    drawn(still=True)
    assert names.purse.shown == 3, "with reduced movement it is there at once"


@pytest.mark.parametrize("on", [True, False])
def test_a_page_that_is_turned_goes_over_and_leaves_the_next_one(on: bool) -> None:
    surface, red, blue = pygame.Surface(SIZE), (200, 40, 40), (40, 40, 200)
    canvas, turned = Canvas(surface), leaf.Turned()
    first_page, second = (0, 1) if on else (1, 0)

    def shown(at: int, age: float, colour: tuple[int, int, int], *, still: bool = False) -> tuple[bool, bool]:
        turned.paint(canvas, at, age, lambda: surface.fill(colour), 40, still=still)  # type: ignore[arg-type, return-value]
        pixels = [surface.get_at((x, 200))[:3] for x in range(640)]
        assert surface.get_at((320, 10))[:3] == colour, "the tabs above stay where they are"
        return red in pixels, blue in pixels

    shown(first_page, 9.0, red)
    assert shown(second, 0.001, blue) == (True, False)
    assert shown(second, leaf.TURNS / 2, blue) == (True, True)
    assert shown(second, leaf.TURNS, blue) == (False, True)
    assert shown(first_page, 0.001, red, still=True) == (True, False), "with reduced movement it is there at once"


def test_the_stamp_of_the_chair_comes_down_before_its_mark_is_seen() -> None:
    canvas = Canvas(pygame.Surface(SIZE))
    windows = [lens.Lit(f"w{number}", "stamp" if number == 5 else "") for number in range(12)]

    def mark(near: float) -> int:
        """How much of the window's middle is as it is with a mark, once the stamp is away again."""
        lens.lens(canvas, windows, 5, near)
        side = canvas.length(2 * lens.RADIUS)
        shown = next(iter(lens._LENS.values()))
        return sum(shown.get_at((x, y))[:3] == (210, 64, 43) for x in range(side) for y in range(side))

    assert mark(lens.LANDS + 0.05) == 0
    assert mark(lens.LANDS - 0.05) > 20
    lens._LENS.clear()


def test_going_in_and_out_of_a_door_is_seen_and_stops_neither_key_nor_clock(pack: Pack) -> None:
    dawn = first(pack)
    desk, surface, bot = dawn.desk, pygame.Surface(SIZE), Bot("fox", 3, keeps_table(pack))
    while dawn.session.view().phase != "street":
        desk.apply(Do(bot.choose(dawn.session.view(), dawn.session.legal())))
    desk.paint(surface)
    outside = surface.get_buffer().raw
    assert desk.view is not None
    room = next(spot.id for spot in desk.view.spots if not spot.closed and spot.id in ("bakery", "cafe", "laundry"))
    desk.apply(Do(Act(do="visit", what=room, how="row")))
    assert desk.screens[-1].kind == "place", "it is there at once, for keys and for voices"
    desk.paint(surface)
    assert surface.get_buffer().raw == outside, "and at its first instant nothing has changed"
    pictures = 0
    while desk.names.threshold.moving:
        desk.tick(1 / 60)
        assert desk.stale
        desk.paint(surface)
        pictures += 1
    assert pictures < 16
    inside = surface.get_buffer().raw
    desk.names.threshold = Threshold()
    desk.paint(surface)
    assert surface.get_buffer().raw == inside != outside


def test_a_sheet_on_the_street_is_no_door() -> None:
    outside, sheet = street(), moment("walk").model_copy(update={"phase": "moment"})
    assert ground(outside) == ground(sheet) == ""
    assert ground(moment("counter")) != ""
