"""The things that ask: what is well formed is taken, what is not is refused, and blank is always an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bots import play
from game.model.acts import Act
from game.model.content import Pack
from game.model.record import Order, Setup
from game.model.state import State
from game.model.view import AskView
from game.rules import Illegal, step, view
from game.rules.answers import has_matter
from tests.rules.lives import first, life, setup_of, variety
from tests.town import the_pack

PACK = the_pack()
DAY = first(PACK, setup_of(11), "dice", "ledger", 0).but(flags=())  # nothing has asked yet
ASKS = sorted(ask for ask in PACK.asks if has_matter(PACK, DAY, ask))
EFFECTS = ("raises", "lowers", "uncounted")


def asked(ask: str) -> State:
    """That thing asks, on the evening of a day that was lived."""
    return DAY.but(phase="ask", asks=(ask,), after="street")


def seen(ask: str) -> AskView:
    shown = view(PACK, asked(ask)).ask
    assert shown is not None
    return shown


def well_formed(ask: AskView, values: tuple[str, ...]) -> bool:
    """What the shape AskView promises of its answers, written a second time."""
    if not values:
        return True
    ids = [item.id for item in ask.items]
    if ask.kind == "unpack":
        taken = [[pair for pair in ids if value in pair.split("/")] for value in values]
        return all(taken) and len({pair[0] for pair in taken}) == len(values)
    if ask.kind == "diary":
        moments, ends = values[::2], values[1::2]
        known = {*ids, "blank"}
        good = all(end in known or (end[:4] == "own:" and len(end) <= 284) for end in ends)
        return len(moments) == len(ends) == len(set(moments)) and set(moments) <= {a.id for a in ask.about} and good
    if ask.kind == "chalk":
        allowed = {f"{act}={effect}": act for act in ids for effect in EFFECTS}
        return all(v in allowed for v in values) and len({allowed[v] for v in values}) == len(values)
    if ask.kind == "chair":
        done = {f"{window}={what}": window for window in ids for what in ("stamp", "be")}
        return all(v in done for v in values) and len({done[v] for v in values}) == len(values)
    if ask.kind == "pick":
        return len(values) == 1 and values[0] in ids
    low = 1 if ask.kind == "token" else 0
    return len(values) == 1 and values[0] in {str(i) for i in range(low, ask.top + 1)}


def taken(ask: str, values: tuple[str, ...]) -> bool:
    state = asked(ask)
    try:
        after, events = step(PACK, state, Act(do="answer", what=ask, values=values))
    except Illegal as error:
        words = str(error)
    else:
        assert after.asks == () and after.phase == "street"
        assert [(e.did, e.what, e.values) for e in events] == [("answered", ask, values)]
        return True
    assert words[0].isupper() and words.endswith(".")
    return False


def words_of(ask: AskView) -> list[str]:
    """Words that an answer to this thing may hold, and words that look like them."""
    ids = [i for item in (*ask.items, *ask.about) for i in (item.id, *item.id.split("/"))]
    words = [*ids, *(f"{i}={effect}" for i in ids for effect in (*EFFECTS, "", "rises", "stamp", "be"))]
    return [*words, *map(str, range(-1, 12)), "05", "+1", " 1", "1.0", "٣", "²", "blank", "own:", "own:because", "="]


def answers(ask: AskView) -> st.SearchStrategy[list[str]]:
    word = st.one_of(st.sampled_from(words_of(ask)), st.text(max_size=8), st.text(max_size=4).map("own:{}".format))
    if ask.kind == "diary":
        return st.lists(st.tuples(st.sampled_from([a.id for a in ask.about]), word), max_size=4).map(
            lambda pairs: [value for pair in pairs for value in pair]
        )
    return st.lists(word, max_size=5)


def test_every_kind_of_thing_is_asked_here() -> None:
    kinds = {"unpack", "diary", "pegs", "chalk", "token", "pick", "dial", "chair"}
    assert {PACK.asks[ask].kind for ask in ASKS} == kinds
    assert {ask.kind for ask in PACK.asks.values()} == {PACK.asks[ask].kind for ask in ASKS}


@pytest.mark.parametrize("ask", ASKS)
def test_left_alone_is_always_an_answer(ask: str) -> None:
    assert taken(ask, ())


@given(st.data())
def test_what_is_well_formed_is_taken_and_nothing_else(data: st.DataObject) -> None:
    ask = seen(data.draw(st.sampled_from(ASKS)))
    values = tuple(data.draw(answers(ask)))
    assert taken(ask.id, values) == well_formed(ask, values)


@given(st.sampled_from(ASKS), st.lists(st.text(), min_size=1, max_size=6))
def test_junk_is_refused_and_breaks_nothing(ask: str, values: list[str]) -> None:
    assert taken(ask, tuple(values)) == well_formed(seen(ask), tuple(values))


@pytest.mark.parametrize("ask", ASKS)
def test_a_full_answer_is_taken(ask: str) -> None:
    shown = seen(ask)
    ids = tuple(item.id for item in shown.items)
    whole = {
        "unpack": tuple(i.split("/")[0] for i in ids),
        "diary": tuple(v for m, end in zip(shown.about, (*ids, "blank"), strict=False) for v in (m.id, end)),
        "chalk": tuple(f"{i}=lowers" for i in ids),
        "chair": tuple(f"{i}=stamp" for i in ids),
        "pick": ids[-1:],
    }.get(shown.kind, (str(shown.top),))
    assert whole and taken(ask, whole)


@pytest.mark.parametrize(
    ("ask", "values"),
    [
        ("bet", ("9" * 5000,)), ("bet", ("99",)), ("pegs_d", ("11",)), ("pegs_d", ("-1",)), ("pegs_d", ("٣",)),
        ("token_public_p", ("0",)), ("token_public_p", ("6",)), ("token_public_p", ("05",)), ("tested", ("pick_99",)),
        ("tested", ("pick_0", "pick_1")), ("chalk_app", ("buy_game=raises", "buy_game=lowers")),
        ("chalk_app", ("buy_game",)), ("chalk_app", ("nothing=raises",)), ("diary", ("U0.crossing",)),
        ("diary", ("P.crossing", "blank")), ("unpack", ("nothing.x",)),
    ],
)  # fmt: skip
def test_these_are_refused(ask: str, values: tuple[str, ...]) -> None:
    assert not taken(ask, values)


def test_both_things_of_a_pair_cannot_come_out_first() -> None:
    one, other = seen("unpack").items[0].id.split("/")
    assert taken("unpack", (one,)) and taken("unpack", (other,)) and not taken("unpack", (one, other))


def test_own_words_are_kept_up_to_280_characters() -> None:
    moment = seen("diary").about[0].id
    assert taken("diary", (moment, "own:" + "é" * 280)) and not taken("diary", (moment, "own:" + "é" * 281))


def test_another_thing_than_the_one_that_asks_is_not_answered() -> None:
    with pytest.raises(Illegal):
        step(PACK, asked("tested"), Act(do="answer", what="bet", values=("1",)))


def test_what_was_true_is_kept_beside_the_answer(pack: Pack) -> None:
    """The looks beside the pegs, the rules beside the chalk; and neither where it could be seen."""
    told: dict[str, tuple[str, ...]] = {}
    for state, act in life(pack, setup_of(4), "saint"):
        if act is not None and act.do == "answer":
            event = next(e for e in step(pack, state, act)[1] if e.did == "answered")
            told[act.what] = event.truth
            if pack.asks[act.what].kind in ("pegs", "chalk"):
                assert event.secret
    assert told["pegs_d"] == ("2", "8") and told["pegs_uv"] == ("0", "8")
    assert dict(t.split("=") for t in told["chalk_app"])["buy_nappies"] == "raises"
    assert dict(t.split("=") for t in told["chalk_app"])["nap_in_park"] == "uncounted"


def test_of_the_chalked_acts_a_third_each_raises_lowers_and_does_not_count() -> None:
    for name, ask in PACK.asks.items():
        if ask.kind == "chalk":
            _, events = step(PACK, asked(name), Act(do="answer", what=name))
            effects = [t.split("=")[1] for t in events[0].truth]
            assert [effects.count(e) for e in EFFECTS] == [len(ask.acts) // 3] * 3, name


def test_half_of_the_true_pairs_are_asked_early_and_half_only_after_the_play(pack: Pack) -> None:
    for seed in range(20):
        state = asked("unpack").but(setup=setup_of(seed))
        early, late = (
            view(pack, state.but(asks=(ask,))).ask for ask in ("unpack", "unpack_late")
        )  # fmt: skip
        assert early is not None and late is not None
        true = {pair.id for pair in pack.box.values() if not pair.filler}
        first_half = {item.id.split(".")[0] for item in early.items} & true
        second_half = {item.id.split(".")[0] for item in late.items}
        assert first_half | second_half == true and not first_half & second_half
        assert abs(len(first_half) - len(second_half)) <= 1


def test_the_diary_asks_about_four_moments_of_the_day_at_most(pack: Pack) -> None:
    asked_about = set()
    for setup, bot in variety(pack, 6):
        for state, _ in life(pack, setup, bot):
            shown = view(pack, state).ask
            if shown is not None and shown.kind == "diary":
                done = dict(state.today)
                assert 1 <= len(shown.about) <= 4 and all(a.id in done for a in shown.about)
                asked_about |= {a.id.split(".")[0] for a in shown.about}
    assert asked_about == {"U0", "UV"}


def test_each_condition_that_was_lived_asks_once_how_often_somebody_looked(pack: Pack) -> None:
    """In both orders the pegs of every condition of the lesson are hung exactly once, with the truth beside them."""
    orders: tuple[Order, Order] = ("visible-first", "hidden-first")
    for order in orders:
        setup = Setup(campaign="lesson", seed=4, order=order, file="middle")
        events = [e for line in play(pack, setup, "fox").lines for e in line.events]
        hung = [e for e in events if e.did == "answered" and e.what.startswith("pegs")]
        assert sorted(e.condition for e in hung) == ["D", "H", "P", "U0", "UV"], order
        assert {e.condition: e.truth for e in hung} == {
            "U0": ("0", "8"), "P": ("8", "8"), "D": ("2", "8"), "UV": ("0", "8"), "H": ("0", "8"),
        }  # fmt: skip
