"""A room speaks its students' language: on phones, on the projector, in every process."""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra “host” is not installed")

from game.host.tongue import speak_in
from game.language import language, use
from game.model.content import Pack
from tests.host.browser import Browser
from tests.host.load import Hosting
from tests.host.rooms import LITE, Opens
from tests.language.marked import left_over, marked, texts_of

NO_WORDS = re.compile(r'<(code|style|script)\b.*?</\1>|<[^>]*class="(?:code|address)"[^>]*>[^<]*', re.DOTALL)


@pytest.fixture
def _other(pack: Pack) -> Iterator[None]:
    use(marked(set(texts_of(pack))))
    yield
    use()


def english(html: str) -> set[str]:
    """What a page says in no other language; addresses, codes and numbers aside."""
    texts = re.findall(r">([^<>]+)<", NO_WORDS.sub(">", html))
    return {text for text in texts if re.search("[A-Za-z]{2}", left_over(text))}


@pytest.mark.usefixtures("_other")
@LITE
def test_under_another_language_a_room_says_nothing_in_english_to_students_and_the_lecturer_stays_with_it(
    rooms: Opens,
) -> None:
    room = rooms(go=False, tower=True, mode="rows", minutes=30)
    first = room.browser()
    assert english(first.get("/").text) == set() == english(first.get("/screen").text)
    one = room.student()
    seen = [one.get(path).text for path in ("/play", "/mine", "/arm", "/back")]
    room.do("start")
    seen += [one.get(path).text for path in ("/play", "/mine", "/screen")]
    room.do("stop")
    seen += [one.get(path).text for path in ("/play", "/mine", "/arm", "/screen", "/")]
    for html in seen:
        assert english(html) == set() and 'lang="xx"' in html
    assert 'lang="en-GB"' in one.get(room.lectern).text


def test_the_word_on_the_command_line_is_enough(tmp_path: Path) -> None:
    hosting = Hosting(tmp_path, ["--go", "--language", "qps"])
    try:
        asyncio.run(hosting.ready())
        for path in ("/", "/screen"):
            assert 'lang="qps"' in Browser(hosting.port).get(path).text
    finally:
        hosting.kill()


def test_a_catalogue_that_cannot_be_read_is_named(pack: Pack, tmp_path: Path) -> None:
    there = tmp_path / "de" / "LC_MESSAGES"
    there.mkdir(parents=True)
    (there / "good-standing.mo").write_bytes(b"no catalogue")
    with pytest.raises(OSError, match=r"good-standing\.mo is no catalogue"):
        speak_in("de", (tmp_path,), pack)
    assert language() == "en"
