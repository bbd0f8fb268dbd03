"""The schedule: what every play has, whatever the seed, the order and the file."""

from collections import Counter
from itertools import pairwise

import pytest

from game.model.content import Pack
from game.model.record import Order
from game.rules import start, view
from game.rules.days import make_plan
from game.rules.plan import UNMATCHED, chapters_of, coat_number, looked_at, nudge_arm, pushed_toward
from game.rules.start import draw_file
from tests.rules.lives import ORDERS, conditions_of, first, matched, setup_of

CAMPAIGNS = ("taste", "lesson", "full")
SEEDS = range(100)
each_campaign = pytest.mark.parametrize("campaign", CAMPAIGNS)
each_order = pytest.mark.parametrize("order", ORDERS)


def test_every_campaign_is_tried_here(pack: Pack) -> None:
    assert set(CAMPAIGNS) == set(pack.campaigns)


@each_campaign
@each_order
def test_each_family_comes_once_under_each_condition(pack: Pack, campaign: str, order: Order) -> None:
    families = pack.campaigns[campaign].families
    wanted = {f"{condition}.{family}": 1 for condition in conditions_of(pack, campaign) for family in families}
    for seed in SEEDS:
        assert Counter(matched(make_plan(pack, setup_of(seed, campaign, order)))) == wanted


@each_campaign
@each_order
def test_the_conditions_come_in_the_order_of_the_setup(pack: Pack, campaign: str, order: Order) -> None:
    expected = {
        ("taste", "visible-first"): "U0 P D H", ("taste", "hidden-first"): "U0 H P D",
        ("lesson", "visible-first"): "U0 P D UV H", ("lesson", "hidden-first"): "U0 H P D UV",
        ("full", "visible-first"): "U0 P D UV H UH", ("full", "hidden-first"): "U0 H UH P D UV",
    }[campaign, order].split()  # fmt: skip
    lived = [m.split(".")[0] for m in matched(make_plan(pack, setup_of(5, campaign, order)))]
    assert list(dict.fromkeys(lived)) == expected


@each_campaign
@each_order
def test_four_other_moments_lie_between_two_of_one_family(pack: Pack, campaign: str, order: Order) -> None:
    """Moments that the player may skip, and scenes that may be passed over, are not counted on."""

    def certain(moment: str) -> bool:
        kind, name = moment.split(".")
        return kind not in ("nudge", "free") and not (kind == "story" and pack.scenes[name].unless)

    for seed in SEEDS:
        plan = [m for day in make_plan(pack, setup_of(seed, campaign, order)) for m in day if certain(m)]
        last: dict[str, int] = {}
        for at, moment in enumerate(plan):
            kind, family = moment.split(".")
            if kind != "story":
                assert at - last.get(family, -9) > 4, (seed, moment)
                last[family] = at


@pytest.mark.parametrize(("campaign", "most"), [("taste", 0.5), ("lesson", 1.8), ("full", 2.6)])
@each_order
def test_two_sheets_seldom_follow_each_other_on_a_day(pack: Pack, campaign: str, most: float, order: Order) -> None:
    """Words and hands take turns: so many times in a play, over a hundred seeds, and hardly ever three together."""

    def written(moment: str) -> bool:
        kind, name = moment.split(".")
        told = pack.nudges if kind == "nudge" else pack.scenes if kind in ("free", "story") else pack.families
        return told[name].mode == "sheet"  # type: ignore[attr-defined]

    twice = thrice = 0
    for seed in SEEDS:
        for day in make_plan(pack, setup_of(seed, campaign, order)):
            sheets = [written(moment) for moment in day]
            twice += sum(a and b for a, b in pairwise(sheets))
            thrice += any(all(sheets[n : n + 3]) for n in range(len(sheets) - 2))
    assert twice <= most * len(SEEDS)
    assert thrice <= 0.2 * len(SEEDS)


@each_campaign
@each_order
def test_the_opening_family_comes_first(pack: Pack, campaign: str, order: Order) -> None:
    opening = pack.campaigns[campaign].opening
    assert {matched(make_plan(pack, setup_of(seed, campaign, order)))[0] for seed in SEEDS} == {f"U0.{opening}"}


@each_campaign
def test_every_nudge_and_every_free_moment_comes_once(pack: Pack, campaign: str) -> None:
    c = pack.campaigns[campaign]
    for seed in SEEDS:
        for order in ORDERS:
            others = Counter(m for day in make_plan(pack, setup_of(seed, campaign, order)) for m in day)
            assert [others[f"nudge.{n}"] for n in c.nudges] == [1] * len(c.nudges)
            assert max((others[f"free.{n}"] for n in c.free), default=1) == 1


@each_campaign
@each_order
def test_neither_schedule_nor_fate_knows_the_starting_file(pack: Pack, campaign: str, order: Order) -> None:
    for seed in SEEDS:
        setups = [setup_of(seed, campaign, order, file) for file in pack.files]
        assert len({start(pack, setup).plan for setup in setups}) == 1
        for family in pack.campaigns[campaign].families:
            facts = {
                tuple(
                    (coat_number(pack, s, family, c), looked_at(pack, s, c, family), pushed_toward(pack, s, c, family))
                    for c in pack.conditions
                )
                for s in setups
            }
            assert len(facts) == 1
        for nudge in pack.campaigns[campaign].nudges:
            assert len({nudge_arm(pack, s, nudge) for s in setups}) == 1


@each_campaign
def test_the_order_of_the_regimes_changes_no_coat_no_look_and_no_push(pack: Pack, campaign: str) -> None:
    for seed in SEEDS:
        one, other = (setup_of(seed, campaign, order) for order in ORDERS)
        for c in conditions_of(pack, campaign):
            for family in pack.campaigns[campaign].families:
                assert coat_number(pack, one, family, c) == coat_number(pack, other, family, c)
                assert looked_at(pack, one, c, family) == looked_at(pack, other, c, family)
                assert pushed_toward(pack, one, c, family) == pushed_toward(pack, other, c, family)


def test_a_coat_is_the_fate_of_its_family_and_the_step_of_its_condition(pack: Pack) -> None:
    """Within one play the six conditions wear six different coats."""
    from game.rules import fate  # noqa: PLC0415 -- the formula stands here whole

    assert [c.coat for c in pack.conditions.values()] == [0, 1, 2, 3, 4, 5]
    for seed in SEEDS:
        for family in pack.families:
            worn = [coat_number(pack, setup_of(seed), family, c) for c in ("U0", "P", "D", "UV", "H", "UH")]
            assert worn == [(fate(seed, "coat", family) + i) % 6 for i in range(6)]
            assert sorted(worn) == [0, 1, 2, 3, 4, 5]


def test_coats_are_balanced_over_seeds(pack: Pack) -> None:
    """Over 1,200 seeds each coat of each family is worn under P between 150 and 250 times."""
    for family in pack.families:
        worn = Counter(coat_number(pack, setup_of(seed), family, "P") for seed in range(1200))
        assert set(worn) == set(range(6)) and all(150 <= n <= 250 for n in worn.values()), (family, worn)


@each_campaign
def test_under_dark_glass_one_moment_in_four_is_truly_looked_at(pack: Pack, campaign: str) -> None:
    families = pack.campaigns[campaign].families
    for seed in SEEDS:
        setup = setup_of(seed, campaign)
        assert sum(looked_at(pack, setup, "D", f) for f in families) == len(families) // 4


@each_campaign
def test_in_plain_view_all_is_looked_at_and_elsewhere_nothing(pack: Pack, campaign: str) -> None:
    families = pack.campaigns[campaign].families
    for seed in SEEDS:
        setup = setup_of(seed, campaign)
        assert all(looked_at(pack, setup, "P", f) for f in families)
        assert not any(looked_at(pack, setup, c, f) for c in ("U0", "UV", "H", "UH") for f in families)


@each_campaign
def test_looks_fall_evenly_on_the_families(pack: Pack, campaign: str) -> None:
    """Over 800 seeds each family is looked at a quarter of the time, give or take a fifth of that."""
    for family in pack.campaigns[campaign].families:
        looks = sum(looked_at(pack, setup_of(seed, campaign), "D", family) for seed in range(800))
        assert 160 <= looks <= 240, (family, looks)


@each_campaign
def test_under_the_app_half_is_pushed_toward_keeping_and_half_away(pack: Pack, campaign: str) -> None:
    families = pack.campaigns[campaign].families
    for seed in SEEDS:
        assert 2 * sum(pushed_toward(pack, setup_of(seed, campaign), "H", f) for f in families) == len(families)
    for family in families:
        toward = sum(pushed_toward(pack, setup_of(seed, campaign), "H", family) for seed in range(800))
        assert 340 <= toward <= 460, (family, toward)


@each_campaign
def test_the_arms_of_the_nudges_are_as_many_as_the_campaign_says(pack: Pack, campaign: str) -> None:
    c = pack.campaigns[campaign]
    for seed in SEEDS:
        arms = Counter(nudge_arm(pack, setup_of(seed, campaign), nudge) for nudge in c.nudges)
        assert (arms["x"], arms["z"], arms["none"]) == c.nudge_arms


@each_campaign
def test_every_nudge_meets_every_arm(pack: Pack, campaign: str) -> None:
    c = pack.campaigns[campaign]
    for nudge in c.nudges:
        arms = Counter(nudge_arm(pack, setup_of(seed, campaign), nudge) for seed in range(900))
        shares = [arms[arm] * len(c.nudges) / 900 for arm in ("x", "z", "none")]
        assert all(abs(share - wanted) <= 0.2 * wanted for share, wanted in zip(shares, c.nudge_arms, strict=True))


def test_there_are_sixteen_nudged_moments_in_a_lesson(pack: Pack) -> None:
    """Eight an arm: the matched ones under the app, and the unscored ones with a default."""
    c = pack.campaigns["lesson"]
    x, z, _ = c.nudge_arms
    assert (len(c.families) + x + z, len(c.families) // 2 + x, len(c.families) // 2 + z) == (16, 8, 8)


def test_the_starting_file_is_dealt_evenly(pack: Pack) -> None:
    dealt = Counter(draw_file(pack, seed) for seed in range(1000))
    assert set(dealt) == set(pack.files) and all(200 <= n <= 300 for n in dealt.values()), dealt


def test_a_play_starts_before_the_first_key_with_the_campaigns_purse(pack: Pack) -> None:
    state = start(pack, setup_of())
    assert (state.phase, state.day, state.coins) == ("title", 0, pack.campaigns["lesson"].coins)


@pytest.mark.parametrize("change", [{"campaign": "nowhere"}, {"file": "nobody"}])
def test_a_campaign_or_file_that_is_not_there_is_named(pack: Pack, change: dict[str, str]) -> None:
    with pytest.raises(KeyError, match=next(iter(change.values()))):
        start(pack, setup_of().but(**change))


@each_campaign
def test_on_the_last_day_one_wants_what_the_last_day_is_for(pack: Pack, campaign: str) -> None:
    setup = setup_of(7, campaign)
    last = first(pack, setup, "dice", "street", len(make_plan(pack, setup)) - 1)
    wanted = view(pack, last).errand
    assert wanted == pack.campaigns[campaign].last_morning.errand
    assert wanted not in {chapter.errand for chapter in pack.chapters.values()}


@each_order
def test_a_chapter_by_itself_tells_its_whole_story(pack: Pack, order: Order) -> None:
    for name, chapter in pack.chapters.items():
        told = [m for day in make_plan(pack, setup_of(3, name, order)) for m in day if m.startswith("story.")]
        assert sorted(told) == sorted(f"story.{one.scene}" for one in chapter.story), name
        assert len(set(make_plan(pack, setup_of(3, name, order)))) == len(chapter.mornings)


def test_a_chapter_by_itself_says_on_its_first_morning_what_one_must_know_and_promises_no_train(pack: Pack) -> None:
    for name, chapter in pack.chapters.items():
        if not chapter.mornings[0].lines:
            continue
        assert chapter.alone, name
        seen = view(pack, first(pack, setup_of(3, name), "dice", "morning"))
        assert seen.page is not None and seen.page.lines == (*chapter.alone, *chapter.mornings[0].lines)
        assert not seen.train
    within = view(pack, first(pack, setup_of(3, "taste"), "dice", "morning"))
    assert within.train


@each_campaign
@each_order
def test_a_story_comes_where_its_chapter_says_or_one_moment_beside(pack: Pack, campaign: str, order: Order) -> None:
    """What begins or ends a day stays there, and none overtakes another."""
    for seed in range(20):
        setup = setup_of(seed, campaign, order)
        for chapter, day in zip(chapters_of(pack, setup), make_plan(pack, setup), strict=False):
            says = {f"story.{one.scene}": one for one in pack.chapters[chapter].story}
            told = [moment for moment in day if moment in says]
            places = [says[moment].before for moment in told]
            known = [place for place in places if place is not None]
            assert known == sorted(known)
            for moment, place in zip(told, places, strict=True):
                before = sum(1 for one in day[: day.index(moment)] if one.split(".")[0] not in UNMATCHED)
                whole = sum(1 for one in day if one.split(".")[0] not in UNMATCHED)
                if place in (None, 0):
                    assert before == (whole if place is None else 0)
                else:
                    assert abs(before - place) <= 1 and before >= 1
