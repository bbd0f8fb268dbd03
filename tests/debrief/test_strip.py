"""The strip and the receipt say what the record says: every number is counted again from its lines."""

import re
from xml.etree import ElementTree as ET

import pytest

from game import rules
from game.debrief.pages import debrief
from game.debrief.report import render
from game.debrief.slip import WIDE
from game.debrief.strip_svg import ACROSS, staves, strip_svg
from tests.debrief.factory import Maker

PLAYS = [
    ("dice", "full", "visible-first", 7),
    ("fox", "lesson", "hidden-first", 4),
    ("saint", "taste", "visible-first", 3),
    ("sheep", "full", "hidden-first", 2),
]


@pytest.fixture(scope="module", params=PLAYS, ids=lambda p: "-".join(map(str, p)))
def whole(pack, lived, request):
    return debrief(lived(*request.param), pack)


@pytest.fixture
def strip(whole):
    return next(p.strip for p in whole.pages if p.strip)


def happened(whole, did):
    """(line, day that was being lived, event), told by hand."""
    day = 0
    for line in whole.record.lines:
        for event in line.events:
            if event.did == "dawned":
                day = event.amount
            if event.did == did:
                yield line, day, event


def test_there_is_a_column_for_every_choice_in_the_order_it_was_made(whole, strip):
    chosen = list(happened(whole, "chose"))
    assert [m.n for m in strip.marks] == [line.n for line, _, _ in chosen]
    for mark, (line, day, event) in zip(strip.marks, chosen, strict=True):
        option = next(o for o in line.shown.options if o.id == event.choice)
        assert (mark.day, mark.clock, mark.shown) == (day, line.shown.clock, line.shown.scene)
        assert (mark.chose, mark.kept) == (option.text, event.keeps)
        assert mark.minutes == sum(e.amount for e in line.events if e.did == "spent")
        assert mark.place and "_" not in mark.place


def test_what_was_seen_counted_or_neither_is_as_the_record_has_it(whole, strip):
    for mark, (_, _, event) in zip(strip.marks, happened(whole, "chose"), strict=True):
        if event.keeps is None:
            assert (mark.mark, mark.truth) == ("", "")
        else:
            assert (mark.mark == "looked") == bool(event.watched)
            assert (mark.mark == "counted") == (event.condition == "H" and not event.watched)


def test_days_and_bands_cover_every_column_once(strip):
    at = 0
    for day in strip.days:
        assert day.first == at
        at += day.many
    assert at == len(strip.marks)
    assert sum(many for _, _, _, many in strip.bands) == at
    assert all(a[0] != b[0] for a, b in zip(strip.bands, strip.bands[1:], strict=False))


def test_standing_doors_trust_and_detours_are_those_of_the_record(pack, whole, strip):
    home = {line.n for line in whole.record.lines if line.act.do == "home"}
    rated = {day: e for line, day, e in happened(whole, "balance") if line.n in home and not pack.regimes[e.what].side}
    for day in strip.days:
        assert day.points == (rated[day.day].amount if day.day in rated else None)
        assert [(d.label, d.open) for d in day.doors] == [
            (e.what.replace("_", " "), bool(e.amount)) for _, at, e in happened(whole, "judged") if at == day.day
        ]
    lane = [(line.n, day) for line, day, e in happened(whole, "moved") if e.what == "lane"]
    assert len(strip.detours) == len(lane)
    assert [d.detours for d in strip.days] == [sum(day == d.day for _, day in lane) for d in strip.days]
    for place, (n, _) in zip(strip.detours, lane, strict=True):
        assert place == sum(m.n <= n for m in strip.marks)
    assert [value for _, value in strip.trust] == [e.amount for _, _, e in happened(whole, "trust")]
    assert strip.days[-1].trust == strip.trust[-1][1]


def test_heights_lie_within_one_scale_a_regime(pack, strip):
    for day in strip.days:
        assert day.height is None or 0 <= day.height <= 1
    for scale in {d.scale for d in strip.days if d.points is not None}:
        mine = sorted((d.points, d.height) for d in strip.days if d.scale == scale)
        assert [h for _, h in mine] == sorted(h for _, h in mine)


def test_the_table_counts_what_the_strip_shows(strip):
    assert len(strip.table.rows) == len(strip.days)
    kept = [row[2].split(" of ") for row in strip.table.rows if row[2] != "–"]
    matched = [m for m in strip.marks if m.kept is not None]
    assert sum(int(a) for a, _ in kept) == sum(m.kept for m in matched)
    assert sum(int(b) for _, b in kept) == len(matched)
    assert sum(int(row[1]) for row in strip.table.rows) == len(strip.marks)
    assert sum(int(row[3]) for row in strip.table.rows) == sum(m.mark == "looked" for m in strip.marks)
    assert sum(int(row[4]) for row in strip.table.rows) == sum(m.mark == "counted" for m in strip.marks)


def test_on_paper_every_moment_is_drawn_once_and_no_stave_is_overfull(strip):
    drawn = ET.fromstring(f"<div>{strip_svg(strip, 'k')}</div>")
    pips = sum(1 for node in drawn.iter() if node.tag.endswith("circle") and node.get("stroke-width") == "2.5")
    assert pips == sum(m.kept is not None for m in strip.marks)
    assert [d for days in staves(strip) for d in days] == list(strip.days)
    for days in staves(strip):
        assert len(days) == 1 or sum(d.many for d in days) <= ACROSS
    svgs = [node for node in drawn if node.tag.endswith("svg")]
    assert len(svgs) == len(staves(strip))
    for svg in svgs:
        wide, high = map(float, svg.get("viewBox").split()[2:])
        for node in svg.iter():
            for name, limit in (("x", wide), ("cx", wide), ("y", high), ("cy", high)):
                if node.get(name) is not None:
                    assert -1 <= float(node.get(name)) <= limit + 1


def test_the_html_has_the_strip_its_table_and_every_line_of_the_receipt(whole, strip):
    html = render(whole)
    for days in staves(strip):
        assert f"day{'s' if len(days) > 1 else ''} {days[0].day}" in html
    assert strip.table.caption in html
    till = html[html.index('<div class="till">') : html.index('<details class="rests">')]
    for entry in receipt(whole).entries:
        assert f"<dt>{entry.label}</dt><dd>{entry.figure}</dd>" in till
    assert "not calculated" in till


# the receipt


def receipt(whole):
    return whole.pages[-1].receipt


def figures(whole):
    return {entry.id: entry.figure for entry in receipt(whole).entries}


def test_every_figure_of_the_receipt_is_counted_again(whole):
    lines, got = whole.record.lines, figures(whole)
    for what, prefix in (("board", "board"), ("phone", "phone"), ("lantern", "lantern"), ("lines", "line:")):
        if what in got:
            seen = sum(line.act.do == "look" and line.act.what.startswith(prefix) for line in lines)
            assert got[what] == str(seen or "none")
    lane = sum(e.what == "lane" for _, _, e in happened(whole, "moved"))
    assert got.get("lane", "none") == str(lane or "none")
    opened = [bool(e.amount) for _, _, e in happened(whole, "judged")]
    assert got["doors"] == f"{sum(opened)} / {len(opened) - sum(opened)}"
    asked = [e for _, _, e in happened(whole, "chose") if e.family == "grumbler"]
    assert ("names" in got) == bool(asked)
    if asked:
        assert got["names"] == f"{sum(e.choice == 'name' for e in asked) or 'none'} of {len(asked)}"
    for what in ("feed_gulls", "straighten_flag", "stroke_cat"):
        done = sum(line.act.do == "roam" and line.act.what == what for line in lines)
        assert what not in got or got[what] == str(done)
    calls = sum(line.act.do == "use" and line.act.what == "telephone" for line in lines)
    assert got["calls"] == str(calls or "none")
    assert got["kept"].replace(",", "") == str(len(lines))


def test_coins_on_tick_are_what_the_purse_could_not_pay(pack, whole):
    state, owed = rules.start(pack, whole.record.header.setup), []
    for line in whole.record.lines:
        before = state.tick
        state, _ = rules.step(pack, state, line.act)
        owed += [line.n] if state.tick > before else []
    mine = next((e for e in receipt(whole).entries if e.id == "tick"), None)
    assert (mine.figure if mine else "0") == str(state.tick)
    assert (mine.evidence if mine else ()) == tuple(owed)


def test_rules_believed_and_windows_stamped_come_from_the_answers(whole):
    got = figures(whole)
    believed = 0
    for _, _, event in happened(whole, "answered"):
        truth = dict(t.split("=") for t in event.truth if "=" in t)
        said = dict(v.split("=") for v in event.values if "=" in v)
        believed += sum(truth.get(act) == "uncounted" and what != "uncounted" for act, what in said.items())
    if "believed" in got:
        assert got["believed"] == str(believed or "none")
    stamps = [v for line in whole.record.lines if line.act.what == "chair" for v in line.act.values]
    if "chair" in got:
        assert got["chair"] == str(sum(v.endswith("=stamp") for v in stamps) or "none")


def test_the_seconds_at_the_road_are_the_records_own_and_untimed_plays_have_none(pack):
    for untimed, ms, says in ((False, 1000, "2"), (True, 1000, "not timed"), (False, 0, "not timed")):
        maker = Maker()
        maker.header = maker.header.but(setup=maker.header.setup.but(untimed=untimed))
        maker.dawn("U0")
        at = [maker.matched("crossing", keeps=keeps) for keeps in (True, False)]
        maker.matched("fall", keeps=True)
        for n in at:
            line = maker.lines[n - 1]
            maker.lines[n - 1] = line.but(shown=line.shown.but(mode="wait"), ms=ms)
        whole = debrief(maker.record(), pack)
        road = next(e for e in receipt(whole).entries if e.id == "road")
        assert (road.figure, road.evidence) == (says, tuple(at))


def test_the_roll_has_ten_to_fourteen_lines_that_fit_and_each_points_at_the_record(whole):
    made, known = receipt(whole), {line.n for line in whole.record.lines}
    assert 10 <= len(made.entries) <= 14
    assert len({e.id for e in made.entries}) == len(made.entries)
    for entry in made.entries:
        assert set(entry.evidence) <= known
        assert entry.evidence or "none" in entry.figure or entry.id == "kept"
        assert entry.figure not in ("", "0")
    assert all(len(line) <= WIDE for line in made.text().splitlines())


def test_what_is_struck_is_not_in_the_copy_and_all_the_rest_is(whole):
    made = receipt(whole)
    for gone in made.entries:
        text = made.text({gone.id})
        assert gone.dotted not in text
        assert all(entry.dotted in text for entry in made.entries if entry is not gone)
    nothing = made.text({e.id for e in made.entries})
    assert "TOTAL" in nothing and "not calculated" in nothing


def test_the_receipt_names_nobody_and_no_play(whole):
    text, header = receipt(whole).text(), whole.record.header
    assert header.play not in text and header.digest[:8] not in text
    assert str(header.setup.seed) not in re.findall(r"seed \d+", text)


def test_a_record_without_a_play_has_no_strip_and_still_a_receipt(pack):
    whole = debrief(Maker().record(), pack)
    assert next(p for p in whole.pages if p.id == "days").strip is None
    assert figures(whole)["kept"] == "0"
    assert "not calculated" in render(whole)
