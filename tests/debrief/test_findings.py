"""Eleven findings, each with its counts, its verdict, and no word more than the record bears."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.debrief.findings import TESTED, comparisons, findings, findings_json
from game.debrief.stats import often
from tests.debrief.factory import FAMILIES, KEEPING, ORDER, Maker, bits, play

IDS = (
    "visible_hidden_difference", "surveillance_effect", "illusion_dividend", "hidden_difference",
    "internalisation_conduct", "internalisation_reasons", "nudge_effect", "override", "rule_guess",
    "sorting_gap", "approval",
)  # fmt: skip
PAIRED = {
    "visible_hidden_difference": ("P", "H"), "surveillance_effect": ("P", "U0"), "illusion_dividend": ("D", "U0"),
    "hidden_difference": ("H", "U0"), "internalisation_conduct": ("UV", "U0"),
}  # fmt: skip


def by_id(record, twin=None):
    return {f.id: f for f in findings(record, twin)}


@st.composite
def plays(draw):
    size = draw(st.integers(0, 12))
    order = draw(st.sampled_from(sorted(ORDER)))
    states = draw(st.sets(st.sampled_from(ORDER[order])))
    kept = {c: draw(st.lists(st.booleans(), min_size=size, max_size=size)) for c in states}
    return play(kept, order, seen=draw(st.lists(st.booleans(), max_size=size)))


def recount(record, first, second):
    """The same counts by another road: from the plain JSON, by family, without the debrief's own reading."""
    grid = {}
    for line in json.loads(record.model_dump_json())["lines"]:
        for event in line["events"]:
            if event["did"] == "chose" and event["keeps"] is not None:
                grid.setdefault(event["family"], {})[event["condition"]] = (event["keeps"], line["n"])
    both = {f: g for f, g in grid.items() if first in g and second in g}
    up = {f for f, g in both.items() if g[first][0] and not g[second][0]}
    down = {f for f, g in both.items() if g[second][0] and not g[first][0]}
    lines = {g[c][1] for g in both.values() for c in (first, second)}
    return both, up, down, lines


@settings(max_examples=120)
@given(plays())
def test_every_count_agrees_with_a_second_computation(record):
    for id_, (first, second) in PAIRED.items():
        finding = by_id(record)[id_]
        both, up, down, lines = recount(record, first, second)
        counts = list(finding.counts.values())
        assert (finding.n, counts[0], counts[1], counts[2]) == (len(both), len(both), len(up), len(down))
        assert lines <= set(finding.evidence)
        if finding.verdict != "too_few":
            assert finding.value == pytest.approx((len(up) - len(down)) / len(both))
        for keeping in ("kind", "neutral", "harmful"):
            some = {f for f in both if KEEPING[f] == keeping}
            own = [v for k, v in finding.counts.items() if k.startswith(f"{keeping}_")]
            assert own[:3] == [len(some), len(some & up), len(some & down)]


@settings(max_examples=120)
@given(plays())
def test_verdicts_follow_the_table_of_thresholds(record):
    for id_, (first, second) in PAIRED.items():
        finding = by_id(record)[id_]
        both, up, down, _ = recount(record, first, second)
        n, split = len(both), len(up) + len(down)
        if n < 4:
            expected = "too_few"
        elif n < 8 or 1 <= split <= 4:
            expected = "counts_only"
        else:
            expected = "shifted" if split and finding.p <= 0.10 else "not_shifted"
        assert finding.verdict == expected


@settings(max_examples=60)
@given(plays())
def test_direction_is_the_sign_of_the_value_and_both_are_silent_with_too_few(record):
    for finding in findings(record):
        if finding.verdict == "too_few":
            assert (finding.direction, finding.value, finding.p) == (None, None, None)
        else:
            assert finding.direction == (finding.value > 0) - (finding.value < 0)


@settings(max_examples=60)
@given(plays())
def test_no_statement_judges_the_player(record):
    for finding in findings(record):
        words = f"{finding.statement} {finding.caveat}".lower()
        assert not re.search(r"\byou are\b|\breveals?\b|\bproves?\b|\bgood\b|\bpanoptic", words), words
        assert finding.statement and finding.caveat and finding.sources


@settings(max_examples=60)
@given(plays())
def test_every_evidence_line_is_a_line_of_the_record(record):
    there = {line.n: line for line in record.lines}
    for finding in findings(record):
        assert set(finding.evidence) <= there.keys()
        if finding.id in PAIRED:
            assert all(there[n].shown is not None for n in finding.evidence)


def test_all_eleven_are_there_in_order_even_for_an_empty_record():
    empty = Maker().record()
    assert tuple(f.id for f in findings(empty)) == IDS
    assert {f.verdict for f in findings(empty)} == {"too_few"}


def full(**kept):
    return play({c: bits(v) for c, v in kept.items()})


def test_a_fox_is_shifted_by_the_watch_and_by_the_posted_list():
    found = by_id(full(U0="0" * 8, P="1" * 8, D="1" * 8, UV="0" * 8, H="0" * 8))
    for id_ in ("visible_hidden_difference", "surveillance_effect", "illusion_dividend"):
        assert (found[id_].verdict, found[id_].direction, found[id_].value) == ("shifted", 1, 1.0)
    assert found["internalisation_conduct"].verdict == "not_shifted"
    assert "no difference at all" in found["hidden_difference"].statement


def test_a_saint_is_shifted_in_nothing():
    found = findings(full(U0="1" * 8, P="1" * 8, D="1" * 8, UV="1" * 8, H="1" * 8))
    assert "shifted" not in {f.verdict for f in found}
    assert {f.verdict for f in found if f.id in PAIRED} == {"not_shifted"}


def test_one_to_four_split_pairs_are_counted_and_not_judged():
    finding = by_id(full(P="11110000", H="00000000"))["visible_hidden_difference"]
    assert finding.verdict == "counts_only"
    assert "five would be needed" in finding.caveat


def test_the_sentence_on_watching_is_the_promised_one():
    finding = by_id(full(P="11110111", U0="00001111"))["surveillance_effect"]
    assert finding.statement == (
        "In 8 pairs you did what the board asks 4 times only when watched, once only when unwatched. "
        "Luck alone gives a split this uneven about 4 times in 10."
    )
    assert "this program logged everything" in finding.caveat


def test_dark_glass_counts_looks_and_what_was_kept_unseen():
    record = play({"U0": bits("10101010"), "D": bits("11101110")}, seen=bits("10010000"))
    counts = by_id(record)["illusion_dividend"].counts
    wanted = {"looks": 2, "kept_dark": 6, "kept_before": 4, "unseen": 6, "kept_unseen": 5, "extra_unseen": 2}
    assert wanted.items() <= counts.items()


def test_days_after_the_app_are_counted_apart():
    finding = by_id(full(U0="0" * 8, UV="0" * 8, UH="1" * 8))["internalisation_conduct"]
    assert finding.value == 0
    assert finding.counts["hidden_only_after"] == 8
    assert finding.statement == (
        "In 8 pairs there was no difference at all: as the board asks on both sides 0 times, on neither 8 times. "
        "After the app: 8 times only after, 0 times only before (counted, not tested)."
    )


def nudged(x, z, none=(), prefers="", asked="before"):
    """A play of unscored nudges: what was taken in each arm."""
    maker = Maker()
    maker.dawn("U0")
    for arm, taken in (("x", x), ("z", z), ("none", none)):
        for i, side in enumerate(taken):
            maker.nudge(f"{arm}{i}", arm, side, prefers, asked)
    return maker.record()


def test_a_sheep_goes_where_it_is_pushed_and_a_mule_the_other_way():
    sheep = by_id(nudged("xxxxxxxx", "zzzzzzzz"))["nudge_effect"]
    mule = by_id(nudged("zzzzzzzz", "xxxxxxxx"))["nudge_effect"]
    assert (sheep.verdict, sheep.value, sheep.direction) == ("shifted", 1.0, 1)
    assert (mule.verdict, mule.value, mule.direction) == ("shifted", -1.0, -1)


def test_nudges_of_the_app_and_unscored_ones_count_together():
    maker = Maker()
    maker.dawn("H")
    for i, family in enumerate(FAMILIES[:8]):
        arm = ("toward", "away")[i % 2]
        maker.matched(family, arm == "toward", arm=arm)
    for i in range(8):
        maker.nudge(f"n{i}", "xz"[i % 2], "xz"[i % 2])
    finding = by_id(maker.record())["nudge_effect"]
    assert finding.counts == {
        "pushed_x": 8, "took_x_pushed_x": 8, "pushed_z": 8, "took_x_pushed_z": 0, "matched": 8, "unscored": 8,
    }  # fmt: skip
    assert finding.p < 0.001


@pytest.mark.parametrize(("each", "verdict"), [(3, "too_few"), (4, "counts_only"), (7, "counts_only"), (8, "shifted")])
def test_the_smaller_arm_decides_whether_a_nudge_may_speak(each, verdict):
    assert by_id(nudged("x" * 12, "z" * each))["nudge_effect"].verdict == verdict


def test_an_arm_that_luck_could_never_separate_is_only_counted():
    assert by_id(nudged("xxx" + "z" * 5, "z" * 8))["nudge_effect"].verdict == "counts_only"
    assert by_id(nudged("z" * 8, "z" * 8))["nudge_effect"].verdict == "not_shifted"


def test_override_counts_only_preferences_declared_before_play():
    before = by_id(nudged("", "zzzzzzzz", "xxxxxxxx", "x"))["override"]
    after = by_id(nudged("", "zzzzzzzz", "xxxxxxxx", "x", "after"))["override"]
    assert (before.verdict, before.value) == ("shifted", 1.0)
    assert after.verdict == "too_few"


def test_override_leaves_out_moments_that_were_pushed_to_what_was_liked():
    finding = by_id(nudged("xxxx", "zzzz", "xxxx", "x"))["override"]
    assert (finding.counts["pushed"], finding.counts["not_pushed"]) == (4, 4)


def reasons(before, after):
    maker = Maker()
    for condition, kinds in (("U0", before), ("UV", after)):
        maker.dawn(condition)
        for at in range(0, len(kinds), 4):
            maker.diary(kinds[at : at + 4])
    return by_id(maker.record())["internalisation_reasons"]


def test_reasons_move_from_points_to_ones_own():
    finding = reasons(["external"] * 8, ["identified"] * 8)
    assert (finding.verdict, finding.value, finding.direction) == ("shifted", 2.0, 1)


def test_just_did_and_own_words_and_blanks_are_no_reasons():
    finding = reasons(["external"] * 4 + ["amotivation", "blank", "own"], ["intrinsic"] * 4 + ["amotivation"])
    assert (finding.n, finding.counts["just_did_before"], finding.counts["just_did_after"]) == (8, 1, 1)
    assert finding.verdict == "counts_only"


def test_three_reasons_on_one_side_are_too_few():
    assert reasons(["external"] * 3, ["identified"] * 8).verdict == "too_few"


def chalk(truth, said, condition="D"):
    maker = Maker()
    maker.dawn(condition)
    maker.answer("chalk_app", [f"{a}={s}" for a, s in said.items()], [f"{a}={t}" for a, t in truth.items()])
    return by_id(maker.record())["rule_guess"]


TRUTH = {f"act_{i}": ("raises", "lowers", "uncounted")[i % 3] for i in range(12)}


def test_rules_guessed_right_are_counted_and_belief_in_rules_that_never_were():
    said = {**TRUTH, "act_2": "raises", "act_5": "lowers"}
    finding = chalk(TRUTH, said)
    assert (finding.verdict, finding.n, finding.counts["hits"], finding.counts["believed"]) == ("described", 12, 10, 2)
    assert "above guessing" in finding.statement


@pytest.mark.parametrize(("rules", "verdict"), [(5, "too_few"), (6, "counts_only"), (8, "counts_only"),
                                                (9, "described")])  # fmt: skip
def test_a_wall_with_few_marks_says_little(rules, verdict):
    assert chalk(TRUTH, dict(list(TRUTH.items())[:rules])).verdict == verdict


def test_a_wall_left_alone_says_nothing():
    assert chalk(TRUTH, {}).verdict == "too_few"


def test_the_posted_wall_is_kept_apart_from_the_hidden_one():
    maker = Maker()
    for condition in ("P", "H"):
        maker.dawn(condition)
        lines = [f"{a}={t}" for a, t in TRUTH.items()]
        ask = "chalk_board" if condition == "P" else "chalk_app"
        maker.answer(ask, lines if condition == "P" else lines[:9], lines)
    counts = by_id(maker.record())["rule_guess"].counts
    assert (counts["rules"], counts["posted_rules"], counts["posted_hits"]) == (9, 12, 12)


def test_the_token_in_the_jar_is_laid_beside_the_one_behind_the_curtain():
    maker = Maker()
    for condition, public, private in (("P", "4", "2"), ("H", "3", "3")):
        maker.dawn(condition)
        maker.answer("jar", [public], ["regime", "public"])
        maker.answer("curtain", [private], ["regime", "private"])
    finding = by_id(maker.record())["approval"]
    assert (finding.verdict, finding.value, finding.direction, finding.n) == ("described", 1.0, 1, 2)
    assert "the board got 4 of 5 in the jar and 2 behind the curtain" in finding.statement


def test_one_token_alone_has_nothing_to_be_laid_beside():
    maker = Maker()
    maker.dawn("P")
    maker.answer("jar", ["4"], ["regime", "public"])
    maker.answer("curtain", [], ["regime", "private"])
    assert by_id(maker.record())["approval"].verdict == "too_few"


def test_the_number_of_comparisons_and_what_luck_does_to_them_is_said():
    told = comparisons(findings(full(U0="0" * 8, P="1" * 8, D="1" * 8, UV="0" * 8, H="0" * 8)))
    assert (told.able, told.pairs) == (5, 8)
    assert often(told.luck) in told.says and "about 7 times in 100" in told.says
    taste = comparisons(findings(full(U0="0000", P="1111", D="1111", H="0000")))
    assert taste.luck is None and "None of them has enough pairs" in taste.says


def test_the_written_file_has_the_agreed_shape():
    record = full(U0="0" * 8, P="1" * 8, D="1" * 8, UV="0" * 8, H="0" * 8)
    whole = json.loads(findings_json(record, findings(record)))
    assert list(whole) == ["format", "campaign", "order", "findings"]
    assert (whole["format"], whole["campaign"], whole["order"]) == (1, "lesson", "visible-first")
    fields = ["id", "concept", "verdict", "direction", "n", "value", "counts", "p", "statement", "caveat",
              "evidence", "sources"]  # fmt: skip
    assert [list(f) for f in whole["findings"]] == [fields] * 11
    assert set(TESTED) <= {f["id"] for f in whole["findings"]}
