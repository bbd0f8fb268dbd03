"""The screen with its nudge off is the one that the game itself would have shown."""

from dataclasses import replace
from itertools import product

import pytest

from game.model.content import Pack
from game.rules import view
from game.rules.legal import due
from game.rules.moment import moment_of, show
from game.rules.unpushed import unpushed
from tests.rules.lives import ORDERS, life, setup_of


@pytest.mark.parametrize(("seed", "order"), list(product((1, 2, 3), ORDERS)))
def test_it_is_the_screen_that_the_rules_show_of_the_same_moment_without_a_nudge(
    pack: Pack, seed: int, order: str
) -> None:
    """Held against the rules themselves, in every pushed moment of a play, each in the state it was met in."""
    setup = setup_of(seed, "lesson", order)  # type: ignore[arg-type]
    pushed, moved = 0, 0
    for state, act in life(pack, setup, "dice"):
        if act is None or act.do != "choose":
            continue
        shown = view(pack, state).moment
        moment = moment_of(pack, state, due(state))
        assert shown is not None
        if not moment.target:
            continue
        voice = moment.voice if moment.kind == "matched" else ""
        off = replace(moment, target="", nudge="", arm="none", aside="", voice=voice)
        honest = show(pack, state, off, watch=shown.watch, light=shown.light, clock=shown.clock)
        assert unpushed(setup, shown) == honest
        pushed += 1
        moved += [o.id for o in shown.options] != [o.id for o in honest.options]
    assert pushed >= 12 and 0 < moved < pushed


def test_of_a_choice_by_hand_the_target_goes_back_to_its_place(pack: Pack) -> None:
    for state, act in life(pack, setup_of(2), "dice"):
        if act is None or act.do != "choose":
            continue
        shown = view(pack, state).moment
        moment = moment_of(pack, state, due(state))
        if shown is None or not moment.target or shown.mode == "sheet":
            continue
        bare = unpushed(setup_of(2), shown)
        rest = [o.id for o in bare.options if o.id != moment.target]
        assert [o.id for o in shown.options] == [moment.target, *rest]
        assert [o.near for o in bare.options] == list(range(len(bare.options)))
