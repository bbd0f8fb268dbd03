"""How a life is rated: the same list on the board and in the app, read-to-know, doors."""

from itertools import pairwise

import pytest

from game.model.content import Pack
from game.model.record import Setup
from game.model.state import State
from game.rules import view
from game.rules.plan import regime_of
from game.rules.regime import (
    balance,
    board,
    doors_open,
    grade,
    lines_in_force,
    lines_now,
    opening_balance,
    points_for,
    posted_mark,
    standing,
)
from tests.rules.lives import first, life, morning_of, setup_of

ROLES = ("P", "D", "H")


def state_in(pack: Pack, condition: str, **changes: object) -> State:
    return morning_of(pack, setup_of(), condition).but(**changes)


def test_board_glass_and_app_count_the_matched_moments_by_exactly_the_same_points(pack: Pack) -> None:
    """For every family and every choice; on every morning that the regime could have."""
    for family in pack.families.values():
        for role in family.choices:
            sums = {
                sum(rule.points for _, rule in lines_in_force(pack, regime, morning) if rule.act in role.acts)
                for regime in (pack.regimes[pack.conditions[c].regime] for c in ROLES)
                for morning in range(1, 9)
            }
            assert len(sums) == 1, (family.id, role.id, sums)
            scored = {sum(p for _, p in points_for(lines_now(pack, state_in(pack, c)), role.acts)) for c in ROLES}
            assert scored == sums


def test_each_family_of_a_campaign_moves_the_standing(pack: Pack) -> None:
    """A family that no line counts would compare nothing."""
    state = state_in(pack, "P")
    for campaign in pack.campaigns.values():
        for name in campaign.families:
            roles, lines = pack.families[name].choices, lines_now(pack, state)
            worth = {sum(p for _, p in points_for(lines, role.acts)) for role in roles}
            assert len(worth) > 1, name


def test_keeping_is_never_worth_less_than_not_keeping(pack: Pack) -> None:
    state = state_in(pack, "P")
    for family in pack.families.values():
        worth = {True: [], False: []}  # type: dict[bool, list[int]]
        for role in family.choices:
            worth[role.keeps].append(sum(p for _, p in points_for(lines_now(pack, state), role.acts)))
        assert min(worth[True]) > max(worth[False]), family.id


def test_what_is_posted_beyond_the_list_is_about_free_acts_only(pack: Pack) -> None:
    """A line pasted over, or one of the app's own, never counts a matched choice. Side systems keep their own books."""
    matched = {act for family in pack.families.values() for role in family.choices for act in role.acts}
    for regime in (one for one in pack.regimes.values() if not one.side):
        beyond = {rule.act for rule in regime.extra} | {pasted.rule.act for pasted in regime.pasted}
        assert not beyond & matched, regime.id


def test_the_doors_ask_the_same_of_board_glass_and_app(pack: Pack) -> None:
    asked = {tuple((rule.door, rule.at_least) for rule in pack.regimes[pack.conditions[c].regime].doors) for c in ROLES}
    assert len(asked) == 1


def test_board_and_app_open_with_the_same_balance_for_every_file(pack: Pack) -> None:
    for file in pack.files:
        opened = set()
        for condition in ROLES:
            state = morning_of(pack, Setup(campaign="lesson", seed=7, order="visible-first", file=file), condition)
            opened.add(opening_balance(pack, state, regime_of(pack, state)))
        assert len(opened) == 1, file
        assert (opened == {600}) is pack.files[file].middle


def test_dark_glass_goes_on_with_the_balance_of_the_board(pack: Pack) -> None:
    state = state_in(pack, "D", balances=(("notice_board", 591),))
    assert opening_balance(pack, state, regime_of(pack, state)) == 591


def test_a_door_opens_at_its_figure_and_not_one_point_below(pack: Pack) -> None:
    regime = pack.regimes["notice_board"]
    for rule in regime.doors:
        assert dict(doors_open(regime, rule.at_least))[rule.door]
        assert not dict(doors_open(regime, rule.at_least - 1))[rule.door]


def test_a_grade_begins_at_its_figure(pack: Pack) -> None:
    regime = pack.regimes["notice_board"]
    steps = sorted(regime.grades, key=lambda g: g.at_least)
    for below, here in pairwise(steps):
        assert (grade(regime, here.at_least - 1), grade(regime, here.at_least)) == (below.name, here.name)
    assert grade(regime, -500) == steps[0].name


def test_a_pasted_line_adds_and_never_erases(pack: Pack) -> None:
    for regime in pack.regimes.values():
        lines = [set(lines_in_force(pack, regime, morning)) for morning in range(6)]
        assert all(earlier <= later for earlier, later in pairwise(lines))
        ids = [line for line, _ in lines_in_force(pack, regime, 99)]
        assert len(set(ids)) == len(ids)


def test_two_lines_about_one_act_are_added_up(pack: Pack) -> None:
    """Under dark glass sweeping is worth two by one line and costs one by the other."""
    state = state_in(pack, "D")
    assert sum(points for _, points in points_for(lines_now(pack, state), ("sweep_step",))) == 1
    lines = [line for line, rule in lines_in_force(pack, pack.regimes["dark_glass"], 1) if rule.act == "sweep_step"]
    half = state.but(read=((lines[0], 1),))
    both = state.but(read=tuple((line, 1) for line in lines))
    assert posted_mark(pack, half, ("sweep_step",)) == ("posted", None)
    assert posted_mark(pack, both, ("sweep_step",)) == ("posted", 1)


def test_an_unread_line_is_without_its_figure(pack: Pack) -> None:
    lines = board(pack, state_in(pack, "P"))
    assert lines and all(line.points is None for line in lines)
    read = board(pack, state_in(pack, "P", read=((lines[0].id, 1),)))
    rules = dict(lines_in_force(pack, pack.regimes["notice_board"], 1))
    assert read[0].points == rules[lines[0].id].points
    assert all(line.points is None for line in read[1:])


def test_only_a_line_pasted_over_is_fresh_and_only_until_it_is_read(pack: Pack) -> None:
    state = state_in(pack, "P")
    over = [pasted.rule.text for pasted in pack.regimes["notice_board"].pasted if pasted.morning == 1]
    fresh = [line for line in board(pack, state) if line.fresh]
    assert [line.text for line in fresh] == over != []
    assert not any(line.fresh for line in board(pack, state.but(read=tuple((line.id, 1) for line in fresh))))


@pytest.mark.parametrize("condition", ["U0", "H", "UV"])
def test_nothing_is_posted_but_under_the_board_and_the_glass(pack: Pack, condition: str) -> None:
    state = state_in(pack, condition)
    assert board(pack, state) == () and posted_mark(pack, state, ("cross_on_red", "stay_with_fallen")) == ("", None)


def test_the_board_shows_points_and_grade(pack: Pack) -> None:
    shown = standing(pack, state_in(pack, "P", balances=(("notice_board", 597),)))
    assert shown is not None and (shown.points, shown.grade, shown.arrow, shown.word) == (597, "B", "", "")


def test_dark_glass_shows_the_balance_of_its_first_morning(pack: Pack) -> None:
    shown = standing(pack, state_in(pack, "D", balances=(("dark_glass", 579),), opened=600))
    assert shown is not None and (shown.points, shown.grade) == (600, "A")


def test_the_app_shows_an_arrow_that_moves_with_the_doors_alone(pack: Pack) -> None:
    """Up: all are open. Down: none is. So the arrow cannot be used to test a single act."""
    regime = pack.regimes["lumen"]
    for points in range(560, 640):
        shown = standing(pack, state_in(pack, "H", balances=(("lumen", points),)))
        opened = sum(is_open for _, is_open in doors_open(regime, points))
        expected = {0: "down", len(regime.doors): "up"}.get(opened, "level")
        assert shown is not None and (shown.arrow, shown.points, shown.grade, shown.word) == (expected, None, "", "")


@pytest.mark.parametrize("condition", ["U0", "UV"])
def test_where_nothing_is_counted_nothing_is_shown(pack: Pack, condition: str) -> None:
    assert standing(pack, state_in(pack, condition)) is None


def test_a_regime_that_was_never_lived_stands_at_its_start(pack: Pack) -> None:
    assert balance(state_in(pack, "P"), pack.regimes["lumen"]) == pack.regimes["lumen"].start


def test_the_board_explains_each_door_and_the_app_none(pack: Pack) -> None:
    state = next(
        s for s in (first(pack, setup_of(3), "fox", "ledger", day) for day in (1, 4)) if regime_of(pack, s).explains
    )
    doors = view(pack, state).page
    assert doors is not None and doors.doors and all(door.why for door in doors.doors)
    silent = view(pack, first(pack, setup_of(3), "fox", "ledger", 4)).page
    assert silent is not None and silent.doors and not any(door.why for door in silent.doors)


def test_the_second_night_of_a_condition_reads_otherwise_than_the_first(pack: Pack) -> None:
    nights = [s for s, _ in life(pack, setup_of(3, "full"), "fox") if s.phase == "ledger"]
    pages = [page for page in (view(pack, night).page for night in nights) if page is not None]
    for one, next_one in zip(pages[::2], pages[1::2], strict=True):
        assert one.lines[0] != next_one.lines[0]
        assert one.lines[-1] != next_one.lines[-1]
