"""The class as a long table, for a room that agreed to it: one row for each number of each student.

docs/class-data.md says what each column is, and what each number is; a test holds the two together.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from game.debrief.long_form import harmless
from game.model.content import Pack
from game.seminar.measures import measures
from game.seminar.student import Student

COLUMNS = ("student", "campaign", "order", "file", "half", "untimed", "done", "kind", "what", "arm", "value")
KINDS = ("number", "kept", "push", "doors", "token", "pick")


def rows(students: Sequence[Student], pack: Pack) -> str:
    """Return the table as CSV (RFC 4180). Students have numbers in an order that says nothing of who they are."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    write(COLUMNS)
    for number, one in enumerate(sorted(students, key=lambda each: each.key), start=1):
        head = (number, one.campaign, one.order, one.file, one.half, int(one.untimed), int(one.done))
        for kind, what, arm, value in _of(one, pack):
            write([*(cell if isinstance(cell, int) else harmless(cell) for cell in head),
                   kind, harmless(what), arm, value])  # fmt: skip
    return out.getvalue()


def _of(one: Student, pack: Pack) -> Iterator[tuple[str, str, str, str | int]]:
    for name, measure in measures(pack).items():
        number = measure(one)
        if number is not None:
            yield "number", name, "", f"{float(number):.6g}"
    for condition, met in one.kept.items():
        for family, kept in met.items():
            yield "kept", family, condition, int(kept)
    for push in one.pushes:
        yield "push", push.what, push.arm, int(push.took)
    for regime, (opened, tried) in one.doors.items():
        yield "doors", regime, "opened", opened
        yield "doors", regime, "tried", tried
    for condition, pair in one.tokens.items():
        for where, token in zip(("jar", "curtain"), pair, strict=True):
            if token is not None:
                yield "token", condition, where, token
    for name in ("suspected", "tested"):
        pick = getattr(one, name)
        if pick is not None:
            yield "pick", name, "", pick
