"""Side systems, chains of scenes, people's ends, and chapters played by themselves."""

from typing import Any

import pytest

from game.bots import play
from game.journal import Session
from game.model.acts import Act
from game.model.content import Arc, ArcEnd, Grade, Needs, Pack, Regime, Rule, Scene, StoryAt, Turn
from game.model.state import State
from game.rules import legal, step, view
from game.rules.days import make_plan
from game.rules.legal import due
from game.rules.plan import is_matched
from game.rules.regime import balance
from tests.rules.lives import setup_of


def rule(act: str, points: int) -> Rule:
    return Rule(act=act, points=points, text="x", origin="invented", source="none")


STAMPS = Regime(
    id="stamps", name="Stamps", side=True, world="print", watch="none", lantern="plain", scores="all", shows="word",
    entry="opt_in", start=10, extra=(rule("cross_on_red", -3), rule("sweep_step", 2)),
    grades=(Grade(at_least=12, name="fine"), Grade(at_least=0, name="plain")),
)  # fmt: skip


def scene(name: str, *turns: Turn) -> Scene:
    return Scene(id=name, who="rafi", where="row", scene=f"This is {name}.", choices=turns)


def turn(name: str = "go", **more: Any) -> Turn:
    return Turn(id=name, text=f"Do {name}", then=more.pop("then", f"Done {name}."), **more)


@pytest.fixture(scope="module")
def town(pack: Pack) -> Pack:
    """The levels with a side system that one can join, a chain of two scenes, and one arc."""
    first = scene("first", turn(joins="stamps", next="second"), turn("off"))
    second = scene("second", turn(then="{points}, says the lid: {grade}.", reads="stamps"), turn("leave"))
    shelf = scene(
        "shelf", turn("take", needs=Needs(regime="stamps", at_least=12, why="The lid stays shut.")), turn("pass")
    )
    before = pack.chapters["before"]
    changed = before.but(story=(StoryAt(scene="first", before=0), StoryAt(scene="shelf", before=1)), beside=("stamps",))
    rafi = Arc(id="rafi", who="rafi", ends=(ArcEnd(id="near", flags=("joined_stamps",), text="He keeps stamps."),
                                             ArcEnd(id="far", text="He keeps nothing.")))  # fmt: skip
    return pack.but(
        scenes={**pack.scenes, "first": first, "second": second, "shelf": shelf},
        regimes={**pack.regimes, "stamps": STAMPS},
        chapters={**pack.chapters, "before": changed},
        arcs={"rafi": rafi},
        campaigns={**pack.campaigns, "taste": pack.campaigns["taste"].but(arcs=("rafi",))},
    )


def lived(pack: Pack, *acts: Act) -> State:
    session = Session.new(pack, setup_of(3, "taste"), None, game="test", play="test")
    for act in acts:
        session.do(act)
    return session.state


BEGIN, MEET, ON = Act(do="begin"), Act(do="meet"), Act(do="on")
JOIN = (BEGIN, MEET, Act(do="choose", what="go"))


def test_a_side_system_counts_from_the_moment_it_is_joined_and_not_before(town: Pack) -> None:
    sweep = next(roam.id for roam in town.roams.values() if roam.act == "sweep_step")
    swept = Act(do="roam", what=sweep, how="clear")
    apart = lived(town, BEGIN, swept)
    assert "stamps" not in dict(apart.balances)
    joined = lived(town, *JOIN, ON, Act(do="choose", what="leave"), ON, swept)
    assert balance(joined, STAMPS) == 12 and "joined_stamps" in joined.flags


def test_a_choice_leads_straight_to_the_next_scene_and_then_back_to_the_day(town: Pack) -> None:
    then = lived(town, *JOIN)
    assert (then.phase, due(then)) == ("then", "story.first")
    second = lived(town, *JOIN, ON)
    assert (second.phase, due(second)) == ("moment", "story.second")
    seen = view(town, second).moment
    assert seen is not None and seen.scene == "This is second."
    after = lived(town, *JOIN, ON, Act(do="choose", what="go"), ON)
    assert after.phase == "street" and due(after) == after.plan[0][1] and after.inset == ""


def test_who_does_not_take_the_turn_does_not_see_what_follows_it(town: Pack) -> None:
    after = lived(town, BEGIN, MEET, Act(do="choose", what="off"), ON)
    assert after.phase == "street" and due(after) == after.plan[0][1]


def test_a_scene_reads_the_figure_of_the_system_that_it_names(town: Pack) -> None:
    told = lived(town, *JOIN, ON, Act(do="choose", what="go"))
    assert view(town, told).then == "10, says the lid: plain."


def test_what_a_side_system_gates_is_closed_with_a_reason_until_it_knows_enough(town: Pack) -> None:
    opening = town.families["crossing"]
    acts = [*JOIN, ON, Act(do="choose", what="leave"), ON, MEET, Act(do="choose", what=opening.choices[0].id), ON, MEET]
    here = lived(town, *acts)
    shown = view(town, here).moment
    assert shown is not None and shown.moment == "story.shelf"
    assert {o.id: o.closed for o in shown.options} == {"take": "The lid stays shut.", "pass": ""}
    assert Act(do="choose", what="take") not in legal(town, here)
    rich = here.but(balances=(("stamps", 12),))
    assert Act(do="choose", what="take") in legal(town, rich)


def test_a_side_system_leaves_the_regime_of_the_day_alone(town: Pack) -> None:
    """The same life with and without it: the same balances, doors and coins."""
    bare = town.but(chapters={**town.chapters, "before": town.chapters["before"].but(beside=())})
    for bot in ("fox", "dice"):
        with_it = play(town, setup_of(5, "taste"), bot).state
        without = play(bare, setup_of(5, "taste"), bot).state
        assert (with_it.doors, with_it.coins) == (without.doors, without.coins)
        assert {**dict(with_it.balances), "stamps": 0} == {**dict(without.balances), "stamps": 0}


def test_the_end_that_is_told_is_the_first_whose_conditions_hold(town: Pack) -> None:
    told = set()
    for seed in range(8):
        setup = setup_of(seed, "taste")
        session = play(town, setup, "dice")
        ends = [e for line in session.lines for e in line.events if e.did == "turned_out"]
        assert [e.what for e in ends] == ["rafi"]
        assert ends[0].why == ("rafi.near" if "joined_stamps" in session.state.flags else "rafi.far")
        told.add(ends[0].why)
    assert told == {"rafi.near", "rafi.far"}


def test_every_chapter_is_a_play_by_itself_without_a_last_day(pack: Pack) -> None:
    assert set(pack.alone) == set(pack.chapters)
    for name in pack.alone:
        session = play(pack, setup_of(2, name), "dice")
        assert session.state.phase == "over"
        lived_here = {e.condition for line in session.lines for e in line.events if e.did == "dawned"}
        assert lived_here == {pack.chapters[name].condition}


def test_two_chapters_of_one_condition_share_its_moments(pack: Pack) -> None:
    for seed in range(10):
        plan = make_plan(pack, setup_of(seed, "full"))
        for first in range(0, 12, 2):
            days = [[m for m in day if is_matched(m)] for day in plan[first : first + 2]]
            assert [len(day) for day in days] == [6, 6]
            assert len({m for day in days for m in day}) == 12
            assert len({m.split(".")[0] for day in days for m in day}) == 1


def test_a_rule_of_a_side_system_is_a_rule(town: Pack) -> None:
    crossed = lived(town, *JOIN, ON, Act(do="choose", what="leave"), ON, MEET)
    after, events = step(town, crossed, Act(do="choose", what="step"))
    assert balance(after, STAMPS) == 7
    assert [e.amount for e in events if e.did == "scored" and e.what == "stamps"] == [-3]


def test_a_day_goes_on_with_its_moments_however_little_each_took(pack: Pack) -> None:
    """Nobody has lived a whole day by half past nine, and no evening comes at breakfast."""
    for campaign, day in (("lesson", 0), ("full", 11)):
        session = play(pack, setup_of(4, campaign), "mule")
        state, last = Session.new(pack, session.header.setup, None, game="t", play="t"), 0
        for line in session.lines:
            if line.act.do == "meet" and state.state.day == day:
                part = 480 + 300 * state.state.beat // len(state.state.plan[day])
                state.do(line.act)
                assert state.state.minute >= max(part, last)
                last = state.state.minute
                continue
            state.do(line.act)
        assert last >= 480 + 300 * 3 // 4


def test_an_evening_scene_waits_for_its_hour_and_says_so(town: Pack) -> None:
    evening = town.but(scenes={**town.scenes, "first": town.scenes["first"].but(hour=1080)})
    before = lived(evening, BEGIN)
    assert view(evening, before).due_hour == "18:00"
    assert lived(evening, BEGIN, MEET).minute == 1080
    late = before.but(minute=1100)
    assert view(evening, late).due_hour == "" and step(evening, late, MEET)[0].minute == 1100


def test_whoever_is_cheated_in_a_scene_was_cheated_in_a_purchase(town: Pack) -> None:
    cheat = town.scenes["first"].but(choices=(turn(cheats=True), turn("off")))
    sold = town.but(scenes={**town.scenes, "first": cheat})
    assert (lived(sold, *JOIN).cheated, lived(sold, *JOIN).tried) == (1, 1)
    assert lived(sold, BEGIN, MEET, Act(do="choose", what="off")).tried == 0
