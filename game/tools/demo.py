"""A play by a bot, and what is written of a play: the record, the findings, the debrief."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from game import __version__
from game.bots import BOTS, play
from game.journal import Session
from game.model.content import Pack
from game.model.record import Order, Setup
from game.rules.start import draw_file
from game.tools import Unknown
from game.tools.debrief import Reading, read


def among(name: str, known: Iterable[str]) -> str:
    """Return the name if it is one of these. Raises Unknown."""
    if name not in (names := list(known)):
        raise Unknown(f"“{name}” is not known; there are {', '.join(names)}")
    return name


def set_up(pack: Pack, campaign: str, seed: int, order: Order, file: str = "") -> Setup:
    """The setup that these words stand for; without a file, the seed deals one. Raises Unknown."""
    among(campaign, {**pack.campaigns, **pack.alone})
    if file:
        among(file, pack.files)
    return Setup(campaign=campaign, seed=seed, order=order, file=file or draw_file(pack, seed))


def play_id(setup: Setup, bot: str) -> str:
    """The id of a bot's play: fixed by its arguments, so that the same words give the same record."""
    words = "|".join([setup.campaign, str(setup.seed), setup.order, setup.file, bot])
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def by_rules_alone(pack: Pack, setup: Setup, bot: str) -> Session:
    """A whole play without a screen. Raises Unknown."""
    among(bot, BOTS)
    return play(pack, setup, bot, game=__version__, play_id=play_id(setup, bot))


def begin(pack: Pack, setup: Setup, bot: str) -> Session:
    """A play kept in memory that is about to begin, with the same header as `by_rules_alone`. Raises Unknown."""
    among(bot, BOTS)
    return Session.new(pack, setup, None, game=__version__, play=play_id(setup, bot))


def write(session: Session, out: Path) -> Reading:
    """Write record.jsonl, findings.json and debrief.html into `out`. Raises CannotWrite, OSError."""
    session.move_to(out / "record.jsonl")
    reading = read(session.record, session.pack)
    (out / "findings.json").write_text(reading.json, encoding="utf-8")
    (out / "debrief.html").write_text(reading.html(), encoding="utf-8")
    return reading


def summary(session: Session, bot: str, out: Path, reading: Reading) -> str:
    """What there is to say of a bot's play, in a few lines."""
    setup, state = session.header.setup, session.state
    events = [event for line in session.lines for event in line.events]
    judged = [event for event in events if event.did == "judged"]
    chosen = [event for event in events if event.did == "chose"]
    lines = [
        f"{bot} played {setup.campaign}, seed {setup.seed}, {setup.order}, file {setup.file}: "
        f"{len(session.lines)} steps, {len(state.plan)} days, {len(chosen)} choices",
        f"coins {state.coins - state.tick}, doors open {sum(e.amount for e in judged)} of {len(judged)}, "
        f"last page {next((e.what for e in events if e.did == 'ended'), 'none')}",
        *reading.lines(),
        f"written to {out}",
    ]
    return "\n".join(lines)
