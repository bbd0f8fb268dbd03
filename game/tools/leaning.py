"""Players whose leaning is known: how often they keep a rule, watched and not. So a debrief can be checked."""

import multiprocessing
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path

from game.bots import Bot, keeps_table
from game.bots.bots import UNMATCHED
from game.bots.play import LONGEST
from game.content import levels, load
from game.debrief.findings import findings
from game.journal import Session
from game.model.content import Pack
from game.model.finding import Verdict
from game.model.record import Option, Order, Shown
from game.rules.fate import fate
from game.tools.demo import set_up

ORDERS: tuple[Order, ...] = ("visible-first", "hidden-first")
WATCHED = ("P", "D")
TOGETHER = 10  # plays that one worker takes at a time


@dataclass(frozen=True, slots=True)
class Leaning:
    """Keeps every rule with chance `kept`, and with chance `watched` where it sees the board's watch."""

    name: str
    kept: float
    watched: float

    def chance(self, condition: str) -> float:
        """How probable it is that a rule is kept in this condition."""
        return self.watched if condition in WATCHED else self.kept


class LeaningBot(Bot):
    """Walks as the fox does, keeps rules by its leaning and chance, and takes the rest by chance: no push moves it."""

    def __init__(self, leaning: Leaning, seed: int, table: Mapping[str, Mapping[str, bool]]) -> None:
        super().__init__("fox", seed, table)
        self.leaning = leaning

    def _option(self, moment: Shown, options: list[Option]) -> Option:
        kind, _, family = moment.moment.partition(".")
        if kind not in UNMATCHED:
            keeps = self.table[family]
            want = self._roll("keep", moment.moment) < self.leaning.chance(kind) * 2**64
            options = [o for o in options if keeps[o.id] is want] or options
        return options[self._roll("which", moment.moment) % len(options)]


@dataclass(frozen=True, slots=True)
class Played:
    """What the debrief said of a play (pairs and verdict by finding); what was kept of what was met, by condition."""

    said: dict[str, tuple[int, Verdict]]
    kept: dict[str, tuple[int, int]] = field(default_factory=dict)


def lived(pack: Pack, leaning: Leaning, campaign: str, number: int) -> Played:
    """The number-th whole play of somebody with this leaning; every other one meets the hidden rules first."""
    setup = set_up(pack, campaign, number + 1, ORDERS[number % 2])
    # The leaning is part of the seed of the bot's own chance: two leanings do not toss the same coins.
    bot = LeaningBot(leaning, fate(setup.seed, "leaning", leaning.name), keeps_table(pack))
    session = Session.new(pack, setup, None, game="power", play="power")
    for _ in range(LONGEST):
        view = session.view()
        if view.phase == "over":
            break
        session.do(bot.choose(view, session.legal()))
    else:
        raise RuntimeError(f"{leaning.name}, {campaign}, seed {setup.seed}: not over after {LONGEST} steps")
    kept: dict[str, tuple[int, int]] = {}
    for event in (e for line in session.lines for e in line.events if e.did == "chose" and e.keeps is not None):
        done, met = kept.get(event.condition, (0, 0))
        kept[event.condition] = (done + bool(event.keeps), met + 1)
    return Played({f.id: (f.n, f.verdict) for f in findings(session.record)}, kept)


def many(plays: list[tuple[Leaning, str, int]], jobs: int) -> list[Played]:
    """These plays, in this order. A few are played here; more are dealt out to other processes. Raises BadLevels."""
    jobs = min(jobs, -(-len(plays) // TOGETHER))
    if jobs < 2:
        return [_elsewhere(levels(), play) for play in plays]
    # Processes that begin anew are the same on every system, and inherit nothing half done.
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(partial(_elsewhere, levels()), plays, chunksize=TOGETHER))


@lru_cache(maxsize=1)
def _pack(folder: Path) -> Pack:
    return load(folder)


def _elsewhere(folder: Path, play: tuple[Leaning, str, int]) -> Played:
    """One play, in whichever process; the levels are read once."""
    return lived(_pack(folder), *play)
