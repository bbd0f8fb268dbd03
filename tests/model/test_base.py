"""A changed copy of a shape is what pydantic's own would be, and takes no name that it does not know."""

import pytest

from game.model.content import Pack
from game.model.record import Setup
from game.model.state import Memory, State

SETUP = Setup(campaign="lesson", seed=1, order="visible-first", file="middle")
STATE = State(setup=SETUP, plan=(("P.fall",), ("D.fall",)), coins=4)


@pytest.mark.parametrize("changes", [
    {}, {"coins": 9}, {"day": 1, "memory": (Memory(family="fall", choice="stay", keeps=True),)},
    {"setup": SETUP.but(seed=2), "flags": ("a", "b")},
], ids=str)  # fmt: skip
def test_a_changed_copy_is_the_one_that_pydantic_makes(changes: dict[str, object]) -> None:
    made, theirs = STATE.but(**changes), STATE.model_copy(update=changes)
    assert made == theirs and hash(made) == hash(theirs) and type(made) is State
    assert made.model_fields_set == theirs.model_fields_set
    assert list(made.__dict__) == list(theirs.__dict__)
    assert made.model_dump_json() == theirs.model_dump_json()
    assert made.model_dump_json(exclude_unset=True) == theirs.model_dump_json(exclude_unset=True)
    assert State.model_validate(made.model_dump()) == made
    assert made.__pydantic_extra__ is None and made.__pydantic_private__ is None


def test_the_first_stays_as_it_was_and_neither_can_be_changed() -> None:
    made = STATE.but(coins=9)
    assert (STATE.coins, made.coins) == (4, 9)
    assert "day" not in STATE.model_fields_set and "day" not in made.model_fields_set
    for one in (STATE, made):
        with pytest.raises(ValueError, match="frozen"):
            one.coins = 1  # type: ignore[misc]


def test_a_name_that_it_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError, match="State has no field \\['coinage'\\]"):
        STATE.but(coinage=1, coins=2)


def test_shapes_with_hidden_fields_are_copied_whole(pack: Pack) -> None:
    assert pack.but(digest="0").cases == pack.cases and pack.but(digest="0").alone == pack.alone
