"""What is the player's own in a debrief: to argue against a finding, and to keep the play, save it or wipe it."""

from collections.abc import Sequence

from game.debrief.contents import NOTHING_MORE, pages_file, record_file, words_file
from game.debrief.page import Page
from game.language import _
from game.model.said import Said
from game.screens.debrief.leaving import Leaving, Saving, Wiping
from game.screens.debrief.objection import Objecting
from game.screens.debrief.twinning import Twinning
from game.screens.kit.answers import Answer, Order, Pop, Push
from game.screens.kit.node import Press

UNASKED = Said(asked=True)  # of a play that does not lie on this computer nothing is to be kept or wiped


class Owning(Twinning):
    """What the debrief's screen needs for it. Subclasses have `page`, `pages` and `record`."""

    pages: Sequence[Page]

    def __init__(self) -> None:
        super().__init__()
        self.said = UNASKED
        self.copies = False  # whether any were saved

    def _save(self, kind: str) -> Press:
        """The receipt is a copy as well."""
        made = super()._save(kind)

        def press() -> Answer | None:
            self.copies = True
            return made() if callable(made) else made

        return press

    @property
    def _play(self) -> str:
        return self.record.header.play

    def _export(self, what: str) -> Order:
        self.copies = True
        return Order("export", {"what": what, "play": self._play})

    def _saving(self) -> Saving:
        kept = (record_file(self.record), words_file(self.record, self.said))
        return Saving((*kept, pages_file(self.record, self.pages, self.said)), (_(NOTHING_MORE),),
                      lambda: self._export("all"))  # fmt: skip

    def _wiping(self) -> Wiping:
        return Wiping(self._play, copies=self.copies)

    def _out(self) -> Answer:
        """The way out. The first time it leads past the question what becomes of the play."""
        if self.said.asked:
            return Pop()
        files = (record_file(self.record), words_file(self.record, self.said))
        return Push(Leaving(self._play, files, (_(NOTHING_MORE),), self._saving, self._wiping))

    def _object(self, finding: str) -> Press:
        def press() -> Answer | None:
            one = next(f for f in self.page.findings if f.id == finding)
            return Push(Objecting(one, self.said, lambda why: self._wrote(finding, why)))

        return press

    def _take_back(self, finding: str) -> Press:
        return lambda: self._wrote(finding, None)

    def _wrote(self, finding: str, why: str | None) -> Answer:
        """Show it at once; the shell writes it down."""
        self.said, self.dirty = self.said.object_to(finding, why), True
        self.focus = f"object.{finding}"
        return Order("object", {"play": self._play, "finding": finding, "words": why})
