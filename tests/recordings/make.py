"""Make the golden plays anew: `python -m tests.recordings.make`. Needed after every change of rules or level files.

Look at the difference before it is committed: only what was meant to change may have changed.
"""

from pathlib import Path

from game.bots import play
from game.content import levels, load
from game.journal import Session
from game.model.content import Pack
from game.model.record import Order, Setup

HERE = Path(__file__).parent
PLAYS: tuple[tuple[str, Order, str, str], ...] = (
    ("taste", "visible-first", "mule", "middle"),
    ("taste", "hidden-first", "sheep", "hill"),
    ("lesson", "visible-first", "dice", "hill"),
    ("lesson", "hidden-first", "fox", "middle"),
    ("full", "visible-first", "climber", "lane"),
    ("full", "hidden-first", "saint", "debt_friends"),
)


def golden(pack: Pack, campaign: str, order: Order, bot: str, file: str) -> Session:
    """One golden play: its seed is its place in the list, and its time spent is none."""
    seed = PLAYS.index((campaign, order, bot, file)) + 1
    setup = Setup(campaign=campaign, seed=seed, order=order, file=file)
    return play(pack, setup, bot, game="golden", play_id=f"golden_{seed}")


def main() -> None:
    """Write every golden play, and take away what is none any more."""
    pack = load(levels())
    for old in HERE.glob("*.jsonl"):
        old.unlink()
    for campaign, order, bot, file in PLAYS:
        golden(pack, campaign, order, bot, file).move_to(HERE / f"{campaign}_{order}_{bot}.jsonl")


if __name__ == "__main__":
    main()
