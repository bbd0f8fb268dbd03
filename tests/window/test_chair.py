"""The last things that ask, in a real window: a play that a bot has lived up to there is taken up by a hand."""

import pytest

from game.bots import Bot, keeps_table
from game.journal import Session
from game.model.content import Pack
from game.model.record import Setup
from tests.quick import long
from tests.window.driver import Display, Home, game
from tests.window.journeys import Hand, go_on
from tests.window.player import Keyboard, Mouse


def live_until_asked(pack: Pack, home: Home, ask: str) -> None:
    """A saved play in which that thing asks."""
    home.plays_folder.mkdir(parents=True)
    setup = Setup(campaign="taste", seed=2, order="visible-first", file="middle")
    play = "0123456789abcdef"
    session = Session.new(pack, setup, home.plays_folder / f"{play}.jsonl", game="test", play=play)
    bot = Bot("dice", 2, keeps_table(pack))
    while session.view().ask is None or session.state.asks[0] != ask:
        session.do(bot.choose(session.view(), session.legal()))


@pytest.mark.parametrize("hand", [long(Keyboard), Mouse])
def test_one_sits_down_looks_at_two_windows_and_turns_the_page(
    hand: Hand, screen: Display, home: Home, pack: Pack
) -> None:
    live_until_asked(pack, home, "chair")
    with game(home, screen, seed=2) as at:
        player = go_on(hand, at, screen, home, pack)
        player.go_on(lambda seen: seen.phase == "over")
    values = player.lines[-1].act.values
    assert [value.split("=")[1] for value in values] == ["stamp", "be"]
