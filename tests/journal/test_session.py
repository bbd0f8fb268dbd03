"""Playing is saving: each step is on disk before it is answered, and what was saved stays whole."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.bots import Bot, keeps_table
from game.journal import CannotWrite, Session, load, replay
from game.model.acts import Act
from game.model.content import Pack
from game.rules import Illegal
from tests.conftest import ROOT
from tests.rules.lives import setup_of


def new(pack: Pack, path: Path | None) -> Session:
    return Session.new(pack, setup_of(3, "taste"), path, game="test", play="abc")


def go_on(session: Session, steps: int, bot: str = "saint") -> None:
    player = Bot(bot, 3, keeps_table(session.pack))
    for _ in range(steps):
        if session.state.phase != "over":
            session.do(player.choose(session.view(), session.legal()))


def full_disk(descriptor: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_every_step_is_on_disk_before_it_is_answered(pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "plays" / "one.jsonl"
    session = new(pack, path)
    assert load(path).lines == ()
    for steps in range(1, 40):
        go_on(session, 1)
        record = load(path)
        assert record == session.record and len(record.lines) == steps


def test_a_play_goes_on_at_the_same_moment(pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    session = new(pack, path)
    for _ in range(12):
        go_on(session, 17)
        other = Session.resume(pack, load(path), path)
        assert (other.state, other.view(), other.legal()) == (session.state, session.view(), session.legal())
        session = other
    go_on(session, 999)
    assert replay(pack, load(path)) == session.state and session.state.phase == "over"


def test_what_is_illegal_is_not_written(pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    session = new(pack, path)
    before, state = path.read_bytes(), session.state
    with pytest.raises(Illegal):
        session.do(Act(do="meet"))
    assert (path.read_bytes(), session.state, session.lines) == (before, state, [])


def test_time_spent_is_kept_and_changes_nothing(pack: Pack) -> None:
    slow, quick = new(pack, None), new(pack, None)
    slow.do(Act(do="begin"), ms=4000)
    quick.do(Act(do="begin"))
    assert slow.lines[0].ms == 4000 and slow.state == quick.state and slow.lines[0].digest == quick.lines[0].digest
    slow.do(Act(do="look", what="lantern"), ms=-5)
    assert slow.lines[1].ms == 0


def test_the_header_holds_no_name_no_clock_and_no_machine(pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    new(pack, path)
    first = load(path).header.model_dump()
    assert set(first) == {"format", "game", "pack", "digest", "play", "setup"}
    assert set(first["setup"]) == {"campaign", "seed", "order", "file", "untimed"}


def test_two_plays_have_two_ids(pack: Pack) -> None:
    ids = {Session.new(pack, setup_of(), None, game="test").header.play for _ in range(5)}
    assert len(ids) == 5


def test_a_torn_last_line_is_cut_and_the_play_goes_on(pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    session = new(pack, path)
    go_on(session, 30)
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"n":31,"act":{"do":"o')
    record = load(path)
    assert record.torn and len(record.lines) == 30
    again = Session.resume(pack, record, path)
    assert path.read_bytes() == whole
    go_on(again, 5)
    assert len(load(path).lines) == 35 and not load(path).torn


@pytest.mark.parametrize("kind", ["a file in the way", "a folder of that name", "no right to write"])
def test_a_place_that_cannot_be_written_is_told_at_once(pack: Pack, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "folder" / "one.jsonl"
    if kind == "a file in the way":
        path.parent.write_text("here")
    elif kind == "a folder of that name":
        path.mkdir(parents=True)
    else:
        path.parent.mkdir()
        path.parent.chmod(0o500)
        if os.access(path.parent, os.W_OK):
            pytest.skip("whoever runs this may write anywhere")
    with pytest.raises(CannotWrite, match=r"one\.jsonl: cannot be written \(.+\)"):
        new(pack, path)
    assert list(tmp_path.rglob("*.part")) == []


@pytest.mark.parametrize("trouble", ["sync", "folder gone"])
def test_without_room_the_play_goes_on_in_memory_and_can_move_elsewhere_whole(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    path, elsewhere = tmp_path / "full" / "one.jsonl", tmp_path / "room" / "two.jsonl"
    session = new(pack, path)
    go_on(session, 25)
    saved = path.read_bytes()
    with monkeypatch.context() as patch:
        if trouble == "sync":
            patch.setattr(os, "fsync", full_disk)
        else:
            path.parent.rename(tmp_path / "moved")
        with pytest.raises(CannotWrite):
            go_on(session, 1)
        assert len(session.lines) == 26, "the step has happened"
        go_on(session, 10)
        with pytest.raises(CannotWrite):
            session.move_to(tmp_path / "moved" / "one.jsonl" / "not a folder")
    kept = path if trouble == "sync" else tmp_path / "moved" / "one.jsonl"
    assert kept.read_bytes() == saved, "what was saved stays whole"
    session.move_to(elsewhere)
    go_on(session, 10)
    record = load(elsewhere)
    assert record == session.record and len(record.lines) == 46
    assert replay(pack, record) == session.state


def test_a_move_that_fails_leaves_the_play_where_it_was(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also a move to its own place, where the play stands already: it is not emptied first."""
    path = tmp_path / "one.jsonl"
    session = new(pack, path)
    go_on(session, 25)
    saved = path.read_bytes()
    for target in (path, tmp_path / "two.jsonl"):
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full_disk)
            with pytest.raises(CannotWrite):
                session.move_to(target)
        assert path.read_bytes() == saved
    go_on(session, 5)
    assert len(load(path).lines) == 30
    assert [p.name for p in tmp_path.iterdir()] == ["one.jsonl"]


TIGHT = """
import resource, sys
from pathlib import Path
from game.content import levels, load
from game.journal import CannotWrite
from tests.journal.test_session import go_on, new
pack = load(levels())
for room in (0, 1, 90, 700):
    path = Path(sys.argv[1]) / f"{room}.jsonl"
    session = new(pack, path)
    go_on(session, 25)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + room, resource.RLIM_INFINITY))
    try:
        go_on(session, 25)
    except CannotWrite as error:
        print(room, len(session.lines) - 1, error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a limit to the size of files is known on Unix only")
def test_where_a_line_fits_only_half_nothing_of_it_stays(pack: Pack, tmp_path: Path) -> None:
    """With a true limit: the system writes what fits, then fails."""
    done = subprocess.run(
        [sys.executable, "-c", TIGHT, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    said = [line.split(" ", 2) for line in done.stdout.splitlines()]
    assert done.returncode == 0 and [room for room, _, _ in said] == ["0", "1", "90", "700"], done.stderr
    for room, steps, words in said:
        assert "cannot be written" in words
        path = tmp_path / f"{room}.jsonl"
        record = load(path)
        assert not record.torn and len(record.lines) == int(steps)
        go_on(Session.resume(pack, record, path), 5)


def test_two_windows_on_one_play_do_not_write_into_each_other(pack: Pack, tmp_path: Path) -> None:
    """The one that comes second is told that it is not being saved; the other's file stays whole."""
    path = tmp_path / "play.jsonl"
    first = new(pack, path)
    second = Session.resume(pack, load(path), path)
    second.do(Act(do="begin"))
    with pytest.raises(CannotWrite, match="another window"):
        first.do(Act(do="begin"))
    second.do(Act(do="look", what="lantern"))
    assert second.record.lines == load(path).lines
