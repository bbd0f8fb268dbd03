"""A pushed moment stands beside itself without the push, drawn by the game's own screens."""

import pygame
import pytest

from game.debrief.cards import Card
from game.debrief.nudges import sides, taken_away
from game.debrief.pages import Debrief as Laid
from game.debrief.report import render
from game.model.content import Pack
from game.screens.debrief.moment import Moment
from game.screens.debrief.screen import Debrief
from game.screens.debrief.sides import Sides, moments
from game.screens.kit.answers import Key, Pop, Push
from game.screens.kit.frame import Frame
from game.screens.kit.node import outline
from tests.screens.debriefed import laid_out
from tests.screens.ruler import EASIER

FRAMES = [*(Frame(size, zoom) for size in ((960, 540), (1280, 720)) for zoom in (1.0, 1.3, 1.6, 2.0)), *EASIER]
PLAIN = Frame()


@pytest.fixture(scope="module")
def laid(pack: Pack) -> Laid:
    return laid_out(pack, "lesson", "middle")


@pytest.fixture(scope="module")
def pushed(laid: Laid) -> tuple[Card, ...]:
    return tuple(card for card in laid.cards.values() if card.without)


def opened(laid: Laid, n: int) -> Moment:
    screen = Debrief(laid.pages, laid.record)
    screen.turn(next(at for at, page in enumerate(screen.pages) if page.id == "nudges"))
    node = screen.tree(PLAIN).find(f"row.{n}")
    assert node is not None
    answer = node.press()
    assert isinstance(answer, Push) and isinstance(answer.screen, Moment)
    return answer.screen


def test_the_page_of_pushes_opens_every_pushed_moment_twice(laid: Laid, pushed: tuple[Card, ...]) -> None:
    assert len(pushed) >= 12
    for card in pushed:
        shown = opened(laid, card.n)
        pictures = [node.label for node in shown.tree(PLAIN).walk() if node.role == "image"]
        assert isinstance(shown, Sides) and shown.card.n == card.n
        assert pictures == ["As it was", "With the push off"]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f"{f.size[0]} at {f.zoom:.0%}")
def test_both_lists_stand_in_their_own_order_with_the_same_choice_marked(
    pushed: tuple[Card, ...], frame: Frame
) -> None:
    for card in pushed:
        assert card.screen and card.without
        lists = [n for n in Sides([card]).tree(frame).walk() if n.role == "list"]
        for listing, shown in zip(lists, (card.screen, card.without), strict=True):
            items = [n for n in listing.walk() if n.role == "listitem"]
            for item, option in zip(items, shown.options, strict=True):
                assert item.label.startswith(option.text.rstrip("."))
                assert ("you took this" in item.label) == (option.id == card.chosen)
        bare = outline(lists[1])
        assert not any(word in bare for word in ("lay ready", "put forward", "extra press"))
        assert not card.screen.aside or (card.screen.aside in outline(lists[0]) and card.screen.aside not in bare)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f"{f.size[0]} at {f.zoom:.0%}")
def test_the_two_pictures_are_alike_in_size_and_differ_where_the_push_was(
    pushed: tuple[Card, ...], frame: Frame
) -> None:
    surface = pygame.Surface(frame.size)
    worlds = {(card.screen.world, card.screen.mode): card for card in pushed if card.screen}
    for card in worlds.values():
        shown = Sides([card])
        shown.paint(frame.canvas(surface), frame)
        one, other = (n.box for n in shown.tree(frame).walk() if n.role == "image")
        assert (one.y, one.w, one.h) == (other.y, other.w, other.h) and one.right < other.x
        areas = [frame.canvas(surface).area(box) for box in (one, other)]
        seen = [pygame.image.tobytes(surface.subsurface(area.clip(surface.get_rect())), "RGB") for area in areas]
        assert seen[0] != seen[1]


def test_arrows_go_to_the_moment_before_and_after(laid: Laid, pushed: tuple[Card, ...]) -> None:
    shown = moments(pushed, pushed[1].n, {}, twice=True)
    assert shown is not None
    for name, at in (("left", 0), ("left", 0), ("right", 1), ("right", 2)):
        shown.on(Key(name), PLAIN)
        assert shown.at == at
    assert isinstance(shown.on(Key("escape"), PLAIN), Pop)


def test_a_moment_that_nothing_pushed_stands_alone(laid: Laid) -> None:
    page = next(page for page in laid.pages if page.id == "nudges")
    alone = next(card for card in page.moments if card.without is None)
    pictures = [n for n in Sides([alone]).tree(PLAIN).walk() if n.role == "image"]
    assert len(pictures) == 1 and sides(alone) is None and taken_away(alone) == ()


def test_what_the_push_did_is_said_and_no_more(pushed: tuple[Card, ...]) -> None:
    for card in pushed:
        assert card.screen and card.without
        said = " ".join(taken_away(card))
        moved = [o.id for o in card.screen.options] != [o.id for o in card.without.options]
        assert ("the seed had it" in said) == moved
        assert ("extra press" in said) == any(o.friction for o in card.screen.options)
        assert said.endswith("What you would have done there, nobody knows.")


def test_on_paper_both_lists_are_a_table(laid: Laid, pushed: tuple[Card, ...]) -> None:
    html = render(laid)
    assert html.count("<caption>The same screen twice</caption>") == len(pushed)
    for card in pushed:
        table = sides(card)
        assert table and card.screen and card.without
        assert [row[1].split(" (")[0] for row in table.rows] == [o.text.split(" (")[0] for o in card.screen.options]
        assert [row[2].split(" (")[0] for row in table.rows] == [o.text.split(" (")[0] for o in card.without.options]
        for side in (1, 2):
            assert ["you took this" in row[side] for row in table.rows].count(True) == 1
