"""What leaves the game reads well to whatever reads it: browser, keyboard, screen reader, dark room, small window."""

import re

import pytest

from game.debrief import svg
from game.debrief.cases import dealt
from game.debrief.names import FINDINGS
from game.debrief.pages import debrief
from game.debrief.report import render
from game.debrief.style import CSS
from game.debrief.worksheet import worksheet
from game.model.said import LONGEST, Said, Sorted
from tests.debrief.factory import Maker
from tests.debrief.sound import faults, tree, words

BOTS = ("saint", "fox", "sheep", "mule", "dice", "climber")
ORDERS = ("visible-first", "hidden-first")
PLAYS = [(bot, "lesson", order, 7) for bot in BOTS for order in ORDERS]
PLAYS += [("fox", "taste", "hidden-first", 4), ("dice", "full", "visible-first", 5)]
PLAYS += [("saint", "call_floor", "visible-first", 2)]
ALL = Said(objections=dict.fromkeys(FINDINGS, "No. <b>I</b> was asleep & the light was green. " * 12))


@pytest.mark.parametrize(
    "play",
    [pytest.param(p, id="-".join(map(str, p)), marks=() if n % 3 == 0 or n > 11 else pytest.mark.long)
     for n, p in enumerate(PLAYS)],
)  # fmt: skip
def test_report_and_worksheet_are_sound(pack, lived, play):
    record = lived(*play)
    assert faults(render(debrief(record, pack))) == []
    assert faults(worksheet(record, pack)) == []


def test_a_play_that_has_hardly_begun_and_one_with_every_objection_are_sound_too(pack, lived):
    assert faults(render(debrief(Maker().record(), pack))) == []
    assert faults(render(debrief(lived(*PLAYS[0]), pack), ALL)) == []


def all_sorted(pack, record, *, shown=True):
    """Every case lies in the first tray, before and after."""
    deal = dealt(pack.cases, record.header.setup.seed)
    lying = {when: {case.id: deal.trays[0].kind for case in deal.of(when)} for when in ("before", "after")}
    return Said(check=Sorted(**lying, shown=shown))


def test_sorted_cases_are_sound_on_report_and_worksheet(pack, lived):
    record = lived(*PLAYS[0])
    for said in (all_sorted(pack, record), all_sorted(pack, record, shown=False)):
        assert faults(render(debrief(record, pack), said)) == []
        assert faults(worksheet(record, pack, said)) == []


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ("<p>a<p>b</div>", "ParseError"),
        ("<h3>x</h3>", "skips"),
        ("<h1>x</h1>", "first heading"),
        ("<p id=first>x</p>", "stands 2 times"),
        ('<a href="#nowhere">x</a>', "not there"),
        ('<a href="#first"></a>', "without words"),
        ("<table><thead><tr><th>x</th></tr></thead><tbody><tr><td>y</td></tr></tbody></table>", "caption"),
        ("<svg></svg>", "no title"),
        ('<img src="https://somewhere/x.png" alt="">', "reaches out"),
        ('<div tabindex="0">x</div>', "no name"),
        ("<aside>x</aside>", "no name"),
    ],
)
def test_the_measure_finds_what_is_broken(broken, fault):
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" '
        'content="width=device-width, initial-scale=1"><title>t</title></head><body><main><h1 id="first">x</h1>{}'
        "</main></body></html>"
    )
    assert faults(page.format("")) == []
    try:
        found = " ".join(faults(page.format(broken)))
    except Exception as error:  # the parser's own
        found = type(error).__name__
    assert fault in found


def colours(block):
    return dict(re.findall(r"--(\w+):(#[0-9A-Fa-f]{6})", block))


def contrast(one, other):
    """WCAG 2.2, contrast ratio."""

    def luminance(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [":root{color-scheme", "prefers-color-scheme:dark){:root{"], ids=["light", "dark"])
def test_every_ink_can_be_read_on_every_ground_by_day_and_in_the_dark(scheme):
    use = colours(CSS.split(scheme)[1].split("}")[0])
    assert len(use) == 12
    for ink in ("ink", "quiet", "grey", "red", "link"):
        for ground in ("paper", "cream", "soft"):
            assert contrast(use[ink], use[ground]) >= 4.5, (ink, ground)
    assert contrast("#FBF5E4", use["top"]) >= 4.5
    for mark in ("teal", "red", "link"):  # the edges of moments, and the ring round what has the focus
        assert contrast(use[mark], use["cream"]) >= 3
    assert contrast("#F0C46A", use["top"]) >= 3


def test_the_words_in_a_picture_can_be_read_on_all_that_lies_under_them():
    for ground in (svg.PAPER, svg.CREAM, svg.SOFT, *svg.STEPS, *svg.TINTS.values()):
        assert contrast(svg.INK, ground) >= 4.5 and contrast(svg.GREY, ground) >= 4.5
    assert contrast(svg.INK, svg.OWN) >= 4.5
    for colour in (svg.TEAL, svg.VERMILION):
        assert contrast(colour, svg.CREAM) >= 4.5


def test_nothing_of_a_long_objection_is_lost_on_paper_and_it_stands_whole_on_the_screen(pack, lived):
    whole = debrief(lived(*PLAYS[0]), pack)
    root = tree(render(whole, ALL))
    (sheet,) = [e for e in root.iter("section") if e.get("id") == "objections"]
    under = [e for e in root.iter("p") if e.get("class") == "objection"]
    assert len(under) == len(whole.findings)
    for paragraph in under:
        said = words(paragraph.find("bdi"))
        assert len(said) > LONGEST * 0.9 and said in words(sheet)
        assert "In full on the last sheet." in words(paragraph)


def test_a_few_objections_stand_with_their_findings_on_paper_as_well(pack, lived):
    page = render(debrief(lived(*PLAYS[0]), pack), Said(objections={"approval": "No. " * 100, "nudge_effect": "Why?"}))
    assert 'id="objections"' not in page and 'class="rest"' not in page
