"""Proved by a language that puts a mark behind every word that it says: no word of a debrief is left in English."""

import gettext as gnu
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pygame
import pytest

from game.bots.play import play
from game.debrief.cases import dealt
from game.debrief.pages import debrief
from game.debrief.report import render
from game.debrief.sorted import TIMES
from game.debrief.worksheet import worksheet
from game.language import use
from game.language.spoken import Spoken
from game.model.content import Pack
from game.model.record import Record, Setup
from game.model.said import Said, Sorted
from game.screens.debrief import ground
from game.screens.debrief.moment import Moment
from game.screens.debrief.objection import Objecting
from game.screens.debrief.screen import Debrief
from game.screens.debrief.sides import Sides
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.screen import Screen

FRAME = Frame(still=True)
FOLDS = ("figures.", "fold.", "rules.")
MARK = "°"
WORD = re.compile(r"(\{\w*\}|<[^>]*>)|([^\W\d_]+)")
LEFT = re.compile(rf"(?<![\w{MARK}])[^\W\d_]{{2,}}(?![\w{MARK}])")
FILES = re.compile(r"levels/[\w/.]+\.yaml(, [\w: .]+| \([^)]*\))?|[\w-]+(\.said)?\.(jsonl|json|html)")
"""Where a rule stands, and what is saved: files and keys, not words."""


class Marked(gnu.NullTranslations):
    """English with a mark behind each word, holes and tags apart."""

    def gettext(self, message: str) -> str:
        return WORD.sub(lambda found: found[1] or found[2] + MARK, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


@pytest.fixture(autouse=True)
def marked() -> Iterator[None]:
    use(Spoken("xx", Marked(), Marked()))
    yield
    use()


def shown(screen: Screen) -> str:
    """What stands on a screen, and what a voice says of it."""
    return "\n".join(text for node in screen.tree(FRAME).walk() for text in (node.label, node.value, node.hint))


def read(page: str) -> str:
    """What is read and heard of a page, without the list of the record's lines, which is told in its own ids."""
    page = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    page = re.sub(r'<tr id="line-.*?</tr>', "", page, flags=re.DOTALL)
    heard = re.findall(r'(?:aria-label|alt|title)="([^"]*)"', page)
    return unescape("\n".join([re.sub(r"<[^>]*>", "\n", page), *heard]))


def sorted_cases(pack: Pack, seed: int) -> Sorted:
    """All cases, put into one tray after the other."""
    deal, put = dealt(pack.cases, seed), Sorted()
    assert deal is not None
    for when in TIMES:
        for at, case in enumerate(deal.of(when)):
            put = put.put(when, case.id, deal.trays[at % 5].kind)
    return put


@pytest.fixture(scope="module", params=[("lesson", "fox"), ("taste", "saint"), ("dark_glass", "dice")], ids="-".join)
def record(pack: Pack, request: pytest.FixtureRequest) -> Record:
    campaign, bot = request.param
    return play(pack, Setup(campaign=campaign, seed=3, order="visible-first", file=min(pack.files)), bot).record


def left(record: Record, text: str) -> set[str]:
    """The words without a mark, but for the ids of the play itself."""
    setup = record.header.setup
    known = {setup.campaign, *setup.order.split("-"), record.header.play}
    return set(LEFT.findall(FILES.sub("", text))) - known


def test_no_word_of_a_report_is_left_in_english(pack: Pack, record: Record) -> None:
    put = sorted_cases(pack, record.header.setup.seed)
    said = Said(objections={"override": "9", "rule_guess": ""}, check=put.but(shown=True))
    whole = debrief(record, pack)
    assert left(record, read(render(whole, said))) == set()
    assert left(record, read(worksheet(record, pack, said))) == set()


def test_no_word_of_the_debriefs_screens_is_left_in_english(pack: Pack, record: Record) -> None:
    """What a page shows and what a voice says of it, folded out; moments; what is written on, and what is saved."""
    put, whole = sorted_cases(pack, record.header.setup.seed), debrief(record, pack)
    said = Said(objections={"override": "9", "nudge_effect": ""}, check=put.but(shown=True))
    screen = Debrief(whole.pages, record, whole.notes, {}, said, copies=True)
    for at in range(len(whole.pages)):
        screen.turn(at)
        for _fold in range(3):
            screen.opened |= {node.key for node in screen.tree(FRAME).walk() if node.key.startswith(FOLDS)}
        assert left(record, shown(screen)) == set(), screen.page.id
    cards = tuple(whole.cards.values())
    made = [kind(cards, at) for kind in (Moment, Sides) for at in range(0, len(cards), 4)]
    leaves = [screen._saving(), Objecting(whole.findings[0], said, lambda _why: None)]
    assert left(record, "\n".join(map(shown, [*made, *leaves]))) == set()


def test_the_screen_as_it_was_is_shown_in_the_language_in_force_and_its_record_is_not_touched(
    pack: Pack, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []

    class Watched(Canvas):
        def text(self, pos: tuple[float, float], string: str, *more: Any, **named: Any) -> Box:
            written.append(string)
            return super().text(pos, string, *more, **named)

    monkeypatch.setattr(ground, "Canvas", Watched)
    monkeypatch.setattr(ground, "_behind", lambda *_given: None)
    before = [line.shown for line in record.lines]
    canvas = Canvas(pygame.Surface((1280, 720)))
    for card in debrief(record, pack).cards.values():
        for shown_then in filter(None, (card.screen, card.without)):
            node = ground.picture(FRAME, shown_then, card.chosen, 800, {})
            assert node.draw is not None
            node.draw(canvas, node, "")
    assert len(written) > 100
    assert left(record, "\n".join(written)) == set()
    assert [line.shown for line in record.lines] == before
    assert not any(MARK in shown.scene for shown in before if shown is not None)


def test_this_would_find_a_word():
    tongue = Marked()
    assert tongue.gettext("Of {n} doors") == f"Of{MARK} {{n}} doors{MARK}"
    assert LEFT.findall(f"Of{MARK} 3 doors opened{MARK}") == ["doors"]
    assert LEFT.findall(FILES.sub("", "levels/regimes/lumen.yaml, doors: seat")) == []
