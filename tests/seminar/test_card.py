"""The code on a page of its own: it can be read back, drawn and scanned, and says what is in it."""

import re
import sys
from types import SimpleNamespace

from game.seminar.card import card
from game.seminar.code import from_code
from game.seminar.student import student
from tests.debrief.sound import faults
from tests.seminar.conftest import golden

PLAY = golden("lesson_hidden-first_fox")


def letters(page: str) -> str:
    return re.search(r'class="letters">([^<]+)<', page)[1]


def test_the_letters_are_the_play(pack) -> None:
    assert from_code(letters(card(PLAY, pack)), pack) == student(PLAY, pack)


def test_it_is_a_sound_page_that_says_what_is_in_it(pack) -> None:
    page = card(PLAY, pack)
    assert faults(page) == [] and "<svg" in page and "Not in it: your words" in page


def test_its_modules_are_drawn_with_a_quiet_edge(pack, monkeypatch) -> None:
    asked = []

    def make(text, **words):
        asked.append((text, words))
        return SimpleNamespace(matrix=[bytearray([1, 0]), bytearray([0, 1])])

    monkeypatch.setitem(sys.modules, "segno", SimpleNamespace(make=make))
    page = card(PLAY, pack)
    assert faults(page) == []
    assert asked == [(letters(page), {"error": "m", "micro": False})]
    assert 'viewBox="0 0 10 10"' in page and 'd="M4 4h1v1h-1zM5 5h1v1h-1z"' in page


def test_it_has_nothing_of_the_record_but_the_letters(pack) -> None:
    page = card(PLAY, pack)
    assert PLAY.header.play not in page
