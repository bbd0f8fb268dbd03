"""A chart is data: drawn, said and tabled, it tells the same."""

import re
from math import atan2, tau
from xml.etree import ElementTree as ET

import pytest

from game.debrief import charts, plots
from game.debrief.dotted import Band, Dot
from game.debrief.house import TOWER, cells
from game.debrief.names import SHORT, Names
from game.debrief.reading import read
from game.debrief.svg import svg
from game.debrief.twin import twin
from tests.debrief.factory import FAMILIES, Maker, bits, play

FULL = play(
    {
        "U0": bits("10101010"), "P": bits("11110001"), "D": bits("11101110"), "UV": bits("11111111"),
        "H": bits("10010000"),
    },
    seen=bits("10010000"),
)  # fmt: skip


def label(id_):
    return id_


def all_charts(pack, record):
    reading, names = read(record), Names(pack)
    made = (
        plots.dominoes(reading, names.family),
        plots.dots(reading, names.family, names.condition),
        plots.kept_bars(reading, names.condition),
        plots.plan(plots.dots(reading, names.family, names.condition)),
        plots.peg_rows(reading, names.condition),
        plots.lanes(twin(pack, record), names.file, names.condition, names.door, names.regime),
    )
    assert None not in made
    return made


@pytest.fixture(scope="module")
def drawn(pack, lived):
    return all_charts(pack, lived("dice", "lesson", "visible-first", 3))


def test_a_domino_is_split_exactly_where_posted_and_hidden_differ():
    tiles = plots.dominoes(read(FULL), label).tiles
    assert [t.family for t in tiles] == list(FAMILIES[:8])
    assert [t.split for t in tiles] == [a != b for a, b in zip(bits("11110001"), bits("10010000"), strict=True)]


def test_a_domino_points_at_both_of_its_moments():
    lines = {line.n: line for line in FULL.lines}
    for tile in plots.dominoes(read(FULL), label).tiles:
        assert lines[tile.n_left].shown.moment == f"P.{tile.family}"
        assert lines[tile.n_right].shown.moment == f"H.{tile.family}"


def test_dots_are_every_matched_moment_with_the_truth_of_the_watch():
    bands = plots.dots(read(FULL), label, label).bands
    assert [b.condition for b in bands] == ["U0", "P", "D", "UV", "H"]
    assert [[d.looked for d in b.dots] for b in bands][:3] == [[False] * 8, [True] * 8, bits("10010000")]
    assert [[d.kept for d in b.dots] for b in bands][2] == bits("11101110")


def test_bars_count_what_was_kept_and_their_whiskers_hold_the_share():
    bars = plots.kept_bars(read(FULL), label).bars
    assert [(b.label, b.figure) for b in bars] == [
        ("U0", "4 of 8"), ("P", "5 of 8"), ("D", "6 of 8"), ("UV", "8 of 8"), ("H", "2 of 8"),
    ]  # fmt: skip
    assert all(b.low <= b.share <= b.high for b in bars)


def test_a_bar_says_its_whisker_in_moments_a_person_can_count():
    chart = plots.kept_bars(read(play({"U0": bits("11100000"), "P": bits("11"), "H": bits("11111111")})), label)
    assert chart.says == (
        "U0: 3 of 8, between 1 and 6 of 8 would be no surprise; P: 2 of 2, anything from 0 to 2 of 2 would be no "
        "surprise; H: 8 of 8, between 5 and 8 of 8 would be no surprise."
    )
    assert chart.table.rows[0] == ("U0", "3 of 8", "between 1 and 6 of 8", "16% to 65%")
    assert {len(row) for row in chart.table.rows} == {len(chart.table.head)}


def test_bars_without_a_whisker_say_and_table_a_figure_alone():
    chart = charts.Bars("t", "", (charts.Bar("a", 4, 5, "4 of 5", ""),))
    assert (chart.says, chart.table.head, chart.table.rows) == ("a: 4 of 5.", ("", "figure"), (("a", "4 of 5"),))


def test_kind_and_harmful_rules_are_counted_apart_and_together_make_the_whole():
    table = plots.apart(read(FULL), label)
    whole = {b.label: b.part for b in plots.kept_bars(read(FULL), label).bars}
    for row in table.rows:
        assert sum(int(cell.split()[0]) for cell in row[1:]) == whole[row[0]]


def test_pegs_lay_the_guess_beside_the_truth_and_leave_out_what_was_left_alone():
    maker = Maker()
    maker.dawn("D")
    maker.answer("pegs_d", ["7"], ["2", "8"])
    maker.dawn("H")
    maker.answer("pegs_h", [], ["0", "8"])
    (row,) = plots.peg_rows(read(maker.record()), label).rows
    assert (row.guess, row.looks, row.moments) == (7, 2, 8)


def test_nothing_lived_draws_nothing():
    empty = read(Maker().record())
    assert plots.dominoes(empty, label) is plots.peg_rows(empty, label) is plots.kept_bars(empty, label) is None
    assert plots.dots(empty, label, label) is plots.plan(None) is None


def test_both_lanes_have_every_day_and_the_same_doors(drawn):
    lanes = drawn[-1]
    own, other = lanes.lanes
    assert [s.day for s in own.steps] == [s.day for s in other.steps]
    assert [(d.regime, d.label) for d in own.doors] == [(d.regime, d.label) for d in other.doors]
    apart = [a.open != b.open for a, b in zip(own.doors, other.doors, strict=True)]
    assert [d.parts for d in own.doors] == apart == [d.parts for d in other.doors]
    days = [d.day for d in own.doors if d.parts]
    assert lanes.parted == (min(days) if days else None)


def test_every_drawing_is_well_formed_and_says_itself_in_words(drawn):
    for number, chart in enumerate(drawn):
        root = ET.fromstring(svg(chart, f"c{number}"))
        space = "{http://www.w3.org/2000/svg}"
        title, desc = root.find(f"{space}title"), root.find(f"{space}desc")
        assert root.get("role") == "img"
        assert root.get("aria-labelledby").split() == [title.get("id"), desc.get("id")]
        assert (title.text, desc.text) == (chart.title, chart.says)
        assert chart.says.endswith(".") and len(chart.table.rows) > 0


def test_no_drawing_leaves_its_frame(drawn):
    for chart in drawn:
        root = ET.fromstring(svg(chart, "c"))
        _, _, wide, high = map(float, root.get("viewBox").split())
        for node in root.iter():
            for name, limit in (("x", wide), ("cx", wide), ("x1", wide), ("x2", wide), ("y", high), ("cy", high)):
                if node.get(name) is not None:
                    assert -1 <= float(node.get(name)) <= limit + 1, (type(chart).__name__, node.tag, node.attrib)


def test_kept_and_looked_at_are_told_by_place_and_fill_and_not_by_colour_alone():
    """With every colour taken for the same, a kept dot still stands higher, and a seen one is still full."""
    one = charts.Dots("t", "above", "below", (Band("P", "P", (
        Dot(1, "a", True, True), Dot(2, "b", False, True), Dot(3, "c", False, False),
    )),))  # fmt: skip
    circles = re.findall(r'<circle cx="[^"]+" cy="([^"]+)" r="7" fill="([^"]+)" stroke="([^"]+)"', svg(one, "k"))[:3]
    (y1, f1, s1), (y2, f2, s2), (y3, f3, s3) = circles
    assert float(y1) < float(y2) == float(y3)
    assert (f1 == s1, f2 == s2, f3 == s3) == (True, True, False)


def test_open_and_shut_doors_differ_in_shape_and_in_a_word(drawn):
    picture = svg(drawn[-1], "k")
    doors = [d for lane in drawn[-1].lanes for d in lane.doors]
    assert picture.count(">open</text>") == sum(d.open for d in doors)
    assert picture.count(">shut</text>") == sum(not d.open for d in doors)


def test_every_condition_has_a_short_name():
    assert set(SHORT) == {"U0", "P", "D", "UV", "H", "UH"}


def test_two_days_are_joined_only_where_one_balance_goes_on(pack, lived):
    """In the hidden-first order the app comes just before the board: two scores, so no line between them."""
    for order, joined in (("visible-first", [("P", "D")]), ("hidden-first", [("P", "D")])):
        lanes = all_charts(pack, lived("dice", "lesson", order, 3))[-1]
        for lane in lanes.lanes:
            days = list(zip(lane.steps, lane.steps[1:], strict=False))
            same = [(a.label, b.label) for a, b in days if a.points is not None and a.scale == b.scale]
            assert same == [(SHORT[a], SHORT[b]) for a, b in joined]
        assert svg(lanes, "k").count('stroke-width="3"') == 2


def plan(kept, seen=""):
    return plots.plan(plots.dots(read(play({c: bits(b) for c, b in kept.items()}, seen=bits(seen))), label, label))


def test_the_house_has_a_cell_for_each_moment_under_dark_glass_and_round_it_those_under_posted_rules():
    house = plots.plan(plots.dots(read(FULL), label, label))
    assert [ring.condition for ring in house.rings] == ["D", "P"]
    assert [cell.dot.n for cell in cells(house.rings)] == [d.n for ring in house.rings for d in ring.dots]
    assert [d.looked for d in house.rings[0].dots] == bits("10010000")
    assert [ring.condition for ring in plan({"U0": "10", "D": "11"}).rings] == ["D"]
    assert plan({"U0": "1010", "P": "1111"}) is None


def test_the_house_says_how_many_were_looked_into_in_the_players_own_numbers():
    assert plots.plan(plots.dots(read(FULL), label, label)).notes == (
        "You were in eight cells; two were looked into. From inside they looked alike.",
        "You did what the board asks in 1 of 2 lit cells and in 5 of 6 dark cells.",
        "The outer ring is what you met under posted rules: all were looked into, and you saw by whom.",
    )
    said = {seen: plan({"D": "110"}, seen).notes[0].split("; ")[1].split(". ")[0] for seen in ("000", "010", "111")}
    assert said == {"000": "none was looked into", "010": "one was looked into", "111": "all were looked into"}
    assert plan({"D": "1"}, "0").notes[0] == "You were in one cell; it was not looked into."
    assert plan({"D": "110"}, "000").notes[1] == "You did what the board asks in 2 of 3 dark cells."


def test_a_beam_joins_the_tower_to_exactly_the_cells_that_were_looked_into():
    for kept in ({"D": "1"}, {"D": "11"}, {"P": "11110001", "D": "11101110"}, {"P": "1" * 12, "D": "0" * 12}):
        for cell in cells(plan(kept, "100100001000").rings):
            assert bool(cell.beam) == cell.dot.looked
            if cell.beam:
                far = max((x * x + y * y) ** 0.5 for x, y in cell.beam)
                assert (0.0, 0.0) in cell.beam and TOWER < cell.span[0] < far < cell.span[1]


def test_cells_keep_apart_and_leave_the_way_free_for_the_beams_to_the_outer_ring():
    for n in (1, 2, 3, 8, 12):
        inner, outer = [], []
        for cell in cells(plan({"P": "1" * n, "D": "0" * n}).rings):
            (inner if cell.band.condition == "D" else outer).append(cell)
            assert all(x * x + y * y < 1 for x, y in cell.walls())
        for one in inner:
            for other in inner:
                far = max(abs(one.at[0] - other.at[0]), abs(one.at[1] - other.at[1]))
                assert one is other or far > one.side - 1e-9
        assert inner[0].span[1] < outer[0].span[0]
        ray = outer[0].beam[1:]
        wide = max(abs(atan2(x, -y) % tau - outer[0].turn) for x, y in ray)
        assert inner[0].half + wide < tau / n / 2


def test_a_mark_in_a_cell_is_full_or_open_and_a_lit_cell_has_a_beam_beside_its_colour():
    house = plan({"D": "1100"}, "1010")
    picture = svg(house, "k")
    assert picture.count("<polygon") == 4 + 2
    assert picture.count('fill="none"') == 2
    assert all(note.split(" ")[0] in picture for note in house.notes)
