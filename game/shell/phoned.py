"""Where phones vote beside hands: what the desk of a room asks of them, and the page with their address."""

from typing import TYPE_CHECKING, Any

from game.screens.kit.answers import Order
from game.shell.lesson import Lesson

if TYPE_CHECKING:
    from game.journal import Session
    from game.screens.project.ballot import Ballot
    from game.screens.saved import Settings
    from game.shell.needs import Phones


class Phoned(Lesson):
    """A lesson whose votes may come from phones, too. It never waits for them: it asks, and looks what is there."""

    def __init__(self, settings: "Settings", *, phones: "Phones | None" = None, **more: Any) -> None:
        """Without `phones` there are hands alone. `more` is what a lesson takes."""
        super().__init__(settings, **more)
        self.phones = phones
        self.ribbon.phones = phones
        self._called = False  # the room has been shown where to vote
        self._put: tuple[Ballot | None, bool] | None = None  # the vote that phones were told of, and whether it is open

    def sync(self) -> None:
        """Phones may vote on what is put to the room, and on nothing else."""
        if self.phones is None:
            return
        ballot = self.ribbon.ballot if self.ribbon.ballot and self.ribbon.ballot.stage != "free" else None
        put = ballot, ballot is not None and ballot.asks
        if put != self._put:
            self._put = put
            if ballot is None:
                self.phones.rest()
            elif ballot.asks:
                self.phones.ask(ballot.key, [(one.id, one.letter, one.text) for one in ballot.choices])
            else:
                self.phones.seal(ballot.key)
        heard = self.phones.heard()
        if heard != self.ribbon.heard:
            self.ribbon.heard = heard
            self.ribbon.dirty = True

    def tick(self, seconds: float) -> None:
        """Whether somebody has come, or voted."""
        super().tick(seconds)
        self.sync()

    def _choose_plan(self, plan: str) -> None:
        super()._choose_plan(plan)
        if self.phones is not None and not self._called:
            self._show_code()

    def _show_code(self) -> None:
        """Where phones vote, large, over whatever is shown."""
        from game.screens.project.joining import Joining  # noqa: PLC0415  (after the first frame)

        if self.phones is None or isinstance(self.screens[-1], Joining):
            return
        self._called = True
        self.screens.append(Joining(self.phones))
        self.dirty = True

    def _order(self, order: Order) -> None:
        if order.name == "phones":
            self._show_code()
            return
        super()._order(order)

    def _keep_vote(self, session: "Session", n: int, ballot: "Ballot") -> None:
        """The sums of a vote, beside the record; of phones no more than how many there were."""
        from game.journal.votes import read_votes, write_votes  # noqa: PLC0415  (as above)
        from game.model.vote import Vote, Votes  # noqa: PLC0415

        if session.path is None:
            return
        vote = Vote(n=n, counts=ballot.totals, blank=ballot.blanks, took=ballot.took, how=ballot.how,
                    phones=ballot.from_phones)  # fmt: skip
        try:
            write_votes(session.path, (read_votes(session.path) or Votes()).put(vote))
        except OSError as error:
            self.notice(str(error))
