"""What the screens are given is told in the language in force; what they steer by stays as it is."""

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest

from game.language import use
from game.model import view as shapes
from game.model.base import Shape
from game.model.content import Person
from game.model.view import AskView, Choice, DoorView, Page, Standing, View
from game.screens.asks import Asking
from game.screens.kit.answers import Typed
from game.screens.kit.frame import Frame
from game.screens.told import retell
from game.telling.views import MACHINE, WORDS, told_shape, told_view
from tests.language.marked import marked
from tests.screens.views import due, moment, posted, street

TEXTS = {
    "Ninety for the fare.", "Mei Castell", "The bread is honest.", "Not yet.", "Do the thing a", "Bakery", "A cup",
    "A plate", "What comes out first?", "posted", "Monday", "no_7", "a", "Tonight", "The hospital",
    "A thing has happened, in few words.",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _other() -> Iterator[None]:
    use(marked(TEXTS))
    yield
    use()


def reached(shape: type[Shape]) -> Iterator[type[Shape]]:
    """A shape and all those that lie in it."""
    yield shape
    for hint in get_type_hints(shape).values():
        for part in parts(hint):
            if isinstance(part, type) and issubclass(part, Shape):
                yield from reached(part)


def parts(hint: Any) -> Iterator[Any]:
    yield hint
    for inner in get_args(hint):
        yield from parts(inner)


@pytest.mark.parametrize("shape", sorted(set(reached(View)), key=str), ids=lambda one: one.__name__)
def test_of_every_text_in_a_view_it_is_said_whether_a_player_reads_it(shape: type[Shape]) -> None:
    """Else what is added tomorrow would stay English, or an id would be translated, and nobody would notice."""
    hints = get_type_hints(shape)
    texts = {name for name, hint in hints.items() if str in parts(hint)}
    decided = [*WORDS.get(shape, ()), *MACHINE.get(shape, ())]
    assert len(set(decided)) == len(decided)
    assert texts == set(decided)


def test_nothing_else_is_decided() -> None:
    assert {*WORDS, *MACHINE} - {Person} <= set(reached(View))


def test_english_gives_the_same_view_back() -> None:
    use()
    for seen in (street(), due(), posted(), moment("walk")):
        assert told_view(seen) is seen


def test_words_are_told_and_the_words_of_the_machine_are_not() -> None:
    seen = told_view(due())
    assert seen.errand == "«Ninety for the fare.»"
    assert (seen.people[0].who, seen.people[0].name, seen.people[0].line) == (
        "mei", "«Mei Castell»", "«The bread is honest.»",
    )  # fmt: skip
    assert (seen.weekday, seen.at, seen.world, seen.home_closed) == ("Monday", "no_7", "daylight", "«Not yet.»")
    assert (seen.spots[0].id, seen.spots[0].name) == ("bakery", "«Bakery»")
    assert told_view(posted()).roams[0].mark == "posted", "the screens look it up"
    shown = told_view(moment("walk")).moment
    assert shown is not None
    assert shown.scene == "«A thing has happened, in few words.»"
    assert [(one.id, one.text) for one in shown.options][:2] == [("a", "«Do the thing a»"), ("b", "Do the thing b")]
    assert told_shape(shown.options[0]).text == "«Do the thing a»", "what is told is not told again"


def test_a_pair_out_of_the_box_is_told_thing_by_thing() -> None:
    item = Choice(id="cup.x/cup.z", text="A cup / A plate")
    ask = AskView(id="box", kind="unpack", title="The box", line="What comes out first?", items=(item,))
    told = told_shape(ask)
    assert told.items[0].text == "«A cup» / «A plate»"
    assert (told.items[0].id, told.kind, told.line) == ("cup.x/cup.z", "unpack", "«What comes out first?»")


def test_the_open_diary_goes_on_in_another_language_with_what_is_written_in_it() -> None:
    about, ends = Choice(id="U0.fall", text="Do the thing a"), Choice(id="liked", text="A plate")
    asked = AskView(id="diary", kind="diary", title="Tonight", line="Not yet.", about=(about, about), items=(ends,))
    seen = street(phase="ask", ask=asked)
    screen = Asking(seen)
    screen.kind = "ask"
    screen.tree(Frame()).find("own").press()  # type: ignore[union-attr]
    screen.on(Typed("mine"), Frame())
    retell([screen], told_view(seen))
    said = {node.label for node in screen.tree(Frame()).walk()}
    assert said >= {"«Tonight»", "«Not yet.»", "«Do the thing a»", "«A plate»"}
    assert screen.writing
    assert screen.tree(Frame()).find("own").value == "mine"  # type: ignore[union-attr]


def test_what_the_rules_say_of_themselves_is_told_with_its_figures() -> None:
    door = DoorView(id="bed", name="The hospital", open=False, why="Not yet.")
    page = Page(kind="ledger", title="Tonight", lines=(), rows=(("Rent", "−12"), ("Grade", "a")), doors=(door,))
    told = told_shape(page)
    assert told.rows == (("«Rent»", "−12"), ("«Grade»", "«a»"))
    assert (told.kind, told.title, told.doors[0].name) == ("ledger", "«Tonight»", "«The hospital»")
    spot = shapes.Spot(id="cafe", name="Bakery", closed="Opens at 08:40.")
    assert told_shape(spot).closed == "«Opens at 08:40.»"
    use_ = shapes.Activity(id="tea", text="A cup", closed="It costs 12; you have 3.")
    assert told_shape(use_).closed == "«It costs 12; you have 3.»"
    assert told_shape(Standing(grade="a", arrow="up")) == Standing(grade="«a»", arrow="up")
