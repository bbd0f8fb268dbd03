"""Real plays on the real levels, lived once for all tests of this room."""

import pytest

from game.bots.play import play
from game.model.record import Record, Setup


@pytest.fixture(scope="session")
def lived(pack):
    """A function (bot, campaign, order, seed, file) -> Record; each play is lived only once."""
    kept: dict[tuple[object, ...], Record] = {}

    def get(bot="dice", campaign="lesson", order="visible-first", seed=3, file="middle") -> Record:
        key = (bot, campaign, order, seed, file)
        if key not in kept:
            setup = Setup(campaign=campaign, seed=seed, order=order, file=file)
            kept[key] = play(pack, setup, bot).record
        return kept[key]

    return get
