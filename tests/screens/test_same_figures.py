"""The screen and the paper render the same findings: no figure stands on one of them alone."""

import re
from collections.abc import Iterable
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from game.bots import play
from game.debrief.pages import Debrief as Laid
from game.debrief.pages import debrief
from game.debrief.report import render
from game.model.content import Pack
from game.model.record import Order, Setup
from game.screens.debrief.lines import Lines
from game.screens.debrief.screen import Debrief
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node
from tests.debrief.sound import tree

FIGURE = re.compile(r"(?<![\w.#-])[−-]?\d[\d,.]*(?<![,.])")
OPENS = ("rest.", "rules.", "long.", "fold.")  # these say how much lies behind them, and not what was found
PLAYS: list[tuple[str, str, Order, int]] = [
    ("lesson", "dice", "visible-first", 7),
    ("lesson", "climber", "hidden-first", 8),
    ("full", "fox", "hidden-first", 3),
    ("taste", "mule", "visible-first", 2),
    ("call_floor", "saint", "visible-first", 2),
]


@pytest.fixture(
    scope="module",
    params=[pytest.param(p, id="-".join(map(str, p)), marks=() if n % 3 == 0 else pytest.mark.long)
            for n, p in enumerate(PLAYS)],
)  # fmt: skip
def laid(pack: Pack, request: pytest.FixtureRequest) -> Laid:
    campaign, bot, order, seed = request.param
    return debrief(play(pack, Setup(campaign=campaign, seed=seed, order=order, file="middle"), bot).record, pack)


def figures(said: Iterable[str]) -> set[str]:
    return {found.replace("-", "−") for one in said for found in FIGURE.findall(one)}


def of_the_moment(node: Node) -> bool:
    """The purse and the town's trust while two lives run: they change at every step, and paper has no steps."""
    return node.key == "course" or ("coin" in node.label and " · trust " in node.label)


def spoken(nodes: Iterable[Node]) -> list[str]:
    return [text for n in nodes for text in (n.label, n.value, n.hint)]


def written(element: Element, *, links: bool) -> list[str]:
    """The words under an element; a numbered list counts, and a link names a line of the record."""
    if element.tag == "a" and not links:
        return []
    counted = [str(at) for at in range(1, 1 + len(element)) if element.tag == "ol" and len(element) > 1]
    said = [element.text or "", *(text for child in element for text in written(child, links=links))]
    return [*counted, *said, *(child.tail or "" for child in element)]


def everything(screen: Debrief) -> tuple[list[Node], list[Node]]:
    """A page with all that can be opened on it opened; and, besides, what each act is worth that can be taken out, and
    the two lives wherever they part. At first they stand at their end.
    """
    screen.chosen, screen.asked = "all", True
    course = screen.course if screen.page.twins else None
    screen.pos = course.stops[-1].at if course else 0.0
    nodes = list(screen.tree(Frame()).walk())
    screen.opened = frozenset(node.key for node in nodes)
    nodes += screen.tree(Frame()).walk()
    nodes += [node for one in screen.page.long for node in Lines(one).tree(Frame()).walk()]
    other: list[Node] = []
    for kind in screen.page.life.every.counted if screen.page.life else ():
        screen.without = kind.act
        other += screen.tree(Frame()).walk()
    screen.without = ""
    for stop in {mark[0]: course.stops[mark[0]] for mark in course.marks}.values() if course else ():
        screen.pos = stop.at
        other += screen.tree(Frame()).walk()
    return nodes, other


def differing(laid: Laid, html: str) -> dict[str, tuple[set[str], set[str]]]:
    """By page: the figures that only the screen has, those that only the paper has."""
    parts = {e.get("id"): e for e in tree(html).iter("section")}
    moments = figures(written(parts["moments"], links=True))
    screen, found = Debrief(laid.pages, laid.record, laid.notes), {}
    for at, page in enumerate(laid.pages):
        screen.turn(at)
        nodes, other = everything(screen)
        part, seen = parts[page.id], figures(
            spoken(n for n in nodes if not (n.key.startswith(OPENS) or of_the_moment(n)))
        )
        only_seen = seen - figures(written(part, links=True)) - moments
        only_written = figures(written(part, links=False)) - figures(spoken([*nodes, *other]))
        if only_seen or only_written:
            found[page.id] = only_seen, only_written
    return found


def test_every_figure_of_a_screen_is_on_paper_and_every_figure_on_paper_on_the_screen(laid: Laid) -> None:
    assert differing(laid, render(laid)) == {}


def test_a_figure_that_were_another_on_one_of_the_two_would_be_found(pack: Pack) -> None:
    setup = Setup(campaign="call_floor", seed=2, order="visible-first", file="middle")
    laid = debrief(play(pack, setup, "saint").record, pack)
    page = laid.pages[0]
    other = replace(laid, pages=(replace(page, lead=(*page.lead, "There are 4711.")), *laid.pages[1:]))
    assert differing(laid, render(other)) == {page.id: (set(), {"4711"})}
    assert differing(other, render(laid)) == {page.id: ({"4711"}, set())}
