"""A whole play by a bot, without a screen."""

from game.bots.bots import Bot, keeps_table
from game.journal import Session
from game.model.content import Pack
from game.model.record import Setup

LONGEST = 5000  # steps; a play that is not over by then never ends


def play(pack: Pack, setup: Setup, name: str, *, game: str = "bot", play_id: str = "bot") -> Session:
    """Return a finished play, kept in memory. Raises RuntimeError if it does not end."""
    session = Session.new(pack, setup, None, game=game, play=play_id)
    bot = Bot(name, setup.seed, keeps_table(pack))
    for _ in range(LONGEST):
        if session.state.phase == "over":
            return session
        session.do(bot.choose(session.view(), session.legal()))
    raise RuntimeError(f"{name}, seed {setup.seed}: not over after {LONGEST} steps, in phase {session.state.phase}")
