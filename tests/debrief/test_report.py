"""The pages in their order, and the one file that can be printed and sent."""

import itertools
import json
import re
from html.parser import HTMLParser

import pytest

from game.debrief.findings import findings
from game.debrief.pages import debrief
from game.debrief.report import render, report
from tests.debrief.factory import Maker, play

ORDER = ["first", "watch", "norm", "twin", "liked", "unseen", "days", "nudges", "rules", "others", "kept", "check",
         "talk", "receipt"]  # fmt: skip
VOID = {"meta", "link", "br", "img", "rect", "line", "circle", "path", "polyline"}
PLAYS = [
    ("dice", "lesson", "visible-first", 3),
    ("fox", "taste", "hidden-first", 4),
    ("sheep", "lesson", "hidden-first", 8),
]


class Page(HTMLParser):
    """Collects ids, links, headings, cells, and checks that every tag is closed in order."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids, self.links, self.headings, self.open, self.text, self.attrs = [], [], [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.attrs += [(tag, k, v) for k, v in attrs]
        self.ids += [named["id"]] if "id" in named else []
        self.links += [named["href"]] if "href" in named else []
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text.append(data)


@pytest.fixture(scope="module", params=PLAYS, ids=lambda p: "-".join(map(str, p)))
def whole(pack, lived, request):
    return debrief(lived(*request.param), pack)


@pytest.fixture(scope="module")
def html(whole):
    return render(whole)


def test_the_pages_come_in_the_order_of_the_design(whole):
    assert [p.id for p in whole.pages] == ORDER
    assert [p.group for p in whole.pages] == [""] * 5 + ["everything"] * 9


def test_the_first_page_has_one_sentence_one_picture_one_count_one_question(whole):
    first = whole.pages[0]
    assert first.headline == "Both towns judged these temptations by the same list; in one you could read it."
    tiles = first.charts[0].tiles
    assert len(first.charts) == len(first.ask) == 1
    assert first.lead[0] == f"By the list, you did the same in {sum(not t.split for t in tiles)} of {len(tiles)}."


@pytest.mark.parametrize(
    ("posted", "hidden", "said"),
    [
        ("1100", "1100", ""),
        ("1110", "1000", "In the other two you did what the board asks only where you could read it."),
        ("1000", "1110", "In the other two you did what the board asks only where it was hidden."),
        ("1111", "0000", "In each of them you did what the board asks only where you could read it."),
        ("1101", "0010", "In three you did what the board asks only where you could read it, in one only where it was "
         "hidden."),
    ],
)  # fmt: skip
def test_the_first_page_says_in_which_town_the_rule_was_kept_where_the_two_differ(pack, posted, hidden, said):
    record = play({"P": [c == "1" for c in posted], "H": [c == "1" for c in hidden]})
    lead = debrief(record, pack).pages[0].lead
    assert [line for line in lead if "only where" in line] == [said][: bool(said)]


def test_every_finding_stands_on_exactly_one_page(whole):
    shown = [f.id for p in whole.pages for f in p.findings]
    assert sorted(shown) == sorted(f.id for f in whole.findings)
    assert len(shown) == len(set(shown)) == 11 + ("chair" in shown)


def test_every_page_with_a_finding_says_what_it_cannot_show(whole):
    for page in whole.pages:
        if page.findings:
            assert page.cannot and all(f.caveat for f in page.findings)


def test_the_moments_beside_a_page_are_among_its_evidence(whole):
    for page in whole.pages:
        assert len(page.beside) <= 3
        assert {c.n for c in page.beside} <= {c.n for c in page.moments}


def test_a_moment_is_shown_as_it_was_with_what_was_chosen_and_what_was_true(whole):
    lines = {line.n: line for line in whole.record.lines}
    for n, card in whole.cards.items():
        event = next(e for e in lines[n].events if e.did == "chose")
        assert card.options == lines[n].shown.options
        assert card.chosen == event.choice == lines[n].act.what
        assert card.did in {o.text for o in card.options}
        scored = [e.amount for e in lines[n].events if e.did == "scored"]
        assert all(any(str(abs(points)) in truth for truth in card.truths) for points in scored)


def test_the_screen_without_its_nudge_offers_the_same_things_with_nothing_put_forward(whole):
    nudged = [c for c in whole.cards.values() if c.without]
    assert nudged
    for card in nudged:
        with_it, bare = card.screen.options, card.without.options
        assert {(o.id, o.text, o.coins, o.minutes) for o in with_it} == {
            (o.id, o.text, o.coins, o.minutes) for o in bare
        }
        assert not any(o.preselected or o.lit or o.friction for o in bare)
        assert card.without.aside == ""


def test_every_line_that_was_kept_is_shown(whole):
    kept = next(p for p in whole.pages if p.id == "kept")
    assert [row[0] for row in kept.long[0].rows] == [str(line.n) for line in whole.record.lines]
    events = sum(len(line.events) for line in whole.record.lines)
    assert sum(int(many.replace(",", "")) for _, many in kept.tables[0].rows) == events


def test_every_rule_of_every_regime_lived_is_revealed_with_its_origin(pack, whole):
    rules = next(p for p in whole.pages if p.id == "rules")
    told = {row[0]: row for t in rules.tables[:2] for row in t.rows}
    for regime in ("notice_board", "dark_glass", "lumen"):
        r = pack.regimes[regime]
        for rule in (*pack.tariffs[r.tariff].rules, *r.extra, *(p.rule for p in r.pasted), *r.file):
            assert told[rule.text][-1].startswith(f"{rule.origin}: ")
            assert any(str(abs(rule.points)) in cell for cell in told[rule.text][1:-1])


def test_twelve_questions_close_it(whole):
    assert len(next(p for p in whole.pages if p.id == "talk").ask) == 12


def test_the_html_is_whole_and_every_link_in_it_arrives(html):
    page = Page(html)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert page.links and all(link.startswith("#") and link[1:] in page.ids for link in page.links)


def test_the_html_needs_nothing_from_outside(html):
    page = Page(html)
    assert not [(t, k) for t, k, _ in page.attrs if k in ("src", "srcset", "action", "data") or k.startswith("on")]
    assert not re.search(r"@import|url\(|<script|<link|<iframe", html)


def test_headings_never_skip_a_level(html):
    levels = Page(html).headings
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_each_finding_links_to_every_line_of_its_evidence(whole, html):
    for finding in whole.findings:
        part = html.split(f'id="f-{finding.id}"')[1].split("</article>")[0]
        linked = {int(n) for n in re.findall(r'href="#(?:m|line-)(\d+)"', part)}
        assert linked == set(finding.evidence)


def test_every_statement_and_caveat_is_printed_word_for_word(whole, html):
    text = " ".join(" ".join(Page(html).text).split())
    for finding in whole.findings:
        assert " ".join(finding.statement.split()) in text
        assert " ".join(finding.caveat.split()) in text


def test_the_same_record_gives_the_same_report(pack, lived):
    record = lived(*PLAYS[0])
    assert report(record, pack) == report(record, pack)


def test_words_from_a_record_cannot_become_markup(pack):
    maker = Maker()
    maker.dawn("U0")
    maker.matched("fall", True)
    maker.answer("diary", ["U0.fall", "own:<script>alert(1)</script>"], ["own"])
    html = report(maker.record(), pack)
    assert "<script" not in html and "<red>" not in html
    assert "&lt;red&gt;" in html and "&lt;script&gt;" in html


def test_a_record_of_other_levels_is_read_and_says_why_there_is_no_twin(pack):
    maker = Maker()
    for condition in ("U0", "P", "H"):
        maker.dawn(condition)
        maker.matched("powder", True)
    told = debrief(maker.record(), pack)
    twin = next(p for p in told.pages if p.id == "twin")
    assert told.twin is None and "not lived again" in twin.lead[0]
    assert Page(render(told)).open == []


@pytest.mark.parametrize("cut", [0, 1, 9, 60, 150])
def test_a_play_cut_short_has_a_debrief_and_says_that_it_was_cut_short(pack, lived, cut):
    record = lived(*PLAYS[0])
    part = record.but(lines=record.lines[:cut], torn=True)
    told = debrief(part, pack)
    assert any("cut short" in note for note in told.notes) and any("not finished" in note for note in told.notes)
    page = Page(render(told))
    assert page.open == [] and all(link[1:] in page.ids for link in page.links)


def test_no_page_speaks_of_what_the_player_is(whole):
    words = json.dumps([(p.headline, p.lead, p.cannot, [f.statement for f in p.findings]) for p in whole.pages]).lower()
    assert not re.search(r"\byou are (a|an|the|so|very)\b|reveals that|proves that|\bgood player\b|!", words)


def test_the_findings_shown_are_those_of_the_record(whole):
    assert whole.findings == findings(whole.record, whole.twin)
