"""`replay`: play a record through the rules again and compare every step."""

from pathlib import Path

from game.content import levels, load
from game.journal import load as load_record
from game.journal import replay as play_again


def replay(path: Path) -> int:
    """Say whether the rules make the record of its acts. Raises BadRecord, BadLevels, Differs."""
    record = load_record(path)
    play_again(load(levels()), record)
    torn = " The last line was torn and left out." if record.torn else ""
    steps = len(record.lines)
    print(f"{path}: {steps} step{'s' * (steps != 1)}, each as the rules have it.{torn}")
    return 0
