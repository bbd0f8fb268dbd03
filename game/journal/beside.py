"""What the player said to a debrief, in a file beside the record. Its other half, the record, is never touched."""

import json
from pathlib import Path
from typing import Any, get_args

from game.journal.session import save_whole
from game.language import _
from game.model.check import Kind
from game.model.said import CASE, FINDING, Said, Sorted, tidy

ENDING = ".said.json"
LARGEST = 1 << 20  # bytes
MOST = 64  # objections, or cases; there are a dozen findings, and eight cases each time
KINDS: tuple[Kind, ...] = get_args(Kind)


def path_beside(record: Path) -> Path:
    """Where the words beside a record lie."""
    return record.with_suffix(ENDING)


def read_said(record: Path) -> Said:
    """What lies beside the record; nothing said where there is no such file, or none that can be understood.

    The file may have been written by another hand: whatever is in it comes out as harmless as if it were typed.
    """
    path = path_beside(record)
    try:
        if path.stat().st_size > LARGEST:
            return Said()
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Said()
    if not isinstance(found, dict):
        return Said()
    words = found.get("objections")
    words = words if isinstance(words, dict) else {}
    known = {
        finding: tidy(why)
        for finding, why in list(words.items())[:MOST]
        if isinstance(why, str) and FINDING.fullmatch(finding)
    }
    return Said(objections=known, asked=found.get("asked") is True, check=_sorted(found.get("check")))


def _sorted(found: Any) -> Sorted:
    """The cases that were sorted: ids that can be ids, trays that there are."""
    if not isinstance(found, dict):
        return Sorted()
    return Sorted(before=_trays(found.get("before")), after=_trays(found.get("after")),
                  shown=found.get("shown") is True)  # fmt: skip


def _trays(found: Any) -> dict[str, Kind]:
    lying = list(found.items())[:MOST] if isinstance(found, dict) else []
    return {case: kind for case, tray in lying if CASE.fullmatch(case) for kind in KINDS if kind == tray}


def write_said(record: Path, said: Said) -> None:
    """Keep it, whole or not at all. Where nothing is said any longer there is no file. Raises OSError."""
    path = path_beside(record)
    if said == Said():
        path.unlink(missing_ok=True)
        return
    if not record.exists():
        gone = _("{file} is no longer there, so nothing was written beside it.")
        raise FileNotFoundError(gone.format(file=record.name))
    save_whole(path, json.dumps(said.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n")
