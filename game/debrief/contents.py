"""What a play consists of as files: said before anything is saved or wiped."""

from collections.abc import Sequence

from game.debrief.page import Page
from game.debrief.words import figure, listed
from game.language import N_, _, ngettext
from game.model.record import Record
from game.model.said import Said

NOTHING_MORE = N_(
    "No name, no date, no hour of your day and no machine; how many seconds each step took, and the clock of the town."
)


def record_file(record: Record) -> str:
    """The record in a line."""
    lines = len(record.lines) + 1
    return ngettext(
        "{file}, the record: {n} line, one for the beginning and one for each step, with what stood on the screen, "
        "what you did and what came of it.",
        "{file}, the record: {n} lines, one for the beginning and one for each step, with what stood on the screen, "
        "what you did and what came of it.", lines,
    ).format(file=f"{record.header.play}.jsonl", n=figure(lines))  # fmt: skip


def words_file(record: Record, said: Said) -> str:
    """What lies beside the record in a line; "" if nothing was said or sorted."""
    cases = len(said.check.before) + len(said.check.after)
    objections, file = len(said.objections), f"{record.header.play}.said.json"
    own = ngettext("{n} objection of yours, word for word", "{n} objections of yours, word for word", objections)
    trays = ngettext("the trays you put {n} case into", "the trays you put {n} cases into", cases)
    own, trays = own.format(n=objections), trays.format(n=cases)
    if objections and cases:
        return _("{file}: {objections}, and {trays}.").format(file=file, objections=own, trays=trays)
    return f"{file}: {own if objections else trays}." if objections or cases else ""


def pages_file(record: Record, pages: Sequence[Page], said: Said) -> str:
    """The printed debrief in a line."""
    own = [_("your objections")] if said.objections else []
    own += [_("the cases that you sorted")] if said.check.before or said.check.after else []
    says = _("{file}: these {n} pages and every moment, to be read and printed.")
    if own:
        says = _("{file}: these {n} pages and every moment, to be read and printed, {own} with them.")
    return says.format(file=f"{record.header.play}.html", n=len(pages), own=listed(own))
