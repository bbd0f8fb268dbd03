"""Steps of many students, kept together; plays that leave the memory and come back; two hosts on one room."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest

from game.bots.bots import Bot, keeps_table
from game.host.desk import Desk, Settled, days_from_now
from game.host.keys import Keys
from game.host.plays import Plays
from game.host.store import Store
from game.host.wish import CannotKeep
from game.journal import load_text, replay
from game.model.acts import Act
from game.model.content import Pack
from tests.host.rooms import Stores

BEGIN = Act(do="begin")


@pytest.fixture
def begun(stores: Stores, pack: Pack) -> Callable[..., Plays]:
    """The plays of a room; asked again, of the same room as another process would have them."""

    def make(**more: Any) -> Plays:
        store = stores.opens()
        desk = Desk(store)
        desk.open(pack, Settled("taste", "aggregate", days_from_now()))
        return Plays(pack, store, Keys(desk.key), desk.arms(pack), "taste", **more)

    return make


async def joined(plays: Plays, count: int) -> list[str]:
    ids = [f"{n:016x}" for n in range(count)]
    for play in ids:
        await plays.join(play, shares=False)
    return ids


async def steps(plays: Plays, play: str, pack: Pack, count: int) -> None:
    """A bot lives some steps."""
    bot = Bot("fox", 1, keeps_table(pack))
    for _ in range(count):
        session = await plays.session(play)
        assert session
        assert await plays.act(play, len(session.lines), bot.choose(session.view(), session.legal())) == "done"


def test_what_comes_in_while_the_disk_is_busy_is_kept_in_one_go(
    begun: Callable[..., Plays], monkeypatch: pytest.MonkeyPatch
) -> None:
    plays = begun()
    sizes: list[int] = []
    add = plays.store.add

    def slow(batch: Any) -> None:
        time.sleep(0.02)
        sizes.append(len(batch))
        add(batch)

    async def go() -> None:
        ids = await joined(plays, 30)
        monkeypatch.setattr(plays.store, "add", slow)
        assert set(await asyncio.gather(*(plays.act(one, 0, BEGIN) for one in ids))) == {"done"}

    asyncio.run(go())
    assert sum(sizes) == 30 and len(sizes) <= 3


def test_the_same_step_twice_at_once_is_done_once(begun: Callable[..., Plays]) -> None:
    plays = begun()

    async def go() -> list[str]:
        (one,) = await joined(plays, 1)
        return list(await asyncio.gather(*(plays.act(one, 0, BEGIN) for _ in range(5))))

    assert asyncio.run(go()) == ["done", "late", "late", "late", "late"]


def test_the_time_of_a_step_is_that_since_its_page_could_be_sent_and_none_where_nobody_saw_that(
    begun: Callable[..., Plays], pack: Pack
) -> None:
    plays = begun()

    async def go() -> list[int]:
        (one,) = await joined(plays, 1)
        await plays.session(one)
        await asyncio.sleep(0.03)
        await steps(plays, one, pack, 1)
        await asyncio.sleep(0.03)
        await steps(plays, one, pack, 1)
        plays._forget(one)  # as after a new start
        await plays.session(one)
        await asyncio.sleep(0.03)
        await steps(plays, one, pack, 1)
        await asyncio.sleep(0.03)
        await steps(plays, one, pack, 1)
        session = await plays.session(one)
        assert session
        return [line.ms for line in session.lines]

    first, second, third, fourth = asyncio.run(go())
    assert third == 0 and all(20 <= ms < 5000 for ms in (first, second, fourth))


def test_a_page_is_shown_only_with_what_is_on_the_disk(
    begun: Callable[..., Plays], monkeypatch: pytest.MonkeyPatch
) -> None:
    plays = begun()
    add = plays.store.add
    kept: list[bool] = []

    def slow(batch: Any) -> None:
        time.sleep(0.05)
        add(batch)
        kept.append(True)

    async def go() -> None:
        (one,) = await joined(plays, 1)
        monkeypatch.setattr(plays.store, "add", slow)
        acting = asyncio.create_task(plays.act(one, 0, BEGIN))
        await asyncio.sleep(0.01)
        session = await plays.session(one)
        assert session and len(session.lines) == 1 and kept == [True]
        await acting

    asyncio.run(go())


def test_what_could_not_be_kept_has_not_happened(begun: Callable[..., Plays], monkeypatch: pytest.MonkeyPatch) -> None:
    plays = begun()

    def full(_batch: Any) -> None:
        raise CannotKeep("full")

    async def go() -> None:
        one, two = await joined(plays, 2)
        with monkeypatch.context() as broken:
            broken.setattr(plays.store, "add", full)
            answers = await asyncio.gather(plays.act(one, 0, BEGIN), plays.act(two, 0, BEGIN), return_exceptions=True)
            assert [type(answer) for answer in answers] == [CannotKeep, CannotKeep]
        session = await plays.session(one)
        assert session and session.lines == []
        assert await plays.act(one, 0, BEGIN) == "done"

    asyncio.run(go())


def test_no_more_plays_are_in_memory_than_may_be_and_those_outside_go_on(
    begun: Callable[..., Plays], pack: Pack
) -> None:
    plays = begun(live=3)

    async def go() -> None:
        ids = await joined(plays, 8)
        for _ in range(3):
            for one in ids:
                await steps(plays, one, pack, 2)
                assert len(plays._live) <= 3
        for one in ids:
            record = load_text(plays.store.text(one).encode(), one)
            assert len(record.lines) == 6 and replay(pack, record)

    asyncio.run(go())


def test_two_hosts_on_one_room_never_part(begun: Callable[..., Plays], pack: Pack) -> None:
    """Each goes on where the other one was, and of two steps that are sent to both one counts."""
    here, there = begun(), begun()

    async def go() -> None:
        (one,) = await joined(here, 1)
        for turn in range(10):
            await steps((here, there)[turn % 2], one, pack, 2)
        session = await here.session(one)
        assert session and len(session.lines) == 20
        act = Bot("fox", 1, keeps_table(pack)).choose(session.view(), session.legal())
        answers = await asyncio.gather(here.act(one, 20, act), there.act(one, 20, act))
        assert sorted(answers) == ["done", "late"]
        assert replay(pack, load_text(here.store.text(one).encode(), one))

    asyncio.run(go())


def test_a_play_that_is_withdrawn_while_it_acts_is_gone_for_good(begun: Callable[..., Plays]) -> None:
    plays = begun()

    async def go() -> None:
        (one,) = await joined(plays, 1)
        await plays.session(one)
        acting = asyncio.create_task(plays.act(one, 0, BEGIN))
        await asyncio.sleep(0)
        assert await plays.withdraw(one)
        assert await acting in ("done", "gone")
        assert await plays.session(one) is None and await plays.act(one, 1, BEGIN) == "gone"
        assert plays.store.text(one) == ""

    asyncio.run(go())


def test_a_play_that_is_withdrawn_between_two_looks_at_it_is_gone_as_well(
    begun: Callable[..., Plays], monkeypatch: pytest.MonkeyPatch
) -> None:
    plays = begun()
    text = plays.store.text

    def withdrawn_first(play: str) -> str:
        plays.store.withdraw(play)
        return text(play)

    async def go() -> None:
        one, other = await joined(plays, 2)
        monkeypatch.setattr(plays.store, "text", withdrawn_first)
        assert await plays.act(one, 0, BEGIN) == "gone"
        assert await plays.session(other) is None

    asyncio.run(go())


def test_the_place_of_who_has_been_silent_is_given_again_and_the_play_is_not_lost(
    begun: Callable[..., Plays], monkeypatch: pytest.MonkeyPatch
) -> None:
    plays = begun()

    async def go() -> None:
        first, second = await joined(plays, 2)
        now = time.monotonic()
        monkeypatch.setattr(time, "monotonic", lambda: now + 21 * 60)
        plays.heard(second)
        await plays.join("f" * 16, shares=False)
        new, old = plays.store.held("f" * 16), plays.store.held(first)
        assert new and old and (new.place, new.take, old.place) == (1, 2, 1)
        assert await plays.session(first)

    asyncio.run(go())


def test_a_host_that_has_just_started_counts_nobody_as_silent(begun: Callable[..., Plays]) -> None:
    plays = begun()
    asyncio.run(joined(plays, 1))
    assert begun().lapsed() == ()


def test_waiting_is_counted_as_time_of_the_step_and_only_so_long(
    begun: Callable[..., Plays], monkeypatch: pytest.MonkeyPatch
) -> None:
    plays = begun()

    async def go() -> list[int]:
        (one,) = await joined(plays, 1)
        session = await plays.session(one)
        assert session
        begin = time.monotonic()
        for n, seconds in enumerate((5, 7200)):
            monkeypatch.setattr(time, "monotonic", lambda seconds=seconds: begin + seconds)
            act = session.legal()[0]
            assert await plays.act(one, n, act) == "done"
        return [line.ms for line in session.lines]

    first, second = asyncio.run(go())
    assert 4900 < first < 5100 and second == 600_000


def test_codes_are_not_in_the_store_in_a_form_that_could_be_typed(begun: Callable[..., Plays], stores: Stores) -> None:
    plays = begun()
    (one,) = asyncio.run(joined(plays, 1))
    code = plays.keys.code(one)
    assert plays.store.by_code(plays.code_key(code)) == one
    assert code not in stores.kept() and isinstance(plays.store, Store)
