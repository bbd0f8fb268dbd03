"""A vote by phone over HTTP: a letter is tapped, changed, counted once, and never shown before the end."""

import re
from collections.abc import Callable, Iterator

import pytest

pytest.importorskip("starlette", reason="the extra “host” is not installed")

from game.host.voting import COOKIE
from tests.host.polled import CHOICES, Poll, Voter, door, forged, phones, port


@pytest.fixture(scope="module")
def opens() -> Iterator[Callable[[], Poll]]:
    with door() as made:
        yield made


@pytest.fixture
def poll(opens: Callable[[], Poll]) -> Poll:
    return opens()


@pytest.fixture
def asked(poll: Poll) -> Poll:
    poll.urn.ask("q", CHOICES)
    return poll


def test_a_phone_scans_sees_the_letters_with_their_words_taps_one_and_sees_that_it_counts(asked: Poll) -> None:
    one = asked.voter()
    page = one.look()
    assert (page.status, "Help him up" in page.text) == (200, True)
    assert "Walk on &lt;by the&gt; “bridge” &amp; home" in page.text
    after = one.vote("B", page)
    assert "Your vote counts: B." in after.text
    assert 'aria-pressed="true">' in after.text.split('value="B"')[1][:60]
    assert asked.urn.seal("q") == ({"keep": 0, "drop": 1}, 0)


def test_the_ids_of_choices_do_not_reach_a_phone(asked: Poll) -> None:
    """They may say what a rule would have one do."""
    text = asked.voter().look().text
    assert not re.search(r"\b(keep|drop)\b", text.split("</form>")[0])


def test_it_can_be_changed_until_the_end_and_is_not_counted_after(asked: Poll) -> None:
    one = asked.voter()
    old = one.vote("A")
    one.vote("B")
    again = one.vote("blank")
    assert "Your vote counts: blank." in again.text
    one.vote("A", old)
    assert asked.urn.heard() == (1, 1)
    assert asked.urn.seal("q") == ({"keep": 1, "drop": 0}, 0)
    late = one.vote("B", old)
    assert "was not counted" in late.text
    assert "Your vote counts: A." in late.text
    assert "was not counted" not in one.look().text
    assert asked.urn.seal("q") == ({"keep": 1, "drop": 0}, 0)


def test_a_second_tap_a_reload_and_two_tabs_count_once(asked: Poll) -> None:
    one = asked.voter()
    first, second = one.look(), one.look()
    for page, letter in ((first, "A"), (first, "A"), (second, "B"), (first, "B")):
        one.vote(letter, page)
    one.look()
    assert asked.urn.seal("q") == ({"keep": 0, "drop": 1}, 0)


def test_two_first_looks_at_once_give_two_cookies_and_the_tab_of_the_older_is_told_to_tap_again(asked: Poll) -> None:
    one, other = asked.voter(), asked.voter()
    page = one.look()
    other.look()
    one.cookies = other.cookies
    told = one.vote("A", page)
    assert "was not counted" in told.text
    one.vote("A", told)
    assert asked.urn.seal("q") == ({"keep": 1, "drop": 0}, 0)


def test_nothing_is_sent_from_an_earlier_question_to_a_later_one(asked: Poll) -> None:
    one = asked.voter()
    old = one.look()
    asked.urn.seal("q")
    asked.urn.ask("r", CHOICES)
    told = one.vote("A", old)
    assert "was not counted" in told.text
    forms = old.page.forms[0]
    number = next(f for f in told.page.forms if f.action == "/vote")["n"]
    one.post("/vote", {"n": number, "form": forms["form"], "vote": "A"})  # the old token under the new number
    assert asked.urn.heard()[0] == 0


def test_no_count_of_others_reaches_a_phone_before_the_end_or_after(asked: Poll) -> None:
    crowd = [asked.voter() for _ in range(7)]
    for one in crowd:
        one.vote("A")
    last = asked.voter()
    before = last.look().text
    assert not re.search(r"\b[678]\b", re.sub(r'value="[^"]*"|data-\S+|charset=\S+', "", before))
    assert before.count("A") == crowd[0].look().text.count("A") - 1  # but its own
    asked.urn.seal("q")
    assert not re.search(r"\b[78]\b", re.sub(r'value="[^"]*"|data-\S+|charset=\S+', "", last.look().text))


def test_a_scanner_that_only_looks_takes_no_place_and_counts_as_nobody(asked: Poll) -> None:
    for _ in range(5):
        asked.voter().look()
    assert asked.urn.heard() == (0, 0)
    one = asked.voter()
    one.look()
    one.get("/state")
    assert asked.urn.heard() == (0, 1)


def test_without_its_cookie_a_phone_is_told_so_and_not_counted(asked: Poll) -> None:
    one = asked.voter()
    page = one.look()
    one.cookies.clear()
    told = one.vote("A", page)
    assert (told.status, "keeps no cookie" in told.text) == (403, True)
    assert asked.urn.heard() == (0, 0)


def test_a_made_up_cookie_opens_nothing_and_takes_no_place(asked: Poll) -> None:
    one = asked.voter()
    page = one.look()
    for made_up in (forged(), "x", "", "\u20ac".encode().decode("latin-1"), f"{'0' * 16}.{'0' * 40}", "a" * 3000):
        one.cookies = {COOKIE: made_up}
        one.vote("A", page)
    assert asked.urn.heard() == (0, 0)


def test_a_form_that_no_page_sends_is_refused(asked: Poll) -> None:
    one = asked.voter()
    one.vote("A")
    form = one.look().page.forms[0]
    good = {"n": form["n"], "form": form["form"]}
    for fields in ({**good, "vote": "keep"}, {**good, "vote": "Z"}, {**good, "n": "x", "vote": "A"},
                   {**good, "n": "-1", "vote": "A"}, {"vote": "A"}, {**good, "vote": "A" * 500}):  # fmt: skip
        assert one.post_only("/vote", fields).status == 400, fields
    assert one.post_only("/vote", {**good, "vote": "B"}, Sec_Fetch_Site="cross-site").status == 403
    assert one.ask("POST", "/vote", b"x" * 40_000, Content_Type="application/x-www-form-urlencoded").status == 413
    assert one.ask("PUT", "/vote").status == 405
    assert one.get("/play").status == 404
    assert asked.urn.seal("q") == ({"keep": 1, "drop": 0}, 0)


def test_one_phone_that_floods_is_slowed_and_the_others_are_not(asked: Poll) -> None:
    one, other = asked.voter(), asked.voter()
    one.vote("A")
    other.vote("B")
    said = {one.ask("GET", "/state").status for _ in range(80)}
    assert said == {200, 429}
    assert other.get("/state").status == 200


def test_one_address_does_not_make_up_a_crowd(asked: Poll) -> None:
    statuses = []
    for _ in range(70):
        one = asked.voter()
        one.look()
        statuses.append(one.get("/").status)
    assert statuses.count(200) in range(60, 64)
    assert set(statuses) == {200, 503}
    assert asked.urn.heard()[1] == statuses.count(200)


def test_the_one_cookie_is_for_no_script_and_no_other_site_and_ends_with_the_browser(asked: Poll) -> None:
    said = asked.voter().ask("GET", "/").headers["set-cookie"].lower()
    assert said.startswith(f"{COOKIE}=")
    assert "httponly" in said
    assert "samesite=strict" in said
    assert "max-age" not in said
    assert "expires" not in said


def test_pages_load_nothing_from_outside_and_have_the_host_s_headers(asked: Poll) -> None:
    answer = asked.voter().look()
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert not re.search(r"https?://", answer.text)
    assert len(answer.body) < 4000


def test_between_votes_and_after_one_the_page_says_so(poll: Poll) -> None:
    one = poll.voter()
    assert "nothing to vote on" in one.look().text
    poll.urn.ask("q", CHOICES)
    one.vote("A")
    poll.urn.seal("q")
    text = one.look().text
    assert ("The vote is closed" in text, "Your vote counts: A." in text) == (True, True)
    poll.urn.rest()
    assert "nothing to vote on" in one.look().text


def test_a_window_s_own_door_opens_counts_and_ends_with_it_and_its_cookies_too(asked: Poll) -> None:
    one = asked.voter()
    one.vote("A")
    with phones() as another:
        another.ask("q", CHOICES)
        stranger = Voter(port(another), dict(one.cookies))
        assert "Your vote counts" not in stranger.look().text
        stranger.vote("B")
        assert another.seal("q") == ({"keep": 0, "drop": 1}, 0)
        assert len(another.picture) >= 21
    with pytest.raises(OSError):
        stranger.look()


def test_nothing_about_who_asked_is_written(asked: Poll, capfd: pytest.CaptureFixture[str]) -> None:
    one = asked.voter()
    one.ask("GET", "/", None, User_Agent="A very particular telephone")
    one.vote("A")
    one.get("/nowhere")
    said = "".join(capfd.readouterr())
    assert "particular" not in said
    assert "/vote" not in said
    assert one.cookies[COOKIE][:16] not in said
