"""Whatever figure of luck the debrief prints, a large library finds the same, on thousands of random tables and plays.

Scipy is a yardstick of the tests alone. What it has no function for is counted out here the slow way.
"""

import itertools
import random
import re

import pytest

from game.debrief import plots, stats
from game.debrief.bars import arms_verdict, sign_verdict
from game.debrief.findings import SIGN_TESTS, findings
from game.debrief.reading import read
from tests.debrief.factory import FAMILIES, ORDER, WATCH, Maker
from tests.quick import long

scipy_stats = pytest.importorskip("scipy.stats", reason="scipy is the yardstick here and is not installed")
SIDES = {
    "visible_hidden_difference": ("visible", "hidden"), "surveillance_effect": ("watched", "unwatched"),
    "illusion_dividend": ("dark", "before"), "hidden_difference": ("hidden", "before"),
    "internalisation_conduct": ("after", "before"),
}  # fmt: skip
ARMS = {  # hits, size, hits, size
    "nudge_effect": ("took_x_pushed_x", "pushed_x", "took_x_pushed_z", "pushed_z"),
    "override": ("ended_less_liked_pushed", "pushed", "ended_less_liked_not_pushed", "not_pushed"),
    "internalisation_reasons": ("own_after", "reasons_after", "own_before", "reasons_before"),
}
THINGS = [f"thing_{n}" for n in range(18)]
KINDS = ("external", "introjected", "identified", "intrinsic", "amotivation")


def sign_p(first, second):
    return scipy_stats.binomtest(first, first + second, 0.5).pvalue if first + second else 1.0


def fisher_p(a, first, c, second):
    return scipy_stats.fisher_exact([[a, first - a], [c, second - c]])[1]


def a_play(draw):
    """A play of anybody: any number of families, any leaning in each condition, nudges, a diary and a wall."""
    maker = Maker(draw.choice(tuple(ORDER)))
    many = draw.randint(3, 12)
    for condition in ORDER[maker.header.setup.order]:
        maker.dawn(condition)
        leaning = draw.random()
        for i, family in enumerate(FAMILIES[:many]):
            keeps = draw.random() < leaning
            watched = WATCH[condition] == "plain" or (condition == "D" and i % 4 == 0)
            maker.matched(family, keeps, watched=watched, arm=("toward", "away")[i % 2] if condition == "H" else "")
        if condition in ("U0", "UV"):
            maker.diary([draw.choice(KINDS) for _ in range(many)])
        if condition == "H":
            for thing in THINGS[: draw.randint(6, 18)]:
                maker.nudge(thing, draw.choice(("x", "z", "none")), draw.choice("xz"), draw.choice("xz"))
            effects = ("raises", "lowers", "uncounted")
            acts = [f"act_{n}" for n in range(draw.randint(5, 14))]
            maker.answer("chalk_app", [f"{a}={draw.choice(effects)}" for a in acts],
                         [f"{a}={draw.choice(effects)}" for a in acts])  # fmt: skip
    return maker.record()


@pytest.fixture(scope="module")
def plays():
    draw = random.Random(2024)
    return [a_play(draw) for _ in range(400)]


def within(words, p):
    """Whether the words say this p, to the figure that they give."""
    found = re.search(r"about (\d+) times? in ([\d,]+)", words)
    if found:
        times, whole = (int(part.replace(",", "")) for part in found.groups())
        return abs(p - times / whole) <= 0.5 / whole + 1e-9
    if "no split is likelier" in words:
        return p >= 1 - 1e-9
    return p >= (0.95 if "nearly every time" in words else 1 - 1e-9) if "every time" in words else p < 0.00095


def test_every_p_of_every_finding_is_the_one_of_the_library(plays):
    met = dict.fromkeys((*SIDES, *ARMS, "rule_guess"), 0)
    for record in plays:
        for finding in findings(record):
            if finding.p is None:
                continue
            counts = finding.counts
            if finding.id in SIGN_TESTS:
                expected = sign_p(*(counts[f"only_{side}"] for side in SIDES[finding.id]))
            elif finding.id in ARMS:
                expected = fisher_p(*(counts[name] for name in ARMS[finding.id]))
            else:
                expected = scipy_stats.binomtest(counts["hits"], counts["rules"], 1 / 3, alternative="greater").pvalue
            met[finding.id] += 1
            assert finding.p == pytest.approx(expected, rel=1e-9), finding
            assert within(finding.statement, expected) or "no difference at all" in finding.statement, finding
    assert min(met.values()) > 100, met


def test_a_verdict_with_a_number_says_shifted_exactly_where_the_library_finds_one_in_ten_or_less(plays):
    met = {"shifted": 0, "not_shifted": 0}
    for record in plays:
        for finding in findings(record):
            if finding.p is not None and finding.verdict in met:
                met[finding.verdict] += 1
                names = ARMS.get(finding.id) or [f"only_{side}" for side in SIDES[finding.id]]
                counted = [finding.counts[name] for name in names]
                p = fisher_p(*counted) if finding.id in ARMS else sign_p(*counted)
                assert (finding.verdict == "shifted") == (p <= 0.10), finding
    assert min(met.values()) > 300, met


def test_every_whisker_of_every_play_is_the_interval_of_the_library_and_its_words_hold_it(plays):
    for record in plays:
        chart = plots.kept_bars(read(record), str)
        for bar, row in zip(chart.bars, chart.table.rows, strict=True):
            n = int(bar.whole)
            expected = scipy_stats.binomtest(int(bar.part), n).proportion_ci(confidence_level=0.9, method="wilson")
            assert (bar.low, bar.high) == pytest.approx((expected.low, expected.high), abs=1e-9)
            least, most = map(int, re.search(r"(?:between|from) (\d+) (?:and|to) (\d+) of", row[2]).groups())
            assert least <= n * expected.low + 1e-9 < least + 1 and most - 1 < n * expected.high - 1e-9 <= most
            assert f"{row[1]}, {row[2]} would be no surprise" in chart.says


def test_a_second_lot_of_moments_would_seldom_leave_what_was_said_to_be_no_surprise():
    for n in range(1, 13):
        for kept in range(n + 1):
            least, most = stats.no_surprise(*stats.wilson(kept, n), n)
            second = scipy_stats.betabinom(n, kept + 0.5, n - kept + 0.5)
            assert second.cdf(most) - second.cdf(least - 1) > 0.85, (kept, n)


def test_fisher_agrees_on_five_thousand_tables_the_empty_and_the_full_among_them():
    draw = random.Random(21)
    for _ in range(5000):
        first, second = draw.randint(0, 60), draw.randint(0, 60)
        leaning = draw.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        a, c = (sum(draw.random() < leaning for _ in range(n)) for n in (first, second))
        if first and second:
            assert stats.fisher(a, first, c, second) == pytest.approx(fisher_p(a, first, c, second), rel=1e-9)
        else:
            assert stats.fisher(a, first, c, second) == 1.0


def test_the_most_uneven_table_is_the_one_with_the_smallest_p_of_all_with_its_margins():
    draw = random.Random(22)
    for _ in range(300):
        first, second = draw.randint(1, 14), draw.randint(1, 14)
        hits = draw.randint(0, first + second)
        every = [fisher_p(a, first, hits - a, second) for a in range(max(0, hits - second), min(hits, first) + 1)]
        assert stats.fisher_reach(hits, first, second) == pytest.approx(min(every), rel=1e-9)


def test_sign_test_agrees_on_long_plays_as_well():
    draw = random.Random(23)
    for _ in range(3000):
        first, second = draw.randint(0, 300), draw.randint(0, 300)
        assert stats.sign_test(first, second) == pytest.approx(sign_p(first, second), rel=1e-9)


def test_wilson_agrees_for_every_share_up_to_sixty_and_for_three_levels():
    for level, z in ((0.9, stats.Z90), (0.95, scipy_stats.norm.ppf(0.975)), (0.99, scipy_stats.norm.ppf(0.995))):
        for n in range(1, 61):
            for kept in range(n + 1):
                expected = scipy_stats.binomtest(kept, n).proportion_ci(confidence_level=level, method="wilson")
                assert stats.wilson(kept, n, z) == pytest.approx((expected.low, expected.high), abs=1e-9)


def test_the_quantile_is_the_one_of_ninety_per_cent():
    assert pytest.approx(scipy_stats.norm.ppf(0.95), rel=1e-12) == stats.Z90


def test_power_is_what_a_walk_over_all_splits_finds():
    draw = random.Random(24)
    for _ in range(60):
        n, before, after = draw.randint(1, 16), draw.random(), draw.random()
        up, down = (1 - before) * after, before * (1 - after)
        splits = scipy_stats.multinomial(n, [up, down, 1 - up - down])
        expected = sum(
            splits.pmf([b, c, n - b - c])
            for b in range(n + 1)
            for c in range(n + 1 - b)
            if b + c >= 5 and sign_p(b, c) <= 0.10
        )
        assert stats.power(n, before, after) == pytest.approx(expected, rel=1e-7, abs=1e-12)


def test_a_false_alarm_is_a_change_from_something_to_the_same():
    for n in (4, 8, 12, 16):
        for kept in (0.1, 0.5, 0.6, 0.9):
            assert stats.sign_size(n, 2 * kept * (1 - kept)) == pytest.approx(stats.power(n, kept, kept), abs=1e-12)


@pytest.mark.parametrize(
    ("families", "kept", "interlude"),
    [(4, 0.5, True), (5, 0.7, False), long((5, 0.5, True)), long((6, 0.5, False)), long((6, 0.7, False))],
)
def test_luck_over_all_sign_tests_agrees_with_writing_down_every_life(families, kept, interlude):
    """Each family in one of 32 or 16 ways: all their sums by states, without the shortcuts of the exact figure."""
    tests = [(1, 3), (1, 0), (2, 0), (3, 0)] + ([(4, 0)] if interlude else [])  # of U0, P, D, H, UV
    ways = list(itertools.product((True, False), repeat=5 if interlude else 4))
    steps = [(tuple(way[a] - way[b] for a, b in tests), tuple(way[a] != way[b] for a, b in tests),
              kept ** sum(way) * (1 - kept) ** (len(way) - sum(way))) for way in ways]  # fmt: skip
    lives = {((0,) * len(tests), (0,) * len(tests)): 1.0}
    for _ in range(families):
        after: dict = {}
        for (leads, splits), chance in lives.items():
            for lead, split, more in steps:
                key = (tuple(map(sum, zip(leads, lead, strict=True))), tuple(map(sum, zip(splits, split, strict=True))))
                after[key] = after.get(key, 0.0) + chance * more
        lives = after
    alarm = sum(
        chance
        for (leads, splits), chance in lives.items()
        if any(n >= 5 and sign_p((n + lead) // 2, (n - lead) // 2) <= 0.10
               for lead, n in zip(leads, splits, strict=True))
    )  # fmt: skip
    assert stats.luck_shifts_any(families, kept=kept, tests=stats.SIGNS[: len(tests)]) == pytest.approx(alarm, abs=1e-9)


def test_above_guessing_is_where_the_library_puts_it():
    for rules in range(1, 31):
        need = next((k for k in range(rules + 1) if scipy_stats.binom.sf(k - 1, rules, 1 / 3) <= 0.05), rules + 1)
        assert stats.needed_above_guessing(rules) == need


def test_the_words_of_a_share_are_within_the_figure_that_they_give():
    draw = random.Random(25)
    for share in (0.95, 0.9499, 0.095, 0.0949, 0.0095, 0.00095, *(draw.random() ** 4 for _ in range(5000))):
        assert within(stats.often(share), share), (share, stats.often(share))
        assert "10 times in 10" not in stats.often(share) and "100 times in 100" not in stats.often(share)


def test_no_verdict_rests_on_a_test_that_could_not_have_passed():
    """Where one of the two is called shifted or not shifted, the most uneven table would have passed the bar."""
    for n in range(8, 17):
        for split in range(n + 1):
            for first in range(split + 1):
                if split and sign_verdict(n, first, split - first) in ("shifted", "not_shifted"):
                    assert sign_p(split, 0) <= 0.10
    for a, c in itertools.product(range(9), range(13)):
        if 0 < a + c < 20 and arms_verdict(a, 8, c, 12) in ("shifted", "not_shifted"):
            assert min(fisher_p(k, 8, a + c - k, 12) for k in range(max(0, a + c - 12), min(8, a + c) + 1)) <= 0.10
