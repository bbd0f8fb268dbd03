"""The chair in the Lantern: which twelve windows are lit below, and which of them the player lit."""

from game.model.content import Pack, Window
from game.model.state import State
from game.rules import said
from game.rules.fate import shuffled
from game.rules.plan import campaign_of

WINDOWS, OWN = 12, 6  # so many are lit; so many of them, at most, show what the player did
DONE = ("stamp", "be")  # what can be done with a window that was looked at


def is_own(state: State, window: Window) -> bool:
    """Say whether the player did this, in any of the coats it came in."""
    return f"{window.family}_{window.choice}" in state.flags


def windows(pack: Pack, state: State) -> tuple[Window, ...]:
    """The windows that are lit, in the order in which they lie: half own, half not, as far as there are so many.

    Where the player has done nearly everything there is, own ones take the places that are left.
    """
    seed, families = state.setup.seed, campaign_of(pack, state).families
    known = [w for w in pack.windows.values() if w.family in families]
    own = shuffled(seed, [w.id for w in known if is_own(state, w)], "chair", "own")
    others = shuffled(seed, [w.id for w in known if not is_own(state, w)], "chair", "others")
    first = own[:OWN]
    lit = first + others[: WINDOWS - len(first)]
    lit += own[OWN:][: WINDOWS - len(lit)]
    return tuple(pack.windows[name] for name in shuffled(seed, lit, "chair", "order"))


def truth(pack: Pack, state: State, values: tuple[str, ...]) -> tuple[str, ...]:
    """For each window that was looked at whether it was the player's own; last, how many of all those lit were."""
    lit = {window.id: is_own(state, window) for window in windows(pack, state)}
    return (*("own" if lit[value.partition("=")[0]] else "other" for value in values), str(sum(lit.values())))


def fault(pack: Pack, state: State, values: tuple[str, ...]) -> str:
    """What is wrong with what was done in the chair, in a sentence; "" if nothing is."""
    parts = [value.partition("=") for value in values]
    names = [name for name, _, _ in parts]
    lit = {window.id for window in windows(pack, state)}
    good = set(names) <= lit and len(set(names)) == len(names) and all(done in DONE for _, _, done in parts)
    return "" if good else said.WINDOWS
