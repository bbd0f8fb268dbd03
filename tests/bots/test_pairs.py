"""Every play of every bot has all its pairs; and preferring a regime is not preferring its prizes."""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable

import pytest

from game.bots import play
from game.journal import Session
from game.model.acts import Event
from game.model.content import Pack
from game.model.record import Setup
from game.rules import fate, step
from tests.rules.lives import ORDERS, conditions_of, life, matched, setup_of, variety

Promise = Callable[[Pack, Session], None]
SAME = 0.05


def chosen(session: Session) -> list[tuple[int, Event]]:
    """The matched choices of a play, each with its place among all that was chosen or skipped."""
    events = [e for line in session.lines for e in line.events if e.did in ("chose", "skipped")]
    return [(at, e) for at, e in enumerate(events) if e.did == "chose" and e.family]


def all_pairs_are_there(pack: Pack, session: Session) -> None:
    campaign = pack.campaigns[session.header.setup.campaign]
    wanted = {(c, f): 1 for c in conditions_of(pack, campaign.id) for f in campaign.families}
    assert Counter((e.condition, e.family) for _, e in chosen(session)) == wanted


def moments_come_as_planned(pack: Pack, session: Session) -> None:
    assert [e.what for _, e in chosen(session)] == matched(session.state.plan)


def no_matched_choice_was_ever_closed(pack: Pack, session: Session) -> None:
    for line in session.lines:
        if line.shown is not None and line.shown.moment.split(".")[0] in pack.conditions:
            assert not any(option.closed for option in line.shown.options)


def keeping_and_not_keeping_were_among_the_options(pack: Pack, session: Session) -> None:
    for line in session.lines:
        if line.shown is not None and line.shown.moment.split(".")[0] in pack.conditions:
            keeps = {role.id: role.keeps for role in pack.families[line.shown.moment.split(".")[1]].choices}
            assert {keeps[option.id] for option in line.shown.options} == {True, False}


def what_was_chosen_was_shown(pack: Pack, session: Session) -> None:
    for line in session.lines:
        assert (line.shown is not None) is (line.act.do == "choose")
        if line.shown is not None:
            assert line.act.what in [option.id for option in line.shown.options if not option.closed]


def four_others_lie_between_two_of_a_family(pack: Pack, session: Session) -> None:
    last: dict[str, int] = {}
    for at, event in chosen(session):
        assert at - last.get(event.family, -9) > 4, (event.what, at)
        last[event.family] = at


def coats_are_as_the_seed_has_them(pack: Pack, session: Session) -> None:
    seed = session.header.setup.seed
    for _, e in chosen(session):
        number = (fate(seed, "coat", e.family) + pack.conditions[e.condition].coat) % 6
        assert e.coat == pack.families[e.family].coats[number].id


def looks_are_as_many_as_promised(pack: Pack, session: Session) -> None:
    families = pack.campaigns[session.header.setup.campaign].families
    looks = Counter(e.condition for _, e in chosen(session) if e.watched)
    assert looks == Counter({"P": len(families), "D": len(families) // 4})


def half_was_pushed_each_way(pack: Pack, session: Session) -> None:
    arms = Counter((e.condition, e.arm) for _, e in chosen(session))
    half = len(pack.campaigns[session.header.setup.campaign].families) // 2
    assert arms["H", "toward"] == arms["H", "away"] == half
    assert all(condition == "H" or arm == "" for condition, arm in arms)


def points_are_those_of_the_one_list(pack: Pack, session: Session) -> None:
    """What was scored in a matched moment: in P and H always, in D if it was looked at, elsewhere never."""
    worth = {rule.act: rule.points for rule in pack.tariffs["the_list"].rules}
    for line in session.lines:
        for e in line.events:
            if e.did == "chose" and e.family:
                role = next(r for r in pack.families[e.family].choices if r.id == e.choice)
                counts = e.condition in ("P", "H") or (e.condition == "D" and e.watched)
                scored = sum(s.amount for s in line.events if s.did == "scored")
                assert scored == (sum(worth.get(act, 0) for act in role.acts) if counts else 0)


PROMISES: tuple[Promise, ...] = (
    all_pairs_are_there,
    moments_come_as_planned,
    no_matched_choice_was_ever_closed,
    keeping_and_not_keeping_were_among_the_options,
    what_was_chosen_was_shown,
    four_others_lie_between_two_of_a_family,
    coats_are_as_the_seed_has_them,
    looks_are_as_many_as_promised,
    half_was_pushed_each_way,
    points_are_those_of_the_one_list,
)


@pytest.fixture(scope="module")
def thirty(pack: Pack) -> list[Session]:
    return [play(pack, setup, bot) for setup, bot in variety(pack, 30)]


@pytest.mark.parametrize("promise", PROMISES, ids=lambda p: p.__name__)
def test_in_every_play_of_every_bot(pack: Pack, thirty: list[Session], promise: Promise) -> None:
    for session in thirty:
        promise(pack, session)


def test_thirty_plays_hold_every_bot_campaign_order_and_file(pack: Pack) -> None:
    plays = variety(pack, 30)
    assert len({bot for _, bot in plays}) == 6
    assert len({(s.campaign, s.order, s.file) for s, _ in plays}) == len(pack.campaigns) * 2 * len(pack.files)


@pytest.mark.long
def test_in_a_thousand_plays_of_every_bot(pack: Pack) -> None:
    for setup, bot in variety(pack, 1000):
        session = play(pack, setup, bot)
        for promise in PROMISES:
            promise(pack, session)


def test_the_price_of_a_choice_is_the_same_under_board_and_app_over_the_coats(pack: Pack) -> None:
    """A coat's price is its own in every condition, and over seeds each condition wears each coat alike."""
    for family in pack.families.values():
        worn: dict[str, Counter[int]] = defaultdict(Counter)
        for seed in range(600):
            for c in ("P", "H"):
                worn[c][(fate(seed, "coat", family.id) + pack.conditions[c].coat) % 6] += 1
        for role in family.choices:
            for price in ("minutes", "coins", "rest"):
                mean = {
                    c: sum(n * getattr(family.coats[i].choices[role.id], price) for i, n in worn[c].items()) / 600
                    for c in ("P", "H")
                }
                assert abs(mean["P"] - mean["H"]) < 0.6, (family.id, role.id, price, mean)


def gained(pack: Pack, setup: Setup) -> dict[str, Counter[str]]:
    """What the matched moments of P and of H brought by chance, and the doors that each of the two opened."""
    condition, sums = "", {"P": Counter[str](), "H": Counter[str]()}
    signs = {"earned": ("coins", 1), "paid": ("coins", -1), "spent": ("minutes", 1), "scored": ("points", 1)}
    for state, act in life(pack, setup, "dice"):
        events = step(pack, state, act)[1] if act else ()
        condition = next((e.condition for e in events if e.did == "dawned"), condition)
        in_moment = any(e.did == "chose" and e.family for e in events)
        for e in events:
            if condition in sums and in_moment and e.did in signs:
                name, sign = signs[e.did]
                sums[condition][name] += sign * e.amount
                sums[condition]["points moved"] += abs(e.amount) if name == "points" else 0
            if e.did == "judged" and e.why in ("notice_board", "lumen"):
                sums["P" if e.why == "notice_board" else "H"]["doors"] += e.amount
    return sums


@pytest.mark.long
def test_coins_hours_points_and_doors_under_board_and_app_differ_by_less_than_a_twentieth(
    pack: Pack, capsys: pytest.CaptureFixture[str]
) -> None:
    """A thousand plays by chance, from the middle file. Points nearly cancel out: they go by what was moved."""
    total = {"P": Counter[str](), "H": Counter[str]()}
    for seed in range(1000):
        for condition, sums in gained(pack, setup_of(seed, order=ORDERS[seed % 2])).items():
            total[condition].update(sums)
    apart = {}
    for name in ("coins", "minutes", "points", "doors"):
        p, h = total["P"][name], total["H"][name]
        moved = (total["P"]["points moved"] + total["H"]["points moved"]) / 2
        whole = moved if name == "points" else max(abs(p), abs(h))
        apart[name] = abs(p - h) / whole
        with capsys.disabled():
            sys.stdout.write(f"\n{name:8} P {p / 1000:9.3f}  H {h / 1000:9.3f}  apart {apart[name]:.2%}")
    assert {name: share for name, share in apart.items() if share >= SAME} == {}
