"""The page of the learning check. What was sorted lies beside the record, so its words come where that is known."""

from dataclasses import replace

from game.debrief.cases import dealt
from game.debrief.page import Desk, Page, page
from game.debrief.sorted_words import HEADLINE
from game.language import _


def check_pages(desk: Desk, kept: Page) -> tuple[Page, ...]:
    """The page of what was kept, which lists the sorted cases, and the cases; without cases, the first as it was."""
    deal = dealt(desk.names.pack.cases, desk.reading.record.header.setup.seed)
    if deal is None:
        return (kept,)
    made = page(desk, "check", _("Eight cases"), _(HEADLINE), (), group="everything")
    return replace(kept, check=deal), replace(made, check=deal)
