"""The first state of a play."""

from game.model.content import Pack
from game.model.record import Setup
from game.model.state import State
from game.rules.days import make_plan
from game.rules.fate import shuffled


def start(pack: Pack, setup: Setup) -> State:
    """Return the state before the first key. Raises KeyError for a campaign or file that the pack lacks."""
    campaign = pack.play(setup.campaign)
    if setup.file not in pack.files:
        raise KeyError(setup.file)
    return State(
        setup=setup,
        plan=make_plan(pack, setup),
        coins=campaign.coins,
        ties=tuple((person.id, person.tie) for person in pack.people.values() if person.tie),
    )


def draw_file(pack: Pack, seed: int) -> str:
    """The starting file that this seed deals: each is as likely as any other."""
    return shuffled(seed, pack.files, "file")[0]
