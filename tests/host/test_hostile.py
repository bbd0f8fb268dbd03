"""Whatever is sent: no fault, no trace of one, nothing changed that should not be, nothing written elsewhere."""

import io
import random
import socket
import time
from contextlib import redirect_stderr, suppress
from pathlib import Path
from urllib.parse import quote

import pytest

pytest.importorskip("starlette", reason="the extra “host” is not installed")

from game.host import serve
from game.host.fields import BadForm, Fields
from game.host.guard import Buckets
from game.host.wish import CannotKeep
from tests.host.browser import Browser, filled, first
from tests.host.rooms import LITE, Opens, Room

FORM = "application/x-www-form-urlencoded"


def raw(room: Room, words: bytes, seconds: float = 5) -> bytes:
    """Send bytes as they are; return all that comes back until the line is closed."""
    with socket.create_connection(("127.0.0.1", room.port), timeout=seconds) as line:
        line.sendall(words)
        got = b""
        try:
            while piece := line.recv(65536):
                got += piece
        except (TimeoutError, ConnectionResetError):
            pass
        return got


@LITE
def test_every_answer_bears_the_headers_that_keep_a_browser_in(room: Room) -> None:
    one = room.student()
    for path in (
        "/",
        "/play",
        "/mine",
        "/screen",
        "/nowhere",
        "/host.css",
        "/room.js",
        "/state",
        "/lot.txt",
        room.lectern,
    ):
        headers = one.ask("GET", path).headers
        assert "default-src 'none'" in headers["content-security-policy"], path
        assert "unsafe" not in headers["content-security-policy"]
        assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
        assert "server" not in headers and "x-powered-by" not in headers


@LITE
def test_no_page_holds_a_script_of_its_own_or_anything_from_elsewhere(room: Room) -> None:
    one = room.student()
    one.on()
    for path in ("/", "/play", "/mine", "/screen", "/arm", "/back", room.lectern):
        text = one.get(path).text
        assert "<script>" not in text and " on" + "click" not in text and "style=" not in text
        outside = [part.split('"')[0] for word in ('src="', 'href="', 'action="') for part in text.split(word)[1:]]
        assert all(link.startswith(("/", "#")) and not link.startswith("//") for link in outside), path


NOWHERE = (
    "/nowhere", "/..%2f..%2fetc/passwd", "//etc/passwd", "/%00", "/play/../mine", "/host/", "/host", "/host/a/b",
    "/host.css/", "/static/../room.sqlite", "/room.sqlite", "/" + "a" * 3000, "/%ff%fe", "/arm?place=0&take=1",
    "/arm?place=%s&take=1" % ("9" * 3000), "/arm?place=1", "/arm?place=-1&take=x", "/arm?place=%C2%B2&take=1",
)  # fmt: skip


@LITE
def test_a_path_that_leads_nowhere_is_told_so_in_plain_words(room: Room) -> None:
    for path in NOWHERE:
        answer = room.browser().ask("GET", path)
        assert answer.status in (400, 404) and answer.headers["content-type"].startswith("text/plain"), path
        assert len(answer.body) < 100, path


@LITE
def test_other_methods_are_not_done_here(room: Room) -> None:
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"):
        assert room.browser().ask(method, "/play").status == 405, method


@LITE
def test_a_form_that_is_too_large_is_refused_before_it_is_read(room: Room) -> None:
    one = room.student()
    assert one.ask("POST", "/play", b"a=" + b"x" * 40_000, Content_Type=FORM).status == 413
    head = f"POST /play HTTP/1.1\r\nHost: a\r\nContent-Type: {FORM}\r\nContent-Length: 99999999999\r\n\r\n"
    assert b" 413 " in raw(room, head.encode()).split(b"\r\n")[0]
    chunks = b"POST /play HTTP/1.1\r\nHost: a\r\nContent-Type: " + FORM.encode()
    chunks += (
        b"\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + (b"1000\r\n" + b"x" * 4096 + b"\r\n") * 12
    )
    assert b" 413 " in raw(room, chunks + b"0\r\n\r\n").split(b"\r\n")[0]


@LITE
def test_only_forms_are_read(room: Room) -> None:
    one = room.student()
    for kind in ("multipart/form-data; boundary=x", "application/json", "text/plain", ""):
        assert one.ask("POST", "/play", b"{}", Content_Type=kind).status == 415, kind


@LITE
def test_too_long_heads_are_refused(room: Room) -> None:
    assert b" 431 " in raw(room, b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 60_000 + b"\r\n\r\n").split(b"\r\n")[0]
    many = b"".join(b"X%d: y\r\n" % n for n in range(5000))
    assert b" 431 " in raw(room, b"GET / HTTP/1.1\r\nHost: a\r\n" + many + b"\r\n").split(b"\r\n")[0]


@LITE
def test_who_opens_a_line_and_says_nothing_is_hung_up_on(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "HEAD_SECONDS", 0.3)
    for words in (b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: "):
        began = time.monotonic()
        assert raw(room, words) == b"" and time.monotonic() - began < 3
    with socket.create_connection(("127.0.0.1", room.port), timeout=5) as line:
        line.sendall(b"GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
        got = b""
        while not got.endswith(b"Good Standing"):
            got += line.recv(65536)
        line.sendall(b"GET /he")
        assert line.recv(65536) == b""


TORN = (
    b"GET /hello HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n|zz\r\n",
    b"POST /play HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n|zz\r\n",
    b"HEAD /hello HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n|zz\r\n",
    b"PUT /hello HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n|zz\r\n",
    b"GET /hello HTTP/1.1\r\nHost: a\r\n\r\n|\x00\x00\r\n\r\n",
)


@LITE
@pytest.mark.parametrize("pause", [0.0, 0.05], ids=["at once", "once it is answered"])
def test_a_request_that_goes_bad_in_its_middle_is_no_fault_of_the_host(
    room: Room, caplog: pytest.LogCaptureFixture, pause: float
) -> None:
    with redirect_stderr(io.StringIO()) as told:
        for words in TORN:
            head, _, rest = words.partition(b"|")
            with socket.create_connection(("127.0.0.1", room.port), timeout=5) as line:
                if pause:
                    line.sendall(head)
                    time.sleep(pause)
                    line.sendall(rest)
                else:
                    line.sendall(head + rest)
                got = b""
                while piece := line.recv(65536):
                    got += piece
                assert got.startswith(b"HTTP/1.1 "), words
        assert room.browser().ask("GET", "/hello").status == 200
    assert (told.getvalue(), caplog.text) == ("", "")


@LITE
def test_one_address_cannot_take_all_lines_for_itself(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "EACH", 20)

    def opened(here: str) -> socket.socket:
        return socket.create_connection(("127.0.0.1", room.port), timeout=5, source_address=(here, 0))

    many = [opened("127.0.0.9") for _ in range(40)]
    try:
        with opened("127.0.0.9") as line:
            line.sendall(b"GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
            with suppress(ConnectionResetError):
                assert line.recv(100) == b""
        assert room.browser().ask("GET", "/hello").status == 200
    finally:
        for line in many:
            line.close()
    until = time.monotonic() + 5
    while serve.Patient._lines["127.0.0.9"] and time.monotonic() < until:
        time.sleep(0.01)
    with opened("127.0.0.9") as line:
        line.sendall(b"GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
        assert line.recv(100).startswith(b"HTTP/1.1 200")


CHANGES: tuple[dict[str, str], ...] = (
    {"form": ""}, {"form": "0" * 40}, {"n": "-1"}, {"n": "x"}, {"n": ""}, {"n": "99999999"}, {"n": "²"},
    {"do": "reveal"}, {"do": ""}, {"what": "x" * 500}, {"do": "answer", "what": "\x00", "form": ""},
)  # fmt: skip


@LITE
def test_a_form_that_no_page_made_changes_nothing(room: Room) -> None:
    one = room.student()
    form = first(one.get("/play").page)
    for change in CHANGES:
        answer = one.post("/play", {**dict(form.fields), **change})
        assert answer.status == 400 and answer.body == b"No page of this host sends such a form.\n", change
    assert room.host.store.all_held()[0].steps == 0


@LITE
def test_another_students_token_does_not_open_ones_own_form(room: Room) -> None:
    one, two = room.student(), room.student()
    theirs = first(two.get("/play").page)
    assert one.post("/play", theirs.fields).status == 400
    assert [held.steps for held in room.host.store.all_held()] == [0, 0]


@LITE
def test_a_form_sent_by_another_site_is_refused(room: Room) -> None:
    one = room.student()
    form = first(one.get("/play").page)
    assert one.post_only("/play", form.fields, Sec_Fetch_Site="cross-site").status == 403
    assert room.browser().post_only("/begin", {"nonce": "a"}, Sec_Fetch_Site="cross-site").status == 403


COOKIES = ("play=", "play=x.y", "play=" + "a" * 5000, 'play="', "play=0123456789abcdef." + "0" * 40, ";;;=;", "\xff")


@LITE
def test_a_forged_cookie_is_no_cookie(room: Room) -> None:
    for cookie in COOKIES:
        answer = room.browser().ask("GET", "/play", Cookie=cookie)
        assert (answer.status, answer.headers["location"]) == (303, "/"), cookie


@LITE
def test_own_words_come_back_as_harmless_as_if_they_were_painted(room: Room) -> None:
    """Markup, control characters and marks of direction in the diary: kept as words or not at all."""
    fields = Fields(
        b"do=answer&what=diary&values.0=m&values.0=own%3A&own.0=" + quote("<b>\u202ea\x00\tb\n</b>").encode()
    )
    assert fields.act().values == ("m", "own:<b>a b </b>")


@pytest.mark.parametrize("raw_form", [b"a=%ff", b"\xff=a", b"&".join(b"a=1" for _ in range(300)), b"a=" + b"x" * 500,
                                      b"x" * 100 + b"=1"])  # fmt: skip
def test_forms_that_are_no_forms_are_refused(raw_form: bytes) -> None:
    with pytest.raises(BadForm):
        Fields(raw_form)


@LITE
def test_a_flood_from_one_player_slows_that_player_alone(rooms: Opens) -> None:
    room = rooms(floods=True)
    one, other = room.student(), room.student()
    answers = [one.ask("GET", "/play").status for _ in range(150)]
    assert answers[0] == 200 and 429 in answers
    assert other.get("/play").status == 200 and other.on().status == 200


def test_measures_fill_again_and_remember_no_more_than_they_need() -> None:
    now = [0.0]
    buckets = Buckets(burst=3, a_second=1, clock=lambda: now[0])
    assert [buckets.take("a") for _ in range(5)] == [True, True, True, False, False]
    now[0] = 2.0
    assert [buckets.take("a") for _ in range(3)] == [True, True, False]
    for n in range(10_000):
        buckets.take(str(n))
    assert len(buckets._full) <= 4096


@LITE
def test_a_fault_inside_is_not_shown_outside(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("very secret words")

    one = room.student()
    monkeypatch.setattr(room.host.plays, "session", breaks)
    with redirect_stderr(io.StringIO()) as told:
        answer = one.ask("GET", "/play")
    assert answer.status == 500 and b"secret" not in answer.body and b"Traceback" not in answer.body
    said = told.getvalue()
    assert "RuntimeError" in said and "very secret words" not in said and "127.0.0.1" not in said


@LITE
def test_what_the_disk_does_not_take_has_not_happened_and_can_be_tried_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = room.student()
    one.on()
    form = first(one.get("/play").page)

    def full(*_: object) -> None:
        raise CannotKeep("the room: database or disk is full")

    with monkeypatch.context() as patched, redirect_stderr(io.StringIO()):
        patched.setattr(room.host.store, "add", full)
        answer = one.post("/play", filled(form))
        assert answer.status == 503 and b"it has not happened" in answer.body
        assert first(one.get("/play").page)["n"] == form["n"]
    assert first(one.post("/play", filled(form)).page)["n"] == "2"


@LITE
def test_a_full_room_says_so(rooms: Opens) -> None:
    room = rooms(places=2)
    room.student()
    room.student()
    third = room.browser()
    assert third.join().status == 409 and third.cookies == {} and room.host.store.counts().joined == 2


@LITE
def test_whoever_lost_the_answer_and_asks_again_has_a_place_in_a_full_room(rooms: Opens) -> None:
    room = rooms(places=1)
    one = room.browser()
    begin = next(form for form in one.get("/").page.forms if form.action == "/begin")
    assert one.post_only("/begin", begin.fields).status == 303
    one.cookies.clear()
    assert one.post("/begin", begin.fields).status == 200 and one.cookies
    assert room.host.store.counts().joined == 1


@LITE
def test_one_address_cannot_take_all_places(room: Room) -> None:
    room.host.joins = Buckets(burst=3, a_second=0)
    some = [room.browser() for _ in range(5)]
    answers = [one.join() for one in some]
    assert [answer.status for answer in answers] == [200, 200, 200, 429, 429]
    assert "Too many have joined" in answers[4].text and not some[4].cookies
    assert room.host.store.counts().joined == 3 and some[0].get("/play").status == 200


def test_a_thousand_random_requests_are_answered_without_a_fault_and_write_nothing_outside(
    room: Room, tmp_path: Path
) -> None:
    room.host.strangers = Buckets(1e9, 1e9)
    student = room.student()
    student.on()
    page = student.get("/play").page
    chance = random.Random(6)
    paths = [
        *(
            "/",
            "/begin",
            "/play",
            "/mine",
            "/mine/withdraw",
            "/mine/share",
            "/mine/record.jsonl",
            "/debrief",
            "/arm",
            "/%",
        ),
        *("/lot.txt", "/back", "/state", "/screen", room.lectern, "/host/x", "/play?missed", "/arm?place=1&take=1"),
    ]
    names = [
        *("n", "form", "do", "what", "how", "values", "values.0", "own.0"),
        *("alone", "nonce", "code", "deed", "sure"),
    ]
    values = [
        *(
            "0",
            "1",
            "2",
            "-1",
            "answer",
            "choose",
            "on",
            "meet",
            "lens",
            "own:",
            "a=raises",
            "start",
            "=1+1",
            "../../x",
            "",
        ),
        *("<script>", "\u202e", "\x00", "x" * 399, "'; DROP TABLE plays; --", page.acts[0]["form"]),
    ]
    statuses = set()
    for _ in range(1000):
        one = student if chance.random() < 0.5 else Browser(room.port)
        path, method = chance.choice(paths), chance.choice(["GET", "POST", "POST", "HEAD"])
        fields = [(chance.choice(names), chance.choice(values)) for _ in range(chance.randrange(8))]
        if "withdraw" in path or path == room.lectern:
            fields = [pair for pair in fields if pair[0] != "form"]
        if method == "POST":
            statuses.add(one.post_only(path, fields).status)
        else:
            statuses.add(one.ask(method, path).status)
    assert statuses <= {200, 303, 400, 404, 405, 429} and 200 in statuses
    assert room.host.store.counts().joined == 1
    assert {path.suffix for path in tmp_path.rglob("*") if path.is_file()} <= {".sqlite", ".sqlite-wal", ".sqlite-shm"}
    assert student.get("/play").status == 200
