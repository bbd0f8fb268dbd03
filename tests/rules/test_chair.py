"""The chair in the Lantern: half of what is lit is the player's own, nobody says which, and the record knows."""

from collections import Counter

import pytest

from game.model.acts import Act
from game.model.content import Pack
from game.model.state import State
from game.model.view import AskView
from game.rules import Illegal, chair, step, view
from tests.rules.lives import life, setup_of, variety


def sat(pack: Pack, seed: int = 7, bot: str = "dice", campaign: str = "lesson") -> State:
    """The moment at which Halloran asks."""
    states = (state for state, _ in life(pack, setup_of(seed, campaign), bot))
    return next(state for state in states if state.asks[:1] == ("chair",))


def seen(pack: Pack, state: State) -> AskView:
    ask = view(pack, state).ask
    assert ask is not None
    return ask


def own(pack: Pack, state: State) -> set[str]:
    """The windows that show what the player did."""
    return {w.id for w in pack.windows.values() if f"{w.family}_{w.choice}" in state.flags}


def test_it_is_the_last_thing_that_asks_in_every_campaign(pack: Pack) -> None:
    for campaign in pack.campaigns.values():
        assert campaign.after_asks[-1] == "chair"
    for setup, bot in variety(pack, 8):
        asked = [state.asks[0] for state, _ in life(pack, setup, bot) if state.phase == "ask"]
        assert asked.count("chair") == 1 and asked[-1] == "chair"


def test_twelve_are_lit_and_six_of_them_at_most_are_own_where_there_are_six_others(pack: Pack) -> None:
    shares = Counter()
    for setup, bot in variety(pack, 24):
        state = sat(pack, setup.seed, bot, setup.campaign)
        lit = {item.id for item in seen(pack, state).items}
        families = pack.campaigns[setup.campaign].families
        known = {w.id for w in pack.windows.values() if w.family in families}
        mine = own(pack, state) & known
        assert len(lit) == 12 and lit <= known
        assert len(lit & mine) == min(len(mine), max(6, 12 - len(known - mine)))
        shares[len(lit & mine)] += 1
    assert shares[6] and len(shares) > 1


def test_in_a_taste_every_choice_of_its_four_families_is_a_window(pack: Pack) -> None:
    for seed in range(6):
        shown = seen(pack, sat(pack, seed, campaign="taste")).items
        assert {item.id for item in shown} == {
            w.id for w in pack.windows.values() if w.family in pack.campaigns["taste"].families
        }


def test_the_windows_of_a_choice_are_the_choices_that_were_made(pack: Pack) -> None:
    """The flags say what the moments said."""
    chosen = set()
    for before, act in life(pack, setup_of(5), "fox"):
        if act is not None and act.do == "choose":
            chosen |= {f"{e.family}_{e.choice}" for e in step(pack, before, act)[1] if e.did == "chose" and e.family}
    mine = own(pack, sat(pack, 5, "fox"))
    assert mine == {w.id for w in pack.windows.values() if f"{w.family}_{w.choice}" in chosen} and len(mine) >= 8


def test_what_is_seen_does_not_tell_which_are_own(pack: Pack) -> None:
    """Two players whose windows are the same twelve see the same, whoever of them did what."""
    state = sat(pack, 3, campaign="taste")
    families = pack.campaigns["taste"].families
    matched = {f"{w.family}_{w.choice}" for w in pack.windows.values() if w.family in families}
    others = tuple(flag for flag in state.flags if flag not in matched)
    swapped = state.but(flags=(*others, *sorted(matched - set(state.flags))))
    assert own(pack, state) != own(pack, swapped)
    assert view(pack, swapped) == view(pack, state)


def test_where_own_ones_lie_among_the_twelve_is_left_to_luck(pack: Pack) -> None:
    places = Counter()
    for seed in range(40):
        state = sat(pack, seed, "saint")
        mine = own(pack, state)
        places.update(n for n, item in enumerate(seen(pack, state).items) if item.id in mine)
    assert len(places) == 12 and max(places.values()) < 32


def test_the_truth_says_of_each_look_whose_it_was_and_how_many_were_own(pack: Pack) -> None:
    state = sat(pack, 9)
    lit = [item.id for item in seen(pack, state).items]
    mine = own(pack, state)
    values = tuple(f"{window}={'be' if n % 2 else 'stamp'}" for n, window in enumerate(reversed(lit[2:9])))
    _, events = step(pack, state, Act(do="answer", what="chair", values=values))
    told = next(e for e in events if e.did == "answered")
    assert told.values == values and told.secret
    assert told.truth[:-1] == tuple("own" if v.split("=")[0] in mine else "other" for v in values)
    assert told.truth[-1] == str(len(mine & set(lit)))


def test_it_can_be_left(pack: Pack) -> None:
    state = sat(pack, 9)
    after, events = step(pack, state, Act(do="answer", what="chair"))
    assert after.phase == "over" and [e.values for e in events if e.did == "answered"] == [()]


@pytest.mark.parametrize("how", ["twice", "dark", "unlit", "neither", "bare"])
def test_what_cannot_be_done_from_the_chair_is_refused(pack: Pack, how: str) -> None:
    state = sat(pack, 9)
    lit = [item.id for item in seen(pack, state).items]
    unlit = next(name for name in pack.windows if name not in lit)
    values = {
        "twice": (f"{lit[0]}=stamp", f"{lit[0]}=be"), "dark": ("nowhere=be",), "unlit": (f"{unlit}=stamp",),
        "neither": (f"{lit[0]}=wave",), "bare": (lit[0],),
    }[how]  # fmt: skip
    with pytest.raises(Illegal, match="Each window is looked at once"):
        step(pack, state, Act(do="answer", what="chair", values=values))


def test_nobody_is_named_in_a_window_and_no_number_is_on_it(pack: Pack) -> None:
    names = {part for person in pack.people.values() for part in person.name.split() if part not in ("Nobody", "Mr.")}
    for window in pack.windows.values():
        assert not names & set(window.text.replace(".", "").replace(",", "").split()), window.id
        assert not any(letter.isdigit() for letter in window.text)


def test_no_window_is_lit_twice(pack: Pack) -> None:
    state = sat(pack, 9)
    assert len({w.id for w in chair.windows(pack, state)}) == len(chair.windows(pack, state))
