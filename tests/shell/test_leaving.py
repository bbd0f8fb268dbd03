"""What the debrief orders is done on the disk: objections kept, the play kept, saved or wiped."""

from pathlib import Path

import pytest

from game.bots import play
from game.journal import load
from game.journal.beside import read_said
from game.model.content import Pack
from game.model.record import Setup
from game.model.said import Said
from game.screens.debrief.leaving import Leaving
from game.screens.debrief.objection import Objecting
from game.screens.debrief.screen import Debrief
from game.screens.kit.answers import Key, Order, Push, Typed
from game.screens.plays import Notice, Plays
from game.screens.saved import Settings
from game.shell.desk import Desk
from game.shell.library import Folder


@pytest.fixture(scope="module")
def text(pack: Pack) -> str:
    setup = Setup(campaign="taste", seed=7, order="visible-first", file="middle")
    return play(pack, setup, "dice", play_id="abcd").text()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def record(home: Path, text: str) -> Path:
    path = home / "plays" / "abcd.jsonl"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def desk(record: Path, pack: Pack) -> Desk:
    library = Folder(record.parent, pack=pack)
    made = Desk(Settings(still=True), clock=lambda: 0.0)
    made.ready(library)
    made.apply(Push(Plays(library.saved(), library.offers())))
    made.apply(Order("debrief", {"play": "abcd"}))
    return made


def use(desk: Desk, key: str) -> None:
    node = desk.screens[-1].tree(desk.frame).find(key)
    assert node is not None, key
    answer = node.press()
    if answer is not None:
        desk.apply(answer)


def files(home: Path) -> list[str]:
    return sorted(path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file())


def test_an_objection_is_on_the_disk_when_its_leaf_is_gone_and_there_again_the_next_time(
    desk: Desk, record: Path, text: str
) -> None:
    use(desk, "object.visible_hidden_difference")
    assert isinstance(desk.screens[-1], Objecting)
    desk.feed(Typed("Not me."))
    desk.feed(Key("enter"))
    assert isinstance(desk.screens[-1], Debrief)
    assert read_said(record).objections == {"visible_hidden_difference": "Not me."}
    assert record.read_text(encoding="utf-8") == text
    desk.apply(Order("title"))
    desk.apply(Order("debrief", {"play": "abcd"}))
    again = desk.screens[-1]
    assert isinstance(again, Debrief) and again.said.objections == {"visible_hidden_difference": "Not me."}
    use(desk, "withdraw.visible_hidden_difference")
    assert isinstance(desk.screens[-1], Debrief) and read_said(record) == Said()


def test_the_printed_pages_carry_the_objection(desk: Desk, home: Path, record: Path) -> None:
    desk.apply(Order("object", {"play": "abcd", "finding": "approval", "words": "<b>Not</b> me."}))
    desk.apply(Order("export", {"play": "abcd", "what": "report"}))
    html = (home / "good-standing" / "abcd.html").read_text(encoding="utf-8")
    assert "The player objects:</strong> <bdi>&lt;b&gt;Not&lt;/b&gt; me.</bdi>" in html


def test_a_disk_that_is_full_is_said_and_the_words_stay_on_the_screen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr("game.journal.beside.save_whole", full)
    use(desk, "object.visible_hidden_difference")
    desk.feed(Key("enter"))
    assert isinstance(desk.screens[-1], Notice)
    shown = desk.screens[-2]
    assert isinstance(shown, Debrief) and "visible_hidden_difference" in shown.said.objections


def test_keeping_it_goes_back_to_where_one_came_from_and_is_not_asked_about_again(desk: Desk, record: Path) -> None:
    desk.feed(Key("escape"))
    assert isinstance(desk.screens[-1], Leaving)
    desk.feed(Key("escape"))
    assert isinstance(desk.screens[-1], Plays) and read_said(record) == Said(asked=True)
    desk.apply(Order("debrief", {"play": "abcd"}))
    desk.feed(Key("escape"))
    assert isinstance(desk.screens[-1], Plays)


def test_going_back_to_the_pages_answers_nothing(desk: Desk, record: Path) -> None:
    desk.feed(Key("escape"))
    use(desk, "back")
    assert isinstance(desk.screens[-1], Debrief) and not read_said(record).asked


def test_keeping_it_from_the_last_page_leads_to_the_title_and_is_an_answer_too(desk: Desk, record: Path) -> None:
    screen = desk.screens[-1]
    assert isinstance(screen, Debrief)
    screen.turn(len(screen.pages) - 1)
    use(desk, "title")
    assert desk.screens == [desk.title] and read_said(record).asked


def test_saving_puts_just_what_was_listed_elsewhere_and_then_one_can_still_choose(
    desk: Desk, home: Path, record: Path, text: str
) -> None:
    desk.apply(Order("object", {"play": "abcd", "finding": "approval", "words": "No."}))
    desk.feed(Key("escape"))
    use(desk, "save")
    assert not (home / "good-standing").exists()
    desk.feed(Key("enter"))
    assert isinstance(desk.screens[-1], Notice) and isinstance(desk.screens[-2], Leaving)
    assert files(home / "good-standing") == ["abcd.html", "abcd.jsonl", "abcd.said.json"]
    copy = home / "good-standing" / "abcd.jsonl"
    assert copy.read_text(encoding="utf-8") == text and load(copy) == load(record)
    assert read_said(copy).objections == {"approval": "No."}


@pytest.mark.parametrize("copies", ["gone", "stay"])
def test_wiping_wipes_record_words_and_copies_and_says_so(desk: Desk, home: Path, record: Path, copies: str) -> None:
    other = record.with_name("beef.jsonl")
    other.write_bytes(record.read_bytes())
    desk.apply(Order("object", {"play": "abcd", "finding": "approval", "words": "No."}))
    desk.apply(Order("settled", {"play": "abcd"}))
    for what in ("all", "csv", "worksheet", "code"):
        desk.apply(Order("export", {"play": "abcd", "what": what}))
    desk.apply(Order("receipt", {"play": "abcd", "kind": "txt", "struck": ()}))
    desk.apply(Order("debrief", {"play": "abcd"}))
    screen = desk.screens[-1]
    assert isinstance(screen, Debrief) and screen.copies
    screen.turn(len(screen.pages) - 1)
    use(desk, "wipe")
    use(desk, "yes" if copies == "gone" else "spare")
    endings = ("-code.html", "-receipt.txt", "-worksheet.html", ".csv", ".html", ".jsonl", ".said.json")
    saved = [f"good-standing/abcd{ending}" for ending in endings]
    left = saved if copies == "stay" else []
    assert files(home) == [*left, "plays/beef.jsonl"]
    assert desk.screens[0] is desk.title and isinstance(desk.screens[-1], Notice)
    said = " ".join(desk.screens[-1].lines)
    assert "Wiped: the record and what you wrote beside it" in said
    assert ("7 copies" in said) and ("Nothing of that play is left" in said) == (copies == "gone")


def test_deleting_a_play_from_the_list_takes_the_words_beside_it(desk: Desk, home: Path, record: Path) -> None:
    desk.apply(Order("object", {"play": "abcd", "finding": "approval", "words": "No."}))
    desk.apply(Order("settled", {"play": "abcd"}))
    use(desk, "delete.abcd")
    use(desk, "yes")
    assert files(home) == [] and isinstance(desk.screens[-1], Plays)
