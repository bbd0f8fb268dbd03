"""A play can be lived through the pages alone, and what is kept of it is what any other edition would have kept."""

import pytest

from game.bots.play import play
from game.journal.replay import replay
from game.model.record import Setup
from tests.host.lived import FORM, ORDERS, not_by_hand, through, without
from tests.town import the_pack

BOTS = ("saint", "fox", "sheep", "mule", "dice", "climber")
CHAPTERS = sorted(the_pack().alone)
PLAYS = [("taste", bot, order) for bot in BOTS for order in ORDERS]
PLAYS += [("lesson", bot, ORDERS[at % 2]) for at, bot in enumerate(BOTS)]
PLAYS += [(chapter, BOTS[at % len(BOTS)], ORDERS[at % 2]) for at, chapter in enumerate(CHAPTERS)]
USUAL = ("taste", "fox", ORDERS[0]), ("lesson", "mule", ORDERS[1])
"""These two at every run, the others among the long proofs."""
EACH = [one if one in USUAL else pytest.param(*one, marks=pytest.mark.long) for one in PLAYS]


@pytest.mark.parametrize(("campaign", "bot", "order"), EACH, ids=str)
def test_a_bot_that_presses_what_it_chose_leaves_the_record_it_leaves_without_a_page(campaign, bot, order):
    for session, view, _html, found in through(campaign, bot, order, 5):
        legal = session.legal()
        acts = found.acts()
        assert set(acts) == set(legal) - not_by_hand(view, legal), "the page offers what can be done, and no more"
        assert len(acts) == len(set(acts)), "and each of it once"
        for form in found.forms:
            assert form.fields["n"] == str(len(session.lines)) and form.fields["form"] == FORM
    assert session.text() == without(campaign, bot, order, 5)
    replay(the_pack(), session.record)


@pytest.mark.parametrize("bot", ["fox", "climber", "mule"])
def test_bots_that_do_nothing_out_of_the_way_play_as_they_play_everywhere(bot):
    pack = the_pack()
    setup = Setup(campaign="taste", seed=5, order="hidden-first", file=next(iter(pack.files)))
    assert without("taste", bot, "hidden-first", 5) == play(pack, setup, bot).text()


def test_every_chapter_is_among_them():
    assert set(USUAL) <= set(PLAYS)
    assert len(CHAPTERS) > 5 and {campaign for campaign, *_ in PLAYS} >= {"taste", "lesson", *CHAPTERS}
