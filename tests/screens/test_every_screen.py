"""Nothing cut, overlapping, unreadable or out of reach, and no word of English left: on every screen there is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.language import use
from game.language.pseudo import PSEUDO
from game.language.shelf import speak
from game.model.content import Pack
from game.model.record import Order
from game.screens.debrief import ground
from game.screens.kit.frame import Frame
from game.screens.saved import TEXT_SIZES
from game.shell.library import Folder
from tests.quick import long
from tests.screens.everywhere import CELLS, about, small, untold, wrong
from tests.screens.ruler import EASIER
from tests.screens.test_layout import ORDERS, faults, shots

FRAMES = [*(Frame(size, text / 100, still=True) for size, text in CELLS), *EASIER]
WORST, USUAL = Frame((960, 540), max(TEXT_SIZES) / 100, still=True), Frame((1280, 720), still=True)
TONGUES = ("en", PSEUDO)
PLAYS = [("taste", "en", "dice"), ("lesson", "en", "fox"), ("full", PSEUDO, "dice")]
LONGER = [one for one in FRAMES if not one.stark and one.zoom <= 1.6]
"""For whole long plays in a language a third longer. With larger letters yet, or with high contrast and wide lines at
160 per cent, a few of its labels touch one another or the head: docs/translating.md says so."""
DEBRIEFED = [WORST, USUAL, Frame((960, 540), 1.3, still=True), EASIER[-1]]


@pytest.fixture(autouse=True)
def _no_streets(monkeypatch: pytest.MonkeyPatch) -> None:
    """The street behind a moment as it was is no word."""
    monkeypatch.setattr(ground, "_behind", lambda *_given: None)


@pytest.fixture
def nobodys(pack: Pack) -> Iterator[None]:
    """The language nobody speaks."""
    yield from _speaking(pack, PSEUDO)


@pytest.fixture
def tongue(pack: Pack, request: pytest.FixtureRequest) -> Iterator[None]:
    """The language that the test names."""
    yield from _speaking(pack, request.param)


def _speaking(pack: Pack, code: str) -> Iterator[None]:
    use(speak(code, (), Folder(Path("nowhere"), pack=pack).texts()))
    yield
    use()


@pytest.mark.usefixtures("nobodys")
def test_the_pages_round_a_play_are_whole_where_words_are_longest(pack: Pack, tmp_path: Path) -> None:
    assert [one for shot in small(pack, tmp_path) for one in wrong(shot, WORST, panes=False)] == []


@pytest.mark.long
@pytest.mark.parametrize("tongue", TONGUES, indirect=True)
@pytest.mark.usefixtures("tongue")
def test_the_pages_round_a_play_are_whole_at_every_size(pack: Pack, tmp_path: Path) -> None:
    frames = [frame for frame in FRAMES if frame.stark or frame.zoom in (1, WORST.zoom)]
    assert [one for shot in small(pack, tmp_path) for frame in frames for one in wrong(shot, frame, panes=False)] == []


@pytest.mark.usefixtures("nobodys")
def test_the_pages_round_a_play_are_told_to_the_last_word(pack: Pack, tmp_path: Path) -> None:
    assert [one for shot in small(pack, tmp_path) for one in untold(shot, USUAL)] == []


@pytest.mark.usefixtures("nobodys")
def test_a_debrief_is_whole_where_words_are_longest_and_letters_largest(pack: Pack) -> None:
    seen = [shot for at, (shot, _panes) in enumerate(about(pack, "taste", "saint")) if not at % 6 or at < 20]
    assert [one for shot in seen for one in wrong(shot, WORST, panes=False)] == []
    assert [one for shot in seen for one in untold(shot, USUAL)] == []


@pytest.mark.long
@pytest.mark.parametrize(("campaign", "tongue", "bot"), PLAYS, indirect=["tongue"])
@pytest.mark.usefixtures("tongue")
def test_every_screen_of_a_debrief_is_whole_at_every_size(pack: Pack, campaign: str, bot: str) -> None:
    every = about(pack, campaign, bot)
    assert [one for shot, panes in every for frame in DEBRIEFED for one in wrong(shot, frame, panes=panes)] == []


@pytest.mark.long
@pytest.mark.parametrize("campaign", ["taste", "lesson", "full"])
@pytest.mark.usefixtures("nobodys")
def test_every_screen_of_a_debrief_is_told_to_the_last_word(pack: Pack, campaign: str) -> None:
    assert [one for shot, _panes in about(pack, campaign, "fox") for one in untold(shot, USUAL)] == []


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("campaign", ["taste", long("lesson"), long("full")])
@pytest.mark.usefixtures("nobodys")
def test_a_play_in_the_language_nobody_speaks_shows_no_untranslated_and_no_cut_word(
    pack: Pack, campaign: str, order: Order
) -> None:
    frames = [WORST, USUAL] if campaign == "taste" else LONGER
    found = []
    for shot in shots(pack, campaign, "fox", order):
        found += untold(shot, USUAL)
        found += [fault for frame in frames for fault in faults(shot, frame)]
    assert found == []
