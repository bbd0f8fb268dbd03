"""A student's way through a room, over real HTTP: joining, playing, coming back, what is kept, withdrawing."""

import json

import pytest

pytest.importorskip("starlette", reason="the extra “host” is not installed")

from game.host.door import COOKIE
from game.host.pages import day
from game.journal import load_text, replay
from game.model.content import Pack
from tests.host.browser import filled, first
from tests.host.rooms import LITE, Opens, Room

pytestmark = LITE


def test_from_the_link_to_the_play_are_three_steps(room: Room) -> None:
    one = room.browser()
    opened = one.get("/")
    begun = one.send(next(form for form in opened.page.forms if form.action == "/begin"))
    assert begun.path == "/play?begun" and [form["do"] for form in begun.page.acts] == ["begin"]
    assert "<h1" in one.on(begun).text and len(one.on().page.acts) > 0


def test_who_joins_is_told_first_what_is_kept_and_until_when(rooms: Opens) -> None:
    for mode, words in (("aggregate", "nothing about single people"), ("rows", "only where its player agrees")):
        room = rooms(mode, mode=mode)
        text = room.browser().get("/").text
        assert words in text and day(room.desk.settled) in text
        assert room.host.arms.hash in text and "No name, no account" in text


def test_a_scanner_that_opens_the_link_takes_no_place(room: Room) -> None:
    one = room.browser()
    for path in ("/", "/begin", "/play", "/mine", "/back", "/arm", "/screen", "/debrief", "/state"):
        one.ask("GET", path)
        one.ask("HEAD", path)
    assert room.host.store.counts().joined == 0 and one.cookies == {}


def test_there_is_one_cookie_and_no_script_can_read_it_nor_another_site_send_it(room: Room) -> None:
    one = room.browser()
    begin = next(form for form in one.get("/").page.forms if form.action == "/begin")
    said = one.post_only("/begin", begin.fields).headers["set-cookie"]
    assert list(one.cookies) == [COOKIE]
    assert "HttpOnly" in said and "SameSite=strict" in said and "Path=/" in said


def test_a_browser_without_cookies_is_told_so_instead_of_being_sent_in_a_circle(room: Room) -> None:
    one = room.browser()
    begin = next(form for form in one.get("/").page.forms if form.action == "/begin")
    where = one.post_only("/begin", begin.fields).headers["location"]
    one.cookies = {}
    answer = one.ask("GET", where)
    assert answer.status == 200 and "keeps no cookie" in answer.text


def test_begin_pressed_twice_begins_once(room: Room) -> None:
    one, two = room.browser(), room.browser()
    begin = next(form for form in one.get("/").page.forms if form.action == "/begin")
    one.send(begin)
    two.send(begin)  # sent before the first answer came: without the cookie
    one.send(begin)
    assert room.host.store.counts().joined == 1
    assert one.cookies == two.cookies


def test_the_same_choice_sent_twice_counts_once(room: Room) -> None:
    one = room.student()
    one.on()
    form = first(one.get("/play").page)
    before = steps(room)
    answers = [one.post(form.action, filled(form)) for _ in range(3)]
    assert steps(room) == before + 1
    assert len({answer.text for answer in answers}) == 1


def test_an_old_page_changes_nothing_and_shows_where_the_play_is(room: Room) -> None:
    one = room.student()
    old = first(one.get("/play").page)
    for _ in range(5):
        one.on()
    now = one.get("/play").text
    assert one.post("/play", old.fields).text == now
    assert one.post("/play", [("n", "99999"), *[p for p in old.fields if p[0] != "n"]]).text == now


def test_two_tabs_play_one_play(room: Room) -> None:
    one, two = room.student(), room.browser()
    two.cookies = one.cookies
    for _ in range(6):
        one.on()
        assert two.get("/play").text == one.get("/play").text
        two.on()
    assert steps(room) == 12


def test_a_tap_on_a_page_that_the_play_has_left_is_not_done_and_not_taken_for_done(room: Room) -> None:
    """As a dying phone's last tap can come in after the other phone's first look."""
    one = room.student()
    one.on()
    seen = one.get("/play").page
    first, other = seen.acts[:2]
    assert "That was not possible there" not in one.post("/play", first.fields).text
    again, late = one.post("/play", first.fields), one.post("/play", other.fields)
    assert "That was not possible there" not in again.text and "That was not possible there" in late.text
    assert steps(room) == 2


def test_what_the_rules_do_not_take_is_not_done_and_said(room: Room) -> None:
    one = room.student()
    one.on()
    form = one.get("/play").page.acts[0]
    act = {"n": form["n"], "form": form["form"], "do": "home"}
    answer = one.post("/play", act)
    assert answer.status == 200 and "That was not possible there" in answer.text and steps(room) == 1


def test_a_host_started_again_goes_on_where_everybody_was(rooms: Opens) -> None:
    room = rooms()
    one = room.student()
    for _ in range(20):
        one.on()
    was = one.get("/play").text
    room.stop()
    again = rooms()
    one.port = again.port
    assert one.get("/play").text == was
    assert one.on().status == 200 and steps(again) == 21


def test_two_words_open_the_play_on_another_device(room: Room) -> None:
    one, two = room.student(), room.browser()
    for _ in range(3):
        one.on()
    code = one.get("/mine").text.split('class="code">')[1].split("<")[0]
    assert [form.action for form in two.get("/back").page.forms] == ["/back"]
    assert two.post("/back", {"code": f" {code.upper()} "}).text == one.get("/play").text
    assert room.host.store.counts().joined == 1


def test_wrong_words_open_nothing_and_soon_need_a_minute(room: Room) -> None:
    one = room.student()
    code = one.get("/mine").text.split('class="code">')[1].split("<")[0]
    guesser = room.browser()
    assert [guesser.post("/back", {"code": f"lusab baba{sign}"}).status for sign in "bdfghjkl"] == [404] * 8
    assert guesser.post("/back", {"code": code}).status == 429
    assert guesser.cookies == {}


def test_late_comers_join_until_the_room_is_closed(rooms: Opens) -> None:
    room = rooms(go=False)
    early = room.student()
    assert "It begins when everybody is" in early.get("/play").text and early.get("/play").page.acts == []
    room.do("start")
    assert early.get("/play").page.acts
    late = room.student()
    assert late.on().status == 200
    page = room.browser().get("/").page
    room.do("stop")
    too_late = room.browser()
    assert all(form.action != "/begin" for form in too_late.get("/").page.forms)
    too_late.send(next(form for form in page.forms if form.action == "/begin"))
    assert room.host.store.counts().joined == 2 and too_late.cookies == {}


def test_in_a_pause_nobody_acts_and_nothing_is_lost(room: Room) -> None:
    one = room.student()
    one.on()
    form = first(one.get("/play").page)
    room.do("pause")
    assert "The room pauses" in one.post("/play", filled(form)).text and steps(room) == 1
    room.do("go_on")
    assert one.post("/play", filled(form)).page.acts and steps(room) == 2


def test_a_whole_play_becomes_a_record_that_the_rules_agree_with(room: Room, pack: Pack) -> None:
    one = room.student()
    assert "The play is over" in one.play_out().text
    held = room.host.store.all_held()[0]
    record = load_text(room.host.store.text(held.id).encode(), "record")
    assert held.done and replay(pack, record).phase == "over"
    assert record.header.setup == room.host.arms.deal(1, 1).setup("taste")


def test_the_debrief_opens_for_who_is_done_when_the_lecturer_opens_it(room: Room) -> None:
    done, playing = room.student(), room.student()
    done.play_out()
    playing.on()
    assert done.get("/debrief").path == "/play"
    room.do("debrief")
    debrief = done.get("/debrief")
    assert debrief.path == "/debrief" and "<h1>Debrief</h1>" in debrief.text
    assert playing.get("/debrief").path == "/play"


def test_when_the_room_is_stopped_everybody_reads_what_came_of_it(room: Room) -> None:
    one, nothing_done = room.student(), room.student()
    for _ in range(30):
        one.on()
    room.do("stop")
    assert "<h1>Debrief</h1>" in one.get("/debrief").text
    assert nothing_done.get("/debrief").path == "/play"


def test_the_debriefs_own_styles_count_and_no_script_does(room: Room) -> None:
    one = room.student()
    one.on()
    room.do("stop")
    policy = one.get("/debrief").headers["content-security-policy"]
    assert "style-src 'sha256-" in policy and "unsafe" not in policy and "default-src 'none'" in policy


def test_everybody_sees_what_is_held_and_the_whole_record_once_the_debrief_is_open(room: Room) -> None:
    one = room.student()
    one.play_out()
    held = room.host.store.all_held()[0]
    assert f"{held.steps} steps" in one.get("/mine").text
    assert one.ask("GET", "/mine/record.jsonl").status == 303
    room.do("stop")
    answer = one.get("/mine/record.jsonl")
    assert answer.text == room.host.store.text(held.id) and answer.headers["content-disposition"].endswith('.jsonl"')


def test_no_page_before_the_debrief_tells_what_the_rules_keep_secret(room: Room) -> None:
    one = room.student()
    texts = []
    answer = one.get("/play")
    while answer.page.acts:
        texts.append(answer.text)
        answer = one.on(answer)
    texts += [one.get(path).text for path in ("/mine", "/arm", "/", "/state")]
    setup = room.host.arms.deal(1, 1).setup("taste")
    for secret in (str(setup.seed), room.host.arms.seed, '"secret"', '"watched"', setup.order):
        assert not [text for text in texts if secret in text.replace(room.host.arms.rule, "")], secret


def test_one_tap_withdraws_and_it_is_gone_from_files_and_figures(room: Room) -> None:
    one, other = room.student(), room.student()
    one.play_out()
    other.on()
    play = one.cookies[COOKIE].split(".")[0]
    assert play in room.kept()
    form = next(form for form in one.get("/mine").page.forms if form.action == "/mine/withdraw")
    assert "It is gone" in one.send(form).text
    assert one.cookies == {} and play not in room.kept()
    counts = room.host.store.counts()
    assert (counts.joined, counts.done, counts.withdrawn) == (1, 0, 1)
    assert one.get("/mine").path == "/"


def test_a_page_of_a_withdrawn_play_leads_to_the_beginning(room: Room) -> None:
    one, tab = room.student(), room.browser()
    tab.cookies = dict(one.cookies)
    old = first(tab.get("/play").page)
    one.send(next(form for form in one.get("/mine").page.forms if form.action == "/mine/withdraw"))
    assert tab.post("/play", old.fields).path == "/"


def test_rows_leave_only_where_their_player_agrees_and_that_can_be_changed(rooms: Opens) -> None:
    room = rooms(mode="rows")
    agrees, not_ = room.student(shares="1"), room.student()
    assert [held.shares for held in room.host.store.all_held()] == [True, False]
    for one in (agrees, not_):
        one.send(next(form for form in one.get("/mine").page.forms if form.action == "/mine/share"))
    assert [held.shares for held in room.host.store.all_held()] == [False, True]


def test_where_figures_alone_were_settled_nobody_can_be_made_to_share(room: Room) -> None:
    one = room.student(shares="1")
    form = next(form for form in one.get("/mine").page.forms if form.action == "/mine/withdraw")
    one.post("/mine/share", {"form": form["form"], "shares": "1"})
    assert [held.shares for held in room.host.store.all_held()] == [False]


def test_after_closing_anybody_checks_their_own_arm_and_any_other(room: Room) -> None:
    one = room.student()
    one.on()
    assert room.host.arms.seed not in one.get("/arm").text and one.get("/lot.txt").status == 404
    room.do("stop")
    deal = room.host.arms.deal(1, 1)
    text = one.get("/arm").text
    assert all(word in text for word in (room.host.arms.seed, deal.order, deal.file, str(deal.seed), "Your place"))
    other = room.host.arms.deal(12, 2)
    assert str(other.seed) in one.get("/arm?place=12&take=2").text
    assert one.get("/lot.txt").text == f"{room.host.arms.seed}\n{room.host.arms.rule}"


def test_the_time_a_step_took_is_kept_and_no_clock_time(room: Room) -> None:
    one = room.student()
    one.on()
    one.on()
    lines = [json.loads(line) for line in room.host.store.text(room.host.store.all_held()[0].id).splitlines()]
    assert all(0 <= line["ms"] < 60_000 for line in lines[1:])
    assert set(lines[0]) == {"format", "game", "pack", "digest", "play", "setup"}


@pytest.mark.parametrize("path", ["/", "/play", "/mine", "/arm", "/back"])
def test_a_play_is_in_no_cache_and_in_nobodys_referrer(room: Room, path: str) -> None:
    headers = room.student().get(path).headers
    assert headers["cache-control"] == "no-store" and headers["referrer-policy"] == "no-referrer"


def steps(room: Room) -> int:
    return sum(held.steps for held in room.host.store.all_held())
