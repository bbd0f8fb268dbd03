"""Two states that differ only in a secret give equal Views, until the reveal."""

from collections.abc import Callable
from random import Random

import pytest

from game.model.content import Pack
from game.model.record import Setup
from game.model.state import State
from game.model.view import View
from game.rules import legal, moment, start, step, view
from game.rules.hand import Hand
from game.rules.plan import is_last_day, is_last_of_condition, looked_at, regime_of
from tests.rules.lives import ORDERS, life, setup_of

BOTS = ("saint", "fox", "sheep", "dice", "climber")
FAR = 987_654  # a balance whose figure stands nowhere else
HIDDEN, SMOKED = "lumen", "dark_glass"


def lives(pack: Pack, number: int) -> list[tuple[Setup, str]]:
    files = list(pack.files)
    setups = [setup_of(i, ("lesson", "taste")[i % 2], ORDERS[i // 2 % 2], files[i % 4]) for i in range(number)]
    return [(setup, BOTS[setup.seed % 5]) for setup in setups]


def long_days(pack: Pack) -> Pack:
    """The same levels with two days under the glass and two with the app, so that a night lies before the reveal."""
    campaign = pack.campaigns["taste"]
    twice = {
        order: tuple(c for c in getattr(campaign, order) for _ in range(2 if c in (HIDDEN, SMOKED) else 1))
        for order in ("visible_first", "hidden_first")
    }
    return pack.but(campaigns={**pack.campaigns, "taste": campaign.but(**twice)})


def revealed(pack: Pack, state: State) -> bool:
    """The last night's ledger of the regime, or what comes after it. What asks before it asks in the dark."""
    told = state.phase == "ledger" or (state.phase == "ask" and state.after == "morning")
    return is_last_day(pack, state) or (is_last_of_condition(pack, state) and told)


def band(pack: Pack, points: int) -> tuple[int, int]:
    """The lowest and the highest balance that opens exactly the same doors."""
    steps = sorted(rule.at_least for rule in pack.regimes[HIDDEN].doors)
    return max((s for s in steps if s <= points), default=-FAR), min((s - 1 for s in steps if s > points), default=FAR)


def with_balance(state: State, regime: str, points: int) -> State:
    """The same state, but for what the regime has counted in secret since its first morning."""
    changed = state.but(balances=tuple(sorted({**dict(state.balances), regime: points}.items())))
    return changed.but(dawn=points) if state.dawn != state.opened else changed


def secret_states(pack: Pack, regime: str, number: int) -> list[State]:
    """Every state of so many lives under that regime, before its reveal and after its first counting."""
    return [
        state
        for setup, bot in lives(pack, number)
        for state, _ in life(pack, setup, bot)
        if state.phase != "title" and regime_of(pack, state).id == regime and not revealed(pack, state)
    ]


def check_hidden_balance(pack: Pack, number: int) -> None:
    luck = Random(1)
    states = secret_states(pack, HIDDEN, number)
    assert states
    for state in states:
        low, high = band(pack, dict(state.balances)[HIDDEN])
        other = with_balance(state, HIDDEN, luck.choice((low, high, luck.randint(low, high))))
        assert view(pack, other) == view(pack, state)
        assert legal(pack, other) == legal(pack, state)


def test_the_hidden_balance_shows_in_nothing_within_one_band_of_the_doors(pack: Pack) -> None:
    check_hidden_balance(pack, 10)


@pytest.mark.long
def test_the_hidden_balance_shows_in_nothing_in_many_lives(pack: Pack) -> None:
    check_hidden_balance(pack, 60)
    check_hidden_balance(long_days(pack), 60)


def test_a_night_with_the_app_before_the_last_tells_nothing_either(pack: Pack) -> None:
    check_hidden_balance(long_days(pack), 6)


def test_the_app_tells_its_figure_on_its_last_night(pack: Pack) -> None:
    """So the tests above could fail: there is a secret, and there is a reveal."""
    for setup, bot in lives(pack, 6):
        for state, _ in life(pack, setup, bot):
            if state.phase == "ledger" and regime_of(pack, state).id == HIDDEN:
                points = dict(state.balances)[HIDDEN]
                assert str(points) in view(pack, state).model_dump_json()
                assert view(pack, with_balance(state, HIDDEN, FAR)) != view(pack, state)


def test_no_figure_key_or_line_of_the_hidden_list_is_in_what_is_seen(pack: Pack) -> None:
    """The View as JSON: no points, no grade, none of the app's lines, and not the balance in any words."""
    regime = pack.regimes[HIDDEN]
    lines = [rule.text for rule in (*pack.tariffs["the_list"].rules, *regime.extra)] + [r.text for r in regime.file]
    for state in secret_states(pack, HIDDEN, 8):
        far = with_balance(state, HIDDEN, FAR if dict(state.balances)[HIDDEN] >= 0 else -FAR)
        text = view(pack, far).model_dump_json(exclude_defaults=True)
        assert str(FAR) not in text and '"points"' not in text and '"grade"' not in text and '"mark"' not in text
        assert not [line for line in lines if line in text]


def test_before_any_rule_no_rule_is_to_be_seen(pack: Pack) -> None:
    lines = [rule.text for rule in pack.tariffs["the_list"].rules]
    for setup, bot in lives(pack, 4):
        for state, _ in life(pack, setup, bot):
            if state.day == 0:
                text = view(pack, state).model_dump_json()
                assert not [line for line in lines if line in text]


def test_what_the_glass_has_counted_shows_in_nothing_at_all(pack: Pack) -> None:
    """Not even by bands: results come once, as a total, on the last night."""
    for levels in (pack, long_days(pack)):
        states = secret_states(levels, SMOKED, 4)
        assert states
        for state in states:
            for points in (-FAR, 590, FAR):
                other = with_balance(state, SMOKED, points)
                assert view(levels, other) == view(levels, state)
                assert legal(levels, other) == legal(levels, state)


def views_until_reveal(pack: Pack, setup: Setup, bot: str) -> tuple[list[View], View | None]:
    """What is seen step by step up to the glass's last ledger, and that ledger."""
    seen: list[View] = []
    state = start(pack, setup)
    for before, act in life(pack, setup, bot):
        if before.phase == "ledger" and regime_of(pack, before).id == SMOKED and is_last_of_condition(pack, before):
            return seen, view(pack, before)
        seen.append(view(pack, before))
        assert act is not None
        state, _ = step(pack, before, act)
    raise AssertionError(f"no ledger of the glass before {state.phase}")


def other_looks(look: Callable[..., bool]) -> Callable[..., bool]:
    """As many looks as the seed drew, each on the family after the one it was meant for."""

    def turned(pack: Pack, setup: Setup, condition: str, family: str) -> bool:
        families = pack.campaigns[setup.campaign].families
        return look(pack, setup, condition, families[families.index(family) - 1])

    return turned


def check_looks(pack: Pack, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same lives twice: once as the seed looks, once with every look turned elsewhere."""
    chance = Hand.seen_by_chance

    def turned_chance(hand: Hand, *what: str | int) -> bool:
        by_luck = regime_of(hand.pack, hand.state).scores == "looked_at"
        return not chance(hand, *what) if by_luck else chance(hand, *what)

    told_apart = 0
    for setup, bot in lives(pack, number):
        seen, ledger = views_until_reveal(pack, setup, bot)
        with monkeypatch.context() as patch:
            patch.setattr(moment, "looked_at", other_looks(looked_at))
            patch.setattr(Hand, "seen_by_chance", turned_chance)
            also_seen, other_ledger = views_until_reveal(pack, setup, bot)
        assert also_seen == seen
        told_apart += ledger != other_ledger
    assert told_apart, "the looks made no difference to any ledger: this test could not fail"


def test_which_moments_were_looked_at_shows_in_nothing_until_the_last_night(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_looks(pack, 6, monkeypatch)


def test_which_moments_were_looked_at_shows_on_no_night_before_the_last(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_looks(long_days(pack), 4, monkeypatch)


@pytest.mark.long
def test_which_moments_were_looked_at_shows_in_nothing_in_many_lives(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_looks(pack, 60, monkeypatch)


def test_what_is_counted_in_secret_is_marked_secret_in_the_record(pack: Pack) -> None:
    """Or an animation that plays what happened would tell."""
    levels = long_days(pack)
    counted = 0
    for setup, bot in lives(levels, 6):
        for before, act in life(levels, setup, bot):
            if act is None:
                continue
            state, events = step(levels, before, act)
            regime = regime_of(levels, state).id if state.phase != "title" else ""
            for event in events:
                tonight = event.did == "balance" and is_last_of_condition(levels, state) and act.do == "home"
                at_dawn = regime == SMOKED and event.did == "balance" and state.phase == "morning"
                if event.did in ("scored", "balance") and event.what in (HIDDEN, SMOKED):
                    counted += 1
                    assert event.secret or (event.what == SMOKED and (tonight or at_dawn)), (event, state.day)
                if event.did == "chose":
                    assert event.secret
    assert counted
