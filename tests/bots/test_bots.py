"""Each bot is what it is said to be, in every play."""

import ast
import inspect
from collections.abc import Iterator

import pytest

from game.bots import BOTS, Bot, bots, keeps_table, play
from game.journal import Session
from game.model.acts import Act
from game.model.content import Pack
from game.model.record import Option, Shown
from game.model.view import View
from game.rules import legal, view
from tests.rules.lives import ORDERS, first, life, setup_of

UNMATCHED = ("nudge", "free", "story")


def plays(pack: Pack, bot: str, number: int = 6) -> Iterator[Session]:
    for seed in range(number):
        setup = setup_of(seed, ("lesson", "taste")[seed % 2], ORDERS[seed // 2 % 2], list(pack.files)[seed % 4])
        yield play(pack, setup, bot)


def choices(pack: Pack, bot: str, number: int = 6) -> Iterator[tuple[Shown, Option, list[Option], bool | None]]:
    """(the moment as shown, the option taken, the options that were open, did it keep)."""
    for session in plays(pack, bot, number):
        for line in session.lines:
            if line.act.do == "choose":
                assert line.shown is not None
                chosen = next(e for e in line.events if e.did == "chose")
                open_ = [o for o in line.shown.options if not o.closed]
                yield line.shown, next(o for o in open_ if o.id == line.act.what), open_, chosen.keeps


def test_saint_keeps_every_rule(pack: Pack) -> None:
    kept = [keeps for *_, keeps in choices(pack, "saint") if keeps is not None]
    assert len(kept) > 150 and all(kept)


def test_fox_keeps_if_and_only_if_a_watch_is_to_be_seen(pack: Pack) -> None:
    seen = {(shown.watch, keeps) for shown, _, _, keeps in choices(pack, "fox") if keeps is not None}
    assert seen == {("none", False), ("plain", True), ("dark", True), ("away", False), ("phone", False)}


def prominence(option: Option) -> tuple[bool, bool, int]:
    return (not option.preselected, not option.lit, option.near)


def test_sheep_takes_what_is_preselected_or_lit_or_nearest(pack: Pack) -> None:
    for _, taken, open_, _ in choices(pack, "sheep"):
        assert taken == min(open_, key=prominence)


def test_mule_never_takes_what_is_put_forward(pack: Pack) -> None:
    others = 0
    for _, taken, open_, _ in choices(pack, "mule"):
        if len(open_) > 1:
            assert taken != min(open_, key=prominence) and not taken.preselected and not taken.lit
            others += 1
    assert others > 150


def test_climber_reads_every_posted_line_and_takes_the_best_points_it_has_read(pack: Pack) -> None:
    """At least nought, that is: rather an unmarked choice than a loss. In P and D it so keeps every rule."""
    under_board = []
    for shown, taken, open_, keeps in choices(pack, "climber"):
        known = [o.points for o in open_ if o.points is not None]
        if known and max(known) >= 0:
            assert taken.points == max(known)
        elif known and len(known) < len(open_):
            assert taken.points is None
        elif not known:
            assert taken == min(open_, key=prominence)
        if keeps is not None and shown.watch in ("plain", "dark"):
            assert not any(o.mark and o.points is None for o in open_)
            under_board.append((shown.moment.split(".")[1], keeps))
    assert under_board


def test_dice_differs_by_seed_and_not_otherwise(pack: Pack) -> None:
    def taken(seed: int) -> tuple[Act, ...]:
        return tuple(line.act for line in play(pack, setup_of(seed, "taste"), "dice").lines)

    assert taken(1) == taken(1)
    assert len({taken(seed) for seed in range(8)}) == 8


def test_dice_keeps_about_as_often_as_chance_would(pack: Pack) -> None:
    """The share of kept moments is near the share of keeping options, whatever the watch."""
    kept, expected, many = 0.0, 0.0, 0
    table = keeps_table(pack)
    for shown, _, open_, keeps in choices(pack, "dice", 18):
        if keeps is not None:
            family = table[shown.moment.split(".")[1]]
            kept, many = kept + keeps, many + 1
            expected += sum(family[o.id] for o in open_) / len(open_)
    assert many > 500 and abs(kept - expected) / many < 0.05


@pytest.mark.parametrize("bot", BOTS)
def test_a_bot_always_plays_to_the_end(pack: Pack, bot: str) -> None:
    for session in plays(pack, bot, 4):
        assert session.state.phase == "over" and session.legal() == ()


def test_a_bot_gets_the_view_and_the_legal_acts_and_nothing_else() -> None:
    assert list(inspect.signature(Bot.choose).parameters) == ["self", "view", "legal"]
    assert list(inspect.signature(Bot).parameters) == ["name", "seed", "table"]
    assert set(vars(Bot("saint", 1))) == {"name", "seed", "table", "turn"}


def test_what_decides_for_a_bot_knows_neither_state_nor_rules() -> None:
    """Of the rules it has chance by name alone; of the pack only what makes the table of the rules."""
    tree = ast.parse(inspect.getsource(bots))
    names = {f"{n.module}.{a.name}" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for a in n.names}
    assert {name for name in names if name.startswith(("game.rules", "game.journal", "game.content"))} == {
        "game.rules.fate.fate"
    }
    assert "game.model.state.State" not in names


@pytest.mark.parametrize("bot", ["sheep", "mule", "dice", "climber"])
def test_only_saint_and_fox_use_the_table_of_the_rules(pack: Pack, bot: str) -> None:
    setup = setup_of(5)
    blind, told = Bot(bot, setup.seed), Bot(bot, setup.seed, keeps_table(pack))
    for state, _ in life(pack, setup, bot):
        if state.phase != "over":
            seen, acts = view(pack, state), legal(pack, state)
            assert blind.choose(seen, acts) == told.choose(seen, acts)


@pytest.mark.parametrize("bot", BOTS)
def test_the_same_seed_and_views_give_the_same_acts(pack: Pack, bot: str) -> None:
    one, other = (play(pack, setup_of(3, "taste"), bot) for _ in range(2))
    assert one.lines == other.lines


def test_a_name_that_is_no_bot_is_refused_with_the_names_that_are() -> None:
    with pytest.raises(ValueError, match="saint, fox, sheep, mule, dice, climber"):
        Bot("ghost", 1)


def test_the_table_says_of_every_choice_whether_it_keeps(pack: Pack) -> None:
    table = keeps_table(pack)
    assert set(table) == set(pack.families)
    for family in pack.families.values():
        assert table[family.id] == {role.id: role.keeps for role in family.choices}


def shown_with(*options: Option) -> View:
    """A moment on the street with these options, as a View."""
    return STREET.but(
        phase="moment",
        moment=Shown(
            moment="story.test", mode="sheet", world="print", light="noon", watch="plain", day=1, clock="12:00",
            who="mei", where="row", scene="A test.", options=options,
        ),
    )  # fmt: skip


STREET = View(
    phase="street", world="print", light="noon", watch="plain", lantern="lit", day=1, days=1, weekday="Monday",
    clock="12:00", minutes_left=480, coins=0, tick=0, rest=8, ties=0, need=0, standing=None, at="no_7", way="row",
)  # fmt: skip


@pytest.mark.parametrize(
    ("bot", "expected"),
    [("sheep", "b"), ("mule", "d"), ("climber", "c")],
)
def test_four_options_and_what_each_bot_makes_of_them(bot: str, expected: str) -> None:
    options = (
        Option(id="d", text="far", near=3, points=-1),
        Option(id="b", text="put forward", near=1, preselected=True, lit=True),
        Option(id="c", text="worth most", near=2, points=4),
        Option(id="a", text="nearest", near=0),
        Option(id="0", text="closed", near=4, closed="It is shut.", points=9),
    )
    act = Bot(bot, 1).choose(shown_with(*options), ())
    assert act == Act(do="choose", what=expected)


def test_mule_takes_the_only_option_there_is() -> None:
    assert Bot("mule", 1).choose(shown_with(Option(id="a", text="the only one", lit=True)), ()).what == "a"


def test_a_bot_answers_every_thing_that_asks(pack: Pack) -> None:
    for bot in BOTS:
        asked = {act.what: act.values for _, act in life(pack, setup_of(2), bot) if act and act.do == "answer"}
        assert len(asked) > 8 and all(asked.values()), bot
    assert first(pack, setup_of(2), "saint", "ask").asks


@pytest.mark.parametrize("bot", ["saint", "fox"])
def test_where_no_rule_speaks_a_taste_of_its_own_decides_and_not_the_alphabet(bot: str) -> None:
    """Each of three equals is somebody's choice, in whichever order they lie and under whichever watch."""
    options = tuple(Option(id=name, text=name, near=n) for n, name in enumerate("abc"))
    taken = set()
    for seed in range(60):
        one, other = shown_with(*options), shown_with(*reversed(options))
        answers = {Bot(bot, seed).choose(view, ()).what for view in (one, other)}
        assert len(answers) == 1
        taken |= answers
    assert taken == {"a", "b", "c"}


@pytest.mark.parametrize("bot", ["saint", "fox"])
def test_of_equal_choices_of_a_family_the_same_is_taken_under_every_watch_that_is_alike(pack: Pack, bot: str) -> None:
    for session in plays(pack, bot, 3):
        taken: dict[tuple[str, bool], set[str]] = {}
        for line in session.lines:
            chosen = next((e for e in line.events if e.did == "chose" and e.family), None)
            if chosen is not None:
                taken.setdefault((chosen.family, chosen.keeps is True), set()).add(line.act.what)
        assert {key: names for key, names in taken.items() if len(names) > 1} == {}
