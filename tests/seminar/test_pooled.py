"""Several seminars laid together: each room first, then these rooms, then another; where rooms differ, that is said."""

import math
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from game.seminar import pool, rooms
from game.seminar.measures import measures, some
from game.seminar.pooled import together
from game.seminar.room import room
from tests.seminar.conftest import room_of


def summed(pack, *lots):
    return [pool.table(room(lot, pack), pack) for lot in lots]


def block(lines, what):
    """The lines about one number."""
    at = lines.index(what) + 1
    return lines[at : lines.index("", at) if "" in lines[at:] else len(lines)]


def figures(line):
    return [float(one) for one in re.findall(r"[+-]\d+\.\d+", line)]


def test_each_room_stands_by_itself_before_they_are_laid_together(pack):
    lots = [room_of(pack, n, seed=n, effect=0.2) for n in (11, 14, 20)]
    tables = summed(pack, *lots)
    lines = block(together(tables), "vh")
    numbers = [[float(n) for n in some(measures(pack)["vh"], lot)] for lot in lots]
    for line, one, table in zip(lines, numbers, tables, strict=False):
        low, high = stats.ttest_1samp(one, 0).confidence_interval(0.9)
        assert line.strip().startswith(f"room {table.id[:4]}")
        assert figures(line) == pytest.approx((stats.tmean(one), low, high), abs=6e-4)
    every = [number for one in numbers for number in one]
    assert "these rooms" in lines[3] and lines[3].endswith("n 45")
    assert figures(lines[3])[0] == pytest.approx(stats.tmean(every), abs=6e-4)
    assert "between rooms" in lines[4] and "luck alone makes rooms so uneven" in lines[4]
    assert "another room" in lines[5]
    other = figures(lines[5])
    assert other[2] - other[1] > figures(lines[3])[2] - figures(lines[3])[1]


def test_rooms_that_differ_are_said_to_and_another_room_is_less_certain_than_these(pack):
    lots = [room_of(pack, 20, seed=seed, effect=effect) for seed, effect in enumerate((-0.4, 0.0, 0.5))]
    lines = "\n".join(block(together(summed(pack, *lots)), "vh"))
    assert "rooms differ: the figure of all of them is a mixture" in lines
    these, another = (figures(next(li for li in lines.splitlines() if name in li)) for name in ("these", "another"))
    assert another[2] - another[1] > 3 * (these[2] - these[1])


def test_of_two_rooms_nothing_is_said_about_a_third_and_one_room_is_not_laid_beside_itself(pack):
    lots = [room_of(pack, 12, seed=seed) for seed in (1, 2)]
    assert "not to be said from two" in "\n".join(block(together(summed(pack, *lots)), "vh"))
    (line,) = block(together(summed(pack, lots[0])), "vh")
    assert line.strip().startswith("room ")


def test_few_are_counted_only_and_the_main_comparison_stands_first(pack):
    lines = together(summed(pack, room_of(pack, 6), room_of(pack, 7, seed=2)))
    assert all("counted only" in line for line in block(lines, "vh")[:2]) and figures(block(lines, "vh")[2])[1:]
    names = [line for before, line in pairwise(lines) if not before and ":" not in line]
    assert names[0] == "vh"


def test_what_rooms_lean_to_anyway_is_not_taken_for_a_push():
    """Simpson's: in each room the push does nothing; summed over rooms that differ it would seem to move by 31."""
    counts = (((64, 80), (20, 25)), ((5, 20), (20, 80)))
    tables = [
        pool.Table(id=f"{at:016x}", levels="0" * 8, campaign="c", untimed=False, n=100, sums={}, shares={
            f"push_default.{arm}": pool.Share(hits=hits, n=n) for arm, (hits, n) in zip("xz", arms, strict=True)
        }) for at, arms in enumerate(counts)
    ]  # fmt: skip
    lines = block(together(tables), "push_default, x less z")
    assert [figures(line)[0] for line in lines[:3]] == [0, 0, 0]
    shares = block(together(tables), "push_default.x, a share")
    assert any("rooms differ" in line for line in shares)


@pytest.mark.parametrize("kind", ["sums", "shares"])
@settings(max_examples=15)
@given(st.data())
def test_whatever_a_table_may_hold_is_laid_together_without_a_fall(kind, data):
    """Forged sums are possible sums and no more: the largest, the least, hardly any spread."""
    def one(at):
        n = data.draw(st.integers(10, 1_000_000))
        mean = data.draw(st.sampled_from([0.0, 1e-300, 1.0, -3.5, 9.9]))
        spread = data.draw(st.sampled_from([0.0, 1e-320, 1e-12, 1e-6, 0.3, 100.0]))
        sums = pool.Sums(n=n, total=mean * n, squares=n * (mean * mean + spread))
        share = pool.Share(hits=data.draw(st.integers(5, n - 5)), n=n)
        return pool.Table(id=f"{at:016x}", levels="0" * 8, campaign="c", untimed=False, n=n,
                          sums={"vh": sums} if kind == "sums" else {},
                          shares={} if kind == "sums" else {"approve_p.jar": share, "push_default.x": share,
                                                            "push_default.z": share})  # fmt: skip

    lines = together([one(at) for at in range(data.draw(st.integers(1, 5)))])
    assert all(math.isfinite(float(each)) for line in lines for each in re.findall(r"[+-]\d[^\s,;]*|nan|inf", line))


def test_a_room_without_a_spread_says_nothing_about_others():
    flat = rooms.Sum(8, 4.0, 2.0)
    assert rooms.unlike(rooms.parts([flat, rooms.Sum(8, 1.0, 1.0)])) is None
    assert rooms.another(rooms.evened([flat] * 4)) is None
