"""Under another language no English is left: from the title to the way to the debrief, for the eye and for the ear."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.bots import Bot, keeps_table
from game.debrief.cases import TRAYS
from game.journal import Session
from game.journal.past import Passed
from game.language import language, use
from game.language.spoken import Spoken
from game.model.content import Pack
from game.model.record import Order, Setup
from game.screens.before import Before
from game.screens.keys_page import KeysPage
from game.screens.kit.answers import Do, Pop
from game.screens.kit.frame import Frame
from game.screens.paint import lane, row
from game.screens.paused import Paused
from game.screens.plays import About, Ask, Menu, Note, Notice, Plays
from game.screens.saved import Settings
from game.screens.sorting import Sorting
from game.screens.title import Title
from game.shell.cues import SOUNDS
from game.shell.desk import Desk
from game.shell.hearing import Hearing
from game.shell.library import LATER
from game.shell.sound import Sound
from game.shell.wording import follow
from tests.language.marked import left_over, marked, texts_of

LONGEST = 3000  # steps


@pytest.fixture(scope="module")
def other(pack: Pack) -> Spoken:
    return marked(set(texts_of(pack)))


@pytest.fixture(autouse=True)
def _spoken(other: Spoken) -> Iterator[None]:
    use(other)
    yield
    use()


def begun(pack: Pack, bot: Bot, order: Order) -> tuple[Session, Desk]:
    """A play on the shortest campaign, begun on a desk as the title begins it."""
    setup = Setup(campaign="taste", seed=7, order=order, file=next(iter(pack.files)))
    session = Session.new(pack, setup, None, game="words", play="words")
    desk = Desk(Settings(still=True), clock=lambda: 0.0)
    bot.choose(session.view(), session.legal())
    desk.begin(session)
    return session, desk


def said(desk: Desk) -> Iterator[str]:
    """All that the screens show, and all that a voice says of them."""
    for screen in desk.screens:
        for node in screen.tree(desk.frame).walk():
            yield from (node.label, node.value, node.hint, node.disabled)
    yield from (spot.said for spot in desk.heard().spots)


@pytest.mark.parametrize(("bot_name", "order"), [("fox", "visible-first"), ("dice", "hidden-first")])
def test_a_play_is_lived_without_a_word_of_english(pack: Pack, bot_name: str, order: Order) -> None:
    bot = Bot(bot_name, 7, keeps_table(pack))
    session, desk = begun(pack, bot, order)
    heard: set[str] = set()
    for _step in range(LONGEST):
        heard.update(said(desk))
        if session.view().phase == "over":
            break
        desk.apply(Do(bot.choose(session.view(), session.legal())))
    assert session.view().phase == "over"
    assert len(heard) > 500
    assert {text for text in heard if left_over(text)} == set()
    # The play itself speaks English: what is kept can be replayed under any other language.
    assert "«" not in session.text() and "⟦" not in session.text()


def test_the_small_pages_and_the_captions_hold_none(pack: Pack, tmp_path: Path) -> None:
    sorting = Sorting([next(iter(pack.cases.values()))], TRAYS, {}, lambda *_given: None, lambda: None, LATER)
    small = (Title(), Note(), About(), Notice("…", unsaved=True), Menu(Settings()), Plays((), ()), Ask("", "", Pop))
    passed = Passed("Monday", 1, "08:00", title="Night", lines=("The day is over. Nobody wrote it down.",))
    for screen in (*small, sorting, KeysPage(Settings()), Paused(), Before((passed,)), Before(())):
        for node in screen.tree(Frame()).walk():
            assert not any(map(left_over, (node.label, node.value, node.hint, node.disabled))), screen
    desk = Desk(Settings(captions="always"))
    hearing = Hearing(desk, Sound(tmp_path))
    for name, sound in SOUNDS.items():
        hearing._write(name)
        assert desk.captions.text.endswith(f"⟦{sound.caption}⟧")


def test_a_language_that_comes_in_the_middle_changes_what_stands_on_the_screens(pack: Pack, other: Spoken) -> None:
    use()
    bot = Bot("fox", 7, keeps_table(pack))
    session, desk = begun(pack, bot, "visible-first")
    kinds: set[str] = set()
    for _step in range(LONGEST):
        if session.view().phase == "over":
            break
        before = list(desk.screens)
        for spoken in (other, None):
            use(spoken)
            follow(desk)
            assert desk.language == language()
            assert desk.screens == before, "a screen was made anew, and has forgotten what was done on it"
            left = {text for text in said(desk) if left_over(text)}
            assert left == set() if spoken else left
        kinds.add(session.view().phase)
        desk.apply(Do(bot.choose(session.view(), session.legal())))
    assert kinds >= {"street", "moment", "then", "ask", "ledger"}


def test_the_desk_follows_by_itself() -> None:
    desk = Desk(Settings())
    use()
    desk.dirty = False
    desk.tick(0.1)
    assert desk.language == "en"
    assert desk.stale
    assert left_over(next(said(desk)))


def test_signs_that_are_painted_once_are_painted_anew() -> None:
    row.tile(0, "daylight", "noon", 0.2)
    lane.tile(0, "daylight", "noon", 0.2)
    use()
    assert not row.tile.ready(0, "daylight", "noon", 0.2) and not lane.tile.ready(0, "daylight", "noon", 0.2)
