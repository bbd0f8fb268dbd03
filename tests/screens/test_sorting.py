"""Cases are sorted by keys alone, by the mouse alone, back and forth; at every size of text nothing is cut."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.debrief.cases import Dealt, dealt
from game.model.content import Pack
from game.model.said import Said
from game.screens.debrief.checking import ENDS
from game.screens.kit.answers import Answer, Key, Order, Pointer, Pop, Push, Typed
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node, outline
from game.screens.kit.palette import DAYLIGHT, Palette
from game.screens.offer import Offer
from game.screens.saved import Settings
from game.screens.sorting import SLIDE, Sorting
from game.shell.desk import Desk
from game.shell.library import Folder
from tests.screens.debriefed import FEW, IDS, PLAIN, Debrief, laid_out, legible, ruler_for
from tests.screens.ruler import EASIER, Ruler, contrast, lay, shared, touch, within
from tests.screens.tapping import tap
from tests.test_words import TOO_EARLY

DONE = Order("answers", {"play": "abcd"})


@pytest.fixture(scope="module")
def deal(pack: Pack) -> Dealt:
    pygame.font.init()
    made = dealt(pack.cases, 7)
    assert made is not None
    return made


def opened(deal: Dealt, lying: dict[str, object] | None = None) -> tuple[Sorting, list[tuple[str, str]]]:
    """The screen, and what it has told so far."""
    told: list[tuple[str, str]] = []

    def put(case: str, tray: str) -> Answer | None:
        told.append((case, tray))
        return None

    return Sorting(deal.before, deal.trays, lying or {}, put, lambda: DONE, ENDS), told  # type: ignore[arg-type]


def find(screen: Sorting | Offer | Debrief, key: str, frame: Frame = PLAIN) -> Node:
    node = screen.tree(frame).find(key)
    assert node is not None, key
    return node


def by_number(screen: Sorting, deal: Dealt, kind: str) -> None:
    screen.on(Key(str([t.kind for t in deal.trays].index(kind) + 1)), PLAIN)  # type: ignore[arg-type]


def by_arrows(screen: Sorting, deal: Dealt, kind: str) -> None:
    for _ in range(1 + [t.kind for t in deal.trays].index(kind)):  # type: ignore[arg-type]
        screen.on(Key("right"), PLAIN)
    screen.on(Key("enter"), PLAIN)


def by_tab(screen: Sorting, deal: Dealt, kind: str) -> None:
    for _ in range(30):
        if screen.focus == f"tray.{kind}":
            break
        screen.on(Key("tab"), PLAIN)
    screen.on(Key("space"), PLAIN)


def by_mouse(screen: Sorting, deal: Dealt, kind: str) -> None:
    click(screen, f"tray.{kind}")


def click(screen: Sorting | Offer, key: str) -> Answer | None:
    x, y = find(screen, key).box.centre
    screen.on(Pointer("move", x, y), PLAIN)
    answer = tap(screen, x, y, PLAIN)
    screen.on(Pointer("up", x, y), PLAIN)
    return answer


@pytest.mark.parametrize("hand", [by_number, by_arrows, by_tab, by_mouse], ids=lambda hand: hand.__name__)
def test_every_case_can_be_put_into_every_tray_with_one_hand(
    deal: Dealt, hand: Callable[[Sorting, Dealt, str], None]
) -> None:
    for tray in deal.trays:
        screen, told = opened(deal)
        for _ in deal.before:
            hand(screen, deal, tray.kind)
        assert told == [(case.id, tray.kind) for case in deal.before]
        assert "All sorted" in outline(screen.tree(PLAIN))


def test_the_last_page_is_left_by_keys_and_by_the_mouse(deal: Dealt) -> None:
    screen, _ = opened(deal, {case.id: "none" for case in deal.before})
    assert click(screen, "done") == DONE
    for _ in range(20):
        screen.on(Key("tab"), PLAIN)
        if screen.focus == "done":
            break
    assert screen.on(Key("enter"), PLAIN) == DONE
    assert isinstance(screen.on(Key("escape"), PLAIN), Pop) and isinstance(click(screen, "leave"), Pop)


def test_one_can_go_back_change_a_card_and_is_led_to_what_still_waits(deal: Dealt) -> None:
    screen, told = opened(deal)
    by_number(screen, deal, "none")
    screen.on(Key("pagedown"), PLAIN)
    by_number(screen, deal, "nudge")
    assert screen.at == 3 and [case for case, _ in told] == [deal.before[0].id, deal.before[2].id]
    click(screen, "case.0")
    assert find(screen, "tray.none").selected
    by_mouse(screen, deal, "watched")
    assert screen.lying[deal.before[0].id] == "watched" and screen.at == 1
    for _ in range(6):
        by_number(screen, deal, "norm")
    assert "All sorted" in outline(screen.tree(PLAIN))
    screen.on(Key("pageup"), PLAIN)
    assert screen.at == 7
    screen.on(Key("backspace"), PLAIN)
    assert screen.at == 6
    for _ in range(9):
        screen.on(Key("pageup"), PLAIN)
    assert screen.at == 0 and screen.tree(PLAIN).find("back") is None


def test_it_opens_at_the_first_case_that_waits(deal: Dealt) -> None:
    screen, _ = opened(deal, {deal.before[0].id: "none", deal.before[2].id: "norm"})
    assert screen.at == 1
    assert [find(screen, f"case.{at}").value for at in range(3)] == ["sorted", "not sorted yet", "sorted"]


def test_nothing_is_chosen_beforehand_and_no_tray_keeps_the_focus(deal: Dealt) -> None:
    screen, told = opened(deal)
    assert screen.focus == "" and not any(find(screen, f"tray.{t.kind}").selected for t in deal.trays)
    screen.on(Key("enter"), PLAIN)
    assert told == []
    by_number(screen, deal, "none")
    assert screen.focus == ""


def test_typed_letters_and_held_keys_put_nothing(deal: Dealt) -> None:
    screen, told = opened(deal)
    nothing = (Typed("3"), Key("3", down=False), Key("9"), Key("0"), Pointer("down", 5, 5), Pointer("wheel", 9, 9, 3))
    for event in nothing:
        screen.on(event, PLAIN)
    assert told == []


def test_a_card_takes_its_time_into_the_tray_and_none_where_movement_is_reduced(deal: Dealt) -> None:
    screen, _ = opened(deal)
    assert not screen.moving
    by_number(screen, deal, "norm")
    assert screen.moving
    surfaces = [pygame.Surface((640, 360)) for _ in range(3)]
    screen.paint(Canvas(surfaces[0]), Frame((640, 360)))
    screen.paint(Canvas(surfaces[1]), Frame((640, 360), still=True))
    screen.tick(SLIDE)
    assert not screen.moving
    screen.paint(Canvas(surfaces[2]), Frame((640, 360)))
    flying, still, after = (pygame.image.tobytes(one, "RGB") for one in surfaces)
    assert flying != after == still


def measured(screen: Sorting, frame: Frame) -> Ruler:
    ruler = Ruler.of(frame)
    lay(ruler, screen.tree(frame), screen.focus)
    return ruler


@pytest.mark.parametrize("frame", FEW, ids=IDS)
def test_no_word_of_any_case_is_cut_pale_or_under_another_and_no_button_lies_on_another(
    deal: Dealt, frame: Frame
) -> None:
    screen, _ = opened(deal)
    for cases in (deal.before, deal.after):
        screen.cases = cases
        for at in range(len(cases) + 1):
            screen.at = at
            for focus in ("", "tray.nudge"):
                screen.focus = focus
                found = measured(screen, frame).words
                scrolls = any(node.reach for node in screen.tree(frame).walk())
                for index, word in enumerate(found):
                    seen = shared(word.box, word.clip)
                    assert not word.broken and within(seen, Box(0, 0, WIDTH, HEIGHT)), word.text
                    assert scrolls or within(word.box, seen), word.text
                    assert word.contrast >= (3.0 if word.large else 4.5), (word.text, word.contrast)
                    assert not [o.text for o in found[index + 1 :] if touch(seen, shared(o.box, o.clip), 2.5)], seen
            stops = [n for n in screen.tree(frame).walk() if n.key and n.answer]
            for index, one in enumerate(stops):
                assert not [o.key for o in stops[index + 1 :] if touch(one.box, o.box)], one.key


@pytest.mark.parametrize("at", [0, 8])
def test_the_ring_of_whatever_has_the_focus_can_be_seen_on_what_it_lies_on(deal: Dealt, at: int) -> None:
    screen, _ = opened(deal, {case.id: "none" for case in deal.before})
    screen.at = at
    ruler = measured(screen, PLAIN)
    stops = list(ringed(screen.tree(PLAIN), DAYLIGHT))
    assert len(stops) > 3
    for node, pal in stops:
        off = 11 if node.readable else 3
        spot = Box(node.box.x - off, node.box.centre[1], 1, 1)
        assert min(contrast(pal.focus, ground) for ground in ruler.ground(spot)) >= 3, node.key


def ringed(node: Node, pal: Palette) -> Iterator[tuple[Node, Palette]]:
    """Every stop, with the palette that its ring is drawn in."""
    pal = node.palette or pal
    if node.focusable:
        yield node, pal
    for child in node.children:
        yield from ringed(child, pal)


@pytest.mark.parametrize("frame", FEW, ids=IDS)
def test_the_offer_covers_no_word_of_the_first_street(pack: Pack, tmp_path: Path, frame: Frame) -> None:
    for campaign in pack.campaigns:
        desk = Desk(Settings(size=frame.size, text=round(frame.zoom * 100), still=True), clock=lambda: 0.0)
        desk.ready(Folder(tmp_path / campaign, pack=pack))
        desk.size = frame.size
        desk.apply(Order("new", {"campaign": campaign, "seed": 7}))
        street, offer = desk.screens
        assert isinstance(offer, Offer)
        ruler = Ruler.of(frame)
        street.paint(ruler, desk.frame)
        box = offer.tree(desk.frame).box
        assert len(ruler.words) > 5
        assert [word.text for word in ruler.words if touch(word.box, box)] == []


def test_what_has_the_focus_is_seen_on_the_wood_and_what_lies_here_is_said_not_only_coloured(deal: Dealt) -> None:
    screen, _ = opened(deal, {deal.before[0].id: "none"})
    screen.at = 0
    assert "selected" in find(screen, "tray.none").speak() or "already chosen" in find(screen, "tray.none").speak()
    tray = find(screen, "tray.norm")
    assert tray.palette is not None and contrast(tray.palette.focus, "#9A6B43") >= 3


def test_no_word_on_these_screens_gives_the_debrief_away(deal: Dealt) -> None:
    screen, _ = opened(deal)
    said = [outline(Offer(lambda: screen, begun=begun).tree(PLAIN)) for begun in (False, True)]
    for at in range(len(deal.before) + 1):
        screen.at = at
        words = [text for node in screen.tree(PLAIN).walk() for text in (node.label, node.value, node.hint)]
        said += words
    assert [text for text in said if TOO_EARLY.search(text)] == []


@pytest.mark.parametrize("frame", FEW, ids=IDS)
def test_the_offer_is_small_and_lies_in_its_corner(deal: Dealt, frame: Frame) -> None:
    offer = Offer(lambda: opened(deal)[0])
    box = offer.tree(frame).box
    assert within(box, Box(0, 0, WIDTH, HEIGHT)) and box.w * box.h < WIDTH * HEIGHT / (10 if frame.zoom < 2 else 8)
    assert box.x >= WIDTH / 2 and box.y >= HEIGHT / 2


def test_the_offer_takes_its_own_keys_and_lets_all_others_by(deal: Dealt) -> None:
    offer = Offer(lambda: opened(deal)[0])
    for name in ("right", "left", "up", "enter", "space", "escape", "l", "h", "p", "1"):
        assert offer.lets_by(Key(name), PLAIN), name
    assert not any(offer.lets_by(Key(name), PLAIN) for name in ("c", "tab", "backtab"))
    assert isinstance(offer.on(Key("c"), PLAIN), Push)
    again = Offer(lambda: opened(deal)[0])
    again.on(Key("tab"), PLAIN)
    assert again.focus == "sort" and not again.lets_by(Key("enter"), PLAIN)
    again.on(Key("tab"), PLAIN)
    assert isinstance(again.on(Key("enter"), PLAIN), Pop)
    assert isinstance(click(Offer(lambda: opened(deal)[0]), "no"), Pop)
    assert isinstance(click(Offer(lambda: opened(deal)[0]), "sort"), Push)
    assert offer.lets_by(Pointer("down", 30, 640), PLAIN) and offer.lets_by(Pointer("move", 30, 640), PLAIN)
    assert not offer.lets_by(Pointer("down", *offer.tree(PLAIN).box.centre), PLAIN)


@pytest.mark.parametrize("frame", FEW, ids=IDS)
@pytest.mark.parametrize("state", ["none", "half", "shown"])
def test_the_page_can_be_read_at_every_size(pack: Pack, frame: Frame, state: str) -> None:
    laid = laid_out(pack, "taste", "middle")
    check = Said().check
    deal = next(page.check for page in laid.pages if page.check)
    if state != "none":
        for at, (one, two) in enumerate(zip(deal.before, deal.after, strict=True)):
            check = check.put("before", one.id, deal.trays[at % 5].kind)
            check = check.put("after", two.id, two.kind if at % 3 else "watched")
    screen = Debrief(laid.pages, laid.record, laid.notes, said=Said(check=check.but(shown=state == "shown")))
    screen.turn(next(at for at, page in enumerate(laid.pages) if page.id == "check"))
    screen.age = 9.0
    reach = next(n.reach for n in screen.tree(frame).walk() if n.key == "main")
    for part in range(8):
        screen.scrolls["main"] = reach * part / 7
        ruler = ruler_for(frame)
        screen.focus = ""
        lay(ruler, screen.tree(frame), screen.focus)
        legible(ruler)


def test_a_card_that_is_read_through_a_window_goes_up_and_down_with_the_arrows(deal: Dealt) -> None:
    screen, _ = opened(deal)
    frame = next(one for one in EASIER if one.zoom == 2)
    pane = next(node for node in screen.tree(frame).walk() if node.reach)
    for _step in range(20):
        screen.on(Key("down"), frame)
    lower = next(node for node in screen.tree(frame).walk() if node.reach)
    assert pane.offset == 0 and lower.offset == lower.reach
    screen.on(Key("up"), frame)
    assert next(node for node in screen.tree(frame).walk() if node.reach).offset < lower.offset
