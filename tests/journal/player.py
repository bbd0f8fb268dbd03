"""A process that plays to a file and says each step once it is saved: something to be killed."""

import sys
from pathlib import Path

from game.bots import Bot, keeps_table
from game.content import levels, load
from game.journal import Session
from game.journal import load as load_record
from tests.rules.lives import setup_of


def say(steps: int) -> None:
    sys.stdout.write(f"{steps}\n")
    sys.stdout.flush()


def main(path: Path, bot_name: str) -> None:
    """Go on with the play at `path`, or begin one; print its length when ready, then the number of each saved step."""
    pack = load(levels())
    if path.exists():
        session = Session.resume(pack, load_record(path), path)
    else:
        session = Session.new(pack, setup_of(3, "taste"), path, game="test", play="killed")
    bot = Bot(bot_name, 3, keeps_table(pack))
    say(len(session.lines))
    while session.state.phase != "over":
        session.do(bot.choose(session.view(), session.legal()))
        say(len(session.lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
