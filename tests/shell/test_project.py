"""A room plays one life: votes before acts, the record as ever, the split beside it, and on to the debrief."""

from pathlib import Path

import pygame
import pytest

from game.debrief.pages import debrief
from game.debrief.room import splits
from game.journal import load
from game.journal.replay import replay
from game.journal.votes import path_votes, read_votes
from game.model.content import Pack
from game.screens.kit.answers import Do, Order, Pointer
from game.screens.project.slides import Slides
from game.screens.project.stop import Choosing, Planned, Stop
from game.screens.saved import PROJECTOR, Settings
from game.screens.voice import news
from game.shell import parted
from game.shell.desks import desk_for
from game.shell.needs import Phones
from game.shell.project import Hall
from game.shell.tongue import Tongue
from tests.shell.room import Room


@pytest.fixture(autouse=True)
def fonts() -> None:
    pygame.display.init()
    pygame.font.init()


@pytest.fixture(scope="module")
def lived(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Room:
    """`taste`, whole, by votes of twenty, along the plan of 45 minutes."""
    pygame.font.init()
    room = Room(pack, tmp_path_factory.mktemp("plays"), plan="forty_five")
    room.until("over")
    return room


def test_a_whole_taste_by_votes_goes_into_its_debrief(lived: Room, pack: Pack) -> None:
    path = lived.session.path
    assert path is not None
    record = load(path)
    votes = read_votes(path)
    assert votes is not None
    assert len(votes.votes) == lived.votes >= 20
    pages = {page.id: page for page in debrief(record, pack, votes).pages}
    moments = sum(line.act.do == "choose" for line in record.lines)
    assert len(pages["room"].tables[0].rows) == moments
    assert len(pages["room"].charts) >= 1


def test_the_record_is_one_like_any_other_and_is_replayed_with_and_without_votes(lived: Room, pack: Pack) -> None:
    path = lived.session.path
    assert path is not None
    record = load(path)
    with_votes = replay(pack, record)
    path_votes(path).rename(path.with_suffix(".away"))
    try:
        assert replay(pack, load(path)) == with_votes
        assert load(path) == record
    finally:
        path.with_suffix(".away").rename(path_votes(path))
    assert b"counts" not in path.read_bytes()


def test_what_was_done_is_what_most_hands_said(lived: Room) -> None:
    path = lived.session.path
    assert path is not None
    votes = read_votes(path)
    assert votes is not None
    acts = {line.n: line.act for line in lived.session.lines}
    for vote in votes.votes:
        act = acts[vote.n]
        assert vote.took == (act.values[0] if act.do == "answer" else act.what)
        assert vote.counts[vote.took] == max(vote.counts.values())
        assert sum(vote.counts.values()) + vote.blank == lived.hands


def test_a_vote_is_entered_with_some_ten_keys(lived: Room) -> None:
    """At three keys a second, which is slow, that is under five seconds."""
    assert lived.session.path is not None
    votes = read_votes(lived.session.path)
    assert votes is not None
    cells = [hands for vote in votes.votes for hands in (*vote.counts.values(), vote.blank) if hands]
    typed = sum(1 + len(str(hands)) for hands in cells) + 2 * len(votes.votes)
    assert typed / lived.votes < 3 * 5


def test_without_votes_the_lecturer_just_chooses_and_the_debrief_has_no_page_of_the_room(
    pack: Pack, tmp_path: Path
) -> None:
    room = Room(pack, tmp_path)
    room.until("over", votes=False)
    assert room.session.path is not None
    assert read_votes(room.session.path) is None
    whole = debrief(room.session.record, pack, None)
    assert "room" not in {page.id for page in whole.pages}
    assert not any("room" in note for note in whole.notes)


def at_a_moment(pack: Pack, tmp_path: Path, mode: str, plan: str = "-", phones: Phones | None = None) -> Room:
    room = Room(pack, tmp_path, plan=plan, phones=phones)
    if phones:
        room.press("enter")  # the address has been seen
    for _ in range(300):
        moment = room.session.view().moment
        if room.session.view().phase == "moment" and moment and moment.mode == mode:
            return room
        room.step(votes=False)
    raise AssertionError(mode)


def test_nobody_walks_while_hands_are_in_the_air(pack: Pack, tmp_path: Path) -> None:
    room = at_a_moment(pack, tmp_path, "walk")
    walker = room.hall.screens[0].outing.walker  # type: ignore[attr-defined]
    room.tick(3.0)
    stood, lines = walker.x, len(room.session.lines)
    room.press("right", "d", "s", "up", "w", "e")
    room.tick(3.0)
    assert (walker.x, len(room.session.lines)) == (stood, lines)


@pytest.mark.parametrize("mode", ["walk", "wait", "line", "counter"])
def test_time_does_not_choose_while_a_room_makes_up_its_mind(pack: Pack, tmp_path: Path, mode: str) -> None:
    room = at_a_moment(pack, tmp_path, mode)
    lines = len(room.session.lines)
    room.tick(60.0)
    assert len(room.session.lines) == lines


@pytest.mark.parametrize("mode", ["sheet", "walk", "wait", "line", "counter"])
def test_the_letters_stand_at_the_choices_and_enter_does_what_was_decided(
    pack: Pack, tmp_path: Path, mode: str
) -> None:
    room = at_a_moment(pack, tmp_path, mode)
    ballot, lines = room.hall.ballot, len(room.session.lines)
    assert ballot is not None
    open_ = {one.id for one in room.session.view().moment.options if not one.closed}  # type: ignore[union-attr]
    assert {one.id for one in ballot.choices} == open_
    assert dict(room.hall.frame.letters) == {one.id: one.letter for one in ballot.choices}
    last = ballot.choices[-1]
    room.press(last.letter.lower(), "9", "enter", "enter")
    for _ in range(40):
        room.tick(0.5)
        if ballot.stage == "walk" and len(room.session.lines) == lines:
            room.press("enter")
    assert room.session.lines[lines].act.what == last.id


def test_what_the_room_decided_is_not_done_otherwise(pack: Pack, tmp_path: Path) -> None:
    room = at_a_moment(pack, tmp_path, "walk")
    ballot, lines = room.hall.ballot, len(room.session.lines)
    assert ballot is not None
    first, other = ballot.choices[0], ballot.choices[1]
    room.press(first.letter.lower(), "9", "enter", "left")
    room.hall.apply(room.hall.screens[-1].pick(other.id))  # type: ignore[attr-defined]
    assert len(room.session.lines) == lines
    assert ballot.refused
    room.hall.apply(room.hall.screens[-1].pick(first.id))  # type: ignore[attr-defined]
    assert room.session.lines[lines].act.what == first.id


def test_the_mouse_alone_counts_closes_and_acts(pack: Pack, tmp_path: Path) -> None:
    room = at_a_moment(pack, tmp_path, "sheet")
    room.hall.paint(pygame.Surface((1920, 1080)))
    ballot, lines = room.hall.ballot, len(room.session.lines)
    assert ballot is not None
    for _ in range(3):
        room.click("step.1.1")
    room.click("step.0.1")
    room.click("step.1.-1")
    assert list(ballot.counts.values())[:2] == [1, 2]
    room.click("close")
    room.click("act")
    assert room.session.lines[lines].act.what == ballot.choices[1].id


def test_a_screen_reader_hears_the_count_and_can_enter_it(pack: Pack, tmp_path: Path) -> None:
    room = at_a_moment(pack, tmp_path, "sheet")
    before = room.hall.heard()
    ballot, lines = room.hall.ballot, len(room.session.lines)
    assert ballot is not None
    assert any(spot.key == "cell.0" and ballot.choices[0].text in spot.label for spot in before.spots)
    assert all(spot.box.bottom <= 721 for spot in before.spots)
    cell = next(spot.box for spot in before.spots if spot.key == "cell.0")
    assert cell.y > max(spot.box.y for spot in before.spots if spot.key.startswith("option."))
    room.hall.touch("cell.1", "set", "14")
    assert ballot.counts[ballot.choices[1].id] == 14
    room.hall.touch("close")
    assert any("14" in line.text for line in news(before, room.hall.heard()))
    room.hall.touch("act")
    assert room.session.lines[lines].act.what == ballot.choices[1].id


def test_what_lies_behind_a_curtain_is_not_voted_on(pack: Pack, tmp_path: Path) -> None:
    room = Room(pack, tmp_path)
    for _ in range(300):
        ask = room.session.view().ask
        if ask and ask.kind == "token":
            break
        room.step(votes=False)
    room.tick(0.2)
    assert room.hall.ballot is None
    assert room.hall.ribbon.asks


def test_the_settings_of_a_room_are_for_a_projector_and_are_not_kept() -> None:
    kept: list[Settings] = []
    made = desk_for("?")(Settings(text=100), keep=kept.append, tongue=Tongue())
    assert isinstance(made, Hall)
    assert {name: getattr(made.settings, name) for name in PROJECTOR} == PROJECTOR
    made.apply(Order("set", {"muted": True}))
    assert kept == []


def test_a_plan_is_asked_for_and_none_is_a_plan_too(pack: Pack, tmp_path: Path) -> None:
    room = Room(pack, tmp_path, plan="")
    assert isinstance(room.hall.screens[-1], Choosing)
    room.press("escape")
    assert (room.hall.course, room.hall.screens[-1].kind) == (None, "street")


def test_the_plan_tells_minutes_and_never_cuts_off(pack: Pack, tmp_path: Path) -> None:
    room = Room(pack, tmp_path, plan="forty_five")
    assert isinstance(room.hall.screens[-1], Stop)
    assert room.hall.ribbon.label() == "The note · 2 minutes left"
    room.press("enter")
    room.tick(0.1)
    assert room.hall.ribbon.label() == "Play · 23 minutes left"
    room.now += 25 * 60
    room.tick(0.1)
    assert room.hall.ribbon.label() == "Play · 2 minutes over"
    assert room.session.view().phase != "over"
    assert room.hall.course is not None
    assert room.hall.course.playing


def test_the_plan_can_be_looked_at_and_leads_on_at_any_time(pack: Pack, tmp_path: Path) -> None:
    room = Room(pack, tmp_path, plan="forty_five")
    room.press("enter")
    room.tick(0.2)
    room.press("f6")
    assert isinstance(room.hall.screens[-1], Planned)
    room.press("escape")
    assert room.hall.screens[-1].kind == "street"
    room.press("pagedown")
    room.hall.apply(Order("go_on_plan"))
    assert isinstance(room.hall.screens[-1], Stop)


def test_any_part_of_the_plan_is_reached_from_any_other_by_keys_and_by_mouse_also_back(
    pack: Pack, tmp_path: Path
) -> None:
    room = Room(pack, tmp_path, plan="forty_five")
    course = room.hall.course
    assert course is not None
    room.press("enter")
    room.tick(0.2)
    room.press("f6", *["down"] * 6, "enter")
    assert (course.at, type(room.hall.screens[-1]).__name__) == (6, "Stop")
    room.press("f6")  # also from a stop
    assert isinstance(room.hall.screens[-1], Planned)
    node = room.hall.screens[-1].tree(room.hall.frame).find("part.1")
    assert node is not None
    for kind in ("move", "down", "up"):
        inside = parted.spread(node.box, room.hall.whole, below=False).centre
        room.hall.feed(Pointer(kind, *inside))  # type: ignore[arg-type]
    assert course.playing
    assert room.hall.ribbon.label() == "Play · 23 minutes left"
    assert room.hall.screens[-1].kind == "street"


def test_after_the_play_stops_and_findings_follow_each_other_to_the_end_of_the_plan(lived: Room) -> None:
    course = lived.hall.course
    assert course is not None
    seen: list[str] = []
    for _ in range(80):
        if course.part is None:
            break
        top = lived.hall.screens[-1]
        if not seen or seen[-1] != f"{course.at} {type(top).__name__}":
            seen.append(f"{course.at} {type(top).__name__}")
        lived.press("enter")
        lived.tick(0.2)
    assert seen == ["1 Over", "2 Stop", "3 Slides", "4 Stop", "5 Slides", "6 Stop", "7 Stop", "8 Stop"]
    lived.hall.apply(Order("debrief"))
    top = lived.hall.screens[-1]
    assert isinstance(top, Slides)
    assert any("Most divided" in slide.headline for slide in top.slides)
    lived.press("escape")
    assert type(lived.hall.screens[-1]).__name__ == "Debrief"


def test_in_the_room_s_debrief_every_word_lies_within_its_slide(lived: Room) -> None:
    lived.hall.apply(Order("debrief"))
    top = lived.hall.screens[-1]
    assert isinstance(top, Slides)
    for at in range(len(top.slides)):
        top.at = at
        for node in top.tree(lived.hall.frame).walk():
            assert node.box.bottom <= 721, (top.slide.headline, node.label)
            assert node.box.right <= 1281, (top.slide.headline, node.label)


def test_findings_turn_back_by_the_mouse_as_well(lived: Room) -> None:
    lived.hall.apply(Order("debrief"))
    top = lived.hall.screens[-1]
    assert isinstance(top, Slides)
    top.at = 0
    assert top.tree(lived.hall.frame).find("back") is None
    lived.press("right")
    lived.hall.touch("back")
    assert top.at == 0
    assert top.focus == "on"


def test_splits_are_read_from_votes_that_fit_the_record_alone(lived: Room, pack: Pack) -> None:
    from game.debrief.cards import cards  # noqa: PLC0415
    from game.debrief.names import Names  # noqa: PLC0415
    from game.debrief.page import Desk  # noqa: PLC0415
    from game.debrief.reading import read  # noqa: PLC0415

    assert lived.session.path is not None
    votes = read_votes(lived.session.path)
    assert votes is not None
    reading, names = read(lived.session.record), Names(pack)
    desk = Desk(reading, names, {}, cards(reading, names), None)
    good = splits(desk, votes)
    first = votes.votes[0]
    other = max((n for n in first.counts if n != first.took), key=lambda n: first.counts[n])
    for forged in (
        first.but(n=10**5), first.but(n=1), first.but(took=other), first.but(counts={**first.counts, "elsewhere": 3}),
        first.but(counts=dict.fromkeys(first.counts, 0)), first.but(counts={**first.counts, other: 500}),
    ):  # fmt: skip
        assert splits(desk, votes.but(votes=(forged, *votes.votes[1:]))) == good[1:]


def test_the_lecturer_can_still_choose_by_the_screen_where_no_hand_was_counted(pack: Pack, tmp_path: Path) -> None:
    room = at_a_moment(pack, tmp_path, "sheet")
    lines = len(room.session.lines)
    room.press("enter")
    assert len(room.session.lines) == lines
    room.press("enter", "2")
    assert room.session.lines[lines].act.do == "choose"
    assert room.session.path is not None
    assert read_votes(room.session.path) is None


def test_an_act_is_refused_by_the_rules_as_ever(pack: Pack, tmp_path: Path) -> None:
    room = at_a_moment(pack, tmp_path, "sheet")
    lines = len(room.session.lines)
    room.hall.apply(Do(room.session.legal()[0].but(what="fly")))
    assert len(room.session.lines) == lines


def test_a_choice_that_asks_for_more_pages_gets_them_and_keeps_its_hands(pack: Pack, tmp_path: Path) -> None:
    room = at_a_moment(pack, tmp_path, "sheet")
    sheet = room.hall.screens[-1]
    shown = sheet.shown  # type: ignore[attr-defined]
    last = next(one for one in reversed(shown.options) if not one.closed)
    options = tuple(one.but(friction=2) if one.id == last.id else one for one in shown.options)
    sheet.shown = shown.but(options=options)  # type: ignore[attr-defined]
    ballot, lines = room.hall.ballot, len(room.session.lines)
    assert ballot is not None
    room.press(ballot.letter(last.id).lower(), "8", "enter", "enter")
    room.tick(0.2)
    assert len(room.session.lines) == lines
    room.press("enter")
    room.tick(0.2)
    room.press("enter")
    assert room.session.lines[lines].act.what == last.id
    assert room.session.path is not None
    votes = read_votes(room.session.path)
    assert votes is not None
    assert votes.votes[-1].counts[last.id] == 8


def test_every_picture_of_a_long_campaign_finds_room_on_its_slide(pack: Pack) -> None:
    from game.bots.play import play  # noqa: PLC0415
    from game.model.record import Setup  # noqa: PLC0415
    from game.model.vote import Vote, Votes  # noqa: PLC0415
    from game.screens.kit.frame import Frame  # noqa: PLC0415
    from game.screens.project.slides import room_slides  # noqa: PLC0415

    record = play(pack, Setup(campaign="lesson", seed=3, order="visible-first", file="middle"), "dice").record
    chosen = [line for line in record.lines if line.shown]
    votes = Votes(votes=tuple(
        Vote(n=line.n, took=line.act.what, counts={one.id: 5 + 9 * (one.id == line.act.what)
                                                   for one in line.shown.options if not one.closed})
        for line in chosen if line.shown
    ))  # fmt: skip
    for size in ((1280, 640), (1920, 960)):
        screen = Slides(room_slides(record, pack, votes, ()))
        for at, slide in enumerate(screen.slides):
            screen.at = at
            nodes = list(screen.tree(Frame(size, 2.0)).walk())
            assert max(node.box.bottom for node in nodes) <= 721, slide.headline
            assert not slide.picture or any(node.role == "image" for node in nodes), slide.headline
