"""Promises of moods: somebody looks as what the player saw would make them look, and nothing else shows through."""

from typing import Any

import pytest

from game.model.record import Option, Shown
from game.model.view import Standing, View
from game.screens.around import things
from game.screens.moods import CALM, GLAD, TROUBLED, Moods, met, wearing
from game.screens.outing import Outing
from tests.screens.views import due, moment, street


def chosen(tie: int = 0, seen: str = "", family: str = "test", **changes: Any) -> View:
    """What comes of a choice that does this to a tie, about Mei."""
    shown = Shown(
        moment=f"P.{family}", mode="sheet", world="print", light="noon", watch="plain", day=1, clock="08:40", who="mei",
        where="square", scene="A thing has happened.", options=(Option(id="a", text="Do it", tie=tie),),
    )
    return street(**({"phase": "then", "moment": shown, "chosen": "a", "then": "So.", "seen": seen} | changes))


@pytest.mark.parametrize(
    ("tie", "seen", "mood"),
    [
        (1, "", GLAD), (-1, "", TROUBLED), (0, "", CALM), (0, "laughs", GLAD), (0, "turns_away", TROUBLED),
        (-1, "laughs", TROUBLED), (0, "bus_leaves", CALM),
    ],
)
def test_a_choice_makes_somebody_look_as_the_tie_beside_it_said(tie: int, seen: str, mood: str) -> None:
    assert met(chosen(tie, seen)) == ("mei", mood)


def test_what_was_done_to_somebody_stays_with_them_until_the_day_ends() -> None:
    moods = Moods().after(street()).after(chosen(-1)).after(street())
    assert (moods.of("mei"), moods.of("joss")) == (TROUBLED, CALM)
    assert moods.after(street(day=2)).of("mei") == CALM


def test_a_later_kindness_on_the_same_day_mends_it() -> None:
    assert Moods().after(chosen(-1)).after(chosen(1)).after(street()).of("mei") == GLAD


def test_whoever_lies_there_or_falls_or_is_owed_looks_troubled_before_anything_is_chosen() -> None:
    assert met(due(due_lies=True)) == ("rao", TROUBLED)
    fallen = moment("walk")
    assert fallen.moment is not None
    for family, mood in (("fall", TROUBLED), ("debt", TROUBLED), ("coffee", CALM)):
        now = fallen.model_copy(update={"moment": fallen.moment.model_copy(update={"moment": f"UV.{family}"})})
        assert met(now) == ("mei", mood)
        assert Moods().after(now).after(street()).of("mei") == CALM  # it passes with the moment


@pytest.mark.parametrize(
    "changes",
    [
        {"watch": "dark"}, {"watch": "phone", "world": "phone"}, {"standing": Standing(points=300, grade="D")},
        {"lantern": "dark"}, {"coins": 0}, {"cheer": "Lovely"},
    ],
)
def test_points_watch_and_standing_show_on_nobodys_face(changes: dict[str, Any]) -> None:
    for view in (chosen(1), chosen(-1), chosen(0), due(due_lies=True), street()):
        assert met(view.model_copy(update=changes)) == met(view)


def test_nobody_is_told_how_to_feel() -> None:
    assert wearing("you", TROUBLED) == "you"
    assert wearing("you.dome", GLAD) == "you.dome"


def test_the_street_shows_and_says_what_was_seen() -> None:
    outing = Outing.begin(street(), {"mei": {"skin": 2, "hair": "bun"}})
    calm = outing.look("mei")
    outing.know(chosen(-1))
    assert outing.look("mei") != calm
    assert outing.look("mei") == wearing(calm, TROUBLED)
    heard = [one.label for one in things(street(), outing.walker, outing.ahead, outing.moods) if one.kind == "person"]
    assert heard == ["Mei Castell, looking troubled"]
