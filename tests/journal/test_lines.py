"""The words of a line: put together from its parts, and the same to the byte as when it is written as one."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from game.bots import play
from game.journal.lines import line_text, make_line
from game.model.acts import Act, Event
from game.model.content import Pack
from game.model.record import Line, Setup

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def as_one(line: Line) -> str:
    """The line as JSON writes it, canonical: no spaces, letters as they are, defaults left out."""
    bare: dict[str, Any] = {"n": line.n, "act": line.act.model_dump(mode="json", exclude_defaults=True)}
    if line.events:
        bare["events"] = [event.model_dump(mode="json", exclude_defaults=True) for event in line.events]
    if line.shown is not None:
        bare["shown"] = line.shown.model_dump(mode="json", exclude_defaults=True)
    return json.dumps({**bare, "ms": line.ms, "digest": line.digest}, ensure_ascii=False, separators=(",", ":"))


def test_every_line_of_a_play_is_written_as_json_writes_it(pack: Pack) -> None:
    for bot, campaign in (("dice", "taste"), ("climber", "lesson")):
        setup = Setup(campaign=campaign, seed=4, order="hidden-first", file="hill")
        for line in play(pack, setup, bot).lines:
            assert line_text(line) == as_one(line)


@given(st.lists(WORDS, max_size=3), WORDS, st.integers(), st.none() | st.booleans())
def test_whatever_a_player_writes_is_escaped_as_json_escapes_it(
    values: list[str], why: str, amount: int, keeps: bool | None
) -> None:
    act = Act(do="answer", what="diary", values=tuple(values))
    line, text = make_line("f" * 32, 7, act, (Event(did="answered", why=why, amount=amount, keeps=keeps),), None, 12)
    assert text == line_text(line) == as_one(line)
