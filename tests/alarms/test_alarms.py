"""Alarms that must ring: what is done to a record or to a rule here has to be found by load or by replay."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

from game.bots import play
from game.journal import BadRecord, Differs, Session, load_text, replay
from game.journal.lines import header_digest, header_text, line_text, make_line
from game.model.acts import Event
from game.model.base import Shape
from game.model.content import Pack
from game.model.record import Line, Record
from game.rules import days
from tests.rules.lives import setup_of


@pytest.fixture(scope="module")
def plays(pack: Pack) -> list[Session]:
    """Six lives, from four files, in both orders: together they meet every family, rule and constant."""
    return [
        play(pack, setup_of(1, "lesson", "visible-first", "hill"), "dice"),
        play(pack, setup_of(2, "lesson", "hidden-first", "lane"), "dice"),
        play(pack, setup_of(3, "lesson", "visible-first", "debt_friends"), "climber"),
        play(pack, setup_of(4, "taste", "hidden-first", "hill"), "mule"),
        play(pack, setup_of(4, "taste", "hidden-first", "middle"), "mule"),
        play(pack, setup_of(5, "full", "visible-first", "middle"), "fox"),
    ]


def rings(pack: Pack, plays: list[Session]) -> bool:
    """Whether at least one of the records no longer replays."""
    for session in plays:
        try:
            replay(pack, session.record)
        except Differs:
            return True
    return False


def forged(record: Record, change: Callable[[Line], Line]) -> Record:
    """The record with lines changed and every digest made to fit again: what a clever hand would write."""
    lines: list[Line] = []
    digest = header_digest(record.header)
    for line in record.lines:
        other = change(line)
        made, _ = make_line(digest, other.n, other.act, other.events, other.shown, other.ms)
        digest = made.digest
        lines.append(made)
    return record.but(lines=tuple(lines))


def text_of(record: Record) -> bytes:
    return ("\n".join([header_text(record.header), *map(line_text, record.lines)]) + "\n").encode()


def test_untouched_nothing_rings(pack: Pack, plays: list[Session]) -> None:
    assert not rings(pack, plays)
    assert forged(plays[0].record, lambda line: line) == plays[0].record


# A record


def test_a_choice_turned_into_another_rings(pack: Pack, plays: list[Session]) -> None:
    raw = text_of(plays[0].record)
    old = next(e for line in plays[0].lines for e in line.events if e.did == "chose" and e.keeps is False)
    told = f'"choice":"{old.choice}","keeps":'
    changed = raw.replace(f"{told}false".encode(), f"{told}true".encode(), 1)
    assert changed != raw
    with pytest.raises(BadRecord, match="does not fit its digest"):
        load_text(changed, "play")


def edit(did: str, **changes: Any) -> Callable[[Line], Line]:
    """Change the events of one kind in a line."""

    def change(line: Line) -> Line:
        return line.but(events=tuple(e.but(**changes) if e.did == did else e for e in line.events))

    return change


@pytest.mark.parametrize(
    "change",
    [
        edit("chose", watched=True), edit("chose", keeps=True), edit("chose", arm="toward"), edit("scored", amount=9),
        edit("judged", amount=1), edit("earned", amount=99), edit("answered", truth=()),
    ],
    ids=["watched", "kept", "arm", "points", "doors", "coins", "truth"],
)  # fmt: skip
def test_an_event_rewritten_with_digests_that_fit_rings_in_replay(
    pack: Pack, plays: list[Session], change: Callable[[Line], Line]
) -> None:
    record = forged(plays[0].record, change)
    assert load_text(text_of(record), "play") == record, "only replay can know"
    with pytest.raises(Differs, match="leads to something else"):
        replay(pack, record)


def test_a_screen_rewritten_with_digests_that_fit_rings_in_replay(pack: Pack, plays: list[Session]) -> None:
    def unpush(line: Line) -> Line:
        if line.shown is None:
            return line
        return line.but(shown=line.shown.but(options=tuple(o.but(preselected=False) for o in line.shown.options)))

    record = forged(plays[0].record, unpush)
    with pytest.raises(Differs, match="shows something else"):
        replay(pack, record)


def test_an_event_added_rings_in_replay(pack: Pack, plays: list[Session]) -> None:
    gift = Event(did="earned", amount=1)
    record = forged(plays[1].record, lambda line: line.but(events=(*line.events, gift)) if line.n == 9 else line)
    with pytest.raises(Differs, match="Step 9"):
        replay(pack, record)


def test_an_act_that_was_not_possible_rings_in_replay(pack: Pack, plays: list[Session]) -> None:
    record = forged(plays[0].record, lambda line: line.but(act=line.act.but(do="home")) if line.n == 2 else line)
    with pytest.raises(Differs, match="was not possible there"):
        replay(pack, record)


@pytest.mark.parametrize(
    "change", [{"seed": 99}, {"file": "middle"}, {"order": "hidden-first"}, {"campaign": "taste"}], ids=str
)
def test_another_setup_above_the_same_acts_rings(pack: Pack, plays: list[Session], change: dict[str, Any]) -> None:
    record = plays[0].record
    header = record.header.but(setup=record.header.setup.but(**change))
    with pytest.raises(Differs):
        replay(pack, forged(record.but(header=header), lambda line: line))
    with pytest.raises(BadRecord):
        load_text(text_of(record.but(header=header)), "play")


# A rule


def swapped(pack: Pack, kind: str, name: str, **changes: Any) -> Pack:
    """The same pack, by its digest too, but for one thing."""
    things: dict[str, Shape] = getattr(pack, kind)
    return pack.but(**{kind: {**things, name: things[name].but(**changes)}})


def one_point_more(rules: tuple[Any, ...], at: int) -> tuple[Any, ...]:
    return tuple(rule.but(points=rule.points + 1) if i == at else rule for i, rule in enumerate(rules))


def test_every_rule_of_the_list_changed_by_one_point_rings(pack: Pack, plays: list[Session]) -> None:
    rules = pack.tariffs["the_list"].rules
    silent = [
        rule.act for at, rule in enumerate(rules)
        if not rings(swapped(pack, "tariffs", "the_list", rules=one_point_more(rules, at)), plays)
    ]  # fmt: skip
    assert rules and silent == []


@pytest.mark.parametrize("name", ["notice_board", "dark_glass", "lumen"])
def test_a_regime_that_drifts_by_one_rings(pack: Pack, plays: list[Session], name: str) -> None:
    """Its start, what it makes of each file, what it does to the town's trust, what its doors ask (by ten)."""
    here = pack.regimes[name]
    assert rings(swapped(pack, "regimes", name, trust=here.trust + 1), plays)
    if not here.carries_on:
        assert rings(swapped(pack, "regimes", name, start=here.start + 1), plays)
        for at, rule in enumerate(here.file):
            assert rings(swapped(pack, "regimes", name, file=one_point_more(here.file, at)), plays), rule.has
    for at, door in enumerate(here.doors):
        doors = tuple(d.but(at_least=d.at_least + (10 if i == at else 0)) for i, d in enumerate(here.doors))
        down = tuple(d.but(at_least=d.at_least - (10 if i == at else 0)) for i, d in enumerate(here.doors))
        changed = [swapped(pack, "regimes", name, doors=other) for other in (doors, down)]
        assert any(rings(other, plays) for other in changed), door.door


def test_dark_glass_that_looks_every_other_time_rings(pack: Pack, plays: list[Session]) -> None:
    assert rings(swapped(pack, "regimes", "dark_glass", one_look_in=2), plays)


@pytest.mark.parametrize("condition", ["U0", "P", "D", "UV", "H", "UH"])
def test_a_step_of_the_coats_rotation_rings(pack: Pack, plays: list[Session], condition: str) -> None:
    coat = pack.conditions[condition].coat
    assert rings(swapped(pack, "conditions", condition, coat=(coat + 1) % 6), plays)


@pytest.mark.parametrize("change", [
    {"opening": "fall"}, {"coins": 17}, {"nudge_arms": (5, 3, 4)}, {"free_every": 9}, {"after_asks": ("bet",)},
], ids=str)  # fmt: skip
def test_a_constant_of_the_schedule_rings(pack: Pack, plays: list[Session], change: dict[str, Any]) -> None:
    assert {name: getattr(pack.campaigns["lesson"], name) for name in change} != change
    assert rings(swapped(pack, "campaigns", "lesson", **change), plays)


def test_each_familys_prices_and_words_ring(pack: Pack, plays: list[Session]) -> None:
    """One minute, one coin or one word more in any coat that was worn."""
    for name, family in pack.families.items():
        for changes in (
            lambda w: {"minutes": w.minutes + 1},
            lambda w: {"coins": w.coins - 1},
            lambda w: {"text": "Sing"},
        ):
            coats = tuple(
                coat.but(choices={role: way.but(**changes(way)) for role, way in coat.choices.items()})
                for coat in family.coats
            )
            assert rings(swapped(pack, "families", name, coats=coats), plays), name


@pytest.mark.parametrize(
    ("room", "name", "value"),
    [
        ("step", "MORNING", 481), ("step", "WAY", {"row": 11, "lane": 21}), ("step", "READ_LINE", 2),
        ("step", "cheat_rate", lambda trust: 0), ("legal", "EVENING", 900), ("step", "EVENING", 600),
        ("step", "GUESSES", ()), ("step", "doors_open", lambda rated, points: (("bed", points > 9**9),)),
        ("hand", "points_for", lambda *known: ()), ("plan", "fate", lambda *purpose: 5),
        ("plan", "shuffled", lambda seed, items, *purpose: tuple(sorted(items))),
        ("days", "fate", lambda *purpose: 5), ("days", "shuffled", lambda seed, items, *purpose: tuple(sorted(items))),
        ("moment", "shuffled", lambda seed, items, *purpose: tuple(sorted(items))),
        ("moment", "posted_mark", lambda *known: ("", None)), ("view", "light_of", lambda minute: "noon"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_constant_or_a_formula_of_the_rules_rings(
    plays: list[Session], pack: Pack, monkeypatch: pytest.MonkeyPatch, room: str, name: str, value: Any
) -> None:
    monkeypatch.setattr(import_module(f"game.rules.{room}"), name, value)
    days._drawn.cache_clear()
    try:
        assert rings(pack, plays)
    finally:
        monkeypatch.undo()
        days._drawn.cache_clear()


def test_a_pack_with_another_digest_is_refused_before_any_step(pack: Pack, plays: list[Session]) -> None:
    with pytest.raises(Differs, match="have changed since"):
        replay(pack.but(digest="f" * 64), plays[0].record)
