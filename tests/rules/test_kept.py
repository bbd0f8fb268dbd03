"""What is looked up is what would be worked out anew: by another play in between, in another order, with a secret."""

from collections.abc import Callable
from itertools import islice
from random import Random
from typing import Any

import pytest

from game.model.content import Pack
from game.model.state import State
from game.rules import kept, legal, view
from game.rules.moment import moment_of
from game.rules.plan import today
from game.rules.start import start
from tests.rules.lives import first, life, setup_of, variety


def afresh(ask: Callable[[Pack, State], Any], pack: Pack, state: State) -> Any:
    """The answer with nothing kept from before."""
    kept._latest[0] = kept._Play()
    return ask(pack, state)


def mixed(pack: Pack, number: int) -> list[State]:
    """States of many plays, in no order."""
    states = [s for setup, bot in variety(pack, number) for s, _ in islice(life(pack, setup, bot), 0, None, 7)]
    Random(5).shuffle(states)
    return states


def check_looked_up(pack: Pack, number: int) -> None:
    states = mixed(pack, number)
    alone = [(afresh(view, pack, s), afresh(legal, pack, s)) for s in states]
    by_play = sorted(range(len(states)), key=lambda at: id(states[at].plan))  # one play after another: all is kept
    for order in (by_play, reversed(by_play), range(len(states))):
        for at in order:
            assert (view(pack, states[at]), legal(pack, states[at])) == alone[at]


def test_a_view_and_its_acts_are_the_same_whatever_was_asked_before(pack: Pack) -> None:
    check_looked_up(pack, 18)


@pytest.mark.long
def test_a_view_and_its_acts_are_the_same_in_many_plays(pack: Pack) -> None:
    check_looked_up(pack, 96)


def test_every_part_of_a_state_that_a_view_hangs_on_is_asked_again(pack: Pack) -> None:
    """The same play with one thing changed: purse, hours, what was read, used, flagged, remembered, counted."""
    street = first(pack, setup_of(), "dice", "street", 2)
    roams = tuple(pack.roams)
    lines = tuple((line.id, 0) for line in view(pack, street).board)
    assert lines, "a posted day"
    changes: list[dict[str, Any]] = [
        {"minute": 700}, {"minute": 1199}, {"minute": 1200}, {"minute": 1300}, {"used": roams[:1]}, {"used": roams},
        {"read": lines[:1]}, {"read": lines}, {"read": ()}, {"beat": 5}, {"day": 1}, {"coins": 0, "rest": 1},
        {"balances": tuple((name, points + 40) for name, points in street.balances)}, {"ties": ()}, {"trust": 90},
        {"flags": ()}, {"phase": "place", "place": "bakery"}, {"memory": ()},
    ]  # fmt: skip
    for change in [*changes, *reversed(changes)]:
        other = street.but(**change)
        seen, acts = view(pack, other), legal(pack, other)
        assert seen == afresh(view, pack, other), change
        assert acts == afresh(legal, pack, other), change
        assert view(pack, street) == afresh(view, pack, street)


def test_other_levels_are_never_taken_for_these(pack: Pack) -> None:
    """The same state in a town whose board says something else, or whose regime is another."""
    street = first(pack, setup_of(), "dice", "street", 2)
    regime = today(pack, street).regime
    dear = pack.but(regimes={**pack.regimes, regime.id: regime.but(name="The Other Board", posted=False)})
    assert view(pack, street).board and not view(dear, street).board
    assert view(pack, street).board, "and back"
    assert moment_of(pack, street, "P.fall") == afresh(lambda p, s: moment_of(p, s, "P.fall"), pack, street)


def test_one_play_is_kept_and_no_more(pack: Pack) -> None:
    for seed in range(30):
        state = start(pack, setup_of(seed))
        view(pack, state)
        assert kept._latest[0].plan is state.plan and len(kept._latest) == 1
    sizes = []
    for state, _ in life(pack, setup_of(3), "dice"):
        view(pack, state)
        sizes.append(len(kept._latest[0].known))
    assert max(sizes) < 800, "a handful of answers for each moment and each day"
