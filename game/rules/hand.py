"""The state that a step is changing, and what has happened in it so far."""

from typing import Any

from game.model.acts import Event
from game.model.content import Pack, Regime, Way
from game.model.state import State
from game.rules.fate import fate
from game.rules.plan import regime_of
from game.rules.regime import balance, beside, lines_in_force, lines_now, opening_balance, points_for


class Hand:
    """The state that is being changed, and what has happened so far."""

    def __init__(self, pack: Pack, state: State) -> None:
        self.pack = pack
        self.state = state
        self.events: list[Event] = []

    def set(self, **changes: Any) -> None:
        self.state = self.state.but(**changes)

    def tell(self, did: str, what: str = "", amount: int = 0, **more: Any) -> None:
        self.events.append(Event(did=did, what=what, amount=amount, **more))

    def spend(self, minutes: int) -> None:
        if minutes:
            self.set(minute=self.state.minute + minutes)
            self.tell("spent", amount=minutes)

    def money(self, coins: int, why: str = "") -> None:
        """Change the purse. What it cannot pay goes on tick, so that no choice is ever closed by the purse."""
        if not coins:
            return
        after = self.state.coins + coins
        self.set(coins=max(0, after), tick=self.state.tick + max(0, -after))
        self.tell("earned" if coins > 0 else "paid", amount=abs(coins), why=why)

    def rested(self, rest: int) -> None:
        if rest:
            self.set(rest=max(0, min(10, self.state.rest + rest)))
            self.tell("rested" if rest > 0 else "tired", amount=abs(rest))

    def tie(self, who: str, by: int) -> None:
        ties = dict(self.state.ties)
        ties[who] = max(0, min(5, ties.get(who, 0) + by))
        self.set(ties=tuple(sorted(ties.items())))
        self.tell("grew_close" if by > 0 else "grew_distant", who, abs(by))

    def trust(self, by: int) -> None:
        if by:
            self.set(trust=max(0, min(100, self.state.trust + by)))
            self.tell("trust", amount=self.state.trust)

    def flag(self, *flags: str) -> None:
        new = tuple(f for f in dict.fromkeys(flags) if f not in self.state.flags)
        if new:
            self.set(flags=self.state.flags + new)

    def pay_way(self, way: Way) -> None:
        self.spend(way.minutes)
        self.money(way.coins)
        self.rested(way.rest)
        if way.tie:
            self.tie(way.tie.who, way.tie.by)
        self.trust(way.trust)

    def score(self, acts: tuple[str, ...], *, seen: bool) -> None:
        """Count acts by the rules in force, if the regime counts at all and saw them; side systems always do."""
        regime = regime_of(self.pack, self.state)
        if regime.scores != "nothing" and seen:
            secret = regime.scores == "looked_at" or not regime.posted
            for act, points in points_for(lines_now(self.pack, self.state), acts):
                self._count(regime, act, points, secret=secret)
        for side in beside(self.pack, self.state):
            for act, points in points_for(lines_in_force(self.pack, side, 1), acts):
                self._count(side, act, points, secret=not side.posted)

    def _count(self, regime: Regime, act: str, points: int, *, secret: bool) -> None:
        self._balance(regime, balance(self.state, regime) + points)
        self.tell("scored", regime.id, points, why=act, secret=secret)

    def _balance(self, regime: Regime, points: int) -> None:
        self.set(balances=tuple(sorted({**dict(self.state.balances), regime.id: points}.items())))

    def enter(self, regime: Regime) -> int:
        """Let a regime begin to count, or go on; return the balance it begins with."""
        now = opening_balance(self.pack, self.state, regime)
        self._balance(regime, now)
        self.tell("balance", regime.id, now, secret=not regime.posted)
        return now

    def join(self, regime: str | None) -> None:
        """Let a side system count from now on, once."""
        if regime and regime not in dict(self.state.balances):
            self.enter(self.pack.regimes[regime])
            self.flag(f"joined_{regime}")

    def seen_by_chance(self, *what: str | int) -> bool:
        """Is a free act seen? Plain and hidden watches see all of them; dark glass sees one in so many."""
        regime = regime_of(self.pack, self.state)
        if regime.scores != "looked_at":
            return True
        return fate(self.state.setup.seed, "look", *what, self.state.day) % max(1, regime.one_look_in) == 0
