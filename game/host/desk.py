"""The room as a whole: what was settled before it opened, how far it is, and the day on which all of it is deleted."""

import math
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from game.host.arms import Arms
from game.host.store import Store
from game.host.wish import CannotOpen, Mode
from game.model.content import Pack

State = Literal["open", "running", "paused", "closed", "deleted"]
KEEP_DAYS = 14
LONGEST_KEPT = 366
PLACES = 400  # plays that a room takes: each costs some hundred kilobytes
EXTEND = 5  # minutes
STATES: tuple[State, ...] = ("open", "running", "paused", "closed", "deleted")


@dataclass(frozen=True, slots=True)
class Settled:
    """What is settled before a room opens and told to everybody who joins. Nothing changes it afterwards."""

    campaign: str
    mode: Mode
    until: date  # everything is deleted when this day begins
    minutes: int = 0  # of play, from the start; 0: until it is stopped
    places: int = PLACES
    tower: bool = False  # choices of half of the room, drawn by lot, may be shown on the projector


def today() -> date:
    """The day it is where the host stands."""
    return datetime.now().astimezone().date()


def days_from_now(days: int = KEEP_DAYS) -> date:
    """The day so many days ahead."""
    return today() + timedelta(days=days)


class Desk:
    """The room's own lines of the store. `clock` is in seconds and may be a test's."""

    def __init__(self, store: Store, clock: Callable[[], float] = time.time, *, shared: bool = False) -> None:
        """`shared`: other processes of this host hear from players as well."""
        self.store, self.clock, self.shared = store, clock, shared
        self._known: dict[str, str] = store.room()

    def open(self, pack: Pack, settled: Settled) -> bool:
        """Open a new room, or the one that lies there; say whether it is new. Raises CannotOpen, CannotKeep."""
        self.delete_if_due()
        if self.state == "deleted" or not self._known:
            if not today() < settled.until <= days_from_now(LONGEST_KEPT):
                raise CannotOpen(f"The day of deletion is {settled.until}: it must lie ahead, within a year.")
            if settled.campaign not in {**pack.campaigns, **pack.alone}:
                raise CannotOpen(f"“{settled.campaign}” is not known; there are {', '.join(pack.campaigns)}.")
            if self._known:
                self.store.empty()
            self.store.begin(
                key=secrets.token_hex(32), seed=secrets.token_hex(32), state="open", debrief="",
                campaign=settled.campaign, mode=settled.mode, until=settled.until.isoformat(),
                minutes=str(settled.minutes), places=str(settled.places), levels=pack.digest,
                tower="yes" if settled.tower else "",
            )  # fmt: skip
            self.look()
            return True
        if self._known["levels"] != pack.digest:
            raise CannotOpen(
                "The room that lies here was opened with other level files, and its plays cannot go on with these. "
                "Use the files it was opened with, or another --data folder."
            )
        return False

    def look(self) -> None:
        """Read the room's lines again: another process may have written."""
        self._known = self.store.room()

    def _set(self, **values: str) -> None:
        self.store.set(**values)
        self.look()

    @property
    def settled(self) -> Settled:
        known = self._known
        return Settled(
            campaign=known["campaign"], mode="rows" if known["mode"] == "rows" else "aggregate",
            until=date.fromisoformat(known["until"]), minutes=int(known["minutes"]), places=int(known["places"]),
            tower=bool(known.get("tower")),
        )  # fmt: skip

    @property
    def key(self) -> str:
        return self._known["key"]

    def arms(self, pack: Pack) -> Arms:
        return Arms.of(self._known["seed"], self._known["campaign"], pack, tower=self.settled.tower)

    @property
    def state(self) -> State:
        return next((state for state in STATES if state == self._known.get("state")), "deleted")

    @property
    def debrief(self) -> bool:
        """Say whether students may read their debriefs."""
        return bool(self._known.get("debrief"))

    @property
    def minutes_left(self) -> int | None:
        """Minutes until the room stops by itself, begun ones counted; None if nobody set an end."""
        if self.state == "paused" and self._known.get("rest"):
            return math.ceil(float(self._known["rest"]) / 60)
        ends = self._known.get("ends")
        return max(0, math.ceil((float(ends) - self.clock()) / 60)) if ends and self.state == "running" else None

    def start(self) -> None:
        """Let everybody play, from the beginning or after a pause."""
        if self.state not in ("open", "paused"):
            return
        rest = float(self._known.get("rest") or 60 * self.settled.minutes)
        self._set(state="running", rest="", ends=str(self.clock() + rest) if rest else "")

    def pause(self) -> None:
        """Nobody can act; the minutes stand still."""
        if self.state == "running":
            ends = self._known.get("ends")
            self._set(state="paused", ends="", rest=str(max(1.0, float(ends) - self.clock())) if ends else "")

    def extend(self) -> None:
        """Some minutes more; where no end was set, none is needed."""
        for name in ("ends", "rest"):
            if self._known.get(name):
                self._set(**{name: str(float(self._known[name]) + 60 * EXTEND)})

    def stop(self) -> None:
        """Nobody joins or acts any more; everybody may read what came of it."""
        if self.state in ("open", "running", "paused"):
            self._set(state="closed", ends="", rest="", debrief="yes")

    def open_debrief(self) -> None:
        """Whoever is done may read the debrief already."""
        self._set(debrief="yes")

    def tick(self) -> None:
        """Stop when the minutes are over; delete when the day has come."""
        self.look()
        if self.minutes_left == 0:
            self.stop()
        self.delete_if_due()

    def delete_if_due(self) -> bool:
        """Delete everything if its day has come; say whether it had."""
        due = bool(self._known.get("until")) and today() >= date.fromisoformat(self._known["until"])
        if due and self.state != "deleted":
            self.delete()
        return due

    def delete(self) -> None:
        """Delete every play and all about the room but that there was one."""
        self.store.empty(state="deleted")
        self.look()
