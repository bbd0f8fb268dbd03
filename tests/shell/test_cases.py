"""The learning check on the disk: offered once, kept card by card, taken up again, shown, saved, wiped."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.debrief.cases import Dealt, dealt
from game.journal import load
from game.journal.beside import path_beside, read_said, write_said
from game.journal.replay import replay
from game.model.acts import Act
from game.model.content import Pack
from game.model.said import Said, Sorted
from game.screens.debrief.screen import Debrief
from game.screens.kit.answers import Do, Key, Order, Pointer
from game.screens.offer import Offer
from game.screens.plays import Menu, Notice
from game.screens.saved import Settings
from game.screens.sorting import Sorting
from game.shell.desk import Desk
from game.shell.library import Folder
from tests.shell.test_leaving import files, home, record, text, use

__all__ = ["home", "record", "text"]  # fixtures


@pytest.fixture
def plays(tmp_path: Path) -> Path:
    return tmp_path / "street"


@pytest.fixture
def desk(plays: Path, pack: Pack) -> Desk:
    return begun(plays, pack)


def begun(plays: Path, pack: Pack) -> Desk:
    made = Desk(Settings(still=True), clock=lambda: 0.0)
    made.ready(Folder(plays, pack=pack, chance=lambda: 7))
    return made


def deal_of(pack: Pack, seed: int = 7) -> Dealt:
    made = dealt(pack.cases, seed)
    assert made is not None
    return made


def the_record(plays: Path) -> Path:
    (path,) = plays.glob("*.jsonl")
    return path


def beside(plays: Path) -> list[str]:
    return sorted(path.suffixes[0] for path in plays.iterdir())


def steps(seconds: float) -> Iterator[float]:
    yield from [1 / 30] * round(seconds * 30)


def test_a_new_play_offers_it_and_walking_on_declines_without_a_trace(desk: Desk, plays: Path) -> None:
    desk.feed(Key("right"))
    assert isinstance(desk.screens[-1], Offer) and desk.screens[-2].kind == "street"
    street = desk.screens[-2]
    before = street.outing.walker.x  # type: ignore[attr-defined]
    desk.feed(Key("right"))
    for second in steps(0.5):
        desk.tick(second)
    assert desk.screens[-1] is street
    assert street.outing.walker.x > before + 10, "the key that put it away is the first step"  # type: ignore[attr-defined]
    assert beside(plays) == [".jsonl"]


@pytest.mark.parametrize("key", ["enter", "l", "h", "up"])
def test_every_key_of_the_street_is_still_the_streets(desk: Desk, pack: Pack, tmp_path: Path, key: str) -> None:
    other = begun(tmp_path / "other", pack.but(cases={}))
    for one in (desk, other):
        one.feed(Key("right"))
        one.feed(Key(key))
        one.tick(1 / 30)
    assert [type(screen) for screen in desk.screens] == [type(screen) for screen in other.screens]
    assert desk.play is not None and other.play is not None and desk.play.view() == other.play.view()


def test_escape_is_the_menu_and_a_click_on_the_street_is_a_walk(desk: Desk, plays: Path, pack: Pack) -> None:
    desk.feed(Key("right"))
    desk.feed(Key("escape"))
    assert isinstance(desk.screens[-1], Menu)
    again = begun(plays.with_name("again"), pack)
    again.feed(Key("right"))
    again.feed(Pointer("move", 700, 640))
    assert isinstance(again.screens[-1], Offer), "to look is not to decline"
    again.feed(Pointer("down", 1100, 640))
    assert isinstance(again.screens[-1], Offer), "its paper is not the street"
    again.feed(Pointer("down", 700, 640))
    assert again.screens[-1].kind == "street"


def test_the_play_is_the_same_to_the_byte_whether_or_not_cases_were_sorted(
    desk: Desk, plays: Path, pack: Pack, tmp_path: Path
) -> None:
    other = begun(tmp_path / "other", pack)
    for one, sorts in ((desk, True), (other, False)):
        one.feed(Key("right"))
        if sorts:
            one.feed(Key("c"))
            for key in "12345123":
                one.feed(Key(key))
            use(one, "done")
            one.tick(1 / 30)
        one.apply(Do(Act(do="look", what="lantern")))
    one, two = (the_record(folder).read_text(encoding="utf-8") for folder in (plays, tmp_path / "other"))
    assert one.replace(the_record(plays).stem, "") .split("\n")[0] == two.replace(
        the_record(tmp_path / "other").stem, ""
    ).split("\n")[0]
    kept = load(the_record(plays))
    assert [line.act for line in kept.lines] == [line.act for line in load(the_record(tmp_path / "other")).lines]
    replay(pack, kept)
    assert beside(plays) == [".jsonl", ".said"]


def test_each_card_is_on_the_disk_when_it_has_left_the_hand_and_nothing_is_lost_by_leaving(
    desk: Desk, plays: Path, pack: Pack
) -> None:
    deal = deal_of(pack)
    desk.feed(Key("right"))
    desk.feed(Key("c"))
    desk.feed(Key("1"))
    desk.feed(Key("5"))
    put = {deal.before[0].id: deal.trays[0].kind, deal.before[1].id: "none"}
    assert read_said(the_record(plays)).check == Sorted.model_validate({"before": put})
    again = begun(plays, pack)  # the window was closed in the middle of it
    again.feed(Key("right"))
    assert isinstance(again.screens[-1], Offer) and again.screens[-1].begun
    again.feed(Key("c"))
    screen = again.screens[-1]
    assert isinstance(screen, Sorting) and screen.at == 2 and screen.lying == put
    again.feed(Key("escape"))
    again.tick(1 / 30)
    assert again.screens[-1].kind == "street", "back from the cases the card is gone"


def test_a_play_that_is_gone_on_with_offers_nothing_new(desk: Desk, plays: Path, pack: Pack) -> None:
    desk.feed(Key("right"))
    desk.feed(Key("right"))
    again = begun(plays, pack)
    again.feed(Key("right"))
    assert again.screens[-1].kind == "street"


def test_after_the_first_choice_it_is_too_late_for_before(plays: Path, pack: Pack) -> None:
    library = Folder(plays, pack=pack, chance=lambda: 7)
    session = library.new("taste", seed=7, order="", untimed=True)
    write_said(the_record(plays), Said(check=Sorted().put("before", deal_of(pack).before[0].id, "none")))
    session.do(Act(do="begin"))
    assert isinstance(library.offer(session, again=True), Offer)
    while not any(line.act.do == "choose" for line in session.lines):
        legal = session.legal()
        session.do(next((act for act in legal if act.do in ("choose", "meet", "walk")), legal[0]))
    assert library.offer(session, again=True) is None and library.offer(session, again=False) is None


def test_a_folder_that_cannot_be_written_is_said_and_the_cards_stay_where_they_were_put(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "no room")

    desk.feed(Key("right"))
    desk.feed(Key("c"))
    monkeypatch.setattr("game.journal.beside.save_whole", full)
    desk.feed(Key("2"))
    assert isinstance(desk.screens[-1], Notice)
    desk.feed(Key("escape"))
    screen = desk.screens[-1]
    assert isinstance(screen, Sorting) and len(screen.lying) == 1


@pytest.fixture
def over(record: Path, pack: Pack) -> Desk:
    made = begun(record.parent, pack)
    made.apply(Order("debrief", {"play": "abcd"}))
    turn(made)
    return made


def turn(desk: Desk) -> Debrief:
    screen = desk.screens[-1]
    assert isinstance(screen, Debrief)
    screen.turn(next(at for at, page in enumerate(screen.pages) if page.id == "check"))
    return screen


def test_in_the_debrief_the_others_are_sorted_left_taken_up_and_shown(over: Desk, record: Path, pack: Pack) -> None:
    deal, before = deal_of(pack), record.read_bytes()
    use(over, "cases.sort")
    for key in "123":
        over.feed(Key(key))
    over.feed(Key("escape"))
    assert isinstance(over.screens[-1], Debrief) and over.screens[-1].said.check == read_said(record).check
    over.to_title()
    over.apply(Order("debrief", {"play": "abcd"}))
    turn(over)
    use(over, "cases.sort")
    screen = over.screens[-1]
    assert isinstance(screen, Sorting) and screen.at == 3
    for key in "45123":
        over.feed(Key(key))
    use(over, "done")
    shown = over.screens[-1]
    assert isinstance(shown, Debrief) and shown.tree(over.frame).find("cases.sort") is None
    assert read_said(record).check.shown and len(read_said(record).check.after) == 8
    over.apply(Order("sort", {"play": "abcd", "when": "after", "case": deal.after[0].id, "tray": "none"}))
    assert read_said(record).check == shown.said.check, "no card moves after the answers"
    assert record.read_bytes() == before


def test_the_answers_can_be_had_without_the_second_eight(over: Desk, record: Path, pack: Pack) -> None:
    case = deal_of(pack).before[0]
    over.to_title()
    over.apply(Order("sort", {"play": "abcd", "when": "before", "case": case.id, "tray": "none"}))
    over.apply(Order("debrief", {"play": "abcd"}))
    turn(over)
    use(over, "cases.show")
    said = " ".join(node.label for node in over.screens[-1].tree(over.frame).walk())
    assert case.why in said and deal_of(pack).after[0].why not in said


def test_it_is_saved_with_the_play_and_wiped_with_it(over: Desk, home: Path, record: Path, pack: Pack) -> None:
    case = deal_of(pack).after[0]
    over.apply(Order("sort", {"play": "abcd", "when": "after", "case": case.id, "tray": "watched"}))
    over.apply(Order("settled", {"play": "abcd"}))
    for what in ("all", "csv", "worksheet"):
        over.apply(Order("export", {"play": "abcd", "what": what}))
    folder = home / "good-standing"
    assert read_said(folder / "abcd.jsonl").check.after == {case.id: "watched"}
    assert f"{case.id}:watched" in (folder / "abcd.csv").read_text(encoding="utf-8")
    over.apply(Order("wipe", {"play": "abcd"}))
    assert files(home) == []


@pytest.mark.parametrize("check", [
    [], "x", 7, {"before": []}, {"before": {"a": 1}, "after": "none", "shown": "yes"},
    {"before": {"=HYPERLINK(1)": "watched", "../../etc": "none", "A": "none", "a" * 99: "none"}},
    {"after": {"<script>": "none", "ok": "<b>", "claims_screens": "surveillance"}}, {"after": {"x": ["none"]}},
    {"before": {f"c{n}": "none" for n in range(9999)}},
])  # fmt: skip
def test_what_another_hand_wrote_there_is_harmless(over: Desk, home: Path, record: Path, check: object) -> None:
    path_beside(record).write_text(json.dumps({"format": 1, "check": check}), encoding="utf-8")
    read = read_said(record).check
    assert not read.shown and len(read.before) <= 64
    assert all(case.isidentifier() and case.islower() for case in (*read.before, *read.after))
    assert {*read.before.values(), *read.after.values()} <= {"none", "watched"}
    over.to_title()
    over.apply(Order("debrief", {"play": "abcd"}))
    turn(over).tree(over.frame)
    over.apply(Order("export", {"play": "abcd", "what": "csv"}))
    rows = (home / "good-standing" / "abcd.csv").read_text(encoding="utf-8")
    assert "HYPERLINK" not in rows and "script" not in rows


def test_objections_and_sorted_cases_lie_in_one_file_and_leave_each_other_alone(over: Desk, record: Path) -> None:
    over.apply(Order("sort", {"play": "abcd", "when": "after", "case": "left_stairs", "tray": "none"}))
    over.apply(Order("object", {"play": "abcd", "finding": "approval", "words": "No."}))
    over.apply(Order("object", {"play": "abcd", "finding": "approval", "words": None}))
    assert read_said(record) == Said(check=Sorted(after={"left_stairs": "none"}))
    over.apply(Order("sort", {"play": "abcd", "when": "after", "case": "No Case", "tray": "none"}))
    assert isinstance(over.screens[-1], Notice)
