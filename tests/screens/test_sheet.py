"""The sheet: three worlds, every text size, and nothing chosen by accident."""

from typing import Any

import pygame
import pytest

from game.model.acts import Act
from game.model.record import Option
from game.model.view import Activity, DoorView, Page, PlaceView, Standing
from game.screens import hud
from game.screens.back import HALF, SHOULDERS, Backdrop
from game.screens.kit.answers import Do, Key
from game.screens.kit.canvas import WIDTH, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import NOWHERE, outline
from game.screens.options import ledger
from game.screens.pages import Reading, Strip
from game.screens.place import Indoors
from game.screens.sheet import Sheet, build
from tests.screens.handmade import OPTIONS, cut, overlapping, shown, view
from tests.screens.ruler import touch

WORLDS = ("print", "phone", "daylight")
ZOOMS = (1.0, 1.3, 1.6, 2.0)
SIZES = ((480, 270), (960, 540), (1280, 720), (2560, 1440))


def sheet(world: str = "print", **more: Any) -> Sheet:
    return Sheet(view(world, moment=shown(world, **more)))


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_and_nothing_overlaps(world: str, zoom: float, size: tuple[int, int]) -> None:
    frame = Frame(size=size, zoom=zoom)
    root = sheet(world).tree(frame)
    assert cut(root) == []
    assert overlapping(root) == []


@pytest.mark.parametrize("world", WORLDS)
def test_sixty_words_and_four_choices_scroll_at_the_largest_text(world: str) -> None:
    text, why = "eight words of a choice to read here", "The purse is empty."
    long = tuple(Option(id=f"o{n}", text=text, minutes=5, closed=why) for n in range(4))
    root = sheet(world, scene="word " * 60, options=long).tree(Frame(zoom=1.6))
    assert cut(root) == []
    assert root.box.y >= 0 and root.box.bottom <= 720


def test_numbers_choose_and_are_what_is_said() -> None:
    assert sheet().on(Key("2"), Frame()) == Do(Act(do="choose", what="call"))


def test_nothing_has_the_focus_at_first_unless_it_was_chosen_beforehand() -> None:
    assert sheet().focus == "scene"
    assert sheet().on(Key("enter"), Frame()) is None
    chosen = (*OPTIONS[:2], Option(id="pass", text="Keep walking", preselected=True))
    assert sheet("phone", options=chosen).on(Key("enter"), Frame()) == Do(Act(do="choose", what="pass"))


def test_a_key_still_held_from_the_street_does_not_choose() -> None:
    one = sheet("phone", options=(Option(id="a", text="Yes", preselected=True), Option(id="b", text="No")))
    one.tick(0.1)
    assert one.on(Key("enter"), Frame()) is None
    one.tick(0.3)
    assert one.on(Key("enter"), Frame()) == Do(Act(do="choose", what="a"))


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("friction", [1, 2, 3])
def test_friction_is_that_many_extra_presses(world: str, friction: int) -> None:
    one = sheet(world, options=(Option(id="a", text="Yes"), Option(id="b", text="No", friction=friction)))
    assert one.on(Key("2"), Frame()) is None
    presses = 1
    answer = None
    while answer is None and presses < 9:
        one.focus = "go_on"
        answer = one.on(Key("enter"), Frame())
        presses += 1
    assert answer == Do(Act(do="choose", what="b"))
    assert presses == friction + 1


def test_a_detour_can_be_left_again() -> None:
    one = sheet("phone", options=(Option(id="a", text="Yes"), Option(id="b", text="No", friction=2)))
    one.on(Key("2"), Frame())
    assert one.on(Key("escape"), Frame()) is None
    assert one.detour is None


def test_a_closed_choice_says_why_and_cannot_be_taken() -> None:
    shut = Option(id="a", text="Cross", closed="The bridge is up.")
    one = sheet("daylight", options=(shut, Option(id="b", text="Go")))
    assert one.on(Key("1"), Frame()) is None
    assert "[closed: The bridge is up.]" in outline(one.tree(Frame()))


def test_print_says_what_is_posted_and_the_figure_only_where_it_was_given() -> None:
    said = outline(sheet().tree(Frame()))
    assert "40 minutes, tie plus 1, posted plus 5" in said
    assert '"Call the warden over and walk on" = 5 minutes, posted <2>' in said


def test_daylight_and_phone_draw_no_mark_that_was_not_given() -> None:
    bare = tuple(one.but(mark="", points=None) for one in OPTIONS)
    for world in ("phone", "daylight"):
        assert "posted" not in outline(sheet(world, options=bare).tree(Frame()))


def test_a_sheet_can_be_drawn_again_from_what_was_shown_alone() -> None:
    root = build(shown("phone"), Frame(), chosen="call")
    assert "(what you chose)" in outline(root)
    assert root.focusables()[0].key == "scene"
    assert all(node.answer is None for node in root.walk())


@pytest.mark.parametrize("world", WORLDS)
def test_the_way_out_can_be_read_by_a_voice_as_well_as_the_way_in(world: str) -> None:
    said = outline(sheet(world, options=(Option(id="a", text="Yes", lit=True), Option(id="b", text="No", friction=2)))
                   .tree(Frame()))
    assert 'button "No"' in said and 'button "Yes"' in said


def test_the_sheet_slides_up_unless_movement_is_reduced() -> None:
    pictures = []
    for still in (False, True):
        surface = pygame.Surface((1280, 720))
        one = sheet()
        one.tick(0.02)
        one.paint(Canvas(surface), Frame(still=still))
        pictures.append(pygame.image.tobytes(surface, "RGB"))
    assert pictures[0] != pictures[1]


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_head_of_the_screen_fits_and_its_parts_lie_apart(world: str, zoom: float) -> None:
    most = Standing(points=1000, grade="AAA", arrow="down")
    head = hud.nodes(view(world, coins=142, standing=most), Frame(zoom=zoom))
    assert cut(head) == []
    boxes = [child.box for child in head.children if child.role != "group"]
    boxes += [node.box for node in head.walk() if node.key.startswith("figure.")]
    for index, a in enumerate(boxes):
        for b in boxes[index + 1 :]:
            assert a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_debt_has_a_plate_as_tall_as_its_neighbours_and_no_debt_has_none(world: str, zoom: float) -> None:
    plates = [node for node in hud.nodes(view(world, tick=12), Frame(zoom=zoom)).walk() if "figure." in node.key]
    assert [node.key for node in plates] == ["figure.coins", "figure.tick", "figure.rest", "figure.ties"]
    assert len({(node.box.y, node.box.h) for node in plates}) == 1
    assert hud.nodes(view(world, tick=0), Frame(zoom=zoom)).find("figure.tick") is None


def test_the_figures_at_the_head_are_said_with_their_names() -> None:
    said = outline(hud.nodes(view(coins=56, need=140, rest=8, ties=4, tick=12), Frame()))
    for name in ("Coins: 56 of the 140 the journey takes", "Owed, on tick: 12", "Rest: 8 of 10",
                 "Ties: 4, and 0 close to you"):
        assert f'text "{name}"' in said
    assert "Coins: 150; the journey takes 140" in outline(hud.nodes(view(coins=150, need=140), Frame()))


def test_the_head_shows_no_standing_where_there_is_none() -> None:
    assert "standing" not in outline(hud.nodes(view("daylight", standing=None), Frame()))


def test_the_arrow_has_words_for_a_voice() -> None:
    assert "going down" in outline(hud.nodes(view("phone", standing=Standing(arrow="down")), Frame()))


LEDGER = Page(
    kind="ledger", title="The clerk closes the book",
    lines=("A line of the night that is as long as such lines are.",) * 4,
    rows=(("Standing", "784"), ("Today", "+13"), ("Grade", "A"), ("Rent", "−6"), ("Purse", "42"), ("On tick", "6")),
    doors=tuple(DoorView(id=d, name=f"The {d}", open=d != "bed", why="784 points; 700 were asked.")
                for d in ("deposit", "seat", "bed")),
)  # fmt: skip


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_full_ledger_fits_with_its_button_in_sight(world: str, zoom: float) -> None:
    one = Reading(view(world, phase="ledger", page=LEDGER))
    root = one.tree(Frame(zoom=zoom))
    assert cut(root) == []
    assert one.on(Key("enter"), Frame(zoom=zoom)) == Do(Act(do="on"))


@pytest.mark.parametrize("world", WORLDS)
def test_at_the_usual_text_size_a_full_ledger_needs_no_scrolling(world: str) -> None:
    root = Reading(view(world, phase="ledger", page=LEDGER)).tree(Frame())
    assert max(node.reach for node in root.walk()) == 0


def test_doors_say_open_and_shut_in_words() -> None:
    said = outline(Reading(view("print", phase="ledger", page=LEDGER)).tree(Frame()))
    assert '"The bed" = shut (784 points; 700 were asked.)' in said
    assert '"The seat" = open' in said


def test_a_consequence_is_seen_before_it_is_written() -> None:
    one = Strip(view(phase="then", then="He raises his hat.", seen="hat_raised"))
    assert not one.written(Frame())
    assert one.on(Key("enter"), Frame()) is None
    assert one.written(Frame())
    assert one.on(Key("enter"), Frame()) == Do(Act(do="on"))
    assert Strip(view(phase="then", then="Rain.")).written(Frame())
    assert Strip(view(phase="then", then="Rain.", seen="rain_starts")).written(Frame(still=True))


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_indoors_everything_can_be_reached_and_left(world: str, zoom: float) -> None:
    acts = tuple(
        Activity(id=f"act{n}", text="Carry flour for an hour", minutes=60, coins=5, closed="Too late." * (n == 5))
        for n in range(6)
    )
    place = PlaceView(id="bakery", name="Bakery", line="Mei counts the buns aloud.", activities=acts)
    one, frame = Indoors(view(world, phase="place", place=place)), Frame(zoom=zoom)
    assert cut(one.tree(frame)) == []
    assert overlapping(one.tree(frame)) == []
    assert one.on(Key("3"), frame) == Do(Act(do="use", what="act2"))
    assert one.on(Key("6"), frame) is None
    assert one.on(Key("escape"), frame) == Do(Act(do="leave"))


def test_minutes_coins_and_ties_have_a_column_each_unless_the_words_would_wrap() -> None:
    options = (Option(id="a", text="Sit down", minutes=40, coins=-12, tie=1), Option(id="b", text="Go", minutes=5))
    wide = ledger(Frame(), options, 900)
    assert wide[0] == [("40 min", "−12 coins", "+1 tie"), ("5 min", "", "")]
    assert len(wide[1]) == 3
    long = tuple(Option(id=f"l{n}", text="Sit down beside him until he stands", minutes=5) for n in range(3))
    assert ledger(Frame(zoom=1.6), (options[0], *long), 780)[0][:2] == [("40 min\n−12 coins\n+1 tie",), ("5 min",)]
    free = (options[0], Option(id="c", text="Wait"))
    assert ledger(Frame(), free, 900)[0][1] == ("", "", "–")
    assert ledger(Frame(), free[1:], 900) == ([()], [])


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("world", WORLDS)
def test_in_a_room_nobody_is_half_hidden_by_what_lies_over_it(world: str, zoom: float) -> None:
    for where in ("clinic", "stairwell"):
        one = view(world, moment=shown(world, where=where))
        cover = Sheet(one).tree(Frame(zoom=zoom)).box
        for figure in Backdrop(one, {"adeyemi": {}}).inside(where, cover):
            beside = figure.x + HALF <= cover.x or figure.x - HALF >= cover.right
            assert beside or cover.y >= SHOULDERS
            assert HALF <= figure.x <= WIDTH - HALF


def test_in_a_room_a_falling_coin_takes_nobody_away_and_who_acts_is_not_there_twice() -> None:
    then = view("daylight", phase="then", moment=shown("daylight", where="stairwell"))
    for seen, others in (("coin_drops", 1), ("walks_off", 0)):
        room = Backdrop(then.model_copy(update={"seen": seen}), {"adeyemi": {}})
        assert len(room.inside("stairwell", NOWHERE)) == 1 + others


def test_a_page_leaves_no_plate_of_the_head_half_seen() -> None:
    tall = view("phone", phase="ledger", page=LEDGER)
    page = Reading(tall).tree(Frame(zoom=1.6)).box
    head = Backdrop(tall).tree(Frame(zoom=1.6)).children[0]
    assert not [one.label for one in head.children if touch(one.box, page)]
