"""What the room voted, in a file beside the record. Its other half, the record, is never touched."""

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.journal.session import save_whole
from game.language import _
from game.model.vote import VOTES, Vote, Votes

ENDING = ".votes.json"
LARGEST = 1 << 20  # bytes


def path_votes(record: Path) -> Path:
    """Where the votes beside a record lie."""
    return record.with_suffix(ENDING)


def read_votes(record: Path) -> Votes | None:
    """The votes beside a record; None where no room has voted, or where the file cannot be understood.

    The file may have been written by another hand: a vote that cannot be one is left out, the rest is kept.
    """
    path = path_votes(record)
    try:
        if path.stat().st_size > LARGEST:
            return None
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not isinstance(found.get("votes"), list):
        return None
    votes = (_vote(one) for one in found["votes"][:VOTES])
    return Votes(votes=tuple({vote.n: vote for vote in votes if vote}.values()))


def _vote(found: Any) -> Vote | None:
    try:
        vote = Vote.model_validate(found)
    except (ValidationError, RecursionError):
        return None
    return vote if vote.took in vote.counts and vote.phones <= vote.all else None


def write_votes(record: Path, votes: Votes) -> None:
    """Keep them, whole or not at all. Raises OSError."""
    if not record.exists():
        gone = _("{file} is no longer there, so nothing was written beside it.")
        raise FileNotFoundError(gone.format(file=record.name))
    save_whole(path_votes(record), json.dumps(votes.model_dump(mode="json"), indent=1) + "\n")
