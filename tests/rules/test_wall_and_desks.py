"""Systems that rate beside the day's: the wall of the call floor, two desks with one number, the List."""

from game.bots import Bot
from game.model.acts import Act
from game.model.content import Pack
from game.model.state import State
from game.rules import legal, start, step, view
from game.rules.regime import balance, grade
from tests.rules.lives import morning_of, setup_of

BY_PLUG = {"shift_begins": "sit", "shift_wall": "leave", "shift_umbrella": "hours", "shift_child": "friday"}
BY_PLUG |= {"shift_old_man": "thank", "shift_angry": "regret", "shift_ines": "card", "shift_inland": "wrong"}
STAYING = {"shift_begins": "sit", "shift_wall": "leave", "shift_umbrella": "open", "shift_child": "home"}
STAYING |= {"shift_old_man": "morning", "shift_angry": "write", "shift_ines": "cheaper", "shift_inland": "through"}


def lived(pack: Pack, chapter: str, until: str, choices: dict[str, str]) -> State:
    """A day of the chapter by itself, up to this scene, with these choices made on the way to it."""
    state, bot = start(pack, setup_of(campaign=chapter)), Bot("dice", 7)
    while state.phase != "over":
        seen = view(pack, state)
        scene = seen.moment.moment.removeprefix("story.") if seen.moment and state.phase == "moment" else ""
        if scene == until:
            return state
        act = Act(do="choose", what=choices[scene]) if scene in choices else bot.choose(seen, legal(pack, state))
        state, _ = step(pack, state, act)
    raise AssertionError(f"{until} never came")


def word(pack: Pack, state: State, regime: str) -> str:
    return grade(pack.regimes[regime], balance(state, pack.regimes[regime]))


def closed_at(pack: Pack, state: State) -> set[str]:
    moment = view(pack, state).moment
    assert moment is not None
    return {option.id for option in moment.options if option.closed}


def test_a_shift_kept_to_the_target_is_paid_best_and_one_that_listens_is_paid_the_plain_rate(pack: Pack) -> None:
    assert closed_at(pack, lived(pack, "call_floor", "shift_pay", BY_PLUG)) == set()
    assert closed_at(pack, lived(pack, "call_floor", "shift_pay", STAYING)) == {"upper", "middle"}


def test_the_wall_shows_your_figure_call_by_call_and_only_where_a_list_hangs(pack: Pack) -> None:
    floor = pack.regimes["call_floor"]
    before = view(pack, lived(pack, "call_floor", "shift_umbrella", BY_PLUG)).wall
    after = view(pack, lived(pack, "call_floor", "shift_child", BY_PLUG)).wall
    worth = next(rule.points for rule in floor.extra if rule.act == "floor_in_target")
    assert before is not None
    assert after == before + worth
    assert view(pack, morning_of(pack, setup_of(), "P")).wall is None
    assert view(pack, lived(pack, "the_square", "desk_one", {})).wall is None, "the desks' books hang nowhere"


def test_a_call_heard_again_mends_the_score(pack: Pack) -> None:
    floor = pack.regimes["call_floor"]
    let_be = lived(pack, "call_floor", "shift_pay", STAYING)
    heard = lived(pack, "call_floor", "shift_pay", {**STAYING, "shift_wall": "hear"})
    assert balance(heard, floor) > balance(let_be, floor)


def test_a_fine_paid_at_one_desk_is_news_to_the_other(pack: Pack) -> None:
    """One number, two records: what moves the Harbour's word leaves the Town's where it was."""
    ways = {way: {"desk_one": "ask", "desk_fine": way} for way in ("pay", "leave")}
    paid, left = (lived(pack, "the_square", "desk_two", ways[way]) for way in ("pay", "leave"))
    assert word(pack, paid, "desk_harbour") != word(pack, left, "desk_harbour")
    assert word(pack, paid, "desk_town") == word(pack, left, "desk_town")
    assert word(pack, paid, "the_list_office") != word(pack, left, "the_list_office")


def test_nothing_matched_is_counted_beside_the_one_list(pack: Pack) -> None:
    """Or posted and hidden would differ in more than the board, and an unwatched day would not be one."""
    matched = {act for family in pack.families.values() for role in family.choices for act in role.acts}
    for regime in pack.regimes.values():
        if regime.side:
            assert not {rule.act for rule in regime.extra} & matched, regime.id
