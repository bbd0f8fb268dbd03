"""A student's row is what the debrief's findings count of the same play."""

import pytest

from game.debrief.findings import findings
from game.debrief.reading import read
from game.debrief.relive import cues_of
from game.debrief.twin import live
from game.seminar.measures import SIDES, apart, difference, doors, guessed, own_reasons, pushed
from game.seminar.student import student
from tests.seminar.conftest import GOLDEN, golden

NAMES = {"vh": "visible_hidden_difference", "se": "surveillance_effect", "id": "illusion_dividend",
         "hs": "hidden_difference", "ic": "internalisation_conduct"}  # fmt: skip


@pytest.fixture(params=GOLDEN, ids=lambda p: p.stem)
def play(request):
    return golden(request.param.stem)


def test_each_comparison_has_the_debriefs_pairs_and_value(pack, play):
    one, found = student(play, pack), {f.id: f for f in findings(play)}
    for name, id_ in NAMES.items():
        assert len(one.pairs(*SIDES[name])) == found[id_].n, name
        value = difference(*SIDES[name])(one)
        assert (None if value is None else float(value)) == pytest.approx(found[id_].value), name


def test_reasons_rules_nudges_and_bets_are_the_debriefs(pack, play):
    one, found = student(play, pack), {f.id: f for f in findings(play)}
    assert own_reasons(one) is None or float(own_reasons(one)) == pytest.approx(found["internalisation_reasons"].value)
    rules = found["rule_guess"].counts
    if one.chalk:
        assert one.chalk == (rules["hits"], rules["rules"], rules["believed"], rules["uncounted"])
        assert float(guessed(one)) == pytest.approx(found["rule_guess"].value)
    pushes = found["nudge_effect"].counts
    for arm in ("x", "z"):
        took = [push.took for push in one.pushes if push.arm == arm]
        assert (len(took), sum(took)) == (pushes[f"pushed_{arm}"], pushes[f"took_x_pushed_{arm}"])
    if pushed(one) is not None and found["nudge_effect"].value is not None:
        assert float(pushed(one)) == pytest.approx(found["nudge_effect"].value)
    counts = found["visible_hidden_difference"].counts
    assert apart(one) == counts["only_visible"] + counts["only_hidden"]


def test_doors_and_tokens_are_the_debriefs(pack, play):
    one, found = student(play, pack), {f.id: f for f in findings(play)}
    tokens = found["approval"].counts
    for condition, pair in one.tokens.items():
        for name, token in zip(("public", "private"), pair, strict=True):
            assert tokens.get(f"{name}_{condition}") == token
    setup = play.header.setup
    if play.header.digest == pack.digest:
        life = live(pack, setup, cues_of(pack, play)).life()
        assert doors(one) == (None if not life.tried else pytest.approx(life.opened / life.tried))


def test_where_it_stands_and_how_it_ended(pack, play):
    one = student(play, pack)
    assert one.done and one.close in pack.closes and one.last
    part = play.but(lines=play.lines[:20])
    begun = student(part, pack)
    assert not begun.done and begun.close == "" and begun.last == "U0"
    assert student(play.but(lines=()), pack).last == ""


def test_there_is_no_word_of_anybody_in_it(pack, play):
    """Each string in it is an id of the level files, or made from the header alone."""
    one = student(play, pack)
    known = {*pack.families, *pack.nudges, *pack.regimes, *pack.files, *pack.closes, *pack.campaigns, *pack.conditions,
             "visible-first", "hidden-first", "x", "z", "none", "", one.key, one.levels,
             *(f.nudge for f in pack.families.values()), *(n.kind for n in pack.nudges.values())}  # fmt: skip

    def words(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for key, inner in value.items():
                yield from (*words(key), *words(inner))
        elif isinstance(value, (tuple, list, frozenset)):
            for inner in value:
                yield from words(inner)
        elif hasattr(value, "__slots__") and not isinstance(value, int):
            for name in value.__slots__:
                yield from words(getattr(value, name))

    assert set(words(one)) <= known
    assert play.header.play not in one.key


def test_looks_under_dark_glass_are_the_debriefs(pack, play):
    one, found = student(play, pack), {f.id: f for f in findings(play)}
    counts = found["illusion_dividend"].counts
    assert len(one.looked) == counts["looks"]
    if one.pegs is not None:
        assert one.pegs == counts["guess_of_ten"]
    assert read(play).grid("D").keys() >= one.looked
