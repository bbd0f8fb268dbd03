"""A room whose projector could show one half: what lies between the halves, and what luck does to that."""

import csv
import io
import json
from fractions import Fraction
from itertools import combinations, product
from random import Random

import pytest
from scipy import stats

from game.seminar.beside import BESIDE, beside
from game.seminar.figures import figures
from game.seminar.halves import between, dealt, halves, projector
from game.seminar.measures import kept_all
from game.seminar.room import room
from game.seminar.rows import rows
from game.tools import simulate_halves
from tests.seminar.conftest import made


def split(pack, n, *, effect=0.0, seed=1, **changes):
    """A room of n by lot, dealt by fours. Those of the half that may be shown keep each rule with `effect` more."""
    students = []
    for at in range(n):
        half = ("shown", "unshown")[(at + Random(f"{seed} {at // 2}").randrange(2)) % 2]
        base = 0.4 + effect * (half == "shown")
        students.append(made(pack, at, seed=seed, base=base, half=half, lot=f"0:{at // 4}", **changes))
    return students


def text_of(picture) -> str:
    said = [f"{row.label} {row.said} {row.note}" for chart in picture.charts for row in chart.rows]
    return "\n".join([picture.headline, *picture.lead, *said])


def test_the_interval_is_welchs():
    dice = Random(3)
    for _ in range(60):
        first, second = ([dice.random() ** 2 for _ in range(dice.randint(2, 30))] for _ in range(2))
        apart, low, high, misses = between(first, second)
        found = stats.ttest_ind(first, second, equal_var=False).confidence_interval(0.9)
        assert (low, high) == pytest.approx((found.low, found.high), abs=1e-9)
        assert low < apart < high and misses > (high - low) / 2


def test_luck_is_counted_by_dealing_again_within_each_block_and_order(pack):
    students = split(pack, 16, effect=0.1)
    numbers = {one.key: kept_all(one) for one in students}
    lots: dict[str, list] = {}
    for one in students:
        lots.setdefault(one.lot, []).append(one)

    def apart(shown: set[str]) -> Fraction:
        sides = [[n for key, n in numbers.items() if (key in shown) is side] for side in (True, False)]
        return abs(sum(sides[0]) / len(sides[0]) - sum(sides[1]) / len(sides[1]))

    seen = apart({one.key for one in students if one.half == "shown"})
    ways = [list(combinations([one.key for one in lot], sum(one.half == "shown" for one in lot)))
            for lot in lots.values()]  # fmt: skip
    again = [apart({key for some in way for key in some}) for way in product(*ways)]
    assert halves(students).luck.p == pytest.approx(sum(a >= seen for a in again) / len(again))


def test_a_half_of_under_five_is_not_shown_and_neither_is_the_other(pack):
    students = split(pack, 24)
    few = [one for one in students if one.half == "unshown" or one.lot in ("0:0", "0:1")]
    assert sum(one.half == "shown" for one in few) < 5
    picture = projector(room(few, pack))
    assert picture is not None and not picture.charts and "not shown" in picture.headline and picture.tests == 0


def test_five_to_seven_in_a_half_are_counted_and_eight_get_an_interval(pack):
    counted, number = (projector(room(split(pack, n), pack)) for n in (12, 16))
    assert "enough to count, not to conclude" in text_of(counted) and counted.tests == 0
    assert all(row.low is None for chart in counted.charts for row in chart.rows)
    assert number.tests == 1 and number.charts[1].rows[0].low is not None


def test_a_null_is_said_as_a_null_and_with_what_would_have_been_missed(pack):
    nulls = [projector(room(split(pack, 24, seed=seed), pack)) for seed in range(10)]
    quiet = [text_of(picture) for picture in nulls if "Luck alone may do that." in picture.headline]
    assert len(quiet) >= 7
    assert all("is missed by a room like this" in said and "no difference found is not" in said for said in quiet)
    assert "Luck alone" not in projector(room(split(pack, 40, effect=0.4), pack)).headline


def test_who_left_early_is_counted_by_half_only_where_no_cell_is_under_five(pack):
    students = split(pack, 40)
    some = [made(pack, at, half=one.half, lot=one.lot, done=at % 3 > 0) for at, one in enumerate(students)]
    assert "may be shown, to the end: " in text_of(projector(room(some, pack))).lower()
    one_left = [made(pack, at, half=one.half, lot=one.lot, done=at > 0) for at, one in enumerate(students)]
    assert "is kept back" in text_of(projector(room(one_left, pack)))


def test_a_class_without_halves_says_nothing_of_any(pack):
    students = [made(pack, at) for at in range(20)]
    assert projector(room(students, pack)) is None
    assert "projector" not in [picture.id for picture in figures(students, pack)[1]]
    assert "projector" in [picture.id for picture in figures(split(pack, 20), pack)[1]]


def test_students_of_elsewhere_have_no_half_and_are_in_neither(pack):
    students = [made(pack, at) for at in range(30)]
    table = {one.key: (("shown", "unshown")[at % 2], f"0:{at // 4}") for at, one in enumerate(students[:20])}
    found = dealt(students, table)
    assert [one.half for one in found[20:]] == [""] * 10
    assert halves(found).shown.n + halves(found).unshown.n == 20


def test_rows_have_a_column_for_it(pack):
    read = list(csv.DictReader(io.StringIO(rows([*split(pack, 6), made(pack, 90)], pack))))
    assert {row["half"] for row in read} == {"shown", "unshown", ""}


GOOD = {"format": 1, "kind": "good-standing-halves", "halves": {"0123456789abcdef": ["shown", "3:hidden-first"]}}


def test_a_table_of_halves_is_read_beside_the_records_each_rooms_apart(handed_in, tmp_path):
    folder = handed_in(BESIDE, json.dumps(GOOD).encode())
    other = tmp_path / "other room"
    other.mkdir()
    here = {"f" * 16: ["unshown", "3:hidden-first"], "0123456789abcdef": ["unshown", "0:hidden-first"]}
    more = {**GOOD, "halves": here}
    (other / BESIDE).write_text(json.dumps(more))
    assert beside([folder, other, tmp_path / "nowhere"]) == (
        {"0123456789abcdef": ("shown", "0:3:hidden-first"), "f" * 16: ("unshown", "1:3:hidden-first")}, []
    )  # fmt: skip


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"[]", b"{", b"\xff", b"[" * 100_000, b'{"format":2}', json.dumps({**GOOD, "more": 1}).encode(),
        json.dumps({**GOOD, "halves": {"0123456789abcdef": ["shown", "=1+1"]}}).encode(),
        json.dumps({**GOOD, "halves": {"<script>": ["shown", "0:hidden-first"]}}).encode(),
        json.dumps({**GOOD, "halves": {"0123456789abcdef": ["both", "0:hidden-first"]}}).encode(),
        json.dumps(GOOD).encode() + b" " * (5 << 20),
    ],
    ids=range(11),
)  # fmt: skip
def test_a_table_that_is_none_is_named_and_left_out(handed_in, raw):
    found, left = beside([handed_in(BESIDE, raw)])
    assert found == {} and [name for name, _ in left] == [BESIDE]


@pytest.mark.long
def test_in_simulated_rooms_the_interval_holds_and_luck_speaks_as_seldom_as_is_promised():
    for n in (16, 20, 30):
        for effect in (0.0, 0.2):
            lots = [simulate_halves.room(n, effect, at) for at in range(800)]
            assert 0.87 < sum(simulate_halves.holds(lot, effect) for lot in lots) / 800 < 0.94
    table = dict(simulate_halves.lines(400, (10, 20, 30)))
    alarms = table["true difference 0 in 100: alarm (10 at most)"]
    assert all(float(cell.split()[0]) <= 13.5 for cell in alarms)
