"""What is settled before holds; time that is over is over; the day of deletion is kept."""

from datetime import timedelta
from pathlib import Path

import pytest

from game.host import desk as desks
from game.host.desk import Desk, Settled, days_from_now
from game.host.store import Step, Store
from game.host.wish import CannotOpen
from game.model.content import Pack


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def opened(folder: Path, pack: Pack, clock: Clock | None = None, **settled: object) -> Desk:
    desk = Desk(Store.at(folder), clock or Clock())
    desk.open(pack, Settled(**{"campaign": "taste", "mode": "aggregate", "until": days_from_now(), **settled}))  # type: ignore[arg-type]
    return desk


def test_a_room_goes_on_as_it_was_settled_whatever_is_said_later(tmp_path: Path, pack: Pack) -> None:
    first = opened(tmp_path, pack, mode="rows", minutes=20)
    key, hash_ = first.key, first.arms(pack).hash
    first.start()
    first.store.close()
    again = opened(tmp_path, pack, mode="aggregate", minutes=5)
    assert (again.settled.mode, again.settled.minutes, again.state) == ("rows", 20, "running")
    assert (again.key, again.arms(pack).hash) == (key, hash_)
    again.store.close()


def test_the_minutes_run_while_it_runs_stand_still_in_a_pause_and_can_be_more(tmp_path: Path, pack: Pack) -> None:
    clock = Clock()
    desk = opened(tmp_path, pack, clock, minutes=20)
    clock.now += 3600
    assert desk.minutes_left is None
    desk.start()
    clock.now += 300
    assert desk.minutes_left == 15
    desk.pause()
    clock.now += 3600
    assert desk.minutes_left == 15
    desk.extend()
    desk.start()
    assert desk.minutes_left == 20
    clock.now += 1199
    desk.tick()
    assert desk.state == "running"
    clock.now += 1
    desk.tick()
    assert (desk.state, desk.debrief) == ("closed", True)
    desk.store.close()


def test_a_room_without_minutes_runs_until_it_is_stopped(tmp_path: Path, pack: Pack) -> None:
    clock = Clock()
    desk = opened(tmp_path, pack, clock)
    desk.start()
    clock.now += 1e7
    desk.tick()
    assert desk.state == "running" and desk.minutes_left is None
    desk.store.close()


def test_a_closed_room_stays_closed(tmp_path: Path, pack: Pack) -> None:
    desk = opened(tmp_path, pack)
    desk.start()
    desk.stop()
    for deed in (desk.start, desk.pause, desk.stop):
        deed()
        assert desk.state == "closed"
    desk.store.close()


def test_on_its_day_everything_is_deleted_while_it_runs(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened(tmp_path, pack)
    desk.store.join("a", "code", lambda place, take: "header")
    desk.store.add([Step("a", 1, "one")])
    until = desk.settled.until
    monkeypatch.setattr(desks, "today", lambda: until - timedelta(days=1))
    desk.tick()
    assert desk.store.counts().joined == 1
    monkeypatch.setattr(desks, "today", lambda: until)
    desk.tick()
    assert desk.state == "deleted" and desk.store.counts().joined == 0 and desk.store.room() == {"state": "deleted"}
    desk.store.close()


def test_a_host_started_after_the_day_deletes_first_and_opens_a_new_room(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened(tmp_path, pack)
    desk.store.join("a", "code", lambda place, take: "header")
    key = desk.key
    desk.store.close()
    later_day = days_from_now(40)
    monkeypatch.setattr(desks, "today", lambda: later_day)
    later = Desk(Store.at(tmp_path))
    assert later.open(pack, Settled("taste", "aggregate", later_day + timedelta(days=20)))
    assert later.store.counts().joined == 0 and later.key != key
    later.store.close()


@pytest.mark.parametrize("days", [0, -1, 400])
def test_the_day_of_deletion_lies_ahead_and_within_a_year(tmp_path: Path, pack: Pack, days: int) -> None:
    with pytest.raises(CannotOpen, match="within a year"):
        opened(tmp_path, pack, until=days_from_now(days))


def test_plays_begun_with_other_level_files_are_not_gone_on_with(tmp_path: Path, pack: Pack) -> None:
    opened(tmp_path, pack).store.close()
    other = pack.model_copy(update={"digest": "0" * 64})
    with pytest.raises(CannotOpen, match="other level files"):
        opened(tmp_path, other)


def test_an_unknown_campaign_is_named_with_those_there_are(tmp_path: Path, pack: Pack) -> None:
    with pytest.raises(CannotOpen, match="“tast” is not known; there are"):
        opened(tmp_path, pack, campaign="tast")
