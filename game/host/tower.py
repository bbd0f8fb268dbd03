"""The projector of a room in which half may be seen: which of their choices stand there, and when.

What is shown cannot be laid to anybody by what is on the page: it has no number, no hour and no story in it, and waits
until it lies among the choices of five players of that half in the same situation. Which of them is shown was fixed by
the seed before anybody played. docs/host.md says what this keeps from whom. Source: Chaum 1981, Communications of the
ACM 24(2), 84-88 (mixing in batches); Serjantov, Dingledine and Syverson 2002, Information Hiding, LNCS 2578, 36-52.
"""

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game.host.arms import LEAST, Arms
from game.host.desk import Desk
from game.host.store import Clash, Connection, Held, Row, Store, keep
from game.model.projected import Half, Projected

TURN = 60  # seconds from one change of the list to the next: nothing is shown sooner than this after it was noted
LINES = 6  # that stand there at once
WAITS, PASSED, SHOWN = 0, 1, 2
Choice = tuple[str, str]  # what it was about: a family, or the id of any other moment; and what was chosen


@dataclass(frozen=True, slots=True)
class _Noted:
    """A choice that waits among others."""

    play: str
    n: int
    what: Choice
    order: str  # says nothing of when it was made
    picked: bool


class Tower:
    """One room's projector. All it knows lies in the store, so that several processes can show the same."""

    def __init__(self, store: Store, desk: Desk, arms: Arms, clock: Callable[[], float] = time.time) -> None:
        """`clock` is in seconds and may be a test's."""
        self.store, self.desk, self.arms, self.clock = store, desk, arms, clock
        self._halves: dict[str, Half] = {}  # of plays that the room holds or held: a lot is soon asked for again

    @property
    def stands(self) -> bool:
        """Whether this room has halves at all."""
        return self.arms.tower and self.desk.state != "deleted"

    def half(self, held: Held) -> Half:
        """The half that a play is in."""
        if held.id not in self._halves:
            self._halves[held.id] = self.arms.deal(held.place, held.take).half
        return self._halves[held.id]

    def _watched(self) -> dict[str, Held]:
        """The plays of that half that have begun."""
        return {one.id: one for one in self.store.all_held() if one.steps and self.half(one) == "shown"}

    def lines(self) -> tuple[Choice, ...]:
        """What stands on the projector now, the newest first; nothing while fewer than five of that half play."""
        if not self.stands or self.desk.state not in ("running", "paused") or len(self._watched()) < LEAST:
            return ()
        kept: dict[str, str] = dict(self.store.look("SELECT name, value FROM room WHERE name = ?", "screen"))
        return tuple((what, took) for what, took in json.loads(kept.get("screen", "[]")))

    def turn(self) -> bool:
        """Go on with the list, if it is time; say whether it was. Raises CannotKeep.

        While the room runs: what waited is mixed, what is drawn of it is shown, and what was chosen since is noted.
        Once it is closed, what is missing is noted one last time, so that all choices are counted.
        """
        if not self.stands or not self._due(self.store.room()):
            return False
        try:
            with self.store.change("choices") as write:
                room: dict[str, str] = dict(write.rows("SELECT name, value FROM room"))
                if not self._due(room):
                    return False  # another process was quicker
                watched = self._watched()
                if self.desk.state == "running":
                    screen = self._go_on(write, watched, room)
                    keep(write, turn=str(self.clock() + TURN), screen=json.dumps(screen))
                else:
                    keep(write, counted="yes", screen="[]")
                self._note(write, watched)
        except Clash:  # somebody has just withdrawn
            return False
        return True

    def _due(self, room: dict[str, str]) -> bool:
        if self.desk.state == "closed":
            return not room.get("counted")
        return self.desk.state == "running" and self.clock() >= float(room.get("turn") or 0)

    def _note(self, write: Connection, watched: dict[str, Held]) -> None:
        """Keep which choices were made since the last time. They wait."""
        if not watched:
            return
        known: dict[str, int] = dict(write.rows("SELECT play, MAX(n) FROM choices GROUP BY play"))
        for play in watched:
            last = known.get(play, 0)
            fresh = write.rows("SELECT n, text FROM lines WHERE play = ? AND n > ? ORDER BY n", play, last)
            noted = [(play, n, *choice, WAITS) for n, text in fresh if (choice := choice_in(text))]
            write.many("INSERT INTO choices (play, n, what, took, state) VALUES (?, ?, ?, ?, ?)", noted)

    def _go_on(self, write: Connection, watched: dict[str, Held], room: dict[str, str]) -> list[Choice]:
        """Mix what waited; return what stands on the projector from now on."""
        shown = int(write.rows("SELECT COUNT(*) FROM choices WHERE state = ?", SHOWN)[0][0])
        stood = [(what, took) for what, took in json.loads(room.get("screen", "[]"))]
        # Who withdrew takes the words along. Were they alone to go, everybody would see whose they were: so all go.
        stays = stood if shown == int(room.get("shown", 0)) and len(watched) >= LEAST else []
        rows = write.rows("SELECT play, n, what, took FROM choices WHERE state = ?", WAITS)
        mixed = [one for group in self._groups(rows, watched) for one in group]
        states = [(SHOWN if one.picked else PASSED, one.play, one.n) for one in mixed]
        write.many("UPDATE choices SET state = ? WHERE play = ? AND n = ?", states)
        fresh = sorted((one for one in mixed if one.picked), key=lambda one: one.order)
        keep(write, shown=str(shown + len(fresh)))
        return [*(one.what for one in fresh), *stays][:LINES]

    def _groups(self, rows: Iterable[Row], watched: dict[str, Held]) -> list[list[_Noted]]:
        """The choices in one situation by five players each; whatever is left over waits on."""
        waiting: dict[str, dict[str, list[_Noted]]] = {}
        for play, n, what, took in rows:
            if held := watched.get(play):
                order = self.arms.mixed(held.place, held.take, n)
                one = _Noted(play, n, (what, took), order, self.arms.picked(held.place, held.take, n))
                waiting.setdefault(what, {}).setdefault(play, []).append(one)
        groups = []
        for _what, players in sorted(waiting.items()):
            for choices in players.values():
                choices.sort(key=lambda one: one.order)
            while len(players) >= LEAST:  # those first of whom most is waiting, so that least is left over
                most = sorted(players.items(), key=lambda item: (-len(item[1]), item[1][0].order))[:LEAST]
                groups.append([choices.pop(0) for _, choices in most])
                players = {play: choices for play, choices in players.items() if choices}  # noqa: PLW2901
        return groups

    def of(self, held: Held, words: Callable[[Choice], str]) -> Projected | None:
        """What the projector has to do with a play, in the `words` that stood there; None without halves.

        Raises CannotKeep.
        """
        if not self.stands:
            return None
        if self.desk.state == "closed":
            self.turn()
        query = "SELECT n, what, took FROM choices WHERE play = ? AND state = ? ORDER BY n"
        own = tuple((n, words((what, took))) for n, what, took in self.store.look(query, held.id, SHOWN))
        shown, choices = self.counts()
        made = int(self.store.look("SELECT COUNT(*) FROM choices WHERE play = ?", held.id)[0][0])
        return Projected(half=self.half(held), lines=own, made=made, shown=shown, choices=choices)

    def counts(self) -> tuple[int, int]:
        """How many choices of that half were shown, and how many were made, as far as they are noted."""
        rows = self.store.look("SELECT SUM(CASE WHEN state = ? THEN 1 ELSE 0 END), COUNT(*) FROM choices", SHOWN)
        return int(rows[0][0] or 0), int(rows[0][1])


def choice_in(text: str) -> Choice | None:
    """What was chosen in a line of a record, without its coat; None where the line is no choice."""
    if '"do":"choose"' not in text[:60]:
        return None
    events = json.loads(text).get("events", ())
    return next(((one.get("family") or one["what"], one["choice"]) for one in events if one["did"] == "chose"), None)
