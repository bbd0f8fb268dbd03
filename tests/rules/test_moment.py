"""One moment: its options, their order, their prices, and what is put forward."""

from collections import Counter

import pytest

from game.model.content import Pack
from game.model.record import Option, Shown
from game.model.state import Memory, State
from game.rules.moment import Moment, closed, moment_of, show
from game.rules.plan import pushed_toward
from game.rules.start import start
from tests.rules.lives import conditions_of, matched, morning_of, setup_of

LESSON = ("crossing", "fall", "friend", "basket", "debt", "grumbler", "caller", "coffee")


def look(pack: Pack, state: State, name: str) -> tuple[Moment, Shown]:
    moment = moment_of(pack, state, name)
    return moment, show(pack, state, moment, watch="none", light="noon", clock="12:00")


def each_matched(pack: Pack, seeds: range) -> list[tuple[State, str]]:
    return [
        (morning_of(pack, setup_of(seed), condition), f"{condition}.{family}")
        for seed in seeds
        for condition in conditions_of(pack, "lesson")
        for family in LESSON
    ]


def test_a_keeping_and_a_non_keeping_choice_are_always_open(pack: Pack) -> None:
    """Whatever the purse: with nothing in it, too."""
    for state, name in each_matched(pack, range(12)):
        poor = state.but(coins=0, tick=40, rest=0, ties=())
        moment, shown = look(pack, poor, name)
        assert {choice.keeps for choice in moment.choices} == {True, False}
        assert not any(option.closed for option in shown.options)


def test_what_keeps_is_the_same_in_every_coat_and_condition(pack: Pack) -> None:
    keeps: dict[str, set[tuple[tuple[str, bool | None], ...]]] = {}
    for state, name in each_matched(pack, range(12)):
        moment, _ = look(pack, state, name)
        keeps.setdefault(moment.family, set()).add(tuple((c.id, c.keeps) for c in moment.choices))
    assert {family: len(kinds) for family, kinds in keeps.items()} == dict.fromkeys(LESSON, 1)


def test_the_options_show_what_the_coat_says(pack: Pack) -> None:
    for state, name in each_matched(pack, range(3)):
        moment, shown = look(pack, state, name)
        coat = next(c for c in pack.families[moment.family].coats if c.id == moment.coat)
        for option in () if shown.wordless else shown.options:
            way = coat.choices[option.id]
            assert (option.text, option.minutes, option.coins, option.prop) == (
                way.text, way.minutes, way.coins, way.prop,
            )  # fmt: skip
        assert [o.near for o in shown.options] == list(range(len(shown.options)))


def test_nothing_is_put_forward_where_nothing_nudges(pack: Pack) -> None:
    for state, name in each_matched(pack, range(6)):
        if not name.startswith("H."):
            moment, shown = look(pack, state, name)
            assert (moment.arm, moment.nudge, moment.target) == ("", "", "")
            assert not any(o.preselected or o.lit or o.friction for o in shown.options)


def test_under_the_app_the_push_is_what_the_seed_drew(pack: Pack) -> None:
    """Toward: a keeping choice is preselected, lit and (by hand) nearest. Away: the family's other one."""
    for seed in range(30):
        state = morning_of(pack, setup_of(seed), "H")
        for family in LESSON:
            moment, shown = look(pack, state, f"H.{family}")
            toward = pushed_toward(pack, state.setup, "H", family)
            put = [o.id for o in shown.options if o.preselected and o.lit]
            keeps = {c.id: c.keeps for c in moment.choices}
            assert (moment.arm, len(put)) == ("toward" if toward else "away", 1)
            assert keeps[put[0]] is toward
            if not toward:
                assert put[0] == pack.families[family].away
            if moment.mode != "sheet":
                assert shown.options[0].id == put[0]
            coat = next(c for c in pack.families[family].coats if c.id == moment.coat)
            assert shown.aside == (coat.word.toward if toward else coat.word.away)


def test_a_nudge_without_points_is_put_forward_as_its_arm_says(pack: Pack) -> None:
    arms = Counter[str]()
    for seed in range(30):
        state = morning_of(pack, setup_of(seed), "U0")
        for name in pack.campaigns["lesson"].nudges:
            nudge = pack.nudges[name]
            moment, shown = look(pack, state, f"nudge.{name}")
            put = [o.id for o in shown.options if o.preselected]
            assert put == {"x": [nudge.x], "z": [nudge.z], "none": []}[moment.arm]
            assert shown.aside == {"x": nudge.line_x, "z": nudge.line_z, "none": ""}[moment.arm]
            arms[moment.arm] += 1
    assert arms == dict(zip(("x", "z", "none"), (30 * n for n in pack.campaigns["lesson"].nudge_arms), strict=True))


def test_no_unscored_nudge_is_counted_by_any_list(pack: Pack) -> None:
    """Where points ride on it, it is an incentive and no nudge."""
    counted = {rule.act for tariff in pack.tariffs.values() for rule in tariff.rules}
    counted |= {rule.act for regime in pack.regimes.values() for rule in regime.extra}
    counted |= {pasted.rule.act for regime in pack.regimes.values() for pasted in regime.pasted}
    assert not {a for nudge in pack.nudges.values() for turn in nudge.choices for a in turn.acts} & counted


@pytest.fixture(scope="module")
def mornings(pack: Pack) -> dict[str, list[State]]:
    """The first mornings of 600 seeds under each condition in which nothing pushes."""
    return {
        condition: [morning_of(pack, setup_of(seed), condition) for seed in range(600)]
        for condition in ("U0", "P", "D", "UV")
    }


@pytest.mark.parametrize("family", LESSON)
def test_the_order_of_the_options_is_balanced_over_seeds(
    pack: Pack, mornings: dict[str, list[State]], family: str
) -> None:
    """Over 600 seeds each of three options stands first between 160 and 240 times, where nothing pushes."""
    for condition, states in mornings.items():
        first = Counter[str]()
        for state in states:
            _, shown = look(pack, state, f"{condition}.{family}")
            first[shown.options[0].id] += 1
        assert len(first) == len(pack.families[family].choices)
        assert all(160 <= n <= 240 for n in first.values()), (condition, first)


def test_the_town_remembers_the_last_of_a_family_in_one_line(pack: Pack) -> None:
    state = morning_of(pack, setup_of(), "P")
    coat = moment_of(pack, state, "P.fall").coat
    recall = next(c.memory for c in pack.families["fall"].coats if c.id == coat)
    fresh = moment_of(pack, state, "P.fall").scene
    for keeps, words in ((True, recall.kept), (False, recall.not_kept)):
        lived = state.but(memory=(Memory(family="fall", choice="stay", keeps=keeps),))
        assert moment_of(pack, lived, "P.fall").scene == f"{fresh} {words}"


def test_the_watch_is_seen_beside_the_scene(pack: Pack) -> None:
    for condition in ("P", "D", "UV"):
        state = morning_of(pack, setup_of(), condition)
        sights = pack.regimes[pack.conditions[condition].regime].sights
        assert {moment_of(pack, state, f"{condition}.{f}").aside for f in LESSON} <= set(sights)
    assert moment_of(pack, morning_of(pack, setup_of(), "U0"), "U0.fall").aside == ""


def test_no_sight_of_the_watch_comes_again_before_the_others(pack: Pack) -> None:
    for condition in ("P", "D", "UV"):
        state = morning_of(pack, setup_of(), condition)
        planned = [m for m in matched(state.plan) if m.startswith(f"{condition}.")]
        number = len(pack.regimes[pack.conditions[condition].regime].sights)
        assert len({moment_of(pack, state, m).aside for m in planned[:number]}) == min(number, len(planned))


def test_a_choice_of_a_story_that_lacks_something_says_what(pack: Pack) -> None:
    """Every closed choice of every scene has a sentence, and in every scene one choice is open to anybody."""
    bare = morning_of(pack, setup_of(), "U0").but(coins=0, ties=(), flags=())
    seen = 0
    for name, scene in pack.scenes.items():
        moment = moment_of(pack, bare, f"story.{name}")
        reasons = {c.id: closed(pack, bare, c) for c in moment.choices}
        assert "" in reasons.values(), name
        for turn in scene.choices:
            if turn.needs and (turn.needs.coins or turn.needs.flag or turn.needs.tie):
                assert reasons[turn.id] == turn.needs.why
                seen += 1
    assert seen


def test_an_option_says_posted_only_where_a_posted_line_counts_it(pack: Pack) -> None:
    for condition in conditions_of(pack, "lesson"):
        state = morning_of(pack, setup_of(), condition)
        for family in LESSON:
            moment, shown = look(pack, state, f"{condition}.{family}")
            acts = {c.id: bool(c.acts) for c in moment.choices}
            for option in shown.options:
                assert option.mark == ("posted" if acts[option.id] and condition in ("P", "D") else ""), option


def test_a_figure_stands_beside_a_choice_only_once_its_line_was_read(pack: Pack) -> None:
    def figures(state: State) -> dict[str, Option]:
        return {o.id: o for o in look(pack, state, "P.fall")[1].options}

    state = morning_of(pack, setup_of(), "P")
    points = next(r.points for r in pack.tariffs["the_list"].rules if r.act == "stay_with_fallen")
    assert figures(state)["stay"].points is None
    assert figures(state.but(read=(("cross_on_red", 1),)))["stay"].points is None
    read = figures(state.but(read=(("stay_with_fallen", 1),)))
    assert (read["stay"].points, read["pass"].points, read["pass"].mark) == (points, None, "")


def test_a_moment_that_the_pack_does_not_know_is_refused(pack: Pack) -> None:
    with pytest.raises(KeyError):
        moment_of(pack, morning_of(pack, setup_of(), "P"), "P.nothing")


def test_the_first_choice_of_a_play_is_made_without_the_words_of_its_coat(pack: Pack) -> None:
    """The light and the road speak for themselves; the coat is worn all the same, and the family's later ones talk."""
    for seed in range(12):
        state = start(pack, setup_of(seed, "lesson"))
        opening = moment_of(pack, state, state.plan[0][0])
        shown = show(pack, state, opening, watch="none", light="dawn", clock="08:00")
        assert shown.wordless and {o.text for o in shown.options} == {"Wait", "Step off", "By the bridge"}
        later = moment_of(pack, state, "P.crossing")
        assert not show(pack, state, later, watch="plain", light="dawn", clock="08:00").wordless
        assert not {c.way.text for c in later.choices} & {"Wait", "Step off", "By the bridge"}
