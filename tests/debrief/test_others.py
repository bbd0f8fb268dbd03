"""The same life under other systems: sums that can be done again by hand, and nothing judged that was not done."""

import re

import pytest

from game.debrief import others as rooms
from game.debrief.facets import NOBODY, Life
from game.debrief.findings import findings
from game.debrief.ladder import ladder
from game.debrief.names import Names
from game.debrief.others import doings, others, said, weigh
from game.debrief.pages import debrief
from game.debrief.report import render
from game.debrief.twin import CannotReplay
from game.rules.regime import grade, lines_in_force
from tests.debrief.factory import Maker

PLAYS = [
    ("dice", "lesson", "visible-first", 3), ("fox", "lesson", "hidden-first", 4),
    ("saint", "taste", "visible-first", 5),
    ("dice", "full", "visible-first", 7), ("climber", "full", "hidden-first", 2),
    ("dice", "market_day", "visible-first", 1),
]  # fmt: skip
NAMES = ("Foucault", "Bentham", "Lyon", "Haggerty", "Simon", "panopticon", "surveillance")


@pytest.fixture(scope="module", params=PLAYS, ids=lambda p: "-".join(map(str, p)))
def record(lived, request):
    return lived(*request.param)


@pytest.fixture(scope="module")
def every(pack, record):
    return others(pack, record)


def scored(record, regime):
    return [(line.n, e.why, e.amount) for line in record.lines for e in line.events
            if e.did == "scored" and e.what == regime]  # fmt: skip


def by_hand(record):
    """Every event that an act came with: lines in which something was chosen, done in a place, or on the pavement."""
    return {line.n for line in record.lines for e in line.events if e.did in ("chose", "used", "roamed")}


def test_what_a_system_truly_counted_is_counted_again_to_the_point(pack, record):
    """Under the regimes that ran: laid only over what they saw, the rules give what the record says they gave."""
    done, _ = doings(pack, record)
    by_line = {doing.n: doing for doing in done}
    ran = {e.what for line in record.lines for e in line.events if e.did == "scored"}
    for regime in ran:
        told = scored(record, regime)
        for morning in (1, 2):
            lines = lines_in_force(pack, pack.regimes[regime], morning)
            here = [n for n in dict.fromkeys(n for n, _, _ in told) if _morning(pack, record, n) == morning]
            again = weigh(lines, [by_line[n] for n in here])
            assert sum(points for _, points in again) == sum(points for n, _, points in told if n in here)


def _morning(pack, record, n):
    """1 on the first day of the condition that line `n` was lived in, else 2."""
    mornings, lived = {}, ""
    for line in record.lines:
        for e in line.events:
            if e.did == "dawned" and e.what != "last_day":
                lived = e.condition
                mornings[lived] = mornings.get(lived, 0) + 1
        if line.n == n:
            return mornings[lived]
    raise KeyError(n)


def test_start_file_and_what_was_scored_make_the_balance_at_which_the_board_ended(pack, lived):
    record = lived("dice", "lesson", "visible-first", 3)
    board = next(s for s in others(pack, record).systems if s.regime.id == "notice_board")
    events = [e for line in record.lines for e in line.events if e.what == board.regime.id]
    balances = [e.amount for e in events if e.did == "balance"]
    assert board.opening == balances[0]
    assert board.opening + sum(e.amount for e in events if e.did == "scored") == balances[-1] == board.lived


def test_nothing_that_was_done_is_left_out_and_nothing_else_is_put_in(pack, record):
    done, _ = doings(pack, record)
    assert {d.n for d in done} <= by_hand(record)
    counted = {line.n for line in record.lines for e in line.events if e.did == "scored"}
    assert counted <= {d.n for d in done}


def test_every_system_of_the_pack_judges_and_no_other(pack, every):
    ids = [s.regime.id for s in every.systems]
    assert set(ids) == {r.id for r in pack.regimes.values() if r.side or r.tariff}
    assert len(ids) == len(set(ids))
    assert [s.regime.side for s in every.systems] == sorted(s.regime.side for s in every.systems)


def test_a_mark_is_start_file_and_each_rule_as_often_as_it_was_met(pack, record, every):
    done, _ = doings(pack, record)
    for system in every.systems:
        rules = [rule for _, rule in system.lines]
        by_rule = sum(rule.points * sum(rule.act in d.acts for d in done) for rule in rules)
        regime = pack.regimes[system.goes_by] if system.goes_by else system.regime
        paper = sum(rule.points for rule in regime.file if rule.has in every.paper)
        assert system.points == regime.start + paper + by_rule


def test_taking_an_act_out_moves_each_mark_by_just_what_the_act_is_worth(pack, every):
    names = Names(pack)
    whole = {r.key: r for r in ladder(every, names).rungs}
    for kind in every.counted:
        for system, rung in zip(every.systems, ladder(every, names, kind.act).rungs, strict=True):
            rules = [rule.points for _, rule in system.lines if rule.act == kind.act]
            assert whole[rung.key].points - rung.points == kind.times * sum(rules)
            assert rung.was == whole[rung.key].at
            assert ("no rule" in rung.change) is (not rules)


def test_a_mark_stands_on_the_step_that_the_system_names_and_moves_the_way_its_points_move(pack, every):
    names = Names(pack)
    whole = {r.key: r for r in ladder(every, names).rungs}
    for act in ("", *(kind.act for kind in every.counted)):
        for system, rung in zip(every.systems, ladder(every, names, act).rungs, strict=True):
            assert 0 < rung.at < 1
            ends = [end for _, _, end in rung.steps]
            assert ends == sorted(ends)
            if system.regime.grades:
                assert rung.own == grade(system.regime, rung.points)
            assert (rung.at > whole[rung.key].at) is (rung.points > whole[rung.key].points)


def test_no_act_made_more_difference_than_the_one_that_is_named(every):
    for system in every.systems:
        worth = {act: abs(points) for act, points in system.acts}
        assert worth.get(system.most, 0) == max(worth.values(), default=0)
        assert bool(system.most) is any(worth.values())


def test_the_evidence_of_an_act_are_the_moments_in_which_it_was_done(pack, record, every):
    done = {d.n: d for d in doings(pack, record)[0]}
    chosen = {line.n for line in record.lines for e in line.events if e.did == "chose"}
    for kind in every.kinds:
        assert set(kind.lines) <= chosen
        assert all(kind.act in done[n].acts for n in kind.lines)
        assert len(kind.lines) <= kind.times


def test_a_system_without_rules_goes_by_the_one_it_carries_on(pack, every):
    marks = {s.regime.id: s for s in every.systems}
    for system in every.systems:
        if system.goes_by:
            assert system.points == marks[system.goes_by].points


def test_a_card_says_what_is_not_known_where_the_level_file_is_silent(pack, every):
    for card, system in zip(Life(every, Names(pack)).cards, every.systems, strict=True):
        told = dict(card.rows)
        assert (told["An appeal costs"] == NOBODY) is (not system.regime.appeal)
        assert (told["A mark lasts"] == NOBODY) is (not system.regime.lasts)
        assert ("Its cousin at home" in told) is bool(system.regime.mirror)
        assert len(card.rules.rows) == len(system.lines) + len(system.regime.file)


def test_what_a_system_shows_is_said_in_its_own_words(pack):
    for regime in pack.regimes.values():
        if regime.side and regime.shows == "word":
            assert [said(regime, g.at_least) for g in regime.grades] == [g.name for g in regime.grades]
    assert said(pack.regimes["notice_board"], 604) == "604, A"
    assert said(pack.regimes["lumen"], 604) == "arrow up"


def test_the_page_stands_before_what_was_kept_or_right_after_a_chapter_by_itself_and_makes_no_finding(pack, record):
    whole = debrief(record, pack)
    ids = [p.id for p in whole.pages]
    at = ids.index("others")
    assert (ids[at - 1], ids[at + 1]) == ("rules", "kept") or ids[:2] == ["alone", "others"]
    assert whole.pages[at].findings == ()
    assert whole.findings == findings(record, whole.twin)


def test_the_paper_has_every_act_with_every_mark_and_every_card(pack, record):
    whole = debrief(record, pack)
    life = next(p for p in whole.pages if p.id == "others").life
    html = render(whole)
    part = html.split('<section id="others"')[1].split("</section>")[0]
    assert part.count("<svg") == 1
    assert "<script" not in part
    without = part.split(f"<caption>{life.table.caption}</caption>")[1].split("</table>")[0]
    assert without.count("<tr>") == 1 + len(life.every.counted)
    assert without.count('<th scope="col">') == 2 + len(life.every.systems)
    assert re.findall(r'id="s-([a-z_]+)"', part) == [s.regime.id for s in life.every.systems]


def test_the_rules_page_has_a_column_for_each_regime_of_the_day_and_leaves_the_others_to_their_cards(pack, record):
    pages = {p.id: p for p in debrief(record, pack).pages}
    tables = pages["rules"].tables if "rules" in pages else ()  # none where nothing counted
    heads = {head.split(" (")[0] for table in tables for head in table.head}
    cards = {card.title for card in pages["others"].life.cards if card.rules.rows}
    for regime in pack.regimes.values():
        if regime.side:
            assert regime.name not in heads
            assert regime.name in cards or not (regime.extra or regime.file or regime.tariff or regime.carries_on)


def test_no_thinker_is_named_on_the_page(pack, record):
    page = next(p for p in debrief(record, pack).pages if p.id == "others")
    words = " ".join([page.headline, *page.lead, *page.cannot, *page.ask, page.charts[0].says])
    assert not any(name.lower() in words.lower() for name in NAMES)


def test_a_record_of_other_levels_is_left_unjudged_with_a_word(pack):
    maker = Maker()
    maker.dawn("P")
    maker.matched("powder", True)
    with pytest.raises(CannotReplay):
        others(pack, maker.record())
    page = next(p for p in debrief(maker.record(), pack).pages if p.id == "others")
    assert page.life is None and not page.charts and "other level files" in page.lead[0]


@pytest.mark.parametrize("cut", [0, 3, 60])
def test_a_play_cut_short_is_judged_as_far_as_it_went(pack, lived, cut):
    record = lived(*PLAYS[0])
    part = record.but(lines=record.lines[:cut])
    done, _ = rooms.doings(pack, part)
    assert done == tuple(d for d in rooms.doings(pack, record)[0] if d.n <= cut)
    assert any(p.id == "others" for p in debrief(part, pack).pages)
