"""The figures of a class: the unit is the student, small cells stay hidden, and a null is said as a null."""

import dataclasses
import re
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from game.seminar.asked import approval, approves, predicted
from game.seminar.figures import figures
from game.seminar.hide import HIDDEN, LEAST
from game.seminar.measures import SIDES, difference, measures, one_push, some
from game.seminar.page import page
from game.seminar.present import luck
from game.seminar.room import room
from game.seminar.steered import opened, pushes
from game.seminar.student import Push
from game.seminar.summary import missed, orders, summary
from game.seminar.watched import after, states, towns
from tests.debrief.sound import faults
from tests.seminar.conftest import made, room_of
from tests.town import the_pack

PACK = the_pack()


def text_of(picture) -> str:
    rows = [f"{row.label} {row.said} {row.note}" for chart in picture.charts for row in chart.rows]
    cells = [" | ".join(row) for table in picture.tables for row in table.rows]
    return "\n".join([picture.headline, *picture.lead, *rows, *cells])


def test_under_five_plays_there_is_nothing(pack):
    for n in range(LEAST):
        assert figures(room_of(pack, n), pack)[1] == ()
    assert "Fewer than five" in page(())


def test_the_mean_and_its_interval_are_of_one_number_a_student(pack):
    students = room_of(pack, 17, effect=0.3)
    numbers = [float(n) for n in some(difference(*SIDES["vh"]), students)]
    found = summary(some(difference(*SIDES["vh"]), students))
    low, high = stats.t.interval(0.9, 16, stats.tmean(numbers), stats.sem(numbers))
    assert (found.n, found.value, found.low, found.high) == pytest.approx((17, stats.tmean(numbers), low, high))
    exact = stats.permutation_test((numbers,), lambda x, axis: x.mean(axis=axis), permutation_type="samples",
                                   n_resamples=2**17, vectorized=True).pvalue  # fmt: skip
    assert found.luck.p == pytest.approx(exact, abs=1e-6)


def test_one_student_with_many_moments_counts_as_one(pack):
    """Twelve families or eight: a student is a student."""
    students = room_of(pack, 8)
    whole = {c: dict.fromkeys(pack.families, c == "P") for c in ("U0", "P", "D", "UV", "H")}
    numbers = some(difference("P", "H"), [*students, made(pack, 99, kept=whole)])
    assert len(numbers) == 9 and numbers[-1] == 1


@pytest.mark.parametrize(("n", "verdict"), [(4, "hidden"), (5, "counts"), (7, "counts"), (8, "number")])
def test_the_thresholds_of_a_class_mean(n, verdict):
    found = summary([Fraction(at, 8) for at in range(n)])
    assert found.verdict == verdict
    assert (found.high > found.low) is (verdict == "number")


def test_what_is_true_of_all_is_shown_of_none(pack):
    same = [made(pack, at, kept={c: dict.fromkeys(made(pack, 1).kept["P"], c == "P") for c in ("U0", "P", "D", "H")})
            for at in range(12)]  # fmt: skip
    assert summary(some(difference("P", "H"), same)).verdict == "alike"
    here = room(same, pack)
    assert "100" not in towns(here, pack).headline
    few = towns(room(room_of(pack, 4), pack), pack).headline
    assert towns(here, pack).headline == few  # and which of the two it is cannot be told


def test_a_student_with_three_pairs_has_no_number(pack):
    kept = {c: dict(list(met.items())[:3]) for c, met in made(pack, 1).kept.items()}
    assert difference("P", "H")(made(pack, 1, kept=kept)) is None


def test_where_the_order_did_something_it_is_said_and_both_are_shown(pack):
    students = [made(pack, at, effect=0.5 if at % 2 else -0.5) for at in range(24)]
    sides = orders(students, difference("P", "H"))
    assert sides.differ and sides.luck.p < 0.05
    picture = towns(room(students, pack), pack)
    assert picture.headline.endswith("Which came first seems to matter.")
    assert "one of two different effects" in text_of(picture)
    assert [row.label for row in picture.charts[0].rows][-2:] == ["posted rules first", "hidden rules first"]


def test_no_test_of_the_order_decides_which_figures_are_shown(pack):
    """Freeman 1989: a choice made by that test would spoil the interval of what is chosen."""
    same = [made(pack, at, effect=0.2) for at in range(24)]
    other = [made(pack, at, effect=0.5 if at % 2 else -0.5) for at in range(24)]
    rows = [[row.label for row in towns(room(lot, pack), pack).charts[0].rows] for lot in (same, other)]
    assert rows[0] == rows[1]
    assert "no proof of none" in text_of(towns(room(same, pack), pack))


def test_where_each_order_counts_half_it_does_not_matter_how_many_began_with_which(pack):
    """The one order moves by 50 in 100, the other by as much the other way: that is nothing on the whole."""
    students = [made(pack, at, effect=0.5 if at % 4 else -0.5, base=0.25 if at % 4 else 0.75,
                     order="visible-first" if at % 4 else "hidden-first") for at in range(80)]  # fmt: skip
    sides = orders(students, difference("P", "H"))
    whole = summary(some(difference("P", "H"), students))
    assert sides.even.low < 0 < sides.even.high and whole.low > 0.1


def test_orders_are_shown_both_or_neither(pack):
    few = [made(pack, at, order="hidden-first" if at < 4 else "visible-first") for at in range(20)]
    picture = towns(room(few, pack), pack)
    assert not any("first" in row.label for row in picture.charts[0].rows)
    assert "cannot be asked" in text_of(picture)


def test_a_room_that_nothing_moves_is_said_to_be_one(pack):
    def even(at):
        """In both orders the same, and for each student another who did the reverse."""
        kept = made(pack, at // 4).kept
        return made(pack, at, kept={**kept, "P": kept["H"], "H": kept["P"]} if at // 2 % 2 else kept)

    picture = towns(room([even(at) for at in range(20)], pack), pack)
    assert picture.headline.endswith("Luck alone may do that.")
    assert "is missed by a class like this" in text_of(picture)


def test_untimed_plays_and_other_campaigns_stand_aside(pack):
    students = [*room_of(pack, 12), *(made(pack, 100 + at, untimed=True) for at in range(6)),
                *(made(pack, 200 + at, campaign="taste") for at in range(7)),
                *(made(pack, 300 + at, levels="00000000") for at in range(5))]  # fmt: skip
    here = room(students, pack)
    assert (here.n, len(here.apart)) == (12, 6)
    assert dict(here.aside) == {"of other campaigns": 7, "made with other level files": 5, "with untimed waiting": 6}
    few = room([*room_of(pack, 12), *(made(pack, 100 + at, untimed=True) for at in range(4))], pack)
    assert (few.n, few.apart, few.aside) == (12, (), ())
    none = room(room_of(pack, 12), pack)
    assert few == none  # whether one waited untimed, or nobody, is not to be seen


def test_pushes_are_counted_a_student_once_a_kind_and_the_choice_does_not_decide_which(pack):
    one = made(pack, 1)
    kind = one.pushes[0].kind
    turned = dataclasses.replace(one, pushes=tuple(dataclasses.replace(p, took=not p.took) for p in one.pushes))
    assert one_push(one, kind).what == one_push(turned, kind).what
    assert one_push(dataclasses.replace(one, pushes=(Push("x", kind, "none", took=True),)), kind) is None


def test_a_kind_of_push_that_moves_the_room_is_found_and_kept_back_where_few_did_it(pack):
    def one(at):
        arm = "xz"[at % 2]
        return made(pack, at, pushes=(Push("fall", "default", arm, took=(at % 10 > 1) is (arm == "x")),
                                      Push("coffee", "framing", arm, took=at == 0)))  # fmt: skip

    picture = pushes(room([one(at) for at in range(60)], pack))
    assert "too few" in picture.headline  # no student has two pushes each way
    many = [dataclasses.replace(s, pushes=(*s.pushes, *made(pack, at).pushes)) for at, s in
            enumerate(one(at) for at in range(60))]  # fmt: skip
    rows = {row.label: row for row in pushes(room(many, pack)).charts[0].rows}
    assert "how it was put" not in rows or rows["how it was put"].value is not None
    assert all(row.low is None or row.low <= row.value <= row.high for row in rows.values())


def test_approval_counts_a_pocketed_token_as_none(pack):
    one = made(pack, 1, tokens={"P": (5, None)})
    assert approves(one, "P", 0) and not approves(one, "P", 1) and not approves(one, "H", 0)
    picture = approval(room([made(pack, at, tokens={"P": (1 + at % 5, 1 + at % 5)}) for at in range(40)], pack))
    assert "16 of 40" in text_of(picture) and "Kostka 2019" in picture.charts[0].says


def test_jar_and_curtain_are_not_told_apart_where_a_cell_could_be_had_by_taking_away(pack):
    """Rows and columns are on the chart; so the four cells inside are printed all or not at all."""
    tokens = [(5, 5)] * 8 + [(5, 1)] * 6 + [(1, 5)] * 6 + [(1, 1)] * 3
    students = [made(pack, at, tokens={"P": pair}) for at, pair in enumerate(tokens)]
    assert "in the jar alone" not in text_of(approval(room(students, pack)))
    students += [made(pack, 50 + at, tokens={"P": (1, 1)}) for at in range(2)]
    assert "6 approved in the jar alone" in text_of(approval(room(students, pack)))


def test_by_standing_all_four_cells_are_there_or_none(pack):
    def of(many):
        cells = [(3, 5), (3, 1), (0, 5), (0, 1)]
        return [made(pack, 10 * at + i, doors={"notice_board": (opened_, 3)}, tokens={"P": (1, token)})
                for at, (opened_, token) in enumerate(cells) for i in range(many[at])]  # fmt: skip

    assert len(approval(room(of((6, 5, 5, 7)), pack)).tables) == 1
    assert approval(room(of((6, 5, 4, 7)), pack)).tables == ()
    unjudged = [made(pack, 900 + at, doors={}, tokens={"P": (1, 5 if at else 1)}) for at in range(9)]
    assert approval(room([*of((6, 5, 5, 7)), *unjudged], pack)).tables == ()  # one of those would be known


def test_doors_are_laid_beside_each_other_by_file(pack):
    files = tuple(pack.files)
    students = [made(pack, at, file=files[at % 4], doors={"lumen": (at % 4 if at % 8 > 3 else 3 - at % 4, 3)})
                for at in range(40)]  # fmt: skip
    picture = opened(room(students, pack), pack)
    assert "of 100 doors opened to" in picture.headline
    lonely = [made(pack, at, file=files[0]) for at in range(10)]
    assert opened(room(lonely, pack), pack).charts == ()


def test_the_bet_is_laid_beside_what_was_done(pack):
    picture = predicted(room(room_of(pack, 20), pack), pack)
    assert re.match(r"The room bet on \d\.\d differences between its two towns; there were \d\.\d\.", picture.headline)


def test_a_campaign_without_a_day_after_has_no_picture_of_it(pack):
    students = [made(pack, at, kept={c: m for c, m in made(pack, at).kept.items() if c != "UV"}) for at in range(9)]
    assert after(room(students, pack)) is None


def test_how_many_came_to_the_end_is_not_to_be_had_from_how_many_did_not(pack):
    for done in (4, 6):
        students = [made(pack, at, done=at < done, last="P") for at in range(16)]
        last = figures(students, pack)[1][-1]
        assert bool(last.tables) is (done == 6)
        assert ("12" in text_of(last)) is False
    assert "10 of 16" in text_of(last)


def test_luck_is_said_for_as_many_comparisons_as_there_are(pack):
    pictures = figures(room_of(pack, 20), pack)[1]
    assert sum(int(p.tests) for p in pictures) >= 7
    assert sum(int(p.tests) for p in figures(room_of(pack, 7), pack)[1]) == 0  # five to seven are only counted
    assert luck(1).startswith("This page makes 1 comparison with a test") and "10 times in 100" in luck(1)
    assert "comparison" in luck(0)


def test_a_class_of_a_planned_size_misses_what_was_planned():
    """Theory 3: the half-width of a class mean is about .18 with 8 students and .12 with 20, at a spread of .27."""
    assert [round(stats.t.ppf(0.95, n - 1) * 0.27 / n**0.5, 2) for n in (8, 20)] == [0.18, 0.10]
    assert missed(8, 0.27) > missed(20, 0.27) > missed(200, 0.27)


SMALL = st.integers(5, 26)


@settings(max_examples=12)
@given(SMALL, st.integers(0, 10**6))
def test_no_count_on_any_page_is_under_five_on_either_side(n, seed):
    dice = Random(seed)
    students = [
        made(PACK, at, seed=seed, untimed=dice.random() < 0.2, done=dice.random() < 0.8,
             order=dice.choice(["visible-first", "hidden-first"]), file=dice.choice(list(PACK.files)),
             suspected=dice.choice([None, 0, 1, 2, 3]), tested=dice.choice([None, 0, 5]),
             tokens={c: (dice.choice([None, 1, 5]), dice.choice([None, 1, 5])) for c in ("P", "D", "H")},
             pegs=dice.choice([None, 3, 7]), bet=dice.choice([None, 1, 8]))
        for at in range(n)
    ]  # fmt: skip
    here, pictures = figures(students, PACK)
    for picture in pictures:
        said = text_of(picture)
        for hits, whole in re.findall(r"\b(\d+) of (\d+)\b", said):
            if whole != "100":
                assert int(hits) >= LEAST and int(whole) - int(hits) >= LEAST, said
        for table in picture.tables:
            for row in table.rows:
                assert all(cell == HIDDEN or int(cell) >= LEAST for cell in row[1:] if cell.isdigit()), table
    assert faults(page(pictures)) == []
    assert here.n in (0, *range(n + 1))


@pytest.mark.parametrize("n", [0, 5, 7, 9, 23])
def test_the_page_is_sound_html_and_says_each_picture_in_words(pack, n):
    pictures = figures(room_of(pack, n, effect=0.3), pack)[1]
    html = page(pictures)
    assert faults(html) == []
    assert "nan" not in html and "inf " not in html and "None" not in html
    for picture in pictures:
        assert picture.headline.endswith((".", "?"))
        assert all(row.said for chart in picture.charts for row in chart.rows)
        assert picture.cannot or not picture.charts


def test_the_four_states_are_in_their_order(pack):
    rows = states(room(room_of(pack, 20), pack)).charts[0].rows
    assert [row.tone for row in rows] == ["U0", "P", "D", "H"]


def test_every_number_of_a_student_is_a_fraction_or_none(pack):
    one = made(pack, 1)
    empty = made(pack, 2, kept={}, pushes=(), doors={}, tokens={}, chalk=None, bet=None, pegs=None, before=(0, 0),
                 looked=frozenset())  # fmt: skip
    for name, measure in measures(pack).items():
        assert isinstance(measure(one), Fraction) or name.endswith(("_d", "uh")), name
        assert measure(empty) is None


def test_no_share_reaches_under_nothing_or_over_all_and_few_a_file_are_a_count(pack):
    students = [made(pack, at, file=tuple(pack.files)[at % 2], doors={"notice_board": (3 * (not at), 3)})
                for at in range(20)]  # fmt: skip
    rows = opened(room(students, pack), pack).charts
    students += [made(pack, 100 + at, file=tuple(pack.files)[2 + at % 2], doors={"dark_glass": (at % 4 % 3, 3)})
                 for at in range(12)]  # fmt: skip
    picture = opened(room(students, pack), pack)
    for row in [row for chart in (*rows, *picture.charts) for row in chart.rows if row.low is not None]:
        assert row.low >= 0 and row.high <= 1 and "−" not in row.said
    assert picture.headline.endswith("That is a count, no more.")
