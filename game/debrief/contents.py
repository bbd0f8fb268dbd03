"""What a play consists of as files: said before anything is saved or wiped."""

from collections.abc import Sequence

from game.debrief.page import Page
from game.debrief.words import count
from game.model.record import Record
from game.model.said import Said

NOTHING_MORE = (
    "No name, no date, no hour of your day and no machine; how many seconds each step took, and the clock of the town."
)


def record_file(record: Record) -> str:
    """The record in a line."""
    lines = len(record.lines) + 1
    return (
        f"{record.header.play}.jsonl, the record: {count(lines, 'line')}, one for the beginning and one for each step, "
        "with what stood on the screen, what you did and what came of it."
    )


def words_file(record: Record, said: Said) -> str:
    """What lies beside the record in a line; "" if nothing was said or sorted."""
    cases = len(said.check.before) + len(said.check.after)
    there = [f"{count(len(said.objections), 'objection')} of yours, word for word"] if said.objections else []
    there += [f"the trays you put {count(cases, 'case')} into"] if cases else []
    return f"{record.header.play}.said.json: {', and '.join(there)}." if there else ""


def pages_file(record: Record, pages: Sequence[Page], said: Said) -> str:
    """The printed debrief in a line."""
    own = ["your objections"] if said.objections else []
    own += ["the cases that you sorted"] if said.check.before or said.check.after else []
    also = f", {' and '.join(own)} with them" if own else ""
    return f"{record.header.play}.html: these {len(pages)} pages and every moment, to be read and printed{also}."
