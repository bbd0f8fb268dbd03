"""From the chair: counts and no test, from the record alone, and nothing of whoever did not sit down."""

import pytest

from game.debrief.findings import findings
from game.debrief.pages import debrief
from game.debrief.report import render
from tests.debrief.factory import Maker


def sat(values, truth):
    maker = Maker()
    maker.dawn("U0")
    n = maker.answer("chair", values, truth)
    found = [f for f in findings(maker.record()) if f.id == "chair"]
    return found[0] if found else None, n


def test_it_counts_what_was_looked_at_stamped_and_own():
    finding, n = sat(("a=stamp", "b=be", "c=stamp", "d=be"), ("own", "other", "other", "own", "5"))
    assert finding.statement == (
        "You looked at 4 of twelve windows and stamped 2; two of those that you looked at showed what you had done "
        "yourself; of these you stamped one. Of all twelve, five did."
    )
    assert finding.verdict == "described" and finding.evidence == (n,) and finding.p is None
    assert finding.counts == {
        "windows": 12, "looked": 4, "stamped": 2, "own": 5, "looked_own": 2, "stamped_own": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("values", "truth", "said"),
    [
        (("a=be",), ("other", "6"), "stamped none; none of those that you looked at showed"),
        (("a=be",), ("own", "6"), "one of those that you looked at showed what you had done yourself, and you let it"),
        (("a=stamp",), ("own", "6"), "yourself, and you stamped it."),
        (("a=stamp", "b=stamp"), ("own", "own", "6"), "of these you stamped all."),
        (("a=be", "b=be"), ("own", "own", "6"), "two of those that you looked at showed what you had done yourself. "),
        (("a=be", "b=be", "c=stamp"), ("own", "own", "other", "6"), "of these you stamped none."),
    ],
)
def test_it_speaks_english_at_every_number(values, truth, said):
    finding, _ = sat(values, truth)
    assert said in finding.statement


@pytest.mark.parametrize(("values", "truth"), [((), ("6",)), (("a=be",), ()), (("a=be",), ("own", "some"))])
def test_whoever_left_it_and_a_record_that_lost_its_truth_are_told_nothing(values, truth):
    assert sat(values, truth)[0] is None


def test_it_stands_on_the_page_about_the_watch_and_in_the_report(pack, lived):
    whole = debrief(lived("dice", "taste", "visible-first", 5), pack)
    watch = next(p for p in whole.pages if p.id == "watch")
    finding = next(f for f in watch.findings if f.id == "chair")
    line = whole.record.lines[finding.evidence[0] - 1]
    assert line.act.what == "chair" and len(line.act.values) == finding.counts["looked"]
    html = render(whole)
    assert "From the chair" in html and finding.statement in html and f'href="#line-{line.n}"' in html


def test_stamps_are_no_chalk(lived):
    """What was stamped is not taken for a guess about the rules."""
    found = {f.id: f for f in findings(lived("dice", "lesson", "visible-first", 3))}
    assert not set(found["rule_guess"].evidence) & set(found["chair"].evidence)
