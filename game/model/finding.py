"""One claim of the debrief, with what it rests on."""

from typing import Literal

from game.model.base import Shape

Concept = Literal["visibility", "bentham", "foucault", "lyon", "nudge", "rules", "approval"]
Verdict = Literal["too_few", "counts_only", "not_shifted", "shifted", "described"]


class Finding(Shape):
    id: str
    concept: Concept
    verdict: Verdict
    direction: Literal[-1, 0, 1] | None
    n: int
    value: float | None
    counts: dict[str, int]
    p: float | None
    statement: str
    caveat: str
    evidence: tuple[int, ...]  # line numbers n of the record
    sources: tuple[str, ...]
