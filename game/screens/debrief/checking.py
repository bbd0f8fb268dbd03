"""The learning check in a debrief: to sort the second eight cases, and to see what belongs where."""

from game.debrief.cases import Dealt
from game.language import N_
from game.model.check import Kind
from game.screens.debrief.cases import Cases
from game.screens.debrief.owning import Owning
from game.screens.kit.answers import Answer, Order, Push
from game.screens.sorting import Sorting

ENDS = (
    N_("Next comes where each belongs, and why; those from before the play too. From then on no card moves any more."),
    N_("Show the answers"),
)
"""Looked up where the cases are sorted."""


class Checking(Owning):
    """What the debrief's screen needs for it."""

    def cases(self) -> Cases | None:
        """What the page is laid out with; None on a page without cases."""
        deal = self.page.check
        return None if deal is None else Cases(deal, self.said.check, lambda: self._sort(deal), self._show)

    def _sort(self, deal: Dealt) -> Answer | None:
        return Push(Sorting(deal.after, deal.trays, self.said.check.after, self._put, self._show, ENDS))

    def _put(self, case: str, tray: Kind) -> Answer | None:
        """Remember it here; the shell writes it down."""
        self.said, self.dirty = self.said.but(check=self.said.check.put("after", case, tray)), True
        return Order("sort", {"play": self._play, "when": "after", "case": case, "tray": tray})

    def _show(self) -> Answer | None:
        self.said, self.dirty = self.said.but(check=self.said.check.but(shown=True)), True
        self.focus, self.scrolls = f"tab.{self.page.id}", {}
        return Order("answers", {"play": self._play})
