"""The hidden score is called a panopticon only for somebody who says that they reckoned with it (Simon 2005)."""

import pytest

from game.debrief.everything import SINCE, suspected
from game.debrief.pages import debrief
from game.debrief.reading import read
from game.debrief.report import render
from game.model.acts import Act

WORD = "panopticon"


def answered(record, values, pegs=()):
    """The same play with other answers about the phone; an empty answer was left alone."""

    def put(line):
        given = {"suspected": values, "pegs_h": pegs}
        events = tuple(
            e.but(values=given[e.what]) if e.did == "answered" and e.what in given else e for e in line.events
        )
        act = Act(do="answer", what=line.act.what, values=given[line.act.what]) if line.act.what in given else line.act
        return line.but(events=events, act=act)

    return record.but(lines=tuple(map(put, record.lines)))


CASES = [
    (("pick_0",), ("9",), False), (("pick_1",), ("9",), False), (("pick_2",), ("0",), True), (("pick_3",), (), True),
    ((), ("4",), True), ((), ("0",), False), ((), (), False),
]  # fmt: skip


@pytest.mark.parametrize("campaign", ["taste", "lesson", "full"])
@pytest.mark.parametrize(("values", "pegs", "thought"), CASES)
def test_the_word_stands_in_a_debrief_exactly_where_the_score_was_suspected(
    pack, lived, campaign, values, pegs, thought
):
    record = answered(lived("dice", campaign, "visible-first", 7), values, pegs)
    hung = any(e.what == "pegs_h" for line in record.lines for e in line.events)  # a taste does not ask for pegs
    thought = thought and bool(values or hung)
    assert suspected(read(record)) == thought
    whole = debrief(record, pack)
    said = " ".join(
        " ".join((p.headline, *p.lead, *p.cannot, *p.ask, *(f.statement + f.caveat for f in p.findings)))
        for p in whole.pages
    )
    assert (WORD in said.lower()) == thought
    assert (WORD in render(whole).lower()) == thought


def test_nobody_who_was_not_asked_is_taken_to_have_suspected_it(pack, lived):
    for chapter in ("lumen", "second_app", "before"):
        record = lived("dice", chapter, "visible-first", 4)
        assert WORD not in render(debrief(record, pack)).lower()


def test_the_two_answers_that_count_are_those_that_name_a_time_while_it_ran(pack):
    picks = pack.asks["suspected"].picks
    assert [f"pick_{i}" for i in range(len(picks))][2:] == list(SINCE)
    assert picks[0].startswith("No") and "now" in picks[1] and "start" in picks[3]
