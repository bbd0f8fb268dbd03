"""The plays that lie in a folder."""

import os
from pathlib import Path

import pytest

from game.bots import Bot, keeps_table, play
from game.journal import Session, Shelf, load
from game.model.content import Pack
from tests.rules.lives import setup_of


def lay(pack: Pack, path: Path, steps: int, touched: int) -> Session:
    session = Session.new(pack, setup_of(3, "taste"), path, game="test", play=path.stem)
    bot = Bot("saint", 3, keeps_table(pack))
    for _ in range(steps):
        session.do(bot.choose(session.view(), session.legal()))
    os.utime(path, ns=(touched, touched))
    return session


def test_a_folder_that_is_not_there_holds_no_plays(tmp_path: Path) -> None:
    assert Shelf(tmp_path / "nowhere").cards() == ()


def test_the_play_touched_last_lies_on_top(pack: Pack, tmp_path: Path) -> None:
    lay(pack, tmp_path / "old.jsonl", 10, touched=10**18)
    lay(pack, tmp_path / "new.jsonl", 80, touched=2 * 10**18)
    new, old = Shelf(tmp_path).cards()
    assert (new.play, new.steps, new.over, new.fault) == ("new", 80, False, "")
    assert (old.play, old.steps, old.campaign, old.order, old.day) == ("old", 10, "taste", "visible-first", 1)


def test_a_play_that_is_over_says_so(pack: Pack, tmp_path: Path) -> None:
    play(pack, setup_of(3, "taste"), "saint").move_to(tmp_path / "done.jsonl")
    (card,) = Shelf(tmp_path).cards()
    assert card.over and card.day == len(play(pack, setup_of(3, "taste"), "saint").state.plan)


def test_what_is_no_record_or_out_of_reach_is_listed_with_its_fault_and_hides_nothing(
    pack: Pack, tmp_path: Path
) -> None:
    lay(pack, tmp_path / "good.jsonl", 5, touched=10**18)
    lay(pack, tmp_path / "torn.jsonl", 5, touched=10**18 - 1)
    with (tmp_path / "torn.jsonl").open("ab") as file:
        file.write(b'{"n":6')
    (tmp_path / "junk.jsonl").write_bytes(b"\x00\xff")
    (tmp_path / "folder.jsonl").mkdir()
    (tmp_path / "notes.txt").write_text("no play")
    broken = {"junk", "folder"}
    try:
        (tmp_path / "gone.jsonl").symlink_to(tmp_path / "nowhere")
        broken.add("gone")
    except OSError:
        pass  # not every system lets everybody make links
    cards = {card.path.stem: card for card in Shelf(tmp_path).cards()}
    assert set(cards) == {"good", "torn", *broken}
    assert {name for name, card in cards.items() if card.fault} == broken
    assert cards["torn"].torn and cards["torn"].steps == 5


def test_a_new_place_is_free_and_says_nothing_of_the_player(tmp_path: Path) -> None:
    paths = {Shelf(tmp_path).new_path() for _ in range(20)}
    assert len(paths) == 20 and all(len(path.stem) == 16 and int(path.stem, 16) >= 0 for path in paths)


def test_deleted_is_gone_for_good(pack: Pack, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    lay(pack, tmp_path / "one.jsonl", 5, touched=10**18)
    shelf.delete(tmp_path / "one.jsonl")
    shelf.delete(tmp_path / "one.jsonl")
    assert shelf.cards() == () and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("target", ["folder", "file"])
def test_a_copy_is_the_same_record(pack: Pack, tmp_path: Path, target: str) -> None:
    session = lay(pack, tmp_path / "plays" / "one.jsonl", 20, touched=10**18)
    out = tmp_path / "out"
    out.mkdir()
    lies = Shelf(tmp_path / "plays").export(session.path or out, out if target == "folder" else out / "mine.jsonl")
    assert lies == out / ("one.jsonl" if target == "folder" else "mine.jsonl")
    assert load(lies) == session.record
