"""The twin lives exactly the player's choices, and where it cannot, says so."""

from types import SimpleNamespace

import pytest

from game.debrief import relive
from game.debrief import twin as rooms
from game.debrief.findings import findings
from game.debrief.twin import CannotReplay, twin
from game.model.acts import Act
from game.model.record import Option

PLAYS = [
    ("dice", "taste", "visible-first", 1), ("dice", "lesson", "hidden-first", 2),
    ("saint", "lesson", "visible-first", 3),
    ("fox", "taste", "hidden-first", 4), ("climber", "lesson", "visible-first", 5),
    ("dice", "full", "hidden-first", 2),
]  # fmt: skip


@pytest.mark.parametrize("setting", PLAYS, ids=lambda s: f"{s[0]}-{s[1]}-{s[3]}")
def test_the_same_file_gives_the_same_life_exactly(pack, lived, setting):
    record = lived(*setting)
    same = twin(pack, record, record.header.setup.file)
    assert same.own == same.other
    assert (same.blocked, same.missed, same.only_own, same.only_twin, same.rules, same.parted) == ((),) * 6


@pytest.mark.parametrize("setting", PLAYS, ids=lambda s: f"{s[0]}-{s[1]}-{s[3]}")
def test_the_players_own_life_is_the_one_on_record(pack, lived, setting):
    record = lived(*setting)
    events = [e for line in record.lines for e in line.events]
    own = twin(pack, record, "middle").own
    assert [(d.regime, d.door, d.open) for d in own.doors] == [
        (e.why, e.what, bool(e.amount)) for e in events if e.did == "judged"
    ]
    assert list(own.choices) == [(e.what, e.choice) for e in events if e.did == "chose"]
    assert own.close == next(e.what for e in events if e.did == "ended")


@pytest.mark.parametrize("setting", PLAYS, ids=lambda s: f"{s[0]}-{s[1]}-{s[3]}")
@pytest.mark.parametrize("file", ["lane", "debt_friends", "hill"])
def test_every_matched_choice_is_repeated_under_any_file(pack, lived, setting, file):
    run = twin(pack, lived(*setting), file)
    matched = [(m, c) for m, c in run.own.choices if m.split(".")[0] not in ("story", "free", "nudge")]
    assert matched and matched == [c for c in run.other.choices if c[0] in dict(matched)]
    assert run.liveable


@pytest.mark.parametrize("setting", PLAYS, ids=lambda s: f"{s[0]}-{s[1]}-{s[3]}")
def test_no_file_differs_in_more_doors_than_the_one_that_is_shown(pack, lived, setting):
    record = lived(*setting)
    shown = twin(pack, record)
    assert shown.other.file != record.header.setup.file
    others = [twin(pack, record, f) for f in pack.files if f != record.header.setup.file]
    assert len(shown.parted) == max(len(o.parted) for o in others)


def test_the_rules_named_make_up_the_whole_difference_in_points(pack, lived):
    record = lived("fox", "lesson", "visible-first", 9)
    for file in ("lane", "debt_friends", "hill"):
        run = twin(pack, record, file)
        assert run.rules
        for own, other in zip(run.own.days, run.other.days, strict=True):
            if own.points is None:
                continue
            named = sum(r.twin - r.own for r in run.rules if r.about == "file" and r.regime == _root(pack, own.regime))
            assert other.points - own.points == named


def _root(pack, regime):
    return pack.regimes[regime].carries_on or regime


def test_the_gap_is_doors_opened_over_doors_tried(pack, lived):
    record = lived("fox", "lesson", "visible-first", 9)
    run = twin(pack, record, "debt_friends")
    finding = next(f for f in findings(record, run) if f.id == "sorting_gap")
    judged = [e for line in record.lines for e in line.events if e.did == "judged"]
    own = sum(e.amount for e in judged) / len(judged)
    other = sum(d.open for d in run.other.doors) / len(run.other.doors)
    assert finding.value == pytest.approx(other - own)
    assert finding.direction == (other > own) - (other < own)
    assert {line.n for line in record.lines for e in line.events if e.did == "judged"} == set(finding.evidence)


def test_a_seat_shut_to_the_twin_is_recorded_and_replaced_by_the_authors_choice(pack, lived):
    """The player is made rich enough to buy a seat that is kept for them; the twin's file shuts it."""
    record, rich = _parted_at_the_seat(pack, lived), []
    for line in record.lines:
        rich.append(line)
        if any(e.what == "story.station_window" and e.did == "met" for e in line.events):
            break
    campaign = pack.campaigns["taste"].but(coins=400)
    purse = pack.but(campaigns={**pack.campaigns, "taste": campaign})
    choice = record.lines[0].but(n=len(rich) + 1, act=Act(do="choose", what="seat"), events=(
        next(e for line in record.lines for e in line.events if e.did == "chose" and e.what == "story.station_window"),
    ))  # fmt: skip
    played = record.but(lines=(*rich, choice))
    run = twin(purse, played, "debt_friends")
    assert dict(run.own.choices)["story.station_window"] == "seat"
    assert dict(run.other.choices)["story.station_window"] == "slow"
    assert [(b.n, b.wanted, b.took) for b in run.blocked] == [(choice.n, "seat", "slow")]
    assert run.blocked[0].why


def _parted_at_the_seat(pack, lived):
    """The first of some plays in which the latest word keeps a seat for the player and none for the twin."""
    for seed in range(20):
        record = lived("dice", "taste", "visible-first", seed, "hill")
        run = twin(pack, record, "debt_friends")
        own, other = ({d.door: d.open for d in life.doors} for life in (run.own, run.other))
        if own["seat"] and not other["seat"]:
            return record
    raise AssertionError("no such play among twenty")


def option(id_, coins=0, minutes=0, closed=""):
    return Option(id=id_, text=id_, coins=coins, minutes=minutes, closed=closed)


def fake(instead=None, keeps=None):
    turns = (SimpleNamespace(id="a", instead=instead),)
    roles = [SimpleNamespace(id=k, keeps=v) for k, v in (keeps or {}).items()]
    return SimpleNamespace(scenes={"s": SimpleNamespace(choices=turns)}, families={"f": SimpleNamespace(choices=roles)})


def test_a_substitute_is_the_authors_then_the_one_that_keeps_alike_then_the_cheapest():
    options = (
        option("a", closed="shut"),
        option("b", coins=-9),
        option("c", coins=-2, minutes=30),
        option("d", coins=-2),
    )
    assert relive.instead(fake("b"), "story.s", "a", options) == "b"
    assert relive.instead(fake(), "story.s", "a", options) == "d"
    keeps = {"a": True, "b": True, "c": False, "d": False}
    assert relive.instead(fake(keeps=keeps), "P.f", "a", options) == "b"
    shut = (options[0], option("b", closed="shut too"), *options[2:])
    assert relive.instead(fake("b"), "story.s", "a", shut) == "d"


def test_over_one_choice_in_five_replaced_the_twin_could_not_live_that_life(pack, lived):
    run = twin(pack, lived("dice", "taste", "visible-first", 1), "lane")
    stuck = relive.Blocked(1, "m", "a", "b", "why")
    few, many = run.moments // 5, run.moments // 5 + 1
    ok, no = (rooms.TwinResult(run.own, run.other, run.moments, (stuck,) * n, (), (), (), ()) for n in (few, many))
    assert (ok.liveable, no.liveable) == (True, False)
    finding = next(f for f in findings(lived("dice", "taste", "visible-first", 1), no) if f.id == "sorting_gap")
    assert "The twin could not live your life." in finding.statement
    assert finding.verdict == "counts_only"


def test_an_unfinished_play_has_a_twin_as_far_as_it_goes(pack, lived):
    record = lived("dice", "lesson", "hidden-first", 2)
    for cut in range(0, len(record.lines), 23):
        part = record.but(lines=record.lines[:cut])
        same = twin(pack, part, "middle")
        assert same.own == same.other
        assert len(same.own.choices) == sum(e.did == "chose" for line in part.lines for e in line.events)


def test_a_record_of_other_levels_is_not_lived_again(pack, lived):
    record = lived()
    foreign = record.but(header=record.header.but(digest="f" * 64))
    with pytest.raises(CannotReplay, match="not lived again"):
        twin(pack, foreign)
