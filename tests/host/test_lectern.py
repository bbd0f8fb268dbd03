"""The lecturer's page: behind a secret, about the room and nobody in it."""

import io
import logging
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra “host” is not installed")

from game.host import app
from game.host.export import rows
from game.host.wish import CannotExport
from game.journal import load, replay
from game.model.content import Pack
from tests.host.rooms import Opens, Room


def numbers(text: str) -> list[str]:
    return [part.split("<")[0] for part in text.split('<td class="number">')[1:]]


def test_it_counts_who_joined_who_plays_and_who_is_done(room: Room) -> None:
    lecturer = room.browser()
    assert numbers(lecturer.get(room.lectern).text) == ["0", "0", "0"]
    _, playing, done = room.student(), room.student(), room.student()
    playing.on()
    done.play_out()
    assert numbers(lecturer.get(room.lectern).text) == ["3", "1", "1"]


def test_it_says_nothing_about_any_single_student(room: Room) -> None:
    one = room.student()
    for _ in range(12):
        one.on()
    text = room.browser().get(room.lectern).text
    held = room.host.store.all_held()[0]
    code = room.host.keys.code(held.id)
    assert not [word for word in (held.id, code, "visible-first", "hidden-first", "place") if word in text]


def test_start_pause_go_on_extend_and_stop(rooms: Opens) -> None:
    room = rooms(go=False, minutes=20)
    states = [room.desk.state]
    for deed in ("start", "pause", "go_on", "extend", "stop"):
        room.do(deed)
        states.append(room.desk.state)
    assert states == ["open", "running", "paused", "running", "running", "closed"]
    assert room.desk.debrief


def test_only_what_can_be_done_now_is_offered_and_taken(rooms: Opens) -> None:
    room = rooms(go=False)
    one = room.browser()
    form = one.get(room.lectern).page.forms[0]
    assert [f["deed"] for f in one.get(room.lectern).page.forms] == ["start"]
    one.post(room.lectern, {"form": form["form"], "deed": "delete", "sure": "1"})
    assert room.desk.state == "open"


def test_what_cannot_be_taken_back_needs_a_ticked_box(room: Room) -> None:
    one = room.browser()
    form = next(form for form in one.get(room.lectern).page.forms if form["deed"] == "stop")
    assert "the box was not ticked" in one.send(form).text and room.desk.state == "running"


def test_deleting_everything_leaves_nothing_and_every_page_says_so(room: Room) -> None:
    student = room.student()
    student.play_out()
    room.do("stop")
    room.do("delete")
    assert room.desk.state == "deleted" and room.host.store.counts().joined == 0
    assert room.host.store.room() == {"state": "deleted"}
    for path in ("/", "/play", "/mine", "/debrief", "/arm", "/screen", room.lectern):
        assert "delete" in student.get(path).text or "closed" in student.get(path).text, path


def test_a_wrong_secret_is_answered_like_any_unknown_path_and_soon_not_at_all(room: Room) -> None:
    one = room.browser()
    unknown = one.get("/nowhere")
    right = room.lectern
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")
    answers = [one.get(wrong) for _ in range(8)]
    assert (
        {(a.status, a.body) for a in answers}
        == {(unknown.status, unknown.body)}
        == {(404, b"There is nothing here.\n")}
    )
    assert one.get(wrong).status == 429
    assert one.post(wrong, {"deed": "stop"}).status == 429 and room.desk.state == "running"
    assert one.get(right).status == 200  # whoever sits at the machine is not shut out by somebody who guesses


def test_who_guesses_from_elsewhere_is_not_answered_even_when_right(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "HERE", ())
    one = room.browser()
    assert one.get(room.lectern).status == 200
    for n in range(8):
        one.get(f"/host/{n:032x}")
    assert one.get(room.lectern).status == 429


def test_the_secret_is_in_no_page_but_its_own_and_in_no_log(room: Room) -> None:
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    logging.getLogger().addHandler(handler)
    try:
        with redirect_stdout(said), redirect_stderr(said):
            one = room.student()
            one.ask("GET", room.lectern)
            texts = [one.get(path).text for path in ("/", "/play", "/mine", "/arm", "/screen", "/state", "/back")]
    finally:
        logging.getLogger().removeHandler(handler)
    assert not [text for text in [*texts, said.getvalue()] if room.host.keys.instructor in text]
    assert "127.0.0.1" not in said.getvalue()


def test_the_projector_shows_the_address_as_words_and_code_and_the_lot(room: Room) -> None:
    answer = room.browser().get("/screen")
    assert all(word in answer.text for word in ("<svg", room.host.address, room.host.arms.hash))
    assert room.host.keys.instructor not in answer.text


@pytest.mark.long
def test_the_figures_of_the_room_are_shown_once_it_is_closed_and_follow_who_withdraws(rooms: Opens) -> None:
    room = rooms()
    students = [room.student() for _ in range(6)]
    for one in students:
        one.play_out()
    lecturer = room.browser()
    assert lecturer.get(f"{room.lectern}/figures").path == room.lectern
    room.do("stop")
    page = lecturer.get(f"{room.lectern}/figures")
    assert page.path.endswith("/figures") and "<h1>The class</h1>" in page.text and "<svg" in page.text
    assert "style-src 'sha256-" in page.headers["content-security-policy"]
    assert not [held.id for held in room.host.store.all_held() if held.id in page.text]
    for one in students[:2]:
        one.send(next(form for form in one.get("/mine").page.forms if form.action == "/mine/withdraw"))
    assert "Fewer than five plays" in lecturer.get(f"{room.lectern}/figures").text


def test_the_figures_are_the_lecturers_alone(room: Room) -> None:
    room.do("stop")
    assert room.browser().get("/host/" + "0" * 32 + "/figures").status == 404


def test_no_record_leaves_a_room_for_figures_only(rooms: Opens, tmp_path: Path) -> None:
    room = rooms()
    room.student().play_out()
    room.do("stop")
    with pytest.raises(CannotExport, match="no record leaves it"):
        rows(room.host.store, room.desk, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_only_rows_of_those_who_agreed_leave_and_only_when_it_is_closed(
    rooms: Opens, tmp_path: Path, pack: Pack
) -> None:
    room = rooms(mode="rows")
    agreed, not_ = room.student(shares="1"), room.student()
    agreed.play_out()
    not_.play_out()
    with pytest.raises(CannotExport, match="only when it is closed"):
        rows(room.host.store, room.desk, tmp_path / "out")
    room.do("stop")
    assert rows(room.host.store, room.desk, tmp_path / "out") == 1
    (path,) = (tmp_path / "out").iterdir()
    assert path.stem == next(held.id for held in room.host.store.all_held() if held.shares)
    assert replay(pack, load(path)).phase == "over"
