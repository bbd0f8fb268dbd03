"""Words that were written to do harm come out as words: in the report, on the worksheet, in the table."""

import csv
import io
import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import settings as bounded
from hypothesis import strategies as st

from game.debrief.long_form import table
from game.debrief.names import FINDINGS
from game.debrief.pages import debrief
from game.debrief.report import render
from game.debrief.worksheet import worksheet
from game.model.said import JOINERS, LONGEST, Said
from tests.debrief.factory import Maker
from tests.debrief.sound import faults, tree

KNOWN = (
    "<script>alert(1)</script>", "</style><style>*{display:none}</style>", "</p></article></main></body></html>",
    '" onclick="alert(1)', "<!--", "]]>", "&lt;b&gt; &amp; &#0; &#x202e;", "<svg onload=alert(1)>", "<title>",
    "javascript:",
    '=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", ";=1", "|cmd'/c calc'!A0", "＝1",
    "a,b;\"c\"",
    "\u202e\u2066\u2067\u202a\u200f\u061c\u2069\u202c", "\u200b\u2060\ufeff\u00ad", "\x00\x1b[2J\x07\x7f\x85",
    "\ud800", "\udfff!",
    "👩‍👩‍👧‍👦🏳️‍🌈", "Z" + "\u0301" * 40, "שלום مرحبا", "\u2028\u2029", "😀" * 30,
    "\ufffe\uffff\U0010ffff", "{{7*7}}${7}",
)  # fmt: skip
LONG = ("x" * 10_000, "<b>" * 4_000, "مرحبا " * 2_000, "\u202e" * 10_000)
words = st.lists(st.sampled_from(KNOWN) | st.text(max_size=12), min_size=1, max_size=6).map("".join)


def record(said):
    """A play whose every free word is `said`: what stood on the screen, what was written, whose play it was."""
    maker = Maker(campaign=said, file=said)
    for condition in ("U0", "P", "H"):
        maker.dawn(condition)
        for family in ("fall", "basket", "tin"):
            maker.matched(family, condition != "H", arm="toward" if condition == "H" else "")
            was = maker.lines[-1]
            options = tuple(o.but(text=said, closed=said if o.id != was.act.what else "") for o in was.shown.options)
            shown = was.shown.but(scene=said, aside=said, who=said, where=said, clock=said, options=options)
            maker.lines[-1] = was.but(shown=shown)
        maker.answer("diary", [f"{condition}.fall", f"own:{said}"], ["own"])
    made = maker.record()
    return made.but(header=made.header.but(play=said))


def tags(page):
    return Counter(e.tag for e in tree(page).iter())


def harmless(page):
    """Sound, and without a sign that is not seen."""
    assert faults(page) == []
    hidden = {c for c in page if unicodedata.category(c)[0] == "C" and c not in JOINERS + "\n"}
    assert hidden == set()
    page.encode()  # no half of a character


@pytest.fixture(scope="module")
def usual(pack):
    made, said = record("word"), Said(objections=dict.fromkeys(FINDINGS, "word"))
    return tags(render(debrief(made, pack), said)), tags(worksheet(made, pack))


def come_out_as_words(pack, usual, said):
    made = record(said)
    page = render(debrief(made, pack), Said(objections=dict.fromkeys(FINDINGS, said)))  # not tidied before
    sheet = worksheet(made, pack)
    harmless(page)
    harmless(sheet)
    more = tags(page) - usual[0]  # long objections have a beginning, and a sheet of their own
    assert set(more) <= {"span", "section", "h2", "h3", "p", "bdi"} and "script" not in tags(page)
    assert set(tags(sheet) - usual[1]) <= {"p", "b", "bdi"}
    text = table(made, pack)
    text.encode()
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])} and len(rows) == 10
    for row in rows[1:]:
        for name, cell in zip(rows[0], row, strict=True):
            assert not re.search(r"(^|;)\s*[=+\-@＝＋－＠]", cell) or re.fullmatch("-?[0-9.]+", cell), name
            assert not re.search("[\t\r\n\x00\u202e]", cell) and len(cell) <= LONGEST + 20


@pytest.mark.parametrize(
    "said",
    [pytest.param(said, id=ascii(said[:14]), marks=() if n % 6 == 0 else pytest.mark.long)
     for n, said in enumerate([*KNOWN, *LONG])],
)  # fmt: skip
def test_each_known_trick_comes_out_as_words(pack, usual, said):
    come_out_as_words(pack, usual, said)


@bounded(max_examples=15)
@given(said=words)
def test_any_mixture_of_them_does(pack, usual, said):
    come_out_as_words(pack, usual, said)
