"""A real window for one who does not see it: found, read and played over at-spi, as a screen reader does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.model.content import Pack
from tests.window.atspi import LACKS, WHY, Bus, Orca, bus
from tests.window.driver import Display, Home, Reader, game, until

pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(LACKS), reason=WHY)]
SEED = 3


@pytest.fixture
def wire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """A bus for screen readers, known to whatever is started now."""
    with bus(tmp_path / "bus") as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        made = Bus(address)
        yield made
        made.close()


def test_the_title_is_read_and_a_play_begun_from_it(wire: Bus, screen: Display, home: Home) -> None:
    with game(home, screen, seed=SEED):
        orca = Orca(wire)
        begin = until("the offers", lambda: orca.named("A taste"))
        assert any("only on this computer" in one for one in orca.words())
        orca.press(begin)
        until("the street", lambda: orca.inside("On the Row"))
        assert home.plays


def test_the_focus_of_the_keys_is_the_focus_on_the_bus(wire: Bus, screen: Display, home: Home) -> None:
    with game(home, screen, seed=SEED) as at:
        orca = Orca(wire)
        until("the offers", lambda: orca.named("A taste"))
        at.key("Tab")
        assert until("the first stop", orca.focus) == "Walk out"
        at.key("Tab")
        until("the second stop", lambda: orca.focus().startswith("A taste"))


def test_a_reader_that_goes_and_comes_again_finds_it_all(wire: Bus, screen: Display, home: Home) -> None:
    with game(home, screen, seed=SEED) as at:
        until("the offers", lambda: Orca(wire).named("A taste"))
        for _time in range(3):
            wire.runs(yes=False)
            at.key("Tab")
            wire.runs(yes=True)
            orca = Orca(wire)
            until("the offers again", lambda orca=orca: orca.named("A taste"))
            at.key("Tab")
            assert orca.focus()


@pytest.mark.parametrize("order", ["visible-first", "hidden-first"])
def test_a_taste_is_played_whole_over_the_bus(
    wire: Bus, screen: Display, home: Home, pack: Pack, order: str
) -> None:
    with game(home, screen, "play", "taste", "--seed", str(SEED), "--order", order):
        orca = Orca(wire)
        until("the street", lambda: orca.inside("On the Row"))
        orca.live("To the debrief")
        seen = Reader(pack, home.plays[0]).now
        assert (seen.phase, seen.matched_done) == ("over", seen.matched_all)
        debrief = orca.named("To the debrief")
        assert debrief is not None
        orca.press(debrief)
        until("the debrief", lambda: orca.named("Two towns"))
        said = " ".join(orca.told)
        assert "Night" in said and "Your mother rings" in said and "Coins: " in said
