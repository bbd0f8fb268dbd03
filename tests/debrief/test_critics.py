"""Every finding names somebody who would attack it, on what was seen of them and in our own words."""

import re
from html import unescape

import pytest

from game.debrief.critics import CRITICS, against, sources
from game.debrief.findings import findings
from game.debrief.names import FINDINGS
from game.debrief.pages import debrief
from game.debrief.report import render
from game.screens.debrief.screen import Debrief
from game.screens.kit.frame import Frame
from game.screens.kit.node import outline

SEEN = {
    "Galič", "Mummolo", "Northover", "Dear", "Simon", "Deci", "Ledford", "Chemolli", "Michaelsen", "Jachimowicz",
    "Lyon", "Haggerty and Ericson", "Robinson", "Shen", "Mathiesen",
}  # fmt: skip
"""Those of whom an abstract or a page was seen. What is only remembered of others is not said."""


def test_every_finding_has_its_critic_and_every_critic_a_finding():
    assert set(CRITICS) == set(FINDINGS)


def test_each_names_somebody_who_was_seen_and_says_where():
    for one in CRITICS.values():
        assert [name for name in SEEN if name in one.line]
        assert [name for name in SEEN if name in " ".join(one.sources)]
        assert not re.search(r"Haggerty(?! and Ericson)", one.line + " ".join(one.sources))


def test_each_is_one_short_line_without_a_quotation():
    for one in CRITICS.values():
        assert not set("“”\"‘!\n") & set(one.line)
        assert len(one.line.split()) <= 50
    assert len({one.line for one in CRITICS.values()}) == len(CRITICS)


def test_no_source_is_left_out_or_named_twice(lived):
    for finding in findings(lived()):
        told = sources(finding)
        assert all(told.count(one) == 1 for one in (*finding.sources, *CRITICS[finding.id].sources))


@pytest.mark.parametrize("zoom", [1.0, 1.6, 2.0])
def test_it_stands_under_what_the_finding_cannot_show_on_screen_and_paper(lived, pack, zoom):
    whole = debrief(lived(), pack)
    html = unescape(render(whole))
    screen = Debrief(whole.pages, whole.record)
    for at, page in enumerate(whole.pages):
        screen.turn(at)
        said = " ".join(outline(screen.tree(Frame(zoom=zoom))).split())
        for finding in page.findings:
            article = html.split(f'id="f-{finding.id}"')[1].split("</article>")[0]
            for text in (said, article):
                assert text.index(finding.caveat.split("“")[0]) < text.index(against(finding))
                assert all(one in text for one in CRITICS[finding.id].sources)
